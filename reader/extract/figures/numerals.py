"""Numbers in digits and words, and what they are worth."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

_ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_SMALL = {word: value for value, word in enumerate(_ONES.split(" "))}
_SMALL |= {word: 20 + 10 * step for step, word in enumerate(_TENS.split(" "))}
_SCALE = {"hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "dozen": 12.0}
_SHORT_SCALE = {"k": 1e3, "m": 1e6, "mn": 1e6, "mln": 1e6, "bn": 1e9, "bln": 1e9, "b": 1e9, "tn": 1e12, "trn": 1e12}
_VAGUE = {
    "tens": 10.0,
    "dozens": 12.0,
    "scores": 20.0,
    "hundreds": 1e2,
    "thousands": 1e3,
    "millions": 1e6,
    "billions": 1e9,
}
_FRACTIONS = {"half": 1 / 2, "third": 1 / 3, "quarter": 1 / 4, "fifth": 1 / 5, "tenth": 1 / 10}
_VULGAR = {"½": 0.5, "¼": 0.25, "¾": 0.75, "⅓": 1 / 3, "⅔": 2 / 3}

_LONGEST = 15
"""Digits of a number at most; longer ones are codes, not quantities."""
_SMALLS = "|".join(sorted(_SMALL, key=len, reverse=True))
_SCALES = "|".join(_SCALE)
_DIGITS = r"(?:\d{1,3}(?:[,\u00a0\u202f']\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?[½¼¾⅓⅔]?|[½¼¾⅓⅔])(?![\d/]|[.,:]\d)"
_AFTER_DIGITS = (
    rf"(?P<scale>[ \u00a0\n]?-?(?:{_SCALES})s?\b|[ \u00a0]?(?:mn|mln|bn|bln|tn|trn)\b|(?:k|m|b)\b(?![-'’]))?"
)

NUMERAL = re.compile(
    r"(?P<vague>\b(?:tens|dozens|scores|hundreds|thousands|millions|billions)"
    r"(?: of (?:thousands|millions|billions))?\b)"
    r"|(?P<fraction>\b(?:one|two|three|four|a)[- ](?:third|quarter|fifth|tenth|half)s?"
    r"(?= (?:of|the|a|an|its|their|his|her)\b)"
    r"|\bhalf(?= (?:a|an) (?:hour|day|year|century|mile|point|percentage)\b))"
    rf"|(?P<digits>(?<![\w.,/:'’-])(?<!\d[–—]){_DIGITS}{_AFTER_DIGITS})"
    rf"|(?P<words>\b(?:(?:half an?|an?|a few|several|many) (?=(?:{_SCALES})\b))?(?:{_SMALLS}|{_SCALES})"
    rf"(?:(?:-| and |[ \n])(?:{_SMALLS}|{_SCALES}))*(?: and an? (?:half|quarter)(?: (?:{_SCALES})s?)?)?\b)",
    re.IGNORECASE,
)
"""One number as it is written, its scale with it; what it counts is not part of it."""
SECOND = re.compile(rf"(?P<digits>{_DIGITS}{_AFTER_DIGITS})", re.IGNORECASE)
"""The same for the second number of a range or score, which stands right after its dash."""


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number found in the text."""

    start: int
    end: int
    value: float
    vague: bool = False
    """True for *dozens*, *a few hundred*."""
    decimals: bool = False
    digits: bool = False
    factor: float = 1.0
    """What the scale word multiplies by."""
    short: str = ""
    """The scale where it is one letter, which may be a unit after all."""
    words: bool = False


def read(match: re.Match[str]) -> Numeral | None:
    """The number of a match of :data:`NUMERAL`, or None where the words are no number after all."""
    start, end = match.span()
    text = match.group().lower()
    groups = match.groupdict()
    if groups.get("vague"):
        first, _, rest = text.partition(" of ")
        return Numeral(start, end, _VAGUE[first] * _VAGUE.get(rest, 1.0), vague=True, words=True)
    if groups.get("fraction"):
        return Numeral(start, end, _fraction(text), words=True)
    if groups["digits"]:
        return _digits(match, text)
    return _words(text, start, end)


def _fraction(text: str) -> float:
    parts = re.split(r"[- ]", text.strip())
    if parts == ["half"]:
        return 0.5
    return (1 if parts[0] == "a" else _SMALL[parts[0]]) * _FRACTIONS[parts[1].removesuffix("s")]


def _digits(match: re.Match[str], text: str) -> Numeral | None:
    scale = (match["scale"] or "").lower()
    plain = text[: len(text) - len(scale)]
    vulgar = _VULGAR.get(plain[-1], 0.0)
    plain = re.sub(r"[,\u00a0\u202f'½¼¾⅓⅔]", "", plain)
    if len(plain) > _LONGEST:
        return None
    value = Decimal(plain or 0) + Decimal(str(vulgar))
    word = scale.strip(" -\n\u00a0")
    factor = _SCALE.get(word.removesuffix("s"), 0.0) or _SHORT_SCALE.get(word, 1.0)
    return Numeral(
        match.start(),
        match.end(),
        float(value * Decimal(factor)),
        decimals="." in plain,
        digits=True,
        factor=factor,
        short=scale if len(scale) == 1 else "",
    )


def _words(text: str, start: int, end: int) -> Numeral | None:
    parts = re.split(r"[-\s]", text)
    vague = False
    value = total = 0.0
    seen = False
    for part in parts:
        if part in ("a", "an"):
            continue
        if part == "half":
            value += 0.5
        elif part == "quarter":
            value += 0.25
        elif part in ("few", "several", "many"):
            value, vague = (3.0 if part != "many" else 1.0), True
        elif part in _SMALL:
            value += _SMALL[part]
            seen = True
        elif part == "and":
            continue
        elif part in _SCALE:
            factor = _SCALE[part]
            value = (value or 1.0) * factor
            if factor >= 1e3:
                total, value = total + value, 0.0
            seen = True
    if not seen:
        return None
    return Numeral(start, end, total + value, vague=vague, words=True)
