"""The facts of an article as rows: one line each that says it all."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import pairwise

from reader.model import ActorMention, DateFact, Event, Fact, Figure, Part, Quote

_LESS_SURE = {"event": 0.66}
"""Where a kind's precision falls below 70 % (``python -m tests.bench.facts`` prints the curve); 0.5 for the others."""

TYPE_LETTERS = {"person": "P", "organisation": "O", "place": "L", "group": "G"}


@dataclass(frozen=True, slots=True)
class FactRow:
    """A line of the panel; ``facts`` is empty for a heading, and holds every mention for an actor."""

    kind: str
    label: str
    detail: str = ""
    letter: str = ""
    style: str = ""
    facts: tuple[Fact, ...] = ()
    brief: str = ""
    """``detail`` for a narrow panel; empty where it is short anyway."""
    parts: tuple[str, ...] = ()
    """The label in parts, each of which shall be seen: who, what, whom."""

    @property
    def is_heading(self) -> bool:
        """Whether the row only parts others."""
        return not self.facts and self.kind != "fold"


def is_sure(fact: Fact) -> bool:
    """Whether a fact is lit up in the text; others fold under their own heading."""
    return fact.confidence >= _LESS_SURE.get(fact.kind, 0.5)


def fact_rows(
    facts: Sequence[Fact],
    kinds: Collection[str],
    needle: str = "",
    elsewhere: Mapping[str, int] | None = None,
    *,
    order: str = "",
    unfolded: bool = True,
) -> list[FactRow]:
    """Rows of ``facts`` (sorted by start): actors by count, dates in time order, the others as they come.

    :param kinds: kinds to show.
    :param needle: only rows that hold it, case ignored.
    :param elsewhere: in how many other articles an actor is, by its id.
    :param order: one of :data:`ORDERS`, of the rows under each heading.
    :param unfolded: whether rows that are less sure are shown, not only counted; a needle shows them.
    """
    from reader.extract.summary import short_names

    arranged = partial(_arranged, order=order, ranks=_ranks(facts) if order == "actor" else {})
    events = partial(_events, names=short_names(facts))
    others = elsewhere or {}
    sure = [fact for fact in facts if is_sure(fact)]
    unsure = [fact for fact in facts if not is_sure(fact)]
    rows: list[FactRow] = []
    for kind, title, make in (
        ("actor", "Actors", partial(_actors, elsewhere=others)),
        ("date", "Dates", _dates),
        ("date", "Not yet dated", _undated),
        ("date", "Durations and repeats", _durations),
        ("quote", "Quotes", _quotes),
        ("event", "Events", events),
        ("figure", "Figures", _figures),
    ):
        if kind in kinds:
            rows += _section(kind, title, arranged(make(sure)), needle)
    makers = (partial(_actors, elsewhere=others), _dates, _undated, _durations, _quotes, events, _figures)
    less = [row for make in makers for row in make(unsure)]
    doubted = _section("unsure", "Less sure", arranged([row for row in less if row.kind in kinds]), needle)
    if doubted and not needle:
        sign = "▾" if unfolded else "▸"
        return [*rows, FactRow("fold", f"{sign} Less sure", doubted[0].detail), *(doubted[1:] if unfolded else ())]
    return rows + doubted


ORDERS = {"": "as they count", "text": "text", "time": "time", "actor": "actor"}
"""Orders of the rows under their headings, with their names; the first has actors by count and dates in time order."""


def _arranged(rows: list[FactRow], order: str, ranks: Mapping[str, int]) -> list[FactRow]:
    if order == "text":
        return sorted(rows, key=lambda row: row.facts[0].start)
    if order == "time":
        return sorted(rows, key=lambda row: (_time_of(row.facts[0]), row.facts[0].start))
    if order == "actor":
        return sorted(rows, key=lambda row: (ranks.get(_doer(row.facts[0]), len(ranks)), row.facts[0].start))
    return rows


