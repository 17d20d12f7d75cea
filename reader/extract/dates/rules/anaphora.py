"""Dates that refer to a date named before: the same day, two days later, the previous year, at that time."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from reader.extract.dates.calendar import GRAIN_OF_UNIT, GRAINS, UNKNOWN, shift
from reader.extract.dates.context import Mentioned
from reader.extract.dates.english import SEASON_MONTHS
from reader.extract.dates.refuse import a_title_with_units, an_award, not_ranked
from reader.extract.dates.refuse_compounds import told_of_itself
from reader.extract.dates.refuse_names import not_a_weekday
from reader.extract.dates.refuse_seasons import a_season_of_a_name
from reader.extract.dates.rule import Found, Match, Rule, Timex, another_sentence, eg
from reader.extract.dates.rules.days import weekday
from reader.extract.dates.rules.durations import amount_of, count_of
from reader.extract.dates.told import (
    counted,
    counted_from,
    longer_told,
    made,
    month_compared,
    over_months,
    reported,
    told_source,
    year_before,
    year_before_months,
)


def _far(match: Match, longer: Mentioned, source: Mentioned) -> bool:
    """``was shot last October ... crossed out that same day``: no day of this week that was told before."""
    return "that same" in match.quoted.lower() and abs((longer.day - source.day).days) > 60


def same_unit(match: Match) -> Found:
    """the same day, that year, later that week, the following day."""
    unit = match.name("unit1")
    grain = GRAIN_OF_UNIT.get(unit)
    if grain is None:
        return None
    mod = match.name("early") or None
    away = match.number("thatday")
    source = match.context.nearest_at_most(match.start, grain)
    longer = match.context.nearest(match.start, "month", "year", within=200) if grain == "day" else None
    apart = (
        longer is not None
        and source is not None
        and longer.start > source.start
        and (longer.day.year != source.day.year if away else _far(match, longer, source))
    )
    if longer and (source is None or apart):
        value = f"{longer.value}-XX" if longer.grain == "month" else f"{longer.value}-XX-XX"
        return Timex("DATE", value, f"a day in “{longer.text}” that is not told", mod=mod, confidence=0.7)
    told = source or match.context.today is None or match.context.tense(match.start, match.end).weight < -1
    if not told and grain == "day" and not away:
        return None  # "redemptions are strong that day and for two days following": any day
    if source is None and not away:
        return Timex("DATE", UNKNOWN[grain], f"no date that {match.quoted} could mean is named before", mod=mod)
    return counted(match, grain, unit, away, source, mod)


def weekend_told(match: Match) -> Found:
    """that weekend, the following weekend: the one nearest to the day named last."""
    away = match.number("thatday")
    source = match.context.nearest(match.start, "day", "weekend", "week")
    if source is None:
        return Timex("DATE", UNKNOWN["weekend"], f"no day that {match.quoted} could mean is named before")
    step = away - (away > 0 and source.day.isoweekday() < 6)
    day = shift(source.day, step, "W")
    why = f"{match.quoted} is the one nearest to {told_source(match, source)}"
    return made(match, "weekend", day, source, why) if day else None


def month_of_that_year(match: Match) -> Found:
    """October that year, the spring of the following year."""
    mod = match.name("early") or None
    source = match.context.nearest_at_most(match.start, "year")
    today = match.context.today
    base = source.day if source else today
    if base is None:
        open_value = f"XXXX-{match.number('month'):02d}" if "month" in match else f"XXXX-{match.name('season')}"
        return Timex("DATE", open_value, "no year is named before it", mod=mod)
    year = base.year + match.number("thatyear")
    why = f"{match.quoted} is in the year {year}, from {told_source(match, source)}"
    if "season" in match:
        found = made(match, "season", dt.date(year, SEASON_MONTHS[match.name("season")], 1), source, why, mod)
        return replace(found, value=f"{year:04d}-{match.name('season')}")
    if "day" in match:
        return made(match, "day", dt.date(year, match.number("month"), match.number("day")), source, why, mod)
    return made(match, "month", dt.date(year, match.number("month"), 1), source, why, mod)


def units_later(match: Match) -> Found:
    """two days later, a year earlier: counted from the date named before."""
    unit = match.name("unit")
    mod = match.name("amount") or None
    if "vague" in match:
        return Timex("DURATION", amount_of("X", unit), f"{match.quoted} does not say how many", mod=mod)
    count = count_of(match) if {"count", "couple", "halfa"} & match.parts.keys() else 1
    if unit.startswith("T"):
        return Timex(
            "DURATION",
            amount_of(count, unit),
            f"{match.quoted} is a length of time from what was told",
            mod=mod,
        )
    away = match.number("direction") * float(count)
    if unit == "Y" and away == -1:
        if over_months(match):
            return year_before_months(match, mod)
        period = month_compared(match) or reported(match)
        if period and period.grain != "year":
            return year_before(match, period, mod)
    grain = GRAIN_OF_UNIT[unit]
    longer = longer_told(match, grain)
    if longer is not None:
        return counted(match, longer.grain, "Y", int(away / 12) if unit == "M" else 0, longer, mod)
    if grain in ("decade", "century"):
        grain = "year"  # "half a century later": a year fifty years on, not the hundred it lies in
    source = counted_from(match, grain, unit, away)
    if source is None and grain == "year" and (told := match.context.nearest(match.start, "decade", within=300)):
        return counted(match, "decade", unit, away, told, mod)  # "in the 1980s, and again two decades later"
    if source is None and away > 0 and match.context.tense(match.start, match.end).weight < -1:
        # "Two weeks later he died": nothing is told that it could count from, and publication is not meant
        return Timex(
            "DURATION", amount_of(count, unit), f"{match.quoted} is a length of time from what was told", mod=mod
        )
    return counted(match, grain, unit, away, source, mod)


def the_unit(match: Match) -> Found:
    """the year, the day: that of publication."""
    unit = match.name("unit1")
    grain = GRAIN_OF_UNIT[unit]
    if match.context.today is None:
        return Timex("DATE", UNKNOWN[grain], "no publication date is known, so the date stays open")
    source = match.context.nearest_at_most(match.start, grain) if grain == "day" else None
    if source and abs((source.day - match.context.today).days) > 14 and "\n\n" in match.text[source.end : match.start]:
        source = None  # "was ordered on March 30 ... shut for the day": another story
    # Results that come out early in a year are those of the year before.
    closed = unit == "Y" and match.context.today.month <= 3 and match.previous.lower() == "for"
    away = -1 if closed and match.context.tense(match.start, match.end).weight < 0 else 0
    found = counted(match, grain, unit, away, source, None)
    return replace(found, confidence=0.7) if found else None


def weekday_told(match: Match) -> Found:
    """that Sunday: the last one named, or the one that the verb tells."""
    number = match.number("weekday")
    told = next((item for item in match.context.back(match.start, "day") if item.day.isoweekday() == number), None)
    if told is None:
        return weekday(match)
    return made(match, "day", told.day, told, f"{match.quoted} is {told_source(match, told)}")


def weekday_beside(match: Match) -> Found:
    """the Friday before: the nearest one before the day named last."""
    number = match.number("weekday")
    source = match.context.nearest(match.start, "day")
    base = source.day if source else match.context.today
    if base is None:
        return Timex("DATE", f"XXXX-WXX-{number}", "no date before it and no publication date is known")
    back, on = (base.isoweekday() - number) % 7 or 7, (number - base.isoweekday()) % 7 or 7
    day = shift(base, on if match.number("direction") > 0 else -back, "D")
    why = f"{match.quoted} is the one nearest to {told_source(match, source)}"
    return made(match, "day", day, source, why) if day else None


def nth_day_of_something(match: Match) -> Found:
    """The strike entered its eighth day: the day of the sentence, or that of publication."""
    today = match.context.today
    close = match.context.nearest(match.start, "day", within=120)
    if close and not another_sentence(match.text[close.end : match.start]):
        return counted(match, "day", "D", 0, close, None)
    if today is None:
        return Timex("DATE", UNKNOWN["day"], "no publication date is known, so the date stays open")
    return made(match, "day", today, None, f"{match.quoted} is that of {match.context.publication}", sure=0.8)


def season_of_that_year(match: Match) -> Found:
    """that winter, the same summer: in the year last spoken of."""
    source = match.context.nearest_at_most(match.start, "year")
    if source is None:
        return None
    season = match.name("season")
    why = f"{match.quoted} is in the year of {told_source(match, source)}"
    first = dt.date(source.day.year, SEASON_MONTHS[season], 1)
    found = made(match, "season", first, source, why, match.name("early") or None)
    return replace(found, value=f"{source.day.year:04d}-{season}")


def _long_before(match: Match) -> Mentioned | None:
    """The last date that was over a year before publication: nobody says ``back then`` of this Thursday."""
    today = match.context.today
    if today is None:
        return None
    named = (item for item in reversed(match.context.mentioned[-20:]) if item.grain in GRAINS)
    return next((item for item in named if (today - item.day).days > 365), None)


def that_time(match: Match) -> Found:
    """at that time: the date last named."""
    source = match.context.nearest(match.start, *GRAINS)
    if source is not None and "back then" in match.quoted.lower():
        source = _long_before(match) or source
    if source is None or "open" in match:
        return Timex("DATE", "PAST_REF", f"{match.quoted} points back without a date")
    why = f"{match.quoted} refers to {told_source(match, source)}"
    return Timex("DATE", source.value, why, anchor=source.value, day=source.day, grain=source.grain, confidence=0.9)


def day_before(match: Match) -> Found:
    """the day before, the year before, the day after."""
    unit = match.name("unit1")
    grain = GRAIN_OF_UNIT[unit]
    source, today = match.context.nearest_at_most(match.start, grain), match.context.today
    if source and today and grain == "day" and source.day > today and match.number("direction") < 0:
        # "a budget for the year that begins on July 1 ... a survey, released the day before": of what is told
        told = match.context.tense(match.start, match.end).weight < -0.5 and another_sentence(
            match.text[source.end : match.start]
        )
        source = (match.context.lead or source) if told else source
    return counted(match, grain, unit, match.number("direction"), source, None)


_BREAK = ".|,|;|:|)|and|but|{end}"

RULES: tuple[Rule, ...] = (
    Rule(
        "same day",
        "[{early} [in|on]] {thatday} {bigunit1:unit1}",
        same_unit,
        (
            eg("They met on December 8 and parted the same day.", "the same day", "2021-12-08"),
            eg("He was hired in 1995 and fired the following year.", "the following year", "1996"),
            eg("He was hired in 1995 and fired later that year.", "later that year", "1995", mod="END"),
        ),
        0.88,
        not_before="{name}",
        counts_from_text=True,
    ),
    Rule(
        "same weekend",
        "{thatday} weekend",
        weekend_told,
        (
            eg("They met on December 8 and again that weekend.", "that weekend", "2021-W49-WE"),
            eg("They met on December 8 and again the following weekend.", "the following weekend", "2021-W49-WE"),
        ),
        0.8,
    ),
    Rule(
        "month of that year",
        "( [{early} [-]] {month} | {day} {month} | {month} {day} ) [,] [of] {thatyear}",
        month_of_that_year,
        (
            eg("He joined in 1968 and was elected in October that year.", "October that year", "1968-10"),
            eg("He joined in 1968 and was elected on 1 October that year.", "1 October that year", "1968-10-01"),
            eg(
                "He joined in 1968 and left in early May of the following year.",
                "early May of the following year",
                "1969-05",
                mod="START",
            ),
        ),
        0.9,
    ),
    Rule(
        "season of that year",
        "[the] {season} of {thatyear}",
        month_of_that_year,
        (eg("He joined in 1968 and left in the spring of that year.", "the spring of that year", "1968-SP"),),
        0.9,
    ),
    Rule(
        "two days later",
        "[{amount}] ( {count} | a|an | [a|the] {vague} | {couple} | {halfa} ) {unit} {direction}",
        units_later,
        (
            eg("They met on December 8 and again two days later.", "two days later", "2021-12-10"),
            eg("He was hired in 1995 and had come a year earlier.", "a year earlier", "1994"),
            eg("It rose in the third quarter from a year earlier.", "a year earlier", "2020-Q3"),
            eg("In November it rose to 4 from 3 a year earlier.", "a year earlier", "2020-11"),
            eg("They ruled in the mid-1980s, and again two decades later.", "two decades later", "200"),
            eg("He fell ill. Two weeks later he died.", "Two weeks later", "P2W", "DURATION"),
            eg("It sank in 1898. Half a century later it was found.", "Half a century later", "1948"),
            eg("They had met half an hour earlier.", "half an hour earlier", "PT30M", "DURATION"),
        ),
        0.85,
        not_before="than",
        refuse=a_title_with_units,
        counts_from_text=True,
    ),
    Rule(
        "two days before",
        "[{amount}] ( {count} | a|an | [a|the] {vague} | {couple} ) {unit} {beforeafter:direction}",
        units_later,
        (
            eg("They met on December 8 and had met two days before.", "two days before", "2021-12-06"),
            eg("It had risen in 1995, having fallen a year before, and stayed.", "a year before", "1994"),
        ),
        0.85,
        before="after|" + _BREAK,
        counts_from_text=True,
    ),
    Rule(
        "the unit",
        "the [full] {bigunit1:unit1}",
        the_unit,
        (
            eg("For the year, food sales were flat.", "the year", "2021"),
            eg("It rose in the first nine months of the year.", "the year", "2021"),
            eg("Sales fell for the full year.", "the full year", "2021", published="2022-02-10"),
        ),
        0.5,
        after="for|in|of",
        not_before="of|{name}|when|before|after|that|{other}|{pronoun}|-|{year}|{direction}|ago|to|until|through",
        refuse=an_award,
    ),
    Rule(
        "began the day",
        "the {dayword1:unit1}",
        the_unit,
        (eg("She began the day four shots behind.", "the day", "2021-12-30"),),
        0.6,
        after="began|begins|begin|started|starts|ended|ends|finished|finishes|closed",
        not_before="of|{name}|when|before|after|that|{other}|{pronoun}|-|{direction}|to|until|'s",
    ),
    Rule(
        "the full year",
        "the full|fiscal|financial {wholeyear:unit1}",
        the_unit,
        (
            eg("Sales for the full year were flat.", "the full year", "2021"),
            eg("Profit should rise throughout the fiscal year.", "the fiscal year", "2021"),
        ),
        0.6,
        after="for|in|of|over|during|throughout|through",
        not_before="of|-|{year}|{name}|when|before|after|that|to|until|through|ended|ending|{direction}",
    ),
    Rule(
        "ranked of the unit",
        "the {longerunit1:unit1}",
        the_unit,
        (eg("It was her third victory of the year after Rome.", "the year", "2021"),),
        0.6,
        after="of",
        not_before="{name}|-|{year}|'s",
        refuse=not_ranked,
    ),
    Rule(
        "at that time",
        "that time",
        that_time,
        (eg("He was hired in 2014. At that time he was rich.", "that time", "2014"),),
        0.75,
        after="at|by|since|before|until",
        not_before="of|to|for|that|when",
    ),
    Rule(
        "at the time",
        "{thetime:open}",
        that_time,
        (eg("He was hired in 2014. Nobody knew him at the time.", "the time", "PAST_REF"),),
        0.7,
        after="at",
        before=_BREAK,
    ),
    Rule(
        "back then",
        "back then",
        that_time,
        (eg("He was hired in 2014. Back then he was rich.", "Back then", "2014"),),
        0.7,
    ),
    Rule(
        "that winter",
        "[{early}] ( that [same] | the same ) {season}",
        season_of_that_year,
        (
            eg("He was hired in 2008; that winter he left.", "that winter", "2008-WI"),
            eg("He was hired in 2008 and left the same summer.", "the same summer", "2008-SU"),
            eg("He was hired in 2008 and left later that summer.", "later that summer", "2008-SU", mod="END"),
        ),
        0.85,
        not_before="in|off|-|is|was|has|will|would|can|could|be|from",
        refuse=a_season_of_a_name,
    ),
    Rule(
        "eighth day",
        "the|a|its|their|his|her {ordinal} [straight|consecutive|full] day",
        nth_day_of_something,
        (
            eg("The strike has entered its eighth day.", "its eighth day", "2021-12-30"),
            eg("It is the second day of an offensive.", "the second day", "2021-12-30"),
        ),
        0.75,
        after="entered|enters|entering|is|'s|into|was|,",
        not_before="{name}|-|{month}",
    ),
    Rule(
        "that Sunday",
        "that {weekday}",
        weekday_told,
        (eg("They met on Sunday, December 5. That Sunday it rained.", "That Sunday", "2021-12-05"),),
        0.85,
        not_before="{name}|{part}|-",
        not_after="said|say|says|so|now",
        refuse=not_a_weekday,
    ),
    Rule(
        "the Friday before",
        "the {weekday} {beforeafter:direction}",
        weekday_beside,
        (eg("They met on December 8 and had met the Friday before.", "the Friday before", "2021-12-03"),),
        0.85,
        before="for|in|at|when|" + _BREAK,
        counts_from_text=True,
    ),
    Rule(
        "the day before he had",
        "the {bigunit1:unit1} {beforeafter:direction}",
        day_before,
        (eg("He was fined on December 8; the day before he had been jailed.", "the day before", "2021-12-07"),),
        0.7,
        before="{pronoun}",
        refuse=told_of_itself,
        counts_from_text=True,
    ),
    Rule(
        "the day before",
        "the {bigunit1:unit1} {direction|beforeafter:direction}",
        day_before,
        (eg("They met on December 8 and agreed the day before.", "the day before", "2021-12-07"),),
        0.75,
        before="on|in|at|from|with|until|" + _BREAK,
        not_after="to",
        counts_from_text=True,
    ),
)
