"""Placing in time what names no year or no week: the tense of the verb decides between past and future."""

from __future__ import annotations

import datetime as dt
import math
import re
from functools import cache

from reader.extract.dates.calendar import day_or_none, shift, value_of, with_result
from reader.extract.dates.chronicle import in_its_entry
from reader.extract.dates.context import Mentioned
from reader.extract.dates.narrative import in_the_story, past_weight
from reader.extract.dates.rule import Match, Timex, another_sentence


def by_tense(
    match: Match, past: dt.date, future: dt.date, lean: float = 0.0, grain: str = ""
) -> tuple[dt.date, str, float]:
    """Choose between the last and the next one.

    :param lean: log odds of the future before any word is looked at.
    :param grain: length of the date where one named before may settle it.
    :returns: the choice, the reason in words, and how sure it is, from 0.5 to 1.
    """
    if past == future:
        return past, "", 1.0
    evidence = match.context.tense(match.start, match.end)
    odds = lean + evidence.weight
    ahead = odds > 0
    sure = 1 / (1 + math.exp(-abs(odds)))
    if abs(odds) < 0.7 and abs(evidence.weight) < 2 and (told := _told_already(match, past, future, grain)) is not None:
        return told.day, f"as “{told.text}” before it", max(sure, 0.6)
    if evidence.word and abs(evidence.weight) >= 0.5 and (evidence.weight > 0) == ahead:
        reason = f"“{evidence.word}” " + (
            "looks ahead, so the next one" if ahead else "speaks of the past, so the last one"
        )
    else:
        reason = "the words around do not settle it, so the likelier one"
    return (future if ahead else past), reason, max(sure, 0.5)


def _told_already(match: Match, past: dt.date, future: dt.date, grain: str) -> Mentioned | None:
    """The last date before that is one of the two: where the words do not settle it, the article means that one."""
    for item in reversed(match.context.mentioned[-20:]):
        if item.grain == grain and item.day in (past, future) and " " not in item.text:
            return item
    return None


def nearer(today: dt.date, past: dt.date, future: dt.date, weight: float, bias: float) -> float:
    """Odds from distance alone: news seldom leaves out the year of what is far away."""
    behind, ahead = (today - past).days, (future - today).days
    return weight * (behind - ahead) / max(1, behind + ahead) + bias


def place_weekday(match: Match, weekday: int) -> tuple[dt.date, str, float] | None:
    """The day of a bare weekday; None without a publication date."""
    today = match.context.today
    if today is None:
        return None
    back = (today.isoweekday() - weekday) % 7
    past, future = shifted(today, -back), shifted(today, (7 - back) % 7)
    return by_tense(match, past, future, nearer(today, past, future, 1.0, -0.8), "day")


def place_this_weekday(match: Match, weekday: int) -> tuple[dt.date, str, float]:
    """``this Thursday``: the one ahead unless the verb is past; only with a publication date.

    Of the week that publication lies in, either may be meant; one of the week before hardly ever.
    """
    today = match.context.today or dt.date.min
    ahead = shifted(today, (weekday - today.isoweekday()) % 7)
    back = shifted(today, -((today.isoweekday() - weekday) % 7))
    return by_tense(match, back, ahead, 1.5 if back.isocalendar()[:2] == today.isocalendar()[:2] else 3.5)


@cache
def _opening() -> re.Pattern[str]:
    return re.compile(r"(?:\A|[.!?”\"\n]\s?)(?:In|The)\s\Z")


@cache
def _relative_clause() -> re.Pattern[str]:
    return re.compile(r",\s(?:(?:who|which|whose|where)\s[^.,;]*|in\s\w+\ssince\s)\Z")


def _long_over(match: Match, source: Mentioned) -> bool:
    """``It went down on 21 November 1915. They had camped since 27 October``: the story goes on in a past before it."""
    today = match.context.today
    if today is None or source.grain == "year" or source.day.year > today.year - 10:
        return False
    return " had " in match.text[source.end : match.start].rpartition(". ")[2]


def _story_goes_on(match: Match, source: Mentioned, month: int, day: int) -> tuple[dt.date, str, float] | None:
    """``She left Halifax on Jan. 29, 1898, with mail. She was last seen on Jan. 31``: some days on in a past long over.

    Only right after a day or month with its year, told in the past, and within the weeks that follow it.
    """
    today = match.context.today
    gap = match.text[source.end : match.start]
    if (
        today is None
        or source.grain != "day"
        or (f"{source.day.year:04d}" not in source.text and " ago" not in source.text)
        or source.day.year >= today.year
        or source.aside
        or source.by_the_way
        or match.text[max(0, source.start - 9) : source.start].rstrip(" on").endswith("bor")
        or len(_sentence_end().findall(gap)) > 1
        or match.context.tense(match.start, match.end).weight >= 0
    ):
        return None
    found = day_or_none(source.day.year, month, day)
    if found is None or not 0 <= (found - source.day).days <= 75:
        return None
    return found, f"the story goes on from “{source.text}”", 0.75


