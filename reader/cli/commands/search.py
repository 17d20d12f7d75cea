"""``dateline search``: the library by words, typos forgiven."""

from __future__ import annotations

import argparse
import os

from reader.cli import complain
from reader.cli.errors import WrongUse
from reader.cli.opened import add_paths, with_library
from reader.cli.printing import json_line
from reader.cli.searchable import make_searchable
from reader.library import Library, Scope
from reader.library.searching import searcher
from reader.model import clean_line
from reader.search.hits import Hit
from reader.search.searcher import Unreadable


def arguments(parser: argparse.ArgumentParser) -> None:
    """The command's own arguments."""
    parser.add_argument("query", nargs="+", metavar="QUERY", help="words, “a phrase”, -word, when:2022-01 and so on")
    parser.add_argument("--in", dest="within", action="append", metavar="PATH", help="only files and folders here")
    parser.add_argument("--limit", type=int, default=20, metavar="N")
    parser.add_argument("--format", choices=("table", "jsonl"), default="table")


@with_library
def run(options: argparse.Namespace, library: Library) -> int:
    """Print the best hits first; what ``--in`` names joins the library before."""
    if options.limit < 1:
        raise WrongUse("--limit takes a number from 1")
    failed = add_paths(library, options.within) if options.within else 0
    make_searchable(library)
    scope = Scope(tuple(os.path.abspath(path) for path in options.within or ()))
    try:
        found = searcher(library, scope).search(" ".join(options.query), options.limit)
    except Unreadable as error:
        return complain(str(error))
    rows = {row.rowid: row for row in library.documents.rows_numbered([hit.rowid for hit in found.hits])}
    for hit in found.hits:
        row = rows.get(hit.rowid)
        if row is None:
            continue
        if options.format == "jsonl":
            json_line(
                {
                    "id": row.id,
                    "path": row.path,
                    "title": row.title,
                    "published": row.published.iso if row.published else None,
                    "score": round(hit.score, 4),
                    "snippet": hit.snippet,
                    "matches": [
                        {"start": match.start, "end": match.end, "text": match.text, "for": match.for_}
                        for match in hit.matches
                    ],
                }
            )
        else:
            _print(hit, row.published.date.isoformat() if row.published else "undated", row.path or row.id)
    for note in found.notes:
        complain(note)
    if not found.hits and options.format == "table":
        hint = f"; did you mean “{found.did_you_mean[0]}”?" if found.did_you_mean else ""
        if not library.documents.count():
            hint = ": the library is empty; dateline add FOLDER fills it, and --in PATH searches files"
        complain(f"nothing found{hint}")
    return 1 if failed else 0


def _print(hit: Hit, day: str, where: str) -> None:
    note = f"  ({', '.join(str(variant) for variant in hit.variants[:3])})" if hit.variants else ""
    print(clean_line(f"{day}  {hit.title}{note}"))
    print(clean_line(f"    {hit.snippet}"))
    print(clean_line(f"    {where}"))
