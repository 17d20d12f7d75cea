"""Hints: shown a few times, never again once their key was pressed."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.tui.actions import ACTIONS
from reader.tui.app import DatelineApp
from reader.tui.habits import Habits
from reader.tui.hints import HINTS, OFTEN, Hints
from tests.tui.conftest import Open


def test_a_hint_goes_away_when_its_key_is_pressed_or_it_was_shown_often(tmp_path: Path) -> None:
    habits = Habits(tmp_path / "habits.json")
    hints = Hints(habits)
    assert [hints.next() for _ in range(OFTEN)] == [HINTS[0].sentence] * OFTEN
    hints.used(HINTS[1].key)
    assert hints.next() == HINTS[2].sentence
    again = Hints(Habits(tmp_path / "habits.json"))
    assert again.next() == HINTS[2].sentence
    for hint in HINTS:
        again.used(hint.key)
    assert again.next() == ""


def test_each_hint_is_about_a_key_that_does_something() -> None:
    keys = {key for action in ACTIONS if action.mode in ("everywhere", "reading") for key in action.keys}
    assert {hint.key.replace("colon", ":") for hint in HINTS} <= keys


async def test_the_second_of_two_keys_is_named_to_who_hesitates(opened: Open) -> None:
    async with opened() as story:
        await story.press("g")
        await story.wait_until(lambda: "g again" in story.status)
        await story.press("g")
        assert story.screen.view.place == 0


async def test_a_hint_stands_in_the_status_line_until_the_next_key(
    opened: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(DatelineApp, "gives_hints", True)  # as on a terminal
    async with opened(wait=False) as story:
        await story.wait_until(lambda: story.status == HINTS[0].sentence)
        await story.press("e")
        assert story.status == ""
        assert story.app.desk.hints.next() == HINTS[1].sentence
