"""Hostile shapes of text, of any size: what makes careless parsers and extractors slow or breaks them."""

from __future__ import annotations

import itertools
import random
from collections.abc import Callable

from tests.fuzz.chains import CHAINS

UNITS: dict[str, str] = {
    "letters": "a",
    "capitals": "A",
    "digits": "1",
    "spaces": " ",
    "no-break": "\u00a0",
    "newlines": "\n",
    "paragraphs": "a\n\n",
    "lines": "a\n",
    "lines-of-capitals": "A\n",
    "tabs": "a\t",
    "dots": ".",
    "ellipses": "… ",
    "commas": ",",
    "words-commas": "a, ",
    "semicolons": "; ",
    "colons": ":",
    "hyphens": "-",
    "dashes": " – ",
    "minus": "−1 ",
    "slashes": "/",
    "apostrophes": "'",
    "possessives": "a’s ",
    "quotes": '"',
    "quotes-words": '"a" ',
    "curly": "“",
    "curly-closed": "”",
    "curly-words": "“a” ",
    "singles": "‘",
    "quoted-said": "“Yes,” he said. ",
    "said-quoted": "He said: “Yes. ",
    "quote-comma": "“a,” ",
    "guillemets": "« ",
    "brackets": "[",
    "brackets-closed": "]",
    "brackets-nested": "[a](",
    "images": "![",
    "links": "[a](http://b.c) ",
    "references": "[a]: http://b.c\n",
    "footnotes": "[^1]",
    "parens": "(",
    "parens-words": "(a ",
    "parens-closed": ")",
    "stars": "*",
    "stars-words": "*a ",
    "strong": "**a",
    "underscores": "_a",
    "strikes": "~~a",
    "ticks": "`",
    "ticks-words": "`a ",
    "backslashes": "\\",
    "entities": "&amp;",
    "ampersands": "&",
    "entity-numbers": "&#",
    "lt": "<",
    "tags": "<a>",
    "tags-open": "<a ",
    "tags-closed": "</a>",
    "divs": "<div>",
    "comments": "<!--",
    "cdata": "<![CDATA[",
    "declarations": "<!A ",
    "autolinks": "<http:",
    "hashes": "#",
    "headings": "# a\n",
    "rules": "---\n",
    "fences": "```\n",
    "quotations": "> ",
    "quotations-lines": ">a\n",
    "items": "- ",
    "items-lines": "- a\n",
    "numbered": "1. a\n",
    "indented": " - a\n",
    "pipes": "|",
    "cells": "| a ",
    "rows": "|a|b|\n|-|-|\n",
    "setext": "a\n=\n",
    "hard-breaks": "a  \n",
    "front-matter": "---\ntitle: a\n",
    "yaml": "a: - ",
    "toml": "+++\n",
    "urls": "http://a.b/",
    "www": "www.a.",
    "emails": "a@",
    "emails-dots": "a@b.",
    "at": "@a ",
    "url-parens": "http://a(",
    "of": "Bank of ",
    "of-the": "Ministry of the ",
    "and": "Biden and ",
    "ands": "and ",
    "the": "the ",
    "that": "that ",
    "said": "said ",
    "said-that": "he said that ",
    "according": "according to ",
    "told": "told him ",
    "not": "not ",
    "names": "Joe Biden ",
    "names-commas": "Joe Biden, ",
    "initials": "A. ",
    "initials-joined": "A.",
    "titles": "Mr. ",
    "president": "President ",
    "president-of": "the president of the ",
    "states": "U.S. ",
    "inc": "Acme Inc. ",
    "acronyms": "(NATO) ",
    "places": "Paris, France, ",
    "verbs": "would have been ",
    "infinitives": "to go ",
    "which": "which was ",
    "who": "Biden, who ",
    "he": "he ",
    "ings": "going ",
    "sentence": "Biden met Putin. ",
    "unended": "the minister said on Monday that talks with Moscow would go on ",
    "questions": "Is it? ",
    "days": "Monday ",
    "months": "in January ",
    "dates": "12 January 2022, ",
    "numeric-dates": "01/02/2022 ",
    "iso": "2021-12-30T",
    "years": "1990s ",
    "last": "last ",
    "ago": "years ago ",
    "every": "every ",
    "from": "from ",
    "ranges": "from Monday to ",
    "between": "between 1 and ",
    "clock": "12:30 ",
    "ordinals": "first ",
    "of-months": "of May ",
    "the-day": "the day after ",
    "numbers": "1 ",
    "numbers-commas": "1,000,",
    "numbers-dots": "1.",
    "words-numbers": "two hundred ",
    "and-numbers": "hundred and ",
    "million": "million ",
    "money": "$1 million ",
    "dollars": "$",
    "percent": "50% ",
    "percents": "percent ",
    "units": "5 km ",
    "fractions": "1/2 ",
    "counts": "5 people ",
    "measures": "five-metre-",
    "marks": "\u0301",
    "letters-marks": "e\u0301",
    "zero-width": "a\u200b",
    "joiners": "👩\u200d",
    "flags": "🇺🇳",
    "emoji": "😀",
    "wide": "中文",
    "wide-stops": "中。",
    "arabic": "اب ",
    "devanagari": "क्",
    "thai": "กำ",
    "hangul": "ᄀ",
    "digits-arabic": "١",
    "overrides": "\u202ea",
    "isolates": "\u2066a",
    "escapes": "\x1b[31m",
    "osc": "\x1b]52;c;",
    "c1": "\x9b1m",
    "nul": "\x00",
    "tags-invisible": "\U000e0041",
    "soft-hyphens": "a\u00ad",
    "ligatures": "ﬁ",
    "sharp": "ß",
    "dotted": "İ",
    "long-s": "ſ",
    "rtl-marks": "a\u200f",
    "variation": "a\ufe0f",
    "replacement": "\ufffd",
    **CHAINS,
}
"""Each is said again and again."""


