"""Where passages may stand in a text: short pieces of them are looked up all at once, and vote for a place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

LENGTH = 8
"""Code points of a seed: a word or two, so that it survives an edit nearby and is still rare."""
_RARE = 24
"""A seed with more places than this votes only where a passage has too few rarer ones."""
_COMMON = 1_500
_ENOUGH = 4
_BUCKET = 32
"""Places whose distances to their seeds differ by less than this are one candidate: what was inserted between them."""
# Beginnings of words; scripts without spaces begin one with each character.
_BEGINNING = re.compile("(?<!\\w)\\w|[\u2e80-\u9fff\uac00-\ud7af\U00020000-\U0003ffff]")


def seeds_of(passage: str) -> Iterator[tuple[str, int]]:
    """The seeds of a passage and where in it they stand."""
    for found in _BEGINNING.finditer(passage):
        at = found.start()
        if at + LENGTH <= len(passage):
            yield passage[at : at + LENGTH], at


class Seeds:
    """All places in ``text`` of the seeds of some passages, found in one pass."""

    def __init__(self, text: str, passages: Iterable[str]) -> None:
        places: dict[str, list[int]] = {seed: [] for passage in passages for seed, _ in seeds_of(passage)}
        if places:
            for found in _BEGINNING.finditer(text):
                at = found.start()
                known = places.get(text[at : at + LENGTH])
                if known is not None and len(known) <= _COMMON:
                    known.append(at)
        self._places = places

    def candidates(self, passage: str, most: int) -> list[int]:
        """Places where ``passage`` may begin, those with the most votes first; negative ones begin before the text."""
        seeds = [(self._places.get(seed, []), at) for seed, at in seeds_of(passage)]
        seeds = sorted((one for one in seeds if one[0]), key=lambda one: len(one[0]))
        votes: dict[int, float] = {}
        first: dict[int, int] = {}
        for used, (places, at) in enumerate(seeds):
            if (len(places) > _RARE and used >= _ENOUGH) or len(places) > _COMMON:
                break
            weight = 1 / (1 + len(places)) ** 0.5
            for place in places:
                bucket = (place - at) // _BUCKET
                votes[bucket] = votes.get(bucket, 0.0) + weight
                first.setdefault(bucket, place - at)
        best = sorted(votes, key=lambda bucket: -(votes[bucket] + votes.get(bucket + 1, 0.0)))
        return [first[bucket] for bucket in best[:most]]
