"""The reader's own set of labels. Annotations name them and outlive them."""

from __future__ import annotations

import dataclasses
import json
import sqlite3
from dataclasses import dataclass
from typing import Any, ClassVar

from reader.library.annotation_rows import one_line
from reader.library.changes import Change, Several
from reader.model import Label


@dataclass(frozen=True, slots=True)
class PutLabel(Change):
    """Make a label, or give the one of its name another key, colour or description.

    A digit that another label has goes over to this one.

    :raises ValueError: for a name without a letter, or a key that is no single digit.
    """

    action: ClassVar[str] = "label"
    label: Label
    position: int = 0
    """Its place in the list; 0 leaves it where it is, a new one at the end."""

    def __post_init__(self) -> None:
        name, key = one_line(self.label.name), self.label.key.strip()
        if not name:
            raise ValueError("a label's name has at least one letter")
        if key and not (len(key) == 1 and key in "0123456789"):
            raise ValueError("a label's key is one digit, or none")
        colour, description = one_line(self.label.colour), one_line(self.label.description)
        object.__setattr__(self, "label", Label(name, key, colour, description))

    @property
    def title(self) -> str:
        return f"label “{self.label.name}”"

    def apply(self, connection: sqlite3.Connection) -> Change:
        label = self.label
        before = _put_label(connection, label.name)
        inverses: list[Change] = []
        if label.key:
            query = "SELECT name FROM label WHERE key = ? AND name <> ?"
            for (other,) in connection.execute(query, (label.key, label.name)).fetchall():
                inverses += [had] if (had := _put_label(connection, other)) else []
                connection.execute("UPDATE label SET key = '' WHERE name = ?", (other,))
        end = connection.execute("SELECT coalesce(max(position), 0) + 1 FROM label").fetchone()[0]
        position = self.position or (before.position if before else end)
        connection.execute(
            "INSERT OR REPLACE INTO label(name, key, colour, description, position) VALUES (?, ?, ?, ?, ?)",
            (label.name, label.key, label.colour, label.description, position),
        )
        undo = before or ForgetLabel(label.name)
        return Several((undo, *inverses), self.title) if inverses else undo

    def to_json(self) -> dict[str, Any]:
        return {"action": self.action, "label": dataclasses.asdict(self.label), "position": self.position}

    @classmethod
    def from_json(cls, values: dict[str, Any]) -> Change:
        return cls(Label(**values["label"]), values["position"])


@dataclass(frozen=True, slots=True)
class ForgetLabel(Change):
    """Take a label out of the set. Annotations that name it stay as they are."""

    action: ClassVar[str] = "forget label"
    name: str

    @property
    def title(self) -> str:
        return f"forget the label “{self.name}”"

    def apply(self, connection: sqlite3.Connection) -> Change:
        before = _put_label(connection, self.name)
        connection.execute("DELETE FROM label WHERE name = ?", (self.name,))
        return before or Several(())


@dataclass(frozen=True, slots=True)
class RenameLabel(Change):
    """Give a label another name, in the set and on all annotations; on a name that there is, the two become one.

    :raises ValueError: for a name without a letter.
    """

    action: ClassVar[str] = "rename label"
    name: str
    to: str

    def __post_init__(self) -> None:
        object.__setattr__(self, "to", one_line(self.to))
        if not self.to:
            raise ValueError("a label's name has at least one letter")

    @property
    def title(self) -> str:
        return f"rename the label “{self.name}” to “{self.to}”"

    def apply(self, connection: sqlite3.Connection) -> Change:
        if self.name == self.to:
            return Several(())
        before, other = _put_label(connection, self.name), _put_label(connection, self.to)
        ids = [id for (id,) in connection.execute("SELECT id FROM annotation WHERE label = ?", (self.name,))]
        _Relabel(tuple(ids), self.to).apply(connection)
        inverses: list[Change] = [_Relabel(tuple(ids), self.name)]
        if before is not None:
            connection.execute("DELETE FROM label WHERE name = ?", (self.name,))
            if other is None:
                label = before.label
                PutLabel(Label(self.to, label.key, label.colour, label.description), before.position).apply(connection)
                inverses.append(ForgetLabel(self.to))
            inverses.append(before)
        return Several(tuple(inverses), self.title)


@dataclass(frozen=True, slots=True)
class _Relabel(Change):
    """Let some annotations name another label."""

    action: ClassVar[str] = "relabel"
    ids: tuple[str, ...]
    label: str

    @property
    def title(self) -> str:
        return f"label “{self.label}” on {len(self.ids)} annotations"

    def apply(self, connection: sqlite3.Connection) -> Change:
        ids = json.dumps(self.ids)
        chosen = "SELECT value FROM json_each(?)"
        found = connection.execute(f"SELECT label FROM annotation WHERE id IN ({chosen}) LIMIT 1", (ids,)).fetchone()
        connection.execute(
            f"UPDATE annotation SET label = ?, turn = (SELECT max(turn) + 1 FROM annotation) WHERE id IN ({chosen})",
            (self.label, ids),
        )
        return _Relabel(self.ids, found[0] if found else self.label)


def labels_of(connection: sqlite3.Connection) -> list[Label]:
    """The set in its order."""
    query = "SELECT name, key, colour, description FROM label ORDER BY position, name"
    return [Label(*row) for row in connection.execute(query)]


def _put_label(connection: sqlite3.Connection, name: str) -> PutLabel | None:
    query = "SELECT name, key, colour, description, position FROM label WHERE name = ?"
    found = connection.execute(query, (name,)).fetchone()
    return PutLabel(Label(*found[:4]), found[4]) if found else None
