"""Feeds followed, refreshed, changed, moved, failing: what the library then holds."""

from __future__ import annotations

import time

import pytest

from reader.jobs.follow import follow, keep_page, look_at
from reader.jobs.refresh import Refresh
from reader.jobs.refresh_progress import RefreshProgress
from reader.library import Library, SetStarred
from reader.library.feed_changes import PauseFeed, SetFullText, Unsubscribe
from reader.library.subscriptions import FullText
from reader.sources.web.address import web_address
from reader.sources.web.answer import FetchError
from tests.web.server import Answer, Asked, Web, item, rss

DAY = "Mon, 05 Jan 2026 10:00:00 GMT"


def refreshed(library: Library, *feeds: str) -> RefreshProgress:
    return Refresh(library, None, feeds or [one.id for one in library.feeds.subscriptions()]).run()


def titles(library: Library) -> list[str]:
    return sorted(row.title for row in library.documents.rows(limit=1000))


def page(words: str, title: str = "The whole story") -> str:
    said = "The council met in Vienna and said so at length."
    paragraphs = "".join(f"<p>{words} {number}. {said}</p>" for number in range(12))
    head = f"<html><head><title>{title}</title></head>"
    return f"{head}<body><article><h1>{title}</h1>{paragraphs}</article></body></html>"


def test_a_feed_comes_in_with_its_dates_and_twice_is_once(library: Library, web: Web) -> None:
    address = web.says("/feed", rss(item("a", date="Mon, 05 Jan 2026 10:00:00 +0100"), item("b")))
    feed = follow(library, address)
    first = refreshed(library)
    assert (first.new, first.failed) == (2, 0)
    assert titles(library) == ["News of a", "News of b"]
    row = next(row for row in library.documents.rows() if row.title == "News of a")
    assert row.published is not None
    assert row.published.iso == "2026-01-05T10:00:00+01:00"
    assert row.source == "The Herald"
    assert row.unread
    again = refreshed(library)
    assert (again.new, again.changed, again.same) == (0, 0, 1)
    assert library.feeds.followed()[0].unread == 2
    assert library.feeds.known(feed).turn == 2


def test_what_has_not_changed_is_asked_for_with_conditions(library: Library, web: Web) -> None:
    def answer(asked: Asked) -> Answer:
        if asked.headers.get("if-none-match") == '"v1"':
            return Answer(status=304, headers={"ETag": '"v1"'})
        return Answer(rss(item("a")).encode(), headers={"ETag": '"v1"', "Last-Modified": DAY})

    web.answers["/feed"] = answer
    follow(library, web.at("/feed"))
    refreshed(library)
    assert refreshed(library).same == 1
    assert web.asked[1].headers["if-modified-since"] == DAY
    assert "cookie" not in web.asked[1].headers
    assert web.asked[1].headers["user-agent"].startswith("Dateline/")


def test_a_changed_article_keeps_both_texts_and_its_headline_of_before(library: Library, web: Web) -> None:
    address = web.says("/feed", rss(item("a", title="Talks begin in Geneva", link="http://127.0.0.1/a")))
    follow(library, address)
    refreshed(library)
    document = library.documents.rows()[0].id
    web.says("/feed", rss(item("a", title="Talks end in Geneva", link="http://127.0.0.1/a-2", text="It is over.")))
    assert refreshed(library).changed == 1
    row = library.documents.row(document)
    assert row is not None
    assert row.title == "Talks end in Geneva"
    assert len(library.documents.versions(document)) == 2
    assert library.feeds.address(document) == "http://127.0.0.1/a-2"
    first, now = library.feeds.editions(document)
    assert (first.title, first.link, first.since) == ("Talks begin in Geneva", "http://127.0.0.1/a", None)
    assert (now.title, now.link, now.version) == ("Talks end in Geneva", "http://127.0.0.1/a-2", row.version)
    assert now.since is not None
    assert first.version != now.version


