"""TIMEX3 values as a person would write them."""

from __future__ import annotations

import datetime as dt
import re

from reader.tui.clock import time_of_day

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_PARTS = {
    "MO": "morning", "MI": "midday", "AF": "afternoon", "EV": "evening", "NI": "night", "DT": "daytime"
}  # fmt: skip
_UNITS = {"Y": "year", "M": "month", "W": "week", "D": "day", "DE": "decade", "CE": "century", "WE": "weekend"}
_CLOCK = {"H": "hour", "M": "minute", "S": "second"}
_AGES = {"GA": "billion", "MA": "million", "KA": "thousand"}
_MONTH_OF = {"SP": "03", "SU": "06", "FA": "09", "WI": "12", "H1": "01", "H2": "07"}
_SEASONS = {"SP": "spring", "SU": "summer", "FA": "autumn", "WI": "winter"}
_DATE = re.compile(r"(\d{4}|XXXX)-(\d\d|XX)(?:-(\d\d|XX))?(?:T(.*))?$")
_DURATION = re.compile(r"(\d+(?:\.\d+)?|X+)([A-Z]+)")


def timex_words(value: str) -> str:
    """``2021-12-30`` as ``30 Dec 2021``, ``PT2H`` as ``2 hours``; a value it cannot put better stays as it is."""
    if value in ("PAST_REF", "FUTURE_REF", "PRESENT_REF"):
        return {"PAST_REF": "in the past", "FUTURE_REF": "to come", "PRESENT_REF": "now"}[value]
    if match := _DATE.match(value):
        return _date(*match.groups())
    if match := re.match(r"(\d{4}|XXXX)-W(\d\d|XX)(?:-(\d|WE))?$", value):
        return _week(*match.groups())
    if match := re.match(r"(\d{4}|XXXX)-(Q|H)(\d|X)$", value):
        return f"{'quarter' if match[2] == 'Q' else 'half'} {match[3]}" + _year(match[1])
    if match := re.match(r"(\d{4}|XXXX)-(SP|SU|FA|WI)$", value):
        return _SEASONS[match[2]] + _year(match[1])
    if re.match(r"\d{3}$", value):
        return f"{value}0s"
    if re.match(r"\d{2}$", value):
        return f"{_ordinal(int(value) + 1)} century"
    if match := re.match(r"BC(\d{1,4})$", value):
        return f"{int(match[1])} BC"
    if match := re.match(r"(GA|MA|KA)([\d.]+)$", value):
        return f"{match[2]} {_AGES[match[1]]} years ago"
    if match := re.match(r"(XXXX-WXX-\d)T(.+)$", value):
        return f"{timex_words(match[1])}, {_PARTS.get(match[2], match[2])}"
    if value.startswith("P"):
        return _duration(value)
    if match := re.match(r"T(\w\w)$", value):
        return _PARTS.get(match[1], value)
    return value


def _ordinal(number: int) -> str:
    ending = "th" if 10 < number % 100 < 14 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def _year(year: str | None) -> str:
    return "" if year in (None, "XXXX") else f" {year}"


def _date(year: str, month: str, day: str | None, time: str | None) -> str:
    words = "" if month == "XX" else MONTHS[int(month) - 1] if 1 <= int(month) <= 12 else month
    if day and day != "XX":
        words = f"{int(day)} {words}".strip()
    words = (words + _year(year)).strip() or "some day"
    if time:
        words += f", {_PARTS.get(time) or _clock(time)}"
    return words


def _clock(time: str) -> str:
    """``21:15`` by the reader's clock; anything else as it is."""
    match = re.fullmatch(r"(\d\d):(\d\d)", time)
    return time_of_day(int(match[1]), int(match[2])) if match else time


def _week(year: str, week: str, day: str | None) -> str:
    if week == "XX":
        return WEEKDAYS[int(day) - 1] if day and day.isdigit() and 1 <= int(day) <= 7 else "some week"
    words = "weekend, week" if day == "WE" else "week"
    return f"{words} {int(week)}{_year(year)}"


def _duration(value: str) -> str:
    days, _, clock = value[1:].partition("T")
    words: list[str] = []
    for part, units in ((days, _UNITS), (clock, _CLOCK)):
        for number, unit in _DURATION.findall(part):
            name = units.get(unit, unit.lower())
            if number.startswith("X"):
                words.append("some " + name + "s")
            else:
                words.append(f"{number} {name}" + ("" if number == "1" else "s"))
    return " ".join(words).replace("centurys", "centuries") or value


def sort_key(value: str) -> tuple[str, str]:
    """Orders values in time: earliest first, those without a year last."""
    if value[:1].isdigit():
        if match := re.match(r"(\d{4})-W(\d\d)", value):
            try:
                first = 6 if value.endswith("WE") else 1
                return dt.date.fromisocalendar(int(match[1]), int(match[2]), first).isoformat(), value
            except ValueError:
                return match[1], value
        if match := re.match(r"(\d{4})-Q(\d)", value):
            return f"{match[1]}-{int(match[2]) * 3 - 2:02}", value
        if match := re.match(r"(\d{4})-(SP|SU|FA|WI|H1|H2)", value):
            return f"{match[1]}-{_MONTH_OF[match[2]]}", value
        return value.ljust(4, "0"), value
    if match := re.match(r"BC(\d{1,4})$", value):
        return f"!{9999 - int(match[1]):04}", value
    return "~", value


def is_dated(value: str) -> bool:
    """Whether the value has a place on the time line."""
    return value[:1].isdigit() or value.startswith("BC")
