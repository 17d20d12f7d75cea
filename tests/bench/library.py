"""The library measured: taking folders in, building, opening and paging. Figures only, nothing is asserted.

    python -m tests.bench.library --folder FOLDER        take in a folder of Markdown files, beside one thread alone
    python -m tests.bench.library --docs DOCS.jsonl      build from clean text, and open beside an empty library
    python -m tests.bench.library --titles TITLES.txt    page through a list of a million, beside LIMIT and OFFSET

``FOLDER``, ``DOCS.jsonl`` (``title``, ``date``, ``source``, ``body``) and ``TITLES.txt`` (one a line) are made with any
corpus of news. ``--work DIR`` keeps the libraries there; otherwise they are thrown away.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import resource
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from pathlib import Path

from reader.jobs.ingest import BATCH, Ingest
from reader.jobs.workers import Workers
from reader.library import Filter, Library, Sort
from reader.library.listing import Listing
from reader.library.packing import Packed, pack
from reader.library.rows import ALL, WHOLE
from reader.markdown.build import build_text
from reader.model import Published, document_id
from reader.search.prepared import Prepared


class NoIndex:
    """Stands in for the search index where only the list is measured."""

    outdated = False

    def __init__(self, connection: sqlite3.Connection) -> None:
        pass

    def create(self) -> None:
        pass

    def add(self, rowid: int, title: str, text: str) -> None:
        pass

    def put(self, rowid: int, title: str, article: Prepared) -> None:
        pass

    def remove(self, rowid: int) -> None:
        pass

    def refresh(self) -> None:
        pass

    def optimize(self) -> None:
        pass

    def clear(self) -> None:
        pass


def milliseconds(task: Callable[[], object], times: int = 5) -> float:
    """Median wall time of some runs."""
    taken: list[float] = []
    for _ in range(times):
        start = time.perf_counter()
        task()
        taken.append((time.perf_counter() - start) * 1000)
    return sorted(taken)[times // 2]


def cpu() -> float:
    """Seconds of processor time of this process and its ended children."""
    return sum(sum(resource.getrusage(who)[:2]) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))


def folder(work: Path, given: Path) -> None:
    """Files a second from folder to searchable library."""
    for name, count in (("one thread", 0), ("2 workers", 2)):
        home = work / f"folder-{count}"
        shutil.rmtree(home, ignore_errors=True)
        workers = Workers(count) if count else None
        with Library.open(home) as library:
            before, start = cpu(), time.perf_counter()
            end = Ingest(library, workers, [given]).run()
            wall = time.perf_counter() - start
            own = cpu() - before
            start = time.perf_counter()
            library.optimize_index()
            optimized = time.perf_counter() - start
            start = time.perf_counter()
            Ingest(library, workers, [given]).run()
            again = time.perf_counter() - start
        if workers:
            workers.close()
        size = sum(path.stat().st_size for path in home.glob("*.db")) / 1e6
        print(
            f"folder, {name:10}  {end.done} files in {wall:.1f} s: {end.done / wall:.0f} a second"
            f" (this process {own / end.done * 1000:.2f} ms CPU a file), failed {end.failed};"
            f" index put in order {optimized:.1f} s; second look {again:.2f} s; {size:.0f} MB"
        )


def packed_articles(path: Path) -> Iterator[Packed]:
    """Articles of a corpus as workers hand them over."""
    with open(path, encoding="utf-8") as lines:
        for number, line in enumerate(lines):
            article = json.loads(line)
            origin = f"file:/corpus/{number:07}.txt"
            document = build_text(
                article["body"],
                id=document_id(origin),
                origin=origin,
                title=article["title"],
                published=Published.parse(article["date"][:10]),
                source_name=article["source"],
            )
            yield pack(document)


def build(library: Library, articles: Iterable[Packed]) -> tuple[int, float, float]:
    """Write articles; how many, and the seconds that the writing alone took, by the clock and of the processor."""
    articles = iter(articles)
    count, taken, own = 0, 0.0, 0.0
    while batch := list(islice(articles, BATCH)):
        before, start = time.process_time(), time.perf_counter()
        library.documents.put_many(batch)
        taken += time.perf_counter() - start
        own += time.process_time() - before
        count += len(batch)
    return count, taken, own


_OPEN = """
import sys, time
sys.path[:] = {path!r}
from pathlib import Path
from reader.library import Library
start = time.perf_counter()
with Library.open(Path({home!r})) as library:
    rows = library.documents.rows(limit=60)
    count = library.documents.count()
    print((time.perf_counter() - start) * 1000, count, flush=True)
