"""From the article to the pages over the library, and back to a place."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from reader import model
from reader.tui.screens.searching import Searching

if TYPE_CHECKING:
    from reader.model import Fact
    from reader.tui.screens.page import Left, PageScreen, PageState
    from reader.tui.taken import Taken


class Paging(Searching):
    """A screen that opens an actor's page, the timeline and other tellings of an event."""

    _taken: Taken | None
    """Facts of the open article."""
    _pages_left: dict[str, PageState]
    """Where pages were left, by what they are about."""

    def action_actor_page(self) -> None:
        """The page of the current actor, or of who is quoted or acts."""
        self._open_actor(self.view.current_fact)

    def action_fact_page(self) -> None:
        """The page of the actor under the panel's cursor."""
        self._open_actor(self.panel.fact)

    def _open_actor(self, fact: Fact | None) -> None:
        name = self._actor_of(fact)
        if not name:
            self.status.say("No actor is current: e goes to one.")
            return
        from reader.tui.screens.actor_page import ActorPage

        key = f"actor {name}"
        self._open_page(ActorPage(self._desk, name, self._left_at(key)), key)

    def _actor_of(self, fact: Fact | None) -> str:
        if isinstance(fact, model.ActorMention):
            return fact.value
        if isinstance(fact, model.Quote):
            return fact.speaker or ""
        actor = fact.subject.actor if isinstance(fact, model.Event) and fact.subject is not None else None
        facts = self._taken.facts if self._taken is not None else ()
        return next((one.value for one in facts if isinstance(one, model.ActorMention) and one.actor == actor), "")

    def action_timeline_open(self) -> None:
        """What the listed articles date, from the publication of the open one on."""
        from reader.tui.screens.timeline import TimelinePage

        documents, of = self._desk.listed_numbers()
        document = self.view.document
        day = document.published.date if document is not None and document.published is not None else None
        key = f"timeline {of}"
        self._open_page(TimelinePage(self._desk, documents, of, self._left_at(key), day), key)

    def action_event_elsewhere(self) -> None:
        """Other articles that tell the current event, or any of the article's."""
        self._open_elsewhere(self.view.current_fact)

    def action_fact_elsewhere(self) -> None:
        """Other articles that tell the event under the panel's cursor."""
        self._open_elsewhere(self.panel.fact)

    def _open_elsewhere(self, fact: Fact | None) -> None:
        document = self.view.document
        if document is None or self._taken is None or not self._desk.is_listed(document.id):
            self.status.say("The facts of this article are not there yet.")
            return
        from reader.tui.screens.elsewhere import ElsewherePage

        event = fact if isinstance(fact, model.Event) else None
        key = f"elsewhere {document.id} {event.start if event else ''}"
        self._open_page(ElsewherePage(self._desk, document, self._taken.facts, event, self._left_at(key)), key)

    def action_story_open(self) -> None:
        """Other articles that tell the open one's story in nearly the same words."""
        document = self.view.document
        if document is None:
            return
        from reader.tui.screens.also_in import AlsoInPage

        key = f"also in {document.id}"
        self._open_page(AlsoInPage(self._desk, document, self._left_at(key)), key)

    def _left_at(self, key: str) -> PageState | None:
        return self._pages_left.get(key)

    def _open_page(self, page: PageScreen, key: str) -> None:
        self.app.push_screen(page, partial(self._page_left, page, key))

    def _page_left(self, page: PageScreen, key: str, left: Left) -> None:
        self._pages_left[key] = page.state
        if isinstance(left, str):
            self.action_search_open(left)
        elif left is not None and left.span is not None:
            self.view.remember()
            self.open(left.document, left.span)
            index = self._desk.list.index_of(left.document)
            if index is not None:
                self.articles.go_to(index)
