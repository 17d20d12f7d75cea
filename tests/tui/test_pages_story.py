"""Pages over the library: an actor, the timeline, the same event elsewhere."""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.extract.pipeline import EXTRACTOR, extract
from reader.library import Library
from reader.tui.bars import chart, month_number
from reader.tui.page_rows import PageRow, Sections, fixed
from reader.tui.screens.actor_page import ActorPage
from reader.tui.screens.elsewhere import ElsewherePage
from reader.tui.screens.page import PageScreen
from reader.tui.screens.search import SearchScreen
from reader.tui.screens.timeline import TimelinePage
from tests.library.test_pages_across import fill
from tests.library.test_same_event_elsewhere import FIRST, SECOND, THIRD
from tests.tui.conftest import SEEDS, Open, Story

Page = TypeVar("Page", bound=PageScreen)


@pytest.fixture(scope="module")
def known(seeded: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The samples with their facts, and three articles that tell the same."""
    import shutil

    home = tmp_path_factory.mktemp("known") / "library"
    shutil.copytree(seeded, home)
    with Library.open(home) as library:
        for row in library.documents.rows():
            document = library.documents.get(row.id)
            if document is not None and row.english:
                facts = extract(document.text, row.published, document.blocks)
                library.facts.put(row.version, EXTRACTOR, facts, row.published, document.text)
        fill(library, "first", FIRST, "2022-01-12")
        fill(library, "second", SECOND, "2022-01-13")
        fill(library, "third", THIRD, "2022-01-10")
    return home


async def page_of(story: Story, kind: type[Page]) -> Page:
    """The page that is open, with its rows."""
    await story.wait_until(lambda: isinstance(story.app.screen, kind) and bool(story.app.screen.rows.sections.count))
    await story.settle()
    screen = story.app.screen
    assert isinstance(screen, kind)
    return screen


async def go_to_actor(story: Story, name: str) -> None:
    for _ in range(40):
        await story.press("e")
        fact = story.screen.view.current_fact
        if fact is not None and getattr(fact, "value", "") == name:
            return
    raise AssertionError(f"{name} is not in the article")


async def test_p_opens_the_actor_s_page_and_enter_goes_to_a_place(opened: Open, known: Path) -> None:
    async with opened(home=known) as story:
        await go_to_actor(story, "Joe Biden")
        await story.press("p")
        page = await page_of(story, ActorPage)
        shown = story.screen_text()
        assert "Joe Biden · person" in shown
        for words in ("Called", "Appears with", "Quotes", "Vladimir Putin"):
            assert words in shown
        row = page.rows.row
        while row is None or not row.document or row.style != "event":
            await story.press("j")
            row = page.rows.row
        await story.press("enter")
        await story.wait_until(lambda: story.app.screen is story.screen and story.screen.view.current == row.span)
        assert story.screen.view.document is not None
        assert story.screen.view.document.id == row.document


async def test_a_page_leads_to_another_and_both_to_the_article(opened: Open, known: Path) -> None:
    async with opened(home=known, size=(80, 24)) as story:
        await go_to_actor(story, "Joe Biden")
        await story.press("p")
        page = await page_of(story, ActorPage)
        while page.rows.row is None or page.rows.row.actor != "Vladimir Putin":
            await story.press("j")
        await story.press("enter")
        await story.wait_until(lambda: story.app.screen is not page)
        putin = await page_of(story, ActorPage)
        assert putin.heading.startswith("Vladimir Putin")
        await story.press("G", "enter")
        await story.wait_until(lambda: story.app.screen is story.screen)


async def test_a_page_is_narrowed_and_opens_again_where_it_was(opened: Open, known: Path) -> None:
    async with opened(home=known) as story:
        await go_to_actor(story, "Joe Biden")
        await story.press("p")
        page = await page_of(story, ActorPage)
        before = page.rows.sections.count
        await story.press("slash")
        await story.type("putin")
        await story.press("enter")
        await story.wait_until(lambda: page.rows.sections.count < before)
        await story.press("j", "j")
        line = page.rows.cursor
        page.dismiss(None)
        await story.settle()
        await story.press("p")
        again = await page_of(story, ActorPage)
        assert again.words == "putin"
        assert again.rows.cursor == line
        await story.press("escape")
        await story.wait_until(lambda: again.rows.sections.count == before)
        await story.press("escape")
        assert story.app.screen is story.screen


async def test_f_on_an_actor_s_page_searches_the_articles(opened: Open, known: Path) -> None:
    async with opened(home=known) as story:
        await go_to_actor(story, "Joe Biden")
        await story.press("p")
        await page_of(story, ActorPage)
        await story.press("f")
        await story.wait_until(lambda: isinstance(story.app.screen, SearchScreen))
        assert story.search.query_text == 'actor:"Joe Biden" '


async def test_the_timeline_begins_at_the_open_article_and_turns_by_month(opened: Open, known: Path) -> None:
    async with opened(SEEDS / "2021-12-07-video-call.md", home=known) as story:
        await story.press("L")
        page = await page_of(story, TimelinePage)
        assert "the listed articles" in page.heading
        row = page.rows.row
        assert row is not None
        assert row.left == "7 Dec 2021"
        assert "J" in story.screen_text()
        await story.press("at")
        await story.type("2021-12-09")
        await story.press("enter")
        row = page.rows.row
        assert row is not None
        assert row.left == "9 Dec 2021"
        line = page.rows.cursor
        await story.press("left_square_bracket")
        assert page.rows.cursor < line
        await story.press("at")
        await story.type("soon")
        await story.press("enter")
        assert "is no date" in page.status.message


async def test_what_was_just_found_stands_in_the_timeline(
    opened: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("reader.tui.taking_facts.SOON", 3600.0)  # it is not written by itself while the test runs
    (tmp_path / "call.txt").write_text("Joe Biden called Vladimir Putin on Thursday. They spoke for long that day.\n")
    async with opened(tmp_path / "call.txt", home=tmp_path / "new") as story:
        await story.read()
        await story.press("P")
        await story.type("2021-12-31")
        await story.press("enter", "L")
        page = await page_of(story, TimelinePage)
        row = page.rows.row
        assert row is not None
        assert row.left == "30 Dec 2021"


async def test_the_timeline_of_a_search(opened: Open, known: Path) -> None:
    async with opened(home=known) as story:
        await story.press("L")
        page = await page_of(story, TimelinePage)
        before = page.rows.sections.count
        await story.press("f")
        await story.type("Webb telescope")
        await story.press("enter")
        await story.wait_until(lambda: 0 < page.rows.sections.count < before)
        assert "Webb telescope" in page.heading
        titles = {page.rows.sections.row(line) for line in range(len(page.rows.sections))}
        assert {row.right for row in titles if row} == {"Webb telescope leaves for its watch on the early universe 🚀"}
        few = page.rows.sections.count
        await story.press("equals_sign")
        await story.wait_until(lambda: page.rows.sections.count < few)


async def test_told_elsewhere_shows_what_differs(opened: Open, known: Path) -> None:
    async with opened(home=known) as story:
        ids = [row.id for row in story.app.desk.library.documents.rows() if row.title == "Article first"]
        story.screen.open(ids[0])
        await story.wait_until(lambda: story.title == "Article first" and bool(story.screen.view.facts))
        await story.press("M")
        page = await page_of(story, ElsewherePage)
        shown = story.screen_text()
        assert "≠ when: 10 January 2022 here, 11 January 2022 there" in shown
        assert "≠ soldier: 100,000 here, 120,000 there" in shown
        while page.rows.row is None or "≠ soldier" not in page.rows.row.text:
            await story.press("j")
        await story.press("enter")
        await story.wait_until(lambda: story.title == "Article third" and story.app.screen is story.screen)
        assert story.selected_text == "120,000"


async def test_an_article_that_nobody_else_tells(opened: Open, known: Path) -> None:
    async with opened(SEEDS / "2021-12-25-webb-telescope.md", home=known) as story:
        await story.press("M")
        await story.wait_until(lambda: isinstance(story.app.screen, ElsewherePage))
        await story.settle()
        assert "No other article tells the same." in story.screen_text()
        await story.press("q")
        assert story.app.screen is story.screen


COUNTS = st.dictionaries(st.integers(24_200, 24_320), st.integers(1, 10_000), min_size=1)


@given(COUNTS, st.integers(24_200, 24_320), st.integers(1, 200), st.integers(1, 6), st.booleans())
def test_a_chart_fits_and_shows_its_current_month(
    counts: dict[int, int], current: int, width: int, height: int, plain: bool
) -> None:
    current = max(min(counts), min(current, max(counts)))
    drawn = chart(counts, current, width, height, plain=plain)
    assert len(drawn.bars) == height
    assert all(len(line) <= width for line in (*drawn.bars, drawn.months, drawn.years))
    assert 0 <= drawn.at[0] < drawn.at[1] <= width
    column = drawn.at[0]
    assert drawn.months[column] == "JFMAMJJASOND"[current % 12]
    assert (drawn.bars[-1][column] != " ") == (current in counts)
    if plain:
        assert all(line.isascii() for line in drawn.bars)


def test_months_are_numbered_one_after_another() -> None:
    import datetime as dt

    assert month_number(dt.date(2022, 1, 31)) - month_number(dt.date(2021, 12, 1)) == 1


@given(st.lists(st.integers(0, 150), max_size=8), st.data())
def test_sections_give_every_row_once(sizes: list[int], data: st.DataObject) -> None:
    sections = Sections(
        [fixed(str(at), [PageRow(f"{at}.{row}") for row in range(size)]) for at, size in enumerate(sizes)]
    )
    rows = [row.text for line in range(len(sections)) if (row := sections.row(line)) is not None]
    assert rows == [f"{at}.{row}" for at, size in enumerate(sizes) for row in range(size)]
    if rows:
        line = data.draw(st.integers(0, len(sections) - 1))
        assert sections.row(sections.next_section(line, 1)) is not None
        index = data.draw(st.integers(0, len(rows) - 1))
        found = sections.row(sections.line(index))
        assert found is not None
        assert found.text == rows[index]
