"""Streams, outputs and files of one's own that are hostile: answered in a sentence, never with a crash or for ever."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from reader.cli import main
from reader.cli.lines import asked_in, lines_of
from reader.cli.printing import json_text
from reader.library import Library
from reader.model.regular import bytes_of
from reader.search.aliases import aliases
from reader.settings.config import load_config
from reader.tui.habits import Habits

ROOT = Path(__file__).parents[2]
STEERS = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
EVIL = "\x1b]0;x\x07 \x9b31m \u202e \u2066 \u2028 \x7f \ud800"
posix = pytest.mark.skipif(sys.platform == "win32", reason="POSIX files")


def dateline(*words: str, given: bytes = b"", stdout: object = subprocess.PIPE) -> subprocess.CompletedProcess[bytes]:
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "DATELINE_CONFIG": os.devnull}
    command = [sys.executable, "-m", "reader", *words]
    return subprocess.run(command, input=given, stdout=stdout, stderr=subprocess.PIPE, env=environment, timeout=120)  # type: ignore[call-overload,no-any-return]  # stdout is a file or a number


LINES = [
    b"[" * 200_000, b'{"text":' * 50_000, b"\xff\xfe", b'"x"', b"7", b"null", b"{}", b'{"id":' + b"9" * 6_000 + b"}",
    '{"text": "b"}'.encode("utf-16"), b'{"text": 7}', b'{"document": "\\ud800", "text": ["\\ud800"]}',
    b'{"document": "a\\u0000b", "text": "a", "published": 1e999}', b'{"document": "http://\\ud800/", "text": null}',
]  # fmt: skip


def test_lines_that_are_no_questions_are_answered_each(tmp_path: Path) -> None:
    article = tmp_path / "a.txt"
    article.write_text("The talks went on, said Joe Biden.\n")
    home = str(tmp_path / "home")
    good = {"document": str(article), "start": 0, "end": 3, "label": EVIL, "note": EVIL, "key": EVIL, "tags": [EVIL]}
    given = b"\n".join([*LINES, json.dumps(good).encode()]) + b"\n"
    ended = dateline("--library", home, "annotate", "--input", "jsonl", "-", given=given)
    answers = [json.loads(line) for line in ended.stdout.splitlines()]
    assert [answer["ok"] for answer in answers] == [False] * len(LINES) + [True], ended.stderr
    assert not STEERS.search(ended.stdout.decode())
    with Library.open(Path(home)) as library:
        (kept,) = library.annotations.all()
        assert not any(STEERS.search(words) for words in (kept.label, kept.note, *kept.tags))


def test_a_stream_of_texts_goes_on_after_each_bad_line() -> None:
    given = b"\n".join([*LINES, json.dumps({"id": EVIL, "text": f"Joe Biden {EVIL} spoke on Monday."}).encode()])
    ended = dateline("facts", "--input", "jsonl", "-", given=given + b"\n")
    answers = [json.loads(line) for line in ended.stdout.splitlines()]
    assert len(answers) == len(LINES) + 1, ended.stderr
    assert ["error" in answer for answer in answers] == [True] * len(LINES) + [False]
    assert ended.returncode == 1
    # As it was given to whoever reads the JSON, and yet nothing that steers the terminal it is printed on.
    assert answers[-1]["text"] == f"Joe Biden {EVIL} spoke on Monday."
    assert not STEERS.search(ended.stdout.decode())


@pytest.mark.parametrize("line", LINES[:5])
def test_what_is_wrong_with_a_line_is_a_few_words(line: bytes) -> None:
    with pytest.raises(ValueError, match="not a"):
        asked_in(line)


def test_json_is_the_same_to_whoever_reads_it() -> None:
    every = "".join(map(chr, (*range(0x20), *range(0x7F, 0xA1), *range(0x2020, 0x2070), 0xD800, 0x20, 0xDFFF, 0x1F600)))
    assert json.loads(json_text({every: [every]})) == {every: [every]}
    assert not STEERS.search(json_text([every]))
    assert "\U0001f600" in json_text(every)


def test_a_line_without_end_is_cut_and_passed_over(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("reader.cli.lines.LONGEST", 10)
    (tmp_path / "lines").write_bytes(b"a" * 35 + b"\nb\n" + b"c" * 9 + b"\n" + b"d" * 10)
    with open(tmp_path / "lines", "rb") as stream:
        assert list(lines_of(stream)) == [b"a" * 10, b"b\n", b"c" * 9 + b"\n", b"d" * 10]


@posix
def test_an_input_without_end_comes_to_one() -> None:
    with open("/dev/zero", "rb") as endless:
        command = [sys.executable, "-m", "reader", "facts", "-"]
        ended = subprocess.run(command, stdin=endless, capture_output=True, timeout=120, check=False, cwd=ROOT)
    assert ended.returncode == 1
    assert b"is not text" in ended.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
@pytest.mark.parametrize("command", [["list"], ["doctor"], ["config"], ["completions", "bash"], ["search", "x"]])
def test_an_output_that_is_full_is_told_in_a_line(command: list[str], tmp_path: Path) -> None:
    article = tmp_path / "a.txt"
    article.write_text("x marks the spot\n")
    home = str(tmp_path / "home")
    assert main(["--library", home, "add", str(article)]) == 0
    with open("/dev/full", "wb") as full:
        ended = dateline("--library", home, *command, stdout=full)
    assert ended.returncode == 1
    assert ended.stderr.decode().strip().split("\n") == ["dateline: standard output: no space left on device"]


@posix
@pytest.mark.parametrize("kind", ["fifo", "zero", "loop", "folder", "garbage", "nested"])
def test_files_of_ones_own_that_are_none(kind: str, tmp_path: Path) -> None:
    path = tmp_path / "own"
    if kind == "fifo":
        os.mkfifo(path)
    elif kind in ("zero", "loop"):
        path.symlink_to("/dev/zero" if kind == "zero" else path)
    elif kind == "folder":
        path.mkdir()
    else:
        path.write_bytes(bytes(range(256)) * 9 if kind == "garbage" else b"a=" + b"[" * 100_000)
    config = load_config(path)
    assert len(config.problems) == 1
    assert Habits(path).get("theme", "none") == "none"
    assert aliases(path).others(("kiev",)) == aliases().others(("kiev",)) != ()
    for name in ("notes.db", "library.db"):
        home = tmp_path / f"home-{name}"
        home.mkdir()
        (shutil.copytree if kind == "folder" else os.symlink)(path, home / name)
        ended = dateline("--library", str(home), "list")
        assert ended.returncode == 1, kind
        assert len(ended.stderr.splitlines()) == 1


@posix
def test_a_library_whose_name_steers_a_terminal(tmp_path: Path) -> None:
    home = tmp_path / "li\x1b]0;x\x07b\u009b1m\n\udcff\udc9b"
    article = tmp_path / "a\x1b[1m\udcff.txt"
    article.write_text("The talks went on, said Joe Biden.\n")
    backup = str(tmp_path / "b\x1b[2J.zip")
    note = ["annotate", str(article), "--start", "0", "--end", "3", "--label", "\x1bc"]
    commands = [["add", str(article)], ["list"], note, ["doctor"], ["backup", backup], ["restore", backup]]
    for command in (*commands, ["export", "--to", "jsonl"]):
        ended = dateline("--library", str(home), *command)
        assert ended.returncode == 0, ended.stderr
        for told in (ended.stdout, ended.stderr):
            assert not STEERS.search(told.decode("utf-8", "surrogateescape")), command


def test_the_null_device_is_an_empty_file() -> None:
    assert bytes_of(os.devnull) == b""
    assert not load_config(Path(os.devnull)).problems
