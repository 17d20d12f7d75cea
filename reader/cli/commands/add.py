"""``dateline add``: files and folders into the library."""

from __future__ import annotations

import argparse
import os

from reader.cli.opened import add_paths, with_library
from reader.library import Library, Scope


def arguments(parser: argparse.ArgumentParser) -> None:
    """The command's own arguments."""
    parser.add_argument("paths", nargs="+", metavar="PATH", help="files and folders")


@with_library
def run(options: argparse.Namespace, library: Library) -> int:
    """Add, and say how many there are now."""
    failed = add_paths(library, options.paths)
    count = library.documents.count(Scope(tuple(os.path.abspath(path) for path in options.paths)))
    print(f"{count - failed:,} articles of {', '.join(options.paths)} are in the library")
    return 1 if failed else 0
