"""The list of articles: a line each that can be scanned."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, ClassVar, Protocol

from rich.segment import Segment
from textual.binding import BindingType
from textual.message import Message

from reader.markdown.cells import cells
from reader.markdown.fit import fit
from reader.tui.actions import bindings
from reader.tui.catalogue import Headings
from reader.tui.days import ago
from reader.tui.widgets.row_list import RowList

if TYPE_CHECKING:
    from reader.tui.branches import FolderLine


class Listed(Protocol):
    """What the list needs to know of an article."""

    @property
    def id(self) -> str: ...
    @property
    def title(self) -> str: ...
    @property
    def source(self) -> str: ...
    @property
    def day(self) -> str:
        """Publication date, ISO; empty when unknown."""
        ...

    @property
    def unread(self) -> bool: ...
    @property
    def starred(self) -> bool: ...
    @property
    def missing(self) -> bool:
        """Whether its file is gone."""
        ...

    @property
    def tags(self) -> tuple[str, ...]: ...

    @property
    def error(self) -> str:
        """One line when the article cannot be read; else empty."""
        ...


PAGE = 100
"""Rows fetched at a time."""


class ArticleList(RowList):
    """Holds any number of rows: pages are fetched as they come into view."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("list")]

    class FolderChosen(Message):
        """A folder was entered."""

        def __init__(self, folder: FolderLine) -> None:
            super().__init__()
            self.folder = folder

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._count = 0
        self._folders: Sequence[FolderLine] = ()
        self._lines: Callable[[], Sequence[FolderLine]] = lambda: ()
        self._fetch: Callable[[int, int], Sequence[Listed]] = lambda offset, limit: ()
        self._pages: dict[int, Sequence[Listed]] = {}
        self._headings = Headings()
        self.marked: set[str] = set()
        """Ids of the articles that are marked for the next action."""
        self.open_id = ""
        self.words_when_empty = "Looking for articles …"
        self._relative = False

    def set_source(
        self,
        count: int,
        fetch: Callable[[int, int], Sequence[Listed]],
        article: int | None = None,
        headings: Sequence[tuple[int, str]] = (),
        folders: Callable[[], Sequence[FolderLine]] = lambda: (),
    ) -> None:
        """Show ``count`` articles; ``fetch(offset, limit)`` gives a page of them.

        :param article: index of the one to put the cursor on.
        :param headings: index of the first article below each, and its words.
        :param folders: gives the lines above the articles, as they are now.
        """
        self._lines = folders
        self._folders = folders()
        self._count, self._fetch = count, fetch
        self._headings = Headings(headings if count else ())
        self._pages.clear()
        self.rows_changed(None if article is None else self._line(article))

    def set_days(self, relative: bool) -> None:
        """Show days as they are, or as their distance from today."""
        if relative != self._relative:
            self._relative = relative
            self.redraw()

    def _line(self, article: int) -> int:
        return len(self._folders) + self._headings.line(article)

    def article(self, index: int) -> Listed | None:
        """The article at ``index``, fetched when need be."""
        if not 0 <= index < self._count:
            return None
        number, at = divmod(index, PAGE)
        page = self._pages.get(number)
        if page is None:
            if len(self._pages) > 20:
                self._pages.clear()
            page = self._pages[number] = self._fetch(number * PAGE, PAGE)
        return page[at] if at < len(page) else None

    @property
    def at(self) -> int:
        """Index of the article under the cursor; below 0 on a folder."""
        return self.index_on(self.cursor)

    @property
    def folder(self) -> FolderLine | None:
        """The folder under the cursor."""
        return self._folders[self.cursor] if self.cursor < len(self._folders) else None

    def folder_on(self, line: int) -> FolderLine | None:
        """The folder on a line of the list."""
        return self._folders[line] if 0 <= line < len(self._folders) else None

    def index_on(self, line: int) -> int:
        """Index of the article on a line of the list."""
        line -= len(self._folders)
        return self._headings.article(line) if line >= 0 else -1

    def go_to(self, article: int) -> None:
        """Put the cursor on the article at an index."""
        self.move_to(self._line(article))

    def go_to_folder(self, key: str) -> None:
        """Put the cursor on a folder."""
        at = next((at for at, line in enumerate(self._folders) if line.key == key), None)
        if at is not None:
            self.move_to(at)

    def action_row_open(self) -> None:
        """Open the article, or go into the folder, under the cursor."""
        if self.folder is not None:
            self.post_message(self.FolderChosen(self.folder))
        else:
            super().action_row_open()

    def chosen(self) -> list[str]:
        """Ids of what the next action is for: the marked articles, else the one under the cursor."""
        if self.marked:
            return sorted(self.marked)
        row = self.article(self.at)
        return [row.id] if row is not None else []

    def action_row_mark(self) -> None:
        """Mark the article under the cursor, or take the mark away, and go on."""
        row = self.article(self.at)
        if row is not None:
            self.marked ^= {row.id}
            self.redraw()
            self.action_row_down()

    def forget(self) -> None:
        """Fetch the rows again when they are next drawn."""
        self._pages.clear()
        if self._folders:
            before = len(self._folders)
            self._folders = self._lines()
            if len(self._folders) != before:
                self.rows_changed(max(0, self.cursor + len(self._folders) - before))
        self.redraw()

    def mark_open(self, document: str) -> None:
        """Mark the article that is open."""
        self.open_id = document
        self.redraw()

    # RowList

    def count(self) -> int:
        return len(self._folders) + max(1, self._count + len(self._headings))

    def selectable(self, index: int) -> bool:
        if index < len(self._folders):
            return True
        return self._count > 0 and self._headings.heading(index - len(self._folders)) is None

    def _draw_folder(self, line: FolderLine, width: int) -> list[Segment]:
        number = f"{line.unread:,} " if line.unread else ""
        trouble = f"  {line.trouble}" if line.trouble else ""
        room = max(1, width - cells(number) - 1)
        name = fit(line.words, min(room, cells(line.words)))
        style = "error" if line.trouble else "dim" if line.paused else "mark" if line.kind != "feed" else ""
        segments = [Segment(" ", self.style_of("mark")), Segment(name, self.style_of(style) if style else None)]
        rest = room - cells(name)
        segments.append(Segment(fit(trouble, rest) if trouble else " " * rest, self.style_of("dim")))
        return [*segments, Segment(number, self.style_of("strong"))]

    def draw_row(self, index: int, width: int) -> list[list[Segment]]:
        if index < len(self._folders):
            return [self._draw_folder(self._folders[index], width)]
        index -= len(self._folders)
        heading = self._headings.heading(index)
        if heading is not None:
            return [[Segment(fit(f" {heading}", width), self.style_of("strong"))]]
        row = self.article(self._headings.article(index))
        if row is None:
            return [[Segment(fit(" " + self.words_when_empty, width), self.style_of("dim"))]]
        mark = "+" if row.id in self.marked else "▸" if row.id == self.open_id else " "
        state = "!" if row.error else "?" if row.missing else "★" if row.starred else "●" if row.unread else " "
        day = ago(row.day, dt.date.today()) if self._relative and row.day else row.day
        detail = "" if row.error else day or "–"
        if row.tags and width >= 44:
            detail = f"#{row.tags[0][:12]} {detail}"
        if row.source and width >= 60:
            detail = f"{row.source[:24]} · {detail}"
        if width < 24:
            detail = ""
        title = row.error or row.title
        room = max(1, width - 4 - (cells(detail) + 2 if detail else 0))
        style = "error" if row.error else "strong" if row.unread else ""
        return [
            [
                Segment(mark, self.style_of("mark")),
                Segment(state + " ", self.style_of("error" if row.error else "mark")),
                Segment(fit(title, room), self.style_of(style) if style else None),
                Segment("  " + detail + " " if detail else " ", self.style_of("dim")),
            ]
        ]
