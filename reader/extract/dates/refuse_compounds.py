"""Words of time that belong to the noun or the verb beside them: ``shop hours``, ``made a century``."""

from __future__ import annotations

import re
from functools import cache

from reader.extract.dates import english_senses as senses
from reader.extract.dates import english_usage as usage
from reader.extract.dates.refuse import a_possessor, a_title_with_units
from reader.extract.dates.refuse_stories import no_unit, the_record
from reader.extract.dates.rule import Match


def no_unit_alone(match: Match) -> bool:
    """``made a century``, ``called it a day``, ``a month of Sundays``, and what :func:`no_unit` knows."""
    return (
        no_unit(match)
        or _runs(match)
        or _a_saying().search(match.text, max(0, match.start - 16), match.end + 16) is not None
    )


@cache
def _of_an_age() -> re.Pattern[str]:
    return re.compile(r"\s?[-–]\s?olds?\b")


def of_the_clock(match: Match) -> bool:
    """``a 24-hour news channel``, which never closes, but ``a 24-hour strike``."""
    if match.get("count") == 0:
        return True  # "a zero-day flaw", which nobody has had a day to mend; "a zero-hour contract"
    if match.text[match.start : match.end].startswith("24") and match.following in usage.NEVER_CLOSED:
        return True
    if match.words("unit") == "quarter" and match.text[match.start : match.end].lower().startswith("three"):
        return True  # "the three-quarter line"
    if _of_an_age().match(match.text, match.end, match.end + 8):
        return True  # "a 22 - year - old man"
    if match.following in senses.OF_A_LENGTH:
        return True  # "two-minute noodles", "one-day internationals"
    return a_title_with_units(match)


def kept_hours(match: Match) -> bool:
    """``the bill on shop hours``, ``four light years off``, and what :func:`the_record` knows."""
    unit, previous = match.words("unit"), match.previous.lower()
    if unit == "hours" and previous in senses.HOURS_OF:
        return True
    if unit == "days" and previous in senses.KINDS_OF_DAYS:
        return True  # "has seen better days"
    if unit == "seconds" and previous in ("he", "she", "who", "it"):
        return True  # "she seconds the motion"
    return previous == "light" or the_record(match)


def somebody_called_noon(match: Match) -> bool:
    """``Raymond Noon denies it. Noon was arrested``, and what :func:`a_possessor` knows."""
    raw = match.text[match.start : match.end]
    if raw[0].isupper() and not raw.isupper() and raw.lower() in match.context.surnames:
        named = match.previous.lower() not in usage.BEFORE_CLOCK - {"", ".", "(", "["}
        return named or match.following.lower() in usage.SAYING
    return a_possessor(match)


@cache
def _a_saying() -> re.Pattern[str]:
    return re.compile(
        r"\bcall(?:s|ed|ing)?\sit\sa\s(?:day|night)\b|\b(?:day|night)\sto\s(?:remember|forget)|\smonth\sof\sSundays|\b[Mm]ak(?:e|es|ing)\sa\snight\sof\sit\b|\b[Mm]ade\sa\snight\sof\sit\b"
        r"|\b(?:[Ww]ait|[Hh]ang\son|[Hh]old\son|[Jj]ust|got|[Gg]ive\s(?:me|us|it))\sa\s(?:minute|second|day)(?=[.,;!?:”\"–—])"
        r"|\bbuilt\sin\sa\sday\b|\bin\san?\s(?:day|week)['’]s\swork\b"
    )


@cache
def _scoring() -> re.Pattern[str]:
    verbs = "scor(?:e[sd]?|ing)|hit|hits|made|makes|making|notched|compiled|struck|smashed|completed|posted"
    return re.compile(rf"\b(?:{verbs})\s\Z")


def _runs(match: Match) -> bool:
    """``Ponting made a century``: runs, whatever the article is of, unless time goes by: ``made a century ago``."""
    if match.words("unit1") != "century" or match.following in ("ago", "of", "earlier", "later"):
        return False
    return _scoring().search(*match.before(12)) is not None


@cache
def _word() -> re.Pattern[str]:
    return re.compile(r"[a-z]+")


@cache
def _put_off() -> re.Pattern[str]:
    verbs = r"moved|postponed|delayed|rescheduled|put\sback|put\soff|pushed\sback|brought\sforward|adjourned|shifted"
    return re.compile(rf"\b(?:{verbs})\s(?:again\s)?to\s\Z|\bfrom\sthe\s\d+(?:st|nd|rd|th)\sto\s\Z")


def of_a_noun(match: Match) -> bool:
    """``on the 17th floor``, but ``on the 17th because of rain``: a noun follows, no word that goes on the clause."""
    following = match.following
    if match.previous == "to" and not _put_off().search(*match.before(40)):
        return True  # "rose to the 19th", but "moved to the 19th"
    near = match.text[max(0, match.start - 160) : match.end + 160].lower()
    if not usage.HOLES_AND_INNINGS.isdisjoint(_word().findall(near)):
        return True  # "On the first, Smith bogeyed", "a birdie at the 12th"
    return following.isalpha() and following.lower() not in usage.AFTER_STORY_DAYS | usage.GOING_ON


@cache
def _had() -> re.Pattern[str]:
    return re.compile(r"\s\w+(?:\shad\b|['’]d\sbeen\b)")


def told_of_itself(match: Match) -> bool:
    """``the day before he died``, which the clause tells, but ``the day before he had been``."""
    return _had().match(match.text, match.end, match.end + 24) is None
