"""What must stand before a bare number of four digits for it to be a year: a word that leads years in, or an adjective.

``in 2014``, ``the 2014 vote``, ``his unsuccessful 1996 campaign``, but ``defended 2014 council seats``, ``tram 1622``.
"""

from __future__ import annotations

import re
from functools import cache

from reader.extract.dates import english_numbers as numbers
from reader.extract.dates import english_usage as usage
from reader.extract.dates.english import MONTHS, SEASONS
from reader.extract.dates.rule import Match

_LEADS = (
    usage.BEFORE_YEAR
    | usage.ROUGHLY
    | usage.DETERMINERS
    | numbers.BEFORE_A_YEAR
    | numbers.OPENING
    | numbers.YEAR_LEADS
    | usage.DATED_BY
    | frozenset(MONTHS)
    | frozenset(SEASONS)
)


@cache
def _reported() -> re.Pattern[str]:
    return re.compile(rf"['’]?s?\s(?:[\w.-]+\s){{0,2}}(?:{'|'.join(sorted(numbers.OF_A_REPORT))})\b")


@cache
def _adjective() -> re.Pattern[str]:
    return re.compile(
        r"\b(?i:the|an?|this|that|these|those|his|her|its|their|our|my|your|both|no|any|some|each|every|s)\s"
        r"(?:very\s|most\s|more\s|so\s)?"
        r"(?:[\w-]*(?:ed|al|ary|ous|ic|ful|less|ing|ive|ant|ent|ory|-\w+)\s)?([\w’'-]+)\s\Z"
        r"|\b(?:in|since|after|before|during|until|from|of|for|by|between|and|or|with|as|to)\s"
        r"[\w-]*(?:ed|al|ary|ous|ic|ful|less|ive|ly|y|ant|ent|ory|-\w+)\s\Z"
    )


@cache
def _at_least() -> re.Pattern[str]:
    return re.compile(r"\b(?:since|until|till|from|to|by|before|through)\s(?:at\s)?\w+\s\Z", re.IGNORECASE)


@cache
def _said_of_itself() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:[Ii]t|[Tt]hat|[Tt]his|[Ss]o|year|[Ww]hen|date|best|worst|\w+est|last|first|next|one|time)\s\w+\s\Z"
    )


def leads_a_year(match: Match) -> bool:
    """Whether the word before a number makes a year of it; a mark or a capital before it is for other rules."""
    previous = match.previous
    lower = previous.lower()
    head = match.before(60)
    if lower in ("least", "most"):
        return _at_least().search(*head) is not None  # "asked since at least 1849"
    if not previous.isalpha() or previous != lower or lower in _LEADS:
        return True
    if match.text[match.end : match.end + 2] in ("'s", "’s") or _reported().match(
        match.text, match.end, match.end + 40
    ):
        return True  # "had 1986 sales of $65 million"
    if lower in ("is", "was"):
        return _said_of_itself().search(*head) is not None
    found = _adjective().search(*head)
    if found is None or (found.group(1) or "").lower() in numbers.HAVING:
        return False  # "its rival has 1812."
    noun = found.group(1)
    return noun is None or noun.lower() not in numbers.NUMBERED


@cache
def _firmly_described() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:in|since|until|during|after|before|the|his|her|its|their|our|this)\s"
        r"[\w-]*(?:ed|al|ary|ous|ic|ful|less|ive|ant|ent|ory|ing|-\w+)\s\Z"
    )


def firmly_a_year(match: Match) -> bool:
    """``after disputed 2009 elections``: an adjective between the word that leads a year in and the number."""
    if match.previous.lower() in usage.FIRMLY_YEAR:
        return True
    return _firmly_described().search(*match.before(40)) is not None


@cache
def _compared() -> re.Pattern[str]:
    return re.compile(
        r",?\s(?:in\s(?:[A-Z][a-z]{2,8}\.?\s)?(?:1[89]|20)\d\d\b|last\s(?:year|month|week|season|quarter|time|spring|summer|autumn|fall|winter)\b"
        r"|(?:an?|one|two|three)\s(?:year|month|week|decade)s?\s(?:ago|earlier|before)\b"
        r"|the\s(?:year|month|week|day|season)\sbefore\b|the\sprevious\s(?:year|month|week|season)\b|(?:yester|to)day\b)"
    )


@cache
def _amount_before() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:to|from|against|at|below|above|beneath|than|reached|hit|topped|exceeded|were|was|with|and|of|or|about|over"
        r"|around|some|only|just|nearly|almost|under)\s\Z"
    )


@cache
def _by_another() -> re.Pattern[str]:
    return re.compile(r"\s?[x×]\s?\d|\sby\s\d{3,4}\b(?!\s(?:per\b|pct\b|%|million|billion))")


@cache
def _after_another() -> re.Pattern[str]:
    return re.compile(r"\d\s?[x×]\s?\Z")


@cache
def _by_before() -> re.Pattern[str]:
    return re.compile(r"(?<![\d,])\d{3,4}\sby\s\Z")


