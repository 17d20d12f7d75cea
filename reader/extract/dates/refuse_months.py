"""What stands around a month that is also a name or a word: ``June bugs``, ``Ant and Dec``, ``listed for April``."""

from __future__ import annotations

import re
from functools import cache

from reader.extract.dates import english_usage as usage
from reader.extract.dates.english import MONTHS, WEEKDAYS
from reader.extract.dates.rule import Match


@cache
def _set_for() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:listed|scheduled|set|due|planned|booked|slated|fixed|timetabled|pencilled\sin|forecast)\sfor\s\Z"
    )


@cache
def _joining_in() -> re.Pattern[str]:
    return re.compile(r"\swith\s(?:us|me|them|him|her|you)\b")


@cache
def _a_town() -> re.Pattern[str]:
    return re.compile(r",\s(?:Cambridgeshire|Cambs|Fenland)\b")


@cache
def _dated_before() -> re.Pattern[str]:
    days = "|".join(sorted((*MONTHS, *WEEKDAYS, "spring", "summer", "autumn", "fall", "winter")))
    return re.compile(
        rf"(?:\b(?:{days})s?\.?|\d|\b(?:year|month|week|quarter|day|today|now|tomorrow|yesterday|Christmas|Easter)),?"
        r"\s(?:and|or)\s\Z|\bbetween\s[^.;\n]{0,60}\sand\s\Z|\b(?:in|since|by)\s[^.;\n]{0,40}\s(?:and|or)\s\Z",
        re.IGNORECASE,
    )


def joined_to_a_date(match: Match) -> bool:
    """``in April or May``, ``between the vote and May``, but ``Ant and Dec``, ``May or May Not``."""
    return _dated_before().search(match.text, max(0, match.start - 70), match.start) is not None


def set_for(match: Match) -> bool:
    """``a trial listed for April``: a verb that sets a time, also where somebody of the article is called April."""
    return _set_for().search(match.text, max(0, match.start - 20), match.start) is not None


def no_month_of_a_year(match: Match) -> bool:
    """``June bugs``, ``Black September``, ``Flooding in March, Cambridgeshire,``, ``March with us``."""
    if match.following in usage.MONTH_THINGS or match.previous in ("Black", "Bloody"):
        return True
    if match.words("month") == "march" and _joining_in().match(match.text, match.end, match.end + 12):
        return True
    return _a_town().match(match.text, match.end) is not None
