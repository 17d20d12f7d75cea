"""Names cut and joined by their shapes, whatever the model made of them."""

from __future__ import annotations

import pytest

from reader.extract.actors import find_actors
from reader.extract.actors.gazetteer import gazetteer
from reader.extract.actors.model import model
from reader.extract.actors.name import LONGEST, Name
from reader.extract.actors.shapes import shaped
from reader.extract.actors.view import View
from reader.extract.article import Article
from reader.extract.tokens import tokenize
from reader.model import ActorType

TYPES: dict[str, ActorType] = {"p": "person", "o": "organisation", "l": "place"}
LETTERS = {type: letter for letter, type in TYPES.items()}


def names(text: str, *given: str) -> list[str]:
    """What becomes of names that the model found: ``p:Joe Biden`` in, the same out, in order."""
    tokens = tokenize(text)
    view = View(text, tokens, model().words)
    found = []
    for one in given:
        kind, _, words = one.partition(":")
        start = text.index(words)
        first = tokens.starts.index(start)
        last = first + len(tokenize(words).words)
        found.append(Name(first, last, TYPES[kind], 0.9, "model"))
    return [
        f"{LETTERS[name.type]}:{text[tokens.starts[name.first] : tokens.ends[name.last - 1]]}"
        for name in shaped(sorted(found), view, gazetteer())
    ]


@pytest.mark.parametrize(
    ("text", "given", "wanted"),
    [
        # A person and where the person is from
        ("Now Ruth Adeyemi of Abdo spoke.", ["p:Ruth Adeyemi of Abdo"], ["p:Ruth Adeyemi", "l:Abdo"]),
        ("Now Quintin Wu of USI spoke.", ["p:Quintin Wu of USI"], ["p:Quintin Wu", "o:USI"]),
        ("Now Joan of Arc spoke.", ["p:Joan of Arc"], ["p:Joan of Arc"]),
        ("Now Henry IV of France spoke.", ["p:Henry IV of France"], ["p:Henry IV of France"]),
        # Two bodies
        (
            "Both Goldman Sachs and Freshfields came.",
            ["o:Goldman Sachs and Freshfields"],
            ["o:Goldman Sachs", "o:Freshfields"],
        ),
        (
            "The European Commission and Britain's Transport Authority agree.",
            ["o:European Commission and Britain's Transport Authority"],
            ["o:European Commission", "l:Britain", "o:Transport Authority"],
        ),
        ("The Ministry of Education and Science agrees.", ["o:Ministry of Education and Science"], None),
        ("The Competition and Markets Authority agrees.", ["o:Competition and Markets Authority"], None),
        # Ampersands
        ("They asked Stein & Cole again.", ["p:Stein", "p:Cole"], ["o:Stein & Cole"]),
        ("Kampala & Kayunga are far.", ["l:Kampala", "l:Kayunga"], ["l:Kampala", "l:Kayunga"]),
        ("Bill & Hillary came.", ["p:Bill", "p:Hillary"], ["p:Bill", "p:Hillary"]),
        ("The CEO & Santiago Gomez came.", ["p:Santiago Gomez"], ["p:Santiago Gomez"]),
        # Numbers behind people, small words within them
        ("Goals: Samuel Addo 77, later more.", ["p:Samuel Addo 77"], ["p:Samuel Addo"]),
        ("The coach Erik ten Veen left.", ["p:Erik", "p:Veen"], ["p:Erik ten Veen"]),
        ("The lawyers of Erik sue Veen now.", ["p:Erik", "p:Veen"], ["p:Erik", "p:Veen"]),
        # Passed over
        ("She came with her foreign minister, Wu Tsai-ying.", [], ["p:Wu Tsai-ying"]),
        ("She came as a foreign minister, On Monday she left.", [], []),
        ("He commands the Seventh Fleet there.", [], ["o:Seventh Fleet"]),
        ("They live near Long Main Street there.", [], ["l:Long Main Street"]),
    ],
)
def test_shapes(text: str, given: list[str], wanted: list[str] | None) -> None:
    assert names(text, *given) == (given if wanted is None else wanted)


@pytest.mark.parametrize("unit", ["A & ", "the Bank ", "Bank of America of ", "Bank and Bank and "])
def test_what_goes_on_for_ever_is_no_name(unit: str) -> None:
    text = unit * 300 + "\n\nThe talks of Joe Biden went on."
    found = [mention.text for mention in find_actors(Article(text))]
    assert found[-1] == "Joe Biden"
    assert max(len(one.split()) for one in found) <= LONGEST
