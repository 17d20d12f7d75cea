"""The same event in other articles, and where figures and dates differ."""

from __future__ import annotations

import json
import sqlite3
from bisect import bisect_right
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from reader.extract.events.alike import differences, likeness
from reader.library.connection import Database
from reader.library.packing import unpack_text
from reader.model import Event, Fact, Figure, Published, Span

if TYPE_CHECKING:
    from reader.extract.events.alike import Difference, Happening
    from reader.library.across import Across, Stated
    from reader.library.facts import Facts

_TAKEN = 400
"""Statements with a common actor that are compared with one event: those with the most common actors first."""
_SHOWN = 12
"""Other articles that are shown for one event."""


@dataclass(frozen=True, slots=True)
class Telling:
    """Another article's telling of an event."""

    stated: Stated
    likeness: float
    differences: tuple[Difference, ...]


@dataclass(frozen=True, slots=True)
class SameEvent:
    """An event of an article, and who else tells it, the likeliest first."""

    event: Event
    line: str
    tellings: tuple[Telling, ...]


class Elsewhere:
    """Looks for an article's events in the others."""

    def __init__(self, library: Database, facts: Facts, across: Across) -> None:
        self._library = library
        self._facts = facts
        self._across = across

    def same(
        self,
        document: str,
        text: str,
        facts: Sequence[Fact],
        published: Published | None,
        events: Sequence[Event] | None = None,
    ) -> list[SameEvent]:
        """The events of a document that other articles tell too, in the order of the text.

        :param document: its id; articles with the very same text are left out like itself.
        :param facts: all of its facts.
        :param events: only these.
        """
        from reader.extract.events.alike import Happening
        from reader.library.statements import Named, statement_of

        named = Named(facts)
        figures = [fact for fact in facts if isinstance(fact, Figure)]
        told = published.date.toordinal() if published else 0
        here = _Told(text, figures)
        found: list[SameEvent] = []
        known: dict[str, _Told | None] = {}
        wanted = events if events is not None else [fact for fact in facts if isinstance(fact, Event)]
        with self._library.reading() as connection:
            own = _own_version(connection, document)
            for event in wanted:
                row = statement_of(event, named)
                if row is None or not row.actors:
                    continue
                actors = frozenset(name for name, _ in row.actors)
                happening = Happening(actors, row.action, row.line, row.first, row.last, told)
                alike = _alike(connection, happening, own)
                tellings = self._tellings(event, here, alike, known)
                if tellings:
                    found.append(SameEvent(event, row.line, tellings))
        return found

    def _tellings(
        self, event: Event, here: _Told, alike: Sequence[tuple[float, int]], known: dict[str, _Told | None]
    ) -> tuple[Telling, ...]:
        sure = {id: likely for likely, id in alike}
        articles: dict[str, Telling] = {}
        for stated in self._across.statements(sure):
            if stated.document in articles or len(articles) >= _SHOWN:
                continue
            if stated.document not in known:
                known[stated.document] = self._told(stated)
            there = known[stated.document]
            other = there.event(stated) if there is not None else None
            differ: tuple[Difference, ...] = ()
            if there is not None and other is not None:
                differ = tuple(differences(event, here.beside(event), other, there.beside(other), _apart(event, other)))
            articles[stated.document] = Telling(stated, sure[stated.id], differ)
        return tuple(articles.values())

    def _told(self, stated: Stated) -> _Told | None:
        """Text and facts of another article as they are stored."""
        query = (
            "SELECT v.text, f.version, f.extractor, d.published FROM document d JOIN fact_set f"
            " ON f.version = d.version AND f.published = d.published"
            " JOIN text_version v ON v.document = d.rowid AND v.version = d.version WHERE d.id = ?"
        )
        with self._library.reading() as connection:
            row = connection.execute(query, (stated.document,)).fetchone()
        if row is None:
            return None
        text, version, extractor, published = row
        facts = self._facts.get(version, extractor, Published.parse(published) if published else None) or ()
        return _Told(
            unpack_text(text),
            [fact for fact in facts if isinstance(fact, Figure)],
            [fact for fact in facts if isinstance(fact, Event)],
        )


