"""What an article states, packed in any process for the tables that pages over the library are made of."""

from __future__ import annotations

import sqlite3
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from reader.library.folding import folded
from reader.model import ActorMention, DateFact, Event, Fact, Part, Published, Quote, Span, clean_line

_LONGEST = 200
"""Characters of a line."""
_BEFORE = 90
"""Characters of its sentence that stand before a date."""
_PARTNERS = 6
"""Actors of one part of an event."""
_MOST = 4_000
"""Statements of one article."""


@dataclass(frozen=True, slots=True)
class Statement:
    """An event, a quote or a date with what pages say of it."""

    kind: str
    start: int
    end: int
    first: int
    """Ordinal of the first day that it is dated to; 0 when it is undated."""
    last: int
    action: str
    line: str
    actors: tuple[tuple[str, str], ...] = ()
    """Folded name and part (``subject``, ``object``, ``speaker``) of each actor in it."""


@dataclass(frozen=True, slots=True)
class Statements:
    """All of one set of facts."""

    day: int = 0
    """Ordinal of the day of publication; 0 when unknown."""
    rows: tuple[Statement, ...] = ()
    roles: tuple[tuple[str, str], ...] = ()
    """Folded name and role of each actor that is given one."""


def statements_of(facts: Sequence[Fact], published: Published | None, text: str = "") -> Statements:
    """What the facts state, those left out that are less sure, and events without an actor or a time.

    :param text: the article; without it a date's line is the date's own words.
    """
    from reader.extract.events.confidence import LESS_SURE  # late: opening a library extracts nothing

    named = Named(facts)
    rows: list[Statement] = []
    dated: set[tuple[int, int]] = set()
    for fact in facts:
        if isinstance(fact, Event) and fact.confidence >= LESS_SURE:
            row = statement_of(fact, named)
            if row is not None:
                rows.append(row)
                if fact.when is not None and row.first:
                    dated.add(fact.when.span)
        elif isinstance(fact, Quote) and fact.speaker and fact.confidence >= 0.5:
            line = clean_line(f"{fact.speaker}: {fact.text}")[:_LONGEST]
            rows.append(Statement("quote", fact.start, fact.end, 0, 0, "", line, ((folded(fact.speaker), "speaker"),)))
    bounds = _Sentences(text)
    for fact in facts:
        if isinstance(fact, DateFact) and (fact.start, fact.end) not in dated:
            span = _period(fact)
            if span is not None:
                rows.append(Statement("date", fact.start, fact.end, *span, "", bounds.line(fact)))
    roles = {
        (folded(fact.value), clean_line(fact.role)) for fact in facts if isinstance(fact, ActorMention) and fact.role
    }
    day = published.date.toordinal() if published else 0
    return Statements(day, tuple(sorted(rows[:_MOST], key=lambda row: row.start)), tuple(sorted(roles)))


class Named:
    """The actors of an article by their places and ids."""

    def __init__(self, facts: Sequence[Fact]) -> None:
        self._mentions = sorted(
            (fact for fact in facts if isinstance(fact, ActorMention)), key=lambda mention: mention.start
        )
        self._starts = [mention.start for mention in self._mentions]
        self.names = {mention.actor: mention.value for mention in self._mentions}

    def within(self, part: Part, whole: bool) -> list[str]:
        """Folded names of the actors of a part of an event: the one it is, else (``whole``) all that it names."""
        named = [self.names[part.actor]] if part.actor is not None and part.actor in self.names else []
        if whole and not named:
            low, high = bisect_left(self._starts, part.span[0]), bisect_left(self._starts, part.span[1])
            named = [mention.value for mention in self._mentions[low:high]][:_PARTNERS]
        return [folded(name) for name in named]


def statement_of(event: Event, named: Named) -> Statement | None:
    """What an event states; None for one without an actor and without a time."""
    from reader.extract.events.line import event_line  # late
    from reader.library.days import days

    first, last = 0, 0
    if event.when is not None and event.when.value and (covered := days(event.when.value)):
        first, last = covered[0].toordinal(), covered[1].toordinal()
    actors: dict[str, str] = {}
    for name, part in (("object", event.object), ("subject", event.subject)):
        if part is not None:
            whole = name == "subject" or not event.reporting  # whom one speaks of takes no part
            actors |= dict.fromkeys(named.within(part, whole), name)
    if not actors and not first:
        return None
    action = (event.action.value or "") if event.action is not None else ""
    line = clean_line(event_line(event, named.names))[:_LONGEST]
    return Statement("event", event.start, event.end, first, last, action, line, tuple(actors.items()))


def _period(date: DateFact) -> tuple[int, int] | None:
    from reader.library.days import days

    if date.type not in ("DATE", "TIME") or date.confidence < 0.5:
        return None
    covered = days(date.value)
    if covered is None:
        return None
    until = days(date.end_value) if date.end_value else None
    return covered[0].toordinal(), max(covered[1], until[1] if until else covered[1]).toordinal()


class _Sentences:
    """The sentences of a text, split when the first is asked for."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._spans: list[Span] | None = None
        self._starts: list[int] = []

    def line(self, fact: Fact) -> str:
        """The words around a fact within its sentence."""
        if not self._text:
            return clean_line(fact.text)[:_LONGEST]
        if self._spans is None:
            from reader.extract.sentences import sentences

            self._spans = sentences(self._text)
            self._starts = [span.start for span in self._spans]
        at = max(0, bisect_right(self._starts, fact.start) - 1)
        sentence = self._spans[at] if self._spans else Span(0, len(self._text))
        start, more = sentence.start, ""
        if fact.start - start > _BEFORE:
            start = self._text.find(" ", fact.start - _BEFORE, fact.start) + 1 or fact.start
            more = "… "
        end = max(fact.end, sentence.end)
        return clean_line(" ".join((more + self._text[start:end]).split()))[:_LONGEST]


def put_statements(connection: sqlite3.Connection, number: int | None, stated: Statements) -> None:
    """Write them for a set of facts, in the caller's transaction."""
    names = {name for row in stated.rows for name, _ in row.actors} | {name for name, _ in stated.roles}
    connection.executemany("INSERT OR IGNORE INTO actor_name(name) VALUES (?)", [(name,) for name in sorted(names)])
    ids = {
        name: connection.execute("SELECT id FROM actor_name WHERE name = ?", (name,)).fetchone()[0] for name in names
    }
    for row in stated.rows:
        statement = connection.execute(
            "INSERT INTO statement(number, kind, start, end, first, last, action, line)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (number, row.kind, row.start, row.end, row.first, row.last, row.action, row.line),
        ).lastrowid
        connection.executemany(
            "INSERT INTO statement_actor(actor, day, statement, part) VALUES (?, ?, ?, ?)",
            [(ids[name], row.first or stated.day, statement, part) for name, part in row.actors],
        )
    connection.executemany(
        "INSERT INTO role_in(actor, number, role) VALUES (?, ?, ?)",
        [(ids[name], number, role) for name, role in stated.roles],
    )


def drop_statements(connection: sqlite3.Connection, number: int) -> None:
    """Delete those of a set of facts, in the caller's transaction."""
    connection.execute(
        "DELETE FROM statement_actor WHERE statement IN (SELECT id FROM statement WHERE number = ?)", (number,)
    )
    connection.execute("DELETE FROM statement WHERE number = ?", (number,))
    connection.execute("DELETE FROM role_in WHERE number = ?", (number,))
