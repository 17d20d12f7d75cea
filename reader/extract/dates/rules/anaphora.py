"""Dates that refer to a date named before: the same day, two days later, the previous year, at that time."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from reader.extract.dates.calendar import GRAIN_OF_UNIT, GRAINS, UNKNOWN, month_name, shift, value_of
from reader.extract.dates.context import Mentioned
from reader.extract.dates.english import SEASON_MONTHS
from reader.extract.dates.refuse import an_award
from reader.extract.dates.rule import Found, Match, Rule, Timex, eg
from reader.extract.dates.rules.days import full_date, month_and_day
from reader.extract.dates.rules.durations import amount_of
from reader.extract.dates.rules.months import month, month_of_year

_REPORTED = ("quarter", "half", "year")
"""Stretches that companies report on, and that ``a year earlier`` goes back from."""


def _made(
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
    return Timex("DATE", value_of(grain, day), why, mod=mod, anchor=anchor, day=day, grain=grain, confidence=sure)


def _source(match: Match, source: Mentioned | None) -> str:
    return f"“{' '.join(source.text.split())}” ({source.value})" if source else match.context.publication


def _counted(
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
    return _made(
        match, grain, day, source, f"{match.quoted} {way} {_source(match, source)}", mod, 0.9 if source else 0.8
    )


def same_unit(match: Match) -> Found:
    """the same day, that year, later that week, the following day."""
    unit = match.name("unit1")
    grain = GRAIN_OF_UNIT.get(unit)
    if grain is None:
        return None
    mod = match.name("early") or None
    away = match.number("thatday")
    source = match.context.nearest_at_most(match.start, grain)
    if source is None and not away:
        return Timex("DATE", UNKNOWN[grain], f"no date that {match.quoted} could mean is named before", mod=mod)
    return _counted(match, grain, unit, away, source, mod)


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
    why = f"{match.quoted} is in the year {year}, from {_source(match, source)}"
    if "season" in match:
        made = _made(match, "season", dt.date(year, SEASON_MONTHS[match.name("season")], 1), source, why, mod)
        return replace(made, value=f"{year:04d}-{match.name('season')}")
    if "day" in match:
        return _made(match, "day", dt.date(year, match.number("month"), match.number("day")), source, why, mod)
    return _made(match, "month", dt.date(year, match.number("month"), 1), source, why, mod)


def units_later(match: Match) -> Found:
    """two days later, a year earlier: counted from the date named before."""
    unit = match.name("unit")
    mod = match.name("amount") or None
    if "vague" in match:
        return Timex("DURATION", amount_of("X", unit), f"{match.quoted} does not say how many", mod=mod)
    count = match.number("count") if "count" in match else match.number("couple") if "couple" in match else 1
    if unit.startswith("T"):
        return Timex(
            "DURATION", amount_of(count, unit), f"{match.quoted} is a length of time from what was told", mod=mod
        )
    away = match.number("direction") * count
    if unit == "Y" and away == -1:
        reported = _reported(match)
        if reported and reported.grain != "year":
            return _year_before(match, reported, mod)
    grain = GRAIN_OF_UNIT[unit]
    return _counted(match, grain, unit, away, match.context.nearest_at_most(match.start, grain), mod)


def _reported(match: Match, *grains: str, within: int = 2_000) -> Mentioned | None:
    """The period last spoken of: of those beyond the last lines, one that was over, for an outlook is no report."""
    grains = grains or _REPORTED
    nearest = match.context.nearest
    return (
        nearest(match.start, *grains, within=160)
        or nearest(match.start, *grains, within=within, over=True)
        or nearest(match.start, *grains, within=within)
    )


def _year_before(match: Match, source: Mentioned, mod: str | None = None) -> Timex | None:
    """The same stretch one year before. It is a comparison, so later words do not refer to it."""
    day = shift(source.day, -1, "Y")
    if day is None:
        return None
    why = f"{match.quoted} is one year before {_source(match, source)}"
    return replace(_made(match, source.grain, day, source, why, mod), day=None)


def year_before_quarter(match: Match) -> Found:
    """the year-ago quarter, year-earlier results."""
    today = match.context.today
    if "ordinal" in match and 1 <= match.number("ordinal") <= 4 and today is not None:
        first = today.replace(month=3 * match.number("ordinal") - 2, day=1)
        last = first if first <= today else shift(first, -1, "Y")
        day = shift(last, -1, "Y") if last else None
        return (
            replace(
                _made(match, "quarter", day, None, f"{match.quoted} seen from {match.context.publication}"), day=None
            )
            if day
            else None
        )
    source = _reported(match, "quarter", "half", within=4_000) or _reported(match)
    if source:
        return _year_before(match, source)
    if today is None:
        return Timex("DATE", "XXXX-QX", "no quarter before it and no publication date is known")
    day = shift(today, -1, "Y")
    return (
        replace(
            _made(match, "quarter", day, None, f"{match.quoted} is one year before {match.context.publication}"),
            day=None,
        )
        if day
        else None
    )


def a_year_ago(match: Match) -> Found:
    """a year ago: the quarter a year before, where a quarter is spoken of nearby."""
    source = _reported(match)
    if source and source.grain != "year":
        return _year_before(match, source)
    return _counted(match, "year", "Y", -1, None, None)


def same_unit_a_year_before(match: Match) -> Found:
    """the same month last year: a year before the month last spoken of, or before that of publication."""
    unit = match.name("unit1")
    grain = GRAIN_OF_UNIT[unit]
    source = match.context.nearest(match.start, grain, within=1_000)
    base = source.day if source else match.context.today
    day = shift(base, -1, "Y") if base else None
    if day is None:
        return None if base else Timex("DATE", UNKNOWN[grain], "no date before it and no publication date is known")
    why = f"{match.quoted} is one year before {_source(match, source)}"
    return replace(_made(match, grain, day, source, why), day=None)


def that_quarter(match: Match) -> Found:
    """the quarter, the latest period: the quarter last spoken of."""
    source = _reported(match, "quarter", "half", within=4_000)
    if source is None and match.words("what") == "period":
        return None
    if source is None:
        return Timex("DATE", "XXXX-QX", f"no quarter is named before {match.quoted}", confidence=0.6)
    return _made(match, source.grain, source.day, source, f"{match.quoted} is that of {_source(match, source)}")


def quarter_of_another_year(match: Match) -> Found:
    """the 1988 quarter, the same 1988 period: the quarter last spoken of, in that year."""
    source = match.context.nearest(match.start, "quarter", "half")
    year = match.number("year")
    if source is None:
        return _made(match, "year", dt.date(year, 1, 1), None, f"{match.quoted} names the year", sure=0.7)
    day = dt.date(year, source.day.month, 1)
    made = _made(match, source.grain, day, source, f"{match.quoted} is that of {_source(match, source)} in {year}")
    return replace(made, day=None)


def period_ended(match: Match) -> Found:
    """the quarter ended Sept. 30: the quarter in which that day lies, and the day."""
    if "day" not in match:
        end = month_of_year(match) if "year" in match else month(match)
    else:
        end = full_date(match) if "year" in match else month_and_day(match)
    if not isinstance(end, Timex):
        return None
    word = match.words("period")
    grain = next((name for name in ("quarter", "half", "week", "month") if name in word), "year")
    begin = min(match.spans[name][0] for name in ("month", "day") if name in match)
    ended = replace(end, extent=(begin, match.end))
    extent = (match.start, match.spans["period"][1])
    if end.day is None:
        return [Timex("DATE", UNKNOWN[grain], end.why, extent=extent), ended]
    day = f" {match.number('day')}" if "day" in match else ""
    why = f"the {grain} in which {month_name(match.number('month'))}{day} lies"
    if grain == "year":
        return [Timex("DURATION", "P1Y", f"{match.quoted} is a year that ends then", extent=extent), ended]
    return [replace(_made(match, grain, end.day, None, why), extent=extent), ended]


def the_unit(match: Match) -> Found:
    """the year, the day: that of publication."""
    unit = match.name("unit1")
    grain = GRAIN_OF_UNIT[unit]
    if match.context.today is None:
        return Timex("DATE", UNKNOWN[grain], "no publication date is known, so the date stays open")
    source = match.context.nearest_at_most(match.start, grain) if grain == "day" else None
    found = _counted(match, grain, unit, 0, source, None)
    return replace(found, confidence=0.7) if found else None


def that_time(match: Match) -> Found:
    """at that time: the date last named."""
    source = match.context.nearest(match.start, *GRAINS)
    if source is None or "open" in match:
        return Timex("DATE", "PAST_REF", f"{match.quoted} points back without a date")
    why = f"{match.quoted} refers to {_source(match, source)}"
    return Timex("DATE", source.value, why, anchor=source.value, day=source.day, grain=source.grain, confidence=0.9)


def day_before(match: Match) -> Found:
    """the day before, the year before, the day after."""
    unit = match.name("unit1")
    grain = GRAIN_OF_UNIT[unit]
    return _counted(
        match, grain, unit, match.number("direction"), match.context.nearest_at_most(match.start, grain), None
    )


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
        "[{amount}] ( {count} | a|an | [a|the] {vague} | {couple} ) {unit} {direction}",
        units_later,
        (
            eg("They met on December 8 and again two days later.", "two days later", "2021-12-10"),
            eg("He was hired in 1995 and had come a year earlier.", "a year earlier", "1994"),
            eg("It rose in the third quarter from a year earlier.", "a year earlier", "2020-Q3"),
        ),
        0.85,
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
        before=_BREAK,
        counts_from_text=True,
    ),
    Rule(
        "year-ago",
        "( year - ago|earlier | prior|previous - year )",
        year_before_quarter,
        (eg("It made less in the third quarter than the year-earlier $5 million.", "year-earlier", "2020-Q3"),),
        0.85,
    ),
    Rule(
        "year-ago quarter",
        "[the] [comparable|same] ( year - ago|earlier | prior|previous - year ) [{ordinal}] quarter|period|half|month",
        year_before_quarter,
        (
            eg("It made less in the third quarter than in the year-ago quarter.", "the year-ago quarter", "2020-Q3"),
            eg("It rose in the third quarter from the prior-year period.", "the prior-year period", "2020-Q3"),
        ),
        0.88,
    ),
    Rule(
        "quarter a year ago",
        "( ( the same | the comparable | the ) quarter|period [a] year ago|earlier"
        " | the same|comparable quarter|period [of|in] last year )",
        year_before_quarter,
        (
            eg(
                "It fell in the third quarter, from $5 in the same period a year ago.",
                "the same period a year ago",
                "2020-Q3",
            ),
        ),
        0.8,
    ),
    Rule(
        "same month last year",
        "the same|comparable {bigunit1:unit1} ( [of|in] last year | [a] year ago|earlier )",
        same_unit_a_year_before,
        (eg("In November sales fell from the same month last year.", "the same month last year", "2020-11"),),
        0.85,
    ),
    Rule(
        "a year ago",
        "a year ago",
        a_year_ago,
        (
            eg("It made less in the third quarter than a year ago.", "a year ago", "2020-Q3"),
            eg("He resigned a year ago.", "a year ago", "2020"),
        ),
        0.93,
    ),
    Rule(
        "the quarter",
        "( the | that ) [latest | most recent] {quarterperiod:what}",
        that_quarter,
        (eg("In the third quarter it fell; in the latest quarter it won clients.", "the latest quarter", "2021-Q3"),),
        0.7,
        not_before="of|{name}|when|between|that|-",
    ),
    Rule(
        "quarter of another year",
        "[the] [same] {year} {quarterperiod:what}",
        quarter_of_another_year,
        (eg("It made more in the third quarter than in the 2020 quarter.", "the 2020 quarter", "2020-Q3"),),
        0.8,
    ),
    Rule(
        "period ended",
        "( the|its [fiscal] ) {period} ended|ending|to [on|in] ( {month} [{day}] | {day} {month} ) [[,] {year}]",
        period_ended,
        (
            eg("Sales rose in the quarter ended Sept. 30 to $7 million.", "the quarter", "2021-Q3"),
            eg("Sales rose in the quarter ended Sept. 30 to $7 million.", "Sept. 30", "2021-09-30"),
            eg("Prices rose by 3% in the year to 3 November.", "3 November", "2021-11-03"),
            eg("In the week ended Dec. 18 claims rose.", "the week", "2021-W50"),
            eg("For the year ending in May it expects a loss.", "May", "2022-05"),
            eg("For the year ended June 30, 2020 it lost money.", "the year", "P1Y", "DURATION"),
        ),
        0.85,
    ),
    Rule(
        "the unit",
        "the [full] {bigunit1:unit1}",
        the_unit,
        (
            eg("For the year, food sales were flat.", "the year", "2021"),
            eg("It rose in the first nine months of the year.", "the year", "2021"),
        ),
        0.5,
        after="for|in|of",
        not_before="of|{name}|when|before|after|that|{other}|-|{year}|{direction}|ago|to|until|through",
        refuse=an_award,
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
        "the day before",
        "the {bigunit1:unit1} {direction|beforeafter:direction}",
        day_before,
        (eg("They met on December 8 and agreed the day before.", "the day before", "2021-12-07"),),
        0.75,
        before=_BREAK,
        counts_from_text=True,
    ),
)
