"""``dateline serve``: the reader in a browser on this machine."""

from __future__ import annotations

import argparse
import os
import shlex
import subprocess
import sys

from reader.cli import complain
from reader.library import Library, LibraryError
from reader.settings import library_home


def arguments(parser: argparse.ArgumentParser) -> None:
    """The command's own arguments."""
    parser.description = (
        "Open the reader in a browser on this machine (pip install 'dateline[serve]'). "
        "It answers on 127.0.0.1 only, and only to who has the address that it prints."
    )
    parser.add_argument("paths", nargs="*", metavar="PATH", help="files and folders; none: the library")
    parser.add_argument("--port", type=int, default=8017, metavar="N", help="8017 if you name none")
    parser.add_argument("--read-only", action="store_true", help="what is open can be read and searched, not changed")
    parser.add_argument("--profile", metavar="NAME", default="", help="a profile of config.toml")


def run(options: argparse.Namespace) -> int:
    """Serve until Ctrl+C; 1 when the port is taken or the extra is not installed."""
    from importlib.util import find_spec

    if find_spec("textual_serve") is None:
        return complain("serving needs one more package: pip install 'dateline[serve]'")
    if not 0 < options.port < 65536:
        return complain("a port is a number from 1 to 65535", 2)
    if missing := next((path for path in options.paths if not os.path.lexists(path)), None):
        return complain(f"{missing}: no such file or folder")
    home = str(library_home(options.library))
    if options.read_only and (problem := _prepared(home, options.paths)):
        return complain(problem)
    from reader.cli.browser.server import LocalServer

    server = LocalServer(command_line(home, options), options.port, _told)
    try:
        server.serve()
    except OSError as error:
        return complain(f"port {options.port} cannot be used ({error}); --port chooses another")
    return 0


def command_line(home: str, options: argparse.Namespace) -> str:
    """What each tab runs, as a line for the shell."""
    words = [sys.executable, "-m", "reader", "--library", home]
    words += ["--read-only"] if options.read_only else []
    words += ["--profile", options.profile] if options.profile else []
    words += ["--", *(os.path.abspath(path) for path in options.paths)]
    return subprocess.list2cmdline(words) if sys.platform == "win32" else shlex.join(words)


def _prepared(home: str, paths: list[str]) -> str:
    """Take in what is to be read, for the tabs cannot; gives what went wrong."""
    from reader.cli.opened import add_paths

    try:
        with Library.open(home) as library:
            add_paths(library, paths)
    except LibraryError as error:
        return str(error)
    return ""


def _told(address: str) -> None:
    print(f"Dateline is at {address}\nCtrl+C ends it.", flush=True)
