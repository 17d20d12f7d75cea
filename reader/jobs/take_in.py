"""Files and folders into the library, waiting for the end: a few are read here, many by workers."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from itertools import islice

from reader.jobs.ingest import Ingest, Progress
from reader.jobs.workers import Workers
from reader.library import Library, LibraryError
from reader.sources import find

FEW = 150
"""Up to so many files are read in the caller's thread: starting workers takes as long."""
OPTIMIZED_FROM = 2000
"""After so many new documents the index is put in order."""

Told = Callable[[int, int, int], None]


def take_in(library: Library, paths: Iterable[str], told: Told) -> Progress:
    """Bring the library up to date with the files under ``paths``: new, changed, renamed, vanished.

    :param told: called now and then, and at the end, with the numbers done, to do and failed.
    :raises LibraryError: when the library could not be written; what was written before stays.
    """
    given = [os.path.abspath(path) for path in paths]
    many = len(list(islice(find(given), FEW + 1))) > FEW
    workers = Workers(max(1, min(4, os.cpu_count() or 1))) if many else None
    try:
        if library.index_outdated:
            library.reindex()
        end = Ingest(library, workers, given, lambda at: told(at.done, at.total, at.failed)).run()
    finally:
        if workers:
            workers.close()
    if end.error:
        raise LibraryError(end.error)
    if end.done >= OPTIMIZED_FROM:
        library.optimize_index()
    return end
