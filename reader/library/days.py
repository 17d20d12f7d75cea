"""The days that a TIMEX3 value covers, so that dates in texts can be asked for by period."""

from __future__ import annotations

import datetime as dt
import re
from calendar import monthrange

_YEAR = 4
"""Digits of a year; three are a decade, two a century."""
_SEASONS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
_VALUE = re.compile(
    r"(?P<years>\d{2,4})(?:-(?:W(?P<week>\d\d)(?P<weekend>-WE)?|Q(?P<quarter>[1-4])|H(?P<half>[12])"
    r"|(?P<season>SP|SU|FA|WI)|(?P<month>\d\d)(?:-(?P<day>\d\d)(?:T.*)?)?))?$"
)


def days(value: str) -> tuple[dt.date, dt.date] | None:
    """First and last day of ``2022-01-10``, ``2022-01-10T20:30``, ``2022-01``, ``2022``, ``2022-W02``, ``2022-Q1``,
    ``202`` (a decade) and the like; None for what is underspecified (``XXXX-01-10``), vague or no day of a calendar.
    """
    match = _VALUE.match(value)
    if match is None:
        return None
    try:
        return _days(match)
    except (ValueError, OverflowError):
        return None


def _days(match: re.Match[str]) -> tuple[dt.date, dt.date] | None:
    years = match["years"]
    if len(years) != _YEAR:
        if match.end() != len(years):
            return None
        span = 10 ** (_YEAR - len(years))
        return dt.date(int(years) * span, 1, 1), dt.date(int(years) * span + span - 1, 12, 31)
    year = int(years)
    if match["week"]:
        monday = dt.date.fromisocalendar(year, int(match["week"]), 1)
        return monday + dt.timedelta(5 if match["weekend"] else 0), monday + dt.timedelta(6)
    if match["day"]:
        day = dt.date(year, int(match["month"]), int(match["day"]))
        return day, day
    if match["month"]:
        return _months(year, int(match["month"]), 1)
    if match["quarter"]:
        return _months(year, 3 * int(match["quarter"]) - 2, 3)
    if match["half"]:
        return _months(year, 6 * int(match["half"]) - 5, 6)
    if match["season"]:
        return _months(year, _SEASONS[match["season"]], 3)
    return _months(year, 1, 12)


def _months(year: int, month: int, count: int) -> tuple[dt.date, dt.date]:
    last = month + count - 1
    end, month_of_end = year + (last - 1) // 12, (last - 1) % 12 + 1
    return dt.date(year, month, 1), dt.date(end, month_of_end, monthrange(end, month_of_end)[1])
