"""What the reader has made of an article, as it is drawn: tints over the words, signs in the margin."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from reader.tui.overlay import Overlay

if TYPE_CHECKING:
    from reader.model import Span

NOTE_SIGN = "*"
"""A note in the margin, as a printer would set it."""
UNSAVED_SIGN = "!"
"""What is on the screen but not on the disk."""


class Mark(NamedTuple):
    """A label or note over words."""

    span: Span
    label: str = ""
    """Name of the label; empty for a bare note."""
    key: str = ""
    """The label's digit, shown in the margin."""
    noted: bool = False
    """Whether there is a note."""
    unsaved: bool = False
    """Whether it is on the screen only: not yet on the disk, or refused by it."""


class Marks:
    """All marks of an article, ready to be drawn."""

    def __init__(self, marks: Iterable[Mark] = ()) -> None:
        self.all: Sequence[Mark] = sorted(marks, key=lambda mark: (mark.span.start, -mark.span.end))
        self._starts = [mark.span.start for mark in self.all]
        self._reach = list(accumulate((mark.span.end for mark in self.all), max))
        """How far the marks up to each one reach."""

    def within(self, start: int, end: int) -> Sequence[Mark]:
        """The marks that begin in ``start:end``."""
        return self.all[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def over(self, start: int, end: int) -> Overlay:
        """What lies over ``start:end``: made for the lines that are drawn, so that one label among thousands costs no
        more than one among few."""
        near = []
        at = bisect_left(self._starts, end)
        while at > 0 and self._reach[at - 1] > start:
            at -= 1
            if self.all[at].span.end > start:
                near.append(self.all[at])
        if not near:
            return _NOTHING
        # The shorter of two lies on top: what is nested is seen within what holds it.
        near.sort(key=lambda mark: (-len(mark.span), mark.span.start))
        ranges = [(mark.span.start, mark.span.end, f"label:{mark.label}" if mark.label else "note") for mark in near]
        ranges += [(low, high, "several") for low, high in _shared(near)]
        ranges += [(mark.span.start, mark.span.end, "unsaved") for mark in near if mark.unsaved]
        return Overlay(ranges)

    def sign(self, start: int, end: int, room: int) -> str:
        """What stands in the margin of a line, at most ``room`` characters: the digit of its label or ``+`` for
        several, then ``*`` for a note, ``!`` where something is not saved."""
        marks = self.within(start, end)
        if not marks or room < 1:
            return ""
        keys = list(dict.fromkeys(mark.key or "·" for mark in marks if mark.label))
        label = "" if not keys else keys[0] if len(keys) == 1 else "+"
        last = NOTE_SIGN if any(mark.noted for mark in marks) else ""
        if any(mark.unsaved for mark in marks):
            last = UNSAVED_SIGN
        return (label + last)[-room:]

    @property
    def spans(self) -> list[Span]:
        """The words marked, by start."""
        return [mark.span for mark in self.all]


def _shared(marks: Sequence[Mark]) -> list[tuple[int, int]]:
    """Where two marks or more lie over each other, by start."""
    edges = sorted([(mark.span.start, 1) for mark in marks] + [(mark.span.end, -1) for mark in marks])
    found: list[tuple[int, int]] = []
    depth = before = 0
    for at, step in edges:
        if depth > 1 and at > before:
            found.append((before, at))
        depth, before = depth + step, at
    return found


_NOTHING = Overlay()
