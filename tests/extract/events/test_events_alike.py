"""When two tellings are of one event, and what of them differs."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reader.extract.events.alike import ACTIONS, NEAR, SAME, Happening, differences, likeness
from reader.extract.pipeline import extract
from reader.model import Event, Figure, Published

DAY = 738_000
MET = Happening(
    frozenset({"joe biden", "vladimir putin"}), "meet", "Joe Biden – met – Vladimir Putin", DAY, DAY, DAY + 1
)


def test_same_actors_and_deed_on_the_same_day_are_one() -> None:
    other = replace(MET, action="talk", line="Joe Biden – talked with – Vladimir Putin", told=DAY + 30)
    assert likeness(MET, other) >= SAME
    assert likeness(MET, other) == likeness(other, MET)


@pytest.mark.parametrize(
    "other",
    [
        replace(MET, actors=frozenset({"olaf scholz", "emmanuel macron"})),
        replace(MET, first=DAY + NEAR + 1, last=DAY + NEAR + 1),
        replace(MET, action="say"),
        replace(MET, actors=frozenset({"joe biden"}), action="resign", line="Joe Biden – accused – his rival"),
        replace(MET, first=0, last=0, told=0),
    ],
)
def test_others_are_not(other: Happening) -> None:
    assert likeness(MET, other) < SAME


def test_a_week_holds_its_days() -> None:
    assert likeness(MET, replace(MET, first=DAY - 5, last=DAY + 1)) >= SAME


def test_undated_events_go_by_their_articles() -> None:
    undated = replace(MET, first=0, last=0)
    assert likeness(undated, replace(undated, told=undated.told + 1)) >= SAME
    assert likeness(undated, replace(undated, told=undated.told + 20)) == 0


@pytest.mark.parametrize(("group", "one", "other"), ACTIONS, ids=lambda item: item if isinstance(item, str) else "")
def test_the_examples_of_each_group_tell_of_one_deed(group: frozenset[str], one: str, other: str) -> None:
    for sentence in (one, other):
        events = [fact for fact in extract(sentence) if isinstance(fact, Event)]
        assert {event.action.value for event in events if event.action} & group, sentence


def told(text: str) -> tuple[Event, list[Figure]]:
    facts = extract(text, Published.parse("2022-01-11"))
    event = next(fact for fact in facts if isinstance(fact, Event))
    return event, [fact for fact in facts if isinstance(fact, Figure)]


def test_figures_of_one_unit_that_differ() -> None:
    one, figures = told("Russia sent 100,000 soldiers to the border on Monday.")
    other, others = told("Russia deployed 120,000 soldiers on Sunday.")
    found = differences(one, figures, other, others, True)
    assert [(item.about, item.here, item.there) for item in found] == [
        ("when", "Monday", "Sunday"),
        ("soldier", "100,000", "120,000"),
    ]


@pytest.mark.parametrize(
    "words",
    ["Russia sent 100,000 soldiers.", "Russia sent nearly 95,000 soldiers.", "Russia sent 90,000 to 110,000 soldiers.",
     "Russia sent 300 tanks."],
)  # fmt: skip
def test_figures_that_can_both_be_true(words: str) -> None:
    one, figures = told("Russia sent 100,000 soldiers to the border.")
    assert differences(one, figures, *told(words)) == []
