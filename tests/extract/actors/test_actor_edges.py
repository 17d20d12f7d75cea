"""Where a name ends, where a role ends, and whose it is."""

from __future__ import annotations

import pytest

from reader.extract.actors import find_actors
from reader.extract.article import Article
from reader.model import ActorMention


def actors(text: str) -> list[ActorMention]:
    return find_actors(Article(text))


def roles(text: str) -> dict[str, str | None]:
    return {mention.text: mention.role for mention in actors(text) if mention.type == "person"}


def test_a_role_is_not_that_of_the_name_inside_it() -> None:
    found = roles("The head of the Merkel government, Olaf Scholz, spoke. Angela Merkel listened.")
    assert found["Olaf Scholz"] == "head of the Merkel government"
    assert found["Angela Merkel"] is None
    assert found["Merkel"] is None


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Gregory Robinson, the director of the Webb programme, spoke.", "director of the Webb programme"),
        ("Gregory Robinson, a director at the, spoke.", "director"),
        ("Secretary of State Gregory Robinson spoke.", "Secretary of State"),
        ("Chancellor of the Exchequer Gregory Robinson spoke.", "Chancellor of the Exchequer"),
        ("Goldman Sachs Group Inc. CFO Gregory Robinson spoke.", "CFO"),
    ],
)
def test_no_role_ends_in_the_air(text: str, role: str) -> None:
    assert roles(text)["Gregory Robinson"] == role


def test_a_firm_with_a_partner_keeps_its_whole_name() -> None:
    found = actors("JPMorgan Chase & Co. CEO Jamie Dimon said rates would rise.")
    assert [(mention.text, mention.value, mention.role) for mention in found] == [
        ("JPMorgan Chase & Co.", "JPMorgan Chase & Co.", None),
        ("Jamie Dimon", "Jamie Dimon", "CEO"),
    ]


def test_a_cell_and_another_script_end_a_name() -> None:
    text = "Bank | Day\nBank of Russia Банк России | 17 December\nDeutsche Bank | Siemens | Joe Biden Джо Байден\n"
    found = {mention.text: mention.value for mention in actors(text)}
    assert found["Bank of Russia"] == "Bank of Russia"
    assert found["Банк России"] == "Bank of Russia"
    assert found["Joe Biden"] == "Joe Biden"
    assert found["Deutsche Bank"] == "Deutsche Bank"
    assert not [name for name in found if "|" in name or "\n" in name]


def test_a_sunday_paper_keeps_its_name() -> None:
    found = actors("He told the Sunday Times. The Times said nothing, nor did the Daily Telegraph.")
    assert [mention.value for mention in found] == ["Sunday Times", "The Times", "The Telegraph"]


def people(text: str) -> list[tuple[str, str]]:
    return [(mention.text, mention.value) for mention in actors(text) if mention.type == "person"]


def test_a_plural_title_makes_persons_and_gives_each_the_role() -> None:
    text = "The talks were held by Presidents Xi and Macron, who had not met before in any of the years of war."
    assert roles(text) == {"Xi": "President", "Macron": "President"}
    text = "He had seen Russian Presidents Boris Yeltsin and Vladimir Putin."
    assert roles(text) == {"Boris Yeltsin": "Russian President", "Vladimir Putin": "Russian President"}


def test_a_family_name_said_once_is_that_of_both() -> None:
    assert people("It was the home of Bill and Hillary Clinton. Later Bill left.") == [
        ("Bill", "Bill Clinton"),
        ("Hillary Clinton", "Hillary Clinton"),
        ("Bill", "Bill Clinton"),
    ]
    assert ("Dembélé", "Ousmane Dembélé") in people("Ousmane Dembélé ran. It was Dembélé and Olivier Giroud who left.")
    assert ("Merkel", "Merkel") in people("It was said by Merkel and Emmanuel Macron on Monday.")


def test_a_son_is_not_his_father() -> None:
    found = people("Donald Trump Jr. spoke on Monday. His father, Donald Trump, was not there. Trump Jr. left.")
    assert found == [
        ("Donald Trump Jr.", "Donald Trump Jr."),
        ("Donald Trump", "Donald Trump"),
        ("Trump Jr.", "Donald Trump Jr."),
    ]


def test_junior_stands_for_nobody_alone() -> None:
    found = people("Joseph R. Biden, Jr. spoke. Donald Trump Jr. did not.")
    assert [text for text, _ in found] == ["Joseph R. Biden", "Donald Trump Jr."]


def test_a_country_and_a_family_name_stay_two() -> None:
    found = actors("Barack Obama visited Jordan; Michael Jordan did not. Later he flew to Oman and into Jordan.")
    assert [(mention.type, mention.text) for mention in found if "Jordan" in mention.text] == [
        ("place", "Jordan"),
        ("person", "Michael Jordan"),
        ("place", "Jordan"),
    ]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The European Commission's Dombrovskis said so.", ["European Commission", "Dombrovskis"]),
        ("He met the European Commission's Valdis Dombrovskis.", ["European Commission", "Valdis Dombrovskis"]),
        ("It was Deutsche Bank's Anna Keller.", ["Deutsche Bank", "Anna Keller"]),
        ("European Commission’s Dombrovskis says so", ["European Commission", "Dombrovskis"]),
    ],
)
def test_a_possessive_ends_a_name(text: str, names: list[str]) -> None:
    assert [mention.text for mention in actors(text)] == names


def test_one_plural_title_does_not_reach_through_a_long_list() -> None:
    found = actors("Presidents " + ", ".join(["Xi", "Macron"] * 400) + " met.")
    assert found[0].text == "Xi"
    assert found[0].role == "President"
    assert found[-1].role in (None, "President")
