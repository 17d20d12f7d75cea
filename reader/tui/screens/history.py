"""The history of what the reader did, with what undo would take back, and a way back to any point of it."""

from __future__ import annotations

import datetime as dt
from functools import partial
from typing import TYPE_CHECKING

from reader.library import Change, Several
from reader.tui.background import begin
from reader.tui.clock import moment_words
from reader.tui.screens.sheet import Sheet
from reader.tui.widgets.history_list import Done, HistoryList

if TYPE_CHECKING:
    from reader.library.journal import Entry
    from reader.tui.desk import Desk
    from reader.tui.widgets.choice import Choice
    from reader.tui.widgets.row_list import RowList

PAGE = 300
"""Actions read at a time."""


def documents_of(change: Change) -> set[str]:
    """Ids of the documents that a change is about."""
    if isinstance(change, Several):
        return set().union(*(documents_of(one) for one in change.changes))
    document = getattr(change, "document", "")
    return {document} if document else set()


class HistoryScreen(Sheet[None]):
    """The journal, the latest first."""

    MODE = "history"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._target = 0

    def make_list(self) -> RowList:
        return HistoryList(id="rows")

    @property
    def past(self) -> HistoryList:
        """The list."""
        return self.query_one(HistoryList)

    async def fill(self) -> None:
        await self._read(None)

    async def _read(self, before: int | None) -> None:
        found = await self._desk.in_reading(partial(self._page, before))
        self.past.set_done(found, len(found) == PAGE, add=before is not None)
        done = self.past.done
        at = self.past.next_undo
        more = "+" if self.past.more else ""
        number = "1 action" if len(done) == 1 else f"{len(done):,}{more} actions"
        self.head(f" History · {number}" + (f" · u takes back: {done[at].title}" if at is not None else ""))

    def _page(self, before: int | None) -> list[Done]:
        library = self._desk.library
        now = dt.datetime.now(dt.UTC)
        titles: dict[str, str] = {}

        def told(entry: Entry, stands: bool) -> Done:
            documents = documents_of(entry.change)
            article = ""
            if len(documents) == 1:
                (document,) = documents
                if document not in titles:
                    row = library.documents.row(document)
                    titles[document] = row.title if row is not None else ""
                article = titles[document]
            elif documents:
                article = f"{len(documents)} articles"
            return Done(entry.seq, moment_words(entry.time, now), entry.title, article, stands)

        return [told(entry, stands) for entry, stands in library.journal.history(before=before, limit=PAGE)]

    def on_history_list_more_wanted(self, event: HistoryList.MoreWanted) -> None:
        begin(self, self._read, self.past.done[-1].seq, group="fill")

    # Back to a point

    def action_history_go(self) -> None:
        """Take back, or do again, all down or up to the row under the cursor."""
        done, at = self.past.done, self.past.cursor
        if at >= len(done):
            return
        self._target = done[at].seq
        if done[at].stands:
            count = sum(one.stands for one in done[: at + 1])
            what = f"Take back {count} actions, down to this one?" if count > 1 else f"Take back: {done[at].title}?"
        else:
            count = sum(not one.stands for one in done[at:])
            what = f"Do {count} actions again, up to this one?" if count > 1 else f"Do again: {done[at].title}?"
        self.choice.ask("walk", what, {"y": "yes"})

    async def on_choice_made(self, event: Choice.Made) -> None:
        done = next((one for one in self.past.done if one.seq == self._target), None)
        if done is None:
            return
        number, error = await self._desk.walk_to(done.seq, undo=done.stands)
        actions = "1 action" if number == 1 else f"{number} actions"
        other = "Ctrl+r does them again" if done.stands else "u takes them back"
        await self.do(error or f"{actions} {'taken back' if done.stands else 'done again'}.   {other}")

    def on_row_list_chosen(self, event: RowList.Chosen) -> None:
        self.action_history_go()
