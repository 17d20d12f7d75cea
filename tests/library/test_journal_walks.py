"""Undo and redo walk the journal: across documents, restarts and programs."""

from __future__ import annotations

import itertools
import tempfile
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.library import (
    Change,
    Filter,
    Library,
    SetPublished,
    SetRead,
    SetRemoved,
    SetStarred,
    SetTag,
    Several,
)
from reader.library.changes import change_from_json
from reader.library.settings import Settings
from reader.model import Published
from tests.library.articles import article

NAMES = ("a", "b", "c")


def changes(ids: Sequence[str]) -> st.SearchStrategy[Change]:
    document = st.sampled_from(ids)
    single = st.one_of(
        st.builds(SetPublished, document, st.sampled_from([None, "2021-12-30", "2022-01-10T20:30:00+01:00"])),
        st.builds(SetStarred, document, st.booleans()),
        st.builds(SetRead, document, st.booleans()),
        st.builds(SetRemoved, document, st.booleans()),
        st.builds(SetTag, document, st.sampled_from(["x", "two words", "é"]), st.booleans()),
    )
    return st.one_of(single, st.builds(Several, st.lists(single, max_size=4).map(tuple)))


def state(library: Library) -> object:
    """All that the reader set, as notes.db has it and as the list shows it."""
    rows = [*library.documents.rows(), *library.documents.rows(chosen=Filter(removed=True))]
    shown = sorted(
        (row.id, str(row.published), row.starred, row.unread, row.removed, row.tags, row.notes) for row in rows
    )
    return shown, [library.settings(row[0]) for row in shown]


def _filled(folder: str) -> tuple[Library, list[str]]:
    library = Library.open(Path(folder))
    return library, [library.documents.put(article(n, text=f"The text of {n}.")).id for n in NAMES]


@settings(max_examples=25, deadline=None)
@given(st.data())
def test_as_many_undos_give_the_first_state_and_redos_the_last(data: st.DataObject) -> None:
    with tempfile.TemporaryDirectory() as folder:
        library, ids = _filled(folder)
        with library:
            states = [state(library)]
            for change in data.draw(st.lists(changes(ids), max_size=6)):
                library.do(change)
                states.append(state(library))
            for before in reversed(states[:-1]):
                assert library.undo() is not None
                assert state(library) == before
            assert library.undo() is None
            for after in states[1:]:
                assert library.redo() is not None
                assert state(library) == after
            assert library.redo() is None


@settings(max_examples=25, deadline=None)
@given(st.data())
def test_any_walk_is_that_of_two_stacks(data: st.DataObject) -> None:
    with tempfile.TemporaryDirectory() as folder:
        library, ids = _filled(folder)
        with library:
            past: list[object] = []
            future: list[object] = []
            present = state(library)
            for step in data.draw(st.lists(st.sampled_from(["do", "undo", "undo", "redo", "reopen"]), max_size=14)):
                if step == "do":
                    library.do(data.draw(changes(ids)))
                    past.append(present)
                    present, future = state(library), []
                elif step == "undo":
                    assert (library.undo() is None) == (not past)
                    if past:
                        future.append(present)
                        present = past.pop()
                elif step == "redo":
                    assert (library.redo() is None) == (not future)
                    if future:
                        past.append(present)
                        present = future.pop()
                else:
                    library.close()
                    library = Library.open(Path(folder))
                assert state(library) == present
            library.close()


@settings(max_examples=60)
@given(changes(["a", "b"]))
def test_changes_come_back_from_json(change: Change) -> None:
    assert change_from_json(change.to_json()) == change


def test_the_journal_is_only_added_to(library: Library) -> None:
    id = library.documents.put(article()).id
    library.do(SetStarred(id, True))
    library.undo()
    library.redo()
    entries = library.journal.entries()
    assert [(entry.action, entry.title, entry.of) for entry in entries] == [
        ("redo", "star", 1),
        ("undo", "star", 1),
        ("starred", "star", None),
    ]
    assert library.journal.entries(before=2) == entries[2:]
    assert (library.journal.next_undo(), library.journal.next_redo()) == ("star", None)
    stamps = [entry.time for entry in entries]
    assert all(later >= earlier for later, earlier in itertools.pairwise(stamps))


def test_a_publication_date_of_ones_own_counts_until_it_is_taken_back(library: Library) -> None:
    id = library.documents.put(article(published="2020-01-01")).id
    library.do(SetPublished(id, "2021-12-30"))
    found = library.documents.get(id)
    assert found is not None
    assert found.published == Published.parse("2021-12-30")
    # The article says something else now; what the reader set still counts.
    assert library.documents.put(article(published="2020-02-02")).published == Published.parse("2021-12-30")
    library.undo()
    row = library.documents.row(id)
    assert row is not None
    assert row.published == Published.parse("2020-02-02")
    with pytest.raises(ValueError, match="not a date"):
        SetPublished(id, "yesterday")


def test_opening_an_article_is_no_action(library: Library) -> None:
    id = library.documents.put(article()).id
    library.mark_read(id)
    library.mark_read(id)
    row = library.documents.row(id)
    assert row is not None
    assert not row.unread
    assert library.undo() is None


def test_a_tag_is_one_clean_line(library: Library) -> None:
    id = library.documents.put(article()).id
    library.do(SetTag(id, "#two\nwords\x1b", True))
    assert library.settings(id).tags == ("two words␛",)
    assert library.documents.tags() == [("two words␛", 1)]
    with pytest.raises(ValueError, match="at least one letter"):
        SetTag(id, " # ", True)


def test_several_changes_are_one_step(library: Library) -> None:
    ids = [library.documents.put(article(name, text=f"Of {name}.")).id for name in NAMES]
    entry = library.do(Several(tuple(SetStarred(id, True) for id in ids)))
    assert entry.title == "star (3 documents)"
    assert library.documents.count(chosen=Filter(starred=True)) == 3
    assert library.undo() == "star (3 documents)"
    assert library.documents.count(chosen=Filter(starred=True)) == 0


def test_what_was_set_outlives_the_articles(library: Library, tmp_path: Path) -> None:
    id = library.documents.put(article()).id
    library.do(SetTag(id, "x", True))
    library.do(SetPublished(id, "2021-12-30"))
    library.close()
    for path in (tmp_path / "home").glob("library.db*"):
        path.unlink()
    with Library.open(tmp_path / "home") as anew:
        row = anew.documents.put(article())
        assert (row.tags, str(row.published)) == (("x",), "2021-12-30")
        assert anew.undo() == "publication date 2021-12-30"


def test_a_crash_between_the_two_files_is_made_good(library: Library, tmp_path: Path) -> None:
    id = library.documents.put(article()).id
    library.journal.append(SetStarred(id, True))  # as if cut off before the list was told
    assert [row.starred for row in library.documents.rows()] == [False]
    assert library.check() != []
    library.close()
    with Library.open(tmp_path / "home") as again:
        assert [row.starred for row in again.documents.rows()] == [True]
        assert again.check() == []


def test_places_are_remembered(library: Library) -> None:
    row = library.documents.put(article())
    assert library.reading.place(row.id) is None
    library.reading.set_place(row.id, 120, row.version)
    library.reading.set_place(row.id, 121, row.version)
    place = library.reading.place(row.id)
    assert place is not None
    assert (place.offset, place.version) == (121, row.version)
    assert library.reading.recent() == [row.id]
    assert library.undo() is None
    assert library.settings(row.id) == Settings()
