"""Clock times as they are spoken: half past six, a quarter to seven, ten minutes past three."""

from __future__ import annotations

from dataclasses import replace

from reader.extract.dates.refuse_stories import a_price, no_dotted_clock, no_hour
from reader.extract.dates.rule import Found, Match, Rule, Timex, eg
from reader.extract.dates.rules.clock import DATE, WHEN, clock
from reader.extract.dates.rules.stories import the_weekday


def spoken(match: Match) -> Found:
    """half past six in the evening: the hour's time moved by so many minutes."""
    told = clock(match)
    if not isinstance(told, Timex):
        return None
    day, _, time = told.value.rpartition("T")
    away = match.number("minutesof") if "minutesof" in match else match.number("count") if "count" in match else 15
    if not 0 < away < 60:
        return None
    minutes = int(time[:2]) * 60 + (-away if "tohour" in match else away)
    if minutes < 0:
        return None
    return replace(told, value=f"{day}T{minutes // 60 % 24:02d}:{minutes % 60:02d}")


_SIDE = "{hour} [o ' clock] [{meridiem} | in the {part:dayside} | at {part:dayside}] [{zone}]"


def beside_noon(match: Match) -> Found:
    """41 minutes past midnight, three minutes to midnight on 6 November: noon or midnight moved by minutes."""
    told = clock(match)
    count = match.number("count")
    if not isinstance(told, Timex) or not 0 < count < 60:
        return None
    day, _, time = told.value.rpartition("T")
    hours = int(time[:2]) % 24
    if "tohour" not in match:
        return replace(told, value=f"{day}T{hours:02d}:{count:02d}")
    named = "month" in match or "weekday" in match or hours == 12
    found = replace(told, value=f"{day}T{(hours - 1) % 24:02d}:{60 - count:02d}")
    return found if named or "XX" in day else replace(found, confidence=0.6)


def minutes_beside(match: Match) -> Found:
    """a few minutes after 3 p.m.: that time, and before or after it."""
    told = clock(match)
    if not isinstance(told, Timex):
        return None
    return replace(told, mod="AFTER" if match.number("beforeafter") > 0 else "BEFORE")


_PART = (
    "( {thatday} {part:dayside} | [on] [the] {weekday} {part:dayside}"
    " | {dayname} {part:dayside} | {deictic} {part:dayside} | {tonight:deictic} )"
)


def of_a_part(match: Match) -> Found:
    """six the previous evening, about 2.15 the next morning; None for a price, but the day may be one alone."""
    if no_hour(match):
        return None
    told = clock(match)
    if isinstance(told, Timex) and "weekday" in match and " on the " in match.quoted:
        day = the_weekday(match)
        if not isinstance(day, Timex):
            return None
        return replace(told, value=f"{day.value.partition('T')[0]}T{told.value.partition('T')[2]}", day=day.day)
    return told


def dotted(match: Match) -> Found:
    """3.24 on 1 February; None for a price, but the day may be one alone."""
    return None if a_price(match) else clock(match)


RULES: tuple[Rule, ...] = (
    Rule(
        "half past",
        f"[{{clockmod}}] ( {{minutesof}} | {{count}} ) past {_SIDE}",
        spoken,
        (
            eg("She left at half past six in the evening.", "half past six in the evening", "2021-12-30T18:30", "TIME"),
            eg("She left at ten past nine in Rome.", "ten past nine", "2021-12-30T09:10", "TIME"),
        ),
        0.85,
        not_before="%|percent|{unit}|{digits}|-",
    ),
    Rule(
        "a quarter to",
        f"[{{clockmod}}] a quarter {{tohour}} {_SIDE}",
        spoken,
        (eg("She left at a quarter to seven in Rome.", "a quarter to seven", "2021-12-30T06:45", "TIME"),),
        0.8,
        not_before="%|percent|{unit}|{digits}|-|of",
    ),
    Rule(
        "minutes to",
        f"[{{clockmod}}] {{count}} minutes ( past|after | {{tohour}} ) {_SIDE}",
        spoken,
        (
            eg("She left at 20 minutes to seven in Rome.", "20 minutes to seven", "2021-12-30T06:40", "TIME"),
            eg("She left at 5 minutes past 7pm.", "5 minutes past 7pm", "2021-12-30T19:05", "TIME"),
        ),
        0.8,
        not_before="%|percent|{unit}|{digits}|-",
    ),
    Rule(
        "minutes past midnight",
        f"[{{clockmod}}] {{count}} minutes ( past|after | {{tohour}} ) {{noon}} [{{zone}}] {WHEN}",
        beside_noon,
        (
            eg(
                "It left at 41 minutes past midnight on 8 March 2014.",
                "41 minutes past midnight on 8 March 2014",
                "2014-03-08T00:41",
                "TIME",
            ),
            eg("It closed at three minutes to noon in Rome.", "three minutes to noon", "2021-12-30T11:57", "TIME"),
        ),
        0.85,
    ),
    Rule(
        "minutes after a time",
        "( [a|just] {vague} | {couple} ) minutes|seconds|moments {beforeafter}"
        f" ( ( {{hour}} | {{clock}} | {{decimal:dotted}} ) {{meridiem}} | {{clock}} | {{noon}} ) [{{zone}}] {WHEN}",
        minutes_beside,
        (
            eg(
                "They came a few minutes after 3 p.m. in Rome.",
                "a few minutes after 3 p.m.",
                "2021-12-30T15:00",
                "TIME",
                "AFTER",
            ),
        ),
        0.85,
    ),
    Rule(
        "an hour of a part of the day",
        f"[{{clockmod}}] ( {{hour}} | {{decimal:dotted}} ) {_PART}",
        of_a_part,
        (
            eg(
                "They met on December 8. He had called at six the previous evening.",
                "six the previous evening",
                "2021-12-07T18:00",
                "TIME",
            ),
            eg("The show is at 8 tonight in Rome.", "8 tonight", "2021-12-30T20:00", "TIME"),
            eg(
                "She rang at about 2.15 on Tuesday morning.",
                "about 2.15 on Tuesday morning",
                "2021-12-28T02:15",
                "TIME",
                "APPROX",
            ),
        ),
        0.85,
        after="at|by|until|till|from|since|before|after|around|about",
    ),
    Rule(
        "dotted clock of a day",
        f"[{{clockmod}}] {{decimal:dotted}} [hours|hrs] [on] [the] {DATE}",
        dotted,
        (eg("The clock stopped at 3.24 on 1 February 1953.", "3.24 on 1 February 1953", "1953-02-01T03:24", "TIME"),),
        0.8,
        after="at|by|until|till|from",
    ),
    Rule(
        "dotted clock",
        "{decimal:dotted}",
        clock,
        (eg("The first came at 6.24pm, the last at 6.35 in Rome.", "6.35", "2021-12-30T18:35", "TIME"),),
        0.6,
        after="at|by|until|till",
        not_before="%|{unit}|{digits}|/",
        refuse=no_dotted_clock,
    ),
)
