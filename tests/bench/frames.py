"""How late the screen's loop is while a person acts and work goes on behind it.

``python -m tests.bench.frames LIBRARY [--rounds 5]`` opens the reader on a copy of a library, headless, and looks how
late a wake-up every 5 ms comes while the article is read, the search is opened, a query typed and the search closed,
the same for the guide and the palette: with nothing behind the screen, and while facts of all articles are taken.
Lateness counts what other programs on the machine take as well: the first line tells how late a bare loop is in the
same minute, and *own* is the processor time of the screen's thread alone in its worst frame.
"""

from __future__ import annotations

import argparse
import asyncio
import gc
import shutil
import tempfile
import time
from collections import defaultdict
from pathlib import Path

from textual.pilot import Pilot

from reader.library import Library
from reader.tui.app import DatelineApp
from reader.tui.desk import Desk

STEP = 0.005
LIMIT = 50.0
"""Milliseconds of the longest frame that is promised."""
QUERY = "minister presidnt talks"


class Watch:
    """Wakes up every 5 ms and notes by how much it is late, for the thing that is being done."""

    def __init__(self) -> None:
        self.doing = ""
        self.late: dict[str, list[float]] = defaultdict(list)
        self.own: dict[str, float] = defaultdict(float)

    async def run(self) -> None:
        """Watch until cancelled."""
        while True:
            doing = self.doing
            start, spent = time.perf_counter(), time.thread_time()
            await asyncio.sleep(STEP)
            if doing:
                self.own[doing] = max(self.own[doing], (time.thread_time() - spent) * 1000)
                self.late[doing].append((time.perf_counter() - start - STEP) * 1000)


def told(watch: Watch) -> None:
    """Print a row for each thing that was done."""
    for name, late in watch.late.items():
        late.sort()
        over = sum(one > LIMIT for one in late)
        print(
            f"  {name:24} p50 {late[len(late) // 2]:5.1f}   p99 {late[int(len(late) * 0.99)]:6.1f}"
            f"   worst {late[-1]:6.1f}   own {watch.own[name]:6.1f}"
            f"   over {LIMIT:.0f} ms: {over} of {len(late)}"
        )


async def bare(seconds: float) -> None:
    """A loop that does nothing: what the machine itself costs."""
    watch = Watch()
    watch.doing = "a bare loop"
    looking = asyncio.create_task(watch.run())
    await asyncio.sleep(seconds)
    looking.cancel()
    told(watch)


async def session(home: Path, background: bool, rounds: int) -> None:
    """One run of the reader."""
    app = DatelineApp(Desk(Library.open(home), background=background))
    watch = Watch()
    async with app.run_test(size=(120, 36)) as pilot:
        while not app.desk.settled:
            await pilot.pause(0.05)
        await pilot.pause(1.0)
        gc.collect()
        looking = asyncio.create_task(watch.run())
        await acts(pilot, watch, rounds)
        watch.doing = ""
        looking.cancel()
    told(watch)


async def acts(pilot: Pilot[None], watch: Watch, rounds: int) -> None:
    """Read, search, look into the guide, call the palette."""
    watch.doing = "reading"
    for _ in range(rounds * 3):
        await pilot.press("space")
        await asyncio.sleep(0.15)
    for turn in range(rounds):
        watch.doing = "opening the search" + (", first" if not turn else "")
        await pilot.press("f")
        await asyncio.sleep(0.3)
        watch.doing = "typing"
        for letter in QUERY:
            await pilot.press("space" if letter == " " else letter)
            await asyncio.sleep(0.08)
        await asyncio.sleep(0.5)
        watch.doing = "closing the search"
        await pilot.press("escape")
        await asyncio.sleep(0.3)
    for name, key in (("guide", "question_mark"), ("palette", "ctrl+p")):
        for turn in range(rounds):
            watch.doing = f"the {name}" + (", first" if not turn else "")
            await pilot.press(key)
            await asyncio.sleep(0.4)
            await pilot.press("escape")
            await asyncio.sleep(0.2)


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("library", type=Path)
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args()
    asyncio.run(bare(3.0))
    for background in (False, True):
        with tempfile.TemporaryDirectory() as folder:
            home = Path(folder) / "library"
            shutil.copytree(options.library, home)
            print("facts of all articles are being taken" if background else "nothing in the background")
            asyncio.run(session(home, background, options.rounds))
            if background:
                with Library.open(home) as library:
                    from reader.extract.pipeline import EXTRACTOR

                    left = len(library.facts.waiting(EXTRACTOR, 0, 1_000_000))
                    print(f"  articles still without facts: {left}")


if __name__ == "__main__":
    main()
