"""What is written down when the reader breaks: where, in what, and nothing of any article."""

from __future__ import annotations

import datetime as dt
import os
import platform
import sqlite3
import sys
import traceback
from collections.abc import Mapping
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from reader import __version__
from reader.model import clean

KEPT = 20
"""So many reports are kept."""
_FRAMES = 60
_PACKAGES = ("textual", "rich", "markdown-it-py", "rapidfuzz", "trafilatura", "feedparser", "httpx")
# Messages of these are put together from names in programs. Others may quote what was being read.
_OUR_WORDS: tuple[type[BaseException], ...] = (
    AttributeError,
    ImportError,
    MemoryError,
    NameError,
    NotImplementedError,
    RecursionError,
    TypeError,
    ZeroDivisionError,
    sqlite3.Error,
)
_LONGEST = 300


def report(home: Path, error: BaseException, about: Mapping[str, str] | None = None) -> Path | None:
    """Write a report into ``home/crashes``; its file, or None when it cannot be written.

    :param about: what was being done, in words and ids that the caller vouches for.
    """
    now = dt.datetime.now().astimezone()
    folder = home / "crashes"
    path = folder / f"{now:%Y-%m-%d-%H%M%S-%f}.txt"
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "w", encoding="utf-8", errors="replace") as file:
            file.write(clean(text(error, now, about or {})))
    except OSError:
        return None
    for old in sorted(folder.glob("????-??-??-*.txt"))[:-KEPT]:
        old.unlink(missing_ok=True)
    return path


def text(error: BaseException, now: dt.datetime, about: Mapping[str, str]) -> str:
    """What a report says."""
    lines = [
        f"Something broke in Dateline {__version__} at {now.isoformat(timespec='seconds')}.",
        "This report holds names of functions and lines of programs, and ids; no text of articles or notes.",
        "",
        f"python {platform.python_version()} on {platform.platform()}, sqlite {sqlite3.sqlite_version}",
        ", ".join(f"{name} {_version(name)}" for name in _PACKAGES),
        f"terminal {os.environ.get('TERM', '?')}, {_size()}",
        *(f"{name}: {words}" for name, words in about.items()),
    ]
    seen: set[int] = set()
    cause: BaseException | None = error
    while cause is not None and id(cause) not in seen:
        seen.add(id(cause))
        lines += ["", _said(cause), *_frames(cause)]
        cause = cause.__cause__ or (None if cause.__suppress_context__ else cause.__context__)
    return "\n".join(lines) + "\n"


def _said(error: BaseException) -> str:
    name = type(error).__qualname__
    if isinstance(error, OSError):
        return f"{name}: {error.strerror or error.errno}"
    if isinstance(error, _OUR_WORDS) or type(error).__module__.startswith("textual.css"):
        return f"{name}: {str(error)[:_LONGEST]}"
    return f"{name} (its message may quote what was read and is left out)"


def _frames(error: BaseException) -> list[str]:
    frames = traceback.extract_tb(error.__traceback__)
    return [f"  {_short(frame.filename)}:{frame.lineno} {frame.name}: {frame.line}" for frame in frames[-_FRAMES:]]


def _short(name: str) -> str:
    """A file of a program without the folders above it, which name their owner."""
    for folder in sorted((folder for folder in sys.path if folder), key=len, reverse=True):
        if name.startswith(folder.rstrip(os.sep) + os.sep):
            return name[len(folder.rstrip(os.sep)) + 1 :]
    return os.path.basename(name)


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return "missing"


def _size() -> str:
    try:
        columns, lines = os.get_terminal_size(2)
    except OSError:
        return "of no size"
    return f"{columns}×{lines}"
