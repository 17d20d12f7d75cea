"""What a person does with feeds: follow, refresh, name, move, pause and leave them, and go on through the unread."""

from __future__ import annotations

import time
from collections.abc import Sequence
from typing import TYPE_CHECKING

from reader.model.address import shown
from reader.tui.background import begin
from reader.tui.branches import FEEDS, FolderLine
from reader.tui.comparing import signs
from reader.tui.screens.copying import Copying
from reader.tui.screens.shelving import Shelving

if TYPE_CHECKING:
    from reader.library.feeds import FollowedFeed
    from reader.model import Document
    from reader.tui.configuring import ConfiguredApp
    from reader.tui.widgets.prompt import Prompt
    from reader.tui.widgets.row_list import RowList

LOOK_EVERY, FIRST_LOOK = 20.0, 1.5
"""Seconds between two looks at the clock, and until the first: what is opened comes before what is fetched."""
_SAID = {
    "never": "The pages of summaries are not fetched.",
    "opened": "The page of a summary is fetched when you open it.",
    "always": "The pages of summaries are fetched with the feed.",
}
FEED_PURPOSES = ("follow", "feed-name", "feed-folder", "feed-tags")
"""Of the prompts that ask about feeds."""
TOP = 400
"""Code points from the start within which a text may be changed for a longer one without anybody losing the place."""


