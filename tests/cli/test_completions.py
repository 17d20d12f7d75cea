"""What the shells are told is what the parsers take, and the shells can use it."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from reader.cli import COMMANDS, main
from reader.cli.commands.completions import SHELLS
from reader.cli.grammar import commands, opening
from reader.settings.options import OPTIONS

_HARNESS = """
eval "$1"; shift
COMP_WORDS=("$@"); COMP_CWORD=$(( $# - 1 ))
_dateline
printf '%s\\n' "${COMPREPLY[@]}"
"""


@pytest.fixture(scope="module")
def scripts() -> dict[str, str]:
    """The script of each shell."""
    from importlib import import_module

    top, all_of_them = opening(), commands()
    return {shell: import_module(f"reader.cli.shells.{shell}").script(top, all_of_them) for shell in SHELLS}


@pytest.mark.skipif(shutil.which("bash") is None, reason="bash is not installed")
@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        (["dateline", "comp"], {"completions"}),
        (["dateline", "completions", ""], {"bash", "zsh", "fish"}),
        (["dateline", "facts", "--format", "j"], {"jsonl", "json"}),
        (["dateline", "--library", "news", "facts", "--fo"], {"--format"}),
        (["dateline", "config", "highlights.da"], {"highlights.date"}),
        (["dateline", "feeds", "re"], {"rename", "resume", "read"}),
        (["dateline", "feeds", "full", "Reuters", "a"], {"always"}),
        (["dateline", "facts", "ar"], {"article one.md", "archive"}),
        (["dateline", "--library", "ar"], {"archive"}),
        (["dateline", "search", "--limit", ""], {""}),
    ],
)
def test_bash_offers(scripts: dict[str, str], tmp_path: Path, typed: list[str], offered: set[str]) -> None:
    (tmp_path / "article one.md").write_text("x")
    (tmp_path / "archive").mkdir()
    ran = subprocess.run(
        ["bash", "--norc", "-c", _HARNESS, "bash", scripts["bash"], *typed],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=True,
    )
    assert set(ran.stdout.strip("\n").split("\n")) == offered, ran.stderr


@pytest.mark.parametrize("shell", SHELLS)
def test_a_shell_takes_its_script(scripts: dict[str, str], shell: str) -> None:
    if shutil.which(shell) is None:
        pytest.skip(f"{shell} is not installed")
    subprocess.run([shell, "-n"], input=scripts[shell], text=True, check=True)


@pytest.mark.parametrize("shell", SHELLS)
def test_a_script_knows_every_command_and_option(scripts: dict[str, str], shell: str) -> None:
    for command in commands():
        assert command.name in scripts[shell]
        for flag in command.flags:
            longest = max(flag.names, key=len)
            assert (f"-l {longest[2:]}" if shell == "fish" else longest) in scripts[shell]
    for option in OPTIONS:
        assert option.name in scripts[shell]


def test_the_tables_are_those_of_the_command_line() -> None:
    assert {command.name for command in commands()} == set(COMMANDS)
    for command in commands():
        assert command.description
        assert "--help" in {name for flag in command.flags for name in flag.names}


def test_an_unknown_shell_is_wrong_use(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["completions", "tcsh"]) == 2
    assert "bash" in capsys.readouterr().err
