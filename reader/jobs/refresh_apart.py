"""A refresh in a process of its own.

In the reader's own process the threads that fetch and store would take turns with the screen at one interpreter, and
each frame drawn meanwhile would take twice its time (``tests/bench/feeds.py``). Here the screen is told how far it is,
and sees by the library's generation that something has come.
"""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from reader.jobs.job import JobError
from reader.jobs.ready import FEW, get_ready
from reader.jobs.refresh_progress import RefreshProgress
from reader.jobs.workers import Workers
from reader.library.errors import LibraryError

_ENDED = "The refresh ended unexpectedly; what had come before is stored."


def refreshing(home: str, feeds: Sequence[str] | None, fresh: int | None, readers: int) -> Iterator[RefreshProgress]:
    """What the process does: how far it is, again and again, and at last how it ended.

    :param home: folder of the library.
    :param fresh: seconds for which a feed that answered is left alone, unless it is asked for; None: as usual.
    :param readers: processes that fetch and read.
    """
    told: queue.SimpleQueue[RefreshProgress | None] = queue.SimpleQueue()
    workers = Workers(readers, nice=0)  # as far behind the screen as this process is
    if feeds is None or len(feeds) > FEW:
        get_ready(workers)
    from reader.jobs.refresh import Refresh
    from reader.library import Library

    try:
        with Library.open(home) as library:

            def run() -> None:
                try:
                    Refresh(library, workers, feeds, told.put, fresh=fresh).run()
                finally:
                    told.put(None)

            thread = threading.Thread(target=run, name="dateline-refresh", daemon=True)
            thread.start()
            while (at := told.get()) is not None:
                yield at
            thread.join()
    except LibraryError as problem:
        yield RefreshProgress(finished=True, error=str(problem))
    finally:
        workers.close()


class RefreshApart:
    """Brings feeds up to date as :class:`reader.jobs.refresh.Refresh` does, in a process of its own."""

    def __init__(
        self,
        home: str,
        feeds: Iterable[str] | None,
        on_progress: Callable[[RefreshProgress], None],
        *,
        readers: int,
        nice: int,
        fresh: int | None = None,
    ) -> None:
        """
        :param home: folder of the library.
        :param feeds: ids of the feeds that the reader asks for; None for all that are due.
        :param on_progress: called in a thread of its own, at most ten times a second, and once at the end.
        :param readers: processes that fetch and read.
        :param nice: how far the processes stand back behind the screen (POSIX niceness).
        :param fresh: seconds for which a feed that answered is left alone, unless it is asked for; None: as usual.
        """
        self._arguments = (home, None if feeds is None else list(feeds), fresh, readers)
        self._on_progress = on_progress
        self._workers = Workers(1, nice=nice)
        self._at = RefreshProgress()

    def cancel(self) -> None:
        """Stop at once; what has been stored stays, and the rest is fetched the next time."""
        self._workers.close()

    def run(self) -> RefreshProgress:
        """Do it all, and wait for it; how it ended."""
        try:
            self._workers.submit(refreshing, *self._arguments, on_part=self._came).result()
            end = self._at if self._at.finished else replace(self._at, finished=True, error=_ENDED)
        except JobError:
            cancelled = self._workers.closed
            end = replace(self._at, finished=True, cancelled=cancelled, error="" if cancelled else _ENDED)
        finally:
            self._workers.close()
        if not self._at.finished:
            self._on_progress(end)
        return end

    def _came(self, at: RefreshProgress) -> None:
        self._at = at
        self._on_progress(at)
