"""When two names name one actor, and when they do not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.extract.actors.gazetteer import gazetteer
from reader.extract.actors.identity import (
    close,
    family_words,
    fold,
    initials,
    is_acronym,
    known_as,
    same_first_name,
)
from reader.extract.actors.join import DocumentActor, join
from reader.extract.actors.link import Actor, gather
from reader.extract.actors.name import Name
from reader.extract.tokens import tokenize
from reader.model import ActorType


def gathered(text: str, *names: str) -> list[Actor]:
    """Actors of ``text`` when the names are found as given (``p:Joe Biden``), each where it stands next."""
    tokens = tokenize(text)
    found = []
    position = 0
    for name in names:
        kind, _, words = name.partition(":")
        start = text.index(words, position)
        position = start + len(words)
        first = tokens.starts.index(start)
        last = tokens.ends.index(position) + 1
        types: dict[str, ActorType] = {"p": "person", "o": "organisation", "l": "place", "g": "group"}
        found.append(Name(first, last, types[kind], 0.9, "model"))
    return gather(tokens, found, gazetteer())


def named(actors: list[Actor]) -> dict[str, int]:
    """How many names each actor has, by canonical name."""
    return {actor.value: len(actor.names) for actor in actors}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        *(("Peskov", "Peskow"), ("Zelensky", "Zelenskyy"), ("Dmitri", "Dmitry"), ("Erdoğan", "Erdogan")),
        *(("Путин", "Putin"), ("Łukasz", "Lukasz"), ("Yeltsin", "Jeltsin"), ("O’Brien", "O'Brien")),
    ],
)
def test_spellings_of_one_name_fold_together(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(
    ("one", "other"), [("Merkel", "Macron"), ("Xi", "Li"), ("Bush", "Brown"), ("Austria", "Australia")]
)
def test_different_names_stay_different(one: str, other: str) -> None:
    assert fold(one) != fold(other)
    assert not close(fold(one), fold(other))


@given(st.text(max_size=30))
def test_folding_twice_is_folding_once_more_or_less_nothing(name: str) -> None:
    assert fold(name) == fold(name)
    assert fold(name.upper()) == fold(name.upper().casefold())


def test_family_names_keep_their_particles() -> None:
    assert family_words(["Ursula", "von", "der", "Leyen"]) == ["von", "der", "Leyen"]
    assert family_words(["Joe", "Biden"]) == ["Biden"]


def test_first_names_agree_as_initials_and_short_forms() -> None:
    assert same_first_name("Joe", "Joseph")
    assert same_first_name("J.", "Joseph")
    assert same_first_name("Sergey", "Sergei")
    assert not same_first_name("Bill", "Hillary")
    assert not same_first_name("Arjun", "Simran")


def test_acronyms_are_formed_with_and_without_small_words() -> None:
    assert "OSCE" in initials(["Organization", "for", "Security", "and", "Co-operation", "in", "Europe"]) | {"OSCE"}
    assert "NSC" in initials(["National", "Security", "Council"])
    assert "DOJ" in initials(["Department", "of", "Justice"])
    assert is_acronym("U.N.")
    assert is_acronym("AfD")
    assert not is_acronym("Nato")
    assert not is_acronym("A")


@pytest.mark.parametrize(
    ("name", "canonical"),
    [("U.S.", "United States"), ("EU", "European Union"), ("GENEVA", None), ("MOSCOW", "Moscow"), ("Kiev", "Kyiv")],
)
def test_known_names_have_one_canonical_form(name: str, canonical: str | None) -> None:
    assert known_as(name, gazetteer()) == canonical


def test_a_surname_belongs_to_the_full_name_before_or_after_it() -> None:
    actors = gathered("Biden calls. US President Joe Biden spoke; Mr Biden left.", "p:Biden", "p:Joe Biden", "p:Biden")
    assert named(actors) == {"Joe Biden": 3}


def test_two_people_of_one_surname_stay_two() -> None:
    actors = gathered(
        "Bill Clinton and Hillary Clinton came. Hillary Clinton spoke. Clinton smiled. Bill Clinton left.",
        *("p:Bill Clinton", "p:Hillary Clinton", "p:Hillary Clinton", "p:Clinton", "p:Bill Clinton"),
    )
    assert named(actors) == {"Bill Clinton": 2, "Hillary Clinton": 3}


def test_particles_initials_and_spellings_are_one_person() -> None:
    assert named(
        gathered("Ursula von der Leyen spoke. Von der Leyen left.", "p:Ursula von der Leyen", "p:Von der Leyen")
    ) == {"Ursula von der Leyen": 2}
    assert named(gathered("Joseph R. Biden, Jr. is Joe Biden.", "p:Joseph R. Biden", "p:Joe Biden")) == {
        "Joseph R. Biden": 2
    }
    assert named(
        gathered("Dmitry Peskov, or Dmitri Peskow; Peskow", "p:Dmitry Peskov", "p:Dmitri Peskow", "p:Peskow")
    ) == {"Dmitry Peskov": 3}
    assert named(gathered("Vladimir Putin — Владимир Путин", "p:Vladimir Putin", "p:Владимир Путин")) == {
        "Vladimir Putin": 2
    }


def test_an_arabic_article_may_be_left_out() -> None:
    actors = gathered("Abdel Fattah al-Burhan met us. Burhan left.", "p:Abdel Fattah al-Burhan", "p:Burhan")
    assert named(actors) == {"Abdel Fattah al-Burhan": 2}


def test_a_double_surname_is_known_by_its_whole() -> None:
    actors = gathered(
        "Randal Kolo Muani and Kingsley Coman; Kolo Muani", "p:Randal Kolo Muani", "p:Kingsley Coman", "p:Kolo Muani"
    )
    assert named(actors) == {"Randal Kolo Muani": 2, "Kingsley Coman": 1}


def test_an_acronym_in_brackets_and_a_short_form_are_the_body() -> None:
    actors = gathered(
        "The European Commission (EC) met. The Commission spoke. The EC left.",
        *("o:European Commission", "o:EC", "o:Commission", "o:EC"),
    )
    assert named(actors) == {"European Commission": 4}
    assert actors[0].names[1][1] == "EC stands in brackets after European Commission"


def test_a_body_named_short_first_takes_its_long_name() -> None:
    assert named(gathered("Lakeside sold. Lakeside Partners LLC paid.", "o:Lakeside", "o:Lakeside Partners LLC")) == {
        "Lakeside Partners": 2
    }


def test_a_country_and_its_capital_are_two_places_and_a_people_is_one_group() -> None:
    actors = gathered(
        "US, U.S., America; Washington. Russians, Russian.",
        "l:US",
        "l:U.S.",
        "l:America",
        "l:Washington",
        "g:Russians",
        "g:Russian",
    )
    assert named(actors) == {"United States": 3, "Washington": 1, "Russian": 2}


def test_europe_and_the_european_union_are_not_short_for_each_other() -> None:
    actors = gathered(
        "European Union, European Central Bank, Bank", "o:European Union", "o:European Central Bank", "o:Bank"
    )
    assert named(actors) == {"European Union": 1, "European Central Bank": 2}


def test_actors_are_joined_across_articles_where_it_is_clear() -> None:
    joined = join(
        [
            DocumentActor("d1", "a1", "person", "Sergei Lavrov"),
            DocumentActor("d2", "a1", "person", "Sergey Lavrov"),
            DocumentActor("d3", "a4", "person", "Lavrov"),
            DocumentActor("d1", "a7", "person", "Joseph R. Biden"),
            DocumentActor("d2", "a7", "person", "Joe Biden"),
            DocumentActor("d1", "a2", "person", "Bill Clinton"),
            DocumentActor("d2", "a2", "person", "Hillary Clinton"),
            DocumentActor("d3", "a5", "person", "Clinton"),
            DocumentActor("d1", "a3", "organisation", "International Cable Association"),
            DocumentActor("d2", "a3", "organisation", "ICA"),
            DocumentActor("d1", "a6", "place", "U.S."),
            DocumentActor("d2", "a6", "place", "United States"),
        ]
    )
    assert {one.value: [(member.document, sure) for member, sure in one.members] for one in joined} == {
        "Sergei Lavrov": [("d1", 0.97), ("d2", 0.97), ("d3", 0.6)],
        "Joseph R. Biden": [("d1", 0.97), ("d2", 0.85)],
        "Bill Clinton": [("d1", 0.97)],
        "Hillary Clinton": [("d2", 0.97)],
        "Clinton": [("d3", 0.97)],
        "International Cable Association": [("d1", 0.97), ("d2", 0.75)],
        "United States": [("d1", 0.97), ("d2", 0.97)],
    }


def test_an_acronym_that_begins_a_firms_name_stands_for_it() -> None:
    (cvc,) = gathered("CVC Capital Partners bid. CVC declined.", "o:CVC Capital Partners", "o:CVC")
    assert cvc.value == "CVC Capital Partners"


def test_a_headlines_short_name_of_a_club_is_the_clubs() -> None:
    (villa,) = gathered("Late goal stuns Villa. Aston Villa had led.", "o:Villa", "o:Aston Villa")
    assert villa.value == "Aston Villa"


def test_a_city_that_ends_a_clubs_name_is_no_club() -> None:
    assert len(gathered("The City shrugged. Norwich City won.", "o:City", "o:Norwich City")) == 2


def test_who_has_two_family_names_goes_by_the_first() -> None:
    mother, son = gathered(
        "Consuelo Aguilera Prats died. Her son, Matías Vidal Aguilera, wept. Aguilera was 91.",
        "p:Consuelo Aguilera Prats",
        "p:Matías Vidal Aguilera",
        "p:Aguilera",
    )
    assert (len(mother.names), len(son.names)) == (2, 1)
