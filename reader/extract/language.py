"""Whether a text is English: by how many of its words are those that hold English together."""

from __future__ import annotations

import re

# Frequent function words that hardly occur in other languages in the same measure. Words that are also frequent
# elsewhere (in: German, Italian; was: German; a: Spanish, Portuguese) are left out or they would count for both.
_ENGLISH = """
    the of and to that for is with as by from at it were be this which are he she they his her their has had have
    not but been will would who its said after than other could about when there we you our more than into also
"""
# German, Dutch, Scandinavian; French, Spanish, Portuguese, Italian, Romanian, Catalan; Polish, Czech, Turkish,
# Indonesian, Finnish, Hungarian.
_OTHER = """
    der die und den das ist nicht ein eine zu mit auf für im dem des sich auch het een van niet voor zijn och att det
    som på ikke til av er jeg inte med för
    le la les et est une que pour dans des du qui sur pas el los las y en un por con una para del il di che non per
    gli della sono não uma os como mais dos das și din care pentru sunt és
    nie się jest że na ve bir bu için yang dan di ini itu dengan ja oli että ei az egy hogy nem se je že
"""
_ENGLISH_WORDS = frozenset(_ENGLISH.split())
_OTHER_WORDS = frozenset(_OTHER.split())
WORDS: dict[str, frozenset[str]] = {}
"""Function words of the other languages that some extractor reads, by their codes (``de``)."""
_WORD = re.compile(r"[^\W\d_]+")
_LATIN = re.compile(r"[\u0000-\u024f]+")
_SAMPLE = 3000


def language_of(text: str) -> str:
    """``en``, one of ``WORDS``, ``other``, or ``unknown`` where there are too few words to tell.

    Looks at the first 3,000 characters.
    """
    found = _english(text)
    if found != "other" or not WORDS:
        return found
    words = _WORD.findall(text[:_SAMPLE].lower())
    counts = {code: sum(map(frequent.__contains__, words)) for code, frequent in WORDS.items()}
    best = max(counts, key=lambda code: counts[code])
    return best if counts[best] >= len(words) * 0.15 else found


def _english(text: str) -> str:
    sample = text[:_SAMPLE].lower()
    words = _WORD.findall(sample)
    if len("".join(words)) < 12:
        return "unknown"
    if not sample.isascii() and len(_LATIN.sub("", "".join(words))) > 0.4 * len("".join(words)):
        return "other"
    english = sum(map(_ENGLISH_WORDS.__contains__, words))
    other = sum(map(_OTHER_WORDS.__contains__, words))
    if len(words) < 8:
        return "en" if english > other else "other" if other > english + 1 else "unknown"
    if english >= len(words) * 0.10 and english > other:
        return "en"
    if other >= len(words) * 0.08 and other > english:
        return "other"
    if english > 2 * other and english >= len(words) * 0.05:
        return "en"
    return "other" if len(words) >= 40 else "unknown"
