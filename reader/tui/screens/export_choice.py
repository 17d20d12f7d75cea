"""The question of an export: which format, which articles, into which folder."""

from __future__ import annotations

from collections.abc import Callable, Coroutine, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, ClassVar

from rich.segment import Segment
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Static

from reader.exchange.formats import FORMATS, Format, format_named
from reader.markdown.cells import cells
from reader.markdown.fit import fit, one_line
from reader.tui.background import begin
from reader.tui.content import content
from reader.tui.widgets.prompt import Prompt
from reader.tui.widgets.row_list import RowList


@dataclass(frozen=True, slots=True)
class Choice:
    """Some articles that can be exported."""

    words: str
    """``this article``, ``the list (12 articles)``."""
    documents: Callable[[], Sequence[str]]
    """Their ids, found when they are wanted."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What is to be exported, and where to."""

    format: Format
    choice: Choice
    folder: Path


Export = Callable[[Wish, Callable[[int], bool]], Coroutine[Any, Any, tuple[bool, str]]]
"""Does it off the screen's loop: given the wish, and what is asked before each article whether to go on; whether it was
done, and a sentence."""


class FormatRows(RowList):
    """A line a format."""

    def count(self) -> int:
        return len(FORMATS)

    def draw_row(self, index: int, width: int) -> list[list[Segment]]:
        format = FORMATS[index]
        name = fit(f" {format.name}", 11)
        return [[Segment(name, self.style_of("strong")), Segment(fit(format.title, max(0, width - cells(name))))]]


class ExportScreen(ModalScreen[str]):
    """Gives the sentence on what was written; empty when it was left."""

    # With priority a key is answered when it arrives, before the next one is sent anywhere; see check_action.
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(keys, action, action, show=False, priority=True)
        for keys, action in (
            ("q,escape", "leave"),
            ("j,down", "down"),
            ("k,up", "up"),
            ("tab,l,right,space", "scope(1)"),
            ("shift+tab,h,left", "scope(-1)"),
            ("slash,o", "folder"),
            ("enter,W", "write"),
        )
    ]

    def __init__(self, choices: Sequence[Choice], at: int, format: str, folder: Path, export: Export) -> None:
        """
        :param at: which of ``choices`` is offered first.
        :param format: name of the format that is offered first.
        """
        super().__init__()
        self._choices = choices
        self._at = at
        self._format = format_named(format)
        self._folder = folder
        self._export = export
        self._going = False
        self._stopped = False

    def compose(self) -> ComposeResult:
        with Vertical(id="export"):
            yield Static("Export", id="export-title")
            yield FormatRows(id="formats")
            yield Static(id="export-what")
            yield Static(id="export-where")
            yield Static(id="export-help")
            yield Prompt(id="export-prompt")

    def on_mount(self) -> None:
        self._rows.rows_changed(FORMATS.index(self._format))
        self.set_focus(self._rows)
        self._tell()

    @property
    def _rows(self) -> FormatRows:
        return self.query_one(FormatRows)

    @property
    def wish(self) -> Wish:
        """What is chosen now."""
        return Wish(FORMATS[self._rows.cursor], self._choices[self._at], self._folder)

    def _tell(self, sentence: str = "") -> None:
        wish = self.wish
        more = "  ‹ ›" if len(self._choices) > 1 else ""
        self.query_one("#export-what", Static).update(content(f"What   {wish.choice.words}{more}"))
        self.query_one("#export-where", Static).update(content(f"Where  {one_line(_short(wish.folder))}"))
        words = sentence or "Enter writes, j k format, Tab which articles, / folder, Esc leaves"
        self.query_one("#export-help", Static).update(content(words))

    def on_row_list_moved(self, event: RowList.Moved) -> None:
        if not self._going:
            self._tell()

    def on_row_list_chosen(self, event: RowList.Chosen) -> None:
        self.action_write()

    def action_down(self) -> None:
        """The next format."""
        self._rows.action_row_down()

    def action_up(self) -> None:
        """The format before."""
        self._rows.action_row_up()

    def action_scope(self, step: int) -> None:
        """Other articles."""
        if not self._going:
            self._at = (self._at + step) % len(self._choices)
            self._tell()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """While the folder is typed, keys are letters."""
        return not self._prompt.display

    @property
    def _prompt(self) -> Prompt:
        return self.query_one(Prompt)

    def action_folder(self) -> None:
        """Ask for the folder."""
        if not self._going:
            self._prompt.ask("folder", "folder", _short(self._folder), "a folder; it is made when it is not there")

    def on_prompt_answered(self, event: Prompt.Answered) -> None:
        if not self._prompt.display:  # a second Enter that came before the field was gone
            self.action_write()
            return
        if event.value.strip():
            self._folder = Path(event.value.strip()).expanduser().absolute()
        self._end_prompt()

    def on_prompt_left(self, event: Prompt.Left) -> None:
        self._end_prompt()

    def _end_prompt(self) -> None:
        self._prompt.close()
        self.set_focus(self._rows)
        self._tell()

    def action_write(self) -> None:
        """Write, and leave when it is done."""
        if not self._going:
            self._going, self._stopped = True, False
            begin(self, self._write, self.wish, group="export")

    async def _write(self, wish: Wish) -> None:
        self._tell("Writing …   Esc stops")
        done, sentence = await self._export(wish, self._goes_on)
        self._going = False
        if done:
            self.dismiss(sentence)
        else:
            self._tell(sentence)

    def _goes_on(self, number: int) -> bool:
        """Called in the thread that exports."""
        if number and number % 20 == 0:
            self.app.call_from_thread(self._tell, f"Writing: {number:,} articles …   Esc stops")
        return not self._stopped

    def action_leave(self) -> None:
        """Stop what is being written, else leave."""
        if self._going:
            self._stopped = True
        else:
            self.dismiss("")


def _short(path: Path) -> str:
    home = str(Path.home())
    told = str(path)
    return "~" + told[len(home) :] if home != "/" and (told == home or told.startswith(home + "/")) else told
