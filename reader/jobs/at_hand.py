"""Facts of the article that somebody looks at: at once where that is quick, else by a worker that can be killed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from reader.jobs.job import JobError

if TYPE_CHECKING:
    from reader.jobs.job import Job
    from reader.jobs.workers import Workers
    from reader.model import Block, Fact, Published

AT_ONCE = 30_000
"""Code points of a text that is read in the calling thread: at most a second even where each of them is a word."""
DEADLINE = 20.0
"""Seconds after which the worker is killed and the article has no facts."""


class FactsAtHand:
    """Takes the facts of one text at a time."""

    def __init__(self, workers: Workers) -> None:
        self._workers = workers
        self._job: Job | None = None

    def of(
        self, text: str, published: Published | None, blocks: Sequence[Block], engine: str = "default"
    ) -> Sequence[Fact] | None:
        """Facts by start; None when an extractor broke, took too long or was given up. Blocks: call it in a thread."""
        from reader.extract.pipeline import extract
        from reader.model import KINDS

        if len(text) <= AT_ONCE:
            try:
                return extract(text, published, blocks, actors=engine)
            except Exception:  # whatever an extractor meets must not close the reader
                return None
        try:
            job = self._job = self._workers.submit(
                extract, text, published, tuple(blocks), KINDS, engine, deadline=DEADLINE, first=True
            )
            found: Sequence[Fact] = job.result()
        except JobError:
            return None
        finally:
            self._job = None
        return found

    def give_up(self) -> None:
        """From any thread: another article is wanted, and nobody waits for these any more."""
        job = self._job
        if job is not None:
            job.cancel()