@cache
def _sentence_start() -> re.Pattern[str]:
    return re.compile(r"(?:\A|[.!?”\"\n]\s?)\Z")


@cache
def _counted_year() -> re.Pattern[str]:
    return re.compile(
        r"years? (?:ago|later|earlier)\Z|\A(?:[Ll]ast|[Tt]hat|[Tt]he (?:previous|following)) year\Z"
        r"|\A[Tt]he year before\Z|\A(?:[Tt]hat|the (?:next|following)) (?:spring|summer|autumn|fall|winter)\Z"
    )


def _next_in_order(day: dt.date, days: list[dt.date]) -> dt.date:
    """The one nearest to ``day``; where none is near, that of the same year, for what is told goes on."""
    nearest = min(days, key=lambda found: abs((found - day).days))
    same = next((found for found in days if found.year == day.year and found >= day), None)
    return same if same is not None and abs((nearest - day).days) > 120 else nearest


@cache
def _called_by_its_year() -> re.Pattern[str]:
    # "The expedition of 1959 reached base camp on 28 August"
    return re.compile(r"(?:\A|[.!?”\"\n]\s?)(?:In\s)?[Tt]he\s(?:[\w-]+\s){1,3}of\s\Z")


def _beside_its_year(match: Match, month: int, day: int) -> tuple[dt.date, str, float] | None:
    """The date nearest to one of the same sentence that has its year: ``hired in March 2010 and fired in June``.

    A year alone counts only where it opens the sentence: ``In 2010, protests began in June``, ``Two years ago a storm
    struck on Aug. 24``.
    """
    context = match.context
    for source in reversed(context.mentioned[-4:]):
        gap = context.text[source.end : match.start]
        if not 0 < len(gap) <= 160 or "\n\n" in gap or ";" in gap:
            return None
        if another_sentence(gap) and not _long_over(match, source):
            return _story_goes_on(match, source, month, day)
        if source.grain == "year" and ("”" in gap or '"' in gap):
            return None  # “Last year we won,” said the coach, who lost in May: another sentence
        # "Merkel, in office since Nov. 22, 2005, will miss the record if the vote is held on Dec. 8"
        if "," in gap and _relative_clause().search(context.text, max(0, source.start - 80), source.start):
            continue  # "who took office on 25 March 2001, promised a report by June": told by the way
        counted = source.grain in ("year", "season") and _counted_year().search(source.text) is not None
        named = f"{source.day.year:04d}" in source.text or source.text.endswith((" this year", " last year"))
        if not (named or counted) or source.grain not in ("day", "month", "season", "year"):
            continue
        today = context.today
        weight = past_weight(match)
        ahead = today is not None and source.day > today
        opening = _sentence_start() if counted else _opening()
        opens = (
            source.grain != "year"
            or gap[:7] == ", when "
            or opening.search(context.text, max(0, source.start - 8), source.start)
            or _called_by_its_year().search(context.text, max(0, source.start - 60), source.start)
        )
        if not opens and not (ahead and weight > 0):
            continue
        if source.grain == "year" and ahead and today is not None:
            soon = _next(today, month, day)
            if soon is not None and (soon - today).days < 90 and soon.year < source.day.year:
                return None  # "sign-ups for 2026 begin Nov. 1": before the year begins
        if not ahead and weight > 1:
            return None
        years = (0,) if source.grain == "year" else (-1, 0, 1)
        days = [found for away in years if (found := day_or_none(source.day.year + away, month, day)) is not None]
        if today is not None and source.day <= today:
            days = [found for found in days if found <= today]
        if match.previous.lower() in ("until", "till", "through"):
            if source.grain == "day" and (source.day.month, source.day.day) == (month, day):
                return None  # "in office from 1 July 2017 until 1 July": of this year
            days = [found for found in days if found > source.day]  # "began in November 2015 and ran until August"
        if days:
            nearest = _next_in_order(source.day, days)
            return nearest, f"“{source.text}” in the same sentence gives the year", 0.85
    return None


@cache
def _its_month() -> re.Pattern[str]:
    return re.compile(r"\A(?:early |mid-?\s?|late )?[A-Z][a-z]{2,8}\.? \d{4}\Z")


