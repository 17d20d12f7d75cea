"""Export, import, export: the same bytes, by way of a library that knew nothing of the annotations."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.exchange import brat, jsonl, w3c
from reader.exchange.annotated import Annotated
from reader.exchange.cells import bare, guarded, lines, table
from reader.exchange.gathering import gathered
from reader.exchange.importing import Planner, carry_out
from reader.exchange.incoming import Incoming, Refused
from reader.library import AddAnnotation, AddCorrection, Library, Several
from reader.library.packing import pack
from reader.model import clean
from tests.exchange.articles import random_article

ARTICLES = 1000


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Library, list[str]]]:
    """A library with annotated articles, and their ids."""
    with Library.open(tmp_path_factory.mktemp("kept") / "home") as library:
        articles = [random_article(seed) for seed in range(ARTICLES)]
        library.documents.put_many([pack(one.document) for one in articles])
        changes = [AddAnnotation(one.annotation) for article in articles for one in article.annotations]
        verdicts = [AddCorrection(one) for article in articles for one in article.corrections]
        library.do(Several((*changes, *verdicts)))
        yield library, [one.document.id for one in articles]


@pytest.fixture
def bare_library(tmp_path: Path) -> Iterator[Library]:
    """A library with the same articles and nothing of the reader's."""
    with Library.open(tmp_path / "other") as library:
        library.documents.put_many([pack(random_article(seed).document) for seed in range(ARTICLES)])
        yield library


def _all(library: Library, ids: list[str]) -> list[Annotated]:
    return list(gathered(library, ids, facts=False))


def _import(library: Library, incomings: Iterator[Incoming | Refused]) -> Planner:
    planner = Planner(library)
    for incoming in incomings:
        planner.add(incoming)
    return planner


def test_web_annotations_come_back_byte_for_byte(kept: tuple[Library, list[str]], bare_library: Library) -> None:
    library, ids = kept
    first = w3c.write(_all(library, ids))
    planner = _import(bare_library, w3c.read(first))
    assert not planner.plan.refused
    carry_out(bare_library, planner.plan, "notes.jsonld")
    assert w3c.write(_all(bare_library, ids)) == first
    again = _import(bare_library, w3c.read(first))
    assert again.plan.changes == []
    bare_library.undo()
    assert bare_library.annotations.count() == 0


def test_json_lines_come_back_byte_for_byte(kept: tuple[Library, list[str]], bare_library: Library) -> None:
    library, ids = kept
    first = "".join(line + "\n" for line in jsonl.write(_all(library, ids)))
    planner = _import(bare_library, jsonl.read(first))
    assert not planner.plan.refused
    carry_out(bare_library, planner.plan, "notes.jsonl")
    assert "".join(line + "\n" for line in jsonl.write(_all(bare_library, ids))) == first
    assert _import(bare_library, jsonl.read(first)).plan.changes == []


def test_brat_comes_back_byte_for_byte(kept: tuple[Library, list[str]], bare_library: Library) -> None:
    library, ids = kept
    first = [brat.write(article) for article in _all(library, ids)]
    planner = Planner(bare_library)
    for text, marks in first:
        for incoming in brat.read(text, marks):
            planner.add(incoming)
    assert not planner.plan.refused
    carry_out(bare_library, planner.plan, "brat")
    assert [brat.write(article) for article in _all(bare_library, ids)] == first


@given(st.integers(0, 1 << 60))
@settings(max_examples=150, deadline=None)
def test_values_come_back_whole(seed: int) -> None:
    article = random_article(seed, facts=True)
    read = [one for one in w3c.read(w3c.write([article])) if isinstance(one, Incoming)]
    works = {one.work.id: replace(one.work, document=article.document.id) for one in read}
    given_ = [one.annotation for one in article.annotations] + [one for _, one in article.judged]
    assert works == {one.id: one for one in given_}
    lines_ = "\n".join(jsonl.write([article], suggestions=True))
    read = [one for one in jsonl.read(lines_) if isinstance(one, Incoming)]
    assert {one.work.id: replace(one.work, document=article.document.id) for one in read} == works


@given(st.lists(st.text(max_size=30), min_size=1, max_size=5))
def test_cells_are_words_and_come_back(cells: list[str]) -> None:
    cells = [clean(cell) for cell in cells]
    for cell in cells:
        assert guarded(cell)[:1] not in tuple("=+-@%|")
        assert bare(guarded(cell)) == cell
    head = [f"c{number}" for number in range(len(cells))]
    data = "".join(lines(head, [cells]))
    if any(cells):
        ((_, row),) = table(data)
        assert list(row.values()) == cells
