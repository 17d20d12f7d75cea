"""The write side of search: terms of articles into SQLite FTS5, and their vocabulary into tables of its own.

Everything lives in the library's database and is written in the library's transactions, so a crash can never leave
the index and the articles disagreeing. The index keeps no article text: texts stay with the library.

Layout, all tables with the prefix ``search_``:

* ``search_entry``: one live row for each indexed article: its entry number, its rowid in the library and its title.
  The entry number is the rowid until an article is indexed anew; then it is a new, higher number, and what the old one
  left in the full text is dead: nothing joins to it. (SQLite before 3.43 cannot delete from an index without text.)
* ``search_body``, ``search_heading``: FTS5 over folded text with title, and over folded titles alone.
* ``search_term``: each term and the number of articles that have it; ``search_list``: the terms once more, in lists
  by first letter, last letters and length, for tolerance of typos (see :mod:`reader.search.vocabulary`);
  ``search_skeleton``: terms by what they share with other spellings.
"""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterable

from reader.search.fold import FOLDING, fold
from reader.search.prepared import Prepared, prepare
from reader.search.vocabulary import rebuild_lists, settle_lists

VERSION = FOLDING * 100 + 2
"""Changes when an index made by older code must be built anew."""

# One column: a word of the title and one of the text answer a query together. columnsize=0: without bm25's table of
# lengths, which nothing here reads. The tokenizer "ascii" because fold() has already done what unicode61 would. Titles
# have prefix indexes since they answer every key; for bodies those would double size and time of the index.
_SCHEMA = """
CREATE TABLE IF NOT EXISTS search_entry(entry INTEGER PRIMARY KEY, document INTEGER NOT NULL, title TEXT NOT NULL);
CREATE INDEX IF NOT EXISTS search_entry_moved ON search_entry(document) WHERE entry <> document;
CREATE TABLE IF NOT EXISTS search_meta(name TEXT PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID;
CREATE VIRTUAL TABLE IF NOT EXISTS search_body USING fts5(words, content='', columnsize=0, tokenize='ascii');
CREATE VIRTUAL TABLE IF NOT EXISTS search_heading
    USING fts5(words, content='', columnsize=0, tokenize='ascii', prefix='1 2 3');
CREATE TABLE IF NOT EXISTS search_term(
    term TEXT PRIMARY KEY, articles INTEGER NOT NULL, listed INTEGER NOT NULL DEFAULT 0) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS search_term_unlisted ON search_term(term) WHERE listed = 0;
CREATE TABLE IF NOT EXISTS search_skeleton(
    skeleton TEXT NOT NULL, term TEXT NOT NULL, PRIMARY KEY(skeleton, term)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS search_list(
    kind TEXT NOT NULL, letters TEXT NOT NULL, length INTEGER NOT NULL, terms TEXT NOT NULL);
CREATE INDEX IF NOT EXISTS search_list_key ON search_list(kind, letters, length);
"""
_TABLES = ("entry", "meta", "body", "heading", "term", "skeleton", "list")

# Articles indexed anew get entry numbers from here, above any rowid that a library counts up to.
_MOVED = 1 << 40

_PENDING = 120_000
"""How many distinct terms wait in memory (about 12 MB) before they are counted into the vocabulary."""


