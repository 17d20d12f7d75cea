"""Where an article speaks of somebody or some place by a word of the calendar alone, having named them in full.

``Sunday Oliseh was unveiled ... terms were reached with Sunday``; ``Police Chief Raymond Friday ... lost confidence in
Friday``; ``on Pentecost Island ... a ship bound for Pentecost``.
"""

from __future__ import annotations

import re
from functools import cache

from reader.extract.dates import english_bearers as words
from reader.extract.dates.bearers import is_a_first_name
from reader.extract.dates.calendar import DAY_NAMES, MONTH_NAMES
from reader.extract.dates.english import HOLIDAYS, MONTHS, SEASONS, WEEKDAYS
from reader.extract.dates.english_verbs import IRREGULAR_PAST
from reader.extract.dates.rule import Match

_NAMES = frozenset(MONTHS) | frozenset(WEEKDAYS) | frozenset(SEASONS) | frozenset(HOLIDAYS)
_DAYS = f"(?:{'|'.join(DAY_NAMES)})"
_MONTHS = "|".join(MONTH_NAMES)
_FIRMLY_A_DATE = frozenset(
    {
        "on",
        "last",
        "next",
        "this",
        "every",
        "each",
        "since",
        "until",
        "till",
        "early",
        "late",
        "mid",
        "during",
        "coming",
    }
    | {"past", "previous", "following", "through"}
)
_DEEDS = words.HUMAN_VERBS | (IRREGULAR_PAST - words.OF_DAYS_TOO)


@cache
def _himself() -> re.Pattern[str]:
    return re.compile(
        r"\s(?:himself|herself)\b|\s(?:and|or)\s(?:his|her)\s"
        rf"|['’]s?\s(?:own\s|late\s|elder\s|younger\s|former\s)?(?:{words.OWNED})\b"
    )


@cache
def _certainly() -> re.Pattern[str]:
    kin = "nephew|niece|uncle|aunt|cousin|father|mother|brother|sister|son|daughter|wife|husband|widow|parents|fiancee"
    return re.compile(rf"\shimself\b|['’]s?\s(?:own\s|late\s|elder\s|younger\s|former\s)?(?:{kin})s?\b")


@cache
def _passive() -> re.Pattern[str]:
    made = (
        r"[a-z]+(?:ed|en|wn|ung|aught|ought)|made|led|seen|told|built|held|sold|sent|shot|hit|won|put|read"
        r"|set|found|beaten"
    )
    return re.compile(
        rf"(?<!\bbe\s)(?<!\bget\s)\b(?!due|been|when|then|even)(?:{made})\s(?:[a-z]+ly\s|up\s|out\s|down\s|in\s)?by\s\Z"
    )


@cache
def _of_one() -> re.Pattern[str]:
    return re.compile(
        rf"\b(?i:{words.OF_ONE})\sof\s\Z|\b(?:{words.FROM_ONE})\sfrom\s\Z|\b(?i:{words.TO_ONE})\sto\s\Z"
        r"|(?:\A|[.!?”\"\n]\s?)(?:To|For|Like|As\sfor|With|Says)\s\Z"
        r"|\b(?:[Ww]ith|[Aa]bout|[Aa]gainst|[Aa]longside|beside|behind|[Uu]nlike|than)\s\Z"
    )


@cache
def _did_to_one() -> re.Pattern[str]:
    return re.compile(rf"(?<!was\s)(?<!were\s)(?<!been\s)(?<!be\s)(?<!is\s)\b(?:{words.DONE_TO_ONE})\s\Z")


@cache
def _clause() -> re.Pattern[str]:
    return re.compile(
        r"(?:\A|[.!?:;”\"“\n,]\s?|\b(?:said|says|knew|thought|hoped|feared|claimed|insisted|believes?|believed|and|but|that|because|while|when|as|which|where|if"
        r"|though|although|whom|before|after)\s)[“\"‘]?\Z"
    )


