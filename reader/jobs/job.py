"""A task that was handed to the workers: where it is, and what came of it."""

from __future__ import annotations

import threading
from collections.abc import Callable
from enum import StrEnum
from typing import Any

from reader.jobs.worker import Call


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
        call: Call,
        deadline: float | None,
        on_done: Callable[[Job], None] | None,
        on_part: Callable[[Any], None] | None,
        on: int | None,
        small: bool,
        take_back: Callable[[Job], None],
    ) -> None:
        self.call = call
        self._take_back = take_back
        self.on = on
        self.small = small
        self.deadline = deadline
        self.on_done = on_done
        self.on_part = on_part
        self.state = State.WAITING
        self.value: Any = None
        self.reason = ""
        """Why it failed; empty otherwise."""
        self._over = threading.Event()
        self._ending = threading.Lock()
        """Held by whoever ends it first, for good."""

    @property
    def over(self) -> bool:
        """Whether it has ended, however it did."""
        return self._over.is_set()

    def cancel(self) -> None:
        """Take it back: not started, it never is; running, its worker is killed, if it does nothing else beside."""
        self._take_back(self)

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

    def end(self, state: State, value: Any = None, reason: str = "") -> None:
        """It has ended so, unless it had before."""
        if self.settle(state, value, reason):
            self.tell()

    def settle(self, state: State, value: Any = None, reason: str = "") -> bool:
        """The same under a lock: :meth:`tell` is yet to be called, without it. False where it had ended before."""
        if not self._ending.acquire(blocking=False):
            return False
        self.state, self.value, self.reason = state, value, reason
        self._over.set()
        return True

    def tell(self) -> None:
        """Tell who waits for its end."""
        if self.on_done:
            self.on_done(self)
