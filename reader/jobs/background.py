"""Long work in a thread of its own, that can rest, go on and be given up."""

from __future__ import annotations

import threading
from abc import ABC, abstractmethod
from typing import Generic, TypeVar

Outcome = TypeVar("Outcome")


class Background(ABC, Generic[Outcome]):
    """Work whose :meth:`run` heeds ``_cancelled`` and waits for ``_going`` between two pieces."""

    THREAD = "dateline-background"
    """Name of the thread."""

    def __init__(self) -> None:
        self._cancelled = threading.Event()
        self._going = threading.Event()
        self._going.set()
        self._thread: threading.Thread | None = None

    @abstractmethod
    def run(self) -> Outcome:
        """Do it all in the calling thread; how it ended."""

    def start(self) -> None:
        """Run in a thread of its own."""
        self._thread = threading.Thread(target=self.run, name=self.THREAD, daemon=True)
        self._thread.start()

    def wait(self, timeout: float | None = None) -> bool:
        """Wait for the end of :meth:`start`; whether it came."""
        if self._thread is not None:
            self._thread.join(timeout)
            return not self._thread.is_alive()
        return True

    def cancel(self) -> None:
        """Stop soon; what has been written stays, the next run does the rest."""
        self._cancelled.set()
        self._going.set()

    def pause(self) -> None:
        """Rest until :meth:`resume`; what was begun is still done."""
        self._going.clear()

    def resume(self) -> None:
        """Go on."""
        self._going.set()