def _time_of(fact: Fact) -> tuple[str, str]:
    from reader.tui.timex_words import sort_key

    value = fact.value if isinstance(fact, DateFact) else ""
    if isinstance(fact, Event) and fact.when is not None:
        value = fact.when.value or ""
    return sort_key(value)


def _doer(fact: Fact) -> str:
    if isinstance(fact, ActorMention | Quote):
        return fact.actor or ""
    return (fact.subject.actor or "") if isinstance(fact, Event) and fact.subject is not None else ""


def _ranks(facts: Sequence[Fact]) -> dict[str, int]:
    """Place of each actor, the most mentioned first."""
    counts = Counter(fact.actor for fact in facts if isinstance(fact, ActorMention))
    return {actor: at for at, (actor, _) in enumerate(counts.most_common())}


def rejected_rows(facts: Sequence[Fact], kinds: Collection[str], needle: str = "") -> list[FactRow]:
    """Rows of what the reader rejected, below all others."""
    makers = (partial(_actors, elsewhere={}), _dates, _undated, _durations, _quotes, _events, _figures)
    rows = [row for make in makers for row in make(facts) if row.kind in kinds]
    return _section("rejected", "Rejected", rows, needle)


def in_a_line(fact: Fact) -> str:
    """What a fact says, for the status line: ``this Thursday = 30 Dec 2021``."""
    if isinstance(fact, ActorMention):
        known = f", {fact.role}" if fact.role else ""
        seat = f", stands for {fact.stands_for}" if fact.stands_for else ""
        return f"{fact.value}{known}{seat}"
    if isinstance(fact, DateFact):
        return f"{fact.text} = {_date(fact).label}"
    row = next(iter([*_quotes([fact]), *_events([fact]), *_figures([fact])]), None)
    return f"{row.label} {row.detail}".strip() if row else fact.text


def _section(kind: str, title: str, rows: list[FactRow], needle: str) -> list[FactRow]:
    if needle:
        folded = needle.casefold()
        rows = [row for row in rows if folded in f"{row.label} {row.detail}".casefold() or _mentions(row, folded)]
    return [FactRow(kind, title, str(len(rows))), *rows] if rows else []


def _mentions(row: FactRow, needle: str) -> bool:
    return any(needle in fact.text.casefold() for fact in row.facts)


def _actors(facts: Iterable[Fact], elsewhere: Mapping[str, int]) -> list[FactRow]:
    grouped: dict[str, list[ActorMention]] = {}
    for fact in facts:
        if isinstance(fact, ActorMention):
            grouped.setdefault(fact.actor, []).append(fact)
    rows = []
    for mentions in sorted(grouped.values(), key=lambda group: -len(group)):
        first = mentions[0]
        role = max((mention.role or "" for mention in mentions), key=len)
        label = f"{first.value}, {role}" if role else first.value
        here = f"×{len(mentions)}" if len(mentions) > 1 else ""
        others = elsewhere.get(first.actor, 0)
        count = f"{here} +{others}".strip() if others else here
        rows.append(FactRow("actor", label, count, TYPE_LETTERS.get(first.type, "?"), first.type, tuple(mentions)))
    return rows


def _dates(facts: Iterable[Fact]) -> list[FactRow]:
    from reader.tui.timex_words import is_dated, sort_key

    dated = [fact for fact in facts if isinstance(fact, DateFact) and is_dated(fact.value)]
    ends = {id(last) for first, last in pairwise(dated) if _ends(first, last)}
    # The last day of a range is told by the row of its first.
    dated = [fact for fact in dated if id(fact) not in ends]
    dated.sort(key=lambda fact: (sort_key(fact.value), fact.start))
    return _together(dated)


def _ends(first: DateFact, last: DateFact) -> bool:
    return first.end_value is not None and first.end_value == last.value and last.start - first.end <= 16


def _undated(facts: Iterable[Fact]) -> list[FactRow]:
    from reader.tui.timex_words import is_dated

    return _together(
        fact
        for fact in facts
        if isinstance(fact, DateFact) and fact.type in ("DATE", "TIME") and not is_dated(fact.value)
    )


