"""What a person types ahead, pastes, or sees over the screen means what they saw coming."""

from __future__ import annotations

import asyncio

import pytest
from textual import events
from textual.widgets import TextArea

from reader.library import AddAnnotation, Library
from reader.model import Annotation
from reader.tui.screens.settings import SettingsScreen
from tests.tui.conftest import Open


async def test_keys_behind_j_are_for_the_article_that_it_opens(opened: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    async with opened() as story:
        left, opening = story.screen.view.document, story.app.desk.open
        assert left is not None

        async def slowly(wanted: str) -> object:
            await asyncio.sleep(0.3)
            return await opening(wanted)

        monkeypatch.setattr(story.app.desk, "open", slowly)
        await story.pilot.press("J", "h")
        await story.settle()
        came = story.screen.view.document
        assert came is not None
        assert came.id != left.id
        library = story.app.desk.library
        assert not library.annotations.of(left.id)
        assert [one.label for one in library.annotations.of(came.id)] == ["highlight"]


async def test_steps_do_not_wait_for_each_other(opened: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    async with opened() as story:
        opening, asked = story.app.desk.open, list[str]()
        first = story.screen.articles.at

        async def slowly(wanted: str) -> object:
            asked.append(wanted)
            await asyncio.sleep(0.2)
            return await opening(wanted)

        monkeypatch.setattr(story.app.desk, "open", slowly)
        await story.pilot.press("J", "J", "J")
        await story.settle()
        assert story.screen.articles.at == first + 3
        assert story.screen.view.document is not None
        assert story.screen.view.document.id == asked[-1]


@pytest.mark.parametrize("end", ["\r", "\n", "\r\n"])
async def test_a_pasted_note_keeps_its_lines(opened: Open, end: str) -> None:
    async with opened() as story:
        await story.press("e", "m")
        area = story.screen.query_one("#note-text", TextArea)
        story.app.post_message(events.Paste(end.join(["one", "two", "", "three"])))
        await story.settle()
        assert area.text == "one\ntwo\n\nthree"


async def test_only_notes_of_others_are_told_of(opened: Open) -> None:
    async with opened() as story:
        document, library = story.screen.view.document, story.app.desk.library
        assert document is not None
        await story.screen._look_for_others()

        def note(words: str) -> AddAnnotation:
            return AddAnnotation(Annotation(id="", document=document.id, anchor=None, note=words))

        library.do(note("my own, from another pane"))
        story.screen.status.say("")
        await story.screen._look_for_others()
        assert story.status == ""
        with Library.open(library.home) as other:
            other.do(note("from outside"))
        await story.screen._look_for_others()
        assert "another program" in story.status


async def test_settings_can_be_chosen_on_the_smallest_screen(opened: Open) -> None:
    async with opened(size=(40, 12)) as story:
        await story.press("comma")
        assert isinstance(story.app.screen, SettingsScreen)
        assert story.app.screen._rows.size.height >= 5


async def test_under_a_box_the_foot_has_the_keys_of_typing(opened: Open) -> None:
    async with opened(size=(80, 24)) as story:
        assert "Space page" in story.screen_text()
        await story.press("f")
        assert "Enter done  Esc leave" in story.screen_text().splitlines()[-1]
        await story.press("escape")
        assert "Space page" in story.screen_text()


async def test_a_reason_goes_with_the_next_key(opened: Open) -> None:
    async with opened(size=(40, 12)) as story:
        await story.press("t", "w")
        assert story.app._notifications
        await story.press("t")
        assert not story.app._notifications
