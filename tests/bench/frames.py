"""How late the screen's loop is while work goes on behind it.

``python -m tests.bench.frames LIBRARY [--seconds 20]`` opens the reader on a copy of a library, headless, and looks how
late a wake-up every 5 ms comes: idle, while facts of all articles are taken, and while a query is typed meanwhile.
Processor time of others on the machine counts too: compare the columns of one run.
"""

from __future__ import annotations

import argparse
import asyncio
import shutil
import tempfile
import time
from collections.abc import Awaitable, Callable
from pathlib import Path

from textual.pilot import Pilot

from reader.library import Library
from reader.tui.app import DatelineApp
from reader.tui.desk import Desk

STEP = 0.005


async def lateness(seconds: float) -> list[float]:
    """Milliseconds by which each wake-up was late."""
    late = []
    end = time.perf_counter() + seconds
    while time.perf_counter() < end:
        start = time.perf_counter()
        await asyncio.sleep(STEP)
        late.append((time.perf_counter() - start - STEP) * 1000)
    return late


def told(name: str, late: list[float]) -> None:
    """Print one column."""
    late.sort()
    print(
        f"{name:34} p50 {late[len(late) // 2]:5.1f} ms   p99 {late[int(len(late) * 0.99)]:6.1f} ms"
        f"   worst {late[-1]:6.1f} ms   over 50 ms: {sum(one > 50 for one in late)} of {len(late)}"
    )


async def measured(home: Path, seconds: float, background: bool, act: Callable[[Pilot[None]], Awaitable[None]]) -> None:
    """One run of the reader."""
    app = DatelineApp(Desk(Library.open(home), background=background))
    async with app.run_test(size=(120, 36)) as pilot:
        while not app.desk.settled:
            await pilot.pause(0.05)
        await pilot.pause(1.0)
        looking = asyncio.create_task(lateness(seconds))
        await act(pilot)
        late = await looking
        name = "facts in the background" if background else "nothing in the background"
        told(f"{name}, {act.__name__}", late)


async def reading(pilot: Pilot[None]) -> None:
    """Nobody does anything."""


async def typing(pilot: Pilot[None]) -> None:
    """A query is typed."""
    await pilot.press("f")
    for letter in "minister presidnt talks":
        await pilot.press("space" if letter == " " else letter)
        await asyncio.sleep(0.08)


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("library", type=Path)
    parser.add_argument("--seconds", type=float, default=15)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder) / "library"
        shutil.copytree(options.library, home)
        for background in (False, True):
            for act in (reading, typing):
                asyncio.run(measured(home, options.seconds, background, act))


if __name__ == "__main__":
    main()
