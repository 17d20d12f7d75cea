"""Dates that a story counts from its own: on the Wednesday, the winter that followed, three months after that."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from reader.extract.dates.calendar import shift, spell, value_of
from reader.extract.dates.english import SEASON_MONTHS
from reader.extract.dates.placing import a_day, place_weekday, shifted
from reader.extract.dates.refuse_names import not_a_weekday
from reader.extract.dates.refuse_stories import a_noun_of_its_own
from reader.extract.dates.rule import Found, Match, Rule, Timex, eg
from reader.extract.dates.rules.anaphora import same_unit
from reader.extract.dates.rules.days import weekday
from reader.extract.dates.rules.durations import amount_of
from reader.extract.dates.told import made, told_source


def the_weekday(match: Match) -> Found:
    """on the Wednesday, on the Thursday evening: the first one from the day named last, and none to come."""
    if a_noun_of_its_own(match) or not_a_weekday(match):
        return None  # but the weekday alone may be one
    number, today = match.number("weekday"), match.context.today
    source = match.context.nearest(match.start, "day", within=1_500)
    if source is None:
        found = weekday(match)
        day, why = (found.day, found.why) if isinstance(found, Timex) else (None, "")
        value = found.value if isinstance(found, Timex) else ""
    else:
        on = (number - source.day.isoweekday()) % 7
        day = shifted(source.day, on)
        if today and day > today >= source.day and match.context.tense(match.start, match.end).weight < 0:
            day = shifted(day, -7)
        value, why = value_of("day", day), f"{match.quoted} is the one beside {told_source(match, source)}"
    if "part" not in match:
        return Timex("DATE", value, why, anchor=source.value if source else match.context.anchor, day=day)
    return Timex("TIME", f"{value}T{match.name('part')}", why, anchor=source.value if source else None, day=day)


def season_that_followed(match: Match) -> Found:
    """the winter that followed: the first after the date named last."""
    source = match.context.nearest(match.start, "day", "month", "quarter", "season", "year", within=2_000)
    name = match.name("season")
    if source is None:
        return Timex("DATE", f"XXXX-{name}", "no date is named before it")
    start = dt.date(source.day.year, SEASON_MONTHS[name], 1)
    first = start if start > source.day else shift(start, 1, "Y")
    if first is None:
        return None
    found = made(match, "season", first, source, f"{match.quoted} is the first after {told_source(match, source)}")
    return replace(found, value=f"{first.year:04d}-{name}")


def day_of_a_month(match: Match) -> Found:
    """the 23rd of the month, the 5th of next month: that of publication, or the one last spoken of."""
    today = match.context.today
    away = match.number("past") if "past" in match else match.number("future") if "future" in match else 0
    near = match.context.nearest(match.start, "day", "month") if "told" in match else None
    base = near.day if near else shift(today.replace(day=1), away, "M") if today else None
    number = match.number("dayth")
    if base is None:
        return Timex("DATE", f"XXXX-XX-{number:02d}", "the month is not known")
    day = base.replace(day=number)
    return a_day(match, day, f"{match.quoted}, from {told_source(match, near)}: {spell(day)}", 0.9)


def year_ago_weekday(match: Match) -> Found:
    """a year ago this Sunday: the same day of the month, so many years before."""
    placed, today = place_weekday(match, match.number("weekday")), match.context.today
    if placed is None or today is None:
        return Timex("DATE", "XXXX-XX-XX", "no publication date is known, so the date stays open")
    near = placed[0]
    if "deictic" in match and match.number("deictic") == 0:
        near = shifted(today, (match.number("weekday") - today.isoweekday()) % 7)
    day = shift(near, -(match.number("count") if "count" in match else 1), "Y")
    return a_day(match, day, f"{match.quoted} counts back from {spell(near)}: {spell(day)}", 0.8) if day else None


def later_than(match: Match) -> Found:
    """a day later than usual, two weeks earlier than planned: how much later, a length of time."""
    unit = match.name("unit")
    count = "X" if "vague" in match else match.number("count") if "count" in match else 1
    end = match.spans["unit"][1]
    value = amount_of(count, unit)
    why = f"{match.quoted} tells how much {match.words('direction')}"
    return Timex("DURATION", value, why, mod=match.name("amount") or None, extent=(match.start, end))


def same_months(match: Match) -> Found:
    """the same six months of 2007: the half or quarter that was last spoken of, in that year."""
    grain = {3: "quarter", 6: "half"}.get(match.number("count"), "year")
    source = match.context.nearest(match.start, grain, within=2_000) if grain != "year" else None
    today = match.context.today
    if "year" not in match and today is None:
        return Timex("DATE", "XXXX", "no publication date is known, so the year stays open")
    year = match.number("year") if "year" in match else (today.year if today else 0) - 1
    day = dt.date(year, source.day.month if source else 1, 1)
    why = f"{match.quoted} is that of {told_source(match, source)} in {year}"
    return replace(made(match, grain if source else "year", day, source, why), day=None)


RULES: tuple[Rule, ...] = (
    Rule(
        "on the Wednesday",
        "the {weekday} [{part}]",
        the_weekday,
        (
            eg("They met on December 6, 2020. On the Wednesday he fled.", "the Wednesday", "2020-12-09"),
            eg(
                "They met on December 6, 2020. On the Wednesday evening he fled.",
                "the Wednesday evening",
                "2020-12-09TEV",
                "TIME",
            ),
        ),
        0.8,
        after="on|by|until|from",
        not_before="after|before|of|{month}|{digits}|{dayth}",
    ),
    Rule(
        "the winter that followed",
        "the {season} that followed",
        season_that_followed,
        (eg("He was hired in May 2008. In the winter that followed he left.", "the winter that followed", "2008-WI"),),
        0.85,
    ),
    Rule(
        "the end of that year",
        "the [very] {stretch:early} of {thatday} {bigunit1:unit1}",
        same_unit,
        (eg("It began in May 2015 and lasts until the end of that year.", "the end of that year", "2015", mod="END"),),
        0.88,
        not_before="{name}",
    ),
    Rule(
        "the 5th of the month",
        "the {dayth} of ( {article:told} | this | {backward:past} | [the] {nextward:future} ) month",
        day_of_a_month,
        (
            eg("He came in May 2008 and was shot on the 23rd of the month.", "the 23rd of the month", "2008-05-23"),
            eg("It opens on the 5th of next month.", "the 5th of next month", "2022-01-05"),
        ),
        0.88,
    ),
    Rule(
        "a year ago this Sunday",
        "( {count} years | a year ) ago [on | {deictic}] {weekday}",
        year_ago_weekday,
        (eg("He died a year ago this Sunday.", "a year ago this Sunday", "2021-01-02"),),
        0.85,
    ),
    Rule(
        "a day later than usual",
        "[{amount}] ( {count} | a|an | [a] {vague} ) {unit} {direction} than",
        later_than,
        (
            eg("The test starts a day later than usual.", "a day", "P1D", "DURATION"),
            eg("He came two weeks earlier than planned.", "two weeks", "P2W", "DURATION"),
        ),
        0.8,
    ),
    Rule(
        "the same months of a year",
        "the same {count} months ( [of|in] {year} | [of] last year | a year earlier|ago|before )",
        same_months,
        (
            eg(
                "Profit rose in the first half from the same six months of 2019.",
                "the same six months of 2019",
                "2019-H1",
            ),
            eg("It rose from the same nine months a year ago.", "the same nine months a year ago", "2020"),
        ),
        0.85,
    ),
)