"""


def opening(home: Path) -> float:
    """Milliseconds to the first page and the count, in a new process; median of nine."""
    code = _OPEN.format(path=sys.path, home=str(home))
    taken = [
        float(
            subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True).stdout.split()[0]
        )
        for _ in range(9)
    ]
    return sorted(taken)[4]


def docs(work: Path, given: Path) -> None:
    """Articles a second from clean text to searchable library; the cost of opening it."""
    home = work / "docs"
    if not (home / "library.db").exists():
        with Library.open(home) as library:
            count, taken, own = build(library, packed_articles(given))
            start = time.perf_counter()
            library.optimize_index()
            optimized = time.perf_counter() - start
        print(f"build        {count} articles in {taken:.1f} s: {count / taken:.0f} a second", end="")
        print(f" ({own / count * 1000:.2f} ms CPU an article); put in order {optimized:.1f} s")
    with Library.open(work / "empty"):
        pass
    empty, full = opening(work / "empty"), opening(home)
    print(f"open         empty {empty:.1f} ms, this one {full:.1f} ms: {full - empty:+.1f} ms")


def titles(work: Path, given: Path) -> None:
    """Pages of a very long list, from anywhere, in each order."""
    home = work / "titles"
    if not (home / "library.db").exists():
        draw = random.Random(1)
        with Library.open(home, make_index=NoIndex) as library, open(given, encoding="utf-8") as lines:
            start = time.perf_counter()
            count, _, _ = build(
                library,
                (
                    Packed(
                        id=document_id(f"file:/t/{number}"),
                        origin=f"file:/t/{number}",
                        title=line.strip(),
                        version=f"{number:016x}",
                        text_blob=b"",
                        said=f"20{draw.randrange(10, 25)}-{draw.randrange(1, 13):02}-{draw.randrange(1, 29):02}",
                        source=f"Source {draw.randrange(200)}",
                    )
                    for number, line in enumerate(lines)
                ),
            )
            print(f"fill         {count} rows in {time.perf_counter() - start:.0f} s")
    with Library.open(home, make_index=NoIndex) as library:
        count = library.documents.count()
        print(f"count        {milliseconds(lambda: len(fresh(library, Sort.DATE))):.1f} ms for {count}")
        for sort in (Sort.DATE, Sort.TITLE, Sort.SOURCE, Sort.UNREAD, Sort.NOTES):
            listing = fresh(library, sort)
            first = milliseconds(lambda sort=sort: fresh(library, sort).rows(0, 60))  # type: ignore[misc]  # a default argument binds it
            end = milliseconds(lambda sort=sort: fresh(library, sort).rows(count - 60, 60))  # type: ignore[misc]  # as above
            middle = milliseconds(lambda sort=sort: fresh(library, sort).rows(count // 2, 60))  # type: ignore[misc]  # as above
            pages: list[float] = []
            for page in range(300):
                start = time.perf_counter()
                listing.rows(count // 2 + 60 * page, 60)
                pages.append((time.perf_counter() - start) * 1000)
            pages = sorted(pages[1:])
            number = listing.numbers(count // 3, 1)[0]
            where = milliseconds(lambda sort=sort, number=number: fresh(library, sort).position(number))  # type: ignore[misc]  # as above
            print(
                f"page {sort.value:8} first {first:.1f} ms, last {end:.1f}, jump to the middle {middle:.1f},"
                f" scrolling there p50 {pages[len(pages) // 2]:.2f} p95 {pages[len(pages) * 95 // 100]:.2f},"
                f" where a document stands {where:.1f}"
            )
        with library._library.reading() as connection:
            query = "SELECT * FROM document WHERE removed = 0 ORDER BY published DESC, rowid DESC LIMIT 60 OFFSET ?"
            naive = milliseconds(lambda: connection.execute(query, (count // 2,)).fetchall())
        print(f"beside       LIMIT and OFFSET, middle, by date: {naive:.0f} ms")
        for chosen in (
            Filter(title="federal bank"),
            Filter(title="e"),
            Filter(month="2021-12"),
            Filter(source="Source 7"),
        ):
            taken = milliseconds(lambda chosen=chosen: fresh(library, Sort.DATE, chosen).rows(0, 60), 3)  # type: ignore[misc]  # as above
            name = chosen.title or chosen.month or chosen.source
            print(f"filter       {name!r}: {taken:.0f} ms, {library.documents.count(chosen=chosen)} rows")
        print(f"groups       by month {milliseconds(lambda: library.documents.groups('month'), 3):.0f} ms")
    print(f"memory       {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB at most")


def fresh(library: Library, sort: Sort, chosen: Filter = ALL) -> Listing:
    """A list that remembers nothing yet."""
    return Listing(library._library.reading, WHOLE, chosen, sort)


def main() -> None:
    """Measure what was asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--folder", type=Path)
    parser.add_argument("--docs", type=Path)
    parser.add_argument("--titles", type=Path)
    parser.add_argument("--work", type=Path)
    options = parser.parse_args()
    print(f"{os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}, SQLite {sqlite3.sqlite_version}")
    with tempfile.TemporaryDirectory() as scratch:
        work = options.work or Path(scratch)
        for task in (folder, docs, titles):
            if given := getattr(options, task.__name__):
                task(work, given)


if __name__ == "__main__":
    main()