def repeated(unit: str) -> Callable[[int], str]:
    """Grows a text out of one unit."""
    return lambda size: (unit * (size // len(unit) + 1))[:size]


def _nested(opens: str, closes: str) -> Callable[[int], str]:
    def text(size: int) -> str:
        depth = size // (len(opens) + len(closes))
        return opens * depth + "a" + closes * depth

    return text


def _words(capital: bool, after: str) -> Callable[[int], str]:
    """Words that are all different: what is remembered of each grows."""

    def text(size: int) -> str:
        letters = "bcdfghjklmnprstvz"
        found: list[str] = []
        length = 0
        for number in itertools.count(1):
            word = ""
            while number:
                number, digit = divmod(number, 17)
                word += letters[digit] + "aeiou"[digit % 5]
            found.append((word.capitalize() if capital else word) + after)
            length += len(found[-1])
            if length >= size:
                return "".join(found)
        raise AssertionError

    return text


def _deeper(opens: str) -> Callable[[int], str]:
    """Lines of which each is one level deeper than the one before it."""

    def text(size: int) -> str:
        found = ""
        for depth in itertools.count(1):
            if len(found) >= size:
                return found
            found += opens * depth + "a\n"
        raise AssertionError

    return text


def _longer(unit: str, between: str) -> Callable[[int], str]:
    """Runs of a sign, each longer than the one before it."""

    def text(size: int) -> str:
        found = ""
        for length in itertools.count(1):
            if len(found) >= size:
                return found
            found += unit * length + between
        raise AssertionError

    return text


def _numbered(form: str, then: str = "") -> Callable[[int], str]:
    """A form with a number that grows, and as often what refers to it."""

    def text(size: int) -> str:
        count = size // (len(form) + len(then) + 4)
        return "".join(form.format(at) for at in range(count)) + "\n" + "".join(then.format(at) for at in range(count))

    return text


def _days(size: int) -> str:
    days = (f"{day % 28 + 1} {_MONTHS[day % 12]} {1500 + day % 600}, " for day in itertools.count())
    return "".join(itertools.islice(days, size // 16))


def _ragged(size: int) -> str:
    columns = max(1, int(size**0.5) // 2)
    head = "|a" * columns + "|\n" + "|-" * columns + "|\n"
    return head + "|a\n" * max(0, (size - len(head)) // 3)


def _noise(size: int) -> str:
    chance = random.Random(size)
    units = list(UNITS.values())
    found = ""
    while len(found) < size:
        found += "".join(chance.choices(units, k=200))
    return found[:size]


_MONTHS = str.split("January February March April May June July August September October November December")

SHAPES: dict[str, Callable[[int], str]] = {
    **{name: repeated(unit) for name, unit in UNITS.items()},
    "nested-brackets": _nested("[", "]"),
    "nested-links": _nested("[", "](a)"),
    "nested-parens": _nested("(", ")"),
    "nested-quotes": _nested("“", "”"),
    "nested-stars": _nested("*a ", " a*"),
    "nested-divs": _nested("<div>", "</div>"),
    "nested-tables": _nested("<table><tr><td>", "</td></tr></table>"),
    "nested-spans": _nested("<b><i>", "</i></b>"),
    "nested-emphasis": _nested("*a **b ", " c** d*"),
    "nested-singles": _nested("‘“", "”’"),
    "nested-straight": _nested("\"a 'b ", " c' d\""),
    "nested-images": _nested("![", "](a)"),
    "nested-lists": _nested("<ul><li>", "</li></ul>"),
    "nested-comments": _nested("<!--", "-->"),
    "nested-isolates": _nested("\u2067", "\u2069"),
    "nested-names": _nested("Bank of (", " Inc.)"),
    "deeper-quotations": _deeper("> "),
    "deeper-items": _deeper("  "),
    "deeper-indented": _deeper("- "),
    "longer-ticks": _longer("`", "a"),
    "longer-stars": _longer("*", "a "),
    "longer-digits": _longer("1", " "),
    "longer-capitals": _longer("A", " "),
    "longer-names": _longer("Joe ", "said. "),
    "longer-spaces": _longer(" ", "a"),
    "longer-hyphens": _longer("a-", " "),
    "longer-quotes": _longer('"', "a "),
    "numbered-references": _numbered("[r{0}]: /u\n", "[r{0}] "),
    "numbered-footnotes": _numbered("a[^{0}] ", "[^{0}]: b\n\n"),
    "numbered-attributes": _numbered("<p a{0}=1 ", ">"),
    "numbered-entities": _numbered("&#{0};"),
    "numbered-headings": _numbered("# h{0}\n"),
    "numbered-years": _numbered("in {0}, "),
    "numbered-money": _numbered("${0} million, "),
    "other-words": _words(False, " "),
    "other-quoted": _words(True, " said: “a.” "),
    "other-roles": _words(True, ", the president, "),
    "other-initials": _words(True, " A. B., "),
    "other-hyphens": _words(True, "-"),
    "other-acronyms": _words(True, " Bank (NB), "),
    "other-names": _words(True, " "),
    "other-bodies": _words(True, " Bank, "),
    "other-people": _words(True, " said Mr. "),
    "other-sentences": _words(True, " met him. "),
    "other-days": _days,
    "ragged-table": _ragged,
    "noise": _noise,
}
"""Each gives about so many characters."""
