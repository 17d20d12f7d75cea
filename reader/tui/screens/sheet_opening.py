"""The way from the article to the sheets (annotations, labels, history), and back to a place in it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from reader.tui.background import begin
from reader.tui.screens.correcting import Correcting
from reader.tui.screens.noting import Noting
from reader.tui.screens.resolving import Resolving
from reader.tui.screens.searching import Searching

if TYPE_CHECKING:
    from reader.model import Annotation, Document, Span
    from reader.tui.screens.annotations import Of, Wanted


class SheetOpening(Correcting, Noting, Resolving, Searching):
    """A screen with an article that opens the sheets."""

    _placing: Annotation | None = None
    """The annotation that waits for its place to be chosen."""

    def show_notes(self) -> None:
        """Draw what the notebook holds, and what of the verdicts on facts the disk has not."""
        super().show_notes()
        self.mark_unsaved()

    def saving_failed(self) -> None:
        self.show_notes()

    def action_labels_open(self) -> None:
        """Open the label editor."""
        from reader.tui.screens.labels import LabelsScreen

        self.app.push_screen(LabelsScreen(self._desk), self._back)

    def action_history_open(self) -> None:
        """Open the history."""
        from reader.tui.screens.history import HistoryScreen

        self.app.push_screen(HistoryScreen(self._desk), self._back)

    def _back(self, answer: None) -> None:
        begin(self, self.look_again, group="look")

    def action_annotations_open(self, of: Of = "article") -> None:
        """Open the annotations, those of the article first."""
        from reader.tui.screens.annotations import AnnotationsScreen

        document = self.view.document
        listed = document if document is not None and self._desk.is_listed(document.id) else None
        self.app.push_screen(AnnotationsScreen(self._desk, listed, of), self._back_with)

    def _back_with(self, wanted: Wanted | None) -> None:
        begin(self, self._go_on_with, wanted, group="look")

    async def _go_on_with(self, wanted: Wanted | None) -> None:
        await self.look_again()
        if wanted is None:
            return
        made = wanted.annotation
        opened = await self._desk.open(made.document)
        if isinstance(opened, str):
            self.status.say(opened)
            return
        span = await self._desk.in_reading(partial(self._place_of, opened, made))
        self.view.remember()
        if wanted.wish == "place":
            await self._begin_placing(opened, made)
            return
        if span is None and made.anchor is not None:
            self.status.say("Its words are no longer in the article: p in the list chooses others.")
        self.open(made.document, span)
        if wanted.wish == "edit":
            self.edit_note(made)

    async def _begin_placing(self, document: Document, made: Annotation) -> None:
        self.show_document(document, made.anchor.start if made.anchor is not None else 0)
        await self.light_up(document)
        self.action_caret_begin()
        self._placing = made
        self.status.say("v and motions select the words that it is about; Enter gives them to it, Esc gives up.")

    async def action_caret_confirm(self) -> None:
        """Give what is selected to the correction, or the lost note, that waits for it; else highlight it."""
        if not self.take_bounds() and not await self.place_annotation():
            await self.action_highlight_put()

    def leave_caret(self) -> None:
        """Take the caret away; what waited for it waits no more."""
        self._placing = None
        super().leave_caret()

    def _place_of(self, document: Document, made: Annotation) -> Span | None:
        from reader.annotate.placing import place_each

        return place_each(self._desk.library, document, [made])[0].span

    async def place_annotation(self) -> bool:
        """Give the annotation that waits for a place what is selected; whether one waited."""
        from reader.library import ChangeAnnotation
        from reader.model import Anchor

        made, document, span = self._placing, self.view.document, self.view.selected_span
        if made is None or document is None or document.id != made.document:
            return False
        if span is None or not len(span):
            self.status.say("Select the words first: v, then motions.")
            return True
        self.leave_caret()
        anchor = Anchor.of(document.text, span, document.version)
        said = await self._desk.do(ChangeAnnotation.of(made, anchor=anchor))
        await self.look_again()
        self.status.say(said)
        return True
