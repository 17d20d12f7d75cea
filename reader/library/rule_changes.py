"""Changes to the rules for what comes in."""

from __future__ import annotations

import datetime as dt
import sqlite3
from dataclasses import dataclass
from typing import ClassVar

from reader.library.changes import Change, Several
from reader.library.rules import rule
from reader.library.subscriptions import one_line


@dataclass(frozen=True, slots=True)
class SaveRule(Change):
    """Keep a rule for the articles that come in from now on; one of the same name is replaced.

    :raises ValueError: for a rule without a name, a query, or anything to do.
    """

    action: ClassVar[str] = "save rule"
    name: str
    query: str
    tag: str = ""
    hide: bool = False

    def __post_init__(self) -> None:
        for field in ("name", "query", "tag"):
            object.__setattr__(self, field, one_line(getattr(self, field)))
        object.__setattr__(self, "tag", self.tag.removeprefix("#"))
        if not self.name or not self.query:
            raise ValueError("a rule has a name and a query")
        if not self.tag and not self.hide:
            raise ValueError("a rule tags or hides what it finds")

    @property
    def title(self) -> str:
        return f"keep the rule “{self.name}”"

    def apply(self, connection: sqlite3.Connection) -> Change:
        before = rule(connection, self.name)
        added = dt.datetime.now(dt.UTC).isoformat(timespec="seconds")
        connection.execute(
            "INSERT OR REPLACE INTO rule(name, query, tag, hide, added) VALUES (?, ?, ?, ?, ?)",
            (self.name, self.query, self.tag, self.hide, added),
        )
        return SaveRule(before.name, before.query, before.tag, before.hide) if before else ForgetRule(self.name)


@dataclass(frozen=True, slots=True)
class ForgetRule(Change):
    """Drop a rule; what it did stays."""

    action: ClassVar[str] = "forget rule"
    name: str

    @property
    def title(self) -> str:
        return f"forget the rule “{self.name}”"

    def apply(self, connection: sqlite3.Connection) -> Change:
        before = rule(connection, self.name)
        connection.execute("DELETE FROM rule WHERE name = ?", (self.name,))
        return SaveRule(before.name, before.query, before.tag, before.hide) if before else Several(())
