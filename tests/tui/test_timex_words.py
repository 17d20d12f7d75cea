"""TIMEX3 values as a person writes them."""

from __future__ import annotations

import pytest

from reader.tui.timex_words import is_dated, sort_key, timex_words


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("2021-12-30", "30 Dec 2021"),
        ("2021-12", "Dec 2021"),
        ("2014", "2014"),
        ("XXXX-01-10", "10 Jan"),
        ("2021-W51", "week 51 2021"),
        ("2021-W51-WE", "weekend, week 51 2021"),
        ("XXXX-WXX-2", "Tuesday"),
        ("2022-Q1", "quarter 1 2022"),
        ("2021-SU", "summer 2021"),
        ("2021-12-30TEV", "30 Dec 2021, evening"),
        ("2021-12-30T21:15", "30 Dec 2021, 21:15"),
        ("PT2H", "2 hours"),
        ("P1Y6M", "1 year 6 months"),
        ("PXW", "some weeks"),
        ("199", "1990s"),
        ("20", "21st century"),
        ("18", "19th century"),
        ("BC0044", "44 BC"),
        ("MA65", "65 million years ago"),
        ("XXXX-WXX-2TNI", "Tuesday, night"),
        ("PAST_REF", "in the past"),
        ("something else", "something else"),
    ],
)
def test_words(value: str, words: str) -> None:
    assert timex_words(value) == words


def test_seasons_halves_and_weekends_stand_where_they_begin() -> None:
    values = ["2021-12", "2021-SU", "2021-H2", "2021-W23-WE", "2021-06-07", "2021-FA", "BC0044", "2021-05", "18"]
    assert sorted(values, key=sort_key) == [
        "BC0044", "18", "2021-05", "2021-SU", "2021-06-07", "2021-W23-WE", "2021-H2", "2021-FA", "2021-12",
    ]  # fmt: skip


def test_earliest_first_and_undated_last() -> None:
    values = ["XXXX-01-10", "2022-01-10", "2021-W51", "2014", "2021-06", "PT2H", "2021-12-30"]
    assert sorted(values, key=sort_key) == [
        "2014", "2021-06", "2021-W51", "2021-12-30", "2022-01-10", "PT2H", "XXXX-01-10",
    ]  # fmt: skip
    assert [value for value in values if is_dated(value)] == ["2022-01-10", "2021-W51", "2014", "2021-06", "2021-12-30"]
