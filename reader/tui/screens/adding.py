"""Something new to read: a folder, a file, the samples, a feed, a page, a list of feeds."""

from __future__ import annotations

import os

from reader.tui.background import begin
from reader.tui.screens.following import Following
from reader.tui.screens.orienting import Orienting


class Adding(Following, Orienting):
    """A screen that takes in what is named to it."""

    def action_add_open(self) -> None:
        """Ask what to add."""
        self.prompt.ask("add", "add", placeholder="a folder, a file, the address of a feed or page, or: samples")

    def add(self, answer: str) -> None:
        """Add what was named, in the background."""
        if answer.strip():
            begin(self, self._add, answer.strip(), group="add", alone=False)

    async def _add(self, what: str) -> None:
        from reader.sources.web.address import is_address  # late: not needed for the first screen

        if is_address(what):
            await self.follow(what)
            return
        self.status.say(f"Adding {what} …")
        path = os.path.abspath(os.path.expanduser(what))
        feeds, said = await self._desk.take_list(path) if what != "samples" else ((), "")
        if not said:
            before = self._desk.list.count
            said = await self._desk.add(what)
            if self._desk.list.count > before:
                said += self._way_to_list()
        self.status.say(said)
        self.show_list()
        if feeds:
            await self._refresh(feeds)

    def _way_to_list(self) -> str:
        """How to see what has come, for whoever is elsewhere."""
        here = self.focused.id if self.focused is not None else None
        keys = {"list": "", "facts": "Tab"}.get(here or "", "Shift+Tab")
        return f"   {keys} goes to the list" if keys else ""
