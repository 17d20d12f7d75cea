"""A list read a page at a time is the list that sorting everything would give."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.library import DocumentRow, Filter, Library, Scope, SetRead, SetRemoved, SetStarred, SetTag, Sort
from reader.library.folding import LAST, folded
from reader.library.settings_copy import age
from reader.model import Published
from tests.library.articles import article

DATES = ["", "2021-12-30", "2021-12-30T21:15:00+01:00", "2022-01-10", "2022-01"[:0], "1999-05-01"]
SOURCES = ["", "The Paper", "Élysée News", "élan", "BBC"]
TITLES = ["Zürich talks", "zurich Talks", "Übermut", "“Quoted” title", "a", "Geneva: nothing new"]


def _published(row: DocumentRow) -> str:
    return row.published.iso if row.published else ""


KEYS: dict[Sort, tuple[Callable[[DocumentRow], Any], bool]] = {
    Sort.DATE: (lambda row: (_published(row), row.rowid), True),
    Sort.TITLE: (lambda row: (folded(row.title), row.rowid), False),
    Sort.SOURCE: (lambda row: (folded(row.source) or LAST, age(_published(row)), row.rowid), False),
    Sort.UNREAD: (lambda row: (row.unread, _published(row), row.rowid), True),
    Sort.PATH: (lambda row: (row.path, row.rowid), False),
    Sort.NOTES: (lambda row: (row.notes, _published(row), row.rowid), True),
}


@pytest.fixture(scope="module")
def filled() -> Any:
    with tempfile.TemporaryDirectory() as folder, Library.open(Path(folder)) as library:
        for number in range(60):
            library.documents.put(
                article(
                    f"{number:02}",
                    text=f"Text number {number} of many.",
                    title=TITLES[number % 6],
                    published=DATES[number * 7 % 6],
                    source=SOURCES[number % 5],
                )
            )
        rows = library.documents.rows()
        for row in rows[::3]:
            library.do(SetRead(row.id, True))
        for row in rows[::7]:
            library.do(SetStarred(row.id, True))
            library.do(SetTag(row.id, "urgent", True))
        for row in rows[5:50:11]:
            library.do(SetRemoved(row.id, True))
        yield library


@settings(max_examples=80, deadline=None)
@given(
    st.sampled_from(Sort),
    st.booleans(),
    st.lists(st.tuples(st.integers(0, 65), st.integers(0, 20)), min_size=1, max_size=8),
)
def test_pages_from_anywhere_are_pages_of_the_sorted_whole(
    filled: Library, sort: Sort, reverse: bool, pages: list[tuple[int, int]]
) -> None:
    from reader.library.listing import Listing

    key, descending = KEYS[sort]
    everything = sorted(filled.documents.rows(limit=1000), key=key, reverse=descending != reverse)
    listing = Listing(filled._library.reading, Scope(), Filter(), sort, reverse)
    for offset, limit in pages:
        assert listing.rows(offset, limit) == everything[offset : offset + limit]
        if offset < len(everything):
            assert listing.position(everything[offset].rowid) == offset
    assert len(listing) == len(everything)


@pytest.mark.parametrize("sort", Sort)
def test_long_lists_are_walked_from_both_ends(filled: Library, sort: Sort, monkeypatch: pytest.MonkeyPatch) -> None:
    from reader.library import listing as module

    monkeypatch.setattr(module, "NEAR", 3)
    whole = filled.documents.rows(sort=sort, limit=1000)
    fresh = module.Listing(filled._library.reading, Scope(), Filter(), sort)
    for offset in (len(whole) - 2, 40, 38, 20, 22, 39, 0, len(whole) - 5):
        assert fresh.rows(offset, 4) == whole[offset : offset + 4]


@pytest.mark.parametrize(
    ("chosen", "wanted"),
    [
        (Filter(title="zurich"), lambda row: "rich" in row.title.lower()),
        (Filter(title="TALKS zür"), lambda row: "rich" in row.title.lower()),
        (Filter(title="nowhere"), lambda row: False),
        (Filter(title="%"), lambda row: False),
        (Filter(unread=True), lambda row: row.unread),
        (Filter(unread=False, starred=True), lambda row: row.starred and not row.unread),
        (Filter(source="BBC"), lambda row: row.source == "BBC"),
        (Filter(source=""), lambda row: row.source == ""),
        (Filter(month="2021-12"), lambda row: _published(row).startswith("2021-12")),
        (Filter(month=""), lambda row: not row.published),
        (Filter(tag="urgent"), lambda row: "urgent" in row.tags),
        (Filter(missing=True), lambda row: row.missing),
        (Filter(failed=False, noted=False), lambda row: True),
    ],
)
def test_filters_let_pass_what_they_say(filled: Library, chosen: Filter, wanted: Callable[[DocumentRow], bool]) -> None:
    for sort in Sort:
        expected = [row for row in filled.documents.rows(sort=sort, limit=1000) if wanted(row)]
        assert filled.documents.rows(chosen=chosen, sort=sort, limit=1000) == expected
        assert filled.documents.count(chosen=chosen) == len(expected)


def test_many_matching_titles_are_found_as_few_are(filled: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    from reader.library import listing as module

    few = [filled.documents.rows(chosen=Filter(title="t", unread=True), sort=sort, limit=99) for sort in Sort]
    monkeypatch.setattr(module, "FEW", 1)
    for sort, wanted in zip(Sort, few, strict=True):
        assert (
            module.Listing(filled._library.reading, Scope(), Filter(title="t", unread=True), sort).rows(0, 99) == wanted
        )
    assert len(few[0]) > 5


def test_removed_documents_have_a_list_of_their_own(filled: Library) -> None:
    removed = filled.documents.rows(chosen=Filter(removed=True), limit=1000)
    assert len(removed) == 5 == filled.documents.count(chosen=Filter(removed=True))
    assert filled.documents.count() == 55
    assert all(row.removed for row in removed)
    assert not {row.id for row in removed} & {row.id for row in filled.documents.rows(limit=1000)}


def test_groups_count_what_the_list_holds(filled: Library) -> None:
    rows = filled.documents.rows(limit=1000)
    months = {group.key: group.count for group in filled.documents.groups("month")}
    assert months == {m: sum(_published(row)[:7] == m for row in rows) for m in {_published(row)[:7] for row in rows}}
    assert list(months) == sorted(months, reverse=True)
    sources = [group.key for group in filled.documents.groups("source")]
    assert sources == ["BBC", "élan", "Élysée News", "The Paper", ""]
    starred = filled.documents.groups("source", chosen=Filter(starred=True))
    assert sum(group.count for group in starred) == sum(row.starred for row in rows)


def test_a_list_is_new_after_a_change(library: Library) -> None:
    library.documents.put(article("a"))
    assert library.documents.count() == 1
    listing = library.documents.listing()
    assert library.documents.listing() is listing
    library.documents.put(article("b", text="Another one."))
    assert library.documents.count() == 2
    assert library.documents.listing() is not listing


def test_ages_grow_into_the_past() -> None:
    days = ["2022-01-10T21:00", "2022-01-10T20:00+01:00", "2022-01-10", "2021-12-30", "0001-01-01", ""]
    ages = [age(day) for day in days]
    assert ages == sorted(ages)
    assert Published.parse(days[0])
