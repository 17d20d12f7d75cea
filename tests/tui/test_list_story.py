"""The article list and the search box, from the keyboard."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.library import Filter, ForgetSearch, Library, SaveSearch, SetRead, SetRemoved
from reader.tui.catalogue import Headings, filter_of
from reader.tui.widgets.facet_list import FacetList
from tests.tui.conftest import Open, Story


def titles(story: Story) -> list[str]:
    """Titles of the list, in its order."""
    listed = story.app.desk.list
    return [row.title for row in listed.rows(0, listed.count)]


async def test_sorting_goes_through_the_orders(opened: Open) -> None:
    async with opened() as story:
        by_file = titles(story)
        await story.press("shift+tab", "equals_sign")
        assert "Sorted by date" in story.status
        days = [row.day for row in story.app.desk.list.rows(0, 10) if row.day]
        assert days == sorted(days, reverse=True)
        await story.press(*["equals_sign"] * 5)
        assert titles(story) == by_file


async def test_grouping_by_month_puts_headings_between(opened: Open) -> None:
    async with opened() as story:
        await story.press("shift+tab", "g", "g")
        text = story.screen_text()
        assert "2022-01  4" in text
        assert "undated  1" in text
        # The cursor walks over articles only, and Enter opens what it stands on.
        await story.press("home", "enter")
        await story.wait_until(lambda: story.title.startswith("Argentina"))
        await story.press("shift+tab", "j", "enter")
        await story.wait_until(lambda: story.title.startswith("Explainer"))


async def test_marked_articles_are_tagged_together_and_one_undo_takes_all_back(opened: Open, tmp_path: Path) -> None:
    async with opened() as story:
        await story.press("shift+tab", "space", "space", "number_sign")
        await story.type("geneva talks")
        await story.press("enter")
        assert "tag “geneva talks” (2 documents)" in story.status
        assert story.app.desk.library.documents.tags() == [("geneva talks", 2)]
        await story.press("u")
        assert story.app.desk.library.documents.tags() == []
    with Library.open(tmp_path / "library") as library:
        assert len(library.journal.entries()) >= 2


async def test_what_is_removed_can_be_listed_and_restored(opened: Open) -> None:
    async with opened() as story:
        before = titles(story)
        await story.press("shift+tab", "j", "delete")
        assert titles(story) == [before[0], *before[2:]]
        await story.press("slash")
        await story.type("is:removed")
        await story.press("enter")
        assert titles(story) == [before[1]]
        await story.press("delete", "escape")
        assert titles(story) == before


async def test_n_goes_on_through_the_results_of_a_search(opened: Open) -> None:
    async with opened() as story:
        await story.press("f")
        await story.type("stoltenberg")
        await story.wait_until(lambda: len(story.search.hits.hits) > 1)
        results = [hit.title for hit in story.search.hits.hits]
        await story.press("enter")
        await story.wait_until(lambda: story.title == results[0] and bool(story.screen.view.hits))
        assert {span.of(story.screen.view.document.text) for span in story.screen.view.hits} == {"Stoltenberg"}  # type: ignore[union-attr]
        for _ in range(len(story.screen.view.hits)):
            await story.press("n")
        await story.wait_until(lambda: story.title == results[1])
        assert "Result 2 of" in story.status or story.screen.view.hits


async def test_a_group_narrows_the_search(opened: Open) -> None:
    async with opened() as story:
        await story.press("f")
        await story.type("geneva")
        facets = story.search.query_one(FacetList)
        await story.wait_until(lambda: facets.count() > 0)
        all_found = len(story.search.hits.hits)
        at = next(at for at in range(facets.count()) if facets.selectable(at) and facets.term(at).startswith("on:"))
        term = facets.term(at)
        await story.press("tab")
        facets.move_to(at)
        await story.press("enter")
        await story.wait_until(lambda: story.search.query_text.strip().endswith(term))
        await story.wait_until(lambda: 0 < len(story.search.hits.hits) < all_found)


async def test_a_kept_search_is_a_folder_of_the_list(opened: Open) -> None:
    async with opened() as story:
        await story.press("f")
        await story.type("ryabkov")
        await story.wait_until(lambda: bool(story.search.hits.hits))
        await story.press("ctrl+s", "escape")
        assert "▹ ryabkov" in story.screen_text()
        before = titles(story)
        await story.press("shift+tab", "home", "enter")
        await story.wait_until(lambda: 0 < story.app.desk.list.count < 10)
        assert all("Ryabkov" in text for text in await texts(story))
        await story.press("home", "enter")
        assert titles(story) == before
        await story.press("home", "delete")
        assert "▹ ryabkov" not in story.screen_text()
        await story.press("u")
        assert [saved.name for saved in story.app.desk.library.saved_searches()] == ["ryabkov"]


async def test_a_kept_search_tells_how_many_unread_articles_it_finds(opened: Open) -> None:
    async with opened() as story:
        library = story.app.desk.library
        library.do(SaveSearch("Mine", "ryabkov"))
        library.do(SaveSearch("Fresh", "is:unread"))
        story.screen.show_list()
        line = partial(counted, story)
        await story.wait_until(lambda: line("Mine") > 1)
        found = await story.app.desk.found("ryabkov")
        rows = [row for id in found if (row := library.documents.row(id)) is not None]
        assert line("Mine") == sum(row.unread for row in rows)
        left, fresh = [row.id for row in rows if row.unread], line("Fresh")
        assert fresh == library.documents.count(chosen=Filter(unread=True))
        await story.app.desk.change(left[:1], lambda document: SetRead(document, True))
        await story.wait_until(lambda: (line("Mine"), line("Fresh")) == (len(left) - 1, fresh - 1))
        await story.app.desk.change(left[1:2], lambda document: SetRemoved(document, True))
        await story.wait_until(lambda: line("Mine") == len(left) - 2)
        library.do(ForgetSearch("Fresh"))
        await story.wait_until(lambda: line("Fresh") == -1)


def counted(story: Story, name: str) -> int:
    """The number that the list shows beside a saved search; -1 where there is none of that name."""
    lines = [line for line in story.screen.articles._folders if line.kind == "search" and line.name == name]
    return lines[0].unread if lines else -1


async def texts(story: Story) -> list[str]:
    """Texts of the listed articles."""
    listed = story.app.desk.list
    found = [story.app.desk.library.documents.get(row.id) for row in listed.rows(0, 50)]
    return [document.text for document in found if document is not None]


async def test_queries_of_the_past_are_offered(opened: Open) -> None:
    async with opened() as story:
        await story.press("f")
        await story.type("penalties")
        await story.wait_until(lambda: bool(story.search.hits.hits))
        await story.press("enter")
        await story.wait_until(lambda: story.title.startswith("Argentina"))
        await story.press("f")
        await story.wait_until(lambda: bool(story.search.hits.hits))
        assert story.search.hits.hits[0].query == "penalties"
        await story.press("enter")
        await story.wait_until(lambda: bool(story.search.hits.hits) and not story.search.hits.hits[0].query)


async def test_o_jumps_to_a_title(opened: Open) -> None:
    async with opened() as story:
        await story.press("O")
        await story.type("webb telscope")
        await story.wait_until(lambda: bool(story.search.hits.hits))
        await story.press("enter")
        await story.wait_until(lambda: story.title.startswith("Webb telescope"))


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("geneva talks", Filter(title="geneva talks")),
        ("is:unread talks", Filter(title="talks", unread=True)),
        ("is:removed", Filter(removed=True)),
        ("tag:a month:2021-12", Filter(tag="a", month="2021-12")),
        ("is: tag: month:2021", Filter()),
        ("is:nothing", Filter()),
    ],
)
def test_filters_as_they_are_typed(text: str, wanted: Filter) -> None:
    assert filter_of(text) == wanted


@given(st.lists(st.integers(1, 5), max_size=8))
def test_lines_and_articles_lead_to_each_other(sizes: list[int]) -> None:
    starts, at = [], 0
    for size in sizes:
        starts.append((at, f"group {at}"))
        at += size
    headings = Headings(starts)
    lines = [headings.line(article) for article in range(at)]
    assert [headings.article(line) for line in lines] == list(range(at))
    assert all(headings.heading(line) is None for line in lines)
    others = set(range(at + len(sizes))) - set(lines)
    assert [headings.heading(line) for line in sorted(others)] == [words for _, words in starts]
