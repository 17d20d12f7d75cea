"""The query language: every text means something."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from reader.search.query import Field, Period, parse


def test_words_phrases_exclusions_and_operators() -> None:
    query = parse('borrell "uninvolved spectator" -brussels actor:"Joe Biden" when:2022-01..2022-02 is:unread ')
    assert [(word.text, word.quoted) for word in query.words] == [("borrell", False), ("uninvolved spectator", True)]
    assert [word.text for word in query.excluded] == ["brussels"]
    assert [(asked.field, asked.value) for asked in query.filters] == [
        (Field.ACTOR, "Joe Biden"),
        (Field.WHEN, "2022-01..2022-02"),
        (Field.IS, "unread"),
    ]
    assert query.filters[1].period == Period(dt.date(2022, 1, 1), dt.date(2022, 2, 28))
    assert not query.notes


@pytest.mark.parametrize("text", ["", "  ", "-", '"', '""', '-"', "actor:", '-actor:"', "...", ":", "is:", "-:", "“”"])
def test_what_asks_for_nothing_is_false(text: str) -> None:
    assert not parse(text)
    assert parse(text).notes == ()


def test_the_last_word_is_unfinished_until_a_space_or_a_closing_mark() -> None:
    assert parse("geneva tal").words[-1].unfinished
    assert not parse("geneva tal").words[0].unfinished
    assert not parse("geneva talks ").words[-1].unfinished
    assert parse('"geneva tal').words[-1].unfinished
    assert not parse('"geneva tal"').words[-1].unfinished
    assert not parse("talks.").words[-1].unfinished


def test_punctuation_inside_makes_terms_that_stand_side_by_side() -> None:
    assert parse("cease-fire").words[0].terms == ("cease", "fire")
    assert parse("12:30").words[0].terms == ("12", "30")
    assert parse("https://example.org/a").words[0].terms == ("https", "example", "org", "a")


def test_typographic_quotation_marks_quote() -> None:
    assert parse("„kalter Krieg“ x").words[0].quoted
    assert parse("“cold war” x").words[0].terms == ("cold", "war")


def test_an_operator_can_be_excluded() -> None:
    assert parse("-source:Reuters").filters[0].negated


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2022", "2022-01-01", "2022-12-31"),
        ("2022-02", "2022-02-01", "2022-02-28"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2022-01-10", "2022-01-10", "2022-01-10"),
        ("2022-01..2022-02", "2022-01-01", "2022-02-28"),
        ("2022-02..2022-01", "2022-01-01", "2022-02-28"),
        ("2022..", "2022-01-01", None),
        ("..2022-06", None, "2022-06-30"),
        ("2022-", "2022-01-01", "2022-12-31"),
        ("2022-0", "2022-01-01", "2022-12-31"),
        ("2022-13", "2022-01-01", "2022-12-31"),
        ("2022-02-31", "2022-02-01", "2022-02-28"),
        ("2022-01..2", "2022-01-01", None),
    ],
)
def test_periods(text: str, first: str | None, last: str | None) -> None:
    period = Period.parse(text)
    assert period is not None
    assert (period.first and period.first.isoformat(), period.last and period.last.isoformat()) == (first, last)


def test_what_cannot_be_meant_is_left_out_with_a_note() -> None:
    query = parse("talks when:soon is:purple")
    assert [word.text for word in query.words] == ["talks"]
    assert query.filters == ()
    assert len(query.notes) == 2
    assert "when:soon" in query.notes[0]


def test_a_half_typed_state_is_the_one_it_begins() -> None:
    assert parse("is:unr").filters[0].value == "unread"
    assert parse("is:s").filters[0].value == "starred"


@given(st.text(alphabet=st.sampled_from('ab -":“”.\n0219\\*()^ANDORNEAR{}+éÉ'), max_size=40))
@example('"')
@example("- - -a:b:c\"d'")
def test_any_text_is_a_query(text: str) -> None:
    query = parse(text)
    for word in (*query.words, *query.excluded):
        assert word.terms
        assert 0 <= word.start < word.end <= len(text)
    for asked in query.filters:
        assert asked.value
    assert parse(text + " ").text == text + " "


@given(st.text(max_size=30))
def test_any_unicode_is_a_query(text: str) -> None:
    parse(text)
    parse(f"when:{text}")
    parse(f'actor:"{text}')
