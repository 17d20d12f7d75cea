"""What happens to articles after they came: tags, rules, age."""

from __future__ import annotations

import time

import pytest

from reader.jobs.follow import follow
from reader.library import DocumentRow, Filter, Library, SetRead, SetRemoved, SetStarred
from reader.library.feed_changes import SetKeeping, TagFeed
from reader.library.rule_changes import ForgetRule, SaveRule
from tests.web.server import Web, item, rss
from tests.web.test_refresh_stories import refreshed

DAY = 24 * 3600


def named(library: Library) -> dict[str, tuple[str, ...]]:
    return {row.title: row.tags for row in library.documents.rows(limit=100)}


def test_rules_tag_and_hide_what_comes_in(library: Library, web: Web) -> None:
    library.do(SaveRule("sport", "football", hide=True))
    library.do(SaveRule("talks", "geneva -football", tag="talks"))
    football = item("c", text="The football cup was played in Geneva and nobody won it.")
    follow(library, web.says("/f", rss(item("a"), item("b", text="Nothing much."), football)))
    refreshed(library)
    assert named(library) == {"News of a": ("talks",), "News of b": ()}
    hidden = library.documents.rows(chosen=Filter(removed=True))
    assert [row.title for row in hidden] == ["News of c"]


def test_a_slip_of_the_pen_is_no_match_for_a_rule(library: Library, web: Web) -> None:
    library.do(SaveRule("sport", "footbal", hide=True))
    follow(library, web.says("/f", rss(item("a", text="The football cup was played in Geneva."))))
    refreshed(library)
    assert list(named(library)) == ["News of a"]


def test_a_rule_looks_at_an_article_once(library: Library, web: Web) -> None:
    library.do(SaveRule("all", "geneva", hide=True))
    follow(library, web.says("/f", rss(item("a"))))
    refreshed(library)
    hidden = library.documents.rows(chosen=Filter(removed=True))[0]
    library.do(SetRemoved(hidden.id, False))
    web.says("/f", rss(item("a"), item("b", text="Words.")))
    refreshed(library)
    assert set(named(library)) == {"News of a", "News of b"}


def test_a_rule_leaves_alone_what_came_before_it(library: Library, web: Web) -> None:
    feed = follow(library, web.says("/f", rss(item("a"))))
    refreshed(library)
    library.do(SaveRule("all", "geneva", tag="talks"))
    library.do(TagFeed(feed, ("world",)))
    library.tend()
    assert named(library) == {"News of a": ()}
    web.says("/f", rss(item("a"), item("b")))
    refreshed(library)
    assert named(library) == {"News of a": (), "News of b": ("talks", "world")}
    library.do(ForgetRule("all"))
    web.says("/f", rss(item("a"), item("b"), item("c")))
    refreshed(library)
    assert named(library)["News of c"] == ("world",)


def test_rules_are_undone_like_all_else(library: Library) -> None:
    library.do(SaveRule("sport", "football", hide=True))
    library.do(SaveRule("sport", "tennis", tag="ball"))
    library.do(ForgetRule("sport"))
    assert library.rules() == []
    library.undo()
    library.undo()
    assert [(rule.query, rule.hide) for rule in library.rules()] == [("football", True)]
    for wrong in (("", "x", "t", False), ("x", "", "t", False), ("x", "y", "", False)):
        with pytest.raises(ValueError, match="a rule"):
            SaveRule(*wrong)


def test_tags_of_a_feed_are_its_articles_tags(library: Library, web: Web) -> None:
    feed = follow(library, web.says("/f", rss(item("a"))))
    library.do(TagFeed(feed, ("world", "#daily")))
    refreshed(library)
    assert named(library) == {"News of a": ("daily", "world")}


def test_old_articles_leave_the_list_but_never_those_that_are_starred_or_noted(library: Library, web: Web) -> None:
    feed = follow(library, web.says("/f", rss(item("a"), item("b"), item("c"))))
    library.do(SetKeeping(feed, 10, 5))
    refreshed(library)
    rows = {row.title: row.id for row in library.documents.rows()}
    library.do(SetStarred(rows["News of b"], True))
    now = int(time.time())
    library.tend(now + 6 * DAY)
    assert [row.unread for row in library.documents.rows()] == [False] * 3
    library.do(SetRead(rows["News of c"], False))
    library.tend(now + 11 * DAY)
    assert list(named(library)) == ["News of b"]
    web.says("/f", rss(item("a"), item("b"), item("c"), item("d")))
    assert refreshed(library).new == 1


