"""All notes and labels: of the article, of the library, or of what a search finds."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Literal, TypeAlias

from reader.library import AnnotationSort, ChangeAnnotation, RemoveAnnotation
from reader.tui.background import begin
from reader.tui.noted_rows import SORTS, chosen_by, noted_rows
from reader.tui.screens.sheet import Sheet
from reader.tui.widgets.noted_list import PAGE, Moments, NotedList

if TYPE_CHECKING:
    from reader.model import Annotation, Document
    from reader.tui.desk import Desk
    from reader.tui.widgets.prompt import Prompt
    from reader.tui.widgets.row_list import RowList

Wish: TypeAlias = Literal["go", "edit", "place"]
Of: TypeAlias = Literal["article", "library", "search"]
FILTER_PAUSE = 0.06
"""Seconds after a key until the list is filtered."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the reader wants to do in the article with an annotation."""

    annotation: Annotation
    wish: Wish


class AnnotationsScreen(Sheet[Wanted | None]):
    """Gives what to go on with in the article, or None."""

    MODE = "annotations"

    def __init__(self, desk: Desk, document: Document | None, of: Of = "article") -> None:
        """:param document: the article that is open."""
        super().__init__(desk)
        self._document = document
        self._of: Of = of if document is not None else "library"
        self._query = ""
        self._found: list[str] = []
        self._filter = ""
        self._deleted = False
        self._sort = AnnotationSort.PLACE
        self._settled = False

    def make_list(self) -> RowList:
        return NotedList(id="rows")

    @property
    def noted(self) -> NotedList:
        """The list."""
        return self.query_one(NotedList)

    # What is listed

    def _documents(self) -> list[str] | None:
        if self._of == "article" and self._document is not None:
            return [self._document.id]
        return self._found if self._of == "search" else None

    async def fill(self) -> None:
        if self._of != "article":
            begin(self, self._find_lost, group="lost")
        annotations, library = self._desk.library.annotations, self._desk.library
        chosen = chosen_by(self._filter, self._documents(), removed=self._deleted)
        cursor = self.noted.cursor
        count = await self._desk.in_reading(partial(annotations.count, chosen))
        cursor = max(0, min(cursor, count - 1))
        start = cursor // PAGE * PAGE
        first = await self._desk.in_reading(partial(noted_rows, library, chosen, self._sort, start, PAGE))
        if not self.is_mounted:
            return
        moments: dict[AnnotationSort, Moments] = {AnnotationSort.CHANGED: "changed", AnnotationSort.CREATED: "created"}
        self.noted.moments = moments.get(self._sort)
        self.noted.in_one_article = self._of == "article"
        self.noted.set_source(count, first, self._nothing(), cursor)
        where = {
            "article": f"this article: {self._document.title if self._document else ''}",
            "library": "the library",
            "search": f"articles found by “{self._query}”",
        }[self._of]
        kind = "deleted annotation" if self._deleted or chosen.removed else "annotation"
        number = f"{count:,} {kind}{'' if count == 1 else 's'}"
        narrowed = f" · /{self._filter}" if self._filter else ""
        self.head(f" {number} of {where} · by {SORTS[self._sort]}{narrowed}")

    async def _find_lost(self) -> None:
        """Look for the places of all annotations of articles that have changed, so that the lost ones are known."""
        from reader.annotate.placing import settle

        if not self._settled:
            self._settled = True
            await asyncio.to_thread(settle, self._desk.library)
            if self.is_mounted:
                self.refill()

    def _nothing(self) -> str:
        if self._filter:
            return "Nothing here passes the filter."
        if self._deleted:
            return "Nothing was deleted here."
        return "Nothing is annotated here yet: v selects words, a digit labels them, m writes a note."

    async def on_noted_list_page_wanted(self, event: NotedList.PageWanted) -> None:
        begin(self, self._bring, event.offset, group="page", alone=False)

    async def _bring(self, offset: int) -> None:
        chosen = chosen_by(self._filter, self._documents(), removed=self._deleted)
        read = partial(noted_rows, self._desk.library, chosen, self._sort, offset, PAGE)
        rows = await self._desk.in_reading(read)
        if self.is_mounted:
            self.noted.put(offset, rows)

    def action_annotations_scope(self) -> None:
        """Of the article, of the library, of a search."""
        order: list[Of] = ["article", "library", "search"] if self._document is not None else ["library", "search"]
        self._of = order[(order.index(self._of) + 1) % len(order)]
        if self._of == "search":
            self.prompt.ask("query", "annotations of articles found by", self._query, "words, actor:, tag:, on: …")
        else:
            self._show_from_top()

    def action_annotations_sort(self) -> None:
        """The next order."""
        orders = list(SORTS)
        self._sort = orders[(orders.index(self._sort) + 1) % len(orders)]
        self._show_from_top()

    def action_annotations_deleted(self) -> None:
        """The deleted ones, or those that stand."""
        self._deleted = not self._deleted
        self._show_from_top()

    def action_annotations_filter(self) -> None:
        """Ask what they should hold."""
        placeholder = "words, label:claim, is:orphan, is:noted, is:bare, is:deleted"
        self.prompt.ask("filter", "filter", self._filter, placeholder)

    def _show_from_top(self) -> None:
        self.noted.move_to(0)
        self.refill()

    def on_prompt_changed(self, event: Prompt.Changed) -> None:
        if event.purpose == "filter":
            begin(self, self._filter_soon, event.value, group="fill")

    async def _filter_soon(self, text: str) -> None:
        await asyncio.sleep(FILTER_PAUSE)
        self._filter = text
        self.noted.move_to(0)
        await self.fill()

    async def on_prompt_answered(self, event: Prompt.Answered) -> None:
        self.leave_prompt()
        if event.purpose == "query":
            self._query = event.value.strip()
            self._found = await self._desk.found(self._query) if self._query else []
            self._show_from_top()
        elif event.purpose == "filter":
            self._filter = event.value
            self._show_from_top()
        elif event.purpose == "tag":
            await self._tag(event.value)

    def on_prompt_left(self, event: Prompt.Left) -> None:
        super().on_prompt_left(event)
        if event.purpose == "filter":
            self._filter = ""
            self._show_from_top()
        elif event.purpose == "query" and not self._found:
            self._of = "library"
            self._show_from_top()

    # What is done to one

    async def _wish(self, wish: Wish) -> None:
        await self.filled()
        chosen = self.noted.chosen
        if chosen is None:
            self.status.say("There is no annotation here.")
        elif chosen.annotation.removed:
            self.status.say("It was deleted: D restores it.")
        elif wish == "place" and chosen.state == "exact":
            self.status.say("It has its place: Enter goes there.")
        elif self._desk.library.documents.row(chosen.annotation.document) is None:
            self.status.say("Its article is no longer in the library; the annotation is kept.")
        else:
            self.dismiss(Wanted(chosen.annotation, wish))

    async def on_row_list_chosen(self, event: RowList.Chosen) -> None:
        await self._wish("go")

    async def action_noted_edit(self) -> None:
        """To its place, with its note open for writing."""
        await self._wish("edit")

    async def action_noted_place(self) -> None:
        """Choose a place for one that lost its own."""
        await self._wish("place")

    async def action_noted_remove(self) -> None:
        """Delete, or restore a deleted one."""
        await self.filled()
        chosen = self.noted.chosen
        if chosen is not None:
            made = chosen.annotation
            await self.do(await self._desk.do(RemoveAnnotation.of(made, not made.removed)))

    async def action_noted_relabel(self, digit: str) -> None:
        """Give it the label of a digit."""
        await self.filled()
        chosen = self.noted.chosen
        labels = await self._desk.in_reading(self._desk.library.annotations.labels)
        label = next((one for one in labels if one.key == digit), None)
        if label is None:
            self.status.say(f"No label has the key {digit}: Ctrl+l shows the labels.")
        elif chosen is not None:
            await self.do(await self._desk.do(ChangeAnnotation.of(chosen.annotation, label=label.name)))

    async def action_noted_tag(self) -> None:
        """Ask for a tag."""
        await self.filled()
        if self.noted.chosen is not None:
            self.prompt.ask("tag", "tag", "", "name, or -name to take it off")

    async def _tag(self, answer: str) -> None:
        chosen = self.noted.chosen
        name = answer.strip().removeprefix("-").strip().removeprefix("#")
        if chosen is None or not name:
            return
        tags = tuple(tag for tag in chosen.annotation.tags if tag != name)
        tags = tags if answer.strip().startswith("-") else (*tags, name)
        await self.do(await self._desk.do(ChangeAnnotation.of(chosen.annotation, tags=tags)))

    async def action_noted_copy(self) -> None:
        """Copy its words and its note."""
        await self.filled()
        chosen = self.noted.chosen
        if chosen is not None:
            made = chosen.annotation
            words = "\n".join(filter(None, (made.anchor.quote if made.anchor else "", made.note)))
            self.app.copy_to_clipboard(words)
            self.status.say(f"Sent {len(words)} characters to the terminal’s clipboard; not every terminal takes them.")
