"""Highlights as a CSV file for Readwise, and such files as Readwise and Kindle tools export them.

Columns of the import: ``Highlight, Title, Author, URL, Note, Location, Date``; labels and tags go into the note as
Readwise's inline tags (``.question``). Of the export: ``Book Title, Book Author, Tags, Highlighted at``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from reader.exchange.annotated import Annotated, address
from reader.exchange.cells import lines, table
from reader.exchange.errors import ExchangeError
from reader.exchange.incoming import Incoming, Named, Refused, identity, loose
from reader.model import Annotation, Document, clean, clean_line

HEAD = ("Highlight", "Title", "Author", "URL", "Note", "Location", "Date")
_TAG = re.compile(r"\.([^\W_][\w-]*)")
_HIGHLIGHT = "highlight"


def write(articles: Iterable[Annotated]) -> Iterator[str]:
    """The lines of the file. A highlight needs words: notes on whole articles have their title for it."""
    return lines(HEAD, (row for article in articles for row in _rows(article)))


def _rows(article: Annotated) -> Iterator[tuple[str, ...]]:
    document = article.document
    for span, one in article.placed:
        yield _row(document, one, span.of(document.text), str(span.start))
    for one in article.unplaced:
        yield _row(document, one, one.anchor.quote if one.anchor is not None else document.title, "")


def _row(document: Document, one: Annotation, words: str, place: str) -> tuple[str, ...]:
    marks = [one.label] if one.label not in ("", _HIGHLIGHT) else []
    inline = " ".join(f".{tag}" for mark in (*marks, *one.tags) if (tag := inline_tag(mark)))
    note = "\n".join(filter(None, [inline, one.note]))
    when = one.created[:19].replace("T", " ")
    return words, document.title, document.author or document.source, address(document), note, place, when


def inline_tag(name: str) -> str:
    """A label or tag as Readwise writes tags into notes."""
    return re.sub(r"[^\w-]+", "_", name).strip("_")


def read(data: str) -> Iterator[Incoming | Refused]:
    """The highlights of a file, with Readwise's names of columns or those of its export.

    :raises ExchangeError: when there is no column ``Highlight``.
    """
    seen = False
    for line, row in table(data):
        if "highlight" not in row and not seen:
            raise ExchangeError("there is no column “Highlight”")
        seen = True
        words = clean(row.get("highlight", "")).strip()
        if not words:
            yield Refused(f"line {line}", "the highlight is empty")
        else:
            yield _read(row, words)


def _read(row: dict[str, str], words: str) -> Incoming:
    def said(*columns: str) -> str:
        return next((found for column in columns if (found := clean(row.get(column.casefold(), "")).strip())), "")

    title = clean_line(said("Title", "Book Title"))
    article = Named(title=title, address=clean_line(said("URL", "Source URL")))
    note, tags = _without_tags(said("Note"))
    tags += tuple(tag for raw in said("Tags").split(",") if (tag := clean_line(raw).strip()))
    place = said("Location")
    at = int(place) if place.isdecimal() and len(place) < 12 else None
    id = identity("readwise", article.address or title, words, said("Location"))
    whole = words == title  # how a note on a whole article is written
    work = Annotation(
        id=id,
        document="",
        anchor=None if whole else loose(words, start=at or 0),
        label=_HIGHLIGHT if not note and not whole else "",
        note=note,
        tags=tuple(dict.fromkeys(tags)),
        created=_when(said("Date", "Highlighted at")),
    )
    return Incoming(work=work, article=article, at=None if whole else at, flat=True)


def _without_tags(note: str) -> tuple[str, tuple[str, ...]]:
    """A note without the inline tags of its first line, and these."""
    first, _, rest = note.partition("\n")
    words = first.split()
    if words and all(_TAG.fullmatch(word) for word in words):
        return rest.strip(), tuple(word[1:] for word in words)
    return note, ()


def _when(raw: str) -> str:
    """ISO 8601 in UTC of Readwise's times, which have no zone; empty for what is no time."""
    match = re.match(r"(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d:\d\d)", raw)
    if match:
        return f"{match[1]}T{match[2]}+00:00"
    return f"{raw}T00:00:00+00:00" if re.fullmatch(r"\d{4}-\d\d-\d\d", raw) else ""
