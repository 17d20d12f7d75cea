"""Lists of other programs, in and out."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.cli import main
from reader.jobs.lists import take_list
from reader.library import Library
from reader.library.feed_changes import Subscribe
from reader.sources import SourceError
from reader.sources.feeds.listed import ListedFeed
from reader.sources.feeds.lists import is_list, read_list
from reader.sources.feeds.opml import read_opml, write_opml
from reader.sources.feeds.wording import line
from tests.web.server import Web
from tests.web.test_refresh_stories import page, refreshed

OPML = """<?xml version="1.0"?><!DOCTYPE opml [<!ENTITY x SYSTEM "file:///etc/hostname">]>
<opml version="1.0"><head><title>&x;</title></head><body>
 <outline text="World"><outline text="Asia"><outline text="One" xmlUrl="http://e.example/1" type="rss"/></outline>
  <outline title="Two" xmlUrl="http://e.example/2"/></outline>
 <outline text="Loose" xmlUrl="HTTP://E.example:80/3"/>
 <outline text="Twice" xmlUrl="http://e.example/3"/>
 <outline text="Shell" xmlUrl="|touch PWNED"/><outline text="Run" xmlUrl="exec:touch PWNED"/>
 <outline text="File" xmlUrl="file:///etc/passwd" filtercmd="touch PWNED"/>
</body></opml>"""


def written(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, "utf-8")
    return path


def test_opml_keeps_folders_and_runs_nothing(tmp_path: Path) -> None:
    listed = read_list(written(tmp_path, "feeds.opml", OPML))
    assert [(one.address, one.title, one.folder) for one in listed.feeds] == [
        ("http://e.example/1", "One", "World/Asia"),
        ("http://e.example/2", "Two", "World"),
        ("http://e.example/3", "Loose", ""),
    ]
    assert len(listed.refused) == 4
    assert sum("command" in sentence for sentence in listed.refused) == 3


def tag_of(words: str) -> str:
    return "/".join(filter(None, map(line, words.split("/"))))


@given(
    st.lists(
        st.tuples(
            st.integers(0, 10**6),
            st.text(max_size=20).map(line),
            st.lists(
                st.text(min_size=1, max_size=8).map(line).filter(lambda name: name and "/" not in name), max_size=3
            ),
            st.lists(st.text("ab /é", min_size=1, max_size=8).map(tag_of).filter(bool), max_size=3, unique=True),
        ),
        max_size=8,
        unique_by=lambda one: one[0],
    )
)
def test_opml_there_and_back(feeds: list[tuple[int, str, list[str], list[str]]]) -> None:
    given = [
        ListedFeed(f"http://e.example/{number}", title or f"http://e.example/{number}", "/".join(folder), tuple(tags))
        for number, title, folder, tags in feeds
    ]
    back = read_opml(write_opml(given).encode("utf-8"))
    assert not back.refused
    assert set(back.feeds) == set(given)


def test_categories_of_opml_are_tags_and_paths_folders(tmp_path: Path) -> None:
    outlines = """<outline xmlUrl="http://e.example/1" category="world, #daily,,two words,/Sport/Football,/Other"/>
     <outline text="World"><outline xmlUrl="http://e.example/2" category="/Boston/Weather,tea"/>
      <outline xmlUrl="http://e.example/1" category="daily,late"/></outline>"""
    listed = read_list(written(tmp_path, "feeds.opml", f'<opml version="2.0"><body>{outlines}</body></opml>'))
    assert [(one.address[-1], one.folder, one.tags) for one in listed.feeds] == [
        ("1", "Sport/Football", ("world", "daily", "two words", "Other", "late")),
        ("2", "World", ("Boston/Weather", "tea")),
    ]


def test_tags_of_feeds_come_back_from_opml(
    library: Library, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    library.do(Subscribe("http://e.example/1", "One", "World", ("daily", "two words")))
    library.close()
    assert main(["feeds", "--library", str(library.home), "--format", "opml"]) == 0
    path = written(tmp_path, "feeds.opml", capsys.readouterr().out)
    with Library.open(tmp_path / "other") as other:
        take_list(other, path)
        assert [(one.folder, one.tags) for one in other.feeds.subscriptions()] == [("World", ("daily", "two words"))]


def test_newsboats_urls(tmp_path: Path) -> None:
    text = """# my feeds
