"""Feeds and pages brought up to date: fetched together, read by workers, stored a batch at a time.

All that came can be listed and read when it ends. Few articles are in the search index by then, too; many are taken
into it afterwards (:mod:`reader.jobs.indexing`), unless there are rules, which are queries.

What is stored of a feed is stored whole, its new entries and the state that says so in one transaction: cut off at any
moment, the next run does what is left, and nothing comes twice.
"""

from __future__ import annotations

import dataclasses
import hashlib
import queue
import threading
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

import reader.library.tending  # noqa: F401  # loaded now, while nothing has come yet, and not at the end
from reader.jobs.arrive import ReadFeed, ReadPage, read_feed, read_page
from reader.jobs.fetching import Begun, Fetching, Wanted
from reader.jobs.fetching_apart import FetchingApart
from reader.jobs.job import Job, JobError, State
from reader.jobs.ready import FEW
from reader.jobs.refresh_progress import RefreshProgress
from reader.jobs.workers import Workers
from reader.library import Library, LibraryError
from reader.library.arrivals import FeedAnswer, PageAnswer
from reader.library.arrived import Known, received
from reader.library.feeds import EVERY, DuePage, FollowedFeed, waiting
from reader.library.subscriptions import FullText
from reader.library.unindexed import FEW as FEW_UNINDEXED
from reader.sources.web.address import origin_of
from reader.sources.web.answer import Fetched, FetchError

if TYPE_CHECKING:
    from reader.jobs.indexing import Indexing

BATCH = 800
"""Entries written in one transaction: after some 0.1 s other writers get their turn."""
DEADLINE = 30.0
"""Seconds that reading one feed or page may take."""
PATIENCE, HELPERS = 2.0, 2
"""Seconds without a sign from those that read, after which they get help; and how often."""
SMALL = 200_000
"""Bytes up to which a feed or page is read in the calling thread, where only a few are asked for, and feeds are handed
to a worker several together."""
_PAGE = 5
"""Entries that a page takes as long as."""
PAGES = 100
"""Pages fetched in one go."""
TOLD_EVERY = 0.1
"""Seconds between two tellings of the progress."""
GONE = 30 * 24 * 3600
"""Seconds until a feed is tried again by itself whose server says that it is gone for good."""
_NOTHING = Known(0, ())


@dataclass(frozen=True, slots=True)
class FeedOutcome:
    """How it went with one feed or page."""

    feed: FollowedFeed | None
    page: DuePage | None
    new: int = 0
    changed: int = 0
    error: str = ""


