"""Numbered steps from an empty file to the present schema; each is an SQL file, ``notes-0001.sql`` and so on."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path
from typing import NamedTuple

from reader.library.errors import LibraryRefused, damaged, remedy, told
from reader.model.regular import bytes_of

_MAGIC = b"SQLite format 3\0"


class Schema(NamedTuple):
    """One of the two files."""

    name: str
    """``notes`` or ``library``."""
    application: int
    """Marks a file as ours: SQLite's ``application_id``."""
    precious: bool
    """Whether the copy taken before a migration stays when all went well; that of a file made anew at will does not."""
    page_size: int
    """Bytes. Articles of 3 kB waste a third of pages of 4 KiB and hardly any of 16 KiB."""

    @property
    def version(self) -> int:
        """Number of the newest migration."""
        return len(self.steps())

    def steps(self) -> list[Path]:
        """The migrations in order."""
        folder = Path(__file__).parent
        names = sorted(name for name in os.listdir(folder) if name.startswith(f"{self.name}-"))
        return [folder / name for name in names if name.endswith(".sql")]


NOTES = Schema("notes", 0x446C6E31, True, 4096)
LIBRARY = Schema("library", 0x446C6C31, False, 16384)


def checked(path: Path, schema: Schema) -> int:
    """Version of the schema in the file; 0 when it does not exist or is empty. Nothing is written.

    :raises LibraryRefused: when it is damaged, newer than this program, or not ours.
    """
    try:
        header = bytes_of(path, 100)
    except FileNotFoundError:
        return 0
    except OSError as error:
        raise LibraryRefused(f"{path}: {(error.strerror or 'cannot be read').lower()}.") from error
    if not header:
        return 0
    if not header.startswith(_MAGIC):
        raise LibraryRefused(f"{path} is no Dateline library, or is damaged; it was left as it is. {remedy(path)}")
    application = int.from_bytes(header[68:72], "big")
    version = int.from_bytes(header[60:64], "big")
    if len(header) < 100 or path.stat().st_size < int.from_bytes(header[16:18], "big") % 65535:
        raise damaged(path)
    if application == 0 and version == 0 and _bare(path):
        return 0  # a first start that was cut short
    if application != schema.application:
        raise LibraryRefused(f"{path} belongs to another program; it was left as it is. {remedy(path)}")
    if version > schema.version:
        raise LibraryRefused(
            f"{path} was made by a newer Dateline; update Dateline, the file was left as it is. {remedy(path)}"
        )
    return version


def _bare(path: Path) -> bool:
    connection = sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)
    try:
        with told(path):
            return bool(connection.execute("SELECT count(*) = 0 FROM sqlite_schema").fetchone()[0])
    finally:
        connection.close()


def migrate(connection: sqlite3.Connection, path: Path, schema: Schema, steps: list[Path] | None = None) -> None:
    """Bring the file to the present schema, each step in a transaction of its own, a copy taken before the first.

    Call it under the write lock. After it the version stands in the file itself, not only in its WAL.

    :param steps: other steps than the schema's own, for the tests of a migration.
    """
    steps = schema.steps() if steps is None else steps
    version: int = connection.execute("PRAGMA user_version").fetchone()[0]
    if version >= len(steps):
        return
    copy = keep_copy(connection, path, version) if version > 0 else None
    for number, step in enumerate(steps[version:], version + 1):
        script = step.read_text("utf-8")
        try:
            connection.executescript(
                f"BEGIN IMMEDIATE;\n{script}\nPRAGMA application_id = {schema.application};\n"
                f"PRAGMA user_version = {number};\nCOMMIT;"
            )
        except sqlite3.Error:
            if connection.in_transaction:
                connection.rollback()
            raise
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    if copy and not schema.precious:
        copy.unlink(missing_ok=True)


def keep_copy(connection: sqlite3.Connection, path: Path, version: int) -> Path:
    """A whole copy of the file beside the backups, before a migration changes it."""
    folder = path.parent / "backups"
    folder.mkdir(mode=0o700, exist_ok=True)
    copy = folder / f"{path.stem}-before-{version + 1:04}.db"
    partial = copy.with_suffix(".partial")
    partial.unlink(missing_ok=True)
    os.close(os.open(partial, os.O_RDWR | os.O_CREAT, 0o600))
    target = sqlite3.connect(partial)
    try:
        connection.backup(target)  # not the bare file: part of it may stand in the WAL yet
        target.execute("PRAGMA journal_mode = DELETE")
    finally:
        target.close()
    os.replace(partial, copy)
    return copy
