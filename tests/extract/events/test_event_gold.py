"""Our gold is well formed, and what it measures does not sink unseen."""

from __future__ import annotations

import pytest

from reader.extract.pipeline import extract
from tests.bench.facts import GOLD, read_gold, score

FILES = sorted(GOLD.glob("news-*.txt"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_gold_words_stand_in_their_sentences(path: object) -> None:
    for article in read_gold(next(item for item in FILES if item == path)):
        assert article.text
        assert article.events or article.figures or article.quotes
        for event in article.events:
            assert article.text[slice(*event.action)].strip()


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_targets_are_met(path: object, capsys: pytest.CaptureFixture[str]) -> None:
    figures = score(read_gold(next(item for item in FILES if item == path)))
    assert figures["event precision"] >= 75, capsys.readouterr().out
    assert figures["event recall"] >= 70, capsys.readouterr().out
    assert figures["figure F1"] >= 88, capsys.readouterr().out
    assert figures["quote F1"] >= 90, capsys.readouterr().out
    assert figures["speaker"] >= 85, capsys.readouterr().out


def test_the_pipeline_gives_only_the_kinds_that_are_wanted() -> None:
    text = "Angela Merkel said on Monday that 200 soldiers had left Geneva."
    assert {fact.kind for fact in extract(text)} == {"actor", "date", "quote", "event", "figure"}
    assert {fact.kind for fact in extract(text, kinds=("figure",))} == {"figure"}
    assert {fact.kind for fact in extract(text, kinds=("event",))} == {"event"}
