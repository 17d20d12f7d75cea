"""What the reader does with feeds: each change a step that can be undone."""

from __future__ import annotations

import dataclasses
import datetime as dt
import sqlite3
from abc import abstractmethod
from dataclasses import dataclass
from typing import Any, ClassVar

from reader.library.changes import Change, Several
from reader.library.subscriptions import (
    FullText,
    Subscription,
    feed_id,
    folder_path,
    one_line,
    subscription,
    write_subscription,
)
from reader.model.address import shown


@dataclass(frozen=True, slots=True)
class Subscribe(Change):
    """Follow a feed. One that is followed already stays as it is, but may be in this machine's own network from now on
    where the reader says so by hand."""

    action: ClassVar[str] = "subscribe"
    address: str
    name: str = ""
    folder: str = ""
    tags: tuple[str, ...] = ()
    full_text: str = FullText.OPENED
    private: bool = False
    options: tuple[Any, ...] = ()
    """Of a feed that was followed before: paused, days to keep, days to read, since when."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "name", one_line(self.name))
        object.__setattr__(self, "folder", folder_path(self.folder))
        object.__setattr__(self, "tags", tuple(dict.fromkeys(filter(None, map(one_line, self.tags)))))

    @property
    def title(self) -> str:
        return f"follow {shown(self.name or self.address)}"

    def apply(self, connection: sqlite3.Connection) -> Change:
        id = feed_id(self.address)
        known = subscription(connection, id)
        if known is not None:
            if known.private or not self.private:
                return Several(())
            write_subscription(connection, dataclasses.replace(known, private=True))
            return Several((Unsubscribe(id), _again(known)))
        paused, keep_days, read_days, added = self.options or (False, 0, 0, "")
        feed = Subscription(
            id, self.address, self.name, self.folder, self.tags, bool(paused), FullText(self.full_text), keep_days,
            read_days, self.private, added or dt.datetime.now(dt.UTC).isoformat(timespec="seconds"),
        )  # fmt: skip
        write_subscription(connection, feed)
        return Unsubscribe(id)


@dataclass(frozen=True, slots=True)
class _OfFeed(Change):
    feed: str
    """Id of the feed."""

    @abstractmethod
    def changed(self, before: Subscription) -> Subscription:
        """The feed after the change."""

    @abstractmethod
    def inverse(self, before: Subscription) -> Change:
        """What brings ``before`` back."""

    def apply(self, connection: sqlite3.Connection) -> Change:
        before = subscription(connection, self.feed)
        if before is None:
            return Several(())
        write_subscription(connection, self.changed(before))
        return self.inverse(before)


@dataclass(frozen=True, slots=True)
class Unsubscribe(Change):
    """Follow a feed no longer; its articles stay."""

    action: ClassVar[str] = "unsubscribe"
    feed: str
    """Id of the feed."""

    @property
    def title(self) -> str:
        return "unsubscribe"

    def apply(self, connection: sqlite3.Connection) -> Change:
        before = subscription(connection, self.feed)
        if before is None:
            return Several(())
        connection.execute("DELETE FROM feed WHERE id = ?", (self.feed,))
        return _again(before)


def _again(feed: Subscription) -> Subscribe:
    """What brings a feed back as it was."""
    options = (feed.paused, feed.keep_days, feed.read_days, feed.added)
    return Subscribe(feed.address, feed.title, feed.folder, feed.tags, feed.full_text, feed.private, options)


@dataclass(frozen=True, slots=True)
class RenameFeed(_OfFeed):
    """Give a feed a name of one's own; an empty one gives it its own back."""

    action: ClassVar[str] = "rename feed"
    name: str

    def __post_init__(self) -> None:
        object.__setattr__(self, "name", one_line(self.name))

    @property
    def title(self) -> str:
        return f"rename the feed to “{self.name}”" if self.name else "give the feed its own name back"

    def changed(self, before: Subscription) -> Subscription:
        return dataclasses.replace(before, title=self.name)

    def inverse(self, before: Subscription) -> Change:
        return RenameFeed(self.feed, before.title)


@dataclass(frozen=True, slots=True)
class MoveFeed(_OfFeed):
    """Put a feed into a folder; an empty one takes it out."""

    action: ClassVar[str] = "move feed"
    folder: str

    def __post_init__(self) -> None:
        object.__setattr__(self, "folder", folder_path(self.folder))

    @property
    def title(self) -> str:
        return f"move the feed to “{self.folder}”" if self.folder else "take the feed out of its folder"

    def changed(self, before: Subscription) -> Subscription:
        return dataclasses.replace(before, folder=self.folder)

    def inverse(self, before: Subscription) -> Change:
        return MoveFeed(self.feed, before.folder)


@dataclass(frozen=True, slots=True)
class PauseFeed(_OfFeed):
    """Fetch a feed no more for now, or again."""

    action: ClassVar[str] = "pause feed"
    on: bool

    @property
    def title(self) -> str:
        return "pause the feed" if self.on else "fetch the feed again"

    def changed(self, before: Subscription) -> Subscription:
        return dataclasses.replace(before, paused=self.on)

    def inverse(self, before: Subscription) -> Change:
        return PauseFeed(self.feed, before.paused)


@dataclass(frozen=True, slots=True)
class SetFullText(_OfFeed):
    """Say when the pages of a feed's articles are fetched."""

    action: ClassVar[str] = "feed full text"
    when: str

    def __post_init__(self) -> None:
        FullText(self.when)

    @property
    def title(self) -> str:
        return f"full articles: {self.when}"

    def changed(self, before: Subscription) -> Subscription:
        return dataclasses.replace(before, full_text=FullText(self.when))

    def inverse(self, before: Subscription) -> Change:
        return SetFullText(self.feed, str(before.full_text))


@dataclass(frozen=True, slots=True)
class SetKeeping(_OfFeed):
    """Say after how many days a feed's articles leave the list, and after how many they count as read; 0: never."""

    action: ClassVar[str] = "feed keeping"
    keep_days: int
    read_days: int

    def __post_init__(self) -> None:
        if not (0 <= self.keep_days <= 36_500 and 0 <= self.read_days <= 36_500):
            raise ValueError("days are a number from 0, for ever, to 36500")

    @property
    def title(self) -> str:
        kept = _days(self.keep_days) if self.keep_days else "for ever"
        read = (
            f"count them as read after {_days(self.read_days)}" if self.read_days else "count none as read by its age"
        )
        return f"keep articles {kept}, {read}"

    def changed(self, before: Subscription) -> Subscription:
        return dataclasses.replace(before, keep_days=self.keep_days, read_days=self.read_days)

    def inverse(self, before: Subscription) -> Change:
        return SetKeeping(self.feed, before.keep_days, before.read_days)


@dataclass(frozen=True, slots=True)
class TagFeed(_OfFeed):
    """Tag a feed: the articles that come in get the tags."""

    action: ClassVar[str] = "tag feed"
    tags: tuple[str, ...]

    def __post_init__(self) -> None:
        tags = (one_line(tag).removeprefix("#") for tag in self.tags)
        object.__setattr__(self, "tags", tuple(dict.fromkeys(filter(None, tags))))

    @property
    def title(self) -> str:
        return f"tag the feed {' '.join(f'#{tag}' for tag in self.tags)}" if self.tags else "take the feed's tags off"

    def changed(self, before: Subscription) -> Subscription:
        return dataclasses.replace(before, tags=self.tags)

    def inverse(self, before: Subscription) -> Change:
        return TagFeed(self.feed, before.tags)


def _days(count: int) -> str:
    return f"{count} day{'' if count == 1 else 's'}"
