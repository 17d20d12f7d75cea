"""Numbers in words: ``twenty-four``, ``two hundred and five``, ``nineteen ninety-six``."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from reader.extract.dates.codes import Lexemes
from reader.extract.dates.english import NUMBERS, ORDINALS, SCALES, TENS

NUMBER_WORDS = frozenset(NUMBERS) | frozenset(TENS) | frozenset(SCALES)


def bucket(number: int, raw: str) -> str:
    """Code of a numeral in digits, by its size and its writing."""
    if len(raw) == 4 and 1000 <= number <= 2199:
        return "7"
    if "," in raw or number > 9999:
        return "8"
    if len(raw) > 2:
        return "6"
    for limit, code in ((0, "0"), (12, "1"), (24, "2"), (31, "3"), (59, "4"), (99, "5")):
        if number <= limit:
            return code
    return "6"


def merge_numerals(text: str, lexemes: Lexemes, spelled: list[int]) -> Lexemes:
    """Number words that belong together become one lexeme with the number as its value.

    :param spelled: indices of the lexemes that are number words.
    """
    heads = set(spelled)

    def word(at: int) -> str:
        return text[lexemes.starts[at] : lexemes.ends[at]].lower() if at < len(lexemes.codes) else ""

    codes: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    values: dict[int, object] = {}
    index, count = 0, len(lexemes.codes)
    while index < count:
        stop, code, value = index + 1, lexemes.codes[index], lexemes.values.get(index)
        begin = lexemes.starts[index]
        if index in heads:
            stop, number, form = _read(word, index)
            value, code = number, _code(number, form)
            if word(index) in SCALES and starts and word(index - 1) == "a" and starts[-1] == lexemes.starts[index - 1]:
                codes.pop()  # "a hundred years": the article is part of the number
                ends.pop()
                begin = starts.pop()
            half = _half_before(text, begin) if word(index) == "dozen" and number == 12 else None
            while half is not None and starts and starts[-1] >= half:
                codes.pop()  # "half a dozen years", "a half-dozen years"
                ends.pop()
                begin, value = starts.pop(), 6
        elif isinstance(value, (int, float)) and index + 1 in heads and code in "123456789":
            scale = SCALES.get(word(index + 1))
            if scale:
                stop, code, value = index + 2, "8", value * scale
        if value is not None:
            values[len(codes)] = value
        codes.append(code)
        starts.append(begin)
        ends.append(lexemes.ends[stop - 1])
        index = stop
    return Lexemes("".join(codes), starts, ends, values)


@cache
def _half() -> re.Pattern[str]:
    return re.compile(r"\b(?:a )?half[ -]\Z", re.IGNORECASE)


def _half_before(text: str, begin: int) -> int | None:
    """Where the half of a dozen begins; None where there is none."""
    found = _half().search(text, max(0, begin - 7), begin)
    return found.start() if found else None


def _code(number: int, form: str) -> str:
    if form == "ordinal":
        return "q" if number <= 31 else "r"
    if form == "year" or 1900 < number <= 2199:
        return "d"
    return "a" if 0 < number <= 12 else "b" if 0 < number <= 31 else "c"


def _read(word: Callable[[int], str], index: int) -> tuple[int, int, str]:
    """The number whose first word is lexeme ``index``: where it ends, its value, and cardinal, ordinal or year."""
    total = current = 0
    last, form, stop = "", "cardinal", index
    while True:
        at = stop
        joined = ""
        if at > index and word(at) in ("-", "and"):
            joined = word(at)
            at += 1
        item = word(at)
        if joined == "-" and last not in ("ten", "year"):
            break
        if joined == "and" and (last not in ("hundred", "scale") or item in SCALES):
            break
        if item in NUMBERS and NUMBERS[item] < 10:
            if last not in ("", "ten", "hundred", "scale"):
                break
            current, last = current + NUMBERS[item], "unit"
        elif item in NUMBERS or item in TENS:
            kind = "ten" if item in TENS else "teen"
            amount = TENS.get(item) or NUMBERS[item]
            if last in ("", "hundred", "scale"):
                current, last = current + amount, kind
            elif not total and ((last == "teen" and kind == "ten") or (last == "ten" and current == 20)):
                current, last, form = current * 100 + amount, kind, "year"
            else:
                break
        elif item == "hundred" and last in ("", "unit", "teen") and form == "cardinal":
            current, last = (current or 1) * 100, "hundred"
        elif item in SCALES and item != "hundred" and form == "cardinal":
            total, current, last = total + (current or 1) * SCALES[item], 0, "scale"
            if at == index and item != "thousand":
                stop = at + 1
                break  # "$300 million five years ago": the five counts years
        elif item in ORDINALS and ORDINALS[item] < 10 and last == "ten" and form == "cardinal":
            return at + 1, total + current + ORDINALS[item], "ordinal"
        else:
            break
        stop = at + 1
    return max(stop, index + 1), total + current, form
