"""``dateline backup``: the whole library in one file."""

from __future__ import annotations

import argparse

from reader.cli.opened import with_library
from reader.library import Library


def arguments(parser: argparse.ArgumentParser) -> None:
    """The command's own arguments."""
    parser.add_argument("file", metavar="FILE", help="the archive to write")


@with_library
def run(options: argparse.Namespace, library: Library) -> int:
    """Write the archive and say where it is."""
    print(library.backups.backup(options.file))
    return 0
