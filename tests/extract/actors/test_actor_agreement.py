"""Types that the rest of the article, the words of the name, or a report of a match settle."""

from __future__ import annotations

from typing import Final

import pytest

from reader.extract.actors import find_actors
from reader.extract.actors.agreed import agreed
from reader.extract.actors.features import WordFeatures
from reader.extract.actors.gazetteer import gazetteer
from reader.extract.actors.name import Name
from reader.extract.actors.sides import clubs
from reader.extract.actors.view import View
from reader.extract.article import Article
from reader.model import ActorType

P: Final = "person"
O: Final = "organisation"  # noqa: E741 - as gold texts have them
L: Final = "place"


def settled(text: str, *names: tuple[str, ActorType, float]) -> dict[str, str]:
    """What both steps make of the model's ``names``, each where it first stands in ``text``."""
    article = Article(text)
    lists = gazetteer()
    view = View(text, article.tokens, WordFeatures(lists, {"alma": 1}))
    found = []
    for words, kind, sure in names:
        start = text.index(words)
        first = article.tokens.starts.index(start)
        last = first + sum(start <= at < start + len(words) for at in article.tokens.starts)
        found.append(Name(first, last, kind, sure, "model"))
    after = clubs(agreed(sorted(found), view, lists), view, lists)
    starts, ends = article.tokens.starts, article.tokens.ends
    return {text[starts[name.first] : ends[name.last - 1]]: name.type for name in after}


def test_a_lone_word_is_the_body_that_begins_or_ends_with_it() -> None:
    found = settled(
        "Villa lost. Aston Villa had led. Kestrel rose; Kestrel Foods sells nuts.",
        ("Villa", P, 1.0),
        ("Aston Villa", O, 0.9),
        ("Kestrel", L, 0.5),
        ("Kestrel Foods", O, 0.9),
    )
    assert found["Villa"] == O
    assert found["Kestrel"] == O


def test_but_not_where_a_person_bears_the_word_or_a_town_is_meant() -> None:
    found = settled(
        "Morgan spoke for JP Morgan. Ann Morgan is its head. In Dunedin, the Dunedin City Council met.",
        ("Morgan", P, 0.9),
        ("JP Morgan", O, 0.9),
        ("Ann Morgan", P, 0.9),
        ("Dunedin", L, 0.6),
        ("Dunedin City Council", O, 0.9),
    )
    assert found["Morgan"] == P
    assert found["Dunedin"] == L


@pytest.mark.parametrize(
    ("text", "name", "was", "wanted", "kind"),
    [
        ("Shops on George Street cheered.", "George Street", P, "George Street", L),
        ("Elliott Management bought shares.", "Elliott Management", P, "Elliott Management", O),
        ("Tom Lacey SC told the court.", "Tom Lacey SC", P, "Tom Lacey", P),
    ],
)
def test_words_of_the_name_tell(text: str, name: str, was: ActorType, wanted: str, kind: str) -> None:
    assert settled(text, (name, was, 0.9)) == {wanted: kind}


def test_what_begins_like_a_body_is_found_whole() -> None:
    text = (
        "After many years they went to the Museum of Memory and Human Rights. In the end the Ministry of Defence and "
        "NATO agreed that there was nothing else to be found."
    )
    found = settled(text, ("Museum of Memory", L, 0.9), ("NATO", O, 0.9))
    assert found == {"Museum of Memory and Human Rights": O, "Ministry of Defence": O, "NATO": O}


def test_a_firm_is_known_by_the_words_beside_it() -> None:
    text = (
        "He chairs the grocer Wm Morrison and sold Brightside to the brewer Old Anchor for cash. Shares in Kestrau "
        "rose. Dunlopp, which makes balls, and Kenya, which buys them, said nothing; shares in Uganda fell."
    )
    found = settled(
        text,
        ("Wm Morrison", P, 1.0),
        ("Kestrau", L, 0.9),
        ("Dunlopp", P, 0.6),
        ("Kenya", L, 0.9),
        ("Uganda", L, 0.9),
    )
    assert found == {"Wm Morrison": O, "Old Anchor": O, "Kestrau": O, "Dunlopp": O, "Kenya": L, "Uganda": L}


def test_what_stands_in_a_list_is_of_one_type() -> None:
    text = "Homes in Kelantan, Perlisau and Kedahau flooded. He passed between Konsau and Pau Torres."
    found = settled(
        text,
        ("Kelantan", L, 0.99),
        ("Perlisau", P, 0.7),
        ("Kedahau", P, 0.6),
        ("Konsau", L, 0.95),
        ("Pau Torres", P, 0.97),
    )
    assert found == {"Kelantan": L, "Perlisau": L, "Kedahau": L, "Konsau": P, "Pau Torres": P}


def test_a_title_makes_a_person_and_a_saint_a_place() -> None:
    found = settled("“Madame Diarra is here,” said St. Louis.", ("Madame Diarra", L, 0.9), ("St. Louis", L, 0.9))
    assert found == {"Diarra": P, "St. Louis": L}


def test_who_stands_behind_a_person_and_of_is_a_body() -> None:
    found = settled("“Good,” said Marc Roy of Bernstein.", ("Marc Roy", P, 0.9), ("Bernstein", P, 0.7))
    assert found == {"Marc Roy": P, "Bernstein": O}


def test_the_brophys_are_people() -> None:
    found = settled("Declan Brophy sat. The jury heard the Brophys.", ("Declan Brophy", P, 0.9), ("Brophys", O, 0.4))
    assert found["Brophys"] == P


def test_unknown_acronyms_are_bodies_and_known_others_are_not() -> None:
    text = "Bishop told RNZ that the GDP fell. The chief of KRLV, a CEO, wept (ABCD). ALMA shone. The programme, PEPQ,"
    assert settled(text) == {"RNZ": O, "KRLV": O}


def test_capitals_say_nothing_where_all_shout() -> None:
    assert settled("They chanted STOP WASTE FNORD NOW BRING OTHERS and left.") == {}


REPORT = (
    "Leeds drew 1-1 in the league after a late goal by their striker; the referee gave a penalty. Police in Leeds "
    "were calm. The coach goes to face Norwich, and Kenya beat Ghana elsewhere."
)


def test_towns_that_play_are_clubs_and_towns_that_are_visited_are_not() -> None:
    article = Article(REPORT)
    words = article.tokens.words
    view = View(REPORT, article.tokens, WordFeatures(gazetteer(), {}))
    at = [place for place, word in enumerate(words) if word in ("Leeds", "Norwich", "Kenya", "Ghana")]
    names = [Name(place, place + 1, L, 0.9, "model") for place in at]
    kinds = [(words[name.first], name.type) for name in clubs(names, view, gazetteer())]
    assert kinds == [("Leeds", O), ("Leeds", L), ("Norwich", O), ("Kenya", L), ("Ghana", L)]


def test_without_a_match_towns_stay_towns() -> None:
    found = settled("Leeds beat its rivals to the new station.", ("Leeds", L, 0.9))
    assert found == {"Leeds": L}


def test_the_surname_of_somebody_named_once_is_found_alone() -> None:
    text = (
        "Sabalenka hit 14 double faults.\n\nEarlier she, Aryna Sabalenka, had won. “She deserved it,” Sabalenka said."
    )
    assert [actor.text for actor in find_actors(Article(text))].count("Sabalenka") == 2
