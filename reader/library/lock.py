"""One lock for all who write to a library: threads here and other programs.

SQLite before 3.51.3 can damage a WAL that two connections write and checkpoint at the same time (the WAL-reset bug), so
each write transaction happens under this lock together with the checkpoint that its commit may run.
"""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from reader.library.errors import LibraryBusy, LibraryError

_TELL_AFTER = 0.2
"""Seconds of waiting after which the waiter is told."""
_PAUSE = 0.01


class WriteLock:
    """A lock file that one thread of one program holds at a time; a thread may take it again while it holds it."""

    def __init__(self, path: Path, timeout: float = 30.0) -> None:
        self.path = path
        self.timeout = timeout
        """Seconds to wait before :class:`LibraryBusy`."""
        self.on_wait: Callable[[], None] | None = None
        """Called for waiters who have no word of their own."""
        self._thread = threading.RLock()
        self._depth = 0
        self._descriptor = -1
        self._waiting = 0

    def give_way(self) -> None:
        """Between two transactions of a long work: let those threads go first that wait for the lock."""
        for _ in range(100):
            if not self._waiting:
                return
            time.sleep(0.001)

    @contextmanager
    def held(self, on_wait: Callable[[], None] | None = None) -> Iterator[None]:
        """Hold the lock. ``on_wait`` is called once, when another holds it for longer than a moment.

        :raises LibraryBusy: when it does not come free in time.
        """
        until = time.monotonic() + self.timeout
        on_wait = on_wait or self.on_wait
        if not self._thread.acquire(blocking=False):
            self._waiting += 1
            try:
                self._wait_for_thread(until, on_wait)
            finally:
                self._waiting -= 1
        try:
            if self._depth == 0:
                self._take(until, on_wait)
            self._depth += 1
            try:
                yield
            finally:
                self._depth -= 1
                if self._depth == 0:
                    self._give()
        finally:
            self._thread.release()

    def _wait_for_thread(self, until: float, on_wait: Callable[[], None] | None) -> None:
        left = max(0.0, until - time.monotonic())
        if self._thread.acquire(timeout=min(_TELL_AFTER, left)):
            return
        if on_wait:
            on_wait()
        if not self._thread.acquire(timeout=max(0.0, until - time.monotonic())):
            raise self._busy()

    def _take(self, until: float, on_wait: Callable[[], None] | None) -> None:
        try:
            descriptor = os.open(self.path, os.O_RDWR | os.O_CREAT | getattr(os, "O_CLOEXEC", 0), 0o600)
        except OSError as error:
            reason = (error.strerror or "cannot be opened").lower()
            raise LibraryError(f"{self.path}: {reason}; nothing was saved.") from error
        tell_at = time.monotonic() + _TELL_AFTER
        told = False
        while not _try(descriptor):
            now = time.monotonic()
            if now >= until:
                os.close(descriptor)
                raise self._busy()
            if on_wait and not told and now >= tell_at:
                told = True
                on_wait()
            time.sleep(_PAUSE)
        self._descriptor = descriptor

    def _give(self) -> None:
        os.close(self._descriptor)  # the system frees the lock with it, as it does when a program is killed
        self._descriptor = -1

    def _busy(self) -> LibraryBusy:
        return LibraryBusy("Another program is writing to the library; try again in a moment.")


if os.name == "nt":  # pragma: no cover
    import msvcrt

    def _try(descriptor: int) -> bool:
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined,unused-ignore]  # Windows only
        except OSError:
            return False
        return True

else:
    import fcntl

    def _try(descriptor: int) -> bool:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True
