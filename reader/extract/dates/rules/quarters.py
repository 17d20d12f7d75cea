"""Quarters and halves, with and without their year: the third quarter of 2021, Q3, the second half of next year."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from reader.extract.dates.calendar import day_or_none
from reader.extract.dates.placing import a_stretch, place_span, shifted
from reader.extract.dates.refuse import a_question, not_reported
from reader.extract.dates.rule import Found, Match, Rule, Timex, eg


def _mod(match: Match) -> str | None:
    return match.name("early") or match.name("stretch") or None


def quarter_of_year(match: Match) -> Found:
    """the third quarter of 2021, Q3 2021."""
    number, half = _quarter(match)
    day = _quarter_start(_year(match), number, half)
    if day is None:
        return None
    return a_stretch(
        match, "half" if half else "quarter", day, f"{match.quoted} names quarter and year", _mod(match), anchored=False
    )


def _year(match: Match) -> int:
    """The year beside a quarter, also that of ``2Q23`` and ``Q2 '23``."""
    if "year" in match:
        return match.number("year")
    short = match.number("shortyear") if "shortyear" in match else int(match.name("quarteryear")[2:].strip("'’") or 0)
    return short if short > 99 else 1900 + short if short >= 50 else 2000 + short


def _quarter(match: Match) -> tuple[int, bool]:
    if "shortquarter" in match or "quarteryear" in match:
        raw = (match.name("shortquarter") or match.name("quarteryear")).upper()
        return int(raw[0] if raw[0].isdigit() else raw[1]), "H" in raw
    return match.number("ordinal"), match.words("span") == "half"


def _quarter_start(year: int, number: int, half: bool) -> dt.date | None:
    if not 1 <= number <= (2 if half else 4):
        return None
    return day_or_none(year, 1 + (number - 1) * (6 if half else 3), 1)


def stretch_of_quarter(match: Match) -> Found:
    """the end of the second quarter."""
    return quarter_of_year(match) if "year" in match else quarter(match)


def two_quarters(match: Match) -> Found:
    """the second and fourth quarters: two dates."""
    ends: list[Timex] = []
    for name, extent in (
        ("ordinal", (match.start, match.spans["ordinal"][1])),
        ("last", (match.spans["last"][0], match.end)),
    ):
        found = (quarter_of_year if "year" in match else quarter)(
            replace(match, parts={**match.parts, "ordinal": match.number(name)})
        )
        if not isinstance(found, Timex):
            return None
        ends.append(replace(found, extent=extent))
    return ends


