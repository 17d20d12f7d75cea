"""Articles that are stored and can be read, but are not in the search index yet.

What a refresh brings is stored first: it can be listed and read at once. Its words go into the index afterwards,
together with the signature that finds the same story elsewhere. What waits for that stands in a table of its own,
written with the article, so that a program that is killed leaves nothing out: the next one goes on.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from reader.library.connection import Database
from reader.library.indexing import Indexes
from reader.library.packing import unpack_text
from reader.library.stories import Stories
from reader.search.prepared import Prepared, prepare

BATCH = 200
"""Articles taken in together: after some 50 ms other writers get their turn."""
FEW = 500
"""So many are taken in at once, where they came; more are left to work in the background, or to who searches next."""
Wait = Callable[[], None] | None


@dataclass(frozen=True, slots=True)
class Waiting:
    """An article that is not in the index, as it is stored."""

    document: int
    """Number of its row."""
    version: str
    title: str
    text: bytes


@dataclass(frozen=True, slots=True)
class Indexable:
    """The same, made ready in any process."""

    document: int
    version: str
    title: str
    prepared: Prepared
    bands: tuple[int, ...]
    """Of the text's signature, for finding the same story elsewhere."""
    english: bool


def indexable(batch: Sequence[Waiting]) -> list[Indexable]:
    """Fold the articles, cut them into terms, sign them, and see whether they are English."""
    from reader.extract.language import language_of
    from reader.search.likeness import bands

    ready: list[Indexable] = []
    for one in batch:
        text = unpack_text(one.text)
        ready.append(
            Indexable(
                one.document, one.version, one.title, prepare(one.title, text), bands(text), language_of(text) == "en"
            )
        )
    return ready


class Unindexed:
    """What waits, and the way into the index."""

    def __init__(self, library: Database, indexes: Indexes) -> None:
        self._library = library
        self._indexes = indexes

    def count(self) -> int:
        """How many articles wait."""
        with self._library.reading() as connection:
            return int(connection.execute("SELECT count(*) FROM unindexed").fetchone()[0])

    def some(self, after: int = 0, limit: int = BATCH) -> list[Waiting]:
        """The next that wait, by their row numbers, after one of these."""
        query = (
            "SELECT d.rowid, d.version, d.title, v.text FROM unindexed u JOIN document d ON d.rowid = u.document"
            " JOIN text_version v ON v.document = d.rowid AND v.version = d.version"
            " WHERE u.document > ? ORDER BY u.document LIMIT ?"
        )
        with self._library.reading() as connection:
            return [Waiting(*values) for values in connection.execute(query, (after, limit))]

    def put(self, ready: Sequence[Indexable], *, on_wait: Wait = None) -> int:
        """Take these into the index and to their stories, in one transaction; how many it were.

        What has changed since it was made ready goes on waiting.
        """
        taken = 0
        with self._library.writing(on_wait) as connection, self._indexes.on(connection) as index:
            stories = Stories(connection)
            for one in ready:
                query = (
                    "SELECT english FROM unindexed u JOIN document d ON d.rowid = u.document"
                    " WHERE u.document = ? AND d.version = ? AND d.title = ?"
                )
                found = connection.execute(query, (one.document, one.version, one.title)).fetchone()
                if found is None:
                    continue
                index().put(one.document, one.title, one.prepared)
                stories.join(one.document, one.bands)
                if bool(found[0]) != one.english:
                    connection.execute("UPDATE document SET english = ? WHERE rowid = ?", (one.english, one.document))
                connection.execute("DELETE FROM unindexed WHERE document = ?", (one.document,))
                taken += 1
        return taken

    def catch_up(self, told: Callable[[int], None] | None = None, *, on_wait: Wait = None) -> int:
        """Take in all that waits, in the calling thread; how many it were.

        :param told: given the number done after each batch.
        """
        after = done = 0
        while batch := self.some(after):
            after = batch[-1].document
            done += self.put(indexable(batch), on_wait=on_wait)
            if told:
                told(done)
        return done

    def catch_up_few(self) -> int:
        """Take in what waits unless it is much; how many it were."""
        return self.catch_up() if 0 < self.count() <= FEW else 0
