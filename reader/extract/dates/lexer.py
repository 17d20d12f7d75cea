"""A text as a string of codes, one character for a word, number or mark that the grammar knows.

Rules are then regular expressions over codes, not over text: a run of words that no rule speaks of is one code, so the
string is a small part of the text's length, and a number is one code whatever its digits.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from reader.extract.dates.codes import BREAK, NAME, OTHER, Lexemes
from reader.extract.dates.english import CAPITALISED, DOTTED, ORDINALS
from reader.extract.dates.numerals import NUMBER_WORDS, bucket, merge_numerals


@cache
def _scanner() -> re.Pattern[str]:
    return re.compile(
        r"(?P<url>(?<!\w)(?:https?://|www\.)[^\s<>\"”]+)"
        r"|(?P<iso>(?<![\w.-])\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:?\d\d)?)?(?![\w-]))"
        r"|(?P<slash>(?<![\w./-])(?:\d{1,2}(?P<sep>[/.-])\d{1,2}(?P=sep)\d{4}|\d{1,2}(?P<bar>[/-])\d{1,2}(?P=bar)\d\d|\d{4}/\d{1,2}/\d{1,2}"
        r"|(?:(?<=\bon\s)|(?<=\bdated\s))\d{1,2}\.\d{1,2}\.\d\d(?!\.\d|\d))(?![\w/-]))"
        r"|(?P<clock>(?<![\w.:])(?:\d{1,2}:[0-5]\d(?::[0-5]\d)?(?!\d|:\d)|\d{1,2}h[0-5]\d(?!\w)))"
        r"|(?P<isomonth>(?<![\w./-])\d{4}-(?:0[1-9]|1[0-2])(?![\w-]))"
        r"|(?P<decade>(?<!\w)(?:['’]?\d0['’]?s|\d\d\d0 ?['’]?s)(?!\w))"
        r"|(?P<shortyear>(?<!\w)['’]\d\d(?![\w]))"
        r"|(?P<shortquarter>(?<!\w)(?:[QH][1-4]|[1-4][QH])(?!\w))"
        r"|(?P<quarteryear>(?<!\w)(?:[1-4][QH]['’]?\d\d|[QH][1-4]['’]\d\d)(?!\w))"
        r"|(?P<fiscal>(?<!\w)FY ?['’]?(?:\d{4}|\d\d)(?!\w))"
        r"|(?P<ordinal>(?<![\w.,])\d{1,4}(?:st|nd|rd|th|ST|ND|RD|TH)(?!\w))"
        r"|(?P<fraction>(?<![\w.,/])(?:\d{1,4}[ -])?\d/\d(?![\w/])|(?<![\w.,])\d{0,4}[½¼¾])"
        r"|(?P<number>(?<![\w.,])\d{1,12}(?:,\d{3}){0,4}(?:\.\d{1,6})?)"
        r"|(?P<meridiem>(?<![A-Za-z.])[AaPp]\.\s?[Mm](?:\.|(?!\w)))"
        r"|(?P<blank>\n[^\S\n]{0,80}\n\s*)"
        r"|(?P<word>[^\W\d_]+)"
        r"|(?P<junk>\w+)"
        r"|['’](?P<tail>s)(?!\w)"
        r"|(?P<mark>[^\w\s])"
    )


_MONEY = "$£€¥#№₽₹"
_HALVES = {"½": 0.5, "¼": 0.25, "¾": 0.75}


def lex(text: str, vocabulary: Mapping[str, str]) -> Lexemes:
    """Read ``text`` into codes; ``vocabulary`` gives the code of each word that the grammar names."""
    codes: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    values: dict[int, object] = {}
    spelled: list[int] = []  # indices of number words, for merging
    last = ""
    known = vocabulary.get
    for match in _scanner().finditer(text):
        kind = match.lastgroup
        if kind == "word":
            word = match.group()
            lower = word.lower()
            code = known(lower, "")
            if code and word in CAPITALISED:
                code = ""
            elif lower in ORDINALS and lower != "second":
                code = "q"
                values[len(codes)] = ORDINALS[lower]
            elif lower in NUMBER_WORDS:
                code = "a"
            if not code:
                code = NAME if word[0].isupper() else OTHER
                if code == last:
                    ends[-1] = match.end()
                    continue
            start, end = match.span()
            if lower in DOTTED and text[end : end + 1] == ".":
                end += 1
            elif lower in NUMBER_WORDS:
                spelled.append(len(codes))
        elif kind == "mark":
            if ends and match.start() < ends[-1]:
                continue  # the full stop of an abbreviation
            start, end = match.span()
            # A hyphen between spaces is a dash: "in three years - the second time".
            dash = match.group() == "-" and text[start - 1 : start].isspace() and text[end : end + 1].isspace()
            code = known("–" if dash else match.group(), OTHER)
        elif kind in ("junk", "url"):
            code = OTHER
            start, end = match.span()
        elif kind == "blank":
            code = BREAK
            start, end = match.span()
        elif kind == "meridiem":
            code = known("am" if match.group()[0] in "aA" else "pm", OTHER)
            start, end = match.span()
        elif kind == "tail":
            code = known("'s", OTHER)
            start, end = match.span()
        else:
            start, end = match.span()
            code, value = _number(kind or "", match.group())
            if code in "0123456789" and start and text[start - 1] in _MONEY:
                code = OTHER
            else:
                values[len(codes)] = value
        if code == OTHER and last == OTHER:
            ends[-1] = end
            continue
        codes.append(code)
        starts.append(start)
        ends.append(end)
        last = code
    lexemes = Lexemes("".join(codes), starts, ends, values)
    return merge_numerals(text, lexemes, spelled) if spelled else lexemes


def _number(kind: str, raw: str) -> tuple[str, object]:
    """Code and value of a numeral."""
    if kind == "iso":
        return "i", raw
    if kind == "slash":
        return "j", raw
    if kind == "shortquarter":
        return "m", raw
    if kind == "quarteryear":
        return "u", raw
    if kind == "fiscal":
        year = int(raw[2:].strip(" '’"))
        return "n", year if year > 99 else 2000 + year
    if kind == "clock":
        return "k", raw.replace("h", ":")
    if kind == "isomonth":
        return "l", raw
    if kind == "decade":
        digits = "".join(char for char in raw if char.isdigit())
        return "s", int(digits)
    if kind == "shortyear":
        return "t", int(raw[1:])
    if kind == "ordinal":
        number = int(raw[:-2])
        return ("o" if 1 <= number <= 31 else "p"), number
    if kind == "fraction":
        return "9", _fraction(raw)
    plain = raw.replace(",", "")
    if "." in plain:
        return "9", float(plain) if len(plain.split(".")[1]) != 2 else raw
    return bucket(int(plain), raw), int(plain)


def _fraction(raw: str) -> float:
    if raw[-1] in _HALVES:
        return (int(raw[:-1]) if raw[:-1] else 0) + _HALVES[raw[-1]]
    whole, _, part = raw.replace("-", " ").rpartition(" ")
    top, _, bottom = part.partition("/")
    return (int(whole) if whole else 0) + (int(top) / int(bottom) if int(bottom) else 0)
