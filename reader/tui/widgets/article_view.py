"""The article with its keys: scrolling, jumps from fact to fact and from hit to hit."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import ClassVar

from textual.binding import BindingType

from reader.tui.actions import bindings
from reader.tui.widgets.selectable_page import SelectablePage

SLOW = 0.8
"""Seconds after the first of two keys until the second is named."""


class ArticleView(SelectablePage):
    """Moves over the page. What a key needs to know beyond the text, the screen answers."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("reading")]

    _go_pressed = False
    """Whether the first ``g`` of ``gg`` was pressed."""

    # Scrolling

    def forget_prefix(self) -> None:
        """Another key came: a ``g`` before it was none of ``gg``."""
        self._go_pressed = False

    def _scroll(self, lines: int) -> None:
        """So many lines down, or up; where there are none, a sentence answers the key."""
        before = self.scroll_y
        self._go(before + lines)
        if self.scroll_y != before or self.document is None:
            return
        if lines < 0:
            self.post_message(self.NothingThere("This is the beginning of the article."))
        elif self.visible_span.end >= len(self.document.text.rstrip()):
            self.post_message(self.NothingThere("This is the end of the article."))

    def action_scroll_line_down(self) -> None:
        self._scroll(1)

    def action_scroll_line_up(self) -> None:
        self._scroll(-1)

    def action_scroll_page_down(self) -> None:
        self._scroll(max(1, self.size.height - 2))

    def action_scroll_page_up(self) -> None:
        self._scroll(-max(1, self.size.height - 2))

    def action_scroll_half_down(self) -> None:
        self._scroll(max(1, self.size.height // 2))

    def action_scroll_half_up(self) -> None:
        self._scroll(-max(1, self.size.height // 2))

    def action_scroll_top(self) -> None:
        self.remember()
        self._go(0)

    def action_prefix_go(self) -> None:
        """The first half of ``gg``, or the second."""
        if self._go_pressed:
            self.action_scroll_top()
        self._go_pressed = not self._go_pressed
        if self._go_pressed:
            self.set_timer(SLOW, self._say_second_half)

    def _say_second_half(self) -> None:
        if self._go_pressed:
            self.post_message(self.NothingThere("g again goes to the top; any other key leaves it."))

    def action_scroll_bottom(self) -> None:
        self.remember()
        if self._layout is not None:
            self._layout.extend_to_offset(len(self.document.text) if self.document else 0)
            self._sync_height()
        self._go(self.max_scroll_y)

    def action_place_back(self) -> None:
        """Back to the place before the last jump."""
        if not self._trail:
            self.post_message(self.NothingThere("There is no earlier place to go back to."))
            return
        self.show_place(self._trail.pop())

    # Jumps

    def action_actor_next(self) -> None:
        self._jump("actor", 1)

    def action_actor_previous(self) -> None:
        self._jump("actor", -1)

    def action_date_next(self) -> None:
        self._jump("date", 1)

    def action_date_previous(self) -> None:
        self._jump("date", -1)

    def _origin(self, step: int) -> int:
        """Where a jump counts from: the current thing when it is on the screen, else the screen's edge."""
        visible = self.visible_span
        if self.current is not None and visible.overlaps(self.current):
            return self.current.start
        return visible.start - 1 if step > 0 else visible.end

    def _jump(self, kind: str, step: int) -> None:
        facts = [fact for fact in self.facts if fact.kind == kind]
        if not facts:
            self.post_message(self.NothingThere(f"This article has no {kind}s lit up.", of_facts=True))
            return
        starts = [fact.start for fact in facts]
        origin = self._origin(step)
        at = bisect_right(starts, origin) if step > 0 else bisect_left(starts, origin) - 1
        self.remember()
        fact = facts[at % len(facts)]
        self.set_current(fact.span, fact)

    def go_to_hit(self, step: int) -> None:
        """To the next (1) or previous (-1) hit, round the end."""
        if not self.hits:
            return
        if self.hit >= 0:
            at = (self.hit + step) % len(self.hits)
        else:
            at = (bisect_left(self._hit_starts, self.visible_span.start) + (step < 0) * -1) % len(self.hits)
        self.remember()
        self.choose_hit(at)

    def choose_hit(self, at: int) -> None:
        """Make hit ``at`` the current one and show it."""
        self.set_hits(self.hits, at)
        self.set_current(self.hits[at], None)

    # Looks

    def next_highlights(self) -> str:
        """Change to the next look of highlights and give its name."""
        order = ("quiet", "loud", "off")
        self.highlights = order[(order.index(self.highlights) + 1) % 3]
        return self.highlights
