"""Every colour of text stands out from its ground, in every theme; kinds differ whatever eyes look at them."""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterator

import pytest
from rich.color import Color as RichColor
from rich.color import ColorType
from rich.style import Style
from textual.color import Color
from textual.widget import Widget

from reader.tui.app import DatelineApp
from reader.tui.readable import ENOUGH, contrast, readable
from reader.tui.themes import THEMES
from reader.tui.widgets.article_page import ArticlePage
from tests.tui.conftest import Open

# xterm's palette, which terminals without one of their own use.
XTERM = [
    (0, 0, 0), (205, 0, 0), (0, 205, 0), (205, 205, 0), (0, 0, 238), (205, 0, 205), (0, 205, 205), (229, 229, 229),
    (127, 127, 127), (255, 0, 0), (0, 255, 0), (255, 255, 0), (92, 92, 255), (255, 0, 255), (0, 255, 255),
    (255, 255, 255),
]  # fmt: skip
# Machado, Oliveira and Fernandes (2009), severity 1.0, on linear RGB.
BLIND = {
    "protanopia": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "deuteranopia": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
    "tritanopia": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.303900)),
}
KINDS = ("person", "organisation", "place", "group", "date")
APART = 20.0
"""Distance in CIELAB (CIE76) at which two colours of text are told apart at a glance."""


def rgb(colour: RichColor | None, dark: bool, *, ground: bool) -> Color:
    """The colour as an xterm shows it."""
    if colour is None or colour.type is ColorType.DEFAULT:
        return Color(0, 0, 0) if dark == ground else Color(255, 255, 255)
    if colour.number is not None and colour.number < 16:
        return Color(*XTERM[colour.number])
    return Color.from_rich_color(colour)


def styles(widget: Widget) -> Iterator[tuple[str, Style]]:
    """The widget's own style and those of its states."""
    yield "", widget.rich_style
    for name in getattr(widget, "COMPONENT_CLASSES", ()):
        yield name, widget.get_component_rich_style(name)


def failing(app: DatelineApp) -> list[str]:
    """What cannot be read on the screen as it is."""
    dark = app.current_theme.dark
    found = []
    for widget in app.screen.query("*").results(Widget):
        if not type(widget).__module__.startswith("reader."):
            continue
        for name, style in styles(widget):
            ratio = contrast(rgb(style.color, dark, ground=False), rgb(style.bgcolor, dark, ground=True))
            if ratio < ENOUGH - 0.05:  # colours are rounded to bytes
                found.append(f"{app.theme}: {widget.id} {name} {ratio:.2f}")
    return found


async def test_everything_can_be_read_in_every_theme(opened: Open) -> None:
    async with opened(size=(160, 45)) as story:
        app = story.app
        unreadable: list[str] = []
        for keys in ((), ("f",), ("comma",)):
            if keys:
                await story.press(*keys)
            for theme in sorted(app.available_themes):
                app.theme = theme
                await story.pilot.pause()
                unreadable += failing(app)
            if keys:
                await story.press("escape")
        assert len(app.available_themes) >= len(THEMES) + 15
        assert not unreadable, "\n".join(unreadable)


async def test_kinds_differ_without_any_colour(opened: Open) -> None:
    async with opened(size=(120, 36)) as story:
        view = story.screen.query_one(ArticlePage)
        for loud in ("", "-loud"):
            kinds = KINDS if not loud else (*KINDS, "quotation", "figure")
            made = {kind: view.get_component_rich_style(f"article--{kind}{loud}").without_color for kind in kinds}
            made["plain text"] = view.rich_style.without_color
            for (one, style), (other, beside) in itertools.combinations(made.items(), 2):
                assert style != beside, f"{one}{loud} looks like {other}"


def linear(colour: Color) -> tuple[float, float, float]:
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in colour.normalized)
    return red, green, blue


def seen(colour: Color, eyes: str) -> tuple[float, float, float]:
    """CIELAB of a colour as these eyes see it."""
    light = linear(colour)
    if eyes:
        red, green, blue = (
            min(1.0, max(0.0, sum(a * b for a, b in zip(row, light, strict=True)))) for row in BLIND[eyes]
        )
        light = red, green, blue
    red, green, blue = light
    x = (0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.9505
    y = 0.2126 * red + 0.7152 * green + 0.0722 * blue
    z = (0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.089
    fx, fy, fz = (t ** (1 / 3) if t > 0.008856 else 7.787 * t + 16 / 116 for t in (x, y, z))
    return 116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)


@pytest.mark.parametrize("eyes", ["", *BLIND])
async def test_kinds_differ_to_any_eyes(opened: Open, eyes: str) -> None:
    async with opened(size=(120, 36)) as story:
        view = story.screen.query_one(ArticlePage)
        for theme in THEMES:
            story.app.theme = theme.name
            await story.pilot.pause()
            made = {kind: view.get_component_rich_style(f"article--{kind}") for kind in KINDS}
            for (one, style), (other, beside) in itertools.combinations(made.items(), 2):
                apart = math.dist(*(seen(rgb(each.color, True, ground=False), eyes) for each in (style, beside)))
                marks = sum(
                    bool(getattr(style, mark)) != bool(getattr(beside, mark))
                    for mark in ("bold", "italic", "underline", "underline2")
                )
                assert apart >= APART or marks, f"{one} and {other} look alike in {theme.name}: {apart:.1f}"


def test_a_readable_colour_stays_and_another_moves_as_little_as_it_must() -> None:
    page = Color.parse("#101010")
    assert readable(Color.parse("#8ab4f8"), [page]) == Color.parse("#8ab4f8")
    moved = readable(Color.parse("#334455"), [page])
    assert ENOUGH <= contrast(moved, page) < ENOUGH + 1.5
    assert contrast(Color(0, 0, 0), Color(255, 255, 255)) == pytest.approx(21.0)
