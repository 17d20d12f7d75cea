"""Letters made comparable: case, accents and other alphabets folded away, with the way back to the original offsets.

``Zelenśkyj``, ``ZELENSKYJ`` and ``zelenskyj`` fold to the same text, and so do ``Борре́ль`` and ``borrel``. The index
stores folded text and a query is folded the same way, so the two always meet; :class:`Folded` leads from a place in the
folded text back to the code points of the original that made it.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass
from functools import lru_cache

FOLDING = 1
"""Version of these rules. An index made under another version must be built anew."""

# Letters that Unicode does not take apart, and the common Latin spelling of other alphabets (near BGN/PCGN, as news
# agencies write names). One letter at a time, without context: what is left of the differences between
# transliterations ("Peskow", "Peskov") is for the tolerance of the search.
_LATIN = {
    "ß": "ss", "ẞ": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ħ": "h",
    "ŧ": "t", "ŋ": "n", "ı": "i", "ſ": "s", "ƒ": "f", "ə": "a",
}  # fmt: skip
_CYRILLIC = {
    "а": "a", "б": "b", "в": "v", "г": "g", "ґ": "g", "д": "d", "е": "e", "ё": "e", "є": "ye", "ж": "zh", "з": "z",
    "и": "i", "і": "i", "ї": "i", "й": "y", "ј": "j", "к": "k", "л": "l", "љ": "lj", "м": "m", "н": "n", "њ": "nj",
    "о": "o", "п": "p", "р": "r", "с": "s", "т": "t", "ћ": "c", "ђ": "dj", "у": "u", "ў": "u", "ф": "f", "х": "kh",
    "ц": "ts", "ч": "ch", "џ": "dz", "ш": "sh", "щ": "shch", "ъ": "", "ы": "y", "ь": "", "э": "e", "ю": "yu", "я": "ya",
}  # fmt: skip
_GREEK = {
    "α": "a", "β": "v", "γ": "g", "δ": "d", "ε": "e", "ζ": "z", "η": "i", "θ": "th", "ι": "i", "κ": "k", "λ": "l",
    "μ": "m", "ν": "n", "ξ": "x", "ο": "o", "π": "p", "ρ": "r", "σ": "s", "ς": "s", "τ": "t", "υ": "y", "φ": "f",
    "χ": "ch", "ψ": "ps", "ω": "o",
}  # fmt: skip
_MARKS = {
    "‘": "'", "’": "'", "‚": "'", "‛": "'", "′": "'", "ʼ": "'", "ʹ": "'", "`": "'", "´": "'", "“": '"', "”": '"',
    "„": '"', "‟": '"', "«": '"', "»": '"', "″": '"', "‐": "-", "‑": "-", "‒": "-", "–": "-", "—": "-", "―": "-",
    "−": "-",
}  # fmt: skip
_SPELT = {**_LATIN, **_CYRILLIC, **_GREEK, **_MARKS}

# Scripts written without spaces between words: each character is a term of its own, and a run of them in a query
# asks for them side by side.
_UNSPACED = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff"  # Thai, Lao, Myanmar, Khmer
    "\u3005\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"  # Kana, Han
)

SEPARATORS = r"\x00-/:-@\[-`{-\x7f"
"""What separates terms in folded text, for use within brackets of a regular expression: ASCII but letters and digits.

