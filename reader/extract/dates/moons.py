"""Feasts that follow the moon: Lunar New Year, Diwali, Passover, Eid.

New moons are those of Meeus, *Astronomical Algorithms* (2nd ed. 1998), chapter 49, with the terms above three minutes;
the Jewish year is that of Gauss's formula; a Muslim month begins on the first evening after the new moon, as Mecca sees
it, so that a country that waits to see the crescent may keep a feast a day later.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from math import floor, radians, sin

_FIRST = dt.datetime(2000, 1, 6, 14, 20)
"""Mean new moon that Meeus counts from, in universal time."""
_MONTH = 29.530588861


def _new_moon(number: int) -> dt.datetime:
    """The new moon so many months after that of 6 January 2000, in universal time."""
    century = number / 1236.85
    sun = radians(2.5534 + 29.1053567 * number)
    moon = radians(201.5643 + 385.81693528 * number + 0.0107582 * century**2)
    node = radians(160.7108 + 390.67050284 * number)
    days = (
        _MONTH * number
        + 0.00015437 * century**2
        - 0.40720 * sin(moon)
        + 0.17241 * sin(sun)
        + 0.01608 * sin(2 * moon)
        + 0.01039 * sin(2 * node)
        + 0.00739 * sin(moon - sun)
        - 0.00514 * sin(moon + sun)
        + 0.00208 * sin(2 * sun)
    )
    return _FIRST + dt.timedelta(days=days)


def _new_moon_from(moment: dt.datetime) -> dt.datetime:
    """The first new moon that is not before ``moment``."""
    number = floor((moment - _FIRST) / dt.timedelta(days=_MONTH)) - 1
    while _new_moon(number) < moment:
        number += 1
    return _new_moon(number)


def _lunar_new_year(year: int) -> dt.date:
    """By the clock of Beijing, the day of the first new moon from 21 January."""
    beijing = dt.timedelta(hours=8)
    return (_new_moon_from(dt.datetime(year, 1, 21) - beijing) + beijing).date()


def _diwali(year: int) -> dt.date:
    """By the clock of India, the evening before the new moon while the sun is in the sign of the Scales."""
    new_moon = _new_moon_from(dt.datetime(year, 10, 17, 12))
    return (new_moon + dt.timedelta(hours=5.5 - 18.3)).date()


def _rosh_hashanah(year: int) -> dt.date:
    """First day of the Jewish year that begins in September or October of ``year``."""
    cycle = 12 * (year % 19 + 1) % 19
    exact = year // 100 - year // 400 - 2 + 765433 / 492480 * cycle + year % 4 / 4 - (313 * year + 89081) / 98496
    day = dt.date(year, 8, 31) + dt.timedelta(days=floor(exact))
    rest = exact - floor(exact)
    weekday = day.isoweekday()
    late = weekday == 1 and rest >= 23269 / 25920 and cycle > 11
    later = weekday == 2 and rest >= 1367 / 2160 and cycle > 6
    return day + dt.timedelta(days=2 if later else 1 if late or weekday in (3, 5, 7) else 0)


def _hanukkah(year: int) -> dt.date:
    """First day, 25 Kislev: the month before it has its thirtieth day in the longest years only."""
    begins = _rosh_hashanah(year)
    long = (_rosh_hashanah(year + 1) - begins).days in (355, 385)
    return begins + dt.timedelta(days=84 if long else 83)


def _muslim_month(year: int, month: int) -> dt.date:
    """First day of the month of the Muslim year that begins in ``year``."""
    for muslim in range(floor((year - 622) * 1.0307), floor((year - 622) * 1.0307) + 3):
        # By the calendar of tables, a day or two from the new moon.
        tables = floor((11 * muslim + 3) / 30) + 354 * muslim + 30 * month - (month - 1) // 2 + 1948056
        about = dt.datetime(2000, 1, 1) + dt.timedelta(days=tables - 2451545)
        new_moon = _new_moon_from(about - dt.timedelta(days=5))
        begins = (new_moon + dt.timedelta(hours=9 + 24)).date()  # before sunset in Mecca, at 15 h: the next day
        if begins.year >= year:
            return begins
    raise ValueError(year)


def _after(first: Callable[[int], dt.date], days: int) -> Callable[[int], dt.date]:
    return lambda year: first(year) + dt.timedelta(days=days)


FEASTS: dict[str, Callable[[int], dt.date]] = {
    "lunar new year": _lunar_new_year,
    "lunar new year's eve": _after(_lunar_new_year, -1),
    "diwali": _diwali,
    "rosh hashanah": _rosh_hashanah,
    "yom kippur": _after(_rosh_hashanah, 9),
    "hanukkah": _hanukkah,
    "purim": _after(_rosh_hashanah, -193),
    "passover": _after(_rosh_hashanah, -163),
    "eid al-fitr": lambda year: _muslim_month(year, 10),
    "eid al-adha": lambda year: _muslim_month(year, 12) + dt.timedelta(days=9),
}
"""Their day in a year of the calendar, by name.

:raises ValueError: (OverflowError) beyond the years 1600 to 2400 or so, where nobody keeps to these formulas.
"""
