"""Feeds of every format and make: no exception, no lost entry, and what comes of them is clean."""

from __future__ import annotations

import datetime as dt
import random
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.sources.feeds import NotAFeed, moments
from reader.sources.feeds.document import entry_document
from reader.sources.feeds.moments import entry_moment
from reader.sources.feeds.parse import parse_feed, parse_xml
from reader.sources.feeds.quick import quick_feed
from tests.web.odd_feeds import MARK, Case, cases

ADDRESS = "http://e.example/feed"
_HARMFUL = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
CASES = list(cases())


def test_there_are_enough_of_them() -> None:
    assert len(CASES) >= 60
    assert len({case.name for case in CASES}) == len(CASES)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_no_entry_is_lost(case: Case) -> None:
    feed = parse_feed(case.data, ADDRESS)
    assert len(feed.entries) == case.entries
    keys = {(entry.key, entry.hash) for entry in feed.entries}
    assert len(keys) == case.entries
    for entry in feed.entries:
        document = entry_document(entry, feed, f"feed:x:{entry.key}")
        assert MARK in document.title + document.text
        assert not _HARMFUL.search(
            document.text + document.title.replace("\n", " ") + document.source + document.author
        )
        assert len(document.title) <= 300


PLAIN = """<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
 xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/">
 <channel><title>F &amp;amp; G</title>
 <link>/</link><language>en-GB</language><item>
 <title>A &lt;b&gt;bold&lt;/b&gt; &amp;amp; B</title><link> /a?x=1&amp;y=2 </link>
 <guid isPermaLink="false"> tag:1 </guid><pubDate>Mon, 05 Jan 2026 10:00:00 +0100</pubDate><dc:creator>Ann</dc:creator>
 <description>Short &amp;lt;3</description><content:encoded><![CDATA[<p>Long <a href="x">x</a></p>]]></content:encoded>
 <category>One</category><category>Two</category><enclosure url="/a.mp3" type="audio/mpeg" length="1"/>
 <media:thumbnail url="/t.png"/><source url="/s">Elsewhere</source></item><item><title>Only</title><guid>http://e.example/g</guid>
 <description>Plain words</description><dc:date>2026-01-05T10:00:00Z</dc:date><author>a@e.example (Bea)</author></item>
 <item><guid>g3</guid><description>1 &amp;lt; 2</description></item></channel></rss>"""
FULL = """<feed xmlns="http://www.w3.org/2005/Atom"><title>F</title><link href="/site"/><link rel="self" href="/feed"/>
 <id>f</id><entry><id>tag:1</id>
 <title type="html">A &amp;lt;i&amp;gt;x&amp;lt;/i&amp;gt;</title><link href="/a"/>
 <link rel="enclosure" href="/a.mp3"/><published>2026-01-05T10:00:00+02:00</published>
 <updated>2026-01-06T10:00:00Z</updated>
 <author><name>Ann</name></author><summary>Short</summary><content type="html">&lt;p&gt;Long&lt;/p&gt;</content>
 <category term="One"/></entry><entry><id>tag:2</id><title>B</title><link rel="alternate" href="http://e.example/b"/>
 <updated>2026-01-06T10:00:00Z</updated><summary type="html">a &amp;amp; b</summary></entry></feed>"""


def test_both_readings_of_a_plain_feed_agree() -> None:
    quick = 0
    for data in [PLAIN.encode(), FULL.encode(), *(case.data for case in CASES)]:
        found = quick_feed(data, ADDRESS)
        if found is not None:
            quick += 1
            assert found == parse_xml(data, ADDRESS)
    assert quick > 20
    assert quick_feed(PLAIN.encode(), ADDRESS) is not None
    assert quick_feed(FULL.encode(), ADDRESS) is not None


@settings(max_examples=150, deadline=None)
@given(st.randoms(use_true_random=False), st.sampled_from([case for case in CASES if len(case.data) < 5000]))
def test_damaged_bytes_are_never_an_exception(chance: random.Random, case: Case) -> None:
    data = bytearray(case.data)
    for _ in range(chance.randint(1, 12)):
        at = chance.randrange(len(data) + 1)
        what = chance.randrange(3)
        if what == 0 and data:
            data[at % len(data)] = chance.randrange(256)
        elif what == 1:
            del data[at : at + chance.randrange(30)]
        else:
            start = chance.randrange(len(data) + 1)
            data[at:at] = data[start : start + chance.randrange(60)]
    try:
        feed = parse_feed(bytes(data), ADDRESS)
    except NotAFeed:
        return
    for entry in feed.entries:
        document = entry_document(entry, feed, f"feed:x:{entry.key}")
        assert document.title
        assert not _HARMFUL.search(document.text + document.title)


