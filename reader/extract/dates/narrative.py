"""Stories of a time long over: dates without their year go on in the year that the story is in.

``On 2 May 1989 soldiers cut the fence. ... On 11 September families were let through``, told twenty years on.
"""

from __future__ import annotations

import datetime as dt
import re
from functools import cache

from reader.extract.dates.calendar import day_or_none
from reader.extract.dates.context import Context, Mentioned
from reader.extract.dates.rule import Match

_OVER = 300
"""Days before publication from which a date is one of a story, not of the news."""
_NEAR = 1_200
"""Characters that a story may go without a date."""
_TURN = 120
"""Days within which a story goes on into the next year; what is further is of the same one."""
_DATED = frozenset({"day", "week", "weekend", "month", "quarter", "season"})


def story_date(context: Context, position: int) -> Mentioned | None:
    """The last date of the story that is told before ``position``; None where the text tells its own days.

    A story is three dates in a row, all long over and not far apart, or two of the paragraph, or two where the article
    opens with one; without a publication date one is enough.
    """
    today, place = context.today, position
    last, told, here = None, 0, 0
    for item in reversed(context.mentioned[-12:]):
        if item.end > place or item.aside or item.by_the_way:
            continue
        if place - item.end > _NEAR or (today is not None and (today - item.day).days <= _OVER):
            break
        if item.grain not in _DATED and last is None:
            return None  # a bare year: it may be told by the way
        last = last or item
        if abs((item.day - last.day).days) > 400:
            break
        if item.grain in _DATED or item.day.year == last.day.year:
            told += 1
            here += "\n\n" not in context.text[item.end : position]
        place = item.start
    first = context.mentioned[0] if context.mentioned else None
    if (
        first is not None
        and today is not None
        and first.grain in _DATED
        and first.start < 200
        and (today - first.day).days > _OVER
    ):
        told += 1  # "A year ago today, at 41 minutes past midnight": the article itself opens so
    return last if told >= 3 or here >= 2 or (today is None and told) else None


@cache
def _reporting() -> re.Pattern[str]:
    return re.compile(r"\b(?:[Ss]ince|(?:said|announced|reported|promised)\s(?:in|on))\s\Z")


def _reported_now(match: Match) -> bool:
    """``has been shut since May``, ``the government said in August that a firm would raise it``: news, no story."""
    return _reporting().search(*match.before(16)) is not None


def past_weight(match: Match) -> float:
    """What the verb says of the time of ``match``, as log odds; ``until`` before it does not count.

    ``Soldiers watched a blip until 02:22``: in a story, what lasts until then is over by then.
    """
    previous = match.previous.lower()
    if previous in ("until", "till"):
        head = match.text.rfind(previous, 0, match.start)
        return match.context.tense_before(head).weight if head > 0 else 0.0
    return match.context.tense(match.start, match.end).weight


def in_the_story(match: Match, month: int, day: int) -> tuple[dt.date, str, float] | None:
    """A day or a month without its year, nearest to the last date of the story; only where the past is told."""
    context = match.context
    source = story_date(context, match.start)
    if source is None or _reported_now(match) or past_weight(match) > -0.5:
        return None
    found = day_or_none(source.day.year, month, day)
    turn = day_or_none(source.day.year + 1, month, day)
    if turn is not None and (turn - source.day).days <= _TURN and (found is None or found < source.day):
        found = turn
    if found is None or (context.today is not None and found > context.today):
        return None
    return found, f"the story goes on from “{source.text}”", 0.7
