"""One document into its tables, inside a write transaction."""

from __future__ import annotations

import datetime as dt
import json
import os
import sqlite3
from collections.abc import Callable, Sequence

from reader.library.folding import LAST, folded
from reader.library.indexing import SearchIndex
from reader.library.packing import Packed
from reader.library.paths import restored, stored
from reader.library.settings_copy import age, copy_some
from reader.model import document_id

_TWINS = 16
"""So many files of the same bytes are looked at for one that was renamed; among more no one can tell which it was."""

_ADD = (
    # OR FAIL: one row needs no way back of its own, and SQLite would copy each page for it because of the trigger.
    # What goes wrong undoes the whole transaction all the same.
    "INSERT OR FAIL INTO document(rowid, id, origin, path, title, title_key, source, source_key, author, language,"
    " english, format, notice, error, said, published, age, added, version, builder, hash, size, mtime)"
    " VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)"
)
_ADD_VERSION = (
    # The same text may have other blocks when its Markdown changed: the newest shape counts.
    "INSERT INTO text_version(document, version, text, shape, added) VALUES (?, ?, ?, ?, ?)"
    " ON CONFLICT DO UPDATE SET shape = excluded.shape"
)
_ADD_UNINDEXED = "INSERT OR IGNORE INTO unindexed VALUES (?)"


