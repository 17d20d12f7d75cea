"""``dateline doctor``: is everything in order?"""

from __future__ import annotations

import argparse
import platform
import sys
from importlib.metadata import PackageNotFoundError, version

from reader import __version__
from reader.cli.printing import json_line
from reader.library import Library, LibraryError, sqlite_build
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
    parser.add_argument("--format", choices=("table", "jsonl"), default="table")


def run(options: argparse.Namespace) -> int:
    """Print a line a check; exit code 1 when one failed."""
    checks = [*_installation(), *_library(options.library)]
    for name, good, words in checks:
        if options.format == "jsonl":
            json_line({"check": name, "ok": good, "words": words})
        else:
            print(f"{'ok ' if good else 'BAD'}  {name:12} {words}")
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
    if not (home / "library.db").exists():
        return [("library", True, f"{home} (empty: nothing was opened yet)")]
    try:
        with Library.open(home, read_only=True) as library:
            count = library.documents.count()
            problems = library.check()
    except LibraryError as error:
        return [("library", False, str(error))]
    checks = [("library", True, f"{home} ({count:,} articles)")]
    checks += [("library", False, problem) for problem in problems]
    return checks
