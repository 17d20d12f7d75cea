"""The panel's dates as a timeline: earliest first, ranges as ranges, undated ones apart."""

from __future__ import annotations

from reader.extract.article import Article
from reader.extract.dates import find_dates
from reader.model import Published
from reader.tui.fact_rows import fact_rows

TEXT = (
    "The fair runs from 28 September to 2 October. It opened in the summer of 1969, closed between May 2020 and June "
    "2021 and now draws crowds every Tuesday and twice a month. Caesar died in 44 BC. He waited for weeks."
)


def _rows(text: str, published: str | None) -> list[tuple[str, str]]:
    facts = find_dates(Article(text, Published.parse(published) if published else None))
    return [(row.label, row.detail) for row in fact_rows(facts, {"date"})]


def test_the_timeline_begins_with_the_earliest_and_tells_a_range_once() -> None:
    assert _rows(TEXT, "2023-09-05") == [
        ("Dates", "4"),
        ("44 BC", "44 BC"),
        ("summer 1969", "the summer of 1969"),
        ("May 2020 – Jun 2021", "May 2020"),
        ("28 Sep – 2 Oct 2023", "28 September"),
        ("Not yet dated", "1"),
        ("now", "now"),
        ("Durations and repeats", "3"),
        ("every Tuesday", "every Tuesday"),
        ("twice every month", "twice a month"),
        ("some weeks", "weeks"),
    ]


def test_days_of_one_month_say_the_month_once() -> None:
    assert _rows("The fair runs 10-12 January 2025.", "2024-03-14")[1] == ("10 – 12 Jan 2025", "10")
    assert _rows("He ruled from 1998 to 2004.", "2024-03-14")[1] == ("1998 – 2004", "1998")


def test_without_a_publication_date_a_day_stands_apart() -> None:
    rows = _rows("He left on 3 May and came back in 2021.", None)
    assert rows == [("Dates", "1"), ("2021", "2021"), ("Not yet dated", "1"), ("3 May", "3 May")]
