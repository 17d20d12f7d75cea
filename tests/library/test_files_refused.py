"""What is damaged, newer or another's is refused in one sentence and left untouched; what is half made is finished."""

from __future__ import annotations

import os
import sqlite3
import stat
from pathlib import Path

import pytest

from reader.library import Filter, Library, LibraryError, LibraryRefused, ReadOnly, SetStarred
from reader.library.filesystem import is_remote
from reader.library.lock import WriteLock
from reader.library.migrations import LIBRARY, NOTES, Schema, migrate
from tests.library.articles import article


def made(home: Path) -> str:
    with Library.open(home) as library:
        id = library.documents.put(article()).id
        library.do(SetStarred(id, True))
        return id


@pytest.mark.parametrize("name", ["notes.db", "library.db"])
@pytest.mark.parametrize(
    ("damage", "sentence"),
    [
        (lambda data: b"not a database at all" * 10, "is no Dateline library, or is damaged"),
        (lambda data: data[:60] + (999).to_bytes(4, "big") + data[64:], "was made by a newer Dateline"),
        (lambda data: data[:68] + b"ABCD" + data[72:], "belongs to another program"),
        (lambda data: data[:90], "is damaged"),
    ],
)
def test_a_file_that_is_not_in_order_is_refused_untouched(
    tmp_path: Path, name: str, damage: object, sentence: str
) -> None:
    made(tmp_path)
    path = tmp_path / name
    spoilt = damage(path.read_bytes())  # type: ignore[operator]  # one of the functions above
    path.write_bytes(spoilt)
    before = sorted(os.listdir(tmp_path))
    with pytest.raises(LibraryRefused, match=sentence) as caught:
        Library.open(tmp_path)
    assert path.read_bytes() == spoilt
    assert sorted(os.listdir(tmp_path)) == before
    assert "\n" not in str(caught.value)


def test_another_programs_database_is_refused(tmp_path: Path) -> None:
    other = sqlite3.connect(tmp_path / "library.db")
    other.execute("CREATE TABLE theirs(x)")
    other.commit()
    other.close()
    with pytest.raises(LibraryRefused, match="another program"):
        Library.open(tmp_path)


@pytest.mark.parametrize("name", ["notes.db", "library.db"])
def test_damage_inside_is_told_in_one_sentence(tmp_path: Path, name: str) -> None:
    id = made(tmp_path)
    path = tmp_path / name
    data = bytearray(path.read_bytes())
    for start in range(0, len(data), 4096):
        data[start + (100 if start == 0 else 0) : start + 4096] = os.urandom(
            min(4096, len(data) - start) - (100 if start == 0 else 0)
        )
    path.write_bytes(bytes(data))

    def read() -> None:
        with Library.open(tmp_path) as library:
            library.documents.get(id)
            library.settings(id)

    with pytest.raises(LibraryRefused, match="is damaged"):
        read()


def test_what_a_first_start_left_empty_is_filled(tmp_path: Path) -> None:
    (tmp_path / "notes.db").touch()
    bare = sqlite3.connect(tmp_path / "library.db")
    bare.execute("PRAGMA journal_mode = WAL")
    bare.close()
    made(tmp_path)


def test_the_files_are_the_readers_alone(tmp_path: Path) -> None:
    home = tmp_path / "new" / "home"
    old = os.umask(0)
    try:
        with Library.open(home) as library:
            library.documents.put(article())
            library.backups.daily()
            modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in [home, *home.rglob("*")]}
    finally:
        os.umask(old)
    assert modes.pop("home") == modes.pop("backups") == 0o700
    assert set(modes.values()) == {0o600}, modes


def test_a_library_for_reading_only_writes_nothing(tmp_path: Path) -> None:
    with pytest.raises(LibraryError, match="no library"):
        Library.open(tmp_path, read_only=True)
    assert os.listdir(tmp_path) == []
    id = made(tmp_path)
    with Library.open(tmp_path, read_only=True) as library:
        assert library.documents.count() == 1
        with pytest.raises(ReadOnly):
            library.do(SetStarred(id, False))
        with pytest.raises(ReadOnly):
            library.documents.put(article("b"))


