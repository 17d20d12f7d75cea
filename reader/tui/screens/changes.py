"""What changed in an article from one edition to the next: headline, address, text."""

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
    from collections.abc import Sequence

    from reader.library.editions import Edition
    from reader.model import Document
    from reader.tui.desk import Desk


class ChangesScreen(FindingScreen):
    """Two editions side by side in one text; ``[`` and ``]`` go through the editions, ``q`` leaves."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("q,V", "leave", "leave", show=False),
        Binding("escape", "leave_or_stop", "leave", show=False),
        Binding("left_square_bracket", "step(-1)", "before", show=False),
        Binding("right_square_bracket", "step(1)", "after", show=False),
    ]

    def __init__(self, desk: Desk, document: Document, editions: Sequence[Edition]) -> None:
        """:param editions: of the document, the oldest first; at least two."""
        super().__init__()
        self._desk = desk
        self._document = document
        self._editions = editions
        self._at = _last_told(editions, document.version)

    def compose(self) -> ComposeResult:
        yield ArticleView(id="article")
        yield Prompt(id="prompt")
        yield StatusLine(id="status")
        yield KeyBar(id="keys")

    def on_mount(self) -> None:
        self.set_focus(self.view)
        begin(self, self._fill, group="open")

    async def _fill(self) -> None:
        shown = await self._desk.what_changed(self._document, self._editions[self._at - 1], self._editions[self._at])
        if self.is_mounted and shown is not None:
            self.view.show(shown)
            self._say_where()

    def _say_where(self) -> None:
        count = len(self._editions) - 1
        more = f", {self._at} of {count} by [ and ]" if count > 1 else ""
        left = f"What changed{more}: struck out is gone, bold is new"
        self.status.show(left, f"{self.view.progress:.0%}   q back")

    def on_article_page_place_changed(self, event: events.Event) -> None:
        self._say_where()

    def action_step(self, step: int) -> None:
        """To another pair of editions."""
        at = self._at + step
        if 1 <= at < len(self._editions):
            self._at = at
            begin(self, self._fill, group="open")

    def action_leave(self) -> None:
        """Back to the article."""
        self.dismiss()

    def action_leave_or_stop(self) -> None:
        """Take the find marks away, else leave."""
        if not self.stop_finding():
            self.dismiss()


def _last_told(editions: Sequence[Edition], version: str) -> int:
    """Where to begin: what brought the text that is read, or a headline or address that came after it.

    A text that only lies beside it, such as what the feed says of a page that was fetched, comes later.
    """
    last = 1
    for at in range(1, len(editions)):
        before, after = editions[at - 1], editions[at]
        if (before.title, before.link) != (after.title, after.link) or before.version != after.version == version:
            last = at
    return last
