"""What lies behind a screen that floats over another, drawn once."""

from __future__ import annotations

from rich.console import Console, ConsoleOptions, RenderResult
from textual.renderables.background_screen import BackgroundScreen


class Faded:
    """The screen below in faded colours. Fading walks over every segment of it, which took half of the time that
    opening the search cost; it does not change while another screen has the keys."""

    def __init__(self, screen: BackgroundScreen, made_for: object) -> None:
        """:param made_for: what the picture depends on; when that changes, another is made."""
        self.made_for = made_for
        self._screen = screen
        self._segments: RenderResult | None = None

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        if self._segments is None:
            self._segments = list(self._screen.__rich_console__(console, options))
        return self._segments
