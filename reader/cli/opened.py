"""The library, opened for a command."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from functools import wraps

from reader.cli import complain
from reader.library import Library, LibraryError
from reader.settings import library_home

Run = Callable[[argparse.Namespace, Library], int]


def with_library(run: Run) -> Callable[[argparse.Namespace], int]:
    """Open the library that ``--library`` or ``DATELINE_HOME`` names; its errors become one line and exit code 1."""

    @wraps(run)
    def opened(options: argparse.Namespace) -> int:
        try:
            with Library.open(library_home(options.library), on_wait=_waiting) as library:
                return run(options, library)
        except LibraryError as error:
            return complain(str(error))

    return opened


def _waiting() -> None:
    complain("waiting for another program that is writing to the library …")


def add_paths(library: Library, paths: Sequence[str]) -> int:
    """Take files and folders in; how many could not be read. Each of these is told in one line."""
    from reader.jobs.take_in import take_in
    from reader.library import Filter, Scope

    missing = [path for path in paths if not os.path.lexists(path)]
    for path in missing:
        complain(f"{path}: no such file or folder")
    paths = [path for path in paths if path not in missing]
    if not paths:
        return len(missing)
    shows = sys.stderr.isatty()

    def told(done: int, total: int, failed: int) -> None:
        if shows and total > 200:
            print(f"\r{done:,} of {total:,} files", end="" if done < total else "\n", file=sys.stderr, flush=True)

    take_in(library, paths, told)
    scope = Scope(tuple(os.path.abspath(path) for path in paths))
    failures = library.documents.rows(scope, chosen=Filter(failed=True), limit=10_000)
    for row in failures:
        complain(f"{row.path}: {row.error}")
    return len(missing) + len(failures)
