"""Search as you type, over all listed articles or their titles."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from rich.console import RenderableType
from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.renderables.background_screen import BackgroundScreen
from textual.screen import ModalScreen
from textual.widgets import Input, Static
from textual.worker import get_current_worker

from reader.tui.background import begin
from reader.tui.content import content
from reader.tui.widgets.clean_input import CleanInput
from reader.tui.widgets.hit_list import HitList, HitRow

if TYPE_CHECKING:
    from reader.tui.faded import Faded
    from reader.tui.widgets.row_list import RowList

PAUSE = 0.06
"""Seconds between the last key and the search: shorter than the gap between two keys typed fast is wasted work."""
FACETS_PAUSE = 0.2
"""Seconds after the answer until the groups are counted: when typing pauses."""


@dataclass(frozen=True, slots=True)
class Results:
    """What a search gave."""

    hits: tuple[HitRow, ...]
    total: int
    words: str = ""
    """A sentence about the search: what was not understood, or what could be meant instead."""


class SearchScreen(ModalScreen[HitRow | None]):
    """Gives the chosen hit, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "leave", show=False),
        Binding("down,ctrl+n", "hit_down", "down", show=False, priority=True),
        Binding("up,ctrl+p", "hit_up", "up", show=False, priority=True),
        Binding("pagedown", "page_down", "page", show=False),
        Binding("pageup", "page_up", "page back", show=False),
        Binding("ctrl+s", "save", "keep", show=False, priority=True),
        Binding("enter", "enter", "choose", show=False),
        Binding("tab,shift+tab", "facets", "groups", show=False, priority=True),
    ]

    def __init__(
        self,
        label: str,
        placeholder: str,
        search: Callable[[str], Awaitable[Results]],
        facets: Callable[[str], Awaitable[Sequence[tuple[str, str, int]]]] | None = None,
        before: Sequence[str] = (),
        query: str = "",
        save: Callable[[str], Awaitable[str]] | None = None,
    ) -> None:
        """
        :param before: queries asked before, offered while nothing is typed.
        :param save: keeps a query; gives a sentence.
        """
        super().__init__()
        self._label = label
        self._placeholder = placeholder
        self._search = search
        self._query = query
        self._facets = facets
        self._before = before
        self._save = save
        self._behind: Faded | None = None
        self._early: list[events.Key] = []
        self._pending = False
        self._enter_when_ready = False

    def compose(self) -> ComposeResult:
        from reader.tui.widgets.facet_list import FacetList

        with Vertical(id="search"):
            yield CleanInput(self._query, placeholder=self._placeholder, id="query")
            yield Static(id="search-count")
            with Horizontal():
                yield HitList(id="hits")
                yield FacetList(id="facets")

    def on_mount(self) -> None:
        self._say(self._label)
        field = self.query_one(CleanInput)
        self.set_focus(field)
        field.value += "".join(key.character for key in self._early if key.is_printable and key.character)
        field.cursor_position = len(field.value)
        self._start(field.value)
        if any(key.key == "enter" for key in self._early):
            self._enter_when_ready = True

    def render(self) -> RenderableType:
        from reader.tui.faded import Faded

        drawn = super().render()
        if not isinstance(drawn, BackgroundScreen):
            return drawn
        if self._behind is None or self._behind.made_for != (self.size, self.app.theme):
            self._behind = Faded(drawn, (self.size, self.app.theme))
        return self._behind

    def _forward_event(self, event: events.Event) -> None:
        # Keys typed before the field is there are kept for it.
        if isinstance(event, events.Key) and self.focused is None:
            self._early.append(event)
        else:
            super()._forward_event(event)

    @property
    def hits(self) -> HitList:
        """The results."""
        return self.query_one(HitList)

    def _say(self, words: str) -> None:
        self.query_one("#search-count", Static).update(content(words))

    def on_input_changed(self, event: Input.Changed) -> None:
        self._start(event.value)

    def _start(self, query: str) -> None:
        self._query = query
        self._pending = True
        begin(self, self._answer, query, group="search")

    async def _answer(self, query: str) -> None:
        from reader.tui.widgets.facet_list import FacetList

        worker = get_current_worker()
        await asyncio.sleep(PAUSE)
        if worker.is_cancelled or query != self._query:
            return
        results = await self._search(query)
        if query != self._query or not self.is_mounted:
            return
        self._pending = False
        if not query.strip() and not results.hits:
            self.hits.set_hits(
                [HitRow("", query, "", "", "asked before", (), query=query) for query in self._before],
                "Type a few words; typos are forgiven.",
            )
            self._say(self._label)
        else:
            self.hits.set_hits(results.hits, results.words or "Nothing found.")
            shown = len(results.hits)
            count = f"{shown} of {results.total}" if results.total > shown else f"{shown}"
            more = f" · {results.words}" if results.words and shown else ""
            keys = "   Tab groups, Ctrl+s keep" if self._save is not None and self.size.width >= 60 else ""
            self._say(f"{self._label} · {count} found{more}{keys}")
        if self._enter_when_ready:
            self._enter_when_ready = False
            self._choose()
        elif self._facets is not None:
            await asyncio.sleep(FACETS_PAUSE)
            if query == self._query and self.is_mounted:
                facets = await self._facets(query)
                if query == self._query and self.is_mounted:
                    self.query_one(FacetList).set_facets(facets)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """``Enter`` before the answer is there waits for it."""
        if self._pending:
            self._enter_when_ready = True
        else:
            self._choose()

    def _choose(self) -> None:
        hits = self.hits
        if not hits.hits:
            return
        chosen = hits.hits[hits.cursor]
        if chosen.query:
            self._ask(chosen.query)
        else:
            self.dismiss(chosen)

    def _ask(self, query: str) -> None:
        field = self.query_one(CleanInput)
        field.value = query
        field.cursor_position = len(query)
        self.set_focus(field)

    def on_row_list_chosen(self, event: RowList.Chosen) -> None:
        from reader.tui.widgets.facet_list import FacetList

        if isinstance(event.rows, FacetList):
            self._ask(f"{self._query.strip()} {event.rows.term(event.index)} ")
        else:
            self._choose()

    async def action_save(self) -> None:
        """Keep the query as a folder of the list."""
        if self._save is not None:
            self._say(await self._save(self._query))

    def action_enter(self) -> None:
        """Choose what the cursor stands on."""
        self._steered().action_row_open()

    def action_facets(self) -> None:
        """To the groups and back; ``Enter`` there narrows the search."""
        from reader.tui.widgets.facet_list import FacetList

        facets, field = self.query_one(FacetList), self.query_one(CleanInput)
        self.set_focus(facets if self.focused is field and facets.count() else field)

    @property
    def hits_given(self) -> Sequence[HitRow]:
        """The results as they are shown."""
        return self.hits.hits

    @property
    def query_text(self) -> str:
        """What was asked for."""
        return self._query

    def action_leave(self) -> None:
        """Leave without choosing."""
        self.dismiss(None)

    def _steered(self) -> RowList:
        from reader.tui.widgets.facet_list import FacetList

        facets = self.query_one(FacetList)
        return facets if facets.has_focus else self.hits

    def action_hit_down(self) -> None:
        """One row down."""
        self._steered().action_row_down()

    def action_hit_up(self) -> None:
        """One row up."""
        self._steered().action_row_up()

    def action_page_down(self) -> None:
        """A page of hits down."""
        self.hits.action_page_down()

    def action_page_up(self) -> None:
        """A page of hits up."""
        self.hits.action_page_up()
