"""Words as the extractors see them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.extract.tokens import tokenize


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("the White House's call", ["the", "White", "House", "'s", "call"]),
        ("NATO’s allies", ["NATO", "’s", "allies"]),
        ("in the U.S. and the U.K.-based firm", ["in", "the", "U.S.", "and", "the", "U.K.", "-", "based", "firm"]),
        ("J. K. Rowling", ["J.", "K.", "Rowling"]),
        ("a US-led plan", ["a", "US", "-", "led", "plan"]),
        ("pro-Russian, anti-Trump", ["pro", "-", "Russian", ",", "anti", "-", "Trump"]),
        ("Kim Jong-un and Jean-Claude", ["Kim", "Jong-un", "and", "Jean-Claude"]),
        ("the two-hour call", ["the", "two-hour", "call"]),
        ("Apple Inc. paid $5,000.50", ["Apple", "Inc.", "paid", "$", "5,000.50"]),
        ("AT&T, Côte d'Ivoire, O’Brien", ["AT&T", ",", "Côte", "d'Ivoire", ",", "O’Brien"]),
        ("see https://x.org/a?b=c now", ["see", "https://x.org/a?b=c", "now"]),
        ("write to a.b@c.org!", ["write", "to", "a.b@c.org", "!"]),
    ],
)
def test_words_of(text: str, words: list[str]) -> None:
    assert tokenize(text).words == words


@given(st.text(st.characters(codec="utf-8"), max_size=200))
def test_tokens_lie_in_order_and_cover_all_that_is_visible(text: str) -> None:
    tokens = tokenize(text)
    position = 0
    for word, start, end in zip(tokens.words, tokens.starts, tokens.ends, strict=True):
        assert position <= start < end <= len(text)
        assert text[start:end] == word
        assert not text[position:start].strip()
        position = end
    assert not text[position:].strip()
