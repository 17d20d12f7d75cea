"""The lists that ship with the reader: readable, without contradictions, attributed."""

from __future__ import annotations

import pytest

from reader.extract.actors.gazetteer import DATA, gazetteer, government, table
from reader.extract.actors.lists import corrected
from reader.extract.actors.metonyms import acts, body_behind
from reader.extract.actors.model import model
from reader.extract.actors.name import Name
from reader.extract.actors.roles import role_after, role_before, role_before_comma
from reader.extract.actors.view import View
from reader.extract.article import Article
from reader.extract.tokens import tokenize
from reader.model import ActorType


def test_every_country_has_four_cells() -> None:
    for row in table("countries.txt"):
        assert len(row) == 4, row


def test_every_file_is_attributed() -> None:
    note = (DATA / "ATTRIBUTION.md").read_text("utf-8")
    for file in DATA.iterdir():
        assert file.name in note or file.name == "ATTRIBUTION.md"
    assert "CC BY-SA 4.0" in note


@pytest.mark.parametrize(
    ("name", "kind", "source"),
    [
        ("Russia", "place", "country"),
        ("Moscow", "place", "capital"),
        ("Russians", "group", "demonym"),
        ("White House", "organisation", "seat"),
        ("NATO", "organisation", "body"),
        ("Crimean peninsula", "place", "region"),
        ("Vladimir Putin", "person", "person"),
    ],
)
def test_a_name_is_known_for_what_it_is(name: str, kind: str, source: str) -> None:
    entry = gazetteer().entry(name)
    assert entry is not None
    assert (entry.kind, entry.source) == (kind, source)


@pytest.mark.parametrize(
    ("place", "body"),
    [
        ("Moscow", "Government of Russia"),
        ("Washington", "Government of the United States"),
        ("Brussels", "European Union"),
        ("White House", "Government of the United States"),
        ("Downing Street", "Government of the United Kingdom"),
        ("Geneva", None),
        ("Russia", None),
    ],
)
def test_seats_and_capitals_stand_for_bodies(place: str, body: str | None) -> None:
    assert body_behind(place) == body


def test_governments_take_their_article() -> None:
    assert government("Netherlands") == "Government of the Netherlands"
    assert government("France") == "Government of France"


def acting(text: str, place: str) -> bool:
    tokens = tokenize(text)
    first = tokens.starts.index(text.index(place))
    return acts(tokens, Name(first, first + len(place.split()), "place", 1.0, "model"))


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Russia rejects this.", "Russia"),
        ("The US has been accusing others.", "US"),
        ("At that time, Russia had annexed it.", "Russia"),
        ("guarantees demanded by Moscow.", "Moscow"),
        ("criticism from Brussels that", "Brussels"),
        ("Washington would take no decisions.", "Washington"),
        ("Moscow then suspended the work.", "Moscow"),
        ("Moscow's demands were refused.", "Moscow"),
        ("China also denied it.", "China"),
    ],
)
def test_a_place_that_acts(text: str, place: str) -> None:
    assert acting(text, place)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("They met in Moscow.", "Moscow"),
        ("the border with Ukraine for weeks", "Ukraine"),
        ("a flight from Brussels landed", "Brussels"),
        ("the streets of Paris have changed", "Paris"),
        ("Geneva, where it rained", "Geneva"),
        ("Moscow's streets were empty.", "Moscow"),
        ("a house by Geneva", "Geneva"),
        ("flights between Algiers and Caracas would start", "Caracas"),
        ("a report by the Nairobi-based agency", "Nairobi"),
        ("powers mandated by Bolivia's constitution", "Bolivia"),
    ],
)
def test_a_place_that_is_only_a_place(text: str, place: str) -> None:
    assert not acting(text, place)


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("Given this, US President Joe Biden plans", "Joe", "US President"),
        ("said spokesman Dmitri Peskow of", "Dmitri", "spokesman"),
        ("said EU Foreign Affairs Representative Josep Borrell.", "Josep", "EU Foreign Affairs Representative"),
        ("the former foreign minister Ann Lee said", "Ann", "former foreign minister"),
        ("Kremlin spokesman Dmitry Peskov", "Dmitry", "Kremlin spokesman"),
        ("US Secretary of State Antony Blinken sat", "Antony", "US Secretary of State"),
        ("EU foreign policy chief Josep Borrell said", "Josep", "EU foreign policy chief"),
        ("Delaware. White House press secretary Jen Psaki", "Jen", "White House press secretary"),
        ("in Kyiv\n\nPresident\n\nJoe Biden", "Joe", None),
        ("thanked Mr. Brown for", "Brown", None),
        ("in May Lee said", "Lee", None),
    ],
)
def test_the_role_before_a_name(text: str, name: str, role: str | None) -> None:
    tokens = tokenize(text)
    first = tokens.words.index(name)
    assert role_before(tokens, first, 0, gazetteer()) == role


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Jake Sullivan, the national security adviser, briefed", "national security adviser"),
        ("Ann Lee, a lawyer for the brothers, told", "lawyer for the brothers"),
        ("Ann Lee, who won, left", None),
        ("Ann Lee, Bob Ray, and others", None),
        ("Ann Lee left", None),
    ],
)
def test_the_role_after_a_name(text: str, role: str | None) -> None:
    assert role_after(tokenize(text), 2, gazetteer()) == role


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("The US ambassador to the OSCE, Michael Carpenter, said", "US ambassador to the OSCE"),
        ("The EU's chief diplomat, Michael Carpenter, had", "chief diplomat"),
        ("He left the house, Michael Carpenter said", None),
        ("On Monday, Michael Carpenter said", None),
    ],
)
def test_the_role_that_a_name_explains(text: str, role: str | None) -> None:
    tokens = tokenize(text)
    assert role_before_comma(tokens, tokens.words.index("Michael"), gazetteer()) == role


def test_a_name_that_runs_over_a_possessive_is_cut_there() -> None:
    lists = gazetteer()
    text = "He met the European Commission's Dombrovskis and Moody's Investors Service."
    article = Article(text)
    view = View(text, article.tokens, model().words)
    at = article.tokens.words.index("European")
    moody = article.tokens.words.index("Moody")
    found = corrected(
        [Name(at, at + 4, "organisation", 0.9, "model"), Name(moody, moody + 4, "organisation", 0.9, "model")],
        view,
        lists,
    )
    words = article.tokens.words
    assert [(name.type, " ".join(words[name.first : name.last])) for name in found] == [
        ("organisation", "European Commission"),
        ("person", "Dombrovskis"),
        ("organisation", "Moody 's Investors Service"),
    ]


@pytest.mark.parametrize(
    ("word", "kind"), [("Galatasaray", "organisation"), ("Gazprom", "organisation"), ("Ajax", "place")]
)
def test_a_body_whose_name_is_on_no_other_list_is_no_place(word: str, kind: ActorType) -> None:
    text = f"Then they played at {word} on Friday."
    tokens = tokenize(text)
    at = tokens.words.index(word)
    view = View(text, tokens, model().words)
    (found,) = corrected([Name(at, at + 1, "place", 0.99, "model")], view, gazetteer())
    assert found.type == kind
