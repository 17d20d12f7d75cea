"""What only looks like a date of a story: ``the Tuesday deadline``, a price of ``18.53``, the minutes of a meeting."""

from __future__ import annotations

import re
from functools import cache

from reader.extract.dates import english_usage as usage
from reader.extract.dates.refuse import a_phrase, a_small_thing, a_title_with_units
from reader.extract.dates.rule import Match


def a_noun_of_its_own(match: Match) -> bool:
    """``by the Tuesday deadline``, ``the Friday Club``: the weekday belongs to the noun that follows."""
    following = match.following
    if not following.isalpha():
        return following == "-"
    return following.lower() not in usage.AFTER_STORY_DAYS


@cache
def _with_its_half() -> re.Pattern[str]:
    return re.compile(
        r"\b\d{1,2}\.[0-5]\d(?:\s?[ap]\.?m\b|\s(?:GMT|BST|CET|hrs|hours)\b"
        r"|\s(?:the\s(?:next|previous|following|same)|that|this|in\sthe)\s(?:morning|afternoon|evening|night))"
    )


@cache
def _priced() -> re.Pattern[str]:
    words = "shares?|stock|index|points?|cents?|per cent|percent|trading|traded|closed|rate|price|priced|rand|rupees"
    return re.compile(rf"[$£€¥%]|\b(?:{words}|dollars?|pounds|euros?|metres|seconds|mark|average|ratio|ranked)\b")


def _an_hour(match: Match) -> bool:
    """Whether a figure with a point may be an hour and its minutes: ``18.53``, not ``1,090.25``."""
    hour, _, minute = match.text[slice(*match.spans["dotted"])].partition(".")
    return len(minute) == 2 and hour.isdigit() and minute.isdigit() and int(hour) <= 23 and int(minute) <= 59


def a_price(match: Match) -> bool:
    """``closed at 18.53 on Friday``: a figure with two decimals, no hour and minute."""
    if not _an_hour(match):
        return True
    before = match.text[max(0, match.start - 100) : match.start].rpartition(". ")[2]
    after = match.text[match.end : match.end + 60].partition(". ")[0]
    return _priced().search(f"{before} {after}") is not None


@cache
def _money() -> re.Pattern[str]:
    return re.compile(
        r"\s?(?:[%$£€]|(?:dlrs|dollars?|pct|per|percent|cents|pence|points?|million|billion|francs|yen|euros?|pounds|marks)\b"
        r"|an?\s(?:share|barrel|tonne|ton|pound|dollar|ounce|litre|gallon|bushel)\b)"
    )


def _set_off_at(match: Match) -> bool:
    """``paid £8.40 and set off at 8.40``: an hour and its minutes, behind a verb that has them."""
    if not _an_hour(match) or _money().match(match.text, match.end):
        return False
    return _timed().search(*match.before(60)) is not None


def no_hour(match: Match) -> bool:
    """``at 18.53 on Friday morning``, a price, and ``at 40 that night``."""
    if "dotted" in match:
        return a_price(match) and not _set_off_at(match)
    return "hour" in match and not 1 <= match.number("hour") <= 12


@cache
def _timed() -> re.Pattern[str]:
    verbs = r"left|leaves?|leaving|depart(?:s|ed)|arriv(?:es?|ed)|set\soff|kicks?\soff|kicked\soff|began|begins|started"
    also = r"reach(?:es|ed)|pulled\s(?:in|out|away)|pulls\s(?:in|out)|got\sin|came\sin|goes\sout|went\sout|docks"
    more = r"starts|landed|took\soff|struck|docked|sailed|sails|woke|alarm|calls?\scame|pronounced\sdead"
    return re.compile(rf"\b(?:{verbs}|{more}|{also})\b(?:\s[\w'’-]+){{0,4}}\sat\s\Z")


