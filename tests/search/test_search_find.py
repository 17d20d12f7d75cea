"""Finding in one text."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.search.find import find_all
from reader.search.fold import fold_letter

LETTERS = st.text(alphabet="abcsSßéÉeЩщшчhи ь\n\u0301’'–-Z北", max_size=30)


def found(text: str, needle: str) -> list[str]:
    return [span.of(text) for span in find_all(text, needle)]


@pytest.mark.parametrize(
    ("text", "needle", "places"),
    [
        ("Geneva, GENEVA and geneva", "geneva", ["Geneva", "GENEVA", "geneva"]),
        ("Zelénský said", "zelensky", ["Zelénský"]),
        ("Zele\u0301nsky\u0301.", "ZELENSKY", ["Zele\u0301nsky\u0301"]),
        ("die Straße", "strasse", ["Straße"]),
        ("die Strasse", "straße", ["Strasse"]),
        ("Путин и Щедрин", "putin", ["Путин"]),
        ("Putin", "Путин", ["Putin"]),
        ("Щедрин", "shchedrin", ["Щедрин"]),
        ("an uninvolved\n  spectator", "uninvolved spectator", ["uninvolved\n  spectator"]),
        ("“don’t”", "don't", ["don’t"]),
        ("in 北京 today", "北京", ["北京"]),
        ("aaaa", "aa", ["aa", "aa"]),
        ("a.b (c)", "(C)", ["(c)"]),
        ("€5 and €6", "€", ["€", "€"]),
        ("a\n\u0301b a \u00ad b", "a b", ["a\n\u0301b", "a \u00ad b"]),
        ("co\u00adoperation", "coop", ["co\u00adop"]),
        ("nothing here", "zzz", []),
        ("nothing here", " \n ", []),
        ("", "a", []),
    ],
)
def test_places(text: str, needle: str, places: list[str]) -> None:
    assert found(text, needle) == places


def test_a_limit_bounds_the_answer() -> None:
    assert len(find_all("a" * 100, "a", limit=7)) == 7
    assert len(find_all("é" * 100, "e", limit=7)) == 7


@given(LETTERS, LETTERS)
def test_places_are_in_order_and_fold_to_the_needle(text: str, needle: str) -> None:
    def plain(words: str) -> str:
        return re.sub(r"\s+", " ", "".join(map(fold_letter, words)))

    last = 0
    for span in find_all(text, needle):
        assert last <= span.start < span.end
        last = span.end
        assert plain(span.of(text)).strip() == plain(needle).strip()


@given(LETTERS, st.integers(0, 29), st.integers(1, 30))
def test_every_piece_of_a_text_is_found_in_it(text: str, start: int, size: int) -> None:
    piece = text[start : start + size].strip()
    if "".join(map(fold_letter, piece)).strip() and not re.search("[sSßhшщч]{4}", piece):
        assert find_all(text, piece)


@given(LETTERS, LETTERS)
def test_the_short_way_for_ascii_finds_what_the_long_way_finds(text: str, needle: str) -> None:
    plain = text.encode("ascii", "ignore").decode()
    assert find_all(plain, needle) == [span for span in find_all(plain + "é", needle) if span.end <= len(plain)]
