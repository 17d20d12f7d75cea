"""Annotations, labels, corrections and drafts as they are read; ``Library.do`` writes what can be undone."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from reader.library.annotation_changes import AddAnnotation
from reader.library.annotation_rows import COLUMNS, REMOVED, STANDS, annotation_of, find
from reader.library.connection import Database
from reader.library.corrections import corrections_of
from reader.library.drafts import Drafts
from reader.library.folding import folded
from reader.library.journal import Journal
from reader.library.labels import labels_of
from reader.library.placings import Placings
from reader.model import Annotation, Correction, Label

Wait = Callable[[], None] | None


class AnnotationSort(StrEnum):
    """Orders of annotations."""

    PLACE = "place"
    """By document, and within it by the place in the text."""
    CHANGED = "changed"
    """The latest first."""
    CREATED = "created"
    """The latest first."""
    LABEL = "label"


_ORDERS = {
    AnnotationSort.PLACE: "document, first, last, number",
    AnnotationSort.CHANGED: "changed DESC, number DESC",
    AnnotationSort.CREATED: "created DESC, number DESC",
    AnnotationSort.LABEL: "label, document, first, number",
}


@dataclass(frozen=True, slots=True)
class AnnotationFilter:
    """What an annotation must be; the defaults let all pass that were not deleted."""

    documents: tuple[str, ...] | None = None
    """Ids of documents; None for the whole library."""
    label: str | None = None
    """Name of the label; empty for those without."""
    text: str = ""
    """Words that must all occur in quote, note or tags, also as parts; case and accents do not matter."""
    removed: bool | None = False
    """True for the deleted ones only, None for both."""
    orphan: bool | None = None
    """Whether its words were looked for in vain in the article as it is now (see :mod:`reader.annotate.placing`)."""
    noted: bool | None = None
    """Whether it has a note."""


EVERY = AnnotationFilter()
"""All that were not deleted."""


class Annotations(Drafts):
    """What the reader wrote. Methods that write may wait for the lock and raise ``LibraryError``."""

    def __init__(self, notes: Database, library: Database, journal: Journal) -> None:
        super().__init__(notes)
        self._journal = journal
        self.placings = Placings(library)
        """Where annotations stand in later text versions."""

    # Writing

    def add_each(self, batch: Sequence[AddAnnotation], *, on_wait: Wait = None) -> list[str]:
        """Make several annotations in one commit, each an undo step of its own; their ids in order.

        One whose ``key`` was used before is not made again: the id is that of the first. The list learns of them
        with ``Library.settle``.
        """
        with self._notes.writing(on_wait) as connection:
            ids: list[str] = []
            for change in batch:
                made = self._made(connection, change.key)
                if made is None:
                    self._journal.append(change)
                    made = change.annotation.id
                ids.append(made)
            return ids

    def _made(self, connection: sqlite3.Connection, key: str) -> str | None:
        if not key:
            return None
        found = connection.execute("SELECT id FROM annotation_key WHERE key = ?", (key,)).fetchone()
        return str(found[0]) if found else None

    # Reading

    def get(self, id: str) -> Annotation | None:
        """The annotation of this id, deleted or not; None when there is none."""
        with self._notes.reading() as connection:
            return find(connection, id)

    def of(self, document: str) -> list[Annotation]:
        """Those of a document that were not deleted: on the whole of it first, then by their place in the text."""
        query = f"SELECT {COLUMNS} FROM annotation WHERE document = ? AND gone = {STANDS} ORDER BY first, last, number"
        with self._notes.reading() as connection:
            return [annotation_of(row) for row in connection.execute(query, (document,))]

    def all(
        self,
        chosen: AnnotationFilter = EVERY,
        sort: AnnotationSort = AnnotationSort.PLACE,
        offset: int = 0,
        limit: int = 100,
        reverse: bool = False,
    ) -> list[Annotation]:
        """A page of the annotations of the library."""
        where, values = self._where(chosen)
        order = _reversed(_ORDERS[sort]) if reverse else _ORDERS[sort]
        query = f"SELECT {COLUMNS} FROM annotation WHERE {where} ORDER BY {order} LIMIT ? OFFSET ?"
        with self._notes.reading() as connection:
            return [annotation_of(row) for row in connection.execute(query, [*values, limit, offset])]

    def count(self, chosen: AnnotationFilter = EVERY) -> int:
        """How many there are of a choice."""
        where, values = self._where(chosen)
        with self._notes.reading() as connection:
            return int(connection.execute(f"SELECT count(*) FROM annotation WHERE {where}", values).fetchone()[0])

    def documents(self, chosen: AnnotationFilter = EVERY) -> list[tuple[str, int]]:
        """Ids of the documents that have annotations of a choice, with their numbers, most first."""
        where, values = self._where(chosen)
        query = f"SELECT document, count(*) n FROM annotation WHERE {where} GROUP BY document ORDER BY n DESC, document"
        with self._notes.reading() as connection:
            return list(connection.execute(query, values))

    def labels(self) -> list[Label]:
        """The reader's labels in their order; ``do(PutLabel(...))`` changes them."""
        with self._notes.reading() as connection:
            return labels_of(connection)

    def label_counts(self) -> dict[str, int]:
        """How many annotations name each label, those included that are in the set no more."""
        query = f"SELECT label, count(*) FROM annotation WHERE gone = {STANDS} AND label <> '' GROUP BY label"
        with self._notes.reading() as connection:
            return dict(connection.execute(query).fetchall())

    def tags(self) -> list[tuple[str, int]]:
        """All tags of annotations with their numbers, by name."""
        query = f"SELECT tags FROM annotation WHERE gone = {STANDS} AND tags <> ''"
        counts: dict[str, int] = {}
        with self._notes.reading() as connection:
            for (tags,) in connection.execute(query):
                for tag in tags.split("\n"):
                    counts[tag] = counts.get(tag, 0) + 1
        return sorted(counts.items())

    def corrections(self, document: str) -> list[Correction]:
        """Verdicts on the facts of a document, those for the whole library included, as they were given in time."""
        with self._notes.reading() as connection:
            return corrections_of(connection, document)

    def _where(self, chosen: AnnotationFilter) -> tuple[str, list[object]]:
        gone = {False: f"= {STANDS}", True: f"= {REMOVED}", None: f"IN ({STANDS}, {REMOVED})"}[chosen.removed]
        terms, values = [f"gone {gone}"], list[object]()
        if chosen.documents is not None:
            terms.append("document IN (SELECT value FROM json_each(?))")
            values.append(json.dumps(chosen.documents))
        if chosen.label is not None:
            terms.append("label = ?")
            values.append(chosen.label)
        if chosen.noted is not None:
            terms.append("note <> ''" if chosen.noted else "note = ''")
        for word in folded(chosen.text).split():
            terms.append("instr(words, ?) > 0")
            values.append(word)
        if chosen.orphan is not None:
            terms.append(f"id {'' if chosen.orphan else 'NOT '}IN (SELECT value FROM json_each(?))")
            values.append(json.dumps(self.placings.orphans()))
        return " AND ".join(terms), values


def _reversed(order: str) -> str:
    columns = order.split(", ")
    return ", ".join(
        column.removesuffix(" DESC") if column.endswith(" DESC") else f"{column} DESC" for column in columns
    )
