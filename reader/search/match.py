"""Where in one text the words of a query are answered, and how well: the ranking's eye."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

from reader.search.expand import Answer, Wanted
from reader.search.fold import SEPARATORS, TERM, fold

_PLACES = 12
"""Occurrences of one answer that the ranking looks at."""

EXACT = 0.89
"""Answers of this quality count as exact."""

_NEAR = 60.0
"""Letters between the words at which closeness is worth half."""


@dataclass(frozen=True, slots=True)
class Place:
    """An occurrence in folded text."""

    start: int
    end: int
    word: int
    """Number of the query word it answers."""
    answer: Answer


@dataclass(frozen=True, slots=True)
class Weighed:
    """How well a text answers."""

    score: float
    met: int
    """How many of the query's words it has."""
    best: int
    """Where in the folded text the closest group of answers begins; 0 when there is none."""
    closeness: float = 1.0
    """From 0 to 1: how near one another the words stand; 1 for a single word."""
    exact: bool = False
    """Every word is answered as it was typed, or nearly so: by an inflection, another name, what it may go on to be."""


def weights(wanted: Sequence[Wanted], articles: int) -> list[float]:
    """What each word counts for: rare words more, as in bm25, all together 1."""
    raw = [math.log(1.0 + (articles + 1) / (min(one.articles, articles) + 1)) + 0.1 for one in wanted]
    total = sum(raw) or 1.0
    return [value / total for value in raw]


def places(folded: str, wanted: Sequence[Wanted], limit: int = _PLACES) -> list[Place]:
    """Occurrences of the answers in ``folded``, by place; of each answer at most ``limit``."""
    found: list[Place] = []
    for number, one in enumerate(wanted):
        for answer in one.sights:
            if len(answer.terms) > 1 or len(answer.terms[0]) < 3:
                runs = islice(_several(answer.terms, answer.open).finditer(folded), limit)
                found += (Place(run.start(), run.end(), number, answer) for run in runs)
                continue
            term = answer.terms[0]
            at = folded.find(term)
            count = 0
            while at >= 0 and count < limit:
                end = at + len(term)
                if _bounded(folded, at, end, answer.open):
                    if answer.open:
                        end = _word_end(folded, end)
                    found.append(Place(at, end, number, answer))
                    count += 1
                at = folded.find(term, end)
    found.sort(key=_by_place)
    return found


def _by_place(place: Place) -> tuple[int, int]:
    return place.start, -place.end


def weigh(folded: str, wanted: Sequence[Wanted], share: Sequence[float]) -> Weighed:
    """Weigh one text: the best answer to each word by the word's share, then how close together they stand.

    A text that has every word exactly and side by side scores just over 1.
    """
    found = places(folded, wanted)
    if not found:
        return Weighed(0.0, 0, 0)
    best = [0.0] * len(wanted)
    often = [0] * len(wanted)
    for place in found:
        often[place.word] += 1
        if place.answer.quality > best[place.word]:
            best[place.word] = place.answer.quality
    score = 0.0
    for number, part in enumerate(share):
        if best[number]:
            score += part * best[number] * (0.9 + 0.1 * often[number] / (often[number] + 2.0))
    met = sum(1 for quality in best if quality)
    start, width = closest(found, best)
    closeness = 1.0
    if met > 1:
        length = sum(len(one.word.terms[0]) + 1 for one in wanted)
        closeness = _NEAR / (_NEAR + max(0, width - length))
        score += 0.12 * closeness
    score += 0.03 * 400.0 / (400.0 + start)  # news says first what matters
    return Weighed(score, met, start, closeness, min(best) >= EXACT)


class Glance:
    """Weighs titles, by their terms: for ten words that is quicker than to look for each answer."""

    def __init__(self, wanted: Sequence[Wanted], aside: Sequence[Wanted], share: Sequence[float]) -> None:
        """:param aside: words that count a little where they are met."""
        self._share = [*share, *(0.1 for _ in aside)]
        self._needed = len(wanted)
        self._terms: list[dict[str, float]] = []
        self._beginnings: list[tuple[tuple[str, float], ...]] = []
        self._runs: list[tuple[tuple[str, float], ...]] = []
        for one in (*wanted, *aside):
            terms: dict[str, float] = {}
            for answer in one.sights:
                if len(answer.terms) == 1 and not answer.open:
                    terms[answer.terms[0]] = max(answer.quality, terms.get(answer.terms[0], 0.0))
            self._terms.append(terms)
            single = (answer for answer in one.sights if answer.open and len(answer.terms) == 1)
            self._beginnings.append(tuple((answer.terms[0], answer.quality) for answer in single))
            several = (answer for answer in one.sights if len(answer.terms) > 1)
            self._runs.append(tuple((" ".join(answer.terms), answer.quality) for answer in several))

    def weigh(self, title: str) -> Weighed:
        """The same measure as :func:`weigh`; places count in terms instead of letters."""
        cut = TERM.findall(fold(title))
        score = 0.0
        met = 0
        exact = True
        first, last = len(cut), 0
        for number, terms in enumerate(self._terms):
            best = 0.0
            at = 0
            beginnings = self._beginnings[number]
            for index, term in enumerate(cut):
                quality = terms.get(term, 0.0)
                for beginning, worth in beginnings:
                    if worth > quality and term.startswith(beginning):
                        quality = worth
                if quality > best:
                    best, at = quality, index
            for run, worth in self._runs[number]:
                if worth > best and f" {run}" in f" {' '.join(cut)}":
                    best = worth
            if number < self._needed and best < EXACT:
                exact = False
            if best:
                score += self._share[number] * best
                met += 1
                first, last = min(first, at), max(last, at)
        closeness = 10.0 / (10.0 + max(0, last - first - met + 1))
        if met > 1:
            score += 0.12 * closeness
        return Weighed(score, met, 0, closeness, exact)


def closest(found: Sequence[Place], best: Sequence[float]) -> tuple[int, int]:
    """Start and width of the smallest stretch with a good answer to each word that is met; good: as good as any."""
    last: dict[int, int] = {}
    need = sum(1 for quality in best if quality)
    shortest = (found[0].start, 1 << 30)
    for place in found:
        if place.answer.quality < best[place.word] - 0.1:
            continue
        last[place.word] = place.start
        if len(last) == need:
            start = min(last.values())
            if place.end - start < shortest[1]:
                shortest = (start, place.end - start)
    return shortest


def _bounded(folded: str, start: int, end: int, open: bool) -> bool:
    """Whether a term begins at ``start`` and, unless it may go on, ends at ``end``."""
    before = folded[start - 1] if start else " "
    if before.isalnum() or before > "\x7f":
        return False
    after = " " if open or end == len(folded) else folded[end]
    return not (after.isalnum() or after > "\x7f")


def _word_end(folded: str, at: int) -> int:
    while at < len(folded) and (folded[at].isalnum() or folded[at] > "\x7f"):
        at += 1
    return at


@lru_cache(256)
def _several(terms: tuple[str, ...], open: bool) -> re.Pattern[str]:
    inner = f"[{SEPARATORS}]+".join(map(re.escape, terms))
    tail = f"[^{SEPARATORS}]*" if open else f"(?![^{SEPARATORS}])"
    return re.compile(f"(?<![^{SEPARATORS}]){inner}{tail}")
