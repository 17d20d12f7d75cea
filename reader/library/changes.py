"""Changes: values that can be applied, stored in the journal, and know what undoes them."""

from __future__ import annotations

import dataclasses
import sqlite3
from abc import ABC, abstractmethod
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, Any, ClassVar

from reader.model import Published, clean_line

if TYPE_CHECKING:
    from reader.library.settings import Settings

_KINDS: dict[str, type[Change]] = {}
_ROOMS = tuple(
    f"reader.library.{room}"
    for room in (
        *("actor_rules", "annotation_changes", "corrections", "feed_changes", "labels", "rule_changes"),
        "saved_search_changes",
    )
)
"""The other modules that define changes; a journal is read by them all."""


class Change(ABC):
    """One action of the reader on notes.db. Subclasses are frozen dataclasses of plain values (JSON).

    Defining a subclass with an ``action`` makes the journal able to read it back.
    """

    action: ClassVar[str] = ""
    """Name in the journal; never reused for another meaning."""

    def __init_subclass__(cls, **options: Any) -> None:
        super().__init_subclass__(**options)
        if cls.action:
            _KINDS[cls.action] = cls

    @abstractmethod
    def apply(self, connection: sqlite3.Connection) -> Change:
        """Do it, in the caller's transaction on notes.db; the change that undoes it."""

    @property
    @abstractmethod
    def title(self) -> str:
        """What the reader sees of it: ``star``, ``tag “urgent”``."""

    def to_json(self) -> dict[str, Any]:
        """Plain values; :func:`change_from_json` reads them."""
        values = {item.name: getattr(self, item.name) for item in dataclasses.fields(self)}  # type: ignore[arg-type]  # all are dataclasses
        return {"action": self.action, **values}

    @classmethod
    def from_json(cls, values: dict[str, Any]) -> Change:
        """The change that :meth:`to_json` wrote."""
        return cls(**{name: tuple(value) if isinstance(value, list) else value for name, value in values.items()})


def change_from_json(line: dict[str, Any]) -> Change:
    """The change of a journal entry.

    :raises KeyError: for an action that this version does not know.
    """
    values = dict(line)
    action = values.pop("action")
    if action not in _KINDS:
        for room in _ROOMS:
            import_module(room)
    return _KINDS[action].from_json(values)


@dataclass(frozen=True, slots=True)
class _Setting(Change):
    document: str
    """Id of the document."""

    @abstractmethod
    def changed(self, settings: Settings) -> Settings:
        """The settings after the change."""

    @abstractmethod
    def inverse(self, before: Settings) -> Change:
        """What brings ``before`` back."""

    def apply(self, connection: sqlite3.Connection) -> Change:
        from reader.library.settings import set_settings, settings_of

        before = settings_of(connection, self.document)
        set_settings(connection, self.document, self.changed(before))
        return self.inverse(before)


@dataclass(frozen=True, slots=True)
class SetPublished(_Setting):
    """Give a document another publication date, or with None its own back."""

    action: ClassVar[str] = "published"
    value: str | None
    """ISO form, as ``Published.iso`` has it."""

    def __post_init__(self) -> None:
        if self.value is not None:
            Published.parse(self.value)  # a wrong one must not reach the journal

    @property
    def title(self) -> str:
        return f"publication date {self.value}" if self.value else "publication date as in the article"

    def changed(self, settings: Settings) -> Settings:
        return dataclasses.replace(settings, published=self.value)

    def inverse(self, before: Settings) -> Change:
        return SetPublished(self.document, before.published)


@dataclass(frozen=True, slots=True)
class SetStarred(_Setting):
    """Star a document or take the star off."""

    action: ClassVar[str] = "starred"
    on: bool

    @property
    def title(self) -> str:
        return "star" if self.on else "take off the star"

    def changed(self, settings: Settings) -> Settings:
        return dataclasses.replace(settings, starred=self.on)

    def inverse(self, before: Settings) -> Change:
        return SetStarred(self.document, before.starred)


@dataclass(frozen=True, slots=True)
class SetRead(_Setting):
    """Mark a document read or unread."""

    action: ClassVar[str] = "read"
    on: bool

    @property
    def title(self) -> str:
        return "mark read" if self.on else "mark unread"

    def changed(self, settings: Settings) -> Settings:
        return dataclasses.replace(settings, read=self.on)

    def inverse(self, before: Settings) -> Change:
        return SetRead(self.document, before.read)


@dataclass(frozen=True, slots=True)
class SetRemoved(_Setting):
    """Remove a document from the library's lists, or restore it. Its text and notes stay."""

    action: ClassVar[str] = "removed"
    on: bool

    @property
    def title(self) -> str:
        return "remove" if self.on else "restore"

    def changed(self, settings: Settings) -> Settings:
        return dataclasses.replace(settings, removed=self.on)

    def inverse(self, before: Settings) -> Change:
        return SetRemoved(self.document, before.removed)


@dataclass(frozen=True, slots=True)
class SetTag(_Setting):
    """Put a tag on a document or take it off."""

    action: ClassVar[str] = "tag"
    tag: str
    on: bool

    def __post_init__(self) -> None:
        tag = " ".join(clean_line(self.tag).split()).removeprefix("#")
        if not tag:
            raise ValueError("a tag has at least one letter")
        object.__setattr__(self, "tag", tag)

    @property
    def title(self) -> str:
        return f"tag “{self.tag}”" if self.on else f"take off tag “{self.tag}”"

    def changed(self, settings: Settings) -> Settings:
        tags = {*settings.tags, self.tag} if self.on else {*settings.tags} - {self.tag}
        return dataclasses.replace(settings, tags=tuple(sorted(tags)))

    def inverse(self, before: Settings) -> Change:
        return SetTag(self.document, self.tag, self.tag in before.tags)


@dataclass(frozen=True, slots=True)
class Several(Change):
    """Changes that are one step for the reader."""

    action: ClassVar[str] = "several"
    changes: tuple[Change, ...]
    said: str = ""
    """What the reader sees of them together; empty for the first one's title and their number."""

    @property
    def title(self) -> str:
        if self.said or not self.changes:
            return self.said or "nothing"
        more = len(self.changes)
        return self.changes[0].title + (f" ({more} documents)" if more > 1 else "")

    def apply(self, connection: sqlite3.Connection) -> Change:
        inverses = [change.apply(connection) for change in self.changes]
        return Several(tuple(reversed(inverses)), self.said)

    def to_json(self) -> dict[str, Any]:
        lines = [change.to_json() for change in self.changes]
        return {"action": self.action, "changes": lines, "said": self.said}

    @classmethod
    def from_json(cls, values: dict[str, Any]) -> Change:
        return cls(tuple(change_from_json(line) for line in values["changes"]), values["said"])
