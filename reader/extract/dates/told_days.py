"""The day that a time without one belongs to: that of the lines before, of the article's first ones, or of a story."""

from __future__ import annotations

import datetime as dt
import re
from functools import cache

from reader.extract.dates.context import Mentioned
from reader.extract.dates.narrative import past_weight, story_date
from reader.extract.dates.rule import Match, another_sentence


def day_told(match: Match) -> Mentioned | None:
    """The day that the lines before speak of; not one that was put off: ``moved from 28 September``."""
    context = match.context
    event = _of_the_event(match)
    if event is not None:
        return event
    nearest = context.nearest(match.start, "day", within=200, told=True) or _hours_before(match) or _of_the_story(match)
    if nearest and context.today and nearest.day <= context.today:
        # A new paragraph goes back to the day that the article is about.
        lead = context.lead if "\n\n" in context.text[nearest.end : match.start] else None
        nearest = lead or nearest
    nearest = _before_the_report(match, nearest) if nearest else None
    gap = context.text[nearest.end : match.start] if nearest else ""
    closed = "”" in gap or '"' in gap
    if nearest and closed and context.quoted(nearest.start) and not context.quoted(match.start):
        lead = context.lead
        return (
            None if lead is None or context.quoted(lead.start) else lead
        )  # "Women bought them on Friday," he said shortly after sunrise
    if nearest and (nearest.aside or nearest.by_the_way) and another_sentence(gap):
        return None if "\n\n" not in gap else context.lead  # "who came on Sunday. He spoke in the early evening"
    if nearest and context.today and "\n\n" in gap and abs((nearest.day - context.today).days) > 30:
        # "Germans vote on Sunday, after a ruling of Nov. 15, 2023." and then: "Polls open at 8 a.m."
        first = context.first_day
        if context.tense(match.start, match.end).weight > -1 and first is not None and first.day >= context.today:
            return first
    if nearest and context.today and nearest.day < context.today and "\n" in gap and _modal(match):
        return None  # "He lost on Thursday.\n\nThe minister will face them at 5 p.m."
    if nearest and nearest.text.endswith(" ago") and another_sentence(context.text[nearest.end : match.start]):
        return None  # "unveiled 10 days ago. She came at noon": by the way, not what is told
    if nearest and nearest.by_the_way and gap[:1] == "," and not another_sentence(gap):
        return None  # "the room, occupied last Wednesday, was empty by noon"
    if nearest and _told_on(match, nearest):
        return None
    over = nearest and context.today and another_sentence(gap) and (context.today - nearest.day).days > 7
    if over and past_weight(match) > 1.5:
        return None  # "The last one landed on July 20, 1976. A briefing is set for 9 a.m."
    if nearest and "T" not in nearest.value and context.text[max(0, nearest.start - 5) : nearest.start] == "from ":
        left = (
            not context.text[nearest.end : nearest.end + 9].lstrip(" ,").startswith(("to ", "until ", "through ", "on"))
        )
        return (left and context.nearest(nearest.start, "day", within=200)) or nearest
    return nearest


@cache
def _it_began() -> re.Pattern[str]:
    verbs = "began|started|opened|ended|finished|closed|kicked\\soff|broke\\sout|was\\sheld|was\\splayed|took\\splace"
    return re.compile(
        rf"\b[Tt]he\s([a-z]{{3,20}})(?:,\swhich)?\s(?:had\s)?(?:{verbs})\s(?:only\s|just\s)?(?:at|around|about)\s\Z"
    )


def _of_the_event(match: Match) -> Mentioned | None:
    """``after the final on July 12. ... The final, which began at 7:30 p.m.``: the day that the noun had before."""
    if {"clock", "dotted", "hour"}.isdisjoint(match.parts):
        return None
    found = _it_began().search(*match.before(60))
    if found is None:
        return None
    leads = tuple(f"{found.group(1)} {lead}" for lead in ("on ", "of "))
    days = match.context.back(match.start, "day", 1_500)
    return next((item for item in days if match.text[max(0, item.start - 30) : item.start].endswith(leads)), None)


def _modal(match: Match) -> bool:
    """``The minister will face them at 5 p.m.``, ``Owners can ring until 8 p.m.``: the verb before looks ahead."""
    if {"clock", "dotted", "hour"}.isdisjoint(match.parts):
        return False
    return _ahead().search(*match.before(90)) is not None


@cache
def _ahead() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:will|shall|can|may|should|must)\b(?:(?!\b(?:was|were|had|said|after|when|who|which)\b)[^.;:\n]){0,70}\Z"
    )


