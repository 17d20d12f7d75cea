"""Make ``screenshots/*.svg`` from ``seeds/``: ``python -m tests.pictures``. Two runs give the same bytes."""

from __future__ import annotations

import asyncio
import os
import re
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from textual.pilot import Pilot

ROOT = Path(__file__).parents[1]


@dataclass(frozen=True, slots=True)
class Picture:
    """One story, as it looks."""

    name: str
    size: tuple[int, int]
    keys: Sequence[str] = ()
    theme: str = "dateline-dark"
    article: str = "000"
    """Part of the file's name."""
    no_color: bool = False


def typed(text: str) -> list[str]:
    """Keys that type a text."""
    return ["space" if character == " " else character for character in text]


DATED = ["P", *typed("2021-12-30"), "enter"]
PICTURES = (
    Picture("panes", (132, 36), [*DATED, "e", "e", "e", "e"]),
    Picture("wide", (160, 45), [*DATED, "t", "t"]),
    Picture("narrow", (80, 24), DATED),
    Picture("tiny", (40, 12), DATED),
    Picture("facts", (80, 24), [*DATED, "i", "down", "down"]),
    Picture("search", (100, 28), ["f", *typed("borel uninvolvd")]),
    Picture("find", (100, 28), ["slash", *typed("geneva"), "enter"]),
    Picture("paper", (132, 36), [*DATED, "t"], theme="dateline-paper"),
    Picture("contrast", (100, 28), [*DATED, "e"], theme="dateline-contrast"),
    Picture("monochrome", (100, 28), [*DATED, "e", "e"], no_color=True),
    Picture("table", (100, 32), ["space"], article="week-of-talks"),
    Picture("guide", (100, 32), ["question_mark"]),
)

_REMOTE = re.compile(r"@font-face\s*{[^}]*}\s*")
_FONTS = "Fira Code, DejaVu Sans Mono, Menlo, Consolas, monospace"


def offline(svg: str) -> str:
    """The picture without the fonts that it would fetch from the network, and with names that are always the same."""
    svg = _REMOTE.sub("", svg).replace("font-family: Fira Code, monospace", f"font-family: {_FONTS}")
    found = re.search(r"terminal-(\d+)", svg)
    return svg.replace(f"terminal-{found[1]}", "dateline") if found else svg


async def take(picture: Picture) -> str:
    """Open the reader on the samples, press the keys, and give the screen."""
    from reader.library import Library
    from reader.tui.app import DatelineApp
    from reader.tui.desk import Desk
    from reader.tui.screens.reading import ReadingScreen

    with tempfile.TemporaryDirectory() as folder:
        desk = Desk(Library.open(Path(folder) / "library"), [str(ROOT / "seeds")], background=False)
        app = DatelineApp(desk, theme=picture.theme)
        async with app.run_test(size=picture.size) as pilot:
            screen = app.screen
            assert isinstance(screen, ReadingScreen)
            await until(pilot, lambda: desk.settled and bool(screen.view.facts))
            if picture.article not in (screen.view.document.path or "" if screen.view.document else ""):
                rows = desk.list.rows(0, 50)
                known = [desk.library.documents.row(row.id) for row in rows]
                screen.open_index(
                    next(at for at, row in enumerate(known) if picture.article in ((row and row.path) or ""))
                )
                await until(pilot, lambda: bool(screen.view.facts))
            for key in picture.keys:
                await pilot.press(key)
                await pilot.pause()
            await settle(pilot)
            return offline(app.export_screenshot(title="Dateline"))


async def until(pilot: Pilot[None], true: object) -> None:
    """Wait for work in the background."""
    assert callable(true)
    for _ in range(500):
        if true():
            break
        await pilot.pause(0.02)
    await settle(pilot)


async def settle(pilot: Pilot[None]) -> None:
    """Wait until nothing moves."""
    for _ in range(3):
        await pilot.app.workers.wait_for_complete()
        await pilot.pause(0.1)


def main() -> None:
    """Make the pictures named as arguments, or all."""
    wanted = set(sys.argv[1:])
    folder = ROOT / "screenshots"
    folder.mkdir(exist_ok=True)
    for picture in PICTURES:
        if wanted and picture.name not in wanted:
            continue
        os.environ.pop("NO_COLOR", None)
        if picture.no_color:
            os.environ["NO_COLOR"] = "1"
        (folder / f"{picture.name}.svg").write_text(asyncio.run(take(picture)), "utf-8")
        print(f"screenshots/{picture.name}.svg")


if __name__ == "__main__":
    main()
