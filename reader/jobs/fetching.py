"""Many addresses fetched at once: so many together, so few from one host, in a thread with an event loop of its own.

What fetches is loaded late: who has it done by a worker (:mod:`reader.jobs.fetching_apart`) needs only the names.
"""

from __future__ import annotations

import contextlib
import queue
import threading
import time
from collections.abc import AsyncIterator, Callable, Iterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.sources.web.answer import Fetched, FetchError

if TYPE_CHECKING:
    import asyncio

AT_ONCE = 48
"""Addresses that are fetched together."""
A_HOST = 2
"""Of one host."""
HELD = 8 * 1024 * 1024
"""Bytes that may wait to be read and stored before the next address is asked for."""
_MOMENT, _TOGETHER = 0.004, 8
"""Seconds that an answer waits for others to go with it, and how many go together: each message wakes a thread of the
process that stores."""

FAILED = "could not be fetched"
"""What is said of an address where there is nothing better to say."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """An address to be fetched."""

    place: int
    """What the answer is told by: which one it is of all that are asked for."""
    address: str
    private: bool = False
    etag: str = ""
    modified: str = ""


Answered = Callable[[Wanted, Fetched | FetchError], None]
Numbered = tuple[int, Fetched | FetchError]
"""An answer, and the place of what was asked for."""
Begun = Callable[[Callable[[], None]], None]
"""Is told at the start of a work what gives it up."""


class Fetching:
    """Fetches a list of addresses; each answer is given to ``answered`` in the thread of the fetching."""

    def __init__(self, wanted: Sequence[Wanted], answered: Answered, finished: Callable[[], None]) -> None:
        """:param finished: called once, when there will be no more answers."""
        self._wanted = wanted
        self._answered = answered
        self._finished = finished
        self._cancelled = False
        self._held = 0
        self._counting = threading.Lock()
        self._loop: asyncio.AbstractEventLoop | None = None
        self._all: asyncio.Task[None] | None = None
        self._thread = threading.Thread(target=self._run, name="dateline-fetching", daemon=True)

    def start(self) -> None:
        """Begin."""
        self._thread.start()

    def cancel(self) -> None:
        """Give up what is not answered yet."""
        self._cancelled = True
        loop, every = self._loop, self._all
        if loop is not None and every is not None:
            with contextlib.suppress(RuntimeError):  # it has ended by itself
                loop.call_soon_threadsafe(every.cancel)

    def taken(self, count: int) -> None:
        """So many bytes of what was answered are done with."""
        self._hold(-count)

    def _hold(self, count: int) -> None:
        with self._counting:  # added to by the loop's thread, taken from by others
            self._held += count

    def _run(self) -> None:
        import asyncio

        try:
            asyncio.run(self._fetch_all())
        except asyncio.CancelledError:
            pass
        finally:
            self._finished()

    async def _fetch_all(self) -> None:
        import asyncio

        from reader.sources.web.fetch import fetch

        self._loop = asyncio.get_running_loop()
        self._all = asyncio.current_task()
        if self._cancelled:
            return
        together = asyncio.Semaphore(AT_ONCE)
        hosts: dict[str, asyncio.Semaphore] = {}

        @asynccontextmanager
        async def turn(host: str) -> AsyncIterator[None]:
            async with hosts.setdefault(host, asyncio.Semaphore(A_HOST)), together:
                while self._held > HELD:
                    await asyncio.sleep(0.02)
                yield

        async def one(wanted: Wanted) -> None:
            answer: Fetched | FetchError
            try:
                answer = await fetch(
                    wanted.address, private=wanted.private, etag=wanted.etag, modified=wanted.modified, turn=turn
                )
                self._hold(len(answer.body))
            except FetchError as error:
                answer = error
            except Exception:  # one odd address must not end the others
                answer = FetchError(FAILED)
            self._answered(wanted, answer)

        await asyncio.gather(*(one(wanted) for wanted in self._wanted))


def fetched(wanted: Sequence[Wanted]) -> Iterator[list[Numbered]]:
    """What a worker does that fetches: the answers as they come, those of a moment together."""
    answers: queue.SimpleQueue[Numbered | None] = queue.SimpleQueue()
    fetching = Fetching(wanted, lambda asked, answer: answers.put((asked.place, answer)), lambda: answers.put(None))
    fetching.start()
    came = answers.get()
    while came is not None:
        time.sleep(_MOMENT)
        together = [came]
        while not answers.empty() and len(together) < _TOGETHER and (came := answers.get()) is not None:
            together.append(came)
        yield together  # waits while the other side has more than it can hold
        for _, answer in together:
            if isinstance(answer, Fetched):
                fetching.taken(len(answer.body))
        if came is not None:
            came = answers.get()
