"""Copies of the library, also for another machine."""

from __future__ import annotations

import datetime as dt
import os
import random
import shutil
import zipfile
from pathlib import Path

import pytest

from reader.library import Library, LibraryError, LibraryRefused, SetTag
from reader.library.backup import restore
from tests.library.articles import article


def test_seven_daily_copies_are_kept(library: Library) -> None:
    id = library.documents.put(article()).id
    first = dt.date(2022, 1, 1)
    library._copied = dt.date.today()  # today's copy would count among those below
    for day in range(9):
        library.do(SetTag(id, f"day{day}", True))
        assert library.backups.daily(first + dt.timedelta(day)) is not None
        assert library.backups.daily(first + dt.timedelta(day)) is None
    names = sorted(os.listdir(library.backups.folder))
    assert names == [f"notes-2022-01-{day:02}.db" for day in range(3, 10)]


def test_the_first_action_of_a_day_leaves_a_copy(library: Library) -> None:
    id = library.documents.put(article()).id
    assert not library.backups.folder.exists()
    library.do(SetTag(id, "one", True))
    (copy,) = library.backups.folder.iterdir()
    assert copy.name == f"notes-{dt.date.today().isoformat()}.db"
    before = copy.read_bytes()
    library.do(SetTag(id, "two", True))
    assert copy.read_bytes() == before


def test_an_action_succeeds_when_the_copy_cannot_be_made(library: Library) -> None:
    library.backups.folder.touch()  # a file is in the way
    id = library.documents.put(article()).id
    library.do(SetTag(id, "one", True))
    assert library.settings(id).tags == ("one",)
    assert len(library.check()) == 1
    assert "\n" not in library.backup_problem


def test_a_damaged_file_never_displaces_a_good_copy(library: Library, tmp_path: Path) -> None:
    library._copied = dt.date.today()
    for number in range(200):
        library.do(SetTag(f"document{number}", "x" * 50, True))
    good = library.backups.daily(dt.date(2022, 1, 1))
    assert good is not None
    library.close()
    path = tmp_path / "home" / "notes.db"
    data = path.read_bytes()
    path.write_bytes(data[: len(data) // 2] + os.urandom(len(data) // 4) + data[len(data) * 3 // 4 :])
    with pytest.raises(LibraryError), Library.open(tmp_path / "home") as again:
        again.backups.daily(dt.date(2022, 1, 2))
    assert os.listdir(tmp_path / "home" / "backups") == [good.name]


def test_everything_comes_back_on_another_machine(library: Library, tmp_path: Path) -> None:
    document = article(published="2022-01-10")
    id = library.documents.put(document).id
    library.do(SetTag(id, "urgent", True))
    library.reading.set_place(id, 12, document.version)
    archive = library.backups.backup(tmp_path / "all.zip")
    assert not list(tmp_path.glob("*.partial"))
    assert archive.stat().st_mode & 0o777 == 0o600
    assert restore(archive, tmp_path / "elsewhere") is None
    with Library.open(tmp_path / "elsewhere") as other:
        assert other.documents.get(id) == document
        assert other.settings(id).tags == ("urgent",)
        place = other.reading.place(id)
        assert place is not None
        assert place.offset == 12
        assert other.undo() == "tag “urgent”"
        assert other.check() == []


def test_a_folder_gets_an_archive_with_a_name_of_its_own(library: Library, tmp_path: Path) -> None:
    assert library.backups.backup(tmp_path).suffix == ".zip"


def test_restoring_keeps_what_was_there(library: Library, tmp_path: Path) -> None:
    library.documents.put(article("old"))
    archive = library.backups.backup(tmp_path / "all.zip")
    library.documents.put(article("new", text="Something new."))
    library.close()
    aside = restore(archive, tmp_path / "home")
    assert aside is not None
    with Library.open(tmp_path / "home") as back:
        assert [row.title for row in back.documents.rows()] == ["Article old"]
    with Library.open(aside) as kept:
        assert kept.documents.count() == 2


@pytest.mark.parametrize("spoil", ["text", "empty", "other", "cut", "inner"])
def test_an_archive_that_is_not_in_order_changes_nothing(library: Library, tmp_path: Path, spoil: str) -> None:
    library.documents.put(article())
    archive = library.backups.backup(tmp_path / "all.zip")
    if spoil == "text":
        archive.write_text("no archive")
    elif spoil == "empty":
        archive.write_bytes(b"")
    elif spoil == "cut":
        archive.write_bytes(archive.read_bytes()[:-4000])
    else:
        with zipfile.ZipFile(archive, "w") as file:
            file.writestr("dateline-library.json" if spoil == "inner" else "x", '{"format": 1}')
            file.writestr("notes.db", b"not a database" * 100)
            file.writestr("library.db", b"")
    library.close()
    before = {path.name: path.read_bytes() for path in (tmp_path / "home").glob("*.db")}
    with pytest.raises(LibraryRefused):
        restore(archive, tmp_path / "home")
    assert {path.name: path.read_bytes() for path in (tmp_path / "home").glob("*.db")} == before


def test_a_missing_archive_is_told(tmp_path: Path) -> None:
    with pytest.raises(LibraryError, match=r"none\.zip"):
        restore(tmp_path / "none.zip", tmp_path / "home")


def test_a_backup_that_cannot_be_written_leaves_nothing(library: Library, tmp_path: Path) -> None:
    with pytest.raises(LibraryError):
        library.backups.backup(tmp_path / "no" / "such" / "folder.zip")
    assert not [path for path in library.home.iterdir() if path.name.startswith("backup-")]


@pytest.mark.parametrize(
    "manifest", [b"[" * 100_000, b"[]", b'{"format": [1]}', b"\xff", b"", b'{"format":1}' + b" " * 10**7]
)
def test_an_archive_whose_label_is_a_trap_is_refused(manifest: bytes, tmp_path: Path) -> None:
    archive = tmp_path / "trap.zip"
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("dateline-library.json", manifest)
        file.writestr("notes.db", b"")
        file.writestr("library.db", b"")
    with pytest.raises(LibraryRefused):
        restore(archive, tmp_path / "home")
    assert not [*(tmp_path / "home").glob("*.db")]


def test_an_archive_damaged_anywhere_is_refused_or_whole(library: Library, tmp_path: Path) -> None:
    id = library.documents.put(article()).id
    library.do(SetTag(id, "kept", True))
    archive = library.backups.backup(tmp_path / "backup.zip")
    library.close()
    data = Path(archive).read_bytes()
    chance = random.Random(7)
    refused = 0
    for number in range(40):
        damaged = bytearray(data)
        at = chance.randrange(len(damaged))
        damaged[at : at + chance.choice((1, 8, 500))] = chance.randbytes(chance.choice((1, 8, 500)))
        (tmp_path / "damaged.zip").write_bytes(damaged)
        home = tmp_path / f"home{number}"
        said = ""
        try:
            restore(tmp_path / "damaged.zip", home)
        except LibraryRefused as error:
            said = str(error)
        if said:
            refused += 1
            assert "damaged" in said or "no backup" in said
            assert not [*home.glob("*.db")]
        else:
            with Library.open(home) as again:
                assert again.settings(id).tags == ("kept",)
    assert refused > 20


def test_an_archive_that_has_no_room_is_refused(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    archive = library.backups.backup(tmp_path / "backup.zip")
    full = shutil.disk_usage(tmp_path)._replace(free=1_000)
    monkeypatch.setattr(shutil, "disk_usage", lambda folder: full)
    with pytest.raises(LibraryRefused, match="no room"):
        restore(archive, tmp_path / "other")
