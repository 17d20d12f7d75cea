"""The alphabet of the lexer: what one character of a coded text stands for."""

from __future__ import annotations

from dataclasses import dataclass

OTHER = "x"
"""Code of a run of words that no rule names."""
NAME = "X"
"""Code of a run of such words that begin with a capital."""
BREAK = "\n"
"""Code of a blank line: no expression runs over it."""

# Numbers are coded by form and size, so that a rule can ask for what may be a day or a year:
#   0       zero
#   1 2 3   1 to 12, 13 to 24, 25 to 31 in digits
#   4 5     32 to 59, 60 to 99
#   6       three digits, and four beyond the years
#   7       1000 to 2199 in four digits: may be a year
#   8 9     larger or with thousands separators; with a fraction
#   a b c   1 to 12, 13 to 31, larger in words
#   d       a year in words: nineteen ninety-six, two thousand and four
#   o p     1st to 31st; 32nd and beyond
#   q r     the same in words
#   s t     1990s, '90s; '98
#   i l     2022-01-10, perhaps with a time; 2022-01
#   j k     10/01/2022 and the like; 10:35
#   m n u   Q3, 3Q, H1; FY2023; 2Q23
NUMBER_SETS: dict[str, str] = {
    "day": "123",
    "dayword": "ab",
    "hour": "12a",
    "hhmm": "67",
    "year": "7d",
    "yy": "123450",
    "count": "0123456789abcd",
    "digits": "0123456789",
    "notyear": "012345689abc",
    "ordinal": "opqr",
    "dayth": "oq",
    "decade": "s",
    "shortyear": "t",
    "isodate": "i",
    "slashdate": "j",
    "clock": "k",
    "shortquarter": "m",
    "quarteryear": "u",
    "fiscalyear": "n",
    "decimal": "9",
    "isomonth": "l",
    "other": OTHER,
    "name": NAME,
}


@dataclass(frozen=True, slots=True)
class Lexemes:
    """The codes of a text, where each stands, and what the numbers among them say."""

    codes: str
    starts: list[int]
    ends: list[int]
    values: dict[int, object]
