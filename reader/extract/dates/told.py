"""Counting from a date that the text has told: the words, the source, and the period last reported on."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace
from functools import cache

from reader.extract.dates.calendar import (
    GRAIN_OF_UNIT,
    GRAINS,
    UNKNOWN,
    season_of,
    season_start,
    shift,
    value_of,
    with_result,
)
from reader.extract.dates.chronicle import heading
from reader.extract.dates.context import Mentioned
from reader.extract.dates.narrative import past_weight
from reader.extract.dates.rule import Match, Timex, another_sentence

_REPORTED = ("quarter", "half", "year")
"""Stretches that companies report on, and that ``a year earlier`` goes back from."""


def made(
    match: Match,
    grain: str,
    day: dt.date,
    source: Mentioned | None,
    why: str,
    mod: str | None = None,
    sure: float = 0.9,
) -> Timex:
    """A date counted from one named before, or from publication."""
    anchor = source.value if source else match.context.anchor
    why = with_result(why, grain, day)
    return Timex("DATE", value_of(grain, day), why, mod=mod, anchor=anchor, day=day, grain=grain, confidence=sure)


def told_source(match: Match, source: Mentioned | None) -> str:
    """The date counted from, in words: ``“last May” (2021-05)`` or publication."""
    return f"“{' '.join(source.text.split())}” ({source.value})" if source else match.context.publication


def counted(
    match: Match, grain: str, unit: str, away: float, source: Mentioned | None, mod: str | None
) -> Timex | None:
    """``away`` units from the source, or from publication where no source is known."""
    base = source.day if source else match.context.today
    if base is None:
        return Timex("DATE", UNKNOWN[grain], "no date before it and no publication date is known", mod=mod)
    day = shift(base, away, unit)
    if day is None:
        return None
    way = "counts on from" if away > 0 else "counts back from" if away < 0 else "is that of"
    return made(
        match, grain, day, source, f"{match.quoted} {way} {told_source(match, source)}", mod, 0.9 if source else 0.8
    )


def counted_from(match: Match, grain: str, unit: str, away: float) -> Mentioned | None:
    """The date that ``two days later`` counts from: the last one, unless that leads where the verb cannot look."""
    context = match.context
    source, today = context.nearest_at_most(match.start, grain), context.today
    if source is None or today is None or (source.day > today and away > 0):
        return source
    if unit == "D" and away == -1 and (today - source.day).days > 60 and "\n\n" in match.text[source.end : match.start]:
        return None  # "Many recall Aug. 8, 1988." and below: "Japan will cut aid, Tokyo said a day earlier"
    reached = shift(source.day, away, unit)
    ahead = source.day > today  # "the May Day week was cut ... it had admitted a week before"
    if reached is None or (value_of(grain, reached) <= value_of(grain, today) and not ahead):
        return source
    if context.tense(match.start, match.end).weight >= 0:
        return source
    # "was told of it in 2007, a newspaper reported on Sunday; four years later it was told again": counted from 2007
    for item in reversed(context.mentioned[-20:]):
        reached = shift(item.day, away, unit)
        fits = GRAINS.index(item.grain) <= GRAINS.index(grain) and match.start - item.end <= 1_000
        if fits and reached is not None and value_of(grain, reached) <= value_of(grain, today):
            return item
    return source if away > 0 else None


def longer_told(match: Match, grain: str) -> Mentioned | None:
    """``In April 2002 he was deposed, only to return two days later``: the month or year tells, as far as is told."""
    last = match.context.nearest(match.start, within=160) if grain in ("day", "week", "month") else None
    if last is None or last.grain not in ("month", "year") or last.grain == grain:
        return None
    gap = match.text[last.end : match.start]
    if f"{last.day.year:04d}" not in last.text or another_sentence(gap) or "\n" in gap:
        return None
    return last


def reported(match: Match, *grains: str, within: int = 2_000) -> Mentioned | None:
    """The period last spoken of: of those beyond the last lines, one that was over, for an outlook is no report."""
    grains = grains or _REPORTED
    nearest = match.context.nearest
    close = nearest(match.start, *grains, within=160)
    today = match.context.today
    if close and today and close.grain == "year" and close.day.year >= today.year:
        # "It raised its outlook for 2024": a year that is not over is no report either.
        close = nearest(match.start, *grains, within=within, over=True) or close
    if close and today and close.grain == "quarter" and close.value >= value_of("quarter", today):
        # "It expects growth in the third quarter. The company ended the period with $3 billion"
        parted = another_sentence(match.text[close.end : match.start]) or "\n\n" in match.text[close.end : match.start]
        if parted and match.context.tense(match.start, match.end).weight < -1:
            close = nearest(match.start, *grains, within=within, over=True) or close
    told = (
        close or nearest(match.start, *grains, within=within, over=True) or nearest(match.start, *grains, within=within)
    )
    if told and told.grain == "quarter" and another_sentence(match.text[told.end : match.start]):
        return _under_report(match, told)
    return told


@cache
def _of_months() -> re.Pattern[str]:
    return re.compile(r"\b(?:six|nine|6|9) months\b(?!.*\b(?:quarter|[.!?]\s))", re.DOTALL)


def over_months(match: Match) -> bool:
    """Whether the sentence last spoke of six or nine months: what was a year before them is the year, no quarter."""
    return _of_months().search(*match.before(260)) is not None


@cache
def _measured_against() -> re.Pattern[str]:
    return re.compile(r"\b(?:from|than|against|versus|compared\s(?:with|to))\b[^,;]*\Z")


def month_compared(match: Match) -> Mentioned | None:
    """``In February sales rose to 4 million from 3 million a year earlier``: the month told, a year before."""
    told = match.context.nearest(match.start, "month", "quarter", "half", "day", "year", within=160)
    if told is None or told.grain != "month" or match.context.today is None or told.day > match.context.today:
        return None
    gap = match.text[told.end : match.start]
    if another_sentence(gap) or "\n" in gap:
        return None
    begin = max(match.text.rfind(". ", max(0, match.start - 160), match.start), match.start - 160, 0)
    return told if _measured_against().search(match.text, begin, match.start) else None


def year_before_months(match: Match, mod: str | None = None) -> Timex | None:
    """``For the nine months, net rose to $4 million from $3 million a year earlier``."""
    source = match.context.nearest(match.start, "day", "month", "year", within=260, over=True)
    return counted(match, "year", "Y", -1, source, mod)


def _under_report(match: Match, close: Mentioned) -> Mentioned:
    """The quarter that has just ended, where a report names it and then another by the way.

    ``Third-quarter net rose 20%. After a flat second quarter ... Charges were taken in the year-earlier period.``
    """
    today = match.context.today
    ended = shift(today, -3, "M") if today else None
    if ended is None:
        return close
    just = value_of("quarter", ended)
    named = [item for item in match.context.mentioned[-60:] if item.value == just and item.grain == "quarter"]
    return named[-1] if named and named[0].start < close.start else close


def year_before(match: Match, source: Mentioned, mod: str | None = None) -> Timex | None:
    """The same stretch one year before. It is a comparison, so later words do not refer to it."""
    day = shift(source.day, -1, "Y")
    if day is None:
        return None
    why = f"{match.quoted} is one year before {told_source(match, source)}"
    return replace(made(match, source.grain, day, source, why, mod), day=None)


def decade_told(match: Match, today: dt.date) -> Mentioned | None:
    """``He emigrated in 1953. Later in the decade he moved``: the decade of the year told."""
    if (
        not {"early", "stretch"} & match.parts.keys()
        or " the " not in match.quoted
        or match.context.tense(match.start, match.end).weight > -1
    ):
        return None
    told = match.context.nearest(match.start, "day", "month", "season", "year", within=400)
    return told if told and told.day.year // 10 != today.year // 10 else None


def day_told(match: Match) -> Mentioned | None:
    """The day told right before ``earlier in the day``: they met Wednesday; in a speech earlier in the day he said."""
    entry = heading(match.context, match.start)
    if entry is not None and entry.grain == "day":
        return entry
    today = match.context.today
    told = match.context.nearest(match.start, "day", within=300)
    if told is None or today is None or not 0 <= (today - told.day).days < 7:
        return None
    return None if "\n\n" in match.text[told.end : match.start] else told


def week_to_come(match: Match, unit: str) -> Mentioned | None:
    """The day to come named right before ``later in the week``: it flies home on Wednesday and meets him later in the
    week."""
    today = match.context.today
    if unit not in ("D", "W") or "early" not in match or " the " not in match.quoted or today is None:
        return None
    told = match.context.nearest(match.start, "day", within=120)
    ahead = told is not None and told.day > today
    return told if ahead and match.context.tense(match.start, match.end).weight >= 0 else None


def unit_told(match: Match) -> Mentioned | None:
    """The date long over that the same sentence tells before ``the end of the year``, by the past of its verb.

    Without a publication date, the last one that is told.
    """
    unit = match.name("unit1")
    if unit not in ("M", "Y", "10Y", "100Y") or not {"past", "future"}.isdisjoint(match.parts):
        return None
    if not _OF_NOW.isdisjoint(match.quoted.strip("“”").lower().split()):
        return None
    grain, today = GRAIN_OF_UNIT[unit], match.context.today
    source = match.context.nearest_at_most(match.start, grain)
    if source is None or today is None:
        return source
    gap = match.text[source.end : match.start]
    if len(gap) > 200 or another_sentence(gap) or "\n\n" in gap or source.aside or source.by_the_way:
        return None
    if value_of(grain, source.day) >= value_of(grain, today):
        return None
    named = f"{source.day.year:04d}" in source.text  # "In August 1965 ... could not work until the end of the year"
    return source if past_weight(match) < (1.5 if named else -0.5) else None


_OF_NOW = frozenset({"this", "fiscal", "calendar"})


def season_before(source: Mentioned, name: str) -> int:
    """The year of the last such season before a date; not that of the season in which it lies."""
    if source.grain == "year":
        return source.day.year - 1
    start = season_start(source.day.year, name)
    return source.day.year - (start > source.day) - (season_of(source.day) == name)


def season_after(source: Mentioned, name: str) -> int:
    """The year of the first such season after a date; after a bare year, that of the next."""
    return source.day.year + (source.grain == "year" or season_start(source.day.year, name) <= source.day)