Terms are written as what these are not: to compile a class with all of Unicode in it takes 9 ms.
"""

TERM = re.compile(f"[^{SEPARATORS}]+")
"""A term in folded text. The same cut that the index makes."""

_FOREIGN = re.compile("[^\x00-\x7f]+")


@lru_cache(8192)
def fold_letter(letter: str) -> str:
    """What one code point is compared as: none, one or several lower-case ones. Punctuation stays punctuation."""
    if letter in _SPELT:
        return _SPELT[letter]
    if letter < "\x80":
        return letter.lower()
    if unicodedata.combining(letter) or unicodedata.category(letter) == "Cf":
        return ""  # accents written apart, soft hyphens, joiners
    parts = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", letter).casefold()).lower()
    return "".join(_SPELT.get(part, part) for part in parts if part in _SPELT or not unicodedata.combining(part))


@lru_cache(8192)
def _term_letters(letter: str) -> str:
    """The same for the index: what is no letter, number or mark separates; unspaced scripts stand alone."""
    out = []
    for part in fold_letter(letter):
        if part < "\x80":
            out.append(part)
        elif unicodedata.category(part)[0] not in "LNM":
            out.append(" ")
        elif _UNSPACED.match(part):
            out.append(f" {part} ")
        else:
            out.append(part)
    return "".join(out)


@lru_cache(16384)
def _fold_run(run: str) -> tuple[str, tuple[tuple[int, int, int], ...]]:
    """A run folded, and its code points that give none or several: where in the run, where in the result, how many."""
    pieces = [_term_letters(letter) for letter in run]
    changes: list[tuple[int, int, int]] = []
    length = 0
    for offset, piece in enumerate(pieces):
        if len(piece) != 1:
            changes.append((offset, length, len(piece)))
        length += len(piece)
    return "".join(pieces), tuple(changes)


def fold(text: str) -> str:
    """``text`` as the index sees it: lower case, Latin where a spelling is known, other scripts' letters kept.

    Only letters, numbers and ASCII punctuation are left; folding twice changes nothing.
    """
    if text.isascii():
        return text.lower()
    return _FOREIGN.sub(lambda run: _fold_run(run.group())[0], text).lower()


def terms(text: str) -> list[str]:
    """The terms of ``text`` in order, folded: ``O’Brien’s`` gives ``o``, ``brien``, ``s``."""
    return TERM.findall(fold(text))


_SEPARATE = "".join(chr(code).lower() if chr(code).isalnum() else " " for code in range(128))


_PIECE = 200_000
"""Code points whose terms are cut at a time."""


def distinct_terms(folded: str) -> set[str]:
    """The terms of folded text, each once. ASCII is cut without a regular expression, in two thirds the time.

    Long texts are cut in pieces: the terms of 10 MB at once, repeated ones each an object, would take 100 MB.
    """
    terms: set[str] = set()
    start = 0
    while start < len(folded):
        end = folded.find(" ", start + _PIECE)
        piece = folded[start:] if end < 0 else folded[start:end]
        terms.update(piece.translate(_SEPARATE).split() if piece.isascii() else TERM.findall(piece))
        start += len(piece) or 1
    return terms


@dataclass(frozen=True, slots=True)
class Folded:
    """Folded text that remembers where it came from."""

    text: str
    original: str
    _folded: tuple[int, ...] = ()
    _source: tuple[int, ...] = ()
    _whole: tuple[bool, ...] = ()

    @classmethod
    def of(cls, original: str) -> Folded:
        """Fold ``original``; linear, and free of bookkeeping where each code point folds to one."""
        if original.isascii():
            return cls(original.lower(), original)
        pieces: list[str] = []
        folded: list[int] = []
        source: list[int] = []
        whole: list[bool] = []
        length = 0
        done = 0
        for run in _FOREIGN.finditer(original):
            start, end = run.span()
            plain = original[done:start].lower()
            pieces.append(plain)
            length += len(plain)
            done = end
            letters, changes = _fold_run(run.group())
            for offset, place, size in changes:
                folded += (length + place, length + place + size)
                source += (start + offset, start + offset + 1)
                whole += (True, False)
            pieces.append(letters)
            length += len(letters)
        pieces.append(original[done:].lower())
        return cls("".join(pieces), original, tuple(folded), tuple(source), tuple(whole))

    def origin(self, start: int, end: int) -> tuple[int, int]:
        """The range of the original that a non-empty range of the folded text was made of.

        Accents that follow the last letter as code points of their own belong to it.
        """
        first = self._place(start)[0]
        last = self._place(end - 1)[1]
        while last < len(self.original) and self.original[last] > "\x7f" and not fold_letter(self.original[last]):
            last += 1
        return first, last

    def _place(self, at: int) -> tuple[int, int]:
        index = bisect_right(self._folded, at) - 1
        if index < 0:
            return at, at + 1
        source = self._source[index]
        if self._whole[index]:
            return source, source + 1
        source += at - self._folded[index]
        return source, source + 1
