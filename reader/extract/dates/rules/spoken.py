"""Clock times as they are spoken: half past six, a quarter to seven, ten minutes past three."""

from __future__ import annotations

from dataclasses import replace

from reader.extract.dates.refuse_stories import a_price, no_dotted_clock, no_hour
from reader.extract.dates.rule import Found, Match, Rule, Timex, eg
from reader.extract.dates.rules.clock import DATE, WHEN, ZONE, clock
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


_SIDE = (
    "{hour} [o ' clock] [{meridiem} | in the {part:dayside} | at {part:dayside} | {thatday} {part:dayside}"
    f" | [on] {{weekday}} [{{part:dayside}}] | {{dayname}} [{{part:dayside}}] | {{deictic}} {{part:dayside}}] {ZONE}"
)
_AT = "at|by|until|till|from|before|after|since|around|about|nearly|almost"


def military(match: Match) -> Found:
    """1640 hours, 0600 hrs on 9 May; None for a length of time."""
    hour, minute = divmod(match.number("hhmm"), 100)
    if hour > 24 or minute > 59 or "," in match.text[slice(*match.spans["hhmm"])]:
        return None
    return clock(match)


def not_half(match: Match) -> bool:
    """``a quarter ten``: only the half before an hour tells a time, as the British say it."""
    return match.words("minutesof") != "half"


def beside_noon(match: Match) -> Found:
    """41 minutes past midnight, a quarter to midnight on 6 November: noon or midnight moved by minutes."""
    told = clock(match)
    count = match.number("minutesof" if "minutesof" in match else "count")
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
            eg("She left at half past nine on Tuesday.", "half past nine on Tuesday", "2021-12-28T09:30", "TIME"),
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
        "half nine",
        f"[{{clockmod}}] {{minutesof}} {_SIDE}",
        spoken,
        (eg("She left at half nine in Rome.", "half nine", "2021-12-30T09:30", "TIME"),),
        0.7,
        after="at|by|until|till|from|before|after|since",
        not_before="%|percent|{unit}|{digits}|-|of|{other}|{name}",
        refuse=not_half,
    ),
    Rule(
        "quarter to",
        f"[{{clockmod}}] quarter {{tohour}} {_SIDE}",
        spoken,
        (eg("She left at quarter to eleven in Rome.", "quarter to eleven", "2021-12-30T10:45", "TIME"),),
        0.8,
        after=_AT,
        not_before="%|percent|{unit}|{digits}|-|of",
    ),
    Rule(
        "ten to midnight",
        f"[{{clockmod}}] {{count}} ( past|after | {{tohour}} ) {{noon}} {ZONE} {WHEN}",
        beside_noon,
        (eg("They came at ten to midnight in Rome.", "ten to midnight", "2021-12-30T23:50", "TIME"),),
        0.8,
        after="at|around|about|nearly|almost|just",
    ),
    Rule(
        "hours of the forces",
        f"[{{clockmod}}] {{hhmm}} hours|hrs {ZONE} {WHEN}",
        military,
        (
            eg("The ship was hit at 1640 hours off Oran.", "1640 hours", "2021-12-30T16:40", "TIME"),
            eg("It begins at 0600 hours on Tuesday.", "0600 hours on Tuesday", "2022-01-04T06:00", "TIME"),
        ),
        0.8,
        after=_AT + '|"|“|(',
    ),
    Rule(
        "hour in the morning",
        "[{clockmod}] ( {hour} | {clock} | {decimal:dotted} ) ( in the {part:dayside} | at {nightly:dayside} )",
        of_a_part,
        (
            eg("He was up at 4 in the morning with guests.", "4 in the morning", "2021-12-30T04:00", "TIME"),
            eg("He was up at 4:32 in the afternoon.", "4:32 in the afternoon", "2021-12-30T16:32", "TIME"),
            eg("It fell at 2.20 in the afternoon, with wind.", "2.20 in the afternoon", "2021-12-30T14:20", "TIME"),
            eg("It shuts at ten at night in Rome.", "ten at night", "2021-12-30T22:00", "TIME"),
        ),
        0.85,
    ),
    Rule(
        "minutes past midnight",
        f"[{{clockmod}}] ( {{count}} minutes | {{minutesof}} ) ( past|after | {{tohour}} ) {{noon}} {ZONE} {WHEN}",
        beside_noon,
        (
            eg("She rang at a quarter to midnight in Rome.", "a quarter to midnight", "2021-12-30T23:45", "TIME"),
            eg(
                "She left at half past midnight on Tuesday.",
                "half past midnight on Tuesday",
                "2021-12-28T00:30",
                "TIME",
            ),
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
        f" ( ( {{hour}} | {{clock}} | {{decimal:dotted}} ) {{meridiem}} | {{clock}} | {{noon}} ) {ZONE} {WHEN}",
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
