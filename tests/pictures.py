"""Make ``screenshots/`` from ``seeds/``: ``python -m tests.pictures``. Two runs give the same bytes.

Every story in dark, on paper and without colour, at 80 × 24 and wide, and the recording. ``python -m tests.pictures
search table`` makes those stories alone.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import shutil
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from rich.cells import cell_len
from rich.color import Color, ColorType
from rich.segment import Segment
from rich.style import Style
from rich.terminal_theme import MONOKAI
from textual.pilot import Pilot

from tests.svg import Row, Run, joined, picture

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / "screenshots"


@dataclass(frozen=True, slots=True)
class Story:
    """What is done before the picture is taken."""

    name: str
    keys: Sequence[str] = ()
    article: str = "000"
    """Part of the file's name."""


@dataclass(frozen=True, slots=True)
class Look:
    """How the screen looks on which it is done."""

    name: str
    """What the picture's name ends in."""
    size: tuple[int, int]
    theme: str = "dateline-dark"
    no_color: bool = False


def typed(text: str) -> list[str]:
    """Keys that type a text."""
    names = {" ": "space", "-": "minus", ":": "colon", "#": "number_sign", ".": "full_stop"}
    return [names.get(character, character) for character in text]


DATED = ["P", *typed("2021-12-30"), "enter"]
NOTED = ["e", "e", "1", "t", "m", *typed("Which line? Ask Peskov."), "ctrl+s"]
STORIES = (
    Story("panes", [*DATED, "e", "e", "e", "e"]),
    Story("facts", [*DATED, "tab", "down", "down"]),
    Story("search", ["f", *typed("borel uninvolvd")]),
    Story("find", ["slash", *typed("geneva"), "enter"]),
    Story("annotate", [*DATED, *NOTED]),
    Story("caret", [*DATED, "e", "e", "v", "e", "e", "e"]),
    Story("annotations", [*DATED, *NOTED, "I"]),
    Story("labels", ["ctrl+l"]),
    Story("actor", [*DATED, "e", "e", "p"]),
    Story("timeline", [*DATED, "L"]),
    Story("elsewhere", [*DATED, "M"]),
    Story("export", [*DATED, *NOTED, "W"]),
    Story("settings", ["comma"]),
    Story("palette", ["colon"]),
    Story("table", ["space"], article="week-of-talks"),
    Story("guide", ["question_mark"]),
)
NARROW, WIDE = (80, 24), (132, 36)
LOOKS = (
    Look("", WIDE),
    Look("-80x24", NARROW),
    Look("-paper", WIDE, "dateline-paper"),
    Look("-paper-80x24", NARROW, "dateline-paper"),
    Look("-monochrome", WIDE, no_color=True),
    Look("-monochrome-80x24", NARROW, no_color=True),
)
TINY = Look("-40x12", (40, 12))
CONTRAST = Look("-contrast", WIDE, "dateline-contrast")


def wanted(names: set[str]) -> list[tuple[Story, Look]]:
    """The pictures of these stories, or all."""
    every = [(story, look) for story in STORIES for look in LOOKS]
    every += [(STORIES[0], TINY), (STORIES[0], CONTRAST)]
    return [(story, look) for story, look in every if not names or story.name in names]


def prepare(home: Path) -> None:
    """Make a library that knows the samples and their facts."""
    from reader.jobs.facts import FactsInBulk
    from reader.jobs.take_in import take_in
    from reader.jobs.workers import Workers
    from reader.library import Library

    workers = Workers(1)
    with Library.open(home) as library:
        take_in(library, [str(ROOT / "seeds")], lambda done, total, failed: None)
        FactsInBulk(library, workers).run()
    workers.close()


