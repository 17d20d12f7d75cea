"""A hostile server fetched, address by address: does each come out as its manifest says, and in time?

    unshare -rn sh -c 'ip link set lo up; python -m tests.bench.hostile_web COMMAND ...'

``COMMAND`` serves on 127.0.0.1 and prints a JSON line for each address before it does: ``url``, ``expect`` (``opens``,
``error`` or ``either``), ``within_s``; later, ``canary_hit`` for each request that should never have come. All are
followed as feeds that the reader typed, fetched alone for the time each takes, then together in one refresh.
"""

from __future__ import annotations

import asyncio
import json
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path
from typing import Any

from reader.jobs.refresh import FeedOutcome, Refresh
from reader.jobs.workers import Workers
from reader.library import Library, Several
from reader.library.feed_changes import Subscribe
from reader.sources.feeds import NotAFeed
from reader.sources.feeds.parse import parse_feed
from reader.sources.web.answer import FetchError
from reader.sources.web.fetch import fetch

_QUIET = 1.0
"""Seconds without another line after which the manifest is whole."""


async def alone(cases: list[dict[str, Any]]) -> int:
    """Fetch and read each, all at the same time; how many did not come out as they should."""
    wrong = 0

    async def one(case: dict[str, Any]) -> tuple[str, float]:
        start = time.perf_counter()
        try:
            found = await fetch(case["url"], private=True)
            said = f"opens: {len(parse_feed(found.body, found.address, found.charset).entries)} entries"
        except (FetchError, NotAFeed) as error:
            said = f"error: {error}"
        return said, time.perf_counter() - start

    for case, (said, taken) in zip(cases, await asyncio.gather(*map(one, cases)), strict=True):
        right = case["expect"] in ("either", said.partition(":")[0]) and taken <= case["within_s"]
        wrong += not right
        print(f"{'ok   ' if right else 'WRONG'} {case['url'].rpartition('/')[2]:18} {taken:5.1f} s  {said}")
    return wrong


def together(cases: list[dict[str, Any]]) -> int:
    """All of them in one refresh; how many did not come out as they should."""
    expected = {case["url"]: case["expect"] for case in cases}
    wrong = 0

    def came(outcome: FeedOutcome) -> None:
        nonlocal wrong
        assert outcome.feed is not None
        said = "error" if outcome.error else "opens"
        if expected[outcome.feed.feed.address] not in ("either", said):
            wrong += 1
            print(f"WRONG {outcome.feed.feed.address}: {outcome.error or 'opened'}")

    with tempfile.TemporaryDirectory() as folder, Library.open(Path(folder) / "home") as library:
        library.do(Several(tuple(Subscribe(url, private=True) for url in expected)))
        workers = Workers(2)
        end = Refresh(library, workers, [one.id for one in library.feeds.subscriptions()], on_outcome=came).run()
        workers.close()
        print(f"together: {end.total} feeds, {end.new} new articles, {end.failed} failed; {library.check() or 'sound'}")
        return wrong + (end.done != len(cases))


def main() -> int:
    """Run and print; exit code 1 when something came out otherwise."""
    server = subprocess.Popen(sys.argv[1:], stdout=subprocess.PIPE, text=True)
    assert server.stdout is not None
    cases: list[dict[str, Any]] = []
    hits: list[str] = []

    def listen() -> None:
        assert server.stdout is not None
        for text in server.stdout:
            line = json.loads(text)
            (hits if "canary_hit" in line else cases).append(line)

    threading.Thread(target=listen, daemon=True).start()
    known = -1
    while known != len(cases) or not cases:
        known = len(cases)
        time.sleep(_QUIET)
    try:
        wrong = asyncio.run(alone(cases)) + together(cases)
    finally:
        server.kill()
        server.wait()
    print(f"{len(cases)} addresses, {wrong} otherwise than they should, {len(hits)} requests where none may go")
    return 1 if wrong or hits else 0


if __name__ == "__main__":
    sys.exit(main())
