"""The date grammar: tables of rules, each with the examples that test it."""

from __future__ import annotations

from reader.extract.dates.rule import Rule
from reader.extract.dates.rules import (
    anaphora,
    clock,
    dayparts,
    days,
    durations,
    holidays,
    months,
    named_months,
    nth,
    quarters,
    ranges,
    relative,
    reporting,
    sets,
    spans,
    spoken,
    stories,
    vague,
    weeks,
    windows,
    years,
)

TABLES: tuple[tuple[Rule, ...], ...] = (
    days.RULES,
    ranges.RULES,
    nth.RULES,
    weeks.RULES,
    months.RULES,
    named_months.RULES,
    quarters.RULES,
    years.RULES,
    holidays.RULES,
    clock.RULES,
    dayparts.RULES,
    spoken.RULES,
    stories.RULES,
    reporting.RULES,
    windows.RULES,
    anaphora.RULES,
    relative.RULES,
    sets.RULES,
    durations.RULES,
    spans.RULES,
    vague.RULES,
)
"""Of two rules that fit the same words, the one in the earlier table wins; of two that overlap, the longer fit."""

RULES: tuple[Rule, ...] = tuple(rule for table in TABLES for rule in table)
