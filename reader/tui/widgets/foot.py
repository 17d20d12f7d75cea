"""The two lines at the foot: where we are, and the keys that matter here."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from rich.segment import Segment
from textual.strip import Strip
from textual.widget import Widget

from reader.markdown.cells import cells
from reader.markdown.fit import fit, one_line
from reader.tui.actions import offered

if TYPE_CHECKING:
    from rich.style import Style
    from textual.timer import Timer

    from reader.tui.action import Mode

SIGNS = "⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏"
"""What turns while an article that is opened is awaited."""
TURN = 0.1
"""Seconds from sign to sign."""
TYPING = (("Enter", "done"), ("Esc", "leave"))
"""Keys of a line that is typed into, and what they do."""


class StatusLine(Widget):
    """Where we are on the left, how far on the right; a message takes the line until the next key."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"foot--message", "foot--dim"}

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._left = ""
        self._right = ""
        self._message = ""
        self._turning: Timer | None = None
        self._turns = 0

    def work(self, goes_on: bool) -> None:
        """Have a sign turn at the right end while something is awaited; what comes at once shows none."""
        if goes_on and self._turning is None:
            self._turns = 0
            self._turning = self.set_interval(TURN, self._turn)
        elif not goes_on and self._turning is not None:
            self._turning.stop()
            self._turning = None
            self.refresh()

    def _turn(self) -> None:
        self._turns += 1
        self.refresh()

    def show(self, left: str, right: str) -> None:
        """Say where we are."""
        self._left, self._right = left, right
        self.refresh()

    def say(self, message: str) -> None:
        """Show one sentence in place of where we are; empty takes it away."""
        if message != self._message:
            self._message = message
            self.refresh()

    @property
    def message(self) -> str:
        """The sentence that is shown, if any."""
        return self._message

    def render_line(self, y: int) -> Strip:
        width = self.size.width
        if y or not width:
            return Strip.blank(width, self.rich_style)
        if self._message:
            style = self.get_component_rich_style("foot--message")
            said = Strip([Segment(fit(" " + self._message, width), style)]).adjust_cell_length(width, style)
            return self._with_sign(said, style)
        style = self.get_component_rich_style("foot--dim")
        right = one_line(self._right)
        right = right if cells(right) + 12 <= width else ""
        left = fit(" " + self._left, max(0, width - cells(right) - 1))
        return self._with_sign(Strip([Segment(left + right + " ", style)]).adjust_cell_length(width, style), style)

    def _with_sign(self, strip: Strip, style: Style) -> Strip:
        if self._turning is None or not self._turns:
            return strip
        sign = Segment(SIGNS[self._turns % len(SIGNS)], style)
        return Strip([*strip.crop(0, self.size.width - 1), sign])


class KeyBar(Widget):
    """Keys of the pane that has the focus, the most wanted first, as many as fit."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"foot--key", "foot--title"}

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._mode: Mode | None = "reading"
        self._rests = False

    def show(self, mode: Mode | None) -> None:
        """Show the keys of ``mode``; None: those of a line that is typed into."""
        if mode != self._mode:
            self._mode = mode
            self.refresh()

    def rest(self) -> None:
        """Show the keys of a line that is typed into, while something is over the screen."""
        self._rests = True
        self.refresh()

    def wake(self) -> None:
        """Show the keys of the mode again."""
        if self._rests:
            self._rests = False
            self.refresh()

    def render_line(self, y: int) -> Strip:
        width = self.size.width
        base = self.rich_style
        if y or not width:
            return Strip.blank(width, base)
        wanted = [action for action in offered(self._mode) if action.rank] if self._mode and not self._rests else []
        wanted.sort(key=lambda action: action.rank)
        shown = [(action.bar_label, action.title) for action in wanted] or list(TYPING)
        key_style = self.get_component_rich_style("foot--key")
        title_style = self.get_component_rich_style("foot--title")
        segments = [Segment(" ", base)]
        room = width - 1
        last = shown[-2:]  # help and quit stay whatever the width
        for key, title in shown:
            need = cells(key) + 1 + cells(title) + 2
            kept = 0 if (key, title) in last else sum(cells(one) + cells(other) + 3 for one, other in last)
            if need + kept > room:
                continue
            segments += [Segment(key, key_style), Segment(f" {title}  ", title_style)]
            room -= need
        return Strip(segments).adjust_cell_length(width, base)
