"""Whole articles read for their dates: the client's, and news with what the samples lack."""

from __future__ import annotations

import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.extract.article import Article
from reader.extract.dates import find_dates
from reader.model import DateFact, Published

SEED = Path(__file__).parents[3] / "seeds" / "000_73ca37d0c5ce4629.txt"


def _dates(text: str, published: str | None) -> list[DateFact]:
    return find_dates(Article(text, Published.parse(published) if published else None))


def _values(text: str, published: str | None) -> list[tuple[str, str]]:
    return [(fact.text, fact.value) for fact in _dates(text, published)]


def _articles() -> list[tuple[str, str, list[tuple[str, str, str | None]]]]:
    """Blocks of ``articles.txt``: publication date, text, expected words, value and mod."""
    blocks = []
    for block in (Path(__file__).parent / "articles.txt").read_text("utf-8").split("\n@ ")[1:]:
        published, text, *lines = block.strip().splitlines()
        cells = [[cell.strip() for cell in line.split("|")] for line in lines]
        blocks.append((published, text, [(words, value, mod[0] if mod else None) for words, value, *mod in cells]))
    return blocks


def test_a_day_earlier_in_a_paragraph_of_its_own_counts_from_publication() -> None:
    text = "Many recall Aug. 8, 1988, and the streets.\n\nJapan will cut aid, Tokyo said a day earlier."
    assert _values(text, "2007-10-02")[-1] == ("a day earlier", "2007-10-01")


def test_without_a_publication_date_the_story_tells_its_seasons_and_months() -> None:
    text = "In 1922 it went astray until the following spring. In May 2011 he vanished, and wrote that August."
    values = [value for _, value in _values(text, None)]
    assert values == ["1922", "1923-SP", "2011-05", "2011-08"]


def test_an_entry_of_a_chronicle_takes_its_year_from_the_one_before() -> None:
    text = (
        "The wreck reached port on Sunday. Some key dates:\n\nJan. 13, 2012: The liner hits a reef.\n\n"
        "Jan. 14: The captain is ordered back. He is arrested later in the day.\n\n"
        "March 2012: Pumps draw off the fuel. The mayor promises clean beaches by Easter."
    )
    values = [value for _, value in _values(text, "2015-07-27")]
    assert values == ["2015-07-26", "2012-01-13", "2012-01-14", "2012-01-14", "2012-03", "2012-04-08"]


def test_a_line_that_ends_its_sentence_keeps_its_year() -> None:
    text = (
        "The faction struck at Munich in September 1972.\nThe stadium was evacuated on 19 May after a threat.\n"
        "He won the Stakes in June 2009.\nThe only try came on the 19th."
    )
    values = [value for _, value in _values(text, "2011-05-25")]
    assert values == ["1972-09", "2011-05-19", "2009-06", "2011-05-19"]


def test_an_hour_that_lies_ahead_is_not_of_a_day_that_is_over() -> None:
    text = "She lost her majority on Thursday.\n\nThe minister will face the committee at 5 p.m. to speak of it."
    assert _values(text, "2017-06-12") == [("Thursday", "2017-06-08"), ("5 p.m.", "2017-06-12T17:00")]


def test_a_figure_with_its_thousands_is_no_hour() -> None:
    assert _values("The index left Friday's close behind and stood at 1,090.25 on Monday.", "2017-06-12") == [
        ("Friday", "2017-06-09"),
        ("Monday", "2017-06-12"),
    ]


@pytest.mark.parametrize(("published", "text", "dates"), _articles())
def test_an_article_gives_its_dates_and_no_other(
    published: str, text: str, dates: list[tuple[str, str, str | None]]
) -> None:
    assert [(fact.text, fact.value, fact.mod) for fact in _dates(text, published)] == dates


