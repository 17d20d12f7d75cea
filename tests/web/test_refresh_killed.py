"""Kill -9 in the middle of a refresh, again and again: nothing is lost, nothing comes twice."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

from reader.library import Library
from reader.library.changes import Several
from reader.library.feed_changes import Subscribe
from tests.web.server import Web, item, rss

FEEDS, ENTRIES, KILLS = 24, 10, 6


def test_killed_at_any_moment(tmp_path: Path, web: Web) -> None:
    home = tmp_path / "home"
    for number in range(FEEDS):
        items = [item(f"{number}-{entry}", link=web.at(f"/{number}/{entry}")) for entry in range(ENTRIES)]
        web.says(f"/{number}", rss(*items, title=f"Feed {number}"), ETag=f'"{number}"')
    with Library.open(home) as library:
        library.do(Several(tuple(Subscribe(web.at(f"/{number}"), private=True) for number in range(FEEDS))))
    chance = random.Random(7)
    seen = 0
    for _ in range(KILLS):
        asked = len(web.asked)
        process = _refresh(home)
        while len(web.asked) == asked and process.poll() is None:
            time.sleep(0.005)
        time.sleep(chance.uniform(0.0, 0.25))
        process.send_signal(signal.SIGKILL)
        process.wait()
        with Library.open(home) as library:
            count = library.documents.count()
            assert count >= seen
            seen = count
            for one in library.feeds.followed():
                # A state that says that all went well stands beside all the entries.
                assert one.listed == (ENTRIES if one.state.fetched else 0)
    process = _refresh(home)
    assert process.wait(60) == 0
    with Library.open(home) as library:
        assert library.check() == []
        rows = library.documents.rows(limit=1000)
        assert len(rows) == FEEDS * ENTRIES
        assert Counter(row.title for row in rows).most_common(1)[0][1] == 1
        assert sum(one.unread for one in library.feeds.followed()) == FEEDS * ENTRIES


def _refresh(home: Path) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-m", "reader", "refresh", "--all", "--quiet", "--library", str(home)],
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        start_new_session=True,
    )
