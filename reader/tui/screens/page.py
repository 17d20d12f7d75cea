"""A page over the library: a title, sections of rows, each one key from its place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from textual.app import ComposeResult
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Static

from reader.tui.background import begin
from reader.tui.content import content
from reader.tui.page_rows import PageRow
from reader.tui.widgets.foot import KeyBar, StatusLine
from reader.tui.widgets.prompt import Prompt

if TYPE_CHECKING:
    from reader.tui.desk import Desk
    from reader.tui.page_rows import Section
    from reader.tui.widgets.page_list import PageList
    from reader.tui.widgets.row_list import RowList

Left: TypeAlias = PageRow | str | None
"""Where one goes from a page: a place, a query to search for, or back."""


@dataclass(frozen=True, slots=True)
class PageState:
    """Where a page was left."""

    words: str = ""
    cursor: int = 0
    """Number of the row."""


class PageScreen(Screen[Left]):
    """Asks the desk, shows the rows as they come, and gives the place that was chosen."""

    AUTO_FOCUS = "#page"
    VERTICAL_BREAKPOINTS = [(0, "-low"), (30, "-high")]  # noqa: RUF012 - Textual declares it as a class variable
    NOTHING = "There is nothing here."
    """Said where no row is."""

    def __init__(self, desk: Desk, state: PageState | None = None) -> None:
        super().__init__()
        self.desk = desk
        self.words = state.words if state else ""
        """What every row must hold."""
        self._cursor = state.cursor if state else 0
        self._at = self._cursor
        self._asked = 0

    def compose(self) -> ComposeResult:
        from reader.tui.widgets.page_list import PageList

        yield Static(id="page-title")
        yield Static(id="page-about")
        yield from self.head()
        yield PageList(id="page")
        yield Prompt(id="prompt")
        yield StatusLine(id="status")
        yield KeyBar(id="keys")

    def head(self) -> Sequence[Widget]:
        """What stands between the title and the rows."""
        return ()

    async def load(self) -> tuple[Sequence[Section], str]:
        """The sections, and a line about the whole."""
        raise TypeError(f"{type(self).__name__} must load its rows")

    @property
    def heading(self) -> str:
        """The title."""
        raise TypeError(f"{type(self).__name__} must have a title")

    @property
    def state(self) -> PageState:
        """Where the page is left, to come back to."""
        return PageState(self.words, self._at)

    # The parts

    @property
    def rows(self) -> PageList:
        """The list."""
        from reader.tui.widgets.page_list import PageList

        return self.query_one("#page", PageList)

    @property
    def status(self) -> StatusLine:
        """The line at the foot."""
        return self.query_one("#status", StatusLine)

    def on_mount(self) -> None:
        self.query_one(KeyBar).show("page")
        self.fill()

    def fill(self) -> None:
        """Ask for the rows; those that are there stay until the others come."""
        self._asked += 1
        self._say_about("…")
        begin(self, self._fill, self._asked, group="page")

    async def _fill(self, asked: int) -> None:
        from reader.tui.page_rows import Sections

        sections, about = await self.load()
        if asked != self._asked or not self.is_mounted:
            return
        shown = Sections(sections)
        nothing = "Nothing here holds that." if self.words else self.NOTHING
        self.rows.set_sections(shown, nothing, min(self._cursor, max(0, shown.count - 1)))
        self._cursor = 0
        self._say_about(about)
        self.came()
        self._say_row()

    def came(self) -> None:
        """Rows have come."""

    def _say_about(self, about: str) -> None:
        holding = f" · holding “{self.words}”" if self.words else ""
        taking = " · facts of some articles are still being taken" if self.desk.is_taking_facts else ""
        self.query_one("#page-title", Static).update(content(self.heading))
        self.query_one("#page-about", Static).update(content(f"{about}{holding}{taking}"))

    def _say_row(self) -> None:
        rows = self.rows
        row, count = rows.row, rows.sections.count
        self._at = rows.sections.index(rows.cursor) if count else 0
        right = f"{self._at + 1:,}/{count:,}" if count else ""
        self.status.show(row.about if row else "", right)

    def on_row_list_moved(self, event: RowList.Moved) -> None:
        self.status.say("")
        self._say_row()

    # Keys

    def on_row_list_chosen(self, event: RowList.Chosen) -> None:
        self.action_page_open()

    def action_page_open(self) -> None:
        """To the place of the row, or to the page of its actor."""
        row = self.rows.row
        if row is None:
            return
        if row.actor:
            from reader.tui.screens.actor_page import ActorPage

            self.app.push_screen(ActorPage(self.desk, row.actor), self.leave_with)
        elif row.document:
            self.dismiss(row)
        else:
            self.status.say("This row has no single place: / narrows the page to its words.")

    def leave_with(self, left: Left) -> None:
        """A page opened from this one was left: go on to where it leads."""
        if left is not None:
            self.dismiss(left)

    def action_page_down(self) -> None:
        """One row down."""
        self.rows.action_row_down()

    def action_page_up(self) -> None:
        """One row up."""
        self.rows.action_row_up()

    def action_page_next(self) -> None:
        """A screen down."""
        self.rows.action_page_down()

    def action_page_previous(self) -> None:
        """A screen up."""
        self.rows.action_page_up()

    def action_page_top(self) -> None:
        """To the first row."""
        self.rows.action_scroll_home()

    def action_page_bottom(self) -> None:
        """To the last row."""
        self.rows.action_scroll_end()

    def action_page_section_next(self) -> None:
        """To the next section, or month."""
        self._turn(1)

    def action_page_section_previous(self) -> None:
        """To the section or month before."""
        self._turn(-1)

    def _turn(self, step: int) -> None:
        rows = self.rows
        rows.show_on_top(rows.sections.next_section(rows.cursor, step))

    def action_page_filter(self) -> None:
        """Ask which words the rows shall hold."""
        self.query_one(Prompt).ask("filter", "holding", self.words, "words that the rows shall hold")

    def action_page_search(self) -> None:
        """Search for what the page is about."""
        self.dismiss("")

    def action_page_timeline(self) -> None:
        """The timeline of what the page is about."""
        self.status.say("This page has no timeline of its own.")

    def action_page_choose(self) -> None:
        """Show less, or all again."""
        self.status.say("There is nothing to choose on this page: / narrows it.")

    def action_page_go(self) -> None:
        """Go to a day."""
        self.status.say("Only a timeline goes to a day: t opens one.")

    def action_page_copy(self) -> None:
        """Copy the row."""
        row = self.rows.row
        if row is not None and row.words:
            self.app.copy_to_clipboard(row.words)
            self.status.say("Sent to the terminal’s clipboard.")

    def action_page_cite(self) -> None:
        """Copy the row with its article."""
        row = self.rows.row
        if row is not None and row.words:
            about = f" ({row.about})" if row.document else ""
            self.app.copy_to_clipboard(f"“{row.words}”{about}" if about else row.words)
            self.status.say("Sent to the terminal’s clipboard, with its article.")

    def action_page_help(self) -> None:
        """The guide."""
        from reader.tui.screens.guide import GuideScreen

        self.app.push_screen(GuideScreen("page"))

    def action_page_leave(self) -> None:
        """Show all rows again, else leave."""
        if self.words:
            self.words = ""
            self.fill()
        else:
            self.dismiss(None)

    def action_palette_here(self) -> None:
        """Open the palette."""
        self.app.action_command_palette()

    # Prompt

    def on_prompt_answered(self, event: Prompt.Answered) -> None:
        self._close_prompt()
        if event.purpose == "filter" and event.value.strip() != self.words:
            self.words = event.value.strip()
            self.fill()

    def on_prompt_left(self, event: Prompt.Left) -> None:
        self._close_prompt()

    def _close_prompt(self) -> None:
        self.query_one(Prompt).close()
        self.set_focus(self.rows)
