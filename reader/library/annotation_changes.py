"""What the reader does with annotations, as changes that the journal keeps and undo takes back."""

from __future__ import annotations

import dataclasses
import datetime as dt
import sqlite3
import uuid
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar

from reader.library.changes import Change, Several
from reader.library.errors import LibraryError
from reader.model import clean

if TYPE_CHECKING:
    from reader.model import Anchor, Annotation

_SHOWN = 40


@dataclass(frozen=True, slots=True)
class AddAnnotation(Change):
    """Make an annotation. What it lacks is filled in: ``id``, ``created`` and ``changed``; its texts are cleaned.

    :raises ValueError: when it has neither label nor note.
    """

    action: ClassVar[str] = "annotate"
    annotation: Annotation
    key: str = ""
    """A name that the maker gave it, see ``Annotations.add_each``; empty for none."""

    def __post_init__(self) -> None:
        from reader.library.annotation_rows import cleaned

        made = cleaned(self.annotation)
        if not (made.label or made.note or made.tags):
            raise ValueError("an annotation has a label, a note or a tag")
        created = made.created or now()
        made = dataclasses.replace(
            made, id=made.id or uuid.uuid4().hex, created=created, changed=made.changed or created
        )
        object.__setattr__(self, "annotation", made)

    @property
    def document(self) -> str:
        """Id of the document."""
        return self.annotation.document

    @property
    def title(self) -> str:
        made = self.annotation
        if not made.label:
            return f"note on {place_of(made)}"
        return f"“{made.label}” {'with a note ' if made.note else ''}on {place_of(made)}"

    def apply(self, connection: sqlite3.Connection) -> Change:
        from reader.library.annotation_rows import count_up, find, write

        if find(connection, self.annotation.id) is not None:
            raise LibraryError(f"There is an annotation {self.annotation.id} already.")
        write(connection, self.annotation)
        if self.key:
            values = (self.key, self.annotation.id)
            connection.execute("INSERT OR REPLACE INTO annotation_key VALUES (?, ?)", values)
        if not self.annotation.removed:
            count_up(connection, self.annotation.document, 1)
        return _Unmake(self.annotation.id, self.annotation.document, self.title)

    def to_json(self) -> dict[str, Any]:
        return {"action": self.action, "annotation": dataclasses.asdict(self.annotation), "key": self.key}

    @classmethod
    def from_json(cls, values: dict[str, Any]) -> Change:
        from reader.library.annotation_rows import annotation_from_json

        return cls(annotation_from_json(values["annotation"]), values["key"])


@dataclass(frozen=True, slots=True)
class _Unmake(Change):
    """Take an annotation back as if it had never been made: the inverse of making it."""

    action: ClassVar[str] = "unmake annotation"
    id: str
    document: str
    said: str

    @property
    def title(self) -> str:
        return f"take back {self.said}"

    def apply(self, connection: sqlite3.Connection) -> Change:
        from reader.library.annotation_rows import count_up, find, mark_undone

        before = find(connection, self.id)
        if before is None:
            return Several(())
        mark_undone(connection, self.id)
        if not before.removed:
            count_up(connection, before.document, -1)
        return AddAnnotation(before)


