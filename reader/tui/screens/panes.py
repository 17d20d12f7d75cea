"""The three panes: side by side where there is room, else sliding over the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import events
from textual.widget import Widget

from reader.tui.screens.shelving import Shelving
from reader.tui.widgets.article_list import ArticleList
from reader.tui.widgets.caret_keys import CaretKeys
from reader.tui.widgets.facts_panel import FactsPanel
from reader.tui.widgets.foot import KeyBar
from reader.tui.widgets.prompt import Prompt

if TYPE_CHECKING:
    from reader.tui.action import Mode


class Panes(Shelving):
    """A screen with a list (``#list``), an article (``#article``) and facts (``#facts``)."""

    _overlay = ""
    """Id of the pane that slides over the text on a narrow screen; empty when none does."""
    _facts_wanted = True
    """Whether the facts panel stands beside the text on a wide screen."""

    @property
    def panel(self) -> FactsPanel:
        """The facts pane."""
        return self.query_one("#facts", FactsPanel)

    @property
    def is_narrow(self) -> bool:
        """Whether panels slide over the text: where it is narrow, and where a screen reader wants one at a time."""
        width = self.size.width or self.app.size.width  # not laid out yet: as wide as the terminal
        return width < 110 or self.has_class("-linear")

    @property
    def mode(self) -> Mode:
        """Whose keys count: by the pane that has the focus."""
        focused = self.focused
        if isinstance(focused, ArticleList):
            return "list"
        if isinstance(focused, CaretKeys):
            return "caret"
        if focused is not None and focused.id == "note-text":
            return "note"
        return "facts" if isinstance(focused, FactsPanel) else "reading"

    def on_resize(self, event: events.Resize) -> None:
        self._arrange()

    def _arrange(self) -> None:
        narrow = self.is_narrow
        if not narrow:
            self._overlay = ""
        self.articles.set_class(narrow and self._overlay != "list", "hidden")
        self.panel.set_class(self._overlay != "facts" if narrow else not self._facts_wanted, "hidden")
        if self.focused is not None and self.focused.has_class("hidden"):
            self.set_focus(self.view)

    def _show_overlay(self, pane: str) -> None:
        self._overlay = pane
        self._arrange()
        self.set_focus(self.query_one(f"#{pane or 'article'}", Widget))

    def action_pane_next(self) -> None:
        """Focus the next pane."""
        self._turn(1)

    def action_pane_previous(self) -> None:
        """Focus the pane before."""
        self._turn(-1)

    def _turn(self, step: int) -> None:
        panes = ["list", "article", *(["beside"] if self.query("#beside") and not self.is_narrow else []), "facts"]
        if not self.is_narrow and not self._facts_wanted:
            panes.remove("facts")
        here = self.focused.id if self.focused is not None and self.focused.id in panes else "article"
        there = panes[(panes.index(here or "article") + step) % len(panes)]
        if self.is_narrow:
            self._show_overlay("" if there == "article" else there)
        else:
            self.set_focus(self.query_one(f"#{there}", Widget))

    def action_facts_toggle(self) -> None:
        """Show or hide the facts."""
        if self.is_narrow:
            self._show_overlay("" if self._overlay == "facts" else "facts")
        else:
            self._facts_wanted = not self._facts_wanted
            self._arrange()

    def action_zen_toggle(self) -> None:
        """Only the text, or all again."""
        self.toggle_class("-zen")
        self.set_focus(self.view)

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        self.query_one(KeyBar).show(None if isinstance(event.widget.parent, Prompt) else self.mode)