class _Told:
    """Figures and events of a text by their sentences."""

    def __init__(self, text: str, figures: Sequence[Figure], events: Sequence[Event] = ()) -> None:
        from reader.extract.sentences import sentences

        self._figures = figures
        self._events = {(event.start, event.end, event.action.value if event.action else ""): event for event in events}
        self._spans: list[Span] = sentences(text)
        self._starts = [span.start for span in self._spans]

    def event(self, stated: Stated) -> Event | None:
        """The event of a statement."""
        return self._events.get((stated.start, stated.end, stated.action))

    def beside(self, event: Event) -> list[Figure]:
        """Figures of the sentence that tells the event."""
        at = event.action.span[0] if event.action is not None else event.start
        index = bisect_right(self._starts, at) - 1
        if index < 0:
            return []
        span = self._spans[index]
        return [figure for figure in self._figures if span.start <= figure.start < span.end]


def _own_version(connection: sqlite3.Connection, document: str) -> str:
    row = connection.execute("SELECT version FROM document WHERE id = ?", (document,)).fetchone()
    return row[0] if row is not None else ""


def _alike(connection: sqlite3.Connection, event: Happening, own: str) -> list[tuple[float, int]]:
    """Statements that may tell the same event, the likeliest first, with how likely they do."""
    from reader.extract.events.alike import NEAR, SAME, Happening

    first, last = (event.first, event.last) if event.first else (event.told, event.told)
    if not first:
        return []
    joined = _joined(connection, event.actors)
    event = replace(event, actors=frozenset(joined[name] for name in event.actors))
    # Under all the names that articles use for them.
    query = (
        "SELECT sa.statement FROM (SELECT value name FROM json_each(?1) UNION SELECT k.key FROM known_name k"
        " WHERE k.actor IN (SELECT actor FROM known_name WHERE key IN (SELECT value FROM json_each(?1)))) w"
        " JOIN actor_name n ON n.name = w.name JOIN statement_actor sa ON sa.actor = n.id"
        " WHERE sa.day BETWEEN ?2 AND ?3 AND sa.part <> 'speaker'"
    )
    names = json.dumps(sorted(joined), ensure_ascii=False)
    # The day of a longer period is its first: a year may have begun long before.
    near = Counter(id for (id,) in connection.execute(query, (names, first - NEAR - 31, last + NEAR)))
    taken = json.dumps([id for id, _ in near.most_common(_TAKEN)])
    rows = connection.execute(
        "SELECT s.id, s.action, s.line, s.first, s.last, sa.day, n.name FROM json_each(?) w"
        " CROSS JOIN statement s ON s.id = w.value JOIN statement_actor sa ON sa.statement = s.id"
        " JOIN actor_name n ON n.id = sa.actor JOIN fact_set f ON f.number = s.number"
        # By the text, not by sets of facts known before: one of this article may be written meanwhile.
        " WHERE s.kind = 'event' AND f.version <> ?",
        (taken, own),
    ).fetchall()
    others: dict[int, tuple[set[str], str, str, int, int, int]] = {}
    for id, action, line, begin, end, day, name in rows:
        others.setdefault(id, (set(), action, line, begin, end, day))[0].add(name)
    joined |= _joined(connection, {name for actors, *_ in others.values() for name in actors})
    found = [
        (likely, id)
        for id, (actors, action, line, begin, end, day) in others.items()
        if (
            likely := likeness(
                event, Happening(frozenset(joined[name] for name in actors), action, line, begin, end, day)
            )
        )
        >= SAME
    ]
    return sorted(found, key=lambda one: (-one[0], one[1]))


def _joined(connection: sqlite3.Connection, names: Collection[str]) -> dict[str, str]:
    """For each folded name one that stands for the same actor of the library wherever it is named."""
    query = "SELECT key, min(actor) FROM known_name WHERE key IN (SELECT value FROM json_each(?)) GROUP BY key"
    known = dict(connection.execute(query, (json.dumps(sorted(names), ensure_ascii=False),)).fetchall())
    return {name: f"#{known[name]}" if name in known else name for name in names}


def _apart(one: Event, other: Event) -> bool:
    """Whether both are dated, to days that do not meet."""
    from reader.library.days import days

    here = days(one.when.value) if one.when is not None and one.when.value else None
    there = days(other.when.value) if other.when is not None and other.when.value else None
    return here is not None and there is not None and (here[1] < there[0] or there[1] < here[0])
