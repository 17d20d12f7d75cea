"""When do two names name the same actor? Keys and comparisons of names, one kind at a time."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from reader.extract.actors.gazetteer import Gazetteer, sections

PARTICLES = frozenset(
    (
        "von",
        "van",
        "der",
        "den",
        "de",
        "del",
        "della",
        "di",
        "da",
        "dos",
        "du",
        "la",
        "le",
        "el",
        "al",
        "bin",
        "ibn",
        "abu",
    )
)
"""Words inside a family name, lower case."""

_GENERATION = frozenset(["Jr", "Jr.", "Sr", "Sr.", "II", "III", "IV"])

_LEGAL = re.compile(
    r"(?<!&)(?<!\band)[,\s]+(?:Inc|Corp|Ltd|LLC|LLP|PLC|plc|Co|AG|GmbH|SA|NV|Limited|Corporation|Incorporated)\.?$"
)


@lru_cache(maxsize=1)
def _spellings() -> tuple[tuple[tuple[str, str], ...], dict[int, str], dict[str, str]]:
    """Transliterations in order, Cyrillic letters, and full forms of first names."""
    pairs = {
        heading: [(one, other) for one, _, other in (item.partition(":") for item in items)]
        for heading, items in sections("spellings.txt").items()
    }
    return tuple(pairs["fold"]), {ord(one): other for one, other in pairs["cyrillic"]}, dict(pairs["first-name"])


@lru_cache(maxsize=20_000)
def fold(name: str) -> str:
    """``name`` without case, accents, script and the differences of transliterations."""
    bare = "".join(mark for mark in unicodedata.normalize("NFKD", name.casefold()) if not unicodedata.combining(mark))
    folds, cyrillic, _ = _spellings()
    bare = bare.translate(cyrillic).translate({0x131: "i", 0xF8: "o", 0x142: "l", 0x111: "d", 0x2019: "", 0x27: ""})
    for old, new in folds:
        bare = bare.replace(old, new)
    return re.sub(r"(.)\1+", r"\1", bare)


def plain(name: str) -> str:
    """``name`` in one line, without legal form and with straight apostrophes."""
    return _LEGAL.sub("", " ".join(name.split())).replace("’", "'")


def person_words(words: list[str]) -> list[str]:
    """The words of a person's name that count: no ``Jr.``, no quotation marks around a nickname."""
    kept = [word for word in words if word not in _GENERATION and any(mark.isalnum() for mark in word)]
    return kept or words


def generation_of(words: list[str]) -> str:
    """``jr`` or ``sr`` where a person's name ends so; kings are told apart by no number here."""
    last = words[-1].lower().rstrip(".")
    return last if last in ("jr", "sr") and len(words) > 1 else ""


def family_words(words: list[str]) -> list[str]:
    """The family name of a person's full name, with its particles: ``von der Leyen``."""
    start = len(words) - 1
    while start > 1 and words[start - 1].lower() in PARTICLES:
        start -= 1
    return words[start:]


def without_article(word: str) -> str:
    """The folded family name without the Arabic article written to it: ``Burhan`` for ``al-Burhan``."""
    head, _, rest = word.partition("-")
    return fold(rest if rest and head.lower() in ("al", "el", "as", "ar", "ash") else word)


def same_first_name(one: str, other: str) -> bool:
    """Whether two first names may be one person's: the same, an initial, a short form or another spelling."""
    a, b = one.rstrip(".").lower(), other.rstrip(".").lower()
    if a == b or fold(a) == fold(b):
        return True
    short, long = sorted((a, b), key=len)
    if len(short) == 1:
        return long.startswith(short)
    _, _, full = _spellings()
    if full.get(a, a) == full.get(b, b):
        return True
    return close(fold(a), fold(b))


def close(one: str, other: str) -> bool:
    """Whether two folded names of five letters and more differ like spellings of one name, not like two names."""
    if min(len(one), len(other)) < 5 or one[0] != other[0]:
        return False
    from rapidfuzz.distance import DamerauLevenshtein

    return DamerauLevenshtein.distance(one, other, score_cutoff=1) <= 1


def initials(words: list[str]) -> set[str]:
    """Acronyms that a body's name may form, with and without its small words (National Security Council: NSC)."""
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
    if entry is None and name.isupper() and len(name) > 4:
        entry = gazetteer.entry(name.title())
    return entry.name if entry else None
