"""Folding: what meets, and the way back to the original."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.search.fold import TERM, Folded, distinct_terms, fold, terms

NEWS = st.text(
    alphabet=st.one_of(
        st.sampled_from("abcxyzABC 09 .,-\n'\"ßæøłđıЩщьЪъЗеленськийΑθω’“”–—\u0301\u0308\u00ad\u200d北京アก٣½ﬁİ😀€"),
        st.characters(exclude_categories=("Cs", "Cc")),
    ),
    max_size=60,
)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ZELENSKY", "zelensky"),
        ("Château", "chateau"),
        ("Chateau\u0302", "chateau"),
        ("Straße", "strasse"),
        ("Łódź", "lodz"),
        ("Sørensen", "sorensen"),
        ("Путин", "Putin"),
        ("Київ", "kiiv"),
        ("Щедрін", "shchedrin"),
        ("ﬁnance", "finance"),
        ("ＮＡＴＯ", "nato"),
        ("O’Brien", "O'Brien"),
        ("Αθήνα", "athina"),
        ("co\u00adoperate", "cooperate"),
        ("İstanbul", "istanbul"),
        ("𝛢θήνα", "athina"),
        ("ᎠᏂ", "ꭰꮒ"),
    ],
)
def test_spellings_meet(one: str, other: str) -> None:
    assert fold(one) == fold(other)


def test_a_possessive_leaves_the_name_a_term_of_its_own() -> None:
    assert terms("Borrell’s cease-fire, O'Brien") == ["borrell", "s", "cease", "fire", "o", "brien"]


def test_scripts_without_spaces_give_a_term_for_each_character() -> None:
    assert terms("在北京 said Kim") == ["在", "北", "京", "said", "kim"]


@given(NEWS)
def test_folding_again_changes_nothing(text: str) -> None:
    once = fold(text)
    assert fold(once).split() == once.split()
    assert terms(once) == terms(text)


@given(NEWS)
def test_terms_are_the_same_however_they_are_cut(text: str) -> None:
    assert distinct_terms(fold(text)) == set(TERM.findall(fold(text)))


@given(NEWS)
def test_folded_text_is_the_same_with_and_without_its_map(text: str) -> None:
    assert Folded.of(text).text == fold(text)


@given(NEWS)
def test_each_term_leads_back_to_letters_that_fold_to_it(text: str) -> None:
    folded = Folded.of(text)
    for match in TERM.finditer(folded.text):
        start, end = folded.origin(*match.span())
        assert 0 <= start < end <= len(text)
        assert match.group() in fold(text[start:end])
        again = terms(text[start:end])
        assert match.group() in again or len(text[start]) != len(fold(text[start]).strip())


@given(NEWS)
def test_an_accent_of_its_own_belongs_to_the_letter_before(text: str) -> None:
    folded = Folded.of(text)
    for match in TERM.finditer(folded.text):
        _, end = folded.origin(*match.span())
        assert end == len(text) or not unicodedata.combining(text[end])
