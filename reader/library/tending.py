"""What is done with articles after they came: tags of their feeds, rules, and what a feed's age limits say.

None of it is an action of the reader's: it is not in the journal. What the reader changes by hand afterwards stays so,
as each article is looked at once: by the rules when it has come, by an age limit when it is that old.
"""

from __future__ import annotations

import dataclasses
import json
import time
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from reader.library.rows import Scope
from reader.library.rules import Rule, rules
from reader.library.settings import Settings, set_settings, settings_of

if TYPE_CHECKING:
    from reader.library.connection import Database
    from reader.library.library import Library
    from reader.search.hits import Hit

BATCH = 500
"""Articles that are looked at together."""


class Tending:
    """Applies tags of feeds and rules to articles that are new, and the age limits of feeds."""

    def __init__(self, library: Library, articles: Database, notes: Database) -> None:
        self._library = library
        self._articles = articles
        self._notes = notes

    def tend(self, now: int | None = None) -> int:
        """Do it all; how many articles were touched.

        :raises LibraryError: when the library could not be written; what was done before stays.
        """
        return self._apply_rules() + self._apply_ages(int(time.time()) if now is None else now)

    def _apply_rules(self) -> int:
        with self._notes.reading() as connection:
            known = rules(connection)
        tags = {feed.id: feed.tags for feed in self._library.feeds.subscriptions() if feed.tags}
        if not known and not tags:
            self._mark_ruled()
            return 0
        if known:
            self._library.unindexed.catch_up()  # rules are queries
        touched = 0
        while new := self._unruled():
            put: dict[str, set[str]] = {id: set(tags[feed]) for _, id, feed in new if feed in tags}
            hidden: set[str] = set()
            for rule in known:
                for id in self._found(rule, [id for _, id, _ in new]):
                    put.setdefault(id, set()).update({rule.tag} - {""})
                    hidden |= {id} if rule.hide else set()
            self._change({id: _ruled(frozenset(put[id]), id in hidden) for id in put})
            self._mark_ruled([number for number, _, _ in new])
            touched += len(put)
        return touched

    def _unruled(self) -> Sequence[tuple[int, str, str]]:
        """Item, document and feed of articles that no rule has seen."""
        with self._articles.reading() as connection:
            query = (
                "SELECT i.number, d.id, i.feed FROM item i JOIN document d ON d.rowid = i.document WHERE i.ruled = 0"
                f" ORDER BY i.number LIMIT {BATCH}"
            )
            return connection.execute(query).fetchall()

    def _mark_ruled(self, numbers: Sequence[int] | None = None) -> None:
        """Look at these no more, or at any that there are."""
        with self._articles.reading() as connection:
            if connection.execute("SELECT 1 FROM item WHERE ruled = 0 LIMIT 1").fetchone() is None:
                return
        with self._articles.writing() as connection:
            if numbers is None:
                connection.execute("UPDATE item SET ruled = 1 WHERE ruled = 0")
            else:
                query = "UPDATE item SET ruled = 1 WHERE number IN (SELECT value FROM json_each(?))"
                connection.execute(query, (json.dumps(numbers),))

    def _found(self, rule: Rule, ids: Sequence[str]) -> Sequence[str]:
        from reader.library.searching import searcher

        hits = searcher(self._library, Scope(ids=tuple(ids))).search(rule.query, len(ids)).hits
        rows = self._library.documents.rows_numbered([hit.rowid for hit in hits if _is_sure(hit)])
        return [row.id for row in rows]

    def _apply_ages(self, now: int) -> int:
        feeds = [feed for feed in self._library.feeds.subscriptions() if feed.keep_days or feed.read_days]
        if not feeds:
            return 0
        from reader.library.ageing import age, old

        with self._notes.reading() as notes, self._articles.reading() as articles:
            found = old(notes, articles, feeds, now)
        if not found:
            return 0
        with self._notes.writing() as notes:
            touched = sum(age(notes, one, now) for one in found)
        self._library.settle()
        return touched

    def _change(self, changes: Mapping[str, Callable[[Settings], Settings]]) -> None:
        """Set what a function makes of an article's settings, for each, and copy it for the list."""
        if not changes:
            return
        with self._notes.writing() as connection:
            for id, change in changes.items():
                was = settings_of(connection, id)
                after = change(was)
                if after != was:
                    set_settings(connection, id, after)
        self._library.settle()


def _is_sure(hit: Hit) -> bool:
    """Whether each word of the query that was found in the text was found as it is, not as a slip of the pen."""
    from reader.search.hits import Kinship  # late: most readers have no rules

    sure = (Kinship.EXACT, Kinship.ALIAS, Kinship.INFLECTION)
    words = {match.for_ for match in hit.matches}
    return words == {match.for_ for match in hit.matches if match.kinship in sure}


def _ruled(tags: frozenset[str], hide: bool) -> Callable[[Settings], Settings]:
    def change(was: Settings) -> Settings:
        return dataclasses.replace(was, tags=tuple(sorted({*was.tags, *tags})), removed=was.removed or hide)

    return change
