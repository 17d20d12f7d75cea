"""Each method that writes waits for other programs and says so; each that reads does not."""

from __future__ import annotations

import fcntl
import os
import sqlite3
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from reader.library import AddAnnotation, AnnotationFilter, Library, LibraryBusy, LibraryError, SetStarred
from reader.library.facts import pack_facts
from reader.library.lock import WriteLock
from reader.library.packing import pack
from reader.model import Anchor, Annotation, Placed, Span
from tests.library.articles import article


def noted(document: str) -> Annotation:
    anchor = Anchor.of("The talks in Geneva", Span(0, 3), "v")
    return Annotation(id="1" * 32, document=document, anchor=anchor, note="why?")


WRITES: dict[str, Callable[[Library, str], object]] = {
    "documents.put": lambda library, id: library.documents.put(article("b")),
    "documents.put_many": lambda library, id: library.documents.put_many([pack(article("b"))]),
    "documents.put_error": lambda library, id: library.documents.put_error("/news/x.md", "is not text"),
    "documents.touch": lambda library, id: library.documents.touch([(1, 2, 3)]),
    "documents.mark_missing": lambda library, id: library.documents.mark_missing([1]),
    "facts.put": lambda library, id: library.facts.put("v", 1, ()),
    "facts.restate": lambda library, id: library.facts.restate("v", 1, ()),
    "facts.follow": lambda library, id: library.facts.follow(1),
    "facts.put_many": lambda library, id: library.facts.put_many([pack_facts("v", 1, (), None)]),
    "facts.found_by": lambda library, id: library.facts.found_by("spacy:x"),
    "reading.set_place": lambda library, id: library.reading.set_place(id, 3),
    "journal.append": lambda library, id: library.journal.append(SetStarred(id, True)),
    "do": lambda library, id: library.do(SetStarred(id, True)),
    "undo": lambda library, id: library.undo(),
    "redo": lambda library, id: library.redo(),
    "mark_read": lambda library, id: library.mark_read(id),
    "keep_version": lambda library, id: library.keep_version(id, "v"),
    "settle": lambda library, id: library.settle(),
    "annotations.add_each": lambda library, id: library.annotations.add_each([AddAnnotation(noted(id))]),
    "annotations.set_draft": lambda library, id: library.annotations.set_draft("k", "text"),
    "placings.keep": lambda library, id: library.annotations.placings.keep("v", [Placed(noted(id), Span(0, 3))]),
    "optimize_index": lambda library, id: library.optimize_index(),
    "reindex": lambda library, id: library.reindex(),
    "backup": lambda library, id: library.backups.backup(library.home / "b.zip"),
}
READS: dict[str, Callable[[Library, str], object]] = {
    "saved_searches": lambda library, id: library.saved_searches(),
    "rules": lambda library, id: library.rules(),
    "tend": lambda library, id: library.tend(),  # without rules nothing is written
    "documents.holds_any": lambda library, id: library.documents.holds_any(),
    "documents.get": lambda library, id: library.documents.get(id),
    "documents.row": lambda library, id: library.documents.row(id),
    "documents.by_path": lambda library, id: library.documents.by_path("/news/a.md"),
    "documents.rows": lambda library, id: library.documents.rows(),
    "documents.count": lambda library, id: library.documents.count(),
    "documents.with_version": lambda library, id: library.documents.with_version("v"),
    "documents.unread_among": lambda library, id: library.documents.unread_among([1]),
    "documents.groups": lambda library, id: library.documents.groups("month"),
    "documents.tags": lambda library, id: library.documents.tags(),
    "documents.versions": lambda library, id: library.documents.versions(id),
    "facts.get": lambda library, id: library.facts.get("v", 1),
    "facts.restated": lambda library, id: library.facts.restated(),
    "facts.followed": lambda library, id: library.facts.followed(),
    "facts.with_actor": lambda library, id: library.facts.with_actor("Biden"),
    "facts.between": lambda library, id: library.facts.between("2021", "2022"),
    "facts.waiting": lambda library, id: library.facts.waiting(1),
    "actors.of": lambda library, id: library.actors.of("Biden"),
    "actors.search": lambda library, id: library.actors.search("Biden"),
    "actors.elsewhere": lambda library, id: library.actors.elsewhere([("person", "Biden")], id),
    "actors.settle": lambda library, id: library.actors.settle(id, ()),
    "actors.ids": lambda library, id: library.actors.ids([("person", "Biden")]),
    "reading.place": lambda library, id: library.reading.place(id),
    "reading.recent": lambda library, id: library.reading.recent(),
    "journal.entries": lambda library, id: library.journal.entries(),
    "journal.since": lambda library, id: library.journal.since(0, ["correction"]),
    "journal.last": lambda library, id: library.journal.last(),
    "journal.history": lambda library, id: library.journal.history(),
    "annotations.get": lambda library, id: library.annotations.get("none"),
    "annotations.of": lambda library, id: library.annotations.of(id),
    "annotations.all": lambda library, id: library.annotations.all(AnnotationFilter(orphan=True)),
    "annotations.count": lambda library, id: library.annotations.count(),
    "annotations.documents": lambda library, id: library.annotations.documents(),
    "annotations.labels": lambda library, id: library.annotations.labels(),
    "annotations.label_counts": lambda library, id: library.annotations.label_counts(),
    "annotations.tags": lambda library, id: library.annotations.tags(),
    "annotations.corrections": lambda library, id: library.annotations.corrections(id),
    "annotations.draft": lambda library, id: library.annotations.draft("k"),
    "annotations.drafts": lambda library, id: library.annotations.drafts(),
    "annotations.drop_draft": lambda library, id: library.annotations.drop_draft("none"),
    "placings.known": lambda library, id: library.annotations.placings.known("v", [noted(id)]),
    "placings.waiting": lambda library, id: library.annotations.placings.waiting("v", [noted(id)]),
    "placings.orphans": lambda library, id: library.annotations.placings.orphans(),
    "settings": lambda library, id: library.settings(id),
    "generation": lambda library, id: library.generation(),
    "write_out": lambda library, id: library.write_out(),
    "daily": lambda library, id: library.backups.daily(),
    "index_outdated": lambda library, id: library.index_outdated,
    "check": lambda library, id: library.check(),
    "open": lambda library, id: Library.open(library.home).close(),
}


