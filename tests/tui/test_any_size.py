"""Every pane in a window of any size, down to one cell, the keys as fast as they come."""

from __future__ import annotations

import pytest

from tests.tui.conftest import Open

KEYS = (
    "j space d G g e t s i tab j tab f g e escape O g escape / x escape ? q m x escape v l escape : escape ; escape z"
)
SIZES = [(1, 1), (2, 1), (1, 30), (3, 3), (5, 2), (8, 4), (12, 5), (20, 3), (200, 1), (300, 100)]


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
async def test_every_pane_in_a_window_of_any_size(opened: Open, size: tuple[int, int]) -> None:
    async with opened(size=size, wait=False) as story:
        await story.wait_until(lambda: story.app.desk.settled)
        for key in KEYS.split():  # as fast as they come
            await story.pilot.press(key)
        await story.pilot.resize_terminal(40, 12)
        await story.pilot.resize_terminal(*size)
        await story.settle()
        assert story.app.return_code is None
