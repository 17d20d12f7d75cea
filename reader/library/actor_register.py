"""The register of names: which actor of the library each name that articles use belongs to. Kept as facts are stored.

Only what a new name touches is looked at: its likes are looked up by key, and the short names that may stand for it
are placed anew. What the reader said comes before everything.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import cast

from reader.extract.actors.join import Standing, filed_under, home_of, is_short, waiting_for
from reader.library.actor_rules import ActorRule
from reader.library.folding import folded
from reader.model import ActorType
from reader.search.fold import terms


@dataclass(frozen=True, slots=True)
class _Row:
    key: str
    type: str
    value: str
    actor: int
    short: bool
    given: bool
    articles: int


_COLUMNS = "key, type, value, actor, short, given, articles"


def write_rule(connection: sqlite3.Connection, rule: ActorRule) -> None:
    """Note a rule in library.db, or with an empty name that it was taken back."""
    key = (rule.document, rule.type, rule.key, rule.text)
    if rule.name:
        values = (*key, rule.name, rule.to_type, folded(rule.name))
        connection.execute("INSERT OR REPLACE INTO actor_rule VALUES (?, ?, ?, ?, ?, ?, ?)", values)
    else:
        connection.execute("DELETE FROM actor_rule WHERE document = ? AND type = ? AND key = ? AND text = ?", key)


class Register:
    """The register through a connection that writes, within the caller's transaction."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def count(self, names: Iterable[tuple[str, str, str]]) -> None:
        """An article has these names: folded, type and as written."""
        full: list[tuple[str, str]] = []
        for key, type, value in names:
            row = self._row(key, type)
            if row is None:
                row = self._add(key, type, value, 1)
                if not row.short:
                    full.append((type, value))
            else:
                self._execute("UPDATE known_name SET articles = articles + 1 WHERE key = ? AND type = ?", key, type)
                if row.short and not row.given:
                    self._place(row)
                else:
                    self._call(row.actor, unless=row.value)
        self._place_waiting(full)

    def discount(self, names: Iterable[tuple[str, str]]) -> None:
        """An article no longer has these names (folded, type). :meth:`forget_unused` drops what no article has."""
        query = "UPDATE known_name SET articles = max(0, articles - 1) WHERE key = ? AND type = ?"
        self._connection.executemany(query, list(names))

    def forget_unused(self, names: Iterable[tuple[str, str]]) -> None:
        """Drop those of these names that no article has and the reader did not give."""
        gone: list[_Row] = []
        for key, type in names:
            row = self._row(key, type)
            if row is not None and not row.articles and not row.given:
                self._drop(row)
                gone.append(row)
        self._place_waiting([(row.type, row.value) for row in gone if not row.short])

    # What the reader said

    def obey(self, rules: Iterable[ActorRule]) -> None:
        """Take in rules for the whole library that are new, changed or taken back (without a name)."""
        loose: list[_Row] = []
        targets: set[tuple[str, str]] = set()
        left: set[int] = set()
        for rule in rules:
            before = self._rule(rule.type, rule.key)
            if before:
                targets.add((folded(before[0]), before[1]))
            write_rule(self._connection, rule)
            row = self._row(rule.key, rule.type)
            if rule.name and row is not None:
                left.add(row.actor)
                self._give(row, rule.name, rule.to_type)
            elif row is not None:
                loose.append(row)
        for key, type in sorted(targets):
            row = self._row(key, type)
            if row is not None and not self._is_meant(key, type):
                loose.append(row)
        # Names that came since the reader said so follow those that they are like.
        query = f"SELECT {_COLUMNS} FROM known_name WHERE given = 0 AND actor IN (SELECT value FROM json_each(?))"
        loose += [_Row(*values) for values in self._execute(query, json.dumps(sorted(left)))]
        loose = list({(row.key, row.type): row for row in loose}.values())
        # All of them are taken out before one is placed: names that were merged would else hold one another.
        for row in loose:
            self._drop(row)
        for row in sorted(loose, key=lambda row: row.short):
            if row.articles or self._is_meant(row.key, row.type):
                self._add(row.key, row.type, row.value, row.articles)
        self._place_waiting([(row.type, row.value) for row in loose if not row.short])

    def _rule(self, type: str, key: str) -> tuple[str, str] | None:
        query = "SELECT name, to_type FROM actor_rule WHERE document = '' AND type = ? AND key = ? AND text = ''"
        return cast("tuple[str, str] | None", self._execute(query, type, key).fetchone())

    def _is_meant(self, key: str, type: str) -> str | None:
        """The name, as the reader wrote it, that this folded one is, where a rule leads to it."""
        query = "SELECT name FROM actor_rule WHERE to_key = ? AND to_type = ? AND document = '' LIMIT 1"
        found = self._execute(query, key, type).fetchone()
        return str(found[0]) if found else None

    def _give(self, row: _Row, name: str, type: str) -> None:
        """Give a name to the actor that the reader says it is."""
        target = self._target(row, name, type)
        if target != row.actor:
            self._move(row, target, 1.0)
        self._execute("UPDATE known_name SET given = 1, confidence = 1 WHERE key = ? AND type = ?", row.key, row.type)
        self._call(target)
        if not row.short:
            self._place_waiting([(row.type, row.value)])

    def _target(self, row: _Row, name: str, type: str) -> int:
        """Number of the actor of the reader's name, who may be new."""
        key = folded(name)
        known = self._row(key, type)
        if known is None:
            actor = self._new_actor(key, type, name)
            self._insert(key, type, name, actor, 1.0, given=True, articles=0)
            self._place_waiting([(type, name)])
        else:
            actor = known.actor
            if not known.given and self._others_named(known):
                # It belonged to an actor of another name: the reader means it by itself, unless all of them come along.
                self._move(known, self._new_actor(key, type, name), 1.0)
                actor = cast(_Row, self._row(key, type)).actor
            self._execute("UPDATE known_name SET given = 1, confidence = 1 WHERE key = ? AND type = ?", key, type)
        self._execute("UPDATE library_actor SET name = ?, type = ?, given = 1 WHERE number = ?", name, type, actor)
        return actor

    def _others_named(self, row: _Row) -> bool:
        """Whether the reader gave other names of this one's actor another name."""
        query = "SELECT given, name FROM library_actor WHERE number = ?"
        given, name = self._execute(query, row.actor).fetchone()
        return bool(given) and folded(name) != row.key

    # Placing

    def under(self, key: str) -> list[Standing]:
        """Names filed under a key."""
        query = (
            "SELECT n.type, n.value, n.actor, n.articles FROM name_filed f"
            " JOIN known_name n ON n.key = f.key AND n.type = f.type WHERE f.filed = ?"
        )
        return [Standing(*row) for row in self._execute(query, key)]

    def _add(self, key: str, type: str, value: str, articles: int) -> _Row:
        rule = self._rule(type, key)
        meant = self._is_meant(key, type) if rule is None else None
        if rule or meant:
            name, to_type = rule or (cast(str, meant), type)
            row = self._insert(key, type, value, self._new_actor(key, type, value), 1.0, given=True, articles=articles)
            self._give(row, name, to_type)
            return cast(_Row, self._row(key, type))
        actor, sure = home_of(cast(ActorType, type), value, self)
        number = self._new_actor(key, type, value) if actor is None else actor
        row = self._insert(key, type, value, number, sure, given=False, articles=articles)
        if actor is not None:
            self._call(actor)
        return row

    def _insert(self, key: str, type: str, value: str, actor: int, sure: float, *, given: bool, articles: int) -> _Row:
        kind = cast(ActorType, type)
        short = is_short(kind, value)
        self._execute(
            "INSERT INTO known_name(key, type, value, actor, confidence, short, given, articles)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            key, type, value, actor, sure, int(short), int(given), articles,
        )  # fmt: skip
        self._connection.executemany(
            "INSERT OR IGNORE INTO name_filed VALUES (?, ?, ?)",
            [(filed, key, type) for filed in filed_under(kind, value)],
        )
        self._connection.executemany(
            "INSERT OR IGNORE INTO actor_word(word, name) VALUES (?, ?)", [(word, key) for word in set(terms(key))]
        )
        return _Row(key, type, value, actor, short, given, articles)

    def _new_actor(self, key: str, type: str, name: str) -> int:
        query = "INSERT INTO library_actor(type, name, founder, given) VALUES (?, ?, ?, 0)"
        return int(self._execute(query, type, name, f"{type}:{key}").lastrowid or 0)

    def _place(self, row: _Row) -> None:
        """Place a short name anew."""
        actor, sure = home_of(cast(ActorType, row.type), row.value, self)
        if actor is None and self._is_alone(row):
            actor = row.actor
        if actor is None:
            actor = self._new_actor(row.key, row.type, row.value)
        if actor != row.actor:
            self._move(row, actor, sure)
        else:
            query = "UPDATE known_name SET confidence = ? WHERE key = ? AND type = ? AND confidence <> ?"
            self._execute(query, sure, row.key, row.type, sure)

    def _is_alone(self, row: _Row) -> bool:
        """Whether a name's actor has only short names: then it may stay."""
        query = "SELECT min(short) FROM known_name WHERE actor = ?"
        return bool(self._execute(query, row.actor).fetchone()[0])

    def _place_waiting(self, full: Collection[tuple[str, str]]) -> None:
        """Place the short names anew that may stand for these, which came or went."""
        keys = {key for type, value in full for key in waiting_for(cast(ActorType, type), value)}
        for key in sorted(keys):
            query = (
                f"SELECT {_COLUMNS} FROM known_name WHERE given = 0"
                " AND (key, type) IN (SELECT key, type FROM name_filed WHERE filed = ?)"
            )
            for values in self._execute(query, key).fetchall():
                self._place(_Row(*values))

    def _move(self, row: _Row, actor: int, sure: float) -> None:
        query = "UPDATE known_name SET actor = ?, confidence = ? WHERE key = ? AND type = ?"
        self._execute(query, actor, sure, row.key, row.type)
        self._left(row)
        self._call(actor)

    def _drop(self, row: _Row) -> None:
        self._execute("DELETE FROM known_name WHERE key = ? AND type = ?", row.key, row.type)
        self._execute("DELETE FROM name_filed WHERE key = ? AND type = ?", row.key, row.type)
        self._left(row)

    def _left(self, row: _Row) -> None:
        """A name has left its actor: that one goes too when it was the last, and is known by another if it can be."""
        query = "SELECT type || ':' || key FROM known_name WHERE actor = ? ORDER BY short, articles DESC, key LIMIT 1"
        other = self._execute(query, row.actor).fetchone()
        if other is None:
            self._execute("DELETE FROM library_actor WHERE number = ?", row.actor)
            return
        query = "UPDATE library_actor SET founder = ? WHERE number = ? AND founder = ?"
        self._execute(query, other[0], row.actor, f"{row.type}:{row.key}")
        self._call(row.actor)

    def _call(self, actor: int, *, unless: str = "") -> None:
        """Call an actor as the reader does, else by the name that most articles use, the longer one in a tie."""
        given, name, type = self._execute(
            "SELECT given, name, type FROM library_actor WHERE number = ?", actor
        ).fetchone()
        if name == unless and not given:
            return
        names = self._execute(
            "SELECT value, type, given, key FROM known_name WHERE actor = ?"
            " ORDER BY confidence >= 0.85 DESC, articles DESC, length(value) DESC, key",
            actor,
        ).fetchall()
        if given and any(is_given and key == folded(name) and kind == type for _, kind, is_given, key in names):
            return
        self._execute(
            "UPDATE library_actor SET name = ?, type = ?, given = 0 WHERE number = ?", names[0][0], names[0][1], actor
        )

    def _row(self, key: str, type: str) -> _Row | None:
        query = f"SELECT {_COLUMNS} FROM known_name WHERE key = ? AND type = ?"
        values = self._execute(query, key, type).fetchone()
        return _Row(*values) if values else None

    def _execute(self, query: str, *values: object) -> sqlite3.Cursor:
        return self._connection.execute(query, values)