def test_a_home_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(LibraryError, match="file"):
        Library.open(tmp_path / "file" / "home")


@pytest.mark.parametrize("schema", [NOTES, LIBRARY])
def test_each_version_is_brought_to_the_present(tmp_path: Path, schema: Schema) -> None:
    new = sqlite3.connect(tmp_path / "new.db", isolation_level=None)
    migrate(new, tmp_path / "new.db", schema)
    wanted = new.execute("SELECT name, sql FROM sqlite_schema ORDER BY name").fetchall()
    for version in range(1, schema.version + 1):
        path = tmp_path / f"{version}.db"
        connection = sqlite3.connect(path, isolation_level=None)
        migrate(connection, path, schema, schema.steps()[:version])
        assert connection.execute("PRAGMA user_version").fetchone() == (version,)
        migrate(connection, path, schema)
        assert connection.execute("SELECT name, sql FROM sqlite_schema ORDER BY name").fetchall() == wanted
        connection.close()
    new.close()


def test_a_full_library_of_the_first_version_counts_what_it_has(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    connection = sqlite3.connect(path, isolation_level=None)
    migrate(connection, path, LIBRARY, LIBRARY.steps()[:1])
    for number in range(5):
        connection.execute(
            "INSERT INTO document(id, origin, title, title_key, source_key, age, added, removed)"
            " VALUES (?1, ?1, 'T', 't', '', 0, '2022-01-01T00:00:00+00:00', ?2)",
            (str(number), number < 2),
        )
    connection.close()
    with Library.open(tmp_path) as library:
        assert library.documents.count() == 3 == len(library.documents.rows())
        assert library.documents.count(chosen=Filter(removed=True)) == 2
    assert not list((tmp_path / "backups").iterdir())  # made anew at will, so its copy is not kept


def test_a_migration_keeps_a_copy_and_happens_whole_or_not_at_all(tmp_path: Path) -> None:
    made(tmp_path)
    path = tmp_path / "notes.db"
    good, bad = tmp_path / "notes-0002.sql", tmp_path / "notes-0003.sql"
    good.write_text("ALTER TABLE setting ADD COLUMN mood TEXT;")
    bad.write_text("CREATE TABLE half(x); SELECT no_such_function();")
    connection = sqlite3.connect(path, isolation_level=None)
    with pytest.raises(sqlite3.OperationalError):
        migrate(connection, path, NOTES, [*NOTES.steps(), good, bad])
    assert connection.execute("PRAGMA user_version").fetchone() == (NOTES.version + 1,)
    assert connection.execute("SELECT starred, mood FROM setting").fetchall() == [(1, None)]
    assert connection.execute("SELECT count(*) FROM sqlite_schema WHERE name = 'half'").fetchone() == (0,)
    connection.close()
    copy = sqlite3.connect(tmp_path / "backups" / f"notes-before-{NOTES.version + 1:04}.db")
    assert copy.execute("PRAGMA user_version").fetchone() == (NOTES.version,)
    assert copy.execute("SELECT starred FROM setting").fetchall() == [(1,)]
    copy.close()


def test_network_drives_are_recognised(tmp_path: Path) -> None:
    mounts = tmp_path / "mounts"
    mounts.write_text(f"/dev/sda / ext4 rw 0 0\nserver:/x {tmp_path}/far\\040away nfs4 rw 0 0\n")
    assert is_remote(tmp_path / "far away" / "library.db", str(mounts))
    assert not is_remote(tmp_path / "library.db", str(mounts))
    assert not is_remote(tmp_path, str(tmp_path / "none"))


def test_a_library_on_a_network_drive_needs_no_shared_memory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reader.library.connection.is_remote", lambda path: True)
    made(tmp_path)
    assert not list(tmp_path.glob("*-wal"))
    assert WriteLock(tmp_path / "library.lock").path.exists()
