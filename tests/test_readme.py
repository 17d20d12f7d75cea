"""README promises; here each of its commands is run, and its first five minutes are lived."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from reader.cli import COMMANDS
from tests.tui.conftest import Open, opened, seeded

__all__ = ["opened", "seeded"]  # fixtures

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text("utf-8")
BLOCKS = re.findall(r"^```sh\n(.*?)^```", README, re.S | re.M)
NEWSBOAT, COMMAND_LINE = (block.splitlines() for block in BLOCKS[2:4])


def test_the_first_block_opens_the_samples_and_the_second_passes_the_tests() -> None:
    # .ci/run does both literally, on a fresh copy.
    assert BLOCKS[0].strip() == "python3 -m venv .venv && .venv/bin/pip install -q . && .venv/bin/dateline seeds"
    assert BLOCKS[1].strip() == (
        "python3 -m venv .venv && .venv/bin/pip install -q -e '.[dev]' && .venv/bin/pytest -n auto"
    )
    extras = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["optional-dependencies"]
    assert any(needed.startswith("pytest-xdist") for needed in extras["dev"])


def run(line: str, tmp_path: Path, code: int = 0) -> str:
    """Run a command of README in a folder with the samples; gives what it prints."""
    programs = tmp_path / "programs"
    programs.mkdir(exist_ok=True)
    (programs / "dateline").write_text(f'#!/bin/sh\nexec "{sys.executable}" -m reader "$@"\n')
    (programs / "dateline").chmod(0o755)
    environment = {
        **os.environ,
        "PATH": f"{programs}{os.pathsep}{os.environ['PATH']}",
        "PYTHONPATH": str(ROOT),
        "HOME": str(tmp_path),
        "DATELINE_HOME": str(tmp_path / "library"),
        "DATELINE_CONFIG": str(tmp_path / "config.toml"),
    }
    # The folder that is written to is not the checkout.
    shutil.copytree(ROOT / "seeds", tmp_path / "seeds", dirs_exist_ok=True)
    ran = subprocess.run(
        ["bash", "-o", "pipefail", "-c", line.replace(".venv/bin/", "")],
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert ran.returncode == code, ran.stderr
    return ran.stdout


@pytest.mark.skipif(sys.platform == "win32", reason="the commands are for a Unix shell")
@pytest.mark.parametrize("line", COMMAND_LINE)
def test_a_command_prints_what_stands_beside_it(line: str, tmp_path: Path) -> None:
    promised = re.search(r"# “(.+)”$", line)
    assert promised is not None
    assert promised[1] in run(line, tmp_path)


@pytest.mark.skipif(sys.platform == "win32", reason="the commands are for a Unix shell")
def test_who_comes_from_newsboat_finds_the_feeds(tmp_path: Path) -> None:
    follow, refresh, opening = NEWSBOAT
    assert run(refresh, tmp_path) == ""
    (tmp_path / ".newsboat").mkdir()
    (tmp_path / ".newsboat/urls").write_text('https://example.org/feed.xml world "~The Example"\n"exec:touch here"\n')
    run(follow, tmp_path, code=1)  # a line of the list was refused
    assert "The Example" in run(".venv/bin/dateline feeds", tmp_path)
    assert not (tmp_path / "here").exists()
    assert opening.split("#")[0].strip() == ".venv/bin/dateline"


def test_every_other_command_names_a_module_that_is_there() -> None:
    for name in re.findall(r"python -m (tests[\w.]+)", README):
        assert (ROOT / f"{name.replace('.', '/')}.py").is_file(), name
    for name in re.findall(r"`dateline ([a-z_]+)`", README):
        assert name in COMMANDS


def test_pictures_and_links_lead_somewhere() -> None:
    targets = re.findall(r"\]\(([^)\s]+)\)", README)
    assert any(target.startswith("screenshots/") for target in targets)
    for target in targets:
        assert (ROOT / target).exists(), target


def _keys(item: int) -> list[str]:
    """The keys of one of the five things to do first."""
    found = re.search(rf"^{item}\. (.*?)(?=^\d\. |\n\n)", README, re.S | re.M)
    assert found is not None
    return re.findall(r"`([^`]+)`", found[1])


async def test_the_five_things_to_do_first(opened: Open) -> None:
    async with opened() as story:
        first = story.title
        assert _keys(1)[:3] == ["Space", "J", "K"]
        await story.press("space", "J")
        assert story.title != first
        await story.press("K")
        assert story.title == first

        assert _keys(2)[:3] == ["e", "t", "w"]
        await story.press("e")
        assert story.selected_text
        await story.press("t")
        assert story.screen.view.current_fact is not None
        await story.press("w")
        assert story.status

        assert _keys(3)[:3] == ["P", "2021-12-30", "Enter"]
        await story.press("P")
        await story.type("2021-12-30")
        await story.press("enter")
        assert story.screen.view.document is not None
        assert str(story.screen.view.document.published) == "2021-12-30"

        assert _keys(4)[:2] == ["f", "borel uninvolvd"]
        await story.press("f")
        await story.type("borel uninvolvd")
        await story.wait_until(lambda: "uninvolved" in story.screen_text())
        await story.press("enter")
        assert "Borrell" in story.shown

        assert _keys(5)[:5] == ["5", "m", "Esc", "I", "W"]
        await story.press("5", "m")
        await story.type("Who else says so?")
        await story.press("escape", "I")
        await story.wait_until(lambda: "Who else says so?" in story.screen_text())
        await story.press("q", "W")
        await story.wait_until(lambda: "Markdown" in story.screen_text())
