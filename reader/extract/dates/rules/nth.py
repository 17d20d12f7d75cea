"""Days counted within a month: the first Monday in May, the last day of June."""

from __future__ import annotations

import datetime as dt

from reader.extract.dates.calendar import month_length, spell
from reader.extract.dates.placing import a_day, place_month
from reader.extract.dates.rule import Found, Match, Rule, Timex, eg


def _counted(match: Match, first: dt.date) -> dt.date | None:
    """The day that is meant in the month that begins on ``first``; None where the month has no such day."""
    length = month_length(first.year, first.month)
    days = [first.replace(day=number) for number in range(1, length + 1)]
    if "weekday" in match:
        days = [day for day in days if day.isoweekday() == match.number("weekday")]
    if "ordinal" not in match:
        return days[-1]
    number = match.number("ordinal")
    return days[number - 1] if 1 <= number <= len(days) else None


def nth_day(match: Match) -> Found:
    """the first Monday in May, the second Tuesday of January 2022, the last day of June."""
    month = match.number("month")
    if "year" in match:
        day = _counted(match, dt.date(match.number("year"), month, 1))
        return a_day(match, day, f"{match.quoted} is {spell(day)}", anchored=False) if day else None
    placed = place_month(match, month)
    if placed is None:
        return Timex("DATE", f"XXXX-{month:02d}-XX", "no publication date is known, so the year stays open")
    day = _counted(match, placed[0].replace(day=1))
    return a_day(match, day, f"{match.quoted} seen from {match.context.publication}: {spell(day)}") if day else None


def nth_of_each(match: Match) -> Found:
    """the first Monday of every month."""
    return Timex("SET", "P1M", f"{match.quoted} comes back each month", quant=match.name("each"))


RULES: tuple[Rule, ...] = (
    Rule(
        "nth weekday of a month",
        "the ( {ordinal} | last | final ) {weekday} of|in {month} [[,] {year}]",
        nth_day,
        (
            eg("The fair opened on the first Monday in November.", "the first Monday in November", "2021-11-01"),
            eg("The final is on the last Sunday of May 2022 in Rome.", "the last Sunday of May 2022", "2022-05-29"),
        ),
        0.95,
    ),
    Rule(
        "nth day of a month",
        "the ( {ordinal} | last | final ) day of {month} [[,] {year}]",
        nth_day,
        (
            eg("He left on the last day of June 2020.", "the last day of June 2020", "2020-06-30"),
            eg("He left on the last day of June.", "the last day of June", "XXXX-06-XX", published=None),
        ),
        0.95,
    ),
    Rule(
        "nth weekday of each month",
        "[the] ( {ordinal} | last ) {weekday} of|in {each} month",
        nth_of_each,
        (
            eg(
                "They meet on the first Monday of every month in Rome.",
                "the first Monday of every month",
                "P1M",
                "SET",
            ),
        ),
        0.95,
    ),
)
