"""Pages, tables, columns and citations."""

from __future__ import annotations

import csv
import io
import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from reader.exchange import conll, facts_csv, page, readwise
from reader.exchange.annotated import Annotated
from reader.exchange.citations import cite
from reader.exchange.incoming import Incoming
from reader.model import ActorMention, Annotation, Block, BlockKind, Placed, Span
from tests.exchange.articles import article, random_article


class _Page(HTMLParser):
    """Its tags balanced, its attributes and text."""

    VOID = frozenset({"meta", "hr", "br"})

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.text: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1] not in ("style", "title", "sup"):
            self.text.append(data)


def test_a_page_is_whole_safe_and_runs_nothing() -> None:
    for seed in range(150):
        marked = random_article(seed, facts=True)
        html = page.write(marked)
        parsed = _Page()
        parsed.feed(html)
        assert parsed.open == []
        assert not parsed.tags & {"script", "img", "iframe", "link", "object", "form", "b"}
        assert parsed.attributes <= {
            *("class", "title", "lang", "charset", "http-equiv", "content", "name", "style", "href", "rel")
        }
        assert "default-src 'none'" in html
        shown = "".join("".join(parsed.text).split())
        assert "".join(marked.document.text.split()) in shown


def test_a_hostile_article_stays_text() -> None:
    marked = article(
        '<script>alert(1)</script> & "x"', ("alert(1)", '"><script>', "<img src=x onerror=1>"), title="</title><script>"
    )
    html = page.write(marked)
    assert "<script" not in html
    assert "<img" not in html
    assert 'href="javascript:' not in page.write(
        replace(marked, document=replace(marked.document, origin="url:javascript:alert(1)"))
    )


def test_overlapping_marks_nest_in_the_page() -> None:
    marked = article("one two three four", ("one two three", "claim", ""), ("three four", "question", ""))
    html = page.write(marked)
    assert re.search(r"<mark[^>]*>one two </mark><mark[^>]*><mark[^>]*>three</mark></mark>", html)


def test_a_span_over_two_paragraphs_is_marked_in_both() -> None:
    marked = article("one two\n\nthree", ("two\n\nthree", "claim", ""))
    blocks = (Block(BlockKind.HEADING, 0, 7, level=2), Block(BlockKind.PARAGRAPH, 9, 14))
    html = page.write(replace(marked, document=replace(marked.document, blocks=blocks)))
    assert re.search(r"<h2>one <mark[^>]*>two</mark></h2>\n<p><mark[^>]*>three</mark><sup>1</sup></p>", html)


def test_facts_are_a_table_without_formulas() -> None:
    rows: list[list[str]] = []
    for seed in range(60):
        rows += list(csv.reader(io.StringIO("".join(facts_csv.write([random_article(seed, facts=True)])), newline="")))[
            1:
        ]
    assert len(rows) > 100
    assert {len(row) for row in rows} == {len(facts_csv.HEAD)}
    assert not [cell for row in rows for cell in row if cell.startswith(("=", "+", "-", "@"))]


def test_readwise_comes_back_with_notes_and_tags() -> None:
    marked = article("The Kremlin confirmed.", ("Kremlin", "my claim", "=Who?\nReally"))
    data = "".join(readwise.write([marked]))
    assert data.startswith("Highlight,Title,Author,URL,Note,Location,Date\r\n")
    (incoming,) = readwise.read(data)
    assert isinstance(incoming, Incoming)
    assert isinstance(incoming.work, Annotation)
    assert (incoming.work.tags, incoming.work.note) == (("my_claim",), "=Who?\nReally")
    assert (incoming.article.title, incoming.at) == ("Talks in Geneva", 4)
    assert incoming.work.created == "2026-01-01T10:00:00+00:00"


def test_the_export_of_readwise_is_read() -> None:
    data = (
        "Highlight,Book Title,Book Author,Amazon Book ID,Note,Color,Tags,Location Type,Location,Highlighted at\n"
        '"said ""no""",A Book,Someone,,,yellow,"war, peace",page,12,2022-01-02 03:04:05+00:00\n'
    )
    (incoming,) = readwise.read(data)
    assert isinstance(incoming, Incoming)
    assert isinstance(incoming.work, Annotation)
    assert incoming.work.anchor is not None
    assert incoming.work.anchor.quote == 'said "no"'
    assert incoming.work.tags == ("war", "peace")
    assert incoming.work.label == "highlight"


