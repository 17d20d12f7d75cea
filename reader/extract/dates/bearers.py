"""Who and what an article calls by a day, a month, a season or a feast, as its full names tell.

``Sunday Oliseh was unveiled``, ``Chief Raymond Friday``, ``M. Sunday signed``; ``off Christmas Island``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from reader.extract.dates import english_bearers as words
from reader.extract.dates import english_usage as usage
from reader.extract.dates.english import MONTHS, WEEKDAYS
from reader.extract.dates.english_given import GIVEN_FIRST
from reader.extract.dates.english_verbs import REPORTING

_BEFORE_ANYBODY = REPORTING | {"by", "with", "from", "of", "to", "for", "between"}
_LEADING = (usage.LEADING_DAYS | usage.BEFORE_MONTH | REPORTING) - {"and"}


@cache
def _before_a_last_name() -> re.Pattern[str]:
    """A title, a title with a given name, a given name, an initial, right before the word."""
    roles, ranks = "|".join(sorted(words.ROLES)), "|".join(sorted(words.RANKS))
    return re.compile(
        rf"\b(?:(?P<role>{roles})\.?\s|(?P<styled>(?:{roles}|{ranks})\.?\s(?P<second>[A-Z][a-z]+)\s)"
        rf"|(?P<given>[A-Z][a-z]+)\s(?:[A-Z]\.\s)?|(?P<initial>(?<=[\w,]\s)[A-HJ-Z]\.\s))\Z"
    )


@cache
def _no_last_name() -> re.Pattern[str]:
    return re.compile(r"\s\d|,\s\d{4}|-|\s[A-Z][a-z]+day\b")


@cache
def _before_a_first_name() -> re.Pattern[str]:
    return re.compile(r"(?:(?:\A|[.!?:,;”\"\n–—-])\s?|\b([A-Za-z]+)\s|[“\"])\Z")


@cache
def _surname() -> re.Pattern[str]:
    return re.compile(rf"\s(?!(?:{words.NO_SURNAMES})\b)((?:O['’]|Mc|Mac)?[A-Z][a-z]{{2,}})\b")


@cache
def _as_of_somebody() -> re.Pattern[str]:
    """What follows a full name of somebody, and seldom a name that opens a clause: ``, a nurse``, ``'s``, ``, 34,``."""
    verbs = "|".join(sorted(words.HUMAN_VERBS | {"was", "is", "has", "had", "will", "would"}))
    return re.compile(rf"[,;.)]|['’]s\b|\s(?:{verbs})\b|\s(?:and|or)\s[A-Z]")


@cache
def _told_who() -> re.Pattern[str]:
    return re.compile(r",\s(?:an?|the|who|whose|aged?|\d\d)\b")


def _of_the_calendar(word: str) -> bool:
    lower = word.lower()
    if lower in words.PEOPLE_OF_FEASTS:
        return False
    return lower in MONTHS or lower in WEEKDAYS or lower in usage.CAPITALS


def _places(text: str, word: str) -> Iterator[tuple[int, int]]:
    """Where a word stands for itself in a text."""
    start = text.find(word)
    while start >= 0:
        end = start + len(word)
        if not (text[start - 1 : start].isalnum() or text[end : end + 1].isalnum()):
            yield start, end
        start = text.find(word, end)


@cache
def _given_before() -> re.Pattern[str]:
    return re.compile(r"\b([A-Z][a-z]+)\s(?:[A-Z]\.\s)?\Z")


def a_whole_name(text: str, start: int) -> bool:
    """Whether the given name at ``start`` is a last name, behind another: ``Paul Ryan Friday said``."""
    before = _given_before().search(text, max(0, start - 24), start)
    return before is not None and before.group(1) in GIVEN_FIRST


def _a_last_name(text: str, start: int, end: int) -> bool:
    before = _before_a_last_name().search(text, max(0, start - 40), start)
    if before is None or _no_last_name().match(text, end, end + 12):
        return False
    if before.group("role") or before.group("initial"):
        return True
    if before.group("styled") and text[start:end].lower() in MONTHS:
        return True
    if (before.group("given") or before.group("second")) not in GIVEN_FIRST:
        return False
    return text[start:end].lower() not in WEEKDAYS or not a_whole_name(text, before.start())


def is_a_first_name(text: str, start: int, end: int) -> bool:
    """Whether a surname stands behind the word and a name begins with it there."""
    surname = _surname().match(text, end, end + 30)
    before = _before_a_first_name().search(text, max(0, start - 20), start) if surname else None
    if surname is None or before is None or _of_the_calendar(surname.group(1)):
        return False
    lead = before.group(1) or ""
    stop = surname.end()
    adjoining = lead.islower() and not lead.endswith("ed")
    if not adjoining and not _as_of_somebody().match(text, stop, stop + 14):
        return False
    told = _told_who().match(text, stop, stop + 14) is not None
    if lead.lower() in _LEADING:
        return told and lead.lower() in _BEFORE_ANYBODY
    return told or text[start:end].lower() not in words.COMMON


def is_somebody(text: str, word: str) -> bool:
    """Whether people of the text are called by a word of the calendar, in first or last place."""
    return any(_a_last_name(text, *place) or is_a_first_name(text, *place) for place in _places(text, word))


@cache
def _a_place() -> re.Pattern[str]:
    kinds = "Island|Islands|Town|River|Creek|Bay|Harbou?r|Hill|Hills|Beach|Lake|Valley|Rock"
    return re.compile(
        rf"\s(?:{kinds})\b|\s(?:police|fire|railway|train)\sstation\b"
        rf"|,\s(?:an?|the)\s(?:[a-z-]+\s)?(?:{words.PLACES})\b|,\s(?:Cambridgeshire|Cambs|Fenland)\b"
    )


@cache
def _day_before() -> re.Pattern[str]:
    return re.compile(r"\b(?:[OoIi]n|since|until)\s\Z")


@cache
def _settlement() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{words.PLACES})\sof\s\Z")


@cache
def _and_a_town() -> re.Pattern[str]:
    return re.compile(r"\sand\s([A-Z][a-z]+)\s(?:was|were|is|are|had|has)\b")


def _is_a_place(text: str, start: int, end: int) -> bool:
    if _a_place().match(text, end, end + 40):
        return _day_before().search(text, max(0, start - 7), start) is None or text[end] != ","
    if text[end : end + 2] != " 1" and _settlement().search(text, max(0, start - 20), start):
        return not text[end + 1 : end + 2].isdigit()
    town = _and_a_town().match(text, end, end + 40) if text[start - 8 : start].lower() == "between " else None
    return town is not None and text[start:end].lower() in MONTHS and not _of_the_calendar(town.group(1))


def is_a_place(text: str, word: str) -> bool:
    """Whether an island or a town of the text is called by a word of the calendar."""
    return any(_is_a_place(text, *place) for place in _places(text, word))