@cache
def _acted() -> re.Pattern[str]:
    done = "|".join(sorted(_DEEDS))
    no_deed, days = "|".join(sorted(words.SAID_OF_DAYS)), "|".join(sorted(words.OF_DAYS_TOO))
    more = "(?:also\\s|never\\s|not\\s|later\\s|then\\s|already\\s|once\\s|too\\s|so\\s|very\\s)*"
    return re.compile(
        rf"(?:,\s(?:who|whose|aged?|\d\d,)\b|,\s(?:an?|the|his|her)\s(?!(?:{words.TIMES})\b)[a-z]+,"
        rf"|\s(?:is|was|['’]s)\s{more}(?:(?:{words.SAID_OF_PEOPLE})\b"
        rf"|an?\s(?:[a-z]+\s)?(?:{words.KINDS_OF_PEOPLE})\b)"
        rf"|\s{more}(?:(?:{done})\b|(?!(?:{no_deed}|{days})\b)[a-z]{{3,}}ed\b)"
        rf"|\s(?:had|has|was|wasn['’]t)\s{more}(?!(?:{no_deed})\b)(?:been\s(?!(?:{no_deed})\b))?"
        rf"(?:[a-z]{{2,}}(?:ed|en|wn|ung)|sent|told|made|left|won|lost|taken|given|kept|dug|shot|hit|put|paid|sold|led|too)\b"
        rf"|\s(?:will|would|could|did|does|might)\s(?!(?:be|bring|mark|see|mean|tell|come|begin|end|have)\b){more}[a-z]+\b)"
    )


def _named(match: Match, raw: str) -> bool:
    return match.context.somebody(raw) or raw.lower() in match.context.surnames


def a_person_of_the_article(match: Match) -> bool:
    """``terms were reached with Sunday``, ``Scott said Friday had sent``: the article calls somebody so in full."""
    raw = match.text[match.start : match.end]
    text, previous = match.text, match.previous.lower()
    if _himself().match(text, match.end, match.end + 40) and previous not in _FIRMLY_A_DATE - {"before", "after"}:
        return _certainly().match(text, match.end, match.end + 30) is not None or match.context.somebody(raw)
    if previous in _FIRMLY_A_DATE or not _named(match, raw):
        return False
    if previous == "and" and match.following[:1].isupper() and is_a_first_name(text, match.start, match.end):
        return True  # "Sunday Jackson, 30, and Monday Yakubu"
    head = text, max(0, match.start - 40), match.start
    if match.following.lower() not in words.NOUNS_OF_DAYS:
        if _of_one().search(*head) or _passive().search(*head):
            return True
        if previous == "in" and raw.lower() in WEEKDAYS:
            return True  # "lost confidence in Friday"
    if _did_to_one().search(*head) is not None:
        return True
    return _clause().search(*head) is not None and _acted().match(text, match.end, match.end + 50) is not None


@cache
def _going_there() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:bound\sfor|ashore\s(?:at|on)|(?:road|track|train|bus|buses|ferry|flight|boat|trains|roads|path|railway|line|way)\s"
        rf"(?:to|from|between)|(?:{words.FOLK})\sfrom|\b(?:outside|near|into|towards?|reach(?:ed)?|left|lives?\sin|lived\sin|born\sin))\s\Z"
    )


@cache
def _and_a_date() -> re.Pattern[str]:
    return re.compile(
        r"\s(?:at|on|in|from|until|before)\s(?:(?:the|early|late|mid)\s)?"
        rf"(?:(?:end|start|beginning|middle)\sof\s)?(?:{_DAYS}|{_MONTHS})\b"
    )


def a_place_of_the_article(match: Match) -> bool:
    """``a ship bound for Pentecost``, ``in March at the end of March``: the article has such an island or a town."""
    if not match.context.place(match.text[match.start : match.end]):
        return False
    if _going_there().search(*match.before(24)):
        return True
    previous = match.previous.lower()
    if previous == "between":
        return re.match(r"\sand\s[A-Z]", match.text[match.end : match.end + 8]) is not None
    if re.match(r"\s(?:police|fire|railway|train)\sstation\b|,\san?\s", match.text[match.end : match.end + 20]):
        return True
    return previous in ("in", "at", "from") and _and_a_date().match(match.text, match.end, match.end + 50) is not None


def told_in_the_article(match: Match) -> bool:
    """Whether a word of the calendar stands for somebody or some place that the article names in full."""
    raw = match.text[match.start : match.end]
    if not raw[0].isupper() or raw.lower() not in _NAMES:
        return False
    return a_person_of_the_article(match) or a_place_of_the_article(match)
