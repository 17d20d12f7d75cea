"""Weeks that are counted: a week on Thursday, the first week of August, two Saturdays ago, the week of March 6."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from reader.extract.dates.calendar import UNKNOWN, month_length, spell, weekday_name
from reader.extract.dates.placing import a_day, a_stretch, by_tense, place_month, shifted
from reader.extract.dates.refuse import a_rate
from reader.extract.dates.refuse_phrases import a_weekend_thing
from reader.extract.dates.rule import Found, Match, Rule, Timex, eg

_OPEN = "no publication date is known, so the week stays open"


def week_on_weekday(match: Match) -> Found:
    """a week on Thursday, Thursday week, a week from Tuesday: so many weeks after the next one."""
    number, today = match.number("weekday"), match.context.today
    weeks = match.number("count") if "count" in match else match.number("weeks") if "weeks" in match else 1
    if today is None:
        return Timex("DATE", f"XXXX-WXX-{number}", _OPEN)
    nearest = shifted(today, (number - today.isoweekday()) % 7)
    day = shifted(nearest, 7 * weeks)
    return a_day(match, day, f"{match.quoted} counts on from {spell(nearest)}: {spell(day)}", 0.9)


def week_from_day(match: Match) -> Found:
    """a week from tomorrow, two weeks from tomorrow."""
    today = match.context.today
    weeks = match.number("count") if "count" in match else match.number("weeks")
    if today is None:
        return Timex("DATE", "XXXX-XX-XX", "no publication date is known, so the date stays open")
    day = shifted(today, 7 * weeks + match.number("dayname"))
    return a_day(match, day, f"{match.quoted} counts from {match.context.publication}: {spell(day)}")


def week_ago_weekday(match: Match) -> Found:
    """a week ago Friday: so many weeks before the last one."""
    number, today = match.number("weekday"), match.context.today
    weeks = match.number("count") if "count" in match else match.number("weeks")
    if today is None:
        return Timex("DATE", f"XXXX-WXX-{number}", _OPEN)
    nearest = shifted(today, -((today.isoweekday() - number) % 7))
    day = shifted(nearest, -7 * weeks)
    return a_day(match, day, f"{match.quoted} counts back from {spell(nearest)}: {spell(day)}", 0.85)


def week_of_month(match: Match) -> Found:
    """the first week of August, the last week of October 2020: the ISO week with most of its days there."""
    month = match.number("month")
    number = match.number("ordinal") if "ordinal" in match else 0
    if not 0 <= number <= 5:
        return None
    if "year" in match:
        first, anchored = dt.date(match.number("year"), month, 1), False
    else:
        placed = place_month(match, month)
        if placed is None:
            return Timex("DATE", "XXXX-WXX", "no publication date is known, so the year stays open")
        first, anchored = placed[0].replace(day=1), True
    # The fourth day from either end of the month lies in the week that has most of its days in it.
    day = shifted(first, 7 * number - 4 if number else month_length(first.year, month) - 4)
    why = f"{match.quoted} is ISO week {day.isocalendar().week}, around {spell(day)}"
    return a_stretch(match, "week", day, why, anchored=anchored)


def week_of_relative_month(match: Match) -> Found:
    """the first week of the month, the last week of next month."""
    number, today = match.number("ordinal") if "ordinal" in match else 0, match.context.today
    if today is None:
        return Timex("DATE", "XXXX-WXX", _OPEN)
    if not 0 <= number <= 5:
        return None
    away = match.number("past") if "past" in match else match.number("future") if "future" in match else 0
    first = shifted(today.replace(day=1), away, "M")
    day = shifted(first, 7 * number - 4 if number else month_length(first.year, first.month) - 4)
    why = f"{match.quoted}, seen from {match.context.publication}, is ISO week {day.isocalendar().week}"
    return a_stretch(match, "week", day, why)


def half_of_month(match: Match) -> Found:
    """the second half of August, the first half of May 2020: a month, its start or its end."""
    if "latter" not in match and match.number("ordinal") not in (1, 2):
        return None
    mod = "END" if "latter" in match or match.number("ordinal") == 2 else "START"
    if "year" in match:
        first = dt.date(match.number("year"), match.number("month"), 1)
        return a_stretch(match, "month", first, f"{match.quoted} names month and year", mod, anchored=False)
    placed = place_month(match, match.number("month"))
    if placed is None:
        return Timex("DATE", f"XXXX-{match.number('month'):02d}", "the year is not known", mod=mod)
    why = f"{match.quoted} seen from {match.context.publication}"
    return a_stretch(match, "month", placed[0], why, mod)


def first_days(match: Match) -> Found:
    """the first days of May, the first months of 2019: the start of what they are counted in."""
    if match.number("ordinal") != 1:
        return None
    if "month" not in match:
        day = dt.date(match.number("year"), 1, 1)
        return a_stretch(match, "year", day, f"{match.quoted} names the year", "START", anchored=False)
    return half_of_month(match)


def nth_of_relative_month(match: Match) -> Found:
    """the third Thursday of next month."""
    number, today = match.number("weekday"), match.context.today
    if today is None:
        return Timex("DATE", f"XXXX-WXX-{number}", _OPEN)
    away = match.number("past") if "past" in match else match.number("future") if "future" in match else 0
    first = shifted(today.replace(day=1), away, "M")
    days = [first.replace(day=day) for day in range(1, month_length(first.year, first.month) + 1)]
    days = [day for day in days if day.isoweekday() == number]
    at = match.number("ordinal") - 1 if "ordinal" in match else -1
    if not -1 <= at < len(days):
        return None
    why = f"{match.quoted} counts the {weekday_name(number)}s, seen from {match.context.publication}: {spell(days[at])}"
    return replace(a_day(match, days[at], why), confidence=0.95)


def midweek(match: Match) -> Found:
    """by midweek: the middle of the week of publication, or of the one before where that alone is over."""
    today = match.context.today
    if today is None:
        return Timex("DATE", "XXXX-WXX", "no publication date is known, so the week stays open", mod="MID")
    over = today.isoweekday() < 3 and match.context.tense(match.start, match.end).weight < 0
    day = shifted(today, -7 if over else 0)
    return a_stretch(match, "week", day, f"{match.quoted} seen from {match.context.publication}", "MID")


def weekend(match: Match) -> Found:
    """the weekend: the last one, unless the verb before looks ahead: ``in France over the weekend, will speak``."""
    today = match.context.today
    if today is None:
        return Timex("DATE", UNKNOWN["weekend"], _OPEN, mod=match.name("early") or None)
    number = today.isoweekday()
    past = today if number >= 6 else shifted(today, -number)
    future = shifted(today, 6 - number) if number < 6 else today
    just_over = number <= 2 and match.previous == "over" and not match.context.tense_before(match.start).word
    day, reason, sure = (past, "", 0.8) if just_over else by_tense(match, past, future)
    why = f"{match.quoted} seen from {match.context.publication}"
    return a_stretch(match, "weekend", day, f"{why}: {reason}" if reason else why, match.name("early") or None, sure)


def holiday_weekend(match: Match) -> Found:
    """the long weekend, the bank holiday weekend: after a day of some weeks ago, the one that follows it."""
    today = match.context.today
    told = match.context.nearest(match.start, "day", within=600)
    if told and today and (today - told.day).days > 14 and match.context.tense(match.start, match.end).weight < 0:
        day = shifted(told.day, 6 - told.day.isoweekday() if told.day.isoweekday() < 6 else 0)
        why = f"{match.quoted} is the one after “{told.text}” ({told.value})"
        return a_stretch(match, "weekend", day, why, confidence=0.8)
    return weekend(match)


RULES: tuple[Rule, ...] = (
    Rule(
        "midweek",
        "midweek",
        midweek,
        (
            eg("The storm was a drizzle by midweek.", "midweek", "2021-W52", mod="MID"),
            eg("The storm was a drizzle by midweek.", "midweek", "2021-W51", mod="MID", published="2021-12-27"),
        ),
        0.8,
        after="by|at|until|since|in|before|after|from|on|around",
        not_before="{name}|-|{other}|{pronoun}",
    ),
    Rule(
        "week on weekday",
        "( a {weekword:weeks} | {count} weeks ) on|from {weekday}",
        week_on_weekday,
        (
            eg("It opens a week from Tuesday.", "a week from Tuesday", "2022-01-11"),
            eg("It opens a week on Tuesday.", "a week on Tuesday", "2022-01-11"),
            eg("It opens a fortnight on Monday.", "a fortnight on Monday", "2022-01-17"),
        ),
        0.9,
        not_after="once|twice|times|for|{digits}",
        refuse=a_rate,
    ),
    Rule(
        "week from tomorrow",
        "( a {weekword:weeks} | {count} weeks ) from {dayname}",
        week_from_day,
        (eg("It opens a week from tomorrow.", "a week from tomorrow", "2022-01-07"),),
        0.93,
    ),
    Rule(
        "weekday week",
        "{weekday} week",
        week_on_weekday,
        (eg("It opens on Tuesday week in Rome.", "Tuesday week", "2022-01-11"),),
        0.85,
        after="on|by|until|till|for|back|again|here|there|him|her|them",
        not_before="{name}|-|'s",
    ),
    Rule(
        "week ago weekday",
        "( a {weekword:weeks} | {count} weeks ) ago [on|last] {weekday}",
        week_ago_weekday,
        (eg("It opened a week ago Tuesday.", "a week ago Tuesday", "2021-12-21"),),
        0.85,
    ),
    Rule(
        "week of month",
        "the [very] ( {ordinal} | last|final|closing ) [full] week of|in {month} [[,] [of] {year}]",
        week_of_month,
        (
            eg("It rained in the first week of August.", "the first week of August", "2021-W31"),
            eg("It rained in the last week of October 2020.", "the last week of October 2020", "2020-W44"),
        ),
        0.93,
    ),
    Rule(
        "week of relative month",
        "the [very] ( {ordinal} | last|final|closing ) [full] week of|in"
        " ( {backward:past} | this | the | [the] {nextward:future} ) month",
        week_of_relative_month,
        (eg("It rained in the first week of the month.", "the first week of the month", "2021-W48"),),
        0.9,
    ),
    Rule(
        "half of month",
        "the ( {ordinal} | {latter} ) half of {month} [[,] [of] {year}]",
        half_of_month,
        (
            eg("It rained in the second half of August.", "the second half of August", "2021-08", mod="END"),
            eg("It rained in the first half of May 2020.", "the first half of May 2020", "2020-05", mod="START"),
        ),
        0.93,
    ),
    Rule(
        "first days",
        "the [very] {ordinal} [few] ( days|weeks of {month} [[,] [of] {year}] | days|weeks|months of {year} )",
        first_days,
        (
            eg("They fled in the first days of May.", "the first days of May", "2021-05", mod="START"),
            eg("They fled in the first months of 2019.", "the first months of 2019", "2019", mod="START"),
        ),
        0.9,
    ),
    Rule(
        "nth weekday of relative month",
        "the ( {ordinal} | last|final ) {weekday} of|in"
        " ( {backward:past} | this | the | [the] {nextward:future} ) month",
        nth_of_relative_month,
        (eg("They vote on the third Thursday of next month.", "the third Thursday of next month", "2022-01-20"),),
        0.93,
    ),
    Rule(
        "the holiday weekend",
        "the|this|last|next ( long | [bank|public] holiday ) weekend",
        holiday_weekend,
        (
            eg("They met on December 8 and spent the long weekend in Rome.", "the long weekend", "2021-W49-WE"),
            eg("They will travel over the bank holiday weekend.", "the bank holiday weekend", "2021-W52-WE"),
        ),
        0.85,
    ),
    Rule(
        "the weekend",
        "[{early} in] the weekend",
        weekend,
        (
            eg("Officials became more open over the weekend.", "the weekend", "2021-W51-WE"),
            eg("They will meet at the weekend.", "the weekend", "2021-W52-WE"),
        ),
        0.9,
        refuse=a_weekend_thing,
    ),
)
