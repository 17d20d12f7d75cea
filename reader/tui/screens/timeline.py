"""The timeline: everything that articles date, in time order, under a chart of its months."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left
from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

from textual.widget import Widget

from reader.library.days import days
from reader.library.timeline import Timeline
from reader.tui.page_rows import Section, Sections
from reader.tui.screens.page import PageScreen, PageState
from reader.tui.widgets.month_chart import MonthChart
from reader.tui.widgets.prompt import Prompt

if TYPE_CHECKING:
    from reader.tui.desk import Desk
    from reader.tui.widgets.row_list import RowList

_KINDS: tuple[tuple[str, tuple[str, ...]], ...] = (("events and dates", ()), ("events", ("event",)))


class TimelinePage(PageScreen):
    """All that is dated in the library, in some of its articles, or in those that a query finds."""

    NOTHING = "Nothing is dated in these articles, or their facts are not taken yet."

    def __init__(
        self,
        desk: Desk,
        documents: Collection[int] | None = None,
        of: str = "all articles",
        state: PageState | None = None,
        day: dt.date | None = None,
    ) -> None:
        """
        :param documents: row numbers of the articles; None for all.
        :param of: says which they are.
        :param day: where to begin, unless ``state`` says it.
        """
        super().__init__(desk, state)
        self._documents = documents
        self._of = of
        self._query = ""
        self._kinds = 0
        self._timeline = Timeline()
        self._months: list[tuple[int, int]] = []
        self._day = day if state is None else None

    def head(self) -> Sequence[Widget]:
        return (MonthChart(id="months"),)

    @property
    def heading(self) -> str:
        return f"Timeline of {self._of}" + (f" that “{self._query}” finds" if self._query else "")

    @property
    def months(self) -> MonthChart:
        """The chart."""
        return self.query_one("#months", MonthChart)

    async def _fill(self, asked: int) -> None:
        if self._day is not None and self._documents is None and not self._query and not self.words:
            # The whole of a large library takes seconds; the weeks that are shown first do not.
            day = self._day
            timeline, sections, _ = await self.desk.pages.timeline(None, "", _KINDS[self._kinds][1], day)
            if len(timeline) and self.is_mounted:
                self._timeline = timeline
                self.rows.set_sections(Sections(sections), "…", timeline.near(day))
                self._say_row()
        await super()._fill(asked)

    async def load(self) -> tuple[Sequence[Section], str]:
        documents = self._documents
        if self._query:
            found = await self.desk.pages.numbers(await self.desk.found(self._query))
            documents = found if documents is None else set(found) & set(documents)
        before = self._timeline
        named, kinds = _KINDS[self._kinds]
        self._timeline, sections, self._months = await self.desk.pages.timeline(documents, self.words, kinds)
        here = self._here_in(before)
        if here is not None:
            self._cursor, self._day = here, None
        elif self._day is not None:
            self._cursor, self._day = self._timeline.near(self._day), None
        count = len(self._timeline)
        return sections, f"{count:,} {named} in {len(self._months):,} months"

    def _here_in(self, before: Timeline) -> int | None:
        """Where the row under the cursor stands now, when it was in the part that was shown first."""
        index = self.rows.sections.index(self.rows.cursor)
        if self._day is None or not 0 <= index < len(before):
            return None
        at = bisect_left(self._timeline.firsts, before.firsts[index])
        while at < len(self._timeline) and self._timeline.firsts[at] == before.firsts[index]:
            if self._timeline.ids[at] == before.ids[index]:
                return at
            at += 1
        return None

    def came(self) -> None:
        self.months.show(self._months)
        self._mark()

    def on_row_list_moved(self, event: RowList.Moved) -> None:
        super().on_row_list_moved(event)
        self._mark()

    def _mark(self) -> None:
        index = self.rows.sections.index(self.rows.cursor)
        if 0 <= index < len(self._timeline):
            self.months.mark(dt.date.fromordinal(self._timeline.firsts[index]))

    def on_month_chart_month_chosen(self, event: MonthChart.MonthChosen) -> None:
        self._go(event.month)

    def _go(self, day: dt.date) -> None:
        if not len(self._timeline):
            return
        rows = self.rows
        rows.show_on_top(rows.sections.line(self._timeline.near(day)))

    # Keys

    def action_page_choose(self) -> None:
        """Events only, or all that is dated."""
        self._day = self._here()
        self._kinds = (self._kinds + 1) % len(_KINDS)
        self.fill()

    def _here(self) -> dt.date | None:
        index = self.rows.sections.index(self.rows.cursor)
        known = 0 <= index < len(self._timeline)
        return dt.date.fromordinal(self._timeline.firsts[index]) if known else None

    def action_page_search(self) -> None:
        """Ask which articles it shall be about."""
        self.query_one(Prompt).ask(
            "query", "articles", self._query, "a search: words, actor:, source: …; empty for all"
        )

    def action_page_timeline(self) -> None:
        """It is one."""
        self.status.say("This is the timeline: f chooses its articles.")

    def action_page_go(self) -> None:
        """Ask for a day, month or year to go to."""
        self.query_one(Prompt).ask("day", "go to", "", "2022-01-10, 2022-01 or 2022")

    def on_prompt_answered(self, event: Prompt.Answered) -> None:
        super().on_prompt_answered(event)
        if event.purpose == "query" and event.value.strip() != self._query:
            self._query = event.value.strip()
            self.fill()
        elif event.purpose == "day" and event.value.strip():
            covered = days(event.value.strip())
            if covered is None:
                self.status.say(f"“{event.value.strip()}” is no date: 2022-01-10, 2022-01 or 2022.")
            else:
                self._go(covered[0])

    def action_page_leave(self) -> None:
        """All articles again, else leave."""
        if self._query and not self.words:
            self._query = ""
            self.fill()
        else:
            super().action_page_leave()
