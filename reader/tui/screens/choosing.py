"""A list to choose one line from, narrowed by typing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from rich.segment import Segment
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from reader.markdown.cells import cells
from reader.markdown.fit import fit
from reader.search.fold import fold
from reader.tui.content import content
from reader.tui.widgets.clean_input import CleanInput
from reader.tui.widgets.row_list import RowList


@dataclass(frozen=True, slots=True)
class Option:
    """One line."""

    value: str
    """What choosing it gives."""
    words: str
    detail: str = ""
    """Said at the right end of the line."""
    indent: int = 0
    """Steps that the line is set in."""


class Options(RowList):
    """The lines that hold what was typed."""

    ALWAYS_ACTIVE = True

    def __init__(self, options: Sequence[Option], *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._all = [(option, fold(option.words)) for option in options]
        self.options: list[Option] = list(options)

    def narrow(self, needle: str) -> None:
        """Show the lines that hold every word of ``needle``; case and accents do not matter."""
        words = fold(needle).split()
        self.options = [option for option, folded in self._all if all(word in folded for word in words)]
        self.rows_changed(0)

    def count(self) -> int:
        return max(1, len(self.options))

    def selectable(self, index: int) -> bool:
        return index < len(self.options)

    def draw_row(self, index: int, width: int) -> list[list[Segment]]:
        if index >= len(self.options):
            return [[Segment(fit(" Nothing here has these words.", width), self.style_of("dim"))]]
        option = self.options[index]
        room = max(1, width - (cells(option.detail) + 3 if option.detail else 1))
        line = [Segment(fit(" " + "  " * option.indent + option.words, room), None)]
        return [[*line, Segment(f"  {option.detail} " if option.detail else " ", self.style_of("dim"))]]


class ChoosingScreen(ModalScreen[str | None]):
    """Gives the value of the line chosen with ``Enter``, or None for ``Esc``."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "leave", show=False, priority=True),
        Binding("down,ctrl+n", "down", "down", show=False, priority=True),
        Binding("up,ctrl+p", "up", "up", show=False, priority=True),
        Binding("pagedown", "page_down", "page down", show=False, priority=True),
        Binding("pageup", "page_up", "page up", show=False, priority=True),
    ]

    def __init__(self, title: str, options: Sequence[Option], at: int = 0) -> None:
        super().__init__()
        self._title, self._given, self._first = title, options, at

    def compose(self) -> ComposeResult:
        with Vertical(id="choosing"):
            yield Static(content(f"{self._title}   type to narrow, Enter chooses, Esc leaves"), id="choosing-title")
            yield CleanInput(id="choosing-input", compact=True)
            yield Options(self._given, id="choosing-options")

    def on_mount(self) -> None:
        self.set_focus(self.query_one(CleanInput))
        self._options.move_to(self._first)

    @property
    def _options(self) -> Options:
        return self.query_one(Options)

    def on_input_changed(self, event: Input.Changed) -> None:
        self._options.narrow(event.value)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        self._choose()

    def on_row_list_chosen(self, event: RowList.Chosen) -> None:
        self._choose()

    def _choose(self) -> None:
        options = self._options
        if options.selectable(options.cursor):
            self.dismiss(options.options[options.cursor].value)

    def action_leave(self) -> None:
        """Leave without choosing."""
        self.dismiss(None)

    def action_down(self) -> None:
        """One line down."""
        self._options.action_row_down()

    def action_up(self) -> None:
        """One line up."""
        self._options.action_row_up()

    def action_page_down(self) -> None:
        """A page down."""
        self._options.action_page_down()

    def action_page_up(self) -> None:
        """A page up."""
        self._options.action_page_up()
