"""Annotations as rows of notes.db, read and written inside the caller's transaction."""

from __future__ import annotations

import dataclasses
import sqlite3
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from reader.library.folding import folded
from reader.model import clean, clean_line

if TYPE_CHECKING:
    from reader.model import Anchor, Annotation

STANDS, REMOVED, UNDONE = 0, 1, 2
"""What ``gone`` says: there, deleted but restorable, or its making was undone."""

COLUMNS = "id, document, version, first, last, quote, before, after, label, note, tags, created, changed, creator, gone"


def annotation_of(row: Iterable[Any]) -> Annotation:
    """The annotation of the values of :data:`COLUMNS`."""
    from reader.model import Annotation

    id, document, version, *place, label, note, tags, created, changed, creator, gone = row
    return Annotation(
        id=id,
        document=document,
        anchor=anchor_of(version, place),
        label=label,
        note=note,
        tags=tuple(tags.split("\n")) if tags else (),
        created=created,
        changed=changed,
        creator=creator,
        removed=gone == REMOVED,
    )


def anchor_of(version: str | None, place: Iterable[Any]) -> Anchor | None:
    """The anchor of a version and ``first, last, quote, before, after``; None without a version."""
    from reader.model import Anchor

    if version is None:
        return None
    first, last, quote, before, after = place
    return Anchor(first, last, quote, before, after, version)


def anchor_values(anchor: Anchor | None) -> tuple[Any, ...]:
    """``version, first, last, quote, before, after`` of an anchor."""
    if anchor is None:
        return (None,) * 6
    return anchor.version, anchor.start, anchor.end, anchor.quote, anchor.before, anchor.after


def anchor_from_json(values: dict[str, Any] | None) -> Anchor | None:
    """The anchor that ``dataclasses.asdict`` made plain values of."""
    from reader.model import Anchor

    return None if values is None else Anchor(**values)


def annotation_from_json(values: dict[str, Any]) -> Annotation:
    """The annotation that ``dataclasses.asdict`` made plain values of."""
    from reader.model import Annotation

    anchor = anchor_from_json(values["anchor"])
    return Annotation(**{**values, "anchor": anchor, "tags": tuple(values["tags"])})


def cleaned(annotation: Annotation) -> Annotation:
    """The same with label, tags and creator as clean lines and the note as clean text, spaces around them gone."""
    return dataclasses.replace(
        annotation,
        label=one_line(annotation.label),
        note=clean(annotation.note).strip(),
        tags=clean_tags(annotation.tags),
        creator=one_line(annotation.creator),
    )


def clean_tags(tags: Iterable[str]) -> tuple[str, ...]:
    """Each once, in their order, as clean lines without the hash; empty ones are left out."""
    lines = (one_line(tag).removeprefix("#").strip() for tag in tags)
    return tuple(dict.fromkeys(line for line in lines if line))


def one_line(text: str) -> str:
    """A clean line without spaces around or doubled."""
    return " ".join(clean_line(text).split())


def find(connection: sqlite3.Connection, id: str) -> Annotation | None:
    """The annotation with this id, deleted ones too; None when there is none."""
    query = f"SELECT {COLUMNS} FROM annotation WHERE id = ? AND gone <> {UNDONE}"
    row = connection.execute(query, (id,)).fetchone()
    return annotation_of(row) if row else None


def write(connection: sqlite3.Connection, annotation: Annotation) -> None:
    """Insert or replace the row of an annotation, and keep the text version that it is anchored in."""
    turn = connection.execute("SELECT coalesce(max(turn), 0) + 1 FROM annotation").fetchone()[0]
    anchor = annotation.anchor
    heard = (anchor.quote if anchor else "", annotation.note, *annotation.tags)
    connection.execute(
        f"INSERT INTO annotation({COLUMNS}, words, turn) VALUES ({', '.join('?' * 17)}) ON CONFLICT(id) DO UPDATE SET"
        " document = excluded.document, version = excluded.version, first = excluded.first, last = excluded.last,"
        " quote = excluded.quote, before = excluded.before, after = excluded.after, label = excluded.label,"
        " note = excluded.note, tags = excluded.tags, created = excluded.created, changed = excluded.changed,"
        " creator = excluded.creator, gone = excluded.gone, words = excluded.words, turn = excluded.turn",
        (
            annotation.id, annotation.document, *anchor_values(anchor), annotation.label, annotation.note,
            "\n".join(annotation.tags), annotation.created, annotation.changed, annotation.creator,
            REMOVED if annotation.removed else STANDS, folded("\n".join(heard)), turn,
        ),
    )  # fmt: skip
    if anchor is not None:
        keep_version(connection, annotation.document, anchor.version)


def keep_version(connection: sqlite3.Connection, document: str, version: str) -> None:
    """Never drop this text version of a document."""
    connection.execute("INSERT OR IGNORE INTO kept_version VALUES (?, ?)", (document, version))


def mark_undone(connection: sqlite3.Connection, id: str) -> None:
    """Let an annotation never have been made; a later :func:`write` brings it back."""
    connection.execute(
        "UPDATE annotation SET gone = ?, turn = (SELECT max(turn) + 1 FROM annotation) WHERE id = ?", (UNDONE, id)
    )


def count_up(connection: sqlite3.Connection, document: str, by: int) -> None:
    """Note in the settings of a document that it has more or fewer annotations."""
    from reader.library.settings import set_settings, settings_of

    if by:
        settings = settings_of(connection, document)
        set_settings(connection, document, dataclasses.replace(settings, notes=max(0, settings.notes + by)))
