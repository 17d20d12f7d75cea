"""Facts of the articles that have none yet, before a command that tells of all articles."""

from __future__ import annotations

import os
import sys

from reader.cli import complain
from reader.cli.searchable import make_searchable
from reader.library import Library


def take_missing_facts(library: Library) -> None:
    """Take them, a line on standard error where it takes long; what fails is left out."""
    from reader.extract.pipeline import EXTRACTOR
    from reader.jobs.facts import FactsInBulk, FactsProgress
    from reader.jobs.workers import Workers

    make_searchable(library)  # which also finds out what is English
    if not library.facts.waiting(EXTRACTOR, limit=1):
        return
    shows = sys.stderr.isatty()

    def told(progress: FactsProgress) -> None:
        if shows and progress.done > 50:
            end = "\n" if progress.finished else ""
            print(f"\rfacts of {progress.done:,} articles taken", end=end, file=sys.stderr, flush=True)

    workers = Workers(max(1, min(4, os.cpu_count() or 1)))
    try:
        ended = FactsInBulk(library, workers, told).run()
    finally:
        workers.close()
    if ended.error:
        complain(ended.error)
