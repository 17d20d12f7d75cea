"""The search of a library: its index, texts, what its operators ask of its tables, and groups of what is found."""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from reader.library.rows import WHOLE, Filter, Scope

if TYPE_CHECKING:
    from reader.library.library import Library
    from reader.search.searcher import Searcher

_COUNTED = 2_000
"""Articles that are grouped at most."""
_SHOWN = 20
"""Values of a facet at most."""


def searcher(library: Library, scope: Scope = WHOLE) -> Searcher:
    """A searcher with a read-only connection of its own, over the articles of ``scope``; for one thread."""
    from reader.library.operators import Operators, scoped
    from reader.search.aliases import aliases
    from reader.search.searcher import Searcher

    connection = library.connect()
    return Searcher(
        connection,
        text_of=lambda rowid: library.documents.text(rowid) or "",
        restrict=Operators(connection, scope),
        facets_of=lambda rowids: facets_of(connection, rowids),
        scope=scoped(scope, Filter()),
        names=aliases(library.home / "aliases.txt"),
    )


def facets_of(connection: sqlite3.Connection, rowids: Sequence[int]) -> Mapping[str, Mapping[str, int]]:
    """How many of the articles name an actor (``actor``), are of a month (``month``, ``2021-12``) or a source.

    Each with its commonest values, most first; unknown months and sources are left out, and of an article's actors
    those count that it names most. At most 2,000 articles are counted.
    """
    numbers = json.dumps(list(rowids[:_COUNTED]))
    found = connection.execute(
        "SELECT substr(d.published, 1, 7), d.source, o.actors FROM json_each(?) r"
        " CROSS JOIN document d ON d.rowid = r.value"
        " LEFT JOIN fact_set f ON d.version <> '' AND f.version = d.version AND f.published = d.published"
        " LEFT JOIN foremost o ON o.number = f.number",
        (numbers,),
    ).fetchall()
    return {
        "actor": _actors(connection, [actors.split("\n") for _, _, actors in found if actors]),
        "month": _commonest(month for month, _, _ in found if month),
        "source": _commonest(source for _, source, _ in found if source),
    }


def _actors(connection: sqlite3.Connection, found: Sequence[Sequence[str]]) -> dict[str, int]:
    """The commonest actors under the library's names for them, each once for an article."""
    from reader.library.actors import called

    parts = {line: line.partition(":") for lines in found for line in lines}
    names = called(connection, {(type, name) for type, _, name in parts.values()})
    known = {line: names.get((type, name), name) for line, (type, _, name) in parts.items()}
    return _commonest(name for lines in found for name in {known[line]: None for line in lines})


def _commonest(values: Iterable[str]) -> dict[str, int]:
    return dict(Counter(values).most_common(_SHOWN))
