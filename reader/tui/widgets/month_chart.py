"""How much each month has, as bars; the month of the cursor stands out."""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Sequence
from typing import ClassVar

from rich.segment import Segment
from textual import events
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from reader.tui.bars import Chart, chart, month_number


class MonthChart(Widget):
    """Bars, the initials of the months, the years."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"chart--bar", "chart--current", "chart--axis"}

    class MonthChosen(Message):
        """A month was clicked."""

        def __init__(self, month: dt.date) -> None:
            super().__init__()
            self.month = month

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._counts: dict[int, int] = {}
        self._current = 0
        self._made: tuple[tuple[int, int, int], Chart] | None = None
        self.plain = not (getattr(sys.stdout, "encoding", "") or "utf-8").lower().startswith("utf")
        """Whether bars are drawn with ASCII."""

    def show(self, months: Sequence[tuple[int, int]]) -> None:
        """Show how much the months have: ordinals of their first days, and numbers."""
        self._counts = {month_number(dt.date.fromordinal(first)): count for first, count in months}
        self._made = None
        self.display = bool(self._counts)
        self.refresh()

    def mark(self, day: dt.date) -> None:
        """The month of ``day`` is current."""
        if month_number(day) != self._current:
            self._current = month_number(day)
            self.refresh()

    def _chart(self) -> Chart:
        width, height = self.size.width - 2, max(1, self.size.height - 2)
        key = (width, height, self._current)
        if self._made is None or self._made[0] != key:
            self._made = (key, chart(self._counts, self._current, width, height, plain=self.plain))
        return self._made[1]

    def on_click(self, event: events.Click) -> None:
        drawn = self._chart()
        step = max(1, len(drawn.months) // max(1, len(drawn.months.split()) or 1)) if " " in drawn.months else 1
        column = (event.x - 1) // step - drawn.at[0] // step
        number = self._current + column
        if number in self._counts:
            self.post_message(self.MonthChosen(dt.date(number // 12, number % 12 + 1, 1)))

    def render_line(self, y: int) -> Strip:
        width = self.size.width
        drawn = self._chart()
        lines = (*drawn.bars, drawn.months, drawn.years)
        if y >= len(lines):
            return Strip.blank(width, self.rich_style)
        line = lines[y].ljust(width - 2)
        style = self.get_component_rich_style("chart--bar" if y < len(drawn.bars) else "chart--axis")
        first, end = drawn.at
        if y > len(drawn.bars) or first < 0:
            return Strip([Segment(" " + line, style)]).adjust_cell_length(width, style)
        current = self.get_component_rich_style("chart--current")
        return Strip(
            [Segment(" " + line[:first], style), Segment(line[first:end], current), Segment(line[end:], style)]
        ).adjust_cell_length(width, style)
