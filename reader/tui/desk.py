"""What lies on the reader's desk: between the screens, which decide, and the library, which remembers."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from reader.annotate.places import moved
from reader.library import LibraryError, Scope, Sort
from reader.model import Published
from reader.tui.branches import FEEDS
from reader.tui.catalogue import Catalogue
from reader.tui.comparing import Comparing
from reader.tui.finder import Finder
from reader.tui.habits import Habits
from reader.tui.hints import Hints
from reader.tui.pages import Pages
from reader.tui.saved_counts import LISTED, SavedCounts
from reader.tui.taking_facts import TakingFacts

if TYPE_CHECKING:
    from reader.jobs.facts import FactsInBulk, FactsProgress
    from reader.library import Library
    from reader.model import Document
    from reader.tui.screens.search import Results

Result = TypeVar("Result")

WARM = 0.8
"""Seconds after which the search is made ready: the facts of the first article come before."""
FACTS_FIRST = 1.0
"""Seconds that files are taken in later for the facts of the first one, at most."""


class Desk(TakingFacts, Comparing):
    """One opened library, narrowed to what was asked for on the command line.

    Short reads of the list happen at once; all else in threads of its own: one that reads, one that writes.
    """

    def __init__(
        self,
        library: Library,
        paths: Sequence[str] = (),
        extra: Document | None = None,
        *,
        background: bool = True,
    ) -> None:
        """
        :param extra: a document that is no file, such as standard input; it is put into the library and shown.
        :param background: whether facts of articles that are not open are taken while the reader reads.
        """
        super().__init__(library, paths)
        self.on_change: Callable[[], None] = lambda: None
        """Called on the UI's loop when the list holds other rows."""
        self.on_progress: Callable[[str], None] = lambda sentence: None
        """Called on the UI's loop with a sentence about work in the background."""
        self.on_facts: Callable[[], None] = lambda: None
        """Called on the UI's loop when the facts of all articles are there: actors are known from others too."""
        self.on_beginning: Callable[[Document], None] = lambda document: None
        """Called with the first lines of the first article, when the rest takes longer."""
        self.on_first: Callable[[Document], Awaitable[None]] = _nothing
        """Awaited with the first article, before the library knows it, until it is on the screen."""
        self.settled = False
        """Whether what was asked for has been looked at once."""
        self._extra = extra
        scope = Scope(self.paths, (extra.id,) if extra is not None else ())
        self.list = Catalogue(library, scope, Sort.PATH if self.paths else Sort.DATE)
        """What the list pane shows."""
        self._finder = Finder(library, scope)
        self._saved_counts = SavedCounts(library, self._finder)
        self.list.counted = self._saved_counts.unread
        self.pages = Pages(library, self.keep_facts)
        """What the pages over the library ask."""
        self._habits = Habits(library.home / "habits.json", keeps=not library.read_only)
        self.hints = Hints(self._habits)
        """What a newcomer is told, a sentence now and then."""
        self.list.opened = set(self.habit("branches", FEEDS).split("\n"))
        self._background = background and not library.read_only
        self._all_facts: FactsInBulk | None = None
        self._warming: asyncio.TimerHandle | None = None
        if not (self.list.count or library.read_only):
            self.expect()

    def is_listed(self, document: str) -> bool:
        """Whether the library holds the document (the guide is in none)."""
        return self.list.known(document) is not None

    # In and out

    async def start(self) -> None:
        """Show what is known or can be read at once, then bring the library up to date with the files asked for."""
        self._loop = asyncio.get_running_loop()
        if self.library.read_only:
            self.settled = True
            self.on_change()
            self._warming = self._loop.call_later(WARM, self._warm)
            return
        await self.in_writing(self.choose_engine)
        if self._extra is not None:
            await self.in_writing(partial(self.library.documents.put, self._extra))
        if self.list.count:
            self.on_change()
        elif self.paths:
            beginning = await self.lines_before_first_file()
            if beginning is not None:
                self.on_beginning(beginning)
            first = await self.in_reading(self.first_file) or beginning
            if first is not None:
                await self.on_first(first)
                await self._take_in_first(first)
        await self.refresh()
        if not self.paths and not self.library.read_only and not self.library.documents.holds_any():
            await self.attempt(partial(self.library.documents.put, self.welcome()))
        self.settled = True
        self.on_change()
        self._warming = self._loop.call_later(WARM, self._warm)
        await self._go_on()

    async def _take_in_first(self, document: Document) -> None:
        """Have the library know the article on the screen, once its facts are there or a key waits for that."""
        with suppress(TimeoutError):
            await asyncio.wait_for(self._lit.wait(), FACTS_FIRST)
        try:
            if document.path is not None:
                await self.in_background(partial(self._take_in, (document.path,)))
        finally:
            self.on_change()

    def _warm(self) -> None:
        """Load what searches, once no feeds come in: the screen has enough to do until then."""
        if self.is_fetching and self._loop is not None:
            self._warming = self._loop.call_later(WARM, self._warm)
        else:
            self._finder.warm()

    async def _go_on(self) -> None:
        """What may take long, once there is something to read: an index of older rules, facts of all articles."""
        if self.library.index_outdated:
            self.on_progress("The search index is made anew …")
            await self.attempt(partial(self.library.reindex, lambda done: not self._closing))
            self.on_progress("The search index is made anew.")
        await self.after_fetching()

    async def after_fetching(self) -> None:
        """Take what has come into the search index, then the facts of what has none."""
        await super().after_fetching()
        if self._background and not self._closing and not self.is_taking_facts:
            from reader.jobs.facts import FactsInBulk

            # One processor stays free for the screen: with all of them at work frames came up to 100 ms late.
            at_once = max(1, (os.cpu_count() or 1) - 1)
            self._all_facts = FactsInBulk(self.library, self._workers, self._facts_taken, self.engine, at_once)
            self._all_facts.start()

    def choose_engine(self) -> None:
        """Try an engine that is not ours, and note it in the library: what another one found is then out of date."""
        if self.engine != "default":
            from reader.extract.actors.engine import UnknownEngine, engine_named

            try:
                engine_named(self.engine)
            except UnknownEngine as error:
                self.engine = "default"
                if self._loop is not None:
                    said = str(error)
                    self._loop.call_soon_threadsafe(self.on_progress, f"{said[:1].upper()}{said[1:]}.")
        try:
            self.library.facts.found_by(self.engine)
        except LibraryError as error:
            self.on_progress(str(error))

    def _facts_taken(self, progress: FactsProgress) -> None:
        loop = self._loop
        if progress.finished and progress.done and not self._closing and loop is not None and not loop.is_closed():
            loop.call_soon_threadsafe(self.on_facts)

    def pause(self) -> str:
        """Let the work in the background rest, or go on; gives a sentence."""
        self._paused = not self._paused
        for work in (self._ingest, self._indexing, self._all_facts):
            if work is not None:
                (work.pause if self._paused else work.resume)()
        return "Work in the background rests; F5 lets it go on." if self._paused else "Work in the background goes on."

    async def close(self) -> None:
        """Let what is being written be written, and close the library."""
        self._closing = True
        self.on_progress = self.on_change = self.on_facts = _nobody  # their screens are gone
        if self._warming is not None:
            self._warming.cancel()
        self.stop()
        for work in (self._indexing, self._all_facts):
            if work is not None:
                work.cancel()
        self._workers.close()
        await asyncio.get_running_loop().run_in_executor(None, self.end_fetching)
        self._finder.close()
        self.pages.close()
        self.end_threads()
        self.notebook.close()
        self.library.close()

    # Articles

    async def open(self, document: str) -> Document | str:
        """A document by its id, or one sentence on why it cannot be shown."""
        self._at_hand.give_up()
        return await self.in_reading(partial(self.open_now, document))

    def open_now(self, document: str) -> Document | str:
        """The same, in the caller's thread."""
        row = self.list.known(document)
        if row is None:
            return "This article is no longer in the library."
        if row.error:
            return f"{row.title}: {row.error}."
        found = self.library.documents.get(document)
        return found if found is not None else "This article is no longer in the library."

    def welcome(self) -> Document:
        """What is shown when there is nothing to read.

        A library that never held anything gets it as its first article: what it teaches to do can then be done to it.
        """
        from importlib import resources

        from reader.markdown.build import build_markdown
        from reader.sources.frontmatter import split

        source = resources.files("reader.guide").joinpath("welcome.md").read_text("utf-8")
        front, text, _ = split(source)
        title = front.title if front is not None else None
        return build_markdown(text, id="welcome", origin="guide:welcome", title=title, language="en")

    async def gone(self, document: Document) -> bool:
        """Whether the file of a document has gone since it was last looked at; the list then says so."""
        row = self.list.known(document.id)
        if document.path is None or row is None or row.missing or os.path.lexists(document.path):
            return False
        return not await self.attempt(partial(self.library.documents.mark_missing, [row.rowid]))

    async def changed(self, document: Document) -> Document | None:
        """The document read again, when its file has changed since it was taken in."""
        path = document.path
        if path is None or document.transient:
            return None
        return await self.in_writing(partial(self._reread, path, document.version))

    def _reread(self, path: str, version: str) -> Document | None:
        from reader.jobs.take_in import take_in

        row = self.library.documents.by_path(path)
        if row is None:
            return None
        take_in(self.library, (path,), lambda done, total, failed: None)
        row = self.library.documents.by_path(path)
        if row is None or row.error or row.version == version:
            return None
        return self.library.documents.get(row.id)

    # What the reader does

    def place(self, document: Document) -> int:
        """Offset where the reader left the document; its text may have changed since."""
        place = self.library.reading.place(document.id)
        if place is None:
            return 0
        if place.version and place.version != document.version:
            old = self.library.documents.get(document.id, place.version)
            return moved(old.text, document.text, place.offset) if old is not None else place.offset
        return place.offset

    def set_place(self, document: Document, offset: int) -> None:
        """Remember it."""
        self.later(partial(self.library.reading.set_place, document.id, offset, document.version))

    async def mark_read(self, document: str) -> None:
        """The document has been opened."""
        await self.attempt(partial(self.library.mark_read, document))

    def mark_read_later(self, document: str) -> None:
        """The same, when nobody can wait for it."""
        self.later(partial(self.library.mark_read, document))

    async def set_published(self, document: Document, published: Published | None) -> Document | str:
        """Set the publication date; gives the document with it, or a sentence on what went wrong."""
        from reader.library import SetPublished

        change = SetPublished(document.id, published.iso if published else None)
        sentence = await self.attempt(partial(self.library.do, change))
        return sentence or self.library.documents.get(document.id) or document

    def date_of(self, words: str) -> Published:
        """The date that a person typed, in ISO form or as articles write it.

        :raises ValueError: with one sentence, when it is none.
        """
        try:
            return Published.parse(words)
        except ValueError:
            from reader.extract.article import Article
            from reader.extract.dates import find_dates

            found = find_dates(Article(words.strip()))
            if len(found) == 1 and found[0].text == words.strip() and len(found[0].value) == 10:
                return Published.parse(found[0].value)
            raise

    # Search

    async def search(self, query: str) -> Results:
        """Articles of the list that answer ``query``, best first."""
        results = await self._finder.search(query)
        if self._indexing is not None:
            words = f"{results.words} New articles are still being made searchable.".strip()
            results = replace(results, words=words)
        if any(f"{operator}:" in query for operator in ("actor", "said", "place", "when")) and self.is_taking_facts:
            words = f"{results.words} Facts of some articles are still being taken.".strip()
            return replace(results, words=words)
        return results

    @property
    def is_taking_facts(self) -> bool:
        """Whether facts of some articles are still to come."""
        return self._all_facts is not None and not self._all_facts.wait(0)

    def listed_numbers(self) -> tuple[list[int] | None, str]:
        """Row numbers of the articles that are listed, None when that is the whole library; and how to call them."""
        shown = self.list
        if not shown.scope and not shown.filter:
            return None, "all articles"
        listing = shown.listing()
        called = f"what “{shown.folder.name}” finds" if shown.folder is not None else "the listed articles"
        return listing.numbers(0, len(listing)), called

    async def titles(self, query: str) -> Results:
        """Articles of the list by a few letters of their titles."""
        return await self._finder.titles(query)

    async def found(self, query: str) -> list[str]:
        """Ids of the articles that a query finds, best first; at most 2,000."""
        return await self._finder.documents(query, LISTED)

    @property
    def may_count_saved(self) -> bool:
        """Whether the unread articles of the saved searches are to be counted anew."""
        return self.settled and not self.is_fetching and self._saved_counts.due

    async def count_saved(self) -> bool:
        """Count them; whether a number is another than before."""
        return await self._saved_counts.count()

    async def save_search(self, query: str) -> str:
        """Keep a query as a folder of the list; gives a sentence."""
        from reader.library import SaveSearch

        if not query.strip():
            return "Type what to search for first."
        return await self.do(SaveSearch(query.strip(), query.strip()))

    async def filter_list(self, text: str) -> None:
        """Narrow the list by what was typed; it is ready to be shown when this returns."""
        self.list.filter = text
        await self.in_reading(self.list.warm)

    async def warm_list(self, document: str) -> None:
        """Walk the list as it is to be shown, off the screen's loop, for its headings and the place of ``document``."""
        await self.in_reading(partial(self.list.warm, document))

    async def facets(self, query: str) -> list[tuple[str, str, int]]:
        """The groups that the articles found fall into."""
        return await self._finder.facets(query)

    def asked_before(self) -> list[str]:
        """Queries of the past, the latest first."""
        return [query for query in self.habit("queries", "").split("\n") if query]

    def remember_query(self, query: str) -> None:
        """Keep a query that led somewhere."""
        queries = [query.strip(), *(one for one in self.asked_before() if one != query.strip())]
        self.set_habit("queries", "\n".join(queries[:30]))

    # Habits

    def habit(self, name: str, default: str) -> str:
        """A choice made on screen before."""
        return self._habits.get(name, default)

    def set_habit(self, name: str, value: str) -> None:
        """Remember it."""
        self._habits.set(name, value)


def _nobody(*told: str) -> None:
    """Nobody listens any more."""


async def _nothing(document: Document) -> None:
    """Nobody looks yet."""
