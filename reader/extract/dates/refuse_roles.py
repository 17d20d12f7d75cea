"""Who or what a day or a month is here: a role, a pet, a club, a work named with its author.

``plays Wednesday in the series``, ``her dog, Tuesday,``, ``Wednesday are bottom``, ``Ian McEwan's Saturday``.
"""

from __future__ import annotations

import re
from functools import cache

from reader.extract.dates import english_usage as usage
from reader.extract.dates.english import MONTHS, SEASONS, WEEKDAYS
from reader.extract.dates.rule import Match

_ALONE = frozenset(MONTHS) | frozenset(WEEKDAYS) | frozenset(SEASONS)


@cache
def _owner() -> re.Pattern[str]:
    return re.compile(r"\b([A-Z][\w-]+)['’]s?\s\Z")


@cache
def _and_a_day() -> re.Pattern[str]:
    return re.compile(r"\s?(?:and|or|,|-|–)\s?(\w+)")


def of_an_author(match: Match) -> bool:
    """``Ian McEwan's Saturday and``, ``Bowie's Sunday;``: nothing follows that it would be the day of.

    But ``Tehran's Friday prayers``, ``the Fed's June and July meetings``, ``It's Friday``.
    """
    owner = _owner().search(*match.before(30))
    if owner is None or owner.group(1).lower() in usage.CONTRACTED | _ALONE:
        return False
    following = match.following
    if following.isalpha() and following not in usage.AFTER_A_WORK:
        return False
    more = _and_a_day().match(match.text, match.end, match.end + 16)
    return more is None or more.group(1).lower() not in _ALONE


@cache
def _role() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:[Rr]ole|[Cc]haracter|[Nn]ame|[Vv]oice)\sof\s\Z"
        r"|\b(?:[Ss]he|[Hh]e|who|actor|actress)\s(?:plays?|played|portrays?|portrayed|voices?|voiced)\s\Z"
        r"|\b(?:be|become|became|was)\s(?:his|her|my)\s\Z"
        r"|\b(?:stars?|starred|starring|cast|appears?|appeared|shines|shone|excels|superb|role|opposite|known)\sas\s\Z"
    )


@cache
def _on_the_stage() -> re.Pattern[str]:
    return re.compile(
        r"\s(?:in\s(?:the|a|an|his|her|this)\s(?:[\w-]+\s){0,2}(?:series|film|drama|comedy|play|show|musical|sitcom|movie|opera"
        r"|adaptation|soap|remake|sequel|production|thriller|story|novel)\b|to\s(?:his|her|\w+['’]s)\s[A-Z])"
    )


@cache
def _as_herself() -> re.Pattern[str]:
    return re.compile(r"(?<!early\s)(?<!late\s)(?<!soon\s)(?<!recently\s)(?<!such\s)(?<!well\s)(?<!far\s)\b[Aa]s\s\Z")


@cache
def _who_she_is() -> re.Pattern[str]:
    return re.compile(r",\s(?:the|a|an|his|her|their)\s[a-z-]+(?:\s[a-z-]+)?,")


def a_role(match: Match) -> bool:
    """``the role of Tuesday``, ``starred as June``, ``he plays Friday to her Crusoe``, ``As April, the wife, she``."""
    head = match.before(30)
    lead = _role().search(*head)
    if lead is not None and "play" not in lead.group().lower():
        return True
    stage = _on_the_stage().match(match.text, match.end, match.end + 60)
    if lead is not None:
        return stage is not None
    if _as_herself().search(*head) is None:
        return False
    return stage is not None or _who_she_is().match(match.text, match.end, match.end + 50) is not None


@cache
def _pet() -> re.Pattern[str]:
    animals = "dog|cat|parrot|pony|puppy|kitten|horse|hamster|rabbit|goldfish|tortoise|donkey|cow|calf|cub|lamb|spaniel"
    people = "daughter|son|baby|sister|brother|wife|husband|heroine|hero|nurse|maid|friend|twin|niece|nephew|assistant"
    return re.compile(rf"\b(?:{animals}|{people}),\s\Z")


@cache
def _named_so() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:named|called|christened|calls?|names?)\s(?:[\w'’-]+\s){1,3}(?:[A-Z]\w+,\s(?:[\w'’-]+\s){1,3})?\Z"
    )


@cache
def _creature() -> re.Pattern[str]:
    creatures = (
        "girl|boy|twin|puppy|kitten|dog|cat|baby|horse|foal|calf|cub|lamb|parrot|pony|boat|yacht|doll|robot"
        "|daughter|son|child"
    )
    return re.compile(rf"\b(?:the|their|her|his|my|our|a|its)\s(?:{creatures})\s\Z")


def a_pet(match: Match) -> bool:
    """``Her dog, Tuesday, barked``, ``named the puppy Monday``: what bears the name stands before it."""
    if match.text[match.end : match.end + 1] == "," and _pet().search(*match.before(20)):
        return True
    if _creature().search(*match.before(24)) is None:
        return False
    return _named_so().search(*match.before(70)) is not None


def a_club(match: Match) -> bool:
    """``Wednesday are bottom``: one day is no plural; ``beat Wednesday`` in an article of Sheffield Wednesday."""
    if match.text[match.start : match.end].lower() not in WEEKDAYS:
        return False
    previous = match.previous.lower()
    if previous in usage.LEADING_DAYS or previous in ("and", "or", "the", ",", "&", "between", "to", "of"):
        return False
    if match.following in ("are", "were", "have"):
        return True
    return match.text.startswith("Wednesday", match.start) and (
        match.text.find("Sheffield Wednesday", max(0, match.start - 3_000), match.end + 1_000) >= 0
    )


def somebody_or_a_work(match: Match) -> bool:
    """Whether a day, a month or a season with a capital is somebody or something here, as this module tells it."""
    raw = match.text[match.start : match.end]
    if not raw[0].isupper() or not (raw.lower() in _ALONE or "holiday" in match):
        return False
    if "holiday" in match:
        return a_pet(match)
    return of_an_author(match) or a_role(match) or a_pet(match) or a_club(match)


@cache
def _title_before() -> re.Pattern[str]:
    short = "Mr|Mrs|Ms|Dr|Sgt|Capt|Cpl|Lt|Prof|Rev|Messrs|Mx|Sir|Dame|Cllr|Col|Cmdr|Insp|Supt|Maj|Fr|Sr"
    ranks = (
        "Captain|Sergeant|Colonel|Lieutenant|Corporal|Admiral|Commander|Inspector|Superintendent|Constable|Detective"
    )
    more = "Professor|Reverend|Bishop|Rabbi|Imam|Lord|Lady|Baroness|Councillor|Nurse|Sister|Brother|Father|Mother|Aunt"
    return re.compile(rf"(?<!\bthe\s)\b(?:(?:{short})\.?|{ranks}|{more}|Uncle)\s\Z")


def with_a_title(match: Match) -> bool:
    """``Mr. Noon``, ``Dr Weeks``, ``Dame May``: whatever has a title before it is somebody."""
    if not match.text[match.start].isupper():
        return False
    if any(char.isdigit() for char in match.text[match.start : match.end]) or "holiday" in match:
        return _title_before().search(*match.before(8)) is not None
    return _title_before().search(*match.before(22)) is not None
