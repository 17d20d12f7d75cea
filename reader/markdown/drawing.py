"""Text and style runs into pieces that can be put on a screen line."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from reader.markdown.cells import cells, drawn, simple
from reader.markdown.wrap import GLUE_LEFT, GLUE_RIGHT, ROOM_FOR_GLUE, SOFT_HYPHEN
from reader.model import Style, StyleRun

IMAGE_MARK = "▣ "


class Piece(NamedTuple):
    """A run of drawn text on one screen line."""

    text: str
    """Safe to draw: no control character, nothing that hides."""
    start: int | None
    """Offset of ``text[0]`` in ``Document.text``; ``text[i]`` stands at ``start + i`` (a newline drawn as a space where
    text is reflowed). None for decoration: bullets, rules, borders, bars, indents, link numbers."""
    style: str = ""
    """Names parted by spaces: ``heading1``..``6``, ``emphasis``, ``strong``, ``strike``, ``code``, ``codeblock``,
    ``link``, ``image``, ``quote``, ``marker``, ``rule``, ``tablehead``, ``tableborder``, ``linknumber``,
    ``code-keyword``, ``code-string``, ``code-comment``, ``code-number``; empty for plain text and indents."""


def flatten(runs: Sequence[StyleRun]) -> list[tuple[int, int, str]]:
    """Nested style runs as ranges that do not overlap, by start, each with the names of all styles over it."""
    edges = sorted({*(run.start for run in runs), *(run.end for run in runs)})
    opening: dict[int, list[Style]] = {}
    closing: dict[int, list[Style]] = {}
    for run in runs:
        opening.setdefault(run.start, []).append(run.style)
        closing.setdefault(run.end, []).append(run.style)
    active: Counter[Style] = Counter()
    found: list[tuple[int, int, str]] = []
    for start, end in pairwise(edges):
        active.subtract(closing.get(start, ()))
        active.update(opening.get(start, ()))
        names = " ".join(style.value for style in Style if active[style] > 0)
        if not names:
            continue
        if found and found[-1][1] == start and found[-1][2] == names:
            found[-1] = (found[-1][0], end, names)
        else:
            found.append((start, end, names))
    return found


class Ink:
    """How the text of one block is drawn: its styles, and the decorations that stand between its characters."""

    __slots__ = ("_ends", "_marks", "_ranges", "_starts", "base", "before", "behind", "reflow", "text")

    def __init__(
        self,
        text: str,
        runs: Sequence[StyleRun],
        base: str,
        *,
        width: int,
        reflow: bool = False,
        ranges: Iterable[tuple[int, int, str]] = (),
    ) -> None:
        self.text = text
        self.base = base
        self.reflow = reflow
        self._ranges = [*ranges] or flatten(runs)
        self._starts = [start for start, _, _ in self._ranges]
        self._ends = [end for _, end, _ in self._ranges]
        self.behind: dict[int, str] = {}
        """Numbers of links by the offset behind their text."""
        self.before: dict[int, str] = {}
        """Marks of images by the offset of their text."""
        if width >= ROOM_FOR_GLUE:
            for run in runs:
                if run.link:
                    self.behind.setdefault(run.end, f"[{run.link}]")
                if run.style is Style.IMAGE:
                    self.before.setdefault(run.start, IMAGE_MARK)

        self._marks = sorted({*self.behind, *self.before})

    @property
    def decorated(self) -> bool:
        """Whether any decoration stands between the characters."""
        return bool(self._marks)

    def undecorated(self) -> Ink:
        """The same styles with no decoration, for text that is too narrow to have any."""
        return Ink(self.text, (), self.base, width=0, reflow=self.reflow, ranges=self._ranges)

    def glued(self, start: int, end: int) -> tuple[str, list[int], list[int]]:
        """``text[start:end]`` with a stand-in for each cell of decoration, for wrapping.

        :return: the longer text, and for :func:`unglued` the places in it where decorations end and how many cells of
            decoration there are up to each.
        """
        parts: list[str] = []
        places: list[int] = []
        totals: list[int] = []
        position, length, total = start, 0, 0
        for offset in self._marks:
            if not start <= offset <= end:
                continue
            parts.append(self.text[position:offset])
            length += offset - position
            position = offset
            left = GLUE_LEFT * len(self.behind.get(offset, "")) if offset > start else ""
            right = GLUE_RIGHT * len(self.before.get(offset, "")) if offset < end else ""
            for glue in (left, right):  # each has its place: between the two a line may end
                if glue:
                    parts.append(glue)
                    length += len(glue)
                    total += len(glue)
                    places.append(length)
                    totals.append(total)
        parts.append(self.text[position:end])
        return "".join(parts), places, totals

    def pieces(self, start: int, end: int, extra: str = "") -> list[Piece]:
        """What is drawn of ``text[start:end]``, left to right."""
        base = f"{self.base} {extra}".strip() if extra else self.base
        if not self._ranges and not self.decorated and simple(self.text, start, end):
            return [Piece(self._shown(start, end), start, base)] if start < end else []
        found: list[Piece] = []
        if start in self.before and start < end:
            found.append(Piece(self.before[start], None, "image"))
        visible = drawn(self.text, start, end)
        position = start
        for stop in self._stops(start, end):
            style = self._style_at(position)
            names = f"{base} {style}".strip() if style else base
            for first, last in _within(visible, position, stop):
                found.append(Piece(self._shown(first, last), first, names))
            if stop in self.behind and stop > start:
                found.append(Piece(self.behind[stop], None, "linknumber"))
            if stop in self.before and stop < end:
                found.append(Piece(self.before[stop], None, "image"))
            position = stop
        return found

    def _stops(self, start: int, end: int) -> list[int]:
        """Where, after ``start`` and up to ``end``, the style changes or a decoration stands."""
        low = bisect_right(self._ends, start)
        stops = {end} if end > start else set()
        for index in range(low, len(self._ranges)):
            first, last, _ = self._ranges[index]
            if first >= end:
                break
            stops.add(first)
            stops.add(last)
        stops.update(self._marks[bisect_right(self._marks, start) : bisect_right(self._marks, end)])
        return sorted(stop for stop in stops if start < stop <= end)

    def _style_at(self, offset: int) -> str:
        index = bisect_right(self._starts, offset) - 1
        return self._ranges[index][2] if index >= 0 and offset < self._ends[index] else ""

    def _shown(self, start: int, end: int) -> str:
        text = self.text[start:end]
        return text.replace("\n", " ") if "\n" in text else text


def _within(ranges: Sequence[tuple[int, int]], start: int, end: int) -> Iterator[tuple[int, int]]:
    for first, last in ranges:
        if first < end and last > start:
            yield max(first, start), min(last, end)


def unglued(offset: int, start: int, places: Sequence[int], totals: Sequence[int]) -> int:
    """Offset in the text for an offset in what :meth:`Ink.glued` made of it."""
    index = bisect_right(places, offset) - 1
    return start + offset - (totals[index] if index >= 0 else 0)


def hyphen_at(text: str, end: int, stop: int) -> bool:
    """Whether a line that ends at ``end`` was broken at a soft hyphen, in a block that ends at ``stop``."""
    return 0 < end < stop and text[end - 1] == SOFT_HYPHEN and text[end] not in " \n"


def width_of(pieces: Iterable[Piece]) -> int:
    """Cells of pieces that stand side by side."""
    return sum(cells(piece.text) for piece in pieces)
