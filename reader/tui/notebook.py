"""What the reader has made of the open article, as the screen shows it: at once, and marked until it is on the disk.

Notes, labels and verdicts on facts are written down here, in the order in which they were made.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, Literal, TypeAlias

from reader.library import LibraryError
from reader.tui.marks import Mark

if TYPE_CHECKING:
    from reader.library import Change, ChangeAnnotation, Library
    from reader.model import Annotation, Correction, Document, Label, Placed, Span

State: TypeAlias = Literal["saving", "unsaved"]


@dataclass(slots=True)
class Pending:
    """A change that is shown but not on the disk."""

    change: Change
    state: State = "saving"
    problem: str = ""
    """Why the disk has it not, in one sentence."""


class Notebook:
    """Annotations of one document, with the changes that are still on their way to the library.

    Used on the screen's loop. It reads and writes in threads of its own: a note never waits for facts or files that
    are being read.
    """

    def __init__(self, library: Library) -> None:
        self._library = library
        self._reading = ThreadPoolExecutor(1, "notes")
        self._writing = ThreadPoolExecutor(1, "notes kept")
        self.document: Document | None = None
        self.placed: list[Placed] = []
        """The annotations that stand, those included that are not saved yet."""
        self.labels: Sequence[Label] = ()
        self.pending: list[Pending] = []
        """Changes in the order in which they were made, of any document."""
        self.on_wait: Callable[[], None] = lambda: None
        """Called on the loop when a write waits for another program."""

    def close(self) -> None:
        """Let what is being written be written."""
        from reader.tui.leaving import leave

        leave(self._reading)
        self._writing.shutdown(wait=True)

    # Reading

    async def open(self, document: Document) -> None:
        """Turn to a document: its annotations are there when this returns."""
        if self.document is None or self.document.id != document.id:
            self.placed = []
        self.document = document
        await self.reload()

    async def reload(self) -> bool:
        """Look again at what the library holds; whether that is other than what was shown."""
        document = self.document
        if document is None:
            return False
        loop = asyncio.get_running_loop()
        found, labels = await loop.run_in_executor(self._reading, partial(self._look, document))
        if self.document is not document:
            return False
        before = (self.placed, self.labels)
        self.placed, self.labels = found, labels
        for pending in self.pending:
            self._show(pending.change)
        return _facts_of(before[0]) != _facts_of(self.placed) or before[1] != self.labels

    def _look(self, document: Document) -> tuple[list[Placed], Sequence[Label]]:
        from reader.annotate.placing import placed  # not before the first screen

        return placed(self._library, document), self._library.annotations.labels()

    def generation(self) -> int:
        """A number that differs after each commit to the reader's own file, by whomever."""
        return self._library.generation()[0]

    def own_commits(self) -> int:
        """How often this program has written it."""
        return self._library.own_commits

    # What is there

    @property
    def unsaved(self) -> list[Pending]:
        """The changes that the disk refused."""
        return [pending for pending in self.pending if pending.state == "unsaved"]

    @property
    def unsaved_verdicts(self) -> list[Correction]:
        """The verdicts on facts that the disk refused, of any document."""
        return [one for pending in self.unsaved for one in _verdicts(pending.change)]

    def is_pending(self, id: str) -> bool:
        """Whether a change of this annotation is not on the disk yet."""
        return any(id == one for pending in self.pending for one in _ids(pending.change))

    def label(self, key: str) -> Label | None:
        """The label of a digit."""
        return next((label for label in self.labels if label.key == key), None)

    def on(self, span: Span, label: str) -> Placed | None:
        """The annotation with this label on exactly this span."""
        return next((one for one in self.placed if one.span == span and one.annotation.label == label), None)

    def around(self, span: Span) -> list[Placed]:
        """The annotations that touch a span, the closest fit first."""
        near = [one for one in self.placed if one.span is not None and one.span.overlaps(span)]
        return sorted(near, key=lambda one: _misfit(one.span, span))

    def of_article(self) -> Placed | None:
        """The note on the whole article, the first one made."""
        return next((one for one in self.placed if one.annotation.anchor is None and one.annotation.note), None)

    def marks(self) -> Iterable[Mark]:
        """How all of it is drawn."""
        keys = {label.name: label.key for label in self.labels}
        pending = {id for one in self.pending for id in _ids(one.change)}
        for one in self.placed:
            made = one.annotation
            if one.span is not None:
                key = keys.get(made.label, "")
                yield Mark(one.span, made.label, key, noted=bool(made.note), unsaved=made.id in pending)
        for said in self.unsaved_verdicts:
            if said.anchor is not None and self.document is not None and said.anchor.version == self.document.version:
                yield Mark(said.anchor.span, "", "", unsaved=True)

    # Changing

    def do(self, change: Change) -> Pending:
        """Show a change at once; :meth:`save` brings it to the disk."""
        pending = Pending(change)
        self.pending.append(pending)
        self._show(change)
        return pending

    async def save(self, pending: Pending) -> str:
        """Write a change down; why that failed, in a sentence, or nothing. What failed stays shown."""
        loop = asyncio.get_running_loop()
        pending.state = "saving"

        def waiting() -> None:
            loop.call_soon_threadsafe(self.on_wait)

        try:
            await loop.run_in_executor(self._writing, partial(self._library.do, pending.change, on_wait=waiting))
        except LibraryError as error:
            pending.state, pending.problem = "unsaved", str(error)
            return pending.problem
        self.pending.remove(pending)
        return ""

    async def settle(self) -> None:
        """Wait until what is on its way has arrived, or failed."""
        await asyncio.get_running_loop().run_in_executor(self._writing, _nothing)

    async def retry(self) -> str:
        """Try what the disk refused again, in order; why it failed, or nothing."""
        for pending in self.unsaved:
            if problem := await self.save(pending):
                return problem
        return ""

    async def give_up(self) -> Pending | None:
        """Drop the last change that the disk refused; None when there is none."""
        if not self.unsaved:
            return None
        last = self.unsaved[-1]
        self.pending.remove(last)
        await self.reload()
        return last

    def _show(self, change: Change) -> None:
        """What a change does to what is shown. Doing it twice does no more than once."""
        from reader.library import AddAnnotation, ChangeAnnotation, RemoveAnnotation, Several
        from reader.model import Placed

        document = self.document
        if isinstance(change, Several):
            for one in change.changes:
                self._show(one)
        elif isinstance(change, AddAnnotation) and document is not None and change.document == document.id:
            made = change.annotation
            if not any(one.annotation.id == made.id for one in self.placed):
                self.placed.append(Placed(made, made.anchor.span if made.anchor is not None else None))
        elif isinstance(change, RemoveAnnotation) and change.on:
            self.placed = [one for one in self.placed if one.annotation.id != change.id]
        elif isinstance(change, ChangeAnnotation):
            self.placed = [
                replace(one, annotation=changed(one.annotation, change)) if one.annotation.id == change.id else one
                for one in self.placed
            ]

    # Drafts

    async def keep_draft(self, key: str, text: str) -> str:
        """Keep what is being written; why that failed, or nothing."""
        loop = asyncio.get_running_loop()
        try:
            await loop.run_in_executor(self._writing, partial(self._library.annotations.set_draft, key, text))
        except LibraryError as error:
            return str(error)
        return ""

    def keep_draft_later(self, key: str, text: str) -> None:
        """The same without waiting, for when the screen goes; the library is closed only after it."""
        self._writing.submit(self._library.annotations.set_draft, key, text)

    def drafts(self, prefix: str) -> dict[str, str]:
        """Drafts whose key begins so, the latest first."""
        return self._library.annotations.drafts(prefix)

    def draft(self, key: str) -> str | None:
        """One draft; None where there is none."""
        return self._library.annotations.draft(key)


