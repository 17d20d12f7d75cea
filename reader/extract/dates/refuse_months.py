"""Months and seasons that are also names or words: ``June bugs``, ``Ant and Dec``, ``in the spring of her life``."""

from __future__ import annotations

import re
from functools import cache

from reader.extract.dates import english_bearers as bearers
from reader.extract.dates import english_numbers as numbers
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
def _of_a_month() -> re.Pattern[str]:
    return re.compile(
        rf"(?:['’]s)?\s(?:(?:[a-z]+ly|retail|local|monthly|record|heavy|general|final|first|last|own)\s)?(?:{'|'.join(sorted(bearers.OF_A_MONTH))})\b"
        r"|\s(?:was|is|will\sbe|has\sbeen)\s(?:also\s)?(?:an?|the|its|his|her|their|our)\s[^.;\n]{0,60}?"
        r"\b(?:months?|dates?|since|seasons?|record|year|January|February|March|April|May|June|July|August|September|October"
        r"|November|December)\b"
    )


def a_month_of_its_noun(match: Match) -> bool:
    """``August's rain``, ``June sales``, ``June was the third date``: said of a month, also where a June is somebody.

    A name or a title right before makes it hers all the same: ``Ms June's sales``.
    """
    if match.previous.lower() in usage.NAMING | {"of"} or match.spans.keys() != {"month"}:
        return False
    named = match.previous[:1].isupper() and match.previous not in (
        "A",
        "An",
        "The",
        "But",
        "And",
        "Its",
        "His",
        "Her",
        "Their",
    )
    if named and match.text[match.start - 1 : match.start] == " ":
        return False
    return _of_a_month().match(match.text, match.end, match.end + 100) is not None


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
    return _dated_before().search(*match.before(70)) is not None


@cache
def _as_early() -> re.Pattern[str]:
    return re.compile(r"\b[Aa]s\s(?:early|late|soon|recently|far\sback)\sas\s\Z")


def as_early_as(match: Match) -> bool:
    """``as early as May``: words that lead a date in."""
    return match.previous == "as" and bool(_as_early().search(*match.before(18)))


def set_for(match: Match) -> bool:
    """``a trial listed for April``: a verb that sets a time, also where somebody of the article is called April."""
    return _set_for().search(*match.before(20)) is not None


@cache
def _done_to() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{bearers.DONE_TO_PEOPLE})\s\Z")


def done_to_somebody(match: Match) -> bool:
    """``told June that``, ``invited April``, but ``was told June 3``: months stand behind a preposition, or a day."""
    if match.words("month") not in usage.GIVEN_NAMES or match.spans.keys() != {"month"}:
        return False
    if match.following in ("would", "will", "could", "might", "should", "was", "is", "had", "has"):
        return False  # "warned August would be hot"
    return _done_to().search(*match.before(16)) is not None


def no_month_of_a_year(match: Match) -> bool:
    """``June bugs``, ``Black September``, ``Flooding in March, Cambridgeshire,``, ``March with us``."""
    if (
        match.previous.lower() == "the"
        and match.words("month") in usage.NAMES_TOO
        and match.following in usage.FAMILIES
    ):
        return True  # "the May family"
    if (
        match.previous.lower() == "at"
        and match.spans.keys() == {"month"}
        and match.following not in (numbers.LEVELS | {"'", "’"})
    ):
        return True  # "stop at March and Ely"
    if match.following in usage.MONTH_THINGS or match.previous in ("Black", "Bloody"):
        return True
    if match.words("month") == "march" and _joining_in().match(match.text, match.end, match.end + 12):
        return True
    return _a_town().match(match.text, match.end) is not None


@cache
def _of_a_life() -> re.Pattern[str]:
    return re.compile(r"\sof\s(?:his|her|their|my|our|your|its|one['’]s|life)\b")


@cache
def _partners() -> re.Pattern[str]:
    return re.compile(r"(?:,\s[A-Z]\w+,?)?\s&\s[A-Z]")


@cache
def _of_spring() -> re.Pattern[str]:
    return re.compile(r"\b[A-Z][a-z]+\sof\s[A-Z]\Z")


def not_a_season(match: Match) -> bool:
    """``the spring water``, ``spring onions``."""
    if _partners().match(match.text, match.end):
        return True  # "bought from Winter & Sons", "the firm of Summer, Fall & Winters"
    if match.words("season") == "fall" and match.following == "of":
        return True  # "since the fall of Aleppo"
    if _of_a_life().match(match.text, match.end):
        return True  # "in the spring of her life"
    if match.previous == "of" and _of_spring().search(match.text, max(0, match.start - 40), match.start + 1):
        return True  # "The Rite of Spring", "the Battle of Winter"
    return match.following in usage.NOT_OF_SEASONS


@cache
def _place_or_group() -> re.Pattern[str]:
    kinds = "Movement|Coalition|Group|Brigades?|Front|Alliance|Street|St|Avenue|Road|Boulevard|Bridge|Square|Stadium"
    more = (
        "City|Town|Village|Governorate|Canal|Tower|Tunnel|Market|Library|Theatre|Theater|Prison|Camp|Dock|Port|Company"
    )
    also = "University|Airport|Barracks|Dam|District|Hospital|School|Battalion|Plaza|Park|Circle|Archive|Foundation"
    return re.compile(rf"\s(?:[A-Z][a-z]+\s)?(?:{kinds}|{more}|{also})\b")


def a_rocket_or_movement(match: Match) -> bool:
    """``Long March 5``: the fifth of its kind; ``the 26th of July Movement``: a group or a deed called by a day."""
    if match.following.lower() in usage.CALLED_BY_DAYS or _place_or_group().match(match.text, match.end):
        return True  # "the 14 February Coalition", "26 July Street"
    return match.previous == "Long" and match.words("month") == "march"


_COMING = frozenset({"comes", "came", "begins", "began", "ends", "ended", "arrives", "arrived", "approaches"})
_BEFORE_A_CLAUSE = frozenset(
    {
        "",
        ".",
        ",",
        ";",
        ":",
        "!",
        "?",
        "”",
        '"',
        "“",
        "—",
        "–",
        "-",
        "when",
        "though",
        "although",
        "as",
        "before",
        "after",
    }
    | {"once", "until", "till", "if", "while", "and", "but", "because", "that", "so", "or", "since", "now", "where"}
)


def no_season_that_comes(match: Match) -> bool:
    """All but ``The winter was mild``, ``though autumn has not begun``: the subject of its clause, and nobody.

    Springs and falls of other kinds break and hurt; only those that begin, come or end are seasons.
    """
    if match.previous.lower() not in _BEFORE_A_CLAUSE or not_a_season(match):
        return True
    if match.words("season") in ("spring", "fall") and match.following not in _COMING:
        return True
    at = match.spans["season"][0]
    name = match.text[at : match.spans["season"][1]]
    if not name[0].isupper():
        return False
    # "Mark Winter spoke. Winter was calm"
    named = re.compile(rf"\b[A-Z][\w.]*\s{name}\b")
    return name.isupper() or named.search(match.text, max(0, at - 2_000), at + 2_000) is not None
