"""What the reader does in the library, and takes back: in a thread that reads and one that writes."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from reader.library import LibraryError
from reader.tui.mirroring import Mirroring

if TYPE_CHECKING:
    from reader.library import Change, Library

Result = TypeVar("Result")


class Doing:
    """One opened library and the two threads that use it while the screen goes on."""

    def __init__(self, library: Library) -> None:
        self.library = library
        self._reading = ThreadPoolExecutor(1, "reading")
        self._writing = ThreadPoolExecutor(1, "writing")
        self.mirroring = Mirroring(library)
        """Notes in a folder that follow what is annotated."""
        self._taking_in = ThreadPoolExecutor(1, "taking in")

    async def in_reading(self, work: Callable[[], Result]) -> Result:
        """Do something that only reads, off the screen's loop."""
        return await asyncio.get_running_loop().run_in_executor(self._reading, work)

    async def in_writing(self, work: Callable[[], Result]) -> Result:
        """Do something that writes, after all that was to be written before."""
        return await asyncio.get_running_loop().run_in_executor(self._writing, work)

    async def in_background(self, work: Callable[[], Result]) -> Result:
        """Do something that takes long and writes now and then: what the reader does meanwhile does not wait for it."""
        return await asyncio.get_running_loop().run_in_executor(self._taking_in, work)

    def end_threads(self) -> None:
        """Wait for what is being written, and end."""
        from reader.tui.leaving import leave

        self.mirroring.end()
        leave(self._reading)
        self._taking_in.shutdown(wait=True, cancel_futures=True)
        self._writing.shutdown(wait=True)

    async def change(self, documents: Sequence[str], make: Callable[[str], Change]) -> str:
        """Do the same to one or several documents, as one step; gives a sentence."""
        from reader.library import Several

        changes = tuple(make(document) for document in documents)
        if not changes:
            return "No article is meant."
        return await self.do(changes[0] if len(changes) == 1 else Several(changes))

    async def undo(self) -> str:
        """Take back the last thing; gives a sentence."""
        return await self._walk(self.library.undo, "Undone", "There is nothing to undo.")

    async def redo(self) -> str:
        """Do again what was taken back; gives a sentence."""
        return await self._walk(self.library.redo, "Done again", "There is nothing to do again.")

    async def walk_to(self, seq: int, *, undo: bool) -> tuple[int, str]:
        """Undo all down to entry ``seq`` of the journal, or redo all up to it; how many that were, and what went
        wrong, in a sentence."""
        try:
            return await self.in_writing(partial(self._walked, seq, undo)), ""
        except LibraryError as error:
            return 0, str(error)

    def _walked(self, seq: int, undo: bool) -> int:
        standing = [entry.seq for entry, stands in self.library.journal.history(limit=100_000) if stands is undo]
        number = sum(one >= seq if undo else one <= seq for one in standing)
        for _ in range(number):
            (self.library.undo if undo else self.library.redo)()
        return number

    async def _walk(self, walk: Callable[[], str | None], done: str, nothing: str) -> str:
        try:
            what = await self.in_writing(walk)
        except LibraryError as error:
            return str(error)
        if not what:
            return nothing
        self._follow()
        entry = next(iter(self.library.journal.entries(limit=1)), None)
        document = getattr(entry.change, "document", "") if entry is not None else ""
        row = self.library.documents.row(document) if document else None
        return f"{done}: {what}" + (f" · {row.title}" if row is not None else ".")

    async def do(self, change: Change) -> str:
        """Do something that can be undone; gives a sentence."""
        problem = await self.attempt(partial(self.library.do, change))
        self._follow()
        return problem or f"Done: {change.title}.   u takes it back"

    def _follow(self) -> None:
        """Let searches and lists learn of verdicts on facts, after what was done."""
        from reader.annotate.restating import follow_verdicts

        self.later(partial(follow_verdicts, self.library))

    async def attempt(self, work: Callable[[], object]) -> str:
        """Do it in the writing thread; gives what went wrong, in a sentence."""
        try:
            await self.in_writing(work)
        except LibraryError as error:
            return str(error)
        return ""

    def later(self, work: Callable[[], Result]) -> Future[Result]:
        """Do it in the writing thread when its turn comes; nobody need wait."""
        return self._writing.submit(work)
