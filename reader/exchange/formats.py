"""The formats by name: what they are called, what they hold, and the files that they become."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from reader.exchange.annotated import Annotated
from reader.exchange.errors import ExchangeError
from reader.exchange.names import Names
from reader.exchange.templates import Templates

Texts = Iterator[tuple[str, Iterable[str]]]


@dataclass(frozen=True, slots=True)
class Options:
    """What a reader can choose about an export."""

    templates: Templates | None = None
    """Shapes of Markdown notes; ours when None."""
    suggestions: bool = False
    """JSON lines: also the machine facts that nobody judged."""


@dataclass(frozen=True, slots=True)
class Format:
    """One format of export."""

    name: str
    title: str
    """What it is, in a few words."""
    write: Callable[[Iterable[Annotated], Options], Texts]
    """Pairs of the end of a file's name and its text, in pieces; for formats with a file an article, given one."""
    ending: str
    each: bool = False
    """Whether each article is a file of its own."""
    facts: bool = False
    """Whether it needs the machine's facts."""
    pair: bool = False
    """Whether an article is two files."""
    everything: bool = False
    """Whether it is about all articles unless some are named; the others are about those that are annotated."""


def _w3c(articles: Iterable[Annotated], options: Options) -> Texts:
    from reader.exchange import w3c

    yield ".jsonld", [w3c.write(articles)]


def _markdown(articles: Iterable[Annotated], options: Options) -> Texts:
    from reader.exchange import markdown_notes

    for article in articles:
        yield ".md", [markdown_notes.write(article, options.templates)]


def _readwise(articles: Iterable[Annotated], options: Options) -> Texts:
    from reader.exchange import readwise

    yield ".csv", readwise.write(articles)


def _jsonl(articles: Iterable[Annotated], options: Options) -> Texts:
    from reader.exchange import jsonl

    yield ".jsonl", (line + "\n" for line in jsonl.write(articles, suggestions=options.suggestions))


def _brat(articles: Iterable[Annotated], options: Options) -> Texts:
    from reader.exchange import brat

    for article in articles:
        text, marks = brat.write(article)
        yield ".txt", [text]
        yield ".ann", [marks]


def _conll(articles: Iterable[Annotated], options: Options) -> Texts:
    from reader.exchange import conll

    yield ".conll", conll.write(articles)


def _timeml(articles: Iterable[Annotated], options: Options) -> Texts:
    from reader.extract.timeml import timeml

    for article in articles:
        document = article.document
        yield ".tml", [timeml(document.text, article.facts, document.published, document.id, document.title)]


def _facts(articles: Iterable[Annotated], options: Options) -> Texts:
    from reader.exchange import facts_csv

    yield ".csv", facts_csv.write(articles)


def _html(articles: Iterable[Annotated], options: Options) -> Texts:
    from reader.exchange import page

    for article in articles:
        yield ".html", [page.write(article)]


FORMATS: tuple[Format, ...] = (
    Format("markdown", "Markdown notes for Obsidian and its like, one an article", _markdown, ".md", True, True),
    Format("w3c", "W3C Web Annotations (JSON-LD)", _w3c, ".jsonld"),
    Format("html", "a page with the highlights, one an article", _html, ".html", True, True),
    Format("readwise", "CSV for Readwise", _readwise, ".csv"),
    Format("jsonl", "JSON lines for Prodigy and spaCy", _jsonl, ".jsonl"),
    Format("brat", "brat standoff, .txt and .ann for each article", _brat, ".ann", True, True, pair=True),
    Format("conll", "CoNLL-2003 columns with IOB2 tags", _conll, ".conll", facts=True),
    Format("timeml", "TimeML, one file an article", _timeml, ".tml", True, True, everything=True),
    Format("facts", "facts as a CSV table", _facts, ".csv", facts=True, everything=True),
)


def format_named(name: str) -> Format:
    """The format of a name.

    :raises ExchangeError: when there is none.
    """
    for one in FORMATS:
        if one.name == name:
            return one
    raise ExchangeError(f"there is no format “{name}”: choose among {', '.join(one.name for one in FORMATS)}")


def files(format: Format, articles: Iterable[Annotated], options: Options, name: str = "dateline") -> Texts:
    """Names and texts of all files of an export, one after another.

    :param name: what a file of all articles is called, without its ending.
    """
    if not format.each:
        for ending, text in format.write(articles, options):
            yield name + ending, text
        return
    names = Names()
    for article in articles:
        stem = names.give(article.document.title, article.document.id)
        for ending, text in format.write([article], options):
            yield stem + ending, text
