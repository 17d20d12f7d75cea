"""What came of feeds and pages into the library's tables, inside one write transaction."""

from __future__ import annotations

import dataclasses
import sqlite3
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from reader.library.arrived import ArrivedEntry, Known
from reader.library.identity import KnownItem
from reader.library.indexing import SearchIndex
from reader.library.packing import Packed, unpack_text
from reader.library.rules import nothing_awaits
from reader.library.shelf import Shelf

SHRUNK = 0.5
"""A page that has become shorter than this share of its last text is kept beside it, not instead: it is more often a
notice or a wall than a shorter article."""


@dataclass(frozen=True, slots=True)
class FeedAnswer:
    """What came of one feed: its new state, and what is new in it."""

    feed: str
    turn: int
    """The state that the answer was made for."""
    moved: str | None = None
    """Where it has gone for good; None leaves that as it was."""
    title: str | None = None
    site: str | None = None
    etag: str | None = None
    modified: str | None = None
    body: bytes | None = None
    tried: int = 0
    next_try: int = 0
    bidden: bool = False
    failures: int = 0
    error: str = ""
    fetch_pages: bool = False
    """Whether the pages of new entries that are summaries are to be fetched."""
    entries: tuple[ArrivedEntry, ...] = ()


@dataclass(frozen=True, slots=True)
class PageAnswer:
    """What came of one page."""

    number: int
    """Of the item; 0 for a page that is new."""
    packed: Packed | None = None
    """None when it failed."""
    link: str = ""
    """Where it was asked for, or where it has gone for good."""
    error: str = ""
    due: int = 0
    """When it is tried again; 0: not by itself."""
    failures: int = 0
    private: bool = False


@dataclass(frozen=True, slots=True)
class Arrival:
    """What was done with an answer."""

    feed: str = ""
    new: tuple[int, ...] = ()
    """Row numbers of the documents that are new."""
    changed: tuple[int, ...] = ()
    dropped: bool = False
    """Whether the answer came too late and was not stored."""


def known_items(connection: sqlite3.Connection, feed: str) -> Known:
    """The stored entries of a feed."""
    found = connection.execute("SELECT turn FROM feed_state WHERE feed = ?", (feed,)).fetchone()
    query = (
        "SELECT i.number, i.guid, iif(i.feed_link <> '', i.feed_link, i.link), d.title, d.said, i.hash FROM item i"
        " JOIN document d ON d.rowid = i.document WHERE i.feed = ? ORDER BY i.number"
    )
    return Known(found[0] if found else 0, tuple(KnownItem(*values) for values in connection.execute(query, (feed,))))


