"""Words of time in fixed phrases: ``minutes of arc``, ``four AM stations``, ``five o'clock shadow``, ``“May”``."""

from __future__ import annotations

import re
from functools import cache

from reader.extract.dates import english_usage as usage
from reader.extract.dates.english import MONTHS, SEASONS, WEEKDAYS
from reader.extract.dates.english_verbs import REPORTING
from reader.extract.dates.refuse import on_the_air
from reader.extract.dates.rule import Match


@cache
def _of_arc() -> re.Pattern[str]:
    return re.compile(r"\s(?:of\s(?:arc|an?\s(?:arc|degree)|latitude|longitude|angle)\b|(?:north|south|east|west)\b)")


@cache
def _degrees() -> re.Pattern[str]:
    return re.compile(r"(?:\bdegrees?,?\s(?:and\s)?|°\s?)\Z")


def an_angle(match: Match) -> bool:
    """``within 14 minutes of arc``, ``12 degrees 30 minutes``: parts of a degree; ``12 minutes west`` is no walk."""
    if match.name("unit") not in ("TM", "TS"):
        return False
    if _degrees().search(*match.before(14)):
        return True
    found = _of_arc().match(match.text, match.end, match.end + 16)
    return found is not None and found.group().startswith(" of")


@cache
def _doomsday() -> re.Pattern[str]:
    return re.compile(
        r"\bDoomsday\b|\b(?:symbolic|metaphorical|figurative|atomic)\b|\bAtomic Scientists\b|\bthe Clock\b"
    )


def to_doomsday(match: Match) -> bool:
    """``The Doomsday Clock, at 89 seconds to midnight``: neither a length of time nor an hour of the day."""
    near = match.text[match.end : match.end + 12] + match.text[max(0, match.start - 12) : match.end]
    if "midnight" not in near:
        return False
    return _doomsday().search(match.text, max(0, match.start - 200), match.end + 60) is not None


@cache
def _station() -> re.Pattern[str]:
    return re.compile(
        r"\s(?:and\sFM\s)?(?:stations?|radios?|dials?|bands?|frequenc(?:y|ies)|licen[cs]es?|signals?|transmitters?|outlets?"
        r"|channels?|broadcasters?|talk|towers?|antennas?|spectrum)\b"
    )


def on_the_dial(match: Match) -> bool:
    """``four AM stations``: waves of the radio, in capitals."""
    return match.text[match.start : match.end].endswith("AM") and _station().match(match.text, match.end) is not None


def an_hour_of_a_phrase(match: Match) -> bool:
    """``five o'clock shadow``, and what :func:`on_the_air` knows."""
    return match.following in usage.OF_AN_HOUR or on_the_air(match)


def a_rate_of_money(match: Match) -> bool:
    """``left its overnight rate``, ``an overnight success``: no night that is told."""
    return match.following in usage.OVERNIGHT_THINGS


@cache
def _a_late_one() -> re.Pattern[str]:
    return re.compile(r"\b(?:a|another|for|had|few|those|these|too\smany)\s\Z")


def a_show_or_a_shop(match: Match) -> bool:
    """``the late night show``, ``early morning tea``, ``had a late night``: of any night, any morning."""
    if "-" in match.text[match.start : match.end] and match.following in ("comedy", "television", "TV"):
        return True
    if match.following in usage.OF_ANY_NIGHT:
        return True
    if match.name("part") != "NI" or match.following.isalpha():
        return False
    return _a_late_one().search(*match.before(12)) is not None


def a_pulse(match: Match) -> bool:
    """``beats 140 times a minute``: how fast, and no time that comes back."""
    return match.name("unit1") in ("TM", "TS")


def a_weekend_thing(match: Match) -> bool:
    """``the weekend bag``, ``the weekend supplements``: of any weekend."""
    return match.following in usage.WEEKEND_THINGS


@cache
def _said() -> re.Pattern[str]:
    return re.compile(rf"(?:\b(?:{'|'.join(sorted(REPORTING))}|asked|answered|replied)|[:,])\s*\Z")


@cache
def _speaker() -> re.Pattern[str]:
    verbs = "|".join(sorted(REPORTING | usage.SAYING - usage.BEING_NOW - {"who"}))
    return re.compile(rf"\s(?:[\w'’-]+\s){{0,3}}(?:{verbs})\b")


def alone_in_quotes(match: Match) -> bool:
    """``Netflix thanked “Wednesday”``, ``ahead of "friday"``: a day, a month or a season that is all that is quoted.

    What somebody says (``“Friday,” she said``) and days behind a preposition (``on “Friday”``) are dates.
    """
    text, start, end = match.text, match.start, match.end
    if text[start - 1 : start] not in usage.OPENING_QUOTES or start == 0:
        return False
    mark = text[end : end + 1] if text[end : end + 1] in (",", ".", "?", "!") else ""
    after = text[end + len(mark) : end + len(mark) + 1]
    if not after or after not in usage.CLOSING_QUOTES or text[end + len(mark) + 1 : end + len(mark) + 2].isalnum():
        return False  # "“Today's vote": an apostrophe
    word = text[start:end].lower()
    named = word in usage.ALSO_TITLES and text[start].isupper()
    if not named and word not in MONTHS and word not in WEEKDAYS and word not in SEASONS:
        return False
    if mark and _speaker().match(text, end + len(mark) + 1, end + 60):
        return False
    head = text[max(0, start - 24) : start - 1]
    if mark in ("?", "!") or _said().search(head):
        return False
    lead = head.split()[-1:] or [""]
    return lead[0].lower() not in (
        "on",
        "in",
        "by",
        "until",
        "till",
        "since",
        "last",
        "next",
        "this",
        "every",
        "before",
        "after",
    )


@cache
def _as_it_was() -> re.Pattern[str]:
    return re.compile(
        r"\sas\s(?:the|he|she|it|they|his|her|its|these|those)\b[^,.;\n]{0,40}\b(?:was|were|is|are|may|might)\b"
    )


def an_adjective(match: Match) -> bool:
    """``August as the company was``: how it was."""
    return match.words("month") == "august" and _as_it_was().match(match.text, match.end, match.end + 60) is not None


@cache
def _more_of_an_address() -> re.Pattern[str]:
    return re.compile(r"\.[a-z]{2,3}\b(?!['’])")


def in_an_address(match: Match) -> bool:
    """``@sunday``, ``#monday``, ``friday.co.uk``: names on the net."""
    text, start = match.text, match.start
    if text[start - 1 : start] in ("@", "#", "_") and start:
        return True
    return text[start : match.end].islower() and _more_of_an_address().match(text, match.end, match.end + 5) is not None


def a_fixed_phrase(match: Match) -> bool:
    """Whether the words are of a phrase that is no date, whatever their rule."""
    parts = match.parts
    if in_an_address(match):
        return True
    if "unit" in parts and an_angle(match):
        return True
    if ("unit" in parts or "noon" in parts) and to_doomsday(match):
        return True
    if "meridiem" in parts and on_the_dial(match):
        return True
    if "month" in parts and an_adjective(match):
        return True
    return alone_in_quotes(match)
