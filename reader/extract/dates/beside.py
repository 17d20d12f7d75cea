"""What the words beside a date are: those that go on a clause, and verbs; a noun is neither."""

from __future__ import annotations

import re
from functools import cache

from reader.extract.dates.english_senses import FUNCTION_WORDS, PRESENT_VERBS
from reader.extract.dates.english_verbs import IRREGULAR_PAST, NO_PAST, SAME_PAST
from reader.extract.dates.rule import Match

_NO_VERBS = frozenset(
    {"left", "won", "lost", "led", "lit", "shot", "fed", "felt", "saw", "rose", "wound", "spoke", "held"}
)
"""Past forms that also stand before a noun: the current left wing."""


_OBJECTS = frozenset(
    {
        "the",
        "a",
        "an",
        "his",
        "her",
        "its",
        "their",
        "him",
        "them",
        "it",
        "that",
        "this",
        "up",
        "down",
        "off",
        "out",
        "at",
    }
)
"""Behind a verb that is also a noun: the weekly put her on its cover, but the current cut in rates."""
_DRAWN = frozenset({"drawn", "borne", "sent", "thrown", "fed"})
_WHERE = frozenset(
    {"by", "through", "along", "from", "down", "around", "past", "across", "into", "off", "out", "between"}
)
"""Behind a participle: the current passing through the wire; but the current working group."""


@cache
def _two_words() -> re.Pattern[str]:
    return re.compile(r"\s([\w'’]+)(-?)(?:\s(?:([\w'’]+)|([“\"]))?)?")


def a_verb_follows(match: Match) -> bool:
    """``the current drew``, ``the daily quoted him``, but ``the current planned launch``."""
    found = _two_words().match(match.text, match.end, match.end + 40)
    if found is None or found.group(2):
        return False
    word, after = found.group(1), found.group(3) or ""
    if word in SAME_PAST | _NO_VERBS and after in _OBJECTS:
        return True
    if word in IRREGULAR_PAST - _NO_VERBS or word in PRESENT_VERBS:
        return True
    if word.endswith("ing") or word in _DRAWN:
        return after in _WHERE
    if not word.endswith("ed") or len(word) < 4 or word in NO_PAST - {"based"} or not word.islower():
        return False
    return not after or after in FUNCTION_WORDS or after[:1].isupper() or found.group(4) is not None


def the_clause_goes_on(match: Match) -> bool:
    """Whether what follows is no noun: ``the current there is merciless``, ``a daily in Lahore``, ``the minutes.``."""
    text, end = match.text, match.end
    if text[end : end + 1] not in (" ", "\n"):
        return text[end : end + 1] not in ("-", "–", "'", "’")
    following = match.following
    if not following[:1].isalnum():
        return following not in ("$", "£", "€", "“", '"', "‘", "#", "¥")
    hyphened = text[end + 1 + len(following) : end + 2 + len(following)] == "-"
    return (following in FUNCTION_WORDS and not hyphened) or a_verb_follows(match)
