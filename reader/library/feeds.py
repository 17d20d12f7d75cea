"""Feeds as a library knows them: what the reader set, what was fetched, and what is due."""

from __future__ import annotations

import datetime as dt
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from reader.library.subscriptions import FullText, Subscription, subscription, subscriptions
from reader.model.address import shown

if TYPE_CHECKING:
    from reader.library.arrivals import Arrival, FeedAnswer, PageAnswer
    from reader.library.arrived import Known
    from reader.library.connection import Database
    from reader.library.editions import Edition
    from reader.library.indexing import Indexes

Wait = Callable[[], None] | None
EVERY = 25 * 60
"""Seconds for which a feed that answered is left alone: less than the half hour that cron and readers count in, as it
answers some seconds after they begin."""
_FIRST_WAIT, _LONGEST_WAIT = 15 * 60, 24 * 3600
"""Seconds after a first failure, and at most; doubled with each failure between."""


@dataclass(frozen=True, slots=True)
class FeedState:
    """What is known of a feed from fetching it."""

    moved: str = ""
    title: str = ""
    site: str = ""
    etag: str = ""
    modified: str = ""
    body: bytes | None = None
    fetched: int = 0
    tried: int = 0
    next_try: int = 0
    bidden: bool = False
    failures: int = 0
    error: str = ""
    turn: int = 0

    def due(self, fresh: int) -> int:
        """When it is to be fetched, left alone for ``fresh`` seconds where it answered last time."""
        return self.next_try if self.failures or self.bidden else min(self.next_try, self.tried + fresh)


@dataclass(frozen=True, slots=True)
class FollowedFeed:
    """A feed as the list shows it."""

    feed: Subscription
    state: FeedState = field(default_factory=FeedState)
    listed: int = 0
    """Articles that were not removed."""
    unread: int = 0

    @property
    def name(self) -> str:
        """What it is called: by the reader, else by itself, else by its address without a password."""
        return shown(self.feed.title or self.state.title or self.feed.address)

    @property
    def address(self) -> str:
        """Where it is fetched; it may hold a password: ``shown`` takes it out."""
        return self.state.moved or self.feed.address

    @property
    def trouble(self) -> str:
        """One line about what is wrong with it, and when it is tried again; empty when nothing is."""
        if not self.state.error:
            return ""
        when = dt.datetime.fromtimestamp(self.state.next_try).strftime("%d %b %H:%M") if self.state.next_try else ""
        return self.state.error + (f"; next try {when}" if when and not self.feed.paused else "")


@dataclass(frozen=True, slots=True)
class DuePage:
    """An article whose page is to be fetched."""

    number: int
    """Of the item."""
    feed: str
    document: str
    """Id of the document."""
    link: str
    private: bool
    origin: str
    title: str
    failures: int


_STATE = "moved, title, site, etag, modified, body, fetched, tried, next_try, bidden, failures, error, turn"


