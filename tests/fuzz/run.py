"""One mutant through all that happens to a text: loaded, shown, its facts taken, indexed, found again."""

from __future__ import annotations

import re
import sqlite3
import time
from collections.abc import Iterator
from dataclasses import dataclass, field

from reader.model import Document
from tests.fuzz.mutants import mutant

FORBIDDEN = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
"""What no clean text has."""
NOT_DRAWN = re.compile("[\x00-\x1f\x7f-\x9f\xad\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ud800-\udfff]")
READ = 200_000
"""Characters of which facts are taken at once, as in the reader."""
_WARM = "# T\n\n“Yes,” President Joe Biden told NATO in Geneva on Monday, 10 January 2022, of $5 million.".encode()


class Broken(AssertionError):
    """What must hold for every text did not."""


@dataclass(slots=True)
class Passed:
    """How a mutant went: processor seconds of each stage."""

    number: int
    name: str
    times: dict[str, float] = field(default_factory=dict)
    refused: str = ""
    """Why it was not read, in the words for the reader."""


def mutants_run(seed: int, numbers: range) -> Iterator[Passed]:
    """Run some; what breaks is raised as ``Broken`` or as it is. For a worker."""
    run("warm.md", _WARM)  # models and tables are loaded by whoever is first
    for number in numbers:
        name, data = mutant(seed, number)
        yield run(name, data, number)


def run(name: str, data: bytes, number: int = 0) -> Passed:
    """All stages of one."""
    passed = Passed(number, name)
    clock = _Clock(passed)
    ending = name.rpartition(".")[2]
    documents: list[Document] = []
    with clock("lists"):
        _lists(ending, data)
    with clock("load"):
        if ending in ("xml", "atom", "json"):
            documents = _of_feed(data, passed)
        else:
            documents = _of_file(name, data, passed)
    for document in documents[:5]:
        _holds(document)
        with clock("show"):
            _shown(document, 80)
            _shown(document, 7)
        with clock("facts"):
            _facts(document)
        with clock("index"):
            _indexed(document)
    return passed


class _Clock:
    def __init__(self, passed: Passed) -> None:
        self._times = passed.times
        self._stage = ""
        self._began = 0.0

    def __call__(self, stage: str) -> _Clock:
        self._stage = stage
        return self

    def __enter__(self) -> None:
        self._began = time.process_time()

    def __exit__(self, *reason: object) -> None:
        self._times[self._stage] = self._times.get(self._stage, 0.0) + time.process_time() - self._began


def _of_file(name: str, data: bytes, passed: Passed) -> list[Document]:
    from reader.sources import SourceError
    from reader.sources.files import document_of
    from reader.sources.opening import Content

    try:
        return [document_of(Content(data, len(data), 0, False), f"/{name}")]
    except SourceError as error:
        passed.refused = str(error)
        if FORBIDDEN.search(passed.refused):
            raise Broken("the sentence of an error is not clean") from None
        return []


def _of_feed(data: bytes, passed: Passed) -> list[Document]:
    from reader.sources.feeds.document import entry_document
    from reader.sources.feeds.feed import NotAFeed
    from reader.sources.feeds.parse import parse_feed

    try:
        feed = parse_feed(data, "http://e.example/feed")
    except NotAFeed as error:
        passed.refused = str(error)
        return []
    return [entry_document(entry, feed, f"feed:f:{at}") for at, entry in enumerate(feed.entries[:5])]


def _lists(ending: str, data: bytes) -> None:
    """What lists of feeds and annotations of other tools say: understood or refused in sentences, nothing else."""
    from reader.exchange import brat
    from reader.exchange.errors import ExchangeError
    from reader.exchange.importing import read_text
    from reader.sources import SourceError
    from reader.sources.feeds.opml import read_opml

    text = data.decode("utf-8", "replace")
    said: list[str] = []
    try:
        if ending == "opml":
            found = read_opml(data)
            said += [*found.refused, *(one.title for one in found.feeds), *(one.folder for one in found.feeds)]
        elif ending in ("jsonl", "jsonld", "csv"):
            format = {"jsonl": "jsonl", "jsonld": "w3c", "csv": "readwise"}[ending]
            for one in read_text(text, format):
                said += [one.sentence] if hasattr(one, "sentence") else [one.work.document]
        elif ending == "ann":
            for one in brat.read(text[::-1], text, "a"):
                said += [one.sentence] if hasattr(one, "sentence") else []
    except (SourceError, ExchangeError, ValueError) as error:
        if isinstance(error, ValueError) and not str(error).startswith("is "):
            raise  # not one of ours, which say what it is not
        said.append(str(error))
    for words in said:
        if FORBIDDEN.search(words):
            raise Broken("what a list says is not clean")


def _holds(document: Document) -> None:
    for words in (document.text, document.title, document.author, document.source, document.notice, document.language):
        if FORBIDDEN.search(words):
            raise Broken("a document is not clean")
    if "\n" in document.title:
        raise Broken("a title has several lines")
    before = 0
    for block in document.blocks:
        if not before <= block.start <= block.end <= len(document.text):
            raise Broken("blocks are out of order")
        before = block.start


def _shown(document: Document, width: int) -> None:
    from reader.markdown.cells import cells
    from reader.markdown.layout import Layout

    layout = Layout(document, width)
    layout.extend_to_offset(len(document.text))
    for y in range(layout.height):
        line = layout.line(y)
        drawn = "".join(piece.text for piece in line.pieces)
        if FORBIDDEN.search(drawn) or "\n" in drawn:
            raise Broken("a line that is drawn is not clean")
        if cells(drawn) > max(width, 2):
            raise Broken(f"a line is {cells(drawn)} cells wide, not {width}")


def _facts(document: Document) -> None:
    from reader.extract.pipeline import extract

    text = document.text[:READ]
    for fact in extract(text, document.published, [block for block in document.blocks if block.end <= READ]):
        if not 0 <= fact.start < fact.end <= len(text):
            raise Broken(f"a {fact.kind} is outside the text")


def _indexed(document: Document) -> None:
    from reader.search.index import Index
    from reader.search.searcher import Searcher

    connection = sqlite3.connect(":memory:", isolation_level=None)
    index = Index(connection)
    index.create()
    index.add(1, document.title, document.text)
    index.refresh()
    searcher = Searcher(connection, lambda rowid: document.text)
    middle = len(document.text) // 2
    for query in (document.title[:60], document.text[middle : middle + 60], document.text[:12]):
        searcher.search(query)
    connection.close()
