"""Rules for what comes in: articles that a query finds get a tag, or leave the list."""

from __future__ import annotations

import datetime as dt
import sqlite3
from dataclasses import dataclass
from typing import ClassVar

from reader.library.changes import Change, Several
from reader.library.folding import folded
from reader.library.subscriptions import one_line


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule."""

    name: str
    query: str
    """As in the search; only exact words, inflections and other names count, no slips of the pen."""
    tag: str = ""
    hide: bool = False
    """Whether the articles leave the list; ``is:removed`` still finds them."""


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
        before = _rule(connection, self.name)
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
        before = _rule(connection, self.name)
        connection.execute("DELETE FROM rule WHERE name = ?", (self.name,))
        return SaveRule(before.name, before.query, before.tag, before.hide) if before else Several(())


def nothing_awaits(connection: sqlite3.Connection) -> bool:
    """Whether there is neither a rule nor a feed with tags: what comes in now is left as it is, for good."""
    query = "SELECT EXISTS (SELECT 1 FROM rule) OR EXISTS (SELECT 1 FROM feed WHERE tags <> '')"
    return not connection.execute(query).fetchone()[0]


def rules(connection: sqlite3.Connection) -> list[Rule]:
    """All rules by name."""
    found = [Rule(name, query, tag, bool(hide)) for name, query, tag, hide in connection.execute(_QUERY)]
    return sorted(found, key=lambda rule: (folded(rule.name), rule.name))


_QUERY = "SELECT name, query, tag, hide FROM rule"


def _rule(connection: sqlite3.Connection, name: str) -> Rule | None:
    found = connection.execute(f"{_QUERY} WHERE name = ?", (name,)).fetchone()
    return Rule(found[0], found[1], found[2], bool(found[3])) if found else None
