"""Past or future by the words around a date: each line of ``tense.txt`` is a value and a sentence that has it."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.extract.article import Article
from reader.extract.dates import find_dates
from reader.model import Published

LINES = [
    line.split(" ", 1)
    for line in (Path(__file__).parent / "tense.txt").read_text("utf-8").splitlines()
    if line and not line.startswith("#")
]


@pytest.mark.parametrize(("value", "sentence"), LINES)
def test_the_sentence_tells_the_last_from_the_next(value: str, sentence: str) -> None:
    facts = find_dates(Article(sentence.replace("\\n", "\n"), Published.parse("2023-09-06")))
    assert value in [fact.value[: len(value)] for fact in facts], [(fact.text, fact.value, fact.why) for fact in facts]
