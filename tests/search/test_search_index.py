"""The write side: what is indexed is found, what is removed is not, and others notice."""

from __future__ import annotations

import pickle
import sqlite3
from pathlib import Path

import pytest

from reader.search.fold import terms
from reader.search.index import Index
from reader.search.prepared import prepare
from reader.search.searcher import Searcher


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "library.db"


def rows(searcher: Searcher, query: str) -> list[int]:
    return [hit.rowid for hit in searcher.search(query).hits]


def open_index(path: Path) -> tuple[sqlite3.Connection, Index]:
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA journal_mode = WAL")
    index = Index(connection)
    index.create()
    return connection, index


def test_create_again_changes_nothing(path: Path) -> None:
    _, index = open_index(path)
    index.add(7, "Talks in Geneva", "Biden and Putin")
    index.refresh()
    index.create()
    assert not index.outdated
    assert rows(Searcher(sqlite3.connect(path)), "geneva") == [7]


def test_removed_articles_are_not_found(path: Path) -> None:
    connection, index = open_index(path)
    index.add(1, "Talks in Geneva", "Biden")
    index.add(2, "Talks in Vienna", "Biden")
    index.refresh()
    index.remove(1)
    index.remove(99)
    assert rows(Searcher(connection), "biden") == [2]
    assert rows(Searcher(connection), "geneva") == []
    assert index.dead == 1


def test_an_article_that_changes_is_found_by_its_new_words_only(path: Path) -> None:
    connection, index = open_index(path)
    index.add(1, "Old heading", "first words")
    index.add(2, "Another", "other words")
    index.add(1, "New heading", "second words")
    index.refresh()
    searcher = Searcher(connection)
    assert rows(searcher, "second") == [1]
    assert rows(searcher, "first") == []
    assert rows(searcher, "old") == []
    index.add(1, "Newest heading", "third words")
    index.refresh()
    assert rows(Searcher(connection), "third") == [1]
    assert rows(Searcher(connection), "second") == []
    assert index.dead == 2


def test_a_removed_article_can_come_back(path: Path) -> None:
    connection, index = open_index(path)
    index.add(5, "Heading", "first")
    index.remove(5)
    index.add(5, "Heading", "second")
    index.refresh()
    assert rows(Searcher(connection), "second") == [5]
    assert rows(Searcher(connection), "first") == []


def test_an_undone_transaction_leaves_no_trace(path: Path) -> None:
    connection, index = open_index(path)
    connection.execute("BEGIN")
    index.add(1, "Heading", "words")
    index.refresh()
    connection.execute("ROLLBACK")
    assert rows(Searcher(connection), "words") == []
    assert connection.execute("SELECT count(*) FROM search_term").fetchone() == (0,)


def test_a_searcher_notices_what_another_connection_commits(path: Path) -> None:
    connection, index = open_index(path)
    index.add(1, "Heading", "guarantees")
    index.refresh()
    reader = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    searcher = Searcher(reader, lambda rowid: {1: "guarantees", 2: "spectator"}[rowid])
    assert rows(searcher, "gaurantees") == [1]
    assert rows(searcher, "spectatr") == []
    connection.execute("BEGIN")
    index.add(2, "Heading", "spectator")
    index.refresh()
    connection.execute("COMMIT")
    assert rows(searcher, "spectatr") == [2]


def test_a_searcher_keeps_what_it_knows_while_only_other_tables_change(path: Path) -> None:
    connection, index = open_index(path)
    connection.execute("CREATE TABLE document(text)")
    index.add(1, "Heading", "guarantees")
    index.refresh()
    asked: list[int] = []

    def text_of(rowid: int) -> str:
        asked.append(rowid)
        return "guarantees"

    searcher = Searcher(sqlite3.connect(f"file:{path}?mode=ro", uri=True), text_of)
    searcher.search("guarantees")
    first = len(asked)
    connection.execute("INSERT INTO document VALUES('x')")
    searcher.search("guarantees")
    assert len(asked) == first + 1  # for the snippet; the weighing had it
    index.remove(1)
    index.refresh()
    assert rows(searcher, "guarantees") == []


def test_optimize_and_clear(path: Path) -> None:
    connection, index = open_index(path)
    for number in range(1, 60):
        index.add(number, f"Heading {number}", "words of all")
        index.refresh()
    index.optimize()
    assert len(rows(Searcher(connection), "words")) == 50
    index.clear()
    assert rows(Searcher(connection), "words") == []
    assert index.add_all([(3, "Heading", "words")]) == 1
    assert rows(Searcher(connection), "words") == [3]


def test_an_index_by_other_rules_says_so(path: Path) -> None:
    connection, index = open_index(path)
    connection.execute("UPDATE search_meta SET value = value - 1 WHERE name = 'version'")
    assert index.outdated
    index.clear()
    assert not index.outdated


def test_the_index_keeps_no_text(path: Path) -> None:
    connection, index = open_index(path)
    secret = "Extraordinarily long sentence that must not be stored twice"
    index.add(1, "Heading", secret)
    index.optimize()
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    assert secret.encode() not in path.read_bytes()


def test_an_article_prepared_elsewhere_is_indexed_the_same(path: Path, tmp_path: Path) -> None:
    title, text = "Zelénský in Genf", "Talks\u2028with Путин, 東京 and O’Brien\x85again"
    dumps = []
    for prepared in (False, True):
        connection, index = open_index(tmp_path / f"{prepared}.db")
        if prepared:
            index.put(3, title, pickle.loads(pickle.dumps(prepare(title, text))))
        else:
            index.add(3, title, text)
        index.refresh()
        dumps.append(connection.execute("SELECT term, articles FROM search_term ORDER BY term").fetchall())
        assert rows(Searcher(connection, lambda _: text), "zelensky putin 東京 brien again") == [3]
    assert dumps[0] == dumps[1]
    assert [term for term, _ in dumps[0]] == sorted(set(terms(f"{title} {text}")))
