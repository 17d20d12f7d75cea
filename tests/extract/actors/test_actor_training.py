"""Training: the quirks of the sets put right, and the same model from the same data."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from reader.extract.actors.corpus import SETS, read
from reader.extract.actors.crf import unpack
from reader.extract.actors.gazetteer import gazetteer


def document(number: int, text: str, *names: tuple[str, str]) -> dict[str, object]:
    spans = [{"start": text.index(name), "end": text.index(name) + len(name), "kind": kind} for name, kind in names]
    return {"id": f"d{number}", "text": text, "spans": spans}


@pytest.fixture
def data(tmp_path: Path) -> Path:
    places, people = ["Rome", "Oslo", "Lima", "Cairo"], ["Ann Lee", "Bob Ray", "Cem Arslan"]
    for name in SETS:
        lines = [
            document(i, f"{person} met the Board of {place} in {place}.", (person, "person"), (place, "place"))
            for i, (person, place) in enumerate((person, place) for person in people for place in places)
        ]
        (tmp_path / f"{name}.jsonl").write_text("\n".join(map(json.dumps, lines)) + "\n", "utf-8")
    return tmp_path


def labels(tmp_path: Path, line: dict[str, object]) -> dict[str, str]:
    (tmp_path / "one.jsonl").write_text(json.dumps(line), "utf-8")
    (gold,) = read(tmp_path, gazetteer(), ("one",))
    return dict(zip(gold.tokens.words, gold.labels, strict=True))


def test_titles_articles_and_endings_are_cut_from_names(tmp_path: Path) -> None:
    text = "Senator Rick Santorum left the White House's lawn."
    found = labels(tmp_path, document(1, text, ("Senator Rick Santorum", "person"), ("the White House's", "org")))
    assert (found["Senator"], found["Rick"], found["Santorum"]) == ("O", "B-PER", "I-PER")
    assert (found["the"], found["White"], found["House"], found["'s"]) == ("O", "B-ORG", "I-ORG", "O")


def test_nationalities_and_accounts_are_no_names(tmp_path: Path) -> None:
    text = "A German skier wrote to @smith from Turin"
    found = labels(tmp_path, document(1, text, ("German", "place"), ("smith", "person"), ("Turin", "place")))
    assert [found[word] for word in ("German", "smith", "Turin")] == ["O", "O", "B-LOC"]


def run(data: Path, target: Path, seed: str) -> None:
    command = [sys.executable, "-m", "reader.extract.actors.train", str(data), "--unscored", "--to", str(target)]
    environment = {**os.environ, "PYTHONHASHSEED": seed}
    subprocess.run(command, check=True, capture_output=True, env=environment, cwd=Path(__file__).parents[3])


def test_the_same_data_gives_the_same_model(data: Path, tmp_path: Path) -> None:
    pytest.importorskip("pycrfsuite")
    one, other = tmp_path / "one", tmp_path / "other"
    run(data, one, "1")
    run(data, other, "2")
    assert one.read_bytes() == other.read_bytes()
    tables, extra = unpack(one)
    assert len(tables) == 2
    assert "common" in extra


def test_a_missing_set_is_told(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "reader.extract.actors.train", str(tmp_path)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=Path(__file__).parents[3])
    assert done.returncode == 2
    assert done.stderr.startswith("cannot read the training sets:")
    assert "Traceback" not in done.stderr
