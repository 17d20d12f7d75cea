"""Files and folders become documents, or one clear line."""

from __future__ import annotations

import os
import socket
from pathlib import Path

import pytest

from reader.model import Published
from reader.sources import SourceError, find, load, load_stream


def written(folder: Path, name: str, content: str | bytes) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def test_a_plain_text_keeps_every_character_in_its_place(tmp_path: Path) -> None:
    text = "Talks in Geneva\n\nThe talks\tbegan\x1b[31m on time.\n  Indented.\n"
    document = load(written(tmp_path, "talks.txt", text))
    assert len(document.text) == len(text)
    assert document.text.index("Indented") == text.index("Indented")
    assert "\x1b" not in document.text
    assert document.format == "text"
    assert document.title == "Talks in Geneva"
    assert document.path == str(tmp_path / "talks.txt")


def test_front_matter_tells_about_a_markdown_file(tmp_path: Path) -> None:
    source = (
        '---\ntitle: "Talks: a start"\ndate: 2022-01-10T20:30+01:00\nauthor: [Jane Doe, "Roe, Richard"]\n'
        "site: The Paper\nlang: en-GB\n---\n\n# Another title\n\nBody.\n"
    )
    document = load(written(tmp_path, "2021-01-01-talks.md", source))
    assert document.title == "Talks: a start"
    assert document.published == Published.parse("2022-01-10T20:30+01:00")
    assert (document.author, document.source, document.language) == ("Jane Doe, Roe, Richard", "The Paper", "en-GB")
    assert document.text == "Another title\n\nBody."
    assert [block.line for block in document.blocks] == [9, 11]


def test_a_file_name_may_tell_the_date_but_the_clock_never_does(tmp_path: Path) -> None:
    assert load(written(tmp_path, "2021-12-30-call.md", "Words.")).published == Published.parse("2021-12-30")
    assert load(written(tmp_path, "call.md", "Words.")).published is None
    assert load(written(tmp_path, "2021-02-30-call.md", "Words.")).published is None


def test_an_empty_file_is_an_empty_article(tmp_path: Path) -> None:
    document = load(written(tmp_path, "nothing-yet.md", ""))
    assert document.text == ""
    assert document.title == "nothing yet"


def test_a_byte_order_mark_is_no_text(tmp_path: Path) -> None:
    assert load(written(tmp_path, "a.txt", b"\xef\xbb\xbfHello there.")).text == "Hello there."


def test_what_is_beyond_the_limit_is_said(tmp_path: Path) -> None:
    document = load(written(tmp_path, "long.txt", "é" * 2000), limit=1001)
    assert document.text == "é" * 500  # not half a character
    assert "only the first" in document.notice


@pytest.mark.parametrize(
    ("content", "format"),
    [
        (b"<!DOCTYPE html><html><body><p>Some words of a page.</p></body></html>", "html"),
        (b"# A heading\n\nSome words.", "markdown"),
        (b"---\ntitle: T\n---\nSome words.", "markdown"),
        (b"Some words.", "text"),
    ],
)
def test_a_file_of_an_unknown_kind_is_looked_into(tmp_path: Path, content: bytes, format: str) -> None:
    document = load(written(tmp_path, "article.xyz", content))
    assert document.format == format
    assert "Some words" in document.text


def test_a_stream_is_known_by_its_content() -> None:
    one = load_stream(b"# Title\n\nText.")
    assert one == load_stream(b"# Title\n\nText.")
    assert one.id != load_stream(b"# Title\n\nOther text.").id
    assert (one.title, one.format, one.path) == ("Title", "markdown", None)


