"""A few processes of our own that can be killed: for work that may hang, and for work in bulk.

Not concurrent.futures: its processes cannot be killed one by one, it waits for them on exit, and inside a running
Textual app, whose standard error has no file number, it cannot start any. These are plain subprocesses with pipes.
"""

from __future__ import annotations

import contextlib
import subprocess
import sys
import threading
import time
from collections import deque
from collections.abc import Callable
from enum import StrEnum
from typing import Any

from reader.jobs.worker import DONE, PART, receive, send

_START = "import sys; sys.path[:] = {path!r}; from reader.jobs.worker import serve; serve({nice})"


_STARTING = 10.0
"""Seconds that a process may take to start before its first task's deadline counts."""
_PIPE = 1 << 20
"""Bytes that a pipe holds, where the system lets that be set: a long text then comes in a third of the time."""
_LOOK = 0.1
"""Seconds between two looks at the deadlines of what runs."""


class JobError(Exception):
    """Why a task has no result, in a few words."""


class State(StrEnum):
    """Where a task is."""

    WAITING = "waiting"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"
    CANCELLED = "cancelled"
    LATE = "late"
    """Its deadline passed and its worker was killed."""


class Job:
    """A task handed in. Callbacks run in a thread of the workers: they must be short and thread-safe."""

    def __init__(
        self,
        workers: Workers,
        call: tuple[Callable[..., Any], tuple[Any, ...]],
        deadline: float | None,
        on_done: Callable[[Job], None] | None,
        on_part: Callable[[Any], None] | None,
        on: int | None,
    ) -> None:
        self._workers = workers
        self.call = call
        self.on = on
        self.deadline = deadline
        self.on_done = on_done
        self.on_part = on_part
        self.state = State.WAITING
        self.value: Any = None
        self.reason = ""
        """Why it failed; empty otherwise."""
        self._over = threading.Event()

    def cancel(self) -> None:
        """Take it back: not started, it never is; running, its worker is killed."""
        self._workers._cancel(self)

    def result(self, timeout: float | None = None) -> Any:
        """Wait for the result.

        :raises JobError: when it failed, was cancelled or came too late.
        :raises TimeoutError: when ``timeout`` seconds pass; the task goes on.
        """
        if not self._over.wait(timeout):
            raise TimeoutError
        if self.state is not State.DONE:
            raise JobError(self.reason or self.state.value)
        return self.value

    def _end(self, state: State, value: Any = None, reason: str = "") -> None:
        if self._over.is_set():
            return
        self.state, self.value, self.reason = state, value, reason
        self._over.set()
        if self.on_done:
            self.on_done(self)


class Workers:
    """Up to ``count`` worker processes, each started when there is work for it and replaced when it dies."""

    def __init__(self, count: int, nice: int = 5) -> None:
        """:param nice: how far the workers stand back behind the screen (POSIX niceness)."""
        self.count = count
        self._nice = nice
        self._waiting: deque[Job] = deque()
        self._changed = threading.Condition()
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
    ) -> Job:
        """Hand in ``function(*arguments)``; function and values must be picklable, the function importable by name.

        :param deadline: seconds of silence after which the worker is killed and the task is ``LATE``. A generator
            function breaks its silence with each value it yields; these go to ``on_part``.
        :param on_done: called once with the job, however it ended.
        :param first: before all that waits: for what somebody is looking at.
        :param on: the process that does it, from 0 on: for one that has loaded what the task needs. None: any.
        """
        job = Job(self, (function, arguments), deadline, on_done, on_part, on)
        with self._changed:
            if self._closed:
                raise JobError("the workers are closed")
            if first:
                self._waiting.appendleft(job)
            else:
                self._waiting.append(job)
            idle = sum(slot.job is None for slot in self._slots)
            wanted = len(self._slots) + (idle < len(self._waiting)) if on is None else on + 1
            while len(self._slots) < min(wanted, self.count):
                self._start()
            if deadline is not None and self._watchdog is None:
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
        """Start nothing more; what runs ends."""
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
            left += [slot.job for slot in self._slots if slot.job]
            for slot in self._slots:
                slot.kill()
            self._changed.notify_all()
        for job in left:
            job._end(State.CANCELLED, reason="cancelled")

    def _cancel(self, job: Job) -> None:
        with self._changed:
            if job in self._waiting:
                self._waiting.remove(job)
            for slot in self._slots:
                if slot.job is job:
                    slot.killed_for = State.CANCELLED
                    slot.kill()
        job._end(State.CANCELLED, reason="cancelled")

    def _start(self) -> None:
        slot = _Slot(self, len(self._slots))
        self._slots.append(slot)
        slot.start()

    def _next(self, slot: _Slot) -> Job | None:
        with self._changed:
            slot.job = None
            job = None
            while not self._closed and (self._paused or (job := self._fitting(slot)) is None):
                self._changed.wait()
            if self._closed or job is None:
                return None
            self._waiting.remove(job)
            slot.take(job)
            self._changed.notify_all()  # the watchdog has a new deadline to wait for
            return job

    def _fitting(self, slot: _Slot) -> Job | None:
        return next((job for job in self._waiting if job.on is None or job.on == slot.number), None)

    def _watch(self) -> None:
        with self._changed:
            while not self._closed:
                now = time.monotonic()
                running = False
                for slot in self._slots:
                    until = slot.until
                    if slot.job is None or slot.job.deadline is None:
                        continue
                    running = True
                    if until is not None and until <= now:
                        slot.killed_for = State.LATE
                        slot.until = None
                        slot.kill()
                # Parts move the deadlines without a word; they are looked at again now and then.
                self._changed.wait(_LOOK if running else None)


