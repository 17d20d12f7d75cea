"""The reader's labels, a line each: key, colour, name, description and how often it is used."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.binding import BindingType
from textual.color import Color, ColorParseError

from reader.markdown.fit import fit, one_line
from reader.model import Label
from reader.tui.actions import bindings
from reader.tui.label_colours import HUES, colour_name
from reader.tui.widgets.row_list import RowList


class LabelList(RowList):
    """A line a label; below them those that annotations name though they are in the set no more."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("labels")]

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.labels: list[Label] = []
        self._counts: Mapping[str, int] = {}
        self._known: set[str] = set()

    def set_labels(self, labels: Sequence[Label], counts: Mapping[str, int]) -> None:
        """Show labels and how many annotations name each."""
        self._known = {label.name for label in labels}
        self._counts = counts
        self.labels = [*labels, *(Label(name) for name in sorted(counts) if name not in self._known)]
        self.rows_changed()

    @property
    def label(self) -> Label | None:
        """The label under the cursor."""
        return self.labels[self.cursor] if self.cursor < len(self.labels) else None

    def is_in_set(self, label: Label) -> bool:
        """Whether it is one of the reader's labels, not only named by annotations."""
        return label.name in self._known

    def count(self) -> int:
        return len(self.labels) or 1

    def selectable(self, index: int) -> bool:
        return index < len(self.labels)

    def _swatch(self, colour: str) -> Style | None:
        name = colour_name(colour)
        value = HUES.get(name, name) if colour else ""
        try:
            return Style(color=Color.parse(value).rich_color) if value else None
        except ColorParseError:
            return None

    def draw_row(self, index: int, width: int) -> list[list[Segment]]:
        if not self.labels:
            return [[Segment(fit(" No labels: n makes one.", width), self.style_of("dim"))]]
        label = self.labels[index]
        count = self._counts.get(label.name, 0)
        number = f"{count:,} " if count else ""
        name = fit(one_line(label.name), min(18, max(6, width // 3)))
        said = (
            one_line(label.description) if self.is_in_set(label) else "in the set no more: n or a digit takes it back"
        )
        room = max(1, width - 8 - len(name) - len(number) - 2)
        return [
            [
                Segment(f" {label.key or '·'}  ", self.style_of("mark")),
                Segment("██ ", self._swatch(label.colour) or self.style_of("dim")),
                Segment(name + "  ", self.style_of("strong")),
                Segment(fit(said, room), self.style_of("dim")),
                Segment(number, self.style_of("dim")),
            ]
        ]
