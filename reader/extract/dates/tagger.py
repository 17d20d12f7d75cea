"""From text to date facts: lex, fit the rules, keep the longest fits, resolve them in reading order."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from itertools import pairwise
from typing import TypeAlias

from reader.extract.article import Article
from reader.extract.dates.apposition import told_before, told_twice
from reader.extract.dates.codes import Lexemes
from reader.extract.dates.context import Context
from reader.extract.dates.english_classes import CLASSES
from reader.extract.dates.lexer import lex
from reader.extract.dates.pattern import CompiledRule, Grammar, build
from reader.extract.dates.reach import candidates
from reader.extract.dates.refuse import in_a_quoted_title
from reader.extract.dates.refuse_bearers import told_in_the_article
from reader.extract.dates.refuse_called import called_by_its_neighbours, no_part_is_a_date
from reader.extract.dates.refuse_capitals import told_by_capitals
from reader.extract.dates.refuse_phrases import a_fixed_phrase
from reader.extract.dates.refuse_roles import somebody_or_a_work, with_a_title
from reader.extract.dates.refuse_titles import a_name
from reader.extract.dates.refuse_units import another_unit
from reader.extract.dates.refuse_words import another_sense
from reader.extract.dates.rule import Match, Timex
from reader.model import DateFact

Fit: TypeAlias = tuple[int, int, int, CompiledRule, re.Match[str]]
"""Length with a minus, place of the rule in the grammar, start, the rule, and what it fits."""


@cache
def grammar() -> Grammar:
    """The grammar, read when first needed."""
    from reader.extract.dates.rules import RULES

    return build(RULES)


def tag(article: Article) -> list[DateFact]:
    """Date facts of an article by start; they do not overlap."""
    text = article.text
    compiled = grammar()
    lexemes = lex(text, compiled.vocabulary)
    context = Context(text, article.published, _day_first(lexemes, compiled))
    facts: list[DateFact] = []
    pending: Timex | None = None
    fits = _fits(lexemes.codes, compiled)
    by_start: dict[int, list[Fit]] = {}
    waiting = _longest(fits)[::-1]
    while waiting:
        rule, fit = waiting.pop()
        match = _match(text, lexemes, rule, fit, context)
        if _no_date(match) or (rule.rule.refuse and rule.rule.refuse(match)):
            continue
        if told_by_capitals(match) or somebody_or_a_work(match) or _called_so(match):
            # "the Prague Spring of 1968", "the Long March of 1934": the year beside a name is one all the same
            by_start = by_start or _by_start(fits)
            waiting += _longest(_inside(by_start, fit))[::-1]
            continue
        try:
            found = rule.rule.reading(match)
        except (ValueError, OverflowError):
            continue  # a date beyond the calendar's ends, years 1 and 9999
        if found is None:
            # "in three years, three years from now": no two units of one length, but there are shorter fits in it
            by_start = by_start or _by_start(fits)
            waiting += _longest(_inside(by_start, fit))[::-1]
        for timex in found if isinstance(found, list) else [found] if found else []:
            fact = _fact(text, match, rule, timex)
            counts = rule.rule.counts_from_text
            if pending is not None and not counts and facts and _beside(text, facts[-1], fact):
                facts[-1], fact, timex = told_twice(facts[-1], pending, fact, timex)
            if counts and _set_off(text, context, fact, timex):
                fact, timex = told_before(context.mentioned[-1], fact, timex)
            pending = timex if counts else None
            context.remember(fact.start, fact.end, timex)
            facts.append(fact)
    facts.sort(key=lambda fact: fact.start)
    return _joined(text, facts)


def _no_date(match: Match) -> bool:
    """Whether the words are part of a name or have another sense, whatever their rule."""
    if match.text[match.start - 1 : match.start] == "^":
        return True  # a footnote's mark: [^1850]
    if another_unit(match) or another_sense(match) or no_part_is_a_date(match):
        return True
    return in_a_quoted_title(match) or with_a_title(match) or a_name(match) or a_fixed_phrase(match)


def _called_so(match: Match) -> bool:
    """Whether the words beside or the rest of the article make somebody or something of them."""
    return called_by_its_neighbours(match) or told_in_the_article(match)


@cache
def _apposition() -> re.Pattern[str]:
    return re.compile(r",?\s(?:on|in)\s(?:the\s)?|,\s")


def _beside(text: str, first: DateFact, second: DateFact) -> bool:
    """Whether the second date stands in apposition to the first."""
    return 2 <= second.start - first.end <= 9 and bool(_apposition().fullmatch(text, first.end, second.start))


def _set_off(text: str, context: Context, fact: DateFact, timex: Timex) -> bool:
    """Whether the date stands between commas behind one with its year: ``in May 1991, two years earlier,``."""
    named = context.mentioned[-1] if context.mentioned else None
    if named is None or timex.grain not in ("year", "month") or named.grain not in ("day", "month"):
        return False
    return (
        text[named.end : fact.start] == ", "
        and text[fact.end : fact.end + 1] == ","
        and f"{named.day.year:04d}" in named.text
        and text[max(0, named.start - 4) : named.start].strip().lower() in ("in", "on")
    )


@cache
def _joints() -> re.Pattern[str]:
    return re.compile(r"\s?(?:[-–—]|to|until|till|through|and)\s?")


_MONTH_DAYS = frozenset({"dates: month day", "dates: day month"})


def _turned(text: str, first: DateFact, last: DateFact) -> tuple[DateFact, DateFact]:
    """The first of two days without a year, moved before the last: ``between January 1 and September 18``."""
    if not (first.rule in _MONTH_DAYS and last.rule in _MONTH_DAYS and first.value > last.value):
        return first, last
    joint = _joints().fullmatch(text, first.end, last.start) if 0 < last.start - first.end <= 9 else None
    if joint is None or not text[max(0, first.start - 9) : first.start].rstrip().lower().endswith(("between", "from")):
        return first, last
    if not last.value[:4].isdigit():
        return first, last
    year = int(last.value[:4]) - (first.value[4:] > last.value[4:])
    value = f"{year:04d}{first.value[4:]}"
    return replace(first, value=value, why=f"{first.why}; it comes before “{last.text}”: {value}"), last


@cache
def _only_a_clock() -> re.Pattern[str]:
    return re.compile(
        r"(?:about |around )?[\d.:h]{1,8}(?: hours| hrs)?\s?(?:[AaPp]\.?\s?[Mm]\b\.?)?(?: [A-Z]{2,4})?|noon|midday"
    )


def _of_one_day(text: str, first: DateFact, last: DateFact) -> tuple[DateFact, DateFact]:
    """The first of two clock times, on the day that is told behind the second: ``10:00 to 16:00 on Saturday``."""
    if first.type != "TIME" or last.type != "TIME" or not 0 < last.start - first.end <= 9:
        return first, last
    if not _only_a_clock().fullmatch(first.text) or _only_a_clock().fullmatch(last.text):
        return first, last
    joint = _joints().fullmatch(text, first.end, last.start)
    between = text[max(0, first.start - 9) : first.start].rstrip().lower().endswith("between")
    if joint is None or ("and" in joint.group()) != between:
        return first, last
    (_, _, begin), (day, _, end) = first.value.partition("T"), last.value.partition("T")
    if not day[:1].isdigit() or not begin[:1].isdigit() or not end[:1].isdigit() or begin > end:
        return first, last
    value = f"{day}T{begin}"
    return replace(first, value=value, why=f"{first.why}; its day is told by “{last.text}”: {value}"), last


def _joined(text: str, facts: list[DateFact]) -> list[DateFact]:
    """Facts with the first of each range knowing its end: ``30 April to 2 May``, ``between May 2020 and June 2021``."""
    for number, neighbours in enumerate(pairwise(facts)):
        first, last = _of_one_day(text, *_turned(text, *neighbours))
        facts[number] = first
        if (
            first.end_value
            or first.type != last.type
            or not 0 < last.start - first.end <= 9
            or first.value >= last.value
        ):
            continue
        joint = _joints().fullmatch(text, first.end, last.start)
        if joint is None or not (first.value[:1].isdigit() and last.value[:1].isdigit()):
            continue
        if "and" in joint.group() and not text[max(0, first.start - 9) : first.start].rstrip().lower().endswith(
            "between"
        ):
            continue
        facts[number] = replace(first, end_value=last.value)
    return facts


def _fits(codes: str, compiled: Grammar) -> list[Fit]:
    fits: list[Fit] = []
    for order, rule in candidates(codes, compiled):
        for fit in rule.expression.finditer(codes):
            start, end = fit.span()
            fits.append((start - end, order, start, rule, fit))
    return fits


def _inside(by_start: Mapping[int, list[Fit]], whole: re.Match[str]) -> list[Fit]:
    """The fits in the range of one that gave no date, shorter than that one."""
    begin, end = whole.span()
    return [
        fit
        for start in range(begin, end)
        for fit in by_start.get(start, ())
        if fit[-1].end() <= end and -fit[0] < end - begin
    ]


def _by_start(fits: list[Fit]) -> dict[int, list[Fit]]:
    found: dict[int, list[Fit]] = {}
    for fit in fits:
        found.setdefault(fit[2], []).append(fit)
    return found


def _longest(fits: list[Fit]) -> list[tuple[CompiledRule, re.Match[str]]]:
    """Fits that do not overlap, in reading order: longer ones first, then earlier rules, then earlier places."""
    fits.sort(key=lambda fit: fit[:3])
    taken: set[int] = set()
    kept: list[tuple[CompiledRule, re.Match[str]]] = []
    crossed: list[tuple[CompiledRule, re.Match[str]]] = []
    for _, _, start, rule, fit in fits:
        places = range(*fit.span())
        if taken.isdisjoint(places):
            taken.update(places)
            kept.append((rule, fit))
        elif start not in taken:
            crossed.append((rule, fit))
    # What ran into a longer fit may still do without its last words: "9am-5pm Monday to Friday".
    shorter = []
    for rule, fit in crossed:
        start, end = fit.span()
        end = next((place for place in range(start, end) if place in taken), start)
        again = rule.expression.match(fit.string, start, end) if end > start else None
        if again is not None:
            shorter.append((start - again.end(), start, rule, again))
    shorter.sort(key=lambda item: item[:2])
    for _, _, rule, fit in shorter:
        places = range(*fit.span())
        if taken.isdisjoint(places):
            taken.update(places)
            kept.append((rule, fit))
    kept.sort(key=lambda item: item[1].start())
    return kept


def _match(text: str, lexemes: Lexemes, rule: CompiledRule, fit: re.Match[str], context: Context) -> Match:
    parts: dict[str, object] = {}
    spans: dict[str, tuple[int, int]] = {}
    for group, (name, classes) in enumerate(rule.groups, start=1):
        first, last = fit.span(group)
        if first < 0:
            continue
        begin, end = lexemes.starts[first], lexemes.ends[last - 1]
        spans[name] = (begin, end)
        value = lexemes.values.get(first)
        if value is None:
            words = " ".join(
                text[lexemes.starts[at] : lexemes.ends[at]].lower().rstrip(".").replace("’", "'") or "."
                for at in range(first, last)
            )
            value = _meaning(words, classes)
        parts[name] = value
    first, last = fit.span()
    return Match(text, lexemes.starts[first], lexemes.ends[last - 1], parts, spans, context)


def _meaning(words: str, classes: tuple[str, ...]) -> object:
    for name in classes:
        members = CLASSES.get(name)
        if members is not None and words in members:
            return members[words]
        if members is None and words == "second":
            return 2
    return {"am": 0, "a.m": 0, "a. m": 0, "pm": 12, "p.m": 12, "p. m": 12}.get(words, words)


def _fact(text: str, match: Match, rule: CompiledRule, timex: Timex) -> DateFact:
    start, end = timex.extent or (match.start, match.end)
    return DateFact(
        start=start,
        end=end,
        text=text[start:end],
        confidence=round(rule.rule.confidence * timex.confidence, 3),
        rule=f"dates: {rule.rule.name}",
        why=timex.why,
        type=timex.type,
        value=timex.value,
        mod=timex.mod,
        anchor=timex.anchor,
        end_value=timex.end_value,
        quant=timex.quant,
        freq=timex.freq,
    )


def _day_first(lexemes: Lexemes, compiled: Grammar) -> bool:
    """Whether the article writes 3 January rather than January 3."""
    if "j" not in lexemes.codes:
        return False
    rules = {rule.rule.name: rule for rule in compiled.rules if rule.rule.name in ("month day", "day month")}
    months_first = sum(1 for _ in rules["month day"].expression.finditer(lexemes.codes))
    return sum(1 for _ in rules["day month"].expression.finditer(lexemes.codes)) > months_first
