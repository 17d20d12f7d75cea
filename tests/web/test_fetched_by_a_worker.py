"""Addresses fetched by one of the workers: every answer comes, and what its end leaves unanswered is told."""

from __future__ import annotations

import contextlib
import os
import signal
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from reader.jobs import fetching_apart
from reader.jobs import refresh as refresh_module
from reader.jobs import workers as workers_module
from reader.jobs.fetching import HELD, Wanted
from reader.jobs.fetching_apart import FetchingApart
from reader.jobs.ready import FETCHER, get_ready
from reader.jobs.refresh import Refresh
from reader.jobs.workers import Workers
from reader.library import Library
from reader.library.changes import Several
from reader.library.feed_changes import Subscribe
from reader.sources.web.answer import Fetched, FetchError
from tests.jobs import tasks
from tests.web.server import Answer, Web, item, rss

MANY = 12


@pytest.fixture
def workers() -> Iterator[Workers]:
    made = Workers(2, nice=0)
    yield made
    made.close()


class Came:
    """What a fetching has told."""

    def __init__(self) -> None:
        self.answers: dict[int, Fetched | FetchError] = {}
        self.one = threading.Event()
        self.over = threading.Event()

    def answered(self, asked: Wanted, answer: Fetched | FetchError) -> None:
        assert asked.place not in self.answers
        self.answers[asked.place] = answer
        self.one.set()


def fetching(workers: Workers, wanted: list[Wanted], came: Came) -> FetchingApart:
    made = FetchingApart(workers, wanted, came.answered, came.over.set)
    made.start()
    return made


def test_each_answer_comes_once_with_what_the_server_said(workers: Workers, web: Web) -> None:
    get_ready(workers)
    wanted = [Wanted(at, web.says(f"/{at}", rss(item(str(at))), ETag=f'"{at}"'), private=True) for at in range(MANY)]
    wanted.append(Wanted(MANY, web.fails("/busy", 503, **{"Retry-After": "900"}), private=True))
    wanted.append(Wanted(MANY + 1, web.fails("/gone", 410), private=True))
    came = Came()
    fetching(workers, wanted, came)
    assert came.over.wait(30)
    for at in range(MANY):
        answer = came.answers[at]
        assert isinstance(answer, Fetched)
        assert (answer.etag, answer.body) == (f'"{at}"', rss(item(str(at))).encode())
    busy, gone = came.answers[MANY], came.answers[MANY + 1]
    assert isinstance(busy, FetchError)
    assert isinstance(gone, FetchError)
    assert (busy.wait, busy.gone, gone.gone) == (900, False, True)
    assert "503" in str(busy)


@pytest.mark.skipif(os.name == "nt", reason="kills a process by a signal")
@pytest.mark.parametrize("tries", [1, 2])
def test_when_the_worker_dies_what_is_left_is_begun_once_more(
    workers: Workers, web: Web, monkeypatch: pytest.MonkeyPatch, tries: int
) -> None:
    monkeypatch.setattr(fetching_apart, "_TRIES", tries)
    process = workers.submit(os.getpid, on=FETCHER).result(30)
    quick = Wanted(0, web.says("/quick", rss(item("a"))), private=True)
    web.answers["/slow"] = Answer(b"<p>at last", wait=(held := threading.Event()))
    came = Came()
    fetching(workers, [quick, Wanted(1, web.at("/slow"), private=True)], came)
    assert came.one.wait(30)
    os.kill(process, signal.SIGKILL)
    if tries == 1:
        assert came.over.wait(30)
    held.set()
    assert came.over.wait(30)
    first, second = came.answers[0], came.answers[1]
    assert isinstance(first, Fetched)
    assert web.paths().count("/quick") == 1
    if tries == 1:
        assert str(second) == "could not be fetched"
    else:
        assert isinstance(second, Fetched)
        assert second.body == b"<p>at last"


