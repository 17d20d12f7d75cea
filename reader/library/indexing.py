"""The search index, kept in step with the documents: the same file, the same transaction."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from reader.search.prepared import Prepared


class SearchIndex(Protocol):
    """What the library asks of an index; each call happens inside a write transaction."""

    @property
    def outdated(self) -> bool:
        """Whether it was made by other rules and must be filled anew."""

    def create(self) -> None:
        """Make the tables where they are missing."""

    def add(self, rowid: int, title: str, text: str) -> None:
        """Take in a document; ``rowid`` is that of table ``document``."""

    def put(self, rowid: int, title: str, article: Prepared) -> None:
        """The same for a document that was prepared elsewhere."""

    def remove(self, rowid: int) -> None:
        """Forget a document."""

    def refresh(self) -> None:
        """Bring what was added into a state to commit."""

    def optimize(self) -> None:
        """Make searches fast again after many additions."""

    def clear(self) -> None:
        """Forget all documents."""


def _search_index(connection: sqlite3.Connection) -> SearchIndex:
    from reader.search.index import Index  # late: opening a library to read needs no index

    return Index(connection)


def index_problems(library: sqlite3.Connection) -> list[str]:
    """What is wrong between the index and the articles, one sentence each."""
    there = library.execute("SELECT 1 FROM sqlite_schema WHERE name = 'search_entry'").fetchone() is not None
    readable = "SELECT rowid FROM document WHERE version <> ''"
    due = f"{readable} AND rowid NOT IN (SELECT document FROM unindexed)"
    lacking = extra = 0
    if there:
        entries = "SELECT document FROM search_entry"
        lacking = library.execute(f"SELECT count(*) FROM ({due}) WHERE rowid NOT IN ({entries})").fetchone()[0]
        extra = library.execute(f"SELECT count(*) FROM ({entries}) WHERE document NOT IN ({readable})").fetchone()[0]
    else:
        lacking = library.execute(f"SELECT count(*) FROM ({due})").fetchone()[0]
    problems: list[str] = []
    if lacking or extra:
        problems.append(f"The search index lacks {lacking:,} articles and has {extra:,} that are gone.")
    lost = library.execute(
        "SELECT count(*) FROM document d WHERE version <> '' AND NOT EXISTS"
        " (SELECT 1 FROM text_version t WHERE t.document = d.rowid AND t.version = d.version)"
    ).fetchone()[0]
    if lost:
        problems.append(f"{lost:,} articles lack their texts.")
    return problems


class Indexes:
    """The index of the connection that writes, made when it is first needed."""

    def __init__(self, make: Callable[[sqlite3.Connection], SearchIndex] = _search_index) -> None:
        self._make = make
        self._index: SearchIndex | None = None

    @contextmanager
    def on(self, connection: sqlite3.Connection) -> Iterator[Callable[[], SearchIndex]]:
        """What gives the index, for changes within the transaction of ``connection``; made ready to commit at the end.

        It is made when it is asked for: articles of feeds are taken into it later. When the transaction is undone, what
        it remembers must go too (:meth:`forget`).
        """

        def index() -> SearchIndex:
            if self._index is None:
                self._index = self._make(connection)
                self._index.create()
            return self._index

        yield index
        if self._index is not None:
            self._index.refresh()

    def forget(self) -> None:
        """Let go of the index, and of the connection."""
        self._index = None
