"""``dateline search``, ``add``, ``list``, ``doctor``, ``backup`` and ``restore``."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from reader.cli import COMMANDS, main

ROOT = Path(__file__).parents[2]
SEEDS = ROOT / "seeds"


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A library of the test's own."""
    home = tmp_path / "library"
    monkeypatch.setenv("DATELINE_HOME", str(home))
    return home


def test_search_forgives_typos_and_says_where(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["search", "--in", str(SEEDS), "--format", "jsonl", "borel", "uninvolvd"]) == 0
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    best = lines[0]
    assert best["path"].endswith("000_73ca37d0c5ce4629.txt")
    assert {match["for"] for match in best["matches"]} == {"borel", "uninvolvd"}
    text = (SEEDS / "000_73ca37d0c5ce4629.txt").read_text("utf-8")
    for match in best["matches"]:
        assert text[match["start"] : match["end"]] == match["text"]


def test_search_within_a_part_finds_only_there(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    (other / "a.txt").write_text("Josep Borrell spoke of uninvolved people.\n", "utf-8")
    assert main(["add", str(SEEDS), str(other)]) == 0
    capsys.readouterr()
    assert main(["search", "--in", str(other), "--format", "jsonl", "uninvolved"]) == 0
    assert [json.loads(line)["path"] for line in capsys.readouterr().out.splitlines()] == [str(other / "a.txt")]


@pytest.mark.parametrize("query", ['"', "actor:", "-", "NEAR(a", "a OR", "*", "(", "col:x AND", "''--", "\x1b[2J"])
def test_an_odd_query_is_no_error(query: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["search", "--in", str(SEEDS), "--", query]) == 0
    assert "\x1b" not in "".join(capsys.readouterr())


def test_a_search_before_anything_was_added_finds_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["search", "borrell"]) == 0
    assert capsys.readouterr().err == (
        "dateline: nothing found: the library is empty; dateline add FOLDER fills it, and --in PATH searches files\n"
    )


def test_what_could_not_be_added_is_not_counted_off_the_rest(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    assert main(["add", "/nowhere"]) == 1
    assert not capsys.readouterr().out
    assert main(["add", str(SEEDS), "/nowhere"]) == 1
    assert capsys.readouterr().out.startswith("10 articles of ")


def test_list_shows_what_was_added(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["add", str(SEEDS)]) == 0
    assert "10 articles" in capsys.readouterr().out
    assert main(["list", "--format", "jsonl", "--sort", "date"]) == 0
    days = [json.loads(line)["published"] for line in capsys.readouterr().out.splitlines()]
    assert len(days) == 10
    dated = [day for day in days if day]
    assert dated == sorted(dated, reverse=True)


def test_a_backup_goes_to_another_machine(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert main(["add", str(SEEDS)]) == 0
    assert main(["backup", str(tmp_path / "all.zip")]) == 0
    other = tmp_path / "elsewhere"
    assert main(["--library", str(other), "restore", str(tmp_path / "all.zip")]) == 0
    capsys.readouterr()
    assert main(["--library", str(other), "list", "--format", "jsonl"]) == 0
    assert len(capsys.readouterr().out.splitlines()) == 10


def test_doctor_is_content_with_a_sound_library(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["add", str(SEEDS)]) == 0
    capsys.readouterr()
    assert main(["doctor"]) == 0
    assert "BAD" not in capsys.readouterr().out


def test_doctor_says_what_is_wrong_and_touches_nothing(capsys: pytest.CaptureFixture[str], home: Path) -> None:
    home.mkdir()
    (home / "library.db").write_bytes(b"not a library at all" * 100)
    assert main(["doctor"]) == 1
    assert "BAD" in capsys.readouterr().out
    assert (home / "library.db").read_bytes() == b"not a library at all" * 100


@pytest.mark.parametrize("arguments", [["--version"], ["--help"], ["facts", "--help"]])
def test_version_and_help_do_not_load_the_screen(arguments: list[str]) -> None:
    code = (
        "import sys\nfrom reader.cli import main\n"
        "try:\n    main(sys.argv[1:])\nexcept SystemExit:\n    pass\n"
        "heavy = {'textual', 'rich', 'markdown_it', 'rapidfuzz', 'trafilatura', 'sqlite3'} & set(sys.modules)\n"
        "sys.exit(repr(heavy) if heavy else 0)"
    )
    done = subprocess.run([sys.executable, "-c", code, *arguments], capture_output=True, text=True, cwd=ROOT)
    assert done.returncode == 0, done.stderr


def test_help_names_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["--help"])
    assert ended.value.code == 0
    out = capsys.readouterr().out
    assert all(command in out for command in COMMANDS)


def test_without_a_terminal_the_articles_are_listed_and_the_exit_code_is_2() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "reader", "seeds"], capture_output=True, text=True, cwd=ROOT, stdin=subprocess.DEVNULL
    )
    assert done.returncode == 2
    assert len(done.stdout.splitlines()) == 10
    assert len(done.stderr.splitlines()) == 1


def test_a_path_that_is_not_there_is_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["no/such/place"]) == 1
    assert capsys.readouterr().err == "dateline: no/such/place: no such file or folder\n"


def test_a_backup_writes_over_nothing_unasked(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    precious = tmp_path / "precious.txt"
    precious.write_text("precious", "utf-8")
    assert main(["backup", str(precious)]) == 2
    assert precious.read_text("utf-8") == "precious"
    assert main(["backup", "--force", str(precious)]) == 0
    assert precious.read_bytes().startswith(b"PK")


def test_a_missing_path_is_told_and_the_others_are_added(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["add", "no/such/place", str(SEEDS)]) == 1
    out, err = capsys.readouterr()
    assert "no/such/place: no such file or folder" in err
    assert "articles" in out
