"""Sources into documents: Markdown and plain text."""

from __future__ import annotations

from collections.abc import Sequence

from reader.markdown.caps import refusal
from reader.markdown.plain import plain_blocks
from reader.model import Block, BlockKind, Document, Published, clean, clean_line, unix_newlines

MAX_TITLE = 300
"""Longest title taken from a text, in code points."""


def build_markdown(
    source: str,
    *,
    id: str,
    origin: str,
    title: str | None = None,
    published: Published | None = None,
    source_name: str = "",
    author: str = "",
    language: str = "",
    first_line: int = 1,
) -> Document:
    """The document of a Markdown source: CommonMark with tables and strikethrough, front matter already taken off.

    :param title: what the caller knows; otherwise the first heading of level 1, else the first line with text.
    :param source_name: publisher, site or feed: ``Document.source``.
    :param first_line: number of the line in the file where ``source`` begins, for :attr:`Block.line`.
    :return: with ``format`` ``markdown``; or, when the source asks for too much, its plain text with a ``notice``.
    """
    source = unix_newlines(source)
    why = refusal(source)
    if not why:
        from reader.markdown.walk import TooMuch, walk  # markdown-it takes 40 ms to load

        try:
            text, blocks, links = walk(source, first_line)
        except TooMuch as error:
            why = str(error)
    if why:
        text = clean(source)
        blocks, links = plain_blocks(text, first_line)
    return Document(
        id=id,
        origin=origin,
        title=_title(title, text, blocks),
        text=text,
        blocks=blocks,
        links=links,
        published=published,
        source=clean_line(source_name),
        author=clean_line(author),
        language=clean_line(language),
        format="text" if why else "markdown",
        notice=f"Shown as plain text, because {why}." if why else "",
    )


def build_text(
    source: str,
    *,
    id: str,
    origin: str,
    title: str | None = None,
    published: Published | None = None,
    source_name: str = "",
    author: str = "",
    language: str = "",
    first_line: int = 1,
) -> Document:
    """The document of a plain text; parameters as for :func:`build_markdown`.

    ``Document.text`` is ``source`` with CRLF made LF and each control character replaced one for one: offsets that
    other tools give for the text hold.
    """
    text = clean(unix_newlines(source))
    blocks, links = plain_blocks(text, first_line)
    return Document(
        id=id,
        origin=origin,
        title=_title(title, text, blocks),
        text=text,
        blocks=blocks,
        links=links,
        published=published,
        source=clean_line(source_name),
        author=clean_line(author),
        language=clean_line(language),
        format="text",
    )


def _title(given: str | None, text: str, blocks: Sequence[Block]) -> str:
    if given is not None and given.strip():
        return _line(given)
    for block in blocks:
        if block.kind is BlockKind.HEADING and block.level == 1 and block.end > block.start:
            return _line(text[block.start : min(block.end, block.start + 4 * MAX_TITLE)].replace("\n", " "))
    for block in blocks:
        if block.end > block.start:
            return _line(
                text[block.start : min(block.end, block.start + 4 * MAX_TITLE)].lstrip("\n ").split("\n", 1)[0]
            )
    return ""


def _line(raw: str) -> str:
    line = " ".join(clean_line(raw).split())
    return line if len(line) <= MAX_TITLE else line[: MAX_TITLE - 1].rstrip() + "…"
