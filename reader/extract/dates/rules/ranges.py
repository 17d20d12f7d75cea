"""Ranges of days and months: January 10-12, Monday through Wednesday, from May to July.

TimeML marks both ends; the first carries the end of the range.
"""

from __future__ import annotations

from dataclasses import replace

from reader.extract.dates.calendar import day_or_none, spell, value_of
from reader.extract.dates.placing import (
    a_day,
    a_stretch,
    habitual,
    place_month,
    place_month_day,
    place_weekday,
    shifted,
)
from reader.extract.dates.refuse_names import given_names
from reader.extract.dates.rule import Found, Match, Rule, Timex, eg
from reader.extract.dates.rules.days import last_weekday
from reader.extract.dates.rules.quarters import whole_quarter


def day_range(match: Match) -> Found:
    """January 10-12, 10-12 January 2022: two dates, the first with the end of the range."""
    month = match.number("month")
    first = _one_of_range(match, month, match.number("day"))
    last = _one_of_range(match, month, match.number("last"))
    if first is None or last is None or match.number("day") >= match.number("last"):
        return None
    month_span, day_span, last_span = match.spans["month"], match.spans["day"], match.spans["last"]
    if month_span < day_span:
        one, two = (match.start, day_span[1]), (last_span[0], match.end)
    else:
        one, two = (match.start, day_span[1]), (last_span[0], match.end)
    return [replace(first, extent=one, end_value=last.value), replace(last, extent=two)]


def day_list(match: Match) -> Found:
    """7, 8 and 9 September; September 7, 8 and 9: three dates."""
    month = match.number("month")
    made = [_one_of_range(match, month, match.number(name)) for name in ("day", "second", "last")]
    if not match.number("day") < match.number("second") < match.number("last"):
        return None
    ends = (match.spans["day"][1], match.spans["second"][1], match.end)
    starts = (match.start, match.spans["second"][0], match.spans["last"][0])
    return [replace(one, extent=(start, end)) for one, start, end in zip(made, starts, ends, strict=True) if one]


def _one_of_range(match: Match, month: int, number: int) -> Timex | None:
    if "year" in match:
        day = day_or_none(match.number("year"), month, number)
        return a_day(match, day, f"{match.quoted} names days, month and year", anchored=False) if day else None
    if match.context.today is None:
        return Timex("DATE", f"XXXX-{month:02d}-{number:02d}", "no publication date is known, so the year stays open")
    placed = place_month_day(match, month, number)
    if placed is None:
        return None
    return a_day(
        match, placed[0], f"{match.quoted} seen from {match.context.publication}: {spell(placed[0])}", placed[2]
    )


def weekday_range(match: Match) -> Found:
    """Monday through Wednesday, Tuesday and Wednesday: both in the same stretch of days."""
    first, last = match.number("weekday"), match.number("last")
    placed = place_weekday(match, first)
    if {"past", "future"} & match.parts.keys():
        found = last_weekday(match)  # "meets next Tuesday and Wednesday"
        placed = (found.day, "", 1.0) if isinstance(found, Timex) and found.day else None
    spans = (match.start, match.spans["weekday"][1]), match.spans["last"]
    mod = match.name("early") or None
    if placed is None:
        why = "no publication date is known, so the week stays open"
        return [
            Timex("DATE", f"XXXX-WXX-{number}", why, extent=span, mod=early)
            for number, span, early in zip((first, last), spans, (mod, None), strict=True)
        ]
    one, reason, sure = placed
    today = match.context.today or one
    gap = (last - first) % 7
    joined = match.text[spans[0][1] : spans[1][0]].strip().lower()
    if joined in ("and", "or") and gap > 4:
        # "Friday and Thursday": named backwards, so each is the one of its own
        alone = place_weekday(match, last)
        if alone is not None:
            why = f"{match.quoted} seen from {match.context.publication}"
            return [
                a_day(match, day, f"{why}: {spell(day)}", sure, extent=span, mod=early)
                for day, span, early in zip((one, alone[0]), spans, (mod, None), strict=True)
            ]
    if (
        one <= today < shifted(one, gap)
        and match.context.tense(match.start, match.end).weight < 0
        and (today - one).days < 7 - gap
    ):
        one = shifted(one, -7) if one == today else one
    two = shifted(one, gap)
    start = f"{match.quoted} seen from {match.context.publication}"
    start = f"{start}: {reason}" if reason else start
    end_value = value_of("day", two) if joined not in ("and", "or") else None
    return [
        a_day(match, one, f"{start}, {spell(one)}", sure, extent=spans[0], end_value=end_value, mod=mod),
        a_day(match, two, f"{start}, {spell(two)}", sure, extent=spans[1]),
    ]


