"""``dateline backup``: the whole library in one file."""

from __future__ import annotations

import argparse
import os

from reader.cli import say
from reader.cli.errors import WrongUse
from reader.cli.opened import with_library
from reader.library import Library


def arguments(parser: argparse.ArgumentParser) -> None:
    """The command's own arguments."""
    parser.add_argument("file", metavar="FILE", help="the archive to write; a folder gets one named by the time")
    parser.add_argument("--force", action="store_true", help="write over a file that is there")


@with_library
def run(options: argparse.Namespace, library: Library) -> int:
    """Write the archive and say where it is."""
    if os.path.lexists(options.file) and not os.path.isdir(options.file) and not options.force:
        raise WrongUse(f"{options.file} is there already; --force writes over it")
    say(library.backups.backup(options.file))
    return 0