def test_an_age_limit_looks_at_an_article_once(library: Library, web: Web) -> None:
    feed = follow(library, web.says("/f", rss(item("a"), item("b"), item("c"))))
    library.do(SetKeeping(feed, 10, 5))
    refreshed(library)
    rows = {row.title[-1]: row.id for row in library.documents.rows()}
    library.mark_read(rows["a"])
    now = int(time.time())
    assert library.tend(now + 6 * DAY) == 2
    for name in "ab":  # one that was read before its time had come, one that the limit marked
        library.do(SetRead(rows[name], False))
    assert library.tend(now + 7 * DAY) == 0
    assert {row.id for row in library.documents.rows() if row.unread} == {rows["a"], rows["b"]}
    library.do(SetRemoved(rows["c"], True))
    assert library.tend(now + 11 * DAY) == 2
    assert not named(library)
    for name in "bc":
        library.do(SetRemoved(rows[name], False))
    assert library.tend(now + 12 * DAY) == 0
    assert sorted(named(library)) == ["News of b", "News of c"]
    library.do(SetKeeping(feed, 1, 1))  # what is looked at already is by another limit, too
    assert library.tend(now + 13 * DAY) == 0


def kept_ten_days(library: Library, web: Web) -> DocumentRow:
    """The one article of a feed, kept for ten days."""
    feed = follow(library, web.says("/f", rss(item("a"))))
    library.do(SetKeeping(feed, 10, 0))
    refreshed(library)
    (row,) = library.documents.rows()
    return row


def test_another_limit_looks_at_what_none_has_looked_at(library: Library, web: Web) -> None:
    feed = follow(library, web.says("/f", rss(item("a"))))
    library.do(SetKeeping(feed, 90, 0))
    refreshed(library)
    now = int(time.time())
    assert library.tend(now + 31 * DAY) == 0
    library.do(SetKeeping(feed, 30, 0))
    assert library.tend(now + 31 * DAY) == 1
    assert not named(library)


def test_what_was_spared_for_its_star_goes_when_the_star_is_taken_off(library: Library, web: Web) -> None:
    row = kept_ten_days(library, web)
    library.do(SetStarred(row.id, True))
    now = int(time.time())
    assert library.tend(now + 11 * DAY) == 0
    library.do(SetStarred(row.id, False))
    assert library.tend(now + 12 * DAY) == 1
    library.do(SetRemoved(row.id, False))
    assert library.tend(now + 13 * DAY) == 0
    assert list(named(library)) == ["News of a"]


def test_cut_off_between_the_two_files_an_article_is_looked_at_once(
    library: Library, web: Web, monkeypatch: pytest.MonkeyPatch
) -> None:
    row = kept_ten_days(library, web)
    now = int(time.time())

    def killed() -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(library, "settle", killed)
        with pytest.raises(KeyboardInterrupt):
            library.tend(now + 11 * DAY)
    with Library.open(library.home) as again:
        assert not named(again)
        again.do(SetRemoved(row.id, False))
        assert again.tend(now + 11 * DAY) == 0
        assert list(named(again)) == ["News of a"]


def test_a_clock_that_was_wrong_ages_nothing_twice_and_stops_no_limit(
    library: Library, web: Web, monkeypatch: pytest.MonkeyPatch
) -> None:
    row = kept_ten_days(library, web)
    now = int(time.time())
    assert library.tend(now + 400 * DAY) == 1
    library.do(SetRemoved(row.id, False))
    assert library.tend(now + 1) == 0
    assert library.tend(now + 11 * DAY) == 0
    web.says("/f", rss(item("a"), item("b")))
    monkeypatch.setattr(time, "time", lambda: now + 5.0)
    refreshed(library)
    assert library.tend(now + 13 * DAY) == 1
    assert list(named(library)) == ["News of a"]
