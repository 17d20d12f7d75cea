"""A list of documents of any length, read a page at a time from anywhere in it."""

from __future__ import annotations

import json
import sqlite3
from array import array
from bisect import bisect_left, insort
from collections.abc import Callable
from contextlib import AbstractContextManager

from reader.library.rows import SORTS, DocumentRow, Filter, Scope, Sort, conditions, rows_by_number, titled

_FENCES = 4096
FEW = 20_000
"""Matching titles up to which they are looked up one by one."""
NEAR = 1000
"""Rows that are walked over without looking for a shorter way from the end."""
Reading = Callable[[], AbstractContextManager[sqlite3.Connection]]


class Listing:
    """One order of one choice of documents, as it was when it was made.

    The whole library is walked along an index, from the nearest place already known (both ends, and each page that was
    shown), so that a page costs the same anywhere for one who scrolls. A scope or filter is resolved once,
    to row numbers.
    """

    def __init__(
        self, reading: Reading, scope: Scope, chosen: Filter, sort: Sort = Sort.DATE, reverse: bool = False
    ) -> None:
        """``reading`` lends a connection."""
        self._reading = reading
        self._columns, descending = SORTS[sort]
        self._descending = descending != reverse
        self._removed = chosen.removed
        titles = chosen
        if chosen.title.strip():
            chosen = chosen._replace(title="")
        self._terms, self._values = conditions(scope, chosen)
        self._numbers: array[int] | None = None
        self._count: int | None = None
        self._fences: list[tuple[int, tuple[object, ...]]] = []
        if scope or sort is Sort.PATH or titles not in (Filter(), Filter(removed=True)):
            with reading() as connection:
                self._numbers = self._resolved(connection, titles)
            self._count = len(self._numbers)

    def _resolved(self, connection: sqlite3.Connection, titles: Filter) -> array[int]:
        """All row numbers in order."""
        query = f"SELECT rowid FROM document WHERE {self._where()}"
        if not titles.title.strip():
            return array("q", [number for (number,) in connection.execute(f"{query} {self._order()}", self._values)])
        # First the titles, in one pass over their index. A few are sorted; when there are many it is faster to walk the
        # whole list in its order and keep those.
        found = [number for (number,) in connection.execute(*titled(titles))]
        if len(found) <= FEW:
            query += f" AND rowid IN (SELECT value FROM json_each(?)) {self._order()}"
            return array("q", [n for (n,) in connection.execute(query, [*self._values, json.dumps(found)])])
        kept = set(found)
        return array("q", [n for (n,) in connection.execute(f"{query} {self._order()}", self._values) if n in kept])

    def __len__(self) -> int:
        if self._count is None:
            with self._reading() as connection:
                query = "SELECT value FROM state WHERE name = ?"
                self._count = int(connection.execute(query, ("removed" if self._removed else "listed",)).fetchone()[0])
        return self._count

    def rows(self, offset: int, limit: int) -> list[DocumentRow]:
        """Up to ``limit`` rows from the ``offset``-th on, counted from 0."""
        with self._reading() as connection:
            return rows_by_number(connection, self._page(connection, max(0, offset), limit))

    def numbers(self, offset: int, limit: int) -> list[int]:
        """The same as row numbers."""
        with self._reading() as connection:
            return self._page(connection, max(0, offset), limit)

    def position(self, rowid: int) -> int | None:
        """Where a document stands in the list; None when it is not in it."""
        if self._numbers is not None:
            try:
                return self._numbers.index(rowid)
            except ValueError:
                return None
        with self._reading() as connection:
            names = ", ".join(self._columns)
            query = f"SELECT {names} FROM document WHERE {self._where()} AND rowid = ?"
            key = connection.execute(query, [*self._values, rowid]).fetchone()
            if key is None:
                return None
            before = f"({names}) {'>' if self._descending else '<'} ({self._marks()})"
            query = f"SELECT count(*) FROM document WHERE {self._where()} AND {before}"
            position = int(connection.execute(query, [*self._values, *key]).fetchone()[0])
        self._remember(position, key)
        return position

    def _page(self, connection: sqlite3.Connection, offset: int, limit: int) -> list[int]:
        if self._numbers is not None:
            return list(self._numbers[offset : offset + limit])
        if limit <= 0:
            return []
        # Three ways to get there: from the nearest known row before or behind, or from the end.
        at = bisect_left(self._fences, (offset + 1,))
        below = self._fences[at - 1] if at > 0 else (0, None)
        above = self._fences[at] if at < len(self._fences) else None
        ahead = offset - below[0]
        if above is not None and above[0] - offset < ahead:
            return self._back(connection, above[0], above[1], offset, limit)
        if above is None and ahead > NEAR and len(self) - offset < ahead:
            return self._back(connection, len(self), None, offset, limit)
        key = below[1]
        term = (
            f" AND ({', '.join(self._columns)}) {'<=' if self._descending else '>='} ({self._marks()})" if key else ""
        )
        names = ", ".join(self._columns)
        query = f"SELECT {names} FROM document WHERE {self._where()}{term} {self._order()} LIMIT ? OFFSET ?"
        found = connection.execute(query, [*self._values, *(key or ()), limit, ahead]).fetchall()
        if found:
            self._remember(offset, found[0])
        return [values[-1] for values in found]

    def _back(
        self, connection: sqlite3.Connection, end: int, key: tuple[object, ...] | None, offset: int, limit: int
    ) -> list[int]:
        """The page, walking backwards from the row at ``end``, which itself is not walked over."""
        limit = min(limit, len(self) - offset)
        if limit <= 0:
            return []
        names = ", ".join(self._columns)
        if end < offset + limit:  # the page runs over the known row: go to its first row, then forwards
            first = self._back(connection, end, key, offset, 1)
            return self._page(connection, offset, limit) if first else []
        term = f" AND ({names}) {'>' if self._descending else '<'} ({self._marks()})" if key else ""
        order = self._order(backwards=True)
        query = f"SELECT {names} FROM document WHERE {self._where()}{term} {order} LIMIT ? OFFSET ?"
        values = [*self._values, *(key or ()), limit, end - offset - limit]
        found = connection.execute(query, values).fetchall()[::-1]
        if found:
            self._remember(offset, found[0])
        return [values[-1] for values in found]

    def _remember(self, offset: int, key: tuple[object, ...]) -> None:
        if offset == 0 or len(self._fences) >= _FENCES:
            return
        at = bisect_left(self._fences, (offset,))
        if at == len(self._fences) or self._fences[at][0] != offset:
            insort(self._fences, (offset, key), key=lambda fence: fence[0])

    def _where(self) -> str:
        return " AND ".join(self._terms)

    def _marks(self) -> str:
        return ", ".join("?" * len(self._columns))

    def _order(self, backwards: bool = False) -> str:
        way = "DESC" if self._descending != backwards else "ASC"
        return "ORDER BY " + ", ".join(f"{name} {way}" for name in self._columns)
