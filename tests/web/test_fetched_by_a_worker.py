"""Addresses fetched by one of the workers: every answer comes, and what its end leaves unanswered is told."""

from __future__ import annotations

import contextlib
import os
import signal
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from reader.jobs.fetching import HELD, Wanted
from reader.jobs.fetching_apart import FetchingApart
from reader.jobs.ready import FETCHER, get_ready
from reader.jobs.refresh import Refresh
from reader.jobs.workers import Workers
from reader.library import Library
from reader.library.changes import Several
from reader.library.feed_changes import Subscribe
from reader.sources.web.answer import Fetched, FetchError
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
def test_what_was_not_answered_when_the_worker_died_is_told(workers: Workers, web: Web) -> None:
    process = workers.submit(os.getpid, on=FETCHER).result(30)
    quick = Wanted(0, web.says("/quick", rss(item("a"))), private=True)
    web.says("/slow", rss(item("b")))
    web.answers["/slow"] = Answer(b"", wait=(held := threading.Event()))
    came = Came()
    fetching(workers, [quick, Wanted(1, web.at("/slow"), private=True)], came)
    assert came.one.wait(30)
    os.kill(process, signal.SIGKILL)
    assert came.over.wait(30)
    held.set()
    assert isinstance(came.answers[0], Fetched)
    assert str(came.answers[1]) == "could not be fetched"


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
    web.answers["/0"] = Answer(b"", wait=held)
    library.do(Several(tuple(Subscribe(web.at(f"/{at}"), private=True) for at in range(MANY))))

    def kill_it(outcome: object) -> None:
        with contextlib.suppress(ProcessLookupError):  # the second time
            os.kill(process, signal.SIGKILL)

    end = Refresh(library, workers, None, on_outcome=kill_it).run()
    held.set()
    assert (end.done, end.total, end.error) == (MANY, MANY, "")
    assert end.failed >= 1
    assert end.new == MANY - end.failed
    troubles = {one.trouble for one in library.feeds.followed()} - {""}
    assert len(troubles) == 1
    assert "could not be fetched" in troubles.pop()
