"""What came from the web into the search index, in the background: made ready by workers, stored by one thread."""

from __future__ import annotations

import queue
import time
from collections.abc import Callable
from dataclasses import dataclass

from reader.jobs.background import Background
from reader.jobs.job import Job, JobError, State
from reader.jobs.workers import Workers
from reader.library import Library, LibraryError
from reader.library.unindexed import BATCH, FEW, Indexable, Waiting, indexable

DEADLINE = 60.0
"""Seconds that one batch may take."""


@dataclass(frozen=True, slots=True)
class IndexProgress:
    """How far it is."""

    done: int
    left: int
    finished: bool = False
    error: str = ""


class Indexing(Background[IndexProgress]):
    """Takes all that waits into the index."""

    THREAD = "dateline-indexing"

    def __init__(
        self,
        library: Library,
        workers: Workers | None,
        on_progress: Callable[[IndexProgress], None] | None = None,
        at_once: int | None = None,
    ) -> None:
        """
        :param workers: None, or where few wait: all is done in the thread of this work.
        :param on_progress: called in that thread, some times a second, and once at the end.
        :param at_once: batches under way at most; None keeps every worker busy.
        """
        super().__init__()
        self._library = library
        self._workers = workers
        self._on_progress = on_progress
        self._at_once = at_once or (2 * workers.count if workers else 1)
        self._answers: queue.SimpleQueue[Job] = queue.SimpleQueue()
        self._jobs: dict[Job, list[Waiting]] = {}
        self._done = self._total = 0
        self._told = 0.0

    def run(self) -> IndexProgress:
        """Do it all in the calling thread; how it ended."""
        error = ""
        try:
            self._total = self._library.unindexed.count()
            self._run()
        except LibraryError as problem:
            error = str(problem)
        except JobError:  # the workers were closed: the reader is left, and what waits goes on waiting
            pass
        finally:
            for job in list(self._jobs):
                job.cancel()
        end = IndexProgress(self._done, max(0, self._total - self._done), finished=True, error=error)
        if self._on_progress:
            self._on_progress(end)
        return end

    def _run(self) -> None:
        after, more = 0, True
        waiting = self._library.unindexed
        while not self._cancelled.is_set():
            self._going.wait()
            while more and len(self._jobs) < self._at_once:
                batch = waiting.some(after, BATCH)
                if not batch:
                    more = False
                    break
                after = batch[-1].document
                if self._workers is None or self._total <= FEW:
                    self._put(indexable(batch))
                else:
                    job = self._workers.submit(indexable, batch, deadline=DEADLINE, on_done=self._answers.put)
                    self._jobs[job] = batch
                if self._cancelled.is_set():
                    return
            if not self._jobs:
                return
            try:
                job = self._answers.get(timeout=0.1)
            except queue.Empty:
                continue
            given = self._jobs.pop(job)
            if job.state is State.DONE:
                self._put(job.value)
            elif job.state is not State.CANCELLED:
                # Something in it is too much for a worker. All of it waits no longer than for this: one by one.
                for one in given:
                    self._put(indexable([one]))

    def _put(self, ready: list[Indexable]) -> None:
        self._done += self._library.unindexed.put(ready)
        self._library.lock.give_way()
        now, left = time.monotonic(), max(0, self._total - self._done)
        if self._on_progress and left and now - self._told >= 0.2:  # when none is left, the end is told next
            self._told = now
            self._on_progress(IndexProgress(self._done, left))
