"""Annotations, a line each: label, words, note and article."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar, Literal, TypeAlias

from rich.segment import Segment
from textual.binding import BindingType
from textual.message import Message

from reader.markdown.cells import cells
from reader.markdown.fit import fit, one_line
from reader.tui.actions import bindings
from reader.tui.clock import moment_cells, moment_words
from reader.tui.widgets.row_list import RowList

if TYPE_CHECKING:
    from reader.model import Annotation
    from reader.tui.noted_rows import NotedRow

PAGE = 100
"""Rows fetched at a time."""
_HELD = 40
Moments: TypeAlias = Literal["created", "changed"] | None


class NotedList(RowList):
    """Holds any number: what comes into view is asked for a page at a time, and drawn when it is there."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("annotations")]

    class PageWanted(Message):
        """Rows from ``offset`` on came into view and are not known."""

        def __init__(self, offset: int) -> None:
            super().__init__()
            self.offset = offset

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._count = 0
        self._pages: dict[int, Sequence[NotedRow]] = {}
        self._asked: set[int] = set()
        self.words_when_empty = "Looking for annotations …"
        self.moments: Moments = None
        """Which moment of an annotation its line tells; None for none."""
        self.in_one_article = False
        """Whether all are of the same article, which then need not be named."""

    def set_source(self, count: int, first: Sequence[NotedRow], words_when_empty: str, cursor: int = 0) -> None:
        """Show ``count`` annotations, of which the page of ``cursor`` is known."""
        self._count, self.words_when_empty = count, words_when_empty
        self._pages = {cursor // PAGE: first}
        self._asked.clear()
        self.rows_changed(cursor)

    def put(self, offset: int, rows: Sequence[NotedRow]) -> None:
        """Here is a page that was asked for."""
        if len(self._pages) >= _HELD:
            del self._pages[next(iter(self._pages))]
        self._pages[offset // PAGE] = rows
        self._asked.discard(offset // PAGE)
        self.redraw()

    def row(self, index: int) -> NotedRow | None:
        """The annotation at ``index``; None while it is not known."""
        number, at = divmod(index, PAGE)
        page = self._pages.get(number)
        if page is None:
            if number not in self._asked:
                self._asked.add(number)
                self.post_message(self.PageWanted(number * PAGE))
            return None
        return page[at] if at < len(page) else None

    @property
    def chosen(self) -> NotedRow | None:
        """The annotation under the cursor."""
        return self.row(self.cursor) if self._count else None

    def count(self) -> int:
        return self._count or 1

    def selectable(self, index: int) -> bool:
        return index < self._count

    def draw_row(self, index: int, width: int) -> list[list[Segment]]:
        if not self._count:
            return [[Segment(fit(f" {self.words_when_empty}", width), self.style_of("dim"))]]
        row = self.row(index)
        if row is None:
            return [[Segment(" …", self.style_of("dim"))]]
        made = row.annotation
        mark = "✗" if made.removed else "?" if row.state == "orphan" else "→" if row.state == "moved" else " "
        title = "" if self.in_one_article else one_line(row.article)
        title = fit(title, min(cells(title), width // 4)) if title and width >= 60 else ""
        label = one_line(made.label) or ("note" if made.note else "tag")
        quote = f"“{one_line(made.anchor.quote)}”" if made.anchor is not None else "the whole article"
        tags = "".join(f" #{one_line(tag)}" for tag in made.tags)
        note = one_line(made.note)
        moment = self._moment(made)
        room = max(4, width - 16 - cells(title) - cells(moment))
        # The words first; but the note is what was written, so it keeps at least half of the line.
        kept = cells(quote) if not note + tags else max(room // 2, room - cells(note + tags) - 3)
        quote = fit(quote, min(cells(quote), kept))
        rest = max(0, room - cells(quote))
        return [
            [
                Segment(f"{mark} ", self.style_of("error" if mark in "✗?" else "mark")),
                Segment(moment, self.style_of("dim")),
                Segment(fit(label, 11) + " ", self.style_of("dim" if made.removed else "mark")),
                Segment(quote, self.style_of("dim") if made.removed else None),
                Segment(fit(f"  {note}{tags}" if note or tags else "", rest), self.style_of("strong")),
                Segment(f" {title} ", self.style_of("dim")),
            ]
        ]

    def _moment(self, made: Annotation) -> str:
        """When it was made or changed, where the list is sorted by that."""
        told = {"created": made.created, "changed": made.changed, None: ""}[self.moments]
        if not told:
            return ""
        return fit(moment_words(dt.datetime.fromisoformat(told), dt.datetime.now(dt.UTC)), moment_cells()) + "  "
