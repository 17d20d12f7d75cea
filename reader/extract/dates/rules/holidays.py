"""Holidays and named days: Christmas, Easter Monday, Labor Day."""

from __future__ import annotations

from reader.extract.dates.calendar import feast, shift, spell
from reader.extract.dates.chronicle import heading
from reader.extract.dates.english_usage import ANAPHORIC
from reader.extract.dates.placing import a_day, a_stretch, beside_its_year, by_tense, nearer
from reader.extract.dates.refuse_feasts import not_a_feast
from reader.extract.dates.rule import Found, Match, Rule, Timex, eg


def _of_the_war(match: Match) -> bool:
    """``At Bletchley from January 1942, ... On VE Day she danced``: the day itself, not one that recalls it."""
    if match.words("holiday") not in ("ve day", "vj day"):
        return False
    return any(1935 <= item.day.year <= 1955 for item in match.context.mentioned[-8:])


def holiday(match: Match) -> Found:
    """Christmas, last Thanksgiving, Easter 2022."""
    rule = match["holiday"]
    if not isinstance(rule, (tuple, str)):
        return None
    today = match.context.today
    source = match.context.nearest(match.start, "day", "month", "season", "year", within=1_500)
    if source and (match.words("future") in ANAPHORIC or match.words("past") in ANAPHORIC):
        on = "future" in match
        feasts = [feast(rule, year) for year in range(max(1, source.day.year - 1), min(9999, source.day.year + 2))]
        there = sorted(found for found in feasts if found and (found > source.day if on else found < source.day))
        day = (there[0] if on else there[-1]) if there else None
        return a_day(match, day, f"{match.quoted} counts from “{source.text}”: {spell(day)}", 0.85) if day else None
    if "relative" in match and today is not None:
        day = feast(rule, today.year + match.number("relative"))
        return a_day(match, day, f"{match.quoted} is {spell(day)}") if day else None
    if "year" in match:
        day = feast(rule, match.number("year"))
        return a_day(match, day, f"{match.quoted} is {spell(day)}", anchored=False) if day else None
    if today is None:
        if isinstance(rule, tuple) and (told := beside_its_year(match, *rule)) is not None:
            return a_day(match, told[0], f"{match.quoted}: {told[1]}, {spell(told[0])}", told[2])
        if isinstance(rule, tuple):
            return Timex(
                "DATE", f"XXXX-{rule[0]:02d}-{rule[1]:02d}", "no publication date is known, so the year stays open"
            )
        return Timex("DATE", "XXXX-XX-XX", "no publication date is known, and the day moves from year to year")
    days = [day for year in range(max(1, today.year - 1), min(9999, today.year + 2)) if (day := feast(rule, year))]
    before = [day for day in days if day < today]
    after = [day for day in days if day > today]
    if not before or not after:
        return None
    reason, sure = "", 1.0
    entry = heading(match.context, match.start)
    if entry is not None and abs((today - entry.day).days) > 200:
        # "March 2012: The mayor promises clean beaches by Easter": the first one from there
        near = [found for year in (entry.day.year, entry.day.year + 1) if (found := feast(rule, year))]
        days = [found for found in near if found >= entry.day.replace(day=1)][:1] or near[:1]
        return a_day(match, days[0], f"{match.quoted} after “{entry.text}”: {spell(days[0])}", 0.8) if days else None
    if "past" not in match and "future" not in match and _of_the_war(match):
        day = feast(rule, 1945) or today
        return a_day(match, day, f"{match.quoted} in a story of those years is {spell(day)}", 0.8)
    if "past" in match:
        day = before[-1]
    elif "future" in match:
        day = after[0]
    elif isinstance(rule, tuple) and (beside := beside_its_year(match, *rule)) is not None:
        day, reason, sure = beside
    elif today in days:
        day = today
    else:
        day, reason, sure = by_tense(match, before[-1], after[0], nearer(today, before[-1], after[0], 3.0, -0.2))
    why = f"{match.quoted} seen from {match.context.publication}"
    why = f"{why}: {reason}, {spell(day)}" if reason else f"{why}: {spell(day)}"
    if match.name("grain") == "weekend" and day.isoweekday() <= 2:
        day = shift(day, -day.isoweekday(), "D") or day  # Labor Day weekend: the one that goes before it
    if "grain" in match:
        return a_stretch(match, match.name("grain"), day, why, confidence=sure)
    return a_day(match, day, why, sure)


RULES: tuple[Rule, ...] = (
    Rule(
        "holiday",
        "[[the] {past} | this [{past}] | the {future} | {nextward:future}] {holiday} [[,] {year}]",
        holiday,
        (
            eg("They met on Christmas Day in Rome.", "Christmas Day", "2021-12-25"),
            eg("They met last Thanksgiving in Rome.", "last Thanksgiving", "2021-11-25"),
            eg("They will meet on Easter Monday.", "Easter Monday", "2022-04-18"),
            eg("They met on New Year's Eve 2019 in Rome.", "New Year's Eve 2019", "2019-12-31"),
            eg("They will meet on May Day in Rome.", "May Day", "2022-05-01"),
            eg("In 1968 the crew saw it on Christmas Eve.", "Christmas Eve", "1968-12-24"),
            eg("The lists will be ready by Diwali.", "Diwali", "2022-10-24"),
            eg("Egypt struck on Yom Kippur 1973.", "Yom Kippur 1973", "1973-10-06"),
            eg("He came in June 1924 and left the following Easter.", "the following Easter", "1925-04-12"),
        ),
        0.85,
        not_before="{name}|-",
        refuse=not_a_feast,
    ),
    Rule(
        "holiday last year",
        "{holiday} [of|in] {thisyear:relative}",
        holiday,
        (
            eg("They met on Christmas Day last year in Rome.", "Christmas Day last year", "2020-12-25"),
            eg("They will meet at Easter next year in Rome.", "Easter next year", "2022-04-17"),
        ),
        0.9,
        refuse=not_a_feast,
    ),
    Rule(
        "holiday week",
        "[the] {holiday} {grain}",
        holiday,
        (
            eg("They will meet in Easter week.", "Easter week", "2022-W15"),
            eg("They will meet over the Easter weekend.", "the Easter weekend", "2022-W15-WE"),
            eg("They met over the Labor Day weekend.", "the Labor Day weekend", "2021-W35-WE"),
        ),
        0.85,
    ),
)
