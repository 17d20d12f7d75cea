"""When do two names name the same actor? Keys and comparisons, one kind at a time."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from reader.extract.actors.gazetteer import Gazetteer

PARTICLES = frozenset("von van der den de del della di da dos du la le el al bin ibn ben abu ter ten zu st af".split())
"""Lower-case words inside a family name."""

_LEGAL = re.compile(
    r"[,\s]+(?:Inc|Corp|Ltd|LLC|LLP|PLC|plc|Co|AG|GmbH|SA|NV|Limited|Corporation|Incorporated|Company)\.?$"
)
_FOLDS = (
    ("kh", "h"), ("sch", "sh"), ("tsch", "ch"), ("tch", "ch"), ("ph", "f"), ("zh", "j"), ("w", "v"), ("y", "i"), ("ii", "i"), ("ei", "i"),
    ("ck", "k"), ("q", "k"), ("ks", "x"), ("ie", "e"), ("ye", "e"), ("j", "i"), ("ou", "u"), ("oo", "u"),
)  # fmt: skip
"""How transliterations differ, each side rewritten to the second form: Peskov, Peskow; Zelensky, Zelenskyy."""


@lru_cache(maxsize=20_000)
def fold(name: str) -> str:
    """``name`` without case, accents and the differences of transliterations."""
    plain = "".join(mark for mark in unicodedata.normalize("NFKD", name.casefold()) if not unicodedata.combining(mark))
    plain = plain.translate({0x131: "i", 0xF8: "o", 0x142: "l", 0x111: "d", 0xE6: "ae", 0x2019: "", 0x27: ""})
    for old, new in _FOLDS:
        plain = plain.replace(old, new)
    return re.sub(r"(.)\1+", r"\1", plain)


def plain(name: str) -> str:
    """``name`` in one line, without legal form and with straight apostrophes."""
    return _LEGAL.sub("", " ".join(name.split())).replace("’", "'")


def family_name(words: list[str]) -> str:
    """The family name of a person's full name, with its particles: ``von der Leyen``."""
    while len(words) > 2 and words[-1].rstrip(".") in ("Jr", "Sr", "II", "III", "IV"):
        words = words[:-1]
    start = len(words) - 1
    while start > 1 and words[start - 1].lower() in PARTICLES:
        start -= 1
    return " ".join(words[start:])


def initials(words: list[str]) -> set[str]:
    """Acronyms that a body's name may form, with and without its small words: ``National Security Council``: ``NSC``."""
    parts = [part for word in words for part in word.split("-") if part]
    capitals = "".join(part[0] for part in parts if part[0].isupper())
    everything = "".join(part[0].upper() for part in parts if part[0].isalpha())
    nouns = "".join(
        part[0].upper() for part in parts if part.lower() not in ("the", "of", "and", "for", "on", "in", "&")
    )
    return {form for form in (capitals, everything, nouns) if len(form) > 1}


def is_acronym(word: str) -> bool:
    """Whether ``word`` looks like one: ``NATO``, ``U.N.``, ``RFE``, ``AfD``."""
    bare = word.replace(".", "")
    return 2 <= len(bare) <= 7 and bare.isalpha() and sum(mark.isupper() for mark in bare) >= max(2, len(bare) - 1)


def known_as(name: str, gazetteer: Gazetteer) -> str | None:
    """The canonical name of a known place, body or people that ``name`` is a form of."""
    entry = gazetteer.entry(name) or gazetteer.entry(name.removeprefix("the ").removeprefix("The "))
    return entry.name if entry else None
