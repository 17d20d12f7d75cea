"""Feasts that follow the moon fall where calendars of past years have them."""

from __future__ import annotations

from itertools import pairwise

import pytest

from reader.extract.article import Article
from reader.extract.dates import find_dates
from reader.extract.dates.moons import FEASTS
from reader.model import Published

KEPT = {
    "diwali": "2003-10-25 2009-10-17 2013-11-03 2017-10-19 2019-10-27 2020-11-14 2021-11-04 2022-10-24 2023-11-12",
    "lunar new year": "1990-01-27 1999-02-16 2004-01-22 2012-01-23 2015-02-19 2020-01-25 2023-01-22 2025-01-29",
    "rosh hashanah": "2000-09-30 2010-09-09 2013-09-05 2018-09-10 2021-09-07 2024-10-03 2025-09-23",
    "yom kippur": "1973-10-06 2023-09-25 2024-10-12",
    "hanukkah": "2013-11-28 2016-12-25 2018-12-03 2020-12-11 2021-11-29 2024-12-26",
    "purim": "2020-03-10 2023-03-07 2024-03-24",
    "passover": "2000-04-20 2013-03-26 2016-04-23 2020-04-09 2021-03-28 2024-04-23",
    "eid al-fitr": "2012-08-19 2014-07-28 2017-06-25 2019-06-04 2020-05-24 2021-05-13 2023-04-21 2024-04-10",
    "eid al-adha": "2006-01-10 2015-09-23 2018-08-21 2020-07-31 2021-07-20 2023-06-28 2024-06-16",
}


@pytest.mark.parametrize(("name", "day"), [(name, day) for name, days in KEPT.items() for day in days.split()])
def test_a_feast_falls_on_its_day(name: str, day: str) -> None:
    assert FEASTS[name](int(day[:4])).isoformat() == day


@pytest.mark.parametrize("name", sorted(FEASTS))
def test_a_feast_comes_every_year(name: str) -> None:
    days = [FEASTS[name](year) for year in range(1900, 2101)]
    assert [day.year for day in days] == list(range(1900, 2101))
    # A year of the Muslim calendar is eleven days shorter: one of ours may see two feasts, and the first is given.
    assert all(340 <= (later - day).days <= 400 or "eid" in name for day, later in pairwise(days))


def test_a_feast_of_a_year_too_far_off_is_none() -> None:
    text = "It was signed at Diwali 2016; they met at Diwali 1500."
    found = [(fact.text, fact.value) for fact in find_dates(Article(text, Published.parse("2021-12-30")))]
    assert found[0] == ("Diwali 2016", "2016-10-30")
    assert not any(value.startswith("1500-") for _, value in found)
