"""Past or future, by the verb that governs a date: ``said Thursday`` or ``will meet Thursday``."""

from __future__ import annotations

import re
from functools import cache
from typing import Literal, TypeAlias

from reader.extract.dates.english import (
    ABBREVIATIONS,
    AHEAD,
    DETERMINERS,
    FUTURE_WORDS,
    IRREGULAR_PAST,
    NO_PAST,
    PRESENT,
    SAME_PAST,
)

Tense: TypeAlias = Literal["past", "future", "present", ""]

WINDOW = 240
"""Characters looked at on either side."""

_AUXILIARIES = frozenset({"has", "have", "had", "was", "were", "been", "being", "be", "is", "are"})


@cache
def _words() -> re.Pattern[str]:
    return re.compile(r"[A-Za-z]+|[.!?;:]+(?=\s)|\n\s*\n|\d+")


def tense_at(text: str, start: int, end: int) -> tuple[Tense, str]:
    """Tense of the verb that governs ``text[start:end]`` and the word that told it; both empty when none is near.

    The nearest verb before counts first, within the sentence; then the nearest after.
    """
    before = _words().findall(text, max(0, start - WINDOW), start)
    for position in range(len(before) - 1, -1, -1):
        if _ends_sentence(before, position):
            before = before[position + 1 :]
            break
    told = _backwards(before)
    if told[0]:
        return told
    after = _words().findall(text, end, min(len(text), end + WINDOW))
    for position in range(len(after)):
        if _ends_sentence(after, position):
            after = after[:position]
            break
    return _forwards(after)


def _ends_sentence(words: list[str], position: int) -> bool:
    mark = words[position]
    if mark[0] == "\n":
        return True
    if mark[0] not in ".!?":
        return False
    previous = words[position - 1] if position else ""
    # An initial or an abbreviation such as Gen. or Corp. before the next capital is no end.
    return not (len(previous) == 1 or previous in ABBREVIATIONS)


def _backwards(words: list[str]) -> tuple[Tense, str]:
    for position in range(len(words) - 1, -1, -1):
        told = _tense_of(words, position)
        if told:
            return told, words[position]
    return "", ""


def _forwards(words: list[str]) -> tuple[Tense, str]:
    for position in range(len(words)):
        told = _tense_of(words, position)
        if told:
            # "is expected", "was due": the participle says more than the auxiliary
            if words[position].lower() in ("is", "are", "was", "were") and position + 1 < len(words):
                following = _tense_of(words, position + 1)
                if following == "future":
                    return following, words[position + 1]
            return told, words[position]
    return "", ""


def _tense_of(words: list[str], position: int) -> Tense:
    word = words[position]
    if not word[0].isalpha():
        return ""
    lower = word.lower()
    if position and word[0].isupper():
        return ""
    previous = words[position - 1].lower() if position else ""
    if lower in FUTURE_WORDS and not (lower == "will" and previous in DETERMINERS):
        return "past" if lower == "won" and (position + 1 >= len(words) or words[position + 1] != "t") else "future"
    if lower in AHEAD:
        if lower == "set" and previous not in _AUXILIARIES:
            return "past"
        return "future"
    if lower == "to":
        following = words[position + 1].lower() if position + 1 < len(words) else ""
        if (
            following.isalpha()
            and following not in DETERMINERS
            and words[position + 1][0].islower()
            and not following.endswith("ing")
        ):
            return "future"
        return ""
    if lower in IRREGULAR_PAST:
        return "past"
    if lower in SAME_PAST and previous not in DETERMINERS:
        return "past"
    if lower.endswith("ed") and len(lower) > 3 and lower not in NO_PAST:
        return "past"
    if lower in PRESENT:
        return "present"
    return ""
