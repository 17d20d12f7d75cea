"""``dateline refresh``: feeds brought up to date, also from cron."""

from __future__ import annotations

import argparse
import gc
import time
from typing import TYPE_CHECKING

from reader.cli import complain
from reader.jobs.worker import SELDOM

if TYPE_CHECKING:
    from reader.jobs.workers import Workers
    from reader.library import Library


def arguments(parser: argparse.ArgumentParser) -> None:
    """The command's own arguments."""
    parser.add_argument("feeds", nargs="*", metavar="FEED", help="names, folders or addresses; none: all that are due")
    parser.add_argument("--all", action="store_true", help="all feeds, also those whose time has not come")
    parser.add_argument("--no-pages", action="store_true", help="do not fetch the pages of summaries")
    parser.add_argument("--index", action="store_true", help="end when all that came is searchable, not only readable")
    parser.add_argument("--quiet", action="store_true", help="say nothing but errors, as for cron")
    parser.add_argument("--format", choices=("table", "jsonl"), default="table", help="jsonl: a line a feed or page")


def run(options: argparse.Namespace) -> int:
    """Refresh and sum up; exit code 1 when a feed or page failed."""
    gc.set_threshold(SELDOM)  # as in its workers
    workers = None
    if not options.feeds:
        # Many feeds, as a rule: the workers load what they need while the library is being opened.
        from reader.jobs.ready import for_refresh, get_ready

        workers = for_refresh()
        get_ready(workers)
    from reader.cli.opened import with_library

    try:
        return with_library(lambda options, library: _refresh(options, library, workers))(options)
    finally:
        if workers is not None:
            workers.close()


def _refresh(options: argparse.Namespace, library: Library, workers: Workers | None) -> int:
    from reader.cli.printing import counted
    from reader.cli.refreshing import refresh
    from reader.cli.searchable import make_searchable

    chosen: list[str] | None = None
    failed = 0
    if options.feeds:
        chosen = []
        for words in options.feeds:
            found = library.feeds.find(words)
            if not found:
                failed += 1
                complain(f"there is no feed “{words}”")
            for one in found:
                if one.state.bidden and one.state.next_try > time.time():
                    failed += 1
                    complain(f"{one.name}: {one.trouble}, as its server asked")
                chosen.append(one.feed.id)
    elif options.all:
        chosen = [one.id for one in library.feeds.subscriptions() if not one.paused]
    if chosen == []:
        if not failed and not options.quiet:
            print("no feeds are followed; dateline add URL follows one")
        return 1 if failed else 0
    start = time.monotonic()
    end = refresh(
        library,
        chosen,
        workers=workers,
        quiet=options.quiet,
        lines=options.format == "jsonl",
        pages=not options.no_pages,
    )
    if options.index:
        make_searchable(library, quiet=options.quiet)
    if options.format != "jsonl" and not options.quiet:
        parts = [counted(end.total, "feed"), counted(end.new, "new article")]
        parts += [f"{end.changed:,} changed"] if end.changed else []
        parts += [f"{counted(end.pages, 'page')} fetched"] if end.pages else []
        parts += [f"{end.failed + end.pages_failed:,} failed"] if end.failed + end.pages_failed else []
        print(f"{', '.join(parts)}, in {time.monotonic() - start:.1f} s")
        left = library.unindexed.count()
        if left:
            print(
                f"{counted(left, 'article')} go into the search index when something is searched, or the reader is open"
            )
    return 1 if failed or end.failed or end.pages_failed else 0
