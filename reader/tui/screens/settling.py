"""The settings as they show on the reading screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import Horizontal
from textual.widget import Widget

from reader.tui.configuring import WATCH_EVERY, ConfiguredApp
from reader.tui.screens.panes import Panes

if TYPE_CHECKING:
    from reader.settings.config import Config


class Settling(Panes):
    """A screen of panes that the settings arrange."""

    @property
    def _configured(self) -> ConfiguredApp:
        app: ConfiguredApp = self.app  # type: ignore[assignment]  # every application of ours is one
        return app

    def settle(self) -> None:
        """Show everything as the settings want it."""
        app, config = self._configured, self._configured.config
        self.set_class(config["looks.density"] == "compact", "-compact")
        self._linear(config.on("looks.linear"))
        self.view.set_looks(app.page_looks)
        self.articles.set_days(config.text("looks.dates") == "relative")
        for name, pane in self._side_panes():
            width = config.number(f"panels.{name}_width")
            pane.styles.width = width or None
        self._order(config)
        if app.config_problems:
            self.status.say(app.config_problems[0])

    def _linear(self, on: bool) -> None:
        """One pane at a time, whatever the width."""
        self.set_class(on, "-linear")
        self.HORIZONTAL_BREAKPOINTS = [(0, "-narrow")] if on else type(self).HORIZONTAL_BREAKPOINTS
        named = self._get_breakpoint_classes(self.app.size.width, self.HORIZONTAL_BREAKPOINTS or [])
        for _, name in type(self).HORIZONTAL_BREAKPOINTS or []:
            self.set_class(name in named, name)

    def _side_panes(self) -> tuple[tuple[str, Widget], ...]:
        return ("list", self.articles), ("facts", self.panel)

    def _order(self, config: Config) -> None:
        """The panes from left to right."""
        panes = self.query_one("#panes", Horizontal)
        left: list[Widget] = []
        right: list[Widget] = []
        for name, pane in self._side_panes():
            (left if config[f"panels.{name}_side"] == "left" else right).append(pane)
        wanted = [*left, self.view, *right]
        if list(panes.children) != wanted:
            for pane in wanted:
                panes.move_child(pane, after=len(panes.children) - 1)

    def action_highlight_cycle(self) -> None:
        """Highlights quiet, loud or off."""
        self.status.say(f"Highlights: {self.view.next_highlights()}.")

    def watch_settings(self) -> None:
        """Follow the file from now on."""
        self.set_interval(WATCH_EVERY, self._look_again)

    def _look_again(self) -> None:
        app = self._configured
        if app.config_changed() and not app.config_problems:
            self.status.say("The settings have changed.")

    def action_settings_open(self) -> None:
        """Open the settings."""
        from reader.tui.screens.settings import SettingsScreen

        self.app.push_screen(SettingsScreen())