def quarter_of_month(match: Match) -> Found:
    """the June quarter: the one that ends with June, or has most of the three months that do."""
    middle = (match.number("month") + 10) % 12 + 1
    return quarter(replace(match, parts={**match.parts, "ordinal": (middle + 2) // 3}))


def final_quarter(match: Match) -> Found:
    """the final quarter: the fourth."""
    return quarter(replace(match, parts={**match.parts, "ordinal": 4}))


def quarter_of_months(match: Match) -> Found:
    """the April-June quarter: three months of the calendar, by the second of them."""
    first, last = match.number("month"), match.number("last")
    if (last - first) % 12 != 2:
        return None
    middle = first % 12 + 1
    named = replace(match, parts={**match.parts, "ordinal": (middle + 2) // 3})
    return quarter_of_year(named) if "year" in match else quarter(named)


def whole_quarter(match: Match) -> Found:
    """in January-March: three months that are a quarter of the calendar."""
    return quarter_of_months(match) if match.number("month") % 3 == 1 else None


def quarter(match: Match) -> Found:
    """the third quarter, fourth-quarter, the first half: the last one begun, unless the verb looks ahead."""
    number, half = _quarter(match)
    today = match.context.today
    grain, letter = ("half", "H") if half else ("quarter", "Q")
    if today is None:
        return Timex(
            "DATE", f"XXXX-{letter}{number}", "no publication date is known, so the year stays open", mod=_mod(match)
        )
    this_year = _quarter_start(today.year, number, half)
    if this_year is None:
        return None
    if "past" in match or "future" in match:
        shift = match.number("past") if "past" in match else match.number("future")
        day = _quarter_start(today.year + shift, number, half)
        return (
            a_stretch(match, grain, day, f"{match.quoted} seen from {match.context.publication}", _mod(match))
            if day
            else None
        )
    if "fiscal" in match.quoted.lower() and not half:
        # Fiscal years begin before those they are named for, so that only a fourth quarter is behind in January.
        ended = number == 4 and today.month <= 3
        day = shifted(this_year, -1, "Y") if ended else this_year
        why = f"{match.quoted} is one of the fiscal year that has the name of {day.year}, seen from"
        return a_stretch(match, grain, day, f"{why} {match.context.publication}", _mod(match), 0.8)
    if this_year <= today:
        past, future = (
            this_year,
            this_year if today < shifted(this_year, 6 if half else 3, "M") else shifted(this_year, 1, "Y"),
        )
    else:
        past, future = shifted(this_year, -1, "Y"), this_year
    day, reason, sure = place_span(match, past, future)
    start = f"{match.quoted} without a year, seen from {match.context.publication}"
    return a_stretch(match, grain, day, f"{start}: {reason}" if reason else start, _mod(match), sure * 0.95)


RULES: tuple[Rule, ...] = (
    Rule(
        "quarter of year",
        "[the] [{early} [-]] [fiscal] {ordinal} [-] {halfquarter:span} [of] [fiscal] {year}",
        quarter_of_year,
        (
            eg("Sales rose in the third quarter of 2020.", "the third quarter of 2020", "2020-Q3"),
            eg("Sales rose in the first half of 2020.", "the first half of 2020", "2020-H1"),
        ),
        0.97,
    ),
    Rule(
        "quarter after its year",
        "[the] {year} ['s] [fiscal] {ordinal} [-] {halfquarter:span}",
        quarter_of_year,
        (eg("It fell in the 2020 third quarter.", "the 2020 third quarter", "2020-Q3"),),
        0.93,
    ),
    Rule(
        "quarter after relative year",
        "( {backward:past} | this | {nextward:future} ) year 's {ordinal} [-] {halfquarter:span}",
        quarter,
        (eg("It fell in last year's third quarter.", "last year's third quarter", "2020-Q3"),),
        0.93,
    ),
    Rule(
        "Q3 of year",
        "( {shortquarter} [of] [fiscal] [/] ( {year} | {shortyear} ) | {quarteryear} )",
        quarter_of_year,
        (
            eg("Sales rose in Q3 2020 again.", "Q3 2020", "2020-Q3"),
            eg("Sales rose in 2Q23 again.", "2Q23", "2023-Q2"),
        ),
        0.95,
    ),
    Rule(
        "Q3",
        "{shortquarter}",
        quarter,
        (eg("Sales rose in Q3 again.", "Q3", "2021-Q3"),),
        0.8,
        refuse=a_question,
    ),
    Rule(
        "quarter",
        "( [the] [{early} [-]] [fiscal] {ordinal} [fiscal] {halfquarter:span}"
        " | [fiscal] {ordinal} - {halfquarter:span} )",
        quarter,
        (
            eg("Sales rose in the third quarter.", "the third quarter", "2021-Q3"),
            eg("It posted third-quarter net income of $5 million.", "third-quarter", "2021-Q3"),
            eg("Sales rose in the third quarter.", "the third quarter", "XXXX-Q3", published=None),
            eg("Net fell in the fiscal third quarter.", "the fiscal third quarter", "2013-Q3", published="2013-03-22"),
            eg("The company said its fourth quarter was weak.", "fourth quarter", "2021-Q4"),
        ),
        0.93,
        not_before="final|finals|-",
        refuse=not_reported,
    ),
    Rule(
        "stretch of quarter",
        "the [very] {stretch} of the {ordinal} [-] {halfquarter:span} [[of] {year}]",
        stretch_of_quarter,
        (
            eg("By the end of the third quarter it was over.", "the end of the third quarter", "2021-Q3", mod="END"),
            eg(
                "At the start of the third quarter of 2020 it fell.",
                "the start of the third quarter of 2020",
                "2020-Q3",
                mod="START",
            ),
        ),
        0.93,
        refuse=not_reported,
    ),
    Rule(
        "two quarters",
        "[the] [fiscal] {ordinal} and|or|to|through [the] {ordinal:last} quarters [[of] {year}]",
        two_quarters,
        (
            eg("It fell in the first and third quarters.", "the first", "2021-Q1"),
            eg("It fell in the first and third quarters.", "third quarters", "2021-Q3"),
        ),
        0.85,
    ),
    Rule(
        "June quarter",
        "[the] {month} quarter",
        quarter_of_month,
        (eg("It fell in the June quarter.", "the June quarter", "2021-Q2"),),
        0.88,
    ),
    Rule(
        "final quarter",
        "the final|closing quarter",
        final_quarter,
        (eg("Sales rose by 5 percent in the final quarter.", "the final quarter", "2021-Q4"),),
        0.85,
        not_before="of|final",
        refuse=not_reported,
    ),
    Rule(
        "April-June quarter",
        "[the] {month} (-|–|to) {month:last} [fiscal] quarter|period [[of] {year}]",
        quarter_of_months,
        (
            eg("It fell in the April-June quarter.", "the April-June quarter", "2021-Q2"),
            eg("It fell in the April-June period.", "the April-June period", "2021-Q2"),
            eg("It fell in the July to September quarter of 2020.", "the July to September quarter of 2020", "2020-Q3"),
        ),
        0.92,
    ),
    Rule(
        "quarter relative year",
        "[the] {ordinal} [-] {halfquarter:span} [of]"
        " ( {past} | this | the | {future} ) [calendar|fiscal|financial] year",
        quarter,
        (
            eg("It fell in the first quarter of last year.", "the first quarter of last year", "2020-Q1"),
            eg("It will fall in the second half of next year.", "the second half of next year", "2022-H2"),
            eg("It fell in the second half of the year.", "the second half of the year", "2021-H2"),
        ),
        0.95,
    ),
)
