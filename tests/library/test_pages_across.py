"""What pages over the library are made of: a timeline, an actor, statements."""

from __future__ import annotations

import datetime as dt
from array import array
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.extract.pipeline import EXTRACTOR, extract
from reader.library import Library, SetPublished, SetRemoved
from reader.library.timeline import Timeline
from reader.model import Published
from tests.library.articles import article

GENEVA = (
    "US President Joe Biden met Russian President Vladimir Putin in Geneva on 16 June 2021. "
    "Biden warned Putin on Monday. “We will not accept this,” Biden said. The plan is for 2022."
)
PHONE = (
    "American President Joe Biden will telephone Volodymyr Zelensky on 2 January 2022. "
    "“The allies are united,” said Josep Borrell."
)


def fill(library: Library, name: str, text: str, published: str) -> str:
    """An article with its facts; its id."""
    row = library.documents.put(article(name, text=text, published=published))
    day = Published.parse(published)
    library.facts.put(row.version, EXTRACTOR, extract(text, day), day, text)
    return row.id


@pytest.fixture
def filled(library: Library) -> Library:
    fill(library, "geneva", GENEVA, "2021-12-28")
    fill(library, "phone", PHONE, "2022-01-01")
    return library


def lines(library: Library, timeline: Timeline) -> list[str]:
    return [row.line for row in library.across.statements(timeline.ids)]


def test_events_and_dates_of_all_articles_stand_in_time_order(filled: Library) -> None:
    rows = filled.across.statements(filled.across.timeline().ids)
    assert [row.first for row in rows if row.first] == sorted(row.first for row in rows if row.first)
    assert rows[0].line == "Joe Biden – met – Vladimir Putin"
    assert rows[0].first == dt.date(2021, 6, 16)
    assert rows[0].title == "Article geneva"
    monday = next(row for row in rows if row.line == "Joe Biden – warned – Vladimir Putin")
    assert monday.first == dt.date(2021, 12, 27)


def test_a_date_that_no_event_has_stands_with_its_sentence(filled: Library) -> None:
    year = next(
        row for row in filled.across.statements(filled.across.timeline().ids) if row.first == dt.date(2022, 1, 1)
    )
    assert (year.last, year.line) == (dt.date(2022, 12, 31), "The plan is for 2022.")


def test_a_timeline_is_narrowed_by_days_words_and_articles(filled: Library) -> None:
    across = filled.across
    assert lines(filled, across.timeline(first=dt.date(2022, 1, 2)))[0].startswith("Joe Biden – will telephone")
    assert lines(filled, across.timeline(last=dt.date(2021, 7, 1))) == ["Joe Biden – met – Vladimir Putin"]
    assert lines(filled, across.timeline(words="MET putin")) == ["Joe Biden – met – Vladimir Putin"]
    assert lines(filled, across.timeline(words="100%_")) == []
    row = filled.documents.row(filled.across.statements(across.timeline().ids)[0].document)
    assert row is not None
    assert {one.title for one in across.statements(across.timeline([row.rowid]).ids)} == {"Article geneva"}


def test_removed_articles_and_other_dates_leave_the_timeline(filled: Library) -> None:
    whole = len(filled.across.timeline())
    row = next(row for row in filled.documents.rows() if row.title == "Article phone")
    filled.do(SetRemoved(row.id, True))
    less = len(filled.across.timeline())
    assert less < whole
    filled.undo()
    filled.do(SetPublished(row.id, "2020-01-01"))  # its facts are not taken for this date yet
    assert len(filled.across.timeline()) == less


def test_facts_taken_anew_replace_their_statements(filled: Library) -> None:
    before = lines(filled, filled.across.timeline())
    fill(filled, "geneva", GENEVA, "2021-12-28")
    assert lines(filled, filled.across.timeline()) == before


def test_an_actor_over_the_library(filled: Library) -> None:
    biden = filled.across.actor(["joe biden"])
    assert biden is not None
    assert (biden.name, biden.type) == ("Joe Biden", "person")
    assert [one.title for one in filled.across.appearances(["Joe Biden"], biden.articles)] == [
        "Article phone",
        "Article geneva",
    ]
    assert [row.line for row in filled.across.statements(biden.quotes)] == ["Joe Biden: “We will not accept this,”"]
    assert {row.line for row in filled.across.statements(biden.events)} >= {
        "Joe Biden – met – Vladimir Putin",
        "Joe Biden – will telephone – Volodymyr Zelensky",
    }
    assert {(role.role, role.first, role.articles) for role in biden.roles} >= {
        ("US President", "2021-12-28", 1),
        ("American President", "2022-01-01", 1),
    }
    assert {one.name: one.articles for one in biden.company}["Vladimir Putin"] == 1
    assert filled.across.actor(["Nobody Known"]) is None


def test_an_actor_narrowed_by_words(filled: Library) -> None:
    biden = filled.across.actor(["Joe Biden"], "zelensky")
    assert biden is not None
    assert len(biden.events) == 1
    assert list(biden.articles) == []
    assert [one.name for one in biden.company] == ["Volodymyr Zelensky"]


PERIODS = st.lists(
    st.tuples(st.integers(700_000, 745_000), st.sampled_from([0, 0, 0, 6, 30, 364])), min_size=1, max_size=60
)


@given(PERIODS)
def test_every_statement_stands_under_one_heading_and_months_count_them(periods: list[tuple[int, int]]) -> None:
    ordered = sorted((first, -(first + more)) for first, more in periods)
    timeline = Timeline(
        array("q", range(len(ordered))),
        array("l", [first for first, _ in ordered]),
        array("l", [-last for _, last in ordered]),
    )
    headings = timeline.headings()
    assert headings[0][0] == 0
    assert all(one < other for (one, _), (other, _) in pairwise(headings))
    counts = [int(words.rsplit("  ", 1)[1].replace(",", "")) for _, words in headings]
    assert sum(counts) == len(timeline)
    for month in timeline.months():
        for at in range(month.at, month.at + month.count):
            assert dt.date.fromordinal(timeline.firsts[at]).replace(day=1) == month.date
