"""Where am I, where was I, what next: contents, articles read lately, the queue, links to articles of one's own."""

from __future__ import annotations

import os
from bisect import bisect_right
from urllib.parse import unquote

from reader.library import DocumentRow, Filter
from reader.markdown.fit import one_line
from reader.model import BlockKind
from reader.tui.screens.searching import Searching

LATER = "later"
"""The tag of articles that wait in the queue."""
RECENT = 200
WORDS_A_MINUTE = 238
"""Silent reading of English prose: Brysbaert, How many words do we read per minute? (2019)."""
_LETTERS_A_WORD = 6
"""Of English news, the space included."""


def minutes(characters: int) -> int:
    """How long reading so many characters takes, at least one minute."""
    return max(1, round(characters / _LETTERS_A_WORD / WORDS_A_MINUTE))


class Orienting(Searching):
    """A screen from which one goes elsewhere."""

    # Contents

    def action_contents_open(self) -> None:
        """Choose a heading to go to."""
        from reader.tui.screens.choosing import ChoosingScreen, Option

        document = self.view.document
        headings = [block for block in document.blocks if block.kind is BlockKind.HEADING] if document else []
        if document is None or not headings:
            self.status.say("This article has no headings.")
            return
        length = len(document.text) or 1
        options = [
            Option(
                str(block.start), document.text[block.start : block.end], f"{block.start / length:.0%}", block.level - 1
            )
            for block in headings
        ]
        here = max(0, bisect_right([block.start for block in headings], self.view.place) - 1)
        self.app.push_screen(ChoosingScreen("Contents", options, here), self._go_to_heading)

    def _go_to_heading(self, chosen: str | None) -> None:
        if chosen is not None:
            self.view.remember()
            self.view.show_place(int(chosen))

    # Articles read lately

    def action_recent_open(self) -> None:
        """Choose one of the articles read lately."""
        from reader.tui.screens.choosing import ChoosingScreen, Option

        rows = [row for id in self._desk.library.reading.recent(RECENT) if (row := self._desk.list.known(id))]
        options = [Option(row.id, row.title, _day(row)) for row in rows if not row.removed]
        if options:
            self.app.push_screen(ChoosingScreen("Read lately", options, 1), self._open_chosen)
        else:
            self.status.say("Nothing was read yet.")

    def _open_chosen(self, chosen: str | None) -> None:
        if chosen is not None:
            self.open(chosen)

    # The queue

    async def action_later_toggle(self) -> None:
        """Put the article into the queue, or take it out."""
        chosen = self.articles.chosen() if self.articles.has_focus else [self.articles.open_id]
        waiting = {id for id in chosen if (row := self._desk.list.known(id)) is not None and LATER in row.tags}
        known = [id for id in chosen if self._desk.is_listed(id)]
        if not known:
            self.status.say("This page cannot be put into the queue.")
            return
        from reader.library import SetTag

        out = known[0] in waiting
        said = await self._desk.change(known, lambda document: SetTag(document, LATER, not out))
        if said.startswith("Done"):
            what = "Taken out of the queue." if out else "In the queue: . opens the next of it."
            said = f"{what}   {self._queue_length()} waiting"
        self.articles.forget()
        self.status.say(said)

    def _queue_length(self) -> int:
        return self._desk.library.documents.count(chosen=Filter(tag=LATER))

    async def action_later_next(self) -> None:
        """Open the next article of the queue; it leaves the queue."""
        from reader.library import SetTag

        waiting = self._desk.library.documents.rows(chosen=Filter(tag=LATER), reverse=True, limit=1)
        if not waiting:
            self.status.say("The queue is empty: Q puts an article into it.")
            return
        await self._desk.change([waiting[0].id], lambda document: SetTag(document, LATER, False))
        self.open(waiting[0].id)
        self.status.say(f"From the queue; {self._queue_length()} still waiting.   u puts it back")

    # Links to articles of one's own

    def show_link(self, answer: str) -> None:
        """Show where a link leads: for one's own article, how it begins."""
        row = self._own_article(answer)
        if row is None:
            super().show_link(answer)
            return
        text = self._desk.library.documents.text(row.rowid) or ""
        self.status.say(f"Enter opens “{row.title}” {_day(row)}: {one_line(text[:300])}")

    def open_link(self, answer: str) -> None:
        """Open link number ``answer``: one's own article here, else in the browser."""
        row = self._own_article(answer)
        if row is None:
            super().open_link(answer)
        else:
            self.view.remember()
            self.open(row.id)

    def _own_article(self, answer: str) -> DocumentRow | None:
        """The article of the library that link number ``answer``, a relative one, leads to."""
        document = self.view.document
        if document is None or document.path is None or not answer.strip().isdecimal():
            return None
        number = int(answer)
        link = document.links[number - 1] if 1 <= number <= len(document.links) else ""
        target = unquote(link.partition("#")[0])
        if not target or "://" in link or link.startswith(("mailto:", "//")):
            return None
        return self._desk.library.documents.by_path(
            os.path.normpath(os.path.join(os.path.dirname(document.path), target))
        )


def _day(row: DocumentRow) -> str:
    return row.published.date.isoformat() if row.published else ""
