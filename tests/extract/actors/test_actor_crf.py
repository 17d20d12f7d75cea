"""The sequence model itself: its file, its arithmetic, its decoding against the definition."""

from __future__ import annotations

import itertools
import math
from array import array
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.extract.actors.crf import LABELS, SCALE, Table, indexed, pack, unpack

COUNT = len(LABELS)
WEIGHTS = st.lists(st.integers(-3 * SCALE, 3 * SCALE), min_size=COUNT, max_size=COUNT)
TRANSITIONS = st.lists(st.lists(st.floats(-2, 2), min_size=COUNT, max_size=COUNT), min_size=COUNT, max_size=COUNT)


def table(rows: list[list[int]], transitions: list[list[float]]) -> Table:
    flat = array("h", [weight for row in rows for weight in row])
    return Table(indexed([f"f{number}" for number in range(len(rows))]), flat, transitions)


def legal(path: tuple[int, ...]) -> bool:
    for before, after in itertools.pairwise((0, *path, 0)):
        if LABELS[after].startswith("I-") and LABELS[before][2:] != LABELS[after][2:]:
            return False
    return True


@settings(max_examples=25, deadline=None)
@given(st.lists(WEIGHTS, min_size=1, max_size=3), TRANSITIONS)
def test_decoding_agrees_with_trying_every_path(rows: list[list[int]], transitions: list[list[float]]) -> None:
    model = table(rows, transitions)
    rated = model.steps([model.row(f"f{number}") for number in range(len(rows))])
    path, marginals = model.path(rated), model.marginals(rated)
    scores = {}
    for labels in itertools.product(range(COUNT), repeat=len(rows)):
        if legal(labels):
            steps = sum(transitions[one][other] for one, other in itertools.pairwise((0, *labels, 0)))
            scores[labels] = sum(row[label] for row, label in zip(rows, labels, strict=True)) / SCALE + steps
    best = max(scores.values())
    assert legal(tuple(path))
    assert scores[tuple(path)] == pytest.approx(best)
    total = sum(math.exp(score - best) for score in scores.values())
    for at in range(len(rows)):
        for label in range(COUNT):
            share = sum(math.exp(score - best) for labels, score in scores.items() if labels[at] == label)
            assert marginals[at][label] == pytest.approx(share / total, abs=1e-6)


@given(st.lists(WEIGHTS, min_size=1, max_size=5))
def test_packed_sums_are_sums(rows: list[list[int]]) -> None:
    flat = [[0.0] * COUNT] * COUNT
    model = table(rows, flat)
    names = [f"f{number}" for number in range(len(rows))]
    single = table([[sum(lane) for lane in zip(*rows, strict=True)]], flat) if max_sum(rows) < 32768 else None
    if single:
        assert model.total(names) == single.row("f0")
    assert model.total(["unknown"]) == 0


def max_sum(rows: list[list[int]]) -> int:
    return max(abs(int(sum(lane))) for lane in zip(*rows, strict=True))


def test_a_model_survives_its_file(tmp_path: Path) -> None:
    one = {"w=é": [1, -2, 3, 0, 0, 0, 32767], "b": [0, 0, 0, 0, 0, 0, -32767]}
    two = {"c": [5] * COUNT}
    transitions = [[0.5] * COUNT] * COUNT
    file = tmp_path / "model"
    file.write_bytes(pack([(one, transitions), (two, transitions)], {"common": ["a"]}))
    (first, second), extra = unpack(file)
    for name, weights in one.items():
        assert first.row(name) == table([weights], transitions).row("f0")
    assert "c" in second
    assert "c" not in first
    assert extra == {"common": ["a"]}


@pytest.mark.parametrize("content", [b"", b"not a model", b"x" * 1000])
def test_a_damaged_file_is_told_in_one_sentence(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "actors.model"
    file.write_bytes(content)
    with pytest.raises(ValueError, match=r"actors\.model is no actor model"):
        unpack(file)
