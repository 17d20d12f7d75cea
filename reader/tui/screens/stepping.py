"""From the open article to the one after or before it."""

from __future__ import annotations

from reader.tui.background import begin
from reader.tui.screens.adding import Adding
from reader.tui.screens.awaiting import Awaited


class Stepping(Adding):
    """A screen that goes through its list article by article."""

    _awaited: Awaited
    """What is on its way to the screen."""

    def _step_article(self, step: int, *, unread: bool = False) -> None:
        # From where the last key led, though that article may not be on the screen yet.
        found = self._desk.list.neighbour(self._awaited.id or self.articles.open_id, step, unread=unread)
        if found is None and unread and self._desk.list.next_unread_feed(step) is not None:
            begin(self, self.on_to_unread, step, group="unread")
        elif found is None:
            kind = "unread article" if unread else "article"
            self.status.say(f"There is no {kind} {'after' if step > 0 else 'before'} this one.")
        else:
            self.open_index(found)

    def action_article_next(self) -> None:
        """Open the next article."""
        self._step_article(1)

    def action_article_previous(self) -> None:
        """Open the article before."""
        self._step_article(-1)

    def action_unread_next(self) -> None:
        """Open the next unread article."""
        self._step_article(1, unread=True)

    def action_unread_previous(self) -> None:
        """Open the unread article before."""
        self._step_article(-1, unread=True)
