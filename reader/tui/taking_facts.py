"""Facts of the open article onto the desk: found at once or by a worker, their actors as the library knows them."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from reader.jobs.workers import Workers
from reader.model import Span
from reader.tui.notebook import Notebook
from reader.tui.taking_in import TakingIn

if TYPE_CHECKING:
    from reader.library import Change, Library
    from reader.model import Document, Fact
    from reader.tui.taken import Taken

LONG = 200_000
"""Code points above which an article's facts are taken for the part being read."""
NEAR = 30_000
"""Code points above which the facts of the part being read are shown before those of the whole."""
SOON = 0.2
"""Seconds after which facts that were just found are written down."""
IN_TIME = 1.0
"""Seconds that pages over the library wait for these, at most: another program may be writing."""


class TakingFacts(TakingIn):
    """One opened library, what is taken into it, and what is found in the article that is read."""

    def __init__(self, library: Library, paths: Sequence[str]) -> None:
        from reader.jobs.at_hand import FactsAtHand

        super().__init__(library, paths)
        self.notebook = Notebook(library)
        """What the reader has made of the open article."""
        self.engine = "default"
        """Who finds actors; set before the desk is opened."""
        self._workers = Workers(max(1, min(4, os.cpu_count() or 1)))
        self._at_hand = FactsAtHand(self._workers)
        self._lit = asyncio.Event()
        """Whether nothing need wait for the first facts any more."""
        self._unkept: list[Callable[[], object]] = []
        self._keeping: Future[object] | None = None
        self._closing = False

    def hurry(self) -> None:
        """Let what waits for the first facts begin: somebody waits for it."""
        self._lit.set()

    def is_listed(self, document: str) -> bool:
        """Whether the library holds the document (the guide is in none)."""
        raise TypeError(f"{type(self).__name__} must know what is listed")

    async def facts(self, document: Document, place: int = 0) -> Taken:
        """Facts of a document, or of the part around ``place`` in a very long one."""
        unsaved = [pending.change for pending in self.notebook.pending]
        try:
            return await self.in_reading(partial(self._as_named, document, place, unsaved))
        finally:
            self._lit.set()

    async def facts_near(self, document: Document, place: int) -> Taken | None:
        """Facts of the part around ``place`` of a document whose facts take a while; None where they all come soon."""
        unsaved = [pending.change for pending in self.notebook.pending]
        return await self.in_reading(partial(self._near, document, place, unsaved))

    def _near(self, document: Document, place: int, unsaved: Sequence[Change]) -> Taken | None:
        from reader.extract.language import language_of
        from reader.extract.pipeline import EXTRACTOR
        from reader.tui.taken import Taken, window

        if not NEAR < len(document.text) <= LONG or language_of(document.text) == "other":
            return None
        if self.library.facts.get(document.version, EXTRACTOR, document.published) is not None:
            return None
        part = window(document, place)
        near = self._extracted(document, part)
        if not near:
            return None
        return self._named(document, Taken(near, part, "The others follow …"), unsaved)

    def _as_named(self, document: Document, place: int, unsaved: Sequence[Change] = ()) -> Taken:
        return self._named(document, self._facts_of(document, place), unsaved)

    def _named(self, document: Document, taken: Taken, unsaved: Sequence[Change]) -> Taken:
        from reader.annotate.corrections import Reviewed
        from reader.tui.cast import as_named

        if not self.is_listed(document.id):
            return replace(taken, judged=[Reviewed(fact) for fact in taken.facts])
        return as_named(self.library, document, taken, unsaved)

    def _facts_of(self, document: Document, place: int) -> Taken:
        from reader.extract.language import language_of
        from reader.extract.pipeline import EXTRACTOR
        from reader.tui.taken import Taken, window

        whole = Span(0, len(document.text))
        if language_of(document.text) == "other":
            return Taken((), whole, "Not English: facts are taken from English articles only.")
        if len(whole) > LONG:
            part = window(document, place)
            near = self._extracted(document, part) or ()
            said = "Facts of the part you read." if near else "No facts in the part you read."
            return Taken(near, part, said)
        stored = self.library.facts.get(document.version, EXTRACTOR, document.published)
        if stored is not None:
            return Taken(stored, whole)
        facts = self._extracted(document, whole)
        if facts is None:
            return Taken((), whole, "Facts could not be taken from this article.")
        if self.is_listed(document.id) and not document.transient:
            put = partial(self.library.facts.put, document.version, EXTRACTOR, facts, document.published)
            self._keep_soon(partial(put, document.text))
        return Taken(facts, whole)

    def _extracted(self, document: Document, part: Span) -> Sequence[Fact] | None:
        """Facts of a part, by start; None when there is no telling."""
        from reader.tui.taken import blocks_of, shifted

        if len(part) == len(document.text):
            return self._at_hand.of(document.text, document.published, document.blocks, self.engine)
        near = part.of(document.text)
        facts = self._at_hand.of(near, document.published, blocks_of(document, part), self.engine)
        return None if facts is None else [shifted(fact, part.start) for fact in facts]

    def _keep_soon(self, work: Callable[[], object]) -> None:
        """Write down what could be found again, once it is on the screen, which it would keep waiting."""
        loop = self._loop
        if loop is None:
            self.later(work)
        elif not loop.is_closed():
            loop.call_soon_threadsafe(self._keep_after, loop, work)

    def _keep_after(self, loop: asyncio.AbstractEventLoop, work: Callable[[], object]) -> None:
        self._unkept.append(work)
        loop.call_later(SOON, self._keep)

    def _keep(self) -> None:
        if not self._closing:
            for work in self._unkept:
                self._keeping = self.later(work)
            self._unkept.clear()

    async def keep_facts(self) -> None:
        """Write down now what is to be written soon: somebody reads it in the library."""
        self._keep()
        if self._keeping is not None and not self._keeping.done():
            await asyncio.wait([asyncio.wrap_future(self._keeping)], timeout=IN_TIME)
