"""What holds for quotes of any text."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from reader.extract.article import Article
from reader.extract.quotes import find_quotes
from reader.extract.quotes.marks import quoted
from reader.extract.sentences import paragraphs

_PIECES = st.sampled_from(
    [
        "“",
        "”",
        '"',
        "‘",
        "’",
        "'",
        "«",
        "»",
        "„",
        "``",
        "''",
        " ",
        "\n",
        "\n\n",
        "said",
        "he",
        "Smith",
        "that",
        ", ",
        ". ",
        "the minister",
        "We will go",
        "according to",
        "—",
        "(",
        ")",
        ":",
        "was",
        "told",
    ]
)


@settings(max_examples=200, deadline=None)
@given(st.lists(_PIECES, max_size=40).map("".join))
def test_quotes_are_ranges_of_the_text_in_order(text: str) -> None:
    found = find_quotes(Article(text), [])
    for quote in found:
        assert text[quote.start : quote.end] == quote.text != ""
        assert 0 <= quote.confidence <= 1
        assert quote.rule
        assert quote.why
    direct = [quote for quote in found if quote.direct]
    assert all(a.end <= b.start for a, b in pairwise(direct))


@settings(max_examples=200, deadline=None)
@given(st.lists(_PIECES, max_size=40).map("".join))
def test_marked_stretches_do_not_overlap(text: str) -> None:
    found = quoted(text, paragraphs(text))
    assert all(a.end <= b.start for a, b in pairwise(found))


def test_hostile_marks_are_read_in_one_pass() -> None:
    for piece in ("“a ", '" ', "'a ", "‘", "« x ", "“a.”said ", "“a, ” he said, ", "''", "said that "):
        text = piece * 4_000
        find_quotes(Article(text), [])
