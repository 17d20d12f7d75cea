"""Where the reader is in each article."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass

from reader.library.connection import Database


@dataclass(frozen=True, slots=True)
class Place:
    """A position in an article."""

    version: str
    """The text version that ``offset`` is in."""
    offset: int
    """Code points from the start of the text."""


class Reading:
    """Places in articles. They are no actions: undo does not touch them."""

    def __init__(self, notes: Database) -> None:
        self._notes = notes

    def place(self, document: str) -> Place | None:
        """Where the reader left a document; None when it was never opened. The text may have changed since."""
        with self._notes.reading() as connection:
            query = "SELECT version, offset FROM place WHERE document = ?"
            found = connection.execute(query, (document,)).fetchone()
        return Place(*found) if found else None

    def set_place(
        self, document: str, offset: int, version: str = "", *, on_wait: Callable[[], None] | None = None
    ) -> None:
        """Remember the place; ``version`` is the text version that ``offset`` is in."""
        now = dt.datetime.now(dt.UTC).isoformat(timespec="milliseconds")
        with self._notes.writing(on_wait) as connection:
            connection.execute("INSERT OR REPLACE INTO place VALUES (?, ?, ?, ?)", (document, version, offset, now))

    def recent(self, limit: int = 20) -> list[str]:
        """Ids of the documents read last, the latest first."""
        with self._notes.reading() as connection:
            query = "SELECT document FROM place ORDER BY time DESC, document LIMIT ?"
            return [id for (id,) in connection.execute(query, (limit,))]
