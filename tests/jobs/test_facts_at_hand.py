"""Facts of long articles are taken by a worker, which is killed when they take too long or nobody waits."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest

from reader.extract.pipeline import extract
from reader.jobs import at_hand
from reader.jobs.at_hand import FactsAtHand
from reader.jobs.workers import Workers

SENTENCE = "President Joe Biden spoke with Vladimir Putin in Geneva on 10 January 2022. "


@pytest.fixture
def workers() -> Iterator[Workers]:
    workers = Workers(1)
    yield workers
    workers.close()


def test_a_worker_finds_what_a_thread_finds(workers: Workers, monkeypatch: pytest.MonkeyPatch) -> None:
    text = SENTENCE * 20
    at_once = FactsAtHand(workers).of(text, None, ())
    monkeypatch.setattr(at_hand, "AT_ONCE", 100)
    assert FactsAtHand(workers).of(text, None, ()) == at_once == extract(text)


def test_what_takes_too_long_is_killed_and_the_next_is_read(workers: Workers, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(at_hand, "AT_ONCE", 100)
    facts = FactsAtHand(workers)
    assert facts.of(SENTENCE * 5, None, ())  # the worker runs
    monkeypatch.setattr(at_hand, "DEADLINE", 0.05)
    assert facts.of(SENTENCE * 20_000, None, ()) is None
    monkeypatch.setattr(at_hand, "DEADLINE", 60.0)
    assert facts.of(SENTENCE * 5, None, ())


def test_what_nobody_waits_for_is_given_up(workers: Workers, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(at_hand, "AT_ONCE", 100)
    facts = FactsAtHand(workers)
    found: list[object] = []
    thread = threading.Thread(target=lambda: found.append(facts.of(SENTENCE * 20_000, None, ())))
    thread.start()
    while facts._job is None:
        thread.join(0.01)
    facts.give_up()
    thread.join(30)
    assert found == [None]


def test_an_extractor_that_breaks_gives_none(workers: Workers, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reader.extract.pipeline.extract", lambda *given, **more: 1 / 0)
    assert FactsAtHand(workers).of(SENTENCE, None, ()) is None
