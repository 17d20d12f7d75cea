"""What somebody or something is called: ``a perfume named Midnight``, ``the bassist, Wednesday Kerr, will``.

These are asked of every fit, whatever its rule, and look only at words with a capital.
"""

from __future__ import annotations

import re
from functools import cache

from reader.extract.dates import english_numbers as numbers
from reader.extract.dates import english_usage as usage
from reader.extract.dates.english import MONTHS, WEEKDAYS
from reader.extract.dates.refuse import in_a_headline, sentence_starts
from reader.extract.dates.rule import Match

_REACH = 60
"""Characters before and after a date in which its name may begin and end."""
_NAMING = "named|called|titled|entitled|dubbed|christened|nicknamed|renamed"


@cache
def _called() -> re.Pattern[str]:
    small = "|".join(sorted(usage.SMALL_WORDS))
    return re.compile(
        rf"(?:\b(?:[Aa]n?|[Tt]he|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir|[Aa]nother)\s(?:[\w-]+\s){{1,3}}|,\s)({_NAMING})\s"
        rf"((?:(?:[A-Z][\w'’-]*|{small})\s){{0,4}})\Z"
    )


def _of_the_calendar(word: str) -> bool:
    lower = word.strip(".,'’").lower()
    return lower in MONTHS or lower in WEEKDAYS or lower.isdigit()


def called_so(match: Match) -> bool:
    """``a perfume named Midnight``, ``a magazine called The Long Weekend``, but ``a strike called Friday``.

    A weekday or month may tell when somebody was named: only behind an article or a preposition of the name, or right
    after a verb that names no day, is it part of a name. What a feast is called is a date.
    """
    if not match.text[match.start].isupper() or "holiday" in match:
        return False
    found = _called().search(match.text, max(0, match.start - _REACH), match.start)
    if found is None:
        return False
    words = found.group(2).split()
    if not _of_the_calendar(match.text[match.start : match.end].split()[0]):
        return not words or words[0][0].isupper()
    if not words:
        return found.group(1) not in ("called", "dubbed")
    return words[0][0].isupper() and (words[-1].islower() or words[0] in ("The", "A", "An"))


@cache
def _parted() -> re.Pattern[str]:
    return re.compile(r"[!?:;”\"\n]|\w{4,}[.]")  # another sentence; but "Lt. Sunday Eze"


@cache
def _in_turn() -> re.Pattern[str]:
    month = "|".join(name.title() for name in sorted(MONTHS, key=len, reverse=True))
    return re.compile(
        rf"(?P<next>,?\s(?:and\s)?[A-Z][\w'’-]+(?:\s[A-Z][\w'’-]+)?\sin\s(?:{month}|\d{{4}})\b)"
        rf"|\bin\s(?:{month}|\d{{4}}),?\s(?:and\s)?(?:[A-Z][\w'’-]+\s){{1,2}}in\s\Z"
    )


def _one_after_another(match: Match) -> bool:
    """``Thurrock in December and Woking in June``: each has its month, the verb having been said before."""
    if match.previous != "in":
        return False
    if _in_turn().match(match.text, match.end, match.end + 60):
        return True
    return _in_turn().search(*match.before(60)) is not None


def a_name_apart(match: Match) -> bool:
    """``Their album, A Month of Mondays, was``, ``The bassist, Wednesday Kerr, will``: told between two commas.

    A common noun stands before, all words of weight have their capital, and some are none of a date.
    """
    text, start, end = match.text, match.start, match.end
    if not text[start].isupper() or _one_after_another(match):
        return False
    head = text[max(0, start - _REACH) : start]
    comma = head.rfind(", ")
    ahead = head[:comma].split() if comma > 0 else []
    if not ahead or not (ahead[-1].isalpha() and ahead[-1].islower() and len(ahead[-1]) > 2):
        return False
    tail = text[end : end + _REACH]
    stop = next((place for place, char in enumerate(tail) if char in ',;.)”"\n'), -1)
    inside = head[comma + 2 :].split()
    if inside and inside[0] in _NAMING.split("|"):
        inside = inside[1:]
    if stop < 0 or (inside and not inside[0][0].isupper()) or _parted().search(head, comma):
        return False
    words = [word for word in inside + tail[:stop].split() if word.lower() not in usage.SMALL_WORDS]
    if not all(word[0].isupper() or word in ("'s", "’s") for word in words):
        return False
    return any(word[0].isupper() and not _of_the_calendar(word) for word in words)


