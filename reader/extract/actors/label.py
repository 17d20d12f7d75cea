"""From words to labelled names: two passes of the model over one article."""

from __future__ import annotations

from dataclasses import dataclass

from reader.extract.actors.crf import Table
from reader.extract.actors.features import WordFeatures
from reader.extract.actors.view import View

_CACHE = 30_000
"""Words whose sums are kept; then all are dropped, so memory stays bounded."""


@dataclass(frozen=True, slots=True)
class Labelled:
    """A labelled range of tokens."""

    first: int
    last: int
    kind: str
    """``PER``, ``ORG`` or ``LOC``."""
    probability: float


class Labeller:
    """One model with the sums it has made so far."""

    def __init__(self, table: Table, words: WordFeatures) -> None:
        self.table = table
        self.words = words
        self._sums: dict[str, tuple[int, int, int, int, int]] = {}

    def sums(self, word: str) -> tuple[int, int, int, int, int]:
        """What ``word`` adds to its own token, to the one after it, before it, two after and two before it."""
        found = self._sums.get(word)
        if found is None:
            if len(self._sums) > _CACHE:
                self._sums.clear()
            near = self.words.near(word)
            total = self.table.total
            found = self._sums[word] = (
                total(self.words.own(word)),
                total(near, "-1"),
                total(near, "+1"),
                total(near[:3], "-2"),
                total(near[:3], "+2"),
            )
        return found

    def emissions(self, view: View, begin: int, end: int, more: dict[int, list[str]] | None = None) -> list[int]:
        """Packed sums for the tokens of an island."""
        words = view.words
        count = len(words)
        total = self.table.total
        sums = self.sums
        out = []
        for at in range(begin, end):
            value = sums(words[at])[0] + total(view.joint(at))
            value += sums(words[at - 1] if at else "^")[1]
            value += sums(words[at + 1] if at + 1 < count else "$")[2]
            value += sums(words[at - 2] if at > 1 else "^")[3]
            value += sums(words[at + 2] if at + 2 < count else "$")[4]
            if more:
                extra = more.get(at)
                if extra:
                    value += total(extra)
            out.append(value)
        return out


def features(view: View, at: int, words: WordFeatures) -> list[str]:
    """All features of one token as strings, as :meth:`Labeller.emissions` adds them up."""
    tokens = view.words
    count = len(tokens)
    out = words.own(tokens[at]) + view.joint(at)
    out += ["-1" + feature for feature in words.near(tokens[at - 1] if at else "^")]
    out += ["+1" + feature for feature in words.near(tokens[at + 1] if at + 1 < count else "$")]
    out += ["-2" + feature for feature in words.near(tokens[at - 2] if at > 1 else "^")[:3]]
    out += ["+2" + feature for feature in words.near(tokens[at + 2] if at + 2 < count else "$")[:3]]
    return out
