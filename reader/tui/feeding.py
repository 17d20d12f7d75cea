"""Feeds and pages on the desk: fetched in a thread of their own while the screen goes on."""

from __future__ import annotations

import asyncio
import contextlib
import os
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import TYPE_CHECKING

from reader.library import DocumentRow, Filter, Library, LibraryError, Scope
from reader.model.address import shown
from reader.tui.doing import Doing, Result

if TYPE_CHECKING:
    from reader.jobs.fetching import Begun
    from reader.jobs.follow import Look
    from reader.jobs.indexing import Indexing, IndexProgress
    from reader.jobs.refresh_apart import RefreshApart
    from reader.jobs.refresh_progress import RefreshProgress
    from reader.jobs.workers import Workers
    from reader.library.listing import Listing
    from reader.model import Document
    from reader.tui.catalogue import Catalogue

STANDING_BACK = 10
"""How far the processes stand back that fetch and read feeds (POSIX niceness)."""
FEW = 500
"""New articles below which nothing is said of their way into the index."""
LIST_EVERY = 1.0
"""Seconds between two drawings of the list while feeds come in."""


class Feeding(Doing):
    """One opened library, and what is fetched for it."""

    on_change: Callable[[], None]
    on_progress: Callable[[str], None]
    list: Catalogue
    _workers: Workers

    def __init__(self, library: Library) -> None:
        super().__init__(library)
        self._fetching = ThreadPoolExecutor(1, "feeds")
        self._asking = ThreadPoolExecutor(4, "pages")
        self._asked: set[Callable[[], None]] = set()
        """What gives up the single addresses that are being asked for."""
        self._ended = False
        self._refresh: RefreshApart | None = None
        self._stopped = False
        self._indexing: Indexing | None = None
        self._paused = False
        self._afterwards: asyncio.Task[None] | None = None
        self._listing_anew: asyncio.Task[None] | None = None
        self.is_fetching = False
        """Whether feeds are being fetched."""
        self._drawn = 0.0
        self.refreshed = 0.0
        """When feeds were last looked at (monotonic seconds); 0 before the first time."""

    async def refresh_feeds(
        self, feeds: Sequence[str] | None = None, *, quiet: bool = False, fresh: int | None = None
    ) -> str:
        """Bring feeds up to date; gives a sentence on how it went.

        :param feeds: ids; None for those whose time has come.
        :param quiet: whether nothing is said of it on the way.
        :param fresh: seconds for which a feed that answered is left alone, unless it is asked for; None: as usual.
        """
        if self.is_fetching:
            return "Feeds are being fetched already.   Esc stops"
        if self.library.read_only:
            return "The library was opened for reading only: nothing is fetched."
        loop = asyncio.get_running_loop()

        def told(at: RefreshProgress) -> None:
            if not loop.is_closed():
                loop.call_soon_threadsafe(self._feeds_told, at, quiet)

        def work() -> RefreshProgress:
            from reader.jobs.refresh_apart import RefreshApart
            from reader.jobs.refresh_progress import RefreshProgress

            if self._stopped:
                return RefreshProgress(cancelled=True)
            processes = max(1, min(4, os.cpu_count() or 1))
            self._refresh = RefreshApart(
                str(self.library.home), feeds, told, readers=processes, nice=STANDING_BACK, fresh=fresh
            )
            if self._stopped:
                self._refresh.cancel()
            return self._refresh.run()

        self.refreshed = time.monotonic()
        self.is_fetching, self._stopped = True, False
        try:
            end = await loop.run_in_executor(self._fetching, work)
        except asyncio.CancelledError:  # the reader is being closed; the thread does not hear of it by itself
            self.stop_fetching()
            raise
        finally:
            self.is_fetching, self._refresh = False, None
        await self._list_anew()
        if end.new or end.changed or end.pages:
            self._afterwards = asyncio.create_task(self.after_fetching())
        return sentence(end)

    async def after_fetching(self) -> None:
        """Take what has come into the search index; it can be read meanwhile."""
        if self._indexing is not None or not await self.in_reading(self.library.unindexed.count):
            return
        from reader.jobs.indexing import Indexing

        loop = asyncio.get_running_loop()

        def told(at: IndexProgress) -> None:
            if not loop.is_closed():
                loop.call_soon_threadsafe(self._index_told, at)

        # One processor stays free for the screen.
        self._indexing = Indexing(self.library, self._workers, told, max(1, (os.cpu_count() or 1) - 1))
        if self._paused:
            self._indexing.pause()
        try:
            await self.in_background(self._indexing.run)
        except RuntimeError:  # the reader is being closed
            pass
        finally:
            self._indexing = None

    def _index_told(self, at: IndexProgress) -> None:
        if at.error:
            self.on_progress(at.error)
        elif at.finished and not at.left and at.done > FEW:
            self.on_progress("All that came can be searched now.")
        elif not at.finished:
            self.on_progress(f"{at.left:,} new articles are yet to be made searchable …")

    def _feeds_told(self, at: RefreshProgress, quiet: bool) -> None:
        if at.finished:
            return
        now = time.monotonic()
        if not quiet:
            pages = f", {at.pages:,} pages" if at.pages else ""
            self.on_progress(f"{at.done:,} of {at.total:,} feeds, {at.new:,} new articles{pages} …   Esc stops")
        if at.new and now - self._drawn > LIST_EVERY:
            self._drawn = now
            self._listing_anew = asyncio.create_task(self._list_anew())

    async def _list_anew(self) -> None:
        """Draw the list with what has come, walked before off the screen's loop."""
        with contextlib.suppress(RuntimeError):  # the reader is being closed
            await self.in_reading(self.list.warm)
        self.on_change()

    def stop_fetching(self) -> bool:
        """Give up the fetching that is under way; whether there was any. What has come stays."""
        if not self.is_fetching:
            return False
        self._stopped = True
        if self._refresh is not None:
            self._refresh.cancel()
        return True

    def end_fetching(self) -> None:
        """Stop, and wait for what is being stored."""
        self.stop_fetching()
        if self._indexing is not None:
            self._indexing.cancel()
        self._ended = True
        for cancel in list(self._asked):
            cancel()
        for threads in (self._fetching, self._asking):
            threads.shutdown(wait=True, cancel_futures=True)

    async def _ask(self, work: Callable[[Begun], Result]) -> Result:
        """Have a single address asked for, beside the feeds; given up when the reader is closed.

        :param work: done in a thread; is given a function to be told what gives it up.
        """
        begun: list[Callable[[], None]] = []
        gone = False

        def begin(cancel: Callable[[], None]) -> None:
            begun.append(cancel)
            self._asked.add(cancel)
            if gone or self._ended:
                cancel()

        try:
            return await asyncio.get_running_loop().run_in_executor(self._asking, work, begin)
        except asyncio.CancelledError:
            gone = True
            for cancel in begun:
                cancel()
            raise
        finally:
            self._asked.difference_update(begun)

    async def complete(
        self, document: Document, on_start: Callable[[], None] = lambda: None, *, asked: bool = False
    ) -> Document | str:
        """Fetch an article's page where its feed gives a summary only, or where the reader asks for it.

        :param on_start: called when there is something to be fetched.
        Gives the document as it is then, or a sentence; an empty one when there is nothing to do.
        """
        page = await self.in_reading(
            partial(self.library.feeds.page if asked else self.library.feeds.wants_page, document.id)
        )
        if page is None:
            return "This article did not come from the web." if asked else ""
        on_start()

        def fetch(begin: Begun) -> str:
            from reader.jobs.refresh import fetch_page

            return fetch_page(self.library, self._workers, page, begin)

        try:
            wrong = await self._ask(fetch)
        except LibraryError as error:
            return str(error)
        except RuntimeError:  # the reader is being closed
            return ""
        if wrong:
            return f"The page could not be fetched: {wrong}."
        found = await self.in_reading(partial(self.library.documents.get, document.id))
        return found if found is not None else ""

    async def same_story(self, document: str) -> Sequence[DocumentRow]:
        """The other articles that tell a story in nearly the same words."""
        ids = await self.in_reading(partial(self.library.feeds.same_story, document))
        return [row for id in ids if (row := self.library.documents.row(id)) is not None]

    async def told_elsewhere(self, document: str) -> int:
        """In how many other articles the story of one is told."""
        return len(await self.in_reading(partial(self.library.feeds.same_story, document)))

    async def unread_of(self, feeds: Sequence[str]) -> Sequence[str]:
        """Ids of the unread articles of feeds."""
        listing = self.library.documents.listing
        return await self.in_reading(lambda: _ids(listing(Scope(feeds=tuple(feeds)), Filter(unread=True)), 0))

    async def unread_from(self, index: int) -> Sequence[str]:
        """Ids of the unread articles of the list from an index on."""
        return await self.in_reading(lambda: _ids(self.list.listing(), max(0, index)))

    async def look_at(self, address: str) -> Look | str:
        """What lies at an address that the reader typed, or a sentence on why it cannot be seen."""

        def look(begin: Begun) -> Look | str:
            from reader.jobs.follow import look_at
            from reader.sources.web.address import AddressError
            from reader.sources.web.answer import FetchError

            try:
                return look_at(address, begin)
            except (AddressError, FetchError) as error:
                return f"{shown(address.strip())[:80]}: {error}."

        return await self._ask(look)

    async def take_list(self, path: str) -> tuple[tuple[str, ...], str]:
        """Follow the feeds of a list of another program; ids of the new ones, and a sentence: none for no list."""
        from reader.jobs.lists import take_list
        from reader.sources import SourceError
        from reader.sources.feeds.lists import is_list

        if not await asyncio.to_thread(lambda: os.path.isfile(path) and is_list(path)):
            return (), ""
        try:
            taken = await self.in_writing(partial(take_list, self.library, path))
        except (LibraryError, SourceError) as error:
            return (), f"{error}."
        self.on_change()
        words = [f"{len(taken.feeds):,} new feeds"] if taken.feeds or not taken.pages else []
        words += [f"{taken.pages:,} pages"] if taken.pages else []
        refused = f"; {len(taken.refused):,} lines were refused" if taken.refused else ""
        return tuple(taken.feeds), f"{' and '.join(words)} of the list{refused}."

    async def follow(self, look: Look) -> tuple[str, str]:
        """Follow the feed that was found, or the one that the page offers, or keep the page.

        Gives the id of the feed, else of the document, and a sentence.
        """
        from reader.jobs.follow import follow, keep_page
        from reader.sources.web.answer import FetchError

        offered = None if look.feed or look.article or not look.offers else look.offers[0]
        try:
            if look.feed or offered is not None:
                address = offered.address if offered is not None else look.address
                name = (offered.title if offered is not None else look.feed) or address
                return await self.in_writing(partial(follow, self.library, address)), f"Following {name}."
            document = await self.in_writing(partial(keep_page, self.library, look))
        except (LibraryError, FetchError) as error:
            return "", f"{error}."
        self.on_change()
        return document, "The page is in the library."


def _ids(listing: Listing, start: int) -> list[str]:
    """Ids of the unread articles of a list, at most 20,000."""
    rows = (row for at in range(start, min(len(listing), start + 20_000), 1000) for row in listing.rows(at, 1000))
    return [row.id for row in rows if row.unread and not row.error]


def sentence(end: RefreshProgress) -> str:
    """How a refresh went."""
    if end.error:
        return end.error
    if not end.total and not end.pages:
        return "No feed is due."
    words = f"{end.new:,} new articles of {end.total:,} feed{'' if end.total == 1 else 's'}"
    words += f", {end.changed:,} changed" if end.changed else ""
    words += f", {end.pages:,} pages" if end.pages else ""
    words += f"; {end.failed:,} failed" if end.failed else ""
    return f"{words}{', then stopped' if end.cancelled else ''}."
