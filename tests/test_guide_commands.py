"""The commands that the guide shows are typed as they stand there, in a folder like its reader's."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from reader.tui.screens.guide import guide_text

ROOT = Path(__file__).parents[1]
SEEDS = ROOT / "seeds"
_SECTION = guide_text().split("\n## The command line\n")[1].split("\n## ")[0]
_BLOCKS = re.findall(r"^```sh\n(.*?)^```", _SECTION, re.S | re.M)
LINES = [line.partition("  #")[0].strip() for line in _BLOCKS[0].splitlines()]
SERVING = "dateline serve --read-only"
"""It would not end; tests/cli/test_serve_command.py does it."""


@pytest.fixture
def at_home(tmp_path: Path) -> dict[str, str]:
    """A folder with the files that the guide speaks of; gives the environment to run in."""
    shutil.copytree(SEEDS, tmp_path / "seeds")
    shutil.copy(SEEDS / "2021-12-07-video-call.md", tmp_path / "article.md")
    shutil.copy(SEEDS / "2022-01-13-osce-vienna.html", tmp_path / "page.html")
    for name in ("article.txt", "a.txt"):
        shutil.copy(SEEDS / "000_73ca37d0c5ce4629.txt", tmp_path / name)
    programs = tmp_path / "programs"
    programs.mkdir()
    (programs / "dateline").write_text(f'#!/bin/sh\nexec "{sys.executable}" -m reader "$@"\n')
    (programs / "dateline").chmod(0o755)
    return {
        **os.environ,
        "PATH": f"{programs}{os.pathsep}{os.environ['PATH']}",
        "PYTHONPATH": str(ROOT),
        "HOME": str(tmp_path),
        "DATELINE_HOME": str(tmp_path / "library"),
        "DATELINE_CONFIG": str(tmp_path / "config.toml"),
    }


def typed(line: str, folder: Path, environment: dict[str, str]) -> subprocess.CompletedProcess[str]:
    """Run a command of the guide."""
    return subprocess.run(
        ["bash", "-o", "pipefail", "-c", line],
        cwd=folder, env=environment, capture_output=True, text=True, timeout=60, stdin=subprocess.DEVNULL,
    )  # fmt: skip


@pytest.mark.skipif(sys.platform == "win32", reason="the commands are for a Unix shell")
def test_every_command_of_the_guide_works_in_its_turn(tmp_path: Path, at_home: dict[str, str]) -> None:
    assert SERVING in LINES
    assert len(LINES) > 15
    for line in LINES:
        if line == SERVING:
            continue
        if line.startswith("dateline import"):  # what another program would have written
            typed("dateline export --to w3c - > notes.jsonld", tmp_path, at_home)
        ran = typed(line, tmp_path, at_home)
        opens_the_reader = not line.split("|")[-1].split()[1].isalpha() or line == "dateline seeds"
        if opens_the_reader and "--help" not in line:
            assert ran.returncode == 2, line
            assert "the reader needs a terminal" in ran.stderr
            assert "Putin" in ran.stdout
        else:
            assert ran.returncode == 0, f"{line}: {ran.stderr}"
    assert "Ask Peskov" in "".join(path.read_text("utf-8") for path in (tmp_path / "notes").rglob("*.md"))
    assert (tmp_path / "train.jsonl").stat().st_size


@pytest.mark.skipif(sys.platform == "win32", reason="the commands are for a Unix shell")
def test_the_script_that_annotates_works(tmp_path: Path, at_home: dict[str, str]) -> None:
    ran = typed(_BLOCKS[1], tmp_path, at_home)
    assert ran.returncode == 0, ran.stderr
    assert ran.stdout.count('"ok": true') == 2
