"""An article as the model sees it: islands, capitalised runs, known phrases and what is written small elsewhere."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache

from reader.extract.actors.features import WordFeatures, can_begin, islands
from reader.extract.actors.gazetteer import Gazetteer
from reader.extract.tokens import Tokens

_ENDS = frozenset([".", "!", "?", ":", "…", "•", "|", "*"])
_QUOTES = frozenset(["“", "”", '"', "'", "‘", "’", "(", "["])
_PHRASE = {
    "country": "C", "region": "R", "capital": "K", "demonym": "D", "group": "G", "body": "B", "seat": "S",
    "person": "P",
}  # fmt: skip


class View:
    """Everything about an article that features are made of. Built once for both passes."""

    def __init__(self, text: str, tokens: Tokens, words: WordFeatures) -> None:
        self.tokens = tokens
        self.word_features = words
        lines = _lines(text, tokens)
        self.words = self._in_normal_case(tokens.words, lines)
        """The tokens, those of lines in capitals as they would be written elsewhere."""
        self.lower = [word.lower() for word in tokens.words]
        self.small = {word for word in self.words if word.islower()}
        self.islands = islands(self.words, _breaks(text, tokens))
        self.starts_sentence = self._sentence_starts(text, tokens)
        self.headline = self._headlines(lines)
        self.phrase = self._phrases(words.gazetteer)
        self.run = self._runs()
        self._kinds: dict[str, str] = {}
        self._joint: dict[int, list[str]] = {}

    def _sentence_starts(self, text: str, tokens: Tokens) -> set[int]:
        found = {0}
        words, starts, ends = tokens.words, tokens.starts, tokens.ends
        for begin, end in self.islands:
            for at in range(begin, end):
                before = at - 1
                while before >= 0 and words[before] in _QUOTES:
                    before -= 1
                if before < 0 or words[before] in _ENDS or "\n" in text[ends[at - 1] : starts[at]]:
                    found.add(at)
        return found

    def _in_normal_case(self, tokens: list[str], lines: list[tuple[int, int]]) -> list[str]:
        words = tokens
        for begin, end in lines:
            letters = [word for word in tokens[begin:end] if len(word) > 1 and word.isalpha()]
            if len(letters) > 1 and all(word.isupper() for word in letters) and max(map(len, letters)) > 4:
                if words is tokens:
                    words = list(tokens)
                for at in range(begin, end):
                    words[at] = self._normal(tokens[at])
        return words

    def _normal(self, word: str) -> str:
        lists = self.word_features.gazetteer
        if len(word) < 2 or not word.isupper() or (word,) in lists.names:
            return word
        title = word.title()
        if (title,) in lists.names or title in lists.famous:
            return title
        return word.lower() if self.word_features.common.get(word.lower(), 0) > 1 else title

    def _headlines(self, lines: list[tuple[int, int]]) -> set[int]:
        """Tokens in lines where most longer words are capitalised: there a capital says little."""
        found: set[int] = set()
        words = self.words
        for begin, end in lines:
            long = [word for word in words[begin:end] if len(word) > 3 and word[0].isalpha()]
            if len(long) > 3 and sum(word[0].isupper() for word in long) >= 0.7 * len(long) and end - begin < 40:
                found.update(range(begin, end))
        return found

    def _phrases(self, lists: Gazetteer) -> dict[int, str]:
        found: dict[int, str] = {}
        words = self.words
        for begin, end in self.islands:
            at = begin
            while at < end:
                word = words[at]
                size = 1
                for key in lists.openings.at(word):
                    if tuple(words[at : at + len(key)]) == key:
                        size = len(key)
                        break
                if size > 1:
                    entry = lists.names.get(tuple(words[at : at + size]))
                    tag = _PHRASE[entry.source] if entry else "c"
                    found[at] = f"B{tag}"
                    for inner in range(at + 1, at + size):
                        found[inner] = f"I{tag}"
                at += size
        return found

    def _runs(self) -> dict[int, tuple[int, int]]:
        """The capitalised run of each token that can begin a name."""
        found: dict[int, tuple[int, int]] = {}
        for begin, end in self.islands:
            at = begin
            while at < end:
                if not can_begin(self.words[at]):
                    at += 1
                    continue
                stop = at
                while stop < end and can_begin(self.words[stop]):
                    stop += 1
                for inner in range(at, stop):
                    found[inner] = (at, stop)
                at = stop
        return found

    def is_glued(self, at: int) -> bool:
        """Whether no space stands before token ``at``."""
        return at > 0 and self.tokens.ends[at - 1] == self.tokens.starts[at]

    def kind(self, at: int) -> str:
        """Class of the token, ``^`` and ``$`` beyond the text."""
        if at < 0:
            return "^"
        if at >= len(self.words):
            return "$"
        word = self.words[at]
        kind = self._kinds.get(word)
        if kind is None:
            kind = self._kinds[word] = self.word_features.kind(word)
        return kind

    def joint(self, at: int) -> list[str]:
        """Features of token ``at`` that depend on more than one word; kept, since both passes ask."""
        found = self._joint.get(at)
        if found is None:
            found = self._joint[at] = self._of_surroundings(at)
        return found

    def _of_surroundings(self, at: int) -> list[str]:
        lower = self.lower
        here = lower[at]
        before = lower[at - 1] if at else "^"
        after = lower[at + 1] if at + 1 < len(lower) else "$"
        kind, kind_before, kind_after = self.kind(at), self.kind(at - 1), self.kind(at + 1)
        common = self.word_features.common.get(here, 0)
        out = [
            f"k-={kind_before}|{kind}",
            f"k+={kind}|{kind_after}",
            f"k3={kind_before}|{kind}|{kind_after}",
            f"b-={before}|{here}",
            f"b+={here}|{after}",
            f"bk={before}|{kind}",
            f"ka={kind}|{after}",
        ]
        starts = at in self.starts_sentence
        small = here in self.small
        out.append(f"bos={starts:d}{small:d}{common}")
        if starts:
            out += (f"bk0={kind}", f"bw={here}")
        if at in self.headline:
            out += (f"hl={kind}{small:d}", f"hl{common}{small:d}")
        phrase = self.phrase.get(at)
        if phrase:
            out.append(f"ph={phrase}")
        run = self.run.get(at)
        if run:
            first, stop = run
            size = stop - first
            out += (
                f"rn={lower[stop] if stop < len(lower) else '$'}",
                f"rp={lower[first - 1] if first else '^'}",
                f"rs={min(size, 5)}{min(at - first, 4)}",
                f"rpp={lower[first - 2] if first > 1 else '^'}|{lower[first - 1] if first else '^'}",
                f"rnn={lower[stop] if stop < len(lower) else '$'}|{lower[stop + 1] if stop + 1 < len(lower) else '$'}",
                f"rpn={lower[first - 1] if first else '^'}|{lower[stop] if stop < len(lower) else '$'}",
            )
            if size > 1:
                out += (
                    f"rl={lower[stop - 1]}",
                    f"rlk={self.kind(stop - 1)}",
                    f"rf={lower[first]}",
                    f"rfk={self.kind(first)}",
                    f"rlx={lower[stop - 1][-3:]}",
                )
        return out


_GAP = re.compile(r"\n\s*\n|[ \t]{3,}|\s[–—]\s+|\n(?=[A-Z]{3,}\b)|\s\|\s")


@cache
def _gap_of_scripts() -> re.Pattern[str]:
    """The same, and where another script begins: ``Bank of Russia Банк России``."""
    other = r"\u0370-\u1dff\u2c00-\uabff\uac00-\ud7ff"
    latin = r"A-Za-z\u00c0-\u024f"
    return re.compile(rf"{_GAP.pattern}|(?<=[{latin}.])\s(?=[{other}])|(?<=[{other}])\s(?=[{latin}])")


def _breaks(text: str, tokens: Tokens) -> set[int]:
    """Tokens that begin a paragraph, cell, column or dateline, or follow a dash (``WASHINGTON – US President``)."""
    # The scripts cost more than all the rest, and hardly a text has two. Typographic marks are the letters between.
    mixed = not text.isascii() and any("\u0370" <= mark < "\u1e00" or mark >= "\u2c00" for mark in set(text))
    gaps = (_gap_of_scripts() if mixed else _GAP).finditer(text)
    return {bisect_left(tokens.starts, gap.end()) for gap in gaps}


def _lines(text: str, tokens: Tokens) -> list[tuple[int, int]]:
    """Token ranges of the lines of the text."""
    found: list[tuple[int, int]] = []
    starts = tokens.starts
    begin = 0
    position = text.find("\n")
    for at in range(len(starts)):
        if position >= 0 and starts[at] > position:
            if at > begin:
                found.append((begin, at))
            begin = at
            while 0 <= position < starts[at]:
                position = text.find("\n", position + 1)
    if begin < len(starts):
        found.append((begin, len(starts)))
    return found
