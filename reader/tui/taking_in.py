"""Files and folders onto the desk: read in a thread of their own, or by workers, while the screen goes on."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Sequence
from concurrent.futures import Future
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING

from reader.settings import samples
from reader.tui.feeding import Feeding

if TYPE_CHECKING:
    from reader.jobs.ingest import Ingest, Progress
    from reader.library import Library
    from reader.model import Document

FEW = 150
"""Up to so many small files are read by a thread; starting workers for them would take as long."""
HEAVY = 2_000_000
"""Bytes of files above which workers read them, so that the screen keeps its share of the interpreter; they read all
that is not harmless too."""


class TakingIn(Feeding):
    """One opened library, what is fetched for it, and the files that were asked for."""

    def __init__(self, library: Library, paths: Sequence[str]) -> None:
        super().__init__(library)
        self.paths = tuple(os.path.abspath(path) for path in paths)
        """Files and folders that the list is narrowed to; none for the whole library."""
        self._loop: asyncio.AbstractEventLoop | None = None
        self._ingest: Ingest | None = None
        self._beside: Future[Document | None] | None = None
        """The first file, where it is read while the screen starts."""
        self._first_lines: Future[Document | None] = Future()
        """Those of a large text among such files."""

    def expect(self) -> None:
        """Have the first file read beside the screen when it is one for a worker: that takes as long as the screen."""
        if self.paths and os.path.isfile(self.paths[0]):
            self._beside = self._reading.submit(self._read_beside, self.paths[0])

    def _read_beside(self, path: str) -> Document | None:
        from reader.jobs.open import first_lines, open_beside
        from reader.sources import SourceError

        try:
            self._first_lines.set_result(first_lines(path))
            return open_beside(path, self._workers)
        except SourceError:
            return None
        finally:
            if not self._first_lines.done():
                self._first_lines.set_result(None)

    async def lines_before_first_file(self) -> Document | None:
        """The beginning of the first file, where to read all of it takes longer than to start."""
        return await asyncio.wrap_future(self._first_lines) if self._beside is not None else None

    def first_file(self) -> Document | None:
        """The first readable file, before the library knows it."""
        from reader.jobs.open import open_document
        from reader.sources import SourceError, find

        if self._beside is not None and (document := self._beside.result()) is not None:
            return document
        for path in islice(find(self.paths), 20):
            try:
                return open_document(path, self._workers)
            except SourceError:
                continue
        return None

    async def refresh(self) -> None:
        """Look for new, changed and vanished files among those asked for on the command line."""
        if self.paths and self._ingest is None:
            await self.in_background(partial(self._take_in, self.paths))
            self.on_change()

    async def add(self, what: str) -> str:
        """Take in a file or folder, or the samples; gives a sentence."""
        path = str(samples()) if what == "samples" else os.path.abspath(os.path.expanduser(what))
        if not os.path.lexists(path):
            return f"{what}: no such file or folder."
        if self._ingest is not None:
            return "Files are being read already; add this when they are done."
        before = self.list.count
        if self.paths:
            self.paths = (*self.paths, path)
            self.list.widen(self.paths)
        await self.in_background(partial(self._take_in, (path,)))
        more = self.list.count - before
        return f"{more:,} article{'' if more == 1 else 's'} added." if more > 0 else "Nothing new was found there."

    def _take_in(self, roots: Sequence[str]) -> None:
        from reader.jobs.ingest import Ingest
        from reader.jobs.open import file_is_harmless
        from reader.sources import find

        loop = self._loop

        def told(progress: Progress) -> None:
            if loop is not None and not loop.is_closed():
                loop.call_soon_threadsafe(self._told, progress)

        paths = list(islice(find(roots), FEW + 1))
        heavy = len(paths) > FEW or sum(_size(path) for path in paths) > HEAVY or not all(map(file_is_harmless, paths))
        workers = self._workers if heavy else None
        self._ingest = Ingest(self.library, workers, roots, told)
        try:
            self._ingest.run()
        finally:
            self._ingest = None

    def _told(self, progress: Progress) -> None:
        if progress.error:
            self.on_progress(progress.error)
        elif progress.total > FEW and not progress.finished:
            more = " and more" if progress.walking else ""
            self.on_progress(f"Reading {progress.done:,} of {progress.total:,}{more} files …   Esc stops")
            self.on_change()
        elif progress.total > FEW:
            failed = f", {progress.failed:,} could not be read" if progress.failed else ""
            self.on_progress(f"{progress.done:,} files read{failed}.")

    def stop(self) -> bool:
        """Give up the reading of files that is under way; whether there was any. What was read stays."""
        fetched = self.stop_fetching()
        if self._ingest is None:
            return fetched
        self._ingest.cancel()
        return True


def _size(path: str) -> int:
    try:
        return os.stat(path).st_size
    except OSError:
        return 0