http://e.example/1 news "~My title" "two words" !hidden
"http://e.example/2"
exec:~/bin/feed.sh
filter:~/bin/f.py:http://e.example/3
"query:Unread:unread = \\"yes\\"" tag
"query:Odd:age between 0:10"
file:///tmp/x.xml

http://e.example/4 "~With \\"quotes\\""
"""
    listed = read_list(written(tmp_path, "urls", text))
    assert [(one.address, one.title, one.folder, one.tags) for one in listed.feeds] == [
        ("http://e.example/1", "My title", "news", ("two words",)),
        ("http://e.example/2", "", "", ()),
        ("http://e.example/4", 'With "quotes"', "", ()),
    ]
    assert listed.searches == (("Unread", "is:unread"),)
    assert len(listed.refused) == 4


def test_pocket_and_instapaper(tmp_path: Path) -> None:
    csv = written(
        tmp_path,
        "part_000000.csv",
        "title,url,time_added,tags,status\nA,http://e.example/a,1,x|y,unread\nhttp://e.example/b,http://e.example/b,2,,archive\n",
    )
    pages = read_list(csv).pages
    assert [(one.address, one.title, one.tags, one.read) for one in pages] == [
        ("http://e.example/a", "A", ("x", "y"), False),
        ("http://e.example/b", "", (), True),
    ]
    html = written(
        tmp_path,
        "ril_export.html",
        '<!DOCTYPE html><html><head><title>Pocket Export</title></head><body><h1>Unread</h1><ul><li><a href="http://e.example/a"'
        ' time_added="1" tags="x,y">A &amp; B</a></li></ul><h1>Read Archive</h1><ul><li><a href="http://e.example/b">B</a></ul>',
    )
    pages = read_list(html).pages
    assert [(one.title, one.tags, one.read) for one in pages] == [("A & B", ("x", "y"), False), ("B", (), True)]
    instapaper = written(
        tmp_path,
        "instapaper-export.csv",
        "URL,Title,Selection,Folder,Timestamp\nhttp://e.example/a,A,,Starred,1\njavascript:x,B,,Unread,2\n",
    )
    listed = read_list(instapaper)
    assert [(one.title, one.starred) for one in listed.pages] == [("A", True)]
    assert len(listed.refused) == 1


def test_what_is_no_list(tmp_path: Path) -> None:
    for name, text in (("a.md", "# Talks\n\nhttp://e.example/"), ("a.csv", "a,b\n1,2\n"), ("b.xml", "<rss/>")):
        path = written(tmp_path, name, text)
        assert not is_list(path)
        with pytest.raises(SourceError):
            read_list(path)


def test_saved_pages_wait_as_lines_and_are_fetched(library: Library, web: Web, tmp_path: Path) -> None:
    web.says("/story", page("Saved long ago", "The saved story"), "text/html")
    csv = f"title,url,time_added,tags,status\nA,{web.at('/story')},1,x,unread\nB,{web.at('/gone')},1,,archive\n"
    taken = take_list(library, written(tmp_path, "p.csv", csv), private=True)
    assert taken.pages == 2
    assert sorted(row.error for row in library.documents.rows()) == ["not fetched yet"] * 2
    end = refreshed(library, "none")
    assert (end.pages, end.pages_failed) == (2, 1)
    rows = {row.title: row for row in library.documents.rows()}
    assert rows["The saved story"].tags == ("x",)
    assert rows["The saved story"].error == ""
    assert rows["B"].error == "the server answered 404 (not found)"
    assert not rows["B"].unread
    again = take_list(library, tmp_path / "p.csv", private=True)
    assert library.documents.count() == again.pages == 2
    assert {row.title for row in library.documents.rows()} == set(rows)
