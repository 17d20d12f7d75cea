"""What holds for every text: in process with hypothesis, and some of the mutants of ``python -m tests.fuzz``."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from reader.extract.pipeline import extract
from reader.markdown.cells import cells
from reader.markdown.fit import fit
from reader.markdown.layout import Layout
from reader.model import Document, Published, clean
from reader.search.query import parse
from reader.sources import frontmatter
from reader.sources.errors import SourceError
from reader.sources.files import document_of
from reader.sources.opening import Content
from tests.fuzz.corpus import FOUND, SEQUENCES
from tests.fuzz.run import FORBIDDEN, READ, mutants_run, run
from tests.fuzz.shapes import SHAPES, UNITS

SCRAPS = st.sampled_from([*UNITS.values(), *SEQUENCES])
HOSTILE = st.lists(
    st.one_of(SCRAPS, st.text(max_size=8), st.builds(str.__mul__, SCRAPS, st.integers(0, 60))), max_size=25
)
TEXTS = HOSTILE.map("".join)
QUICK = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def document(text: str, name: str) -> Document:
    data = text.encode("utf-8", "surrogatepass")
    return document_of(Content(data, len(data), 0, False), f"/{name}")


@QUICK
@given(TEXTS, st.sampled_from(["a.md", "a.txt", "a.html"]), st.integers(1, 120))
def test_any_text_is_clean_and_fits_its_lines(text: str, name: str, width: int) -> None:
    try:
        read = document(f"words {text}", name)
    except SourceError:  # more control characters than a text has
        return
    assert FORBIDDEN.search(read.text + read.title) is None
    layout = Layout(read, width)
    layout.extend_to_offset(len(read.text))
    for y in range(layout.height):
        line = "".join(piece.text for piece in layout.line(y).pieces)
        assert FORBIDDEN.search(line) is None
        assert cells(line) <= max(width, 2)


@QUICK
@given(TEXTS, st.one_of(st.none(), st.dates(dt.date(1, 1, 2), dt.date(9999, 12, 30)).map(lambda day: Published(day))))
@example("in 99999 years " * 30, Published(dt.date(9999, 12, 30)))
def test_facts_of_any_text_lie_in_it(text: str, published: Published | None) -> None:
    safe = clean(text)
    for fact in extract(safe, published):
        assert 0 <= fact.start < fact.end <= len(safe)


@QUICK
@given(TEXTS)
def test_any_query_is_understood_somehow(text: str) -> None:
    query = parse(text)
    assert FORBIDDEN.search("".join(word.text for word in query.words)) is None


@QUICK
@given(TEXTS, st.integers(-2, 40))
def test_any_line_is_cut_to_its_room(text: str, width: int) -> None:
    assert cells(fit(text, width)) == max(width, 0)


@QUICK
@given(
    st.lists(st.one_of(SCRAPS, st.sampled_from(["---\n", "title: ", "date: ", ": ", "\n", "+++\n", "- "]))).map("".join)
)
def test_any_front_matter_is_split_somewhere(text: str) -> None:
    front, rest, line = frontmatter.split(f"---\n{text}\n---\nwords")
    assert line >= 1
    assert f"---\n{text}\n---\nwords".endswith(rest)
    assert front is None or FORBIDDEN.search(front.title + front.author + front.source) is None


@pytest.mark.parametrize("ending", ["md", "txt", "html", "xml", "json", "opml", "jsonl", "jsonld", "csv", "ann"])
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.one_of(st.binary(max_size=300), TEXTS.map(lambda text: text.encode("utf-8", "surrogatepass"))))
def test_any_bytes_go_through(ending: str, data: bytes) -> None:
    run(f"a.{ending}", data)


def test_some_mutants() -> None:
    for passed in mutants_run(20220110, range(120)):
        assert passed.times


@pytest.mark.parametrize("path", sorted(FOUND.iterdir()) if FOUND.is_dir() else [], ids=lambda path: path.name)
def test_what_once_broke_something(path: Path) -> None:
    run(path.name, path.read_bytes())


@pytest.mark.parametrize("name", SHAPES)
def test_each_shape_goes_through(name: str) -> None:
    text = SHAPES[name](1_500)
    assert len(text) < READ
    run("a.md", text.encode("utf-8", "surrogatepass"))
