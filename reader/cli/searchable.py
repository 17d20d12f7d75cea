"""Articles that a refresh brought into the search index, before a command that searches."""

from __future__ import annotations

import os
import sys

from reader.cli import complain
from reader.library import Library


def make_searchable(library: Library, *, quiet: bool = False) -> None:
    """Take in all that waits, with a line on standard error where it is much."""
    waiting = library.unindexed.count()
    if not waiting:
        return
    from reader.jobs.indexing import Indexing, IndexProgress
    from reader.jobs.workers import Workers
    from reader.library.unindexed import FEW

    shows = sys.stderr.isatty() and not quiet and waiting > FEW

    def told(at: IndexProgress) -> None:
        if shows:
            end = "\n" if at.finished else ""
            print(f"\r{at.done:,} of {waiting:,} new articles made searchable", end=end, file=sys.stderr, flush=True)

    workers = Workers(max(1, min(4, os.cpu_count() or 1)), nice=0) if waiting > FEW else None
    try:
        end = Indexing(library, workers, told).run()
    finally:
        if workers is not None:
            workers.close()
    if end.error:
        complain(end.error)
