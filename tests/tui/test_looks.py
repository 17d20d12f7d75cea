"""How it looks, at the sizes and in the themes that matter. The article and its facts are the test's own, so that a
better extractor does not change a picture."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable, Sequence
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from reader.annotate.corrections import Reviewed
from reader.library import Library
from reader.model import ActorMention, ActorType, DateFact, Document, Fact, Quote, Span
from reader.tui.app import DatelineApp
from reader.tui.desk import Desk
from reader.tui.screens.reading import ReadingScreen
from reader.tui.taken import Taken
from reader.tui.themes import THEMES

ARTICLE = """---
title: Ministers meet in Vienna
published: 2022-03-02
source: The Example
---

# Ministers meet in Vienna

Foreign Minister **Anna Example** met [Boris Muster](https://example.org/) in Vienna on Tuesday. “We have *not*
finished,” she said.

## What was on the table

- The treaty of 1997, in `Article 5`
- Prices
  1. of gas
  2. of grain 🌾

| Country | Vote | Since |
|---|---|---|
| Österreich | yes | 1995 |
| 日本 | no | 1956 |

> A quotation that somebody else wrote down.

```python
def votes(country: str) -> int:  # counted
    return 1
```

---

The Example Union will meet again next week.
"""
NAMES: tuple[tuple[str, ActorType, str], ...] = (
    ("Anna Example", "person", "a1"),
    ("Boris Muster", "person", "a2"),
    ("Vienna", "place", "a3"),
    ("Example Union", "organisation", "a4"),
    ("Österreich", "place", "a5"),
)
DATES = (("Tuesday", "2022-03-01"), ("1997", "1997"), ("next week", "2022-W10"))


class FixedDesk(Desk):
    """A desk whose facts never change."""

    async def facts(self, document: Document, place: int = 0) -> Taken:
        text = document.text
        facts: list[Fact] = []
        for name, kind, actor in NAMES:
            for found in re.finditer(re.escape(name), text):
                facts.append(
                    ActorMention(start=found.start(), end=found.end(), text=name, type=kind, value=name, actor=actor)
                )
        for words, value in DATES:
            at = text.index(words)
            facts.append(DateFact(start=at, end=at + len(words), text=words, type="DATE", value=value))
        at = text.index("“We have")
        words = text[at : text.index("” she")]
        facts.append(Quote(start=at, end=at + len(words), text=words, direct=True, speaker="Anna Example"))
        facts.sort(key=lambda fact: fact.start)
        return Taken(facts, Span(0, len(text)), judged=[Reviewed(fact) for fact in facts])


@pytest.fixture
def app(tmp_path: Path) -> Callable[[str], DatelineApp]:
    def make(theme: str) -> DatelineApp:
        folder = tmp_path / "articles"
        folder.mkdir()
        (folder / "a.md").write_text(ARTICLE, "utf-8")
        (folder / "b.md").write_text(ARTICLE.replace("Vienna", "Geneva").replace("2022-03-02", "2022-03-05"), "utf-8")
        return DatelineApp(FixedDesk(Library.open(tmp_path / "library"), [str(folder)], background=False), theme=theme)

    return make


def ready(keys: Sequence[str]) -> Callable[[Pilot[None]], Awaitable[None]]:
    async def run(pilot: Pilot[None]) -> None:
        app = pilot.app
        assert isinstance(app, DatelineApp)
        for _ in range(400):
            screen = app.screen
            if app.desk.settled and isinstance(screen, ReadingScreen) and screen.view.facts:
                break
            await pilot.pause(0.02)
        else:
            raise TimeoutError("no facts came")  # a picture without them would show nothing
        for key in keys:
            await pilot.press(key)
            await pilot.pause()
        await app.workers.wait_for_complete()
        for _ in range(5):
            await pilot.pause(0.06)

    return run


Make = Callable[[str], DatelineApp]


@pytest.mark.parametrize("size", [(120, 36), (80, 24), (40, 12)], ids=lambda size: f"{size[0]}x{size[1]}")
def test_sizes(snap_compare: Any, app: Make, size: tuple[int, int]) -> None:
    assert snap_compare(app("dateline-dark"), terminal_size=size, run_before=ready(["e"]))


@pytest.mark.parametrize("theme", [theme.name for theme in THEMES[1:]])
def test_themes(snap_compare: Any, app: Make, theme: str) -> None:
    assert snap_compare(app(theme), terminal_size=(120, 36), run_before=ready(["t"]))


def test_without_colour(snap_compare: Any, app: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    assert snap_compare(app("dateline-dark"), terminal_size=(80, 24), run_before=ready(["e", "e"]))


def test_the_table_at_the_end_of_a_narrow_screen(snap_compare: Any, app: Make) -> None:
    assert snap_compare(app("dateline-dark"), terminal_size=(44, 24), run_before=ready(["d"]))


def test_facts_over_the_text(snap_compare: Any, app: Make) -> None:
    assert snap_compare(app("dateline-dark"), terminal_size=(80, 24), run_before=ready(["i", "j"]))


def test_loud_highlights(snap_compare: Any, app: Make) -> None:
    assert snap_compare(app("dateline-dark"), terminal_size=(80, 24), run_before=ready(["f4"]))
