"""Labels on words: put on and taken off by a digit, drawn at once, saved when the disk has them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.markdown.fit import one_line
from reader.model import Document, Span
from reader.tui.background import begin
from reader.tui.screens.selecting import Selecting
from reader.tui.widgets.article_list import ArticleList

if TYPE_CHECKING:
    from reader.library import Change
    from reader.model import Placed
    from reader.tui.desk import Desk
    from reader.tui.notebook import Notebook, Pending
    from reader.tui.widgets.prompt import Prompt

HIGHLIGHT = "highlight"
"""Name of the label that marks without saying anything."""
LOOK_EVERY = 1.0
"""Seconds between two looks at whether another program has written notes."""
SHOWN = 40
"""Code points of a quotation in the status line."""


class Annotating(Selecting):
    """A screen on whose article labels are put."""

    _desk: Desk
    _seen_generation = -1
    _own_commits = 0
    _warned = False
    """Whether the reader was told that something is not saved when about to leave."""

    @property
    def notebook(self) -> Notebook:
        """What has been made of the open article."""
        return self._desk.notebook

    # The annotations of the open article

    def begin_annotating(self) -> None:
        """Watch for what others write; once the screen is there."""
        self.notebook.on_wait = lambda: self.status.say("Another program is writing notes; yours waits its turn …")
        self.set_interval(LOOK_EVERY, self._look_for_others)

    def bring_notes(self, document: Document) -> None:
        """Bring the annotations of a document once they are there; the text does not move."""
        begin(self, self._bring_notes, document, group="notes")

    async def _bring_notes(self, document: Document) -> None:
        await self.notebook.open(document)
        self.show_notes()

    def show_notes(self) -> None:
        """Draw what the notebook holds."""
        document, notebook = self.view.document, self.notebook
        if document is None or notebook.document is None or notebook.document.version != document.version:
            return
        self.view.set_label_colours({label.name: label.colour for label in notebook.labels})
        self.view.set_marks(notebook.marks())
        self._say_where()

    async def refresh_notes(self) -> None:
        """Look again at what the library holds, after an undo or another program's writing."""
        if await self.notebook.reload():
            self.show_notes()

    async def _look_for_others(self) -> None:
        generation = self.notebook.generation()
        if generation == self._seen_generation or any(one.state == "saving" for one in self.notebook.pending):
            return
        first = self._seen_generation < 0
        own, self._own_commits = self._own_commits, self.notebook.own_commits()
        self._seen_generation = generation
        if not first and await self.notebook.reload():
            self.show_notes()
            if own == self._own_commits:
                self.status.say("Notes that another program wrote are shown.")

    def can_annotate(self) -> Document | None:
        """The open article; None, with the reason in the foot, where nothing can be kept about it."""
        document = self.view.document
        if document is None or not self._desk.is_listed(document.id):
            self.status.say("This page is not in your library: nothing can be kept about it.")
            return None
        if document.transient:
            self.status.say("This article could only be opened as a stand-in: it cannot be annotated.")
            return None
        return document

    # Doing and saving

    def do_and_save(self, change: Change, done: str, draft: str = "") -> None:
        """Show a change at once and save it.

        :param done: says what was done, once it is on the disk.
        :param draft: key of the draft that is needed no longer then.
        """
        pending = self.notebook.do(change)
        if self.view.caret is not None:
            self.view.set_caret(self.view.caret.done(), reveal=False)
        self.show_notes()
        self.status.say(f"{done}  saving …")
        begin(self, self._save, pending, done, draft, group="annotate", alone=False)

    async def _save(self, pending: Pending, done: str, draft: str) -> None:
        problem = await self.notebook.save(pending)
        self.show_notes()
        if problem:
            self.status.say(f"NOT SAVED, but kept on the screen: {problem}   Ctrl+s tries again")
        else:
            self._warned = False
            self.status.say(f"{done}  Saved; u takes it back.")
            if draft:
                await self.notebook.keep_draft(draft, "")

    async def action_unsaved_retry(self) -> None:
        """Try to save again what the disk refused."""
        count = len(self.notebook.unsaved)
        if not count:
            self.status.say("All that you made is saved.")
            return
        problem = await self.notebook.retry()
        self.show_notes()
        left = len(self.notebook.unsaved)
        self.status.say(f"{left} still not saved: {problem}" if problem else f"{count} saved.")

    def may_leave(self) -> bool:
        """Whether nothing would be lost by leaving; else it is told once, and the next time it may."""
        count = len(self.notebook.pending)
        if not count or self._warned:
            return True
        self._warned = True
        self.status.say(f"{count} not saved! Ctrl+s tries again, m then Ctrl+o copies a note, q leaves without.")
        return False

    # Labels

    def target(self) -> Span | None:
        """What keys act on, without white space at its ends."""
        document, span = self.view.document, self.current_span()
        if document is None or span is None:
            return None
        words = span.of(document.text)
        start = span.start + len(words) - len(words.lstrip())
        words = words.strip()
        return Span(start, start + len(words)) if words else None

    def action_label_put(self, key: str = "") -> None:
        """Put the label of a digit on the current thing, or take it off again."""
        label = self.notebook.label(key)
        if label is None:
            known = ", ".join(f"{one.key} {one.name}" for one in self.notebook.labels if one.key)
            self.status.say(f"No label has the key {key}: {known}" if key else f"Press a digit: {known}")
            return
        self._toggle(label.name, self.target())

    async def action_highlight_put(self) -> None:
        """Highlight what is selected, else the sentence around the current thing; or take it off again."""
        span = self.view.selected_span
        if span is None and (here := self.target()) is not None:
            span = self.sentence_at(here.start)
        self._toggle(HIGHLIGHT, span)

    def _toggle(self, label: str, span: Span | None) -> None:
        from reader.library import AddAnnotation, ChangeAnnotation, RemoveAnnotation
        from reader.model import Anchor, Annotation

        document = self.can_annotate()
        if document is None:
            return
        if span is None:
            self.status.say("There are no words here to label.")
            return
        words = self._short(span)
        there = self.notebook.on(span, label)
        if there is None:
            anchor = Anchor.of(document.text, span, document.version)
            change = AddAnnotation(Annotation(id="", document=document.id, anchor=anchor, label=label))
            self.do_and_save(change, f"{label}: {words}.")
        elif there.annotation.note:
            self.do_and_save(ChangeAnnotation.of(there.annotation, label=""), f"{label} taken off; the note stays.")
        else:
            self.do_and_save(RemoveAnnotation.of(there.annotation), f"{label} taken off {words}.")

    def _short(self, span: Span | None) -> str:
        document = self.view.document
        if document is None or span is None:
            return "the article"
        words = one_line(span.of(document.text[: span.start + 4 * SHOWN + len(span)])[: 4 * SHOWN]).strip()
        return f"“{words if len(words) <= SHOWN else words[: SHOWN - 1].rstrip() + '…'}”"

    # The annotation here

    def annotation_here(self) -> Placed | None:
        """The annotation that the current thing is, or the closest one around or in it."""
        span = self.target()
        return next(iter(self.notebook.around(span)), None) if span is not None else None

    def action_annotation_remove(self) -> None:
        """Delete the annotation here; it is kept and can be restored."""
        from reader.library import RemoveAnnotation

        here = self.annotation_here()
        if here is None:
            self.status.say("There is no note or label here: > goes to the next one.")
            return
        what = here.annotation.label or "note"
        self.do_and_save(RemoveAnnotation.of(here.annotation), f"{what} on {self._short(here.span)} deleted.")

    def action_annotation_next(self) -> None:
        """To the next note or label."""
        self._to_annotation(1)

    def action_annotation_previous(self) -> None:
        """To the note or label before."""
        self._to_annotation(-1)

    def _to_annotation(self, step: int) -> None:
        view = self.view
        spans = sorted({mark.span for mark in view.marks.all})
        if not spans:
            self.status.say("Nothing is labelled or noted in this article yet.")
            return
        visible = view.visible_span
        if view.current is not None and visible.overlaps(view.current):
            after = [span for span in spans if (span > view.current if step > 0 else span < view.current)]
        else:
            after = [span for span in spans if (span.start >= visible.start if step > 0 else span.end <= visible.end)]
        span = (after or spans)[0 if step > 0 else -1]
        view.remember()
        view.set_current(span, next((fact for fact in view.facts if fact.span == span), None))

    def written_here(self) -> list[str]:
        """What was made of the current thing or the selection: labels and the first words of a note."""
        span = self.view.selected_span or (self.current_span() if self.view.shows_caret else self.view.current)
        parts = []
        for one in self.notebook.around(span) if span is not None else ():
            made = one.annotation
            state = " (not saved)" if self.notebook.is_pending(made.id) else ""
            state += " (moved)" if one.state == "moved" else ""
            note = f": {one_line(made.note)}" if made.note else ""
            parts.append(f"[{made.label or 'note'}{state}]{note}" + "".join(f" #{tag}" for tag in made.tags))
        return parts

    # Tags

    def action_tag_put(self) -> None:
        """Ask for a tag of the article."""
        document = self.can_annotate()
        row = self._desk.list.known(document.id) if document is not None else None
        if row is not None:
            now = " ".join(f"#{tag}" for tag in row.tags)
            self.prompt.ask("tag article", "tag", placeholder=f"name, or -name to take it off   {now}")

    def action_passage_tag(self) -> None:
        """Ask for a tag of what is selected."""
        if self.can_annotate() is not None and self.target() is not None:
            here = self.annotation_here()
            now = " ".join(f"#{tag}" for tag in here.annotation.tags) if here is not None else ""
            self.prompt.ask("tag passage", "tag", placeholder=f"name, or -name to take it off   {now}")

    def on_prompt_answered(self, event: Prompt.Answered) -> None:
        off = event.value.strip().startswith("-")
        name = event.value.strip().removeprefix("-").strip().removeprefix("#").strip()
        if event.purpose not in ("tag article", "tag passage") or not name:
            return
        if event.purpose == "tag article":
            begin(self, self._tag_article, name, off, group="tag")
        else:
            self._tag_passage(name, off)

    async def _tag_article(self, name: str, off: bool) -> None:
        if (document := self.view.document) is not None:
            from reader.library import SetTag

            self.status.say(await self._desk.do(SetTag(document.id, name, not off)))
            self.query_one("#list", ArticleList).forget()

    def _tag_passage(self, name: str, off: bool) -> None:
        from reader.library import AddAnnotation, ChangeAnnotation
        from reader.model import Anchor, Annotation

        document, span = self.can_annotate(), self.target()
        if document is None or span is None:
            return
        here = next((one for one in self.notebook.around(span) if one.span == span), None)
        if here is not None:
            tags = tuple(tag for tag in here.annotation.tags if tag != name) + (() if off else (name,))
            self.do_and_save(
                ChangeAnnotation.of(here.annotation, tags=tags), f"#{name} {'taken off' if off else 'put on'}."
            )
        elif not off:
            anchor = Anchor.of(document.text, span, document.version)
            made = Annotation(id="", document=document.id, anchor=anchor, label=HIGHLIGHT, tags=(name,))
            self.do_and_save(AddAnnotation(made), f"#{name} on {self._short(span)}.")
