"""Rules for what comes in: articles that a query finds get a tag, or leave the list.

How the reader changes them is in :mod:`reader.library.rule_changes`.
"""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass

from reader.library.folding import folded


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule."""

    name: str
    query: str
    """As in the search; only exact words, inflections and other names count, no slips of the pen."""
    tag: str = ""
    hide: bool = False
    """Whether the articles leave the list; ``is:removed`` still finds them."""


def nothing_awaits(connection: sqlite3.Connection) -> bool:
    """Whether there is neither a rule nor a feed with tags: what comes in now is left as it is, for good."""
    query = "SELECT EXISTS (SELECT 1 FROM rule) OR EXISTS (SELECT 1 FROM feed WHERE tags <> '')"
    return not connection.execute(query).fetchone()[0]


def rules(connection: sqlite3.Connection) -> list[Rule]:
    """All rules by name."""
    found = [Rule(name, query, tag, bool(hide)) for name, query, tag, hide in connection.execute(_QUERY)]
    return sorted(found, key=lambda rule: (folded(rule.name), rule.name))


_QUERY = "SELECT name, query, tag, hide FROM rule"


def rule(connection: sqlite3.Connection, name: str) -> Rule | None:
    """The rule of that name."""
    found = connection.execute(f"{_QUERY} WHERE name = ?", (name,)).fetchone()
    return Rule(found[0], found[1], found[2], bool(found[3])) if found else None
