"""Which articles are worth looking at: bounded answers of FTS5, the likeliest first."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from reader.search.expand import Wanted

Value: TypeAlias = str | int | float | None

_FEW = 200
"""So few rowids are asked one by one whether they have the words, however common these are."""

_LACKS = " AND NOT EXISTS (SELECT 1 FROM search_body AS x WHERE x.rowid = e.entry AND search_body MATCH ?)"
_NOT_AMONG = " AND e.entry NOT IN (SELECT rowid FROM search_body WHERE search_body MATCH ?)"
"""One look at the index for each candidate, or all articles with an excluded word at once when most have it."""


@dataclass(frozen=True, slots=True)
class Rows:
    """Rowids of the library as a subquery of one column: ``SELECT rowid FROM ... WHERE ...``, and its parameters."""

    sql: str
    parameters: tuple[Value, ...] = ()
    each: bool = True
    """Asked again for each candidate, which is right where SQLite finds the row by the column that is selected (a
    condition on a million rows costs nothing then). False: asked once, for a few rows found by another column."""
    alone: bool = False
    """Stands in place of the scope of the search, which does not hold these rows: those that were removed."""

    @classmethod
    def of(cls, rowids: Iterable[int]) -> Rows:
        """Rowids that are known already."""
        return cls("SELECT value FROM json_each(?)", (f"[{','.join(map(str, rowids))}]",), each=False)

    def holds(self, column: str) -> str:
        """The condition that ``column`` is one of them."""
        if self.each:
            return f"EXISTS (WITH allowed(row) AS ({self.sql}) SELECT 1 FROM allowed WHERE row = {column})"
        return f"{column} IN ({self.sql})"


@dataclass(frozen=True, slots=True)
class Bounds:
    """What a candidate must and must not be among."""

    within: tuple[Rows, ...] = ()
    without: tuple[Rows, ...] = ()
    excluded: str = ""
    """What the text must not have, in FTS5's language."""
    common: bool = False
    """Many articles have it."""
    few: tuple[int, ...] | None = None
    """The rowids that are allowed at all, where these are few."""

    def sql(self) -> tuple[str, tuple[Value, ...]]:
        """Conditions on ``search_entry AS e``, each with ``AND`` before it, and their parameters."""
        conditions = ""
        parameters: list[Value] = []
        if self.few is not None:
            conditions += (
                " AND e.entry IN (SELECT value FROM json_each(?) UNION ALL SELECT entry FROM search_entry"
                " WHERE entry <> document AND document IN (SELECT value FROM json_each(?)))"
            )
            parameters += [f"[{','.join(map(str, self.few))}]"] * 2
        for rows in self.within:
            conditions += f" AND {rows.holds('e.document')}"
            parameters += rows.parameters
        for rows in self.without:
            conditions += f" AND NOT {rows.holds('e.document')}"
            parameters += rows.parameters
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

    def headed_by_any(self, wanted: Sequence[Wanted], bounds: Bounds, limit: int) -> list[Candidate]:
        """Articles with an answer to some word in the title."""
        return self._match("search_heading", " OR ".join(one.expression for one in wanted), bounds, limit)

    def having(self, wanted: Sequence[Wanted], bounds: Bounds, limit: int) -> list[Candidate]:
        """Articles with an answer to every word in title or text."""
        return self._match("search_body", _all(wanted), bounds, limit)

    def close(self, wanted: Sequence[Wanted], bounds: Bounds, limit: int) -> list[Candidate]:
        """Articles with the words themselves within some ten words of one another."""
        phrases = " ".join(one.answers[0].expression for one in wanted)
        return self._match("search_body", f"NEAR({phrases}, 10)", bounds, limit)

    def newest(self, bounds: Bounds, limit: int) -> list[Candidate]:
        """Articles within the bounds, whatever their words."""
        conditions, parameters = bounds.sql()
        if bounds.excluded:
            conditions += _NOT_AMONG if bounds.common else _LACKS
            parameters += (bounds.excluded,)
        return self._fetch(
            "SELECT e.entry, e.document, e.title FROM search_entry AS e"
            f" WHERE 1{conditions} ORDER BY e.entry DESC LIMIT ?",
            (*parameters, limit),
        )

    def few(self, within: Iterable[Rows]) -> tuple[int, ...] | None:
        """The rowids of the smallest of those sets that are asked at once, when there are only few; else None."""
        smallest: tuple[int, ...] | None = None
        for rows in within:
            if not rows.each:
                sql = f"SELECT * FROM ({rows.sql}) LIMIT ?"
                found = self._connection.execute(sql, (*rows.parameters, _FEW + 1)).fetchall()
                if len(found) <= _FEW and (smallest is None or len(found) < len(smallest)):
                    smallest = tuple(int(row[0]) for row in found)
        return smallest

    def exist(self) -> bool:
        """Whether anything was ever indexed."""
        return self._connection.execute("SELECT 1 FROM sqlite_schema WHERE name = 'search_meta'").fetchone() is not None

    def generation(self) -> int:
        """A number that differs after each change of the index, whoever made it."""
        row = self._connection.execute("SELECT value FROM search_meta WHERE name = 'generation'").fetchone()
        return int(row[0]) if row else 0

    def size(self) -> int:
        """About how many articles there are."""
        row = self._connection.execute("SELECT max(entry) FROM search_entry WHERE entry < (1 << 40)").fetchone()
        return int(row[0] or 0)

    def _match(self, table: str, expression: str, bounds: Bounds, limit: int) -> list[Candidate]:
        conditions, parameters = bounds.sql()
        if bounds.excluded and table == "search_body":
            expression = f"({expression}) NOT ({bounds.excluded})"
        elif bounds.excluded:
            conditions += _LACKS
            parameters += (bounds.excluded,)
        if bounds.few is not None:
            return self._fetch(
                "SELECT e.entry, e.document, e.title FROM search_entry AS e"
                f" WHERE EXISTS (SELECT 1 FROM {table} AS f WHERE f.rowid = e.entry AND {table} MATCH ?)"
                f"{conditions} ORDER BY e.entry DESC LIMIT ?",
                (expression, *parameters, limit),
            )
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
