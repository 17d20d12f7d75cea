"""Citations of some words of an article: plain, Markdown, BibTeX."""

from __future__ import annotations

import re
import unicodedata
from typing import Literal, TypeAlias

from reader.exchange.annotated import address
from reader.exchange.markdown_notes import plain
from reader.model import Document, clean_line

Style: TypeAlias = Literal["plain", "markdown", "bibtex"]
STYLES: tuple[Style, ...] = ("plain", "markdown", "bibtex")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_TEX = {"\\": r"\textbackslash{}", "{": r"\{", "}": r"\}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}"}
_TEX |= {sign: f"\\{sign}" for sign in "#$%&_"}


def cite(document: Document, words: str, style: Style = "plain") -> str:
    """The words with author, title, source, date and address of the article, as far as they are known."""
    if style == "bibtex":
        return _bibtex(document, words)
    return _markdown(document, words) if style == "markdown" else _plain(document, words)


def _bare(words: str) -> str:
    return " ".join(words.split()).strip('“”"„«»')


def _date(document: Document) -> str:
    return document.published.date.isoformat() if document.published else "undated"


def _plain(document: Document, words: str) -> str:
    parts = [document.author, document.title, document.source, _date(document), address(document)]
    return f"“{_bare(words)}” ({', '.join(part for part in parts if part)})"


def _markdown(document: Document, words: str) -> str:
    url = re.sub(r"[<>\s]", "", address(document))
    title = f"[{plain(document.title)}](<{url}>)" if url else f"*{plain(document.title)}*"
    parts = [plain(document.author), title, plain(document.source), _date(document)]
    quote = "\n> ".join(plain(line) for line in words.strip().split("\n"))
    return f"> {quote}\n>\n> — {', '.join(part for part in parts if part)}"


def _bibtex(document: Document, words: str) -> str:
    day = document.published.date if document.published else None
    values = [
        ("title", "{" + _tex(document.title) + "}"),
        ("author", _authors(document.author)),
        ("journal", _tex(document.source)),
        ("year", str(day.year) if day else ""),
        ("date", day.isoformat() if day else ""),
        ("url", re.sub(r"[{}\\\s]", "", address(document))),
        ("note", f"“{_tex(_bare(words))}”" if words.strip() else ""),
    ]
    lines = [f"  {name} = {{{value}}}" for name, value in values if value]
    if day:
        lines.insert(-2 if words.strip() else -1, f"  month = {_MONTHS[day.month - 1]}")
    kind = "article" if document.source else "misc"
    return f"@{kind}{{{key(document)},\n" + ",\n".join(lines) + "\n}\n"


def key(document: Document) -> str:
    """A key in ASCII: author or source, year, first long word of the title."""
    who = (_names(document.author)[:1] or [document.source or "anonymous"])[0]
    year = str(document.published.date.year) if document.published else "nd"
    title = [_ascii(word) for word in document.title.split()]
    long = next((word for word in title if len(word) > 3), "article")
    return "".join([_ascii(who.split()[-1] if who.split() else ""), year, long])


def _ascii(word: str) -> str:
    return re.sub(r"[^a-z0-9]+", "", unicodedata.normalize("NFKD", word).lower())


def _names(names: str) -> list[str]:
    return [name for name in re.split(r"\s*(?:,|;|\band\b|&)\s*", names.strip()) if name]


def _authors(names: str) -> str:
    """Several authors, joined as BibTeX has them."""
    return " and ".join(_tex(name) for name in _names(names))


def _tex(words: str) -> str:
    return "".join(_TEX.get(letter, letter) for letter in clean_line(words))
