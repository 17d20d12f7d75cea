"""The pages of the guide are read in the reader."""

from __future__ import annotations

from reader.tui.guide_pages import PAGES
from reader.tui.screens.guide import GuideScreen
from tests.tui.conftest import Open


async def test_digits_and_brackets_turn_the_pages(opened: Open) -> None:
    async with opened() as story:
        await story.press("question_mark")
        guide = story.app.screen
        assert isinstance(guide, GuideScreen)
        assert PAGES[2][1] in story.screen_text()
        for at, (_, title) in enumerate(PAGES[1:], 2):
            await story.press(str(at))
            assert guide.view.document is not None
            assert guide.view.document.title == title
            assert title in story.screen_text()
        await story.press("left_square_bracket")
        assert guide.page == len(PAGES) - 2
        await story.press("right_square_bracket", "right_square_bracket")
        assert guide.page == len(PAGES) - 1
        await story.press("slash", "1", "0", ".", "enter")
        assert guide.page == len(PAGES) - 1
        assert guide.needle == "10."
        await story.press("escape", "1")
        assert guide.page == 0
        await story.press("q")
        assert story.app.screen is story.screen
