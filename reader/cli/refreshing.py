"""Feeds brought up to date from the command line, with its progress and its errors."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from reader.cli import complain
from reader.cli.printing import json_line
from reader.jobs.ready import FEW, for_refresh
from reader.jobs.refresh import Refresh
from reader.jobs.workers import Workers
from reader.library import Library, LibraryError
from reader.model.address import shown

if TYPE_CHECKING:
    from reader.jobs.refresh import FeedOutcome
    from reader.jobs.refresh_progress import RefreshProgress


def refresh(
    library: Library,
    feeds: Sequence[str] | None,
    *,
    workers: Workers | None = None,
    quiet: bool,
    lines: bool = False,
    pages: bool = True,
) -> RefreshProgress:
    """Bring feeds up to date; errors go to standard error, or with ``lines`` each outcome to standard output as JSON.

    :param feeds: ids; None for all that are due.
    :param workers: those that were started for it; closed at the end. None: they start when there is work for them.
    :raises LibraryError: when the library could not be written.
    """
    shows = sys.stderr.isatty() and not quiet and not lines
    workers = workers or for_refresh()

    def told(at: RefreshProgress) -> None:
        if shows and at.total > FEW:
            words = f"\r{at.done:,} of {at.total:,} feeds, {at.new:,} new articles"
            words += f", {at.pages:,} pages" if at.pages else ""
            print(words, end="\n" if at.finished else "", file=sys.stderr, flush=True)

    def came(outcome: FeedOutcome) -> None:
        if lines:
            json_line(_line(outcome))
        elif outcome.error:
            complain(f"{_name(outcome)}: {outcome.error}")

    work = Refresh(library, workers, feeds, told, came, pages=pages)
    try:
        end = work.run()
    except KeyboardInterrupt:
        work.cancel()
        raise
    finally:
        workers.close()
    if end.error:
        raise LibraryError(end.error)
    return end


def _name(outcome: FeedOutcome) -> str:
    if outcome.feed is not None:
        name = outcome.feed.feed.title or outcome.feed.state.title
        return f"{name} ({shown(outcome.feed.address)})" if name else shown(outcome.feed.address)
    return shown(outcome.page.link) if outcome.page is not None else "page"


def _line(outcome: FeedOutcome) -> dict[str, object]:
    feed, page = outcome.feed, outcome.page
    return {
        "kind": "feed" if feed is not None else "page",
        "id": feed.feed.id if feed is not None else page.document if page is not None else None,
        "address": shown(feed.address if feed is not None else page.link if page is not None else ""),
        "title": feed.name if feed is not None else page.title if page is not None else "",
        "new": outcome.new,
        "changed": outcome.changed,
        "error": outcome.error or None,
    }
