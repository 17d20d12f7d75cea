"""Other articles that tell a story in nearly the same words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from reader.model import Document, Span
from reader.tui.page_rows import PageRow, Section, fixed
from reader.tui.screens.page import PageScreen, PageState

if TYPE_CHECKING:
    from reader.library import DocumentRow
    from reader.tui.desk import Desk


class AlsoInPage(PageScreen):
    """The articles of one story, the earliest first."""

    NOTHING = "No other feed has this article."

    def __init__(self, desk: Desk, document: Document, state: PageState | None = None) -> None:
        super().__init__(desk, state)
        self._document = document

    @property
    def heading(self) -> str:
        return f"Also in · {self._document.title}"

    async def load(self) -> tuple[Sequence[Section], str]:
        found = [row for row in await self.desk.same_story(self._document.id) if self._holds(row)]
        rows = [_row(row) for row in found]
        return [fixed("The same story", rows)] if rows else [], f"{len(rows):,} other articles" if rows else ""

    def _holds(self, row: DocumentRow) -> bool:
        said = f"{row.title} {row.source}".casefold()
        return all(word in said for word in self.words.casefold().split())


def _row(row: DocumentRow) -> PageRow:
    day = row.published.date.isoformat() if row.published else "undated"
    return PageRow(
        text=row.title, left=row.source, right=day, document=row.id, span=Span(0, 0), about=row.title, words=row.title
    )
