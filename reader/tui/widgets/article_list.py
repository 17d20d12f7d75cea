"""The list of articles: a line each that can be scanned."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar, Protocol

from rich.segment import Segment
from textual.binding import BindingType

from reader.markdown.cells import cells
from reader.markdown.fit import fit
from reader.tui.actions import bindings
from reader.tui.widgets.row_list import RowList


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
    def error(self) -> str:
        """One line when the article cannot be read; else empty."""
        ...


PAGE = 200
"""Rows fetched at a time."""


class ArticleList(RowList):
    """Holds any number of rows: pages are fetched as they come into view."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("list")]

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._count = 0
        self._fetch: Callable[[int, int], Sequence[Listed]] = lambda offset, limit: ()
        self._pages: dict[int, Sequence[Listed]] = {}
        self.open_id = ""
        self.words_when_empty = "No articles."

    def set_source(self, count: int, fetch: Callable[[int, int], Sequence[Listed]], cursor: int | None = None) -> None:
        """Show ``count`` rows; ``fetch(offset, limit)`` gives a page of them."""
        self._count, self._fetch = count, fetch
        self._pages.clear()
        self.rows_changed(cursor)

    def row(self, index: int) -> Listed | None:
        """The row at ``index``, fetched when need be."""
        if not 0 <= index < self._count:
            return None
        number, at = divmod(index, PAGE)
        page = self._pages.get(number)
        if page is None:
            if len(self._pages) > 20:
                self._pages.clear()
            page = self._pages[number] = self._fetch(number * PAGE, PAGE)
        return page[at] if at < len(page) else None

    def forget(self) -> None:
        """Fetch the rows again when they are next drawn."""
        self._pages.clear()
        self.redraw()

    def mark_open(self, document: str) -> None:
        """Mark the article that is open."""
        self.open_id = document
        self.redraw()

    # RowList

    def count(self) -> int:
        return self._count or 1

    def selectable(self, index: int) -> bool:
        return index < self._count

    def draw_row(self, index: int, width: int) -> list[list[Segment]]:
        row = self.row(index)
        if row is None:
            return [[Segment(fit(" " + self.words_when_empty, width), self.style_of("dim"))]]
        mark = "▸" if row.id == self.open_id else " "
        state = "!" if row.error else "★" if row.starred else "●" if row.unread else " "
        detail = row.day or "–"
        if row.source and width >= 60:
            detail = f"{row.source[:24]} · {detail}"
        if width < 24:
            detail = ""
        title = row.error if row.error and not row.title else row.title
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
