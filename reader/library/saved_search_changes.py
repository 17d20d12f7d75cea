"""Keeping a search under a name, and dropping it: steps that can be undone."""

from __future__ import annotations

import datetime as dt
import sqlite3
from dataclasses import dataclass
from typing import ClassVar

from reader.library.changes import Change, Several
from reader.model import clean_line


@dataclass(frozen=True, slots=True)
class SaveSearch(Change):
    """Keep a search under a name; one that has the name already is replaced.

    :raises ValueError: for a name or query without anything in it.
    """

    action: ClassVar[str] = "save search"
    name: str
    query: str
    added: str = ""
    """When it was first saved (ISO, UTC); empty for now."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "name", _one_line(self.name, "the name of a saved search"))
        object.__setattr__(self, "query", _one_line(self.query, "a saved search"))

    @property
    def title(self) -> str:
        return f"save the search “{self.name}”"

    def apply(self, connection: sqlite3.Connection) -> Change:
        before = _saved(connection, self.name)
        added = self.added or dt.datetime.now(dt.UTC).isoformat(timespec="seconds")
        connection.execute("INSERT OR REPLACE INTO saved_search VALUES (?, ?, ?)", (self.name, self.query, added))
        return before or ForgetSearch(self.name)


@dataclass(frozen=True, slots=True)
class ForgetSearch(Change):
    """Drop a saved search; nothing happens when there is none of the name."""

    action: ClassVar[str] = "forget search"
    name: str

    @property
    def title(self) -> str:
        return f"forget the search “{self.name}”"

    def apply(self, connection: sqlite3.Connection) -> Change:
        before = _saved(connection, self.name)
        connection.execute("DELETE FROM saved_search WHERE name = ?", (self.name,))
        return before or Several(())


def _saved(connection: sqlite3.Connection, name: str) -> SaveSearch | None:
    query = "SELECT name, query, added FROM saved_search WHERE name = ?"
    found = connection.execute(query, (name,)).fetchone()
    return SaveSearch(*found) if found else None


def _one_line(text: str, what: str) -> str:
    line = " ".join(clean_line(text).split())
    if not line:
        raise ValueError(f"{what} has at least one letter")
    return line
