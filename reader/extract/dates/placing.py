"""Placing in time what names no year or no week: the tense of the verb decides between past and future."""

from __future__ import annotations

import datetime as dt

from reader.extract.dates.calendar import month_name, shift, spell, value_of
from reader.extract.dates.rule import Match, Timex

OF_TODAY = "day"


def by_tense(
    match: Match, past: dt.date, future: dt.date, lean: str = "past", now: dt.date | None = None
) -> tuple[dt.date, str, float]:
    """Choose between the last and the next one.

    :param lean: ``past``, ``future`` or ``nearest``: what to take when no verb tells.
    :returns: the choice, the reason in words, and how sure it is.
    """
    if past == future:
        return past, "", 1.0
    tense, word = match.context.tense(match.start, match.end)
    if tense == "past":
        return past, f"“{word}” speaks of the past, so the last one", 1.0
    if tense in ("future", "present") and (tense == "future" or lean != "past"):
        return future, f"“{word}” looks ahead, so the next one", 0.95
    if lean == "nearest" and now is not None:
        chosen = past if now - past <= future - now else future
        return chosen, "no verb tells past from future, so the nearest one", 0.8
    return (
        (past if lean == "past" else future),
        f"no verb tells past from future, so the {'last' if lean == 'past' else 'next'} one",
        0.85,
    )


def place_weekday(match: Match, weekday: int) -> tuple[dt.date, str, float] | None:
    """The day of a bare weekday; None without a publication date."""
    today = match.context.today
    if today is None:
        return None
    back = (today.isoweekday() - weekday) % 7
    return by_tense(match, shifted(today, -back), shifted(today, (7 - back) % 7))


def place_month_day(match: Match, month: int, day: int) -> tuple[dt.date, str, float] | None:
    """The day of a date without a year; None without a publication date or when no near year has the day."""
    today = match.context.today
    if today is None:
        return None
    past = _last(today, month, day)
    future = _next(today, month, day)
    if past is None or future is None:
        return None
    return by_tense(match, past, future, "nearest", today)


def place_month(match: Match, month: int) -> tuple[dt.date, str, float] | None:
    """First day of a month without a year; None without a publication date."""
    today = match.context.today
    if today is None:
        return None
    first = today.replace(day=1)
    if month == today.month:
        return first, "", 1.0
    past = first.replace(month=month, year=today.year - (month > today.month))
    future = first.replace(month=month, year=today.year + (month < today.month))
    return by_tense(match, past, future, "nearest", today)


def _last(today: dt.date, month: int, day: int) -> dt.date | None:
    for year in range(today.year, max(0, today.year - 9), -1):
        try:
            found = dt.date(year, month, day)
        except ValueError:
            continue
        if found <= today:
            return found
    return None


def _next(today: dt.date, month: int, day: int) -> dt.date | None:
    for year in range(today.year, min(9999, today.year + 9)):
        try:
            found = dt.date(year, month, day)
        except ValueError:
            continue
        if found >= today:
            return found
    return None


def shifted(day: dt.date, count: float, unit: str = "D") -> dt.date:
    """Like :func:`calendar.shift`, staying where it is at the calendar's ends."""
    return shift(day, count, unit) or day


def a_day(match: Match, day: dt.date, why: str, confidence: float = 1.0, anchored: bool = True) -> Timex:
    """A DATE of one day."""
    return Timex(
        "DATE",
        value_of("day", day),
        why,
        anchor=match.context.anchor if anchored else None,
        day=day,
        grain="day",
        confidence=confidence,
    )


def a_stretch(
    match: Match,
    grain: str,
    day: dt.date,
    why: str,
    mod: str | None = None,
    confidence: float = 1.0,
    anchored: bool = True,
) -> Timex:
    """A DATE of a week, month, year ... around ``day``."""
    return Timex(
        "DATE",
        value_of(grain, day),
        why,
        mod=mod,
        anchor=match.context.anchor if anchored else None,
        day=day,
        grain=grain,
        confidence=confidence,
    )


def counted_from(match: Match) -> str:
    """``counts from publication, Thursday 30 December 2021``."""
    return f"counts from {match.context.publication}"


__all__ = [
    "a_day",
    "a_stretch",
    "by_tense",
    "counted_from",
    "month_name",
    "place_month",
    "place_month_day",
    "place_weekday",
    "shifted",
    "spell",
]
