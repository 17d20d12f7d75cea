"""What the list pane shows: which articles, in which order, under which headings."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Mapping, Sequence
from itertools import accumulate
from typing import TYPE_CHECKING

from reader.library import Filter, Scope, Sort
from reader.tui.branches import FEEDS, FolderLine, inside, lines
from reader.tui.listed import ListedRow

if TYPE_CHECKING:
    from reader.library import DocumentRow, Library
    from reader.library.feeds import FollowedFeed
    from reader.library.listing import Listing

SORTS = {
    Sort.PATH: "file",
    Sort.DATE: "date",
    Sort.TITLE: "title",
    Sort.SOURCE: "source",
    Sort.UNREAD: "unread first",
    Sort.NOTES: "number of notes",
}
GROUPS = {"": "nothing", "source": "source", "month": "month"}
_STATES: dict[str, Callable[[Filter], Filter]] = {
    "unread": lambda chosen: chosen._replace(unread=True),
    "read": lambda chosen: chosen._replace(unread=False),
    "starred": lambda chosen: chosen._replace(starred=True),
    "missing": lambda chosen: chosen._replace(missing=True),
    "failed": lambda chosen: chosen._replace(failed=True),
    "noted": lambda chosen: chosen._replace(noted=True),
    "removed": lambda chosen: chosen._replace(removed=True),
}
_TERM = re.compile(r"(is|tag|source|month):(\S*)\s*")


def filter_of(text: str) -> Filter:
    """The filter that a person types: words of the title, ``is:unread``, ``is:starred``, ``is:removed``,
    ``is:missing``, ``is:failed``, ``is:noted``, ``tag:NAME``, ``month:2021-12``. Half-typed terms filter nothing."""
    chosen = Filter()
    for name, value in _TERM.findall(text):
        if name == "is" and value in _STATES:
            chosen = _STATES[value](chosen)
        elif name == "tag" and value:
            chosen = chosen._replace(tag=value)
        elif name == "source" and value:
            chosen = chosen._replace(source=value.replace("_", " "))
        elif name == "month" and re.fullmatch(r"\d{4}-\d\d", value):
            chosen = chosen._replace(month=value)
    return chosen._replace(title=_TERM.sub("", text).strip())


class Catalogue:
    """Articles of a library within a scope. Indices count articles, not headings."""

    def __init__(self, library: Library, scope: Scope, sort: Sort) -> None:
        self._library = library
        self.scope = scope
        self.sort = sort
        self.filter = ""
        self.group = ""
        """``source``, ``month`` or empty."""
        self.folder: FolderLine | None = None
        """The saved search, folder or feed whose articles alone are listed."""
        self.opened: set[str] = {FEEDS}
        """Branches of the tree of feeds that show what is in them."""
        self.counted: Mapping[str, int] = {}
        """How many unread articles the saved searches find, by query, as far as it is known."""
        self._followed: tuple[object, list[FollowedFeed]] = (None, [])
        self._whole = scope
        self._headed: tuple[object, list[tuple[int, str]]] = (None, [])
        self._placed: tuple[object, int | None] = (None, None)

    def widen(self, paths: Sequence[str]) -> None:
        """List the articles under these paths."""
        self._whole = self._whole._replace(paths=tuple(paths))
        if self.folder is None:
            self.scope = self._whole

    def enter(self, folder: FolderLine, found: Sequence[str] = ()) -> None:
        """List only the articles of a feed or of the feeds of a folder, or those that a saved search found, by ids."""
        self.folder = folder
        # No article has this id: an empty scope would be the whole library.
        self.scope = Scope(feeds=folder.feeds) if folder.feeds else Scope(ids=tuple(found) or ("nothing",))

    def leave(self) -> None:
        """List all articles again."""
        self.folder = None
        self.scope = self._whole

    def folders(self) -> list[FolderLine]:
        """Lines above the articles: saved searches and the tree of feeds, or the way out of one and what is in it."""
        if self.folder is None:
            pages = self._library.feeds.unread_pages() if self._library.follows else None
            return lines(self._library.saved_searches(), self.followed(), self.opened, pages, self.counted)
        found = [FolderLine("back", "", self.folder.name)]
        if self.folder.kind in ("feeds", "folder"):
            path = self.folder.key.removeprefix("folder:") if self.folder.kind == "folder" else ""
            held = [one for one in self.followed() if one.feed.id in self.folder.feeds]
            found += inside(path, held, (), 0)
        return found

    def followed(self) -> list[FollowedFeed]:
        """The feeds with their unread articles, as they are now."""
        now = self._library.generation()
        if self._followed[0] != now:
            self._followed = (now, self._library.feeds.followed() if self._library.follows else [])
        return self._followed[1]

    def next_unread_feed(self, step: int) -> FolderLine | None:
        """The nearest feed after (1) or before (-1) the one entered that has unread articles."""
        if self.folder is None or self.folder.kind != "feed":
            return None
        feeds = [line for line in lines((), self.followed(), _Everything()) if line.kind == "feed"]
        at = next((at for at, line in enumerate(feeds) if line.key == (self.folder.key if self.folder else "")), None)
        if at is None:
            return None
        others = [*feeds[at + 1 :], *feeds[:at]] if step > 0 else [*reversed(feeds[:at]), *reversed(feeds[at + 1 :])]
        return next((line for line in others if line.unread), None)

    def listing(self) -> Listing:
        """The rows as they are now."""
        sort = {"source": Sort.SOURCE, "month": Sort.DATE}.get(self.group, self.sort)
        return self._library.documents.listing(self.scope, filter_of(self.filter), sort)

    @property
    def count(self) -> int:
        """Number of articles."""
        return len(self.listing())

    def rows(self, offset: int, limit: int) -> Sequence[ListedRow]:
        """A page of articles."""
        return [ListedRow.of(row) for row in self.listing().rows(offset, limit)]

    def row(self, index: int) -> ListedRow | None:
        """One article."""
        rows = self.rows(index, 1) if index >= 0 else ()
        return rows[0] if rows else None

    def known(self, document: str) -> DocumentRow | None:
        """What the library knows of a document, listed or not."""
        return self._library.documents.row(document)

    def warm(self, document: str = "") -> None:
        """Walk the list for its headings, its feeds and the place of ``document``, so that they are known when they
        are drawn: what takes long in a large library happens here, in any thread."""
        len(self.listing())
        self.followed()
        self.headings()
        self.index_of(document)

    def _state(self) -> tuple[object, ...]:
        return self.scope, self.filter, self.sort, self.group, self._library.documents.generation()

    def index_of(self, document: str) -> int | None:
        """Place of an article."""
        row = self.known(document) if document else None
        if row is None:
            return None
        state = (self._state(), document)
        if self._placed[0] != state:
            self._placed = (state, self.listing().position(row.rowid))
        return self._placed[1]

    def headings(self) -> list[tuple[int, str]]:
        """Headings in order: the index of the first article under each, and its words."""
        if not self.group:
            return []
        state = self._state()
        if self._headed[0] != state:
            self._headed = (state, self._headings())
        return self._headed[1]

    def _headings(self) -> list[tuple[int, str]]:
        groups = self._library.documents.groups(self.group, self.scope, filter_of(self.filter))
        starts = [0, *accumulate(group.count for group in groups)]
        unknown = "no source" if self.group == "source" else "undated"
        return [
            (start, f"{group.key or unknown}  {group.count:,}") for start, group in zip(starts, groups, strict=False)
        ]

    def first_index(self) -> int:
        """Which article to open first: the first that can be read."""
        for index, row in enumerate(self.rows(0, 50)):
            if not row.error:
                return index
        return 0

    def neighbour(self, document: str, step: int, *, unread: bool = False) -> int | None:
        """Index of the nearest article after (1) or before (-1) that can be opened."""
        at = self.index_of(document)
        at = (-1 if step > 0 else 0) if at is None else at
        at += step
        while 0 <= at < self.count:
            start = at if step > 0 else max(0, at - 99)
            page = list(enumerate(self.rows(start, 100 if step > 0 else at - start + 1)))
            for offset, row in page if step > 0 else reversed(page):
                if not row.error and (row.unread or not unread):
                    return start + offset
            at = start + len(page) if step > 0 else start - 1
            if not page:
                break
        return None

    def next_sort(self) -> str:
        """The next order; gives its name."""
        orders = list(SORTS)
        self.sort = orders[(orders.index(self.sort) + 1) % len(orders)]
        self.group = ""
        return SORTS[self.sort]

    def next_group(self) -> str:
        """The next grouping; gives its name."""
        kinds = list(GROUPS)
        self.group = kinds[(kinds.index(self.group) + 1) % len(kinds)]
        return GROUPS[self.group]


class _Everything(frozenset[str]):
    """A set that holds every branch."""

    def __contains__(self, key: object) -> bool:
        return True


class Headings:
    """Where headings stand between the rows of a list: lines are counted with them, articles without."""

    def __init__(self, headings: Sequence[tuple[int, str]] = ()) -> None:
        self._words = [words for _, words in headings]
        self._starts = [start for start, _ in headings]
        self._lines = [start + at for at, (start, _) in enumerate(headings)]

    def __len__(self) -> int:
        return len(self._words)

    def heading(self, line: int) -> str | None:
        """The words of the heading on a line; None when an article stands there."""
        at = bisect_right(self._lines, line) - 1
        return self._words[at] if at >= 0 and self._lines[at] == line else None

    def article(self, line: int) -> int:
        """Index of the article on a line."""
        return line - bisect_right(self._lines, line)

    def line(self, article: int) -> int:
        """Line of an article."""
        return article + bisect_right(self._starts, article)
