"""Numbers with what they are worth and what they count."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.extract.actors import find_actors
from reader.extract.article import Article
from reader.extract.dates import find_dates
from reader.extract.figures import find_figures
from reader.extract.figures.nouns import singular
from reader.extract.figures.units import CURRENCIES, UNITS, Currency, Unit
from reader.extract.syntax.chunks import grammar_of
from reader.model import Figure, Published


def figures(text: str) -> list[Figure]:
    article = Article(text, Published.parse("2022-01-14"))
    grammar_of(article, find_actors(article))
    return find_figures(article, find_dates(article))


@pytest.mark.parametrize(
    ("text", "words", "value", "unit"),
    [
        ("They spoke by a two-hour video link.", "two-hour", 2, "hour"),
        ("They waited four and a half hours.", "four and a half hours", 4.5, "hour"),
        ("It cost two and a half million euros.", "two and a half million euros", 2500000, "euro"),
        ("Dozens of houses burned.", "Dozens", 12, "house"),
        ("Nearly 200 soldiers left.", "Nearly 200", 200, "soldier"),
        ("Some 1,200 people fled.", "Some 1,200", 1200, "person"),
        ("It moved 80,000 troops to the border.", "80,000", 80000, "troop"),
        ("Hundreds of thousands of men fought.", "Hundreds of thousands", 100000, "man"),
        ("A few hundred protesters came.", "A few hundred", 300, "protester"),
        ("Half a million women voted.", "Half a million", 500000, "woman"),
        ("Twenty-five thousand refugees crossed.", "Twenty-five thousand", 25000, "refugee"),
        ("One hundred and five ships sailed.", "One hundred and five", 105, "ship"),
        ("Prices rose by 6.8%.", "6.8%", 6.8, "percent"),
        ("Prices rose by 12.5 per cent.", "12.5 per cent", 12.5, "percent"),
        ("The lead is 4 percentage points.", "4 percentage points", 4, "percentage point"),
        ("The rate is minus 0.5%.", "minus 0.5%", -0.5, "percent"),
        ("It fell to −220 °C.", "−220 °C", -220, "degree Celsius"),
        ("The plant burns 2.5 million tonnes a year.", "2.5 million tonnes", 2500000, "tonne"),
        ("Fires burned 500 square kilometres.", "500 square kilometres", 500, "square kilometre"),
        ("It lasted half an hour.", "half an hour", 0.5, "hour"),
        ("A 63-year-old man was hurt.", "63-year-old", 63, "year"),
        ("She was aged 17.", "17", 17, "year"),
        ("Angela Merkel, 67, left.", "67", 67, "year"),
        ("At least two-thirds of the members agreed.", "At least two-thirds", 2 / 3, "member"),
        ("He owns 3.5m shares.", "3.5m", 3500000, "share"),
        ("She won the 100m sprint.", "100m", 100, "metre"),
    ],
)
def test_one_figure(text: str, words: str, value: float, unit: str) -> None:
    (figure,) = figures(text)
    assert figure.text == words
    assert figure.value == pytest.approx(value)
    assert figure.unit == unit


@pytest.mark.parametrize(
    ("text", "value", "end_value", "unit"),
    [
        ("It costs $5–10 million.", 5e6, 1e7, "dollar"),
        ("It takes between 5 and 10 percent.", 5, 10, "percent"),
        ("Some 5 to 10 cities took part.", 5, 10, "city"),
        ("Rain of 20-30 mm is forecast.", 20, 30, "millimetre"),
        ("Arsenal won 3-1.", 3, 1, "score"),
        ("The Senate voted 80-19 for it.", 80, 19, "score"),
    ],
)
def test_ranges_and_scores(text: str, value: float, end_value: float, unit: str) -> None:
    (figure,) = figures(text)
    assert (figure.value, figure.end_value, figure.unit) == (value, end_value, unit)


@pytest.mark.parametrize(
    "text",
    [
        "It happened in 2014.",
        "They met on 30 December 2021 at 5 p.m.",
        "Call 555-1234 or +49 30 1234567.",
        "Section 5 of the law and Article 51 apply.",
        "Flight 370 vanished.",
        "The F-16, the T-72 and the S-400 are old.",
        "Covid-19 spread in the 1990s.",
        "Apollo 11 landed.",
        "In the 2020-21 season they lost.",
        "No one came, and this one left.",
        "He was the 21st to sign.",
    ],
)
def test_dates_names_and_telephone_numbers_are_no_figures(text: str) -> None:
    assert figures(text) == []


def test_money_knows_its_currency() -> None:
    found = figures("It cost £40m, US$3.5bn, 5,000 roubles and 30 billion Swiss francs.")
    assert [(figure.value, figure.currency) for figure in found] == [
        (4e7, "GBP"),
        (3.5e9, "USD"),
        (5000, "RUB"),
        (3e10, "CHF"),
    ]


def test_words_of_degree_make_a_figure_approximate() -> None:
    rough, exact = figures("More than 300 men and 20 women came.")
    assert rough.approximate
    assert not exact.approximate


@pytest.mark.parametrize("unit", UNITS, ids=lambda unit: unit.name)
def test_the_example_of_a_unit(unit: Unit) -> None:
    assert unit.name in {figure.unit for figure in figures(f"They spoke of {unit.example}.")}


@pytest.mark.parametrize("currency", CURRENCIES, ids=lambda currency: currency.code)
def test_the_example_of_a_currency(currency: Currency) -> None:
    (figure,) = figures(f"They paid {currency.example} for it.")
    assert (figure.currency, figure.unit) == (currency.code, currency.name)


@pytest.mark.parametrize(
    ("plural", "single"),
    [("people", "person"), ("cities", "city"), ("boxes", "box"), ("policewomen", "policewoman"), ("series", "series")],
)
def test_nouns_in_the_singular(plural: str, single: str) -> None:
    assert singular(plural) == single


_PIECES = st.sampled_from(
    ["1", "20", "3,000", "2.5", "$", "€", "%", " ", "-", "–", " to ", "between ", " and ", "million", "two", "dozen"]
)


@settings(max_examples=300, deadline=None)
@given(st.lists(_PIECES, max_size=20).map("".join))
def test_figures_are_ranges_of_the_text_in_order(text: str) -> None:
    found = find_figures(Article(text), [])
    assert all(text[figure.start : figure.end] == figure.text != "" for figure in found)
    assert all(a.end <= b.start for a, b in pairwise(found))


def test_hostile_numbers_are_read_in_one_pass() -> None:
    for piece in ("1", "1,", "1-", "one ", "hundreds of ", "$", "1 to ", "half a ", "a few hundred ", "between 1 and "):
        find_figures(Article(piece * 5_000), [])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("33   Paris      France\n34   Nice Games   5 medals\n", [("5", 5, "medal")]),
        ("Rank   City    Games\n1      Paris    33\n2      London   30\n", [("33", 33, ""), ("30", 30, "")]),
        ("Finishers:\n\n    12   Berlin Marathon\n    13   Boston Marathon\n", []),
        (
            "Mirror segments | 18\nSunshield layers | 5\nDistance | 3 km\n",
            [("18", 18, ""), ("5", 5, ""), ("3 km", 3, "kilometre")],
        ),
        ("He won 33\nmarathons in his life.", [("33", 33, "marathon")]),
    ],
)
def test_the_number_of_a_row_is_no_figure_and_counts_nothing_in_the_next(
    text: str, expected: list[tuple[str, float, str]]
) -> None:
    found = find_figures(Article(text), [])
    assert [(figure.text, figure.value, figure.unit) for figure in found] == expected
