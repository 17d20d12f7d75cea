"""A refresh in a process of its own: what it tells, how it is stopped, and what is said when it dies."""

from __future__ import annotations

import os
import signal
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from reader.jobs.follow import follow
from reader.jobs.refresh_apart import RefreshApart
from reader.jobs.refresh_progress import RefreshProgress
from reader.library import Library
from reader.library.changes import Several
from reader.library.feed_changes import Subscribe
from reader.tui.desk import Desk
from tests.web.server import Answer, Web, item, rss


def apart(library: Library, told: Callable[[RefreshProgress], None]) -> RefreshApart:
    feeds = [one.id for one in library.feeds.subscriptions()]
    return RefreshApart(str(library.home), feeds, told, readers=1, nice=0)


def test_what_comes_is_told_and_seen_by_who_has_the_library_open(library: Library, web: Web) -> None:
    for number in range(6):
        address = web.says(f"/{number}", rss(item(f"{number}a"), item(f"{number}b"), title=f"Feed {number}"))
        library.do(Several((Subscribe(address, private=True),)))
    before = library.generation()
    told: list[RefreshProgress] = []
    end = apart(library, told.append).run()
    assert (end.done, end.total, end.new, end.failed, end.error) == (6, 6, 12, 0, "")
    assert end.finished
    assert told[-1] == end
    assert library.generation() != before
    assert library.documents.count() == 12
    assert sum(one.unread for one in library.feeds.followed()) == 12


def test_stopped_it_keeps_what_is_stored_and_leaves_the_library_free(library: Library, web: Web) -> None:
    follow(library, web.says("/feed", rss(item("a"))))
    web.answers["/feed"] = Answer(b"", wait=(held := threading.Event()))
    asked = len(web.asked)
    work = apart(library, lambda at: None)
    ends: list[RefreshProgress] = []
    thread = threading.Thread(target=lambda: ends.append(work.run()))
    thread.start()
    _until(lambda: len(web.asked) > asked)
    work.cancel()
    thread.join(10)
    held.set()
    assert [(end.cancelled, end.error) for end in ends] == [(True, "")]
    assert library.feeds.followed()[0].trouble == ""
    web.says("/feed", rss(item("a"), item("b")))
    assert apart(library, lambda at: None).run().new == 2


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="looks for the process in /proc")
def test_killed_it_says_so(library: Library, web: Web) -> None:
    follow(library, web.says("/feed", rss(item("a"))))
    web.answers["/feed"] = Answer(b"", wait=(held := threading.Event()))
    asked = len(web.asked)
    before = _children()
    told: list[RefreshProgress] = []
    ends: list[RefreshProgress] = []
    work = apart(library, told.append)
    thread = threading.Thread(target=lambda: ends.append(work.run()))
    thread.start()
    _until(lambda: len(web.asked) > asked)
    for process in _children() - before:
        os.kill(process, signal.SIGKILL)
    thread.join(10)
    held.set()
    assert [(end.finished, end.cancelled) for end in ends] == [(True, False)]
    assert "ended unexpectedly" in ends[0].error
    assert told[-1] == ends[0]


def test_a_library_that_cannot_be_opened_is_told_in_its_sentence(tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.mkdir()
    (home / "library.db").write_bytes(b"SQLite format 3\0" + b"\xff" * 4096)
    (home / "notes.db").write_bytes(b"SQLite format 3\0" + b"\xff" * 4096)
    end = RefreshApart(str(home), None, lambda at: None, readers=1, nice=0).run()
    assert end.finished
    assert str(home) in end.error


async def test_a_reader_that_may_not_write_fetches_nothing(library: Library, web: Web) -> None:
    follow(library, web.says("/feed", rss(item("a"))))
    asked = len(web.asked)
    desk = Desk(Library.open(library.home, read_only=True), background=False)
    try:
        assert "reading only" in await desk.refresh_feeds()
        assert len(web.asked) == asked
    finally:
        await desk.close()


def _children() -> set[int]:
    found: set[int] = set()
    for task in Path("/proc/self/task").iterdir():
        found |= {int(one) for one in (task / "children").read_text().split()}
    return found


def _until(true: Callable[[], bool]) -> None:
    end = time.monotonic() + 10
    while not true():
        assert time.monotonic() < end
        time.sleep(0.01)