@cache
def _a_work() -> re.Pattern[str]:
    kinds = (
        "song|single|album|film|movie|novel|book|play|opera|ballet|musical|poem|painting|track|ballad|hymn|tune|show"
    )
    more = "series|magazine|perfume|scent|ship|boat|yacht|tug|ferry|horse|filly|colt|mare|racehorse|band|pub|restaurant"
    return re.compile(rf",\s(?:the|an?|their|his|her|its|one\sof)\s(?:[\w-]+\s){{0,3}}(?:{kinds}|{more})\b")


def _a_name_before(match: Match) -> bool:
    previous = match.previous
    leads = usage.BEFORE_MONTH | usage.BEFORE_CLOCK | usage.IN_YEAR | usage.NOT_GIVEN
    return (
        previous[:1].isupper()
        and previous.isalpha()
        and not _of_the_calendar(previous)
        and previous.lower() not in leads
    )


@cache
def _its_trade() -> re.Pattern[str]:
    return re.compile(r",\s(?:the|an?|his|her|their)\s(?:[a-z-]+\s)?[a-z-]+,\s(?!which\b|but\b|and\b)")


def told_behind(match: Match) -> bool:
    """``closed with Twelve Bar February, the song``, ``Julian Friday, the singer, came on``: told who or what it is."""
    if not match.text[match.start].isupper() or match.text[match.end : match.end + 2] != ", ":
        return False
    if not _a_name_before(match) or not _of_the_calendar(match.text[match.start : match.end]):
        return False
    if sentence_starts(match):
        return _its_trade().match(match.text, match.end, match.end + _REACH) is not None
    return _a_work().match(match.text, match.end, match.end + _REACH) is not None


@cache
def _place() -> re.Pattern[str]:
    streets = "Street|St|Road|Avenue|Lane"
    land = "River|Lake|Creek|Island|Valley|Beach|Peak|Ridge|Canyon|Glacier|Cove|Pond|Falls|Springs|Common"
    more = (
        "Hall|Market|Square|Bridge|Park|Court|House|Hill|Bay|Inn|Tavern|Arms|Church|Theatre|Theater|Hotel|Gallery|Wood"
    )
    return re.compile(rf"\s(?:({streets})|{more}|{land})\b(?!\s(?:said|says|told|was|is|has|had|[A-Z]))")


def a_place_of_a_day(match: Match) -> bool:
    """``meets in Friday Hall``, ``was seen on Sunday Street``, but ``on Friday Hall said``."""
    previous = match.previous.lower()
    if not match.text[match.start].isupper() or not _of_the_calendar(match.text[match.start : match.end]):
        return False
    found = _place().match(match.text, match.end, match.end + 24)
    if found is None:
        return False
    return found.group(1) is not None or previous in usage.AT_PLACES


@cache
def _hyphenated() -> re.Pattern[str]:
    return re.compile(r"-(?:(?:sur|en|de|du|la|le|les|a)-)?([^\W\d_]+)")


def a_double_name(match: Match) -> bool:
    """``flown to Sept-Îles``, ``May-sur-Orne``, but ``Nov-Dec``, ``Monday-Friday``."""
    if match.text[match.end : match.end + 1] != "-" or not _of_the_calendar(match.text[match.start : match.end]):
        return False
    found = _hyphenated().match(match.text, match.end, match.end + 40)
    return found is not None and found.group(1)[0].isupper() and not _of_the_calendar(found.group(1))


@cache
def _firm() -> re.Pattern[str]:
    return re.compile(r"(?:\.[a-z]{2,4}\b|,?\s(?:Inc|Corp|Ltd|LLC|LLP|plc|PLC|Co(?!-)|GmbH|Pty|S\.A|N\.V|AG|AB)\b)")


