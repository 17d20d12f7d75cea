"""Two names of one date side by side: ``two days later, on 12 May``, ``the following day, Tuesday``."""

from __future__ import annotations

from dataclasses import replace

from reader.extract.dates.calendar import GRAINS, day_or_none, spell, value_of
from reader.extract.dates.context import Mentioned
from reader.extract.dates.english import MONTHS
from reader.extract.dates.rule import Timex
from reader.model import DateFact

_WEEKDAY_RULE = "dates: weekday"


def _has_year(fact: DateFact) -> bool:
    return fact.value[:4] in fact.text


def _lacks_only_its_year(fact: DateFact) -> bool:
    words = {word.strip(".,").lower() for word in fact.text.split()}
    return fact.value[:4].isdigit() and not _has_year(fact) and not words.isdisjoint(MONTHS)


def told_before(named: Mentioned, counted: DateFact, timex: Timex) -> tuple[DateFact, Timex]:
    """``in October 1991, less than two years earlier, 2,000 died``: the date named first tells the counted one."""
    value, day = value_of(timex.grain, named.day), named.day
    why = f"“{counted.text}” is told by “{named.text}” before it"
    return (
        replace(counted, value=value, why=why, anchor=named.value),
        replace(timex, value=value, why=why, day=day, anchor=named.value),
    )


def told_twice(
    counted: DateFact, counted_timex: Timex, named: DateFact, named_timex: Timex
) -> tuple[DateFact, DateFact, Timex]:
    """Both dates made to agree: the named one tells the counted one; where it lacks a year it follows the count.

    :param counted: a date counted from one before it in the text.
    :param named: the date right after it.
    :returns: both facts, and the reading of the second.
    """
    grain, day, other = counted_timex.grain, counted_timex.day, named_timex.day
    if named.type not in ("DATE", "TIME") or counted.type != "DATE" or day is None or other is None:
        return counted, named, named_timex
    if grain == "day" and (
        (named.rule == _WEEKDAY_RULE and day.isoweekday() == other.isoweekday())
        or (named_timex.grain == "day" and (day.month, day.day) == (other.month, other.day) and not _has_year(named))
    ):
        why = f"“{named.text}” is the day of “{counted.text}” beside it: {spell(day)}"
        value = value_of("day", day)
        return (
            counted,
            replace(named, value=value, why=why, anchor=counted.anchor),
            replace(named_timex, value=value, why=why, day=day, anchor=counted.anchor),
        )
    if grain == "year" and counted.anchor != named.anchor and _lacks_only_its_year(named):
        # "The committee called 12 years later, on Oct. 21"
        moved, value = day_or_none(day.year, other.month, other.day), f"{day.year:04d}{named.value[4:]}"
        if moved is None:
            return counted, named, named_timex
        why = f"“{named.text}” is in the year of “{counted.text}” beside it: {value}"
        return (
            counted,
            replace(named, value=value, why=why, anchor=counted.anchor),
            replace(named_timex, value=value, why=why, day=moved, anchor=counted.anchor),
        )
    longer = GRAINS.index(named_timex.grain) > GRAINS.index(grain)
    open_year = grain not in ("day", "week") and not _has_year(named)
    if longer or open_year:
        return counted, named, named_timex
    why = f"“{counted.text}” is told by “{named.text}” beside it"
    return replace(counted, value=value_of(grain, other), why=why, anchor=named.value), named, named_timex
