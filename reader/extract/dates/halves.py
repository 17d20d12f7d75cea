"""In which half of the day a clock time lies that has no a.m. or p.m."""

from __future__ import annotations

import datetime as dt
import re
from functools import cache

from reader.extract.dates.rule import Match, another_sentence


@cache
def _dark() -> re.Pattern[str]:
    return re.compile(r"\b(?:night|dark|darkness|asleep|awake|woke|woken|bed|dawn|small hours|overnight)\b")


def of_the_small_hours(match: Match, day: dt.date | None) -> bool:
    """``He woke at four o'clock``, ``at 12.02am ... at quarter to one``; but a jury is back at ten past three, p.m."""
    last = match.context.nearest(match.start, within=400)
    if last is not None and last.day == day and "T" in last.value:
        return last.value.endswith(("MO", "NI", "EV")) or last.value[-5:-3] in ("00", "01", "02", "03", "04", "05")
    return _dark().search(match.text, max(0, match.start - 120), match.end + 60) is not None


def of_the_evening(match: Match, day: dt.date | None, time: str) -> bool:
    """``Tonight there is football: they kick off at 9:30``: the words right before speak of the evening."""
    last = match.context.nearest(match.start, "day", within=300)
    gap = match.text[last.end : match.start] if last else ""
    if last is None or last.day != day or "\n" in gap:
        return False
    # "came at 4:24 p.m. and was announced at 8:30"; in the next sentence only after one that has its p.m.
    hour = last.value[-5:]
    if last.value[-6:-5] == "T" and "12" <= hour < f"{int(time[1:3] or 0) + 12}{time[3:6]}":
        half = any(words in last.text for words in ("p.m", "pm", "afternoon", "evening"))
        return half or (len(gap) <= 120 and not another_sentence(gap))
    return len(gap) <= 120 and last.value.endswith(("TEV", "TNI"))