class _Slot(threading.Thread):
    """One worker process and the thread that talks to it."""

    def __init__(self, workers: Workers, number: int) -> None:
        super().__init__(name="dateline-worker", daemon=True)
        self._workers = workers
        self.number = number
        self._process: subprocess.Popen[bytes] | None = None
        self.job: Job | None = None
        self.until: float | None = None
        """When the present task's silence is over (monotonic seconds)."""
        self.killed_for: State | None = None

    def run(self) -> None:
        while (job := self._workers._next(self)) is not None:
            try:
                state, value, reason = self._do(job)
            except (OSError, EOFError):
                state, value, reason = self._died()
            self.until = None
            job._end(state, value, reason)
        self.kill()

    def take(self, job: Job) -> None:
        """Make ``job`` the present one."""
        self.job = job
        self.killed_for = None
        job.state = State.RUNNING
        self.until = None if job.deadline is None else time.monotonic() + job.deadline + _STARTING

    def kill(self) -> None:
        """End the process at once."""
        if self._process is not None and self._process.poll() is None:
            self._process.kill()

    def _do(self, job: Job) -> tuple[State, Any, str]:
        process = self._running()
        assert process.stdin is not None
        assert process.stdout is not None
        with self._workers._changed:
            # Cancelled or late while the process was starting: there was nothing to kill then.
            if self.killed_for is not None or self._workers._closed:
                raise EOFError
        try:
            if job.deadline is not None:
                self.until = time.monotonic() + job.deadline
            send(process.stdin, job.call)  # type: ignore[arg-type]  # a pipe is as good as a file here
        except (AttributeError, TypeError, ValueError) as error:
            return State.FAILED, None, f"the task cannot be sent: {error}"
        while True:
            kind, value = receive(process.stdout)  # type: ignore[arg-type]  # as above
            if kind != PART:
                return (State.DONE, value, "") if kind == DONE else (State.FAILED, None, value)
            self.until = None  # what is done with the part is no silence of the worker's
            if job.on_part and self.killed_for is None:
                job.on_part(value)
            if job.deadline is not None:
                self.until = time.monotonic() + job.deadline

    def _died(self) -> tuple[State, Any, str]:
        if self._process is not None:
            self._process.kill()
            self._process.wait()
            for stream in (self._process.stdin, self._process.stdout):
                if stream is not None:
                    with contextlib.suppress(OSError):  # what was left to write has no reader any more
                        stream.close()
            self._process = None
        if self.killed_for is State.LATE:
            return State.LATE, None, "it took too long"
        if self.killed_for is State.CANCELLED:
            return State.CANCELLED, None, "cancelled"
        return State.FAILED, None, "its worker ended unexpectedly"

    def _running(self) -> subprocess.Popen[bytes]:
        if self._process is None or self._process.poll() is not None:
            code = _START.format(path=sys.path, nice=self._workers._nice)
            self._process = subprocess.Popen(
                [sys.executable, "-c", code],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                # Away from the terminal: its signals and its closing are the reader's business.
                start_new_session=True,
            )
            assert self._process.stdin is not None
            assert self._process.stdout is not None
            for pipe in (self._process.stdin, self._process.stdout):
                _widen(pipe.fileno())
            receive(self._process.stdout)  # type: ignore[arg-type]  # READY: a pipe is as good as a file here
        return self._process


def _widen(pipe: int) -> None:
    """Have a pipe hold more; where the system knows no such thing, or has no more room for us, it stays as it is."""
    with contextlib.suppress(ImportError, AttributeError, OSError):
        import fcntl

        fcntl.fcntl(pipe, fcntl.F_SETPIPE_SZ, _PIPE)
