"""The story flows one way: the import line of the house, walked over the source."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

import reader

ROOT = Path(reader.__file__).parent

# Each room may import the rooms named with it, and the standard library.
ROOMS: dict[str, set[str]] = {
    "model": set(),
    "markdown": {"model"},
    "extract": {"model"},
    "search": {"model"},
    "sources": {"model", "markdown", "settings"},
    "library": {"model", "markdown", "extract", "search", "settings"},
    "annotate": {"model", "markdown", "extract", "search", "library", "settings"},
    "exchange": {"model", "markdown", "extract", "search", "sources", "library", "annotate", "settings"},
    "settings": {"model"},
    "jobs": {"model", "markdown", "extract", "search", "sources", "library", "annotate", "exchange", "settings"},
    "guide": {"model", "markdown"},
}
ROOMS["tui"] = {*ROOMS}
ROOMS["cli"] = {*ROOMS, "tui"}
ROOMS["__main__"] = {"cli"}

# Who may import what from outside. Anything else from outside the standard library is an error.
GUESTS: dict[str, set[str]] = {
    "textual": {"tui"},
    "rich": {"tui"},
    "markdown_it": {"markdown"},
    "sqlite3": {"library", "search"},
    "rapidfuzz": {"search", "extract", "annotate"},
    "platformdirs": {"settings"},
    "trafilatura": {"sources"},
    "lxml": {"sources"},
    "httpx": {"sources"},
    "h11": {"sources"},
    "feedparser": {"sources"},
    "pycrfsuite": {"extract"},
    "spacy": {"extract"},
    "pypdf": {"sources"},
    "textual_serve": {"cli"},
    "aiohttp": {"cli"},
}


def _modules() -> list[Path]:
    return sorted(ROOT.rglob("*.py"))


def _room(path: Path) -> str:
    first = path.relative_to(ROOT).parts[0]
    return first.removesuffix(".py")


def _imported(path: Path) -> set[str]:
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.level == 0 and node.module:
            names |= {node.module} if node.module != "reader" else {f"reader.{alias.name}" for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            names.add("relative import: write it out")
    return names


@pytest.mark.parametrize("path", _modules(), ids=lambda path: str(path.relative_to(ROOT)))
def test_imports_point_one_way(path: Path) -> None:
    room = _room(path)
    if room == "__init__":
        return
    for name in _imported(path):
        first, _, rest = name.partition(".")
        if first == "reader":
            other = rest.split(".")[0]
            assert other in ("", "__version__", room) or other in ROOMS[room], f"{room} must not know {other}"
        elif first not in sys.stdlib_module_names:
            assert room in GUESTS.get(first, set()), f"{room} must not import {first}"
        elif first in GUESTS:
            assert room in GUESTS[first], f"{room} must not import {first}"


LATE = (
    *("rapidfuzz", "markdown_it", "httpx", "feedparser", "trafilatura", "lxml", "tomllib", "hashlib"),
    *("reader.extract.pipeline", "reader.search.searcher", "reader.search.vocabulary", "reader.sources.files"),
    *("reader.model.fact", "reader.library.changes", "reader.library.feed_changes", "reader.markdown.tables"),
    *("reader.tui.fact_rows", "reader.tui.screens.search", "reader.tui.widgets.clean_input"),
)
"""What the first screen does not wait for (``python -m tests.bench.peers`` says what it takes)."""


def test_the_first_screen_waits_for_little() -> None:
    code = "import sys, reader.cli.commands.open, reader.tui.app, reader.tui.desk; print(*sys.modules, sep='\\n')"
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT.parent)
    loaded = set(told.stdout.split())
    assert "reader.tui.screens.reading" in loaded
    assert not loaded & set(LATE)
