"""Lines above the articles of the list: saved searches, and the feeds as a tree with their unread articles."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from reader.library import SavedSearch
    from reader.library.feeds import FollowedFeed


Kind: TypeAlias = Literal["back", "search", "feeds", "folder", "feed", "pages"]

FEEDS = "feeds"
"""Key of the branch that holds all feeds."""
PAGES = "pages"
"""Key of the line of pages that were added by themselves."""


class FolderLine(NamedTuple):
    """One line."""

    kind: Kind
    key: str
    """Name of the search, ``folder:`` and path, or id of the feed."""
    name: str
    level: int = 0
    """How many branches it is in."""
    open: bool | None = None
    """Whether a branch shows what is in it; None for what is no branch."""
    unread: int = 0
    trouble: str = ""
    """What is wrong with a feed, with the time of the next try; empty when nothing is."""
    paused: bool = False
    feeds: tuple[str, ...] = ()
    """Ids of the feeds in it."""
    query: str = ""

    @property
    def words(self) -> str:
        """The line without its numbers."""
        if self.kind == "back":
            return f"◂ {self.name}: back to all"
        mark = (
            "▹"
            if self.open is None and self.kind != "feed"
            else "▾"
            if self.open
            else "▸"
            if self.open is False
            else "·"
        )
        mark = "!" if self.trouble else "‖" if self.paused else mark
        return f"{'  ' * self.level}{mark} {self.name}"


def lines(
    searches: Sequence[SavedSearch],
    followed: Sequence[FollowedFeed],
    opened: Collection[str],
    pages: int | None = None,
    counted: Mapping[str, int] = MappingProxyType({}),
) -> list[FolderLine]:
    """The lines of the whole library.

    :param opened: keys of the branches that show what is in them.
    :param pages: unread pages that were added by themselves; None when there are none at all.
    :param counted: how many unread articles the saved searches find, by query, as far as it is known.
    """
    found = [
        FolderLine("search", saved.name, saved.name, unread=counted.get(saved.query, 0), query=saved.query)
        for saved in searches
    ]
    if followed:
        unread = sum(one.unread for one in followed)
        shown = FEEDS in opened
        ids = tuple(one.feed.id for one in followed)
        found.append(FolderLine("feeds", FEEDS, "Feeds", open=shown, unread=unread, feeds=ids))
        if shown:
            found += inside("", followed, opened, 1)
    if pages is not None:
        found.append(FolderLine("pages", PAGES, "Pages", unread=pages, feeds=("",)))
    return found


def inside(path: str, followed: Sequence[FollowedFeed], opened: Collection[str], level: int) -> list[FolderLine]:
    """The folders and feeds directly in a folder, those of opened folders below them."""
    prefix = f"{path}/" if path else ""
    folders: dict[str, list[FollowedFeed]] = {}
    feeds: list[FollowedFeed] = []
    for one in followed:
        if one.feed.folder == path:
            feeds.append(one)
        elif one.feed.folder.startswith(prefix):
            folders.setdefault(one.feed.folder[len(prefix) :].split("/")[0], []).append(one)
    found: list[FolderLine] = []
    for name, held in sorted(folders.items(), key=lambda pair: pair[0].casefold()):
        key = f"folder:{prefix}{name}"
        unread = sum(one.unread for one in held)
        ids = tuple(one.feed.id for one in held)
        found.append(FolderLine("folder", key, name, level, key in opened, unread, feeds=ids))
        if key in opened:
            found += inside(f"{prefix}{name}", held, opened, level + 1)
    found += [
        FolderLine("feed", one.feed.id, one.name, level, None, one.unread, one.trouble, one.feed.paused, (one.feed.id,))
        for one in sorted(feeds, key=lambda one: one.name.casefold())
    ]
    return found
