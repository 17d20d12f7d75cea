"""The groups that search results fall into: actors, months, sources."""

from __future__ import annotations

from collections.abc import Sequence

from rich.segment import Segment

from reader.markdown.fit import fit
from reader.tui.widgets.row_list import RowList

_TITLES = {"actor": "Actors", "on": "Published", "source": "Sources"}


class FacetList(RowList):
    """A line a group; the chosen one narrows the search."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._rows: list[tuple[str, str, int]] = []
        self.display = False

    def set_facets(self, facets: Sequence[tuple[str, str, int]]) -> None:
        """Show groups: the operator that narrows to each, its value, and how many articles it has."""
        self._rows = []
        for operator, value, count in facets:
            if not self._rows or self._rows[-1][0] not in (operator, f"{operator}:"):
                self._rows.append((f"{operator}:", "", 0))
            self._rows.append((operator, value, count))
        self.display = bool(self._rows)
        self.rows_changed(0)

    def term(self, index: int) -> str:
        """The operator and value of a row, as they are typed."""
        operator, value, _ = self._rows[index]
        return f'{operator}:"{value}"' if " " in value else f"{operator}:{value}"

    def count(self) -> int:
        return len(self._rows)

    def selectable(self, index: int) -> bool:
        return index < len(self._rows) and bool(self._rows[index][1])

    def draw_row(self, index: int, width: int) -> list[list[Segment]]:
        operator, value, count = self._rows[index]
        if not value:
            title = _TITLES.get(operator.rstrip(":"), operator.rstrip(":").capitalize())
            return [[Segment(fit(f" {title}", width), self.style_of("strong"))]]
        number = f"{count:,} "
        return [[Segment(fit(f" {value}", max(1, width - len(number)))), Segment(number, self.style_of("dim"))]]