@pytest.mark.skipif(os.name == "nt", reason="stops a process by a signal")
def test_a_worker_that_says_nothing_for_too_long_is_taken_for_dead(
    workers: Workers, web: Web, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fetching_apart, "_SILENCE", 2.0)
    process = workers.submit(os.getpid, on=FETCHER).result(30)
    os.kill(process, signal.SIGSTOP)
    came = Came()
    monkeypatch.setattr(workers_module, "_STARTING", 0.0)
    fetching(workers, [Wanted(0, web.says("/feed", rss(item("a"))), private=True)], came)
    assert came.over.wait(60)
    assert isinstance(came.answers[0], Fetched)
    assert web.paths() == ["/feed"]


def test_given_up_it_ends_at_once_and_says_nothing_more(workers: Workers, web: Web) -> None:
    web.answers["/slow"] = Answer(b"", wait=(held := threading.Event()))
    came = Came()
    work = fetching(workers, [Wanted(0, web.at("/slow"), private=True)], came)
    work.cancel()
    assert came.over.wait(30)
    held.set()
    assert came.answers == {}


def test_no_more_is_taken_than_can_be_held(workers: Workers, web: Web) -> None:
    body = b"<p>" + b"x" * (HELD // 2)
    wanted = [Wanted(at, web.says(f"/{at}", body), private=True) for at in range(5)]
    came = Came()
    work = fetching(workers, wanted, came)
    assert not came.over.wait(1.0)
    assert len(came.answers) == 2  # the third waits
    for _ in wanted:
        work.taken(len(body))
    assert came.over.wait(30)
    assert sorted(came.answers) == [0, 1, 2, 3, 4]


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="looks for processes in /proc")
def test_a_refresh_goes_on_when_the_fetching_worker_dies(library: Library, workers: Workers, web: Web) -> None:
    process = workers.submit(os.getpid, on=FETCHER).result(30)
    held = threading.Event()
    for at in range(MANY):
        web.says(f"/{at}", rss(item(f"{at}"), title=f"Feed {at}"))
    web.answers["/0"] = Answer(rss(item("0")).encode(), wait=held)
    library.do(Several(tuple(Subscribe(web.at(f"/{at}"), private=True) for at in range(MANY))))

    def kill_it(outcome: object) -> None:
        with contextlib.suppress(ProcessLookupError):  # the second time
            os.kill(process, signal.SIGKILL)
        held.set()

    end = Refresh(library, workers, None, on_outcome=kill_it).run()
    held.set()
    assert (end.done, end.total, end.failed, end.new, end.error) == (MANY, MANY, 0, MANY, "")


def test_feeds_that_take_for_ever_to_read_hold_up_no_others(
    library: Library, workers: Workers, web: Web, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(refresh_module, "read_feed", tasks.read_or_hang)
    for at in range(MANY):
        web.says(f"/{at}", rss(item(f"{at}", title="hang" if at < 2 else ""), title=f"Feed {at}"))
    library.do(Several(tuple(Subscribe(web.at(f"/{at}"), private=True) for at in range(MANY))))
    stored: list[str] = []

    def came(outcome: refresh_module.FeedOutcome) -> None:
        stored.append(outcome.feed.address if outcome.feed is not None else "")
        if len(stored) == MANY - 2:
            work.cancel()

    work = Refresh(library, workers, None, on_outcome=came)
    end = work.run()
    assert (end.done, end.new, end.cancelled) == (MANY - 2, MANY - 2, True)
    assert web.at("/0") not in stored


def test_a_refresh_whose_workers_are_closed_stops(library: Library, workers: Workers, web: Web) -> None:
    library.do(Subscribe(web.says("/feed", rss(item("1"))), private=True))
    workers.close()
    # One of three or fewer is fetched here; only what is large goes to a worker.
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(refresh_module, "SMALL", 0)
        end = Refresh(library, workers, [one.id for one in library.feeds.subscriptions()]).run()
    assert (end.cancelled, end.done, end.error) == (True, 0, "")
