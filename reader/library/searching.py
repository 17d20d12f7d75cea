"""The search of a library: its index, texts and what its operators ask of its tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.library.rows import WHOLE, Filter, Scope, conditions

if TYPE_CHECKING:
    from reader.library.library import Library
    from reader.search.candidates import Rows
    from reader.search.searcher import Searcher


def searcher(library: Library, scope: Scope = WHOLE) -> Searcher:
    """A searcher with a read-only connection of its own, over the articles of ``scope``; for one thread."""
    from reader.search.searcher import Searcher

    return Searcher(
        library.connect(), text_of=lambda rowid: library.documents.text(rowid) or "", scope=_rows(scope, Filter())
    )


def _rows(scope: Scope, chosen: Filter) -> Rows:
    from reader.search.candidates import Rows

    terms, values = conditions(scope, chosen)
    return Rows(
        f"SELECT rowid FROM document WHERE {' AND '.join(terms)}",
        tuple(value if isinstance(value, int | float) else str(value) for value in values),
    )
