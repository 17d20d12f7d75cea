"""Things named after people are not the people."""

from __future__ import annotations

import pytest

from reader.extract.actors import find_actors
from reader.extract.article import Article


def actors(text: str) -> list[tuple[str, str]]:
    return [(mention.type, mention.text) for mention in find_actors(Article(text))]


def test_a_telescope_is_not_the_man_it_is_named_after() -> None:
    text = (
        "The James Webb Space Telescope was launched. Webb unfolds its mirror. The Webb programme cost 10 billion. "
        "The telescope is named after James Webb, who ran NASA."
    )
    assert actors(text) == [("person", "James Webb"), ("organisation", "NASA")]


def test_a_foundation_bears_both_names_and_its_founder_still_speaks() -> None:
    found = actors("The Bill and Melinda Gates Foundation gave money. Gates said he was glad. Gates left.")
    assert found == [("organisation", "Bill and Melinda Gates Foundation"), ("person", "Gates"), ("person", "Gates")]


def test_a_prize_and_its_committee_are_not_the_chemist() -> None:
    assert actors("The Nobel committee met. Alfred Nobel was a chemist. It gives the Nobel Peace Prize.") == [
        ("person", "Alfred Nobel")
    ]


@pytest.mark.parametrize("text", ["Mr. Carter", "President Carter", "Carter, who was ill,"])
def test_a_title_or_a_deed_of_people_makes_it_the_person(text: str) -> None:
    found = actors(f"The Carter Center sent observers. {text} was glad. Carter came home.")
    assert found == [("organisation", "Carter Center"), ("person", "Carter"), ("person", "Carter")]
