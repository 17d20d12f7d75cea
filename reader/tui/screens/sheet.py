"""A screen that is one list: annotations, labels, history."""

from __future__ import annotations

from abc import abstractmethod
from contextlib import suppress
from typing import TYPE_CHECKING, ClassVar, Generic

from textual import events
from textual.app import ComposeResult
from textual.screen import ScreenResultType
from textual.widgets import Static
from textual.worker import WorkerCancelled, WorkerFailed

from reader.tui.background import begin
from reader.tui.content import content
from reader.tui.screens.speaking import Speaking
from reader.tui.widgets.choice import Choice
from reader.tui.widgets.clean_input import CleanInput
from reader.tui.widgets.foot import KeyBar, StatusLine
from reader.tui.widgets.prompt import Prompt
from reader.tui.widgets.row_list import RowList

if TYPE_CHECKING:
    from reader.tui.action import Mode
    from reader.tui.app import DatelineApp
    from reader.tui.desk import Desk


class Sheet(Speaking[ScreenResultType], Generic[ScreenResultType]):
    """A heading, a list, and the foot. ``q`` and ``Esc`` leave it; undo and redo work as everywhere."""

    MODE: ClassVar[Mode]

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk

    @abstractmethod
    def make_list(self) -> RowList:
        """The list of the sheet."""

    @abstractmethod
    async def fill(self) -> None:
        """Read what the sheet shows, off the screen's loop, and show it."""

    def compose(self) -> ComposeResult:
        yield Static(id="sheet-head")
        yield self.make_list()
        yield Prompt(id="prompt")
        yield Choice(id="choice")
        yield StatusLine(id="status")
        yield KeyBar(id="keys")

    @property
    def rows(self) -> RowList:
        """The list."""
        return self.query_one(RowList)

    def on_mount(self) -> None:
        self.set_focus(self.rows)
        self.query_one(KeyBar).show(self.MODE)
        self.refill()

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        self.query_one(KeyBar).show(None if isinstance(event.widget, CleanInput) else self.MODE)

    def refill(self) -> None:
        """Read again what is shown."""
        begin(self, self.fill, group="fill")

    async def filled(self) -> None:
        """Wait for what is being read: a key that came meanwhile is for what will be shown, not for what was."""
        reading = [work for work in self.app.workers if work.node is self and work.group == "fill"]
        for work in reading:
            with suppress(WorkerCancelled, WorkerFailed):
                await work.wait()

    def head(self, words: str) -> None:
        """Say on top what the list is."""
        if self.is_mounted:
            self.query_one("#sheet-head", Static).update(content(words))

    async def do(self, said: str) -> None:
        """Say what was done, and show what is so now."""
        self.refill()
        self.status.say(said)

    # Everywhere

    def action_guide_open(self) -> None:
        """Open the guide."""
        from reader.tui.screens.guide import GuideScreen

        self.app.push_screen(GuideScreen(self.MODE))

    def action_palette_open(self) -> None:
        """Open the palette."""
        self.app.action_command_palette()

    def action_theme_next(self) -> None:
        """The next of our themes."""
        app: DatelineApp = self.app  # type: ignore[assignment]  # no other application makes this screen
        self.status.say(f"Theme: {app.next_theme()}")

    async def action_history_undo(self) -> None:
        """Take back the last thing."""
        await self.do(await self._desk.undo())

    async def action_history_redo(self) -> None:
        """Do it again."""
        await self.do(await self._desk.redo())

    def action_mode_leave(self) -> None:
        """Leave the innermost thing that is open."""
        self.dismiss(None)

    def action_reader_quit(self) -> None:
        """Back to where one came from."""
        self.dismiss(None)

    def leave_prompt(self) -> None:
        """Close the prompt; the keys are the list's again."""
        self.prompt.close()
        self.set_focus(self.rows)

    def on_prompt_left(self, event: Prompt.Left) -> None:
        self.leave_prompt()
