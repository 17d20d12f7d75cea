"""Times of day: clock times with their zones, parts of the day, noon and midnight."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace
from functools import cache

from reader.extract.dates.calendar import day_or_none, spell, value_of
from reader.extract.dates.context import Mentioned
from reader.extract.dates.english import PART_NAMES, WEEKDAYS
from reader.extract.dates.placing import place_month_day, place_weekday, shifted
from reader.extract.dates.refuse import a_possessor, a_programme, not_a_clock
from reader.extract.dates.rule import Found, Match, Rule, Timex, eg
from reader.extract.dates.rules.days import last_weekday, this_weekday
from reader.extract.dates.rules.holidays import holiday


@cache
def _weekday_beyond() -> re.Pattern[str]:
    """``10:35 a.m. (0735 GMT) Friday``."""
    return re.compile(r"\s?\([^()\n]{1,30}\)\s(?:on\s)?(\w{3,6}day)\b")


def _clock_value(match: Match) -> str | None:
    """``T22:00``, or None when the numbers are no time of day."""
    if "noon" in match:
        return match.name("noon")
    raw = match.get("clock") or match.get("dotted")
    seconds = ""
    if isinstance(raw, str):
        hour_text, minute_text, *more = raw.replace(".", ":").split(":")
        hour, minute = int(hour_text), int(minute_text)
        seconds = f":{more[0]}" if more else ""
    elif "hhmm" in match:
        hour, minute = divmod(match.number("hhmm"), 100)
    elif isinstance(raw, float):
        return None
    else:
        hour, minute = match.number("hour"), match.number("minute") if "minute" in match else 0
    half = match.get("meridiem")
    if half is None and "dayside" in match:
        half = 12 if match.name("dayside") in ("AF", "EV", "NI") and hour != 12 else 0
    if half is not None:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + int(half if isinstance(half, int) else 0)
    if hour > 24 or minute > 59:
        return None
    return f"T{hour:02d}:{minute:02d}{seconds}"


def _raw(match: Match, name: str) -> str:
    """A captured part as it stands in the text."""
    start, end = match.spans[name]
    return match.text[start:end]


def _day(match: Match) -> tuple[dt.date | None, str, str]:
    """The day of a time: its value, how it was found, and the day if it is known."""
    context = match.context
    if "holiday" in match:
        feast = holiday(match)
        if isinstance(feast, Timex):
            return feast.day, feast.value, f"“{_raw(match, 'holiday')}”"
    if "month" in match:
        month, number = match.number("month"), match.number("day")
        if "year" in match:
            day = day_or_none(match.number("year"), month, number)
            return day, value_of("day", day) if day else "", f"“{_raw(match, 'month')} {match.number('day')}”"
        placed = place_month_day(match, month, number)
        return (
            (placed[0], value_of("day", placed[0]), f"“{_raw(match, 'month')} {match.number('day')}”")
            if placed
            else (None, f"XXXX-{month:02d}-{number:02d}", f"“{_raw(match, 'month')} {match.number('day')}”")
        )
    if "weekday" in match:
        placed = place_weekday(match, match.number("weekday"))
        if placed:
            chosen = ", ".join(filter(None, (placed[1], spell(placed[0]))))
            why = f"“{_raw(match, 'weekday')}”, seen from {context.publication}: {chosen}"
            return placed[0], value_of("day", placed[0]), why
        return None, f"XXXX-WXX-{match.number('weekday')}", f"“{_raw(match, 'weekday')}”"
    if "dayname" in match and context.today:
        day = shifted(context.today, match.number("dayname"))
        return day, value_of("day", day), f"“{match.words('dayname')}”, counted from {context.publication}"
    if "thatday" in match:
        nearest = context.nearest(match.start, "day")
        if nearest:
            away = match.number("thatday")
            day = shifted(nearest.day, away)
            return (
                day,
                value_of("day", day),
                f"the day {'after' if away > 0 else 'before' if away else 'of'} “{nearest.text}”",
            )
    if "deictic" in match:
        if context.today is None:
            return None, "XXXX-XX-XX", "no publication date is known"
        day = shifted(context.today, match.number("deictic"))
        return (
            day,
            value_of("day", day),
            f"the day {'before' if match.number('deictic') else 'of'} {context.publication}",
        )
    beside = _weekday_beyond().match(match.text, match.end, min(len(match.text), match.end + 60))
    if beside and context.today and beside.group(1).lower() in WEEKDAYS:
        match = replace(match, end=beside.end(), parts={**match.parts, "weekday": WEEKDAYS[beside.group(1).lower()]})
        placed = place_weekday(match, match.number("weekday"))
        if placed:
            return placed[0], value_of("day", placed[0]), f"“{beside.group(1)}” after it"
    nearest = _day_told(match)
    if nearest and not _elsewhere(match, nearest):
        return nearest.day, value_of("day", nearest.day), f"the day of “{nearest.text}”"
    if context.today:
        return context.today, value_of("day", context.today), f"the day of {context.publication}"
    return None, "XXXX-XX-XX", "no publication date is known"


def _day_told(match: Match) -> Mentioned | None:
    """The day that the lines before speak of; not one that was put off: ``moved from 28 September``."""
    context = match.context
    nearest = context.nearest(match.start, "day", within=200)
    if nearest and context.text[max(0, nearest.start - 5) : nearest.start] == "from ":
        left = (
            not context.text[nearest.end : nearest.end + 9].lstrip(" ,").startswith(("to ", "until ", "through ", "on"))
        )
        return (left and context.nearest(nearest.start, "day", within=200)) or nearest
    return nearest


def _elsewhere(match: Match, nearest: Mentioned) -> bool:
    """Whether a day to come, named before, is not that of this time, by the tense here."""
    today = match.context.today
    if today is None or nearest.day <= today:
        return False
    between = match.text[nearest.end : match.start]
    if between.strip(" ,") in ("", "at", "from", "by", "around", "about", "until"):
        return False
    weight = match.context.tense(match.start, match.end).weight
    return weight < (0.5 if ". " in between else -1)


def clock(match: Match) -> Found:
    """10:35 a.m., 10 p.m. Wednesday, 5 p.m. EST on Nov. 6, noon."""
    time = _clock_value(match)
    if time is None:
        return None
    day, value, source = _day(match)
    zone = f", {match.name('zone')}{' time' if match.name('zone') == 'local' else ''}" if "zone" in match else ""
    made = Timex("TIME", value + time, f"{match.quoted} on {source}{zone}", day=day, mod=match.name("clockmod") or None)
    return replace(made, anchor=match.context.anchor if day else None)


def early_hours(match: Match) -> Found:
    """the early hours of Saturday: its first morning hours."""
    day, value, source = _day(match)
    part, mod = ("NI", "END") if match.name("early") == "END" else ("MO", "START")
    made = Timex(
        "TIME",
        f"{value}T{match.name('part') or part}",
        f"the {'last' if mod == 'END' else 'first'} hours of {source}",
        day=day,
        mod=mod,
    )
    return replace(made, anchor=match.context.anchor if day else None)


def part_of_day(match: Match) -> Found:
    """Thursday evening, this morning, the late evening, tonight."""
    part = match.name("part") or "NI"
    day, value, source = _day(match)
    why = f"the {PART_NAMES.get(part, 'part')} of {source}"
    made = Timex("TIME", f"{value}T{part}", why, day=day, mod=match.name("early") or None)
    return replace(made, anchor=match.context.anchor if day else None)


def part_of_other_weekday(match: Match) -> Found:
    """last Saturday night, this Friday morning."""
    found = last_weekday(match) if "past" in match or "future" in match else this_weekday(match)
    if not isinstance(found, Timex):
        return None
    value = f"{found.value}T{match.name('part')}"
    why = f"the {PART_NAMES.get(match.name('part'), 'part')} of that day: {found.why}"
    return replace(found, type="TIME", value=value, why=why, mod=match.name("early") or None)


_DATE = (
    "( {weekday} [[,] [the] ( {month} {day|dayth:day} | {day|dayth:day} [of] {month} ) [[,] {year}]]"
    " | {month} {day|dayth:day} [[,] {year}]"
    " | [the] {day|dayth:day} {month} [{year}]"
    " | {holiday} [[,] {year}] )"
)
_WHEN = (
    f"[[,] [on|of] ( {_DATE} [{{part:dayside}}] | {{deictic}} {{part:dayside}}"
    " | {dayname|tonight:dayname} [{part:dayside}] )]"
)

RULES: tuple[Rule, ...] = (
    Rule(
        "clock with am or pm",
        f"[{{clockmod}}] ( {{hour}} | {{clock}} | {{decimal:dotted}} ) {{meridiem}} [{{zone}}] {_WHEN}",
        clock,
        (
            eg("It blew up at 10:35 a.m. outside.", "10:35 a.m.", "2021-12-30T10:35", "TIME"),
            eg("It begins at 10 p.m. Wednesday, it said.", "10 p.m. Wednesday", "2022-01-05T22:00", "TIME"),
            eg(
                "She came at 8.15pm on Saturday 11 December.",
                "8.15pm on Saturday 11 December",
                "2021-12-11T20:15",
                "TIME",
            ),
            eg("It expired at 5 p.m. EST, Nov. 6 in all.", "5 p.m. EST, Nov. 6", "2021-11-06T17:00", "TIME"),
            eg("He arrived at 7.30pm in Rome.", "7.30pm", "2021-12-30T19:30", "TIME"),
            eg("He arrived around 7:15 p.m. in Rome.", "around 7:15 p.m.", "2021-12-30T19:15", "TIME", "APPROX"),
        ),
        0.95,
        not_after="$",
    ),
    Rule(
        "clock of 24 hours",
        f"[{{clockmod}}] {{clock}} [hours|hrs] [{{zone}}] {_WHEN}",
        clock,
        (
            eg("The train left at 14:35 for Rome.", "14:35", "2021-12-30T14:35", "TIME"),
            eg("The train left at 14:35 GMT for Rome.", "14:35 GMT", "2021-12-30T14:35", "TIME"),
        ),
        0.85,
        not_before="%|{unit}",
        refuse=not_a_clock,
    ),
    Rule(
        "clock with zone",
        f"[{{clockmod}}] ( {{hhmm}} | {{decimal:dotted}} ) {{zone}} {_WHEN}",
        clock,
        (eg("The bomb went off (0735 GMT) in Rome.", "0735 GMT", "2021-12-30T07:35", "TIME"),),
        0.9,
    ),
    Rule(
        "o'clock",
        f"[{{clockmod}}] {{hour}} o ' clock [in the {{part:dayside}} | at {{part:dayside}}] [{{zone}}] {_WHEN}",
        clock,
        (eg("She left at seven o'clock in the evening.", "seven o'clock in the evening", "2021-12-30T19:00", "TIME"),),
        0.9,
    ),
    Rule(
        "hour in the morning",
        "{hour|clock:hour} in the {part:dayside}",
        clock,
        (eg("He was up at 4 in the morning with guests.", "4 in the morning", "2021-12-30T04:00", "TIME"),),
        0.85,
    ),
    Rule(
        "noon",
        f"[{{clockmod}}] {{noon}} [{{zone}}] {_WHEN}",
        clock,
        (
            eg("Talks broke off at noon Thursday in Rome.", "noon Thursday", "2021-12-30T12:00", "TIME"),
            eg("It is to expire at midnight Friday.", "midnight Friday", "2021-12-31T24:00", "TIME"),
        ),
        0.85,
        not_after="high",
        refuse=a_possessor,
    ),
    Rule(
        "weekday part",
        "[{early} [on]] {weekday} {part}",
        part_of_day,
        (
            eg("They met Tuesday evening in Rome.", "Tuesday evening", "2021-12-28TEV", "TIME"),
            eg("They met late Tuesday night in Rome.", "late Tuesday night", "2021-12-28TNI", "TIME", "END"),
        ),
        0.95,
        not_before="live",
        refuse=a_programme,
    ),
    Rule(
        "last weekday part",
        "[{early} [on]] ( [the] {past} | this [coming|past] | the {future} | {nextward:future} ) {weekday} {part}",
        part_of_other_weekday,
        (
            eg("They met last Tuesday evening in Rome.", "last Tuesday evening", "2021-12-28TEV", "TIME"),
            eg("They will meet next Tuesday night.", "next Tuesday night", "2022-01-04TNI", "TIME"),
            eg("They will meet this Saturday morning.", "this Saturday morning", "2022-01-01TMO", "TIME"),
        ),
        0.95,
        refuse=a_programme,
    ),
    Rule(
        "part of weekday",
        f"[{{early}} [in|on]] [the] {{part}} of|on {_DATE}",
        part_of_day,
        (
            eg(
                "It blew up on the morning of August 7, 1998 in Rome.",
                "the morning of August 7, 1998",
                "1998-08-07TMO",
                "TIME",
            ),
            eg(
                "She came late in the afternoon on Christmas Day.",
                "late in the afternoon on Christmas Day",
                "2021-12-25TAF",
                "TIME",
                "END",
            ),
        ),
        0.93,
        refuse=a_programme,
    ),
    Rule(
        "early hours",
        f"[the] ( {{early}} [-] [morning] | wee | small ) hours of|on ( {_DATE} [{{part}}] | {{dayname}} )",
        early_hours,
        (
            eg(
                "It was agreed in the early hours of Saturday.",
                "the early hours of Saturday",
                "2021-12-25TMO",
                "TIME",
                "START",
            ),
            eg("It fell in the wee hours of Tuesday.", "the wee hours of Tuesday", "2021-12-28TMO", "TIME", "START"),
        ),
        0.8,
    ),
    Rule(
        "in the early hours",
        "the early|wee|small hours",
        early_hours,
        (eg("He resigned in the early hours, aides said.", "the early hours", "2021-12-30TMO", "TIME", "START"),),
        0.7,
        after="in|during|until|into",
        not_before="of",
    ),
    Rule(
        "this morning",
        "[{early}] {deictic} {part}",
        part_of_day,
        (
            eg("He will meet Aziz later this afternoon.", "later this afternoon", "2021-12-30TAF", "TIME", "END"),
            eg("He met Aziz last night.", "last night", "2021-12-29TNI", "TIME"),
            eg("He met Aziz this morning.", "this morning", "2021-12-30TMO", "TIME"),
        ),
        0.95,
        refuse=a_programme,
    ),
    Rule(
        "tonight",
        "[{early}] {tonight:deictic}",
        part_of_day,
        (eg("He meets Aziz tonight in Rome.", "tonight", "2021-12-30TNI", "TIME"),),
        0.95,
    ),
    Rule(
        "yesterday morning",
        "[{early}] {dayname} {part}",
        part_of_day,
        (
            eg("He met Aziz yesterday morning.", "yesterday morning", "2021-12-29TMO", "TIME"),
            eg("He met Aziz late yesterday evening.", "late yesterday evening", "2021-12-29TEV", "TIME", "END"),
        ),
        0.95,
    ),
    Rule(
        "that morning",
        "[{early}] {thatday} {part}",
        part_of_day,
        (
            eg("They arrived on December 8 and left the next morning.", "the next morning", "2021-12-09TMO", "TIME"),
            eg("They arrived on December 8 and met that evening.", "that evening", "2021-12-08TEV", "TIME"),
        ),
        0.9,
    ),
    Rule(
        "the night before",
        "[{early}] the {part} {beforeafter:thatday}",
        part_of_day,
        (
            eg(
                "He died on December 8, and had dined with her the night before.",
                "the night before",
                "2021-12-07TNI",
                "TIME",
            ),
        ),
        0.85,
        before=".|,|;|:|)|and|but|in|at|on|{end}",
    ),
    Rule(
        "at dawn",
        "{dawn:part}",
        part_of_day,
        (eg("The attack began at dawn in Rome.", "dawn", "2021-12-30TMO", "TIME"),),
        0.7,
        after="at|by|before|until|till|since|after|around|from",
        not_before="of|{name}|-|{grain}",
    ),
    Rule(
        "the evening",
        "[the] {early} [-] {part} [hours]",
        part_of_day,
        (
            eg(
                "The conversation was planned for the late evening, he said.",
                "the late evening",
                "2021-12-30TEV",
                "TIME",
                "END",
            ),
            eg("It was hit in the early morning.", "the early morning", "2021-12-30TMO", "TIME", "START"),
        ),
        0.85,
    ),
    Rule(
        "in the morning",
        "the {part}",
        part_of_day,
        (eg("It rained in the morning.", "the morning", "2021-12-30TMO", "TIME"),),
        0.75,
        after="in|during|until|by|for|through",
        not_before="{name}|-",
    ),
    Rule(
        "afternoon yesterday",
        "[{early} [-]] {part} {dayname}",
        part_of_day,
        (
            eg(
                "In London at mid-afternoon yesterday they rose.",
                "mid-afternoon yesterday",
                "2021-12-29TAF",
                "TIME",
                "MID",
            ),
        ),
        0.9,
    ),
    Rule(
        "overnight",
        f"overnight [[on|of] ( {_DATE} | {{dayname}} )]",
        part_of_day,
        (
            eg("It was struck overnight by missiles.", "overnight", "2021-12-30TNI", "TIME"),
            eg("It was struck overnight on Tuesday.", "overnight on Tuesday", "2021-12-28TNI", "TIME"),
        ),
        0.5,
    ),
)
