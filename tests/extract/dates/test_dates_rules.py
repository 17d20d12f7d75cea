"""Every rule of the date grammar finds what its own examples promise."""

from __future__ import annotations

import pytest

from reader.extract.article import Article
from reader.extract.dates import find_dates
from reader.extract.dates.rule import Example, Rule
from reader.extract.dates.rules import RULES
from reader.model import Published

CASES = [
    pytest.param(rule, example, id=f"{rule.name}: {example.extent}") for rule in RULES for example in rule.examples
]


@pytest.mark.parametrize(("rule", "example"), CASES)
def test_a_rule_finds_its_example(rule: Rule, example: Example) -> None:
    published = Published.parse(example.published) if example.published else None
    facts = find_dates(Article(example.text, published))
    found = {fact.text: (fact.type, fact.value, fact.mod, fact.rule) for fact in facts}
    assert found.get(example.extent) == (example.type, example.value, example.mod, f"dates: {rule.name}"), found


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_a_rule_has_an_example(rule: Rule) -> None:
    assert rule.examples


def test_rule_names_are_unique() -> None:
    assert len({rule.name for rule in RULES}) == len(RULES)
