"""Texts that tell the same in nearly the same words: MinHash with one permutation, cut into bands.

Broder (1997) for the resemblance of shingle sets; Li, Owen and Zhang (2012) for the minima of one permutation instead
of many; bands as in Leskovec, Rajaraman and Ullman, "Mining of Massive Datasets", chapter 3.
"""

from __future__ import annotations

import re
from zlib import crc32

WORDS = 300
"""Words from the start that are looked at: news tells what matters first, and copies are cut from the end."""
FEWEST = 20
"""Words below which nothing can be said."""
SAME = 0.5
"""Share of three-word sequences in common from which two texts tell the same."""
_BANDS, _ROWS = 8, 4
_BINS = _BANDS * _ROWS
_WORD = re.compile(r"\w+")
_MASK = (1 << 32) - 1


def shingles(text: str) -> set[int]:
    """Numbers of the sequences of three words; empty for a text that is too short."""
    found = _WORD.findall(text[: WORDS * 12].casefold())[:WORDS]
    if len(found) < FEWEST:
        return set()
    words = list(map(crc32, " ".join(found).encode("utf-8", "replace").split(b" ")))
    # An odd number to multiply with spreads the sums over all bits.
    return {
        ((first + 3 * second + 7 * third) * 2654435761 >> 7) & _MASK
        for first, second, third in zip(words, words[1:], words[2:], strict=False)
    }


def bands(text: str) -> tuple[int, ...]:
    """Numbers of which two texts share at least one when they are much alike (98 of 100 at a likeness of 0.8)."""
    found = shingles(text)
    if not found:
        return ()
    least = [-1] * _BINS
    for number in found:
        place = number & (_BINS - 1)
        if least[place] < 0 or number < least[place]:
            least[place] = number
    # An empty bin takes the next full one's number, so that short texts have whole bands too.
    for place in range(2 * _BINS - 2, -1, -1):
        if least[place % _BINS] < 0:
            least[place % _BINS] = least[(place + 1) % _BINS]
    return tuple(hash((at, *least[at * _ROWS : (at + 1) * _ROWS])) for at in range(_BANDS))


def likeness(one: set[int], other: set[int]) -> float:
    """Share of what two texts have in common, or of the shorter one that the longer holds, where that is nearly all."""
    if not one or not other:
        return 0.0
    common = len(one & other)
    held = common / min(len(one), len(other))
    return held if held >= 0.8 else common / len(one | other)
