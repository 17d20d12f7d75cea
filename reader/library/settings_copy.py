"""What the reader set of documents, copied from notes.db into the list's columns.

The two files cannot commit as one, so notes.db is written first and counts its changes up; library.db says how far it
has copied them. What a crash left uncopied is copied at the next start, all of it when library.db is new.
"""

from __future__ import annotations

import datetime as dt
import sqlite3
from collections.abc import Iterable

_UNKNOWN = 1 << 53
_COLUMNS = "document, published, starred, read, removed, tags, notes"


def age(published: str) -> int:
    """Seconds from the publication, by its own clock, to the year 10000: grows into the past, unknown is largest."""
    if not published:
        return _UNKNOWN
    left = dt.datetime.max - dt.datetime.fromisoformat(published).replace(tzinfo=None)
    return left.days * 86_400 + left.seconds


def behind(notes: sqlite3.Connection, library: sqlite3.Connection) -> bool:
    """Whether notes.db has settings that library.db has not copied."""
    newest = notes.execute("SELECT coalesce(max(changed), 0) FROM setting").fetchone()[0]
    copied = library.execute("SELECT value FROM state WHERE name = 'settings_copied'").fetchone()[0]
    return bool(newest != copied)


def copy_newer(notes: sqlite3.Connection, library: sqlite3.Connection) -> None:
    """Copy what changed since the last time; in the caller's transaction on ``library``."""
    newest = notes.execute("SELECT coalesce(max(changed), 0) FROM setting").fetchone()[0]
    copied = library.execute("SELECT value FROM state WHERE name = 'settings_copied'").fetchone()[0]
    since = copied if newest >= copied else -1  # an older notes.db was put back: copy all
    for values in notes.execute(f"SELECT {_COLUMNS} FROM setting WHERE changed > ?", (since,)):
        _copy(library, values)
    library.execute("UPDATE state SET value = ? WHERE name = 'settings_copied'", (newest,))


def copy_some(notes: sqlite3.Connection, library: sqlite3.Connection, ids: Iterable[str]) -> None:
    """Copy the settings of documents that have just come in."""
    for id in ids:
        values = notes.execute(f"SELECT {_COLUMNS} FROM setting WHERE document = ?", (id,)).fetchone()
        if values is not None:
            _copy(library, values)


def rules_behind(notes: sqlite3.Connection, library: sqlite3.Connection) -> bool:
    """Whether notes.db has rules for actors that library.db has not copied."""
    newest = notes.execute("SELECT coalesce(max(changed), 0) FROM actor_rule").fetchone()[0]
    copied = library.execute("SELECT value FROM state WHERE name = 'actor_rules_copied'").fetchone()[0]
    return bool(newest != copied)


def copy_rules(notes: sqlite3.Connection, library: sqlite3.Connection) -> None:
    """Copy the rules for actors that changed since the last time, and do as they say; in the caller's transaction."""
    if not rules_behind(notes, library):
        return
    from reader.library.actor_register import Register, write_rule  # late: opening a library joins no names
    from reader.library.actor_rules import ActorRule
    from reader.library.facts import refresh_actors

    newest = notes.execute("SELECT coalesce(max(changed), 0) FROM actor_rule").fetchone()[0]
    copied = library.execute("SELECT value FROM state WHERE name = 'actor_rules_copied'").fetchone()[0]
    columns = "document, type, key, text, name, to_type"
    since = copied if newest >= copied else -1
    found = notes.execute(f"SELECT {columns} FROM actor_rule WHERE changed > ? ORDER BY changed", (since,))
    rules = {row[:4]: ActorRule(*row) for row in found}
    if since < 0:  # an older notes.db was put back: what it does not know was never said
        for document, type, key, text, to_type in library.execute(
            "SELECT document, type, key, text, to_type FROM actor_rule"
        ).fetchall():
            rules.setdefault((document, type, key, text), ActorRule(document, type, key, text, "", to_type))
    Register(library).obey(rule for rule in rules.values() if not rule.document)
    for rule in rules.values():
        if rule.document:
            write_rule(library, rule)
    for document in dict.fromkeys(rule.document for rule in rules.values() if rule.document):
        refresh_actors(library, document)
    library.execute("UPDATE state SET value = ? WHERE name = 'actor_rules_copied'", (newest,))


def _copy(library: sqlite3.Connection, values: tuple[object, ...]) -> None:
    id, published, starred, read, removed, tags, notes = values
    found = library.execute("SELECT rowid, said FROM document WHERE id = ?", (id,)).fetchone()
    if found is None:
        return
    rowid, said = found
    day = str(published) if published else said
    library.execute(
        "UPDATE OR FAIL document SET published = ?, age = ?, starred = ?, unread = ?, removed = ?, tags = ?, notes = ?"
        " WHERE rowid = ?",
        (day, age(day), starred, int(not read), removed, tags, notes, rowid),
    )
    library.execute("DELETE FROM tagged WHERE document = ?", (rowid,))
    if tags:
        pairs = [(tag, rowid) for tag in str(tags).split("\n")]
        library.executemany("INSERT OR IGNORE INTO tagged(tag, document) VALUES (?, ?)", pairs)
