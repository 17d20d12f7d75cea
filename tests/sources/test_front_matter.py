"""Front matter and what file names say."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.model import Published
from reader.sources.filename import published_in, title_of
from reader.sources.frontmatter import moment, split


def test_keys_lists_and_quotes_are_read() -> None:
    text = (
        "---\n"
        "# a comment\n"
        "Title: 'It''s on'\n"
        'author: "Jane \\"JD\\" Doe"\n'
        "tags:\n  - one\n  - '#two'\n"
        "date: 2021-12-30 # a Thursday\n"
        "site_name: The Paper\n"
        "other: {a: b}\n"
        "---\nBody\n"
    )
    front, rest, line = split(text)
    assert front is not None
    assert (front.title, front.author, front.source) == ("It's on", 'Jane "JD" Doe', "The Paper")
    assert front.tags == ("one", "two")
    assert front.published == Published.parse("2021-12-30")
    assert rest == "Body\n"
    assert text.split("\n")[line - 1] == "Body"


@pytest.mark.parametrize("tags", ["[a, 'b c', \"d, e\"]", "a, b c", "a"])
def test_tags_come_in_several_shapes(tags: str) -> None:
    front, _, _ = split(f"---\ntags: {tags}\n---\n")
    assert front is not None
    assert front.tags[0] == "a"


def test_values_over_several_lines_are_joined() -> None:
    front, _, _ = split("---\ntitle: >\n  A long\n  title\n---\n")
    assert front is not None
    assert front.title == "A long title"


@pytest.mark.parametrize(
    "text",
    [
        "---\nAn article that begins with a rule.\n\n---\nMore.\n",
        "---\ntitle: never closed\n\nText",
        "--- \ttitle",
        "----\ntitle: x\n----\n",
        "Text\n---\ntitle: x\n---\n",
        "",
        "---",
    ],
)
def test_what_only_looks_like_front_matter_stays(text: str) -> None:
    assert split(text) == (None, text, 1)


def test_controls_in_values_are_made_visible() -> None:
    front, _, _ = split('---\ntitle: "a\x1b[31mb\\nc"\n---\n')
    assert front is not None
    assert front.title == "a␛[31mb c"


@given(st.text(max_size=200))
def test_any_text_is_split_without_loss(body: str) -> None:
    text = f"---\n{body}\n---\nrest"
    front, rest, line = split(text)
    if front is None:
        assert rest == text
    else:
        assert rest == text.split("\n", line - 1)[-1]


@pytest.mark.parametrize(
    ("raw", "iso"),
    [
        ("2021-12-30", "2021-12-30"),
        ("2021/12/3", "2021-12-03"),
        ("20211230", "2021-12-30"),
        ("2021-12-30 21:15", "2021-12-30T21:15:00"),
        ("2021-12-30T21:15:07.123Z", "2021-12-30T21:15:07+00:00"),
        ("2021-12-30T21:15:00-0530", "2021-12-30T21:15:00-05:30"),
        ("2021-12-30T21:15:00+01:00", "2021-12-30T21:15:00+01:00"),
    ],
)
def test_moments_keep_their_own_clock(raw: str, iso: str) -> None:
    found = moment(raw)
    assert found is not None
    assert found.iso == iso


@pytest.mark.parametrize("raw", ["yesterday", "30.12.2021", "12/30/2021", "2021-13-01", "2021-12-30T25:00", "2021", ""])
def test_what_is_not_certain_is_no_date(raw: str) -> None:
    assert moment(raw) is None


@pytest.mark.parametrize(
    ("name", "date"),
    [
        ("2021-12-30-talks.md", "2021-12-30"),
        ("/news/2020-01-01/20211230 talks.txt", "2021-12-30"),
        ("talks_2021_12_30.html", "2021-12-30"),
        ("talks-2021.12.30.md", "2021-12-30"),
        ("2021-12-30-and-2022-01-01.md", None),
        ("2021-12-30 copy of 2021-12-30.md", "2021-12-30"),
        ("2021-13-30.md", None),
        ("000_73ca37d0c5ce4629.txt", None),
        ("a20211230b.md", None),
        ("120211230.md", None),
        ("12345678.md", None),
    ],
)
def test_dates_in_file_names(name: str, date: str | None) -> None:
    assert published_in(name) == (Published.parse(date) if date else None)


def test_titles_out_of_file_names() -> None:
    assert title_of("/x/2021-12-30-two-talks_in-Geneva.md") == "two talks in Geneva"
    assert title_of("2021-12-30.md") == "2021 12 30"
    assert title_of(".md") == ".md"
