"""How long 10,000 annotations take on their way out and back in, format by format.

    python -m tests.bench.exchange [ANNOTATIONS]

One library with articles of 40 annotations each; another with the articles alone, into which each export is imported.
Prints CPU seconds of this process (other programs do not count) and, in brackets, seconds by the clock.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from reader.exchange.exporting import export
from reader.exchange.formats import FORMATS
from reader.exchange.importing import Planner, carry_out, files_of, read
from reader.extract.pipeline import EXTRACTOR, extract
from reader.library import AddAnnotation, Library, Several
from reader.library.packing import pack
from reader.model import Anchor, Annotation, Document, Span, document_id

EACH = 40
SENTENCE = "The Kremlin confirmed the planned phone call number {}, and Biden said in Geneva that it would be long. "


def main(count: int = 10_000) -> None:
    """Measure and print."""
    articles = [_article(number) for number in range(count // EACH)]
    with tempfile.TemporaryDirectory() as place:
        home = Path(place)
        with Library.open(home / "full") as library:
            library.documents.put_many([pack(one) for one in articles])
            changes = tuple(AddAnnotation(mark) for one in articles for mark in _marks(one))
            library.do(Several(changes))
            for one in articles:  # as the reader keeps them while it is open
                library.facts.put(one.version, EXTRACTOR, extract(one.text, None, one.blocks), None)
            print(f"{len(changes):,} annotations of {len(articles):,} articles")
            for format in FORMATS:
                out = home / format.name
                ids = [one.id for one in articles]

                _timed(f"export {format.name}", partial(export, library, format, out, ids, as_folder=True))
        for name in ("w3c", "jsonl", "brat", "readwise"):
            with Library.open(home / f"into {name}") as library:
                library.documents.put_many([pack(one) for one in articles])
                came = _timed(f"import {name}", partial(_take_in, library, home / name))
                _timed(f"again  {name}", partial(_take_in, library, home / name))
                assert came == count, came


def _timed(what: str, work: Callable[[], object]) -> object:
    clock, cpu = time.perf_counter(), time.process_time()
    result = work()
    print(f"{what:18} {time.process_time() - cpu:6.2f} s ({time.perf_counter() - clock:.2f})", flush=True)
    return result


def _take_in(library: Library, folder: Path) -> int:
    planner = Planner(library)
    for path, format in files_of([folder]):
        for incoming in read(path, format):
            planner.add(incoming, path.name)
    return carry_out(library, planner.plan, folder.name)


def _article(number: int) -> Document:
    text = "".join(SENTENCE.format(f"{number}-{place}") for place in range(EACH))
    origin = f"url:https://example.org/{number}"
    return Document(id=document_id(origin), origin=origin, title=f"Article number {number}", text=text.strip())


def _marks(document: Document) -> list[Annotation]:
    found: list[Annotation] = []
    at = 0
    for number in range(EACH):
        at = document.text.index("planned phone call", at + 1)
        anchor = Anchor.of(document.text, Span(at, document.text.index(",", at)), document.version)
        label, note = ("claim", "Who says so?") if number % 2 else ("question", "")
        found.append(Annotation(document=document.id, anchor=anchor, label=label, note=note, tags=("call",)))
    return found


if __name__ == "__main__":
    main(*map(int, sys.argv[1:2]))
