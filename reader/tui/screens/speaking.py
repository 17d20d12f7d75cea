"""What every screen of ours has at its foot: a prompt, a choice and a line for sentences."""

from __future__ import annotations

from typing import Generic

from textual import events
from textual.screen import Screen, ScreenResultType

from reader.tui.widgets.choice import Choice
from reader.tui.widgets.foot import StatusLine
from reader.tui.widgets.prompt import Prompt


class Speaking(Screen[ScreenResultType], Generic[ScreenResultType]):
    """A screen with a prompt (``#prompt``), a choice (``#choice``) and a status line (``#status``)."""

    @property
    def prompt(self) -> Prompt:
        """The line to type into."""
        return self.query_one("#prompt", Prompt)

    @property
    def choice(self) -> Choice:
        """The line that asks for one key."""
        return self.query_one("#choice", Choice)

    @property
    def status(self) -> StatusLine:
        """Where sentences for the reader go; work that ends after the screen was left speaks to nobody."""
        found = self.query("#status").results(StatusLine)
        return next(found, None) or StatusLine()

    def key_answered(self, event: events.Key) -> bool:
        """Answer a key before any binding does; whether it was answered."""
        return False

    def key_arrived(self) -> None:
        """A key was pressed: the sentence it finds in the status line has been read."""
        if self.is_mounted:
            self.status.say("")
