"""The command palette: every action by its name. Articles are never in it: its matcher runs on the UI loop."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING

from textual.command import CommandPalette, DiscoveryHit, Hit, Hits, Provider

from reader.tui.action import ALONE, SHEETS, Action
from reader.tui.actions import ACTIONS

if TYPE_CHECKING:
    from reader.tui.app import DatelineApp


class Palette(CommandPalette):
    """Textual's palette, whose list may be paged before it is laid out (8.2.8 breaks there)."""

    def _action_command_list(self, action: str) -> None:
        with suppress(KeyError, IndexError):
            super()._action_command_list(action)


class ActionProvider(Provider):
    """Offers the actions of all modes with their keys."""

    def _title(self, action: Action) -> str:
        return f"{action.help.rstrip('.')}  ({' or '.join(action.key_labels)})"

    def _runs(self, action: Action) -> Callable[[], Awaitable[None]]:
        app: DatelineApp = self.app  # type: ignore[assignment]  # the only app that uses this provider
        return partial(app.perform, action)

    def _offered(self) -> list[Action]:
        """What can be done from here: a page's and a sheet's own keys only on it, on a page no others; nothing that
        asks which key was pressed."""
        from reader.tui.screens.page import PageScreen

        if isinstance(self.screen, PageScreen):
            return [one for one in ACTIONS if one.mode == "page"]
        here = getattr(self.screen, "MODE", None)
        own = {*SHEETS, *ALONE}
        return [one for one in ACTIONS if (not one.is_by_key and one.mode not in own) or one.mode == here]

    async def discover(self) -> Hits:
        """All actions, before anything is typed."""
        for action in self._offered():
            yield DiscoveryHit(self._title(action), self._runs(action), action.title)

    async def search(self, query: str) -> Hits:
        """Actions whose name or help matches."""
        matcher = self.matcher(query)
        for action in self._offered():
            title = self._title(action)
            if (score := matcher.match(f"{title} {action.title}")) > 0:
                yield Hit(score, matcher.highlight(title), self._runs(action), action.title)
