"""Days of the calendar: full dates, a day and a month, numeric dates, weekdays, ranges of days."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from reader.extract.dates.calendar import UNKNOWN, day_or_none, month_name, spell, value_of, weekday_name
from reader.extract.dates.english_usage import ANAPHORIC, NINE_ELEVEN
from reader.extract.dates.placing import a_day, habitual, place_month_day, place_this_weekday, place_weekday, shifted
from reader.extract.dates.refuse_counts import a_file_number
from reader.extract.dates.refuse_months import a_rocket_or_movement
from reader.extract.dates.refuse_names import any_such_day, not_a_weekday
from reader.extract.dates.rule import Found, Match, Rule, Timex, eg


def iso(match: Match) -> Found:
    """2022-01-10, 2022-01-10T09:00+01:00."""
    raw = match.name("isodate")
    day = day_or_none(int(raw[:4]), int(raw[5:7]), int(raw[8:10]))
    if day is None:
        return None
    if len(raw) == 10:
        return a_day(match, day, f"{match.quoted} is written out in full", anchored=False)
    return Timex("TIME", raw.replace(" ", "T"), f"{match.quoted} is written out in full", day=day)


def numeric(match: Match) -> Found:
    """10/01/2022: day or month first by what is possible, then by how the article writes its other dates."""
    raw = match.name("slashdate")
    mark = "/" if "/" in raw else "." if "." in raw else "-"
    first, second, third = raw.split(mark)
    if len(first) == 4:
        day = day_or_none(int(first), int(second), int(third))
        return None if day is None else a_day(match, day, f"{match.quoted} is written year first", anchored=False)
    year = int(third)
    if len(third) == 2:
        year += 2000 if year < 50 else 1900
    day_first = match.context.day_first or mark == "."
    sure = 1.0
    if int(first) > 12:
        day_first = True
    elif int(second) > 12:
        day_first = False
    elif first != second:
        sure = 0.7
        day_first = _by_publication(match, year, int(first), int(second), day_first)
    month, number = (int(second), int(first)) if day_first else (int(first), int(second))
    day = day_or_none(year, month, number)
    if day is None:
        return None
    order = "day" if day_first else "month"
    return a_day(match, day, f"{match.quoted} is read {order} first: {spell(day)}", sure, anchored=False)


def _by_publication(match: Match, year: int, first: int, second: int, day_first: bool) -> bool:
    """Which of two readings to take: the one that is over by publication, if only one is, and nothing looks ahead."""
    today = match.context.today
    by_month, by_day = day_or_none(year, first, second), day_or_none(year, second, first)
    if today is None or by_month is None or by_day is None or (by_month <= today) == (by_day <= today):
        return day_first
    if match.previous != "of" and match.context.tense(match.start, match.end).weight > 0:
        return day_first  # "expires on 6/2/2022", but "the complaint of 12/10/2009 will be answered"
    return by_day <= today


def _number(match: Match, name: str = "day") -> int:
    return match.number(name)


def full_date(match: Match) -> Found:
    """A day with its year: 10 January 2022."""
    year = match.number("year") if "year" in match else _short_year(match.number("shortyear"))
    day = day_or_none(year, match.number("month"), _number(match))
    if day is None:
        return None
    return a_day(match, day, f"{match.quoted} names day, month and year", anchored=False)


def _short_year(number: int) -> int:
    return 1900 + number if number >= 30 else 2000 + number


def month_and_day(match: Match) -> Found:
    """A day without its year: January 10."""
    month, number = match.number("month"), _number(match)
    if not 1 <= number <= 31:
        return None
    if (month, number) == (9, 11) and match.following.lower() in NINE_ELEVEN:
        return a_day(
            match, dt.date(2001, 9, 11), f"{match.quoted} before “{match.following}” is that of 2001", anchored=False
        )
    if match.context.today is None:
        if day_or_none(2000, month, number) is None:
            return None
        last = match.context.nearest(match.start, within=300)
        told = place_month_day(match, month, number) if last else None
        if last is not None and told is not None and "\n\n" not in match.text[last.end : match.start]:
            return a_day(match, told[0], f"{match.quoted}: {told[1]}, {spell(told[0])}", told[2])
        return Timex("DATE", f"XXXX-{month:02d}-{number:02d}", "no publication date is known, so the year stays open")
    if "weekday" in match:
        fixed = _agreeing(match, month, number, match.number("weekday"))
        if fixed:
            return a_day(
                match,
                fixed,
                f"the {weekday_name(match.number('weekday'))} that is {number} {month_name(month)}: {spell(fixed)}",
            )
    if habitual(match) and "season" not in match.text[max(0, match.start - 40) : match.start]:
        return Timex("DATE", f"XXXX-{month:02d}-{number:02d}", f"{match.quoted} is that of any year")
    placed = place_month_day(match, month, number, "past" in match, "future" in match)
    if placed is None:
        return None
    day, reason, sure = placed
    why = f"{number} {month_name(month)} without a year, seen from {match.context.publication}"
    return a_day(match, day, f"{why}: {reason}, {spell(day)}" if reason else f"{why}: {spell(day)}", sure)


def _agreeing(match: Match, month: int, number: int, weekday: int) -> dt.date | None:
    """The nearest year in which the day falls on that weekday."""
    today = match.context.today
    if today is None:
        return None
    near = [day_or_none(year, month, number) for year in range(max(1, today.year - 2), today.year + 3)]
    fitting = [day for day in near if day and day.isoweekday() == weekday]
    return min(fitting, key=lambda day: abs(day - today)) if fitting else None


def day_of_relative_year(match: Match) -> Found:
    """August 28 this year, 3 May last year."""
    month, number, today = match.number("month"), match.number("day"), match.context.today
    if today is None:
        return Timex("DATE", f"XXXX-{month:02d}-{number:02d}", "no publication date is known, so the year stays open")
    year = today.year + (-1 if "past" in match else 1 if "future" in match else 0)
    day = day_or_none(year, month, number)
    return a_day(match, day, f"{match.quoted} seen from {match.context.publication}: {spell(day)}") if day else None


def nine_eleven(match: Match) -> Found:
    """9/11: the day of the attacks of 2001."""
    if (match.number("month"), match.number("day")) != (9, 11) or "/" not in match.quoted:
        return None
    return a_day(match, dt.date(2001, 9, 11), f"{match.quoted} is the day of the attacks of 2001", anchored=False)


def weekday(match: Match) -> Found:
    """Thursday, early Thursday."""
    number = match.number("weekday")
    mod = match.name("early") or None
    placed = None if any_such_day(match) else place_weekday(match, number)
    if placed is None:
        open_week = "which week is not told, or no publication date is known"
        return Timex("DATE", f"XXXX-WXX-{number}", open_week, mod=mod)
    day, reason, sure = placed
    why = f"{weekday_name(number)} seen from {match.context.publication}: {reason + ', ' if reason else ''}{spell(day)}"
    return a_day(match, day, why, sure, mod=mod)


def this_weekday(match: Match) -> Found:
    """this Thursday, this coming Sunday: the one ahead unless the verb is past."""
    number, today = match.number("weekday"), match.context.today
    if today is None:
        return Timex("DATE", f"XXXX-WXX-{number}", "no publication date is known, so the week stays open")
    day, reason, sure = place_this_weekday(match, number)
    start = f"{match.quoted} seen from {match.context.publication}"
    return a_day(match, day, f"{start}: {reason}, {spell(day)}" if reason else f"{start}: {spell(day)}", sure)


def last_weekday(match: Match) -> Found:
    """last Monday, next Tuesday: never the day of publication itself."""
    number, today = match.number("weekday"), match.context.today
    if today is None:
        return Timex("DATE", f"XXXX-WXX-{number}", "no publication date is known, so the week stays open")
    told = match.context.nearest(match.start, "day", within=1_000)
    if told and (match.words("past") in ANAPHORIC or match.words("future") in ANAPHORIC):
        named = told.day.isoweekday()
        way = -((named - number) % 7 or 7) if "past" in match else (number - named) % 7 or 7
        day = shifted(told.day, way)
        return a_day(match, day, f"{match.quoted} counts from “{told.text}” ({told.value}): {spell(day)}", 0.9)
    if "past" in match:
        back = (today.isoweekday() - number) % 7 or 7
        yesterday = back == 1 and match.words("past") == "last" and "part" not in match  # nobody's "last Monday"
        day = shifted(today, -8 if yesterday else -back)
        return a_day(match, day, f"{match.quoted} counts back from {match.context.publication}: {spell(day)}")
    ahead = (number - today.isoweekday()) % 7 or 7
    if ahead <= 2:
        ahead += 7  # the day after tomorrow is nobody's "next Saturday"
    day = shifted(today, ahead)
    return a_day(match, day, f"{match.quoted} counts on from {match.context.publication}: {spell(day)}")


def weekday_of_week(match: Match) -> Found:
    """Monday of last week, Tuesday next week."""
    number, today = match.number("weekday"), match.context.today
    if today is None:
        return Timex("DATE", f"XXXX-WXX-{number}", "no publication date is known, so the week stays open")
    weeks = match.number("past") if "past" in match else match.number("future") if "future" in match else 0
    day = shifted(today, 7 * weeks + number - today.isoweekday())
    return a_day(
        match,
        day,
        f"{match.quoted} seen from {match.context.publication} (ISO week {day.isocalendar().week}): {spell(day)}",
    )


def week_of(match: Match) -> Found:
    """the week of March 6, the weekend of 8-9 January."""
    found = month_and_day(match) if "year" not in match else full_date(match)
    grain = "weekend" if "weekend" in match.words("span") else "week"
    if not isinstance(found, Timex):
        return None
    if found.day is None:
        return Timex("DATE", UNKNOWN[grain], found.why)
    why = f"the {'weekend of the ' if grain == 'weekend' else ''}ISO week of {spell(found.day)}"
    return replace(found, value=value_of(grain, found.day), grain=grain, why=why)


RULES: tuple[Rule, ...] = (
    Rule(
        "iso date",
        "{isodate}",
        iso,
        (
            eg("The report of 2022-01-10 is out.", "2022-01-10", "2022-01-10"),
            eg("It starts 2022-01-10T09:00+01:00 sharp.", "2022-01-10T09:00+01:00", "2022-01-10T09:00+01:00", "TIME"),
        ),
        0.98,
    ),
    Rule(
        "numeric date",
        "{slashdate}",
        numeric,
        (
            eg("Signed on 25/01/2022 in Rome.", "25/01/2022", "2022-01-25"),
            eg("Signed on 01/25/2022 in Boston.", "01/25/2022", "2022-01-25"),
            eg("Signed on 10/01/2022 after talks on 3 January.", "10/01/2022", "2022-01-10"),
            eg("Gespräch am 10.01.2022 in Genf.", "10.01.2022", "2022-01-10"),
            eg("08-07-98 bulletin", "08-07-98", "1998-08-07"),
            eg("The complaint of 12/10/2009 was heard.", "12/10/2009", "2009-10-12", published="2009-10-21"),
        ),
        0.9,
        refuse=a_file_number,
    ),
    Rule(
        "month day year",
        "[{weekday} [,]] {month} [the] {day|dayth:day} [,] {year}",
        full_date,
        (
            eg("He was born on January 10, 2022.", "January 10, 2022", "2022-01-10"),
            eg("On Friday, Oct. 23rd, 1998, it rained.", "Friday, Oct. 23rd, 1998", "1998-10-23"),
        ),
        0.99,
    ),
    Rule(
        "day month year",
        "[{weekday} [,]] [the] {day|dayth:day} [day] [of] {month} [,] {year}",
        full_date,
        (
            eg("He was born on 10 January 2022.", "10 January 2022", "2022-01-10"),
            eg("on the 10th of January, 2022", "the 10th of January, 2022", "2022-01-10"),
        ),
        0.99,
    ),
    Rule(
        "day month short year",
        "{day} - {month} - ( {yy:shortyear} | {year} )",
        full_date,
        (eg("Dated 10-Jan-22 in Bern.", "10-Jan-22", "2022-01-10"),),
        0.95,
    ),
    Rule(
        "month day",
        "[{weekday} [,] [the]] {month} {day|dayth:day}",
        month_and_day,
        (
            eg("A meeting is planned for January 10 in Geneva.", "January 10", "2022-01-10"),
            eg("A meeting is planned for January 10 in Geneva.", "January 10", "XXXX-01-10", published=None),
            eg("They met on Jan. 10 in Bonn.", "Jan. 10", "2021-01-10"),
            eg("They meet every year on Jan. 10 in Bonn.", "Jan. 10", "XXXX-01-10"),
            eg("They met on Monday, Oct. 25 in Bonn.", "Monday, Oct. 25", "2021-10-25"),
        ),
        0.96,
        not_before="{unit}|%",
        refuse=a_rocket_or_movement,
    ),
    Rule(
        "last month day",
        "( [the|this] {past} | {nextward:future} ) {month} [the] {day|dayth:day}",
        month_and_day,
        (
            eg("He was shot last Oct. 23 at home.", "last Oct. 23", "2021-10-23"),
            eg("It will close next January 15 in Rome.", "next January 15", "2022-01-15"),
        ),
        0.94,
        not_before="{unit}|%|,|of",
    ),
    Rule(
        "this coming weekday month day",
        "this [coming] {weekday} [,] {month} [the] {day|dayth:day}",
        month_and_day,
        (
            eg(
                "It airs this coming Sunday, March eighth.",
                "this coming Sunday, March eighth",
                "2020-03-08",
                published="2020-03-04",
            ),
        ),
        0.96,
    ),
    Rule(
        "day month",
        "[{weekday} [,]] [the] {day|dayth:day} [day] [of] {month}",
        month_and_day,
        (
            eg("They will meet on 10 January in Geneva.", "10 January", "2022-01-10"),
            eg("They met on Saturday 25 December.", "Saturday 25 December", "2021-12-25"),
            eg("on the 4th of July they danced", "the 4th of July", "2021-07-04"),
        ),
        0.96,
        refuse=a_rocket_or_movement,
    ),
    Rule(
        "9/11",
        "{day:month} / {day}",
        nine_eleven,
        (eg("Security has been tight since 9/11 in Rome.", "9/11", "2001-09-11"),),
        0.85,
        not_before="/|{digits}|%|{unit}",
        not_after="/|{digits}",
    ),
    Rule(
        "day of relative year",
        "( {month} {day|dayth:day} | {day|dayth:day} {month} ) [,] [of]"
        " ( {backward:past} | this | {nextward:future} ) year",
        day_of_relative_year,
        (
            eg("Thousands gathered on August 28 this year.", "August 28 this year", "2021-08-28"),
            eg("Thousands gathered on 28 August last year.", "28 August last year", "2020-08-28"),
        ),
        0.95,
    ),
    Rule(
        "weekday",
        "{weekday}",
        weekday,
        (
            eg("He said Tuesday that it was over.", "Tuesday", "2021-12-28"),
            eg("He will speak on Tuesday.", "Tuesday", "2022-01-04"),
            eg("He spoke on Thursday.", "Thursday", "2021-12-30"),
            eg("He spoke on Thursday.", "Thursday", "XXXX-WXX-4", published=None),
        ),
        0.97,
        refuse=not_a_weekday,
    ),
    Rule(
        "early weekday",
        "[very] {early} [on] {weekday}",
        weekday,
        (
            eg("Police found the car early Tuesday.", "early Tuesday", "2021-12-28", "DATE", "START"),
            eg("Later on Tuesday the troops left.", "Later on Tuesday", "2021-12-28", "DATE", "END"),
        ),
        0.95,
    ),
    Rule(
        "this weekday",
        "this [coming] {weekday}",
        this_weekday,
        (
            eg("Biden plans to speak to Putin this Thursday.", "this Thursday", "2021-12-30"),
            eg("The vote is due this Monday.", "this Monday", "2022-01-03"),
        ),
        0.96,
    ),
    Rule(
        "last weekday",
        "[the|this] {past} {weekday}",
        last_weekday,
        (
            eg("They met last Thursday.", "last Thursday", "2021-12-23"),
            eg("They met last Wednesday.", "last Wednesday", "2021-12-22"),
            eg("They met this past Monday.", "this past Monday", "2021-12-27"),
        ),
        0.95,
    ),
    Rule(
        "next weekday",
        "( the {future} | {nextward:future} ) {weekday}",
        last_weekday,
        (
            eg("They meet next Thursday.", "next Thursday", "2022-01-06"),
            eg("They met on 8 December and again the following Monday.", "the following Monday", "2021-12-13"),
        ),
        0.93,
    ),
    Rule(
        "weekday of week",
        "{weekday} [of] ( {past} | this | {future} ) week",
        weekday_of_week,
        (
            eg("It began on Monday of last week.", "Monday of last week", "2021-12-20"),
            eg("It ends Tuesday next week.", "Tuesday next week", "2022-01-04"),
        ),
        0.95,
    ),
    Rule(
        "week of",
        "the {grain:span} of [{weekday} [,]] ( {month} {day|dayth:day} [-|–|to {day:last}]"
        " | {day|dayth:day} [-|–|to|and {day:last}] {month} ) [[,] {year}]",
        week_of,
        (
            eg("It will be in court in the week of January 10.", "the week of January 10", "2022-W02"),
            eg("They will play on the weekend of 8-9 January.", "the weekend of 8-9 January", "2022-W01-WE"),
        ),
        0.95,
    ),
)