def test_a_headline_that_alone_changed_is_an_edition_of_its_own(
    library: Library, web: Web, monkeypatch: pytest.MonkeyPatch
) -> None:
    follow(library, web.says("/feed", rss(item("a", title="Talks begin in Geneva", link="http://127.0.0.1/a"))))
    start = int(time.time())
    for hours, title, link in (
        (0, "Talks begin in Geneva", "a"), (1, "Talks end in Geneva", "a"), (2, "Talks end in Geneva", "b"),
        (3, "Talks begin in Geneva", "b"),
    ):  # fmt: skip
        web.says("/feed", rss(item("a", title=title, link=f"http://127.0.0.1/{link}")))
        monkeypatch.setattr(time, "time", lambda now=start + 3600 * hours: float(now))
        refreshed(library)
    (row,) = library.documents.rows()
    found = library.feeds.editions(row.id)
    assert [(one.title.split()[1], one.link[-1], one.version) for one in found] == [
        ("begin", "a", row.version), ("end", "a", row.version), ("end", "b", row.version), ("begin", "b", row.version)
    ]  # fmt: skip
    assert [int(one.since.timestamp()) - start for one in found if one.since] == [3600, 7200, 10800]


def test_a_link_that_leads_on_for_good_is_no_move_until_the_article_was_seen_there(
    library: Library, web: Web, monkeypatch: pytest.MonkeyPatch
) -> None:
    web.says("/there", page("The whole of it"), "text/html")
    link = web.moves("/by-way-of", "/there")
    feed = follow(library, web.says("/feed", rss(item("a", link=link))))
    library.do(SetFullText(feed, FullText.ALWAYS))
    refreshed(library)
    (row,) = library.documents.rows()
    assert library.feeds.address(row.id) == web.at("/there")
    web.says("/feed", rss(item("a", link=link, title="News of a, again")))
    refreshed(library)
    assert library.feeds.address(row.id) == web.at("/there")
    assert {one.link for one in library.feeds.editions(row.id)} == {web.at("/there")}
    web.moves("/there", "/elsewhere")
    web.says("/elsewhere", page("The whole of it"), "text/html")
    later = time.time() + 3600
    monkeypatch.setattr(time, "time", lambda: later)
    web.says("/feed", rss(item("a", link=link, title="News of a, once more")))
    refreshed(library)
    assert library.feeds.address(row.id) == web.at("/elsewhere")
    assert list(dict.fromkeys(one.link for one in library.feeds.editions(row.id))) == [
        web.at("/there"), web.at("/elsewhere")
    ]  # fmt: skip


def test_one_guid_for_all_loses_no_entry_and_doubles_none(library: Library, web: Web) -> None:
    items = [item(str(n), title=f"Another matter {n}", guid="same", link=f"http://127.0.0.1/{n}") for n in range(9)]
    address = web.says("/feed", rss(*items[:5]))
    follow(library, address)
    assert refreshed(library).new == 5
    web.says("/feed", rss(*reversed(items)))
    assert refreshed(library).new == 4
    web.says("/feed", rss(items[8]))
    assert refreshed(library).new == 0
    assert len(titles(library)) == 9


def test_a_new_guid_for_the_same_page_and_headline_is_the_same_article(library: Library, web: Web) -> None:
    address = web.says("/feed", rss(item("a", link="http://127.0.0.1/a", guid="1")))
    follow(library, address)
    refreshed(library)
    web.says("/feed", rss(item("a", link="http://127.0.0.1/a", guid="urn:1")))
    assert refreshed(library).new == 0


def test_a_feed_that_moved_for_good_is_asked_at_its_new_place(library: Library, web: Web) -> None:
    web.says("/new", rss(item("a")))
    feed = follow(library, web.moves("/old", "/new"))
    refreshed(library)
    assert library.feeds.followed()[0].address == web.at("/new")
    web.asked.clear()
    refreshed(library, feed)
    assert web.paths() == ["/new"]


def test_a_feed_that_moved_brings_nothing_twice(library: Library, web: Web) -> None:
    web.says("/deeper/new", rss(item("a"), item("b", guid="relative/guid")))
    web.says("/old", rss(item("a"), item("b", guid="relative/guid")))
    feed = follow(library, web.at("/old"))
    refreshed(library)
    web.moves("/old", "/deeper/new")
    assert refreshed(library, feed).new == 0
    assert [library.feeds.address(row.id) for row in library.documents.rows()] == ["", ""]


def test_a_passing_redirect_is_not_remembered(library: Library, web: Web) -> None:
    web.says("/new", rss(item("a")))
    follow(library, web.moves("/old", "/new", 302))
    refreshed(library)
    assert library.feeds.followed()[0].address == web.at("/old")


def test_one_failing_feed_holds_up_no_other_and_says_when_it_is_tried_again(library: Library, web: Web) -> None:
    follow(library, web.fails("/bad", 500))
    follow(library, web.says("/good", rss(item("a"))))
    end = refreshed(library)
    assert (end.new, end.failed) == (1, 1)
    bad = next(one for one in library.feeds.followed() if one.address.endswith("/bad"))
    assert bad.trouble.startswith("the server answered 500 (its own error); next try")
    assert bad.state.next_try > time.time() + 60
    assert [one.address for one in library.feeds.due()] == []


