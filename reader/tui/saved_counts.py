"""How many unread articles the saved searches find: counted anew when something has changed, a little at a time."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from reader.library import LibraryError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reader.library import Library
    from reader.tui.finder import Finder

LISTED = 2_000
"""Articles of a saved search that are listed, and counted, at most."""
SHARE = 0.02
"""Of the time that may be spent on counting: each change of the library is a reason to count, and reading is one."""


class SavedCounts:
    """The numbers of one opened library."""

    def __init__(self, library: Library, finder: Finder) -> None:
        self._library = library
        self._finder = finder
        self._counted: object = None
        self._counting = False
        self._next = 0.0
        self.unread: dict[str, int] = {}
        """By query; what was never counted is not in it."""

    @property
    def due(self) -> bool:
        """Whether something has changed, and the last counting is long enough ago."""
        return not self._counting and time.monotonic() >= self._next and self._library.generation() != self._counted

    async def count(self) -> bool:
        """Count them; whether a number is another than before."""
        if self._counting:
            return False
        self._counting = True
        began = time.monotonic()
        try:
            now = self._library.generation()
            queries = list(dict.fromkeys(saved.query for saved in self._library.saved_searches()))
            found = await self._finder.unread(queries, LISTED) if queries else {}
        except (LibraryError, RuntimeError):  # another program mends the library, or the reader is being closed
            return False
        finally:
            self._counting = False
            self._next = time.monotonic() + (time.monotonic() - began) / SHARE
        if len(found) == len(queries):  # else a search that was typed came between
            self._counted = now
        return self._take(queries, found)

    def _take(self, queries: Iterable[str], found: dict[str, int]) -> bool:
        before = dict(self.unread)
        kept = {query: self.unread[query] for query in queries if query in self.unread}
        self.unread.clear()
        self.unread.update(kept | found)
        return self.unread != before
