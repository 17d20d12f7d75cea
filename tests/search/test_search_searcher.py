"""Stories of searching: what a reader types and what comes first."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.search.candidates import Rows
from reader.search.hits import Kinship, Tier
from reader.search.index import Index
from reader.search.query import Field, Filter
from reader.search.searcher import Cancelled, Searcher

SEED = (Path(__file__).parents[2] / "seeds" / "000_73ca37d0c5ce4629.txt").read_text("utf-8")

ARTICLES = {
    1: (SEED.split("\n")[0], SEED),
    2: ("Володимир Зеленський у Києві", "Володимир Зеленський сказав: Київ тримається."),
    3: ("Zelensky asks allies for guarantees", "President Zelensky wants binding security guarantees for Kyiv."),
    4: ("Markets calm", "The alliance and its gaurantees were doubted. A ceasefire is far. Sanctions were extended."),
    5: ("Football: Borel scores twice", "Marcel Borel scored. The EU was not watching, nor was São Paulo."),
    6: ("Sanctioned banks", "Old sanctions. New talks in Geneva about a cease fire, said Müller."),
    7: ("北京峰会", "習近平在北京會見拜登。"),
}


@pytest.fixture(scope="module")
def searcher() -> Searcher:
    connection = sqlite3.connect(":memory:")
    index = Index(connection)
    index.create()
    index.add_all((rowid, title, text) for rowid, (title, text) in ARTICLES.items())
    return Searcher(connection, lambda rowid: ARTICLES[rowid][1], restrict=_restrict, facets_of=_facets)


def _restrict(asked: Filter) -> Rows | None:
    if asked.field is Field.SOURCE:
        return Rows.of({"even": [2, 4, 6], "odd": [1, 3, 5, 7]}.get(asked.value, []))
    if asked.field is Field.IS:
        return Rows("SELECT entry FROM search_entry WHERE entry > 4")
    return None


def _facets(rowids: Sequence[int]) -> dict[str, dict[str, int]]:
    return {"parity": {"even": sum(1 for one in rowids if one % 2 == 0)}}


def found(searcher: Searcher, query: str) -> list[int]:
    return [hit.rowid for hit in searcher.search(query).hits]


@pytest.mark.parametrize(
    "query",
    [
        "guarantees",
        "borel uninvolvd",
        "sanctions talks",
        "is:unread",
        "source:even geneva",
        "nothere",
        "",
        '"unclosed -',
    ],
)
def test_numbers_are_those_of_the_hits(searcher: Searcher, query: str) -> None:
    assert sorted(searcher.numbers(query, 50)) == sorted(found(searcher, query))


def test_the_borrell_quote_in_spite_of_typos(searcher: Searcher) -> None:
    results = searcher.search("borel uninvolvd")
    hit = results.hits[0]
    assert hit.rowid == 1
    assert "uninvolved spectator" in hit.snippet
    assert SEED[hit.best :].startswith("uninvolved spectator")
    assert [(match.text, match.for_) for match in hit.matches] == [("uninvolved", "uninvolvd"), ("Borrell", "borel")]
    assert all(SEED[match.start : match.end] == match.text for match in hit.matches)
    assert {str(variant) for variant in hit.variants} == {"uninvolvd → uninvolved", "borel → Borrell"}
    for start, end in hit.snippet_marks:
        assert hit.snippet[start:end] in ("uninvolved", "Borrell")


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("zelenskyy", 2),
        ("putin", 1),
        ("Kiew", 2),
        ("bidn putn", 1),
        ("gaurantees", 4),
        ("ptuin", 1),
        ("iden geneva", 1),
        ("tlaks", 6),
        ("sao paulo", 5),
        ("muller", 6),
        ("北京", 7),
        ("習近平", 7),
        ("european union", 1),
    ],
)
def test_what_is_found(searcher: Searcher, query: str, first: int) -> None:
    assert first in found(searcher, query)


def test_the_same_name_in_two_alphabets(searcher: Searcher) -> None:
    assert set(found(searcher, "zelensky")) >= {2, 3}
    assert set(found(searcher, "Зеленський")) >= {2, 3}


def test_exact_before_approximate(searcher: Searcher) -> None:
    assert found(searcher, "borel ")[0] == 5
    assert 1 in found(searcher, "borel ")
    assert found(searcher, "borrell ")[0] == 1  # in the text, before Borel in a title
    assert 5 in found(searcher, "borrell ")


def test_a_misspelling_that_stands_in_the_library_does_not_hide_the_right_word(searcher: Searcher) -> None:
    assert set(found(searcher, "gaurantees")) >= {1, 3, 4}


def test_inflections(searcher: Searcher) -> None:
    assert {4, 6} <= set(found(searcher, "sanction "))


def test_words_typed_apart_or_together(searcher: Searcher) -> None:
    assert {4, 6} <= set(found(searcher, "cease fire "))
    assert {4, 6} <= set(found(searcher, "ceasefire "))
    assert {4, 6} <= set(found(searcher, "cease-fire "))


def test_a_phrase_stands_as_it_is(searcher: Searcher) -> None:
    assert found(searcher, '"uninvolved spectator"') == [1]
    assert found(searcher, '"spectator uninvolved"') == []
    assert found(searcher, '"uninvolved spect') == [1]
    assert found(searcher, '"uninvolved s') == [1]
    assert searcher.search('"uninvolved s').hits[0].matches[0].text == "uninvolved spectator"
    assert found(searcher, "cease-f") == [6]
    assert found(searcher, '"sanction"') == []


def test_exclusions(searcher: Searcher) -> None:
    assert found(searcher, "geneva -putin") == [6]
    assert set(found(searcher, "-geneva")) == {2, 3, 4, 5, 7}
    assert found(searcher, "geneva -") == found(searcher, "geneva ")


def test_titles_are_a_tier_of_their_own(searcher: Searcher) -> None:
    results = searcher.titles("zelensky")
    assert {hit.rowid for hit in results.hits} == {2, 3}
    assert all(hit.tier is Tier.TITLE and not hit.snippet for hit in results.hits)
    assert searcher.titles("spectator").hits == ()
    assert searcher.search("zelensky").hits[0].tier is Tier.TITLE


def test_a_beginning_is_completed(searcher: Searcher) -> None:
    assert found(searcher, "uninv") == [1]
    match = searcher.search("uninv").hits[0].matches[0]
    assert (match.text, match.kinship) == ("uninvolved", Kinship.COMPLETION)
    assert found(searcher, "uninv ") == []


def test_a_beginning_with_a_slip(searcher: Searcher) -> None:
    assert 1 in found(searcher, "univol")


def test_operators_restrict(searcher: Searcher) -> None:
    assert found(searcher, "geneva source:even") == [6]
    assert found(searcher, "geneva -source:even") == [1]
    assert found(searcher, "source:odd is:unread") == [7, 5]
    assert found(searcher, "source:none geneva") == []


def test_an_operator_that_the_library_does_not_know_is_left_out_and_said(searcher: Searcher) -> None:
    results = searcher.search("borrell label:important")
    assert results.hits[0].rowid == 1
    assert any("label:" in note for note in results.notes)
    assert searcher.search("label:important").hits == ()


def test_restrictions_to_few_and_to_many_agree(searcher: Searcher) -> None:
    for query in ("geneva", "geneva -putin", "-geneva", "zelensky", "sanctions source:even", '"cease fire"'):
        sets = (
            Rows.of([1, 3, 6]),
            Rows.of([1, 3, 6] * 80),
            Rows("SELECT entry FROM search_entry WHERE entry IN (1, 3, 6)"),
        )
        answers = [
            found(
                Searcher(searcher._connection, lambda rowid: ARTICLES[rowid][1], restrict=_restrict, scope=scope), query
            )
            for scope in sets
        ]
        assert answers[0] == answers[1] == answers[2]
        assert set(answers[0]) <= {1, 3, 6}


def test_a_scope_bounds_everything(searcher: Searcher) -> None:
    narrow = Searcher(searcher._connection, lambda rowid: ARTICLES[rowid][1], scope=Rows.of([6]))
    assert found(narrow, "geneva") == [6]
    assert found(narrow, "borrell") == []
    assert [hit.rowid for hit in narrow.jump("").hits] == [6]


def test_did_you_mean_only_when_nothing_is_found(searcher: Searcher) -> None:
    assert searcher.search("geneva").did_you_mean == ()
    results = searcher.search("geneva qqqqqq")
    assert results.hits == ()
    assert "geneva" in results.did_you_mean
    assert "uninvolved spectatr" in searcher.search('"uninvolved spectatr"').did_you_mean


def test_jumping_by_title(searcher: Searcher) -> None:
    assert searcher.jump("footbal borel").hits[0].rowid == 5
    assert searcher.jump("markets nothing").hits[0].rowid == 4
    assert [hit.rowid for hit in searcher.jump("", 3).hits] == [7, 6, 5]


def test_facets_and_counts(searcher: Searcher) -> None:
    facets = searcher.facets("geneva")
    assert (facets.count, facets.more) == (2, False)
    assert facets.groups == {"parity": {"even": 1}}
    assert searcher.facets("").count == 0
    assert searcher.facets("is:unread").count == 3


def test_offsets_are_into_the_original_text(searcher: Searcher) -> None:
    for query in ("київ", "kyiv", "zelensky", "北京", "拜登"):
        for hit in searcher.search(query).hits:
            for match in hit.matches:
                assert ARTICLES[hit.rowid][1][match.start : match.end] == match.text
            for match in hit.title_matches:
                assert hit.title[match.start : match.end] == match.text


@given(st.text(alphabet=st.sampled_from("abgenvaborel \"-:*()^ANDORNOTEAR+{}\\'é北٣.,\x00"), max_size=25))
@settings(max_examples=120, deadline=None)
def test_no_query_is_an_error(searcher: Searcher, query: str) -> None:
    for results in (searcher.search(query), searcher.titles(query), searcher.jump(query)):
        assert results.query == query
        assert len({hit.rowid for hit in results.hits}) == len(results.hits)
    searcher.facets(query)


@pytest.mark.parametrize(
    "query",
    [SEED, f'"{SEED}"', "borel " * 500, "x" * 20_000, "-a " * 500, "(" * 5_000, " ".join(f"w{n}" for n in range(999))],
    ids=["a page", "a quoted page", "one word", "a long word", "exclusions", "brackets", "many words"],
)
def test_a_page_can_be_pasted(searcher: Searcher, query: str) -> None:
    searcher.search(query)
    searcher.titles(query)
    searcher.facets(query)


def test_a_search_that_is_cancelled_says_so() -> None:
    connection = sqlite3.connect(":memory:", check_same_thread=False)
    index = Index(connection)
    index.create()
    index.add_all((number, f"Heading {number}", "some words") for number in range(1, 30))
    reached, go_on = threading.Event(), threading.Event()
    outcome: list[str] = []

    def text_of(_: int) -> str:
        reached.set()
        go_on.wait(10)
        return "some words"

    searcher = Searcher(connection, text_of)

    def work() -> None:
        try:
            searcher.search("words")
            outcome.append("answered")
        except Cancelled:
            outcome.append("cancelled")

    thread = threading.Thread(target=work)
    thread.start()
    reached.wait(10)
    searcher.cancel()
    go_on.set()
    thread.join(10)
    assert outcome == ["cancelled"]
    assert len(searcher.search("words").hits) == 29  # and can be asked again


def test_an_article_without_text_is_still_found() -> None:
    connection = sqlite3.connect(":memory:")
    index = Index(connection)
    index.create()
    index.add(1, "Heading", "words that are gone")
    index.refresh()
    hit = Searcher(connection).search("words").hits[0]
    assert (hit.rowid, hit.matches, hit.snippet) == (1, (), "")
