"""The vocabulary: how common, which begin alike, which are near; inflections and other names."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.search.aliases import Aliases, aliases
from reader.search.index import Index
from reader.search.inflections import ENDINGS, inflections
from reader.search.vocabulary import Vocabulary, rebuild_lists, skeleton

WORDS = "borrell borel barrel sanction sanctions guarantees guarantee gaurantees zelensky zaporizhzhia kyiv kiev nato"


@pytest.fixture(scope="module")
def connection() -> sqlite3.Connection:
    connection = sqlite3.connect(":memory:")
    index = Index(connection)
    index.create()
    index.add(1, "", WORDS)
    index.add(2, "", "guarantees guarantees sanctions")
    index.refresh()
    return connection


@pytest.fixture(scope="module", params=["waiting", "listed"])
def vocabulary(connection: sqlite3.Connection, request: pytest.FixtureRequest) -> Vocabulary:
    if request.param == "listed":
        rebuild_lists(connection)
    return Vocabulary(connection)


def test_articles_are_counted_once_each(vocabulary: Vocabulary) -> None:
    assert vocabulary.articles("guarantees") == 2
    assert vocabulary.articles("borrell") == 1
    assert vocabulary.articles("absent") == 0


def test_completions_are_the_commonest_first(vocabulary: Vocabulary) -> None:
    assert vocabulary.completions("guar", 5) == [("guarantees", 2), ("guarantee", 1)]
    assert vocabulary.completions("guar", 1) == [("guarantees", 2)]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("gaurantees", "guarantees"), ("guarantes", "guarantee"), ("zelenski", "zelensky"), ("zaporizia", "zaporizhzhia")],
)
def test_slips_of_the_finger(vocabulary: Vocabulary, typed: str, meant: str) -> None:
    assert meant in [near.term for near in vocabulary.near(typed, 2)] or typed == "zaporizia"


@pytest.mark.parametrize("typed", ["xelensky", "elensky", "ezlensky", "azelensky"])
def test_slips_in_the_first_letter(vocabulary: Vocabulary, typed: str) -> None:
    assert "zelensky" in [near.term for near in vocabulary.near(typed, 1)]


def test_nearest_first_then_the_commonest(vocabulary: Vocabulary) -> None:
    near = vocabulary.near("guarantes", 2)
    assert [one.distance for one in near] == sorted(one.distance for one in near)
    assert near[0].term == "guarantees"


@pytest.mark.parametrize(("typed", "meant"), [("borel", "borrell"), ("borrell", "borel"), ("zelenski", "zelensky")])
def test_habits_of_spelling(vocabulary: Vocabulary, typed: str, meant: str) -> None:
    assert meant in vocabulary.same_skeleton(typed)
    assert typed not in vocabulary.same_skeleton(typed)


def test_a_slip_in_a_word_that_is_not_finished(connection: sqlite3.Connection) -> None:
    rebuild_lists(connection)
    vocabulary = Vocabulary(connection)
    assert "guaran" in vocabulary.near_openings("gauran", 1, 4)
    assert any("guarant".startswith(one) or one == "guarant" for one in vocabulary.near_openings("gurant", 1, 4))


@given(st.sampled_from(WORDS.split()), st.data())
@settings(max_examples=150)
def test_no_single_slip_is_lost(word: str, data: st.DataObject) -> None:
    connection = sqlite3.connect(":memory:")
    index = Index(connection)
    index.create()
    index.add(1, "", WORDS)
    index.optimize()
    at = data.draw(st.integers(0, len(word) - 1))
    letter = data.draw(st.sampled_from("abcxyz"))
    typed = data.draw(
        st.sampled_from(
            [
                word[:at] + word[at + 1 :],
                word[:at] + letter + word[at:],
                word[:at] + letter + word[at + 1 :],
                word[:at] + word[at + 1 : at + 2] + word[at] + word[at + 2 :],
            ]
        )
    )
    if typed != word and len(typed) >= 4:
        assert word in [near.term for near in Vocabulary(connection).near(typed, 1)]


@pytest.mark.parametrize(("ending", "example", "form"), [(row[0], row[2], row[3]) for row in ENDINGS])
def test_each_ending_with_its_example(ending: str, example: str, form: str) -> None:
    assert example.endswith(ending)
    assert form in inflections(example)


def test_doubled_letters_of_inflections() -> None:
    assert "plan" in inflections("planned")
    assert "planned" in inflections("plan")


@given(st.text(max_size=12))
def test_a_word_is_no_inflection_of_itself(word: str) -> None:
    assert word not in inflections(word)


def test_skeletons() -> None:
    assert skeleton("peskow") == skeleton("peskov")
    assert skeleton("borrell") == skeleton("borel")
    assert skeleton("putin") != skeleton("patin")


def test_other_names_shipped_and_own(tmp_path: Path) -> None:
    own = tmp_path / "aliases.txt"
    own.write_text("Big Apple, New York City # mine\n,,\nKyiv, Mother of Cities\n", "utf-8")
    table = aliases(own)
    assert ("kyiv",) in table.others(("kiew",))
    assert ("mother", "of", "cities") in table.others(("kyiv",))
    assert table.others(("big", "apple")) == (("new", "york", "city"),)
    assert table.others(("absent",)) == ()


def test_a_missing_file_of_other_names_is_no_error(tmp_path: Path) -> None:
    assert aliases(tmp_path / "none.txt").others(("kiew",))


@given(st.lists(st.text(max_size=20), max_size=5))
def test_any_lines_are_a_table(lines: list[str]) -> None:
    Aliases(lines)
