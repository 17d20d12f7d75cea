"""The facts of the article beside it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from rich.segment import Segment
from textual import events
from textual.binding import BindingType
from textual.message import Message

from reader import model
from reader.markdown.cells import cells
from reader.markdown.fit import fit, fit_parts
from reader.tui.actions import bindings
from reader.tui.summary_line import summary_lines
from reader.tui.widgets.row_list import RowList

if TYPE_CHECKING:
    from reader.extract.summary import Summary
    from reader.model import Fact, Verdict
    from reader.tui.fact_rows import FactRow

_WIDE = 44
"""Columns from which a row says years too."""


class FactsPanel(RowList):
    """Rows of facts, grouped; ``Enter`` goes to the text and on to the next mention."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("facts")]
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        f"row--{name}"
        for name in ("person", "organisation", "place", "group", "date", "quotation", "event", "figure", "summary")
    }

    class FactChosen(Message):
        """The reader wants to see this fact in the text."""

        def __init__(self, fact: Fact, mention: int, mentions: int) -> None:
            super().__init__()
            self.fact = fact
            self.mention = mention
            """Which of the actor's mentions, from 1."""
            self.mentions = mentions

    class Sorted(Message):
        """The rows stand in another order."""

        def __init__(self, order: str) -> None:
            super().__init__()
            self.order = order

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.rows: list[FactRow] = []
        self.notice = ""
        """Shown instead of facts: why there are none."""
        self.needle = ""
        self.left_out: set[str] = set()
        """Kinds that are not shown."""
        self._facts: Sequence[Fact] = ()
        self._rejected: Sequence[Fact] = ()
        self._elsewhere: Mapping[str, int] = {}
        self._mention = -1
        self._mention_row = -1
        self._marked: Fact | None = None
        self.order = ""
        """One of ``ORDERS``."""
        self.unfolded = False
        """Whether rows that are less sure are shown."""
        self._summary: Summary | None = None
        self._verdict: Callable[[Fact], Verdict | None] = lambda fact: None
        self._unsaved: Callable[[Fact], bool] = lambda fact: False
        self._reviewed = ""

    def set_verdicts(
        self,
        verdict: Callable[[Fact], Verdict | None],
        told: str,
        unsaved: Callable[[Fact], bool] = lambda fact: False,
    ) -> None:
        """Mark what is reviewed, and what of that is not saved; ``told`` says how far it is, above all rows."""
        self._verdict, self._unsaved = verdict, unsaved
        if told != self._reviewed:
            at = self.cursor + bool(told) - bool(self._reviewed)
            refill, self._reviewed = bool(told) != bool(self._reviewed), told
            if refill:
                self._refill(at)
            elif self.rows and self.rows[0].kind == "reviewed":
                self.rows[0] = replace(self.rows[0], label=told)
        self.redraw()

    def set_facts(
        self,
        facts: Sequence[Fact],
        notice: str = "",
        *,
        elsewhere: Mapping[str, int] | None = None,
        again: bool = False,
        rejected: Sequence[Fact] = (),
    ) -> None:
        """Show ``facts`` (sorted by start), or ``notice`` when there is a reason for none.

        :param elsewhere: in how many other articles an actor is, by its id.
        :param rejected: those that the reader said are none.
        :param again: whether they are the same article's; the cursor then stays on its fact.
        """
        at = self.fact if again else None
        self._facts, self.notice, self._elsewhere = facts, notice, elsewhere or {}
        self._rejected = rejected
        self._summary = None
        if facts:
            from reader.extract.summary import summary_of

            self._summary = summary_of(facts)
        self._marked = None
        self._refill(None if again else 0)
        if at is not None:
            same = (row for row, one in enumerate(self.rows) if any(fact.span == at.span for fact in one.facts))
            self.move_to(next(same, self.cursor))

    def set_needle(self, needle: str) -> None:
        """Show only rows that hold ``needle``."""
        self.needle = needle
        self._refill()

    def follow(self, offset: int) -> None:
        """Mark what stands at a place of the text: the shortest fact there."""
        here = [fact for row in self.rows for fact in row.facts if fact.start <= offset < fact.end]
        found = min(here, key=lambda fact: fact.end - fact.start, default=None)
        if found is not self._marked:
            self.mark(found)

    def mark(self, fact: Fact | None) -> None:
        """Mark the row of the fact that is current in the text, and show it."""
        self._marked = fact
        if fact is not None and not self.has_focus:
            row = next((at for at, one in enumerate(self.rows) if _holds(one, fact)), None)
            if row is not None:
                self.move_to(row)
        self.redraw()

    @property
    def fact(self) -> Fact | None:
        """The fact under the cursor; the chosen mention for an actor."""
        if not 0 <= self.cursor < len(self.rows) or not self.rows[self.cursor].facts:
            return None
        facts = self.rows[self.cursor].facts
        return facts[self._mention if self._mention_row == self.cursor and self._mention >= 0 else 0]

    @property
    def row_facts(self) -> Sequence[Fact]:
        """All facts of the row under the cursor: every mention of an actor."""
        return self.rows[self.cursor].facts if 0 <= self.cursor < len(self.rows) else ()

    def go_to_unreviewed(self, start: int, step: int = 1) -> None:
        """Put the cursor on the first row from ``start`` on that is not all reviewed; round the end."""
        count = len(self.rows)
        for at in ((start + step * offset) % count for offset in range(count)):
            if self.rows[at].facts and any(self._verdict(fact) is None for fact in self.rows[at].facts):
                self.move_to(at)
                return
        self.move_to(min(max(0, start), count - 1))

    def _mark_of(self, row: FactRow) -> str:
        verdicts = [self._verdict(fact) for fact in row.facts]
        if not any(verdicts):
            return " "
        if any(self._unsaved(fact) for fact in row.facts):
            return "!"
        if None in verdicts:
            return "·"
        return "✗" if "rejected" in verdicts else "✓"

    @property
    def kinds(self) -> set[str]:
        """Kinds that are shown."""
        return {kind for kind in model.KINDS if kind not in self.left_out}

    def _refill(self, cursor: int | None = None) -> None:
        self.rows = []
        if self._facts or self._rejected:
            self.rows = self._fact_rows()
        self._mention = self._mention_row = -1
        self.rows_changed(cursor)

    def _fact_rows(self) -> list[FactRow]:
        from reader.tui.fact_rows import FactRow, fact_rows, rejected_rows

        rows: list[FactRow] = []
        if self._facts:
            rows = fact_rows(
                self._facts, self.kinds, self.needle, self._elsewhere, order=self.order, unfolded=self.unfolded
            )
        if rows and self._summary and not self.needle:
            lines = summary_lines(self._summary, self.size.width - 2)
            rows[:0] = [FactRow("summary", line) for line in lines]
        if rows and self.notice:
            rows.insert(0, FactRow("notice", self.notice))
        if self._rejected:
            rows += rejected_rows(self._rejected, self.kinds, self.needle)
        if rows and self._reviewed:
            rows.insert(0, FactRow("reviewed", self._reviewed))
        return rows

    def on_resize(self, event: events.Resize) -> None:
        self._refill()

    # RowList

    def count(self) -> int:
        return len(self.rows) or (1 if self.notice or self.document_is_empty else 0)

    @property
    def document_is_empty(self) -> bool:
        """Whether there is nothing to list."""
        return not self.rows

    def selectable(self, index: int) -> bool:
        return index < len(self.rows) and not self.rows[index].is_heading

    def draw_row(self, index: int, width: int) -> list[list[Segment]]:
        if not self.rows:
            nothing = "All kinds are hidden: 1 to 5 show them." if self.left_out and not self.kinds else "No facts."
            words = self.notice or ("Nothing here holds that." if self.needle else nothing)
            return [[Segment(fit(" " + words, width), self.style_of("dim"))]]
        row = self.rows[index]
        if row.kind == "summary":
            return [[Segment(fit(f" {row.label}", width), self.style_of("summary"))]]
        if row.is_heading or row.kind == "fold":
            style = "dim" if row.kind in ("notice", "reviewed") else "strong"
            return [[Segment(fit(f" {row.label} {row.detail}", width), self.style_of(style))]]
        marked = self.is_marked(row)
        words = row.brief if row.brief and width < _WIDE else row.detail
        detail = fit(words, min(cells(words), max(0, width // 2 - 2))) if words else ""
        room = max(1, width - 5 - (cells(detail) + 1 if detail else 0))
        return [
            [
                Segment("▸" if marked else " ", self.style_of("mark")),
                Segment(fit(row.letter, 1), self.style_of(row.style)),
                Segment(self._mark_of(row), self.style_of("mark")),
                Segment(self._label(row, room), self.style_of(row.style) if marked else None),
                Segment(" " + detail + " ", self.style_of("dim")),
            ]
        ]

    def is_marked(self, row: FactRow) -> bool:
        """Whether the row's fact is current in the text."""
        return self._marked is not None and _holds(row, self._marked)

    def _label(self, row: FactRow, room: int) -> str:
        if row.parts and cells(row.label) > room:
            return fit_parts(row.parts, room)
        return fit(row.label, room)

    # Keys

    def action_fact_down(self) -> None:
        self._step(1)

    def action_fact_up(self) -> None:
        self._step(-1)

    def action_row_open(self) -> None:
        self.action_fact_go()

    def action_fact_go(self) -> None:
        """To the fact in the text; pressed again, to the next mention of the same actor."""
        if not 0 <= self.cursor < len(self.rows) or self.rows[self.cursor].is_heading:
            return
        if self.rows[self.cursor].kind == "fold":
            self.action_facts_unsure()
            return
        facts = self.rows[self.cursor].facts
        self._mention = (self._mention + 1) % len(facts) if self._mention_row == self.cursor else 0
        self._mention_row = self.cursor
        self.post_message(self.FactChosen(facts[self._mention], self._mention + 1, len(facts)))

    def action_facts_unsure(self) -> None:
        """Show or hide what is less sure."""
        self.unfolded = not self.unfolded
        self._refill()

    def action_facts_sort(self) -> None:
        """The next order; the cursor stays on its fact."""
        from reader.tui.fact_rows import ORDERS

        at = self.fact
        orders = list(ORDERS)
        self.order = orders[(orders.index(self.order) + 1) % len(orders)]
        self._refill()
        row = next((row for row, one in enumerate(self.rows) if at is not None and _holds(one, at)), None)
        if row is not None:
            self.move_to(row)
        self.post_message(self.Sorted(ORDERS[self.order]))

    def _toggle(self, kind: str) -> None:
        self.left_out ^= {kind}
        self._refill()

    def action_kind_actors(self) -> None:
        self._toggle("actor")

    def action_kind_dates(self) -> None:
        self._toggle("date")

    def action_kind_quotes(self) -> None:
        self._toggle("quote")

    def action_kind_events(self) -> None:
        self._toggle("event")

    def action_kind_figures(self) -> None:
        self._toggle("figure")


def _holds(row: FactRow, fact: Fact) -> bool:
    if isinstance(fact, model.ActorMention):
        first = row.facts[0] if row.facts else None
        return isinstance(first, model.ActorMention) and first.actor == fact.actor
    return fact in row.facts
