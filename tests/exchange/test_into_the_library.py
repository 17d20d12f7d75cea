"""Imports: the article found, the words placed, nothing twice, one step to take back."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from reader.exchange import jsonl, w3c
from reader.exchange.errors import ExchangeError
from reader.exchange.gathering import gathered
from reader.exchange.importing import Plan, Planner, carry_out, files_of, read, read_text
from reader.library import Library, RemoveAnnotation
from reader.model import Annotation, Document, document_id
from tests.exchange.articles import article, random_article

TEXT = "The Kremlin confirmed the planned call. Biden and Putin spoke in December. The Kremlin denied the rest."


def _document(origin: str, text: str = TEXT, title: str = "A call") -> Document:
    return Document(id=document_id(origin), origin=origin, title=title, text=text)


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library.open(tmp_path / "home") as opened:
        opened.documents.put(_document("url:https://example.org/call"))
        opened.documents.put(_document("file:/news/other.txt", "Penguins of the south were counted again.", "Penguins"))
        yield opened


def _plan(library: Library, data: str, format: str = "w3c") -> Plan:
    planner = Planner(library)
    for incoming in read_text(data, format):
        planner.add(incoming, "notes")
    return planner.plan


def _foreign(source: str, exact: str, **more: object) -> dict[str, object]:
    selector = {"type": "TextQuoteSelector", "exact": exact, **more}
    target = {"source": source, "selector": selector}
    return {"type": "Annotation", "id": f"https://elsewhere/{exact}", "bodyValue": "Who?", "target": target}


def _placed_at(plan: Plan) -> list[tuple[str, str, int | None]]:
    return [(step.what, step.home.by, step.work.anchor.start if step.work.anchor else None) for step in plan.steps]


def test_an_article_is_found_by_its_address(library: Library) -> None:
    plan = _plan(library, json.dumps(_foreign("https://example.org/call", "planned call")))
    assert _placed_at(plan) == [("new", "address", 26)]
    assert carry_out(library, plan, "notes.json") == 1
    (kept,) = library.annotations.of(document_id("url:https://example.org/call"))
    assert (kept.note, kept.anchor and kept.anchor.quote) == ("Who?", "planned call")


def test_an_article_is_found_by_the_hash_of_its_text(library: Library) -> None:
    line = json.dumps({"text": TEXT, "spans": [{"start": 4, "end": 11, "label": "ORG"}]})
    assert _placed_at(_plan(library, line, "jsonl")) == [("new", "text", 4)]


def test_an_article_is_found_by_the_words_quoted(library: Library) -> None:
    csv = "Highlight,Title,Note\nBiden and Putin spoke  in December,Another title,Really?\n"
    assert _placed_at(_plan(library, csv, "readwise")) == [("new", "quote", 40)]


def test_words_at_two_places_need_their_context(library: Library) -> None:
    bare = _foreign("https://example.org/call", "The Kremlin")
    assert _placed_at(_plan(library, json.dumps(bare)))[0][0] == "orphan"
    told = _foreign("https://example.org/call", "The Kremlin", suffix=" denied")
    assert _placed_at(_plan(library, json.dumps(told))) == [("new", "address", 75)]
    wrong = _foreign("https://example.org/call", "The Kremlin", suffix=" laughed")
    assert _placed_at(_plan(library, json.dumps(wrong)))[0][0] == "orphan"


def test_what_has_no_article_is_kept_until_it_comes(library: Library) -> None:
    plan = _plan(library, json.dumps(_foreign("https://example.org/later", "words of a later article")))
    assert [step.what for step in plan.steps] == ["orphan"]
    carry_out(library, plan, "notes.json")
    later = _document("url:https://example.org/later", "Here are the words of a later article.")
    library.documents.put(later)
    (kept,) = library.annotations.of(later.id)
    assert kept.note == "Who?"


def test_twice_is_once_and_undo_is_one_step(library: Library) -> None:
    data = json.dumps([_foreign("https://example.org/call", words) for words in ("planned call", "Biden", "nowhere")])
    assert carry_out(library, _plan(library, data), "notes.json") == 3
    again = _plan(library, data)
    assert again.changes == []
    assert again.sentence == "0 new, 3 there already"
    assert library.undo() == "import of 3 annotations from notes.json"
    assert library.annotations.count() == 0
    library.redo()
    assert library.annotations.count() == 3


def test_what_the_reader_deleted_stays_deleted(library: Library) -> None:
    data = json.dumps(_foreign("https://example.org/call", "planned call"))
    carry_out(library, _plan(library, data), "notes.json")
    (kept,) = library.annotations.all()
    library.do(RemoveAnnotation.of(kept))
    plan = _plan(library, data)
    assert plan.changes == []
    assert plan.count("deleted") == 1


def test_a_plan_changes_nothing(library: Library) -> None:
    before = library.generation()
    _plan(library, json.dumps(_foreign("https://example.org/call", "planned call")))
    assert library.generation() == before


def test_a_lie_about_positions_is_not_believed(library: Library) -> None:
    """A file may name our text and still point at other words; they are looked for, not taken."""
    marked = article(TEXT, ("planned call", "claim", ""), origin="url:https://example.org/call")
    written = json.loads(w3c.write([marked]))
    selector = written["first"]["items"][0]["target"]["selector"]
    selector[1]["start"], selector[1]["end"] = 0, 12
    assert _placed_at(_plan(library, json.dumps(written))) == [("new", "id", 26)]
    selector[0]["exact"] = "words that are nowhere"
    plan = _plan(library, json.dumps(written))
    assert plan.steps[0].what == "orphan"
    assert plan.steps[0].work.anchor is not None
    assert plan.steps[0].work.anchor.version == ""


def test_labels_come_back_from_a_format_that_has_none(library: Library) -> None:
    plan = _plan(library, "Highlight,URL,Note\nplanned call,https://example.org/call,.claim .my-tag\n", "readwise")
    (step,) = plan.steps
    assert isinstance(step.work, Annotation)
    assert (step.work.label, step.work.tags) == ("claim", ("my-tag",))


def test_verdicts_come_in_with_the_facts_they_put_right(library: Library) -> None:
    marked = random_article(11)
    library.documents.put(marked.document)
    data = "\n".join(jsonl.write([replace(marked, annotations=())]))
    carry_out(library, _plan(library, data, "jsonl"), "review.jsonl")
    kept = {one.id: one for one in library.annotations.corrections(marked.document.id)}
    assert kept == {one.id: one for _, one in marked.judged}
    assert kept


def test_files_are_known_by_their_endings(tmp_path: Path) -> None:
    for name in ("a.jsonl", "b.ann", "b.txt", "c.csv", "d.jsonld", "notes.md"):
        (tmp_path / name).write_text("", "utf-8")
    assert [(path.name, format) for path, format in files_of([tmp_path])] == [
        ("a.jsonl", "jsonl"), ("b.ann", "brat"), ("c.csv", "readwise"), ("d.jsonld", "w3c"),
    ]  # fmt: skip
    assert next(files_of([tmp_path / "b.txt"])) == (tmp_path / "b.ann", "brat")
    with pytest.raises(ExchangeError, match="--format"):
        list(files_of([tmp_path / "notes.md"]))
    with pytest.raises(ExchangeError, match="no such file"):
        list(files_of([tmp_path / "gone.csv"]))


def test_files_that_cannot_be_read_are_told(tmp_path: Path) -> None:
    odd = tmp_path / "odd.csv"
    odd.write_bytes(b"Highlight\n\xff\xfe\n")
    with pytest.raises(ExchangeError, match="UTF-8"):
        list(read(odd, "readwise"))
    (tmp_path / "alone.ann").write_text("T1\tA 0 1\tx\n", "utf-8")
    with pytest.raises(ExchangeError, match=r"alone\.txt"):
        list(read(tmp_path / "alone.ann", "brat"))
    with pytest.raises(ExchangeError, match="column"):
        list(read_text("a,b\n1,2\n", "readwise"))
    (tmp_path / "folder.csv").mkdir()
    with pytest.raises(ExchangeError):
        list(read(tmp_path / "folder.csv", "readwise"))


def test_an_article_of_a_feed_is_known_by_its_address(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    item = _document("feed:f1:tag:17", "Here are the words of a feed.", "Of a feed")
    library.documents.put(item)
    link = "https://example.org/of-a-feed"
    monkeypatch.setattr(library.feeds, "address", lambda id: link if id == item.id else "")
    monkeypatch.setattr(library.feeds, "documents_at", lambda address: [item.id] if address == link else [])
    plan = _plan(library, json.dumps(_foreign(link, "words of a feed")))
    assert _placed_at(plan) == [("new", "address", 13)]
    carry_out(library, plan, "notes.json")
    (marked,) = gathered(library, [item.id], facts=False)
    assert w3c.items_of(marked)[0]["target"]["source"] == link
