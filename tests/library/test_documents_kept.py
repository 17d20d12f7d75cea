"""Documents come back as they were put in; versions, renames and failures are kept apart."""

from __future__ import annotations

import dataclasses
import datetime as dt
import zlib
from pathlib import Path

import pytest

from reader.library import Filter, Library, Scope, SetRead
from reader.library.packing import Packed, pack, squeezed
from reader.library.shelf import Shelf
from reader.model import Document, Published, document_id
from tests.library.articles import article


def test_a_document_comes_back_whole(library: Library) -> None:
    document = article(published="2022-01-10T20:30:00+01:00", source="The Paper")
    row = library.documents.put(document)
    assert library.documents.get(row.id) == document
    assert (row.title, row.source, row.unread, row.error) == ("Article a", "The Paper", True, "")
    assert row.published == Published.parse("2022-01-10T20:30:00+01:00")
    assert library.documents.row(row.id) == row
    assert library.documents.by_path("/news/a.md") == row
    assert library.documents.text(row.rowid) == document.text


def test_what_is_not_there_is_none(library: Library) -> None:
    assert library.documents.get("nothing") is None
    assert library.documents.row("nothing") is None
    assert library.documents.by_path("/news/none.md") is None
    assert library.documents.text(17) is None


def test_putting_the_same_again_changes_nothing(library: Library) -> None:
    first = library.documents.put(article())
    assert library.documents.put(article()) == first
    assert library.documents.count() == 1


def test_a_changed_text_is_a_new_version_of_the_same_document(library: Library) -> None:
    old = library.documents.put(article(text="The first text of all."))
    new = library.documents.put(article(text="The second text of all."))
    assert new.id == old.id
    assert new.version != old.version
    assert library.documents.versions(new.id) == [new.version]
    found = library.documents.get(new.id)
    assert found is not None
    assert found.text == "The second text of all."
    assert library.documents.get(new.id, old.version) is None


def test_a_version_that_something_refers_to_is_kept(library: Library) -> None:
    old = library.documents.put(article(text="The first text of all."))
    library.keep_version(old.id, old.version)
    new = library.documents.put(article(text="The second text of all."))
    assert library.documents.versions(new.id) == [old.version, new.version]
    found = library.documents.get(new.id, old.version)
    assert found is not None
    assert found.text == "The first text of all."


def test_a_text_that_returns_is_the_version_it_was(library: Library) -> None:
    first = library.documents.put(article(text="One text here."))
    library.documents.put(article(text="Another text here."))
    assert library.documents.put(article(text="One text here.")).version == first.version


def test_the_same_text_at_two_paths_is_two_documents(library: Library) -> None:
    one = library.documents.put(article("a"))
    two = library.documents.put(article("b"))
    assert one.id != two.id
    assert (one.duplicate_of, two.duplicate_of) == (None, one.id)


def test_a_renamed_file_stays_the_document_it_was(library: Library) -> None:
    before = library.documents.put_many([pack(article("old"), hash=b"h" * 16)])[0]
    after = library.documents.put_many([pack(article("new"), hash=b"h" * 16)])[0]
    assert before == after
    row = library.documents.by_path("/news/new.md")
    assert row is not None
    assert row.id == document_id("file:/news/old.md")
    assert library.documents.by_path("/news/old.md") is None
    # Something else at the old path is another document, though its id is taken.
    other = library.documents.put(article("old", text="Something else altogether."))
    assert other.id != row.id
    assert library.documents.count() == 2


def test_a_copy_of_a_file_that_is_still_there_is_no_rename(library: Library, tmp_path: Path) -> None:
    path = tmp_path / "here.md"
    path.write_text("x")
    origin = f"file:{path}"
    here = dataclasses.replace(article(), id=document_id(origin), origin=origin)
    library.documents.put_many([pack(here, hash=b"h" * 16), pack(article("copy"), hash=b"h" * 16)])
    assert library.documents.count() == 2


def test_a_failed_input_has_a_row_with_one_line(library: Library) -> None:
    row = library.documents.put_error("/news/pipe.md", "is not a\x1b regular\nfile")
    assert (row.title, row.error) == ("pipe.md", "is not a␛ regular file")
    assert library.documents.get(row.id) is None
    assert library.documents.rows(chosen=Filter(failed=True)) == [row]


def test_a_document_that_becomes_unreadable_keeps_its_text(library: Library) -> None:
    row = library.documents.put(article())
    failed = library.documents.put_error("/news/a.md", "you may not read it")
    assert failed.id == row.id
    assert failed.error == "you may not read it"
    assert library.documents.get(row.id) is not None
    assert library.documents.put(article()).error == ""


def test_a_transient_document_is_never_stored(library: Library) -> None:
    with pytest.raises(ValueError, match="transient"):
        library.documents.put(dataclasses.replace(article(), transient=True))


def test_missing_files_are_marked_and_come_back(library: Library) -> None:
    row = library.documents.put(article())
    library.documents.mark_missing([row.rowid])
    assert [found.missing for found in library.documents.rows()] == [True]
    assert library.documents.get(row.id) is not None
    assert not library.documents.put(article()).missing


