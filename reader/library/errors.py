"""What can go wrong with the library, each in one sentence for the reader."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from reader.model import clean_line


class LibraryError(Exception):
    """The library cannot do what was asked; the message is one clean sentence. Nothing was changed."""

    def __init__(self, message: str) -> None:
        super().__init__(clean_line(message))


class LibraryBusy(LibraryError):
    """Another program is writing; the same may be tried again."""


class LibraryRefused(LibraryError):
    """A file that is damaged, newer than this program, or none of ours. It was left untouched."""


class LibraryFull(LibraryError):
    """No space on the disk."""


class ReadOnly(LibraryError):
    """The library was opened for reading only."""


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Turn the errors of SQLite and of the system about ``path`` into ours."""
    try:
        yield
    except sqlite3.OperationalError as error:
        said = str(error)
        if "locked" in said or "busy" in said:
            raise LibraryBusy("Another program is writing to the library; try again in a moment.") from error
        if "full" in said:
            raise LibraryFull(f"The disk that holds {path} is full; nothing was saved.") from error
        if "interrupted" in said:
            raise
        if "readonly" in said or "unable to open" in said:
            raise LibraryError(f"{path} cannot be written or opened: {said}.") from error
        if "disk I/O" in said:
            raise LibraryError(f"The disk that holds {path} failed; nothing was saved.") from error
        raise LibraryError(f"{path}: {said}.") from error
    except sqlite3.DatabaseError as error:
        if isinstance(error, sqlite3.IntegrityError | sqlite3.ProgrammingError):
            raise  # ours to repair, not the reader's
        raise damaged(path) from error
    except OSError as error:
        raise LibraryError(f"{path}: {(error.strerror or 'cannot be used').lower()}.") from error


def damaged(path: Path) -> LibraryRefused:
    """The one sentence about a damaged file, with what helps."""
    return LibraryRefused(f"{path} is damaged; it was left as it is. {remedy(path)}")


def remedy(path: Path) -> str:
    """What helps when one of the two files cannot be used; of notes.db it names the newest copy."""
    if path.name == "library.db":
        return "Your notes are kept apart; “dateline doctor --repair” makes it anew."
    copy = newest_copy(path.parent)
    rest = "“dateline doctor --rescue FOLDER” saves what can be read."
    if copy is None:
        return f"There is no copy of it; {rest}"
    return f"The newest copy is {copy}: “dateline restore” puts it back, {rest}"


def newest_copy(home: Path) -> Path | None:
    """The newest copy of notes.db: of a day, else from before a migration."""
    folder = home / "backups"
    for pattern in ("notes-????-??-??.db", "notes-before-????.db"):
        if found := sorted(folder.glob(pattern)):
            return found[-1]
    return None