async def take(story: Story, look: Look, home: Path) -> str:
    """Open the reader on a copy of the prepared library, press the keys, and give the screen."""
    from reader.library import Library
    from reader.tui.app import DatelineApp
    from reader.tui.desk import Desk
    from reader.tui.screens.reading import ReadingScreen

    os.environ.pop("NO_COLOR", None)
    if look.no_color:
        os.environ["NO_COLOR"] = "1"
    with tempfile.TemporaryDirectory() as folder:
        own = Path(shutil.copytree(home, Path(folder) / "library"))
        desk = Desk(Library.open(own), [str(ROOT / "seeds")], background=False)
        app = DatelineApp(desk, theme=look.theme)
        app.animation_level = "none"
        async with app.run_test(size=look.size) as pilot:
            screen = app.screen
            assert isinstance(screen, ReadingScreen)
            await until(pilot, lambda: desk.settled and bool(screen.view.facts))
            if story.article not in (screen.view.document.path or "" if screen.view.document else ""):
                rows = desk.list.rows(0, 50)
                known = [desk.library.documents.row(row.id) for row in rows]
                screen.open_index(
                    next(at for at, row in enumerate(known) if story.article in ((row and row.path) or ""))
                )
                await until(pilot, lambda: bool(screen.view.facts))
            for key in story.keys:
                await pilot.press(key)
                await settle(pilot, 1)
            await settle(pilot, 4)
            strips = app.screen._compositor.render_strips()
            rows_drawn = [_row(list(strip), look.size[0], app.current_theme.dark) for strip in strips]
            return picture(rows_drawn, f"Dateline — {story.name}")


def _row(segments: Sequence[Segment], width: int, dark: bool) -> Row:
    runs = [_run(segment, dark) for segment in segments if segment.text and not segment.control]
    rest = width - sum(run.cells for run in runs)
    return joined([*runs, *([Run(" " * rest, rest, runs[-1].colour, runs[-1].ground)] if rest > 0 and runs else [])])


def _run(segment: Segment, dark: bool) -> Run:
    style = segment.style or Style()
    plain = ("#dadde3", "#14171c") if dark else ("#26221b", "#f7f3ea")
    front, ground = _hex(style.color, plain[0]), _hex(style.bgcolor, plain[1])
    if style.reverse:
        front, ground = ground, front
    return Run(
        segment.text, cell_len(segment.text), front, ground,
        bool(style.bold), bool(style.italic), bool(style.underline or style.underline2), bool(style.strike),
    )  # fmt: skip


def _hex(colour: Color | None, default: str) -> str:
    if colour is None or colour.type == ColorType.DEFAULT:
        return default
    return colour.get_truecolor(MONOKAI).hex


async def until(pilot: Pilot[None], true: Callable[[], bool]) -> None:
    """Wait for work in the background."""
    for _ in range(500):
        if true():
            break
        await pilot.pause(0.02)
    await settle(pilot, 2)


async def settle(pilot: Pilot[None], times: int) -> None:
    """Wait until nothing moves."""
    for _ in range(times):
        await pilot.app.workers.wait_for_complete()
        await pilot.pause(0.05 if times > 1 else 0)


def main() -> None:
    """Make the pictures of the stories named as arguments; without any, all, and the recording."""
    from tests.recording import record

    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*", help=f"{', '.join(story.name for story in STORIES)}, recording")
    parser.add_argument("--to", type=Path, default=FOLDER, metavar="DIR", help="a folder other than screenshots/")
    options = parser.parse_args()
    names, made = set(options.names), set()
    options.to.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder) / "library"
        prepare(home)
        for story, look in wanted(names):
            path = options.to / f"{story.name}{look.name}.svg"
            path.write_text(asyncio.run(take(story, look, home)), "utf-8")
            made.add(path)
            print(path.name, flush=True)
        os.environ.pop("NO_COLOR", None)
        if not names or "recording" in names:
            for path in record(home, options.to):
                made.add(path)
                print(path.name)
    for path in () if names else sorted(set(options.to.iterdir()) - made):
        path.unlink()
        print(f"{path.name} is no picture any more")


if __name__ == "__main__":
    main()
