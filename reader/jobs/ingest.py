"""Folders into the library: files are read by workers, written by one thread, a batch at a time."""

from __future__ import annotations

import hashlib
import os
import queue
import stat
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from reader.jobs.background import Background
from reader.jobs.job import Job, State
from reader.jobs.workers import Workers
from reader.library import Library, LibraryError
from reader.library.packing import Packed, pack
from reader.model import BUILDER, clean_line, document_id
from reader.sources import SourceError, find
from reader.sources.files import document_of
from reader.sources.opening import LIMIT, read

CHUNK = 24
"""Files that a worker is given at a time."""
BATCH = 1024
"""Documents written in one transaction: more go faster, but after some 0.3 s other writers get their turn."""
DEADLINE = 20.0
"""Seconds that one file may take."""
TOLD_EVERY = 0.1
"""Seconds between two tellings of the progress."""
_LOOKED_UP = 400


@dataclass(frozen=True, slots=True)
class Progress:
    """How far it is."""

    done: int
    """Files written or failed."""
    total: int
    """Files that have to be read, as far as the folders have been walked."""
    failed: int
    unchanged: int
    missing: int
    """Documents whose files are gone."""
    walking: bool
    """Whether ``total`` may still grow."""
    finished: bool = False
    error: str = ""
    """One sentence when the library could not be written and the rest was given up."""


def read_packed(path: str) -> Packed:
    """A file, read and packed; what goes wrong is in its ``error``."""
    size = mtime = 0
    try:
        content = read(path, LIMIT)
        size, mtime = content.size, content.mtime_ns
        digest = hashlib.blake2b(content.data, digest_size=16).digest()
        return pack(document_of(content, path), hash=digest, size=size, mtime=mtime)
    except SourceError as error:
        return failed(path, error.reason, size, mtime)
    except MemoryError:
        return failed(path, "needs too much memory", size, mtime)
    except RecursionError:
        return failed(path, "is nested too deeply", size, mtime)


def read_all(paths: Sequence[str]) -> Iterator[Packed]:
    """What a worker does with its chunk: one after the other, each told at once."""
    for path in paths:
        yield read_packed(path)


def failed(path: str, reason: str, size: int = 0, mtime: int = 0) -> Packed:
    """The row of an input that could not be read."""
    origin = f"file:{path}"
    name = clean_line(os.path.basename(path)) or clean_line(path)
    return Packed(id=document_id(origin), origin=origin, title=name, error=clean_line(reason), size=size, mtime=mtime)