@pytest.fixture
def locked(tmp_path: Path) -> Iterator[tuple[Library, str]]:
    """A library while another program writes: it holds the lock and a transaction on both files."""
    home = tmp_path / "home"
    with Library.open(home, timeout=0.3) as library:
        id = library.documents.put(article()).id
        descriptor = os.open(home / "library.lock", os.O_RDWR)
        fcntl.flock(descriptor, fcntl.LOCK_EX)
        yield library, id
        os.close(descriptor)


@pytest.mark.parametrize("name", WRITES)
def test_writing_waits_says_so_and_gives_up_in_one_sentence(locked: tuple[Library, str], name: str) -> None:
    library, id = locked
    with pytest.raises(LibraryBusy, match=r"^Another program is writing to the library; try again in a moment\.$"):
        WRITES[name](library, id)
    assert library.documents.count() == 1
    assert library.settings(id).starred is False
    assert library.journal.entries() == []


@pytest.mark.parametrize("name", READS)
def test_reading_does_not_wait(locked: tuple[Library, str], name: str) -> None:
    library, id = locked
    READS[name](library, id)


def test_every_public_method_is_in_one_of_the_tables() -> None:
    from reader.library.actors import Actors
    from reader.library.annotations import Annotations
    from reader.library.backup import Backups
    from reader.library.documents import Documents
    from reader.library.drafts import Drafts
    from reader.library.facts import Facts
    from reader.library.journal import Journal
    from reader.library.placings import Placings
    from reader.library.reading import Reading

    tried = {name.split(".")[-1] for name in (*WRITES, *READS)}
    elsewhere = {
        # What these do is tried through those above.
        "open", "close", "connect", "listing", "rows_numbered", "text", "packed", "files", "files_under",
        "next_undo", "next_redo",
        # What these read of an actor that is known; the last three read nothing.
        "documents", "count", "with_", "rename", "merge", "split",
    }  # fmt: skip
    for cls in (Library, Actors, Documents, Facts, Journal, Reading, Backups, Annotations, Drafts, Placings):
        public = {name for name, value in vars(cls).items() if not name.startswith("_") and callable(value)}
        assert public - tried - elsewhere == set(), cls


def test_a_writer_is_told_that_it_waits_and_then_goes_on(tmp_path: Path) -> None:
    with Library.open(tmp_path) as library:
        told = threading.Event()
        descriptor = os.open(tmp_path / "library.lock", os.O_RDWR)
        fcntl.flock(descriptor, fcntl.LOCK_EX)
        writer = threading.Thread(target=lambda: library.documents.put(article(), on_wait=told.set))
        writer.start()
        assert told.wait(5)
        assert library.documents.count() == 0
        os.close(descriptor)
        writer.join(5)
        assert library.documents.count() == 1


