"""A line of input from which nothing can steer the terminal."""

from __future__ import annotations

from textual.message import Message
from textual.widgets import Input

from reader.model import clean_line


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
