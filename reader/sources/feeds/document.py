"""An entry of a feed as a document."""

from __future__ import annotations

import dataclasses
import html
import re
from typing import Any

from reader.markdown.build import build_markdown, build_text
from reader.model import Document, document_id
from reader.sources.feeds.feed import Entry, Feed
from reader.sources.feeds.wording import line

BRIEF = 1_200
"""Characters below which a summary without content is taken for a part of an article only."""
_BREAK = re.compile(r"<(?:/?p|br ?/?)>", re.IGNORECASE)
_BLANK_LINE = re.compile(r"\n\s*\n")
_CUT = re.compile(r"(?:\.\.\.|…|\[…\]|\[\.\.\.\]|read more\W*|continue reading\W*)\s*$", re.IGNORECASE)


def entry_origin(feed: str, key: str) -> str:
    """The origin of an entry's document, by the feed's id and the entry's key."""
    return f"feed:{feed}:{key}"


def entry_document(entry: Entry, feed: Feed, origin: str) -> Document:
    """The document of an entry; an entry without a title is known by its first words or its address."""
    raw = entry.content or entry.summary
    plain = _simple(raw) if entry.html and not entry.attached else None
    attached = "".join(f"\n\n<{address}>" for address in entry.attached if address != entry.link)
    markdown = _markdown(raw, entry) if entry.html and plain is None else None
    build = build_text if markdown is None and not attached else build_markdown
    body = plain if plain is not None else raw if markdown is None else markdown
    if markdown is None and attached:
        body = re.sub(r"([\\`*_\[\]<>&|~#])", r"\\\1", body)
    document = build(
        f"{body}{attached}",
        id=document_id(origin),
        origin=origin,
        title=entry.title or None,
        published=entry.published,
        source_name=entry.source or feed.title,
        author=entry.author,
        language=entry.language or feed.language,
        first_line=0,
    )
    title = document.title.strip() or line(entry.link) or "Untitled"
    if title == document.title and not any(block.line for block in document.blocks):
        return document
    # Lines of the Markdown in between are lines of no file.
    blocks = tuple(block._replace(line=0) if block.line else block for block in document.blocks)
    return dataclasses.replace(document, title=title, blocks=blocks)


def is_brief(entry: Entry, text: str) -> bool:
    """Whether the feed gives only a part of the article: a summary, or words that break off."""
    if not entry.link:
        return False
    tail = text[-60:].rstrip()
    if (tail.endswith(("...", "…", "]")) or "read" in tail.lower()) and _CUT.search(tail):
        return True
    return not entry.content and len(text) < BRIEF


def _markdown(raw: str, entry: Entry) -> str:
    if "<" not in raw:
        words = html.unescape(raw) if "&" in raw else raw
        return "\n\n".join(_escaped(part) for part in re.split(r"\n\s*\n", words))
    return _converted(raw, entry)


def _simple(raw: str) -> str | None:
    """Paragraphs of bare words, as most summaries are: no need of a tree, nor of Markdown. None for anything else."""
    parts = _BREAK.split(raw) if "<" in raw else _BLANK_LINE.split(raw)
    if "  " not in raw and raw.isprintable():  # no white space but single spaces
        words = [part.strip(" ") for part in parts]
    else:
        words = [" ".join(part.split()) for part in parts]
    text = "\n\n".join([part for part in words if part])
    if "<" in text:
        return None
    if "&" in text:
        words = [" ".join(html.unescape(part).split()) for part in words]
        text = "\n\n".join([part for part in words if part])
    return text


_SPECIAL = re.compile(r"([\\`*_\[\]<>&|~])")
_LINE_START = re.compile(r"^(\s*)([#+=>-]|\d{1,9}(?=[.)]))")


def _escaped(words: str) -> str:
    words = _SPECIAL.sub(r"\\\1", " ".join(words.split()))
    found = _LINE_START.match(words)
    if found is None:
        return words
    mark = found[2]
    if mark[0].isdigit():
        return f"{mark}\\{words[found.end() :]}"
    return f"\\{words}"


def _converted(raw: str, entry: Entry) -> str:
    import lxml.etree  # type: ignore[import-untyped]  # lxml ships no types
    import lxml.html  # type: ignore[import-untyped]

    from reader.sources.html import DEPTH, depth, words
    from reader.sources.markup import markdown_of

    try:
        parser = lxml.html.HTMLParser(encoding="utf-8", no_network=True, huge_tree=False)
        source = f"<html><body><div>{raw}</div></body></html>".replace("\0", "")
        tree: Any = lxml.html.document_fromstring(source.encode("utf-8", "replace"), parser=parser)
    except (ValueError, lxml.etree.LxmlError, AssertionError):
        return _escaped(re.sub(r"<[^<>]{0,1000}>", " ", raw))
    if depth(tree) > DEPTH:
        return "\n\n".join(_escaped(part) for part in words(tree).split("\n\n"))
    if entry.base:
        tree.make_links_absolute(entry.base, handle_failures="discard")
    return markdown_of(tree.find("body"))