class Following(Shelving, Copying):
    """A screen whose list holds feeds."""

    others = 0
    """How many other articles tell the story of the open one."""
    changed: Sequence[str] = ()
    """What the line at the foot says of former headlines and addresses of the open article."""

    def watch_feeds(self) -> None:
        """Fetch what is due every so many minutes from now on."""
        self.set_interval(LOOK_EVERY, self._look_at_clock)
        self.set_timer(FIRST_LOOK, self._look_at_clock)

    def _look_at_clock(self) -> None:
        app: ConfiguredApp = self.app  # type: ignore[assignment]  # every application of ours is one
        minutes = 0 if self._desk.library.read_only else app.config.number("feeds.every")
        due = not self._desk.refreshed or time.monotonic() - self._desk.refreshed >= 60 * minutes
        if minutes and due and not self._desk.is_fetching and self._desk.list.followed():
            # A feed answers some seconds after it is asked for: a sixth less, and it is due the next time.
            begin(self, self._refresh, None, True, int(50 * minutes), group="feeds", alone=False)

    async def _refresh(self, feeds: tuple[str, ...] | None, quiet: bool = False, fresh: int | None = None) -> None:
        said = await self._desk.refresh_feeds(feeds, quiet=quiet, fresh=fresh)
        if not quiet:
            self.status.say(said)

    async def action_list_refresh(self) -> None:
        """The feed or folder under the cursor or entered; else all feeds, and files."""
        line = self.articles.folder or self._desk.list.folder
        if line is not None and line.kind == "back":
            line = self._desk.list.folder
        feeds = line.feeds if line is not None and line.kind in ("feed", "folder", "feeds") else None
        if feeds is None:
            followed = self._desk.list.followed()
            if not followed:
                await super().action_list_refresh()
                return
            await self._desk.refresh()
            feeds = tuple(one.feed.id for one in followed if not one.feed.paused)
        self.status.say(f"Fetching {len(feeds):,} feed{'' if len(feeds) == 1 else 's'} …   Esc stops")
        begin(self, self._refresh, feeds, group="feeds", alone=False)

    # The tree

    def action_branch_open(self) -> None:
        """Show what is in the folder."""
        self._branch(True)

    def action_branch_close(self) -> None:
        """Hide it."""
        self._branch(False)

    def _branch(self, opened: bool) -> None:
        line = self.articles.folder
        listed = self._desk.list
        if line is None or line.open is None:
            if line is not None and line.kind == "feed" and not opened and listed.folder is None:
                self._close_around(line)
            return
        (listed.opened.add if opened else listed.opened.discard)(line.key)
        self._desk.set_habit("branches", "\n".join(sorted(listed.opened)))
        self.show_list()

    def _close_around(self, line: FolderLine) -> None:
        """Close the branch that a feed stands in, and stand on it."""
        held = next((one for one in self._desk.list.followed() if one.feed.id == line.key), None)
        key = f"folder:{held.feed.folder}" if held is not None and held.feed.folder else "feeds"
        self._desk.list.opened.discard(key)
        self.show_list()
        self.articles.go_to_folder(key)

    def on_row_list_moved(self, event: RowList.Moved) -> None:
        """Say all of what is wrong with the feed under the cursor."""
        line = self.articles.folder_on(event.index) if event.rows is self.articles else None
        if line is not None and line.trouble:
            self.status.say(f"{line.name}: {line.trouble}")

    # Changing feeds

    def _feed(self) -> FollowedFeed | None:
        """The feed under the cursor, or the one entered."""
        line = self.articles.folder or self._desk.list.folder
        if line is not None and line.kind == "back":
            line = self._desk.list.folder
        if line is None or line.kind != "feed":
            self.status.say("Stand on a feed for this.")
            return None
        return next((one for one in self._desk.list.followed() if one.feed.id == line.key), None)

    def action_feed_follow(self) -> None:
        """Ask for an address."""
        self.prompt.ask("follow", "follow", placeholder="address of a feed, a site or a page")

    def action_feed_rename(self) -> None:
        """Ask for a name."""
        if (one := self._feed()) is not None:
            self.prompt.ask("feed-name", "name", one.name, "empty: as the feed calls itself")

    def action_feed_move(self) -> None:
        """Ask for a folder."""
        if (one := self._feed()) is not None:
            known = sorted({other.feed.folder for other in self._desk.list.followed() if other.feed.folder})
            self.prompt.ask("feed-folder", "folder", one.feed.folder, f"name, or name/name   {'  '.join(known[:6])}")

    async def action_feed_pause(self) -> None:
        """Fetch it no more for now, or again."""
        if (one := self._feed()) is not None:
            from reader.library.feed_changes import PauseFeed

            self.status.say(await self._desk.do(PauseFeed(one.feed.id, not one.feed.paused)))
            self.show_list()

    async def action_feed_full(self) -> None:
        """When the pages of its summaries are fetched: the next choice."""
        if (one := self._feed()) is not None:
            from reader.library.feed_changes import SetFullText
            from reader.library.subscriptions import FullText

            choices = list(FullText)
            chosen = choices[(choices.index(one.feed.full_text) + 1) % len(choices)]
            await self._desk.do(SetFullText(one.feed.id, chosen))
            self.status.say(f"{one.name}: {_SAID[chosen]}")

    def action_row_tag(self) -> None:
        """Ask for tags: of the feed, or of the articles."""
        line = self.articles.folder
        if line is None or line.kind != "feed":
            super().action_row_tag()
        elif (one := self._feed()) is not None:
            self.prompt.ask("feed-tags", "tags", " ".join(one.feed.tags), "put on each article that comes in")

    async def action_row_read(self) -> None:
        """On a feed or folder all its articles are read."""
        line = self.articles.folder
        if line is None or not line.feeds:
            await super().action_row_read()
            return
        unread = await self._desk.unread_of(line.feeds)
        await self._read(unread, f"mark {len(unread):,} articles of {line.name} read")

    async def action_list_older(self) -> None:
        """This article and all below it are read."""
        unread = await self._desk.unread_from(self.articles.at)
        await self._read(unread, f"mark {len(unread):,} articles read")

    async def _read(self, unread: Sequence[str], words: str) -> None:
        if not unread:
            self.status.say("Nothing here is unread.")
            return
        from reader.library import SetRead, Several

        self.status.say(await self._desk.do(Several(tuple(SetRead(id, True) for id in unread), words)))
        self.show_list()

    async def remove_folder(self, line: FolderLine) -> None:
        """Leave a feed; its articles stay."""
        if line.kind != "feed":
            await super().remove_folder(line)
            return
        from reader.library.feed_changes import Unsubscribe

        said = await self._desk.do(Unsubscribe(line.key))
        self.status.say(said if said.endswith(".") else f"{line.name} is left; its articles stay.   u takes it back")
        self.show_list()

    async def answer_feeds(self, event: Prompt.Answered) -> None:
        """What was typed into a prompt of ours."""
        if event.purpose == "follow":
            if event.value.strip():
                begin(self, self.follow, event.value, group="follow")
            return
        from reader.library.feed_changes import MoveFeed, RenameFeed, TagFeed

        if event.purpose not in FEED_PURPOSES or (one := self._feed()) is None:
            return
        if event.purpose == "feed-name":
            change = RenameFeed(one.feed.id, event.value)
            self.status.say(await self._desk.do(change))
        elif event.purpose == "feed-folder":
            self.status.say(await self._desk.do(MoveFeed(one.feed.id, event.value)))
        else:
            tags = tuple(event.value.replace(",", " ").split())
            self.status.say(await self._desk.do(TagFeed(one.feed.id, tags)))
        self.show_list()

    async def follow(self, address: str) -> None:
        """Follow the feed at an address, or keep the page."""
        self.status.say(f"Looking at {shown(address.strip())} …")
        look = await self._desk.look_at(address)
        if isinstance(look, str):
            self.status.say(look)
            return
        id, said = await self._desk.follow(look)
        self.status.say(said)
        if id:
            self._desk.list.leave()  # what is new is in none of the folders that may be entered
            self._desk.list.opened.add(FEEDS)
        self.show_list()
        if id and self._desk.library.feeds.subscription(id) is not None:
            await self._refresh((id,))
            self.articles.go_to_folder(id)

    # The open article

    async def complete(self, document: Document, *, asked: bool = False) -> None:
        """Fetch the page of a summary that is open; the text changes only where nobody loses the place."""

        def fetching() -> None:
            if self.shows(document):
                self.status.say("Fetching the page …" if asked else "Fetching the whole article …")

        found = await self._desk.complete(document, fetching, asked=asked)
        shown = self.view.document if self.shows(document) else None
        if shown is None:
            return
        if isinstance(found, str):
            if found:
                self.status.say(found)
        elif found.version == shown.version:
            self.status.say("The page says what you see." if asked else "")
        elif asked or self.view.place <= TOP:
            self.show_document(found, 0 if not asked else self._desk.place(found))
            await self.light_up(found)
            self.status.say("The whole article is here." if not asked else "The page has come.   V shows what changed")
        else:
            self.status.say("The whole article has come: open it again to read it.")

    def shows(self, document: Document) -> bool:
        """Whether an article is still the open one; after a wait even the screen may be gone."""
        shown = self.view.document if self.query("#article") else None
        return shown is not None and shown.id == document.id

    async def ask_others(self, document: Document) -> bool:
        """Ask how many others tell the story of an article, and what it was once called; whether it is still open."""
        others = await self._desk.told_elsewhere(document.id)
        changed = signs(await self._desk.editions(document.id))
        if not self.shows(document):
            return False
        self.others, self.changed = others, changed
        return True

    def told_by_others(self) -> list[str]:
        """For the line at the foot: in how many other feeds' articles the story of the open one is told."""
        return [f"also in {self.others:,} other{'' if self.others == 1 else 's'}: C"] if self.others else []

    def address_of(self, document: Document) -> str:
        """The web address of an article; empty when it has none."""
        return self._desk.library.feeds.address(document.id) or super().address_of(document)

    def show_document(self, document: Document, place: int) -> None:
        """Show ``document``; its facts follow."""
        raise TypeError(f"{type(self).__name__} must show documents")

    async def light_up(self, document: Document) -> None:
        """Bring the facts of ``document``."""
        raise TypeError(f"{type(self).__name__} must bring facts")

    def action_page_fetch(self) -> None:
        """Fetch the open article's page, again when need be."""
        document = self.view.document
        if document is not None:
            begin(self, self._fetch_page, document, group="page")

    async def _fetch_page(self, document: Document) -> None:
        await self.complete(document, asked=True)

    async def action_changes_show(self) -> None:
        """What changed between the editions of the open article."""
        document = self.view.document
        editions = await self._desk.editions(document.id) if document is not None else ()
        if document is None or len(editions) < 2:
            self.status.say("There is only one version of this article, and it always had this headline.")
            return
        from reader.tui.screens.changes import ChangesScreen

        self.app.push_screen(ChangesScreen(self._desk, document, editions))

    async def on_to_unread(self, step: int) -> None:
        """From a feed without unread articles into the nearest one that has some."""
        line = self._desk.list.next_unread_feed(step)
        if line is not None:
            await self.enter(line)
            found = self._desk.list.neighbour("", 1, unread=True)
            if found is not None:
                self.open_index(found)

    def open_index(self, index: int) -> None:
        """Open the article in row ``index`` of the list."""
        raise TypeError(f"{type(self).__name__} must open articles")
