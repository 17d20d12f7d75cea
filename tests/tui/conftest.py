"""A person at the reader: what the stories are told with."""

from __future__ import annotations

import shutil
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path
from typing import TypeAlias

import pytest
from textual.pilot import Pilot

from reader.jobs.take_in import take_in
from reader.library import Library
from reader.model import Fact
from reader.tui.app import DatelineApp
from reader.tui.desk import Desk
from reader.tui.screens.reading import ReadingScreen
from reader.tui.screens.search import SearchScreen

SEEDS = Path(__file__).parents[2] / "seeds"


class Story:
    """The reader, opened, with a person at its keys."""

    def __init__(self, pilot: Pilot[None], app: DatelineApp) -> None:
        self.pilot = pilot
        self.app = app

    @property
    def screen(self) -> ReadingScreen:
        """The reading screen."""
        screen = self.app.screen_stack[0]
        assert isinstance(screen, ReadingScreen)
        return screen

    async def settle(self) -> None:
        """Wait until nothing is under way."""
        for _ in range(3):
            await self.app.workers.wait_for_complete()
            await self.pilot.pause()

    async def press(self, *keys: str) -> None:
        """Press keys one after another, each answered before the next."""
        for key in keys:
            await self.pilot.press(key)
            await self.pilot.pause()
        await self.settle()

    async def type(self, text: str) -> None:
        """Type text."""
        await self.pilot.press(*("space" if character == " " else character for character in text))
        await self.settle()

    async def wait_until(self, true: Callable[[], bool]) -> None:
        """Wait for something that work in the background brings about."""
        for _ in range(400):
            if true():
                return
            await self.pilot.pause(0.02)
        raise TimeoutError(f"it never came; the status line says {self.status!r}")

    async def read(self) -> None:
        """Wait until an article is open with its facts."""
        await self.wait_until(lambda: bool(self.screen.view.facts))

    @property
    def title(self) -> str:
        """Title of the open article."""
        document = self.screen.view.document
        return document.title if document else ""

    @property
    def status(self) -> str:
        """The sentence in the status line."""
        return self.screen.status.message

    @property
    def selected_text(self) -> str:
        """The words of the current thing."""
        view = self.screen.view
        assert view.document is not None
        return view.current.of(view.document.text) if view.current else ""

    @property
    def shown(self) -> str:
        """The text on the screen."""
        view = self.screen.view
        assert view.document is not None
        return view.visible_span.of(view.document.text)

    def screen_text(self) -> str:
        """All that is drawn, as text."""
        width, height = self.app.size
        lines = self.app.screen._compositor.render_strips()
        assert len(lines) == height, width
        return "\n".join("".join(segment.text for segment in strip).rstrip() for strip in lines)

    async def choose_fact(self, words: str) -> Fact:
        """Put the panel's cursor on the row that begins with ``words`` and press Enter."""
        panel = self.screen.panel
        row = next(at for at, row in enumerate(panel.rows) if row.label.startswith(words))
        panel.move_to(row)
        panel.action_fact_go()
        await self.settle()
        fact = panel.fact
        assert fact is not None
        return fact

    @property
    def search(self) -> SearchScreen:
        """The search screen, which must be open."""
        assert isinstance(self.app.screen, SearchScreen)
        return self.app.screen


Open: TypeAlias = Callable[..., AbstractAsyncContextManager[Story]]


@pytest.fixture(scope="session")
def seeded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library that knows the samples, made once."""
    home = tmp_path_factory.mktemp("seeded") / "library"
    with Library.open(home) as library:
        take_in(library, [str(SEEDS)], lambda done, total, failed: None)
    return home


@pytest.fixture
def opened(seeded: Path, tmp_path: Path) -> Open:
    """Opens the reader: ``async with opened(paths..., size=(80, 24)) as story``."""

    @asynccontextmanager
    async def open_reader(
        *paths: Path | str, size: tuple[int, int] = (120, 36), home: Path | None = None, wait: bool = True
    ) -> AsyncIterator[Story]:
        if home is None:
            home = tmp_path / "library"
            if not home.exists():
                shutil.copytree(seeded, home)
        app = DatelineApp(Desk(Library.open(home), [str(path) for path in paths or (SEEDS,)], background=False))
        async with app.run_test(size=size) as pilot:
            story = Story(pilot, app)
            if wait:
                await story.read()
                await story.wait_until(lambda: app.desk.settled)
                await story.settle()
            yield story

    return open_reader
