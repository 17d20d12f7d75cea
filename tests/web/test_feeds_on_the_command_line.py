"""Feeds from the command line, and from cron."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from reader.cli import main
from reader.library import Library
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