def no_dotted_clock(match: Match) -> bool:
    """``at 6.35`` is a time only where the lines before write one with its half of the day: ``6.24pm``."""
    if _set_off_at(match):
        return False  # "The last train left at 23.55"
    if a_price(match):
        return True
    return _with_its_half().search(match.text, max(0, match.start - 1_200), match.end + 400) is None


@cache
def _of_a_meeting() -> re.Pattern[str]:
    return re.compile(r"\sof\s(?:a|the|any|that|its|their)\s(?:\w+\s)?(?:meetings?|proceedings|session)\b")


def no_length(match: Match) -> bool:
    """``not one minute of a meeting``, its record, ``three centuries`` at the crease, and the titles that
    :func:`a_title_with_units` knows.
    """
    if match.get("count") == 0 and "hour" in match.words("unit"):
        return True  # "zero hour"
    if a_year_and_a_word(match):
        return False  # "the crash of 1994\nSecond tanker hit": the reading leaves it to shorter fits
    if match.words("count") not in ("a", "one", "1") and (
        match.words("unit") in ("day", "night") and match.following in usage.BY_DAY_OR_NIGHT
    ):
        return True  # "two day labourers", "three night watchmen"
    if match.words("unit") == "second" and match.following.endswith("est"):
        return True  # "recorded two second fastest times"
    return a_title_with_units(match) or _a_record(match) or a_score(match)


def a_year_and_a_word(match: Match) -> bool:
    """``the crash of 1994. Second tanker hit``: a year, then a word that is no unit of it."""
    count = match.words("count")
    return len(count) == 4 and count.isdigit() and match.words("unit") in ("second", "minute", "day", "night")


@cache
def _cricket() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:wickets?|innings|bats(?:man|men|woman|women)|batters?|batted|batting|bowle[dr]s?|bowling|overs|unbeaten"
        r"|runs|stumps|bad light|not out|maiden|county championship|test match"
        r"|openers?|lbw|crease|cricket|snooker|frames?|breaks? of)\b"
    )


def a_score(match: Match) -> bool:
    """``each with a half-century``, ``his third century``: a hundred runs, in an article of cricket or snooker."""
    unit = next((match.words(name) for name in ("unit", "unit1", "bigunit1", "units") if name in match), "")
    if unit not in ("century", "centuries"):
        return False
    return _of_cricket(match)


def _of_cricket(match: Match) -> bool:
    near = match.text[max(0, match.start - 500) : match.end + 500]
    return len(set(_cricket().findall(near))) >= 2


def no_unit(match: Match) -> bool:
    """``scored a century``, and what :func:`a_small_thing` knows."""
    return a_small_thing(match) or a_score(match)


@cache
def _a_company() -> re.Pattern[str]:
    return re.compile(r"\s(?:Fox|Studios?|Pictures|Films?|Group|Inc|Corp|Holdings|Ltd|Co|Fund|Foundation|Insurance)\b")


def a_hundred(match: Match) -> bool:
    """``hit his second century``: a hundred runs; ``21st Century Fox``: a company."""
    if _a_company().match(match.text, match.end):
        return True
    return match.previous.lower() in ("his", "her", "a", "my", "their", "hit", "made") and _of_cricket(match)


@cache
def _kept() -> re.Pattern[str]:
    verbs = "keep|keeps|kept|keeping|take|takes|took|taking|approve|approved|read|reads|sign|signed|publish|published"
    return re.compile(rf"\b(?:{verbs}|leaked|seen)\s(?:the|its|their|his|her)\s\Z")


def the_record(match: Match) -> bool:
    """``kept the minutes``: the record of a meeting, and what :func:`a_phrase` knows."""
    if match.words("unit") == "minutes" and match.following not in ("after", "before", "until", "to"):
        at = match.spans["unit"][0]
        if _kept().search(match.text, max(0, at - 24), at):
            return True
    return a_phrase(match)


def _a_record(match: Match) -> bool:
    return match.words("unit") == "minute" and _of_a_meeting().match(match.text, match.end) is not None
