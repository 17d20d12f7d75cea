"""Two articles side by side: one stays while the others come and go."""

from __future__ import annotations

from textual.containers import Horizontal

from reader.tui.screens.panes import Panes
from reader.tui.widgets.article_view import ArticleView

ROOM = 100
"""Columns from which two articles stand beside each other."""


class Beside(Panes):
    """A screen that can keep a second article (``#beside``)."""

    @property
    def second(self) -> ArticleView | None:
        """The article that stays."""
        found = self.query("#beside").results(ArticleView)
        return next(iter(found), None)

    async def action_beside_toggle(self) -> None:
        """Keep the open article beside the others, or close it there."""
        second, document = self.second, self.view.document
        if second is not None:
            self.set_focus(self.view)
            await second.remove()
            self.remove_class("-beside")
            return
        if document is None:
            return
        if self.app.size.width < ROOM:
            self.status.say(f"Two articles need {ROOM} columns; this window has {self.app.size.width}.")
            return
        view = ArticleView(id="beside")
        await self.query_one("#panes", Horizontal).mount(view, after=self.view)
        self.add_class("-beside")
        view.set_looks(self.view.looks)
        view.show(document, self.view.place)
        view.set_facts(self.view.facts)
        self.status.say("This article stays: open another one.   Tab goes between them, B closes it")
