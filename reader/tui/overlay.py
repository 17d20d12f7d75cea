"""Ranges of text with style names, cut so that none overlap: what lies over the words of an article."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import TypeAlias

Names: TypeAlias = tuple[str, ...]
"""Style names over one run, weakest first."""


class Overlay:
    """Sorted runs ``(start, end, names)``; overlapping input is flattened once, in O(n log n)."""

    def __init__(self, ranges: Iterable[tuple[int, int, str]] = ()) -> None:
        """:param ranges: in the order of their strength where they overlap, weakest first."""
        self._starts: list[int] = []
        self._ends: list[int] = []
        self._names: list[Names] = []
        edges: list[tuple[int, int, int, str]] = []
        for rank, (start, end, name) in enumerate(ranges):
            if start < end:
                edges.append((start, 1, rank, name))
                edges.append((end, 0, rank, name))
        edges.sort()
        active: dict[int, str] = {}
        before = 0
        for at, opens, rank, name in edges:
            if active and at > before:
                names = tuple(dict.fromkeys(active[key] for key in sorted(active)))
                if self._ends and self._ends[-1] == before and self._names[-1] == names:
                    self._ends[-1] = at
                else:
                    self._starts.append(before)
                    self._ends.append(at)
                    self._names.append(names)
            before = at
            if opens:
                active[rank] = name
            else:
                del active[rank]

    def __len__(self) -> int:
        return len(self._starts)

    def within(self, start: int, end: int) -> Iterator[tuple[int, int, Names]]:
        """The runs that touch ``start:end``, cut to it."""
        at = max(0, bisect_right(self._starts, start) - 1)
        while at < len(self._starts) and self._starts[at] < end:
            low, high = max(start, self._starts[at]), min(end, self._ends[at])
            if low < high:
                yield low, high, self._names[at]
            at += 1


def cut(start: int, end: int, overlays: Iterable[Overlay]) -> Iterator[tuple[int, int, Names]]:
    """Split ``start:end`` wherever an overlay begins or ends; names of later overlays are stronger."""
    layers = [list(overlay.within(start, end)) for overlay in overlays]
    if not any(layers):
        yield start, end, ()
        return
    cuts = {start, end}
    for layer in layers:
        for low, high, _ in layer:
            cuts.add(low)
            cuts.add(high)
    points = sorted(cuts)
    places = [0] * len(layers)
    for low, high in pairwise(points):
        names: list[str] = []
        for which, layer in enumerate(layers):
            while places[which] < len(layer) and layer[places[which]][1] <= low:
                places[which] += 1
            if places[which] < len(layer) and layer[places[which]][0] <= low:
                names.extend(layer[places[which]][2])
        yield low, high, tuple(names)
