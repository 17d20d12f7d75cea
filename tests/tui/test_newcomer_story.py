"""A newcomer's first minutes in a library that never held anything, with what is on the screen alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.library import Library
from reader.settings.config import Config
from reader.tui.app import DatelineApp
from reader.tui.desk import Desk
from tests.tui.conftest import Open, Story


async def begun(story: Story) -> None:
    """The welcome article is open, with its facts."""
    await story.read()
    await story.wait_until(lambda: story.app.desk.settled)
    await story.settle()


def fresh(home: Path) -> DatelineApp:
    return DatelineApp(Desk(Library.open(home), (), background=False), config=Config({"feeds.every": 0}))


async def test_the_welcome_article_can_be_searched_reviewed_noted_and_exported(tmp_path: Path) -> None:
    app = fresh(tmp_path / "home")
    async with app.run_test(size=(80, 24)) as pilot:
        story = Story(pilot, app)
        await begun(story)
        await story.press("f")
        await story.type("samule morse")
        await story.wait_until(lambda: "1 found" in story.screen_text())
        await story.press("enter", "e", "a")
        await story.wait_until(lambda: "1 of" in story.screen_text())
        await story.press("m")
        await story.type("first")
        await story.press("escape")
        await story.wait_until(lambda: "Saved" in story.status)
        assert [one.annotation.note for one in app.desk.notebook.placed] == ["first"]


async def test_a_search_before_the_first_article_finds_nothing(tmp_path: Path) -> None:
    app = DatelineApp(Desk(Library.open(tmp_path / "home"), (str(tmp_path),), background=False))
    async with app.run_test(size=(80, 24)) as pilot:
        story = Story(pilot, app)
        await story.wait_until(lambda: app.desk.settled)
        await story.press("f")
        await story.type("anything")
        assert "0 found" in story.screen_text() or "Nothing" in story.screen_text()


async def test_a_removed_welcome_does_not_come_back(tmp_path: Path) -> None:
    home = tmp_path / "home"
    app = fresh(home)
    async with app.run_test() as pilot:
        story = Story(pilot, app)
        await begun(story)
        while story.screen.mode != "list":
            await story.press("tab")
        await story.press("delete")
        await story.wait_until(lambda: app.desk.list.count == 0)
    app = fresh(home)
    async with app.run_test() as pilot:
        story = Story(pilot, app)
        await story.wait_until(lambda: app.desk.settled)
        assert app.desk.list.count == 0


@pytest.mark.parametrize("size", [(80, 24), (160, 45)])
async def test_the_date_is_set_from_the_facts_panel_too(opened: Open, size: tuple[int, int]) -> None:
    async with opened(size=size) as story:
        while story.screen.mode != "facts":
            await story.press("tab")
        await story.press("P")
        await story.type("2021-12-30")
        await story.press("enter")
        assert "2021-12-30" in story.status
        assert story.screen.mode == "facts", "keys go on where they went before"


async def test_what_was_added_can_be_found_from_the_sentence(tmp_path: Path) -> None:
    app = fresh(tmp_path / "home")
    async with app.run_test(size=(80, 24)) as pilot:
        story = Story(pilot, app)
        await begun(story)
        await story.press("ctrl+n")
        await story.type("samples")
        await story.press("enter")
        await story.wait_until(lambda: "10 articles added" in story.status)
        assert "Shift+Tab goes to the list" in story.status
        await story.press("shift+tab")
        assert story.screen.mode == "list"
