"""A document at one width: which text stands on which screen line. Lazy, append-only, compact."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Iterator
from itertools import islice

from reader.markdown.cells import cells, clusters, previous_boundary
from reader.markdown.drawing import Ink, Piece
from reader.markdown.indents import Indents
from reader.markdown.lines import Line, drawn_line, flow
from reader.markdown.wrap import chop, fill
from reader.model import Block, BlockKind, Document

CONTINUED = "↪ "
"""Drawn before what goes on of a line of code that was too long."""
NARROW_CODE = 8
"""Narrower code is broken without that mark."""
KEPT_LINES = 512
"""Lines whose pieces are kept: some pages."""
KEPT_INKS = 64
"""Blocks whose styles are kept flattened."""


class Layout:
    """Screen lines of ``document`` in ``width`` cells. Making one wraps nothing; lines are found as they are asked for.

    Lines that are known never change. Screen lines count from 0, cells from the left edge from 0, offsets are into
    ``Document.text``. Nothing here raises for any document or width; a width below 1 counts as 1. Not for use by
    several threads at once.
    """

    def __init__(self, document: Document, width: int, *, spacing: int = 1, line_spacing: int = 0) -> None:
        """
        :param spacing: blank lines between blocks; headings of level 1 have one more before them.
        :param line_spacing: blank lines between the lines of running text.
        """
        self.document = document
        self.width = max(width, 1)
        self.spacing = max(spacing, 0)
        self.line_spacing = max(line_spacing, 0)
        self.complete = not document.blocks
        """Whether all lines are known."""
        self._block_of = array("i")
        self._starts = array("I")
        self._ends = array("I")
        self._drawn: dict[int, Line] = {}
        """Lines of tables, which are made with their pieces."""
        self._lines: dict[int, Line] = {}
        self._inks: dict[int, Ink] = {}
        self._indents = Indents(self.width)
        self._list_end = 0
        """Index of the block behind the list that was measured last."""
        self._list_is_close = True
        self._source = self._all_lines()

    @property
    def height(self) -> int:
        """Screen lines known so far."""
        return len(self._starts)

    @property
    def estimated_height(self) -> int:
        """Screen lines of the whole document: exact when complete, else reckoned from what is known."""
        known = self.height
        if self.complete:
            return known
        length = len(self.document.text)
        reached = self._starts[-1] if known else 0
        if known > 50 and reached > 0:
            return known + max(1, (length - reached) * known // reached)
        blocks = len(self.document.blocks)
        return max(known + 1, length // max(self.width * 4 // 5, 1) + blocks * (1 + self.spacing))

    def extend(self, lines: int = 500) -> None:
        """Find at least ``lines`` further lines, or all there are."""
        if not self.complete and lines > 0:
            block_of, starts, ends = self._block_of, self._starts, self._ends
            before = len(starts)
            for block, start, end in islice(self._source, lines):
                block_of.append(block)
                starts.append(start)
                ends.append(end)
            self.complete = len(starts) - before < lines

    def extend_to_line(self, y: int) -> None:
        """Find lines until line ``y`` is known, or all are."""
        self.extend(y + 1 - self.height)

    def extend_to_offset(self, offset: int) -> None:
        """Find lines until the line of ``offset`` is known, or all are."""
        while not self.complete and (not self._starts or self._starts[-1] <= offset):
            self.extend(500)

    def line(self, y: int) -> Line:
        """Screen line ``y``.

        :raises IndexError: when it is not known (yet).
        """
        if not 0 <= y < self.height:
            raise IndexError(f"line {y} of {self.height} known ones")
        if (line := self._drawn.get(y) or self._lines.get(y)) is None:
            line = self._draw(y)
            if len(self._lines) >= KEPT_LINES:
                del self._lines[next(iter(self._lines))]
            self._lines[y] = line
        return line

    def line_of(self, offset: int) -> int:
        """Screen line on which ``offset`` stands; a space or newline between two lines belongs to the first."""
        self.extend_to_offset(offset)
        y = max(bisect_right(self._starts, offset) - 1, 0)
        if y in self._drawn:
            return self._line_in_row(y, offset)
        return y

    def cell_of(self, offset: int) -> tuple[int, int]:
        """Screen line and cell of the character at ``offset``.

        A mark has the cell of its base. What is not drawn has the cell of the next that is, or of the end of the line.
        """
        y = self.line_of(offset)
        if not self.height:
            return 0, 0
        x = end = 0
        for piece in self.line(y).pieces:
            if piece.start is not None:
                if offset < piece.start + len(piece.text):
                    if offset >= piece.start and not self.document.text[offset].isascii():
                        base = previous_boundary(self.document.text, offset + 1)
                        if base < piece.start and self.line_of(base) == y:
                            return self.cell_of(base)  # a mark parted from its base by what is not drawn
                    return y, min(x + _cells_before(piece.text, max(offset - piece.start, 0)), self.width - 1)
                end = x + cells(piece.text)
            x += cells(piece.text)
        return y, min(end, self.width - 1)

    def offset_at(self, y: int, x: int) -> int:
        """Offset of the character at cell ``x`` of line ``y``, or of the nearest one; both are clamped.

        Right of the text it is the end of the line: the space or newline there, the end of the document, or the last
        character where the line was broken within a word.
        """
        self.extend_to_line(y)
        if not self.height:
            return 0
        y = min(max(y, 0), self.height - 1)
        line = self.line(y)
        left = 0
        end: int | None = None
        for piece in line.pieces:
            taken = cells(piece.text)
            if piece.start is not None:
                if x < left + taken:
                    return piece.start + _code_points_before(piece.text, max(x - left, 0))
                end = piece.start + len(piece.text)
            left += taken
            if end is not None and x < left:
                return self._end_on(y, end)  # on a border, a number of a link or padding
        return line.start if end is None else self._end_on(y, end)

    def _end_on(self, y: int, end: int) -> int:
        """``end`` of some text on line ``y``, or the character before it if ``end`` stands on another line."""
        if self.line_of(end) == y:
            return end
        x = 0
        for piece in self.line(y).pieces:
            if piece.start is not None and piece.start + len(piece.text) == end:
                return piece.start + _code_points_before(piece.text, max(cells(piece.text) - 1, 0))
            x += cells(piece.text)
        return end

    def _line_in_row(self, y: int, offset: int) -> int:
        """The line of a table row, whose lines all have one range, that draws ``offset``, or what is nearest before."""
        start = self._starts[y]
        best, nearest = y, -1
        while y >= 0 and self._starts[y] == start and y in self._drawn:
            for piece in self._drawn[y].pieces:
                if piece.start is not None:
                    if piece.start <= offset < piece.start + len(piece.text):
                        return y
                    if nearest < piece.start <= offset:
                        best, nearest = y, piece.start
            y -= 1
        return best

    def _all_lines(self) -> Iterator[tuple[int, int, int]]:
        """Block, start and end of each line of the document, in order."""
        previous: Block | None = None
        for index, block in enumerate(self.document.blocks):
            if previous is not None:
                if index >= self._list_end and block.indent:
                    self._measure_list(index - 1 if previous.indent else index)
                for _ in range(self._blank_lines(previous, block)):
                    yield -1, block.start, block.start
            indent = self._indents.enter(index, block)
            width = self.width - indent
            if block.kind is BlockKind.TABLE:
                ink = self._ink(index)
                from reader.markdown.tables import table_lines

                for line in table_lines(ink, block, index, width):
                    lead = self._indents.lead(index, block, first=not self._is_inside(index))
                    self._drawn[len(self._starts)] = Line((*lead, *line.pieces), line.start, line.end, index)
                    yield index, line.start, line.end
            elif block.kind is BlockKind.RULE or block.start == block.end:
                yield index, block.start, block.end
            elif block.kind is BlockKind.CODE:
                further = width - len(CONTINUED) if width >= NARROW_CODE else width
                for start, end in chop(self.document.text, block.start, block.end, width, further):
                    yield index, start, end
            else:
                text = self.document.text
                ranges = (
                    flow(self._ink(index), block.start, block.end, width)
                    if block.runs
                    else fill(text, block.start, block.end, width, reflow=block.reflow)
                )
                for number, (start, end) in enumerate(ranges):
                    for _ in range(self.line_spacing if number else 0):
                        yield -1, start, start
                    yield index, start, end
            previous = block

    def _is_inside(self, index: int) -> bool:
        """Whether a line of block ``index`` is known already."""
        return bool(self._block_of) and self._block_of[-1] == index

    def _blank_lines(self, previous: Block, block: Block) -> int:
        """Blank lines between two blocks."""
        if block.kind is BlockKind.HEADING and block.level == 1:
            return self.spacing + 1
        if block.kind is BlockKind.HEADING or previous.kind is BlockKind.HEADING:
            return max(self.spacing, 1)
        if block.marker and previous.indent and self._list_is_close:
            return 0
        return self.spacing

    def _measure_list(self, start: int) -> None:
        """Whether the items of the list that begins at block ``start`` stand close: when most take a line or two."""
        blocks = self.document.blocks
        end = start
        total = 0
        while end < len(blocks) and blocks[end].indent:
            total += blocks[end].end - blocks[end].start
            end += 1
        self._list_end = end
        self._list_is_close = total <= 2 * self.width * (end - start)

    def _ink(self, index: int) -> Ink:
        ink = self._inks.get(index)
        if ink is None:
            block = self.document.blocks[index]
            text = self.document.text
            if block.kind is BlockKind.CODE:
                code = text[block.start : block.end] if block.info else ""
                from reader.markdown.code_colours import colours

                coloured = [(block.start + a, block.start + b, style) for a, b, style in colours(code, block.info)]
                ink = Ink(text, (), "codeblock", width=0, ranges=coloured)
            else:
                base = f"heading{block.level}" if block.kind is BlockKind.HEADING else ""
                if block.quote:
                    base = f"quote {base}".strip()
                ink = Ink(text, block.runs, base, width=self.width - self._indents.width(index), reflow=block.reflow)
            if len(self._inks) >= KEPT_INKS:
                del self._inks[next(iter(self._inks))]
            self._inks[index] = ink
        return ink

    def _draw(self, y: int) -> Line:
        """Line ``y`` with its pieces; it is of no table."""
        index, start, end = self._block_of[y], self._starts[y], self._ends[y]
        if index < 0:
            return Line((), start, end, index)
        block = self.document.blocks[index]
        before = y - 1
        while before >= 0 and self._block_of[before] < 0 and y - before <= self.line_spacing:
            before -= 1
        first = before < 0 or self._block_of[before] != index
        pieces = self._indents.lead(index, block, first=first)
        width = self.width - self._indents.width(index)
        if block.kind is BlockKind.RULE:
            pieces.append(Piece("─" * width, None, "rule"))
        elif block.kind is BlockKind.CODE:
            if not first and width >= NARROW_CODE and self.document.text[start - 1] != "\n":
                pieces.append(Piece(CONTINUED, None, "marker"))
            pieces += self._ink(index).pieces(start, end)
        elif start < end:
            pieces += drawn_line(self._ink(index), start, end, block.end, width)
        return Line(tuple(pieces), start, end, index)


def _cells_before(text: str, count: int) -> int:
    """Cells before the character that holds code point ``count``."""
    if text.isascii():
        return count
    total = 0
    for _, last, taken in clusters(text):
        if last > count:
            break
        total += taken
    return total


def _code_points_before(text: str, x: int) -> int:
    """Code points before the character that covers cell ``x``."""
    if text.isascii():
        return x
    total = 0
    for first, _, taken in clusters(text):
        if total + taken > x:
            return first
        total += taken
    return len(text)
