"""What can still be read of a damaged, newer or cut-off file, put into a new one. The original is only ever copied."""

from __future__ import annotations

import datetime as dt
import os
import shutil
import sqlite3
import tempfile
from collections.abc import Callable
from contextlib import closing, suppress
from dataclasses import dataclass, field
from pathlib import Path

from reader.library.errors import LibraryError, told
from reader.library.lock import WriteLock
from reader.library.migrations import LIBRARY, NOTES, Schema, migrate

Wait = Callable[[], None] | None
_ARTICLES = ("document", "tagged", "text_version", "feed_state", "item", "headline", "former_link")
"""Tables of library.db that nothing else gives: facts, index and copies of the notes are made anew."""
_FRESH = {"sqlite_sequence"}


@dataclass(slots=True)
class Rescued:
    """What was saved of a file."""

    path: Path
    """The new file."""
    rows: dict[str, int] = field(default_factory=dict)
    """Rows of each table."""
    broken: list[str] = field(default_factory=list)
    """Tables that could not be read to their end."""


def rescue(source: Path, target: Path, schema: Schema) -> Rescued:
    """Write all that can be read of ``source`` into the new file ``target``.

    :raises LibraryError: when ``target`` exists, or nothing at all can be read.
    """
    if target.exists():
        raise LibraryError(f"{target} exists already; nothing was written.")
    tables = _ARTICLES if schema is LIBRARY else None
    with told(target), tempfile.TemporaryDirectory(dir=target.parent, prefix="rescue-") as scratch:
        copy = Path(scratch) / source.name
        for suffix in ("", "-wal"):
            if os.path.exists(f"{source}{suffix}"):
                shutil.copyfile(f"{source}{suffix}", f"{copy}{suffix}")
        os.close(os.open(target, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600))
        new = sqlite3.connect(target, isolation_level=None)
        try:
            new.execute(f"PRAGMA page_size = {schema.page_size}")
            migrate(new, target, schema)
            with closing(_opened(copy)) as old:
                saved = _all(old, new, target, tables)
            if not saved.rows:
                raise LibraryError(f"Nothing in {source} can be read.")
        except BaseException:
            new.close()
            target.unlink(missing_ok=True)
            raise
        new.close()
    return saved


def _opened(copy: Path) -> sqlite3.Connection:
    old = sqlite3.connect(copy, isolation_level=None)
    # So that SQLite opens a file that is shorter than its header says; and text that is no UTF-8 is no reason to stop.
    for pragma in ("writable_schema = ON", "cell_size_check = OFF"):
        with suppress(sqlite3.DatabaseError):
            old.execute(f"PRAGMA {pragma}")
    old.text_factory = lambda data: data.decode("utf-8", "replace")
    return old


def _all(old: sqlite3.Connection, new: sqlite3.Connection, target: Path, tables: tuple[str, ...] | None) -> Rescued:
    saved = Rescued(target)
    ours = {name for (name,) in new.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")} - _FRESH
    new.execute("PRAGMA foreign_keys = OFF")
    new.execute("BEGIN IMMEDIATE")
    for table in tables or sorted(ours):
        columns = [str(row[1]) for row in new.execute(f'PRAGMA table_info("{table}")')]
        there = _columns(old, table)
        shared = [column for column in columns if column in there]
        if not shared:
            continue
        if not tables:  # what a new file is given to begin with would stand beside what was saved
            new.execute(f'DELETE FROM "{table}"')
        if not _copy(old, new, table, shared):
            saved.broken.append(table)
        saved.rows[table] = new.execute(f'SELECT count(*) FROM "{table}"').fetchone()[0]
    new.execute("COMMIT")
    return saved


def _columns(old: sqlite3.Connection, table: str) -> list[str]:
    try:
        return [str(row[1]) for row in old.execute(f'PRAGMA table_info("{table}")')]
    except sqlite3.DatabaseError:
        return []


def _copy(old: sqlite3.Connection, new: sqlite3.Connection, table: str, columns: list[str]) -> bool:
    """Rows from both ends of a table, as far as they can be read; whether there was no break between them."""
    names = ", ".join(f'"{column}"' for column in columns)
    insert = f'INSERT OR IGNORE INTO "{table}"({names}) VALUES ({", ".join("?" * len(columns))})'
    keys = [str(row[1]) for row in old.execute(f'PRAGMA table_info("{table}")') if row[5]]
    order = ", ".join(f'"{key}" {{0}}' for key in keys) or "rowid {0}"
    for direction in ("ASC", "DESC"):
        try:
            for row in old.execute(f'SELECT {names} FROM "{table}" ORDER BY {order.format(direction)}'):
                with suppress(sqlite3.IntegrityError):
                    new.execute(insert, row)
        except (sqlite3.DatabaseError, OverflowError):
            continue
        return direction == "ASC"
    return False


# A whole library


def rescued_into(home: Path, folder: Path) -> list[Rescued]:
    """Make a new library in ``folder`` out of what can be read of the one in ``home``, which stays as it is.

    :raises LibraryError: when there is a library in ``folder`` already, or nothing can be read.
    """
    saved: list[Rescued] = []
    with told(folder):
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    problems: list[LibraryError] = []
    for schema in (NOTES, LIBRARY):
        try:
            saved.append(rescue(home / f"{schema.name}.db", folder / f"{schema.name}.db", schema))
        except LibraryError as error:
            problems.append(error)
    if not saved:
        raise problems[0]
    return saved


def rebuilt(home: Path, *, timeout: float = 30.0, on_wait: Wait = None) -> tuple[Rescued, Path]:
    """Make library.db anew out of what can be read of it; also the folder where the old one now lies.

    Facts are taken and the index is filled anew by who opens the library next. Close it first.

    :raises LibraryError: when nothing of it can be read; nothing was changed then.
    """
    lock = WriteLock(home / "library.lock", timeout)
    with lock.held(on_wait), told(home):
        new = home / "library.db.new"
        new.unlink(missing_ok=True)
        saved = rescue(home / "library.db", new, LIBRARY)
        aside = home / "backups" / f"before-repair-{dt.datetime.now():%Y-%m-%d-%H%M%S-%f}"
        aside.mkdir(mode=0o700, parents=True)
        for path in sorted(home.glob("library.db*")):
            if path.name in ("library.db", "library.db-wal", "library.db-shm"):
                os.replace(path, aside / path.name)
        for suffix in ("-wal", "-shm"):
            Path(f"{new}{suffix}").unlink(missing_ok=True)
        os.replace(new, home / "library.db")
    return saved, aside
