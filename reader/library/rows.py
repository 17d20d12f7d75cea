"""Lines of the article list: what they hold, how they are chosen and in which order they come."""

from __future__ import annotations

import datetime as dt
import json
import os
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from reader.library.folding import LAST, folded
from reader.library.paths import restored, stored
from reader.model import Published


class DocumentRow(NamedTuple):
    """A document as the list shows it; all texts are clean."""

    rowid: int
    """Number of the row in the library's index; use ``id`` for all that lasts."""
    id: str
    title: str
    source: str
    author: str
    published: Published | None
    """As the article says, or as the reader set it."""
    added: dt.datetime
    path: str | None
    version: str
    """Present text version; empty when the document could not be read."""
    language: str
    english: bool
    unread: bool
    starred: bool
    removed: bool
    missing: bool
    """Whether its file is gone; text and notes are kept."""
    tags: tuple[str, ...]
    notes: int
    """How many annotations it has."""
    error: str
    """Why it could not be read, in a few words; empty when it could."""
    duplicate_of: str | None
    """Id of the document that had the same text before it."""


class Sort(StrEnum):
    """Orders of the list; each begins with what a reader looks for first."""

    DATE = "date"
    TITLE = "title"
    SOURCE = "source"
    UNREAD = "unread"
    NOTES = "notes"
    PATH = "path"
    """By where the document comes from; sorted when asked for, as no index is worth its room."""


# Columns and whether they descend. One direction in each, so that a page follows from the key of the row before.
SORTS: dict[Sort, tuple[tuple[str, ...], bool]] = {
    Sort.DATE: (("published", "rowid"), True),
    Sort.TITLE: (("title_key", "rowid"), False),
    Sort.SOURCE: (("source_key", "age", "rowid"), False),
    Sort.UNREAD: (("unread", "published", "rowid"), True),
    Sort.NOTES: (("notes", "published", "rowid"), True),
    Sort.PATH: (("origin", "rowid"), False),
}


class Scope(NamedTuple):
    """Which documents a list is about: those under some paths, of some ids or feeds, or all."""

    paths: tuple[str, ...] = ()
    """Absolute paths of files and folders; with ``ids`` and ``feeds`` also empty the whole library."""
    ids: tuple[str, ...] = ()
    feeds: tuple[str, ...] = ()
    """Ids of feeds; the empty one stands for pages that were added by themselves."""

    def __bool__(self) -> bool:
        return bool(self.paths or self.ids or self.feeds)


class Filter(NamedTuple):
    """What a row must be; the defaults let all pass that were not removed."""

    title: str = ""
    """Part of the title; case and accents do not matter. Several words must all occur."""
    unread: bool | None = None
    starred: bool | None = None
    missing: bool | None = None
    failed: bool | None = None
    noted: bool | None = None
    removed: bool = False
    source: str | None = None
    """Case and accents do not matter; empty for documents that name none."""
    month: str | None = None
    """``2021-12``; empty for documents without a date."""
    tag: str | None = None


WHOLE = Scope()
"""The whole library."""
ALL = Filter()
"""All that was not removed."""


@dataclass(frozen=True, slots=True)
class Group:
    """A heading in a grouped list."""

    key: str
    """Source or month (``2021-12``); empty for unknown."""
    count: int


COLUMNS = (
    "rowid, id, title, source, author, published, added, path, version, language, english, unread, starred, removed,"
    " missing, tags, notes, error"
)


def row_of(values: Sequence[object], duplicate_of: str | None) -> DocumentRow:
    """The row of the values of :data:`COLUMNS`."""
    (rowid, id, title, source, author, published, added, path, version, language, english, unread, starred, removed,
     missing, tags, notes, error) = values  # fmt: skip
    return DocumentRow(
        rowid=int(str(rowid)),
        id=str(id),
        title=str(title),
        source=str(source),
        author=str(author),
        published=Published.parse(str(published)) if published else None,
        added=dt.datetime.fromisoformat(str(added)),
        path=None if path is None else restored(str(path)),
        version=str(version),
        language=str(language),
        english=bool(english),
        unread=bool(unread),
        starred=bool(starred),
        removed=bool(removed),
        missing=bool(missing),
        tags=tuple(str(tags).split("\n")) if tags else (),
        notes=int(str(notes)),
        error=str(error),
        duplicate_of=duplicate_of,
    )


