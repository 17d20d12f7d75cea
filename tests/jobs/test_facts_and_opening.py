"""Facts of a whole library in the background; one document whatever is in it."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from reader.extract.pipeline import EXTRACTOR, extract_document
from reader.jobs import facts as facts_module
from reader.jobs import open as open_module
from reader.jobs.facts import FactsInBulk, FactsProgress, Waiting
from reader.jobs.open import first_lines, harmless, open_beside, open_document
from reader.jobs.workers import Workers
from reader.library import Library, SetPublished
from reader.library.facts import PackedFacts, pack_facts
from reader.sources import SourceError
from tests.library.articles import article

TEXT = "President Joe Biden will speak to Vladimir Putin this Thursday, and the Kremlin has confirmed the call. "


@pytest.fixture
def workers() -> Iterator[Workers]:
    made = Workers(2)
    yield made
    made.close()


def filled(home: Path, count: int = 6) -> Library:
    library = Library.open(home)
    for number in range(count):
        library.documents.put(article(f"{number}", text=f"{TEXT} Number {number}.", published="2021-12-30"))
    return library


def test_every_english_article_gets_its_facts(tmp_path: Path, workers: Workers) -> None:
    with filled(tmp_path) as library:
        library.documents.put(
            article("de", text="Der Kreml hat das Gespräch nicht bestätigt und die Zeit ist nicht klar.")
        )
        told: list[FactsProgress] = []
        end = FactsInBulk(library, workers, told.append).run()
        assert (end.done, end.failed, end.finished, end.error) == (6, 0, True, "")
        assert told[-1] == end
        assert library.facts.waiting(EXTRACTOR) == []
        for row in library.documents.rows():
            document = library.documents.get(row.id)
            assert document is not None
            expected = extract_document(document) if row.english else None
            assert library.facts.get(row.version, EXTRACTOR, row.published) == expected
        assert FactsInBulk(library, workers).run().done == 0


def test_another_date_makes_facts_due_again(tmp_path: Path, workers: Workers) -> None:
    with filled(tmp_path, 2) as library:
        FactsInBulk(library, workers).run()
        row = library.documents.rows()[0]
        library.do(SetPublished(row.id, "2022-06-01"))
        assert FactsInBulk(library, workers).run().done == 1


def test_a_text_that_hangs_an_extractor_counts_as_read(
    tmp_path: Path, workers: Workers, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(facts_module, "DEADLINE", 2.5)
    monkeypatch.setattr(facts_module, "extract_all", hanging_at_3)
    with filled(tmp_path) as library:
        end = FactsInBulk(library, workers).run()
        assert (end.done, end.failed) == (6, 1)
        assert library.facts.waiting(EXTRACTOR) == []


def hanging_at_3(batch: Sequence[Waiting]) -> Iterator[PackedFacts]:
    """Stands in for what workers do."""
    from reader.library.packing import unpack_text
    from reader.model import Published

    for waiting in batch:
        if unpack_text(waiting.text).endswith("3."):
            time.sleep(600)
        yield pack_facts(waiting.version, EXTRACTOR, (), Published.parse(waiting.published))


def test_harmless_files_are_read_at_once(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text("# Title\n\nThe *text* of [it](https://example.org/).\n" * 20)
    assert harmless(path.read_bytes(), str(path))
    assert open_document(path).title == "Title"


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b"![" * 5000, "a.md"),
        (b"|a" * 5000, "a.md"),
        (b"\n>" * 30_000, "a.md"),
        (b"word " * 300_000, "a.txt"),
        (b"<p>word</p>" * 20_000, "a.html"),
    ],
)
def test_what_may_take_long_is_not(data: bytes, name: str) -> None:
    assert not harmless(data, name)


def test_a_worker_reads_what_may_take_long(tmp_path: Path, workers: Workers) -> None:
    path = tmp_path / "a.md"
    path.write_text("# Title\n\n" + "word " * 300_000)
    document = open_document(path, workers)
    assert (document.title, document.transient) == ("Title", False)


def test_what_is_harmless_is_read_beside_nothing(tmp_path: Path, workers: Workers) -> None:
    plain, dense = tmp_path / "a.md", tmp_path / "b.md"
    plain.write_text("# Title\n\nWords.")
    dense.write_text("# Title\n\n" + "[" * 5000)
    assert open_beside(plain, workers) is None
    document = open_beside(dense, workers)
    assert document is not None
    assert document.title == "Title"
    with pytest.raises(SourceError):
        open_beside(tmp_path / "none.md", workers)


@pytest.mark.parametrize(("name", "times"), [("a.txt", 40_000), ("a", 40_000), ("a.md", 300_000)])
def test_first_lines_stand_where_the_whole_has_them(tmp_path: Path, name: str, times: int) -> None:
    path = tmp_path / name
    path.write_text("A title\n\n" + "The talks went on in *Geneva*.\n\n" * times)
    lines, whole = first_lines(path), open_document(path)
    assert lines is not None
    assert lines.transient
    assert (lines.id, lines.title) == (whole.id, whole.title)
    assert whole.text.startswith(lines.text)
    assert lines.blocks == whole.blocks[: len(lines.blocks)]
    assert "the rest is being read" in lines.notice


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.txt", b"short"),
        ("a.md", b"The talks went on in *Geneva*.\n\n" * 40_000),  # the whole is laid out
        ("a.html", b"<p>The talks went on.</p>\n" * 80_000),
        ("a", b"<!doctype html><p>The talks went on.</p>\n" * 80_000),
        ("a.txt", b"\x89PNG" + bytes(range(256)) * 9000),
        ("a.txt", b"%PDF-1.7\n" + b"talks " * 400_000),
        ("a", b"# Talks\n\n" + b"[" * 2_000_000),
    ],
)
def test_first_lines_are_not_shown_where_the_whole_may_look_otherwise(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, data: bytes
) -> None:
    def laid_out(*given: object, **named: object) -> None:
        raise AssertionError("only a worker may do that")

    monkeypatch.setattr("reader.markdown.build.build_markdown", laid_out)
    monkeypatch.setattr("reader.sources.html.article", laid_out)
    path = tmp_path / name
    path.write_bytes(data)
    assert first_lines(path) is None


def test_what_takes_too_long_is_shown_as_plain_text(
    tmp_path: Path, workers: Workers, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(open_module, "_build", hanging)
    path = tmp_path / "2021-12-30-a.html"
    path.write_text("<html><body>" + "<p>The word\x1b</p>\n\n" * 12_000)
    document = open_document(path, workers, deadline=0.3)
    assert document.transient
    assert document.notice == "Shown as plain text, because it took too long to lay out."
    assert "<p>" not in document.text
    assert "\x1b" not in document.text
    assert str(document.published) == "2021-12-30"


def hanging(path: str) -> None:
    """Stands in for laying out."""
    time.sleep(600)


def test_what_cannot_be_opened_is_told_whoever_reads_it(tmp_path: Path, workers: Workers) -> None:
    path = tmp_path / "a.md"
    path.write_bytes(b"\x89PNG" + bytes(range(1, 256)) * 9000)
    with pytest.raises(SourceError, match="is not text"):
        open_document(path, workers)
    with pytest.raises(SourceError, match="no such file"):
        open_document(tmp_path / "none.md", workers)
