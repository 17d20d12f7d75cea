"""What the model sees of a word: the same strings in training and in reading.

Only *islands* are labelled: runs of words that could belong to a name (:func:`islands`). A word has features of its
own, of its neighbours, of the capitalised run that it stands in, and of the whole article (is it small elsewhere?).
"""

from __future__ import annotations

from reader.extract.actors.gazetteer import Gazetteer

INNER = frozenset(
    [
        *(
            "of",
            "the",
            "for",
            "and",
            "de",
            "la",
            "le",
            "del",
            "di",
            "da",
            "do",
            "dos",
            "das",
            "du",
            "des",
            "von",
            "van",
        ),
        *("der", "den", "el", "al", "bin", "ibn", "in", "on", "to", "at", "y", "e", "et", "und", "a", "with"),
        *("&", "-", "–", "'", "’", "'s", "’s", ",", ".", "/", "(", ")", "+", "!", '"', "“", "”", "@", ":"),
    ]
)
"""Words and marks that can stand inside a name; they join an island only between two words that can begin one."""

_LETTERS = {
    "country": "C", "region": "R", "capital": "K", "demonym": "D", "group": "D", "body": "B", "seat": "B",
    "person": "P",
}  # fmt: skip
"""Flags of a word that is a known name by the list it is on."""


def shape(word: str) -> str:
    """``Xx`` for Moscow, ``X`` for NATO, ``XxX`` for McCain, ``X.X.`` for U.S., ``d`` for 42; runs are one sign."""
    out = ""
    for mark in word:
        sign = "X" if mark.isupper() else "x" if mark.isalpha() else "d" if mark.isdigit() else mark
        if not out.endswith(sign):
            out += sign
            if len(out) == 6:
                break
    return out


def can_begin(word: str) -> bool:
    """Whether ``word`` could begin a name: a capital, or a digit or sign before one (``7-Eleven``, ``al-Sisi``)."""
    first = word[0]
    if first.isupper():
        return True
    return not word.islower() and any(mark.isupper() for mark in word) and not word.startswith(("http", "www"))


_TEXT = 6000
"""Tokens of an island above which it is no text, and holds no names; the longest of 628 news articles has 36."""


def islands(words: list[str], breaks: set[int]) -> list[tuple[int, int]]:
    """Half-open ranges of tokens that are labelled together: everything outside them is no name.

    Two words that can begin a name are in one island when at most three tokens, each of them in ``INNER`` or a number,
    stand between them. A number after a word that can begin a name joins it, and so does what follows a hyphen.
    What goes on like that without end is left out.

    :param breaks: tokens before which an island ends: a new paragraph, cell or column.
    """
    found: list[tuple[int, int]] = []
    start = -1
    end = -1
    for at, word in enumerate(words):
        if start >= 0 and at in breaks:
            found.append((start, end))
            start = -1
        if can_begin(word):
            if start < 0:
                start = at
            elif at > end and not (
                at - end <= 3 and all(inner in INNER or inner[0].isdigit() for inner in words[end:at])
            ):
                found.append((start, end))
                start = at
            end = at + 1
        elif start >= 0 and (
            (at == end and word[0].isdigit()) or (at == end + 1 and words[end] == "-" and word.isalpha())
        ):
            end = at + 1
    if start >= 0:
        found.append((start, end))
    return [island for island in found if island[1] - island[0] <= _TEXT]


class WordFeatures:
    """Features that depend on nothing but the word."""

    def __init__(self, gazetteer: Gazetteer, common: dict[str, int]) -> None:
        self.gazetteer = gazetteer
        self._looks: dict[str, tuple[str, str]] = {}
        self.common = common
        """How often a word is written small: ``common[lower]`` is a class from 1 (rare) to 4 (very frequent)."""

    def looks(self, word: str) -> tuple[str, str]:
        """Shape and flags of ``word``, kept for the words met so far."""
        found = self._looks.get(word)
        if found is None:
            if len(self._looks) > 30_000:
                self._looks.clear()
            found = self._looks[word] = shape(word), self.flags(word)
        return found

    def flags(self, word: str) -> str:
        """One letter for each list that ``word`` is on."""
        lists = self.gazetteer
        lower = word.lower()
        out = ""
        form = word
        if len(word) > 3 and word.isupper() and (word,) not in lists.names:
            form = word.title()
        entry = lists.names.get((form,))
        if entry is not None:
            out += _LETTERS[entry.source]
        if form in lists.famous:
            out += "p"
        if form in lists.given:
            out += "g"
        if form in lists.surnames:
            out += "s"
        if form in lists.metropolises:
            out += "M"
        elif form in lists.cities:
            out += "c"
        bare = lower.rstrip(".")
        if bare in lists.honorifics:
            out += "h"
        if bare in lists.titles:
            out += "t"
        if word in lists.org_last or form in lists.org_last:
            out += "o"
        if word in lists.org_first or form in lists.org_first:
            out += "f"
        out += lists.words.get(form, "")
        return out

    def own(self, word: str) -> list[str]:
        """Features of the word itself."""
        lower = word.lower()
        form, flags = self.looks(word)
        common = self.common.get(lower, 0)
        out = [
            f"w={lower}",
            f"s={form}",
            f"g={flags}",
            f"l={common}",
            f"lg={common}{flags}",
            f"sl={form}{common}",
            f"n={min(len(word), 8)}{form}",
        ]
        out += [f"g:{flag}" for flag in flags]
        if len(lower) > 2:
            out += [f"p{size}={lower[:size]}" for size in (2, 3, 4) if len(lower) > size]
            out += [f"x{size}={lower[-size:]}" for size in (1, 2, 3, 4) if len(lower) > size]
        if "-" in word:
            head, _, tail = word.partition("-")
            out += [f"hh={self.flags(head) if head else ''}", f"ht={self.flags(tail) if tail else ''}"]
        return out

    def near(self, word: str) -> list[str]:
        """Features that the word lends to the words beside it."""
        lower = word.lower()
        form, flags = self.looks(word)
        out = [f"w={lower}", f"s={form}", f"g={flags}"]
        if len(lower) > 4:
            out.append(f"x={lower[-3:]}")
        return out

    def kind(self, word: str) -> str:
        """A short class of the word, for pairs of neighbours."""
        form, flags = self.looks(word)
        return f"{form[:3]}{flags}"
