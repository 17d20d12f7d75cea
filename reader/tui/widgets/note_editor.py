"""A small editor for notes, below the text that they are about."""

from __future__ import annotations

import asyncio
import contextlib
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.geometry import Region
from textual.message import Message
from textual.strip import Strip
from textual.timer import Timer
from textual.widgets import Static, TextArea
from textual.widgets.text_area import Edit, EditResult

from reader.model import clean
from reader.tui.actions import bindings
from reader.tui.content import content

PATIENCE = 1.0
"""Seconds for the keys that are in line."""
KEEP_EVERY = 1.0
"""Seconds between two drafts while somebody types."""


class CleanArea(TextArea):
    """A text area whose text never holds what could steer the terminal, pasted or typed."""

    def on_mount(self) -> None:
        self.cursor_blink = self.app.animation_level != "none"

    def render_lines(self, crop: Region) -> list[Strip]:
        """Lines as they are drawn. Textual takes its styles from a widget that goes, and may draw it once more."""
        if not self._component_styles:
            return [Strip.blank(crop.width)] * crop.height
        return super().render_lines(crop)

    def edit(self, edit: Edit) -> EditResult:
        # A terminal sends the ends of pasted lines as the Enter key does.
        edit.text = clean(edit.text.replace("\r\n", "\n").replace("\r", "\n"))
        return super().edit(edit)


class NoteEditor(Vertical):
    """Shows a note and lets it be written; what it says is kept as a draft while it is."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("note")]

    class DraftDue(Message):
        """The text has changed since the last draft."""

        def __init__(self, text: str) -> None:
            super().__init__()
            self.text = text

    def __init__(self, about: str, text: str, *, id: str | None = None) -> None:
        """:param about: what the note is on, shown above it."""
        super().__init__(id=id)
        self._about = about
        self.area = CleanArea(
            text,
            soft_wrap=True,
            tab_behavior="indent",
            show_line_numbers=False,
            highlight_cursor_line=False,
            compact=True,
            id="note-text",
        )
        """Where the text is."""
        self._kept = text
        self._timer: Timer | None = None

    def compose(self) -> ComposeResult:
        yield Static(content(self._about), id="note-about")
        yield self.area

    def on_mount(self) -> None:
        self.area.move_cursor(self.area.document.end)
        self._timer = self.set_interval(KEEP_EVERY, self._look)

    @property
    def text(self) -> str:
        """What is written."""
        return self.area.text

    @text.setter
    def text(self, text: str) -> None:
        self.area.text = clean(text)
        self.area.move_cursor(self.area.document.end)

    async def typed(self) -> str:
        """What is written, with all that was typed until now: keys wait in line for the area while an action runs."""
        seen = asyncio.Event()
        if self.area.is_running and self.area.call_later(seen.set):
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(seen.wait(), PATIENCE)
        return self.text

    def say(self, sentence: str) -> None:
        """Say something beside what the note is on."""
        self.query_one("#note-about", Static).update(content(f"{self._about}   {sentence}".rstrip()))

    @property
    def unkept(self) -> str | None:
        """The text, if it is another than that of the last draft."""
        return self.text if self.text != self._kept else None

    def _look(self) -> None:
        text = self.unkept
        if text is not None:
            self._kept = text
            self.post_message(self.DraftDue(text))