class Index:
    """Adds and removes articles; every call belongs inside the caller's write transaction.

    Call :meth:`refresh` before committing a batch, so that its words join the vocabulary, and :meth:`optimize` after a
    bulk load.
    """

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._pending: Counter[str] = Counter()
        self._renumbered: bool | None = None
        self._touched = False

    def create(self) -> None:
        """Make the tables where they do not exist. Changes nothing on a second call."""
        for statement in _SCHEMA.split(";\n"):
            if statement.strip():
                self._connection.execute(statement)
        self._connection.execute("INSERT OR IGNORE INTO search_meta VALUES('version', ?)", (VERSION,))
        # A larger buffer for terms on their way to disk: fewer, larger segments and less merging.
        for table in ("search_body", "search_heading"):
            self._connection.execute(f"INSERT INTO {table}({table}, rank) VALUES('hashsize', 16777216)")

    @property
    def outdated(self) -> bool:
        """Whether the index was made by other rules than these: call :meth:`clear` and add everything again."""
        return self._meta("version") != VERSION

    def add(self, rowid: int, title: str, text: str) -> None:
        """Index an article under the library's ``rowid``; one that is indexed already is replaced."""
        self.put(rowid, title, prepare(title, text))

    def put(self, rowid: int, title: str, article: Prepared) -> None:
        """The same for an article that was prepared elsewhere."""
        execute = self._connection.execute
        if self._renumbered is None:  # known until the next refresh: before it no other process writes
            self._renumbered = self.dead > 0
        number = rowid
        insert = "INSERT OR IGNORE INTO search_entry VALUES(?, ?, ?)"
        if self._renumbered or execute(insert, (rowid, rowid, title)).rowcount == 0:
            self.remove(rowid)
            number = self._next() if self._meta(f"used {rowid}") else rowid
            execute(insert, (number, rowid, title))
        self._touched = True
        execute("INSERT INTO search_heading(rowid, words) VALUES(?, ?)", (number, article.heading))
        execute("INSERT INTO search_body(rowid, words) VALUES(?, ?)", (number, article.words))
        self._pending.update(article.terms.split())
        if len(self._pending) > _PENDING:
            self._count()

    def remove(self, rowid: int) -> None:
        """Take an article out of all answers; nothing happens when it is not indexed."""
        execute = self._connection.execute
        for number, title in self._entries(rowid):
            self._renumbered = self._touched = True
            execute("DELETE FROM search_entry WHERE entry = ?", (number,))
            execute(
                "INSERT INTO search_heading(search_heading, rowid, words) VALUES('delete', ?, ?)", (number, fold(title))
            )
            if number == rowid:
                execute("INSERT OR REPLACE INTO search_meta VALUES(?, 1)", (f"used {rowid}",))
            self._raise("dead")

    @property
    def dead(self) -> int:
        """How many removed articles still take room in the full text; :meth:`clear` and adding anew frees it."""
        return self._meta("dead")

    def refresh(self) -> None:
        """Count the words of the articles added since into the vocabulary. Cheap; before each commit."""
        self._count()
        self._renumbered = None
        settle_lists(self._connection)
        if self._touched:
            self._raise("generation")
            self._touched = False

    def optimize(self) -> None:
        """Merge what many small additions left behind, once after a bulk load: searches touch one segment, not ten."""
        self._count()
        rebuild_lists(self._connection)
        for table in ("search_body", "search_heading"):
            self._connection.execute(f"INSERT INTO {table}({table}) VALUES('optimize')")

    def clear(self) -> None:
        """Empty the index, to be filled anew."""
        generation = self._meta("generation")
        self._pending.clear()
        for name in _TABLES:
            self._connection.execute(f"DROP TABLE IF EXISTS search_{name}")
        self.create()
        self._raise("generation", generation + 1)

    def add_all(self, articles: Iterable[tuple[int, str, str]]) -> int:
        """Index ``(rowid, title, text)`` one after the other and refresh; how many there were."""
        count = 0
        for rowid, title, text in articles:
            self.add(rowid, title, text)
            count += 1
        self.refresh()
        return count

    def _entries(self, rowid: int) -> list[tuple[int, str]]:
        return self._connection.execute(
            "SELECT entry, title FROM search_entry WHERE entry = ?1 AND document = ?1"
            " UNION ALL SELECT entry, title FROM search_entry WHERE document = ?1 AND entry <> document",
            (rowid,),
        ).fetchall()

    def _next(self) -> int:
        self._raise("next", _MOVED)
        return self._meta("next")

    def _raise(self, name: str, first: int = 1) -> None:
        self._connection.execute(
            "INSERT INTO search_meta VALUES(?, ?) ON CONFLICT(name) DO UPDATE SET value = value + 1", (name, first)
        )

    def _meta(self, name: str) -> int:
        row = self._connection.execute("SELECT value FROM search_meta WHERE name = ?", (name,)).fetchone()
        return int(row[0]) if row else 0

    def _count(self) -> None:
        if self._pending:
            self._connection.executemany(
                "INSERT INTO search_term(term, articles) VALUES(?, ?)"
                " ON CONFLICT(term) DO UPDATE SET articles = articles + excluded.articles",
                sorted(self._pending.items()),
            )
            self._pending.clear()