@cache
def _counted_apart() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:number|numbers|score|scores|code|codes|total|price|postcode|PIN|pin|extension|frequency|altitude|figure"
        r"|tally|attendance|crowd|toll|sum|bid|count|weight|reading|combination|passcode|password|serial|ticket|bib|badge|registration)"
        r"(?:,|\sof|:|\sis|\swas|\sreads?)\s\Z"
        r"|\b(?:number|numbers|code|plate|card|phone|digits|pin)\s(?:ending|beginning|starting)\s(?:in|with)\s\Z"
        r"|(?:\A|[.!?”\"\n;]\s?)(?:[Hh]is|[Hh]er|[Tt]he|[Ii]ts|[Tt]heir|[Mm]y|[Oo]ur)\s(?!(?:year|date|season|first|last)\b)"
        r"[a-z]+,\s\Z"
        r"|\b(?:Comments?|Replies|Views|Reviews|Likes|Shares?|Photos|Pictures|Images|Ratings|Votes|Posts|Members|Followers"
        r"|Messages|Listings|Results|Entries|Readers|Listeners|Downloads|Plays|Subscribers|Tickets)(?:\s?\(|:\s)\Z"
    )


@cache
def _more_than() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:(?:[Mm]ore|[Ff]ewer|[Ll]ess)\sthan|as\s(?:many|few)\sas|[Aa]\sfurther|[Aa]nother|some|exactly|precisely)\s\Z"
    )


@cache
def _each() -> re.Pattern[str]:
    return re.compile(
        r"(?:\s(?:and|or|to)\s\d{4})?\s(?:an?\s(?:day|week|month|year|night|head|share|tonne|ton|barrel|ounce|unit|time)\b"
        r"(?!\s(?:ago|before|earlier|later|after|of|on|in))|each\b|apiece\b|per\s|of\s(?:them|these|those|us|which|whom)\b)"
    )


@cache
def _paid_in() -> re.Pattern[str]:
    things = (
        "cash|rent|tax|taxes|fines?|fees|costs|damages|all|total|debts?|aid|interest|wages|notes|coins|expenses|savings"
    )
    return re.compile(rf"\sin\s(?:{things}|bets|royalties|grants?|rebates?|number|length|height|depth|weight)\b")


@cache
def _in_so_many() -> re.Pattern[str]:
    things = (
        "tents|boats|trucks|lorries|buses|cars|homes|houses|rooms|villages|towns|shops|stores|cities|countries|sites"
    )
    more = "places|locations|boxes|crates|vehicles|buildings|branches|outlets|hotels|flats|camps|languages|volumes"
    return re.compile(rf"\s(?:{things}|{more})(?=[.,;]|\s(?:in|across|around|throughout)\b)")


@cache
def _dialled() -> re.Pattern[str]:
    return re.compile(r"\b(?:[Dd]ial|[Pp]hone|[Tt]ext|[Rr]ing)\s(?:[\d\s]{2,12},?\s(?:then|or|and)\s)?\Z")


@cache
def _race() -> re.Pattern[str]:
    return re.compile(r"\b(?:men|women|boys|girls|ladies)['’]s?\s\Z")


@cache
def _asked() -> re.Pattern[str]:
    return re.compile(r"(?:\A|[.!?”\"\n;:]\s*)Of\s\Z")


@cache
def _verb() -> re.Pattern[str]:
    return re.compile(r"\s[a-z]+\b")


@cache
def _of_the() -> re.Pattern[str]:
    return re.compile(r"(?:\A|[.!?”\"\n;:]\s*)Of\s(?:the|these|those|its|his|her|their|our|all)\s\Z")


def a_counted_number(match: Match, counted: bool) -> bool:
    """``against 1600 in 1994``, ``1600 by 1200 dots``, ``her score, 1590, came``, ``Comments (1987)``, ``below 1890``.

    :param counted: whether the word behind the number is a plural that it counts.
    """
    text, start, end = match.text, match.start, match.end
    head = text, max(0, start - 40), start
    lower = match.previous.lower()
    if _compared().match(text, end, end + 30) and _amount_before().search(*head):
        return True
    if (_by_another().match(text, end, end + 24) and lower not in usage.IN_YEAR) or _after_another().search(*head):
        return True
    if counted and _by_before().search(*head):
        return True  # "1600 by 1200 dots"
    if _counted_apart().search(*head):
        return True
    if _more_than().search(*head) and match.following.lower() not in numbers.LEVELS:
        return True
    if lower not in usage.IN_YEAR and _each().match(text, end, end + 30):
        return True
    if lower not in usage.IN_YEAR and _paid_in().match(text, end, end + 16):
        return True
    if _in_so_many().match(text, end, end + 30) or _dialled().search(*head):
        return True
    if _race().search(*head) or (match.number("year") in (1500, 2000) and match.following in numbers.RACES):
        return True
    if lower == "of" and _asked().search(*head) and _verb().match(text, end, end + 20):
        return True
    if lower in ("at", "below", "above", "beneath"):
        return match.following.lower() not in numbers.LEVELS | {"'", "’"} and not match.following[:1].isupper()
    return counted and _of_the().search(*head) is not None


@cache
def _series() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:Resolution|Flight|Route|Room|Section|Bill|Amendment|Article|Directive|Regulation)s?\s(\d{4})\b"
    )


def of_a_series(match: Match) -> bool:
    """``Resolution 1973 goes well beyond 1970``: a neighbour of a number that is told to be one of a series."""
    lower = match.previous.lower()
    if lower in usage.IN_YEAR or lower in usage.DETERMINERS or lower in ("between", "of"):
        return False
    near = match.text[max(0, match.start - 300) : match.start]
    number = match.number("year")
    return any(abs(int(found) - number) <= 12 for found in _series().findall(near))
