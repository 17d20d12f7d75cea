"""Connections to the two files: one that writes, any number that only read."""

from __future__ import annotations

import contextlib
import os
import sqlite3
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from reader.library.errors import LibraryError, LibraryRefused, ReadOnly, newest_copy, remedy, told
from reader.library.filesystem import is_remote
from reader.library.migrations import Schema, checked, migrate

if TYPE_CHECKING:
    from reader.library.lock import WriteLock

_READ_CACHE = 8_000
_WRITE_CACHE = 64_000
"""KiB of pages that a connection keeps in memory."""
_CHECKPOINT = 4_000
"""Pages of the log after which a commit moves them over: after SQLite's 1,000 every other commit of a batch does."""


class Database:
    """One file: its writing connection, used under the lock only, and a pool of reading ones for any thread."""

    def __init__(self, path: Path, schema: Schema, lock: WriteLock, *, read_only: bool, durable: bool) -> None:
        """Check the file, and make or migrate it where that is due.

        :param durable: whether a commit waits for the disk (``synchronous=FULL``), as the reader's own work must.
        :raises LibraryError: in one sentence; the file is then untouched.
        """
        self.path = path
        self._schema = schema
        self._lock = lock
        self._read_only = read_only
        self._durable = durable
        self._writer: sqlite3.Connection | None = None
        self._idle: list[sqlite3.Connection] = []
        self.commits = 0
        """Transactions written by this program since it opened the file."""
        self._watch: sqlite3.Connection | None = None
        self._watching = threading.Lock()
        self._writing_out: threading.Thread | None = None
        self.on_undone: Callable[[], None] = lambda: None
        """Called after a transaction that was undone: for what remembers what was written."""
        try:
            version = checked(path, schema)
        except LibraryRefused:
            if read_only:
                raise
            with lock.held():  # another program may be about to make it: its last step writes what marks it as ours
                version = checked(path, schema)
        if version == 0 and schema.precious and (copy := newest_copy(path.parent)):
            state = "is empty" if path.exists() else "is missing"
            begin = f"To begin anew, move {copy.parent} away."
            raise LibraryRefused(f"{path} {state}, but there was one. {remedy(path)} {begin}")
        if read_only and version == 0:
            raise LibraryError(f"There is no library in {path.parent}.")
        if version < schema.version:
            if read_only:
                raise ReadOnly(f"{path} is of an older Dateline; open it once for writing.")
            with lock.held(), told(path):
                migrate(self._writing_connection(), path, schema)

    def connect(self) -> sqlite3.Connection:
        """A new connection that only reads; the caller closes it. May be used from one thread after another."""
        with told(self.path):
            connection = sqlite3.connect(
                f"{self.path.as_uri()}?mode=ro",
                uri=True,
                isolation_level=None,
                check_same_thread=False,
                timeout=5.0,
                cached_statements=64,
            )
            connection.execute("PRAGMA query_only = ON")
            connection.execute(f"PRAGMA cache_size = -{_READ_CACHE}")
        return connection

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """A reading connection of the pool, for as long as the block lasts."""
        connection = self._idle.pop() if self._idle else self.connect()
        try:
            with told(self.path):
                yield connection
        except BaseException:
            connection.close()
            raise
        self._idle.append(connection)

    @contextmanager
    def writing(self, on_wait: Callable[[], None] | None = None) -> Iterator[sqlite3.Connection]:
        """A write transaction under the lock: committed, with its checkpoint, when the block ends well.

        A block inside another of the same thread belongs to the outer transaction.

        :param on_wait: called once when another program holds the lock for longer than a moment.
        :raises LibraryBusy: when it holds it for too long.
        """
        if self._read_only:
            raise ReadOnly(f"The library in {self.path.parent} was opened for reading only.")
        with self._lock.held(on_wait), told(self.path):
            connection = self._writing_connection()
            if connection.in_transaction:
                yield connection
                return
            connection.execute("BEGIN IMMEDIATE")
            try:
                yield connection
                connection.execute("COMMIT")
                self.commits += 1
            except BaseException:
                if connection.in_transaction:
                    connection.execute("ROLLBACK")
                self.on_undone()
                raise

    def flush(self, on_wait: Callable[[], None] | None = None) -> None:
        """Bring what was committed without waiting for the disk onto it."""
        if self._read_only or self._durable:
            return
        with self._lock.held(on_wait), told(self.path):
            self._writing_connection().execute("PRAGMA wal_checkpoint(PASSIVE)")

    def write_out(self) -> None:
        """Have the system bring what was committed to the disk by now, in a thread: closing then has less to wait for.

        Nothing depends on it. A call while the last one is still at it does nothing.
        """
        if os.name != "posix" or (self._writing_out is not None and self._writing_out.is_alive()):
            return
        log = self.path.with_name(f"{self.path.name}-wal")
        self._writing_out = threading.Thread(target=_to_disk, args=(log,), name="dateline-to-disk", daemon=True)
        self._writing_out.start()

    def generation(self) -> int:
        """A number that differs after each commit, by this program or another."""
        with self._watching, told(self.path):
            # Always the same connection: each counts the commits of all others for itself.
            if self._watch is None:
                self._watch = self.connect()
            return int(self._watch.execute("PRAGMA data_version").fetchone()[0])

    def close(self) -> None:
        """Close all connections. The last one checkpoints, hence under the lock."""
        while self._idle:
            self._idle.pop().close()
        with self._watching:
            if self._watch is not None:
                self._watch.close()
                self._watch = None
        if self._writer is not None:
            with self._lock.held():
                self._writer.close()
                self._writer = None

    def _writing_connection(self) -> sqlite3.Connection:
        if self._writer is None:
            if not self.path.exists():
                os.close(os.open(self.path, os.O_RDWR | os.O_CREAT, 0o600))
            connection = sqlite3.connect(
                self.path, isolation_level=None, check_same_thread=False, timeout=5.0, cached_statements=256
            )
            if self.path.stat().st_size == 0:
                connection.execute(f"PRAGMA page_size = {self._schema.page_size}")
            # WAL needs memory shared between programs, which network drives do not give.
            connection.execute(f"PRAGMA journal_mode = {'DELETE' if is_remote(self.path) else 'WAL'}")
            connection.execute(f"PRAGMA synchronous = {'FULL' if self._durable else 'NORMAL'}")
            connection.execute(f"PRAGMA cache_size = -{_WRITE_CACHE}")
            if not self._durable:
                connection.execute(f"PRAGMA wal_autocheckpoint = {_CHECKPOINT}")
            connection.execute("PRAGMA temp_store = MEMORY")
            self._writer = connection
        return self._writer


def _to_disk(log: Path) -> None:
    # SQLite locks nothing in its log: closing it here takes no lock away.
    with contextlib.suppress(OSError):
        descriptor = os.open(log, os.O_RDONLY)
        try:
            getattr(os, "fdatasync", os.fsync)(descriptor)
        finally:
            os.close(descriptor)
