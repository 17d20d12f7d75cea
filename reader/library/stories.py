"""Articles of several feeds that tell one story in nearly the same words."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Sequence

from reader.library.packing import unpack_text
from reader.search.likeness import SAME, likeness, shingles

_LOOKED_AT = 12
"""Articles that are compared, those that share the most bands first."""


class Stories:
    """Groups documents within the caller's transaction."""

    def __init__(self, library: sqlite3.Connection) -> None:
        self._library = library

    def join(self, document: int, bands: Sequence[int]) -> int | None:
        """Put a document, by row number, to the story that it tells; the story's number, None when it is alone."""
        if not bands:
            return None
        connection = self._library
        query = f"SELECT document FROM band WHERE value IN ({', '.join('?' * len(bands))}) LIMIT {8 * _LOOKED_AT}"
        found = Counter(other for (other,) in connection.execute(query, list(bands)) if other != document)
        connection.executemany(
            "INSERT OR IGNORE INTO band(value, document) VALUES (?, ?)", [(value, document) for value in bands]
        )
        if not found:
            return None
        own = shingles(self._text(document))
        for other, _ in found.most_common(_LOOKED_AT):
            if likeness(own, shingles(self._text(other))) >= SAME:
                query = "SELECT story FROM story WHERE document = ?"
                known = connection.execute(query, (other,)).fetchone()
                story = int(known[0]) if known else other
                rows = [(other, story), (document, story)]
                connection.executemany("INSERT OR REPLACE INTO story(document, story) VALUES (?, ?)", rows)
                return story
        return None

    def _text(self, document: int) -> str:
        query = (
            "SELECT v.text FROM document d JOIN text_version v ON v.document = d.rowid AND v.version = d.version"
            " WHERE d.rowid = ?"
        )
        found = self._library.execute(query, (document,)).fetchone()
        return unpack_text(found[0]) if found else ""


def same_story(connection: sqlite3.Connection, document: str) -> list[str]:
    """Ids of the other documents that tell the story of one, the earliest first."""
    query = (
        "SELECT o.id FROM document d JOIN story s ON s.document = d.rowid JOIN story t ON t.story = s.story"
        " JOIN document o ON o.rowid = t.document WHERE d.id = ? AND o.rowid <> d.rowid AND o.removed = 0"
        " ORDER BY o.rowid"
    )
    return [id for (id,) in connection.execute(query, (document,))]
