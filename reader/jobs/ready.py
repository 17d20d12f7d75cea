"""Workers of a refresh started before there is anything to do, so that they load what they need meanwhile.

Nothing is imported here but what hands the work out: it is done while the library is being opened.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.jobs.workers import Workers

FEW = 3
"""Feeds or pages up to which what is small is read where it is fetched, without a worker."""
FETCHER = 0
"""The one of the workers that fetches; it reads like the others when all is fetched."""


def for_refresh() -> Workers:
    """The workers of a refresh from the command line. They stand back behind the process that stores."""
    from reader.jobs.workers import Workers  # late: a worker imports this module too

    return Workers(max(2, min(4, (os.cpu_count() or 1) - 1)), nice=5)


def get_ready(workers: Workers) -> None:
    """Start all of them: the first loads what fetches, the others what reads."""
    workers.submit(_fetcher, on=FETCHER)
    for number in range(1, workers.count):
        workers.submit(_reader, on=number)


def _fetcher() -> None:
    # They are there when the first address comes.
    import reader.jobs.fetching
    import reader.sources.web.fetch  # noqa: F401


def _reader() -> None:
    from reader.jobs.arrive import read_feed
    from reader.library.arrived import Known

    # A feed of nothing, for what is loaded when it is needed.
    read_feed(b'<rss version="2.0"><channel><item/></channel></rss>', "http://a.example/", "", "", Known(0, ()))
