"""Figures: money, percentages, measures, ages, scores and counts, with their value and unit."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from reader.extract.article import Article
from reader.extract.figures.kinds import figure_of
from reader.extract.figures.numerals import NUMERAL, read
from reader.extract.figures.units import APPROXIMATE
from reader.extract.syntax.chunks import grammar_of
from reader.model import DateFact, Figure

__all__ = ["find_figures"]

_APPROXIMATE = re.compile(rf"\b(?:{APPROXIMATE})\s\Z|~\s?\Z", re.IGNORECASE)
_MINUS = re.compile(r"(?:(?<![\w)])[-−]|\bminus\s)\Z", re.IGNORECASE)
_REACH = 24
"""Characters before a number that are looked at."""


def find_figures(article: Article, dates: Sequence[DateFact]) -> list[Figure]:
    """Figures of ``article`` in order; no dates, times of day, years, telephone numbers, nor numbers that are names.

    The span has the number with its words of degree and its unit (``nearly 2 million tonnes``, ``$3bn``); what a plain
    number counts is its ``unit``, in the singular, outside the span (``nearly 200`` soldiers).
    """
    text = article.text
    calendar = [(date.start, date.end) for date in dates if date.type != "DURATION"]
    grammar = grammar_of(article)
    figures: list[Figure] = []
    done = 0
    for match in NUMERAL.finditer(text):
        if match.start() < done or _covered(calendar, match.start(), match.end()):
            continue
        numeral = read(match)
        found = figure_of(text, grammar, numeral) if numeral else None
        if found is None or numeral is None or found.start < done:
            continue
        approximate = _APPROXIMATE.search(text, max(done, found.start - _REACH), found.start)
        start = approximate.start() if approximate else found.start
        minus = (
            _MINUS.search(text, max(done, start - _REACH), start) if numeral.digits and approximate is None else None
        )
        sign = -1 if minus and found.rule in ("figure.percent", "figure.measure", "figure.count") else 1
        start = minus.start() if minus and sign < 0 else start
        done = found.end
        figures.append(
            Figure(
                start=start,
                end=found.end,
                text=text[start : found.end],
                value=sign * found.value,
                unit=found.unit,
                currency=found.currency,
                end_value=found.end_value,
                approximate=approximate is not None or numeral.vague,
                confidence=found.sure,
                rule=found.rule,
                why=found.why,
            )
        )
    return figures


def _covered(calendar: Sequence[tuple[int, int]], start: int, end: int) -> bool:
    at = bisect_right(calendar, (start, len(calendar) and calendar[-1][1] + end)) - 1
    return any(first < end and start < last for first, last in calendar[max(0, at - 2) : at + 2])
