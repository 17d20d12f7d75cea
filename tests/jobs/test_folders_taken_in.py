"""Folders become a library: new, changed, renamed, vanished, broken; cut off and gone on with."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from reader.jobs import ingest as module
from reader.jobs.ingest import Ingest, Progress
from reader.jobs.take_in import take_in
from reader.jobs.workers import Workers
from reader.library import Filter, Library, LibraryError, Scope
from reader.library.rows import ALL


@pytest.fixture(params=["workers", "here"])
def workers(request: pytest.FixtureRequest) -> Iterator[Workers | None]:
    if request.param == "here":
        yield None
        return
    made = Workers(2)
    yield made
    made.close()


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library.open(tmp_path / "home") as opened:
        yield opened


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "news"
    (folder / "sub").mkdir(parents=True)
    for number in range(40):
        (folder / "sub" / f"{number:03}.md").write_text(
            f"---\ndate: 2022-01-10\n---\n# Title {number}\n\nText {number}.\n"
        )
    (folder / "plain.txt").write_text("A plain text\n\nabout Geneva.\n")
    (folder / "page.html").write_text("<html><title>A page</title><p>About Vienna.</p></html>")
    (folder / "picture.md").write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0")
    return folder


def titles(library: Library, chosen: Filter = ALL) -> list[str]:
    return sorted(row.title for row in library.documents.rows(chosen=chosen, limit=1000))


def test_a_folder_is_taken_in_with_its_failures(library: Library, folder: Path, workers: Workers | None) -> None:
    told: list[Progress] = []
    end = Ingest(library, workers, [folder], told.append).run()
    assert (end.done, end.total, end.failed, end.finished, end.error) == (43, 43, 1, True, "")
    assert told[-1] == end
    assert library.documents.count() == 43
    assert [(row.title, row.error) for row in library.documents.rows(chosen=Filter(failed=True))] == [
        ("picture.md", "is not text")
    ]
    row = library.documents.by_path(folder / "sub" / "007.md")
    assert row is not None
    assert (row.title, str(row.published)) == ("Title 7", "2022-01-10")


def test_a_second_look_reads_only_what_changed(library: Library, folder: Path, workers: Workers | None) -> None:
    Ingest(library, workers, [folder]).run()
    (folder / "sub" / "003.md").write_text("# Another title\n\nAnother text.\n")
    (folder / "sub" / "new.md").write_text("# New\n\nText.\n")
    os.utime(folder / "plain.txt", (1, 1))
    end = Ingest(library, workers, [folder]).run()
    # The broken one is tried again: what was wrong may be outside the file.
    assert (end.done, end.failed, end.unchanged, end.missing) == (4, 1, 40, 0)
    assert "Another title" in titles(library)
    assert library.documents.count() == 44


def test_what_vanished_is_marked_and_comes_back(library: Library, folder: Path, workers: Workers | None) -> None:
    Ingest(library, workers, [folder]).run()
    text = (folder / "plain.txt").read_text()
    (folder / "plain.txt").unlink()
    assert Ingest(library, workers, [folder]).run().missing == 1
    assert titles(library, Filter(missing=True)) == ["A plain text"]
    assert Ingest(library, workers, [folder / "plain.txt"]).run().failed == 0
    (folder / "plain.txt").write_text(text)
    Ingest(library, workers, [folder]).run()
    assert titles(library, Filter(missing=True)) == []
    assert library.documents.count() == 43


def test_only_what_was_looked_for_can_be_missing(library: Library, folder: Path, workers: Workers | None) -> None:
    Ingest(library, workers, [folder]).run()
    (folder / "plain.txt").unlink()
    assert Ingest(library, workers, [folder / "sub"]).run().missing == 0


def test_a_renamed_file_stays_the_same_document(library: Library, folder: Path, workers: Workers | None) -> None:
    Ingest(library, workers, [folder]).run()
    before = library.documents.by_path(folder / "sub" / "005.md")
    (folder / "sub" / "005.md").rename(folder / "moved.md")
    end = Ingest(library, workers, [folder]).run()
    after = library.documents.by_path(folder / "moved.md")
    assert before is not None
    assert after is not None
    assert (after.id, after.missing, end.missing) == (before.id, False, 0)
    assert library.documents.count() == 43


def test_a_named_file_that_never_was_has_a_row(library: Library, tmp_path: Path, workers: Workers | None) -> None:
    end = Ingest(library, workers, [tmp_path / "none.md"]).run()
    assert (end.done, end.failed) == (1, 1)
    assert [row.error for row in library.documents.rows()] == ["no such file"]


def test_a_cancelled_run_is_gone_on_with(library: Library, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "BATCH", 5)
    monkeypatch.setattr(module, "CHUNK", 3)
    monkeypatch.setattr(module, "TOLD_EVERY", 0)
    run: Ingest

    def stop(progress: Progress) -> None:
        if progress.done:
            run.cancel()

    run = Ingest(library, None, [folder], stop)
    end = run.run()
    there = library.documents.count()
    assert end.finished
    assert there == end.done < 43
    assert Ingest(library, None, [folder]).run().done in (43 - there, 43 - there + end.failed)
    assert library.documents.count() == 43


def test_pausing_rests_and_goes_on(library: Library, folder: Path) -> None:
    workers = Workers(1)
    run = Ingest(library, workers, [folder])
    run.pause()
    run.start()
    assert not run.wait(0.3)
    assert library.documents.count() == 0
    run.resume()
    assert run.wait(30)
    workers.close()
    assert run.progress.done == 43


def test_a_file_that_hangs_its_worker_is_told_and_the_rest_goes_on(
    library: Library, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "DEADLINE", 2.5)
    monkeypatch.setattr(module, "read_all", hanging_at_007)
    workers = Workers(2)
    end = Ingest(library, workers, [folder]).run()
    workers.close()
    assert (end.done, end.failed) == (43, 2)
    failures = {row.title: row.error for row in library.documents.rows(chosen=Filter(failed=True))}
    assert failures == {"007.md": "took too long to read", "picture.md": "is not text"}


def hanging_at_007(paths: list[str]) -> Iterator[object]:
    """Stands in for what workers do."""
    import time

    from reader.jobs.ingest import read_packed

    for path in paths:
        if path.endswith("007.md"):
            time.sleep(600)
        yield read_packed(path)


def test_a_library_that_cannot_be_written_ends_it_in_one_sentence(tmp_path: Path, folder: Path) -> None:
    import fcntl

    with Library.open(tmp_path / "home", timeout=0.1) as library:
        descriptor = os.open(tmp_path / "home" / "library.lock", os.O_RDWR)
        fcntl.flock(descriptor, fcntl.LOCK_EX)
        assert Ingest(library, None, [folder]).run().error.startswith("Another program is writing")
        with pytest.raises(LibraryError, match="Another program"):
            take_in(library, [str(folder)], lambda done, total, failed: None)
        os.close(descriptor)
        told: list[tuple[int, int, int]] = []
        take_in(library, [str(folder)], lambda *numbers: told.append(numbers))
        assert told[-1] == (43, 43, 1)
        assert library.documents.count(Scope(paths=(str(folder),))) == 43
