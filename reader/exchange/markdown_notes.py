"""An article's annotations as a Markdown note for Obsidian and its like: front matter, quotations, notes, links.

Actors are ``[[links]]``, so that all notes that name one meet there; each quotation has a block id (``^1a2b3c4d``) that
other notes can link to, and, for an article on the web, a link that opens the page at these words (a text fragment,
WICG Scroll-to-Text-Fragment).
"""

from __future__ import annotations

import re
from collections import Counter
from urllib.parse import quote as percent

from reader.exchange.annotated import Annotated, address
from reader.exchange.templates import Templates, filled
from reader.exchange.yaml_text import front_matter
from reader.extract.sentences import sentences
from reader.markdown.motion import sentence_at
from reader.model import ActorMention, Annotation, Document, Span

ACTORS = 20
"""So many actors of an article are linked, those named most often."""
_MARKUP = re.compile(
    r"[\\`*\[\]<$]"
    r"|(?<!\w)_|_(?!\w)"  # not inside a word, where it means nothing
    r"|~(?=~)|=(?==)|%(?=%)"
    r"|(?<!\w)#(?=\w)"  # Obsidian's tags
    r"|&(?=#?\w+;)"
    r"|^[-+=>#~|]|^:(?=-)"  # what begins a list, heading, rule, quotation, fence or table
)
_NUMBERED = re.compile(r"^(\d+)([.)](?:\s|$))")
_LINKABLE = re.compile(r"[\[\]|#^\\\n]+")


def write(article: Annotated, templates: Templates | None = None) -> str:
    """The note of one article.

    :raises ExchangeError: for a template with a name that there is not.
    """
    templates = templates or Templates.usual()
    document = article.document
    actors = [link(name) for name in _foremost(article)]
    url = address(document)
    text = document.text
    within = sentences(text) if article.annotations else []
    quotes = [
        filled(templates.quote, _quote_values(document, one, span.of(text), _sentence(text, span, within)))
        for span, one in article.placed
    ]
    whole = [one for one in article.unplaced if one.anchor is None]
    gone = [one for one in article.unplaced if one.anchor is not None]
    notes = "\n\n".join(_whole_note(one) for one in whole)
    if gone:
        lost = "\n".join(
            filled(templates.quote, _quote_values(document, one, one.anchor.quote if one.anchor else ""))
            for one in gone
        )
        notes = f"{notes}\n\n## No longer in the text\n\n{lost}".strip()
    published = document.published.date.isoformat() if document.published else ""
    byline = " · ".join(
        filter(None, [plain(document.source), plain(document.author), published, f"<{_safe(url)}>" if url else ""])
    )
    values = {
        "front_matter": _front(article, actors, published, url),
        "title": plain(document.title),
        "byline": byline,
        "source": plain(document.source),
        "author": plain(document.author),
        "published": published,
        "url": _safe(url),
        "tags": " ".join(f"#{tag}" for tag in map(tag_name, article.tags) if tag),
        "actors": ", ".join(actors),
        "quotes": "\n".join(quotes),
        "article_notes": notes,
    }
    return filled(templates.article, values)


def _front(article: Annotated, actors: list[str], published: str, url: str) -> str:
    document = article.document
    used = [*article.tags, *(tag for one in article.annotations for tag in one.annotation.tags)]
    tags = dict.fromkeys(name for tag in used if (name := tag_name(tag)))
    values: list[tuple[str, str | list[str]]] = [
        ("title", document.title),
        ("source", document.source),
        ("author", document.author),
        ("published", published),
        ("url", url),
        ("file", "" if url else (document.path or "").encode("utf-8", "replace").decode()),
        ("tags", list(tags)),
        ("actors", actors),
        ("dateline", document.id),
    ]
    return front_matter(values, bare=frozenset({"published"}))


def _quote_values(document: Document, one: Annotation, words: str, sentence: str = "") -> dict[str, str]:
    marks = [f"**{plain(one.label)}**"] if one.label and one.label != "highlight" else []
    tags = [f"#{tag}" for tag in map(tag_name, one.tags) if tag]
    url = address(document)
    link_ = f"[↗]({_safe(url)}{_fragment(words)})" if url and one.anchor else ""
    return {
        "foot": " ".join(filter(None, [*marks, *tags, link_, f"^{one.id[:8]}"])),
        "sentence": plain(sentence),
        "quote": "\n> ".join(plain(line) for line in words.strip().split("\n")),
        "note": one.note.strip("\n"),
        "label": plain(one.label),
        "tags": " ".join(tags),
        "link": link_,
        "id": one.id[:8],
        "created": one.created,
        "creator": plain(one.creator),
    }


def _sentence(text: str, span: Span, within: list[Span]) -> str:
    """The sentence that a range begins in, and on to the end of the range."""
    around = sentence_at(text, span.start, within)
    return " ".join(text[around.start : max(around.end, span.end)].split())


def _whole_note(one: Annotation) -> str:
    marks = " ".join(
        [*([f"**{plain(one.label)}**"] if one.label else []), *(f"#{t}" for t in map(tag_name, one.tags) if t)]
    )
    return "\n\n".join(filter(None, [one.note.strip("\n"), f"{marks} ^{one.id[:8]}".strip()]))


def _fragment(words: str) -> str:
    """The text fragment of some words: all of few, the first and the last of many."""
    parts = words.split()
    if len(parts) <= 8:
        return "#:~:text=" + _part(parts)
    return f"#:~:text={_part(parts[:4])},{_part(parts[-4:])}"


def _part(words: list[str]) -> str:
    return percent(" ".join(words), safe="").replace("-", "%2D")  # a hyphen would mark context


def _safe(url: str) -> str:
    """An address without characters that end a Markdown link."""
    return re.sub(r"[\s<>()\[\]\\`\"^{|}]", lambda match: percent(match[0], safe=""), url.split("#")[0])


def _foremost(article: Annotated) -> list[str]:
    counted: Counter[str] = Counter(fact.value for fact in article.facts if isinstance(fact, ActorMention))
    return [name for name, _ in counted.most_common(ACTORS)]


def link(name: str) -> str:
    """A name as a link to its own note."""
    return f"[[{' '.join(_LINKABLE.sub(' ', name).split()) or '?'}]]"


def tag_name(tag: str) -> str:
    """A tag as Obsidian allows it: no spaces, not only digits; empty when nothing is left."""
    name = re.sub(r"[^\w/-]+", "-", tag).strip("-/")
    return f"y{name}" if name.isdigit() else name


def plain(words: str) -> str:
    """A line of an article in Markdown, so that it is shown as it is."""
    words = _MARKUP.sub(r"\\\g<0>", words.lstrip())
    return _NUMBERED.sub(r"\1\\\2", words)
