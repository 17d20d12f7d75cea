"""A person with feeds: followed, read, gone through, changed, left."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path
from typing import TypeAlias

import pytest

from reader.jobs.follow import follow as feed
from reader.jobs.refresh import Refresh
from reader.library import Library
from reader.library.feed_changes import MoveFeed, SetFullText
from reader.library.subscriptions import FullText
from reader.settings.config import Config
from reader.tui.app import DatelineApp
from reader.tui.desk import Desk
from reader.tui.screens import following
from tests.tui.conftest import Story
from tests.web.server import Answer, Web, item, rss
from tests.web.test_refresh_stories import page

Open: TypeAlias = Callable[..., AbstractAsyncContextManager[Story]]


@pytest.fixture
def opened(tmp_path: Path) -> Open:
    """Opens the reader on a library of its own; nothing is fetched before it is asked for."""

    @asynccontextmanager
    async def open_reader(size: tuple[int, int] = (120, 36)) -> AsyncIterator[Story]:
        library = Library.open(tmp_path / "home")
        app = DatelineApp(Desk(library, (), background=False), config=Config({"feeds.every": 0}))
        async with app.run_test(size=size) as pilot:
            story = Story(pilot, app)
            await story.wait_until(lambda: app.desk.settled)
            await story.settle()
            await story.press("tab" if story.screen.mode != "list" else "escape")
            while story.screen.mode != "list":
                await story.press("tab")
            yield story

    return open_reader


async def follow(story: Story, address: str) -> None:
    """As a person does."""
    await story.press("a")
    await story.type(address)
    await story.press("enter")
    await story.wait_until(lambda: not story.app.desk.is_fetching and "new articles" in story.status)
    await story.settle()


def lines(story: Story) -> list[str]:
    """The lines above the articles, with their numbers."""
    return [f"{line.words} {line.unread or ''}".rstrip() for line in story.app.desk.list.folders()]


async def test_a_feed_is_followed_read_and_counted(opened: Open, web: Web) -> None:
    address = web.says("/feed", rss(item("a"), item("b"), item("c")))
    async with opened() as story:
        await follow(story, address)
        assert "3 new articles of 1 feed" in story.status
        assert lines(story) == ["▾ Feeds 3", "  · The Herald 3"]
        await story.press("j", "enter")
        assert story.title.startswith("News of")
        await story.wait_until(lambda: lines(story)[1] == "  · The Herald 2")
        assert "The Herald" in story.screen_text()


async def test_into_a_feed_out_again_and_on_to_the_next_with_unread(opened: Open, web: Web) -> None:
    one = web.says("/one", rss(item("a"), title="Alpha"))
    other = web.says("/other", rss(item("b"), item("c"), title="Beta"))
    async with opened() as story:
        await follow(story, one)
        await follow(story, other)
        story.screen.articles.go_to_folder(story.app.desk.list.folders()[1].key)
        await story.press("enter")
        assert lines(story) == ["◂ Alpha: back to all"]
        assert story.app.desk.list.count == 1
        await story.press("enter")
        assert story.title == "News of a"
        await story.press("right_square_bracket")
        await story.wait_until(lambda: story.title in ("News of b", "News of c"))
        assert lines(story) == ["◂ Beta: back to all"]
        while story.screen.mode != "list":
            await story.press("tab")
        story.screen.articles.move_to(0)
        await story.press("enter")
        assert len(lines(story)) == 3


async def test_folders_open_and_close(opened: Open, web: Web) -> None:
    async with opened() as story:
        await follow(story, web.says("/one", rss(item("a"), title="Alpha")))
        feed = story.app.desk.list.followed()[0].feed.id
        story.app.desk.library.do(MoveFeed(feed, "World/Asia"))
        story.screen.show_list()
        assert lines(story) == ["▾ Feeds 1", "  ▸ World 1"]
        story.screen.articles.move_to(1)
        await story.press("l", "j", "l")
        assert lines(story) == ["▾ Feeds 1", "  ▾ World 1", "    ▾ Asia 1", "      · Alpha 1"]
        await story.press("j", "h")
        assert lines(story) == ["▾ Feeds 1", "  ▾ World 1", "    ▸ Asia 1"]
        story.screen.articles.move_to(1)
        await story.press("enter")
        assert lines(story) == ["◂ World: back to all", "▸ Asia 1"]
        assert story.app.desk.list.count == 1


async def test_a_feed_is_named_moved_paused_and_left_and_all_is_undone(opened: Open, web: Web) -> None:
    async with opened() as story:
        await follow(story, web.says("/one", rss(item("a"), title="Alpha")))
        feed = story.app.desk.list.followed()[0].feed.id
        story.screen.articles.go_to_folder(feed)
        await story.press("c", "ctrl+u")
        await story.type("My own")
        await story.press("enter")
        assert lines(story)[1] == "  · My own 1"
        await story.press("p")
        assert lines(story)[1] == "  ‖ My own 1"
        await story.press("m")
        await story.type("World")
        await story.press("enter")
        assert lines(story)[1] == "  ▸ World 1"
        await story.press("u", "u")
        assert lines(story)[1] == "  · My own 1"
        story.screen.articles.go_to_folder(feed)
        await story.press("delete")
        assert lines(story) == []
        assert story.app.desk.list.count == 2  # and the welcome article
        await story.press("u", "u")
        assert lines(story)[1] == "  · Alpha 1"


async def test_what_fails_says_why_beside_the_feed(opened: Open, web: Web) -> None:
    async with opened(size=(160, 40)) as story:
        await follow(story, web.says("/one", rss(item("a"), title="Alpha")))
        web.fails("/one", 503)
        await story.press("R")
        await story.wait_until(lambda: "1 failed" in story.status)
        assert lines(story)[1].startswith("  ! Alpha")
        story.screen.articles.move_to(0)
        await story.press("j")
        assert "Alpha: the server answered 503 (out of service); next try" in story.status


async def test_all_of_a_feed_is_read_in_one_step(opened: Open, web: Web) -> None:
    async with opened() as story:
        await follow(story, web.says("/one", rss(item("a"), item("b"), title="Alpha")))
        story.screen.articles.move_to(1)
        await story.press("r")
        assert lines(story) == ["▾ Feeds", "  · Alpha"]
        await story.press("u")
        assert lines(story) == ["▾ Feeds 2", "  · Alpha 2"]


async def test_the_whole_article_comes_when_a_summary_is_opened(opened: Open, web: Web) -> None:
    link = web.says("/story", page("The whole of it"), "text/html")
    async with opened() as story:
        await follow(story, web.says("/one", rss(item("a", link=link), title="Alpha")))
        story.screen.open_index(0)
        await story.wait_until(lambda: "The whole of it 3" in (story.screen.view.document or Empty).text)
        while story.screen.mode != "reading":
            await story.press("tab")
        await story.press("V")
        changes = story.app.screen
        await story.wait_until(lambda: "The whole of it" in story.screen_text())
        assert changes is not story.screen
        await story.press("q")
        assert story.app.screen is story.screen


async def test_a_headline_that_changed_is_told_and_shown(opened: Open, web: Web) -> None:
    first = item("a", title="Talks begin in Geneva", link="http://127.0.0.1/a", text="They meet.")
    async with opened(size=(100, 30)) as story:
        await follow(story, web.says("/one", rss(first, title="Alpha")))
        feed = story.app.desk.list.followed()[0].feed.id
        story.app.desk.library.do(SetFullText(feed, FullText.NEVER))
        story.screen.open_index(0)
        await story.wait_until(lambda: story.title.startswith("Talks"))
        while story.screen.mode != "reading":
            await story.press("tab")
        await story.press("V")
        await story.wait_until(lambda: "only one version" in story.status)
        web.says("/one", rss(first.replace("begin", "end").replace("/a<", "/b<"), title="Alpha"))
        await story.app.desk.refresh_feeds([feed])
        opened_one = story.screen.view.document
        assert opened_one is not None
        assert len(story.app.desk.library.documents.versions(opened_one.id)) == 1
        story.screen.open_index(0)
        await story.wait_until(lambda: story.title == "Talks end in Geneva")
        await story.press("escape")  # takes the message away
        await story.wait_until(lambda: "headline and address changed: V" in story.screen_text())
        await story.press("V")
        await story.wait_until(lambda: "Noticed on" in story.screen_text())
        assert "Talks begin end in Geneva" in story.screen_text()
        assert "Address: http://127.0.0.1/a http://127.0.0.1/b" in story.screen_text()
        assert "The text is the same." in story.screen_text()


class Empty:
    """Stands in for no document."""

    text = ""


async def test_the_same_story_elsewhere_is_one_key_away(opened: Open, web: Web) -> None:
    words = " ".join(f"word{number}" for number in range(80))
    async with opened() as story:
        await follow(story, web.says("/one", rss(item("a", text=words), title="Alpha")))
        await follow(story, web.says("/two", rss(item("b", text=f"LONDON {words}"), title="Beta")))
        at = story.app.desk.list.index_of(story.app.desk.library.documents.rows()[0].id)
        assert at is not None
        story.screen.articles.go_to(at)
        await story.press("enter")
        await story.wait_until(lambda: "also in 1 other: C" in story.screen_text())
        before = story.title
        while story.screen.mode != "reading":
            await story.press("tab")
        await story.press("C")
        await story.wait_until(lambda: "The same story" in story.screen_text())
        await story.press("enter")
        await story.wait_until(lambda: story.title != before)


async def test_a_page_by_its_address_and_what_cannot_be_reached(opened: Open, web: Web) -> None:
    async with opened() as story:
        await story.press("a")
        await story.type(web.at("/nothing"))
        await story.press("enter")
        await story.wait_until(lambda: "404" in story.status)
        await story.press("a")
        await story.type(web.says("/story", page("Alone"), "text/html"))
        await story.press("enter")
        await story.wait_until(lambda: "The page is in the library." in story.status)
        assert lines(story) == ["▹ Pages 1"]


async def test_escape_stops_a_refresh(opened: Open, web: Web) -> None:
    async with opened() as story:
        await follow(story, web.says("/one", rss(item("a"), title="Alpha")))
        web.answers["/one"] = Answer(b"", wait=(held := threading.Event()))
        await story.pilot.press("R")
        await story.wait_until(lambda: story.app.desk.is_fetching)
        await story.pilot.press("escape")
        await story.wait_until(lambda: not story.app.desk.is_fetching)
        held.set()
        assert story.app.desk.list.followed()[0].trouble == ""


@pytest.mark.parametrize("look", ["LOOK_EVERY", "FIRST_LOOK"])
async def test_feeds_are_fetched_as_often_as_the_settings_say(
    tmp_path: Path, web: Web, monkeypatch: pytest.MonkeyPatch, look: str
) -> None:
    monkeypatch.setattr(following, "LOOK_EVERY", 3600.0)
    monkeypatch.setattr(following, "FIRST_LOOK", 3600.0)
    monkeypatch.setattr(following, look, 2.0)  # the list is read by then
    home = tmp_path / "home"
    with Library.open(home) as library:
        feed(library, web.says("/one", rss(item("a"), title="Alpha")))
        Refresh(library).run()
    with sqlite3.connect(home / "library.db") as connection:
        connection.execute("UPDATE feed_state SET tried = tried - 57")  # a minute ago, less what the answer took
    asked = len(web.asked)
    app = DatelineApp(Desk(Library.open(home), (), background=False), config=Config({"feeds.every": 1}))
    async with app.run_test() as pilot:
        story = Story(pilot, app)
        await story.wait_until(lambda: len(web.asked) > asked and not app.desk.is_fetching)


async def test_a_page_comes_while_a_slow_feed_is_being_fetched(opened: Open, web: Web) -> None:
    link = web.says("/story", page("The whole of it"), "text/html")
    async with opened() as story:
        await follow(story, web.says("/one", rss(item("a", link=link), title="Alpha")))
        web.answers["/one"] = Answer(b"", wait=(held := threading.Event()))
        asked = len(web.asked)
        await story.pilot.press("R")
        await story.wait_until(lambda: len(web.asked) > asked)
        story.screen.open_index(0)
        await story.wait_until(lambda: "The whole of it 3" in (story.screen.view.document or Empty).text)
        assert story.app.desk.is_fetching
        await story.pilot.press("escape")
        held.set()


@pytest.mark.parametrize("key", ["R", "a"])
async def test_who_leaves_waits_for_no_server(opened: Open, web: Web, key: str) -> None:
    async with opened() as story:
        await follow(story, web.says("/one", rss(item("a"), title="Alpha")))
        web.answers["/one"] = web.answers["/two"] = Answer(b"", wait=(held := threading.Event()))
        asked = len(web.asked)
        await story.pilot.press(key)
        if key == "a":
            await story.type(web.at("/two"))
            await story.pilot.press("enter")
        await story.wait_until(lambda: len(web.asked) > asked)
    assert sum(web.together.values()) == 1  # the server has not answered yet
    held.set()


async def test_what_is_added_may_be_a_feed_or_a_list_of_feeds(opened: Open, web: Web, tmp_path: Path) -> None:
    address = web.says("/one", rss(item("a"), title="Alpha"))
    beta = web.at("/other")
    listed = f'<opml version="2.0"><body><outline text="Beta" xmlUrl="{beta}"/></body></opml>'
    (tmp_path / "feeds.opml").write_text(listed, "utf-8")
    async with opened() as story:
        await story.press("ctrl+n")
        await story.type(address)
        await story.press("enter")
        await story.wait_until(lambda: "1 new articles of 1 feed" in story.status)
        await story.settle()
        await story.press("ctrl+n")
        await story.type(str(tmp_path / "feeds.opml"))
        await story.press("enter")
        await story.wait_until(lambda: "1 failed" in story.status)  # a list may not name this machine's own network
        assert lines(story) == ["▾ Feeds 1", "  · Alpha 1", "  ! Beta"]
