"""Clock times with their zones, noon and midnight."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace
from functools import cache

from reader.extract.dates.calendar import day_or_none, spell, value_of
from reader.extract.dates.chronicle import heading
from reader.extract.dates.context import Mentioned
from reader.extract.dates.english import WEEKDAYS
from reader.extract.dates.halves import of_the_evening, of_the_small_hours
from reader.extract.dates.placing import place_month_day, place_this_weekday, place_weekday, shifted
from reader.extract.dates.refuse import not_a_clock
from reader.extract.dates.refuse_compounds import somebody_called_noon
from reader.extract.dates.refuse_phrases import an_hour_of_a_phrase
from reader.extract.dates.rule import Found, Match, Rule, Timex, eg
from reader.extract.dates.rules.days import last_weekday
from reader.extract.dates.rules.holidays import holiday
from reader.extract.dates.told_days import day_over, day_told, elsewhere


@cache
def _weekday_beyond() -> re.Pattern[str]:
    """``10:35 a.m. (0735 GMT) Friday``."""
    return re.compile(r"\s?\([^()\n]{1,30}\)\s(?:on\s)?(\w{3,6}day)\b")


def _clock_value(match: Match) -> str | None:
    """``T22:00``, or None when the numbers are no time of day."""
    if "noon" in match:
        return match.name("noon") if match.get("hour") in (None, 12) else None
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
        small = match.name("dayside") == "NI" and hour < 6  # "at two on Saturday night"
        half = 12 if match.name("dayside") in ("AF", "EV", "NI") and hour != 12 and not small else 0
    if half is None and "deictic" in match and "dayside" not in match and match.words("deictic") == "tonight":
        half = 12 if 5 <= hour <= 11 else None  # "8 tonight"
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


def day_of(match: Match) -> tuple[dt.date | None, str, str]:
    """The day of a time: its value, how it was found, and the day if it is known."""
    context = match.context
    if "holiday" in match:
        feast = holiday(match)
        if isinstance(feast, Timex):
            return feast.day, feast.value, f"“{_raw(match, 'holiday')}”"
    if "month" in match:
        month, number = match.number("month"), match.number("day")
        if "year" in match or ("yearback" in match and context.today):
            year = match.number("year") if "year" in match else (context.today.year if context.today else 0) - 1
            day = day_or_none(year, month, number)
            return day, value_of("day", day) if day else "", f"“{_raw(match, 'month')} {match.number('day')}”"
        placed = place_month_day(match, month, number)
        return (
            (placed[0], value_of("day", placed[0]), f"“{_raw(match, 'month')} {match.number('day')}”")
            if placed
            else (None, f"XXXX-{month:02d}-{number:02d}", f"“{_raw(match, 'month')} {match.number('day')}”")
        )
    if "otherweekday" in match:
        found = last_weekday(replace(match, parts={**match.parts, "weekday": match.number("otherweekday")}))
        if isinstance(found, Timex):
            return found.day, found.value, f"“{_raw(match, 'otherweekday')}”: {found.why}"
    if "thisweekday" in match and context.today:
        placed = place_this_weekday(match, match.number("thisweekday"))
        chosen = ", ".join(filter(None, (placed[1], spell(placed[0]))))
        why = f"“this {_raw(match, 'thisweekday')}”, seen from {context.publication}: {chosen}"
        return placed[0], value_of("day", placed[0]), why
    if "weekday" in match:
        begin, number = match.spans["weekday"][0], match.number("weekday")
        told = context.back(match.start, "day") if context.text[begin - 5 : begin] == "that " else ()
        same = next((item for item in told if item.day.isoweekday() == number), None)
        if same is not None:
            return same.day, value_of("day", same.day), f"the day of “{same.text}”"
        placed = place_weekday(match, number)
        if placed:
            chosen = ", ".join(filter(None, (placed[1], spell(placed[0]))))
            why = f"“{_raw(match, 'weekday')}”, seen from {context.publication}: {chosen}"
            return placed[0], value_of("day", placed[0]), why
        return None, f"XXXX-WXX-{match.number('weekday')}", f"“{_raw(match, 'weekday')}”"
    if "dayname" in match and context.today:
        day = shifted(context.today, match.number("dayname"))
        return day, value_of("day", day), f"“{match.words('dayname')}”, counted from {context.publication}"
    if "thatday" in match:
        nearest = day_over(match)
        if nearest is None and context.today and match.number("thatday"):
            day = shifted(context.today, match.number("thatday"))
            return day, value_of("day", day), f"the day beside {context.publication}"
        if nearest:
            away = match.number("thatday")
            if away < 0 and nearest.text.lower() == match.text[match.start : match.end].lower():
                away = 0  # "against 20.6°C on the previous night ... against 18.8°C on the previous night"
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
    of_clock = not {"clock", "hour", "dotted"}.isdisjoint(match.parts)
    if of_clock and _each_day().search(*match.before(60)):
        return None, "XXXX-XX-XX", "each day"
    nearest = None if _heads_an_entry(match) else day_told(match) or _day_of_entry(match)
    if nearest and not elsewhere(match, nearest):
        day = shifted(nearest.day, 1)
        over = context.today is not None and nearest.day <= context.today < day
        if _after_the_night(match, nearest) and not (over and context.tense(match.start, match.end).weight < -1):
            return day, value_of("day", day), f"the day after “{nearest.text}”"
        return nearest.day, value_of("day", nearest.day), f"the day of “{nearest.text}”"
    if of_clock and (lead := _day_of_the_news(match)) is not None:
        return lead.day, value_of("day", lead.day), f"the day of “{lead.text}”, of which the article tells"
    if context.today:
        return context.today, value_of("day", context.today), f"the day of {context.publication}"
    return None, "XXXX-XX-XX", "no publication date is known"


def _day_of_the_news(match: Match) -> Mentioned | None:
    """The day before publication where the first lines tell of it and the sentence of the time is past."""
    context = match.context
    lead = context.lead
    if lead is None or context.published is None or (context.published.date - lead.day).days != 1:
        return None
    if context.published.time is not None:
        return None  # what is told the same evening may be of the day itself
    if context.quoted(match.start) or context.tense(match.start, match.end).weight > -1:
        return None
    return lead


@cache
def _each_day() -> re.Pattern[str]:
    # "a curfew from 9 p.m. to 5 a.m. is in force", "opens daily from 9 a.m."
    return re.compile(
        r"\b(?:[Cc]urfew|[Ss]hifts?|[Dd]aily|[Nn]ightly|(?:[Ee]very|[Ee]ach)\s(?:day|night|morning|evening)),?"
        r"(?:\s(?:will|is|was|be|runs|lasts|from|at|between|until|about|around|and|to|\d[\d:.]*|[ap]\.?m\.?))*\s\Z"
    )


@cache
def _rest_of_line() -> re.Pattern[str]:
    return re.compile(r"[.:]?[^\S\n]*(?:\n|\Z)")


def _heads_an_entry(match: Match) -> bool:
    """Whether the time stands on a line of its own, above an entry of a live report."""
    return match.text[match.start - 1 : match.start] in ("", "\n") and bool(
        _rest_of_line().match(match.text, match.end)
    )


def _day_of_entry(match: Match) -> Mentioned | None:
    """The day that heads the paragraph of a chronicle."""
    entry = heading(match.context, match.start)
    return entry if entry is not None and entry.grain == "day" else None


def _after_the_night(match: Match, nearest: Mentioned) -> bool:
    """Whether small hours follow an evening that was told: ``on Wednesday night ... until 2 a.m.``, ``by dawn``."""
    if nearest.text.lower() == "overnight" and "\n\n" not in match.text[nearest.end : match.start]:
        return True
    if not nearest.value.endswith(("TEV", "TNI")):
        # "at 6:30 on Sunday evening ... by dawn he was dead"
        small = match.words("part") in ("dawn", "daybreak", "sunrise") or match.quoted.lower().endswith("small hours”")
        return small and bool(_evening().search(nearest.value))
    if {"clock", "dotted", "hour", "hhmm"}.isdisjoint(match.spans):
        return match.name("part") == "MO" or match.quoted.lower().endswith("hours”")
    return (_clock_value(match) or "T24") < "T09"


@cache
def _evening() -> re.Pattern[str]:
    return re.compile(r"T(?:1[7-9]|2\d):\d\d\Z")


def clock(match: Match) -> Found:
    """10:35 a.m., 10 p.m. Wednesday, 5 p.m. EST on Nov. 6, noon."""
    time = _clock_value(match)
    if time is None:
        return None
    day, value, source = day_of(match)
    if not {"meridiem", "dayside", "zone"} & match.parts.keys() and "T01" <= time < "T12":
        spoken = "hour" in match and time < "T06"
        if of_the_evening(match, day, time) or (spoken and not of_the_small_hours(match, day)):
            time = f"T{int(time[1:3]) + 12}{time[3:]}"
    if time == "T24:00" and day == match.context.today and _begun(match):
        time = "T00:00"  # "The text was settled shortly after midnight": the one that the day began with
    zone = f", {match.name('zone')}{' time' if match.name('zone') == 'local' else ''}" if "zone" in match else ""
    made = Timex("TIME", value + time, f"{match.quoted} on {source}{zone}", day=day, mod=match.name("clockmod") or None)
    return replace(made, anchor=match.context.anchor if day else None)


def _begun(match: Match) -> bool:
    """Whether a bare midnight of the day of publication is over."""
    bare = not {"weekday", "month", "holiday", "dayname", "deictic", "thatday"} & match.parts.keys()
    return bare and match.context.tense(match.start, match.end).weight < -1


def clock_of_weekdays(match: Match) -> Found:
    """1pm on Fridays."""
    time = _clock_value(match)
    if time is None:
        return None
    value = f"XXXX-WXX-{match.number('weekdays')}{time}"
    return Timex("SET", value, f"{match.quoted} names a time that comes back each week", quant="EVERY")


DATE = (
    "( {weekday} [[,] [the] ( {month} {day|dayth:day} | {day|dayth:day} [of] {month} ) [[,] {year}]]"
    " | {month} {day|dayth:day} [[,] ( {year} | {backward:yearback} year )]"
    " | [the] {day|dayth:day} [of] {month} [[,] {year} | {backward:yearback} year]"
    " | {holiday} [[,] {year}] )"
)
"""Pattern of a day as clock times and parts of the day name it."""
ZONE = "[{zone} | {name:zone} time]"
"""Pattern of the zone behind a clock time: ``GMT``, ``Tokyo time``."""
WHEN = (
    "[[,] [on|of] ( {weekday} {part:dayside} [,] ( {month} {day|dayth:day} | {day|dayth:day} {month} ) [[,] {year}]"
    f" | [that] {DATE} [{{part:dayside}}] | {{deictic}} {{part:dayside}}"
    " | {dayname|tonight:dayname} [{part:dayside}] | {thatday} ( day | {part:dayside} )"
    " | this [coming] {weekday:thisweekday} [{part:dayside}]"
    " | ( {backward:past} | {nextward:future} ) {weekday:otherweekday} [{part:dayside}] )]"
)

RULES: tuple[Rule, ...] = (
    Rule(
        "clock with am or pm",
        f"[{{clockmod}}] ( {{hour}} | {{clock}} | {{decimal:dotted}} ) {{meridiem}} {ZONE} {WHEN}",
        clock,
        (
            eg("It blew up at 10:35 a.m. outside.", "10:35 a.m.", "2021-12-30T10:35", "TIME"),
            eg("It met on Dec. 8 and 9 a.m. the next day.", "9 a.m. the next day", "2021-12-09T09:00", "TIME"),
            eg("It begins at 10 p.m. Wednesday, it said.", "10 p.m. Wednesday", "2022-01-05T22:00", "TIME"),
            eg(
                "She came at 8.15pm on Saturday 11 December.",
                "8.15pm on Saturday 11 December",
                "2021-12-11T20:15",
                "TIME",
            ),
            eg("It opens at 5 p.m. this Friday in Rome.", "5 p.m. this Friday", "2021-12-31T17:00", "TIME"),
            eg("She preached at 11am last Sunday in Rome.", "11am last Sunday", "2021-12-26T11:00", "TIME"),
            eg("It expired at 5 p.m. EST, Nov. 6 in all.", "5 p.m. EST, Nov. 6", "2021-11-06T17:00", "TIME"),
            eg("He arrived at 7.30pm in Rome.", "7.30pm", "2021-12-30T19:30", "TIME"),
            eg("He arrived around 7:15 p.m. in Rome.", "around 7:15 p.m.", "2021-12-30T19:15", "TIME", "APPROX"),
        ),
        0.95,
        not_after="$",
    ),
    Rule(
        "clock of 24 hours",
        f"[{{clockmod}}] {{clock}} [hours|hrs] {ZONE} {WHEN}",
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
        f"[{{clockmod}}] ( {{hhmm}} | {{decimal:dotted}} ) {{zone}} {WHEN}",
        clock,
        (eg("The bomb went off (0735 GMT) in Rome.", "0735 GMT", "2021-12-30T07:35", "TIME"),),
        0.9,
    ),
    Rule(
        "o'clock",
        f"[{{clockmod}}] {{hour}} o ' clock [in the {{part:dayside}} | at {{part:dayside}}] {ZONE} {WHEN}",
        clock,
        (eg("She left at seven o'clock in the evening.", "seven o'clock in the evening", "2021-12-30T19:00", "TIME"),),
        0.9,
        refuse=an_hour_of_a_phrase,
    ),
    Rule(
        "clock of weekdays",
        "( {hour} | {clock} | {decimal:dotted} ) [{meridiem}] on {weekdays}",
        clock_of_weekdays,
        (
            eg("It closes at 1pm on Fridays in Kent.", "1pm on Fridays", "XXXX-WXX-5T13:00", "SET"),
            eg("It closes at 17:30 on Fridays in Kent.", "17:30 on Fridays", "XXXX-WXX-5T17:30", "SET"),
        ),
        0.85,
        after="at|from|until|till|by|before|after|to",
    ),
    Rule(
        "weekday noon",
        "[{clockmod}] {weekday} {noon}",
        clock,
        (eg("By Saturday noon the figure had doubled.", "Saturday noon", "2021-12-25T12:00", "TIME"),),
        0.85,
    ),
    Rule(
        "noon",
        f"[{{clockmod}}] [{{hour}}] {{noon}} {ZONE} {WHEN}",
        clock,
        (
            eg("Talks broke off at noon Thursday in Rome.", "noon Thursday", "2021-12-30T12:00", "TIME"),
            eg("It is to expire at midnight Friday.", "midnight Friday", "2021-12-31T24:00", "TIME"),
            eg("It is to open at 12 noon on Friday.", "12 noon on Friday", "2021-12-31T12:00", "TIME"),
        ),
        0.85,
        not_after="high",
        refuse=somebody_called_noon,
    ),
)
