"""The palette, whatever is pressed in it and whenever."""

from __future__ import annotations

import pytest
from textual.widgets import OptionList

from reader.tui.palette import Palette
from tests.tui.conftest import Open


@pytest.mark.parametrize("action", ["page_down", "page_up"])
async def test_its_list_is_paged_before_it_is_laid_out(
    opened: Open, action: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with opened() as story:
        await story.press("colon")
        palette = story.app.screen
        assert isinstance(palette, Palette)
        listed = palette.query_one(OptionList)
        assert listed.option_count
        monkeypatch.setattr(type(listed), "_index_to_line", {})  # as before its first layout
        palette._action_command_list(action)
        monkeypatch.undo()
        await story.press("pagedown", "escape")
        assert story.app.screen is story.screen
