"""What is being written and not yet saved, kept behind the keys."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from reader.library.connection import Database

Wait = Callable[[], None] | None


class Drafts:
    """Texts under names that their writers choose. They are no actions: undo does not touch them."""

    def __init__(self, notes: Database) -> None:
        self._notes = notes

    def draft(self, key: str) -> str | None:
        """The text of a draft; None when there is none."""
        with self._notes.reading() as connection:
            found = connection.execute("SELECT text FROM draft WHERE key = ?", (key,)).fetchone()
        return str(found[0]) if found else None

    def drafts(self, prefix: str = "") -> dict[str, str]:
        """All drafts whose key begins so, the latest first."""
        query = "SELECT key, text FROM draft WHERE substr(key, 1, length(?1)) = ?1 ORDER BY time DESC, key"
        with self._notes.reading() as connection:
            return dict(connection.execute(query, (prefix,)).fetchall())

    def set_draft(self, key: str, text: str, *, on_wait: Wait = None) -> None:
        """Keep the text; on disk when it returns. An empty one is dropped."""
        if not text:
            self.drop_draft(key, on_wait=on_wait)
            return
        time = dt.datetime.now(dt.UTC).isoformat(timespec="milliseconds")
        with self._notes.writing(on_wait) as connection:
            connection.execute("INSERT OR REPLACE INTO draft VALUES (?, ?, ?)", (key, text, time))

    def drop_draft(self, key: str, *, on_wait: Wait = None) -> None:
        """Forget the draft: what it was for is saved, or given up."""
        if self.draft(key) is not None:
            with self._notes.writing(on_wait) as connection:
                connection.execute("DELETE FROM draft WHERE key = ?", (key,))
