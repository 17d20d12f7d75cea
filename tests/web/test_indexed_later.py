"""What a refresh brings can be read at once, and is searchable soon after, whatever happens in between."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from reader.cli import main
from reader.jobs.indexing import Indexing, IndexProgress
from reader.jobs.workers import Workers
from reader.library import Library
from reader.library.changes import Several
from reader.library.feed_changes import Subscribe
from reader.library.rule_changes import SaveRule
from reader.library.searching import searcher
from reader.library.unindexed import FEW, indexable
from tests.web.server import Web, item, rss
from tests.web.test_feeds_in_the_reader import Open, opened
from tests.web.test_refresh_stories import refreshed

__all__ = ["opened"]  # a fixture
ENTRIES = 70
FEEDS = FEW // ENTRIES + 1


def follow_many(library: Library, web: Web) -> int:
    """Follow feeds of more entries than are indexed where they came; how many entries."""
    for number in range(FEEDS):
        items = [
            item(f"{number}-{entry}", title=f"Harbour {number} {entry}", link=web.at(f"/{number}/{entry}"))
            for entry in range(ENTRIES)
        ]
        web.says(f"/{number}", rss(*items, title=f"Feed {number}"), ETag=f'"{number}"')
    library.do(Several(tuple(Subscribe(web.at(f"/{number}"), private=True) for number in range(FEEDS))))
    return FEEDS * ENTRIES


def found(library: Library, words: str) -> int:
    """How many articles a search finds."""
    return len(searcher(library).search(words, 10_000).hits)


def test_few_are_searchable_when_the_refresh_ends(library: Library, web: Web) -> None:
    web.says("/feed", rss(item("a", title="Harbour closed"), item("b")))
    library.do(Subscribe(web.at("/feed"), private=True))
    refreshed(library)
    assert library.unindexed.count() == 0
    assert found(library, "harbour closed") == 1


def test_many_are_listed_and_readable_first(library: Library, web: Web) -> None:
    count = follow_many(library, web)
    refreshed(library)
    rows = library.documents.rows(limit=count + 1)
    assert len(rows) == count
    assert all(library.documents.get(row.id) for row in rows[:20])
    assert library.unindexed.count() == count
    assert library.check() == []  # what waits is not missing
    told: list[int] = []
    end = Indexing(library, None, lambda at: told.append(at.done)).run()
    assert (end.done, end.left, end.error, told[-1]) == (count, 0, "", count)
    assert library.unindexed.count() == 0
    assert found(library, "harbour") == count
    assert library.check() == []


def test_workers_make_them_ready(library: Library, web: Web) -> None:
    count = follow_many(library, web)
    refreshed(library)
    workers = Workers(1)
    try:
        assert Indexing(library, workers).run().done == count
    finally:
        workers.close()
    assert found(library, "harbour") == count


def test_rules_see_many_at_once(library: Library, web: Web) -> None:
    count = follow_many(library, web)
    library.do(SaveRule("ships", "harbour", tag="ship"))
    refreshed(library)
    assert library.unindexed.count() == 0
    assert sum("ship" in row.tags for row in library.documents.rows(limit=count)) == count


def test_an_article_that_changes_while_it_waits_is_indexed_as_it_is(library: Library, web: Web) -> None:
    follow_many(library, web)
    refreshed(library)
    late = [one for one in library.unindexed.some(limit=FEW) if one.title == "Harbour 0 0"]
    items = [item("0-0", title="Harbour opened again", link=web.at("/0/0"))]
    web.says("/0", rss(*items, title="Feed 0"))
    refreshed(library, library.feeds.find("Feed 0")[0].feed.id)
    before = library.unindexed.count()
    assert library.unindexed.put(indexable(late)) == 0  # made ready of an older version: it goes on waiting
    assert library.unindexed.count() == before
    library.unindexed.catch_up()
    assert found(library, "opened again") == 1
    assert library.check() == []


def test_the_next_search_of_the_command_line_takes_them_in(
    tmp_path: Path, web: Web, capsys: pytest.CaptureFixture[str]
) -> None:
    home = str(tmp_path / "home")
    with Library.open(home) as library:
        count = follow_many(library, web)
    assert main(["refresh", "--all", "--library", home]) == 0
    assert f"{count:,} articles go into the search index when" in capsys.readouterr().out
    assert main(["search", "--library", home, "harbour 3 7"]) == 0
    assert "Harbour 3 7" in capsys.readouterr().out
    with Library.open(home) as library:
        assert library.unindexed.count() == 0


def test_a_refresh_that_ends_when_all_is_searchable(
    tmp_path: Path, web: Web, capsys: pytest.CaptureFixture[str]
) -> None:
    home = str(tmp_path / "home")
    with Library.open(home) as library:
        follow_many(library, web)
    assert main(["refresh", "--all", "--index", "--library", home]) == 0
    assert "search index" not in capsys.readouterr().out
    with Library.open(home) as library:
        assert library.unindexed.count() == 0


def test_killed_between_storing_and_indexing(tmp_path: Path, web: Web) -> None:
    home = tmp_path / "home"
    with Library.open(home) as library:
        count = follow_many(library, web)
    chance = random.Random(5)
    for _ in range(5):
        process = subprocess.Popen(
            [sys.executable, "-m", "reader", "refresh", "--all", "--index", "--quiet", "--library", str(home)],
            env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
            start_new_session=True,
        )
        deadline = time.monotonic() + 60
        with Library.open(home, read_only=True) as library:
            while library.documents.count() < count and process.poll() is None and time.monotonic() < deadline:
                time.sleep(0.005)
        time.sleep(chance.uniform(0.0, 0.4))
        process.send_signal(signal.SIGKILL)
        process.wait()
        with Library.open(home) as library:
            assert library.documents.count() == count
            assert library.check() == []  # in the index or waiting for it, each of them, and none twice
    with Library.open(home) as library:
        library.unindexed.catch_up()
        assert found(library, "harbour") == count
        assert library.check() == []


async def test_the_open_reader_takes_them_in_and_says_so(opened: Open, tmp_path: Path, web: Web) -> None:
    with Library.open(tmp_path / "home") as library:
        count = follow_many(library, web)
    async with opened() as story:
        desk = story.app.desk
        desk.pause()  # as F5 does: what came stays readable and waits
        assert f"{count:,} new articles" in await desk.refresh_feeds(
            [one.id for one in desk.library.feeds.subscriptions()]
        )
        await story.wait_until(lambda: desk._indexing is not None)
        assert "still being made searchable" in (await desk.search("harbour")).words
        assert desk.library.unindexed.count() == count
        desk.pause()
        await story.wait_until(lambda: desk.library.unindexed.count() == 0)
        await story.wait_until(lambda: "can be searched" in story.status)
        assert (await desk.search("harbour 3 7")).hits


async def test_the_reader_is_left_while_articles_wait(opened: Open, tmp_path: Path, web: Web) -> None:
    with Library.open(tmp_path / "home") as library:
        count = follow_many(library, web)
    async with opened() as story:
        desk = story.app.desk
        desk.pause()
        await desk.refresh_feeds([one.id for one in desk.library.feeds.subscriptions()])
        await story.wait_until(lambda: desk._indexing is not None)
    with Library.open(tmp_path / "home") as library:
        assert library.unindexed.count() == count
        assert library.check() == []
        library.unindexed.catch_up()
        assert found(library, "harbour") == count


def test_that_nothing_is_left_is_said_at_the_end_only(
    library: Library, web: Web, monkeypatch: pytest.MonkeyPatch
) -> None:
    follow_many(library, web)
    refreshed(library)
    told: list[IndexProgress] = []
    clock = iter(range(1_000_000))
    monkeypatch.setattr("reader.jobs.indexing.time.monotonic", lambda: float(next(clock)))
    Indexing(library, None, told.append).run()
    assert len(told) > 1
    assert [at.finished for at in told if not at.left] == [True]
