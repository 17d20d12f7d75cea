"""What a feed's age limits do to its articles: each is looked at once, when its time has come.

How far they have looked stands in notes.db beside what they set, and is written with it: killed at any moment, an
article was looked at and changed, or neither. What the reader restores or marks unread afterwards stays so. Only an
article that was spared for its star or its notes is looked at again, until it has neither.
"""

from __future__ import annotations

import dataclasses
import json
import sqlite3
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

from reader.library.settings import set_settings, settings_of

if TYPE_CHECKING:
    from reader.library.subscriptions import Subscription

Does: TypeAlias = Literal["remove", "read"]
_DAY = 24 * 3600


class Old(NamedTuple):
    """The articles of a feed whose time has come."""

    feed: str
    does: Does
    before: int
    """They came in before this: seconds since 1970."""
    documents: Sequence[tuple[str, int]]
    """Their ids, and when they came in."""


def old(notes: sqlite3.Connection, articles: sqlite3.Connection, feeds: Iterable[Subscription], now: int) -> list[Old]:
    """What is to be looked at now, of feeds that have a limit."""
    query = (
        "SELECT d.id, i.added FROM item i JOIN document d ON d.rowid = i.document WHERE i.feed = ? AND i.added < ?"
        " AND (i.added >= ? OR d.starred = 0 AND d.notes = 0 AND d.id IN (SELECT value FROM json_each(?)))"
    )
    found: list[Old] = []
    for feed in feeds:
        limits: tuple[tuple[Does, int], ...] = (("remove", feed.keep_days), ("read", feed.read_days))
        for does, days in limits:
            if not days:
                continue
            before, upto = now - days * _DAY, _upto(notes, feed.id, does)
            spared = json.dumps(_spared(notes, feed.id, does))
            documents = articles.execute(query, (feed.id, before, min(upto, now), spared)).fetchall()
            if documents or upto > now:
                found.append(Old(feed.id, does, before, documents))
    return found


def age(notes: sqlite3.Connection, found: Old, now: int) -> int:
    """Do it, in the caller's transaction on notes.db; how many articles were changed.

    What another program has looked at since :func:`old` did is left out.
    """
    upto, spared = _upto(notes, found.feed, found.does), _spared(notes, found.feed, found.does)
    changed = 0
    for id, added in found.documents:
        if added < min(upto, now) and id not in spared:
            continue
        was = settings_of(notes, id)
        if found.does == "read":
            after = dataclasses.replace(was, read=True)
        elif not was.removed and (was.starred or was.notes):
            notes.execute("INSERT OR IGNORE INTO spared VALUES (?, ?)", (id, found.feed))
            continue
        else:
            notes.execute("DELETE FROM spared WHERE document = ?", (id,))
            after = dataclasses.replace(was, removed=True)
        if after != was:
            set_settings(notes, id, after)
            changed += 1
    # Later than now: the clock was wrong then, and all that has come by now may have been looked at.
    upto = now if upto > now else max(upto, found.before)
    notes.execute("INSERT OR REPLACE INTO aged(feed, does, upto) VALUES (?, ?, ?)", (found.feed, found.does, upto))
    return changed


def _upto(notes: sqlite3.Connection, feed: str, does: Does) -> int:
    """Articles that came in before this were looked at; 0 for none."""
    known = notes.execute("SELECT upto FROM aged WHERE feed = ? AND does = ?", (feed, does)).fetchone()
    return int(known[0]) if known is not None else 0


def _spared(notes: sqlite3.Connection, feed: str, does: Does) -> list[str]:
    if does != "remove":
        return []
    return [id for (id,) in notes.execute("SELECT document FROM spared WHERE feed = ?", (feed,))]
