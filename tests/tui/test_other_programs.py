"""Other programs get the text on their standard input, and nothing of it on their command line."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from reader.settings.config import parse_config
from reader.tui.outside import NotStarted, beside_us, editor, in_the_terminal, through_the_shell, words_of
from tests.tui.conftest import Open


class Lent:
    """An application whose terminal can be lent."""

    @contextmanager
    def suspend(self) -> Iterator[None]:
        yield


def test_a_command_gets_the_text(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    app: object = Lent()
    code = in_the_terminal(app, through_the_shell("tr a-z A-Z | cat -"), "who said\n$(touch x)")  # type: ignore[arg-type]
    assert code == 0
    assert capfd.readouterr().out == "WHO SAID\n$(TOUCH X)"


def test_a_command_that_is_none_is_told() -> None:
    with pytest.raises(NotStarted, match="no-such-program could not be started: no such file"):
        in_the_terminal(Lent(), ["no-such-program"], "")  # type: ignore[arg-type]
    with pytest.raises(NotStarted, match="is no command"):
        words_of("say 'half")
    with pytest.raises(NotStarted, match="could not be started"):
        beside_us(["no-such-program"], "")


def test_a_program_beside_us_reads_all_of_a_long_text(tmp_path: Path) -> None:
    target = tmp_path / "said"
    program = f"import sys; open({str(target)!r}, 'w').write(sys.stdin.read())"
    assert beside_us([sys.executable, "-c", program], "ä" * 300_000).wait(20) == 0
    assert target.read_text("utf-8") == "ä" * 300_000


def test_the_editor_is_the_readers_own(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VISUAL", "code --wait")
    assert editor() == ["code", "--wait"]


async def test_what_is_copied_goes_to_the_command_that_is_set(opened: Open, tmp_path: Path) -> None:
    target = tmp_path / "copied"
    async with opened() as story:
        story.app.take_config(parse_config(f"[tools]\nclipboard = 'tee {target}'\n"))
        await story.press("e", "y")
        await story.wait_until(lambda: target.exists() and target.read_text("utf-8") != "")
        assert story.status.startswith("Sent ")
        assert "tee" in story.status
        assert target.read_text("utf-8") == story.screen.view.current_fact.text  # type: ignore[union-attr]  # e chose it


async def test_without_a_voice_the_settings_are_named(opened: Open) -> None:
    async with opened() as story:
        await story.press("f8")
        assert "tools.speech" in story.status


async def test_an_article_is_read_aloud_until_it_is_stopped(opened: Open, tmp_path: Path) -> None:
    async with opened() as story:
        story.app.take_config(parse_config("[tools]\nspeech = 'sleep 600'\n"))
        await story.press("f8")
        voice = story.screen._voice
        assert voice is not None
        assert voice.poll() is None
        await story.press("f8")
        assert voice.wait(10) != 0
        assert story.status == "Silent."
