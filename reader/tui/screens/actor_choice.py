"""Who is it? A name is typed or an actor picked, for the whole library or for one article."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from typing import ClassVar

from rich.segment import Segment
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from reader.markdown.cells import cells
from reader.markdown.fit import fit, one_line
from reader.tui.background import begin
from reader.tui.content import content
from reader.tui.fact_rows import TYPE_LETTERS
from reader.tui.widgets.clean_input import CleanInput
from reader.tui.widgets.row_list import RowList

PAUSE = 0.06
"""Seconds after a key until actors are looked for."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A line that can be chosen."""

    name: str
    type: str = ""
    """Type of an actor; empty for what was typed."""
    detail: str = ""


@dataclass(frozen=True, slots=True)
class ActorAnswer:
    """What was chosen."""

    chosen: Candidate
    everywhere: bool
    """In the whole library, not in the open article alone."""


class CandidateList(RowList):
    """A line a candidate."""

    ALWAYS_ACTIVE = True

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.candidates: Sequence[Candidate] = ()
        self.words_when_empty = ""

    def set_candidates(self, candidates: Sequence[Candidate], words_when_empty: str) -> None:
        """Show them, the likeliest first, or a sentence when there are none."""
        self.candidates, self.words_when_empty = candidates, words_when_empty
        self.rows_changed(0)

    def count(self) -> int:
        return len(self.candidates) or 1

    def selectable(self, index: int) -> bool:
        return index < len(self.candidates)

    def draw_row(self, index: int, width: int) -> list[list[Segment]]:
        if not self.candidates:
            return [[Segment(fit(f" {self.words_when_empty}", width), self.style_of("dim"))]]
        one = self.candidates[index]
        detail = fit(one.detail, min(cells(one_line(one.detail)), width // 2)) if one.detail else ""
        room = max(1, width - 5 - cells(detail))
        letter = TYPE_LETTERS.get(one.type, "✎" if not one.type else "?")
        return [
            [
                Segment(f" {letter} ", self.style_of("mark")),
                Segment(fit(one.name, room)),
                Segment(f" {detail} ", self.style_of("dim")),
            ]
        ]


class ActorChoiceScreen(ModalScreen[ActorAnswer | None]):
    """Gives the candidate that was chosen, or None. ``Tab`` changes between the library and the article."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "leave", show=False),
        Binding("down,ctrl+n", "down", "down", show=False, priority=True),
        Binding("up,ctrl+p", "up", "up", show=False, priority=True),
        Binding("tab,shift+tab", "scope", "scope", show=False, priority=True),
    ]

    def __init__(
        self,
        title: str,
        look: Callable[[str], Awaitable[Sequence[Candidate]]],
        value: str = "",
        *,
        typed: bool = True,
        everywhere: bool | None = True,
    ) -> None:
        """
        :param look: candidates for what is typed.
        :param value: what the field holds at first.
        :param typed: whether what is typed may be taken as it is; it is then the first line.
        :param everywhere: where it holds at first; None where that is not asked.
        """
        super().__init__()
        self._title = title
        self._look = look
        self._value = value
        self._typed = typed
        self._everywhere = everywhere
        self._pending = True
        self._enter_when_ready = False

    def compose(self) -> ComposeResult:
        with Vertical(id="actor-choice"):
            yield Static(id="actor-choice-title")
            yield CleanInput(self._value, id="query")
            yield CandidateList(id="hits")

    def on_mount(self) -> None:
        self._say()
        field = self.query_one(CleanInput)
        self.set_focus(field)
        field.cursor_position = len(field.value)
        self._start(self._value)

    @property
    def rows(self) -> CandidateList:
        """The candidates."""
        return self.query_one(CandidateList)

    def _say(self) -> None:
        scope = ""
        if self._everywhere is not None:
            here, there = ("in all articles", "in this article only")[:: 1 if self._everywhere else -1]
            scope = f"   {here} · Tab: {there}"
        self.query_one("#actor-choice-title", Static).update(content(self._title + scope))

    def on_input_changed(self, event: Input.Changed) -> None:
        self._start(event.value)

    def _start(self, words: str) -> None:
        self._value = words
        self._pending = True
        if self._typed:  # at once: Enter takes what stands there
            self._show(())
        begin(self, self._answer, words, group="look")

    def _show(self, found: Sequence[Candidate]) -> None:
        words = self._value.strip()
        first = [Candidate(words)] if self._typed and words else []
        self.rows.set_candidates([*first, *found], "Type a name." if not words else "Nobody is called so.")

    async def _answer(self, words: str) -> None:
        await asyncio.sleep(PAUSE)
        found = await self._look(words) if words.strip() or not self._typed else ()
        if words != self._value or not self.is_mounted:
            return
        self._pending = False
        at = self.rows.cursor
        self._show(found)
        self.rows.move_to(at)
        if self._enter_when_ready:
            self._enter_when_ready = False
            self._choose()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """``Enter`` before the candidates are there waits for them, unless what was typed is taken."""
        if self._pending and not (self._typed and self.rows.cursor == 0):
            self._enter_when_ready = True
        else:
            self._choose()

    def on_row_list_chosen(self, event: RowList.Chosen) -> None:
        self._choose()

    def _choose(self) -> None:
        rows = self.rows
        if rows.selectable(rows.cursor):
            self.dismiss(ActorAnswer(rows.candidates[rows.cursor], self._everywhere is not False))

    def action_scope(self) -> None:
        """The library, or this article."""
        if self._everywhere is not None:
            self._everywhere = not self._everywhere
            self._say()

    def action_leave(self) -> None:
        """Leave without choosing."""
        self.dismiss(None)

    def action_down(self) -> None:
        """One line down."""
        self.rows.action_row_down()

    def action_up(self) -> None:
        """One line up."""
        self.rows.action_row_up()
