"""Finding in one text: every place that reads like the needle, case and accents aside, with exact offsets."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from reader.model import Span
from reader.search.fold import fold_letter

LIMIT = 50_000
"""How many places are given at most: one letter stands a million times in a long text."""

# Where letters that fold to ASCII live: Latin with marks, Greek, Cyrillic, punctuation, ligatures, full width.
_RANGES = ((0x80, 0x530), (0x1E00, 0x2000), (0x2010, 0x2040), (0xFB00, 0xFB07), (0xFF01, 0xFF5F))

# Code points that fold to nothing may stand after any letter or space. Possessive: fewer need never be tried.
_SILENT = "[\u00ad\u0300-\u036f\u200b-\u200f\u2060\ufe00-\ufe0f\ufeffьъЬЪ]*+"


def find_all(text: str, needle: str, limit: int = LIMIT) -> list[Span]:
    """Every place where ``needle`` stands in ``text``, left to right and not overlapping, at most ``limit``.

    ``zelens`` finds ``Zelénský``, ``strasse`` finds ``Straße``, ``putin`` finds ``Путин``; white space in the needle
    finds any white space, line ends included; white space around it is ignored, so a blank needle finds nothing.
    Offsets are code points of ``text``. Linear in the text; ASCII text, the common case, takes a shorter way.
    """
    words = needle.split()
    if not words:
        return []
    spans = _in_ascii(text, words) if text.isascii() else _in_any(text, words)
    found: list[Span] = []
    for start, end in spans:
        if len(found) >= limit:
            break
        found.append(Span(start, end))
    return found


def _in_ascii(text: str, words: list[str]) -> Iterator[tuple[int, int]]:
    folded = ["".join(map(fold_letter, word)) for word in words]
    folded = [word for word in folded if word]
    if not folded or not all(word.isascii() for word in folded):
        return
    low = text.lower()
    if len(folded) > 1:
        for match in re.finditer(r"\s+".join(map(re.escape, folded)), low):
            yield match.span()
        return
    word = folded[0]
    at = low.find(word)
    while at >= 0:
        yield at, at + len(word)
        at = low.find(word, at + len(word))


def _in_any(text: str, words: list[str]) -> Iterator[tuple[int, int]]:
    parts = [part for part in map(_pattern, words) if part]
    if parts:
        for match in re.finditer(rf"(?:\s{_SILENT})++".join(parts), text):
            yield match.span()


@lru_cache(1)
def _sources() -> dict[str, str]:
    """Folded letters -> all the code points that fold to them."""
    sources: dict[str, list[str]] = {}
    for low, high in _RANGES:
        for letter in map(chr, range(low, high)):
            folded = fold_letter(letter)
            if folded and folded != letter and folded.isascii():
                sources.setdefault(folded, []).append(letter)
    return {folded: "".join(letters) for folded, letters in sources.items()}


@lru_cache(64)
def _pattern(word: str) -> str:
    """A regular expression for all that folds as ``word`` does, read from the original text."""
    folded = "".join(map(fold_letter, word))
    pattern = []
    at = 0
    while at < len(folded):
        end = _joint(folded, at)
        ways = list(_ways(folded[at:end]))
        pattern.append(ways[0] if len(ways) == 1 else f"(?:{'|'.join(ways)})")
        at = end
    return "".join(pattern)


def _joint(folded: str, at: int) -> int:
    """Where the stretch from ``at`` ends that single letters and digraphs (``ß``, ``щ``) may share out among them.

    The ways to share grow like Fibonacci's numbers, so a stretch is cut after some six letters: ``ssssssss`` may miss
    an odd mixture of ``s`` and ``ß``.
    """
    end = at + 1
    reach = at
    while reach < end and reach - at < 6:
        for size in (4, 3, 2):
            if folded[reach : reach + size] in _sources() and len(folded[reach : reach + size]) == size:
                end = max(end, reach + size)
                break
        reach += 1
    return end


def _ways(folded: str) -> Iterator[str]:
    if not folded:
        yield ""
        return
    for size in range(min(4, len(folded)), 0, -1):
        letters = folded[:size]
        if size == 1:
            own = {letters, letters.upper(), letters.lower()}
            choice = "".join(sorted(one for one in own if len(one) == 1)) + _sources().get(letters, "")
        else:
            choice = _sources().get(letters, "")
        if choice:
            for rest in _ways(folded[size:]):
                yield f"[{re.escape(choice)}]{_SILENT}{rest}"
