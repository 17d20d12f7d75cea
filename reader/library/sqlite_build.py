"""The SQLite that this Python brings along."""

from __future__ import annotations

import sqlite3
from contextlib import closing

OLDEST = (3, 35)
"""What the library's statements need."""


def version() -> str:
    """Its version, as it writes it."""
    return sqlite3.sqlite_version


def new_enough() -> bool:
    """Whether it knows all that the library asks of it."""
    return sqlite3.sqlite_version_info >= OLDEST


def has_full_text() -> bool:
    """Whether it was built with FTS5."""
    with closing(sqlite3.connect(":memory:")) as memory:
        return ("ENABLE_FTS5",) in memory.execute("PRAGMA compile_options").fetchall()
