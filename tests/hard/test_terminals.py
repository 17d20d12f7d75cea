"""Windows of any size, terminals of any kind, and none at all."""

from __future__ import annotations

import os
import random
import subprocess
import sys
from pathlib import Path

import pytest

from tests.terminal import Terminal
from tests.test_terminal import reader, restored

ROOT = Path(__file__).parents[2]
ARTICLE = "seeds/000_73ca37d0c5ce4629.txt"


@pytest.mark.skipif(sys.platform == "win32", reason="there are no ptys")
def test_a_storm_of_sizes_while_keys_are_pressed(tmp_path: Path) -> None:
    chance = random.Random(3)
    with Terminal(reader(tmp_path, "seeds"), 100, 30, cwd=str(ROOT)) as terminal:
        terminal.wait_for("Ukraine conflict")
        for _ in range(60):
            terminal.resize(chance.choice((1, 2, 5, 17, 40, 80, 150)), chance.choice((1, 2, 6, 24, 50)))
            os.write(terminal.fd, chance.choice("jkeGgit ").encode())
            terminal.read(0.01)
        terminal.resize(100, 30)
        terminal.press("esc", "esc")
        terminal.wait_for("q")
        for _ in range(6):
            if terminal.status is None:
                terminal.press("q")
                terminal.read(0.3)
        assert terminal.wait_exit() == 0
        assert restored(terminal)
        assert b"Traceback" not in terminal.raw


ENVIRONMENTS = [
    {"NO_COLOR": "1"},
    {"LANG": "C", "LC_ALL": "C"},
    {"LC_ALL": "POSIX", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    {"TERM": "vt100", "COLORTERM": ""},
    {"TERM": "linux", "COLORTERM": ""},
    {"TERM": "nonsense"},
    {"COLUMNS": "0", "LINES": "-3"},
]


@pytest.mark.skipif(sys.platform == "win32", reason="there are no ptys")
@pytest.mark.parametrize("environment", ENVIRONMENTS, ids=lambda one: ",".join(one))
def test_terminals_of_any_kind(tmp_path: Path, environment: dict[str, str]) -> None:
    with Terminal(reader(tmp_path, ARTICLE), cwd=str(ROOT), env=environment) as terminal:
        terminal.wait_for("Given the ongoing tensions")
        terminal.press("e", "j", "q")
        assert terminal.wait_exit() == 0
        assert b"Traceback" not in terminal.raw


@pytest.mark.parametrize("term", ["dumb", ""])
@pytest.mark.skipif(sys.platform == "win32", reason="there are no ptys")
def test_what_is_no_screen_gets_a_list(tmp_path: Path, term: str) -> None:
    with Terminal(reader(tmp_path, ARTICLE), cwd=str(ROOT), env={"TERM": term}) as terminal:
        assert terminal.wait_exit() == 2
        assert b"\x1b" not in terminal.raw
        assert "Ukraine conflict" in terminal.text


@pytest.mark.parametrize("closed", [False, True])
def test_without_any_terminal(tmp_path: Path, closed: bool) -> None:
    ended = subprocess.run(
        reader(tmp_path, ARTICLE), stdin=subprocess.DEVNULL, capture_output=True, check=False, cwd=ROOT, timeout=60,
        preexec_fn=(lambda: os.close(0)) if closed and sys.platform != "win32" else None,
    )  # fmt: skip
    assert ended.returncode == 2
    assert b"Ukraine conflict" in ended.stdout
    assert b"Traceback" not in ended.stderr


@pytest.mark.skipif(sys.platform != "linux", reason="names that are no text")
@pytest.mark.parametrize("encoding", ["utf-8", "ascii", "latin-1"])
def test_names_that_no_encoding_can_say(tmp_path: Path, encoding: str) -> None:
    folder = tmp_path / "odd"
    folder.mkdir()
    for name in (
        b"not\xffutf8.txt",
        "Ж“é”.md".encode(),
        b"line\nbreak.txt",
        b"\x1b]0;x\x07.txt",
        b"-rf.txt",
        b"%s.txt",
    ):
        Path(os.fsdecode(os.path.join(os.fsencode(folder), name))).write_text("Talks in Geneva, said “Жюль”.")
    environment = {**os.environ, "PYTHONIOENCODING": encoding, "PYTHONPATH": str(ROOT)}
    for command in (
        ["add", str(folder)],
        ["list"],
        ["list", "--format", "jsonl"],
        ["search", "geneva"],
        ["facts", str(folder)],
    ):
        ended = subprocess.run(
            [*reader(tmp_path), *command], capture_output=True, check=False, cwd=ROOT, env=environment, timeout=60
        )
        assert ended.returncode in (0, 1), (command, ended.stderr)
        assert b"Traceback" not in ended.stderr, command
        assert b"something broke" not in ended.stderr, (command, ended.stderr)
        assert b"\x1b" not in ended.stdout + ended.stderr, command
