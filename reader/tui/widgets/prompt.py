"""One line that a person types into, at the foot of the screen."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Static

from reader.markdown.fit import one_line
from reader.tui.content import content

if TYPE_CHECKING:
    from textual.widgets import Input

    from reader.tui.widgets.clean_input import CleanInput

PATIENCE = 1.0
"""Seconds that a key waits for the screen to take the answer before it."""


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

    def on_mount(self) -> None:
        self.call_after_refresh(self._furnish)

    def _furnish(self) -> None:
        if self.is_attached:  # the reader may have been left before the first screen stood
            self._furnished()

    def _furnished(self) -> CleanInput:
        """The field to type into. It is made when the first screen stands, which it would keep waiting for 10 ms."""
        from reader.tui.widgets.clean_input import CleanInput

        found = self.query(CleanInput)
        if found:
            return found.first()
        field = CleanInput(id="prompt-input", compact=True, select_on_focus=False)
        self.mount(Static(id="prompt-label"), field)
        return field

    def ask(self, purpose: str, label: str, value: str = "", placeholder: str = "") -> None:
        """Show the prompt; what is typed comes back as messages with ``purpose``."""
        from textual.widgets import Input

        self.purpose = purpose
        field = self._furnished()
        self.query_one("#prompt-label", Static).update(content(label))
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
        field = self._furnished()
        self._settled.clear()
        field.post_message(field.Ended(left))
        with suppress(TimeoutError):
            await asyncio.wait_for(self._settled.wait(), PATIENCE)

    def on_clean_input_ended(self, event: CleanInput.Ended) -> None:
        event.stop()
        self.post_message(self.Left(self.purpose, self._furnished().value))
