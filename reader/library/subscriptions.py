"""Feeds that the reader follows."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from reader.library.folding import folded
from reader.model import clean_line, document_id


class FullText(StrEnum):
    """When the page of an article is fetched where the feed gives only a summary."""

    NEVER = "never"
    OPENED = "opened"
    ALWAYS = "always"


@dataclass(frozen=True, slots=True)
class Subscription:
    """A feed as the reader follows it."""

    id: str
    address: str
    """As it was added."""
    title: str = ""
    """The reader's own name for it; empty: as it calls itself."""
    folder: str = ""
    """Names from the outside in, joined by ``/``; empty for none."""
    tags: tuple[str, ...] = ()
    """Put on each article that comes in."""
    paused: bool = False
    full_text: FullText = FullText.OPENED
    keep_days: int = 0
    """Days after which articles leave the list, unless starred or annotated; 0: they stay."""
    read_days: int = 0
    """Days after which articles count as read; 0: never."""
    private: bool = False
    """Whether it may lie on this machine or in its network: the reader added it by hand."""
    added: str = ""
    """UTC, ISO."""


def feed_id(address: str) -> str:
    """The id of the feed at an address in its one form (``sources.web.address.web_address``)."""
    return document_id(f"subscription:{address}")


_COLUMNS = "id, address, title, folder, tags, paused, full_text, keep_days, read_days, private, added"


def subscriptions(connection: sqlite3.Connection) -> list[Subscription]:
    """All feeds by folder and name."""
    found = [_of(values) for values in connection.execute(f"SELECT {_COLUMNS} FROM feed")]
    return sorted(found, key=lambda feed: (folded(feed.folder), folded(feed.title or feed.address)))


def subscription(connection: sqlite3.Connection, id: str) -> Subscription | None:
    """One feed; None when it is not followed."""
    found = connection.execute(f"SELECT {_COLUMNS} FROM feed WHERE id = ?", (id,)).fetchone()
    return _of(found) if found else None


def _of(values: tuple[Any, ...]) -> Subscription:
    id, address, title, folder, tags, paused, full_text, keep_days, read_days, private, added = values
    return Subscription(
        id, address, title, folder, tuple(tags.split("\n")) if tags else (), bool(paused), FullText(full_text),
        keep_days, read_days, bool(private), added,
    )  # fmt: skip


def write_subscription(connection: sqlite3.Connection, feed: Subscription) -> None:
    """Put a feed in, in the caller's transaction on notes.db."""
    connection.execute(
        f"INSERT OR REPLACE INTO feed({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            feed.id, feed.address, feed.title, feed.folder, "\n".join(feed.tags), feed.paused, str(feed.full_text),
            feed.keep_days, feed.read_days, feed.private, feed.added,
        ),
    )  # fmt: skip


def one_line(text: str) -> str:
    """Clean, without spaces at its ends or more than one between words."""
    return " ".join(clean_line(text).split())[:300]


def folder_path(text: str) -> str:
    """A folder's names from the outside in, joined by ``/``, without empty ones."""
    return "/".join(name for part in text.split("/") if (name := one_line(part)))
