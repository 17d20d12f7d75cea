"""Searches under a name: kept, replaced, forgotten, and all of it undone."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from reader.library import ForgetSearch, Library, SavedSearch, SaveSearch
from reader.library.migrations import NOTES, migrate


def saved(library: Library) -> list[tuple[str, str]]:
    return [(one.name, one.query) for one in library.saved_searches()]


def test_saved_searches_come_by_name(library: Library) -> None:
    library.do(SaveSearch("Zaporizhzhia", "nuclear plant is:unread"))
    library.do(SaveSearch("élections", 'tag:vote "second round"'))
    library.do(SaveSearch("Diplomacy ", "talks\x1b geneva"))
    assert saved(library) == [
        ("Diplomacy", "talks␛ geneva"),
        ("élections", 'tag:vote "second round"'),
        ("Zaporizhzhia", "nuclear plant is:unread"),
    ]


def test_replacing_and_forgetting_are_undone(library: Library, tmp_path: Path) -> None:
    library.do(SaveSearch("Talks", "geneva"))
    library.do(SaveSearch("Talks", "vienna"))
    library.do(ForgetSearch("Talks"))
    library.do(ForgetSearch("nobody"))
    assert saved(library) == []
    library.undo()
    assert library.undo() == "forget the search “Talks”"
    assert saved(library) == [("Talks", "vienna")]
    library.close()
    with Library.open(tmp_path / "home") as again:
        assert again.undo() == "save the search “Talks”"
        assert saved(again) == [("Talks", "geneva")]
        again.undo()
        assert saved(again) == []
        for _ in range(3):
            again.redo()
        assert saved(again) == []
        again.undo()
        assert again.saved_searches() == [SavedSearch("Talks", "vienna")]


def test_a_search_that_comes_back_is_as_old_as_it_was(library: Library) -> None:
    library.do(SaveSearch("Talks", "geneva", "2021-12-30T10:00:00+00:00"))
    library.do(ForgetSearch("Talks"))
    library.undo()
    with library._notes.reading() as notes:
        assert notes.execute("SELECT added FROM saved_search").fetchall() == [("2021-12-30T10:00:00+00:00",)]


def test_a_search_without_name_or_words_is_refused() -> None:
    with pytest.raises(ValueError, match="at least one letter"):
        SaveSearch(" ", "geneva")
    with pytest.raises(ValueError, match="at least one letter"):
        SaveSearch("Talks", "\n")


def test_notes_of_the_first_version_keep_what_they_have(tmp_path: Path) -> None:
    path = tmp_path / "notes.db"
    connection = sqlite3.connect(path, isolation_level=None)
    migrate(connection, path, NOTES, NOTES.steps()[:1])
    connection.execute("INSERT INTO setting(document, starred, changed) VALUES ('d', 1, 1)")
    connection.close()
    with Library.open(tmp_path) as library:
        assert library.settings("d").starred
        library.do(SaveSearch("Talks", "geneva"))
        assert saved(library) == [("Talks", "geneva")]
    assert (tmp_path / "backups" / "notes-before-0002.db").exists()
