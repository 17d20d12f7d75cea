"""Clock times as they are spoken: half past six, a quarter to seven, ten minutes past three."""

from __future__ import annotations

from dataclasses import replace

from reader.extract.dates.rule import Found, Match, Rule, Timex, eg
from reader.extract.dates.rules.clock import clock


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
)
