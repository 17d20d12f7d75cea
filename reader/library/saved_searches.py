"""Searches that the reader keeps under a name."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass

from reader.library.folding import folded


@dataclass(frozen=True, slots=True)
class SavedSearch:
    """A search and its name."""

    name: str
    query: str


def saved_searches(connection: sqlite3.Connection) -> list[SavedSearch]:
    """All of them by name; case and accents do not matter for the order."""
    found = [SavedSearch(*row) for row in connection.execute("SELECT name, query FROM saved_search")]
    return sorted(found, key=lambda saved: (folded(saved.name), saved.name))
