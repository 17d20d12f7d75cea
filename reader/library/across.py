"""Pages over the whole library: a timeline, an actor, statements by their numbers. All from facts that are stored."""

from __future__ import annotations

import datetime as dt
import json
import sqlite3
from array import array
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.library.connection import Database
from reader.library.folding import folded
from reader.model import Published, Span

if TYPE_CHECKING:
    from reader.library.timeline import Timeline

_LIVE = (
    "SELECT f.number FROM document d CROSS JOIN fact_set f ON f.version = d.version AND f.published = d.published"
    " WHERE d.removed = 0 AND d.version <> ''"
)
"""The sets of facts of the articles that are listed, in their present text and with their present date."""
_LIVE_ONE = (
    "EXISTS (SELECT 1 FROM fact_set f JOIN document d ON d.version = f.version AND d.published = f.published"
    " WHERE f.number = statement.number AND d.removed = 0 AND d.version <> '')"
)
"""The same asked of each statement, which is faster for a few weeks."""
_FEW_DAYS = 120
_ALONGSIDE = 5_000
"""Articles of an actor in which those beside him are counted, the latest first."""
_COMPANY = 60
_ROLES = 40


@dataclass(frozen=True, slots=True)
class Stated:
    """An event, a quote or a date of an article, as a page shows it."""

    id: int
    kind: str
    document: str
    """Id of the document."""
    title: str
    published: Published | None
    start: int
    end: int
    first: dt.date | None
    """First day that it is dated to."""
    last: dt.date | None
    action: str
    """Base form of an event's verb."""
    line: str
    """What is stated, in one line."""

    @property
    def span(self) -> Span:
        """Its range in the document's present text."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Appearance:
    """An actor in one article."""

    document: str
    title: str
    published: Published | None
    source: str
    mentions: int
    start: int
    """Offset of the first mention."""


@dataclass(frozen=True, slots=True)
class RoleHeld:
    """What an actor is called, and from when to when articles call him so."""

    role: str
    first: str
    """Publication dates in ISO form; empty when unknown."""
    last: str
    articles: int


@dataclass(frozen=True, slots=True)
class Companion:
    """Somebody who appears in the same articles."""

    name: str
    type: str
    articles: int


@dataclass(frozen=True, slots=True)
class ActorAcross:
    """An actor over the library; long parts as numbers, to be asked for a page at a time."""

    name: str
    type: str
    mentions: int
    articles: array[int]
    """Row numbers of documents, the latest first."""
    quotes: array[int]
    """Statements, the latest first."""
    events: array[int]
    roles: tuple[RoleHeld, ...]
    company: tuple[Companion, ...]


class Across:
    """Reads over all articles; any thread may call it. Whole answers take a second in a library of 100,000."""

    def __init__(self, library: Database) -> None:
        self._library = library

    def timeline(
        self,
        documents: Collection[int] | None = None,
        first: dt.date | None = None,
        last: dt.date | None = None,
        words: str = "",
        kinds: Collection[str] = (),
    ) -> Timeline:
        """Everything dated that begins from ``first`` to ``last``.

        :param documents: row numbers of the articles it is about; None for the whole library.
        :param words: each must occur in the line of a statement; case of ASCII letters does not matter.
        :param kinds: ``event`` or ``date``; empty for both.
        """
        from reader.library.timeline import Timeline

        low = first.toordinal() if first else 1
        high = last.toordinal() if last else dt.date.max.toordinal()
        live, given = (_LIVE_ONE, []) if documents is None and high - low < _FEW_DAYS else _live(documents)
        holds, likes = _holding(words)
        if kinds:
            holds += " AND kind IN (SELECT value FROM json_each(?))"
            likes.append(json.dumps(list(kinds)))
        found = Timeline()
        query = (
            f"SELECT id, first, last FROM statement WHERE first > 0 AND first BETWEEN ? AND ? AND {live}"
            f"{holds} ORDER BY first, last DESC, number, start"
        )
        with self._library.reading() as connection:
            rows = connection.execute(query, [low, high, *given, *likes])
            while page := rows.fetchmany(10_000):
                found.ids.extend(row[0] for row in page)
                found.firsts.extend(row[1] for row in page)
                found.lasts.extend(row[2] for row in page)
        return found

    def statements(self, ids: Iterable[int]) -> list[Stated]:
        """Statements in the order of their numbers given; those that are gone since are left out."""
        wanted = list(ids)
        query = (
            "SELECT s.id, s.kind, d.id, d.title, d.published, s.start, s.end, s.first, s.last, s.action, s.line"
            " FROM json_each(?) w CROSS JOIN statement s ON s.id = w.value JOIN fact_set f ON f.number = s.number"
            " JOIN document d ON d.version = f.version AND d.published = f.published AND d.version <> ''"
            " WHERE d.removed = 0"
        )
        with self._library.reading() as connection:
            rows = connection.execute(query, (json.dumps(wanted),)).fetchall()
        known = {row[0]: _stated(row) for row in reversed(rows)}  # of articles with the same text the first
        return [known[id] for id in wanted if id in known]

    def numbers(self, documents: Iterable[str]) -> list[int]:
        """Row numbers of documents by their ids."""
        query = "SELECT rowid FROM document WHERE id IN (SELECT value FROM json_each(?))"
        with self._library.reading() as connection:
            return [number for (number,) in connection.execute(query, (json.dumps(list(documents)),))]

    def actor(self, names: Sequence[str], words: str = "") -> ActorAcross | None:
        """What the library knows of an actor who goes by ``names``; None when no article names him.

        :param words: as for :meth:`timeline`, of quotes and events; of articles the title must hold them.
        """
        from reader.library.facts import SPEAKER

        folds = json.dumps(sorted({folded(name) for name in names}), ensure_ascii=False)
        with self._library.reading() as connection:
            found = connection.execute(
                "SELECT d.rowid, a.number, a.value, a.type, a.mentions, d.title FROM actor_in a"
                " JOIN fact_set f ON f.number = a.number JOIN document d ON d.version = f.version"
                " AND d.published = f.published AND d.version <> '' WHERE a.name IN (SELECT value FROM json_each(?))"
                f" AND a.type <> '{SPEAKER}' AND d.removed = 0 ORDER BY a.published DESC, a.number DESC, a.mentions",
                (folds,),
            ).fetchall()
            if not found:
                return None
            wanted = words.casefold().split()
            listed = [row for row in found if all(word in row[5].casefold() for word in wanted)]
            articles = array("q", dict.fromkeys(row[0] for row in listed))
            names_used: dict[tuple[str, str], int] = {}
            for _, _, value, type, mentions, _ in found:
                names_used[value, type] = names_used.get((value, type), 0) + mentions
            name, type = max(names_used, key=lambda key: names_used[key])
            numbers = list(dict.fromkeys(row[1] for row in found))
            sets = json.dumps(numbers)
            return ActorAcross(
                name=name,
                type=type,
                mentions=sum(names_used.values()),
                articles=articles,
                quotes=_of_actor(connection, folds, sets, "= 'speaker'", words),
                events=_of_actor(connection, folds, sets, "<> 'speaker'", words),
                roles=_roles(connection, folds, sets),
                company=_company(connection, folds, numbers[:_ALONGSIDE], wanted),
            )

    def appearances(self, names: Sequence[str], documents: Sequence[int]) -> list[Appearance]:
        """An actor in articles given by their row numbers, in their order."""
        from reader.library.facts import SPEAKER

        folds = json.dumps(sorted({folded(name) for name in names}), ensure_ascii=False)
        query = (
            "SELECT d.rowid, d.id, d.title, d.published, d.source, sum(a.mentions), min(a.start) FROM json_each(?) w"
            " CROSS JOIN document d ON d.rowid = w.value JOIN fact_set f ON f.version = d.version"
            " AND f.published = d.published JOIN actor_in a ON a.number = f.number"
            f" WHERE a.name IN (SELECT value FROM json_each(?)) AND a.type <> '{SPEAKER}' GROUP BY d.rowid"
        )
        with self._library.reading() as connection:
            rows = connection.execute(query, (json.dumps(list(documents)), folds)).fetchall()
        known = {
            rowid: Appearance(id, title, Published.parse(day) if day else None, source, mentions, start)
            for rowid, id, title, day, source, mentions, start in rows
        }
        return [known[rowid] for rowid in documents if rowid in known]


def _live(documents: Collection[int] | None) -> tuple[str, list[str]]:
    if documents is None:
        return f"number IN ({_LIVE})", []
    return f"number IN ({_LIVE} AND d.rowid IN (SELECT value FROM json_each(?)))", [json.dumps(list(documents))]


def _holding(words: str, line: str = "line") -> tuple[str, list[str]]:
    """A condition that a line holds all the words, and its values."""
    likes = ["%" + word.replace("\\", "\\\\").replace("%", r"\%").replace("_", r"\_") + "%" for word in words.split()]
    return f" AND {line} LIKE ? ESCAPE '\\'" * len(likes), likes


def _stated(row: Sequence[object]) -> Stated:
    id, kind, document, title, published, start, end, first, last, action, line = row
    return Stated(
        id=int(str(id)),
        kind=str(kind),
        document=str(document),
        title=str(title),
        published=Published.parse(str(published)) if published else None,
        start=int(str(start)),
        end=int(str(end)),
        first=dt.date.fromordinal(int(str(first))) if first else None,
        last=dt.date.fromordinal(int(str(last))) if last else None,
        action=str(action),
        line=str(line),
    )


def _of_actor(connection: sqlite3.Connection, folds: str, sets: str, part: str, words: str) -> array[int]:
    """Statements of an actor in some sets of facts, the latest first."""
    holds, likes = _holding(words, "s.line")
    query = (
        "SELECT s.id FROM actor_name n JOIN statement_actor sa ON sa.actor = n.id JOIN statement s"
        f" ON s.id = sa.statement WHERE n.name IN (SELECT value FROM json_each(?)) AND sa.part {part}"
        f" AND s.number IN (SELECT value FROM json_each(?)){holds} ORDER BY sa.day DESC, s.number DESC, s.start"
    )
    return array("q", dict.fromkeys(id for (id,) in connection.execute(query, [folds, sets, *likes])))


def _roles(connection: sqlite3.Connection, folds: str, sets: str) -> tuple[RoleHeld, ...]:
    query = (
        "SELECT r.role, min(nullif(f.published, '')), max(f.published), count(DISTINCT r.number) c FROM actor_name n"
        " JOIN role_in r ON r.actor = n.id JOIN fact_set f ON f.number = r.number"
        f" WHERE n.name IN (SELECT value FROM json_each(?)) AND r.number IN (SELECT value FROM json_each(?))"
        f" GROUP BY r.role ORDER BY c DESC, r.role LIMIT {_ROLES}"
    )
    found = [
        RoleHeld(role, (first or "")[:10], last[:10], count)
        for role, first, last, count in connection.execute(query, (folds, sets))
    ]
    return tuple(sorted(found, key=lambda role: (role.first or "~", role.role)))


def _company(
    connection: sqlite3.Connection, folds: str, numbers: Sequence[int], words: Sequence[str]
) -> tuple[Companion, ...]:
    """Whoever stands in the same articles under one name or another, most first."""
    from reader.library.facts import SPEAKER

    query = (
        "SELECT coalesce(l.name, min(a.value)), coalesce(l.type, a.type), count(DISTINCT a.number) c"
        " FROM json_each(?) w"
        " CROSS JOIN actor_in a ON a.number = w.value LEFT JOIN known_name k ON k.key = a.name AND k.type = a.type"
        " LEFT JOIN library_actor l ON l.number = k.actor"
        f" WHERE a.type <> '{SPEAKER}' AND a.name NOT IN (SELECT value FROM json_each(?))"
        f" GROUP BY coalesce(k.actor, a.name) ORDER BY c DESC, a.name LIMIT {_COMPANY}"
    )
    rows = connection.execute(query, (json.dumps(list(numbers)), folds)).fetchall()
    return tuple(
        Companion(name, type, count) for name, type, count in rows if all(word in name.casefold() for word in words)
    )
