"""Periods that companies and offices report on: the year-ago quarter, a year ago, the quarter ended Sept. 30."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace
from functools import cache

from reader.extract.dates.calendar import GRAIN_OF_UNIT, UNKNOWN, day_or_none, month_name, shift
from reader.extract.dates.english_usage import COMPARED, REPORTING_MONEY
from reader.extract.dates.rule import Found, Match, Rule, Timex, eg
from reader.extract.dates.rules.days import full_date, month_and_day, weekday
from reader.extract.dates.rules.months import month, month_of_year
from reader.extract.dates.rules.relative import named_day, this_unit
from reader.extract.dates.told import counted, made, over_months, reported, told_source, year_before, year_before_months


def year_before_quarter(match: Match) -> Found:
    """the year-ago quarter, year-earlier results."""
    today = match.context.today
    if "ordinal" in match and 1 <= match.number("ordinal") <= 4 and today is not None:
        first = today.replace(month=3 * match.number("ordinal") - 2, day=1)
        last = first if first <= today else shift(first, -1, "Y")
        day = shift(last, -1, "Y") if last else None
        return (
            replace(
                made(match, "quarter", day, None, f"{match.quoted} seen from {match.context.publication}"), day=None
            )
            if day
            else None
        )
    if over_months(match) and "quarter" not in match.quoted:
        return year_before_months(match)
    source = reported(match, "month") if "month" in match.quoted else None
    source = source or reported(match, "quarter", "half", within=4_000) or reported(match)
    if source:
        return year_before(match, source)
    if today is None:
        return Timex("DATE", "XXXX-QX", "no quarter before it and no publication date is known")
    day = shift(today, -1, "Y")
    return (
        replace(
            made(match, "quarter", day, None, f"{match.quoted} is one year before {match.context.publication}"),
            day=None,
        )
        if day
        else None
    )


def a_year_ago(match: Match) -> Found:
    """a year ago: the quarter a year before, where a quarter is spoken of nearby."""
    if over_months(match):
        return year_before_months(match)
    source = reported(match)
    opens = match.text[match.start].isupper()
    if source and source.grain != "year" and (not opens or _compared(match)):
        return year_before(match, source)
    return counted(match, "year", "Y", -1, None, None)


@cache
def _stop() -> re.Pattern[str]:
    return re.compile(r"[.!?][\"”]?\s")


def _compared(match: Match) -> bool:
    """Whether the sentence that the match opens speaks of money, as reports do: ``A year ago, net was $5 million``."""
    sentence = _stop().split(match.text[match.end : match.end + 160], maxsplit=1)[0].lower()
    return "$" in sentence or not COMPARED.isdisjoint(sentence.replace(",", " ").split())


def same_unit_a_year_before(match: Match) -> Found:
    """the same month last year: a year before the month last spoken of, or before that of publication."""
    grain = GRAIN_OF_UNIT[match.name("unit1") or "D"]
    source = match.context.nearest(match.start, grain, within=1_000)
    today = match.context.today
    base = source.day if source else today
    if base and today and "last year" in match.quoted:
        base = day_or_none(today.year, base.month, base.day if grain == "day" else 1) or base
    day = shift(base, -1, "Y") if base else None
    if day is None:
        return None if base else Timex("DATE", UNKNOWN[grain], "no date before it and no publication date is known")
    why = f"{match.quoted} is one year before {told_source(match, source)}"
    return replace(made(match, grain, day, source, why), day=None)


def same_unit_of_year(match: Match) -> Found:
    """the same month of 2012, the same date in 2012: that of the year named, for the one last spoken of."""
    grain = GRAIN_OF_UNIT[match.name("unit1") or "D"]
    source = match.context.nearest(match.start, grain, within=1_000)
    base = source.day if source else match.context.today
    day = shift(base, match.number("year") - base.year, "Y") if base else None
    if day is None or grain not in ("day", "week", "month", "quarter"):
        return None
    why = f"{match.quoted} is that of {told_source(match, source)} in {match.number('year')}"
    return replace(made(match, grain, day, source, why), day=None)


def _of_money(match: Match) -> bool:
    near = match.text[max(0, match.start - 300) : match.end + 300].lower()
    return not REPORTING_MONEY.isdisjoint(near.replace(",", " ").replace(".", " ").split())


def that_quarter(match: Match) -> Found:
    """the quarter, the latest period: the quarter last spoken of."""
    source = reported(match, "quarter", "half", within=4_000)
    today = match.context.today
    if today and {"latest", "recent", "just"} & set(match.quoted.strip("“”").split()):
        over = match.context.nearest(match.start, "quarter", "half", within=4_000, over=True)
        if over is None:
            day = shift(today, -3, "M") or today
            return made(match, "quarter", day, None, f"{match.quoted} is the one before {match.context.publication}")
        source = over
    if source is None and match.words("what") == "period":
        return None
    if source is None and not _of_money(match):
        return None  # "grew up in the quarter behind the mosque"
    if source is None:
        return Timex("DATE", "XXXX-QX", f"no quarter is named before {match.quoted}", confidence=0.6)
    return made(match, source.grain, source.day, source, f"{match.quoted} is that of {told_source(match, source)}")


def quarter_of_another_year(match: Match) -> Found:
    """the 1988 quarter, the same 1988 period: the quarter last spoken of, in that year."""
    grains = ("quarter", "half", "month") if match.words("what") == "period" else ("quarter", "half")
    source = match.context.nearest(match.start, *grains)
    year = match.number("year")
    if source is None or (over_months(match) and match.words("what") == "period"):
        return made(match, "year", dt.date(year, 1, 1), None, f"{match.quoted} names the year", sure=0.7)
    day = dt.date(year, source.day.month, 1)
    found = made(match, source.grain, day, source, f"{match.quoted} is that of {told_source(match, source)} in {year}")
    return replace(found, day=None)


def _from_its_day(match: Match) -> Match:
    """The match from the day on, so that ``ended`` before it tells its tense."""
    begin = min(match.spans[name][0] for name in ("month", "day", "dayname", "weekday") if name in match)
    return replace(match, start=begin)


def period_ended(match: Match) -> Found:
    """the quarter ended Sept. 30: the quarter in which that day lies, and the day."""
    if "dayname" in match or "weekday" in match:
        end = (named_day if "dayname" in match else weekday)(_from_its_day(match))
    elif "day" not in match:
        end = month_of_year(match) if "year" in match else month(_from_its_day(match))
    else:
        end = full_date(match) if "year" in match else month_and_day(_from_its_day(match))
    if not isinstance(end, Timex):
        return None
    word = match.words("period")
    grain = next((name for name in ("quarter", "half", "week", "month") if name in word), "year")
    ended = replace(end, extent=(_from_its_day(match).start, match.end))
    extent = (match.start, match.spans["period"][1])
    if end.day is None:
        return [Timex("DATE", UNKNOWN[grain], end.why, extent=extent), ended]
    day = f"{month_name(end.day.month)} {end.day.day}" if "month" not in match or "day" in match else ""
    day = day or month_name(end.day.month)
    why = f"the {grain} in which {day} lies"
    if grain == "year":
        return [Timex("DURATION", "P1Y", f"{match.quoted} is a year that ends then", extent=extent), ended]
    if grain == "quarter":
        why = f"the calendar's quarter that has most of the three months to {day}"
    middle = shift(end.day, -45 if grain == "quarter" else 0, "D") or end.day
    return [replace(made(match, grain, middle, None, why), extent=extent), ended]


RULES: tuple[Rule, ...] = (
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
            eg(
                "It fell in the third quarter. In May it had risen from the year-ago month.",
                "the year-ago month",
                "2020-05",
            ),
        ),
        0.88,
    ),
    Rule(
        "quarter a year ago",
        "( the [same|comparable|corresponding] quarter|period [a] year ago|earlier"
        " | the same|comparable|corresponding quarter|period [of|in|,] last year"
        " | last year 's [same|comparable|corresponding] quarter|period )",
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
        "same period of a year",
        "the same|comparable|corresponding quarter|period [of|in] [fiscal] {year}",
        quarter_of_another_year,
        (
            eg(
                "It rose in the third quarter from the same period of 2020.",
                "the same period of 2020",
                "2020-Q3",
            ),
        ),
        0.88,
    ),
    Rule(
        "same month last year",
        "the same|comparable ( {bigunit1:unit1} | date ) ( [of|in] last year | [a] year ago|earlier )",
        same_unit_a_year_before,
        (
            eg("In November sales fell from the same month last year.", "the same month last year", "2020-11"),
            eg("On December 8 it sold less than on the same day last year.", "the same day last year", "2020-12-08"),
        ),
        0.85,
    ),
    Rule(
        "same month of a year",
        "the same ( {stretch1:unit1} | day|date ) of|in {year}",
        same_unit_of_year,
        (
            eg("In November sales fell from the same month of 2019.", "the same month of 2019", "2019-11"),
            eg("On December 8 it held more than on the same date in 2019.", "the same date in 2019", "2019-12-08"),
        ),
        0.85,
    ),
    Rule(
        "a year ago",
        "a year ago",
        a_year_ago,
        (
            eg("It made less in the third quarter than a year ago.", "a year ago", "2020-Q3"),
            eg("It fell in the third quarter, and for the nine months from a year ago.", "a year ago", "2020"),
            eg("He resigned a year ago.", "a year ago", "2020"),
        ),
        0.93,
    ),
    Rule(
        "the quarter",
        "( the {quarterperiod:what} just ended | ( the | that ) [latest | most recent] {quarterperiod:what} )",
        that_quarter,
        (
            eg("In the third quarter it fell; in the latest quarter it won clients.", "the latest quarter", "2021-Q3"),
            eg("In the quarter just ended it won clients.", "the quarter just ended", "2021-Q3"),
        ),
        0.7,
        not_before="of|{name}|when|between|that|-",
    ),
    Rule(
        "the latest week",
        "the {latest:past} [fiscal|calendar|financial] {stretch1|weekendword:unit1}",
        this_unit,
        (
            eg("In the latest week claims rose.", "the latest week", "2021-W51"),
            eg("Sales in the latest fiscal year were flat.", "the latest fiscal year", "2020"),
        ),
        0.75,
        after="for|in|of|over|during|through",
        not_before="of|-|{name}|{year}|ended|ending|to",
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
        "( the|its [fiscal] ) {period} ended|ending|to [on|in]"
        " ( ( {month} [{day}] | {day} {month} ) [[,] {year}] | {dayname} | {weekday} )",
        period_ended,
        (
            eg("Sales rose in the quarter ended Sept. 30 to $7 million.", "the quarter", "2021-Q3"),
            eg("Sales rose in the quarter ended Sept. 30 to $7 million.", "Sept. 30", "2021-09-30"),
            eg("Prices rose by 3% in the year to 3 November.", "3 November", "2021-11-03"),
            eg("In the week ended Dec. 18 claims rose.", "the week", "2021-W50"),
            eg("For the year ending in May it expects a loss.", "May", "2022-05"),
            eg("It expects a loss for the year ending tomorrow.", "the year", "P1Y", "DURATION"),
            eg("In the week ended Friday claims rose.", "the week", "2021-W51"),
            eg("For the year ended June 30, 2020 it lost money.", "the year", "P1Y", "DURATION"),
        ),
        0.85,
    ),
)
