"""``dateline timeline`` over the samples."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from reader.cli import main
from reader.jobs.take_in import take_in
from reader.library import Library
from tests.library.test_pages_across import GENEVA, PHONE, fill

SEEDS = Path(__file__).parents[2] / "seeds"


@pytest.fixture
def home(tmp_path: Path) -> Path:
    with Library.open(tmp_path / "home") as library:
        fill(library, "geneva", GENEVA, "2021-12-28")
        fill(library, "phone", PHONE, "2022-01-01")
        take_in(library, [str(SEEDS / "2021-12-25-webb-telescope.md")], lambda done, total, failed: None)
    return tmp_path / "home"


def test_lines_in_time_order(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["timeline", "--library", str(home), "--format", "jsonl"]) == 0
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    met = next(line for line in lines if line["line"] == "Joe Biden – met – Vladimir Putin")
    assert GENEVA[met["start"] : met["end"]].startswith("Joe Biden met")
    assert any("Webb" in line["title"] for line in lines)  # no facts of it had been taken
    assert [line["first"] for line in lines] == sorted(line["first"] for line in lines)


def test_narrowed_and_counted(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert (
        main(["timeline", "--library", str(home), "--from", "2022-01", "--to", "2022-01", "--query", "Zelensky"]) == 0
    )
    out = capsys.readouterr().out
    assert "Joe Biden – will telephone – Volodymyr Zelensky" in out
    assert "Putin" not in out
    assert main(["timeline", "--library", str(home), "--months", "--format", "jsonl"]) == 0
    assert json.loads(capsys.readouterr().out.splitlines()[0]) == {"month": "2021-06", "count": 1}


def test_a_date_that_is_none(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["timeline", "--library", str(home), "--from", "soon"]) == 2
    assert "is no date" in capsys.readouterr().err
