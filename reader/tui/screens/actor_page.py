"""An actor over the whole library: roles, company, quotes, events, articles."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from typing import TYPE_CHECKING

from reader.tui.screens.page import PageScreen, PageState

if TYPE_CHECKING:
    from reader.tui.desk import Desk
    from reader.tui.page_rows import Section


class ActorPage(PageScreen):
    """Everything that the library knows of one actor."""

    NOTHING = "No article of the library names this actor yet."

    def __init__(self, desk: Desk, name: str, state: PageState | None = None) -> None:
        super().__init__(desk, state)
        self.actor = name
        self._title = name
        self._articles: array[int] = array("q")

    @property
    def heading(self) -> str:
        return self._title

    async def load(self) -> tuple[Sequence[Section], str]:
        actor, sections = await self.desk.pages.actor(self.actor, self.words)
        if actor is None:
            return [], ""
        self._title = f"{actor.name} · {actor.type}"
        if not self.words:
            self._articles = actor.articles
        count = len(actor.articles)
        return sections, f"{count:,} article{'' if count == 1 else 's'} · {actor.mentions:,} mentions"

    def action_page_search(self) -> None:
        """Search within the articles that name the actor."""
        name = f'"{self.actor}"' if " " in self.actor else self.actor
        self.dismiss(f"actor:{name} ")

    def action_page_timeline(self) -> None:
        """What these articles date."""
        from reader.tui.screens.timeline import TimelinePage

        page = TimelinePage(self.desk, self._articles, f"the articles that name {self.actor}")
        self.app.push_screen(page, self.leave_with)
