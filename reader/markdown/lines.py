"""One screen line, and the lines of a stretch of text with its decorations."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from reader.markdown.drawing import Ink, Piece, hyphen_at, unglued, width_of
from reader.markdown.wrap import fill


class Line(NamedTuple):
    """One screen line."""

    pieces: tuple[Piece, ...]
    """What is drawn, from the left edge."""
    start: int
    """First offset of the line in ``Document.text``. On a rule or a blank line between blocks ``start == end``, where
    the next text begins; in a table all screen lines of a row have the range of the row."""
    end: int
    """Offset behind the last character of the line; the space or newline it was broken at is not included."""
    block: int
    """Index into ``Document.blocks``; -1 for a blank line between blocks."""


def flow(ink: Ink, start: int, end: int, width: int) -> Iterator[tuple[int, int]]:
    """Screen lines of the prose ``ink.text[start:end]`` when its decorations are drawn with it."""
    if not ink.decorated:
        yield from fill(ink.text, start, end, width, reflow=ink.reflow)
        return
    glued, places, totals = ink.glued(start, end)
    for first, last in fill(glued, 0, len(glued), width, reflow=ink.reflow):
        yield unglued(first, start, places, totals), unglued(last, start, places, totals)


def drawn_line(ink: Ink, start: int, end: int, stop: int, width: int, extra: str = "") -> list[Piece]:
    """Pieces of one of these lines; ``stop`` is where the stretch ends.

    A hyphen is drawn where a word was broken at a soft one and, in a very narrow line, only if there is room for it.
    """
    pieces = ink.pieces(start, end, extra)
    if start < end and hyphen_at(ink.text, end, stop) and width_of(pieces) < width:
        pieces.append(Piece("-", None, pieces[-1].style if pieces else ""))
    return pieces
