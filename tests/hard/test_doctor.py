"""Damage of any kind: the file is left alone, the sentence names the copy, what can be read is saved."""

from __future__ import annotations

import contextlib
import os
import random
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from reader.cli import main
from reader.library import AddAnnotation, Library, LibraryRefused, SetTag
from reader.library.searching import searcher
from reader.model import Anchor, Annotation, Span
from tests.library.articles import article

NOTES = 300


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A library of three articles with hundreds of notes and a copy of yesterday."""
    home = tmp_path / "home"
    with Library.open(home) as library:
        for name in ("one", "two", "three"):
            library.documents.put(article(name, text=f"Talks {name} in Geneva went on. " * 40))
        rows = library.documents.rows()
        document = library.documents.get(rows[0].id)
        assert document is not None
        for number in range(NOTES):
            anchor = Anchor.of(document.text, Span(number, number + 5), document.version)
            made = Annotation(id="", document=document.id, anchor=anchor, label="claim", note=f"note {number} " * 20)
            library.do(AddAnnotation(made))
        library.do(SetTag(document.id, "kept", True))
    return home


def everything(home: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in home.glob("*.db*") if not path.name.endswith("-shm")}


def halved(data: bytes) -> bytes:
    return data[: len(data) // 2 + 1000]


def pages_gone(data: bytes) -> bytes:
    chance = random.Random(7)
    spoilt = bytearray(data)
    for page in chance.sample(range(4, len(data) // 4096), 3):
        spoilt[page * 4096 : page * 4096 + 4096] = chance.randbytes(4096)
    return bytes(spoilt)


DAMAGE: dict[str, Callable[[bytes], bytes]] = {
    "truncated": halved,
    "pages": pages_gone,
    "newer": lambda data: data[:60] + (999).to_bytes(4, "big") + data[64:],
    "foreign": lambda data: data[:68] + b"ABCD" + data[72:],
    "garbage": lambda data: b"\x00\x01garbage" * 900,
    "head": lambda data: b"\x00" * 100 + data[100:],
    "short": lambda data: data[:90],
    "empty": lambda data: b"",
}


@pytest.mark.parametrize("kind", DAMAGE)
def test_damaged_notes_are_left_alone_and_saved_elsewhere(home: Path, kind: str, tmp_path: Path) -> None:
    path = home / "notes.db"
    path.write_bytes(DAMAGE[kind](path.read_bytes()))
    before = everything(home)

    def use() -> None:
        with Library.open(home) as library:
            library.check()
            for row in library.documents.rows():
                library.annotations.of(row.id)
            library.journal.entries(limit=1000)

    if kind in ("pages", "truncated"):
        with contextlib.suppress(LibraryRefused):  # where what is damaged is read at all
            use()
    else:
        with pytest.raises(LibraryRefused) as caught:
            use()
        (copy,) = (home / "backups").glob("notes-*.db")
        assert str(copy) in str(caught.value)
        assert "\n" not in str(caught.value)
    assert {name: before[name] for name in ("notes.db",)} == {"notes.db": path.read_bytes()}
    code = main(["--library", str(home), "doctor", "--rescue", str(tmp_path / "saved")])
    assert path.read_bytes() == before["notes.db"]
    if kind in ("garbage", "head", "short", "empty"):
        assert code == 0  # the articles are saved, of the notes nothing can be read
        with Library.open(tmp_path / "saved") as library:
            assert library.documents.count() == 3
            assert library.annotations.count() == 0
        assert main(["--library", str(home), "restore", str(copy)]) == 0
        with Library.open(home) as library:
            assert library.check() == []
        return
    assert code == 0
    with Library.open(tmp_path / "saved") as library:
        kept = sum(len(library.annotations.of(row.id)) for row in library.documents.rows())
        assert library.check() == []
        if kind in ("newer", "foreign"):
            assert kept == NOTES
            assert library.undo() == "tag “kept”"
        else:
            assert 0 < kept < NOTES + 1


@pytest.mark.parametrize("kind", [*DAMAGE])
def test_damaged_articles_are_made_anew_with_the_old_file_kept(home: Path, kind: str) -> None:
    path = home / "library.db"
    spoilt = DAMAGE[kind](path.read_bytes())
    path.write_bytes(spoilt)
    notes = (home / "notes.db").read_bytes()
    if kind not in ("pages", "truncated", "empty"):
        with pytest.raises(LibraryRefused, match="doctor --repair"):
            Library.open(home)
        assert path.read_bytes() == spoilt
    code = main(["--library", str(home), "doctor", "--repair"])
    kept = list((home / "backups").glob("before-repair-*/library.db"))
    if code == 0 or kept:
        assert [one.read_bytes() for one in kept] == [spoilt]
    else:
        assert path.read_bytes() == spoilt
    assert (home / "notes.db").read_bytes() == notes


def test_an_index_that_is_behind_is_found_and_filled(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with Library.open(home) as library, library._library.writing() as connection:
        connection.execute("DELETE FROM search_entry WHERE document = 2")
    assert main(["--library", str(home), "doctor"]) == 1
    assert "lacks 1 articles" in capsys.readouterr().out
    assert main(["--library", str(home), "doctor", "--repair"]) == 0
    with Library.open(home) as library:
        assert library.check() == []
        assert len(searcher(library).search("geneva").hits) == 3
        assert library.documents.count() == 3
        assert sum(len(library.annotations.of(row.id)) for row in library.documents.rows()) == NOTES
        assert any("kept" in row.tags for row in library.documents.rows())


def test_notes_that_are_gone_are_not_taken_for_a_new_library(home: Path) -> None:
    os.unlink(home / "notes.db")
    with pytest.raises(LibraryRefused, match=r"is missing.*notes-....-..-..\.db"):
        Library.open(home)
    assert not (home / "notes.db").exists()


def test_a_copy_of_the_notes_alone_is_put_back(home: Path) -> None:
    (copy,) = (home / "backups").glob("notes-*.db")
    assert main(["--library", str(home), "restore", str(copy)]) == 0
    with Library.open(home) as library:
        assert library.documents.count() == 3
        kept = sum(len(library.annotations.of(row.id)) for row in library.documents.rows())
        assert kept < NOTES  # the copy was taken with the first action of the day
    (aside,) = (home / "backups").glob("before-restore-*/notes.db")
    old = sqlite3.connect(aside)
    assert old.execute("SELECT count(*) FROM annotation").fetchone() == (NOTES,)
    old.close()


def test_rescue_never_writes_over_a_library(home: Path, tmp_path: Path) -> None:
    before = everything(home)
    assert main(["--library", str(home), "doctor", "--rescue", str(home)]) == 1
    assert everything(home) == before
