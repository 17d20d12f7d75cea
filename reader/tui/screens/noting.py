"""Notes: written below the text they are about, kept as drafts while they are, saved when they are left."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from reader.model import Document, Span
from reader.tui.background import begin
from reader.tui.screens.annotating import HIGHLIGHT, Annotating

if TYPE_CHECKING:
    from reader.model import Annotation
    from reader.tui.widgets.note_editor import NoteEditor

_TAG = re.compile(r"(?<![\w#&/])#([^\W\d_][\w-]*)")
DRAFT = "note"
"""First part of the keys of drafts: ``note/document/annotation`` or ``note/document/version/start-end``."""


class Target(NamedTuple):
    """What a note is on."""

    document: Document
    span: Span | None
    """None for the whole article."""
    annotation: Annotation | None = None
    """The one whose note it is, where there is one already."""

    @property
    def draft_key(self) -> str:
        """The name of its draft."""
        if self.annotation is not None:
            return f"{DRAFT}/{self.document.id}/{self.annotation.id}"
        place = f"{self.document.version}/{self.span.start}-{self.span.end}" if self.span is not None else "article"
        return f"{DRAFT}/{self.document.id}/{place}"


def tags_in(note: str) -> tuple[str, ...]:
    """The ``#tags`` in the words of a note, in order, each once."""
    return tuple(dict.fromkeys(_TAG.findall(note)))