@cache
def _reporting() -> re.Pattern[str]:
    verbs = "said|told\\s\\w+|announced|reported|confirmed|added"
    return re.compile(rf"[,”\"]\s(?:[\w'’]+\s){{1,4}}(?:{verbs})\s(?:on\s)?\Z")


def _before_the_report(match: Match, nearest: Mentioned) -> Mentioned:
    """``The alarm rang at 10:52 p.m., police said on Tuesday. The car was found at 11:20``: not on the day they spoke.

    Only where the sentence of the report has told an hour before.
    """
    text = match.text
    if (
        {"clock", "dotted", "hour"}.isdisjoint(match.parts)
        or "T" in nearest.value
        or not another_sentence(text[nearest.end : match.start])
    ):
        return nearest
    if _reporting().search(text, max(0, nearest.start - 50), nearest.start) is None:
        return nearest
    earlier = (item for item in reversed(match.context.mentioned[-12:]) if item.end < nearest.start)
    hour = next(earlier, None)
    if hour is None or "T" not in hour.value or another_sentence(text[hour.end : nearest.start]):
        return nearest
    return hour if past_weight(match) < 0 else nearest


def _hours_before(match: Match) -> Mentioned | None:
    """The last time of day of the same paragraph: hours of one day are told in a row, some lines apart."""
    last = match.context.nearest(match.start, within=600)
    if {"clock", "dotted", "hour"}.isdisjoint(match.parts):
        return None  # "Its shares fell by midday"
    last = _before_the_report(match, last) if last else None
    if last is None or "T" not in last.value or "\n\n" in match.text[last.end : match.start]:
        return None
    return last


def _of_the_story(match: Match) -> Mentioned | None:
    """The day that a story of long ago has come to: ``A year ago today ... had been said by 01:19``."""
    told = story_date(match.context, match.start)
    if told is None or told.grain != "day" or past_weight(match) > -0.5:
        return None
    return told


def _told_on(match: Match, nearest: Mentioned) -> bool:
    """Whether the text has come back to its own days since one long over.

    ``The union dates from May 1, 1707. The queen, at Balmoral until early October, spoke in the afternoon.``
    """
    today = match.context.today
    if today is None or (today - nearest.day).days < 400:
        return False
    since = [item for item in match.context.mentioned[-12:] if nearest.end < item.start < match.start]
    return any(abs((item.day - today).days) < 62 for item in since)


def day_over(match: Match) -> Mentioned | None:
    """The day named last, and none to come where the past is told: ``we race tomorrow ... he said that evening``."""
    context = match.context
    nearest = context.nearest(match.start, "day", told=True)
    if nearest and context.quoted(nearest.start) and not context.quoted(match.start):
        # What somebody's words name is not the day that is told: "On Saturday I knew," she said that evening.
        nearest = next((item for item in context.back(match.start, "day") if not context.quoted(item.start)), nearest)
    if nearest is None or context.today is None:
        return nearest
    if nearest.day < context.today and _told_on(match, nearest):
        last = context.today if context.tense(match.start, match.end).weight < 0 else dt.date.max
        close = (item for item in context.back(match.start, "day") if abs((context.today - item.day).days) < 32)
        return next((item for item in close if item.day <= last), None)
    if nearest.day < context.today:
        # "Friday is a day of mourning, as was April 27, 1994. He will speak at 11:30 a.m. that day"
        gap = context.text[nearest.end : match.start]
        if not another_sentence(gap) or past_weight(match) < 1:
            return nearest
        return next((item for item in context.back(match.start, "day", 400) if item.day >= context.today), nearest)
    if nearest.day == context.today and (match.get("part") != "NI" or match.number("thatday")):
        return nearest
    if context.tense(match.start, match.end).weight > -1:
        return nearest
    if nearest.day == context.today:
        # "That night we sat in a tree": the night after publication is not told yet.
        return next((item for item in context.back(match.start, "day") if item.day < nearest.day), nearest)
    told = [item for item in context.back(match.start, "day") if item.day <= context.today]
    return next((item for item in told if (context.today - item.day).days < 32), told[0] if told else nearest)


def elsewhere(match: Match, nearest: Mentioned) -> bool:
    """Whether a day to come, named before, is not that of this time, by the tense here."""
    today = match.context.today
    if today is None or nearest.day <= today:
        return False
    between = match.text[nearest.end : match.start]
    if between.strip(" ,") in ("", "at", "from", "by", "around", "about", "until"):
        return False
    told = another_sentence(between)
    # "drove through the streets until dusk": what lasts until an hour of the day is over on it, as its verb says
    until = match.start - 6 if told and between.endswith("until ") else match.start
    weight = match.context.tense(until, match.end).weight
    return weight < (0.5 if told else -1)
