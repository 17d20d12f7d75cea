"""``dateline mirror``: a folder of notes that follows the library."""

from __future__ import annotations

import argparse
import os

from reader.cli import complain
from reader.cli.errors import WrongUse
from reader.cli.opened import with_library
from reader.library import Library


def arguments(parser: argparse.ArgumentParser) -> None:
    """The command's own arguments."""
    parser.description = (
        "Bring a folder of notes up to what you annotated: a note an article, for a vault or for git. "
        "The reader does so by itself while it is open when --keep, or mirror.folder of the settings, names a folder."
    )
    parser.add_argument("folder", nargs="?", metavar="FOLDER", help="the folder; else the one that was kept")
    parser.add_argument("--format", choices=("markdown", "w3c"), help="Markdown notes, or W3C annotations beside them")
    parser.add_argument("--keep", action="store_true", help="let the reader follow this folder from now on")
    parser.add_argument("--off", action="store_true", help="let the reader follow no folder any more")


@with_library
def run(options: argparse.Namespace, library: Library) -> int:
    """Update the mirror and say what was done."""
    from reader.exchange.errors import ExchangeError
    from reader.exchange.mirror import Mirror, chosen_mirror, keep_mirror

    if options.off:
        return _kept("", "")
    kept_folder, kept_format = chosen_mirror()
    folder = os.path.abspath(os.path.expanduser(options.folder)) if options.folder else kept_folder
    if not folder:
        raise WrongUse("mirror takes a FOLDER the first time")
    form = options.format or kept_format
    try:
        done = Mirror(library, folder, form).update()
    except ExchangeError as error:
        return complain(str(error))
    for sentence in done.notices:
        complain(sentence)
    complain(done.sentence, 0)
    if options.keep:
        try:
            keep_mirror(folder, form)
        except OSError as error:
            return complain(f"the settings could not be written: {error.strerror}")
    return 0


def _kept(folder: str, form: str) -> int:
    from reader.exchange.mirror import keep_mirror

    try:
        keep_mirror(folder, form or "markdown")
    except OSError as error:
        return complain(f"the settings could not be written: {error.strerror}")
    return complain("no folder is followed any more; what is in it stays", 0)
