"""What a key costs in caret mode, and how soon an annotation is on the screen and on the disk.

``python -m tests.bench.annotating [--megabytes 10] [--annotations 2000]`` opens the reader, headless, on articles of
its own: motions in a long one, labels in one with many annotations. Milliseconds: ``key`` is processor time of the
whole program for a key until the screen is drawn, beside that of scrolling a line, which draws the page anew; ``drawn``
is processor time from the key to the drawn label, ``durable`` the time by the clock until the library has it.
"""

from __future__ import annotations

import argparse
import asyncio
import tempfile
import time
from collections.abc import Awaitable, Callable
from pathlib import Path
from statistics import median

from textual.pilot import Pilot

from reader.library import AddAnnotation, Library
from reader.model import Anchor, Annotation, Span
from reader.tui.app import DatelineApp
from reader.tui.desk import Desk
from reader.tui.screens.reading import ReadingScreen

SENTENCE = (
    "The White House said that Joe Biden was to meet Vladimir Putin in Geneva on 16 June 2021, and that é the talks "
    "would go on for “some days”. "
)
MOTIONS = (
    ("scroll a line, for comparison", "j", False),
    ("character", "l", True),
    ("line", "j", True),
    ("word", "w", True),
    ("word back", "b", True),
    ("sentence", "right_parenthesis", True),
    ("paragraph", "right_curly_bracket", True),
)


def article(folder: Path, code_points: float) -> None:
    """A folder with one article of so many code points."""
    folder.mkdir()
    paragraph = SENTENCE * 6
    count = int(code_points / len(paragraph)) + 1
    text = "\n\n".join(f"{number} {paragraph}" for number in range(count))
    (folder / "long.txt").write_text(f"A headline\n\n{text}", "utf-8")


async def opened(code_points: float, act: Callable[[Pilot[None], DatelineApp, ReadingScreen], Awaitable[None]]) -> None:
    """Open the reader on such an article and do something."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "articles"
        article(folder, code_points)
        app = DatelineApp(Desk(Library.open(Path(name) / "library"), [str(folder)], background=False))
        async with app.run_test(size=(120, 40)) as pilot:
            screen = app.screen
            assert isinstance(screen, ReadingScreen)
            while not (app.desk.settled and screen.view.facts):
                await pilot.pause(0.05)
            while screen.view._layout is None or not screen.view._layout.complete:
                await pilot.pause(0.05)
            await act(pilot, app, screen)


async def motions(pilot: Pilot[None], app: DatelineApp, screen: ReadingScreen) -> None:
    """Keys in the middle of a long article."""
    assert screen.view.document is not None
    length = len(screen.view.document.text)
    screen.view.set_current(Span(length // 2, length // 2), reveal=True)
    screen.view.set_current(None)
    await pilot.pause(1.0)
    print(f"{'key, ms':34} median  worst   selecting: median  worst   in {length:,} code points")
    for name, key, caret in MOTIONS:
        figures: list[float] = []
        for selecting in (False, True) if caret else (False,):
            if caret:
                await pilot.press("v")
                await pilot.press(*("v",) if selecting else ())
            times = []
            for _ in range(25):
                start = time.process_time()
                await pilot.press(key)
                await pilot.pause()
                times.append((time.process_time() - start) * 1000)
            if caret:
                await pilot.press("escape")
            figures += [median(times), max(times)]
        print(f"{name:34} " + " ".join(f"{figure:6.1f}" for figure in figures))


def labels(count: int) -> Callable[[Pilot[None], DatelineApp, ReadingScreen], Awaitable[None]]:
    """Labels put on and taken off among ``count`` annotations."""

    async def act(pilot: Pilot[None], app: DatelineApp, screen: ReadingScreen) -> None:
        document, view = screen.view.document, screen.view
        assert document is not None
        step = len(document.text) // count
        spans = [Span(at * step, at * step + 30) for at in range(count)]
        anchors = [Anchor.of(document.text, span, document.version) for span in spans]
        made = [Annotation(id="", document=document.id, anchor=anchor, label="claim") for anchor in anchors]
        app.desk.library.annotations.add_each([AddAnnotation(one) for one in made])
        app.desk.library.settle()
        await screen.refresh_notes()
        await pilot.pause(1.5)
        drawn, durable = [], []
        for at in range(30):
            place = len(document.text) // 2 + at * 211
            span = Span(place, place + 20)
            view.set_current(span, reveal=at == 0)
            await pilot.pause(0.05)
            begun, start = time.perf_counter(), time.process_time()
            screen.action_label_put("1")
            rows = range(view.size.height)
            for y in rows:
                view.render_line(y)
            drawn.append((time.process_time() - start) * 1000)
            while app.desk.notebook.pending:
                await asyncio.sleep(0.001)
            durable.append((time.perf_counter() - begun) * 1000)
        print(
            f"among {count:,} annotations   drawn {median(drawn):.1f} ms (worst {max(drawn):.1f})"
            f"   durable {median(durable):.1f} ms (worst {max(durable):.1f})"
        )

    return act


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--megabytes", type=float, default=10)
    parser.add_argument("--annotations", type=int, default=2000)
    options = parser.parse_args()
    asyncio.run(opened(options.megabytes * 1e6, motions))
    asyncio.run(opened(300_000, labels(options.annotations)))


if __name__ == "__main__":
    main()