@pytest.mark.skipif(not hasattr(os, "fdatasync"), reason="the system has no such call")
def test_what_was_stored_goes_to_the_disk_without_being_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, held, files = threading.Event(), threading.Event(), []

    def to_disk(descriptor: int) -> None:
        files.append(os.fstat(descriptor).st_ino)
        begun.set()
        assert held.wait(20)

    monkeypatch.setattr(os, "fdatasync", to_disk)
    with Library.open(tmp_path / "home") as library:
        library.documents.put(article())
        library.write_out()
        assert begun.wait(20)
        library.write_out()  # still at it: no second one
        library.documents.put(article("b"))
        assert library.documents.count() == 2
        assert files == [(tmp_path / "home" / "library.db-wal").stat().st_ino]
        held.set()
    with Library.open(tmp_path / "home") as library:
        assert library.documents.count() == 2
        assert library.check() == []


def test_threads_take_turns(tmp_path: Path) -> None:
    with Library.open(tmp_path) as library:
        id = library.documents.put(article()).id

        def work(number: int) -> None:
            for step in range(10):
                library.documents.put(article(f"{number}-{step}", text=f"Text {number} {step}."))
                library.do(SetStarred(id, step % 2 == 0))
                library.documents.rows(limit=5)

        threads = [threading.Thread(target=work, args=(number,)) for number in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join(60)
        assert library.documents.count() == 41
        assert len(library.journal.entries(limit=1000)) == 40
        assert library.check() == []


def test_a_folder_that_lets_no_lock_be_taken_is_told(tmp_path: Path) -> None:
    with pytest.raises(LibraryError, match="nothing was saved"), WriteLock(tmp_path / "gone" / "lock").held():
        pass


def test_a_lock_can_be_taken_again_by_its_thread_and_is_free_afterwards(tmp_path: Path) -> None:
    lock, other = WriteLock(tmp_path / "lock", 0.05), WriteLock(tmp_path / "lock", 0.05)
    with lock.held(), lock.held(), pytest.raises(LibraryBusy), other.held():
        pass
    with other.held():
        pass


_WRITER = """
import sys
from pathlib import Path
sys.path[:] = {path!r}
from reader.library import Library, SetTag
from tests.library.articles import article
with Library.open(Path({home!r})) as library:
    id = library.documents.put(article()).id
    print("ready", flush=True)
    for number in range(100000):
        library.do(SetTag(id, f"{name}{{number:05}}", True))
        print(f"{name}{{number:05}}", flush=True)
        library.documents.put(article(f"{name}{{number}}", text=f"Text {name} {{number}}."))
"""


def test_what_was_acknowledged_survives_a_kill(tmp_path: Path) -> None:
    """Two programs write at once and both are killed: all that they called saved is there, the files are sound."""
    acknowledged: set[str] = set()
    for round in range(3):
        writers = [
            subprocess.Popen(
                [sys.executable, "-c", _WRITER.format(path=sys.path, home=str(tmp_path), name=f"{who}{round}")],
                stdout=subprocess.PIPE,
                text=True,
            )
            for who in "xy"
        ]
        for writer in writers:
            assert writer.stdout is not None
            assert writer.stdout.readline() == "ready\n"
            acknowledged.add(writer.stdout.readline().strip())
        time.sleep(0.1 * round)
        for writer in writers:
            writer.kill()
        for writer in writers:
            assert writer.stdout is not None
            acknowledged |= {line.strip() for line in writer.stdout.read().split("\n") if len(line) == 7}
            writer.stdout.close()
            writer.wait()
    with Library.open(tmp_path) as library:
        row = library.documents.by_path("/news/a.md")
        assert row is not None
        assert acknowledged <= set(row.tags)
        assert len(acknowledged) >= 6
        assert library.check() == []
        assert library.documents.count() >= len(acknowledged) - 6


def test_programs_that_start_at_once_on_nothing_make_one_library(tmp_path: Path) -> None:
    code = (
        f"import sys; sys.path[:] = {sys.path!r}\nfrom reader.library import Library\nLibrary.open(sys.argv[1]).close()"
    )
    for attempt in range(4):
        home = str(tmp_path / f"{attempt}")
        starts = [
            subprocess.Popen([sys.executable, "-c", code, home], stderr=subprocess.PIPE, text=True) for _ in range(3)
        ]
        assert [start.communicate()[1] for start in starts] == ["", "", ""]


def test_a_library_that_is_just_being_made_is_waited_for(tmp_path: Path) -> None:
    path = tmp_path / "notes.db"
    lock = WriteLock(tmp_path / "library.lock")
    halfway = sqlite3.connect(path, isolation_level=None)
    halfway.execute("PRAGMA journal_mode = WAL")
    opened: list[Library] = []
    with lock.held():
        halfway.execute("CREATE TABLE document(rowid INTEGER PRIMARY KEY)")
        opening = threading.Thread(target=lambda: opened.append(Library.open(tmp_path)))
        opening.start()
        opening.join(0.3)
        assert not opened
        halfway.execute("DROP TABLE document")
        halfway.close()
    opening.join(20)
    assert opened[0].documents.count() == 0
    opened[0].close()