def _durations(facts: Iterable[Fact]) -> list[FactRow]:
    from reader.tui.timex_words import is_dated

    return _together(
        fact
        for fact in facts
        if isinstance(fact, DateFact) and fact.type in ("DURATION", "SET") and not is_dated(fact.value)
    )


def _together(facts: Iterable[DateFact]) -> list[FactRow]:
    """A row for each value, however often it is named."""
    rows: dict[str, FactRow] = {}
    for fact in facts:
        row = _date(fact)
        known = rows.get(row.label)
        if known is None:
            rows[row.label] = row
        else:
            facts_of = (*known.facts, fact)
            rows[row.label] = replace(known, detail=f"{known.facts[0].text} ×{len(facts_of)}", facts=facts_of)
    return list(rows.values())


def _date(fact: DateFact) -> FactRow:
    from reader.tui.timex_words import timex_words

    value = timex_words(fact.value)
    if fact.type == "SET":
        value = _repeat(value, fact.freq)
    if fact.end_value:
        value = _range(value, timex_words(fact.end_value))
    if fact.mod:
        value = f"{_MODS.get(fact.mod, fact.mod.lower())} {value}"
    return FactRow("date", value, fact.text, fact.type[0] if fact.type != "DURATION" else "…", "date", (fact,))


def _range(first: str, last: str) -> str:
    """``28 Sep – 2 Oct 2023``: what both ends share at their ends is said once."""
    begin, end = first.split(), last.split()
    while len(begin) > 1 and end and begin[-1] == end[-1]:
        begin.pop()
        end.pop()
    return f"{' '.join(begin)} – {last}"


def _repeat(value: str, freq: str | None) -> str:
    """``every Tuesday``, ``every 2 weeks``, ``twice every week``."""
    unit = value.removeprefix("1 ")
    times = {"1X": "once ", "2X": "twice "}.get(freq or "", f"{freq[:-1]} times " if freq else "")
    return f"{times}every {unit}"


_MODS = {
    "START": "early",
    "MID": "mid",
    "END": "late",
    "APPROX": "about",
    "MORE_THAN": "over",
    "LESS_THAN": "under",
    "EQUAL_OR_MORE": "at least",
    "EQUAL_OR_LESS": "at most",
    "BEFORE": "before",
    "AFTER": "after",
    "ON_OR_BEFORE": "until",
    "ON_OR_AFTER": "from",
}


def _quotes(facts: Iterable[Fact]) -> list[FactRow]:
    return [
        FactRow(
            "quote",
            f"{fact.speaker or 'unknown'}: {fact.text}",
            "",
            "“" if fact.direct else "‹",
            "quotation",
            (fact,),
        )
        for fact in facts
        if isinstance(fact, Quote)
    ]


def _words(part: Part | None) -> str:
    return part.text if part is not None else ""


_YEAR = re.compile(r"(?<=\d [A-Z][a-z]{2}) \d{4}.*|(?<=week \d\d) \d{4}|(?<=week \d) \d{4}")
"""The year and hour behind a day or week."""


def _events(facts: Iterable[Fact], names: Mapping[str, str] | None = None) -> list[FactRow]:
    from reader.extract.events.line import event_line, event_parts
    from reader.tui.timex_words import timex_words

    rows = []
    for fact in facts:
        if isinstance(fact, Event):
            when = timex_words(fact.when.value) if fact.when and fact.when.value else _words(fact.when)
            brief = _YEAR.sub("", when) if _YEAR.search(when) else ""
            sign = "≁" if fact.negated else "‣"
            label, parts = event_line(fact), event_parts(fact, names)
            rows.append(FactRow("event", label, when, sign, "event", (fact,), brief, parts))
    return rows


def _figures(facts: Iterable[Fact]) -> list[FactRow]:
    rows = []
    for fact in facts:
        if isinstance(fact, Figure):
            unit = fact.currency or fact.unit
            rows.append(FactRow("figure", fact.text, f"{fact.value:,.10g} {unit}".strip(), "#", "figure", (fact,)))
    return rows
