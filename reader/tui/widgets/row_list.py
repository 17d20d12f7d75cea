"""A list drawn line by line: its cost does not grow with the number of rows."""

from __future__ import annotations

from itertools import chain
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.cache import LRUCache
from textual.geometry import Size
from textual.message import Message
from textual.strip import Strip

from reader.tui.widgets.asked_styles import AskedStyles


class RowList(AskedStyles, can_focus=True):
    """Rows of a fixed height with a cursor. A subclass says how many there are and draws one.

    Own list, not OptionList: loading 100,000 options costs 6.7 s of CPU, showing as many rows here 0.03 s.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "row--cursor",
        "row--dim",
        "row--strong",
        "row--mark",
        "row--error",
        "row--rest",
    }

    ROW_HEIGHT: ClassVar[int] = 1
    ALWAYS_ACTIVE: ClassVar[bool] = False
    """Whether the cursor is drawn as if the list had the focus: for a list steered from an input above it."""

    class Moved(Message):
        """The cursor stands on another row."""

        def __init__(self, rows: RowList, index: int) -> None:
            super().__init__()
            self.rows = rows
            self.index = index

        @property
        def control(self) -> RowList:
            """The list."""
            return self.rows

    class Chosen(Moved):
        """A row was clicked or entered."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.cursor = 0
        self._drawn: LRUCache[int, list[Strip]] = LRUCache(512)
        self._styles_made: dict[str, Style] = {}

    # For the subclass

    def count(self) -> int:
        """How many rows there are."""
        raise TypeError(f"{type(self).__name__} must count its rows")

    def draw_row(self, index: int, width: int) -> list[list[Segment]]:
        """``ROW_HEIGHT`` lines of segments; they are cut and padded to ``width`` cells."""
        raise TypeError(f"{type(self).__name__} must draw its rows")

    def selectable(self, index: int) -> bool:
        """Whether the cursor may rest on the row (a heading may not)."""
        return True

    # For the screen

    def rows_changed(self, cursor: int | None = None) -> None:
        """Draw again after the rows became others; the cursor goes to ``cursor`` or stays as near as it can."""
        self._drawn.clear()
        self.virtual_size = Size(self.size.width, self.count() * self.ROW_HEIGHT)
        self.cursor = self._nearest(self.cursor if cursor is None else cursor)
        self._reveal()
        self.refresh()

    def redraw(self) -> None:
        """Draw again what looks otherwise now."""
        self._drawn.clear()
        self.refresh()

    def move_to(self, index: int) -> None:
        """Put the cursor on a row and show it."""
        index = self._nearest(index)
        if index != self.cursor:
            for row in (self.cursor, index):
                self._drawn.discard(row)
            self.cursor = index
            self.post_message(self.Moved(self, index))
        self._reveal()
        self.refresh()

    def _nearest(self, index: int) -> int:
        count = self.count()
        wanted: int = max(0, min(index, count - 1))
        for candidate in chain(range(wanted, count), range(wanted - 1, -1, -1)):
            if self.selectable(candidate):
                return candidate
        return 0

    def _step(self, step: int) -> None:
        at = self.cursor + step
        count = self.count()
        while 0 <= at < count and not self.selectable(at):
            at += 1 if step > 0 else -1
        if 0 <= at < count:
            self.move_to(at)
        elif step < 0:
            self.scroll_to(y=0, animate=False)

    def _reveal(self) -> None:
        height = self.size.height
        if not height:
            return
        first = self.cursor
        while first > 0 and not self.selectable(first - 1):
            first -= 1  # the headings above belong to the row
        top, bottom = first * self.ROW_HEIGHT, (self.cursor + 1) * self.ROW_HEIGHT
        if top < self.scroll_y:
            self.scroll_to(y=top, animate=False)
        elif bottom > self.scroll_y + height:
            self.scroll_to(y=bottom - height, animate=False)

    # Keys and mouse

    def action_row_down(self) -> None:
        self._step(1)

    def action_row_up(self) -> None:
        self._step(-1)

    def action_row_open(self) -> None:
        if self.count():
            self.post_message(self.Chosen(self, self.cursor))

    def action_scroll_home(self) -> None:
        self.move_to(0)

    def action_scroll_end(self) -> None:
        self.move_to(self.count() - 1)

    def action_page_down(self) -> None:
        self.move_to(self.cursor + max(1, self.size.height // self.ROW_HEIGHT - 1))

    def action_page_up(self) -> None:
        self.move_to(self.cursor - max(1, self.size.height // self.ROW_HEIGHT - 1))

    def on_click(self, event: events.Click) -> None:
        index = (event.y + int(self.scroll_y)) // self.ROW_HEIGHT
        if 0 <= index < self.count() and self.selectable(index):
            self.move_to(index)
            self.action_row_open()

    # Drawing

    def on_resize(self, event: events.Resize) -> None:
        self.rows_changed()

    def on_focus(self) -> None:
        self.redraw()

    def on_blur(self) -> None:
        self.redraw()

    def notify_style_update(self) -> None:
        super().notify_style_update()
        self._styles_made.clear()
        self._drawn.clear()

    def style_of(self, name: str) -> Style:
        """Style of a component class ``row--NAME``: what it sets itself. The empty name gives the list's own style."""
        style = self._styles_made.get(name)
        if style is None:
            if name:
                own = self.get_component_rich_style(f"row--{name}", partial=True)
                whole = self.get_component_rich_style(f"row--{name}")
                style = own.without_color + Style(
                    color=whole.color if own.color else None, bgcolor=whole.bgcolor if own.bgcolor else None
                )
            else:
                style = self.rich_style
            self._styles_made[name] = style
        return style

    def render_line(self, y: int) -> Strip:
        """One screen line."""
        width = self.size.width
        index, part = divmod(y + int(self.scroll_y), self.ROW_HEIGHT)
        if not 0 <= index < self.count():
            return Strip.blank(width, self.style_of(""))
        strips = self._drawn.get(index)
        if strips is None or strips[0].cell_length != width:
            base = self.style_of("")
            if index == self.cursor and self.selectable(index):
                base = base + self.style_of("cursor" if self.has_focus or self.ALWAYS_ACTIVE else "rest")
            strips = [
                Strip(Segment(text, base + style if style else base) for text, style, _ in line).adjust_cell_length(
                    width, base
                )
                for line in self.draw_row(index, width)
            ]
            self._drawn[index] = strips
        return strips[part]
