"""Reckoning with dates, and TimeML's names for days, weeks, months and longer stretches."""

from __future__ import annotations

import datetime as dt
from functools import lru_cache

from reader.extract.dates.english import SEASON_MONTHS, WEEKDAYS

GRAINS = ("day", "weekend", "week", "month", "quarter", "season", "half", "year", "decade", "century")
"""Units of the calendar, short to long."""

UNKNOWN: dict[str, str] = {
    "day": "XXXX-XX-XX",
    "weekend": "XXXX-WXX-WE",
    "week": "XXXX-WXX",
    "month": "XXXX-XX",
    "quarter": "XXXX-QX",
    "season": "XXXX-XX",
    "half": "XXXX-HX",
    "year": "XXXX",
    "decade": "XXX",
    "century": "XX",
}
"""What TimeML writes for a unit of which nothing is known."""

GRAIN_OF_UNIT: dict[str, str] = {
    "D": "day",
    "N": "day",
    "W": "week",
    "2W": "week",
    "WE": "weekend",
    "M": "month",
    "Q": "quarter",
    "6M": "half",
    "Y": "year",
    "10Y": "decade",
    "100Y": "century",
    "1000Y": "century",
}

DAY_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTH_NAMES = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


def value_of(grain: str, day: dt.date) -> str:
    """TimeML's value of the unit around ``day``: ``2021-12-30``, ``2021-W52``, ``2021-12``, ``2021-Q4``, ``202`` ..."""
    year = f"{day.year:04d}"
    if grain == "day":
        return f"{year}-{day.month:02d}-{day.day:02d}"
    if grain in ("week", "weekend"):
        iso = day.isocalendar()
        return f"{iso.year:04d}-W{iso.week:02d}" + ("-WE" if grain == "weekend" else "")
    if grain == "month":
        return f"{year}-{day.month:02d}"
    if grain == "quarter":
        return f"{year}-Q{(day.month + 2) // 3}"
    if grain == "half":
        return f"{year}-H{(day.month + 5) // 6}"
    if grain == "season":
        return f"{year}-{season_of(day)}"
    if grain == "year":
        return year
    return year[:3] if grain == "decade" else year[:2]


def season_of(day: dt.date) -> str:
    """Season of the north by whole months: March to May is spring."""
    return ("WI", "SP", "SU", "FA")[day.month % 12 // 3]


def shift(day: dt.date, count: float, unit: str) -> dt.date | None:
    """``day`` moved by ``count`` of TimeML's ``unit``; None where the calendar ends (years 1 to 9999)."""
    try:
        if unit in ("D", "N"):
            return day + dt.timedelta(days=count)
        if unit in ("W", "2W", "WE"):
            return day + dt.timedelta(weeks=count * (2 if unit == "2W" else 1))
        if unit.startswith("T"):
            return day + dt.timedelta(**{{"TH": "hours", "TM": "minutes", "TS": "seconds"}[unit]: count})
        months = count * {"M": 1, "Q": 3, "6M": 6, "Y": 12, "10Y": 120, "100Y": 1200, "1000Y": 12000}[unit]
        number = day.year * 12 + day.month - 1 + int(months // 1)
        year, month = divmod(number, 12)
        return dt.date(year, month + 1, min(day.day, month_length(year, month + 1)))
    except (ValueError, OverflowError):
        return None


def month_length(year: int, month: int) -> int:
    """Days of a month.

    :raises ValueError: for a year outside 1 to 9999 or a month outside 1 to 12.
    """
    following = dt.date(year, month, 28) + dt.timedelta(days=4) if (year, month) != (9999, 12) else None
    return 31 if following is None else (following - dt.timedelta(days=following.day)).day


def day_or_none(year: int, month: int, day: int) -> dt.date | None:
    """The day if there is one."""
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def easter(year: int) -> dt.date:
    """Easter Sunday in the Gregorian calendar (Butcher's method, Nature, 20 April 1876)."""
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    ell = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * ell) // 451
    month, day = divmod(h + ell - 7 * m + 114, 31)
    return dt.date(year, month, day + 1)


def feast(rule: tuple[int, int] | str, year: int) -> dt.date | None:
    """Day of a holiday in a year.

    :param rule: month and day; ``easter+50``; or ``4 thursday 11 +1``: the day after November's fourth Thursday
        (``-1`` counts from the month's end); ``moon: diwali``: one that follows the moon.
    """
    if isinstance(rule, tuple):
        return day_or_none(year, *rule)
    if rule.startswith("moon: "):
        return _moon_feast(rule[6:], year) if 1600 <= year <= 2400 else None
    if rule.startswith("easter"):
        return shift(easter(year), int(rule[6:] or 0), "D")
    count, weekday, month, *more = rule.split()
    number = WEEKDAYS[weekday]
    if int(count) > 0:
        first = dt.date(year, int(month), 1)
        day = first + dt.timedelta(days=(number - first.isoweekday()) % 7 + 7 * (int(count) - 1))
    else:
        last = dt.date(year, int(month), month_length(year, int(month)))
        day = last - dt.timedelta(days=(last.isoweekday() - number) % 7)
    return day + dt.timedelta(days=int(more[0]) if more else 0)


@lru_cache(maxsize=64)
def _moon_feast(name: str, year: int) -> dt.date:
    from reader.extract.dates.moons import FEASTS

    return FEASTS[name](year)


def season_start(year: int, season: str) -> dt.date:
    """First day of a season by whole months."""
    return dt.date(year, SEASON_MONTHS[season], 1)


def spell(day: dt.date) -> str:
    """``Thursday 30 December 2021``."""
    return f"{DAY_NAMES[day.weekday()]} {day.day} {MONTH_NAMES[day.month - 1]} {day.year}"


_SEASON_NAMES = {"SP": "spring", "SU": "summer", "FA": "autumn", "WI": "winter"}
_COUNTED = ("first", "second", "third", "fourth")


def spell_stretch(grain: str, day: dt.date) -> str:
    """A stretch in words: ``August 2021``, ``the third quarter of 2021``, ``ISO week 51``, ``summer 2021``."""
    if grain == "day":
        return spell(day)
    if grain in ("week", "weekend"):
        return ("the weekend of " if grain == "weekend" else "") + f"ISO week {day.isocalendar().week}"
    if grain == "month":
        return f"{MONTH_NAMES[day.month - 1]} {day.year}"
    if grain == "quarter":
        return f"the {_COUNTED[(day.month - 1) // 3]} quarter of {day.year}"
    if grain == "half":
        return f"the {_COUNTED[(day.month - 1) // 6]} half of {day.year}"
    if grain == "season":
        return f"{_SEASON_NAMES[season_of(day)]} {day.year}"
    if grain == "year":
        return f"{day.year}"
    return f"the {day.year // 10}0s" if grain == "decade" else f"the {day.year // 100}00s"


def with_result(why: str, grain: str, day: dt.date) -> str:
    """A derivation that ends with what it comes to, unless it says so already."""
    result = spell_stretch(grain, day)
    if result in why or value_of(grain, day) in why.split():
        return why
    return f"{why}{', ' if ': ' in why else ': '}{result}"


def month_name(month: int) -> str:
    """``December`` for 12."""
    return MONTH_NAMES[month - 1]


def weekday_name(number: int) -> str:
    """``Monday`` for 1."""
    return DAY_NAMES[number - 1]