def test_the_clients_article() -> None:
    facts = _dates(SEED.read_text("utf-8"), "2021-12-30")
    assert [(fact.text, fact.type, fact.value, fact.mod) for fact in facts] == [
        ("this Thursday", "DATE", "2021-12-30", None),
        ("January 10", "DATE", "2022-01-10", None),
        ("weeks", "DURATION", "PXW", None),
        ("the late evening", "TIME", "2021-12-30TEV", "END"),
        ("the beginning of December", "DATE", "2021-12", "START"),
        ("two-hour", "DURATION", "PT2H", None),
        ("June", "DATE", "2021-06", None),
        ("weeks", "DURATION", "PXW", None),
        ("2014", "DATE", "2014", None),
        ("that time", "DATE", "2014", None),
        ("last week", "DATE", "2021-W51", None),
    ]


def test_without_a_publication_date_nothing_is_guessed() -> None:
    values = dict(_values(SEED.read_text("utf-8"), None))
    assert values["January 10"] == "XXXX-01-10"
    assert values["this Thursday"] == "XXXX-WXX-4"
    assert values["last week"] == "XXXX-WXX"
    assert values["June"] == "XXXX-06"
    assert values["2014"] == "2014"
    assert all(fact.anchor is None or fact.anchor == "2014" for fact in _dates(SEED.read_text("utf-8"), None))


def test_a_derivation_says_what_a_date_counts_from() -> None:
    (fact,) = _dates("Putin agreed to it last week.", "2021-12-30")
    assert fact.why == "“last week” counts back from publication, Thursday 30 December 2021: ISO week 51"
    assert fact.anchor == "2021-12-30"
    assert fact.rule == "dates: last week"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The minister said Tuesday that talks had failed.", "2024-03-12"),
        ("The minister will speak on Tuesday in Rome.", "2024-03-19"),
        ("The minister is expected to resign Tuesday.", "2024-03-19"),
        ("The minister, who was due to speak on Tuesday, fell ill.", "2024-03-19"),
        ("On Tuesday, the minister resigned.", "2024-03-12"),
        ("He has been in Rome since Tuesday.", "2024-03-12"),
        ("The deadline expires on Tuesday.", "2024-03-19"),
        ("The talks will be held on Tuesday.", "2024-03-19"),
        ("They agreed to meet again on Tuesday.", "2024-03-19"),
        ("They were forced to leave on Tuesday.", "2024-03-12"),
        ("Voters in Zimbabwe go to the polls on Tuesday.", "2024-03-19"),
        ("A memorial service is being held on Tuesday.", "2024-03-19"),
        ("A memorial service was being held on Tuesday.", "2024-03-12"),
        ("The vote was postponed to Tuesday.", "2024-03-19"),
        ("Snow is forecast for Tuesday.", "2024-03-19"),
        ("Opposition groups have called for a march on Tuesday.", "2024-03-19"),
        ("Polls open on Tuesday.", "2024-03-19"),
        ("It will be colder than on Tuesday, when snow fell.", "2024-03-12"),
        ("The strike has gone on until Tuesday, when the judges will rule.", "2024-03-19"),
    ],
)
def test_the_verb_decides_between_last_and_next(text: str, value: str) -> None:
    assert _values(text, "2024-03-14")[0][1] == value


def test_a_court_report() -> None:
    text = (
        "THE HAGUE - The court will rule on 22 March, a spokesman said on Thursday, three weeks after hearings closed "
        "on 29 February.\n\nThe case was filed in mid-2023. At the time, nobody expected a ruling before the end of "
        "2025. The previous year, judges had heard a similar case; two days later they threw it out."
    )
    assert _values(text, "2024-03-14") == [
        ("22 March", "2024-03-22"),
        ("Thursday", "2024-03-14"),
        ("three weeks", "P3W"),
        ("29 February", "2024-02-29"),
        ("mid-2023", "2023"),
        ("the time", "PAST_REF"),
        ("the end of 2025", "2025"),
        ("The previous year", "2024"),
        ("two days later", "2024-03-02"),
    ]


def test_a_strike_with_clock_times() -> None:
    text = (
        "The strike began at 6am on Wednesday and will last until midnight on Friday. The first train left at "
        "07:45 local time today. Night services stop from 22.30 GMT tonight."
    )
    assert _values(text, "2024-03-14") == [
        ("6am on Wednesday", "2024-03-13T06:00"),
        ("midnight on Friday", "2024-03-15T24:00"),
        ("07:45 local time today", "2024-03-14T07:45"),
        ("22.30 GMT tonight", "2024-03-14T22:30"),
    ]


