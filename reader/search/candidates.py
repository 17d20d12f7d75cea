"""Which articles are worth looking at: bounded answers of FTS5, the likeliest first."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from reader.search.expand import Wanted

Value: TypeAlias = str | int | float | None


@dataclass(frozen=True, slots=True)
class Rows:
    """Rowids of the library as a subquery: ``SELECT rowid FROM ... WHERE ...`` and its parameters."""

    sql: str
    parameters: tuple[Value, ...] = ()

    @classmethod
    def of(cls, rowids: Iterable[int]) -> Rows:
        """Rowids that are known already."""
        return cls("SELECT value FROM json_each(?)", (f"[{','.join(map(str, rowids))}]",))


@dataclass(frozen=True, slots=True)
class Bounds:
    """What a candidate must and must not be among."""

    within: tuple[Rows, ...] = ()
    without: tuple[Rows, ...] = ()
    excluded: str = ""
    """What the text must not have, in FTS5's language."""

    @property
    def sql(self) -> tuple[str, tuple[Value, ...]]:
        """Conditions on ``search_entry AS e``, each with ``AND`` before it."""
        conditions = ""
        parameters: list[Value] = []
        for rows in self.within:
            conditions += f" AND e.document IN ({rows.sql})"
            parameters += rows.parameters
        for rows in self.without:
            conditions += f" AND e.document NOT IN ({rows.sql})"
            parameters += rows.parameters
        if self.excluded:
            conditions += " AND e.entry NOT IN (SELECT rowid FROM search_body WHERE search_body MATCH ?)"
            parameters.append(self.excluded)
        return conditions, tuple(parameters)


@dataclass(frozen=True, slots=True)
class Candidate:
    """An article of the index."""

    entry: int
    rowid: int
    title: str


class Candidates:
    """Asks the index. Newest entries first, so that a bound keeps the news."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def headed(self, wanted: Sequence[Wanted], bounds: Bounds, limit: int) -> list[Candidate]:
        """Articles with an answer to every word in the title."""
        return self._match("search_heading", _all(wanted), bounds, limit)

    def having(self, wanted: Sequence[Wanted], bounds: Bounds, limit: int) -> list[Candidate]:
        """Articles with an answer to every word in title or text."""
        return self._match("search_body", _all(wanted), bounds, limit)

    def close(self, wanted: Sequence[Wanted], bounds: Bounds, limit: int) -> list[Candidate]:
        """Articles with the words themselves within some ten words of one another."""
        phrases = " ".join(one.answers[0].expression for one in wanted)
        return self._match("search_body", f"NEAR({phrases}, 10)", bounds, limit)

    def newest(self, bounds: Bounds, limit: int) -> list[Candidate]:
        """Articles within the bounds, whatever their words."""
        conditions, parameters = bounds.sql
        return self._fetch(
            "SELECT e.entry, e.document, e.title FROM search_entry AS e"
            f" WHERE 1{conditions} ORDER BY e.entry DESC LIMIT ?",
            (*parameters, limit),
        )

    def size(self) -> int:
        """About how many articles there are."""
        row = self._connection.execute("SELECT max(entry) FROM search_entry WHERE entry < (1 << 40)").fetchone()
        return int(row[0] or 0)

    def rowids(self, wanted: Sequence[Wanted], bounds: Bounds, limit: int) -> list[int]:
        """The library's rowids of all that :meth:`having` would give."""
        return [candidate.rowid for candidate in self.having(wanted, bounds, limit)]

    def _match(self, table: str, expression: str, bounds: Bounds, limit: int) -> list[Candidate]:
        conditions, parameters = bounds.sql
        return self._fetch(
            f"SELECT e.entry, e.document, e.title FROM {table} AS f CROSS JOIN search_entry AS e ON e.entry = f.rowid"
            f" WHERE {table} MATCH ?{conditions} ORDER BY f.rowid DESC LIMIT ?",
            (expression, *parameters, limit),
        )

    def _fetch(self, sql: str, parameters: tuple[Value, ...]) -> list[Candidate]:
        return [Candidate(*row) for row in self._connection.execute(sql, parameters)]


def _all(wanted: Sequence[Wanted]) -> str:
    """Every word, the rarest first: FTS5 walks the first list and skips along in the others."""
    return " AND ".join(one.expression for one in sorted(wanted, key=lambda one: one.articles))
