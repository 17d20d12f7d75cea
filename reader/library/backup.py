"""Copies: of notes.db each day, of the whole library into one archive that another machine can restore."""

from __future__ import annotations

import datetime as dt
import errno
import json
import os
import shutil
import sqlite3
import tempfile
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

from reader.library.connection import Database
from reader.library.errors import LibraryError, LibraryRefused, damaged, told
from reader.library.lock import WriteLock
from reader.library.migrations import LIBRARY, NOTES, Schema, checked
from reader.model.regular import bytes_of

Wait = Callable[[], None] | None
KEPT = 7
"""So many daily copies are kept."""
_MANIFEST = "dateline-library.json"
_LONGEST_MANIFEST = 100_000
"""Bytes; it says in a few words what the archive holds."""
_FORMAT = 1


class Backups:
    """Copies of a library."""

    def __init__(self, home: Path, notes: Database, library: Database, lock: WriteLock) -> None:
        self._home = home
        self._notes = notes
        self._library = library
        self._lock = lock
        self.folder = home / "backups"

    def daily(self, today: dt.date | None = None) -> Path | None:
        """Copy notes.db, once a day, and keep seven copies; the new copy, or None when today's exists.

        The copy is checked before an older one is dropped: a damaged file never displaces good copies.
        """
        target = self.folder / f"notes-{(today or dt.date.today()).isoformat()}.db"
        if target.exists():
            return None
        with told(self.folder):
            self.folder.mkdir(mode=0o700, exist_ok=True)
        self._copy(self._notes, target)
        for old in sorted(self.folder.glob("notes-????-??-??.db"))[:-KEPT]:
            old.unlink(missing_ok=True)
        return target

    def backup(self, target: Path | str, *, on_wait: Wait = None) -> Path:
        """Write everything into one archive; nothing is left at ``target`` when it fails.

        Both files are copied under the write lock, so they belong together.
        """
        target = Path(target).absolute()
        if target.is_dir():
            target = target / f"dateline-{dt.datetime.now():%Y-%m-%d-%H%M%S}.zip"
        partial = target.with_name(target.name + ".partial")
        try:
            with told(target), tempfile.TemporaryDirectory(dir=self._home, prefix="backup-") as scratch:
                copies = {}
                with self._lock.held(on_wait):
                    for name, database in (("notes.db", self._notes), ("library.db", self._library)):
                        copies[name] = Path(scratch) / name
                        self._copy(database, copies[name])
                descriptor = os.open(partial, os.O_RDWR | os.O_CREAT | os.O_TRUNC, 0o600)
                with (
                    os.fdopen(descriptor, "wb") as file,
                    zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive,
                ):
                    manifest = {"format": _FORMAT, "notes": NOTES.version, "library": LIBRARY.version}
                    archive.writestr(_MANIFEST, json.dumps(manifest))
                    for name, copy in copies.items():
                        archive.write(copy, name)
                os.replace(partial, target)
        finally:
            partial.unlink(missing_ok=True)
        return target

    def _copy(self, database: Database, target: Path) -> None:
        """A sound copy of a file, through SQLite, so that its WAL is in it."""
        partial = target.with_suffix(".partial")
        partial.unlink(missing_ok=True)
        try:
            os.close(os.open(partial, os.O_RDWR | os.O_CREAT, 0o600))
            with database.reading() as source, told(partial):
                copy = sqlite3.connect(partial, isolation_level=None)
                try:
                    source.backup(copy)
                    copy.execute("PRAGMA journal_mode = DELETE")  # one file, without a WAL beside it
                    if copy.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok":
                        raise damaged(database.path)
                finally:
                    copy.close()
            os.replace(partial, target)
        except OSError as error:
            raise LibraryError(f"{target}: {(error.strerror or 'cannot be written').lower()}.") from error
        finally:
            partial.unlink(missing_ok=True)


