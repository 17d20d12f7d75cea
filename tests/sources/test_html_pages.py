"""HTML pages: the article, and only what the page itself says about it."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.model import BlockKind, Published
from reader.sources import load_stream
from reader.sources.html import article

PAGE = """<!DOCTYPE html>
<html lang="en"><head><title>Talks | The Paper</title>
<meta property="og:title" content="Talks in Geneva &amp; Vienna">
<meta property="og:site_name" content="The Paper">
<meta name="author" content="Jane Doe">
<meta property="article:published_time" content="2022-01-10T20:30:00+01:00">
<script>alert("never shown")</script></head>
<body><nav><a href="/">Home</a> <a href="/news">News</a></nav>
<article><h1>Talks in Geneva</h1>
<p>The <b>talks</b> in <a href="https://example.org/x">Geneva</a> went on for nearly eight hours, officials said.</p>
<h2>What was said</h2>
<ul><li>Russia asked for guarantees in writing</li><li>The United States refused</li></ul>
<table><tr><th>Day</th><th>City</th></tr><tr><td>10 January</td><td>Geneva</td></tr></table>
<p>An escape &amp;#27;[31m hides &#27;[31m here, five * stars * and a_snake_case_name.</p>
</article><footer>© 2020 The Paper, 1 February 2019</footer></body></html>"""


def test_a_page_becomes_an_article() -> None:
    document = load_stream(PAGE.encode(), "page.html")
    assert document.title == "Talks in Geneva & Vienna"
    assert (document.author, document.source, document.language) == ("Jane Doe", "The Paper", "en")
    assert document.published == Published.parse("2022-01-10T20:30:00+01:00")
    assert document.format == "html"
    assert "The talks in Geneva went on" in document.text
    assert "Home" not in document.text
    assert "never shown" not in document.text
    assert "five * stars * and a_snake_case_name" in document.text
    assert "\x1b" not in document.text
    kinds = {block.kind for block in document.blocks}
    assert {BlockKind.HEADING, BlockKind.ITEM, BlockKind.TABLE, BlockKind.PARAGRAPH} <= kinds
    assert document.links == ("https://example.org/x",)
    assert {block.line for block in document.blocks} == {0}


def test_a_date_is_never_guessed_from_the_text() -> None:
    bare = PAGE.replace("article:published_time", "other")
    assert load_stream(bare.encode(), "page.html").published is None
    assert load_stream(bare.encode(), "2021-12-30.html").published == Published.parse("2021-12-30")


@pytest.mark.parametrize(
    "head",
    [
        '<script type="application/ld+json">{"@graph": [{"@type": "NewsArticle", "headline": "H",'
        ' "author": [{"name": "Jane"}, {"name": "Roe"}], "datePublished": "2021-12-30"}]}</script>',
        '<meta itemprop="datePublished" content="2021-12-30"><meta name="author" content="Jane, Roe"><title>H</title>',
    ],
)
def test_metadata_come_in_several_shapes(head: str) -> None:
    page = article(f"<html><head>{head}</head><body><p>Some words.</p></body></html>")
    assert (page.title, page.author) == ("H", "Jane, Roe")
    assert page.published == Published.parse("2021-12-30")


def test_a_page_without_an_article_keeps_its_words() -> None:
    document = load_stream(
        b"<html><body><div>One</div><div>two<br>three</div><script>x</script></body></html>", "p.html"
    )
    assert document.text.split() == ["One", "two", "three"]


def test_the_declared_encoding_counts() -> None:
    page = '<html><head><meta charset="windows-1251"></head><body><p>Разговор в четверг</p></body></html>'
    assert "Разговор в четверг" in load_stream(page.encode("cp1251"), "p.html").text


@pytest.mark.parametrize(
    "html",
    [
        "",
        "<",
        "<html>",
        "<?xml version='1.0' encoding='utf-8'?><html><body><p>Words</p></body></html>",
        "<div>" * 3000 + "Words",
        "<!DOCTYPE x [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><p>&a;</p>",
        "<table>" + "<tr><td>x" * 500,
        "<script type='application/ld+json'>{broken</script><p>Words",
    ],
)
def test_odd_pages_do_no_harm(html: str) -> None:
    assert "root:" not in load_stream(html.encode(), "p.html").text


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=300))
def test_any_text_is_a_page(text: str) -> None:
    load_stream(f"<html><body>{text}</body></html>".encode("utf-8", "replace"), "p.html")


def test_quotations_of_a_long_page_stay_quotations() -> None:
    words = "The minister spoke for a long time about the matter and then took questions from the reporters there. "
    page = (
        f"<html><body><article><p>{words * 6}</p><blockquote><p>We do <b>not</b> want to be a spectator, he said.</p>"
    )
    document = load_stream(f"{page}</blockquote><p>{words * 3}</p></article></body></html>".encode(), "p.html")
    quoted = [document.text[block.start : block.end] for block in document.blocks if block.quote]
    assert quoted == ["We do not want to be a spectator, he said."]
