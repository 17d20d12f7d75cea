"""Where a caret stands on the screen: its cell, and the ends and neighbours of its screen line."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from reader.markdown.cells import cells, next_boundary, previous_boundary

if TYPE_CHECKING:
    from reader.markdown.layout import Layout
    from reader.markdown.lines import Line

FURTHEST = 400
"""Screen lines without text that are crossed in search of one with text."""


class Cell(NamedTuple):
    """The cells that a character has on the screen."""

    y: int
    """Screen line."""
    x: int
    """First cell, from the left edge of the text."""
    width: int = 1
    is_drawn: bool = True
    """False where nothing is drawn for the character: its neighbour's cell, or the end of the line, stands for it."""


def cell(layout: Layout, offset: int) -> Cell:
    """The cells of the character at ``offset``; behind the last one of a line, the cell behind it."""
    y = layout.line_of(offset)
    if not layout.height:
        return Cell(0, 0, is_drawn=False)
    x = end = 0
    further = False
    for piece in layout.line(y).pieces:
        if piece.start is not None:
            here = offset - piece.start
            if 0 <= here < len(piece.text):
                width = cells(piece.text[here : next_boundary(piece.text, here)])
                if width:
                    return Cell(y, x + cells(piece.text[:here]), width)
            further = further or piece.start > offset
            end = x + cells(piece.text)
        x += cells(piece.text)
    if further:
        return Cell(*layout.cell_of(offset), is_drawn=False)
    return Cell(y, end, is_drawn=False)


def is_place(layout: Layout, offset: int) -> bool:
    """Whether a caret may stand on ``offset``: something is drawn for it, or it is the end of a line outside tables."""
    found = cell(layout, offset)
    if found.is_drawn or not layout.height:
        return True
    line = layout.line(found.y)
    return not _in_table(layout, line) and offset >= line.end


def first_on(line: Line) -> int:
    """Offset of the first character on a screen line."""
    return min((piece.start for piece in line.pieces if piece.start is not None), default=line.start)


def end_on(line: Line) -> int:
    """Offset behind the last character on a screen line."""
    ends = [piece.start + len(piece.text) for piece in line.pieces if piece.start is not None]
    return max(ends, default=line.end)


def neighbour(layout: Layout, y: int, step: int) -> int | None:
    """The nearest screen line after (``step`` 1) or before (-1) line ``y`` that a caret can stand on."""
    for _ in range(FURTHEST):
        y += step
        if y < 0:
            return None
        layout.extend_to_line(y)
        if y >= layout.height:
            return None
        line = layout.line(y)
        if line.block >= 0 and (line.start < line.end or _is_empty_line_of_code(layout, line)):
            return y
    return None


def on_line(layout: Layout, y: int, x: int) -> int:
    """Offset of the character nearest to cell ``x`` of screen line ``y``; never on another line."""
    text = layout.document.text
    line = layout.line(y)
    first, end = first_on(line), end_on(line)
    offset = min(max(layout.offset_at(y, x), first), end)
    if offset >= end > first and layout.line_of(end) != y:
        offset = end - 1
    return previous_boundary(text, offset + 1) if offset < len(text) else offset


def _in_table(layout: Layout, line: Line) -> bool:
    return line.block >= 0 and layout.document.blocks[line.block].kind.value == "table"


def _is_empty_line_of_code(layout: Layout, line: Line) -> bool:
    return layout.document.blocks[line.block].kind.value == "code"
