"""Feeds from the command line, and from cron."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from reader.cli import main
from reader.library import Library
from reader.library.feed_changes import Subscribe
from tests.web.server import Web, item, rss
from tests.web.test_refresh_stories import page


@pytest.fixture
def home(tmp_path: Path) -> str:
    return str(tmp_path / "home")


def test_followed_listed_refreshed_and_left(home: str, web: Web, capsys: pytest.CaptureFixture[str]) -> None:
    address = web.says("/feed", rss(item("a"), item("b")))
    assert main(["add", "--library", home, "--folder", "World", "--name", "Mine", address]) == 0
    assert main(["refresh", "--library", home]) == 0
    assert "no feeds" not in capsys.readouterr().out
    assert main(["feeds", "--library", home, "--format", "jsonl"]) == 0
    line = json.loads(capsys.readouterr().out)
    assert (line["name"], line["folder"], line["unread"], line["error"]) == ("Mine", "World", 2, None)
    web.fails("/feed", 503)
    assert main(["refresh", "--library", home, "--quiet", "mine"]) == 1
    told = capsys.readouterr()
    assert told.out == ""
    assert "Mine" in told.err
    assert "503" in told.err
    assert main(["refresh", "--library", home, "--format", "jsonl", "--all"]) == 1
    line = json.loads(capsys.readouterr().out)
    assert (line["kind"], line["new"], line["error"]) == ("feed", 0, "the server answered 503 (out of service)")
    told_to = ["rename mine Other", "move other A/B", "pause other", "resume other", "full other always"]
    for words in [*told_to, "keep other 90", "read other 9", "tag other x"]:
        assert main(["feeds", "--library", home, *words.split()]) == 0
    assert main(["feeds", "--library", home, "--format", "opml"]) == 0
    assert 'text="B"' in capsys.readouterr().out
    assert main(["feeds", "--library", home, "leave", "other"]) == 0
    assert main(["feeds", "--library", home, "leave", "other"]) == 1
    assert main(["list", "--library", home, "--format", "jsonl"]) == 0
    assert capsys.readouterr().out.count('"title": "News of') == 2


def test_a_site_is_followed_by_the_feed_it_offers(home: str, web: Web, capsys: pytest.CaptureFixture[str]) -> None:
    web.says("/feed", rss(item("a")))
    head = '<link rel="alternate" type="application/rss+xml" title="News" href="/feed">'
    web.says("/", f"<html><head>{head}</head><body><p>Welcome.</p></body></html>", "text/html")
    assert main(["add", "--library", home, web.at("/")]) == 0
    assert "following News" in capsys.readouterr().out
    assert main(["list", "--library", home, "--format", "jsonl"]) == 0
    assert "News of a" in capsys.readouterr().out


def test_an_article_is_kept_and_its_feed_is_named(home: str, web: Web, capsys: pytest.CaptureFixture[str]) -> None:
    head = '<link rel="alternate" type="application/rss+xml" href="/feed"><meta property="og:type" content="article">'
    web.says("/story", page("Alone").replace("<head>", f"<head>{head}"), "text/html")
    assert main(["add", "--library", home, web.at("/story")]) == 0
    told = capsys.readouterr().out
    assert "added the article “The whole story”" in told
    assert web.at("/feed") in told
    assert main(["search", "--library", home, "vienna", "--format", "jsonl"]) == 0
    assert "The whole story" in capsys.readouterr().out


def test_what_cannot_be_added_is_one_line_each(home: str, web: Web, capsys: pytest.CaptureFixture[str]) -> None:
    web.says("/picture", b"\x89PNG\r\n\x1a\n" + b"\0" * 100, "image/png")
    assert main(["add", "--library", home, web.at("/none"), web.at("/picture"), "file:///etc/passwd"]) == 1
    lines = capsys.readouterr().err.strip().split("\n")
    assert len(lines) == 3
    assert "404" in lines[0]
    assert "picture" in lines[1]
    assert "only http and https" in lines[2]


def test_rules_on_the_command_line(home: str, web: Web, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rules", "--library", home, "add", "sport", "football", "--hide"]) == 0
    assert main(["rules", "--library", home, "add", "empty", "football"]) == 2
    assert main(["rules", "--library", home, "--format", "jsonl"]) == 0
    assert '"hide": true' in capsys.readouterr().out
    assert main(["rules", "--library", home, "forget", "sport"]) == 0
    assert main(["rules", "--library", home, "forget", "sport"]) == 1


def test_a_feed_that_must_be_left_alone_is_told_with_the_time(
    home: str, web: Web, capsys: pytest.CaptureFixture[str]
) -> None:
    address = web.says("/feed", rss(item("a"), title="Alpha"))
    assert main(["add", "--library", home, address]) == 0
    web.fails("/feed", 503, Retry_After="7200")
    assert main(["refresh", "--library", home, "Alpha"]) == 1
    capsys.readouterr()
    asked = len(web.asked)
    assert main(["refresh", "--library", home, "Alpha"]) == 1
    told = capsys.readouterr()
    assert "Alpha: the server answered 503 (out of service); next try" in told.err
    assert "as its server asked" in told.err
    assert len(web.asked) == asked


def test_a_feed_of_a_list_may_be_nearby_once_the_reader_says_so(
    home: str, web: Web, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    address = web.says("/feed", rss(item("a"), title="Alpha"))
    opml = tmp_path / "feeds.opml"
    opml.write_text(f'<opml version="2.0"><body><outline type="rss" text="A" xmlUrl="{address}"/></body></opml>')
    assert main(["add", "--library", home, str(opml)]) == 1
    assert "own network" in capsys.readouterr().err
    assert main(["add", "--library", home, "--private", str(opml)]) == 0
    assert "1 feed of" in capsys.readouterr().out
    with Library.open(home) as library:
        assert [(one.feed.private, one.unread) for one in library.feeds.followed()] == [(True, 1)]
        library.undo()
        assert [one.private for one in library.feeds.subscriptions()] == [False]
        library.redo()
        assert [one.private for one in library.feeds.subscriptions()] == [True]


def test_a_password_in_an_address_is_printed_nowhere(
    home: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    address = "http://me:secret@e.example/feed"
    with Library.open(home) as library:
        entry = library.do(Subscribe(address))
        assert entry.title == "follow http://e.example/feed"
    for form in ("table", "jsonl"):
        assert main(["feeds", "--library", home, "--format", form]) == 0
        told = capsys.readouterr().out
        assert "http://e.example/feed" in told
        assert "secret" not in told
    assert main(["feeds", "--library", home, "--format", "opml"]) == 0
    told = capsys.readouterr().out  # what another program fetches by needs it, no name does
    assert told.count("secret") == told.count(f'xmlUrl="{address}"') == 1
    for name in (address, "http://e.example/feed"):
        assert main(["feeds", "--library", home, "pause", name]) == 0
    assert "secret" not in capsys.readouterr().out
    listed = tmp_path / "urls"
    listed.write_text("ftp://me:secret@e.example/feed\n", "utf-8")
    assert main(["add", "--library", home, str(listed)]) == 1
    assert "secret" not in capsys.readouterr().err


def test_the_library_may_be_named_behind_the_action(home: str, capsys: pytest.CaptureFixture[str]) -> None:
    with Library.open(home) as library:
        library.do(Subscribe("http://e.example/feed", "Mine"))
    assert main(["feeds", "leave", "mine", "--library", home]) == 0
    assert main(["rules", "add", "sport", "football", "--hide", "--library", home]) == 0
    assert main(["--library", home, "rules", "forget", "sport"]) == 0
    with Library.open(home) as library:
        assert (library.feeds.subscriptions(), library.rules()) == ([], [])


def test_what_is_kept_and_what_is_read_are_both_told(home: str, capsys: pytest.CaptureFixture[str]) -> None:
    with Library.open(home) as library:
        library.do(Subscribe("http://e.example/feed", "Mine"))
    assert main(["feeds", "--library", home, "read", "mine", "10"]) == 0
    assert capsys.readouterr().out == "Mine: keep articles for ever, count them as read after 10 days\n"
    assert main(["feeds", "--library", home, "read", "mine", "0"]) == 0
    assert main(["feeds", "--library", home, "keep", "mine", "1"]) == 0
    assert capsys.readouterr().out.split("\n")[1] == "Mine: keep articles 1 day, count none as read by its age"


def test_a_list_with_refused_lines_ends_with_one(home: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    listed = tmp_path / "urls"
    listed.write_text("http://e.example/1\nexec:~/feed.sh\n", "utf-8")
    assert main(["add", "--library", home, "--no-fetch", str(listed)]) == 1
    told = capsys.readouterr()
    assert "1 feed of" in told.out
    assert "a command from a list is never run" in told.err
    listed.write_text("http://e.example/2\n", "utf-8")
    assert main(["add", "--library", home, "--no-fetch", str(listed)]) == 0
