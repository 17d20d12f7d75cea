"""``dateline annotations``: what the reader noted, where it stands now."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from typing import Any

from reader.cli import complain
from reader.cli.named import Unknown, document_named
from reader.cli.opened import with_library
from reader.cli.printing import json_line, json_text, table
from reader.library import AnnotationFilter, Library
from reader.model import Document, Placed

_ALL = 1 << 40


def arguments(parser: argparse.ArgumentParser) -> None:
    """The command's own arguments."""
    parser.add_argument("document", nargs="?", metavar="DOC", help="id, path or address; none: the whole library")
    parser.add_argument("--format", choices=("table", "jsonl", "json"), default="table")
    parser.add_argument("--label", metavar="L", help="only those with this label")
    parser.add_argument("--query", default="", metavar="Q", help="only those with these words in quote, note or tags")
    parser.add_argument("--removed", action="store_true", help="the deleted ones instead")
    parser.add_argument("--orphans", action="store_true", help="only those whose words are no longer in their article")


@with_library
def run(options: argparse.Namespace, library: Library) -> int:
    """Print a line an annotation."""
    ids: tuple[str, ...] | None = None
    if options.document:
        try:
            ids = (document_named(library, options.document, join=False).id,)
        except Unknown as error:
            return complain(str(error))
    chosen = AnnotationFilter(documents=ids, label=options.label, text=options.query, removed=options.removed)
    lines = (line for line in _lines(library, chosen) if line["state"] == "orphan" or not options.orphans)
    if options.format == "jsonl":
        for line in lines:
            json_line(line)
    elif options.format == "json":
        print(json_text(list(lines), indent=2))
    else:
        _table(library, lines)
    return 0


def _lines(library: Library, chosen: AnnotationFilter) -> Iterator[dict[str, Any]]:
    from dataclasses import replace

    from reader.annotate.placing import place_each

    for id, _ in library.annotations.documents(chosen):
        annotations = library.annotations.all(replace(chosen, documents=(id,)), limit=_ALL)
        document = library.documents.get(id)
        placed = place_each(library, document, annotations) if document else [_alone(one) for one in annotations]
        for one in placed:
            yield _line(one, document)


def _alone(one: Any) -> Placed:
    """An annotation whose article is not in the library any more."""
    return Placed(one, None, "orphan" if one.anchor else "exact")


def _line(placed: Placed, document: Document | None) -> dict[str, Any]:
    one, span = placed.annotation, placed.span
    quote = one.anchor.quote if one.anchor else None
    return {
        "id": one.id,
        "document": one.document,
        "start": span.start if span else None,
        "end": span.end if span else None,
        "text": span.of(document.text) if span and document else quote,
        "label": one.label,
        "note": one.note,
        "tags": list(one.tags),
        "state": placed.state,
        "created": one.created,
        "changed": one.changed,
    }


def _table(library: Library, lines: Iterator[dict[str, Any]]) -> None:
    titles: dict[str, str] = {}
    rows = []
    for line in lines:
        if line["document"] not in titles:
            row = library.documents.row(line["document"])
            titles[line["document"]] = row.title if row else line["document"]
        state = "" if line["state"] == "exact" else line["state"]
        tags = " ".join(f"#{tag}" for tag in line["tags"])
        rows.append(
            (line["label"], state, line["text"] or "(the article)", line["note"], tags, titles[line["document"]],
             line["id"][:8])
        )  # fmt: skip
    table(("label", "", "text", "note", "tags", "article", "id"), rows, wide=2)
