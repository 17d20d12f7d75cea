"""Times of day by the reader's own clock: in values, in the history, in the list of annotations."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

import pytest

from reader.settings.config import parse_config
from reader.tui.clock import moment_cells, moment_words, set_clock, time_of_day
from reader.tui.timex_words import timex_words
from tests.tui.conftest import Open
from tests.tui.test_sheets_story import annotate

NOW = dt.datetime(2021, 12, 30, 21, 5).astimezone()


@pytest.fixture(autouse=True)
def clock_of_24() -> Iterator[None]:
    yield
    set_clock("24")


@pytest.mark.parametrize(
    ("hour", "minute", "twelve"),
    [(0, 0, "12:00 am"), (0, 30, "12:30 am"), (11, 59, "11:59 am"), (12, 0, "12:00 pm"), (23, 7, "11:07 pm")],
)
def test_midnight_and_noon(hour: int, minute: int, twelve: str) -> None:
    assert time_of_day(hour, minute) == f"{hour:02}:{minute:02}"
    set_clock("12")
    assert time_of_day(hour, minute) == twelve


@pytest.mark.parametrize("clock", ["24", "12"])
def test_no_moment_is_wider_than_its_column(clock: str) -> None:
    set_clock(clock)
    moments = [NOW - dt.timedelta(days=days, minutes=7 * days) for days in range(400)]
    assert max(len(moment_words(moment, NOW)) for moment in moments) <= moment_cells()


def test_values_of_dates() -> None:
    set_clock("12")
    assert timex_words("2021-12-30T21:15") == "30 Dec 2021, 9:15 pm"
    assert timex_words("2021-12-30TEV") == "30 Dec 2021, evening"


@pytest.mark.parametrize("written", ["12", '"12"'])
def test_the_setting_is_a_number_or_a_word(written: str) -> None:
    config = parse_config(f"[looks]\nclock = {written}\n")
    assert (config.text("looks.clock"), config.problems) == ("12", ())
    assert "is 24 or 12" in parse_config("[looks]\nclock = 13\n").problems[0]


async def test_the_history_and_the_annotations_follow_it(opened: Open) -> None:
    async with opened(size=(80, 24)) as story:
        annotate(story, "Moscow")
        story.app.take_config(parse_config("[looks]\nclock = 12\n"))
        await story.press("H")
        assert "am  " in story.screen_text() or "pm  " in story.screen_text()
        await story.press("q", "I")
        assert "m  claim" not in story.screen_text()
        await story.press("equals_sign")
        assert "am  " in story.screen_text() or "pm  " in story.screen_text()


async def test_while_typing_the_key_bar_has_the_keys_of_typing(opened: Open) -> None:
    async with opened(size=(80, 24)) as story:
        for key in ("slash", "ctrl+n"):
            await story.press(key)
            assert story.screen_text().split("\n")[-1] == " Enter done  Esc leave"
            await story.press("escape")
            assert "? help" in story.screen_text().split("\n")[-1]
        await story.press("I", "slash")
        assert story.screen_text().split("\n")[-1] == " Enter done  Esc leave"


async def test_the_look_of_highlights_is_told(opened: Open) -> None:
    async with opened() as story:
        for look in ("loud", "off", "quiet"):
            await story.press("f4")
            assert story.status == f"Highlights: {look}."
