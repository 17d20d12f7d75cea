"""How soon the facts panel is filled after an article is opened, the first time and once warm.

    python -m tests.bench.panel ARTICLE ... [--words 1000] [--runs 5]

Articles are joined and cut to about so many words; wall time and CPU time in a headless reader of 120 × 36 with an
empty library. Warm: from the key to the filled panel, with a rest before each key, in which a person would read. The
first of a process, of which each run starts its own: from the text on the screen to the filled panel.
"""

from __future__ import annotations

import asyncio
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from reader.library import Library
from reader.tui.app import DatelineApp
from reader.tui.desk import Desk
from reader.tui.screens.reading import ReadingScreen

REST = 0.5
"""Seconds: what an article leaves to be written down is then on the disk."""


def articles(paths: Sequence[str], words: int, count: int, folder: Path) -> list[Path]:
    """Files of about ``words`` words, each with other paragraphs first."""
    texts = [Path(path).read_text("utf-8").split("\n\n") for path in paths]
    paragraphs = [paragraph for text in texts for paragraph in text if not paragraph.startswith(("---", "#", "|"))]
    made = []
    for number in range(count):
        turned = paragraphs[number * 3 % len(paragraphs) :] + paragraphs[: number * 3 % len(paragraphs)]
        taken: list[str] = []
        while sum(len(one.split()) for one in taken) < words:
            taken.append(turned[len(taken) % len(turned)])
        path = folder / f"2022-01-{number + 1:02}-article.txt"
        path.write_text("\n\n".join([f"Article {number}", *taken]), "utf-8")
        made.append(path)
    return made


async def first(path: Path, home: Path) -> tuple[float, float]:
    """Wall and CPU seconds from the first article on the screen to its panel, when nothing has been read before."""
    app = DatelineApp(Desk(Library.open(home), [str(path)], background=False))
    async with app.run_test(size=(120, 36)) as pilot:
        screen = app.screen_stack[0]
        assert isinstance(screen, ReadingScreen)
        while not screen.view.document:
            await asyncio.sleep(0.001)
        # The time is taken once the text has been drawn, which is when the screen is next idle.
        drawn = asyncio.Event()
        screen.call_after_refresh(drawn.set)
        await drawn.wait()
        wall, spent = time.perf_counter(), time.process_time()
        while not screen.panel.fact:
            await asyncio.sleep(0.005)  # looking more often would cost what is measured
        found = time.perf_counter() - wall, time.process_time() - spent
        await pilot.pause()
    return found


def firsts(path: Path, folder: Path, runs: int) -> list[tuple[float, float]]:
    """The same in as many processes of their own."""
    found = []
    for run in range(runs):
        command = [sys.executable, "-m", "tests.bench.panel", "--first", str(path), str(folder / f"first-{run}")]
        wall, spent = subprocess.run(command, check=True, capture_output=True, text=True).stdout.split()
        found.append((float(wall), float(spent)))
    return found


async def measure(paths: Sequence[Path], home: Path) -> list[tuple[float, float]]:
    """Wall and CPU seconds from opening each article to its filled panel."""
    app = DatelineApp(Desk(Library.open(home), [str(path) for path in paths], background=False))
    found: list[tuple[float, float]] = []
    async with app.run_test(size=(120, 36)) as pilot:
        screen = app.screen_stack[0]
        assert isinstance(screen, ReadingScreen)
        while not app.desk.settled or not screen.view.facts:
            await pilot.pause(0.02)
        for index in range(1, len(paths)):
            await asyncio.sleep(REST)
            wall, spent = time.perf_counter(), time.process_time()
            screen.open_index(index)
            while not (screen.view.document and f"Article {index}" in screen.view.document.title and screen.panel.fact):
                await asyncio.sleep(0.001)
            found.append((time.perf_counter() - wall, time.process_time() - spent))
    return found


def main(arguments: Sequence[str]) -> None:
    """Print the first, the median and the worst."""
    if arguments[:1] == ["--first"]:
        print(*asyncio.run(first(Path(arguments[1]), Path(arguments[2]))))
        return
    options = {"--words": 1000, "--runs": 5}
    given = list(arguments)
    for name in options:
        if name in given:
            at = given.index(name)
            options[name] = int(given[at + 1])
            del given[at : at + 2]
    words = options["--words"]
    with tempfile.TemporaryDirectory() as folder:
        paths = articles(given, words, 14, Path(folder))
        once = firsts(paths[0], Path(folder), options["--runs"])
        warm = asyncio.run(measure(paths, Path(folder) / "library"))
    for name, found in (("first of a process", once), ("warm", warm)):
        for kind, times in (("wall", [wall for wall, _ in found]), ("CPU", [spent for _, spent in found])):
            ordered = sorted(times)
            middle, worst = ordered[len(ordered) // 2], ordered[-1]
            print(f"{words} words, {name}, {kind}: median {middle * 1000:.0f} ms, worst {worst * 1000:.0f} ms")


if __name__ == "__main__":
    main(sys.argv[1:])