class Arrivals:
    """Writes answers within the caller's transaction."""

    def __init__(
        self, library: sqlite3.Connection, notes: sqlite3.Connection, index: Callable[[], SearchIndex]
    ) -> None:
        self._library = library
        self._now = int(time.time())
        self._shelf = Shelf(library, notes, index, self._now)
        self._ruled = int(nothing_awaits(notes))

    def take(self, answer: FeedAnswer | PageAnswer) -> Arrival:
        """Store an answer; what was done."""
        return self._feed(answer) if isinstance(answer, FeedAnswer) else self._page(answer)

    def _feed(self, answer: FeedAnswer) -> Arrival:
        connection = self._library
        connection.execute("INSERT OR IGNORE INTO feed_state(feed) VALUES (?)", (answer.feed,))
        turn = connection.execute("SELECT turn FROM feed_state WHERE feed = ?", (answer.feed,)).fetchone()[0]
        if turn != answer.turn:
            return Arrival(answer.feed, dropped=True)
        connection.execute(
            "UPDATE feed_state SET moved = coalesce(?, moved), title = coalesce(?, title), site = coalesce(?, site),"
            " etag = coalesce(?, etag), modified = coalesce(?, modified), body = coalesce(?, body), tried = ?,"
            " fetched = iif(? = '', ?, fetched), next_try = ?, bidden = ?, failures = ?, error = ?, turn = turn + 1"
            " WHERE feed = ?",
            (
                answer.moved, answer.title, answer.site, answer.etag, answer.modified, answer.body, answer.tried,
                answer.error, answer.tried, answer.next_try, answer.bidden, answer.failures, answer.error, answer.feed,
            ),
        )  # fmt: skip
        new = self._new(answer, [entry for entry in answer.entries if entry.number is None])
        changed = [self._changed(answer, entry, entry.number) for entry in answer.entries if entry.number is not None]
        return Arrival(answer.feed, tuple(new), tuple(changed))

    def _new(self, answer: FeedAnswer, entries: Sequence[ArrivedEntry]) -> list[int]:
        rowids = self._shelf.put_fetched([entry.packed for entry in entries]) if entries else []
        self._library.executemany(
            # OR FAIL: as in the shelf, because of the trigger.
            "INSERT OR FAIL INTO item(feed, guid, link, document, hash, brief, summary, due, added, ruled)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [
                (
                    answer.feed, entry.guid, entry.link, rowid, entry.hash, int(entry.brief), entry.packed.version,
                    self._now if answer.fetch_pages and entry.brief and entry.link else 0, self._now,
                    self._ruled,
                )
                for entry, rowid in zip(entries, rowids, strict=True)
            ],
        )  # fmt: skip
        return rowids

    def _changed(self, answer: FeedAnswer, entry: ArrivedEntry, number: int) -> int:
        connection = self._library
        rowid, id, origin, title, full_text, link, feed_link = connection.execute(
            "SELECT d.rowid, d.id, d.origin, d.title, i.full_text, i.link, i.feed_link FROM item i"
            " JOIN document d ON d.rowid = i.document WHERE i.number = ?",
            (number,),
        ).fetchone()
        packed = entry.packed._replace(id=id, origin=origin)
        self._remember_headline(rowid, title, packed.title)
        if entry.link != (feed_link or link):
            self._remember_link(rowid, link, entry.link)
            link, feed_link = entry.link, ""
        due = 0
        if full_text:
            # The page's text stays what is read; what the feed says now lies beside it, and the page is looked at anew.
            self._shelf.put_beside(rowid, packed)
            due = self._now if answer.fetch_pages else 0
        else:
            self._shelf.put(packed)
            due = self._now if answer.fetch_pages and entry.brief and entry.link else 0
        connection.execute(
            "UPDATE item SET guid = ?, link = ?, feed_link = ?, hash = ?, brief = ?, summary = ?, due = max(due, ?)"
            " WHERE number = ?",
            (entry.guid, link, feed_link, entry.hash, entry.brief, packed.version, due, number),
        )
        return int(rowid)

    def _page(self, answer: PageAnswer) -> Arrival:
        if answer.number == 0:
            return self._new_page(answer)
        connection = self._library
        found = connection.execute(
            "SELECT d.rowid, d.id, d.origin, d.title, d.said, d.source, d.author, d.version, i.full_text, i.feed,"
            " i.link, i.feed_link FROM item i JOIN document d ON d.rowid = i.document WHERE i.number = ?",
            (answer.number,),
        ).fetchone()
        if found is None:
            return Arrival(dropped=True)
        rowid, id, origin, title, said, source, author, version, full_text, feed, link, feed_link = found
        if answer.packed is None:
            connection.execute(
                "UPDATE item SET error = ?, due = ?, failures = ? WHERE number = ?",
                (answer.error, answer.due, answer.failures, answer.number),
            )
            if not version:
                connection.execute("UPDATE document SET error = ? WHERE rowid = ?", (answer.error, rowid))
            return Arrival(feed)
        packed = answer.packed._replace(id=id, origin=origin)
        if feed:
            # The feed knows its headline and date; the page says what the feed leaves out.
            packed = packed._replace(
                title=title, said=said or packed.said, source=source or packed.source, author=author or packed.author
            )
        else:
            self._remember_headline(rowid, title, packed.title)
        if full_text and len(unpack_text(packed.text_blob)) < SHRUNK * self._length(rowid, full_text):
            self._shelf.put_beside(rowid, packed._replace(title=title))
        else:
            self._shelf.put(packed)
        gone_to = answer.link or link
        if full_text:  # else it never was seen there: a feed's links often lead to the article by way of another host
            self._remember_link(rowid, link, gone_to)
        if feed and gone_to != link:
            feed_link = feed_link or link
        connection.execute(
            "UPDATE item SET full_text = ?, link = ?, feed_link = ?, error = '', due = 0, failures = 0"
            " WHERE number = ?",
            (packed.version, gone_to, feed_link, answer.number),
        )
        return Arrival(feed, changed=(int(rowid),))

    def _new_page(self, answer: PageAnswer) -> Arrival:
        assert answer.packed is not None
        connection = self._library
        packed = answer.packed
        known = connection.execute(
            "SELECT i.number FROM item i JOIN document d ON d.rowid = i.document WHERE d.id = ?", (packed.id,)
        ).fetchone()
        if known is not None:
            if packed.error or not packed.version:
                return Arrival()  # a page that could not be fetched now, or is to be: what is stored stays
            return self._page(dataclasses.replace(answer, number=known[0]))
        rowid = self._shelf.put(packed)
        connection.execute(
            "INSERT OR IGNORE INTO item(feed, guid, link, document, hash, brief, full_text, due, error, failures,"
            " private, added) VALUES ('', ?, ?, ?, x'', 0, ?, ?, ?, ?, ?, ?)",
            (
                answer.link, answer.link, rowid, "" if packed.error else packed.version, answer.due, answer.error,
                answer.failures, answer.private, self._now,
            ),
        )  # fmt: skip
        return Arrival(new=(rowid,))

    def _remember_headline(self, rowid: int, before: str, now: str) -> None:
        if before != now and before:
            self._library.execute(
                "INSERT OR IGNORE INTO headline(document, title, until) VALUES (?, ?, ?)", (rowid, before, self._now)
            )

    def _remember_link(self, rowid: int, before: str, now: str) -> None:
        if before != now and before and now:
            self._library.execute(
                "INSERT OR IGNORE INTO former_link(document, until, link) VALUES (?, ?, ?)", (rowid, self._now, before)
            )

    def _length(self, rowid: int, version: str) -> int:
        query = "SELECT text FROM text_version WHERE document = ? AND version = ?"
        found = self._library.execute(query, (rowid, version)).fetchone()
        return len(unpack_text(found[0])) if found else 0
