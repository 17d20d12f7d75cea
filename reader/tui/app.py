"""The Textual application: screens, themes, and the way in and out."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from textual import events
from textual.actions import ActionParseResult
from textual.app import SystemCommand
from textual.binding import Binding, BindingType
from textual.dom import DOMNode
from textual.screen import Screen

from reader.settings.config import Config, load_config
from reader.tui.action import SHEETS, Action
from reader.tui.configuring import ConfiguredApp
from reader.tui.ending import EndingApp
from reader.tui.readable import readable_variables
from reader.tui.screens.reading import ReadingScreen
from reader.tui.screens.speaking import Speaking
from reader.tui.styling import StyledApp
from reader.tui.themes import THEMES
from reader.tui.tidying import SETTLED, Tidying

if TYPE_CHECKING:
    from reader.tui.desk import Desk


class DatelineApp(EndingApp, StyledApp, ConfiguredApp):
    """Reads what lies on the desk."""

    TITLE = "Dateline"
    ENABLE_COMMAND_PALETTE = True
    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+q", "quit", "quit", show=False, priority=True)]

    _themed = False

    def __init__(self, desk: Desk, theme: str = "", config: Config | None = None) -> None:
        super().__init__()
        self.desk = desk
        self.crash_folder = desk.library.home
        self._tidying = Tidying(lambda: len(self._screen_stack) < 2)
        self.take_config(config or Config())
        for ours in THEMES:
            self.register_theme(ours)
        chosen = theme or self.config.text("looks.theme") or desk.habit("theme", THEMES[0].name)
        self._begin_in(chosen if chosen in self.available_themes else THEMES[0].name)

    def _begin_in(self, theme: str) -> None:
        """Have a theme from the first: to set ``theme`` would read all styles a second time before anything shows."""
        self._themed = True
        self.set_reactive(DatelineApp.theme, theme)
        dark = self.current_theme.dark
        for name, holds in ((f"-theme-{theme}", True), ("-dark-mode", dark), ("-light-mode", not dark)):
            self.set_class(holds, name, update=False)
        self._refresh_truecolor_filter(self.ansi_theme)
        self.stylesheet.set_variables(self.get_css_variables())

    def push_screen(self, *arguments: Any, **options: Any) -> Any:
        """Open a screen over this one."""
        self._tidying.hold(self.call_after_refresh)
        return super().push_screen(*arguments, **options)

    @property
    def COMMANDS(self) -> set[object]:  # type: ignore[override]
        """Providers of the command palette."""
        from reader.tui.palette import ActionProvider

        return {ActionProvider}

    def action_command_palette(self) -> None:
        """Open the palette."""
        from reader.tui.palette import Palette

        if not isinstance(self.screen, Palette):
            self.push_screen(Palette(id="--command-palette"))

    def get_default_screen(self) -> Screen[None]:
        """The reading screen is the root."""
        return ReadingScreen(self.desk)

    def get_system_commands(self, screen: Screen[object]) -> list[SystemCommand]:
        """None: the palette offers our own actions only."""
        return []

    async def perform(self, action: Action) -> None:
        """Do an action wherever its mode lives, whatever has the focus; from a sheet, on the screen it came from."""
        panes = {"reading": "#article", "caret": "#caret", "list": "#list", "facts": "#facts"}
        pane = panes.get(action.mode, "#rows")
        here = self.screen.query(pane) if not action.on_screen else None
        if here:
            await here.first().run_action(action.call())
        elif here is None and hasattr(self.screen, f"action_{action.method}"):
            await self.screen.run_action(action.call())
        elif (
            isinstance(self.screen, Speaking)
            and not isinstance(self.screen, ReadingScreen)
            and action.mode not in SHEETS
        ):
            await self.pop_screen()
            await self.perform(action)

    async def run_action(
        self,
        action: str | ActionParseResult,
        default_namespace: DOMNode | None = None,
        namespaces: Mapping[str, DOMNode] | None = None,
    ) -> bool:
        """Do an action, unless it is one that a guest may not."""
        from reader.tui.guests import refusal

        method = action.partition("(")[0].rpartition(".")[2] if isinstance(action, str) else action[1]
        sentence = refusal(method, read_only=self.desk.library.read_only, remote=self.is_web)
        if sentence and isinstance(self.screen, Speaking):
            self.screen.status.say(sentence)
            return True
        return await super().run_action(action, default_namespace, namespaces)

    def on_load(self) -> None:
        self.heed_signals()  # before the terminal is changed: from then on it has to be given back

    def on_mount(self) -> None:
        self.call_after_refresh(self.read_later_styles)
        self.call_after_refresh(self._tidying.wait)
        self.set_timer(SETTLED, self._tidying.start)

    @property
    def gives_hints(self) -> bool:
        """Whether newcomers are helped along; tests and pictures are none."""
        return self.config.on("looks.hints") and not self.is_headless

    async def on_event(self, event: events.Event) -> None:
        """Handle an event; before a key is answered, the last sentence goes."""
        if isinstance(event, events.Key) and not event.is_forwarded and isinstance(self.screen, Speaking):
            await self.screen.key_may_act(event)
        if isinstance(event, events.Key) and not event.is_forwarded and isinstance(self.screen, Speaking):
            self.screen.key_arrived()
            if self.screen.key_answered(event):
                return
            self.desk.hints.used(event.key)
        await super().on_event(event)

    async def on_unmount(self) -> None:
        self.give_window_back()
        await self.desk.close()
        self._tidying.stop()

    def keep_unsaved(self) -> None:
        for screen in self.screen_stack:
            if isinstance(screen, ReadingScreen):
                screen.keep_draft_now()
        self.desk.notebook.close()

    def crash_about(self) -> dict[str, str]:
        document = self.desk.notebook.document
        return {**super().crash_about(), "document": document.id if document is not None else "none"}

    def settings_changed(self) -> None:
        super().settings_changed()
        for screen in self.screen_stack:
            if isinstance(screen, ReadingScreen):
                screen.settle()

    def get_css_variables(self) -> dict[str, str]:
        """A theme's variables, those that text is drawn with made readable; none before there is a theme."""
        if not self._themed:
            return {}
        variables = super().get_css_variables()
        return {**variables, **readable_variables(variables, self.current_theme.dark)}

    def next_theme(self) -> str:
        """Change to the next of our themes and give its name."""
        names = [theme.name for theme in THEMES]
        at = names.index(self.theme) if self.theme in names else -1
        self.theme = names[(at + 1) % len(names)]
        self.desk.set_habit("theme", self.theme)
        return self.theme

    def save_picture(self) -> Path:
        """Write the screen as SVG into the working folder; gives the file."""
        path = Path.cwd() / f"dateline-{datetime.now():%Y%m%d-%H%M%S}.svg"
        path.write_text(self.export_screenshot(title="Dateline"), "utf-8")
        return path


def run(desk: Desk, config_path: Path | None = None, profile: str = "") -> int:
    """Open the reader and stay until it is left; gives the exit code.

    :param config_path: the settings to follow, with those of ``profile`` over them.
    """
    from reader.tui.leaving import is_stuck

    config = load_config(config_path, profile) if config_path is not None else Config()
    desk.engine = config.text("facts.actors")
    app = DatelineApp(desk, config=config)
    app.follow(config_path, profile)
    app.run(mouse=config.on("terminal.mouse"))
    if app.crashed:
        print(f"dateline: {_told_of_crash(app.crash_report)}", file=sys.stderr)
    code = app.return_code or 0
    if is_stuck():
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)
    return code


def _told_of_crash(report: Path | None) -> str:
    saved = "What you saved is saved, and a note you were writing is offered when you open its article again."
    where = f"A report without any text of yours lies in {report}" if report else "No report could be written"
    return f"Something broke, and the reader has ended. {where}. {saved}"
