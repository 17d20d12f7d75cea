"""What stands left of a block: bars of quotations, indents and markers of lists."""

from __future__ import annotations

from reader.markdown.cells import cells
from reader.markdown.drawing import Piece
from reader.model import Block, BlockKind

BAR = "│ "
PLAIN_LEVEL = 2
"""Cells for a list level that has shown no marker."""


class Indents:
    """Indents of blocks at one width. Blocks are entered in order, as each list level aligns with its last marker."""

    def __init__(self, width: int) -> None:
        # Text keeps half the width however deep it lies, and room for a wide character.
        self._limit = min(width // 2, max(width - 2, 0))
        self._levels: list[int] = []
        self._kept: dict[int, tuple[int, int, int]] = {}
        """For each block that has any: bars, cells before the marker, cells of the marker with its space."""

    def enter(self, index: int, block: Block) -> int:
        """Take note of a block; the cells left of its text."""
        del self._levels[block.indent :]
        if not block.indent and not block.quote and not block.marker:
            return 0
        self._levels += [0] * (block.indent - len(self._levels))
        if block.marker:
            markers = block.marker.split(" ")[-block.indent :] if block.indent else []
            for level, marker in zip(range(block.indent - len(markers), block.indent), markers, strict=True):
                self._levels[level] = cells(marker) + 1
        levels = [level or PLAIN_LEVEL for level in self._levels]
        own = cells(block.marker) + 1 if block.marker else 0
        bars = min(block.quote, self._limit // (2 * len(BAR)) if block.indent else self._limit // len(BAR))
        room = self._limit - bars * len(BAR)
        before = sum(levels) - own
        if own > room:
            own = 0
            before = min(sum(levels), room)
        elif before + own > room:
            before = room - own
        self._kept[index] = (bars, max(before, 0), own)
        return self.width(index)

    def width(self, index: int) -> int:
        """Cells left of the text of an entered block."""
        bars, before, own = self._kept.get(index, (0, 0, 0))
        return bars * len(BAR) + before + own

    def lead(self, index: int, block: Block, *, first: bool) -> list[Piece]:
        """The pieces left of a line of an entered block; its ``first`` shows the marker."""
        kept = self._kept.get(index)
        if kept is None:
            return []
        bars, before, own = kept
        bar = [Piece(BAR * bars, None, "quote")] if bars else []
        pieces: list[Piece] = []
        if first and own:
            if before:
                pieces.append(Piece(" " * before, None))
            pieces.append(Piece(f"{block.marker} ", None, "marker"))
        elif before + own:
            pieces.append(Piece(" " * (before + own), None))
        # The inner of the two stands nearer to the text: a quotation in a list, or a list in a quotation.
        return [*pieces, *bar] if block.kind is BlockKind.QUOTE else [*bar, *pieces]
