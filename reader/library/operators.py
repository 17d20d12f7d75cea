"""What the operators of a search ask of the library's tables: which rows ``actor:``, ``when:``, ``tag:`` ... allow."""

from __future__ import annotations

import json
import sqlite3
from dataclasses import replace

from reader.library.actors import names_like
from reader.library.facts import SPEAKER
from reader.library.folding import LAST, folded
from reader.library.rows import Filter as Chosen
from reader.library.rows import Scope, conditions
from reader.search.candidates import Rows, Value
from reader.search.fold import terms
from reader.search.query import Field, Filter, Period

_FEW = 5_000
"""Up to so many rows are found once; of more it is asked of each candidate whether it is one of them."""
_REMEMBERED = 32

_ACTORS_ONCE = (
    "json_each(?) n CROSS JOIN actor_in a ON a.name = n.value CROSS JOIN fact_set f ON f.number = a.number"
    " CROSS JOIN document d ON d.version = f.version AND d.published = f.published WHERE d.version <> ''"
)
# The plus keeps SQLite from looking each of a thousand names up for an article, which has some ten.
_ACTORS_EACH = (
    "document d CROSS JOIN fact_set f ON f.version = d.version AND f.published = d.published"
    " CROSS JOIN actor_in a ON a.number = f.number WHERE +a.name IN (SELECT value FROM json_each(?))"
)
_TYPES = {
    Field.ACTOR: f"a.type <> '{SPEAKER}'",
    Field.PLACE: "a.type = 'place'",
    Field.SAID: f"a.type = '{SPEAKER}'",
}
_DATES_ONCE = (
    "date_value v CROSS JOIN date_in t ON t.value = v.value CROSS JOIN fact_set f ON f.number = t.number"
    " CROSS JOIN document d ON d.version = f.version AND d.published = f.published"
    " WHERE d.version <> '' AND v.first >= ? AND v.last <= ?"
)
_DATES_EACH = (
    "document d CROSS JOIN fact_set f ON f.version = d.version AND f.published = d.published"
    " CROSS JOIN date_in t ON t.number = f.number"
    " WHERE +t.value IN (SELECT value FROM date_value WHERE first >= ? AND last <= ?)"
)
_SOURCES = (
    "WITH RECURSIVE step(removed, key) AS ("
    " SELECT value, (SELECT min(source_key) FROM document WHERE removed = value) FROM json_each('[0, 1]')"
    " UNION ALL SELECT removed, (SELECT min(source_key) FROM document d WHERE d.removed = step.removed"
    " AND d.source_key > step.key) FROM step WHERE key IS NOT NULL)"
    " SELECT DISTINCT key FROM step WHERE key IS NOT NULL"
)
"""Each source once, by one step in the index for each, however many articles they have."""
_STATES = {
    "unread": "unread = 1",
    "read": "unread = 0",
    "starred": "starred = 1",
    "noted": "notes > 0",
    "missing": "missing = 1",
}


