"""Tables: columns fitted to the width, or one record a row where columns would be too narrow to read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.markdown.cells import cells
from reader.markdown.drawing import Ink, Piece, width_of
from reader.markdown.lines import Line, drawn_line, flow
from reader.markdown.wrap import ROOM_FOR_GLUE

if TYPE_CHECKING:
    from reader.model import Block

NARROWEST = 8
"""Cells below which a column that does not fit is no column any more."""
_GAP = " │ "
_CROSS = "─┼─"


@dataclass(frozen=True, slots=True)
class _Cell:
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Row:
    start: int
    end: int
    cells: tuple[_Cell, ...]


def table_lines(ink: Ink, block: Block, index: int, width: int, lead: Sequence[Piece] = ()) -> Iterator[Line]:
    """Screen lines of a table block, at most ``width`` cells each behind the pieces of ``lead``."""
    rows = _rows(ink.text, block)
    header, body = rows[0], rows[1:]
    columns = max(len(row.cells) for row in rows)
    room = width - len(_GAP) * (columns - 1)
    natural = _natural(ink, rows, columns)
    widths = _fitted(natural, room)
    if ink.decorated and any(own < min(ROOM_FOR_GLUE, full) for own, full in zip(widths, natural, strict=False)):
        ink = ink.undecorated()
        widths = _fitted(_natural(ink, rows, columns), room)
    if not widths and width < 2 * ROOM_FOR_GLUE:
        ink = ink.undecorated()
    if widths:
        yield from _grid(ink, block, index, header, body, widths, tuple(lead))
    elif body:
        yield from _records(ink, index, header, body, width, tuple(lead))
    else:
        for start, end in flow(ink, header.start, header.end, width):
            yield Line(
                (*lead, *drawn_line(ink, start, end, header.end, width, "tablehead")), header.start, header.end, index
            )


def _rows(text: str, block: Block) -> list[_Row]:
    """Rows and cells of the block's text; a bar within a cell counts as text where there are more bars than columns."""
    rows: list[_Row] = []
    columns = len(block.info)
    start = block.start
    for line in text[block.start : block.end].split("\n"):
        position = start
        found: list[_Cell] = []
        for part in line.split(" | ", columns - 1 if columns else -1):
            found.append(_Cell(position, position + len(part)))
            position += len(part) + 3
        rows.append(_Row(start, start + len(line), tuple(found)))
        start += len(line) + 1
    return rows


def _natural(ink: Ink, rows: Sequence[_Row], columns: int) -> list[int]:
    """Cells that each column would take if nothing were wrapped."""
    widths = [1] * columns
    for row in rows:
        for column, cell in enumerate(row.cells):
            if cell.end - cell.start > widths[column] // 2:  # shorter ones cannot be wider, even if all are wide
                widths[column] = max(widths[column], width_of(ink.pieces(cell.start, cell.end)))
    return widths


def _fitted(natural: list[int], room: int) -> list[int]:
    """Widths that fit into ``room``: narrow columns keep theirs, wide ones share the rest. Empty when too narrow."""
    if room < len(natural):
        return []
    fitted = list(natural)
    wide = set(range(len(natural)))
    while sum(fitted) > room:
        left = room - sum(natural[column] for column in range(len(natural)) if column not in wide)
        share = left // len(wide)
        small = {column for column in wide if natural[column] <= share}
        if small:
            wide -= small
            continue
        if share < NARROWEST:
            return []
        extra = left - share * len(wide)
        for place, column in enumerate(sorted(wide)):
            fitted[column] = share + (place < extra)
    return fitted


def _grid(
    ink: Ink,
    block: Block,
    index: int,
    header: _Row,
    body: Sequence[_Row],
    widths: Sequence[int],
    lead: tuple[Piece, ...],
) -> Iterator[Line]:
    aligns = block.info.ljust(len(widths), "-")
    if any(cell.start < cell.end for cell in header.cells):
        yield from _grid_row(ink, index, header, widths, aligns, lead, "tablehead")
        following = body[0].start if body else block.end
        border = Piece(_CROSS.join("─" * width for width in widths), None, "tableborder")
        yield Line((*lead, border), following, following, index)
    for row in body:
        yield from _grid_row(ink, index, row, widths, aligns, lead, "")


def _grid_row(
    ink: Ink, index: int, row: _Row, widths: Sequence[int], aligns: str, lead: tuple[Piece, ...], extra: str
) -> Iterator[Line]:
    columns: list[list[list[Piece]]] = []
    for column, width in enumerate(widths):
        cell = row.cells[column] if column < len(row.cells) else None
        lines = (
            [
                drawn_line(ink, start, end, cell.end, width, extra)
                for start, end in flow(ink, cell.start, cell.end, width)
            ]
            if cell
            else []
        )
        columns.append(lines)
    for height in range(max(len(lines) for lines in columns)):
        pieces: list[Piece] = [*lead]
        for column, width in enumerate(widths):
            own = columns[column][height] if height < len(columns[column]) else []
            room = width - width_of(own)
            before = {"r": room, "c": room // 2}.get(aligns[column], 0)
            behind = room - before
            if before > 0:
                pieces.append(Piece(" " * before, None))
            pieces += own
            if column + 1 < len(widths):
                if behind > 0:
                    pieces.append(Piece(" " * behind, None))
                pieces.append(Piece(_GAP, None, "tableborder"))
        yield Line(tuple(pieces), row.start, row.end, index)


def _records(
    ink: Ink, index: int, header: _Row, body: Sequence[_Row], width: int, lead: tuple[Piece, ...]
) -> Iterator[Line]:
    """``Header: value`` lines. The first record shows the header's own text, the others repeat it as decoration."""
    labels = [drawn_line(ink, cell.start, cell.end, cell.end, width, "tablehead") for cell in header.cells]
    spoken = ["".join(piece.text for piece in label) for label in labels]
    for number, row in enumerate(body):
        start = row.start if number else header.start
        if number:
            yield Line(lead, row.start, row.start, index)
        for column, cell in enumerate(row.cells):
            label: list[Piece] = []
            if column < len(labels) and spoken[column]:
                label = [Piece(f"{spoken[column]}: ", None, "tablehead")]
                if number == 0:
                    label = [*labels[column], Piece(": ", None, "tablehead")]
            taken = width_of(label)
            if taken * 2 > width:
                head = header.cells[column]
                if number == 0:
                    for first, last in flow(ink, head.start, head.end, width):
                        drawn = drawn_line(ink, first, last, head.end, width, "tablehead")
                        yield Line((*lead, *drawn), start, row.end, index)
                else:
                    for text in _cut(spoken[column], width):
                        yield Line((*lead, Piece(text, None, "tablehead")), start, row.end, index)
                label, taken = [], 2 if width > 2 * NARROWEST else 0
                if cell.start == cell.end:
                    continue
            indent = [Piece(" " * taken, None)] if taken else []
            for place, (first, last) in enumerate(flow(ink, cell.start, cell.end, max(width - taken, 1))):
                front = (label or indent) if place == 0 else indent
                yield Line(
                    (*lead, *front, *drawn_line(ink, first, last, cell.end, width - taken)), start, row.end, index
                )


def _cut(text: str, width: int) -> list[str]:
    """A repeated label, cut off where it does not fit."""
    if cells(text) <= width:
        return [text]
    cut = text[: max(width - 1, 0)]
    while cut and cells(cut) > width - 1:
        cut = cut[:-1]
    return [f"{cut}…"]
