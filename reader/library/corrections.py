"""The reader's verdicts on machine facts, as they are kept; ``reader.annotate.corrections`` applies them."""

from __future__ import annotations

import dataclasses
import json
import sqlite3
import uuid
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar

from reader.library.changes import Change, Several
from reader.model import fact_from_json, fact_to_json

if TYPE_CHECKING:
    from reader.model import Correction

_COLUMNS = (
    "id, document, verdict, kind, text, type, value, version, first, last, quote, before, after, fact, created, number"
)
_SAID = {"accepted": "accept", "rejected": "reject", "corrected": "correct", "added": "add"}


@dataclass(frozen=True, slots=True)
class AddCorrection(Change):
    """Keep a verdict, in the place of one of the same id; ``id`` and ``created`` are filled in.

    Of several about one fact the latest holds.

    :raises ValueError: when it says nothing: a correction without the fact that is right, no words.
    """

    action: ClassVar[str] = "correction"
    correction: Correction
    number: int = 0
    """Its place in the order in which verdicts were given; 0 for the latest."""

    def __post_init__(self) -> None:
        from reader.library.annotation_changes import now

        given = self.correction
        if given.verdict in ("corrected", "added") and given.fact is None:
            raise ValueError("a corrected or added fact says what is right")
        if not given.text:
            raise ValueError("a correction names the words it is about")
        made = dataclasses.replace(given, id=given.id or uuid.uuid4().hex, created=given.created or now())
        object.__setattr__(self, "correction", made)

    @property
    def document(self) -> str:
        """Id of the document; empty for the whole library."""
        return self.correction.document

    @property
    def title(self) -> str:
        from reader.library.annotation_rows import one_line

        given = self.correction
        everywhere = " everywhere" if not given.document else " in the article" if given.anchor is None else ""
        return f"{_SAID[given.verdict]} the {given.kind} “{one_line(given.text)[:40]}”{everywhere}"

    def apply(self, connection: sqlite3.Connection) -> Change:
        from reader.library.annotation_rows import anchor_values, keep_version

        given = self.correction
        before = _found(connection, given.id)
        number = (
            self.number or (connection.execute("SELECT coalesce(max(number), 0) + 1 FROM correction").fetchone()[0])
        )
        fact = json.dumps(fact_to_json(given.fact), ensure_ascii=False) if given.fact else None
        connection.execute(
            f"INSERT OR REPLACE INTO correction({_COLUMNS}) VALUES ({', '.join('?' * 16)})",
            (
                given.id, given.document, given.verdict, given.kind, given.text, given.type, given.value,
                *anchor_values(given.anchor), fact, given.created, number,
            ),
        )  # fmt: skip
        if given.anchor is not None:
            keep_version(connection, given.document, given.anchor.version)
        return before or RemoveCorrection(given.id)

    def to_json(self) -> dict[str, Any]:
        fact = self.correction.fact
        plain = dataclasses.asdict(dataclasses.replace(self.correction, fact=None))
        told = {**plain, "fact": fact_to_json(fact) if fact else None}
        return {"action": self.action, "correction": told, "number": self.number}

    @classmethod
    def from_json(cls, values: dict[str, Any]) -> Change:
        from reader.library.annotation_rows import anchor_from_json
        from reader.model import Correction

        told = values["correction"]
        fact = fact_from_json(told["fact"]) if told["fact"] else None
        correction = Correction(**{**told, "anchor": anchor_from_json(told["anchor"]), "fact": fact})
        return cls(correction, values["number"])


@dataclass(frozen=True, slots=True)
class RemoveCorrection(Change):
    """Take a verdict back; nothing happens when there is none of the id."""

    action: ClassVar[str] = "remove correction"
    id: str

    @property
    def title(self) -> str:
        return "take back a verdict"

    def apply(self, connection: sqlite3.Connection) -> Change:
        before = _found(connection, self.id)
        connection.execute("DELETE FROM correction WHERE id = ?", (self.id,))
        return before or Several(())


def corrections_of(connection: sqlite3.Connection, document: str) -> list[Correction]:
    """Those of a document and those of the whole library, in the order in which they were given."""
    query = f"SELECT {_COLUMNS} FROM correction WHERE document IN ('', ?) ORDER BY number"
    return [_correction(row) for row in connection.execute(query, (document,))]


def _found(connection: sqlite3.Connection, id: str) -> AddCorrection | None:
    row = connection.execute(f"SELECT {_COLUMNS} FROM correction WHERE id = ?", (id,)).fetchone()
    return AddCorrection(_correction(row), row[-1]) if row else None


def _correction(row: tuple[Any, ...]) -> Correction:
    from reader.library.annotation_rows import anchor_of
    from reader.model import Correction

    id, document, verdict, kind, text, type, value, version, *place, fact, created, _ = row
    return Correction(
        id=id,
        verdict=verdict,
        kind=kind,
        text=text,
        document=document,
        anchor=anchor_of(version, place),
        type=type,
        value=value,
        fact=fact_from_json(json.loads(fact)) if fact else None,
        created=created,
    )