class Noting(Annotating):
    """A screen on whose article notes are written."""

    _target: Target | None = None
    _looked_elsewhere = False
    _offered: tuple[str, str] | None = None
    """Key and text of a draft that was left unfinished."""

    editor: NoteEditor | None = None
    """The note that is being written."""

    # Beginning

    async def action_note_write(self) -> None:
        """Write a note on the current thing, or go on with the one that is there."""
        document = self.can_annotate()
        if document is None:
            return
        if self._offered is not None and self.view.selected_span is None and self.view.current is None:
            target = self._target_of(document, self._offered[0])
            if target is not None:
                await self._write(target)
                return
        span = self.target()
        if span is None:
            self.status.say("There are no words here to write a note on; @ writes one on the article.")
            return
        there = [one for one in self.notebook.around(span) if one.annotation.note or one.span == span]
        chosen = there[0] if there else None
        if chosen is not None and self.view.selected_span is not None and chosen.span != span:
            chosen = None  # other words were chosen on purpose
        if chosen is None:
            await self._write(Target(document, span))
        else:
            await self._write(Target(document, chosen.span, chosen.annotation))

    async def action_note_article(self) -> None:
        """Write a note on the whole article, or go on with it."""
        document = self.can_annotate()
        if document is not None:
            there = self.notebook.of_article()
            await self._write(Target(document, None, there.annotation if there is not None else None))

    def edit_note(self, annotation: Annotation) -> None:
        """Open the note of an annotation of the open article, as soon as that is there."""
        begin(self, self._edit_note, annotation, group="note")

    async def _edit_note(self, annotation: Annotation) -> None:
        await self.workers.wait_for_complete([one for one in self.workers if one.group in ("open", "notes")])
        there = next((one for one in self.notebook.placed if one.annotation.id == annotation.id), None)
        document = self.view.document
        if there is not None and document is not None and document.id == annotation.document:
            await self._write(Target(document, there.span, there.annotation))

    async def _write(self, target: Target) -> None:
        from reader.tui.widgets.note_editor import NoteEditor  # not before the first screen: a text area is heavy

        if self.editor is not None:
            return
        self._target = target
        note = target.annotation.note if target.annotation is not None else ""
        draft = self.notebook.draft(target.draft_key)
        about = "Note on the article" if target.span is None else f"Note on {self._short(target.span)}"
        editor = self.editor = NoteEditor(about, note if draft is None else draft, id="note")
        await self.mount(editor, before="#prompt")
        if draft is not None and draft != note:
            self._offered = None
            editor.say("unfinished, from before")
        self.set_focus(editor.area)
        if target.span is not None:
            self.call_after_refresh(self.view.reveal, target.span)

    # Drafts

    def on_note_editor_draft_due(self, event: NoteEditor.DraftDue) -> None:
        if self._target is not None:
            begin(self, self._keep, self._target.draft_key, event.text, group="draft", alone=False)

    async def _keep(self, key: str, text: str) -> None:
        problem = await self.notebook.keep_draft(key, text)
        editor = self.editor
        if editor is not None:
            editor.say(f"DRAFT NOT SAVED: {problem}" if problem else "")
        elif not problem and (self._target is None or self._target.draft_key != key):
            await self.notebook.keep_draft(key, "")  # the note was closed meanwhile

    def keep_draft_now(self) -> None:
        """Keep what is being written, because the reader is about to end."""
        editor = self.editor
        if editor is not None and self._target is not None:
            self.notebook.keep_draft_later(self._target.draft_key, editor.text)

    def on_unmount(self) -> None:
        self.keep_draft_now()

    def offer_draft(self, document: Document) -> None:
        """Say that a note of this article was left unfinished."""
        self._offered = None
        for key, text in self.notebook.drafts(f"{DRAFT}/{document.id}/").items():
            target = self._target_of(document, key)
            if target is not None and text.strip():
                self._offered = key, text
                self.status.say(f"A note on {self._short(target.span)} was left unfinished: m goes on with it.")
                return

    def _offer_elsewhere(self) -> None:
        """Say, once, that notes of other articles were left unfinished."""
        if self._looked_elsewhere:
            return
        self._looked_elsewhere = True
        for key, text in self.notebook.drafts(f"{DRAFT}/").items():
            row = self._desk.list.known(key.split("/")[1])
            if row is not None and text.strip():
                self.status.say(f"A note was left unfinished in “{row.title}”: open it and press m.")
                return

    def _target_of(self, document: Document, key: str) -> Target | None:
        """What a draft is on; None where that is no longer there."""
        parts = key.split("/")[2:]
        if parts == ["article"]:
            return Target(document, None)
        if len(parts) == 2 and parts[0] == document.version:
            start, _, end = parts[1].partition("-")
            return Target(document, Span(int(start), int(end)))
        one = next((one for one in self.notebook.placed if [one.annotation.id] == parts), None)
        return Target(document, one.span, one.annotation) if one is not None else None

    async def _bring_notes(self, document: Document) -> None:
        await super()._bring_notes(document)
        self.offer_draft(document)
        if self._offered is None:
            self._offer_elsewhere()

    # Ending

    async def action_note_save(self) -> None:
        """Save the note and go back to the text."""
        editor, target = self.editor, self._target
        if editor is None or target is None:
            return
        text = (await editor.typed()).strip()
        self.editor = self._target = self._offered = None
        await editor.remove()
        self.set_focus(self.view)
        self._save_note(target, text)

    def _save_note(self, target: Target, text: str) -> None:
        from reader.library import AddAnnotation, ChangeAnnotation, RemoveAnnotation
        from reader.model import Anchor, Annotation

        document, there = target.document, target.annotation
        words = self._short(target.span)
        if there is None:
            if not text:
                self.status.say("Nothing was written: no note was made.")
                self._drop_draft(target)
                return
            anchor = Anchor.of(document.text, target.span, document.version) if target.span is not None else None
            made = Annotation(id="", document=document.id, anchor=anchor, note=text, tags=tags_in(text))
            self.do_and_save(AddAnnotation(made), f"Note on {words}.", target.draft_key)
        elif text == there.note:
            self.status.say("The note is as it was.")
            self._drop_draft(target)
        elif not text and there.label in ("", HIGHLIGHT) and not set(there.tags) - set(tags_in(there.note)):
            self.do_and_save(RemoveAnnotation.of(there), f"Note on {words} deleted.", target.draft_key)
        else:
            kept = [tag for tag in there.tags if tag not in tags_in(there.note)]
            tags = tuple(dict.fromkeys((*kept, *tags_in(text))))
            change = ChangeAnnotation.of(there, note=text, tags=tags if tags != there.tags else None)
            self.do_and_save(change, f"Note on {words} changed.", target.draft_key)

    def _drop_draft(self, target: Target) -> None:
        begin(self, self._keep, target.draft_key, "", group="draft", alone=False)

    def action_note_copy(self) -> None:
        """Copy the whole note, whatever the disk says."""
        if self.editor is not None:
            self.app.copy_to_clipboard(self.editor.text)
            self.editor.say("sent to the terminal’s clipboard")

    async def action_note_external(self) -> None:
        """Write the note in the reader's own editor."""
        from reader.tui.outside import NotStarted, edited

        editor, target = self.editor, self._target
        if editor is None or target is None:
            return
        await self.notebook.keep_draft(target.draft_key, await editor.typed())
        try:
            editor.text = edited(self.app, editor.text)
        except NotStarted as error:
            editor.say(str(error))
        self.set_focus(editor.area)
