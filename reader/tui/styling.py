"""Styles in two parts: those of the first screen, and all others, read once it stands or when one is asked for."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from textual.app import App

LATER = Path(__file__).with_name("later.tcss")


class StyledApp(App[None]):
    """An application whose first screen waits for its own styles alone: to read all takes a third of its own time."""

    CSS_PATH = "styles.tcss"

    def read_later_styles(self) -> None:
        """Read the others, unless they have been."""
        if not self.stylesheet.has_source(str(LATER), ""):
            self.stylesheet.read(LATER)
            self.stylesheet.parse()

    def push_screen(self, *arguments: Any, **options: Any) -> Any:
        """Open a screen over this one, with its styles there."""
        self.read_later_styles()
        return super().push_screen(*arguments, **options)
