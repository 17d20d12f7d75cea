"""What a person does to the articles of the list: filter, sort, group, mark, star, tag, remove."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import TYPE_CHECKING

from reader.tui.background import begin
from reader.tui.screens.finding import FindingScreen
from reader.tui.widgets.article_list import ArticleList

if TYPE_CHECKING:
    from reader.library import Change
    from reader.tui.branches import FolderLine
    from reader.tui.desk import Desk
    from reader.tui.widgets.prompt import Prompt


FILTER_PAUSE = 0.06
"""Seconds after a key until the list is filtered."""
COUNT_EVERY = 1.0
"""Seconds between two looks at whether the saved searches are to be counted."""


class Shelving(FindingScreen):
    """A screen with a list of articles (``#list``)."""

    _desk: Desk

    @property
    def articles(self) -> ArticleList:
        """The list pane."""
        return self.query_one("#list", ArticleList)

    def show_list(self, article: int | None = None) -> None:
        """Draw the list as it is now, the cursor on ``article`` when given."""
        listed = self._desk.list
        if listed.filter:
            self.articles.words_when_empty = "Nothing here passes the filter."
        elif self._desk.settled:
            self.articles.words_when_empty = "No articles."
        self.articles.set_source(listed.count, listed.rows, article, listed.headings(), listed.folders)

    # Folders: saved searches and feeds

    def watch_searches(self) -> None:
        """Keep the numbers of the saved searches up to what is in the library from now on."""
        self.set_interval(COUNT_EVERY, self._count_searches)

    def _count_searches(self) -> None:
        if self._desk.may_count_saved:
            begin(self, self._searches_counted, group="searches", alone=False)

    async def _searches_counted(self) -> None:
        if await self._desk.count_saved() and self.is_mounted:
            self.articles.forget()

    async def on_article_list_folder_chosen(self, event: ArticleList.FolderChosen) -> None:
        """Into a folder, or out of it."""
        await self.enter(event.folder)

    async def enter(self, line: FolderLine) -> None:
        """List what is in a folder, or all again; the cursor goes to the first article, or to where it came from."""
        listed = self._desk.list
        if line.kind == "back":
            left = listed.folder
            listed.leave()
            self.show_list()
            if left is not None:
                self.articles.go_to_folder(left.key)
            return
        found = await self._desk.found(line.query) if line.kind == "search" else ()
        listed.enter(line, found)
        self.show_list(0 if listed.count else None)

    async def remove_folder(self, line: FolderLine) -> None:
        """Forget a saved search; a screen with feeds knows more kinds of folders."""
        if line.kind == "search":
            from reader.library import ForgetSearch

            self.status.say(await self._desk.do(ForgetSearch(line.key)))
            self.show_list()

    # Choosing what is listed

    def action_list_filter(self) -> None:
        """Ask what the titles should hold."""
        placeholder = "words of the title, is:unread, is:starred, is:removed, tag:, source:, month:2021-12"
        self.prompt.ask("filter", "filter", self._desk.list.filter, placeholder)

    def on_prompt_changed(self, event: Prompt.Changed) -> None:
        if event.purpose == "filter":
            begin(self, self._filter_soon, event.value, group="filter")

    def on_prompt_left(self, event: Prompt.Left) -> None:
        if event.purpose == "filter":
            begin(self, self._filter_soon, "", group="filter")

    async def _filter_soon(self, text: str) -> None:
        """Filter once the typing pauses; the titles of a large library are looked through off the screen's loop."""
        await asyncio.sleep(FILTER_PAUSE)
        await self._desk.filter_list(text)
        self.show_list(0)

    def _filter(self, text: str) -> None:
        self._desk.list.filter = text
        self.show_list(self._desk.list.index_of(self.articles.open_id) or 0)

    def stop_choosing(self) -> None:
        """Take marks and filter away."""
        self.articles.marked.clear()
        self._filter("")

    async def action_list_sort(self) -> None:
        """The next order."""
        order = self._desk.list.next_sort()
        await self._desk.warm_list(self.articles.open_id)
        self.show_list(self._desk.list.index_of(self.articles.open_id) or 0)
        self.status.say(f"Sorted by {order}.")

    async def action_list_group(self) -> None:
        """The next grouping."""
        kind = self._desk.list.next_group()
        await self._desk.warm_list(self.articles.open_id)
        self.show_list(self._desk.list.index_of(self.articles.open_id) or 0)
        self.status.say(f"Grouped by {kind}.")

    async def action_list_refresh(self) -> None:
        """Look for new and changed files."""
        self.status.say("Looking for new and changed files …")
        await self._desk.refresh()
        self.status.say("The list is up to date.")

    # Changing articles

    async def action_row_read(self) -> None:
        """Read, or unread again."""
        from reader.library import SetRead

        unread = self._is("unread")
        await self._change(lambda document: SetRead(document, unread))

    async def action_row_star(self) -> None:
        """Star, or take the star away."""
        from reader.library import SetStarred

        starred = self._is("starred")
        await self._change(lambda document: SetStarred(document, not starred))

    async def action_row_remove(self) -> None:
        """Remove from the library's lists, or restore; on a folder, forget the search."""
        from reader.library import SetRemoved

        if self.articles.folder is not None:
            await self.remove_folder(self.articles.folder)
            return
        removed = self._is("removed")
        at = self.articles.at
        await self._change(lambda document: SetRemoved(document, not removed))
        self.articles.marked.clear()
        self.show_list(at)

    def action_row_tag(self) -> None:
        """Ask for a tag."""
        if self.articles.chosen():
            known = " ".join(f"#{tag}" for tag, _ in self._desk.library.documents.tags()[:8])
            self.prompt.ask("tag", "tag", placeholder=f"name, or -name to take it off   {known}")

    async def tag(self, answer: str) -> None:
        """Put the tag on, or with a minus before it, off."""
        from reader.library import SetTag

        off = answer.strip().startswith("-")
        name = answer.strip().removeprefix("-").strip()
        if name.removeprefix("#").strip():
            await self._change(lambda document: SetTag(document, name, not off))

    def _is(self, state: str) -> bool:
        """Whether the first of the chosen articles is in a state; all of them then become the other."""
        chosen = self.articles.chosen()
        row = self._desk.list.known(chosen[0]) if chosen else None
        return bool(row is not None and getattr(row, state))

    async def _change(self, make: Callable[[str], Change]) -> None:
        self.status.say(await self._desk.change(self.articles.chosen(), make))
        self.articles.forget()
