"""``dateline [PATH|-]``: the reader itself."""

from __future__ import annotations

import argparse
import gc
import os
import sys
from collections.abc import Sequence

from reader.cli import complain, say
from reader.model import Document


def arguments(parser: argparse.ArgumentParser) -> None:
    """The command's own arguments."""
    words = "files, folders, feeds, pages; none: the library; -: stdin"
    parser.add_argument("paths", nargs="*", metavar="PATH|URL|-", help=words)
    parser.add_argument("--read-only", action="store_true", help="change nothing: look at what the library holds")
    parser.add_argument("--profile", metavar="NAME", default="", help="a profile of config.toml")


def run(options: argparse.Namespace) -> int:
    """Open the reader; without a terminal, print what it would list."""
    gc.disable()  # until the first screen: a start makes much and drops nothing (reader.tui.tidying takes over)
    extra: Document | None = None
    if "-" in options.paths:
        from reader.sources import SourceError, load_stream
        from reader.sources.opening import LIMIT

        try:
            extra = load_stream(sys.stdin.buffer.read(LIMIT + 1))
        except SourceError as error:
            return complain(str(error))
        _keys_from_terminal()
    paths = [path for path in options.paths if path != "-"]
    addresses: list[str] = []
    if any(not os.path.lexists(path) for path in paths):
        from reader.sources.web.address import is_address

        addresses = [path for path in paths if is_address(path)]
        paths = [path for path in paths if path not in addresses]
    if missing := next((path for path in paths if not os.path.lexists(path)), None):
        return complain(f"{missing}: no such file or folder")
    if not _has_terminal():
        return _plain(paths, extra)
    from reader.library import Library, LibraryError
    from reader.settings import config_file, library_home

    try:
        library = Library.open(library_home(options.library), read_only=options.read_only)
    except LibraryError as error:
        return complain(str(error))
    if addresses:
        from reader.cli.following import kept

        try:
            extra = kept(library, addresses) or extra
        except LibraryError as error:
            library.close()
            return complain(str(error))
    from reader.tui.desk import Desk

    desk = Desk(library, paths, extra)  # may have a worker read the first file, while the rest is loaded
    from reader.tui.app import run as run_app

    return run_app(desk, config_file(), options.profile)


def _has_terminal() -> bool:
    if os.environ.get("TEXTUAL_DRIVER"):  # dateline serve is on the other side of the pipes
        return True
    return sys.stdin.isatty() and sys.stdout.isatty() and os.environ.get("TERM", "") not in ("", "dumb")


def _keys_from_terminal() -> None:
    """Standard input was the article; the keys come from the terminal itself."""
    try:
        terminal = os.open("/dev/tty", os.O_RDONLY)
    except OSError:
        return
    os.dup2(terminal, 0)
    os.close(terminal)


def _plain(paths: Sequence[str], extra: Document | None) -> int:
    from reader.sources import SourceError, find, load

    if extra is not None:
        print(extra.text)
    for path in find(paths):
        try:
            document = load(path)
        except SourceError as error:
            complain(str(error))
            continue
        day = document.published.date.isoformat() if document.published else "undated"
        say(f"{day}\t{document.title}\t{document.path}")
    return complain("the reader needs a terminal; dateline facts and dateline search work without one", 2)