def restore(archive: Path | str, home: Path, *, timeout: float = 30.0, on_wait: Wait = None) -> Path | None:
    """Put back what :meth:`Backups.backup` wrote, into ``home``; the folder where what was there before now lies.

    A single copy of notes.db, as ``backups`` holds them, is put back alone. The archive is unpacked and checked before
    anything is moved. Close the library first; programs that have it open must be started again.

    :raises LibraryError: when it is no such archive, damaged or of a newer Dateline; nothing was changed then.
    """
    archive = Path(archive)
    home.mkdir(mode=0o700, parents=True, exist_ok=True)
    lock = WriteLock(home / "library.lock", timeout)
    with told(archive), tempfile.TemporaryDirectory(dir=home, prefix="restore-") as scratch:
        schemas = _taken_out(archive, Path(scratch))
        for schema in schemas:
            _sound(Path(scratch) / f"{schema.name}.db", schema)
        with lock.held(on_wait):
            aside: Path | None = None
            names = tuple(f"{schema.name}.db{suffix}" for schema in schemas for suffix in ("", "-wal", "-shm"))
            there = [path for path in sorted(home.iterdir()) if path.name in names]
            if there:
                aside = home / "backups" / f"before-restore-{dt.datetime.now():%Y-%m-%d-%H%M%S-%f}"
                aside.mkdir(mode=0o700, parents=True)
                for path in there:
                    os.replace(path, aside / path.name)
            for schema in schemas:
                os.replace(Path(scratch) / f"{schema.name}.db", home / f"{schema.name}.db")
    return aside


def _taken_out(archive: Path, folder: Path) -> tuple[Schema, ...]:
    """Lay out what is restored: an archive's two files, or notes.db alone where ``archive`` is a copy of it."""
    is_copy = bytes_of(archive, 16) == b"SQLite format 3\0"
    if not is_copy:
        _unpack(archive, folder)
        return NOTES, LIBRARY
    target = os.open(folder / "notes.db", os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600)
    with open(archive, "rb") as source, os.fdopen(target, "wb") as copy:
        shutil.copyfileobj(source, copy, 1 << 20)
        copy.flush()
        os.fsync(copy.fileno())
    return (NOTES,)


def _unpack(archive: Path, folder: Path) -> None:
    try:
        with zipfile.ZipFile(archive) as file:
            names = set(file.namelist())
            if not {_MANIFEST, "notes.db", "library.db"} <= names:
                raise LibraryRefused(f"{archive} is no backup of a Dateline library.")
            with file.open(_MANIFEST) as told_there:
                manifest = json.loads(told_there.read(_LONGEST_MANIFEST))
            if not isinstance(manifest, dict) or manifest.get("format") != _FORMAT:
                raise LibraryRefused(f"{archive} was made by a newer Dateline; update Dateline first.")
            needed = sum(file.getinfo(name).file_size for name in ("notes.db", "library.db"))
            if needed > shutil.disk_usage(folder).free:
                raise LibraryRefused(f"{archive} unpacks to {needed / 1e9:.1f} GB, for which there is no room here.")
            for name in ("notes.db", "library.db"):
                target = os.open(folder / name, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600)
                with file.open(name) as source, os.fdopen(target, "wb") as copy:
                    shutil.copyfileobj(source, copy, 1 << 20)
    except (zipfile.BadZipFile, zlib.error, EOFError, ValueError, KeyError, RuntimeError) as error:
        raise LibraryRefused(f"{archive} is no backup of a Dateline library, or is damaged.") from error
    except OSError as error:
        if error.errno != errno.EINVAL:  # its table of contents leads to before its beginning
            raise
        raise LibraryRefused(f"{archive} is no backup of a Dateline library, or is damaged.") from error


def _sound(path: Path, schema: Schema) -> None:
    if checked(path, schema) == 0:
        raise LibraryRefused(f"The backup's {path.name} is empty.")
    connection = sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)
    try:
        with told(path):
            if connection.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok":
                raise LibraryRefused(f"The backup's {path.name} is damaged.")
    finally:
        connection.close()
