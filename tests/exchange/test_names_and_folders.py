"""File names that every system takes, and writing that stays in its folder."""

from __future__ import annotations

import os
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.exchange.errors import ExchangeError
from reader.exchange.exporting import keep_copy
from reader.exchange.folder import Folder, write_whole
from reader.exchange.names import LONGEST, Names, safe_name

RESERVED = {"con", "prn", "aux", "nul", *(f"{port}{number}" for port in ("com", "lpt") for number in range(10))}


def refused_somewhere(name: str) -> str:
    """Why some system would refuse a name; empty when all take it."""
    if not name or len(name.encode()) > LONGEST + 40:
        return "length"
    if set(name) & set('<>:"/\\|?*') or any(unicodedata.category(letter) in ("Cc", "Cs") for letter in name):
        return "character"
    if name[-1] in ". " or name[0] in ". ":
        return "ends"
    return "reserved" if name.split(".")[0].rstrip().lower() in RESERVED else ""


@given(st.text(max_size=300))
def test_any_title_becomes_a_name(title: str) -> None:
    name = safe_name(title)
    assert refused_somewhere(name) == "", name
    name.encode("utf-8")


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("CON", "_CON"), ("nul.txt", "_nul.txt"), ("COM1 and more", "COM1 and more"), ("lpt9.", "_lpt9"),
        ("a/b\\c", "a b c"),
        ("../../etc/passwd", "etc passwd"), ("What? “Yes”", "What “Yes”"), ("...", "article"), ("", "article"),
        ("a\u202eb\x00c", "a b c"), ("[[x]]#y|z", "x y z"), ("ends. . ", "ends"),
        ("-rf", "rf"), ("aux .md", "_aux .md"),
    ],
)  # fmt: skip
def test_odd_titles(title: str, name: str) -> None:
    assert safe_name(title) == name


def test_a_long_title_is_cut_by_bytes_and_not_inside_a_letter() -> None:
    for title in ("é" * 500, "東京" * 200, "word " * 100, "a" + "e\u0301" * 100, "👩‍👩‍👧" * 50):
        name = safe_name(title)
        assert len(name.encode()) <= LONGEST
        assert unicodedata.normalize("NFC", title).replace("\u200d", " ").startswith(name[:5])


@given(
    st.lists(
        st.sampled_from(["Talks", "talks", "TALKS", "Ta\u0301lks", "T\u00e1lks", "ﬁn", "fin", "ß", "ss", ""]),
        max_size=12,
    )
)
def test_no_two_names_are_one_where_case_does_not_count(titles: list[str]) -> None:
    names = Names()
    given_ = [names.give(title, f"{number:016x}") for number, title in enumerate(titles)]
    assert len({unicodedata.normalize("NFKD", name).casefold() for name in given_}) == len(titles)


@pytest.mark.parametrize("name", ["", ".", "..", "../x", "a/b", "/etc/passwd", "a\\b", "a\0b"])
def test_no_name_leads_out_of_the_folder(tmp_path: Path, name: str) -> None:
    with pytest.raises(ExchangeError):
        Folder(tmp_path).write(name, "x")


def test_a_link_in_the_folder_is_replaced_and_not_followed(tmp_path: Path) -> None:
    outside = tmp_path / "outside.md"
    outside.write_text("mine", "utf-8")
    folder = Folder(tmp_path / "notes")
    (folder.path / "a.md").symlink_to(outside)
    assert folder.read("a.md") is None
    folder.write("a.md", "exported")
    assert outside.read_text("utf-8") == "mine"
    assert not (folder.path / "a.md").is_symlink()
    assert (folder.path / "a.md").read_text("utf-8") == "exported"


def test_what_cannot_be_written_leaves_what_was_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    place = tmp_path / "a.md"
    place.write_text("before", "utf-8")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(ExchangeError, match="no space left"):
        write_whole(place, "after")
    assert place.read_text("utf-8") == "before"
    assert [path.name for path in tmp_path.iterdir()] == ["a.md"]


def test_a_folder_in_the_way_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.md").mkdir()
    with pytest.raises(ExchangeError, match="folder"):
        Folder(tmp_path).write("a.md", "x")
    (tmp_path / "file").write_text("x", "utf-8")
    with pytest.raises(ExchangeError):
        Folder(tmp_path / "file")


def test_copies_get_names_of_their_own_and_the_same_only_once(tmp_path: Path) -> None:
    folder = Folder(tmp_path)
    assert keep_copy(folder, "a.md", b"one").name == "a (copy).md"
    assert keep_copy(folder, "a.md", b"two").name == "a (copy 2).md"
    assert keep_copy(folder, "a.md", b"one").name == "a (copy).md"
