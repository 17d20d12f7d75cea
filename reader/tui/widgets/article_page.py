"""The page of an article, drawn line by line: only what is on the screen is wrapped, styled and kept."""

from __future__ import annotations

import time
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from itertools import accumulate
from typing import TYPE_CHECKING

from rich.segment import Segment
from textual import events
from textual.cache import LRUCache
from textual.geometry import Size
from textual.message import Message
from textual.strip import Strip

from reader import model
from reader.markdown.layout import Layout
from reader.model import Document, Span
from reader.tui.marks import Mark, Marks
from reader.tui.overlay import Overlay, cut
from reader.tui.widgets.page_styles import StyledPage, style_name

if TYPE_CHECKING:
    from reader.markdown.lines import Line
    from reader.model import Fact
    from reader.tui.page_looks import PageLooks

FEW = 20
"""So many changed marks are drawn line by line; for more the whole page is drawn again."""


class ArticlePage(StyledPage, can_focus=True):
    """Shows one document. It reads nothing and decides nothing: documents, facts and hits are handed in."""

    class CurrentChanged(Message):
        """The current thing is another one."""

        def __init__(self, fact: Fact | None) -> None:
            super().__init__()
            self.fact = fact

    class PlaceChanged(Message):
        """The reader sees another part of the text."""

    class NothingThere(Message):
        """A key found nothing to go to; ``sentence`` says so."""

        def __init__(self, sentence: str, *, of_facts: bool = False) -> None:
            """:param of_facts: whether that is true only once the facts are there."""
            super().__init__()
            self.sentence = sentence
            self.of_facts = of_facts

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.document: Document | None = None
        self.facts: Sequence[Fact] = ()
        self._reach: list[int] = []
        """How far the facts up to each one reach."""
        self.current: Span | None = None
        """What keys act on: the fact, hit or sentence last jumped to."""
        self.current_fact: Fact | None = None
        self.hits: Sequence[Span] = ()
        self._hit_starts: list[int] = []
        self.hit: int = -1
        """Index into ``hits`` of the one that is current; -1 for none."""
        self._layout: Layout | None = None
        self._left = 0
        self._place = 0
        self.marks = Marks()
        """What the reader has made of the article."""
        self._facts_overlay = Overlay()
        self._same_overlay = Overlay()
        self._reviewed_overlay = Overlay()
        self._hits_overlay = Overlay()
        self._strips: LRUCache[int, Strip] = LRUCache(1024)
        self._trail: list[int] = []

    # What is shown

    def set_looks(self, looks: PageLooks) -> None:
        """Set the page otherwise; the place stays."""
        if looks != self.looks:
            self.looks = looks
            self._styles_made.clear()
            self._wrap()

    def show(self, document: Document, place: int = 0) -> None:
        """Show ``document`` with the line that holds ``place`` on top. Facts and hits of another one are dropped."""
        same = self.document is not None and self.document.id == document.id
        self.document = document
        self._place = min(place, len(document.text))
        if not same:
            self._trail.clear()
        self.current = self.current_fact = None
        self.facts, self._reach = (), []
        self._facts_overlay = self._same_overlay = self._reviewed_overlay = Overlay()
        self.marks = Marks()
        self.set_hits(())
        self._wrap()

    def set_facts(self, facts: Sequence[Fact]) -> None:
        """Light up ``facts`` (sorted by start). The text does not move."""
        self.facts = facts
        self._reach = list(accumulate((fact.end for fact in facts), max))
        rank = {"quotation": 0, "figure": 1, "date": 2}
        named = [(fact.start, fact.end, style_name(fact)) for fact in facts]
        self._facts_overlay = Overlay(sorted((item for item in named if item[2]), key=lambda one: rank.get(one[2], 3)))
        self._repaint()

    def set_reviewed(self, facts: Iterable[Fact]) -> None:
        """Draw what the reader reviewed more quietly: as text of its colour."""
        self._reviewed_overlay = Overlay((fact.start, fact.end, "reviewed") for fact in facts if style_name(fact))
        self._repaint()

    def set_marks(self, marks: Iterable[Mark]) -> None:
        """Draw what the reader has made of the article, and signs of it in the margin. The text does not move."""
        before, self.marks = self.marks, Marks(marks)
        layout = self._layout
        other = {*before.all} ^ {*self.marks.all}
        if layout is None or len(other) > FEW:
            self._repaint()
            return
        for mark in other:
            first, last = layout.line_of(mark.span.start), layout.line_of(mark.span.end)
            for row in range(first, last + 1):
                self._strips.discard(row)
            self.refresh_lines(first, last - first + 1)

    def set_hits(self, hits: Sequence[Span], current: int = -1) -> None:
        """Mark search hits (sorted); ``current`` is the index of the one to stand out."""
        self.hits = hits
        self._hit_starts = [span.start for span in hits]
        self.hit = current
        chosen = [(hits[current].start, hits[current].end, "hit-current")] if 0 <= current < len(hits) else []
        self._hits_overlay = Overlay([*((span.start, span.end, "hit") for span in hits), *chosen])
        self._repaint()

    def set_current(self, span: Span | None, fact: Fact | None = None, *, reveal: bool = True) -> None:
        """Make ``span`` the current thing; all mentions of an actor light up with it."""
        self.current, self.current_fact = span, fact
        same: Iterable[Fact] = ()
        if isinstance(fact, model.ActorMention):
            same = (one for one in self.facts if isinstance(one, model.ActorMention) and one.actor == fact.actor)
        chosen = [(span.start, span.end, "current")] if span is not None else []
        self._same_overlay = Overlay([*((one.start, one.end, "same") for one in same), *chosen])
        self._repaint()
        if span is not None and reveal:
            self.reveal(span)
        self.post_message(self.CurrentChanged(fact))

    # Where we are

    @property
    def place(self) -> int:
        """Offset of the first code point on the screen."""
        layout = self._layout
        if layout is None or not layout.height:
            return self._place
        return layout.line(min(int(self.scroll_y), layout.height - 1)).start

    @property
    def visible_span(self) -> Span:
        """The range of text on the screen."""
        layout = self._layout
        if layout is None or not layout.height:
            return Span(0, 0)
        top = min(int(self.scroll_y), layout.height - 1)
        bottom = min(top + max(1, self.size.height) - 1, layout.height - 1)
        start = layout.line(top).start
        return Span(start, max(start, layout.line(bottom).end))

    @property
    def progress(self) -> float:
        """Share of the article above the bottom of the screen, 0 to 1."""
        length = len(self.document.text) if self.document else 0
        return min(1.0, self.visible_span.end / length) if length else 1.0

    def reveal(self, span: Span) -> None:
        """Bring ``span`` on the screen; what is already comfortably there does not move."""
        layout = self._layout
        if layout is None or not self.size.height:
            self._place = span.start
            return
        first = layout.line_of(span.start)
        self._sync_height()
        height = self.size.height
        margin = min(2, height // 4)
        if not int(self.scroll_y) + margin <= first < int(self.scroll_y) + height - margin:
            self._go(first - height // 3)

    def show_place(self, offset: int) -> None:
        """Put the line of ``offset`` on top."""
        if self._layout is not None:
            row = self._layout.line_of(offset)
            self._sync_height()
            self._go(row)

    def remember(self) -> None:
        """Note the place, for the way back."""
        place = self.place
        if not self._trail or self._trail[-1] != place:
            self._trail.append(place)
            del self._trail[:-100]

    # Drawing

    def on_resize(self, event: events.Resize) -> None:
        if self._layout is None or self._layout_width() != self._wrapped_width:
            self._wrap()
        else:
            self._left = self._left_margin()
            self._extend()
            self._repaint()
        if self.document is not None:
            self.post_message(self.PlaceChanged())  # the same place, but more or less of the article below it

    _wrapped_width = 0
    _wrapping = False
    """Whether the document is about to be laid out anew."""

    def _layout_width(self) -> int:
        width = self.size.width
        gutter = 2 if width >= 60 else 1 if width >= 30 else 0
        return max(1, min(self.looks.measure, width - 2 * gutter))

    def _left_margin(self) -> int:
        return max(0, (self.size.width - self._layout_width()) // 2)

    def _wrap(self) -> None:
        """Lay the document out for the present width, keeping the place."""
        self._wrapping = False
        if self.document is None or not self.size.width:
            return
        place = self._place
        self._wrapped_width = self._layout_width()
        self._left = self._left_margin()
        looks = self.looks
        layout = self._layout = Layout(
            self.document, self._wrapped_width, spacing=looks.spacing, line_spacing=looks.line_spacing
        )
        top = layout.line_of(place) if place else 0
        layout.extend_to_line(top + 2 * self.size.height + 1)
        self._repaint()
        self._sync_height()
        self._go(top)
        if not layout.complete:
            self.set_timer(0.02, self._extend_idly)

    def _extend(self) -> None:
        if self._layout is not None:
            below = int(self.scroll_y) + 2 * self.size.height + 1
            self._layout.extend_to_line(below)
            if below > self.virtual_size.height or self._layout.complete:
                self._sync_height()

    def _extend_idly(self) -> None:
        """Wrap the rest in slices that fit between two keys. The height is set once, at the end: each change of it
        arranges the whole screen anew."""
        layout = self._layout
        if layout is None:
            return
        until = time.monotonic() + 0.004
        while not layout.complete and time.monotonic() < until:
            layout.extend(100)
        if layout.complete:
            self._sync_height()
        else:
            self.set_timer(0.015, self._extend_idly)

    def _sync_height(self) -> None:
        layout = self._layout
        if layout is None:
            return
        height = layout.height if layout.complete else max(layout.estimated_height, layout.height)
        size = Size(self.size.width, height)
        if size != self.virtual_size:
            self.virtual_size = size

    def notify_style_update(self) -> None:
        super().notify_style_update()
        self._strips.clear()

    def _repaint(self) -> None:
        self._strips.clear()
        self.refresh()

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        super().watch_scroll_y(old_value, new_value)
        if round(old_value) != round(new_value):
            self._extend()
            self._place = self.place
            self.post_message(self.PlaceChanged())

    def render_line(self, y: int) -> Strip:
        """One screen line."""
        width = self.size.width
        row = y + int(self.scroll_y)
        if self._wrapped_width != self._layout_width() and self.document is not None and not self._wrapping:
            # Textual 8.2 sends no Resize when something was repainted between the change that moved us and the layout.
            self._wrapping = self.call_later(self._wrap)
        layout = self._layout
        if layout is None or row < 0:
            return Strip.blank(width, self._style(()))
        if row >= layout.height:
            layout.extend_to_line(row)
            if row >= layout.height:
                return Strip.blank(width, self._style(()))
        strip = self._strips.get(row)
        if strip is None or strip.cell_length != width:
            strip = self._strips[row] = self._draw(row, layout.line(row), width)
        return strip

    def _draw(self, row: int, line: Line, width: int) -> Strip:
        base = self._style(())
        segments = self._margin(row, line)
        overlays = [] if self.highlights == "off" else [self._facts_overlay, self._reviewed_overlay]
        overlays += [self.marks.over(line.start, max(line.end, line.start)), self._same_overlay, self._hits_overlay]
        for piece in line.pieces:
            names = tuple(piece.style.split())
            if piece.start is None:
                segments.append(Segment(piece.text, self._style(names)))
                continue
            for low, high, over in cut(piece.start, piece.start + len(piece.text), overlays):
                text = piece.text[low - piece.start : high - piece.start]
                segments.append(Segment(text, self._style(names + over)))
        strip = Strip(segments)
        if line.pieces and "codeblock" in line.pieces[-1].style:
            strip = strip.extend_cell_length(self._left + self._wrapped_width, self._style(("codeblock",)))
        return strip.adjust_cell_length(width, base)

    def _margin(self, row: int, line: Line) -> list[Segment]:
        """The left margin, with the signs of the marks that begin on the line."""
        blank = self._style(())
        layout, end = self._layout, max(line.end, line.start + 1)
        marks = self.marks.within(line.start, end) if line.block >= 0 else ()
        if layout is None or not any(layout.line_of(mark.span.start) == row for mark in marks):
            return [Segment(" " * self._left, blank)]
        sign = self.marks.sign(line.start, end, 2 if self._left > 2 else min(self._left, 1))
        gap = " " * min(1, self._left - len(sign))
        return [
            Segment(" " * (self._left - len(sign) - len(gap)), blank),
            Segment(sign, self._style(("margin",))),
            Segment(gap, blank),
        ]

    def facts_at(self, offset: int) -> list[Fact]:
        """The facts that cover ``offset``, the nearest first."""
        found = []
        at = bisect_right(self.facts, offset, key=lambda fact: fact.start)
        while at > 0 and self._reach[at - 1] > offset:
            at -= 1
            if offset < self.facts[at].end:
                found.append(self.facts[at])
        return found

    def fact_at(self, offset: int) -> Fact | None:
        """The shortest lit fact that covers ``offset``."""
        covering = [fact for fact in self.facts_at(offset) if style_name(fact)]
        return min(covering, key=lambda fact: fact.end - fact.start, default=None)

    def _go(self, row: float) -> None:
        self.scroll_to(y=max(0, row), animate=False, force=True, immediate=True)
