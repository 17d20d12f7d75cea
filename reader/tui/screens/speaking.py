"""What every screen of ours has at its foot: a prompt, a choice and a line for sentences."""

from __future__ import annotations

from typing import Generic

from textual import events
from textual.screen import Screen, ScreenResultType

from reader.tui.widgets.choice import Choice
from reader.tui.widgets.foot import KeyBar, StatusLine
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

    async def key_may_act(self, event: events.Key) -> None:
        """Wait until what the keys before it began lets this one mean what its presser saw coming."""

    def key_arrived(self) -> None:
        """A key was pressed: the sentences it finds on the screen have been read."""
        if self.app._notifications:
            self.app.clear_notifications()
        if self.is_mounted:
            self.status.say("")

    # A box over the screen is typed into; the keys of what is behind it are no use then.

    def on_screen_suspend(self) -> None:
        for bar in self.query(KeyBar):
            bar.rest()

    def on_screen_resume(self) -> None:
        for bar in self.query(KeyBar):
            bar.wake()