class Operators:
    """Answers a searcher's filters over the connection of the searcher; belongs to its thread.

    Names are met by their words, whatever their case, accents or alphabet: ``actor:biden`` is Joe Biden too, and
    ``actor:"sergei lavrov"`` whatever else articles call him. A last word that no name has is read as the beginning of
    one, for it may be half typed. A name, tag or source that nobody has allows no row.
    """

    def __init__(self, connection: sqlite3.Connection, scope: Scope) -> None:
        self._connection = connection
        self._scope = scope
        self._known: dict[tuple[Field, str, Period | None], Rows | None] = {}
        self._commits: object = None

    def __call__(self, asked: Filter) -> Rows | None:
        """The rows that ``asked`` allows."""
        commits = self._connection.execute("PRAGMA data_version").fetchone()
        if commits != self._commits or len(self._known) > _REMEMBERED:
            self._commits = commits
            self._known.clear()
        key = (asked.field, asked.value, asked.period)
        if key not in self._known:
            self._known[key] = self._rows(asked)
        return self._known[key]

    def _rows(self, asked: Filter) -> Rows | None:
        if asked.field in _TYPES:
            return self._named(asked.value, _TYPES[asked.field])
        if asked.field is Field.WHEN and asked.period:
            return self._dated(asked.period)
        if asked.field is Field.ON and asked.period:
            return self._published(asked.period)
        if asked.field is Field.TAG:
            return self._tagged(asked.value)
        if asked.field is Field.SOURCE:
            return self._from(asked.value)
        if asked.field is Field.LABEL:
            return self._labelled(asked.value)
        if asked.field is Field.NOTE:
            return self._noted(terms(asked.value))
        if asked.field is Field.IS:
            return self._in_state(asked.value)
        return None

    def _named(self, value: str, type: str) -> Rows:
        names = json.dumps(names_like(self._connection, value), ensure_ascii=False)
        return self._once_or_each(
            f"SELECT DISTINCT d.rowid FROM {_ACTORS_ONCE} AND {type}",
            f"SELECT d.rowid FROM {_ACTORS_EACH} AND {type}",
            (names,),
        )

    def _dated(self, period: Period) -> Rows:
        """Texts that name a date of which all days lie in the period: ``when:2022-01`` is not the year 2022."""
        first = period.first.isoformat() if period.first else ""
        last = period.last.isoformat() if period.last else "~"
        return self._once_or_each(
            f"SELECT DISTINCT d.rowid FROM {_DATES_ONCE}", f"SELECT d.rowid FROM {_DATES_EACH}", (first, last)
        )

    def _published(self, period: Period) -> Rows:
        first = period.first.isoformat() if period.first else "!"  # after the empty one, which is unknown
        last = (period.last.isoformat() if period.last else "") + "~"
        where = "published >= ? AND published < ?"
        return self._of_documents(where, (first, last))

    def _tagged(self, value: str) -> Rows:
        wanted = folded(value.removeprefix("#"))
        tags = [tag for (tag,) in self._connection.execute("SELECT DISTINCT tag FROM tagged") if folded(tag) == wanted]
        tagged = "FROM tagged WHERE tag IN (SELECT value FROM json_each(?))"
        return self._once_or_each(
            f"SELECT DISTINCT document {tagged}", f"SELECT document {tagged}", (json.dumps(tags, ensure_ascii=False),)
        )

    def _from(self, value: str) -> Rows:
        wanted = folded(value)
        keys = [key for (key,) in self._connection.execute(_SOURCES) if wanted in key]
        where = "source_key IN (SELECT value FROM json_each(?))"
        return self._of_documents(where, (json.dumps(keys, ensure_ascii=False),))

    def _labelled(self, value: str) -> Rows:
        """Articles with an annotation of this label, or of those that begin so when none is called so."""
        wanted = folded(" ".join(value.split()))
        if not wanted:
            return Rows.of(())
        known = self._connection.execute("SELECT 1 FROM annotated WHERE label = ? LIMIT 1", (wanted,)).fetchone()
        term = "a.label = ?" if known else "a.label >= ? AND a.label < ?"
        values = (wanted,) if known else (wanted, wanted + LAST)
        return self._once_or_each(
            f"SELECT DISTINCT d.rowid FROM annotated a CROSS JOIN document d ON d.id = a.document WHERE {term}",
            f"SELECT d.rowid FROM document d CROSS JOIN annotated a ON a.document = d.id WHERE {term}",
            values,
        )

    def _noted(self, words: list[str]) -> Rows:
        """Articles with an annotation whose note and tags have all the words, the last one perhaps only begun."""
        if not words:
            return Rows.of(())
        whole = "SELECT annotation FROM note_word WHERE word = ?"
        begun = "SELECT annotation FROM note_word WHERE word >= ? AND word < ?"
        chosen = " INTERSECT ".join([*[whole] * (len(words) - 1), begun])
        noted = "annotated a CROSS JOIN document d ON d.id = a.document"
        query = f"SELECT DISTINCT d.rowid FROM {noted} WHERE a.id IN ({chosen})"
        return self._once_or_each(query, query, (*words, words[-1] + LAST))

    def _in_state(self, state: str) -> Rows | None:
        if state == "removed":
            removed = scoped(self._scope, Chosen(removed=True))
            return replace(self._once_or_each(removed.sql, removed.sql, removed.parameters), alone=True)
        return self._of_documents(_STATES[state], ()) if state in _STATES else None

    def _of_documents(self, where: str, values: tuple[Value, ...]) -> Rows:
        """``removed`` leads the indexes of the list, so it is named where they are wanted."""
        return self._once_or_each(
            f"SELECT rowid FROM document WHERE removed IN (0, 1) AND {where}",
            f"SELECT rowid FROM document WHERE {where}",
            values,
        )

    def _once_or_each(self, once: str, each: str, values: tuple[Value, ...]) -> Rows:
        found = self._connection.execute(f"{once} LIMIT {_FEW + 1}", values).fetchall()
        return Rows.of(rowid for (rowid,) in found) if len(found) <= _FEW else Rows(each, values)


def scoped(scope: Scope, chosen: Chosen) -> Rows:
    """The rows of a scope and filter of the list, as the search takes them."""
    where, values = conditions(scope, chosen)
    return Rows(
        f"SELECT rowid FROM document WHERE {' AND '.join(where)}",
        tuple(value if isinstance(value, int | float) else str(value) for value in values),
    )
