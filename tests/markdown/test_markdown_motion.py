"""Caret motions and text objects."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.markdown import motion
from reader.markdown.build import build_text
from reader.model import Span

TEXT = 'Mr. Peskow said: "No talks." Putin\'s e\u0301lan, on 30 Dec. 2021, ended.\n\nSecond paragraph! Is it? Yes.'


def walk(step: str, offset: int, times: int) -> list[str]:
    found = []
    for _ in range(times):
        offset = getattr(motion, step)(TEXT, offset)
        found.append(TEXT[offset : offset + 4])
    return found


def test_words() -> None:
    assert walk("next_word", 0, 3) == [". Pe", "Pesk", "said"]
    assert motion.word_end(TEXT, 4) == TEXT.index("w said")
    assert motion.word_end(TEXT, TEXT.index("w said")) == TEXT.index("d:")
    assert motion.previous_word(TEXT, TEXT.index("said")) == TEXT.index("Peskow")
    assert motion.previous_word(TEXT, TEXT.index("skow")) == TEXT.index("Peskow")
    assert motion.previous_word(TEXT, 0) == 0
    assert motion.next_word(TEXT, len(TEXT) - 1) == len(TEXT)


@pytest.mark.parametrize(
    ("text", "offset", "word"),
    [
        (TEXT, 5, "Peskow"),
        (TEXT, TEXT.index("utin"), "Putin's"),
        (TEXT, TEXT.index("lan,"), "e\u0301lan"),
        (TEXT, 3, "Peskow"),
        (TEXT, TEXT.index("No talks"), "No"),
        ("state-of-the-art – x", 7, "state-of-the-art"),
        ("日内瓦カイギのtalks", 1, "日内瓦"),
        ("日内瓦カイギのtalks", 4, "カイギ"),
        ("日内瓦カイギのtalks", 8, "talks"),
        ("the end  ", 8, "end"),
        ("", 0, ""),
        ("   ", 1, ""),
    ],
)
def test_the_word_at_a_place(text: str, offset: int, word: str) -> None:
    assert motion.word_at(text, offset).of(text) == word


def test_sentences_do_not_end_at_titles_and_months() -> None:
    offset, found = 0, []
    while offset < len(TEXT):
        span = motion.sentence_at(TEXT, offset)
        found.append(span.of(TEXT))
        offset = motion.next_sentence(TEXT, offset)
    assert found == [
        'Mr. Peskow said: "No talks."',
        "Putin's e\u0301lan, on 30 Dec. 2021, ended.",
        "Second paragraph!",
        "Is it?",
        "Yes.",
    ]
    second = TEXT.index("Second")
    assert motion.previous_sentence(TEXT, second + 3) == second
    assert motion.previous_sentence(TEXT, second) == TEXT.index("Putin")
    assert motion.previous_sentence(TEXT, 0) == 0


def test_sentences_found_elsewhere_are_followed() -> None:
    spans = [Span(0, 5), Span(6, 20), Span(22, 30)]
    assert motion.next_sentence(TEXT, 3, spans) == 6
    assert motion.next_sentence(TEXT, 25, spans) == len(TEXT)
    assert motion.previous_sentence(TEXT, 6, spans) == 0
    assert motion.sentence_at(TEXT, 21, spans) == Span(6, 20)


def test_paragraphs() -> None:
    document = build_text("Head\n\nOne.\nTwo.\n\nThree.\n", id="d", origin="o")
    assert motion.next_paragraph(document.blocks, 0) == 6
    assert motion.next_paragraph(document.blocks, 8) == 17
    assert motion.next_paragraph(document.blocks, 17) == 23
    assert motion.previous_paragraph(document.blocks, 8) == 6
    assert motion.previous_paragraph(document.blocks, 6) == 0
    assert motion.paragraph_at(document.blocks, 16) == Span(6, 15)
    assert motion.paragraph_at((), 3) == Span(0, 0)


def test_finding_a_character_stays_in_the_paragraph() -> None:
    assert motion.find_character(TEXT, 0, "p") == 4
    assert motion.find_character(TEXT, 4, "P") == TEXT.index("Putin")
    assert motion.find_character(TEXT, 0, "S") is None
    assert motion.find_character(TEXT, 0, "é") is None


def test_the_gap_between_blocks_is_one_step() -> None:
    end = TEXT.index("\n\n")
    assert motion.next_grapheme(TEXT, end) == end + 2
    assert motion.previous_grapheme(TEXT, end + 2) == end
    assert motion.next_grapheme(TEXT, TEXT.index("e\u0301")) == TEXT.index("lan,")
    assert motion.previous_grapheme(TEXT, TEXT.index("lan,")) == TEXT.index("e\u0301")


ANY = st.text(st.sampled_from("ab. A!\n'-,é\u0301漢。\u200d👩🇩1"), max_size=60)


@given(ANY, st.integers(-3, 70))
def test_motions_stay_in_the_text_and_go_their_way(text: str, offset: int) -> None:
    place = min(max(offset, 0), len(text))
    for step in (motion.next_grapheme, motion.next_word, motion.next_sentence):
        assert place < step(text, offset) <= len(text) or step(text, offset) == len(text)
    for step in (motion.previous_grapheme, motion.previous_word, motion.previous_sentence):
        assert 0 <= step(text, offset) < place or step(text, offset) == 0
    assert place <= motion.word_end(text, offset) <= len(text)
    for grasp in (motion.word_at, motion.sentence_at):
        span = grasp(text, offset)
        assert 0 <= span.start <= span.end <= len(text)


@given(ANY)
def test_graphemes_there_and_back(text: str) -> None:
    forth, offset = [0], 0
    while offset < len(text):
        offset = motion.next_grapheme(text, offset)
        forth.append(offset)
    back = [offset]
    while offset > 0:
        offset = motion.previous_grapheme(text, offset)
        back.append(offset)
    assert len(forth) == len(back) or "\n" in text


@pytest.mark.parametrize("unit", ["x", "\n", " ", ".", "?! ", "a.", "漢", "\u0301", "'"])
def test_a_step_in_a_hostile_megabyte_looks_only_around_itself(unit: str) -> None:
    text = unit * (2_000_000 // len(unit))
    for step in ("next_grapheme", "previous_grapheme", "next_word", "word_end", "previous_word", "word_at"):
        getattr(motion, step)(text, 1_000_000)
    for step in ("next_sentence", "previous_sentence", "sentence_at"):
        getattr(motion, step)(text, 1_000_000)
