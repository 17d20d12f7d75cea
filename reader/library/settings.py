"""What the reader set of documents, in notes.db: own publication date, star, read, tags, removed."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass

_FIELDS = ("published", "starred", "read", "removed", "notes")


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings of one document."""

    published: str | None = None
    """The reader's own publication date in ISO form; None leaves the article's."""
    starred: bool = False
    read: bool = False
    removed: bool = False
    tags: tuple[str, ...] = ()
    """In alphabetical order."""
    notes: int = 0
    """How many annotations it has; kept up by those who write annotations."""


def settings_of(connection: sqlite3.Connection, document: str) -> Settings:
    """The settings of a document; the defaults when nothing was set."""
    query = "SELECT published, starred, read, removed, tags, notes FROM setting WHERE document = ?"
    found = connection.execute(query, (document,)).fetchone()
    if found is None:
        return Settings()
    published, starred, read, removed, tags, notes = found
    return Settings(published, bool(starred), bool(read), bool(removed), tuple(tags.split("\n")) if tags else (), notes)


def set_settings(connection: sqlite3.Connection, document: str, settings: Settings) -> None:
    """Write the settings of a document, in the caller's transaction, and count the change up."""
    changed = connection.execute("SELECT coalesce(max(changed), 0) + 1 FROM setting").fetchone()[0]
    connection.execute(
        "INSERT OR REPLACE INTO setting(document, published, starred, read, removed, tags, notes, changed)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (
            document, settings.published, settings.starred, settings.read, settings.removed,
            "\n".join(settings.tags), settings.notes, changed,
        ),
    )  # fmt: skip