@pytest.mark.parametrize("parting", [",", ";", "\t"])
def test_a_table_of_any_spreadsheet_is_read(parting: str) -> None:
    data = f'\ufeffhighlight{parting} TITLE {parting}note\r\n"a, b; c"{parting}Talks{parting}\'=1\r\n'
    (incoming,) = readwise.read(data)
    assert isinstance(incoming, Incoming)
    assert isinstance(incoming.work, Annotation)
    assert (incoming.article.title, incoming.work.note) == ("Talks", "=1")


def test_columns_have_iob2_tags() -> None:
    marked = article("Joe Biden met Putin. They spoke.", ("met", "my event", ""))
    facts = (
        ActorMention(start=0, end=9, text="Joe Biden", type="person", value="Joe Biden", actor="a1"),
        ActorMention(start=14, end=19, text="Putin", type="person", value="Putin", actor="a2"),
    )
    lines = "".join(conll.write([replace(marked, facts=facts)])).split("\n")
    assert lines[:8] == [
        *("-DOCSTART- -X- -X- O", "", "Joe -X- _ B-PER", "Biden -X- _ I-PER", "met -X- _ B-MY_EVENT"),
        *("Putin -X- _ B-PER", ". -X- _ O", ""),
    ]
    for seed in range(100):
        before = "O"
        for line in "".join(conll.write([random_article(seed, facts=True)])).split("\n"):
            assert line == "" or len(line.split(" ")) == 4
            tag = line.rsplit(" ", 1)[-1] if line else "O"
            assert not tag.startswith("I-") or before[1:] == tag[1:]
            before = tag


def _with_origin(origin: str, author: str) -> Annotated:
    marked = article("The Kremlin confirmed.", title="50% of {all} talks & more_or_less")
    return replace(marked, document=replace(marked.document, origin=origin, author=author))


def test_citations_in_three_styles() -> None:
    document = _with_origin("url:https://ex.org/a_b?c=1", author="Ann O’Nym and Bo Li").document
    words = "“The Kremlin confirmed”"
    assert cite(document, words) == (
        "“The Kremlin confirmed” (Ann O’Nym and Bo Li, 50% of {all} talks & more_or_less, Example News, 2021-12-30,"
        " https://ex.org/a_b?c=1)"
    )
    assert cite(document, words, "markdown").endswith(
        "— Ann O’Nym and Bo Li, [50% of {all} talks & more_or_less](<https://ex.org/a_b?c=1>), Example News, 2021-12-30"
    )
    entry = cite(document, words, "bibtex")
    assert entry.startswith("@article{onym2021talks,\n")
    assert "  title = {{50\\% of \\{all\\} talks \\& more\\_or\\_less}},\n" in entry
    assert "  author = {Ann O’Nym and Bo Li},\n" in entry
    assert "  month = dec,\n" in entry
    assert "  url = {https://ex.org/a_b?c=1},\n" in entry
    assert entry.endswith("}\n}\n")


@pytest.mark.parametrize("style", ["plain", "markdown", "bibtex"])
def test_an_article_that_says_little_can_be_cited(style: str) -> None:
    for seed in range(80):
        marked = random_article(seed)
        entry = cite(marked.document, marked.document.text[:20], style)  # type: ignore[arg-type]  # one of them
        assert entry
        if style == "bibtex":
            bare = re.sub(r"\\[{}]", "", entry)
            assert bare.count("{") == bare.count("}")


def test_an_empty_page() -> None:
    whole = Annotation(id="a" * 32, document="x", note="Only this")
    marked = replace(article(""), annotations=(Placed(whole, None),))
    assert "Only this" in page.write(marked)
    assert list(conll.write([marked])) == ["-DOCSTART- -X- -X- O\n\n", "\n"]
    assert Span(0, 0).of(marked.document.text) == ""
