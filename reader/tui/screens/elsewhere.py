"""The same event in other articles, and where they differ."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from reader.tui.page_rows import Section, same_sections
from reader.tui.screens.page import PageScreen, PageState

if TYPE_CHECKING:
    from reader.library.elsewhere import SameEvent
    from reader.model import Document, Event, Fact
    from reader.tui.desk import Desk


class ElsewherePage(PageScreen):
    """Events of an article, each with the articles that tell it too."""

    NOTHING = "No other article tells the same."

    def __init__(
        self,
        desk: Desk,
        document: Document,
        facts: Sequence[Fact],
        event: Event | None = None,
        state: PageState | None = None,
    ) -> None:
        """:param event: only this one; its article when nobody else tells it."""
        super().__init__(desk, state)
        self._document = document
        self._facts = facts
        self._event = event
        self._found: Sequence[SameEvent] | None = None
        self._differing = False

    @property
    def heading(self) -> str:
        return f"Told elsewhere · {self._document.title}"

    async def load(self) -> tuple[Sequence[Section], str]:
        if self._found is None:
            events = [self._event] if self._event is not None else None
            self._found = await self.desk.pages.same(self._document, self._facts, events)
            if not self._found and self._event is not None:
                self._event = None
                self._found = await self.desk.pages.same(self._document, self._facts, None)
                self.status.say("Nobody else tells this event; these are others of the article.")
        found = [event for event in self._found if self._holds(event)]
        articles = {telling.stated.document for event in found for telling in event.tellings}
        differing = sum(bool(telling.differences) for event in found for telling in event.tellings)
        about = f"{len(found):,} events in {len(articles):,} other articles · {differing:,} differ: = shows these only"
        return same_sections(found, self._differing), about if found else ""

    def _holds(self, event: SameEvent) -> bool:
        said = " ".join([event.line, *(f"{one.stated.line} {one.stated.title}" for one in event.tellings)]).casefold()
        return all(word in said for word in self.words.casefold().split())

    def action_page_choose(self) -> None:
        """Those that differ only, or all."""
        self._differing = not self._differing
        self.fill()
