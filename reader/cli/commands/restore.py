"""``dateline restore``: a library out of a backup."""

from __future__ import annotations

import argparse

from reader.cli import complain, say
from reader.library import LibraryError
from reader.library.backup import restore
from reader.settings import library_home


def arguments(parser: argparse.ArgumentParser) -> None:
    """The command's own arguments."""
    parser.add_argument(
        "file",
        metavar="FILE",
        help="an archive that dateline backup wrote, or a copy of notes.db out of the folder backups",
    )


def run(options: argparse.Namespace) -> int:
    """Put the archive's library in place; what was there before is kept beside it."""
    home = library_home(options.library)
    try:
        kept = restore(options.file, home)
    except LibraryError as error:
        return complain(str(error))
    say(f"restored into {home}" + (f"; what was there before is in {kept}" if kept else ""))
    return 0
