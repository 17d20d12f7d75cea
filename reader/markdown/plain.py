"""Plain text into blocks: where paragraphs are, and which of them were wrapped by hand at a fixed width."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import deque

from reader.markdown.addresses import addresses
from reader.markdown.cells import whole
from reader.model import Block, BlockKind, Style, StyleRun

_LEAD = re.compile(r"(?:[ \n]*\n)?")
_BLANK = re.compile(r"\n[ \n]*\n")
_SENTENCE_END = tuple(".,;:!?…")
# What begins a line that must stay a line: a list item, a quoted line, a table row, code, an indented line.
_STRUCTURE = re.compile(r"\n(?:[ ]|[-*+•–—>|#]|\(?(?:\d{1,3}|[a-zA-Z])[.)] )|[ ]{3,}\S|\|.*\|")
_NEXT_WORD = re.compile(r"[^ \n]*")
MIN_WIDTH = 40
"""Text is seldom wrapped to fewer columns; shorter lines are verse, addresses or lists."""
MAX_WIDTH = 132
"""Nor to more: longer lines are whole paragraphs."""
HEADLINE = 200
"""Longest first line taken for a headline."""
SAMPLE = 200
"""So many paragraphs of more than one line tell how wide the text was wrapped."""


def plain_blocks(text: str, first_line: int = 1) -> tuple[tuple[Block, ...], tuple[str, ...]]:
    """Paragraphs of clean ``text`` in order, without the blank lines between, and the targets of its numbered links.

    The first paragraph may be a heading of level 1. Links are the addresses that stand in the text.

    :param first_line: 0 for a text that stands in no file: its blocks have no lines then.
    """
    links: dict[str, int] = {}
    runs = deque(
        StyleRun(start, whole(text, end), Style.LINK, links.setdefault(text[start:end], len(links) + 1))
        for start, end in addresses(text)
    )
    spans = list(_spans(text))
    width = _wrap_width(text, spans)
    blocks: list[Block] = []
    line, position = first_line, 0
    for start, end in spans:
        if first_line:
            line += text.count("\n", position, start)
            position = start
        own: list[StyleRun] = []
        while runs and runs[0].start < end:
            own.append(runs.popleft())
        if not blocks and len(spans) > 1 and is_headline(text[start : min(end, start + HEADLINE + 1)]):
            blocks.append(Block(BlockKind.HEADING, start, end, line, level=1, runs=tuple(own)))
            continue
        reflow = width > 0 and text.find("\n", start, end) >= 0 and _hard_wrapped(text, start, end, width)
        blocks.append(Block(BlockKind.PARAGRAPH, start, end, line, reflow=reflow, runs=tuple(own)))
    return tuple(blocks), tuple(links)


def is_headline(first: str) -> bool:
    """Whether a paragraph reads like a headline: one line, not long, not ended like a sentence, with a letter in it."""
    return (
        0 < len(first) <= HEADLINE
        and "\n" not in first
        and not first.rstrip().endswith(_SENTENCE_END)
        and any(character.isalpha() for character in first)
        and not first.startswith((" ", "- ", "* ", "> ", "|"))
    )


def _spans(text: str) -> list[tuple[int, int]]:
    """Ranges between blank lines, leading indentation kept, trailing white space left out."""
    spans: list[tuple[int, int]] = []
    lead = _LEAD.match(text)
    start = lead.end() if lead else 0
    for match in _BLANK.finditer(text, start):
        if match.start() > start:
            spans.append((start, match.start()))
        start = match.end()
    end = len(text)
    while end > start and text[end - 1] in " \n":
        end -= 1
    if end > start:
        spans.append((start, end))
    return spans


def _wrap_width(text: str, spans: list[tuple[int, int]]) -> int:
    """Columns that the text was wrapped to: what nine in ten of its inner lines keep within; 0 when it was not."""
    lengths: list[int] = []
    seen = 0
    for start, end in spans:
        at = text.find("\n", start, min(end, start + 1000))
        if at < 0:
            continue
        lines = text[start : min(end, start + 4000)].split("\n")[:-1]
        lengths += map(len, lines)
        seen += 1
        if seen == SAMPLE:
            break
    if not lengths:
        return 0
    lengths.sort()
    width = lengths[(len(lengths) - 1) * 9 // 10]
    if not MIN_WIDTH <= width <= MAX_WIDTH:
        return 0
    # Wrapped prose piles up just below its width; verse, lists and headings do not.
    near = len(lengths) - bisect_left(lengths, width * 3 // 4)
    return width if near * 10 >= len(lengths) * 6 else 0


def _hard_wrapped(text: str, start: int, end: int, width: int) -> bool:
    """Whether each line but the last is so full that the next word would not have fitted into ``width``.

    One line in eight may fall short, as editors that balance lines leave them.
    """
    if _STRUCTURE.search(text, start, end):
        return False
    short = lines = 0
    position = start
    while (at := text.find("\n", position, end)) >= 0:
        length = len(text[position:at].rstrip(" "))
        if length > MAX_WIDTH or length < width // 2:
            return False
        match = _NEXT_WORD.match(text, at + 1, end)
        word = match.end() - match.start() if match else 0
        lines += 1
        short += length + 1 + word <= width - width // 10
        position = at + 1
    return lines > 0 and short * 8 <= lines
