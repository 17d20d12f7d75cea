"""Search results: title and the words around what matched."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from rich.segment import Segment

from reader.markdown.cells import cells
from reader.markdown.fit import fit, one_line
from reader.tui.widgets.row_list import RowList


@dataclass(frozen=True, slots=True)
class HitRow:
    """One result as it is shown."""

    document: str
    """Id of the document."""
    title: str
    day: str
    source: str
    snippet: str
    marks: tuple[tuple[int, int], ...]
    """Ranges of ``snippet`` that matched."""
    note: str = ""
    """How the words matched where they did not match as typed (``borel → borrell``)."""
    start: int | None = None
    """Where in the text the best match stands; None when only the title matched."""
    end: int | None = None
    places: tuple[tuple[int, int], ...] = ()
    """Every range of the text that matched, in order."""
    query: str = ""
    """Set when the row is no article but a query to be asked: one asked before, or a saved one."""


class HitList(RowList):
    """Two lines a hit."""

    ROW_HEIGHT = 2
    ALWAYS_ACTIVE = True
    COMPONENT_CLASSES: ClassVar[set[str]] = {"row--hit"}

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.hits: Sequence[HitRow] = ()
        self.words_when_empty = ""

    def set_hits(self, hits: Sequence[HitRow], words_when_empty: str) -> None:
        """Show ``hits``, best first, or a sentence when there are none."""
        self.hits, self.words_when_empty = hits, words_when_empty
        self.rows_changed(0)

    def count(self) -> int:
        return len(self.hits) or 1

    def selectable(self, index: int) -> bool:
        return index < len(self.hits)

    def draw_row(self, index: int, width: int) -> list[list[Segment]]:
        if not self.hits:
            return [[Segment(fit(" " + self.words_when_empty, width), self.style_of("dim"))], [Segment("")]]
        hit = self.hits[index]
        detail = " · ".join(filter(None, (hit.note, hit.source[:20] if width > 70 else "", hit.day)))
        detail = fit(detail, min(cells(one_line(detail)), width // 2)) if detail else ""
        room = max(1, width - 3 - cells(detail))
        first = [
            Segment(" "),
            Segment(fit(hit.title, room), self.style_of("strong")),
            Segment(" " + detail + " ", self.style_of("dim")),
        ]
        second = [Segment("   ")]
        at = 0
        if hit.marks and hit.marks[0][0] > (width - 3) * 2 // 3:  # what matched must be seen
            at = hit.marks[0][0] - (width - 3) // 3
            second = [Segment("  …", self.style_of("dim"))]
        for start, end in hit.marks:
            second.append(Segment(one_line(hit.snippet[at:start]), self.style_of("dim")))
            second.append(Segment(one_line(hit.snippet[start:end]), self.style_of("hit")))
            at = end
        second.append(Segment(one_line(hit.snippet[at:]), self.style_of("dim")))
        return [first, second]