class Ingest(Background[Progress]):
    """Brings the library up to date with files and folders: new, changed, renamed, vanished.

    What is written stays written: cancelled or cut off, the next run does what is left.
    """

    THREAD = "dateline-ingest"

    def __init__(
        self,
        library: Library,
        workers: Workers | None,
        paths: Iterable[str | os.PathLike[str]],
        on_progress: Callable[[Progress], None] | None = None,
        on_wait: Callable[[], None] | None = None,
    ) -> None:
        """
        :param workers: None reads in the calling thread, which is faster for a few files but has no deadlines.
        :param on_progress: called in the thread of the ingest, at most some ten times a second, and once at the end.
        """
        super().__init__()
        self._library = library
        self._workers = workers
        self._paths = [os.path.abspath(path) for path in paths]
        self._on_progress = on_progress
        self._on_wait = on_wait
        self._answers: queue.SimpleQueue[Packed | _Chunk] = queue.SimpleQueue()
        self._jobs: dict[_Chunk, Job] = {}
        self._done = self._total = self._failed = self._unchanged = self._missing = 0
        self._walking = True
        self._told = 0.0
        self._seen: set[int] = set()

    @property
    def progress(self) -> Progress:
        """How far it is now."""
        return self._progress()

    def run(self) -> Progress:
        """Do it all in the calling thread; how it ended."""
        error = ""
        try:
            self._run()
        except LibraryError as problem:
            error = str(problem)
        finally:
            for job in list(self._jobs.values()):
                job.cancel()
        end = self._progress(finished=True, error=error)
        if self._on_progress:
            self._on_progress(end)
        return end

    def _run(self) -> None:
        due = self._due()
        batch: list[Packed] = []
        exhausted = False
        ahead = 3 * self._workers.count if self._workers else 1
        while not self._cancelled.is_set():
            self._going.wait()
            while not exhausted and len(self._jobs) < ahead and not self._cancelled.is_set():
                chunk = _Chunk(_some(due, CHUNK))
                if not chunk.paths:
                    exhausted = True
                    self._walking = False
                    break
                if self._workers is None:
                    batch += [read_packed(path) for path in chunk.paths]
                    break
                self._hand_in(chunk)
            if self._jobs:
                self._collect(batch)
            if len(batch) >= BATCH or (batch and not self._jobs):
                self._write(batch)
                batch = []
            elif exhausted and not self._jobs:
                break
        if batch:
            self._write(batch)
        if not self._cancelled.is_set():
            self._mark_missing()

    def _due(self) -> Iterator[str]:
        """Paths to read; counts those unchanged and remembers which documents were seen."""
        found = find(self._paths)
        while paths := _some(found, _LOOKED_UP):
            known = self._library.documents.files(paths)
            touched: list[tuple[int, int, int]] = []
            due: list[str] = []
            for path in paths:
                entry = known.get(path)
                if entry is None:
                    due.append(path)
                    continue
                rowid, size, mtime, builder, missing, was_failed = entry
                try:
                    status = os.stat(path)
                except OSError:
                    continue  # named but gone: marked missing with the others
                self._seen.add(rowid)
                same = (size, mtime, builder) == (status.st_size, status.st_mtime_ns, BUILDER)
                if not same or was_failed or not stat.S_ISREG(status.st_mode):
                    due.append(path)
                else:
                    self._unchanged += 1
                    if missing:
                        touched.append((rowid, size, mtime))
            if touched:
                self._library.documents.touch(touched, on_wait=self._on_wait)
            self._total += len(due)
            self._tell()
            yield from due

    def _hand_in(self, chunk: _Chunk) -> None:
        assert self._workers is not None
        answers = self._answers

        def came(packed: Packed) -> None:
            chunk.count += 1
            answers.put(packed)

        self._jobs[chunk] = self._workers.submit(
            read_all,
            chunk.paths,
            deadline=DEADLINE,
            on_part=came,
            on_done=lambda job: answers.put(chunk),
        )

    def _collect(self, batch: list[Packed]) -> None:
        """Take what has come; wait a little when nothing has."""
        try:
            answer = self._answers.get(timeout=0.1)
        except queue.Empty:
            return
        while True:
            if isinstance(answer, Packed):
                batch.append(answer)
            else:
                job = self._jobs.pop(answer)
                if job.state is not State.DONE and not self._cancelled.is_set():
                    left = answer.paths[answer.count :]
                    if left:  # the file that was being read is to blame; the others get a new worker
                        batch.append(failed(left[0], _why(job)))
                    if left[1:]:
                        self._hand_in(_Chunk(left[1:]))
            if len(batch) >= BATCH:
                return
            try:
                answer = self._answers.get_nowait()
            except queue.Empty:
                return

    def _write(self, batch: list[Packed]) -> None:
        numbers = self._library.documents.put_many(batch, on_wait=self._on_wait)
        self._seen.update(numbers)
        self._done += len(batch)
        self._failed += sum(bool(packed.error) for packed in batch)
        self._library.lock.give_way()
        self._tell()

    def _mark_missing(self) -> None:
        gone = [number for number, _ in self._library.documents.files_under(self._paths) if number not in self._seen]
        if gone:
            self._library.documents.mark_missing(gone, on_wait=self._on_wait)
            self._missing = len(gone)

    def _tell(self) -> None:
        now = time.monotonic()
        if self._on_progress and now - self._told >= TOLD_EVERY:
            self._told = now
            self._on_progress(self._progress())

    def _progress(self, finished: bool = False, error: str = "") -> Progress:
        return Progress(
            self._done, self._total, self._failed, self._unchanged, self._missing, self._walking, finished, error
        )


class _Chunk:
    """Files given to a worker together, and how many of them have come back."""

    def __init__(self, paths: list[str]) -> None:
        self.paths = paths
        self.count = 0


def _why(job: Job) -> str:
    return "took too long to read" if job.state is State.LATE else job.reason or "could not be read"


def _some(items: Iterator[str], count: int) -> list[str]:
    taken: list[str] = []
    for item in items:
        taken.append(item)
        if len(taken) == count:
            break
    return taken
