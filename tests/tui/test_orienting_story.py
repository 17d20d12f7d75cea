"""Contents, articles read lately, the queue, two articles side by side, links to one's own articles, adding more."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.library import Library
from reader.tui.app import DatelineApp
from reader.tui.desk import Desk
from reader.tui.screens.orienting import LATER, minutes
from tests.tui.conftest import Open, Story


def folder(tmp_path: Path) -> Path:
    place = tmp_path / "mine"
    place.mkdir()
    body = "\n\n".join(f"Paragraph {number} of a long chapter with enough words in it." for number in range(60))
    (place / "a.md").write_text(f"# One\n\nSee [two](b%20c.md).\n\n## Köln\n\n{body}\n\n## Bonn\n\nThe end.\n", "utf-8")
    (place / "b c.md").write_text("# Two\n\nIt begins like this.\n", "utf-8")
    return place


async def test_a_heading_is_chosen_by_a_few_letters_and_one_comes_back(opened: Open, tmp_path: Path) -> None:
    async with opened(folder(tmp_path), wait=False) as story:
        await story.wait_until(lambda: story.title == "One" and story.app.desk.settled)
        await story.press("ctrl+t")
        await story.type("bon")
        await story.press("enter")
        view = story.screen.view
        assert "The end." in view.visible_span.of(view.document.text)  # type: ignore[union-attr]  # an article is open
        await story.press("ctrl+o")
        assert view.place == 0


async def test_an_article_without_headings_says_so(opened: Open, tmp_path: Path) -> None:
    (tmp_path / "plain.txt").write_text("Only words.\n", "utf-8")
    async with opened(tmp_path / "plain.txt", wait=False) as story:
        await story.wait_until(lambda: bool(story.title))
        await story.press("ctrl+t")
        assert story.status == "This article has no headings."


async def test_a_link_to_an_article_of_ones_own_opens_here(opened: Open, tmp_path: Path) -> None:
    async with opened(folder(tmp_path), wait=False) as story:
        await story.wait_until(lambda: story.title == "One" and story.app.desk.settled)
        await story.press("semicolon", "1")
        assert "“Two”" in story.status
        assert "It begins like this." in story.status
        await story.press("enter")
        await story.wait_until(lambda: story.title == "Two")


async def test_the_queue_keeps_an_article_until_it_is_opened(opened: Open) -> None:
    async with opened() as story:
        library = story.app.desk.library
        first = story.title
        await story.press("Q")
        assert "1 waiting" in story.status
        await story.press("J")
        assert story.title != first
        await story.press("full_stop")
        await story.wait_until(lambda: story.title == first)
        assert [tag for tag, _ in library.documents.tags() if tag == LATER] == []
        await story.press("u")
        assert (LATER, 1) in library.documents.tags()
        await story.press("Q")
        await story.press("full_stop")
        assert story.status.startswith("The queue is empty")


async def test_articles_read_lately_are_one_key_away(opened: Open) -> None:
    async with opened() as story:
        first = story.title
        await story.press("space")
        await story.wait_until(lambda: story.app.desk.library.reading.recent(1) != [])
        await story.press("J")
        await story.press("apostrophe")
        await story.type(" ".join(first.split()[:3]))
        await story.press("enter")
        await story.wait_until(lambda: story.title == first)


async def test_one_article_stays_beside_the_others(opened: Open) -> None:
    async with opened(size=(160, 20)) as story:
        first = story.title
        await story.press("B", "J")
        second = story.screen.second
        assert second is not None
        assert second.document is not None
        assert (second.document.title, story.title != first) == (first, True)
        assert second.facts
        await story.press("tab")
        assert story.screen.focused is second
        place = second.place
        await story.press("space")
        assert second.place > place
        await story.press("B")
        assert story.screen.second is None


async def test_two_articles_need_room(opened: Open) -> None:
    async with opened(size=(80, 24)) as story:
        await story.press("B")
        assert "100 columns" in story.status
        assert story.screen.second is None


async def test_a_folder_added_in_the_reader_joins_the_list(opened: Open, tmp_path: Path) -> None:
    place = folder(tmp_path)
    async with opened() as story:
        before = story.app.desk.list.count
        await story.press("ctrl+n")
        await story.type(str(place))
        await story.press("enter")
        await story.wait_until(lambda: "2 articles added" in story.status)
        assert story.app.desk.list.count == before + 2
        await story.press("ctrl+n")
        await story.type("no such")
        await story.press("enter")
        await story.wait_until(lambda: "no such file or folder" in story.status)


async def test_the_reader_goes_on_where_one_left_off(opened: Open, seeded: Path, tmp_path: Path) -> None:
    async with opened() as story:
        await story.press("J", "J", "space")
        left = story.title
        document = story.screen.view.document
        await story.wait_until(
            lambda: document is not None and story.app.desk.library.reading.recent(1) == [document.id]
        )
    app = DatelineApp(Desk(Library.open(tmp_path / "library"), background=False))
    async with app.run_test(size=(120, 36)) as pilot:
        again = Story(pilot, app)
        await again.read()
        assert again.title == left


@pytest.mark.parametrize(("characters", "expected"), [(10, 1), (6 * 238, 1), (6 * 238 * 5, 5)])
def test_minutes_of_reading(characters: int, expected: int) -> None:
    assert minutes(characters) == expected
