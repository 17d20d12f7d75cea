"""Who, when and where in a line or two, as much as fits."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest
from typing import TYPE_CHECKING

from reader.markdown.cells import cells

if TYPE_CHECKING:
    from reader.extract.summary import Summary

NARROW = 44
"""Columns below which who takes a line of its own."""


def summary_lines(summary: Summary, width: int) -> list[str]:
    """``Biden, Putin · 30 Dec 2021 · Geneva``: the foremost of each first, then the next, while there is room."""
    from reader.tui.timex_words import timex_words

    when = [timex_words(value) for value in summary.when[:1]]
    if width < NARROW:
        lines = [_fitted([summary.who], width), _fitted([when, summary.where], width)]
    else:
        lines = [_fitted([summary.who, when, summary.where], width)]
    return [line for line in lines if line]


def _fitted(groups: Sequence[Sequence[str]], width: int) -> str:
    taken: list[list[str]] = [[] for _ in groups]
    for rank in zip_longest(*groups):
        for at, item in enumerate(rank):
            if item is not None:
                taken[at].append(item)
                if cells(_joined(taken)) > width and sum(map(len, taken)) > 1:
                    taken[at].pop()
    return _joined(taken)


def _joined(taken: Sequence[Sequence[str]]) -> str:
    return " · ".join(", ".join(group) for group in taken if group)