def month_range(match: Match) -> Found:
    """January-March 2022, from May to July: two dates."""
    ends: list[Timex] = []
    usual = "year" not in match and habitual(match)
    for name in ("month", "last"):
        number = match.number(name)
        if usual:
            ends.append(Timex("DATE", f"XXXX-{number:02d}", f"{match.quoted} are those of any year"))
        elif "year" in match:
            day = day_or_none(match.number("year"), number, 1)
            if day is None:
                return None
            ends.append(a_stretch(match, "month", day, f"{match.quoted} names months and year", anchored=False))
        else:
            placed = place_month(match, number)
            if placed is None:
                ends.append(Timex("DATE", f"XXXX-{number:02d}", "no publication date is known, so the year stays open"))
            else:
                ends.append(
                    a_stretch(match, "month", placed[0], f"{match.quoted} seen from {match.context.publication}")
                )
    first, last = ends
    joined = match.text[match.spans["month"][1] : match.spans["last"][0]].strip().lower()
    if first.day and last.day and first.day > last.day and (joined != "and" or match.previous.lower() == "between"):
        # Only one end is placed right: the words before the range tell which.
        ahead = match.context.tense(match.start, match.start).weight >= 0
        moved = last.day.replace(year=last.day.year + 1) if ahead else first.day.replace(year=first.day.year - 1)
        made = a_stretch(match, "month", moved, f"{match.quoted} seen from {match.context.publication}")
        first, last = (first, made) if ahead else (made, last)
    return [
        replace(first, extent=match.spans["month"], end_value=last.value),
        replace(last, extent=(match.spans["last"][0], match.end)),
    ]


def days_of_two_months(match: Match) -> Found:
    """30 April to 2 May 2020: the year of the last is that of the first."""
    ends: list[Timex] = []
    for month, number in (("month", "day"), ("lastmonth", "last")):
        made = _one_of_range(match, match.number(month), match.number(number))
        if made is None:
            return None
        ends.append(made)
    first, last = ends
    today = match.context.today
    if first.day and last.day and today and "year" not in match:
        # "The season, which runs from June 1 to Nov. 30": the one that publication lies in
        one, two = (
            day_or_none(today.year, first.day.month, first.day.day),
            day_or_none(today.year, last.day.month, last.day.day),
        )
        if one and two and one <= today <= two and match.context.tense(match.start, match.start).weight > -1:
            why = f"{match.quoted} is that of {match.context.publication}"
            first, last = a_day(match, one, f"{why}: {spell(one)}"), a_day(match, two, f"{why}: {spell(two)}")
    if first.day and last.day and first.day > last.day and "year" not in match:
        # Only one end is placed right: the words before the range tell which.
        ahead = match.context.tense(match.start, match.start).weight >= 0
        one, two = first.day, last.day
        moved = (
            day_or_none(two.year + 1, two.month, two.day) if ahead else day_or_none(one.year - 1, one.month, one.day)
        )
        if moved is None:
            return None
        made = a_day(match, moved, f"{match.quoted} goes over the turn of the year: {spell(moved)}")
        first, last = (first, made) if ahead else (made, last)
    elif first.day and last.day and first.day > last.day:
        day = day_or_none(first.day.year - 1, first.day.month, first.day.day)
        if day is None or day > last.day:
            return None
        first = a_day(match, day, f"{match.quoted} begins the year before it ends: {spell(day)}", anchored=False)
    stop = max(match.spans["month"][1], match.spans["day"][1])
    start = min(match.spans["lastmonth"][0], match.spans["last"][0])
    return [replace(first, extent=(match.start, stop), end_value=last.value), replace(last, extent=(start, match.end))]


