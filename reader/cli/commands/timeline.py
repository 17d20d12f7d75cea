"""``dateline timeline``: all that the articles of the library date, in time order."""

from __future__ import annotations

import argparse
import datetime as dt

from reader.cli.caught_up import take_missing_facts
from reader.cli.errors import WrongUse
from reader.cli.opened import with_library
from reader.cli.printing import json_line, table
from reader.cli.searchable import make_searchable
from reader.library import Library
from reader.library.across import Stated
from reader.library.days import days
from reader.library.searching import searcher
from reader.library.timeline import Timeline

_PAGE = 500
_FOUND = 10_000
"""Articles that ``--query`` may find."""


def arguments(parser: argparse.ArgumentParser) -> None:
    """The command's own arguments."""
    parser.add_argument("--query", metavar="Q", help="only articles that this search finds")
    parser.add_argument("--from", dest="first", metavar="DATE", help="2022-01-10, 2022-01 or 2022")
    parser.add_argument("--to", dest="last", metavar="DATE", help="up to this day, month or year, included")
    parser.add_argument("--words", default="", metavar="W", help="only lines that hold these words")
    parser.add_argument("--months", action="store_true", help="how much each month has, instead of what")
    parser.add_argument("--limit", type=int, metavar="N", help="only the first N")
    parser.add_argument("--format", choices=("table", "jsonl"), default="table")


@with_library
def run(options: argparse.Namespace, library: Library) -> int:
    """Print a line for each statement, or for each month."""
    first, last = _day(options.first, 0), _day(options.last, 1)
    take_missing_facts(library)
    documents = None
    if options.query:
        make_searchable(library)
        documents = [hit.rowid for hit in searcher(library).search(options.query, _FOUND).hits]
    timeline = library.across.timeline(documents, first, last, options.words)
    if options.months:
        _months(options.format, timeline)
        return 0
    end = len(timeline) if options.limit is None else min(len(timeline), max(0, options.limit))
    rows = (
        row for at in range(0, end, _PAGE) for row in library.across.statements(timeline.ids[at : min(end, at + _PAGE)])
    )
    if options.format == "jsonl":
        for row in rows:
            json_line(line_of(row))
    else:
        table(
            ("when", "what", "article", "published"),
            [(period(row), row.line, row.title, _iso(row.published.date if row.published else None) or "undated")
             for row in rows],
            wide=1,
        )  # fmt: skip
    return 0


def line_of(row: Stated) -> dict[str, object]:
    """A statement as a JSON line."""
    return {
        "first": _iso(row.first),
        "last": _iso(row.last),
        "kind": row.kind,
        "line": row.line,
        "document": row.document,
        "title": row.title,
        "published": row.published.iso if row.published else None,
        "start": row.start,
        "end": row.end,
    }


def period(row: Stated) -> str:
    """``2022-01-10``, or ``2022-01-01 – 2022-12-31``."""
    if row.first is None or row.last is None:
        return ""
    return _iso(row.first) if row.first == row.last else f"{_iso(row.first)} – {_iso(row.last)}"


def _months(form: str, timeline: Timeline) -> None:
    months = timeline.months()
    if form == "jsonl":
        for month in months:
            json_line({"month": month.date.isoformat()[:7], "count": month.count})
        return
    most = max((month.count for month in months), default=1)
    table(
        ("month", "count", ""),
        [
            (month.date.isoformat()[:7], f"{month.count:,}", "#" * max(1, round(40 * month.count / most)))
            for month in months
        ],
    )


def _day(given: str | None, end: int) -> dt.date | None:
    if not given:
        return None
    covered = days(given)
    if covered is None:
        raise WrongUse(f"“{given}” is no date: write 2022-01-10, 2022-01 or 2022")
    return covered[end]


def _iso(day: dt.date | None) -> str:
    return day.isoformat() if day else ""