def rows_by_number(connection: sqlite3.Connection, numbers: Sequence[int]) -> list[DocumentRow]:
    """The rows with these row numbers, in their order; those that are gone are left out."""
    found: dict[int, DocumentRow] = {}
    for start in range(0, len(numbers), 500):
        part = numbers[start : start + 500]
        marks = ",".join("?" * len(part))
        for values in connection.execute(
            f"SELECT {COLUMNS}, (SELECT other.id FROM document other WHERE other.version = document.version"
            " AND other.version <> '' AND other.rowid < document.rowid AND other.removed = 0"
            f" ORDER BY other.rowid LIMIT 1) FROM document WHERE rowid IN ({marks})",
            part,
        ):
            found[values[0]] = row_of(values[:-1], values[-1])
    return [found[number] for number in numbers if number in found]


def conditions(scope: Scope, chosen: Filter) -> tuple[list[str], list[object]]:
    """The SQL terms of a scope and filter, with their values."""
    terms: list[str] = ["removed = ?"]
    values: list[object] = [int(chosen.removed)]
    if scope:
        queries: list[str] = []
        if scope.paths:
            # One parameter for any number of paths. Below a folder: from its name with a separator up to the character
            # after the separator; CROSS JOIN keeps SQLite to looking each of them up in the index of paths.
            after = chr(ord(os.sep) + 1)
            queries = [
                "SELECT d.rowid FROM json_each(?) given CROSS JOIN document d ON d.path = given.value",
                "SELECT d.rowid FROM json_each(?) given CROSS JOIN document d"
                f" ON d.path > given.value || '{os.sep}' AND d.path < given.value || '{after}'",
            ]
            files = [stored(path) for path in scope.paths]
            folders = [path.rstrip(os.sep) for path in files]
            values += [json.dumps(files, ensure_ascii=False), json.dumps(folders, ensure_ascii=False)]
        if scope.ids:
            queries.append("SELECT d.rowid FROM json_each(?) given CROSS JOIN document d ON d.id = given.value")
            values.append(json.dumps(scope.ids))
        if scope.feeds:
            queries.append("SELECT i.document FROM json_each(?) given CROSS JOIN item i ON i.feed = given.value")
            values.append(json.dumps(scope.feeds))
        terms.append(f"rowid IN ({' UNION ALL '.join(queries)})")
    for name in ("unread", "starred", "missing"):
        wanted = getattr(chosen, name)
        if wanted is not None:
            terms.append(f"{name} = ?")
            values.append(int(wanted))
    if chosen.failed is not None:
        terms.append("error <> ''" if chosen.failed else "error = ''")
    if chosen.noted is not None:
        terms.append("notes > 0" if chosen.noted else "notes = 0")
    if chosen.source is not None:
        # Through its index, which the order of the list would otherwise keep SQLite from.
        terms.append(
            "rowid IN (SELECT rowid FROM document INDEXED BY document_by_source WHERE removed = ? AND source_key = ?)"
        )
        values += [int(chosen.removed), folded(chosen.source) or LAST]
    if chosen.month is not None:
        if chosen.month:
            terms.append("published >= ? AND published < ?")
            values += [chosen.month, chosen.month + "~"]
        else:
            terms.append("published = ''")
    if chosen.tag is not None:
        terms.append("rowid IN (SELECT document FROM tagged WHERE tag = ?)")
        values.append(chosen.tag)
    if chosen.title.strip():
        query, words = titled(chosen)
        terms.append(f"rowid IN ({query})")
        values += words
    return terms, values


def titled(chosen: Filter) -> tuple[str, list[object]]:
    """The query for the row numbers of documents with a filter's words in their titles, with its values.

    It reads the index of titles alone.
    """
    words = folded(chosen.title).split()
    found = " AND ".join("instr(title_key, ?)" for _ in words)
    query = f"SELECT rowid FROM document INDEXED BY document_by_title WHERE removed = ? AND {found or '1'}"
    return query, [int(chosen.removed), *words]
