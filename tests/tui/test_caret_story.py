"""Selecting words of an article: by key and by mouse."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual import events
from textual.geometry import Offset

from tests.tui.conftest import Open, Story

SIZES = pytest.mark.parametrize("size", [(80, 24), (160, 45)], ids=["narrow", "wide"])


def selection(story: Story) -> str:
    """The selected words."""
    view = story.screen.view
    assert view.document is not None
    span = view.selected_span
    return span.of(view.document.text) if span else ""


def cell_of(story: Story, words: str) -> Offset:
    """Where words stand in the pane of the article."""
    view = story.screen.view
    assert view.document is not None
    assert view._layout is not None
    y, x = view._layout.cell_of(view.document.text.index(words))
    return Offset(view._left + x, y - int(view.scroll_y)) + view.content_offset


@SIZES
async def test_v_on_an_actor_selects_it_and_b_from_its_other_end_takes_the_title_too(
    opened: Open, size: tuple[int, int]
) -> None:
    async with opened(size=size) as story:
        await story.choose_fact("Joe Biden")
        while story.selected_text != "Joe Biden":
            await story.choose_fact("Joe Biden")
        await story.press("v")
        assert story.screen.mode == "caret"
        assert selection(story) == "Joe Biden"
        assert "CARET" in story.screen_text()
        await story.press("o", "b", "b")
        assert selection(story) == "US President Joe Biden"
        await story.press("escape")
        assert str(story.screen.mode) == "reading"
        assert story.selected_text == "Joe Biden"


async def test_the_caret_begins_at_the_top_of_the_screen_and_comes_back_where_it_was(opened: Open) -> None:
    async with opened(size=(80, 24)) as story:
        await story.press("v", "j", "j", "w", "escape", "v")
        caret = story.screen.view.caret
        assert caret is not None
        assert caret.at > 0
        await story.press("i", "w")
        assert selection(story) == "the"


async def test_keys_typed_fast_after_v_all_count(opened: Open) -> None:
    async with opened() as story:
        await story.pilot.press("v", "}", "i", "s", "v", "f", "k", "g", "g", "i", "w")
        await story.settle()
        assert selection(story) == "Ukraine"


async def test_f_and_i_mean_their_own_and_not_search_and_facts(opened: Open) -> None:
    async with opened() as story:
        await story.press("v", "v", "f", "q")
        assert "There is no “q”" in story.status
        await story.press("f")
        assert "to which character" in story.status
        await story.press("escape")
        assert story.screen.mode == "caret"
        await story.press("f", "P")
        assert selection(story) == "Ukraine conflict: Biden and P"
        await story.press("i", "x")
        assert "w, s, p, f or a" in story.status


@SIZES
async def test_the_caret_is_always_on_the_screen(opened: Open, size: tuple[int, int]) -> None:
    async with opened(size=size) as story:
        view = story.screen.view
        await story.press("v")
        for key in ("}", "space", "j", "G", "(", "pageup", "k", "g", "g", "d", "ctrl+u", "$", "0", "w", "e"):
            await story.press(key)
            assert view.caret is not None
            assert view.document is not None
            assert view._layout is not None
            row = view._layout.line_of(view.caret.stands_on(view.document.text))
            assert 0 <= row - view.scroll_y < view.size.height, key


async def test_shifted_arrows_select_from_the_article(opened: Open) -> None:
    async with opened() as story:
        await story.press("shift+right", "shift+right", "shift+right")
        assert selection(story) == "Ukr"
        await story.press("shift+left")
        assert selection(story) == "Uk"
        await story.press("shift+end")
        assert selection(story).startswith("Ukraine conflict:")
        await story.press("y")
        assert "Sent" in story.status


async def test_the_mouse_selects_and_v_goes_on_from_there(opened: Open) -> None:
    async with opened() as story:
        await story.pilot.mouse_down("#article", offset=cell_of(story, "Given"))
        await story.pilot.hover("#article", offset=cell_of(story, "ongoing") + Offset(6, 0))
        await story.pilot.mouse_up("#article", offset=cell_of(story, "ongoing") + Offset(6, 0))
        await story.settle()
        assert selection(story) == "Given the ongoing"
        assert "3 words" in story.screen_text()
        await story.press("v", "e")
        assert selection(story) == "Given the ongoing tensions"
        await story.press("escape")
        assert selection(story) == ""


async def test_two_clicks_take_a_word_and_three_the_sentence(opened: Open) -> None:
    async with opened() as story:
        await story.pilot.click("#article", offset=cell_of(story, "ongoing"), times=2)
        await story.settle()
        assert selection(story) == "ongoing"
        await story.pilot.click("#article", offset=cell_of(story, "ongoing"), times=3)
        await story.settle()
        assert selection(story).startswith("Given the ongoing")
        assert selection(story).endswith("this Thursday.")
        await story.press("escape")
        assert selection(story) == ""


async def test_wide_characters_are_selected_whole(opened: Open, tmp_path: Path) -> None:
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "a.txt").write_text("Joe Biden\n\n日本の首相 met e\u0301lan 👩\u200d👩\u200d👧 today.\n", "utf-8")
    async with opened(folder) as story:
        at = cell_of(story, "本の")
        await story.pilot.mouse_down("#article", offset=at + Offset(1, 0))
        await story.pilot.hover("#article", offset=at + Offset(2, 0))
        await story.pilot.mouse_up("#article", offset=at + Offset(2, 0))
        await story.settle()
        assert selection(story) == "本の"
        await story.press("escape", "v", "j", "v", "right", "right")
        assert selection(story) == "日本"
        await story.press("w", "w", "w", "w", "w")
        assert selection(story).endswith("👩\u200d👩\u200d👧")


async def test_the_caret_goes_when_another_article_is_opened(opened: Open) -> None:
    async with opened() as story:
        await story.press("v", "i", "s", "J")
        assert story.screen.view.caret is None
        await story.press("j")
        assert str(story.screen.mode) == "reading"


async def test_search_and_back_leave_the_selection_as_it_was(opened: Open) -> None:
    async with opened() as story:
        await story.press("v", "i", "s")
        held = selection(story)
        await story.press("question_mark", "q")
        assert selection(story) == held
        assert story.screen.mode == "caret"


async def test_the_key_behind_a_pair_of_keys_is_never_lost(opened: Open) -> None:
    async with opened() as story:
        await story.press("v")
        for key in ("i", "s", "7", "f", "k", "o", "i", "w", "5"):  # all arrive before any is drawn
            story.app.post_message(events.Key(key, key))
        await story.wait_until(lambda: len(story.screen.view.marks.all) == 2)
        assert {mark.label for mark in story.screen.view.marks.all} == {"important", "claim"}


async def test_another_key_between_two_g_does_not_go_to_the_top(opened: Open) -> None:
    async with opened(size=(80, 24)) as story:
        await story.press("space", "g", "j", "g")
        assert story.screen.view.scroll_y > 0
        await story.press("g")
        assert story.screen.view.scroll_y == 0


async def test_the_caret_is_on_the_screen_after_a_resize(opened: Open) -> None:
    async with opened(size=(120, 36)) as story:
        view = story.screen.view
        await story.press("v", "}", "}", "}", "}")
        await story.pilot.resize_terminal(44, 14)
        await story.settle()
        assert view.caret is not None
        assert view._layout is not None
        assert 0 <= view._layout.line_of(view.caret.at) - view.scroll_y < view.size.height


async def test_the_caret_goes_along_to_a_fact_chosen_in_the_panel(opened: Open) -> None:
    async with opened() as story:
        await story.press("v")
        fact = await story.choose_fact("Josep Borrell")
        assert selection(story) == fact.text
        await story.press("1")
        assert [mark.span for mark in story.screen.view.marks.all] == [fact.span]


async def test_a_click_on_a_fact_makes_it_current(opened: Open) -> None:
    async with opened() as story:
        await story.pilot.click("#article", offset=cell_of(story, "Joe Biden") + Offset(2, 0))
        await story.settle()
        assert story.selected_text == "Joe Biden"
        assert selection(story) == ""