def a_firm(match: Match) -> bool:
    """``sold to Monday.com``, ``Yesterday Inc.``, ``TGI Fridays``: the name of a firm or its address."""
    raw = match.text[match.start : match.end]
    if raw[0].isupper() and " " not in raw and _firm().match(match.text, match.end):
        return True
    letters = match.previous.isupper() and len(match.previous) > 1
    return letters and raw[0].isupper() and raw.endswith("s") and raw[:-1].lower() in WEEKDAYS


@cache
def _bearer() -> re.Pattern[str]:
    return re.compile(
        rf"\b[Tt]he\s(?:{'|'.join(sorted(usage.BEARERS))})\s\Z|\b(?:{'|'.join(sorted(usage.SETTLED))})\sof\s\Z"
    )


def a_bearer(match: Match) -> bool:
    """``the frigate December``, ``the yacht Sunday Morning``, ``the village of Christmas``: what it is stands before.

    A weekday alone may tell when something was done to it: ``boarded the ship Friday``.
    """
    raw = match.text[match.start : match.end]
    words = raw.split()
    if not words[-1][0].isupper() or raw.isupper() or not words[0][0].isupper() or any(char.isdigit() for char in raw):
        return False
    found = _bearer().search(*match.before(24))
    if found is None:
        return False
    if found.group().endswith(" of "):
        return not match.following.isdigit()
    return not (len(words) == 1 and raw.rstrip("s").lower() in WEEKDAYS) and not match.following.isdigit()


def a_title_inside(match: Match) -> bool:
    """``was seen in The Day Today``, ``a cover of Yesterday``: dates have no capital in the middle of a sentence."""
    words = match.text[match.start : match.end].split()
    if not match.previous.islower() or not match.previous.isalpha() or not words[-1][0].isupper():
        return False
    if words[-1].isupper() or in_a_headline(match):
        return False
    if len(words) == 1:
        return words[0] in ("Today", "Tomorrow", "Yesterday", "Tonight")
    return (
        words[0] in ("The", "A", "An") and not any(_of_the_calendar(word) for word in words) and "holiday" not in match
    )


@cache
def _quoted_work() -> re.Pattern[str]:
    kinds = "|".join(sorted(numbers.WORKS | usage.BEARERS | usage.SHORT_WORKS))
    return re.compile(rf"\b(?:{kinds}),?\s[\"“‘']\Z")


def a_quoted_work(match: Match) -> bool:
    """``their single “Friday”``, ``an essay, “Late Autumn”``: in quotation marks, and what it is stands before."""
    after = match.text[match.end : match.end + 2].lstrip(",.")[:1]
    if after not in usage.CLOSING_QUOTES or not after:
        return False
    return _quoted_work().search(*match.before(20)) is not None


@cache
def _child() -> re.Pattern[str]:
    return re.compile(r"['’]s\s(?:Child|child|best|Best|Children|Girls?|Boys?|Son|Daughter|Lady|Ghost|Heroes|Bride)\b")


@cache
def _known_as() -> re.Pattern[str]:
    return re.compile(
        r"\bknown\s(?:only\s)?as\s\Z|\b(?:man|woman|girl|boy|child|baby|dog|cat|horse|parrot)\scalled\s\Z"
    )


def a_nickname(match: Match) -> bool:
    """``known as January``, ``a woman called Tuesday``, ``Thursday's Girl``."""
    raw = match.text[match.start : match.end]
    if not raw[0].isupper() or not _of_the_calendar(raw) or raw.isdigit():
        return False
    if _child().match(match.text, match.end):
        return True
    return _known_as().search(*match.before(16)) is not None


def a_name(match: Match) -> bool:
    """Whether the words are what somebody or something is called, as this module tells it."""
    if called_so(match) or a_name_apart(match) or told_behind(match):
        return True
    if a_bearer(match) or a_title_inside(match) or a_quoted_work(match) or a_nickname(match):
        return True
    return a_place_of_a_day(match) or a_double_name(match) or a_firm(match)
