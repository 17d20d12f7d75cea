"""One line that a person types into, at the foot of the screen."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Input, Static

from reader.markdown.fit import one_line
from reader.model import clean_line
from reader.tui.content import content

PATIENCE = 1.0
"""Seconds that a key waits for the screen to take the answer before it."""


class CleanInput(Input):
    """An input whose value never holds what could steer the terminal, pasted or typed."""

    def on_mount(self) -> None:
        self.cursor_blink = self.app.animation_level != "none"

    class Ended(Message):
        """``Enter`` or ``Esc``, behind all that was typed before it."""

        def __init__(self, left: bool) -> None:
            super().__init__()
            self.left = left

    def validate_value(self, value: str) -> str:
        return clean_line(value)

    async def on_clean_input_ended(self, event: Ended) -> None:
        if not event.left:
            event.stop()
            await self.action_submit()


class Prompt(Horizontal):
    """A labelled input that shows itself when asked, and hides when answered or left."""

    BINDINGS: ClassVar[list[BindingType]] = [
        # With priority, answered when the prompt is closed: what is typed behind them is for the pane, not text.
        Binding("enter", "end(False)", "done", show=False, priority=True),
        Binding("escape", "end(True)", "leave", show=False, priority=True),
    ]

    class Changed(Message):
        """Another character was typed."""

        def __init__(self, purpose: str, value: str) -> None:
            super().__init__()
            self.purpose = purpose
            self.value = value

    class Answered(Changed):
        """``Enter`` was pressed."""

    class Left(Changed):
        """``Esc`` was pressed."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.purpose = ""
        self.asked_from: Widget | None = None
        """What had the focus before, and gets it again."""
        self._settled = asyncio.Event()
        self.display = False

    def compose(self) -> ComposeResult:
        yield Static(id="prompt-label")
        yield CleanInput(id="prompt-input", compact=True, select_on_focus=False)

    def ask(self, purpose: str, label: str, value: str = "", placeholder: str = "") -> None:
        """Show the prompt; what is typed comes back as messages with ``purpose``."""
        self.purpose = purpose
        self.query_one("#prompt-label", Static).update(content(label))
        field = self.query_one(CleanInput)
        if self.screen.focused is not field:
            self.asked_from = self.screen.focused
        with self.prevent(Input.Changed):
            field.value = value
        field.placeholder = one_line(placeholder)
        field.cursor_position = len(field.value)
        self.display = True
        self._settled.set()
        self.screen.set_focus(field)  # at once: the next key may already be on its way

    def close(self) -> None:
        """Hide."""
        self.display = False
        self._settled.set()

    def on_input_changed(self, event: Input.Changed) -> None:
        event.stop()
        if self.display:
            self.post_message(self.Changed(self.purpose, event.value))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self.post_message(self.Answered(self.purpose, event.value))

    async def action_end(self, left: bool) -> None:
        """Answer or leave, after the letters that are still on their way; the next key waits until that is done."""
        self._settled.clear()
        self.query_one(CleanInput).post_message(CleanInput.Ended(left))
        with suppress(TimeoutError):
            await asyncio.wait_for(self._settled.wait(), PATIENCE)

    def on_clean_input_ended(self, event: CleanInput.Ended) -> None:
        event.stop()
        self.post_message(self.Left(self.purpose, self.query_one(CleanInput).value))