def _of_a_month_told(match: Match, month: int, day: int) -> tuple[dt.date, str, float] | None:
    """``In February 2011 it shook. That quake, on 22 February, killed 185``: a day of the month told with its year.

    Not where the same day is just over as well.
    """
    today = match.context.today
    source = next((item for item in reversed(match.context.mentioned[-6:]) if item.grain in ("month", "year")), None)
    if source is None or source.day.month != month or not _its_month().match(source.text):
        return None
    found = day_or_none(source.day.year, month, day)
    recent = _last(today, month, day) if today else None
    if found is None or "\n\n" in match.text[source.end : match.start] or match.start - source.end > 400:
        return None
    if today is not None and (found > today or recent is None or (today - recent).days < 60 or past_weight(match) > 0):
        return None
    return found, f"it is of “{source.text}”", 0.8


def beside_its_year(match: Match, month: int, day: int) -> tuple[dt.date, str, float] | None:
    """The year that the sentence, the entry of a chronicle or the story gives; None where none does."""
    found = in_its_entry(match, month, day) or _beside_its_year(match, month, day)
    return found or _of_a_month_told(match, month, day) or in_the_story(match, month, day)


@cache
def _habit() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:usually|normally|typically|traditionally|generally|used to|(?:[Ee]very|[Ee]ach) year)\b"
        r"|\b(?:season|[Rr]ains|monsoon|harvest|migration)\b[^.;]{0,20},?\s(?:which\s)?(?:runs?|lasts?|falls?)\b"
    )


@cache
def _sentence_end() -> re.Pattern[str]:
    return re.compile(r"[.!?;]\W|\n")


def habitual(match: Match) -> bool:
    """Whether the sentence speaks of what is so in any year: ``July is normally the wettest month``."""
    before = match.text[max(0, match.start - 80) : match.start]
    after = match.text[match.end : match.end + 40]
    return bool(
        _habit().search(_sentence_end().split(before)[-1])
        or _habit().search(_sentence_end().split(after.replace(", ", "; "), maxsplit=1)[0])
    )


def place_month_day(
    match: Match, month: int, day: int, back: bool = False, ahead: bool = False
) -> tuple[dt.date, str, float] | None:
    """The day of a date without a year; None without a publication date or when no near year has the day.

    :param back: ``last Oct. 23``: the one before publication; ``ahead``, ``next Oct. 23``, the one after.
    """
    today = match.context.today
    beside = None if back or ahead else beside_its_year(match, month, day)
    if beside is not None:
        return beside
    if today is None:
        return None
    past = _last(today, month, day)
    future = _next(today, month, day)
    if past is None or future is None:
        return None
    if back or ahead:
        return (past if back else future), "", 1.0
    return by_tense(match, past, future, nearer(today, past, future, 3.0, -0.3), "day")


def place_month(match: Match, month: int) -> tuple[dt.date, str, float] | None:
    """First day of a month without a year; None without a publication date."""
    today = match.context.today
    head = match.text[max(0, match.start - 12) : match.start]
    beside = None if head.endswith("recently as ") else beside_its_year(match, month, 1)
    if beside is not None:
        return beside
    if today is None:
        return None
    first = today.replace(day=1)
    if month == today.month:
        return first, "", 1.0
    past = first.replace(month=month, year=today.year - (month > today.month))
    if head.endswith(" recent "):
        return past, "“recent” before it", 0.95
    future = first.replace(month=month, year=today.year + (month < today.month))
    return by_tense(match, past, future, nearer(today, past, future, 2.5, -0.3), "month")


def place_span(match: Match, past: dt.date, future: dt.date) -> tuple[dt.date, str, float]:
    """A quarter or half without its year, by its first day."""
    today = match.context.today or past
    middle = dt.timedelta(days=45)
    return by_tense(match, past, future, nearer(today, past + middle, future + middle, 3.0, -0.8))


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


def a_day(
    match: Match,
    day: dt.date,
    why: str,
    confidence: float = 1.0,
    anchored: bool = True,
    mod: str | None = None,
    extent: tuple[int, int] | None = None,
    end_value: str | None = None,
) -> Timex:
    """A DATE of one day."""
    return Timex(
        "DATE",
        value_of("day", day),
        why,
        mod=mod,
        extent=extent,
        end_value=end_value,
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
        with_result(why, grain, day) if anchored else why,
        mod=mod,
        anchor=match.context.anchor if anchored else None,
        day=day,
        grain=grain,
        confidence=confidence,
    )