class Feeds:
    """The feeds and fetched pages of a library. Methods that write may wait for the lock and raise ``LibraryError``."""

    def __init__(self, library: Database, notes: Database, indexes: Indexes) -> None:
        self._library = library
        self._notes = notes
        self._indexes = indexes

    # Reading

    def subscriptions(self) -> list[Subscription]:
        """What the reader follows, by folder and name."""
        with self._notes.reading() as connection:
            return subscriptions(connection)

    def subscription(self, id: str) -> Subscription | None:
        """One feed; None when it is not followed."""
        with self._notes.reading() as connection:
            return subscription(connection, id)

    def followed(self) -> list[FollowedFeed]:
        """All feeds with their states and numbers of articles, by folder and name."""
        feeds = self.subscriptions()
        if not feeds:
            return []
        with self._library.reading() as connection:
            states = {
                id: _state(values) for id, *values in connection.execute(f"SELECT feed, {_STATE} FROM feed_state")
            }
            counts = {
                id: (listed, unread)
                for id, listed, unread in connection.execute("SELECT feed, listed, unread FROM feed_count")
            }
        found = [FollowedFeed(feed, states.get(feed.id, FeedState()), *counts.get(feed.id, (0, 0))) for feed in feeds]
        return sorted(found, key=lambda one: (one.feed.folder.casefold(), one.name.casefold()))

    def unread_pages(self) -> int | None:
        """How many pages that were added by themselves are unread; None when there are no such pages."""
        with self._library.reading() as connection:
            found = connection.execute("SELECT unread, listed FROM feed_count WHERE feed = ''").fetchone()
        return int(found[0]) if found is not None and found[1] else None

    def find(self, words: str) -> list[FollowedFeed]:
        """Feeds by id, address, folder or name: the one that is so called, else those whose names hold the words."""
        followed = self.followed()
        wanted = words.strip().casefold()
        exact = [
            one
            for one in followed
            if wanted in (one.feed.id, one.name.casefold())
            or wanted in {form(at).casefold() for at in (one.feed.address, one.address) for form in (str, shown)}
        ]
        if exact:
            return exact
        inside = [one for one in followed if f"{one.feed.folder}/".casefold().startswith(f"{wanted}/")]
        return inside or [one for one in followed if wanted and wanted in one.name.casefold()]

    def due(
        self, feeds: Iterable[str] | None = None, now: int | None = None, *, fresh: int = EVERY
    ) -> list[FollowedFeed]:
        """Feeds to be fetched.

        :param feeds: ids of those that the reader asks for: they are due whatever the time, unless their server asked
            to wait; None for all whose time has come.
        :param fresh: seconds for which one that answered is left alone.
        """
        now = int(time.time()) if now is None else now
        asked = None if feeds is None else set(feeds)
        if asked is None:
            return [one for one in self.followed() if not one.feed.paused and one.state.due(fresh) <= now]
        chosen = [one for one in self.followed() if one.feed.id in asked]
        return [one for one in chosen if not (one.state.bidden and one.state.next_try > now)]

    def known(self, feed: str) -> Known:
        """What is known of a feed's entries, to tell new ones by."""
        from reader.library.arrivals import known_items  # late: lists are drawn first

        with self._library.reading() as connection:
            return known_items(connection, feed)

    def due_pages(self, limit: int = 200, now: int | None = None) -> list[DuePage]:
        """Articles whose pages are to be fetched by now."""
        where = "i.due > 0 AND i.due <= ? ORDER BY i.due, i.number LIMIT ?"
        return self._pages(where, (int(time.time()) if now is None else now, limit))

    def page(self, document: str) -> DuePage | None:
        """What is to be fetched for one document; None when it came from no feed and no page."""
        found = self._pages("d.id = ?", (document,))
        return found[0] if found else None

    def _pages(self, where: str, values: tuple[object, ...]) -> list[DuePage]:
        with self._library.reading() as connection:
            return [
                DuePage(number, feed, id, link, bool(private), origin, title, failures)
                for number, feed, id, link, private, origin, title, failures in connection.execute(
                    "SELECT i.number, i.feed, d.id, i.link, i.private, d.origin, d.title, i.failures FROM item i"
                    f" JOIN document d ON d.rowid = i.document WHERE i.link <> '' AND {where}",
                    values,
                )
            ]

    def wants_page(self, document: str) -> DuePage | None:
        """What to fetch when the document is opened: its page, where the feed gives a summary and says so."""
        with self._library.reading() as connection:
            found = connection.execute(
                "SELECT i.feed, i.brief, i.full_text FROM item i JOIN document d ON d.rowid = i.document"
                " WHERE d.id = ?",
                (document,),
            ).fetchone()
        if found is None or not found[1] or found[2]:
            return None
        feed = self.subscription(found[0]) if found[0] else None
        if found[0] and (feed is None or feed.full_text is FullText.NEVER):
            return None
        return self.page(document)

    def address(self, document: str) -> str:
        """The web address of an article that came from a feed or page; empty when it has none."""
        with self._library.reading() as connection:
            query = "SELECT i.link FROM item i JOIN document d ON d.rowid = i.document WHERE d.id = ?"
            found = connection.execute(query, (document,)).fetchone()
        return str(found[0]) if found else ""

    def documents_at(self, address: str) -> list[str]:
        """Ids of the articles that came from a web address, the first taken in first; looks at all items."""
        query = "SELECT d.id FROM item i JOIN document d ON d.rowid = i.document WHERE i.link = ? ORDER BY d.rowid"
        with self._library.reading() as connection:
            return [id for (id,) in connection.execute(query, (address,))]

    def editions(self, document: str) -> list[Edition]:
        """An article's headlines, addresses and texts as they followed each other, the oldest first."""
        from reader.library.editions import editions

        with self._library.reading() as connection:
            return editions(connection, document)

    def same_story(self, document: str) -> list[str]:
        """Ids of other documents that tell the story of one in nearly the same words."""
        from reader.library.stories import same_story

        with self._library.reading() as connection:
            return same_story(connection, document)

    # Writing

    def store(self, answers: Sequence[FeedAnswer | PageAnswer], *, on_wait: Wait = None) -> list[Arrival]:
        """What came of feeds and pages, in one transaction: what is stored has come whole, or not at all.

        An answer to a state that another program has changed in the meantime is dropped.
        """
        from reader.library.arrivals import Arrivals

        with (
            self._library.writing(on_wait) as connection,
            self._notes.reading() as notes,
            self._indexes.on(connection) as index,
        ):
            arrivals = Arrivals(connection, notes, index)
            return [arrivals.take(answer) for answer in answers]


def waiting(failures: int, asked: int, now: int) -> tuple[int, bool]:
    """When a feed is tried next, and whether its server set the time.

    :param failures: in a row, the last one included; 0 when it went well.
    :param asked: seconds that the server asked for; 0 for none.
    """
    if asked:
        return now + asked, True
    if not failures:
        return now + EVERY, False
    return now + min(_FIRST_WAIT * 2 ** min(failures - 1, 20), _LONGEST_WAIT), False


def _state(values: Sequence[object]) -> FeedState:
    moved, title, site, etag, modified, body, fetched, tried, next_try, bidden, failures, error, turn = values
    return FeedState(
        str(moved), str(title), str(site), str(etag), str(modified), body if isinstance(body, bytes) else None,
        int(str(fetched)), int(str(tried)), int(str(next_try)), bool(bidden), int(str(failures)), str(error),
        int(str(turn)),
    )  # fmt: skip
