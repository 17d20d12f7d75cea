"""The two passes over an article, and where the second is left out."""

from __future__ import annotations

import pytest

from reader.extract.actors import find_actors, model
from reader.extract.actors.again import Article1
from reader.extract.article import Article


def named(text: str) -> list[tuple[int, int, str]]:
    return [(mention.start, mention.end, mention.type) for mention in find_actors(Article(text))]


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The tokens of which the second pass wanted to know what the first said."""
    found: list[int] = []
    features = Article1.features

    def noted(self: Article1, at: int) -> list[str]:
        found.append(at)
        return features(self, at)

    monkeypatch.setattr(Article1, "features", noted)
    return found


def test_an_endless_row_of_names_has_one_pass_and_all_its_names(asked: list[int]) -> None:
    one = "Joe Biden, Angela Merkel, Emmanuel Macron, "
    row = one * (model._LONGEST // 9 + 1)
    found = named(row)
    assert not asked
    assert found == [
        (at + first, at + first + len(name), "person")
        for at in range(0, len(row), len(one))
        for name in ("Joe Biden", "Angela Merkel", "Emmanuel Macron")
        if (first := one.index(name)) >= 0
    ]


def test_a_sentence_beside_it_has_both(asked: list[int]) -> None:
    text = "A. " * (model._LONGEST + 1) + "\n\nThe talks of Joe Biden with NATO began in Geneva."
    assert [text[start:end] for start, end, _ in named(text)[-3:]] == ["Joe Biden", "NATO", "Geneva"]
    assert 0 < len(asked) < 20


def test_where_no_word_is_a_name_nobody_asks_how_sure_that_is(monkeypatch: pytest.MonkeyPatch) -> None:
    second = model.model().second.table
    rated: list[int] = []
    marginals = type(second).marginals
    monkeypatch.setattr(
        type(second),
        "marginals",
        lambda self, steps: rated.append(self is second) or marginals(self, steps),  # type: ignore[func-returns-value]
    )
    assert named("The rain went on. It was cold.") == []
    assert rated
    assert not any(rated)


def test_what_goes_on_without_end_holds_no_names_and_what_stands_beside_it_does() -> None:
    text = f"{'Joe Biden/' * 2500}\n\nJoe Biden met Vladimir Putin in Geneva."
    assert [text[start:end] for start, end, _ in named(text)] == ["Joe Biden", "Vladimir Putin", "Geneva"]