class Refresh:
    """Brings feeds up to date, then fetches the pages that are due."""

    def __init__(
        self,
        library: Library,
        workers: Workers | None = None,
        feeds: Iterable[str] | None = None,
        on_progress: Callable[[RefreshProgress], None] | None = None,
        on_outcome: Callable[[FeedOutcome], None] | None = None,
        *,
        pages: bool = True,
        fresh: int | None = None,
    ) -> None:
        """
        :param workers: None reads everything in the calling thread, without deadlines.
        :param feeds: ids of the feeds that the reader asks for; None for all that are due.
        :param on_progress: called in the thread of the refresh, at most ten times a second, and once at the end.
        :param on_outcome: called for each feed and page, after it is stored.
        :param fresh: seconds for which a feed that answered is left alone, unless it is asked for; None: as usual.
        """
        self._library = library
        self._workers = workers
        self._feeds = None if feeds is None else list(feeds)
        self._on_progress = on_progress
        self._on_outcome = on_outcome
        self._pages = pages
        self._fresh = EVERY if fresh is None else fresh
        self._events: queue.SimpleQueue[Callable[[], None] | None] = queue.SimpleQueue()
        self._cancelled = threading.Event()
        self._fetching: Fetching | FetchingApart | None = None
        self._indexing: Indexing | None = None
        self._jobs: set[Job] = set()
        self._batch: list[tuple[FeedAnswer | PageAnswer, FollowedFeed | None, DuePage | None]] = []
        self._weight = 0
        """Entries in the batch, or what takes as long to store."""
        self._fetched = False
        self._owed = 0
        self._few = False
        self._heard = 0.0
        """When something was read last (monotonic seconds)."""
        self._helpers = 0
        self._at = RefreshProgress()
        self._told = 0.0

    def cancel(self) -> None:
        """Stop soon; what has been stored stays."""
        self._cancelled.set()
        if self._fetching is not None:
            self._fetching.cancel()
        if self._indexing is not None:
            self._indexing.cancel()
        self._events.put(lambda: None)

    def run(self) -> RefreshProgress:
        """Do it all in the calling thread; how it ended."""
        error = ""
        try:
            self._refresh_feeds(self._library.feeds.due(self._feeds, fresh=self._fresh))
            while self._pages and not self._cancelled.is_set():
                due = self._library.feeds.due_pages(PAGES)
                if not due:
                    break
                self._refresh_pages(due)
            searched = bool(self._library.rules()) or self._library.unindexed.count() <= FEW_UNINDEXED
            if searched and not self._cancelled.is_set():
                from reader.jobs.indexing import Indexing  # late: often enough nothing is searched yet

                self._indexing = Indexing(self._library, self._workers)
                self._indexing.run()
            if not self._cancelled.is_set():
                self._library.tend()
        except LibraryError as problem:
            error = str(problem)
        finally:
            if self._fetching is not None:
                self._fetching.cancel()
            for job in list(self._jobs):
                job.cancel()
        self._count(finished=True, cancelled=self._cancelled.is_set(), error=error)
        if self._on_progress:
            self._on_progress(self._at)
        return self._at

    def only(self, page: DuePage) -> None:
        """Fetch this page alone, in the calling thread."""
        self._refresh_pages([page])

    # Feeds

    def _refresh_feeds(self, due: Sequence[FollowedFeed]) -> None:
        self._count(total=len(due))
        self._few = len(due) <= FEW
        wanted = [
            Wanted(at, one.address, one.feed.private, one.state.etag, one.state.modified) for at, one in enumerate(due)
        ]
        self._go_through(wanted, lambda asked, answer: self._feed_came(due[asked.place], answer))

    def _feed_came(self, feed: FollowedFeed, answer: Fetched | FetchError) -> None:
        now = int(time.time())
        if isinstance(answer, FetchError):
            self._feed_failed(feed, str(answer), answer.wait, GONE if answer.gone else 0)
            return
        digest = hashlib.blake2b(answer.body, digest_size=16).digest() if answer.body else None
        if answer.same or digest == feed.state.body:
            self._release(answer)
            next_try, _ = waiting(0, 0, now)
            self._add(
                FeedAnswer(feed.feed.id, feed.state.turn, answer.moved or None, tried=now, next_try=next_try,
                           etag=answer.etag or None, modified=answer.modified or None), feed,
            )  # fmt: skip
            return
        # Nothing was ever stored of one in its first state.
        known = self._library.feeds.known(feed.feed.id) if feed.state.turn else _NOTHING
        arguments = (answer.body, answer.address, answer.charset, feed.feed.id, known)
        self._read(answer, read_feed, arguments, partial(self._feed_read, feed, answer, digest, known.turn))

    def _feed_read(
        self, feed: FollowedFeed, answer: Fetched, digest: bytes | None, turn: int, result: ReadFeed | str
    ) -> None:
        if isinstance(result, str) or result.error:
            self._feed_failed(feed, result if isinstance(result, str) else f"what is there {result.error}")
            return
        now = int(time.time())
        next_try, _ = waiting(0, 0, now)
        self._add(
            FeedAnswer(
                feed=feed.feed.id,
                turn=turn,
                moved=answer.moved or None,
                title=result.title,
                site=result.site,
                etag=answer.etag,
                modified=answer.modified,
                body=digest,
                tried=now,
                next_try=next_try,
                fetch_pages=feed.feed.full_text is FullText.ALWAYS,
                entries=tuple(map(received, result.entries)),
            ),
            feed,
        )

    def _feed_failed(self, feed: FollowedFeed, words: str, asked: int = 0, rest: int = 0) -> None:
        """
        :param asked: seconds that the server asked for; the reader's own wish waits for them too.
        :param rest: seconds at least until it is tried again by itself.
        """
        now = int(time.time())
        failures = feed.state.failures + 1
        next_try, bidden = waiting(failures, asked, now)
        next_try = max(next_try, now + rest)
        answer = FeedAnswer(
            feed.feed.id, feed.state.turn, tried=now, next_try=next_try, bidden=bidden, failures=failures, error=words
        )
        self._add(answer, feed)

    # Pages

    def _refresh_pages(self, due: Sequence[DuePage]) -> None:
        # A page on a private host is fetched when it was added by hand, or lies where the feed does that was.
        private = {one.id: one.private for one in self._library.feeds.subscriptions()}
        homes = {one.id: one.address for one in self._library.feeds.subscriptions()}
        wanted = [
            Wanted(at, page.link, page.private or (private.get(page.feed, False) and near(page.link, homes[page.feed])))
            for at, page in enumerate(due)
        ]
        self._few = len(due) <= FEW
        self._go_through(wanted, lambda asked, answer: self._page_came(due[asked.place], answer))

    def _page_came(self, page: DuePage, answer: Fetched | FetchError) -> None:
        if isinstance(answer, FetchError):
            self._page_failed(page, str(answer), answer.wait)
            return
        arguments = (answer.body, answer.address, answer.type, answer.charset, page.origin)
        self._read(answer, read_page, arguments, partial(self._page_read, page, answer))

    def _page_read(self, page: DuePage, answer: Fetched, result: ReadPage | str) -> None:
        if isinstance(result, str) or result.packed is None:
            self._page_failed(page, result if isinstance(result, str) else result.error, 0)
            return
        self._add(PageAnswer(page.number, result.packed, answer.moved), None, page)

    def _page_failed(self, page: DuePage, words: str, asked: int) -> None:
        failures = page.failures + 1
        due, _ = waiting(failures, asked, int(time.time()))
        # A page that fails time and again is asked for no more, until somebody opens the article.
        due = due if failures < 4 else 0
        self._add(PageAnswer(page.number, error=words, due=due, failures=failures), None, page)

    # Between the threads

    def _go_through(self, wanted: Sequence[Wanted], came: Callable[[Wanted, Fetched | FetchError], None]) -> None:
        """Fetch and read; returns when all is stored."""
        if not wanted or self._cancelled.is_set():
            return
        self._fetched = False

        def finished() -> None:
            self._events.put(None)

        def answered(asked: Wanted, answer: Fetched | FetchError) -> None:
            self._events.put(partial(came, asked, answer))

        if self._workers is None or self._workers.count == 1 or self._few:
            self._fetching = Fetching(wanted, answered, finished)
        else:
            self._fetching = FetchingApart(self._workers, wanted, answered, finished)
        self._fetching.start()
        while not self._cancelled.is_set() and not (self._fetched and not self._jobs and self._events.empty()):
            try:
                event = self._events.get(timeout=0.05)
            except queue.Empty:
                self._store()
                self._help()
                continue
            if event is None:
                self._fetched = True
            else:
                event()
            if self._weight >= BATCH:
                self._store()
        self._store()

    def _read(
        self, answer: Fetched, function: Callable[..., object], arguments: tuple[object, ...], then: Callable[..., None]
    ) -> None:
        """Have something read, by a worker unless it is small and among few; ``then`` gets the result or a reason."""
        if self._workers is None or (self._few and len(answer.body) <= SMALL):
            self._release(answer)
            try:
                result = function(*arguments)
            except Exception:  # as in a worker: one odd feed must not end the others
                result = "could not be read"
            then(result)
            return

        def over(job: Job) -> None:
            self._jobs.discard(job)
            self._heard = time.monotonic()
            self._release(answer)
            if job.state is State.CANCELLED:
                return
            then(job.value if job.state is State.DONE else _why(job))

        try:
            job = self._workers.submit(
                function,
                *arguments,
                deadline=DEADLINE,
                on_done=lambda job: self._events.put(partial(over, job)),
                small=function is read_feed and len(answer.body) <= SMALL,
            )
        except JobError:  # the workers are closed: who has the refresh done is leaving
            self._cancelled.set()
            return
        if not self._jobs:
            self._heard = time.monotonic()
        self._jobs.add(job)

    def _help(self) -> None:
        """One feed that takes very long to read must not keep the others waiting until its time is up."""
        now = time.monotonic()
        if self._workers is not None and self._jobs and now - self._heard > PATIENCE and self._helpers < HELPERS:
            self._heard = now
            self._helpers += 1
            self._workers.add_one()

    def _release(self, answer: Fetched) -> None:
        """What came of it stands in the batch, or soon will: it counts until that is stored."""
        self._owed += len(answer.body)

    def _add(
        self, answer: FeedAnswer | PageAnswer, feed: FollowedFeed | None = None, page: DuePage | None = None
    ) -> None:
        self._batch.append((answer, feed, page))
        self._weight += 1 + len(answer.entries) if isinstance(answer, FeedAnswer) else _PAGE

    def _store(self) -> None:
        owed, self._owed = self._owed, 0
        if self._fetching is not None:
            self._fetching.taken(owed)
        if not self._batch:
            return
        batch, self._batch, self._weight = self._batch, [], 0
        arrivals = self._library.feeds.store([answer for answer, _, _ in batch])
        self._library.write_out()
        at = self._at
        done, failed, new, changed, same, pages, pages_failed = (
            at.done, at.failed, at.new, at.changed, at.same, at.pages, at.pages_failed,
        )  # fmt: skip
        for (answer, feed, page), arrival in zip(batch, arrivals, strict=True):
            if isinstance(answer, FeedAnswer):
                done += 1
                failed += bool(answer.error)
                new += len(arrival.new)
                changed += len(arrival.changed)
                same += not answer.entries and not answer.error
            else:
                pages += 1
                pages_failed += bool(answer.error)
            if self._on_outcome:
                self._on_outcome(FeedOutcome(feed, page, len(arrival.new), len(arrival.changed), answer.error))
        self._count(
            done=done, failed=failed, new=new, changed=changed, same=same, pages=pages, pages_failed=pages_failed
        )
        self._library.lock.give_way()
        self._tell()

    def _count(self, **changes: object) -> None:
        self._at = dataclasses.replace(self._at, **changes)  # type: ignore[arg-type]  # names of its fields

    def _tell(self) -> None:
        now = time.monotonic()
        if self._on_progress and now - self._told >= TOLD_EVERY:
            self._told = now
            self._on_progress(self._at)


def near(link: str, home: str) -> bool:
    """Whether a page lies at the very host and port of a feed."""
    return origin_of(link) == origin_of(home)


def _why(job: Job) -> str:
    return "took too long to read" if job.state is State.LATE else "could not be read"


def fetch_page(
    library: Library,
    workers: Workers | None,
    page: DuePage,
    on_start: Begun = lambda cancel: None,
) -> str:
    """Fetch one page and store what came; what went wrong, in a few words, or nothing. Blocks.

    :param on_start: is given what gives it up.
    :raises LibraryError: when it could not be stored.
    """
    wrong: list[str] = []
    work = Refresh(library, workers, (), on_outcome=lambda outcome: wrong.append(outcome.error), pages=False)
    on_start(work.cancel)
    work.only(page)
    library.unindexed.catch_up_few()
    return wrong[0] if wrong else ""