def _nothing() -> None:
    """Only to know that all before it is done."""


def changed(annotation: Annotation, change: ChangeAnnotation) -> Annotation:
    """An annotation after a change of it."""
    return replace(
        annotation,
        label=annotation.label if change.label is None else change.label,
        note=annotation.note if change.note is None else change.note,
        tags=annotation.tags if change.tags is None else change.tags,
        anchor=annotation.anchor if change.anchor is None else change.anchor,
        changed=change.changed,
    )


def _ids(change: Change) -> list[str]:
    """Ids of the annotations that a change is about."""
    from reader.library import AddAnnotation, ChangeAnnotation, RemoveAnnotation, Several

    if isinstance(change, Several):
        return [id for one in change.changes for id in _ids(one)]
    if isinstance(change, AddAnnotation):
        return [change.annotation.id]
    return [change.id] if isinstance(change, ChangeAnnotation | RemoveAnnotation) else []


def _verdicts(change: Change) -> list[Correction]:
    """The verdicts that a change gives."""
    from reader.library import AddCorrection, Several

    if isinstance(change, Several):
        return [said for one in change.changes for said in _verdicts(one)]
    return [change.correction] if isinstance(change, AddCorrection) else []


def _facts_of(placed: Sequence[Placed]) -> set[tuple[str, str, Span | None]]:
    return {(one.annotation.id, one.annotation.changed, one.span) for one in placed}


def _misfit(own: Span | None, span: Span) -> tuple[int, int]:
    """How far an annotation is from a span: nothing where they are the same, then the shortest around it."""
    if own is None or own == span:
        return 0, 0
    if own.covers(span):
        return 1, len(own)
    return 2, len(own)
