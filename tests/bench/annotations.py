"""Annotations: how long until one is on disk, until an article with many is placed, and what undo costs after many.

    python -m tests.bench.annotations [--notes 2000] [--characters 1000000] [--entries 100000]

Times are of this machine's disk and load; each is told beside a floor of the same run: a bare commit of one row to an
SQLite file with the same settings, and a copy of the text in memory.
"""

from __future__ import annotations

import argparse
import json
import random
import sqlite3
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from reader.annotate.anchoring import Anchoring
from reader.annotate.placing import placed
from reader.library import AddAnnotation, Library, SetStarred
from reader.model import Anchor, Annotation, Document, Span, document_id, text_version
from tests.annotate.mutations import news, tokens_of, updated

TIMES = 60


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--notes", type=int, default=2_000)
    parser.add_argument("--characters", type=int, default=1_000_000)
    parser.add_argument("--entries", type=int, default=100_000)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder, Library.open(Path(folder) / "library") as library:
        _durable(library, Path(folder), options.notes)
        _walking(library, options.entries)
    _placing(options.notes, options.characters)
    _placing(options.notes, 10 * options.characters)


def _durable(library: Library, folder: Path, notes: int) -> None:
    text = news(random.Random(1), 400)
    id = library.documents.put(_document(text)).id
    version = text_version(text)

    def add(at: int) -> AddAnnotation:
        return AddAnnotation(
            Annotation(
                document=id, anchor=Anchor.of(text, Span(at, at + 12), version), label="claim", note=f"Note {at}"
            )
        )

    for start in range(0, notes, 500):
        library.annotations.add_each([add(n * 20) for n in range(start, min(notes, start + 500))])
    library.settle()
    floor = sqlite3.connect(folder / "floor.db", isolation_level=None)
    floor.executescript("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; CREATE TABLE t(a);")
    bare, ours, undone = [], [], []
    for n in range(TIMES):  # turn by turn, so that all see the same load
        bare.append(_seconds(lambda: floor.execute("INSERT INTO t VALUES ('a row of some two hundred bytes')")))
        ours.append(_seconds(lambda n=n: library.do(add(n * 31))))  # type: ignore[misc]  # a default is what binds it
        if n % 3 == 0:
            undone.append(_seconds(library.undo))
    document = library.documents.get(id)
    assert document is not None
    print(f"an article of {len(text):,} code points with {notes:,} annotations")
    print(f"  one more, on disk and in the list   {_ms(ours)}   a bare commit: {_ms(bare)}")
    print(f"  taken back                          {_ms(undone)}")
    print(
        f"  annotations.of                      {_ms([_seconds(lambda: library.annotations.of(id)) for _ in range(9)])}"
    )
    print(
        f"  placed, text unchanged              {_ms([_seconds(lambda: placed(library, document)) for _ in range(9)])}"
    )
    rng = random.Random(2)
    changed = "".join(token.text for token in updated(rng, tokens_of(text)))
    library.documents.put(_document(changed))
    newer = library.documents.get(id)
    assert newer is not None
    first, again = _seconds(lambda: placed(library, newer)), _seconds(lambda: placed(library, newer))
    states = [one.state for one in placed(library, newer)]
    print(f"  placed, text changed                {1000 * first:.0f} ms, the next time {1000 * again:.0f} ms")
    print("    " + ", ".join(f"{states.count(state)} {state}" for state in ("exact", "moved", "orphan")))


def _walking(library: Library, entries: int) -> None:
    """Undo after very many actions, most of them taken back."""
    id = library.documents.rows(limit=1)[0].id
    with library._notes.writing() as connection:
        last = connection.execute("SELECT max(seq) FROM journal").fetchone()[0]
        change = SetStarred(id, True)
        row = (change.action, change.title, json.dumps(change.to_json()))
        rows = [(f"x{n}", "2022-01-01T00:00:00+00:00", *row, row[2]) for n in range(entries)]
        query = "INSERT INTO journal(id, time, action, title, change, inverse) VALUES (?, ?, ?, ?, ?, ?)"
        connection.executemany(query, rows)
        connection.executemany("INSERT INTO walk VALUES (?, ?)", [(last + n, n > 9) for n in range(1, entries + 1)])
    print(f"{entries:,} entries in the journal, all but ten of them taken back")
    print(f"  redo                                {_ms([_seconds(library.redo) for _ in range(20)])}")
    print(f"  undo                                {_ms([_seconds(library.undo) for _ in range(20)])}")
    print(f"  what undo would take back           {_ms([_seconds(library.journal.next_undo) for _ in range(20)])}")


def _placing(notes: int, characters: int) -> None:
    rng = random.Random(3)
    old = news(rng, characters // 350)
    text = "".join(token.text for token in updated(rng, tokens_of(old)))
    version = text_version(old)
    anchors = [
        Anchor.of(old, Span(at, at + rng.choice((8, 20, 90))), version)
        for at in (rng.randrange(len(old) - 100) for _ in range(notes))
    ]
    floor = _cpu(lambda: "".join(text.split(" ")))
    print(f"{notes:,} anchors of a text of {len(old):,} code points, changed all over")
    for said, earlier in (("alone", None), ("with the earlier text", {version: old})):
        took = _cpu(lambda earlier=earlier: Anchoring(text, "new", earlier).place_all(anchors))  # type: ignore[misc]  # a default is what binds it
        print(f"  placed {said:22}       {took:.2f} s CPU   ({took / floor:.0f} times splitting the text at spaces)")


def _document(text: str) -> Document:
    return Document(id=document_id("file:/bench.txt"), origin="file:/bench.txt", title="Bench", text=text)


def _seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def _often(work: Callable[[], object]) -> str:
    return _ms([_seconds(work) for _ in range(9)])


def _cpu(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


def _ms(times: list[float]) -> str:
    return f"{1000 * statistics.median(times):6.2f} ms (at most {1000 * max(times):.1f})"


if __name__ == "__main__":
    main()