class Shelf:
    """Writes documents within the caller's transaction on ``library``; reads what the reader set from ``notes``."""

    def __init__(
        self,
        library: sqlite3.Connection,
        notes: sqlite3.Connection,
        index: Callable[[], SearchIndex],
        now: int | None = None,
    ) -> None:
        """:param now: when what is put comes in (seconds since 1970); None for the present."""
        self._library = library
        self._notes = notes
        self._index = index
        moment = dt.datetime.now(dt.UTC) if now is None else dt.datetime.fromtimestamp(now, dt.UTC)
        self._now = moment.isoformat(timespec="seconds")
        self._settings = notes.execute("SELECT 1 FROM setting LIMIT 1").fetchone() is not None

    def put(self, packed: Packed) -> int:
        """Add a document, a new version of one, or a failed input; the number of its row."""
        connection = self._library
        found = self._known(packed)
        if found is None:
            return self._insert(packed)
        rowid, version, title, said = found
        if packed.error:
            connection.execute(
                "UPDATE document SET error = ?, size = ?, mtime = ? WHERE rowid = ?",
                (packed.error, packed.size, packed.mtime, rowid),
            )
            return rowid
        connection.execute(
            "UPDATE document SET origin = ?, path = ?, title = ?, title_key = ?, source = ?, source_key = ?,"
            " author = ?, language = ?, english = ?, format = ?, notice = ?, error = '', said = ?,"
            " published = CASE WHEN published = ? THEN ? ELSE published END,"
            " age = CASE WHEN published = ? THEN ? ELSE age END,"
            " version = ?, builder = ?, hash = coalesce(?, hash), size = ?, mtime = ?, missing = 0 WHERE rowid = ?",
            (
                stored(packed.origin), packed.path and stored(packed.path), packed.title, folded(packed.title),
                packed.source, folded(packed.source) or LAST, packed.author, packed.language, int(packed.english),
                packed.format,
                packed.notice, packed.said, said, packed.said, said, age(packed.said), packed.version, packed.builder,
                packed.hash, packed.size, packed.mtime, rowid,
            ),
        )  # fmt: skip
        if version != packed.version or title != packed.title:
            self._enter(rowid, packed)
        self._put_version(rowid, packed)
        if version and version != packed.version and packed.path is not None:  # what was fetched cannot be read anew
            self._drop_versions(rowid, packed.version)
        return rowid

    def put_fetched(self, packed: Sequence[Packed]) -> list[int]:
        """Add documents that are no files, most of them new; the numbers of their rows.

        The new ones go in together, table by table: in two thirds of the time that :meth:`put` takes for each.
        """
        connection = self._library
        ids = json.dumps([one.id for one in packed])
        query = "SELECT id FROM document WHERE id IN (SELECT value FROM json_each(?))"
        known = {id for (id,) in connection.execute(query, (ids,))}
        new: dict[str, Packed] = {}
        for one in packed:
            if one.id not in known and one.prepared is None and not one.error:
                new.setdefault(one.id, one)
        after: int = connection.execute("SELECT coalesce(max(rowid), 0) FROM document").fetchone()[0]
        rows = {id: after + place for place, id in enumerate(new, 1)}
        connection.executemany(_ADD, [self._row(rows[id], id, one) for id, one in new.items()])
        versions = [(rows[id], one.version, one.text_blob, one.shape_blob, self._now) for id, one in new.items()]
        connection.executemany(_ADD_VERSION, versions)
        connection.executemany(_ADD_UNINDEXED, [(row,) for row in rows.values()])
        if self._settings:
            copy_some(self._notes, connection, new)
        return [rows[one.id] if new.get(one.id) is one else self.put(one) for one in packed]

    def put_beside(self, rowid: int, packed: Packed) -> None:
        """Keep a text version beside the present one, which stays; the title becomes that of ``packed``."""
        connection = self._library
        self._put_version(rowid, packed)
        if connection.execute("SELECT title FROM document WHERE rowid = ?", (rowid,)).fetchone()[0] == packed.title:
            return
        connection.execute(
            "UPDATE document SET title = ?, title_key = ? WHERE rowid = ?", (packed.title, folded(packed.title), rowid)
        )
        connection.execute(_ADD_UNINDEXED, (rowid,))

    def _enter(self, rowid: int, packed: Packed) -> None:
        """Into the index, in place of what it has of the document; or down among what goes into it later."""
        if packed.prepared is None:
            self._library.execute(_ADD_UNINDEXED, (rowid,))
        else:
            self._index().put(rowid, packed.title, packed.prepared)

    def _known(self, packed: Packed) -> tuple[int, str, str, str] | None:
        connection = self._library
        columns = "rowid, version, title, said"
        if packed.path is None:
            query = f"SELECT {columns} FROM document WHERE id = ?"
            found: tuple[int, str, str, str] | None = connection.execute(query, (packed.id,)).fetchone()
            return found
        query = f"SELECT {columns} FROM document WHERE path = ?"
        found = connection.execute(query, (stored(packed.path),)).fetchone()
        if found is None and packed.hash:
            query = f"SELECT {columns}, path FROM document WHERE hash = ? AND path IS NOT NULL LIMIT {_TWINS}"
            for *known, path in connection.execute(query, (packed.hash,)).fetchall():
                if not os.path.lexists(restored(path)):  # renamed: the same document at another path
                    return known[0], known[1], known[2], known[3]
        return found

    def _insert(self, packed: Packed) -> int:
        connection = self._library
        id, attempt, path = packed.id, 1, packed.path
        while path and connection.execute("SELECT 1 FROM document WHERE id = ?", (id,)).fetchone():
            # The document that had this path was renamed and keeps its id.
            attempt += 1
            id = document_id(f"{packed.origin}\n{attempt}")
        rowid = connection.execute(_ADD, self._row(None, id, packed)).lastrowid or 0
        if not packed.error:
            self._put_version(rowid, packed)
            self._enter(rowid, packed)
        if self._settings:
            copy_some(self._notes, connection, [id])
        return rowid

    def _row(self, rowid: int | None, id: str, packed: Packed) -> tuple[object, ...]:
        """Values for :data:`_ADD`; ``rowid`` None for the next free one."""
        path = packed.path
        return (
            rowid, id, stored(packed.origin), path and stored(path), packed.title, folded(packed.title),
            packed.source, folded(packed.source) or LAST, packed.author, packed.language, int(packed.english),
            packed.format,
            packed.notice, packed.error, packed.said, packed.said, age(packed.said), self._now, packed.version,
            packed.builder, packed.hash, packed.size, packed.mtime,
        )  # fmt: skip

    def _put_version(self, rowid: int, packed: Packed) -> None:
        self._library.execute(_ADD_VERSION, (rowid, packed.version, packed.text_blob, packed.shape_blob, self._now))

    def _drop_versions(self, rowid: int, present: str) -> None:
        """Drop versions that nothing of the reader's refers to, with their facts unless another document has them."""
        from reader.library.facts import drop_facts

        connection = self._library
        id = connection.execute("SELECT id FROM document WHERE rowid = ?", (rowid,)).fetchone()[0]
        query = "SELECT version FROM kept_version WHERE document = ?"
        kept = {version for (version,) in self._notes.execute(query, (id,))}
        query = "SELECT version FROM text_version WHERE document = ? AND version <> ?"
        for (version,) in connection.execute(query, (rowid, present)).fetchall():
            if version in kept:
                continue
            connection.execute("DELETE FROM text_version WHERE document = ? AND version = ?", (rowid, version))
            query_left = "SELECT 1 FROM text_version WHERE version = ?"
            if connection.execute(query_left, (version,)).fetchone() is None:
                drop_facts(connection, version)
