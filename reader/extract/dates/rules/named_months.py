"""Months that are told to be months: the month of June, the entire month of April 2010."""

from __future__ import annotations

from reader.extract.dates.rule import Rule, eg
from reader.extract.dates.rules.months import month, month_of_year

RULES: tuple[Rule, ...] = (
    Rule(
        "the month of May",
        "the [whole|entire] month of {month}",
        month,
        (eg("The two first met in the month of June.", "the month of June", "2021-06"),),
        0.95,
    ),
    Rule(
        "the month of May 2021",
        "the [whole|entire] month of {month} [,] [of] {year}",
        month_of_year,
        (eg("It rained in the month of April 2010.", "the month of April 2010", "2010-04"),),
        0.96,
    ),
)