def test_a_server_that_asks_to_wait_is_left_alone_even_when_asked_by_hand(library: Library, web: Web) -> None:
    feed = follow(library, web.fails("/busy", 429, Retry_After="7200"))
    refreshed(library)
    assert library.feeds.due([feed]) == []
    assert len(library.feeds.due([feed], int(time.time()) + 7300)) == 1


def test_what_is_gone_for_good_rests_but_is_asked_again_when_somebody_wants_it(library: Library, web: Web) -> None:
    feed = follow(library, web.fails("/f", 410))
    assert refreshed(library).failed == 1
    month = 30 * 24 * 3600
    now = int(time.time())
    assert library.feeds.due(None, now + month - 3600) == []
    assert len(library.feeds.due(None, now + month + 60)) == 1
    web.says("/f", rss(item("a")))
    assert refreshed(library, feed).new == 1
    assert library.feeds.followed()[0].trouble == ""


def test_a_feed_is_due_when_it_is_no_longer_fresh(library: Library, web: Web) -> None:
    follow(library, web.says("/good", rss(item("a"))))
    follow(library, web.fails("/bad", 500))
    refreshed(library)
    now = int(time.time())

    def due(after: int, **fresh: int) -> list[str]:
        return [one.address.rpartition("/")[2] for one in library.feeds.due(None, now + after, **fresh)]

    assert due(60) == []
    assert due(60, fresh=50) == ["good"]
    assert due(24 * 60, fresh=7200) == ["bad"]  # 15 minutes after its failure, however long others are fresh
    assert sorted(due(30 * 60 - 30)) == ["bad", "good"]  # the next time that cron comes round


def test_failures_in_a_row_wait_longer_and_a_success_ends_them(library: Library, web: Web) -> None:
    feed = follow(library, web.fails("/f", 503))
    waits = []
    for _ in range(3):
        refreshed(library, feed)
        state = library.feeds.followed()[0].state
        waits.append(state.next_try - state.tried)
    assert waits == [900, 1800, 3600]
    web.says("/f", rss(item("a")))
    refreshed(library, feed)
    assert library.feeds.followed()[0].trouble == ""


def test_a_paused_feed_is_not_due(library: Library, web: Web) -> None:
    feed = follow(library, web.says("/f", rss(item("a"))))
    library.do(PauseFeed(feed, True))
    assert library.feeds.due() == []


def test_two_a_host(library: Library, web: Web) -> None:
    for number in range(12):
        follow(library, web.says(f"/{number}", rss(item(str(number)))))
    assert refreshed(library).new == 12
    assert web.most_together <= 2


def test_a_feed_that_became_a_page_keeps_its_articles(library: Library, web: Web) -> None:
    follow(library, web.says("/f", rss(item("a"))))
    refreshed(library)
    web.says("/f", page("Welcome"), "text/html")
    assert refreshed(library).failed == 1
    assert library.feeds.followed()[0].trouble.startswith("what is there is a web page")
    assert titles(library) == ["News of a"]


def test_the_page_of_a_summary_is_fetched_and_the_summary_kept(library: Library, web: Web) -> None:
    web.says("/story", page("The whole of it"), "text/html")
    feed = follow(library, web.says("/f", rss(item("a", link=web.at("/story")))))
    library.do(SetFullText(feed, FullText.ALWAYS))
    end = refreshed(library)
    assert (end.pages, end.pages_failed) == (1, 0)
    document = library.documents.rows()[0].id
    whole = library.documents.get(document)
    assert whole is not None
    assert "The whole of it 3" in whole.text
    assert whole.title == "News of a"
    summary, full = library.documents.versions(document)
    assert full == whole.version
    kept = library.documents.get(document, summary)
    assert kept is not None
    assert kept.text.startswith("The talks on a")
    assert refreshed(library).pages == 0


def test_a_page_that_shrinks_to_a_wall_does_not_replace_the_article(library: Library, web: Web) -> None:
    web.says("/story", page("The whole of it"), "text/html")
    feed = follow(library, web.says("/f", rss(item("a", link=web.at("/story")))))
    library.do(SetFullText(feed, FullText.ALWAYS))
    refreshed(library)
    web.says("/story", "<html><body><p>Subscribe to read on.</p></body></html>", "text/html")
    web.says("/f", rss(item("a", link=web.at("/story"), text="Now with a correction.")))
    refreshed(library)
    document = library.documents.get(library.documents.rows()[0].id)
    assert document is not None
    assert "The whole of it 3" in document.text
    assert len(library.documents.versions(document.id)) == 4


