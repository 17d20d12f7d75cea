"""Who opened the library for reading only sees everything and changes nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.library import Library
from reader.tui.actions import ACTIONS
from reader.tui.app import DatelineApp
from reader.tui.desk import Desk
from reader.tui.guests import CHANGES, OUTSIDE, refusal
from tests.tui.conftest import Story


def test_the_tables_name_actions_that_there_are() -> None:
    assert {action.id for action in ACTIONS} >= CHANGES | OUTSIDE


def test_who_may_write_at_a_terminal_is_refused_nothing() -> None:
    assert not any(refusal(action.method, read_only=False, remote=False) for action in ACTIONS)


def test_at_a_browser_no_program_is_started() -> None:
    assert refusal("pipe_open", read_only=False, remote=True)
    assert not refusal("label_put", read_only=False, remote=True)


def _bytes(home: Path) -> dict[str, bytes]:
    # library.lock is a lock and nothing else; -wal and -shm come and go with connections.
    return {path.name: path.read_bytes() for path in home.iterdir() if path.suffix in (".db", ".json")}


async def test_keys_that_change_say_that_they_do_not(seeded: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SHELL", "/nonexistent")
    before = _bytes(seeded)
    app = DatelineApp(Desk(Library.open(seeded, read_only=True)))
    async with app.run_test(size=(120, 36)) as pilot:
        story = Story(pilot, app)
        await story.read()
        for key in ("1", "h", "m", "#", "D", "a", "P", "W", "comma", "u", "Q", "|", "ctrl+e"):
            await story.press(key)
            assert story.status.endswith((" only.",)), key
        title = story.title
        await story.press("J", "e", "t", "f2")
        assert story.title != title
        assert story.selected_text
        await story.press("f", *"geneva", "enter")
        assert story.app.screen is story.screen
    assert _bytes(seeded) == before


async def test_there_must_be_a_library(tmp_path: Path) -> None:
    from reader.library import LibraryError

    with pytest.raises(LibraryError, match="no library"):
        Library.open(tmp_path / "none", read_only=True)