def test_a_stream_is_a_document_without_a_path(library: Library) -> None:
    document = Document(id=document_id("stdin:1"), origin="stdin:1", title="T", text="From a stream.")
    row = library.documents.put(document)
    assert row.path is None
    assert library.documents.get(row.id) == document


def test_a_name_that_is_no_unicode_is_kept(library: Library) -> None:
    path = "/news/caf\udce9/\ufdd0 \udcff.md"
    document = dataclasses.replace(article(), id=document_id(f"file:{path}"), origin=f"file:{path}")
    row = library.documents.put(document)
    assert row.path == path
    assert library.documents.by_path(path) == row
    assert library.documents.get(row.id) == document
    assert library.documents.count(Scope(paths=("/news/caf\udce9",))) == 1
    assert [*library.documents.files([path])] == [path]
    assert [*library.documents.files_under(["/news"])] == [(row.rowid, path)]


def test_a_scope_may_have_any_number_of_paths(library: Library) -> None:
    row = library.documents.put(article())
    paths = (*(f"/other/{number}" for number in range(5000)), "/news")
    assert library.documents.rows(Scope(paths=paths)) == [row]
    assert library.documents.rows(Scope(ids=(*paths, row.id))) == [row]


def test_only_files_below_a_path_are_in_its_scope(library: Library) -> None:
    for name in ("a/one", "a/two", "ab/three", "a"):
        library.documents.put(article(name, text=f"The text of {name}."))
    under = library.documents.rows(Scope(paths=("/news/a",)))
    assert sorted(str(row.path) for row in under) == ["/news/a/one.md", "/news/a/two.md"]
    assert library.documents.count(Scope(paths=("/news/a.md", "/news/ab/"))) == 2
    assert library.documents.count(Scope(paths=("/",))) == 4


def test_an_index_of_older_rules_is_made_anew(library: Library) -> None:
    row = library.documents.put(article())
    assert not library.index_outdated
    with library._library.writing() as connection:
        connection.execute("UPDATE search_meta SET value = 0 WHERE name = 'version'")
        connection.execute("DELETE FROM search_entry")
    assert library.index_outdated
    assert library.reindex() == 1
    assert not library.index_outdated
    with library._library.reading() as connection:
        assert connection.execute("SELECT document FROM search_entry").fetchall() == [(row.rowid,)]


def test_the_index_forgets_what_was_undone(library: Library) -> None:
    def put_and_fail() -> None:
        with library._library.writing():
            library.documents.put_many([pack(article())])
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        put_and_fail()
    assert library.documents.count() == 0
    row = library.documents.put(article())
    with library._library.reading() as connection:
        assert connection.execute("SELECT document FROM search_entry").fetchall() == [(row.rowid,)]


@pytest.mark.parametrize("settings", [False, True])
def test_what_is_fetched_goes_in_together_as_it_would_one_by_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, settings: bool
) -> None:
    def told(name: str, text: str, title: str = "") -> Packed:
        document = article(name, text, title=title, published="2022-01-10T20:30:00+01:00")
        return pack(dataclasses.replace(document, origin=f"feed:f:{name}"), later=True)

    lots = [
        [told("a", "The first text."), told("b", "The second one."), told("c", "A third.")],
        # One that is known, with another text; one that comes twice; one without a text; one made ready for the index.
        [told("b", "Another second one.", "Another headline"), told("d", "A fourth."), told("d", "A fourth, longer."),
         Packed("e" * 16, "feed:f:e", "A fifth", error="cannot be read"),
         pack(dataclasses.replace(article("g", "A sixth."), origin="feed:f:g"))],
        [],
    ]  # fmt: skip

    def kept(home: Path) -> list[list[tuple[object, ...]]]:
        with Library.open(home) as library:
            if settings:
                library.do(SetRead(document_id("file:/news/d.md"), True))
            for lot in lots:
                with (
                    library.documents._library.writing() as connection,
                    library.documents._notes.reading() as notes,
                    library.documents._indexes.on(connection) as index,
                ):
                    assert len(Shelf(connection, notes, index).put_fetched(lot)) == len(lot)
            with library.documents._library.reading() as connection:
                tables = ("document", "text_version", "unindexed", "search_entry", "state")
                return [sorted(connection.execute(f"SELECT * FROM {table}").fetchall()) for table in tables]

    monkeypatch.setattr("reader.library.shelf.dt", _Stopped)
    together = kept(tmp_path / "together")
    monkeypatch.setattr(Shelf, "put_fetched", lambda shelf, packed: [shelf.put(one) for one in packed])
    assert together == kept(tmp_path / "one by one")
    assert len(together[0]) == 6


class _Stopped:
    """A clock that stands."""

    UTC = dt.UTC

    class datetime(dt.datetime):
        @classmethod
        def now(cls, tz: dt.tzinfo | None = None) -> dt.datetime:  # type: ignore[override]
            return dt.datetime(2022, 1, 10, tzinfo=tz)


@pytest.mark.parametrize("size", [0, 1, 999, 1000, 1001, 4000, 4001, 70_000])
def test_zlib_reads_what_was_squeezed(size: int) -> None:
    data = bytes(at * 7 % 251 for at in range(size))
    assert zlib.decompress(squeezed(data)) == data
