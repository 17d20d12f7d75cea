"""Terminal screens as SVG that opens offline: one screen as a picture, several as a film that plays by itself."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeAlias
from xml.sax.saxutils import escape

CELL, LINE, FONT = 8.4, 18, 14
"""Width and height of a cell and size of the letters, in pixels."""
_MARGIN, _BAR = 12, 30


@dataclass(frozen=True, slots=True)
class Run:
    """Text of one look within a line of the screen."""

    text: str
    cells: int
    colour: str
    """``#rrggbb``, as the other one."""
    ground: str
    bold: bool = False
    italic: bool = False
    underline: bool = False
    struck: bool = False

    @property
    def look(self) -> str:
        """Its CSS."""
        lines = " ".join(name for name, on in (("underline", self.underline), ("line-through", self.struck)) if on)
        parts = [f"fill:{self.colour}"]
        parts += ["font-weight:bold"] if self.bold else []
        parts += ["font-style:italic"] if self.italic else []
        parts += [f"text-decoration:{lines}"] if lines else []
        return ";".join(parts)


Row: TypeAlias = tuple[Run, ...]
"""A line of the screen, all its cells."""


@dataclass(frozen=True, slots=True)
class Frame:
    """A screen and how long it is looked at."""

    rows: tuple[Row, ...]
    seconds: float = 0.0
    says: str = ""
    """What stands in the bar of the window."""


def picture(rows: Sequence[Row], title: str) -> str:
    """One screen."""
    looks = _Looks()
    body = "".join(f'<g transform="translate(0 {LINE * at})">{looks.row(row)}</g>\n' for at, row in enumerate(rows))
    return _window(rows, looks, body, f'<text class="bar" x="50%" y="20">{escape(title)}</text>')


def film(frames: Sequence[Frame]) -> str:
    """Several screens, one after the other and again. Equal lines are drawn once, however many frames have them."""
    looks = _Looks()
    names: dict[Row, str] = {}
    for frame in frames:
        for row in frame.rows:
            names.setdefault(row, f"l{len(names)}")
    drawn = "".join(f'<g id="{name}">{looks.row(row)}</g>\n' for row, name in names.items())
    whole = sum(frame.seconds for frame in frames)
    body, bar, rules, begin = "", "", "", 0.0
    for at, frame in enumerate(frames):
        uses = "".join(f'<use href="#{names[row]}" y="{LINE * line}"/>' for line, row in enumerate(frame.rows))
        body += f'<g class="f f{at}">{uses}</g>\n'
        bar += f'<text class="bar f f{at}" x="50%" y="20">{escape(frame.says)}</text>\n'
        first, end = 100 * begin / whole, 100 * (begin + frame.seconds) / whole
        before = f"0%,{first:.3f}%{{visibility:hidden}}" if at else ""
        after = f"{end:.3f}%,100%{{visibility:hidden}}" if at < len(frames) - 1 else ""
        rules += (
            f"@keyframes k{at}{{{before}{first:.3f}%{{visibility:visible}}{after}}}.f{at}{{animation-name:k{at}}}\n"
        )
        begin += frame.seconds
    rules += f".f{{visibility:hidden;animation-duration:{whole:g}s;animation-timing-function:step-end;"
    rules += "animation-iteration-count:infinite}\n"
    # Where nothing may move, the last screen is the picture.
    rules += f"@media (prefers-reduced-motion){{.f{{animation:none}}.f{len(frames) - 1}{{visibility:visible}}}}\n"
    return _window(frames[0].rows, looks, body, bar, f"<defs>\n{drawn}</defs>\n", rules)


class _Looks:
    """CSS classes of the looks that there are."""

    def __init__(self) -> None:
        self._names: dict[str, str] = {}

    def row(self, row: Row) -> str:
        """A line at the top left corner."""
        grounds, words, x = "", "", 0
        for run in row:
            width = f"{CELL * run.cells:g}"
            grounds += f'<rect x="{CELL * x:g}" width="{width}" height="{LINE}" fill="{run.ground}"/>'
            lined = run.underline or run.struck
            text = run.text if lined else run.text.strip(" ")
            if text:
                name = self._names.setdefault(run.look, f"s{len(self._names)}")
                left = x if lined else x + len(run.text) - len(run.text.lstrip(" "))
                cells = run.cells - len(run.text) + len(text)
                fit = f'textLength="{CELL * cells:g}" lengthAdjust="spacingAndGlyphs"'
                # Not every program that shows SVG keeps more than one space.
                shown = escape(text.replace(" ", "\u00a0") if lined or "  " in text else text)
                words += f'<text class="{name}" x="{CELL * left:g}" y="{LINE - 4}" {fit}>{shown}</text>'
            x += run.cells
        return grounds + words

    @property
    def rules(self) -> str:
        """The classes."""
        return "".join(f".{name}{{{look}}}\n" for look, name in self._names.items())


def _window(rows: Sequence[Row], looks: _Looks, body: str, bar: str, drawn: str = "", rules: str = "") -> str:
    width = CELL * sum(run.cells for run in rows[0]) + 2 * _MARGIN
    height = LINE * len(rows) + _BAR + _MARGIN
    ground = rows[0][0].ground
    fonts = "DejaVu Sans Mono,Menlo,Consolas,monospace"
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:g} {height:g}">\n<style>\n'
        f"text{{font:{FONT}px {fonts};white-space:pre}}\n"
        f".bar{{fill:#8b8f96;font:13px sans-serif;text-anchor:middle}}\n{looks.rules}{rules}</style>\n{drawn}"
        f'<rect width="{width:g}" height="{height:g}" rx="8" fill="{ground}" stroke="#8b8f96" stroke-opacity=".5"/>\n'
        + "".join(f'<circle cx="{16 + 18 * at}" cy="15" r="5" fill="#8b8f96" fill-opacity=".5"/>\n' for at in range(3))
        + f'{bar}\n<g transform="translate({_MARGIN} {_BAR})" shape-rendering="crispEdges">\n{body}</g>\n</svg>\n'
    )


def joined(cells: Iterable[Run]) -> Row:
    """Neighbours of one look as one run, so that a line has few."""
    row: list[Run] = []
    for cell in cells:
        last = row[-1] if row else None
        if last is not None and (last.look, last.ground) == (cell.look, cell.ground):
            row[-1] = Run(
                last.text + cell.text, last.cells + cell.cells, cell.colour, cell.ground,
                cell.bold, cell.italic, cell.underline, cell.struck,
            )  # fmt: skip
        else:
            row.append(cell)
    return tuple(row)
