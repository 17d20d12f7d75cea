"""The reader's settings brought onto the screen, at the start and whenever the file changes."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from textual.app import App

from reader.model import clean_line
from reader.settings.config import Config, load_config
from reader.settings.keymap import keymap
from reader.tui.action import set_own_keys
from reader.tui.actions import ACTIONS
from reader.tui.page_looks import PageLooks

if TYPE_CHECKING:
    from reader.settings.options import Option, Value

WATCH_EVERY = 1.0
"""Seconds between two looks at whether the file has changed."""
_KINDS = ("person", "organisation", "place", "group", "date", "quotation", "figure")


class ConfiguredApp(App[None]):
    """An application that follows ``config.toml``."""

    config = Config()
    """The settings that hold."""
    config_path: Path | None = None
    profile = ""
    config_problems: Sequence[str] = ()
    """What of the settings could not be understood, one sentence each."""
    _window_name = ""
    _config_seen: tuple[int, int] | None = None

    def follow(self, path: Path | None, profile: str = "") -> None:
        """Follow the file that the settings came from."""
        self.config_path, self.profile = path, profile
        self._config_seen = _seen(path)

    def take_config(self, config: Config) -> None:
        """Take settings before there is a screen."""
        from reader.tui.clock import set_clock

        self.config = config
        own = keymap(ACTIONS, config.keys)
        set_own_keys(own.keys)
        set_clock(config.text("looks.clock"))
        self.set_keymap({name: ",".join(keys) for name, keys in own.keys.items()})
        self.config_problems = (*config.problems, *own.problems)
        self.animation_level = "none" if config["looks.motion"] == "reduced" else "full"

    @property
    def page_looks(self) -> PageLooks:
        """How articles are set."""
        config = self.config
        kinds = {kind: config.text(f"highlights.{kind}") for kind in _KINDS}
        return PageLooks(
            config.number("reading.measure"),
            config.number("reading.spacing"),
            config.number("reading.line_spacing"),
            {kind: look for kind, look in kinds.items() if look != "quiet"},
        )

    def hold(self, option: Option, value: Value) -> None:
        """Let a setting hold that was just written into the file."""
        values = {name: one for name, one in self.config.values.items() if name != option.name}
        if value != option.default:
            values[option.name] = value
        self._config_seen = _seen(self.config_path)
        self.take_config(replace(self.config, values=values))
        self.settings_changed()

    def settings_changed(self) -> None:
        """Show everything as the settings want it."""
        theme = self.config.text("looks.theme")
        if theme in self.available_themes:
            self.theme = theme

    def take_mouse(self, ours: bool) -> bool:
        """Have the mouse, or leave it to the terminal; False where the terminal cannot be told."""
        change = getattr(self._driver, "_enable_mouse_support" if ours else "_disable_mouse_support", None)
        if change is None:
            return False
        change()
        return True

    def name_window(self, title: str) -> None:
        """Name the terminal's window after what is being read."""
        name = clean_line(title)[:120] if self.config.on("terminal.title") else ""
        if name != self._window_name and self._driver is not None and not self.is_headless:
            if not self._window_name:
                self._driver.write("\x1b[22;2t")  # the terminal keeps the name that it had
            self._window_name = name
            self._driver.write(f"\x1b]2;{name}\x1b\\")

    def give_window_back(self) -> None:
        """Let the window have the name that it had."""
        if self._window_name and self._driver is not None:
            self._driver.write("\x1b[23;2t")

    def copy_to_clipboard(self, text: str) -> None:
        """Give ``text`` to the command that the settings name, else to the terminal.

        :raises NotStarted: when that command does not work.
        """
        from reader.tui.outside import beside_us, words_of

        command = self.config.text("tools.clipboard")
        if command:
            beside_us(words_of(command), text)
            self._clipboard = text
        else:
            super().copy_to_clipboard(text)

    def config_changed(self) -> bool:
        """Read the file again when it has changed; whether it had."""
        seen = _seen(self.config_path)
        if self.config_path is None or seen == self._config_seen:
            return False
        self._config_seen = seen
        self.take_config(load_config(self.config_path, self.profile))
        self.settings_changed()
        return True


def _seen(path: Path | None) -> tuple[int, int] | None:
    if path is None:
        return None
    try:
        state = os.stat(path)
    except OSError:
        return None
    return state.st_mtime_ns, state.st_size
