"""Days counted within a month: the first Monday in May, the last day of June."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace
from functools import cache

from reader.extract.dates.calendar import day_or_none, month_length, shift, spell
from reader.extract.dates.context import Mentioned
from reader.extract.dates.narrative import story_date
from reader.extract.dates.placing import a_day, a_stretch, place_month
from reader.extract.dates.refuse_compounds import of_a_noun
from reader.extract.dates.refuse_months import a_rocket_or_movement
from reader.extract.dates.rule import Found, Match, Rule, Timex, another_sentence, eg
from reader.extract.dates.rules.days import full_date, last_weekday, month_and_day, weekday
from reader.extract.dates.rules.holidays import holiday


def _counted(match: Match, first: dt.date) -> dt.date | None:
    """The day that is meant in the month that begins on ``first``; None where the month has no such day."""
    length = month_length(first.year, first.month)
    days = [first.replace(day=number) for number in range(1, length + 1)]
    if "weekday" in match:
        days = [day for day in days if day.isoweekday() == match.number("weekday")]
    if "ordinal" not in match:
        return days[-1]
    number = match.number("ordinal")
    return days[number - 1] if 1 <= number <= len(days) else None


def nth_day(match: Match) -> Found:
    """the first Monday in May, the second Tuesday of January 2022, the last day of June."""
    month = match.number("month")
    if "year" in match:
        day = _counted(match, dt.date(match.number("year"), month, 1))
        return a_day(match, day, f"{match.quoted} is {spell(day)}", anchored=False) if day else None
    placed = place_month(match, month)
    if placed is None:
        return Timex("DATE", f"XXXX-{month:02d}-XX", "no publication date is known, so the year stays open")
    day = _counted(match, placed[0].replace(day=1))
    return a_day(match, day, f"{match.quoted} seen from {match.context.publication}: {spell(day)}") if day else None


def early_day(match: Match) -> Found:
    """early on Sept. 19: a day, its start or its end."""
    found = full_date(match) if "year" in match else month_and_day(match)
    return replace(found, mod=match.name("early")) if isinstance(found, Timex) else None


def end_day_of_year(match: Match) -> Found:
    """the last day of 2020, the first day of the year."""
    today = match.context.today
    year = match.number("year") if "year" in match else today.year if today else None
    if year is None:
        return Timex("DATE", "XXXX-XX-XX", "no publication date is known, so the year stays open")
    first = match.get("ordinal") == 1
    if "ordinal" in match and not first:
        return None
    day = dt.date(year, 1, 1) if first else dt.date(year, 12, 31)
    return a_day(match, day, f"{match.quoted} is {spell(day)}", anchored="year" not in match)


def nth_of_each(match: Match) -> Found:
    """the first Monday of every month."""
    return Timex("SET", "P1M", f"{match.quoted} comes back each month", quant=match.name("each"))


def weekdays_ago(match: Match) -> Found:
    """two Saturdays ago: counted in weeks from the last one."""
    today = match.context.today
    if today is None:
        return Timex("DATE", f"XXXX-WXX-{match.number('weekday')}", "no publication date is known")
    back = (today.isoweekday() - match.number("weekday") - 1) % 7 + 1
    if "ahead" in match:
        day = shift(today, 7 - back % 7 + 7 * (match.number("count") - 1), "D")
    else:
        day = shift(today, -back - 7 * (match.number("count") - 1), "D")
    return a_day(match, day, f"{match.quoted} counts from {match.context.publication}: {spell(day)}") if day else None


def weekend_of_month(match: Match) -> Found:
    """the last weekend in July: by its Saturday."""
    month = match.number("month")
    placed = (dt.date(match.number("year"), month, 1), "", 1.0) if "year" in match else place_month(match, month)
    if placed is None:
        return Timex("DATE", "XXXX-WXX-WE", "no publication date is known, so the year stays open")
    days = [placed[0].replace(day=number) for number in range(1, month_length(placed[0].year, month) + 1)]
    saturdays = [day for day in days if day.isoweekday() == 6]
    at = match.number("ordinal") - 1 if "ordinal" in match else -1
    if at >= len(saturdays):
        return None
    day = saturdays[at]
    return a_stretch(
        match, "weekend", day, f"{match.quoted} has the Saturday {spell(day)}", anchored="year" not in match
    )


def closing_quarter(match: Match) -> Found:
    """the last quarter of 2012, the opening half of this year."""
    half = match.words("span") == "half"
    month = 1 if "opening" in match else 7 if half else 10
    grain = "half" if half else "quarter"
    if "year" in match:
        day = dt.date(match.number("year"), month, 1)
        return a_stretch(match, grain, day, f"{match.quoted} names quarter and year", anchored=False)
    today = match.context.today
    if today is None:
        return Timex("DATE", "XXXX-HX" if half else "XXXX-QX", "no publication date is known, so the year stays open")
    away = match.number("past") if "past" in match else match.number("future") if "future" in match else 0
    day = dt.date(today.year + away, month, 1)
    return a_stretch(match, grain, day, f"{match.quoted} seen from {match.context.publication}")


def weekday_before_last(match: Match) -> Found:
    """the Sunday before last, the Friday after next: a week beyond the nearest one."""
    today = match.context.today
    number = match.number("weekday")
    if today is None:
        return Timex("DATE", f"XXXX-WXX-{number}", "no publication date is known")
    back, on = (today.isoweekday() - number - 1) % 7 + 1, (number - today.isoweekday() - 1) % 7 + 1
    day = shift(today, on + 7 if match.number("beyond") > 0 else -back - 7, "D")
    return a_day(match, day, f"{match.quoted} counts from {match.context.publication}: {spell(day)}") if day else None


def beside_a_day(match: Match) -> Found:
    """the day before Thursday, the day after Christmas."""
    if "holiday" in match:
        found = holiday(match)
    elif "month" in match:
        found = month_and_day(match)
    else:
        found = last_weekday(match) if "past" in match else weekday(match)
    if not isinstance(found, Timex) or found.day is None:
        return found
    away = match.number("beforeafter")
    day = shift(found.day, away, "D")
    side = "after" if away > 0 else "before"
    return a_day(match, day, f"{match.quoted} is the day {side} {spell(found.day)}: {spell(day)}") if day else None


@cache
def _and_more() -> re.Pattern[str]:
    return re.compile(r"\sand\s(?:the\s)?(?:\d|\w+th\b)")


def _named_already(match: Match, number: int) -> Mentioned | None:
    """``under Friday, 9 October 1998 ... since dawn on the 9th``: a day of a story that was named with its month."""
    today, named = match.context.today, match.context.mentioned[-20:]
    last = next(
        (
            item
            for item in reversed(named)
            if item.grain in ("day", "month") and (not today or (today - item.day).days > 62)
        ),
        None,
    )
    if last is None or match.context.tense(match.start, match.end).weight > -0.5:
        return None
    dated = (
        item for item in named if item.day.day == number and item.grain == "day" and f"{item.day.year}" in item.text
    )
    return next((item for item in dated if (item.day.year, item.day.month) == (last.day.year, last.day.month)), None)


def day_of_known_month(match: Match) -> Found:
    """the 10th: of the month last spoken of."""
    if match.words("dayth").isalpha() and match.following.isalpha():
        return None  # "on the first trading day"
    if _and_more().match(match.text, match.end):
        return None  # "the 17th and 18th"
    number, today = match.number("dayth"), match.context.today
    named = _named_already(match, number)
    if named is not None:
        return a_day(match, named.day, f"{match.quoted} is “{named.text}”: {spell(named.day)}", 0.9)
    nearest = match.context.nearest(match.start, "day", "month")
    if nearest and today and nearest.grain == "month" and (today - nearest.day).days > 300:
        # "won the Stakes in June 2009." and, lines below, "on the 19th": of this month, unless a story is told
        below = "\n" in match.text[nearest.end : match.start] and story_date(match.context, match.start) is None
        nearest = None if below else nearest
    base = nearest.day if nearest else today
    dated = nearest is None or nearest.grain == "day"
    parted = nearest is not None and another_sentence(match.text[nearest.end : match.start])
    # "It ends on 6 January. He will come on the 4th": still to come, and another sentence
    near = parted and base and today and (day_or_none(base.year, base.month, number) or today) > today
    if base and dated and number < base.day and not near and match.context.tense(match.start, match.end).weight > 0.5:
        base = shift(base.replace(day=1), 1, "M")  # "leaves on 28 May and will be back on the 3rd"
    elif base and today and base < today.replace(day=1) and match.context.tense(match.start, match.end).weight > 0.5:
        # "In January he signed. The final is on the 29th": one to come
        nearest, base = None, today if number >= today.day else shift(today.replace(day=1), 1, "M")
    if base is None or day_or_none(base.year, base.month, number) is None:
        return Timex("DATE", f"XXXX-XX-{number:02d}", "the month is not known") if base is None else None
    day = base.replace(day=number)
    if today and day > today and match.context.tense(match.start, match.end).weight < -1:
        # "Fifty years ago today it left. The ship splashed down on the 24th": not of this month, for that is to come
        told = next((item for item in match.context.back(match.start, "day") if item.day.year < today.year), None)
        if told and day_or_none(told.day.year, told.day.month, number):
            day = told.day.replace(day=number)
            return a_day(match, day, f"{match.quoted} of the month of “{told.text}”: {spell(day)}", 0.7)
        past = today if number <= today.day else shift(today.replace(day=1), -1, "M") or today
        day = day_or_none(past.year, past.month, number) or day
    source = f"of the month of “{nearest.text}”" if nearest else f"of the month of {match.context.publication}"
    return a_day(match, day, f"{match.quoted} {source}: {spell(day)}", 0.9)


RULES: tuple[Rule, ...] = (
    Rule(
        "the nth",
        "the {dayth}",
        day_of_known_month,
        (
            eg("They leave on December 8 and return on the 10th.", "the 10th", "2021-12-10"),
            eg("The summit opens on the 3rd.", "the 3rd", "2022-01-03"),
            eg("It was shut on the 17th because of rain.", "the 17th", "2021-12-17"),
            eg("The visit was moved to the 19th.", "the 19th", "2022-01-19"),
        ),
        0.6,
        after="on|by|until|till|before|after|for|from|since|to",
        not_before="{name}|{unit}|{season}|{part}|{weekday}|-|of|to|in|at|{digits}|time|consecutive|straight|successive",
        refuse=of_a_noun,
    ),
    Rule(
        "May the fourth",
        "[{weekday} [,] [the]] {month} the {day|dayth:day}",
        month_and_day,
        (eg("They met on January the tenth in Bonn.", "January the tenth", "2021-01-10"),),
        0.9,
        not_before="{unit}|%|of",
        refuse=a_rocket_or_movement,
    ),
    Rule(
        "day before Thursday",
        "( the day {beforeafter} | [the] {eve:beforeafter} of )"
        " ( [[the] {past}] {weekday} | {month} {day} | {day} {month} | {holiday} )",
        beside_a_day,
        (
            eg("They met the day before last Tuesday in Rome.", "the day before last Tuesday", "2021-12-27"),
            eg("They met the day after Christmas in Rome.", "the day after Christmas", "2021-12-26"),
            eg("They met on the eve of Candlemas in Rome.", "the eve of Candlemas", "2021-02-01"),
        ),
        0.9,
        not_before="{digits}|{part}|{name}",
    ),
    Rule(
        "early month day",
        "{early} [on] ( {month} [the] {day|dayth:day} | {day|dayth:day} [of] {month} ) [[,] {year}]",
        early_day,
        (
            eg("A result is expected early on Jan. 19 in Rome.", "early on Jan. 19", "2022-01-19", mod="START"),
            eg("It sank late on 3 May 2020 off Rome.", "late on 3 May 2020", "2020-05-03", mod="END"),
        ),
        0.93,
        not_before="{unit}|%",
    ),
    Rule(
        "end of weekday",
        "the [very] {stretch:early} of {weekday}",
        weekday,
        (eg("He has until the end of Tuesday to reply.", "the end of Tuesday", "2022-01-04", mod="END"),),
        0.9,
        not_before="{part}|{name}",
    ),
    Rule(
        "Sunday before last",
        "[the] {weekday} {beyond}",
        weekday_before_last,
        (
            eg("He left the Sunday before last.", "the Sunday before last", "2021-12-19"),
            eg("He leaves the Monday after next.", "the Monday after next", "2022-01-10"),
        ),
        0.9,
    ),
    Rule(
        "Saturdays ago",
        "{count} {weekdays:weekday} ( ago | {ahead} )",
        weekdays_ago,
        (
            eg("He left two Saturdays ago.", "two Saturdays ago", "2021-12-18"),
            eg("He will leave three Fridays from now.", "three Fridays from now", "2022-01-14"),
        ),
        0.9,
    ),
    Rule(
        "weekend of a month",
        "the [very] ( {ordinal} | last|final|closing ) weekend of|in {month} [[,] [of] {year}]",
        weekend_of_month,
        (
            eg("It opened on the first weekend of August.", "the first weekend of August", "2021-W31-WE"),
            eg("It opened on the last weekend in July 2014.", "the last weekend in July 2014", "2014-W30-WE"),
        ),
        0.93,
    ),
    Rule(
        "last quarter of a year",
        "the ( {closing} | {opening} ) {halfquarter:span} of"
        " ( {year} | {backward:past} year | this year | the year | {nextward:future} year )",
        closing_quarter,
        (
            eg("Sales fell in the last quarter of 2012.", "the last quarter of 2012", "2012-Q4"),
            eg("Sales rose in the opening half of this year.", "the opening half of this year", "2021-H1"),
        ),
        0.9,
    ),
    Rule(
        "nth weekday of a month",
        "the ( {ordinal} | last | final ) {weekday} of|in {month} [[,] {year}]",
        nth_day,
        (
            eg("The fair opened on the first Monday in November.", "the first Monday in November", "2021-11-01"),
            eg("The final is on the last Sunday of May 2022 in Rome.", "the last Sunday of May 2022", "2022-05-29"),
        ),
        0.95,
    ),
    Rule(
        "nth day of a month",
        "the ( {ordinal} | last | final ) day of {month} [[,] {year}]",
        nth_day,
        (
            eg("He left on the last day of June 2020.", "the last day of June 2020", "2020-06-30"),
            eg("He left on the last day of June.", "the last day of June", "XXXX-06-XX", published=None),
        ),
        0.95,
    ),
    Rule(
        "end day of a year",
        "the [very] ( {ordinal} | last | final ) day of ( {year} | the year )",
        end_day_of_year,
        (
            eg("It runs until the last day of 2020.", "the last day of 2020", "2020-12-31"),
            eg("It ran from the first day of the year.", "the first day of the year", "2021-01-01"),
        ),
        0.93,
    ),
    Rule(
        "nth weekday of each month",
        "( [the] ( {ordinal} | last ) {weekday} of|in {each} month"
        " | {each} ( {ordinal} | last ) {weekday} [[of|in] [the] month] )",
        nth_of_each,
        (
            eg(
                "They meet on the first Monday of every month in Rome.",
                "the first Monday of every month",
                "P1M",
                "SET",
            ),
            eg("They meet every first Monday of the month.", "every first Monday of the month", "P1M", "SET"),
        ),
        0.95,
    ),
)
