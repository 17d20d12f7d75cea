"""Addresses fetched by a worker: fetching hundreds keeps an interpreter busy as long as storing what came."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Callable, Sequence

from reader.jobs.fetching import FAILED, HELD, Answered, Numbered, Wanted, fetched
from reader.jobs.job import Job, JobError
from reader.jobs.ready import FETCHER
from reader.jobs.workers import Workers
from reader.sources.web.answer import Fetched, FetchError

_TRIES = 2
"""Times that what is left is begun, when the process dies over it."""
_SILENCE = 90.0
"""Seconds without any answer after which it is taken for dead; each single address has its deadline before that."""


class FetchingApart:
    """As :class:`reader.jobs.fetching.Fetching`; each answer is given to ``answered`` in a thread of the workers."""

    def __init__(
        self, workers: Workers, wanted: Sequence[Wanted], answered: Answered, finished: Callable[[], None]
    ) -> None:
        """
        :param workers: one of at least two does the fetching.
        :param finished: called once, when there will be no more answers.
        """
        self._workers = workers
        self._wanted = {one.place: one for one in wanted}
        self._answered = answered
        self._finished = finished
        self._cancelled = False
        self._held = 0
        self._room = threading.Condition()
        self._job: Job | None = None
        self._tries = 0

    def start(self) -> None:
        """Begin."""
        self._tries += 1
        self._job = self._workers.submit(
            fetched,
            list(self._wanted.values()),
            deadline=_SILENCE,
            on_part=self._came,
            on_done=self._over,
            first=True,
            on=FETCHER,
        )
        if self._cancelled:  # given up meanwhile, perhaps before there was this task to cancel
            self._job.cancel()

    def cancel(self) -> None:
        """Give up what is not answered yet."""
        self._cancelled = True
        with self._room:
            self._wanted.clear()
            self._room.notify_all()
        if self._job is not None:
            self._job.cancel()

    def taken(self, count: int) -> None:
        """So many bytes of what was answered are done with."""
        with self._room:
            self._held -= count
            self._room.notify_all()

    def _came(self, part: list[Numbered]) -> None:
        for place, answer in part:
            with self._room:
                # Nobody reads the pipe meanwhile: when it is full, its other end asks for no more either.
                while self._wanted and self._held > HELD:
                    self._room.wait()
                asked = self._wanted.pop(place, None)
                if asked is None:
                    continue
                if isinstance(answer, Fetched):
                    self._held += len(answer.body)
            self._answered(asked, answer)

    def _over(self, job: Job) -> None:
        # Without answers left to come, all is well; with some, the process has ended before its time.
        if self._wanted and self._tries < _TRIES and not self._workers.closed:
            with contextlib.suppress(JobError):  # closed this very moment
                self.start()
                return
        for asked in list(self._wanted.values()):
            self._answered(asked, FetchError(FAILED))
        self._finished()
