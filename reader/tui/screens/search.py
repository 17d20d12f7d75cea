"""Search as you type, over all listed articles or their titles."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input, Static
from textual.worker import get_current_worker

from reader.tui.content import content
from reader.tui.widgets.hit_list import HitList, HitRow
from reader.tui.widgets.prompt import CleanInput
from reader.tui.widgets.row_list import RowList

PAUSE = 0.06
"""Seconds between the last key and the search: shorter than the gap between two keys typed fast is wasted work."""


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
        Binding("down,ctrl+n", "hit_down", "down", show=False),
        Binding("up,ctrl+p", "hit_up", "up", show=False, priority=True),
        Binding("pagedown", "page_down", "page", show=False),
        Binding("pageup", "page_up", "page back", show=False),
    ]

    def __init__(
        self, label: str, placeholder: str, search: Callable[[str], Awaitable[Results]], query: str = ""
    ) -> None:
        super().__init__()
        self._label = label
        self._placeholder = placeholder
        self._search = search
        self._query = query
        self._early: list[events.Key] = []
        self._pending = False
        self._enter_when_ready = False

    def compose(self) -> ComposeResult:
        with Vertical(id="search"):
            yield CleanInput(self._query, placeholder=self._placeholder, id="query")
            yield Static(id="search-count")
            yield HitList(id="hits")

    def on_mount(self) -> None:
        self._say(self._label)
        field = self.query_one(CleanInput)
        self.set_focus(field)
        field.value += "".join(key.character for key in self._early if key.is_printable and key.character)
        field.cursor_position = len(field.value)
        self._start(field.value)
        if any(key.key == "enter" for key in self._early):
            self._enter_when_ready = True

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
        self.run_worker(self._answer(query), exclusive=True, group="search")

    async def _answer(self, query: str) -> None:
        worker = get_current_worker()
        await asyncio.sleep(PAUSE)
        if worker.is_cancelled or query != self._query:
            return
        results = await self._search(query)
        if query != self._query or not self.is_mounted:
            return
        self._pending = False
        if not query.strip():
            self.hits.set_hits((), results.words or "Type a few words; typos are forgiven.")
            self._say(self._label)
        else:
            self.hits.set_hits(results.hits, results.words or "Nothing found.")
            shown = len(results.hits)
            count = f"{shown} of {results.total}" if results.total > shown else f"{shown}"
            more = f" · {results.words}" if results.words and shown else ""
            self._say(f"{self._label} · {count} found{more}")
        if self._enter_when_ready:
            self._enter_when_ready = False
            self._choose()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """``Enter`` before the answer is there waits for it."""
        if self._pending:
            self._enter_when_ready = True
        else:
            self._choose()

    def _choose(self) -> None:
        hits = self.hits
        if hits.hits:
            self.dismiss(hits.hits[hits.cursor])

    def on_row_list_chosen(self, event: RowList.Chosen) -> None:
        self._choose()

    def action_leave(self) -> None:
        """Leave without choosing."""
        self.dismiss(None)

    def action_hit_down(self) -> None:
        """One hit down."""
        self.hits.action_row_down()

    def action_hit_up(self) -> None:
        """One hit up."""
        self.hits.action_row_up()

    def action_page_down(self) -> None:
        """A page of hits down."""
        self.hits.action_page_down()

    def action_page_up(self) -> None:
        """A page of hits up."""
        self.hits.action_page_up()
