"""A few processes of our own that can be killed: for work that may hang, and for work in bulk.

Not concurrent.futures: its processes cannot be killed one by one, it waits for them on exit, and inside a running
Textual app, whose standard error has no file number, it cannot start any. These are plain subprocesses with pipes.
"""

from __future__ import annotations

import threading
import time
from collections import deque
from collections.abc import Callable
from itertools import islice
from typing import Any

from reader.jobs.job import Job, JobError, State
from reader.jobs.process import Process
from reader.jobs.worker import DONE, PART, several

_STARTING = 10.0
"""Seconds that a process may take to start before its first task's deadline counts."""
_LOOK = 0.1
"""Seconds between two looks at the deadlines of what runs."""
TOGETHER = 8
"""Small tasks that are handed to a process in one go, while it still does as many: to hand over each by itself, when
the one before is done, takes as long as doing it."""
SOON = 2.0
"""Seconds after which several small tasks are done again one by one: one of them is not what it was taken for."""


class Workers:
    """Up to ``count`` worker processes, each started when there is work for it and replaced when it dies."""

    def __init__(self, count: int, nice: int = 5) -> None:
        """:param nice: how far the workers stand back behind the screen (POSIX niceness)."""
        self.count = count
        self._nice = nice
        self._waiting: deque[Job] = deque()
        lock = threading.RLock()
        self._changed = threading.Condition(lock)
        """Processes wait by it for work."""
        self._dated = threading.Condition(lock)
        """The watchdog waits by it, while nothing that runs has a deadline."""
        self._paused = False
        self._closed = False
        self._slots: list[_Slot] = []
        self._watchdog: threading.Thread | None = None

    def submit(
        self,
        function: Callable[..., Any],
        *arguments: Any,
        deadline: float | None = None,
        on_done: Callable[[Job], None] | None = None,
        on_part: Callable[[Any], None] | None = None,
        first: bool = False,
        on: int | None = None,
        small: bool = False,
    ) -> Job:
        """Hand in ``function(*arguments)``; function and values must be picklable, the function importable by name.

        :param deadline: seconds of silence after which the worker is killed and the task is ``LATE``. A generator
            function breaks its silence with each value it yields; these go to ``on_part``.
        :param on_done: called once with the job, however it ended.
        :param first: before all that waits: for what somebody is looking at.
        :param on: the process that does it, from 0 on: for one that has loaded what the task needs. None: any.
        :param small: it takes some milliseconds, is no generator and does no harm if it is done twice: several such are
            handed over together.
        """
        job = Job((function, arguments), deadline, on_done, on_part, on, small, self._take_back)
        with self._changed:
            if self._closed:
                raise JobError("the workers are closed")
            if first:
                self._waiting.appendleft(job)
            else:
                self._waiting.append(job)
            idle = sum(not slot.present for slot in self._slots)
            wanted = len(self._slots) + (idle < len(self._waiting)) if on is None else on + 1
            while len(self._slots) < min(wanted, self.count):
                self._start()
            if (small or deadline is not None) and self._watchdog is None:
                self._watchdog = threading.Thread(target=self._watch, name="dateline-deadlines", daemon=True)
                self._watchdog.start()
            self._changed.notify_all()
        return job

    def add_one(self) -> None:
        """Start one process more than was said: for what waits behind tasks that take very long."""
        with self._changed:
            if self._closed:
                return
            self.count += 1
            self._start()

    @property
    def closed(self) -> bool:
        """Whether :meth:`close` was called."""
        return self._closed

    def pause(self) -> None:
        """Start nothing more; what runs, or is handed to a process already, ends."""
        with self._changed:
            self._paused = True

    def resume(self) -> None:
        """Go on after :meth:`pause`."""
        with self._changed:
            self._paused = False
            self._changed.notify_all()

    def close(self) -> None:
        """Kill all workers at once; tasks that were not done are cancelled. Does not wait."""
        with self._changed:
            self._closed = True
            left, self._waiting = list(self._waiting), deque()
            for slot in self._slots:
                left += (*slot.present, *slot.ahead)
            # Before their processes are killed, or they would seem to have failed.
            ended = [job for job in left if job.settle(State.CANCELLED, reason="cancelled")]
            for slot in self._slots:
                slot.kill()
            self._changed.notify_all()
            self._dated.notify_all()
        for job in ended:
            job.tell()

    def _take_back(self, job: Job) -> None:
        with self._changed:
            if job in self._waiting:
                self._waiting.remove(job)
            # Before its process is killed: it must be over by then, or it would be given back.
            ended = job.settle(State.CANCELLED, reason="cancelled")
            for slot in self._slots:
                if ended and job in slot.present and all(other.over for other in slot.present):
                    slot.killed_for = State.CANCELLED
                    slot.kill()
        if ended:
            job.tell()

    def _start(self) -> None:
        slot = _Slot(self, len(self._slots))
        self._slots.append(slot)
        slot.start()

    def _next(self, slot: _Slot) -> list[Job]:
        """The slot's next task, or several small ones; ``slot.unsent`` are those that its process has to be handed.
        Nothing when the workers are closed."""
        with self._changed:
            slot.present, slot.unsent = [], []
            if slot.ahead and all(job.over for job in slot.ahead):
                slot.kill()  # all were cancelled
            if slot.doomed:
                self._give_back(slot.ahead)
                slot.ahead = []
            present, slot.ahead = slot.ahead, []
            while not present and not self._closed:
                if not self._paused and (present := self._take(slot)):
                    slot.unsent.append(present)
                else:
                    self._changed.wait()
            if self._closed:
                return []
            slot.begin(present)
            # A single one may take as long as its deadline says: nothing waits behind it while others are idle.
            if len(present) > 1 and not self._paused and (ahead := self._take(slot, small=True)):
                slot.ahead = ahead
                slot.unsent.append(ahead)
            if slot.limit is not None:
                self._dated.notify_all()
            return present

    def _take(self, slot: _Slot, small: bool = False) -> list[Job]:
        """The first task that waits and may be done there, and more if it is small: no more than the slot's share.

        :param small: nothing, where the first is not small.
        """
        fitting = (job for job in self._waiting if job.on is None or job.on == slot.number)
        first = next(fitting, None)
        if first is None or (small and not first.small):
            return []
        taken = [first]
        if first.small:
            share = min(TOGETHER, len(self._waiting) // len(self._slots))
            taken += islice((job for job in fitting if job.small), max(0, share - 1))
        for job in taken:
            self._waiting.remove(job)
        return taken

    def _give_back(self, jobs: list[Job], *, alone: bool = False) -> None:
        """Put tasks before all that wait.

        :param alone: each is done by itself from now on.
        """
        with self._changed:
            for job in reversed(jobs):
                if not job.over:
                    job.small = job.small and not alone
                    job.state = State.WAITING
                    self._waiting.appendleft(job)
            self._changed.notify_all()

    def _watch(self) -> None:
        with self._dated:
            while not self._closed:
                now = time.monotonic()
                running = False
                for slot in self._slots:
                    until = slot.until
                    if not slot.present or slot.limit is None:
                        continue
                    running = True
                    if until is not None and until <= now:
                        slot.killed_for = State.LATE
                        slot.until = None
                        slot.kill()
                # Parts move the deadlines without a word; they are looked at again now and then.
                self._dated.wait(_LOOK if running else None)


class _Slot(threading.Thread):
    """One worker process and the thread that talks to it."""

    def __init__(self, workers: Workers, number: int) -> None:
        super().__init__(name="dateline-worker", daemon=True)
        self._workers = workers
        self.number = number
        self._process = Process(workers._nice)
        self.present: list[Job] = []
        """What its process does: a task, or several small ones."""
        self.ahead: list[Job] = []
        """Small ones that its process is handed already, and does next."""
        self.unsent: list[list[Job]] = []
        """Those of both that it is not handed yet."""
        self.until: float | None = None
        """When the present silence is over (monotonic seconds)."""
        self.killed_for: State | None = None

    def run(self) -> None:
        while self._workers._next(self):  # not kept here: who waits for work holds no task
            try:
                self._do(self.present)
            except (OSError, EOFError):
                self._died(self.present)
            self.until = None
        self._process.bury()

    @property
    def limit(self) -> float | None:
        """Seconds that the present silence may last."""
        return SOON if len(self.present) > 1 else self.present[0].deadline

    def begin(self, jobs: list[Job]) -> None:
        """Make them the present ones."""
        self.present = jobs
        self.killed_for = None
        for job in jobs:
            if not job.over:
                job.state = State.RUNNING
        self.until = None if self.limit is None else time.monotonic() + self.limit + _STARTING

    def kill(self) -> None:
        """End the process at once."""
        self._process.kill()

    @property
    def doomed(self) -> bool:
        """Whether its process was killed, with what it was handed."""
        return self._process.doomed

    def _do(self, present: list[Job]) -> None:
        handed = present not in self.unsent
        if not handed:
            self._process.ready()
        with self._workers._changed:
            # Cancelled or late while the process was starting: there was nothing to kill then.
            if self.killed_for is not None or self._workers._closed:
                raise EOFError
        if self.limit is not None:
            self.until = time.monotonic() + self.limit
        for jobs in self.unsent:
            handed = self._hand_over(jobs) or handed
        if not handed:
            return
        job = present[0]
        while True:
            kind, value = self._process.receive()
            if kind != PART:
                break
            self.until = None  # what is done with the part is no silence of the worker's
            if self.killed_for is not None:  # it may have done the rest yet, but is not done without this part
                raise EOFError
            if job.on_part:
                job.on_part(value)
            if job.deadline is not None:
                self.until = time.monotonic() + job.deadline
        if len(present) > 1 and kind != DONE:  # it could not be sent
            self._workers._give_back(present, alone=True)
            return
        answers = value if len(present) > 1 else [(kind, value)]
        for job, (how, what) in zip(present, answers, strict=True):
            if how == DONE:
                job.end(State.DONE, what)
            else:
                job.end(State.FAILED, reason=what)

    def _hand_over(self, jobs: list[Job]) -> bool:
        """Send a task, or several small ones; whether they were sent, and are the present ones."""
        call = jobs[0].call if len(jobs) == 1 else (several, ([job.call for job in jobs],))
        try:
            self._process.send(call)
        except ValueError as error:
            if len(jobs) > 1:
                self._workers._give_back(jobs, alone=True)
            else:
                jobs[0].end(State.FAILED, reason=f"the task cannot be sent: {error}")
            if jobs is self.ahead:
                self.ahead = []
            return False
        return jobs is self.present

    def _died(self, present: list[Job]) -> None:
        self._process.bury()
        with self._workers._changed:  # or they are nowhere when the workers are closed
            ahead, self.ahead = self.ahead, []
            self._workers._give_back(ahead)
        if len(present) > 1:
            self._workers._give_back(present, alone=True)
        elif self.killed_for is State.LATE:
            present[0].end(State.LATE, reason="it took too long")
        elif self.killed_for is State.CANCELLED:
            present[0].end(State.CANCELLED, reason="cancelled")
        else:
            present[0].end(State.FAILED, reason="its worker ended unexpectedly")
