"""The settings, a line each: changed here, they hold at once and are written into ``config.toml``."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from rich.segment import Segment
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Static

from reader.markdown.cells import cells
from reader.markdown.fit import fit, one_line
from reader.settings.config import save_setting
from reader.settings.options import OPTIONS, Option, Value
from reader.tui.content import content
from reader.tui.widgets.prompt import Prompt
from reader.tui.widgets.row_list import RowList

if TYPE_CHECKING:
    from reader.tui.configuring import ConfiguredApp


class OptionList(RowList):
    """Each setting with its value; those that were changed stand out."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.needle = ""

    @property
    def options(self) -> list[Option]:
        """Those that the filter leaves."""
        words = self.needle.lower().split()
        return [option for option in OPTIONS if all(word in f"{option.name} {option.help}".lower() for word in words)]

    def count(self) -> int:
        return max(1, len(self.options))

    def selectable(self, index: int) -> bool:
        return index < len(self.options)

    def draw_row(self, index: int, width: int) -> list[list[Segment]]:
        options = self.options
        if index >= len(options):
            return [[Segment(" No setting has these words.", self.style_of("dim"))]]
        app: ConfiguredApp = self.app  # type: ignore[assignment]  # every application of ours is one
        option = options[index]
        value = shown(app.config[option.name])
        changed = option.name in app.config.values
        room = max(4, width - cells(value) - 3)
        return [
            [
                Segment(fit(f" {option.name}", room), self.style_of("strong") if changed else None),
                Segment(f" {value}  ", self.style_of("mark") if changed else self.style_of("dim")),
            ]
        ]


class SettingsScreen(ModalScreen[None]):
    """``Enter`` goes to the next choice or asks for a value; ``Esc`` leaves."""

    VERTICAL_BREAKPOINTS = [(0, "-low"), (20, "-high")]  # noqa: RUF012 - Textual declares it as a class variable
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("q,escape,comma", "leave", "leave", show=False),
        Binding("j,down", "down", "down", show=False),
        Binding("k,up", "up", "up", show=False),
        Binding("enter,space,right,l", "change", "change", show=False),
        Binding("left,h", "change(-1)", "change back", show=False),
        Binding("delete,backspace", "reset", "default", show=False),
        Binding("slash", "filter", "filter", show=False),
    ]

    def compose(self) -> ComposeResult:
        with Vertical(id="settings"):
            yield Static(id="settings-title")
            yield OptionList(id="options")
            yield Static(id="settings-help")
            yield Prompt(id="settings-prompt")

    def on_mount(self) -> None:
        where = one_line(str(self._owner.config_path or "for this session only"))
        self.query_one("#settings-title", Static).update(content(f"Settings · {where}"))
        self.set_focus(self._rows)
        self._explain()

    @property
    def _owner(self) -> ConfiguredApp:
        app: ConfiguredApp = self.app  # type: ignore[assignment]  # every application of ours is one
        return app

    @property
    def _rows(self) -> OptionList:
        return self.query_one(OptionList)

    @property
    def _prompt(self) -> Prompt:
        return self.query_one(Prompt)

    def _say(self, sentence: str) -> None:
        self.query_one("#settings-help", Static).update(content(sentence))

    def _option(self) -> Option | None:
        rows = self._rows
        return rows.options[rows.cursor] if rows.selectable(rows.cursor) else None

    def _explain(self) -> None:
        option = self._option()
        if option is not None:
            choices = f" {' · '.join(option.choices)}" if option.choices else ""
            self._say(f"{option.help}{choices}   Enter changes, Del default, / filter, Esc leaves")

    def on_row_list_moved(self, event: RowList.Moved) -> None:
        self._explain()

    def on_row_list_chosen(self, event: RowList.Chosen) -> None:
        self.action_change()

    def action_down(self) -> None:
        """The next setting."""
        self._rows.action_row_down()

    def action_up(self) -> None:
        """The setting before."""
        self._rows.action_row_up()

    def action_change(self, step: int = 1) -> None:
        """The next choice, or a question for what cannot be chosen."""
        option = self._option()
        if option is None:
            return
        value = self._owner.config[option.name]
        if isinstance(option.default, bool):
            self._set(option, not value)
        elif option.choices:
            at = option.choices.index(str(value))
            self._set(option, option.choices[(at + step) % len(option.choices)])
        else:
            self._prompt.ask("value", option.name, str(value))

    def action_reset(self) -> None:
        """The default again."""
        option = self._option()
        if option is not None:
            self._set(option, option.default)

    def action_filter(self) -> None:
        """Show the settings that hold what is typed."""
        self._prompt.ask("filter", "filter", self._rows.needle, "words of a setting")

    def action_leave(self) -> None:
        """Back, the settings as they are now."""
        self.dismiss()

    def on_prompt_changed(self, event: Prompt.Changed) -> None:
        if event.purpose == "filter":
            self._rows.needle = event.value
            self._rows.rows_changed(0)

    def on_prompt_left(self, event: Prompt.Left) -> None:
        if event.purpose == "filter":
            self._rows.needle = ""
            self._rows.rows_changed(0)
        self._done()

    def on_prompt_answered(self, event: Prompt.Answered) -> None:
        option = self._option()
        if event.purpose == "value" and option is not None:
            try:
                value = option.parsed(event.value)
            except ValueError as error:
                self._say(str(error))
                return
            self._done()
            self._set(option, value)
        else:
            self._done()

    def _done(self) -> None:
        self._prompt.close()
        self.set_focus(self._rows)
        self._explain()

    def _set(self, option: Option, value: Value) -> None:
        owner = self._owner
        if option.name == "looks.theme" and value and str(value) not in owner.available_themes:
            self._say(f"There is no theme {value}.")
            return
        path = owner.config_path
        try:
            if path is not None:
                save_setting(path, option.name, value)
        except OSError as error:
            self._say(f"It could not be written into {path}: {(error.strerror or 'no access').lower()}.")
            return
        owner.hold(option, value)
        self._rows.redraw()
        self._explain()


def shown(value: Value) -> str:
    """A value as the settings show it."""
    if isinstance(value, bool):
        return "on" if value else "off"
    return one_line(str(value)) or "–"
