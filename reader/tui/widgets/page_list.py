"""The rows of a page over the library."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from rich.segment import Segment
from textual.binding import BindingType

from reader.markdown.cells import cells
from reader.markdown.fit import fit, one_line
from reader.tui.actions import bindings
from reader.tui.widgets.row_list import RowList

if TYPE_CHECKING:
    from reader.tui.page_rows import PageRow, Sections

_WIDE = 96
"""Columns from which a row says its article too."""


class PageList(RowList):
    """Sections of rows, read as they come into view."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("page")]
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        f"row--{name}" for name in ("person", "organisation", "place", "group", "event", "quote", "date", "differs")
    }

    def __init__(self, *, id: str | None = None) -> None:
        from reader.tui.page_rows import Sections

        super().__init__(id=id)
        self.sections = Sections()
        self.notice = "…"
        """Shown while there are no rows."""

    def set_sections(self, sections: Sections, notice: str, cursor: int = 0) -> None:
        """Show other rows; ``notice`` where there are none. ``cursor`` is the number of a row."""
        self.sections, self.notice = sections, notice
        self.rows_changed(sections.line(cursor) if sections.count else 0)
        self.call_after_refresh(self.show_on_top, self.cursor)  # how far it can scroll is known when it is laid out

    def show_on_top(self, line: int) -> None:
        """Put the cursor on a row, its heading or the row before it on top."""
        self.move_to(line)
        self.scroll_to(y=max(0, self.cursor - 1), animate=False)

    @property
    def row(self) -> PageRow | None:
        """The row under the cursor."""
        return self.sections.row(self.cursor)

    def count(self) -> int:
        return len(self.sections) or 1

    def selectable(self, index: int) -> bool:
        return bool(len(self.sections)) and self.sections.heading(index) is None

    def draw_row(self, index: int, width: int) -> list[list[Segment]]:
        if not len(self.sections):
            return [[Segment(fit(" " + self.notice, width), self.style_of("dim"))]]
        heading = self.sections.heading(index)
        if heading is not None:
            return [[Segment(fit(f" {heading}", width), self.style_of("strong"))]]
        row = self.sections.row(index)
        if row is None:
            return [[Segment(fit("   changed since this page was made", width), self.style_of("dim"))]]
        left = fit(row.left, 13) + " " if row.left else ""
        right = ""
        if row.right and (width >= _WIDE or not row.document or len(row.right) < 8):
            right = fit(row.right, min(cells(one_line(row.right)), max(8, width * 3 // 10)))
        letter = fit(row.letter, 1) + " " if row.letter else ""
        room = max(1, width - 3 - cells(left) - cells(letter) - (cells(right) + 1 if right else 0))
        return [
            [
                Segment("  "),
                Segment(left, self.style_of("dim")),
                Segment(letter, self.style_of(row.style) if row.style else None),
                Segment(fit(row.text, room), self.style_of(row.style) if row.style == "differs" else None),
                Segment(f" {right} " if right else " ", self.style_of("dim")),
            ]
        ]
