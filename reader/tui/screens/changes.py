"""What changed in an article from one text version to the next."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from reader.tui.background import begin
from reader.tui.screens.finding import FindingScreen
from reader.tui.widgets.article_view import ArticleView
from reader.tui.widgets.foot import KeyBar, StatusLine
from reader.tui.widgets.prompt import Prompt

if TYPE_CHECKING:
    from reader.model import Document
    from reader.tui.desk import Desk


class ChangesScreen(FindingScreen):
    """Two versions side by side in one text; ``[`` and ``]`` go through the versions, ``q`` leaves."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("q,V", "leave", "leave", show=False),
        Binding("escape", "leave_or_stop", "leave", show=False),
        Binding("left_square_bracket", "step(-1)", "before", show=False),
        Binding("right_square_bracket", "step(1)", "after", show=False),
    ]

    def __init__(self, desk: Desk, document: Document, versions: list[str]) -> None:
        """:param versions: of the document, the oldest first; at least two."""
        super().__init__()
        self._desk = desk
        self._document = document
        self._versions = versions
        self._at = max(1, versions.index(document.version) if document.version in versions else len(versions) - 1)

    def compose(self) -> ComposeResult:
        yield ArticleView(id="article")
        yield Prompt(id="prompt")
        yield StatusLine(id="status")
        yield KeyBar(id="keys")

    def on_mount(self) -> None:
        self.set_focus(self.view)
        begin(self, self._fill, group="open")

    async def _fill(self) -> None:
        shown = await self._desk.changes(self._document, self._versions[self._at - 1], self._versions[self._at])
        if self.is_mounted and shown is not None:
            self.view.show(shown)
            self._say_where()

    def _say_where(self) -> None:
        count = len(self._versions) - 1
        more = f" {self._at} of {count}, [ and ] go through them" if count > 1 else ""
        left = f"What changed{more}: struck out is gone, bold is new"
        self.status.show(left, f"{self.view.progress:.0%}   q back")

    def on_article_page_place_changed(self, event: events.Event) -> None:
        self._say_where()

    def action_step(self, step: int) -> None:
        """To another pair of versions."""
        at = self._at + step
        if 1 <= at < len(self._versions):
            self._at = at
            begin(self, self._fill, group="open")

    def action_leave(self) -> None:
        """Back to the article."""
        self.dismiss()

    def action_leave_or_stop(self) -> None:
        """Take the find marks away, else leave."""
        if not self.stop_finding():
            self.dismiss()