@pytest.mark.parametrize(
    ("raw", "iso"),
    [
        ("Mon, 05 Jan 2026 10:00:00 +0100", "2026-01-05T10:00:00+01:00"),
        ("Mon, 05 Jan 2026 10:00:00 GMT", "2026-01-05T10:00:00+00:00"),
        ("05 Jan 2026 10:00 EST", "2026-01-05T10:00:00-05:00"),
        ("Mon, 05 Jan 26 10:00:00 PDT", "2026-01-05T10:00:00-07:00"),
        ("2026-01-05T10:00:00Z", "2026-01-05T10:00:00+00:00"),
        ("2026-01-05T10:00:00.123-03:30", "2026-01-05T10:00:00-03:30"),
        ("2026-01-05", "2026-01-05"),
        ("2026-01-05T23:59:60Z", ""),
        ("", ""),
        ("yesterday", ""),
        ("2026-02-30", ""),
        ("Mon, 01 Jan 1970 00:00:00 GMT", ""),
        ("2999-01-01T00:00:00Z", ""),
        ("10000-01-01T00:00:00Z", ""),
        ("9" * 400, ""),
    ],
)
def test_when_it_was_published(raw: str, iso: str) -> None:
    found = entry_moment(raw, dt.datetime(2026, 6, 1, tzinfo=dt.UTC))
    assert (found.iso if found else "") == iso


def test_what_is_no_feed_says_what_it_is() -> None:
    for data, why in (
        (b"<!DOCTYPE html><html><body>x</body></html>", "web page"),
        (b"/etc/passwd", "no feed"),
        (b"http://127.0.0.1/feed", "no feed"),
        (b'{"a": 1}', "JSON"),
        (b"{" * 5000, "JSON"),
        (b"\x89PNG\r\n\x1a\n" + b"\0" * 500, "no feed"),
    ):
        with pytest.raises(NotAFeed, match=why):
            parse_feed(data, ADDRESS)


def test_links_are_whole_and_of_the_web() -> None:
    data = (
        "<rss><channel><item><title>a</title><link>/a b</link></item>"
        "<item><title>b</title><link>javascript:x</link></item>"
        "<item><title>c</title><link>file:///etc/passwd</link></item>"
        "<item><title>d</title><link>HTTP://E.example:80/d#x</link></item></channel></rss>"
    )
    links = [entry.link for entry in parse_feed(data.encode(), ADDRESS).entries]
    assert links == ["http://e.example/a%20b", "", "", "http://e.example/d"]


def test_the_text_of_an_entry_keeps_its_structure_and_its_links() -> None:
    html = "<h2>Head</h2><p>One <a href='/x'>link</a> *not* bold.</p><ul><li>a</ul>".replace("<", "&lt;")
    data = f"<rss><channel><item><title>T</title><description>{html}</description></item></channel></rss>"
    feed = parse_feed(data.encode(), ADDRESS)
    document = entry_document(feed.entries[0], feed, "feed:x:1")
    assert document.text == "Head\n\nOne link *not* bold.\n\na"
    assert document.links == ("http://e.example/x",)


@given(
    st.datetimes(min_value=dt.datetime(1960, 1, 1), max_value=dt.datetime(2027, 1, 1)),
    st.sampled_from(["GMT", "+0000", "-0000", "+0100", "-0330", "+1400", "-2359", "+2400", "+9999", "EST", ""]),
    st.sampled_from(["%a, %d %b %Y %H:%M:%S", "%d %b %Y %H:%M:%S", "%a, %d %b %Y 24:%M:%S", "%a, 31 %b %Y %H:%M:60"]),
)
def test_usual_dates_come_out_as_by_the_long_way(moment: dt.datetime, zone: str, form: str) -> None:
    raw = f"{moment.strftime(form)} {zone}".strip()
    now = dt.datetime(2026, 6, 1, tzinfo=dt.UTC)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(moments, "_usual", lambda raw: None)
        long_way = entry_moment(raw, now)
    assert entry_moment(raw, now) == long_way
