"""Actors as the reader names them: called otherwise, put together, kept apart."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from reader import model
from reader.library import LibraryError
from reader.tui.background import begin
from reader.tui.screens.copying import Copying
from reader.tui.screens.shelving import Shelving
from reader.tui.widgets.facts_panel import FactsPanel

if TYPE_CHECKING:
    from reader.library import Change
    from reader.model import ActorMention, Document, Fact
    from reader.tui.screens.actor_choice import ActorAnswer, Candidate
    from reader.tui.taken import Taken
    from reader.tui.widgets.row_list import RowList


class NamingActors(Shelving, Copying):
    """A screen with an article and its facts, on which actors are renamed, merged and split."""

    _taken: Taken | None
    """Facts of the open article."""

    async def light_up(self, document: Document) -> None:
        """Bring the facts of a document anew; the text does not move."""
        raise TypeError(f"{type(self).__name__} must bring facts")

    def facts_came(self) -> None:
        """The facts of other articles are there: say of each actor in how many it is."""
        document = self.view.document
        if document is not None and self._taken is not None:
            begin(self, self.light_up, document, group="open", alone=False)

    # What is known of an actor

    def told(self, fact: ActorMention) -> str:
        """What the library knows of an actor of the article: ``person · 4 mentions · in 7 other articles``."""
        from reader.tui.cast import mentions_of, number_of_articles

        taken = self._taken
        if taken is None:
            return fact.type
        count = len(mentions_of(taken.facts, fact.actor))
        parts = [fact.type, f"{count} mention{'' if count == 1 else 's'}"]
        others = taken.elsewhere.get(fact.actor, 0)
        if others:
            parts.append(f"in {number_of_articles(others).replace('article', 'other article')}: p")
        return " · ".join(parts)

    def on_row_list_moved(self, event: RowList.Moved) -> None:
        """The panel's row may be too narrow for all that is known; the line below has room."""
        if isinstance(event.rows, FactsPanel) and event.rows.has_focus:
            fact = event.rows.fact
            if isinstance(fact, model.ActorMention):
                role = f", {fact.role}" if fact.role else ""
                self.status.say(f"{fact.value}{role} · {self.told(fact)}")

    # Keys

    def action_actor_rename(self) -> None:
        """Another name for the current actor."""
        self._rename(self.view.current_fact)

    def action_fact_rename(self) -> None:
        """Another name for the actor under the panel's cursor."""
        self._rename(self.panel.fact)

    def action_actor_merge(self) -> None:
        """The current actor is another one."""
        self._merge(self.view.current_fact)

    def action_fact_merge(self) -> None:
        """The actor under the panel's cursor is another one."""
        self._merge(self.panel.fact)

    def action_actor_split(self) -> None:
        """A name of the current actor is somebody else's."""
        self._split(self.view.current_fact)

    def action_fact_split(self) -> None:
        """A name of the actor under the panel's cursor is somebody else's."""
        self._split(self.panel.fact)

    def _rename(self, fact: Fact | None) -> None:
        mention = self._meant(fact)
        if mention is not None:
            title = f"Call “{mention.value}”"
            self._ask(mention, title, mention.value, typed=True)

    def _merge(self, fact: Fact | None) -> None:
        mention = self._meant(fact)
        if mention is not None:
            self._ask(mention, f"“{mention.value}” is the same as", "", typed=False)

    def _ask(self, mention: ActorMention, title: str, value: str, *, typed: bool) -> None:
        from reader.tui.cast import candidates, renaming
        from reader.tui.screens.actor_choice import ActorChoiceScreen

        document, taken = self._open_facts()
        if document is None or taken is None:
            return

        async def look(words: str) -> list[Candidate]:
            asked = "" if words == mention.value else words
            return await self._desk.in_reading(partial(candidates, self._desk.library, taken, asked, mention))

        def answered(answer: ActorAnswer | None) -> None:
            if answer is not None:
                make = partial(renaming, self._desk.library, document, taken, mention, answer.chosen, answer.everywhere)
                begin(self, self._do, make, document, group="naming", alone=False)

        self.app.push_screen(ActorChoiceScreen(title, look, value, typed=typed), answered)

    def _split(self, fact: Fact | None) -> None:
        from reader.tui.cast import names_to_part
        from reader.tui.screens.actor_choice import ActorChoiceScreen

        mention = self._meant(fact)
        document, taken = self._open_facts()
        if mention is None or document is None or taken is None:
            return

        async def look(words: str) -> list[Candidate]:
            return await self._desk.in_reading(partial(names_to_part, self._desk.library, taken, mention, words))

        def answered(answer: ActorAnswer | None) -> None:
            if answer is not None:
                self._ask_who(mention, answer.chosen, document, taken)

        title = f"Which name is not “{mention.value}”?"
        self.app.push_screen(ActorChoiceScreen(title, look, typed=False, everywhere=None), answered)

    def _ask_who(self, mention: ActorMention, name: Candidate, document: Document, taken: Taken) -> None:
        from reader.tui.cast import candidates, parting
        from reader.tui.screens.actor_choice import ActorChoiceScreen

        async def look(words: str) -> list[Candidate]:
            return await self._desk.in_reading(partial(candidates, self._desk.library, taken, words, mention))

        def answered(answer: ActorAnswer | None) -> None:
            if answer is not None:
                make = partial(parting, self._desk.library, document, taken, mention, name, answer.chosen)
                begin(self, self._do, make, document, group="naming", alone=False)

        title = f"Who is “{name.name}”?"
        self.app.push_screen(ActorChoiceScreen(title, look, name.name, everywhere=None), answered)

    def _open_facts(self) -> tuple[Document | None, Taken | None]:
        return self.view.document, self._taken

    def _meant(self, fact: Fact | None) -> ActorMention | None:
        """The mention that a key is about; says why there is none."""
        from reader.tui.cast import mentions_of

        document, taken = self._open_facts()
        if document is None or taken is None or not self._desk.is_listed(document.id):
            self.status.say("The facts of this article are not there yet.")
            return None
        if isinstance(fact, model.Quote) and fact.actor:
            fact = next(iter(mentions_of(taken.facts, fact.actor)), None)
        if not isinstance(fact, model.ActorMention):
            self.status.say("No actor is current: e goes to one.")
            return None
        return fact

    async def _do(self, make: Callable[[], Change], document: Document) -> None:
        """Make a change after all that is being written, do it, show it and say so."""
        done: list[Change] = []

        def work() -> None:
            done.append(make())
            self._desk.library.do(done[0])

        try:
            await self._desk.in_writing(work)
        except (ValueError, LibraryError) as error:
            self.status.say(f"{str(error).rstrip('.')}.")
            return
        await self.light_up(document)
        self.status.say(f"Done: {done[0].title}.   u takes it back")
