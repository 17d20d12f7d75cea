"""``dateline list``: the articles of the library."""

from __future__ import annotations

import argparse
from collections.abc import Iterator

from reader.cli.opened import with_library
from reader.cli.printing import json_line, table
from reader.library import DocumentRow, Filter, Library, Sort

PAGE = 1000


def arguments(parser: argparse.ArgumentParser) -> None:
    """The command's own arguments."""
    parser.add_argument("--sort", choices=[str(sort) for sort in Sort], default=str(Sort.DATE))
    parser.add_argument("--title", default="", metavar="WORDS", help="only titles that hold these words")
    parser.add_argument("--unread", action="store_true", help="only unread articles")
    parser.add_argument("--starred", action="store_true", help="only starred articles")
    parser.add_argument("--limit", type=int, metavar="N", help="only the first N")
    parser.add_argument("--format", choices=("table", "jsonl"), default="table")


@with_library
def run(options: argparse.Namespace, library: Library) -> int:
    """Print a line an article."""
    rows = _rows(options, library)
    if options.format == "jsonl":
        for row in rows:
            json_line(_line(row))
    else:
        table(
            ("published", "", "notes", "title", "source", "id"),
            [
                (_day(row) or "undated", _mark(row), str(row.notes or ""),
                 row.title if not row.error else f"{row.title}: {row.error}", row.source, row.id)
                for row in rows
            ],
            wide=3,
        )  # fmt: skip
    return 0


def _rows(options: argparse.Namespace, library: Library) -> Iterator[DocumentRow]:
    chosen = Filter(title=options.title, unread=options.unread or None, starred=options.starred or None)
    listing = library.documents.listing(chosen=chosen, sort=Sort(options.sort))
    end = len(listing) if options.limit is None else min(options.limit, len(listing))
    for start in range(0, end, PAGE):
        yield from listing.rows(start, min(PAGE, end - start))


def _day(row: DocumentRow) -> str:
    return row.published.date.isoformat() if row.published else ""


def _mark(row: DocumentRow) -> str:
    return ("!" if row.error else "") + ("★" if row.starred else "") + ("●" if row.unread and not row.error else "")


def _line(row: DocumentRow) -> dict[str, object]:
    return {
        "id": row.id,
        "path": row.path,
        "title": row.title,
        "published": row.published.iso if row.published else None,
        "source": row.source,
        "author": row.author,
        "unread": row.unread,
        "starred": row.starred,
        "missing": row.missing,
        "tags": list(row.tags),
        "notes": row.notes,
        "error": row.error or None,
    }