RULES: tuple[Rule, ...] = (
    Rule(
        "January-March",
        "[the] {month} -|– {month:last} [[of] {year}]",
        whole_quarter,
        (
            eg("It lost $7 million in July-September.", "July-September", "2021-Q3"),
            eg("It lost $7 million in January-March 2020.", "January-March 2020", "2020-Q1"),
        ),
        0.85,
        after="in|for|during|from|over|the|of",
        not_before="{name}|{digits}",
    ),
    Rule(
        "days of two months",
        "( {day} {month} -|–|to|until|through {day:last} {month:lastmonth}"
        " | {month} {day} -|–|to|until|through {month:lastmonth} {day:last} ) [[,] {year}]",
        days_of_two_months,
        (
            eg("It ran from 30 April to 2 May 2020 in Rome.", "30 April", "2020-04-30"),
            eg("It ran from 1 November to 31 January in Rome.", "1 November", "2020-11-01"),
            eg("It ran from December 30 to January 2, 2020 in Rome.", "December 30", "2019-12-30"),
            eg("The season, which runs from June 1 to Dec. 31, is wet.", "June 1", "2021-06-01"),
        ),
        0.95,
    ),
    Rule(
        "days of a month",
        "{month} {day} (-|–|to|and|through|&) {day:last} [[,] {year}]",
        day_range,
        (
            eg("The fair runs January 10-12 in Bonn.", "January 10", "2022-01-10"),
            eg("The fair ran January 10 to 12, 2020 in Bonn.", "12, 2020", "2020-01-12"),
        ),
        0.9,
        not_before="{unit}|%",
    ),
    Rule(
        "three days of a month",
        "( {day} , {day:second} [,] and|or|& {day:last} [of] {month}"
        " | {month} {day} , {day:second} [,] and|or|& {day:last} ) [[,] {year}]",
        day_list,
        (
            eg("The fair is held on 7, 8 and 9 January in Bonn.", "8", "2022-01-08"),
            eg("The fair was held on July 7, 8 and 9, 2020 in Bonn.", "9, 2020", "2020-07-09"),
        ),
        0.9,
        not_before="{unit}|%",
    ),
    Rule(
        "days before a month",
        "( {day} | [the] {dayth:day} ) (-|–|to|and|through|until|&) ( {day:last} | [the] {dayth:last} ) [of] {month}"
        " [[,] {year}]",
        day_range,
        (
            eg("The fair runs 10–12 January in Bonn.", "12 January", "2022-01-12"),
            eg("The fair ran 10–12 January 2020.", "10", "2020-01-10"),
            eg("It rained on the 3rd and 4th of May there.", "the 3rd", "2021-05-03"),
        ),
        0.9,
    ),
    Rule(
        "weekdays in a row",
        "[{early} | {nextward:future} | {backward:past}] {weekday} (-|–|to|through|and|until|or) {weekday:last}",
        weekday_range,
        (
            eg("Talks will be held Monday through Wednesday in Rome.", "Wednesday", "2022-01-05"),
            eg("Talks were held on Tuesday and Wednesday in Rome.", "Tuesday", "2021-12-28"),
            eg("They meet next Tuesday and Wednesday in Rome.", "next Tuesday", "2022-01-04"),
            eg("They met last Monday and Tuesday in Rome.", "Tuesday", "2021-12-28"),
        ),
        0.9,
        not_before="{part}|{name}",
    ),
    Rule(
        "months",
        "{month} (-|–|to|through|until|and) {month:last} [[,] [of] {year}]",
        month_range,
        (
            eg("It lasts from May to July 2022 in Rome.", "July 2022", "2022-07"),
            eg("It lasted from May to July 2022 in Rome.", "May", "2022-05"),
            eg("Rates will rise from December through March in Rome.", "March", "2022-03"),
            eg("The season usually peaks in September and October.", "October", "XXXX-10"),
        ),
        0.9,
        not_before="{digits}|{ordinal}",
        refuse=given_names,
    ),
)