@dataclass(frozen=True, slots=True)
class ChangeAnnotation(Change):
    """Give an annotation another label, note, tags or place; what is None stays. :meth:`of` is the way to make one."""

    action: ClassVar[str] = "change annotation"
    id: str
    label: str | None = None
    note: str | None = None
    tags: tuple[str, ...] | None = None
    anchor: Anchor | None = None
    changed: str = ""
    """When (ISO, UTC); empty for now."""
    document: str = ""
    """Id of the document, for those who tell what was done."""
    said: str = ""
    """What the reader sees of it."""

    def __post_init__(self) -> None:
        from reader.library.annotation_rows import clean_tags, one_line

        if self.label is not None:
            object.__setattr__(self, "label", one_line(self.label))
        if self.note is not None:
            object.__setattr__(self, "note", clean(self.note).strip())
        if self.tags is not None:
            object.__setattr__(self, "tags", clean_tags(self.tags))
        if not self.changed:
            object.__setattr__(self, "changed", now())

    @classmethod
    def of(
        cls,
        annotation: Annotation,
        *,
        label: str | None = None,
        note: str | None = None,
        tags: tuple[str, ...] | None = None,
        anchor: Anchor | None = None,
    ) -> ChangeAnnotation:
        """The change of an annotation as it is now."""
        what = [name for name, value in (("label", label), ("note", note), ("tags", tags)) if value is not None]
        said = f"{' and '.join(what) or 'place'} of {place_of(annotation)}"
        return cls(annotation.id, label, note, tags, anchor, document=annotation.document, said=f"change the {said}")

    @property
    def title(self) -> str:
        return self.said or "change an annotation"

    def apply(self, connection: sqlite3.Connection) -> Change:
        from reader.library.annotation_rows import write

        before = _found(connection, self.id)
        given = {name: getattr(self, name) for name in ("label", "note", "tags", "anchor")}
        given = {name: value for name, value in given.items() if value is not None}
        write(connection, dataclasses.replace(before, **given, changed=self.changed))
        former = {name: getattr(before, name) for name in given}
        if "anchor" in former and former["anchor"] is None:  # a note on the whole article was given a place
            return _PutBack(before, self.title)
        return ChangeAnnotation(self.id, **former, changed=before.changed, document=before.document, said=self.title)

    def to_json(self) -> dict[str, Any]:
        return {"action": self.action, **dataclasses.asdict(self)}

    @classmethod
    def from_json(cls, values: dict[str, Any]) -> Change:
        from reader.library.annotation_rows import anchor_from_json

        tags = values["tags"]
        anchor = anchor_from_json(values["anchor"])
        return cls(**{**values, "tags": None if tags is None else tuple(tags), "anchor": anchor})


@dataclass(frozen=True, slots=True)
class _PutBack(Change):
    """Give an annotation all that it had before."""

    action: ClassVar[str] = "put annotation back"
    annotation: Annotation
    said: str

    @property
    def document(self) -> str:
        """Id of the document."""
        return self.annotation.document

    @property
    def title(self) -> str:
        return self.said

    def apply(self, connection: sqlite3.Connection) -> Change:
        from reader.library.annotation_rows import write

        before = _found(connection, self.annotation.id)
        write(connection, self.annotation)
        return _PutBack(before, self.said)

    def to_json(self) -> dict[str, Any]:
        return {"action": self.action, "annotation": dataclasses.asdict(self.annotation), "said": self.said}

    @classmethod
    def from_json(cls, values: dict[str, Any]) -> Change:
        from reader.library.annotation_rows import annotation_from_json

        return cls(annotation_from_json(values["annotation"]), values["said"])


@dataclass(frozen=True, slots=True)
class RemoveAnnotation(Change):
    """Delete an annotation, or with ``on`` False restore it. It is kept either way."""

    action: ClassVar[str] = "remove annotation"
    id: str
    on: bool = True
    document: str = ""
    """Id of the document, for those who tell what was done."""
    said: str = ""
    """The annotation in the reader's words."""

    @classmethod
    def of(cls, annotation: Annotation, on: bool = True) -> RemoveAnnotation:
        """The removal of an annotation as it is now."""
        what = f"“{annotation.label}”" if annotation.label else "the note"
        return cls(annotation.id, on, annotation.document, f"{what} on {place_of(annotation)}")

    @property
    def title(self) -> str:
        return f"{'delete' if self.on else 'restore'} {self.said or 'an annotation'}"

    def apply(self, connection: sqlite3.Connection) -> Change:
        from reader.library.annotation_rows import count_up, write

        before = _found(connection, self.id)
        if before.removed != self.on:
            write(connection, dataclasses.replace(before, removed=self.on))
            count_up(connection, before.document, -1 if self.on else 1)
        return RemoveAnnotation(self.id, before.removed, before.document, self.said)


def place_of(annotation: Annotation) -> str:
    """The words that are annotated, in quotation marks and no longer than a line shows."""
    from reader.library.annotation_rows import one_line

    if annotation.anchor is None:
        return "the article"
    quote = one_line(annotation.anchor.quote)
    return f"“{quote if len(quote) <= _SHOWN else quote[: _SHOWN - 1].rstrip() + '…'}”"


def now() -> str:
    """The moment in UTC, ISO 8601 with milliseconds."""
    return dt.datetime.now(dt.UTC).isoformat(timespec="milliseconds")


def _found(connection: sqlite3.Connection, id: str) -> Annotation:
    from reader.library.annotation_rows import find

    annotation = find(connection, id)
    if annotation is None:
        raise LibraryError(f"There is no annotation {id} any more.")
    return annotation
