"""A small bar chart of months, drawn with characters."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

_EIGHTHS = " ▁▂▃▄▅▆▇█"
_ASCII = " .:|"
_INITIALS = "JFMAMJJASOND"


@dataclass(frozen=True, slots=True)
class Chart:
    """Lines of bars from the top, the line of months under them and that of years."""

    bars: tuple[str, ...]
    months: str
    years: str
    at: tuple[int, int]
    """Columns of the month that is current: first and one past the last."""


def month_number(day: dt.date) -> int:
    """Months since year 0, so that a month more is a number more."""
    return day.year * 12 + day.month - 1


def chart(counts: Mapping[int, int], current: int, width: int, height: int = 4, *, plain: bool = False) -> Chart:
    """Bars of the months around ``current``, as many as ``width`` cells hold.

    :param counts: how much each month has, by its :func:`month_number`.
    :param plain: draw with ASCII only.
    """
    if not counts or width < 1:
        return Chart(("",) * height, "", "", (0, 0))
    low, high = min(counts), max(counts)
    step = 3 if (high - low + 1) * 3 <= width else 2 if (high - low + 1) * 2 <= width else 1
    shown = max(1, width // step)
    if high - low + 1 > shown:
        low = max(low, min(current - shown // 2, high - shown + 1))
        high = low + shown - 1
    numbers = range(low, high + 1)
    most = max((counts.get(number, 0) for number in numbers), default=0) or 1
    marks = _ASCII if plain else _EIGHTHS
    levels = [_level(counts.get(number, 0), most, height * (len(marks) - 1)) for number in numbers]
    gap = " " if step > 1 else ""
    bars = tuple(
        "".join(
            marks[max(0, min(len(marks) - 1, level - row * (len(marks) - 1)))] * (step - len(gap)) + gap
            for level in levels
        )
        for row in range(height - 1, -1, -1)
    )
    months = "".join(_INITIALS[number % 12] + " " * (step - 1) for number in numbers)
    at = (current - low) * step if low <= current <= high else -step
    return Chart(bars, months, _years(numbers, step), (at, at + step - len(gap)))


def _level(count: int, most: int, levels: int) -> int:
    """How high a bar is; what is there at all is seen."""
    return max(1, round(levels * count / most)) if count else 0


def _years(numbers: Sequence[int], step: int) -> str:
    line = ""
    for at, number in enumerate(numbers):
        first = at == 0 and (12 - number % 12) * step > 4  # else the next January has the room
        if (number % 12 == 0 or first) and len(line) <= at * step:
            line = line.ljust(at * step) + str(number // 12) + " "
    return line[: len(numbers) * step]
