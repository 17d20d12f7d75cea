"""``dateline same``: the events of an article that others tell too, and where they differ."""

from __future__ import annotations

import argparse
import os

from reader.cli import complain
from reader.cli.caught_up import take_missing_facts
from reader.cli.opened import add_paths, with_library
from reader.cli.printing import json_line
from reader.library import DocumentRow, Library
from reader.library.elsewhere import SameEvent
from reader.model import clean_line


def arguments(parser: argparse.ArgumentParser) -> None:
    """The command's own arguments."""
    parser.add_argument("document", metavar="DOC", help="an article of the library: its path, address or id")
    parser.add_argument("--differing", action="store_true", help="only where a figure or date differs")
    parser.add_argument("--format", choices=("table", "jsonl"), default="table")


@with_library
def run(options: argparse.Namespace, library: Library) -> int:
    """Print each event with its other tellings."""
    row = _row(library, options.document)
    if row is None:
        return complain(f"{options.document}: the library has no such article")
    take_missing_facts(library)
    from reader.extract.pipeline import EXTRACTOR

    document = library.documents.get(row.id)
    facts = library.facts.get(row.version, EXTRACTOR, row.published) if document is not None else None
    if document is None or facts is None:
        return complain(f"{row.title}: no facts are taken from it")
    found = library.elsewhere.same(row.id, document.text, facts, row.published)
    for event in found:
        if options.differing and not any(telling.differences for telling in event.tellings):
            continue
        if options.format == "jsonl":
            json_line(_line(row, event))
        else:
            _print(event)
    if not found and options.format == "table":
        complain("no other article tells the same")
    return 0


def _row(library: Library, named: str) -> DocumentRow | None:
    if os.path.lexists(named):
        if library.documents.by_path(named) is None:
            add_paths(library, [named])
        return library.documents.by_path(named)
    from reader.model import document_id

    return library.documents.row(named) or library.documents.row(document_id(f"url:{named}"))


def _line(row: DocumentRow, event: SameEvent) -> dict[str, object]:
    return {
        "document": row.id,
        "line": event.line,
        "start": event.event.start,
        "end": event.event.end,
        "elsewhere": [
            {
                "document": telling.stated.document,
                "title": telling.stated.title,
                "published": telling.stated.published.iso if telling.stated.published else None,
                "line": telling.stated.line,
                "start": telling.stated.start,
                "end": telling.stated.end,
                "likeness": telling.likeness,
                "differences": [
                    {"about": one.about, "here": one.here, "there": one.there, "place": list(one.place)}
                    for one in telling.differences
                ],
            }
            for telling in event.tellings
        ],
    }


def _print(event: SameEvent) -> None:
    print(clean_line(event.line))
    for telling in event.tellings:
        stated = telling.stated
        day = stated.published.date.isoformat() if stated.published else "undated"
        print(clean_line(f"    {day}  {stated.line}  ({stated.title})"))
        for one in telling.differences:
            print(clean_line(f"        {one.about}: {one.here} | {one.there}"))
