"""Chronicles, whose paragraphs each open with their date: ``Jan. 13, 2012: The liner hits a reef.``"""

from __future__ import annotations

import datetime as dt
import re
from functools import cache

from reader.extract.dates.calendar import day_or_none
from reader.extract.dates.context import Context, Mentioned
from reader.extract.dates.rule import Match

_FAR = 60
"""Days from publication from which an entry's own date tells the dates in it."""


@cache
def _closing() -> re.Pattern[str]:
    return re.compile(r":\s|\s[–—-]\s")


def _heads(context: Context, start: int, end: int) -> bool:
    """Whether ``text[start:end]`` opens its paragraph and a colon or a dash follows."""
    opens = start == 0 or context.text[start - 2 : start] == "\n\n"
    return opens and _closing().match(context.text, end) is not None


def heading(context: Context, position: int) -> Mentioned | None:
    """The date that heads the paragraph in which ``position`` stands; None where none does."""
    break_before = context.text.rfind("\n\n", max(0, position - 2_000), position)
    begin = break_before + 2 if break_before >= 0 else 0
    for item in reversed(context.mentioned[-20:]):
        if item.start == begin and item.end <= position and _heads(context, item.start, item.end):
            return item
        if item.start < begin:
            break
    return None


def in_its_entry(match: Match, month: int, day: int) -> tuple[dt.date, str, float] | None:
    """A day or a month without its year in a chronicle: nearest to the entry before, or to the head of its entry."""
    context = match.context
    if _heads(context, match.start, match.end):
        named = reversed(context.mentioned[-20:])
        source = next((item for item in named if _heads(context, item.start, item.end)), None)
    else:
        source = heading(context, match.start)
        if source and context.today and abs((context.today - source.day).days) < _FAR:
            return None
    if source is None:
        return None
    days = [found for away in (-1, 0, 1) if (found := day_or_none(source.day.year + away, month, day)) is not None]
    if context.today and source.day <= context.today:
        days = [found for found in days if found <= context.today]
    if not days:
        return None
    nearest = min(days, key=lambda found: abs((found - source.day).days))
    return nearest, f"nearest to the entry of “{source.text}”", 0.85
