"""The append-only journal: what the reader did, in order. Undo and redo are entries of it."""

from __future__ import annotations

import datetime as dt
import json
import sqlite3
import uuid
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from reader.library.changes import Change, change_from_json
from reader.library.connection import Database
from reader.library.errors import LibraryError

Wait = Callable[[], None] | None
UNDO = "undo"
REDO = "redo"


@dataclass(frozen=True, slots=True)
class Entry:
    """One action."""

    seq: int
    """Place in the journal, counted from 1."""
    id: str
    time: dt.datetime
    """UTC."""
    action: str
    """Name of the change; ``undo`` or ``redo`` for those."""
    title: str
    """What the reader sees of it."""
    change: Change
    inverse: Change
    of: int | None
    """The entry that an undo or redo is about."""


class Journal:
    """The journal of a library. Each action is one transaction, on disk when the method returns."""

    def __init__(self, notes: Database) -> None:
        self._notes = notes

    def append(self, change: Change, *, on_wait: Wait = None) -> Entry:
        """Apply a change and write it down; the whole or nothing."""
        with self._notes.writing(on_wait) as connection:
            return self._write(connection, change.action, change.title, change, None)

    def undo(self, *, on_wait: Wait = None) -> Entry | None:
        """Take back the last action that stands; None when there is none."""
        with self._notes.writing(on_wait) as connection:
            target = _next(connection, UNDO)
            if target is None:
                return None
            return self._write(connection, UNDO, target.title, target.inverse, target.seq)

    def redo(self, *, on_wait: Wait = None) -> Entry | None:
        """Do again what was taken back last, unless something new was done since; None when there is nothing."""
        with self._notes.writing(on_wait) as connection:
            target = _next(connection, REDO)
            if target is None:
                return None
            return self._write(connection, REDO, target.title, target.change, target.seq)

    def next_undo(self) -> str | None:
        """Title of what :meth:`undo` would take back."""
        with self._notes.reading() as connection:
            target = _next(connection, UNDO)
        return target.title if target else None

    def next_redo(self) -> str | None:
        """Title of what :meth:`redo` would do again."""
        with self._notes.reading() as connection:
            target = _next(connection, REDO)
        return target.title if target else None

    def entries(self, *, before: int | None = None, limit: int = 100) -> list[Entry]:
        """Entries from the latest back, a page at a time: ``before`` is the ``seq`` of the last one seen."""
        with self._notes.reading() as connection:
            query = f"SELECT {_COLUMNS} FROM journal WHERE seq < ? ORDER BY seq DESC LIMIT ?"
            return [_entry(values) for values in connection.execute(query, (before or 1 << 62, limit)).fetchall()]

    def since(self, seq: int, actions: Sequence[str], limit: int = 1_000) -> list[Entry]:
        """Entries after ``seq``, undos and redos included, whose changes hold one of these actions; oldest first."""
        marks = " OR ".join(["instr(change, ?) > 0"] * len(actions))
        query = f"SELECT {_COLUMNS} FROM journal WHERE seq > ? AND ({marks}) ORDER BY seq LIMIT ?"
        named = [f'"action":"{action}"' for action in actions]
        with self._notes.reading() as connection:
            return [_entry(values) for values in connection.execute(query, (seq, *named, limit)).fetchall()]

    def last(self) -> int:
        """Number of the latest entry; 0 when there is none."""
        with self._notes.reading() as connection:
            return int(connection.execute("SELECT coalesce(max(seq), 0) FROM journal").fetchone()[0])

    def history(self, *, before: int | None = None, limit: int = 100) -> list[tuple[Entry, bool]]:
        """Actions that undo and redo walk over, from the latest back, and whether each stands.

        What was taken back and then left behind by something new is only in :meth:`entries`.
        """
        with self._notes.reading() as connection:
            query = (
                f"SELECT {_COLUMNS}, undone FROM walk JOIN journal USING (seq) WHERE seq < ? ORDER BY seq DESC LIMIT ?"
            )
            found = connection.execute(query, (before or 1 << 62, limit)).fetchall()
            return [(_entry(values), not undone) for *values, undone in found]

    def _write(self, connection: sqlite3.Connection, action: str, title: str, change: Change, of: int | None) -> Entry:
        inverse = change.apply(connection)
        id, time = uuid.uuid4().hex, dt.datetime.now(dt.UTC)
        seq = connection.execute(
            "INSERT INTO journal(id, time, action, title, change, inverse, of) VALUES (?, ?, ?, ?, ?, ?, ?)",
            (id, time.isoformat(), action, title, _json(change), _json(inverse), of),
        ).lastrowid
        if of is None:
            connection.execute("DELETE FROM walk WHERE undone = 1")  # what was taken back before is done no more
            connection.execute("INSERT INTO walk(seq, undone) VALUES (?, 0)", (seq,))
        else:
            connection.execute("UPDATE walk SET undone = ? WHERE seq = ?", (int(action == UNDO), of))
        return Entry(seq or 0, id, time, action, title, change, inverse, of)


_COLUMNS = "seq, id, time, action, title, change, inverse, of"


def _next(connection: sqlite3.Connection, action: str) -> Entry | None:
    """The action that undo or redo is about: the last that stands, or the first of those taken back since."""
    chosen = "max(seq) FROM walk WHERE undone = 0" if action == UNDO else "min(seq) FROM walk WHERE undone = 1"
    seq = connection.execute(f"SELECT {chosen}").fetchone()[0]
    return None if seq is None else _read(connection, seq)


def _read(connection: sqlite3.Connection, seq: int) -> Entry:
    return _entry(connection.execute(f"SELECT {_COLUMNS} FROM journal WHERE seq = ?", (seq,)).fetchone())


def _entry(values: Sequence[Any]) -> Entry:
    seq, id, time, action, title, change, inverse, of = values
    try:
        done, undone = change_from_json(json.loads(change)), change_from_json(json.loads(inverse))
    except KeyError as error:
        raise LibraryError(f"“{title}” was done by a newer Dateline; update Dateline to undo it.") from error
    return Entry(seq, id, dt.datetime.fromisoformat(time), action, title, done, undone, of)


def _json(change: Change) -> str:
    return json.dumps(change.to_json(), ensure_ascii=False, separators=(",", ":"))
