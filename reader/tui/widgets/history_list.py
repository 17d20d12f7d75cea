"""What the reader did, a line each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from rich.segment import Segment
from textual.binding import BindingType
from textual.message import Message

from reader.markdown.cells import cells
from reader.markdown.fit import fit
from reader.tui.actions import bindings
from reader.tui.clock import moment_cells
from reader.tui.widgets.row_list import RowList


@dataclass(frozen=True, slots=True)
class Done:
    """One action of the past."""

    seq: int
    """Its place in the journal."""
    when: str
    """Local time, as short as can be."""
    title: str
    article: str
    """Title of the article that it was done to; empty when it was none or several."""
    stands: bool
    """False when it was taken back."""


class HistoryList(RowList):
    """The latest first. Where the list ends and more is known, it asks for it."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("history")]

    class MoreWanted(Message):
        """The end of what was read came into view."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.done: list[Done] = []
        self.more = False

    def set_done(self, done: Sequence[Done], more: bool, *, add: bool = False) -> None:
        """Show actions; ``add`` puts them below those that are there."""
        self.done = [*self.done, *done] if add else list(done)
        self.more = more
        self.rows_changed()

    @property
    def next_undo(self) -> int | None:
        """Index of what undo would take back."""
        return next((at for at, one in enumerate(self.done) if one.stands), None)

    def count(self) -> int:
        return len(self.done) or 1

    def selectable(self, index: int) -> bool:
        return index < len(self.done)

    def draw_row(self, index: int, width: int) -> list[list[Segment]]:
        if not self.done:
            return [[Segment(fit(" Nothing was done yet.", width), self.style_of("dim"))]]
        if index == len(self.done) - 1 and self.more:
            self.more = False
            self.post_message(self.MoreWanted())
        one = self.done[index]
        mark = "▸" if index == self.next_undo else " " if one.stands else "↶"
        article = fit(one.article, min(cells(one.article), width // 3)) if one.article and width >= 60 else ""
        wide = moment_cells()
        room = max(1, width - wide - 6 - cells(article))
        return [
            [
                Segment(f"{mark} ", self.style_of("mark")),
                Segment(fit(one.when, wide) + "  ", self.style_of("dim")),
                Segment(fit(one.title, room), None if one.stands else self.style_of("dim")),
                Segment(f" {article} ", self.style_of("dim")),
            ]
        ]