def test_a_page_that_fails_leaves_the_summary_and_is_tried_again(library: Library, web: Web) -> None:
    feed = follow(library, web.says("/f", rss(item("a", link=web.fails("/story", 404)))))
    library.do(SetFullText(feed, FullText.ALWAYS))
    end = refreshed(library)
    assert end.pages_failed == 1
    assert len(library.feeds.due_pages(now=int(time.time()) + 1000)) == 1
    document = library.documents.get(library.documents.rows()[0].id)
    assert document is not None
    assert document.text.startswith("The talks on a")


def test_the_same_report_in_two_feeds_is_one_story(library: Library, web: Web) -> None:
    words = " ".join(f"word{number}" for number in range(80))
    follow(library, web.says("/f", rss(item("a", text=f"{words} (Herald)"))))
    follow(library, web.says("/g", rss(item("b", text=f"LONDON - {words}"), item("c", text=words[::-1]), title="Post")))
    refreshed(library)
    one = next(row for row in library.documents.rows() if row.title == "News of a")
    other = next(row for row in library.documents.rows() if row.title == "News of b")
    assert library.feeds.same_story(one.id) == [other.id]
    assert library.feeds.same_story(other.id) == [one.id]


def test_a_page_by_itself(library: Library, web: Web) -> None:
    look = look_at(web.says("/story", page("Nothing but the truth"), "text/html"))
    assert not look.feed
    document = library.documents.get(keep_page(library, look))
    assert document is not None
    assert document.title == "The whole story"
    assert library.feeds.address(document.id) == web.at("/story")
    assert keep_page(library, look) == document.id
    assert library.documents.count() == 1


def test_a_page_that_offers_a_feed(web: Web) -> None:
    head = '<link rel="alternate" type="application/rss+xml" title="All news" href="/feed.xml">'
    look = look_at(web.says("/", f"<html><head>{head}</head><body><p>Front page</p></body></html>", "text/html"))
    assert [(one.address, one.title) for one in look.offers] == [(web.at("/feed.xml"), "All news")]
    assert not look.article


def test_what_is_no_web_address_is_refused() -> None:
    for given in (
        "file:///etc/passwd",
        "ftp://example.org/",
        "javascript:alert(1)",
        "http://",
        "exec:ls",
        "gopher://x/",
    ):
        with pytest.raises(ValueError, match=r"address|host"):
            web_address(given)


def test_a_page_that_is_not_there(web: Web) -> None:
    with pytest.raises(FetchError, match="404"):
        look_at(web.at("/nothing"))


def test_cancelled_at_once_stores_nothing_more(library: Library, web: Web) -> None:
    follow(library, web.says("/f", rss(item("a"))))
    work = Refresh(library, None, [one.id for one in library.feeds.subscriptions()])
    work.cancel()
    assert work.run().cancelled
    assert refreshed(library).new == 1


def test_the_date_is_the_feeds_else_the_pages(library: Library, web: Web) -> None:
    dated = page("Dated").replace("<head>", '<head><meta property="article:published_time" content="2026-01-07">')
    web.says("/a", dated, "text/html")
    web.says("/b", dated, "text/html")
    feed = follow(
        library,
        web.says("/f", rss(item("a", link=web.at("/a")), item("b", link=web.at("/b"), date=DAY))),
    )
    library.do(SetFullText(feed, FullText.ALWAYS))
    refreshed(library)
    days = {row.title: row.published.iso if row.published else "" for row in library.documents.rows()}
    assert days == {"News of a": "2026-01-07", "News of b": "2026-01-05T10:00:00+00:00"}


def test_what_the_reader_wrote_outlives_the_feed_and_a_change_of_the_article(library: Library, web: Web) -> None:
    feed = follow(library, web.says("/f", rss(item("a"))))
    refreshed(library)
    row = library.documents.rows()[0]
    library.do(SetStarred(row.id, True))
    library.keep_version(row.id, row.version)
    web.says("/f", rss(item("a", text="Other words altogether.")))
    refreshed(library)
    library.do(Unsubscribe(feed))
    after = library.documents.row(row.id)
    assert after is not None
    assert after.starred
    assert after.version != row.version
    assert library.documents.get(row.id, row.version) is not None
    library.undo()
    assert refreshed(library).new == 0
