"""What shows the open article anew: another publication date, a change of its file, undo."""

from __future__ import annotations

from reader.model import Document
from reader.tui.screens.shelving import Shelving


class Resolving(Shelving):
    """A screen that shows an article whose dates resolve against its publication date."""

    def show_document(self, document: Document, place: int) -> None:
        """Show ``document``; its facts follow."""
        raise TypeError(f"{type(self).__name__} must show articles")

    def show_notes(self) -> None:
        """Draw what the reader has made of the article."""
        raise TypeError(f"{type(self).__name__} must draw notes")

    async def refresh_notes(self) -> None:
        """Show what the reader has made of the article as it is now."""
        raise TypeError(f"{type(self).__name__} must show notes")

    def facts_change(self) -> None:
        """The facts on the screen will be found anew: what acts on them waits for the new ones."""
        raise TypeError(f"{type(self).__name__} must know what waits")

    def facts_shown(self, again: bool) -> None:
        """The facts on the screen are those of the article."""
        raise TypeError(f"{type(self).__name__} must know what waits")

    async def light_up(self, document: Document) -> None:
        """Bring the facts of ``document``."""
        raise TypeError(f"{type(self).__name__} must light up facts")

    def action_published_set(self) -> None:
        """Ask for the publication date."""
        document = self.view.document
        if document is None or not self._desk.is_listed(document.id):
            self.status.say("This page has no publication date to set.")
            return
        value = document.published.iso if document.published else ""
        self.prompt.ask("published", "published", value, "2021-12-30, or empty for unknown")

    async def publish(self, answer: str) -> None:
        """Set the date that was typed; dates resolve again."""
        document = self.view.document
        if document is None:
            return
        try:
            published = self._desk.date_of(answer) if answer.strip() else None
        except ValueError as error:
            self.prompt.ask("published", "published", answer)
            self.status.say(f"{error}.")
            return
        self.facts_change()
        place = self.view.place
        changed = await self._desk.set_published(document, published)
        if isinstance(changed, str):
            self.facts_shown(True)
            self.status.say(changed)
            return
        self.show_document(changed, place)
        await self.light_up(changed)
        self.status.say(f"Published {published.iso}: dates resolved again." if published else "Published: unknown.")

    # A file that changes

    async def _watch(self) -> None:
        """Show an article that changed on disk again, at the same words."""
        shown = self.view.document
        if shown is None or self.app.screen is not self:
            return
        if await self._desk.gone(shown):
            self.articles.forget()
            self.status.say("The file of this article is gone; its text and what you made of it are kept.")
            return
        changed = await self._desk.changed(shown)
        if changed is None or self.view.document is not shown:
            return
        from reader.annotate.places import moved

        place = moved(shown.text, changed.text, self.view.place)
        self.show_document(changed, place)
        self.status.say("The file has changed and was read again.")
        await self.light_up(changed)

    # Undo

    async def action_history_undo(self) -> None:
        """Take back the last thing; what could not be saved comes first."""
        await self._desk.notebook.settle()
        dropped = await self._desk.notebook.give_up()
        if dropped is not None:
            self.show_notes()
            await self.look_again()  # a verdict that was dropped is no longer shown
            self.status.say(f"Dropped, as it was never saved: {dropped.change.title}.")
            return
        await self._walk(await self._desk.undo())

    async def action_history_redo(self) -> None:
        """Do it again."""
        await self._walk(await self._desk.redo())

    async def _walk(self, sentence: str) -> None:
        await self.look_again()
        self.status.say(sentence)

    async def look_again(self) -> None:
        """Show the article and the list as the reader's work now has them."""
        self.show_list()
        await self.refresh_notes()
        document = self.view.document
        if document is not None and self._desk.is_listed(document.id):
            opened = await self._desk.open(document.id)
            if isinstance(opened, Document):
                if opened.published != document.published:
                    self.show_document(opened, self.view.place)
                await self.light_up(opened)  # its actors may be called otherwise now
