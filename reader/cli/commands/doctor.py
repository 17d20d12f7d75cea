"""``dateline doctor``: is everything in order?"""

from __future__ import annotations

import argparse
import platform
import sys
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from reader import __version__
from reader.cli import complain, say
from reader.cli.errors import WrongUse
from reader.cli.printing import json_line
from reader.library import Library, LibraryError, sqlite_build
from reader.library.errors import newest_copy
from reader.settings import library_home

NEEDS = (
    "textual",
    "markdown-it-py",
    "rapidfuzz",
    "platformdirs",
    "trafilatura",
    "lxml_html_clean",
    "httpx",
    "feedparser",
)


def arguments(parser: argparse.ArgumentParser) -> None:
    """The command's own arguments."""
    parser.description = (
        "Check the library and the installation. Nothing is changed without --repair, and what that replaces is kept "
        "in the folder backups of the library."
    )
    parser.add_argument("--format", choices=("table", "jsonl"), default="table")
    parser.add_argument("--repair", action="store_true", help="make library.db anew: its index, facts, damaged parts")
    parser.add_argument("--rescue", metavar="FOLDER", help="make a new library there out of what can be read of this")


def run(options: argparse.Namespace) -> int:
    """Print a line a check; exit code 1 when one failed."""
    if options.rescue and options.repair:
        raise WrongUse("--rescue and --repair are two things: rescue first")
    if options.rescue:
        return _rescue(library_home(options.library), Path(options.rescue))
    if options.repair and (code := _repair(library_home(options.library))):
        return code
    checks = [*_installation(), *_library(options.library)]
    for name, good, words in checks:
        if options.format == "jsonl":
            json_line({"check": name, "ok": good, "words": words})
        else:
            say(f"{'ok ' if good else 'BAD'}  {name:12} {words}")
    return 0 if all(good for _, good, _ in checks) else 1


def _installation() -> list[tuple[str, bool, str]]:
    checks = [
        ("dateline", True, __version__),
        ("python", sys.version_info >= (3, 11), f"{platform.python_version()} on {platform.system()}"),
        ("sqlite", sqlite_build.new_enough(), sqlite_build.version()),
        ("full text", sqlite_build.has_full_text(), "FTS5" if sqlite_build.has_full_text() else "FTS5 is missing"),
    ]
    for package in NEEDS:
        try:
            checks.append((package, True, version(package)))
        except PackageNotFoundError:
            checks.append((package, False, "is not installed: pip install dateline"))
    return checks


def _library(given: str | None) -> list[tuple[str, bool, str]]:
    home = library_home(given)
    if not (home / "library.db").exists() and not (home / "notes.db").exists() and newest_copy(home) is None:
        return [("library", True, f"{home} (empty: nothing was opened yet)")]
    try:
        with Library.open(home, read_only=True) as library:
            count = library.documents.count()
            problems = library.check()
    except LibraryError as error:
        return [("library", False, str(error))]
    checks = [("library", True, f"{home} ({count:,} articles)")]
    checks += [("library", False, problem) for problem in problems]
    copy = newest_copy(home)
    checks.append(("backup", True, f"{copy}" if copy else "none yet: made with the first action of a day"))
    reports = len(list((home / "crashes").glob("*.txt")))
    if reports:
        checks.append(("crashes", True, f"{reports} reports in {home / 'crashes'}"))
    return checks


def _rescue(home: Path, folder: Path) -> int:
    from reader.library.rescue import rescued_into

    try:
        saved = rescued_into(home, folder)
        with Library.open(folder) as library:
            library.reindex()
            library.settle()
    except LibraryError as error:
        return complain(str(error))
    if not any(one.path.name == "notes.db" for one in saved):
        copy = newest_copy(home)
        more = f"; dateline --library {folder} restore {copy} puts the newest copy there" if copy else ""
        complain(f"nothing could be read of {home / 'notes.db'}{more}", 0)
    for one in saved:
        rows = one.rows
        counts = [f"{rows.get(table, 0):,} {table}s" for table in ("annotation", "correction", "draft")]
        what = ", ".join(counts)
        if "document" in rows:
            what = f"{rows['document']:,} articles"
        cut = f"; not all could be read of: {', '.join(one.broken)}" if one.broken else ""
        say(f"{one.path}: {what}{cut}")
    say(f"dateline --library {folder} opens it; dateline --library {folder} export writes its notes out")
    return 0


def _repair(home: Path) -> int:
    """Make library.db anew and fill its index; facts are taken by the reader as it goes. The old file is kept."""
    from reader.library.rescue import rebuilt

    if not (home / "library.db").exists():
        return complain(f"there is no library in {home}")
    try:
        saved, aside = rebuilt(home)
        with Library.open(home) as library:
            indexed = library.reindex()
            library.settle()
    except LibraryError as error:
        return complain(str(error))
    cut = f"; not all could be read of: {', '.join(saved.broken)}" if saved.broken else ""
    complain(f"library.db was made anew with {indexed:,} articles{cut}; the old one is in {aside}", 0)
    return 0
