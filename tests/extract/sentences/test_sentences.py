"""Sentences end where a reader of news would say so."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.extract.sentences import paragraphs, sentences


def split(text: str) -> list[str]:
    return [text[span.start : span.end] for span in sentences(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Mr. Smith went to Washington with Gen. J. R. Ali.|He left at 5 p.m.|The talks went on.",
        "The U.S. President met Prof. Lee in St. Louis.|Nobody came.",
        "Prices rose 3.5 percent... and fell.|Then came a pause …|The end.",
        "“Why?” he asked.|“Is it over?” Ms. Adeyemi asked.|“Yes.”|She left.",
        "“It is over.”|The crowd went home.",
        "Acme Inc. said so.|The board of Acme Inc. agreed.|It grew.",
        "He was No. 5 on the list.|He said no.|The vote was lost.",
        "On 30. December they met.|It rained.",
        "He won in Jan. 2020.|By Feb. 3 he had resigned.",
        "(He left.)|She stayed.[1]|Then it rained.",
        "It works!|Does it?|Yes.",
        "See example.com for more.|The site is free.",
    ],
)
def test_stops_that_end_a_sentence_and_stops_that_do_not(text: str) -> None:
    expected = text.split("|")
    assert split(" ".join(expected)) == expected


def test_a_heading_without_a_stop_is_a_sentence_of_its_own() -> None:
    text = "Talks fail again\nThe envoys left Geneva on Monday after three days without any result.\n\nMore soon"
    assert split(text)[0] == "Talks fail again"
    assert split(text)[-1] == "More soon"


def test_hard_wrapping_does_not_end_a_sentence() -> None:
    text = "The ministers of all seven\nmember states met. On Monday\nEvening Post reporters were\nstill in Bonn."
    assert len(split(text)) == 2


def test_bullets_are_sentences() -> None:
    assert split("1. Talks go on\n2. War ends\n- one more\n• and another") == [
        "1. Talks go on",
        "2. War ends",
        "- one more",
        "• and another",
    ]


def test_a_byline_stands_alone() -> None:
    body = "The bridge over the Elbe was closed on Monday because a ship had hit one of its pillars at night."
    assert split(f"By Jane Smith\n{body}") == ["By Jane Smith", body]


@given(st.text(alphabet='ab A.?!…\n"”“(’ 1é', max_size=200))
def test_sentences_cover_every_visible_character_in_order(text: str) -> None:
    spans = sentences(text)
    assert all(a.end <= b.start for a, b in pairwise(spans))
    kept = "".join(text[span.start : span.end] for span in spans)
    assert "".join(kept.split()) == "".join(text.split())
    for span in spans:
        assert text[span.start : span.end].strip() == text[span.start : span.end] != ""


@given(st.text(alphabet="ab.\n ", max_size=120))
def test_no_sentence_runs_over_a_blank_line(text: str) -> None:
    parts = paragraphs(text)
    assert all(any(part.covers(span) for part in parts) for span in sentences(text))


def test_hostile_text_is_read_in_one_pass() -> None:
    for piece in ("A. ", ". ", " ", "\n ", "?” A", "Mr. ", "(1) ", '”."', "."):
        text = piece * 20_000
        assert sum(len(span) for span in sentences(text)) <= len(text)
