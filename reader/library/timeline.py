"""All that articles date, in time order, and how much of it each month has."""

from __future__ import annotations

import datetime as dt
from array import array
from bisect import bisect_left
from dataclasses import dataclass, field

_LONG = 31
"""Days above which a period is no part of a month."""
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Month:
    """A month in which something happens."""

    first: int
    """Ordinal of its first day."""
    at: int
    """Index of its first statement in the timeline, after the periods that are longer than a month."""
    count: int
    """Its statements, those periods not counted."""

    @property
    def date(self) -> dt.date:
        """Its first day."""
        return dt.date.fromordinal(self.first)

    @property
    def words(self) -> str:
        """``January 2022``."""
        return f"{_MONTHS[self.date.month - 1]} {self.date.year}"


@dataclass(frozen=True, slots=True)
class Timeline:
    """Numbers of statements by the first day that they are dated to, longer periods before the days in them."""

    ids: array[int] = field(default_factory=lambda: array("q"))
    firsts: array[int] = field(default_factory=lambda: array("l"))
    lasts: array[int] = field(default_factory=lambda: array("l"))

    def __len__(self) -> int:
        return len(self.ids)

    def months(self) -> list[Month]:
        """The months that have something, in order."""
        found: list[Month] = []
        at = 0
        while at < len(self.firsts):
            day = dt.date.fromordinal(self.firsts[at]).replace(day=1)
            begin = day.toordinal()
            end = bisect_left(self.firsts, (day + dt.timedelta(32)).replace(day=1).toordinal(), at)
            start = at
            while start < end and self.lasts[start] - self.firsts[start] > _LONG and self.firsts[start] == begin:
                start += 1
            if start < end:
                found.append(Month(begin, start, end - start))
            at = end
        return found

    def headings(self) -> list[tuple[int, str]]:
        """Index of the first statement under each heading, and its words: a month, or a year for what lasts longer."""
        found: list[tuple[int, str]] = []
        at = 0
        for month in self.months():
            while at < month.at:
                at = self._long(at, month.at, found)
            found.append((month.at, f"{month.words}  {month.count:,}"))
            at = month.at + month.count
        while at < len(self.ids):
            at = self._long(at, len(self.ids), found)
        return found

    def _long(self, at: int, end: int, found: list[tuple[int, str]]) -> int:
        """One heading for the periods that begin with the same year or month; the index after them."""
        first = self.firsts[at]
        after = bisect_left(self.firsts, first + 1, at, end)
        date = dt.date.fromordinal(first)
        words = f"{date.year}" if date.month == 1 else f"from {_MONTHS[date.month - 1]} {date.year}"
        found.append((at, f"{words}  {after - at:,}"))
        return after

    def near(self, day: dt.date) -> int:
        """Index of the first statement on or after a day, else of the last one."""
        return max(0, min(bisect_left(self.firsts, day.toordinal()), len(self.ids) - 1))
