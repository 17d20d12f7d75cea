"""Facts of a whole library, in the background: taken by workers, stored by one thread."""

from __future__ import annotations

import queue
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from reader.jobs.background import Background
from reader.jobs.job import Job, State
from reader.jobs.workers import Workers
from reader.library import Library, LibraryError
from reader.library.facts import PackedFacts, pack_facts
from reader.library.packing import unpack_shape, unpack_text
from reader.model import Published

CHUNK = 8
"""Documents that a worker is given at a time."""
BATCH = 32
"""Documents whose facts are written in one transaction."""
DEADLINE = 30.0
"""Seconds that one document may take."""
_PAGE = 200


@dataclass(frozen=True, slots=True)
class Waiting:
    """A text version that has no facts yet."""

    version: str
    published: str
    """ISO form; empty when unknown."""
    text: bytes
    shape: bytes
    engine: str = "default"
    """Who finds its actors."""


@dataclass(frozen=True, slots=True)
class FactsProgress:
    """How far it is."""

    done: int
    failed: int
    """Documents that took too long or broke an extractor; they are stored as having no facts."""
    finished: bool = False
    error: str = ""


def extract_all(batch: Sequence[Waiting]) -> Iterator[PackedFacts]:
    """What a worker does with its chunk."""
    from reader.extract.pipeline import EXTRACTOR, extract

    for waiting in batch:
        published = Published.parse(waiting.published) if waiting.published else None
        blocks, _ = unpack_shape(waiting.shape)
        text = unpack_text(waiting.text)
        facts = extract(text, published, blocks, actors=waiting.engine)
        yield pack_facts(waiting.version, EXTRACTOR, facts, published, text)


class FactsInBulk(Background[FactsProgress]):
    """Takes the facts of every English document that has none of the present extractors."""

    THREAD = "dateline-facts"

    def __init__(
        self,
        library: Library,
        workers: Workers,
        on_progress: Callable[[FactsProgress], None] | None = None,
        engine: str = "default",
        at_once: int | None = None,
    ) -> None:
        """
        :param on_progress: called in the thread of this work, some times a second, and once at the end.
        :param engine: who finds actors.
        :param at_once: pieces of work under way at most; None keeps every worker busy.
        """
        super().__init__()
        self._engine = engine
        self._library = library
        self._workers = workers
        self._at_once = at_once or 2 * workers.count
        self._on_progress = on_progress
        self._answers: queue.SimpleQueue[PackedFacts | _Chunk] = queue.SimpleQueue()
        self._jobs: dict[_Chunk, Job] = {}
        self._done = self._failed = 0
        self._told = 0.0

    def run(self) -> FactsProgress:
        """Do it all in the calling thread; how it ended."""
        error = ""
        try:
            self._run()
        except LibraryError as problem:
            error = str(problem)
        finally:
            for job in list(self._jobs.values()):
                job.cancel()
        end = FactsProgress(self._done, self._failed, finished=True, error=error)
        if self._on_progress:
            self._on_progress(end)
        return end

    def _run(self) -> None:
        chunks = self._chunks()
        batch: list[PackedFacts] = []
        while not self._cancelled.is_set():
            self._going.wait()
            while len(self._jobs) < self._at_once and (chunk := next(chunks, None)):
                self._hand_in(chunk)
            if not self._jobs:
                break
            self._collect(batch)
            if len(batch) >= BATCH or not self._jobs:
                self._write(batch)
                batch = []
        if batch:
            self._write(batch)

    def _chunks(self) -> Iterator[_Chunk]:
        from reader.extract.pipeline import EXTRACTOR

        after = 0
        handed: set[tuple[str, str]] = set()
        while page := self._library.facts.waiting(EXTRACTOR, after, _PAGE):
            after = page[-1][0]
            wanted: list[Waiting] = []
            for rowid, _ in page:
                stored = self._library.documents.packed(rowid)
                if stored is None:
                    continue
                waiting = Waiting(*stored, self._engine)
                if (waiting.version, waiting.published) not in handed:  # the same text twice is read once
                    handed.add((waiting.version, waiting.published))
                    wanted.append(waiting)
            for start in range(0, len(wanted), CHUNK):
                yield _Chunk(wanted[start : start + CHUNK])
            if len(handed) > 10 * _PAGE:
                handed.clear()

    def _hand_in(self, chunk: _Chunk) -> None:
        answers = self._answers

        def came(packed: PackedFacts) -> None:
            chunk.count += 1
            answers.put(packed)

        self._jobs[chunk] = self._workers.submit(
            extract_all, chunk.batch, deadline=DEADLINE, on_part=came, on_done=lambda job: answers.put(chunk)
        )

    def _collect(self, batch: list[PackedFacts]) -> None:
        try:
            answer = self._answers.get(timeout=0.1)
        except queue.Empty:
            return
        if isinstance(answer, PackedFacts):
            batch.append(answer)
            return
        job = self._jobs.pop(answer)
        left = answer.batch[answer.count :]
        if job.state is State.DONE or self._cancelled.is_set() or not left:
            return
        # The document that was being read is to blame; it counts as read, or it would be tried for ever.
        from reader.extract.pipeline import EXTRACTOR

        blamed = left[0]
        published = Published.parse(blamed.published) if blamed.published else None
        batch.append(pack_facts(blamed.version, EXTRACTOR, (), published))
        self._failed += 1
        if left[1:]:
            self._hand_in(_Chunk(left[1:]))

    def _write(self, batch: list[PackedFacts]) -> None:
        if not batch:
            return
        self._library.facts.put_many(batch)
        self._done += len(batch)
        self._library.lock.give_way()
        now = time.monotonic()
        if self._on_progress and now - self._told >= 0.2:
            self._told = now
            self._on_progress(FactsProgress(self._done, self._failed))


class _Chunk:
    """Texts given to a worker together, and how many of them have come back."""

    def __init__(self, batch: list[Waiting]) -> None:
        self.batch = batch
        self.count = 0
