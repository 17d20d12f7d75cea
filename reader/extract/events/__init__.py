"""Events: who did what to whom, when and where, by rules over noun and verb groups."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from reader.model import ActorMention, DateFact, Event, Quote

if TYPE_CHECKING:
    from reader.extract.article import Article

__all__ = ["find_events"]


def find_events(
    article: Article,
    actors: Sequence[ActorMention],
    dates: Sequence[DateFact],
    quotes: Sequence[Quote],
    engine: str = "default",
) -> list[Event]:
    """Events of ``article`` in order of their place; what is quoted makes none.

    :param engine: ``default``, our own rules, or ``spacy:MODEL``, the dependency parse of an installed pipeline; one
        without a parser leaves it to our rules.
    :raises UnknownEngine: when spaCy or the pipeline is not installed.

    ``confidence`` is the share of events with those features that were right on the gold of ``tests/bench/facts.py``.
    """
    from reader.extract.events.clause import ClauseReader
    from reader.extract.quotes.blocks import stretches
    from reader.extract.quotes.speakers import Speakers
    from reader.extract.syntax.chunks import grammar_of
    from reader.extract.syntax.clauses import Clauses

    marks = stretches(article)
    if engine.startswith("spacy:"):
        from reader.extract.events import with_spacy

        parse = with_spacy.parser(engine.removeprefix("spacy:"))
        if parse is not None:
            return with_spacy.find_events(article, actors, dates, [(mark.start, mark.end) for mark in marks], parse)
    grammar = grammar_of(article, actors)
    speakers = Speakers(grammar, actors, marks)
    reader = ClauseReader(grammar, speakers, actors, dates, quotes)
    silent = [(mark.start, mark.end) for mark in marks]
    found: list[Event] = []
    at = 0
    for number, (first, end) in enumerate(grammar.bounds):
        if end - first < 3:
            continue
        start = grammar.starts[first]
        while at < len(silent) and silent[at][1] <= start:
            at += 1
        if at < len(silent) and silent[at][0] <= start and silent[at][1] >= grammar.ends[end - 1] - 1:
            continue
        found += reader.events(number, Clauses(grammar, grammar.chunked(number)), silent[at : at + 8])
    taken: set[tuple[int, int, tuple[int, int] | None]] = set()
    unique: list[Event] = []
    for event in sorted(found, key=lambda event: (event.start, event.end, -event.confidence)):
        place = (event.start, event.end, event.action.span if event.action is not None else None)
        if place not in taken:
            taken.add(place)
            unique.append(event)
    return unique
