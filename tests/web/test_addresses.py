"""What may be connected to, and in which form addresses are known."""

from __future__ import annotations

import base64
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.library import Library
from reader.library.changes import Several
from reader.library.feed_changes import Subscribe
from reader.sources.web import address
from reader.sources.web.address import AddressError, is_public, joined, web_address
from tests.web.server import Answer, Web, item, rss
from tests.web.test_refresh_stories import refreshed


@pytest.mark.parametrize(
    "ip",
    [
        "127.0.0.1", "127.9.9.9", "0.0.0.0", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1",
        "224.0.0.1", "255.255.255.255", "192.0.2.1", "240.0.0.1", "::1", "::", "fe80::1", "fe80::1%eth0", "fc00::1",
        "ff02::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "2002:7f00:1::", "64:ff9b::7f00:1", "64:ff9b::a00:1",
        "2001:db8::1", "no address",
    ],
)  # fmt: skip
def test_not_of_the_open_internet(ip: str) -> None:
    assert not is_public(ip)


@pytest.mark.parametrize("ip", ["8.8.8.8", "93.184.216.34", "2606:4700::1111", "::ffff:8.8.8.8"])
def test_of_the_open_internet(ip: str) -> None:
    assert is_public(ip)


@pytest.mark.parametrize(
    ("given", "known"),
    [
        ("Example.ORG/feed", "https://example.org/feed"),
        ("HTTP://Example.org:80/a#b", "http://example.org/a"),
        ("https://example.org:443", "https://example.org/"),
        ("https://example.org:8443/x?y=1", "https://example.org:8443/x?y=1"),
        ("feed://example.org/rss", "http://example.org/rss"),
        ("feed:https://example.org/rss", "https://example.org/rss"),
        ("http://[::1]:8080/x", "http://[::1]:8080/x"),
        ("http://e.example/ä b", "http://e.example/%C3%A4%20b"),
        ("localhost:8000/feed", "https://localhost:8000/feed"),
    ],
)
def test_one_form(given: str, known: str) -> None:
    assert web_address(given) == known
    assert web_address(known) == known


@given(st.text(max_size=80))
def test_any_text_is_an_address_or_refused(text: str) -> None:
    try:
        found = web_address(text)
    except AddressError:
        pass
    else:
        assert found.startswith(("http://", "https://"))
        assert found.isprintable()
    assert joined("http://e.example/", text).startswith(("http", "")) is True


def test_a_list_may_not_point_into_this_machine(library: Library, web: Web) -> None:
    library.do(Subscribe(web.says("/feed", rss(item("a")))))
    end = refreshed(library)
    assert end.failed == 1
    assert "this machine" in library.feeds.followed()[0].trouble
    assert web.asked == []


@pytest.mark.parametrize("to", ["http://localhost:9/", "http://127.0.0.2:9/", "http://[::1]:9/", "http://0.0.0.0:9/"])
def test_a_redirect_may_not_either(library: Library, web: Web, to: str) -> None:
    library.do(Subscribe(web.moves("/feed", to, 302), private=True))
    refreshed(library)
    assert "this machine" in library.feeds.followed()[0].trouble


@pytest.mark.parametrize("to", ["file:///etc/passwd", "ftp://e.example/", "javascript:alert(1)", "", "http://a b/"])
def test_a_redirect_leads_only_to_the_web(library: Library, web: Web, to: str) -> None:
    library.do(Subscribe(web.moves("/feed", to, 302), private=True))
    assert refreshed(library).failed == 1


def test_a_page_on_another_port_of_this_machine_is_not_fetched(library: Library, web: Web) -> None:
    web.says("/feed", rss(item("a", link="http://127.0.0.1:9/admin")))
    library.do(Several((Subscribe(web.at("/feed"), private=True, full_text="always"),)))
    end = refreshed(library)
    assert (end.new, end.pages_failed) == (1, 1)


def test_neither_cookies_nor_a_proxy(library: Library, web: Web, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:9/")
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9/")
    web.answers["/feed"] = Answer(rss(item("a")).encode(), headers={"Set-Cookie": "a=b"})
    library.do(Subscribe(web.at("/feed"), private=True))
    assert refreshed(library).new == 1
    web.says("/feed", rss(item("b")))
    refreshed(library)
    assert all("cookie" not in asked.headers for asked in web.asked)


def test_what_is_too_large_or_cut_short_is_refused(library: Library, web: Web) -> None:
    import gzip

    bomb = gzip.compress(b"\0" * (21 * 1024 * 1024))
    short = gzip.compress(rss(item("a")).encode())[:-9]
    web.says("/bomb", bomb, Content_Encoding="gzip")
    web.says("/short", short, Content_Encoding="gzip")
    web.says("/good", gzip.compress(rss(item("a")).encode()), Content_Encoding="gzip")
    for path in ("/bomb", "/short", "/good"):
        library.do(Subscribe(web.at(path), private=True))
    end = refreshed(library)
    assert (end.new, end.failed) == (1, 2)
    said = " ".join(one.trouble for one in library.feeds.followed())
    assert "larger than 20 MB when unpacked" in said
    assert "cut short" in said


_PARTS = st.text(alphabet="abz019-._~!$&'()*+,;=:@%/?#[]|\\ \u00e9", max_size=12)


@given(
    st.sampled_from(["http", "https", "HTTP"]),
    st.sampled_from(["a.example", "A.example", "a.b.example", "a", "a.example:80"]),
    _PARTS,
)
def test_addresses_that_are_whole_already_come_out_as_by_the_long_way(scheme: str, host: str, rest: str) -> None:
    given_address = f"{scheme}://{host}/{rest}"
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(address, "_WHOLE", re.compile("(?!)"))
        long_way = joined("http://base.example/x/y", given_address)
    assert joined("http://base.example/x/y", given_address) == long_way


def test_a_password_in_an_address_is_sent_and_nothing_else_of_it(library: Library, web: Web) -> None:
    web.says("/feed", rss(item("a")))
    library.do(Subscribe(web.at("/feed").replace("://", "://me:p%40ss@"), private=True))
    assert refreshed(library).new == 1
    asked = web.asked[-1]
    assert asked.headers["authorization"] == "Basic " + base64.b64encode(b"me:p@ss").decode()
    assert "@" not in asked.headers["host"]
    assert "cookie" not in asked.headers
