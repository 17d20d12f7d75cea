"""Search off the UI's loop: one thread with its own read-only connection, a stale query given up for a newer one."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.library import Library, Scope
    from reader.search.hits import Hit
    from reader.search.hits import Results as Found
    from reader.search.searcher import Searcher
    from reader.tui.screens.search import Results
    from reader.tui.widgets.hit_list import HitRow

FACETS = 6
"""Values shown of each group."""
_OPERATORS = {"month": "on"}
LIMIT = 50
"""Hits shown."""


class Finder:
    """Answers queries over the articles of a scope."""

    def __init__(self, library: Library, scope: Scope) -> None:
        self._library = library
        self._scope = scope
        self._thread = ThreadPoolExecutor(1, "search")
        self._searcher: Searcher | None = None

    def warm(self) -> None:
        """Load what the first search needs, after the first screen."""
        self._thread.submit(self._ready)

    def close(self) -> None:
        """Give up what runs."""
        from reader.tui.leaving import leave

        if self._searcher is not None:
            self._searcher.cancel()
        leave(self._thread)
        if self._searcher is not None and not any(thread.is_alive() for thread in self._thread._threads):
            self._searcher.close()

    def _ready(self) -> Searcher:
        if self._searcher is None:
            from reader.library.searching import searcher

            self._searcher = searcher(self._library, self._scope)
        return self._searcher

    async def search(self, query: str) -> Results:
        """Hits in titles and texts."""
        return await self._ask(lambda searcher: searcher.search(query, LIMIT), query)

    async def titles(self, query: str) -> Results:
        """Hits in titles."""
        return await self._ask(lambda searcher: searcher.jump(query, LIMIT), query, empty=True)

    async def documents(self, query: str, limit: int) -> list[str]:
        """Ids of the articles found, best first."""
        return await asyncio.get_running_loop().run_in_executor(self._thread, partial(self._documents, query, limit))

    def _documents(self, query: str, limit: int) -> list[str]:
        from reader.search.searcher import Cancelled, Unreadable

        try:
            found = self._ready().search(query, limit)
        except (Cancelled, Unreadable):
            return []
        rows = {row.rowid: row.id for row in self._library.documents.rows_numbered([hit.rowid for hit in found.hits])}
        return [rows[hit.rowid] for hit in found.hits if hit.rowid in rows]

    async def unread(self, queries: Sequence[str], limit: int) -> dict[str, int]:
        """How many unread articles each query finds; those are left out that a newer query did not wait for."""
        return await asyncio.get_running_loop().run_in_executor(self._thread, partial(self._unread, queries, limit))

    def _unread(self, queries: Sequence[str], limit: int) -> dict[str, int]:
        from reader.search.searcher import Cancelled, Unreadable

        counts: dict[str, int] = {}
        for query in queries:
            try:
                counts[query] = self._library.documents.unread_among(self._ready().numbers(query, limit))
            except Cancelled:
                break
            except Unreadable:
                counts[query] = 0
        return counts

    async def facets(self, query: str) -> list[tuple[str, str, int]]:
        """What all articles found fall into: the operator that narrows to it, its value, and how many."""
        if not query.strip():
            return []
        return await asyncio.get_running_loop().run_in_executor(self._thread, partial(self._facets, query))

    def _facets(self, query: str) -> list[tuple[str, str, int]]:
        from reader.search.searcher import Cancelled, Unreadable

        try:
            groups = self._ready().facets(query).groups
        except (Cancelled, Unreadable):
            return []
        return [
            (_OPERATORS.get(name, name), value, count)
            for name, counts in groups.items()
            for value, count in list(counts.items())[:FACETS]
        ]

    async def _ask(self, ask: Callable[[Searcher], Found], query: str, *, empty: bool = False) -> Results:
        from reader.tui.screens.search import Results

        if not query.strip() and not empty:
            return Results((), 0)
        if self._searcher is not None:
            self._searcher.cancel()
        return await asyncio.get_running_loop().run_in_executor(self._thread, partial(self._answer, ask))

    def _answer(self, ask: Callable[[Searcher], Found]) -> Results:
        from reader.search.searcher import Cancelled, Unreadable
        from reader.tui.screens.search import Results

        try:
            found = ask(self._ready())
        except Cancelled:
            return Results((), 0)
        except Unreadable as error:
            return Results((), 0, str(error))
        rows = {row.rowid: row for row in self._library.documents.rows_numbered([hit.rowid for hit in found.hits])}
        hits = tuple(
            _shown(hit, rows[hit.rowid].id, rows[hit.rowid].source, rows[hit.rowid].published)
            for hit in found.hits
            if hit.rowid in rows
        )
        words = list(found.notes)
        if found.did_you_mean:
            words.append("Did you mean " + " or ".join(f"“{query}”" for query in found.did_you_mean) + "?")
        return Results(hits, found.count, " ".join(words))


def _shown(hit: Hit, document: str, source: str, published: object) -> HitRow:
    from reader.tui.widgets.hit_list import HitRow

    at = next((match for match in hit.matches if match.start == hit.best), hit.matches[0] if hit.matches else None)
    return HitRow(
        document=document,
        title=hit.title,
        day=str(published)[:10] if published else "",
        source=source,
        snippet=hit.snippet,
        marks=hit.snippet_marks,
        note=", ".join(str(variant) for variant in hit.variants[:3]),
        start=at.start if at else None,
        end=at.end if at else None,
        places=tuple((match.start, match.end) for match in hit.matches),
    )
