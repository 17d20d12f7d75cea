"""Rules that can fit a text are told without compiling the others, and none is left out."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.extract.dates.lexer import lex
from reader.extract.dates.reach import LONG, candidates
from reader.extract.dates.rules import RULES
from reader.extract.dates.tagger import grammar

GOLD = Path(__file__).parent.parent / "gold"
EXAMPLES = " ".join(example.text for rule in RULES for example in rule.examples)


@pytest.mark.parametrize("name", ["dates-news.txt", "news-late.txt", "examples"])
def test_no_rule_that_fits_is_left_out(name: str) -> None:
    text = EXAMPLES if name == "examples" else (GOLD / name).read_text("utf-8")
    compiled = grammar()
    paragraphs = [text[start : start + 600] for start in range(0, len(text), 600)]
    for paragraph in paragraphs:
        codes = lex(paragraph, compiled.vocabulary).codes
        possible = {rule.rule.name for _, rule in candidates(codes, compiled)}
        fitting = {rule.rule.name for rule in compiled.rules if rule.expression.search(codes)}
        assert fitting <= possible


def test_most_rules_are_not_tried_on_a_sentence() -> None:
    compiled = grammar()
    codes = lex("The ministers met in Geneva on Monday, 10 January 2022.", compiled.vocabulary).codes
    possible = candidates(codes, compiled)
    assert 0 < len(possible) < len(compiled.rules) / 8
    assert [number for number, _ in possible] == sorted(number for number, _ in possible)


def test_of_a_very_long_text_only_the_kinds_of_words_are_looked_at() -> None:
    compiled = grammar()
    text = "He came in May 1990 and left on Monday. "
    codes = lex(text * (1 + LONG // len(text)), compiled.vocabulary).codes
    assert len(codes) * len(set(codes)) > LONG
    possible = {rule.rule.name for _, rule in candidates(codes, compiled)}
    fitting = {rule.rule.name for rule in compiled.rules if rule.expression.search(codes[:200])}
    assert fitting < possible
    assert len(possible) < len(compiled.rules) / 3


def test_an_empty_text_fits_no_rule() -> None:
    assert candidates("", grammar()) == []