def test_a_range_says_where_it_ends() -> None:
    facts = _dates("The fair runs 10–12 January 2025; he was mayor from 2001 to 2005.", "2024-03-14")
    assert [(fact.text, fact.value, fact.end_value) for fact in facts] == [
        ("10", "2025-01-10", "2025-01-12"),
        ("12 January 2025", "2025-01-12", None),
        ("2001", "2001", "2005"),
        ("2005", "2005", None),
    ]


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("It ran from 30 April to 2 May 2020.", ["2020-05-02"]),
        ("It ran between May 2020 and June 2021.", ["2021-06"]),
        ("It ran in May 2020 and June 2021.", []),
        ("It is open Monday to Friday.", ["2024-03-15"]),
        ("It is open 9am-5pm today.", ["2024-03-11T17:00"]),
    ],
)
def test_two_dates_make_a_range_when_a_word_joins_them(text: str, ends: list[str]) -> None:
    assert [fact.end_value for fact in _dates(text, "2024-03-11") if fact.end_value] == ends


def test_quarters_of_a_results_report() -> None:
    text = (
        "Acme said third-quarter profit fell to $5 million from $7 million a year earlier. In the year-ago quarter it "
        "had sold a unit. For the nine months, sales rose. It expects growth in the second half of next year."
    )
    assert _values(text, "2023-10-26") == [
        ("third-quarter", "2023-Q3"),
        ("a year earlier", "2022-Q3"),
        ("the year-ago quarter", "2022-Q3"),
        ("the nine months", "P9M"),
        ("the second half of next year", "2024-H2"),
    ]


_HEAP = (
    "Monday , may May 10 2014 2022-13-45 the last of two - 's week ago Q3 January 31st 30th February 99:99 10:35 p.m. "
    "noon a half and hundred thousand twenty one first quarter ended Sept. 30 later before next year 1/2 ½ '98 1990s "
    "to – from 31/02/2020 0000-00-00 9999 century millennium 9999999999 decades years every other Easter 0"
)
_PIECES = st.sampled_from(_HEAP.split())


@settings(max_examples=150, deadline=None)
@given(st.lists(_PIECES, max_size=30), st.sampled_from(["2024-02-29", "0001-01-01", "9999-12-31", None]))
def test_any_heap_of_date_words_gives_sound_facts(pieces: list[str], published: str | None) -> None:
    text = " ".join(pieces)
    facts = _dates(text, published)
    assert all(fact.text == text[fact.start : fact.end] and fact.text.strip() for fact in facts)
    assert all(one.end <= other.start for one, other in pairwise(facts))
    assert all(fact.value and fact.why and 0 < fact.confidence <= 1 for fact in facts)


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=200))
def test_any_text_gives_sound_facts(text: str) -> None:
    assert all(fact.text == text[fact.start : fact.end] for fact in _dates(text, "2024-02-29"))


def test_the_grammar_costs_nothing_before_the_first_article() -> None:
    code = "import sys, reader.extract.dates as d; print([m for m in sys.modules if m.startswith(d.__name__ + '.')])"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"


@pytest.mark.parametrize("piece", ["one hundred and ", "January 1-2, ", "the day before ", "2014-", "'", "1/", "last "])
def test_work_grows_with_the_text_not_faster(piece: str) -> None:
    """Steps of the interpreter, not seconds: four times the text may cost little more than four times the steps."""

    def steps(text: str) -> int:
        count = 0

        def count_calls(*_: object) -> None:
            nonlocal count
            count += 1

        sys.setprofile(count_calls)
        try:
            find_dates(Article(text, Published.parse("2024-03-11")))
        finally:
            sys.setprofile(None)
        return count

    steps(piece)
    assert steps(piece * 400) < 5 * steps(piece * 100) + 2_000