@pytest.mark.parametrize(
    "content", [b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", bytes(range(1, 9)) * 20, b"\0" * 100, b"ab\x01\x02" * 99]
)
def test_binary_data_is_refused_in_one_line(tmp_path: Path, content: bytes) -> None:
    path = written(tmp_path, "picture.txt", content)
    with pytest.raises(SourceError) as caught:
        load(path)
    assert str(caught.value) == f"{path}: is not text"
    with pytest.raises(SourceError):
        load_stream(content)


def test_what_is_named_like_a_text_may_look_odd(tmp_path: Path) -> None:
    data = b"Words\n" + bytes(range(256)) * 9
    assert load(written(tmp_path, "odd.txt", data)).text.startswith("Words\n␀␁")
    with pytest.raises(SourceError, match="is not text"):
        load(written(tmp_path, "odd.dat", data))


def test_a_text_padded_with_zeros_is_a_text(tmp_path: Path) -> None:
    assert load(written(tmp_path, "a.txt", b"Words" + bytes(500))).text.startswith("Words␀")
    assert (
        load(written(tmp_path, "b.txt", b"Words and one\0 zero among them.")).text == "Words and one␀ zero among them."
    )


def test_what_is_no_regular_file_is_refused_without_waiting(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    with pytest.raises(SourceError, match="not a regular file"):
        load(tmp_path / "pipe.txt")
    with pytest.raises(SourceError, match="is a folder"):
        load(tmp_path)
    with pytest.raises(SourceError, match="no such file"):
        load(tmp_path / "vanished.md")
    with pytest.raises(SourceError, match="no valid file name"):
        load("a\0b")
    (tmp_path / "round.md").symlink_to("round.md")
    with pytest.raises(SourceError, match="circle"):
        load(tmp_path / "round.md")
    with socket.socket(socket.AF_UNIX) as listening:
        here = os.getcwd()
        os.chdir(tmp_path)
        try:
            listening.bind("socket.txt")
        finally:
            os.chdir(here)
        with pytest.raises(SourceError, match="not a regular file"):
            load(tmp_path / "socket.txt")
    with pytest.raises(SourceError, match="not a regular file"):
        load("/dev/null")


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may read everything")
def test_an_unreadable_file_is_told(tmp_path: Path) -> None:
    path = written(tmp_path, "secret.md", "x")
    path.chmod(0)
    with pytest.raises(SourceError, match="may not read"):
        load(path)


def test_an_error_line_is_harmless_whatever_the_name(tmp_path: Path) -> None:
    name = "evil\x1b]0;gotcha\x07\n[b]\u202e.md"
    with pytest.raises(SourceError) as caught:
        load(tmp_path / name)
    line = str(caught.value)
    assert not set(line) & set("\x1b\x07\n\u202e")


def test_a_name_that_is_no_unicode_can_be_read(tmp_path: Path) -> None:
    raw = os.path.join(os.fsencode(tmp_path), b"caf\xe9.md")
    try:
        with open(raw, "wb") as file:
            file.write(b"Words.")
    except OSError:
        pytest.skip("this file system takes Unicode names only")
    path = os.fsdecode(raw)
    assert [*find([tmp_path])] == [path]
    document = load(path)
    assert document.title == "Words."
    assert document.path == path


def test_folders_are_walked_in_order_without_what_is_hidden(tmp_path: Path) -> None:
    for name in ("b.md", "a.txt", "c.HTML", "d.png", ".hidden.md", ".git/x.md", "sub/e.markdown", "sub/deep/f.htm"):
        written(tmp_path, name, "x")
    (tmp_path / "sub" / "loop").symlink_to(tmp_path)
    os.mkfifo(tmp_path / "pipe.md")
    names = [os.path.relpath(path, tmp_path) for path in find([tmp_path])]
    assert names == ["a.txt", "b.md", "c.HTML", "pipe.md", "sub/e.markdown", "sub/deep/f.htm"]


def test_a_named_file_always_comes_and_comes_once(tmp_path: Path) -> None:
    picture = written(tmp_path, "d.png", "x")
    article = written(tmp_path, "a.md", "x")
    gone = tmp_path / "gone.md"
    assert [*find([picture, tmp_path, gone, article])] == [str(picture), str(article), str(gone)]
