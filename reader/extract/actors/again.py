"""What the first pass says about a word elsewhere in the same article: features of the second pass.

A surname alone is hard, the same surname after a given name is not; the second pass sees both. After Krishnan and
Manning (2006), "An effective two-stage model for exploiting non-local dependencies in named entity recognition".
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from reader.extract.actors.crf import LABELS, Row
from reader.extract.actors.identity import initials, is_acronym
from reader.extract.actors.name import LONGEST
from reader.extract.actors.view import View

_KINDS = ("PER", "ORG", "LOC")
# What is said most often, spelt once: the second pass asks for a dozen of these at each token.
_SHARES = [[f"1{kind}{part}" for part in range(9)] for kind in _KINDS]
_RESTS = [[f"d{kind}{part}" for part in range(6)] for kind in _KINDS]
_PAIRS = [[f"{one}|{other}" for other in LABELS] for one in LABELS]


class Article1:
    """The labels of the first pass, by word and by pair of words."""

    def __init__(self, view: View) -> None:
        self.view = view
        self.label: dict[int, int] = {}
        self.shares: dict[int, tuple[float, float, float]] = {}
        """Probability of PER, ORG and LOC at each token of an island."""
        self._words: dict[str, list[float]] = {}
        self._places: dict[str, set[str]] = {}
        self._pairs: dict[tuple[str, str], dict[str, int]] = {}
        self._acronyms: dict[str, str] = {}
        self._whole: dict[str, dict[str, int]] = {}

    def add(self, begin: int, path: list[int], marginals: list[Row]) -> None:
        """Take in the labels of an island that begins at token ``begin``."""
        words = self.view.words
        for offset, (label, row) in enumerate(zip(path, marginals, strict=True)):
            at = begin + offset
            self.label[at] = label
            share = (row[1] + row[2], row[3] + row[4], row[5] + row[6])
            self.shares[at] = share
            word = normal(words[at])
            counts = self._words.setdefault(word, [0.0, 0.0, 0.0, 0.0])
            counts[0] += share[0]
            counts[1] += share[1]
            counts[2] += share[2]
            counts[3] += 1.0
        for first, last, kind in names(path):
            self._add_name(begin + first, begin + last, kind)

    def path(self, begin: int, end: int) -> list[int]:
        """The labels of an island."""
        return [self.label[at] for at in range(begin, end)]

    def sure(self, begin: int, first: int, last: int, kind: str) -> float:
        """How sure the first pass is that tokens ``first`` to ``last`` after ``begin`` are of a kind."""
        return min(self.shares[begin + at][_KINDS.index(kind)] for at in range(first, last))

    def _add_name(self, first: int, last: int, kind: str) -> None:
        words = [normal(word) for word in self.view.words[first:last]]
        if len(words) == 1:
            kinds = self._whole.setdefault(words[0], {})
            kinds[kind] = kinds.get(kind, 0) + 1
            return
        for at, word in enumerate(words):
            place = "f" if at == 0 else "l" if at == len(words) - 1 else "i"
            self._places.setdefault(word, set()).add(place + kind)
        for pair in pairwise(words):
            kinds = self._pairs.setdefault(pair, {})
            kinds[kind] = kinds.get(kind, 0) + 1
        if kind == "ORG" or len(words) > 2:
            for form in initials(self.view.words[first:last]):
                self._acronyms.setdefault(form, kind)

    def features(self, at: int) -> list[str]:
        """Features of token ``at`` for the second pass."""
        labels = self.label.get
        label = labels(at, 0)
        share = self.shares.get(at)
        words = self.view.words
        word = normal(words[at])
        best = max(share) if share else 0.0
        out = [
            f"1={LABELS[label]}{int(best * 5)}",
            "1-=" + _PAIRS[labels(at - 1, 0)][label],
            "1+=" + _PAIRS[label][labels(at + 1, 0)],
        ]
        if share:
            person, body, place = share
            out += (_SHARES[0][int(person * 8)], _SHARES[1][int(body * 8)], _SHARES[2][int(place * 8)])
            counts = self._words[word]
            others = counts[3] - 1
            if others >= 0.5:
                person, body, place = (
                    (counts[0] - person) / others,
                    (counts[1] - body) / others,
                    (counts[2] - place) / others,
                )
                rest = (person, body, place, 1 - (person + body + place))
                most = max(rest)
                top = rest.index(most)
                out += (f"d={top}{int(most * 4)}", f"dn={top}{min(int(others), 3)}{LABELS[label]}")
                out += (_RESTS[0][int(person * 5)], _RESTS[1][int(body * 5)], _RESTS[2][int(place * 5)])
            else:
                out.append("d0")
        for where in sorted(self._places.get(word, ())):
            out.append(f"dp={where}{'1' if label else '0'}")
        whole = self._whole.get(word)
        if whole:
            kind = max(sorted(whole), key=lambda kind: whole[kind])
            out.append(f"de={kind}{min(whole[kind], 3)}")
        if at + 1 < len(words):
            out += self._pair("+", word, normal(words[at + 1]), label)
        if at:
            out += self._pair("-", normal(words[at - 1]), word, label)
        if is_acronym(words[at]):
            full = self._acronyms.get(words[at].replace(".", ""))
            if full:
                out.append(f"da={full}")
        return out

    def _pair(self, side: str, one: str, other: str, label: int) -> Iterator[str]:
        kinds = self._pairs.get((one, other))
        if kinds:
            kind = max(sorted(kinds), key=lambda kind: kinds[kind])
            yield f"db{side}{kind}{min(kinds[kind], 3)}{'1' if label else '0'}"


def normal(word: str) -> str:
    """``word`` with the capitals of a headline made normal."""
    return word.title() if len(word) > 4 and word.isupper() else word


def names(path: list[int]) -> Iterator[tuple[int, int, str]]:
    """Ranges and kinds of the names in a path of labels; none is longer than ``LONGEST``."""
    first = -1
    for at, label in enumerate([*path, 0]):
        inside = label and not label % 2
        if first >= 0 and not (inside and path[first] in (label, label - 1)):
            if at - first <= LONGEST:
                yield first, at, LABELS[path[first]][2:]
            first = -1
        if label and first < 0:
            first = at
