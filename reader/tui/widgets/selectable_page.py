"""A page with a caret and a selection over its words, by key and by mouse."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from rich.segment import Segment
from rich.style import Style as RichStyle
from textual import events
from textual.message import Message
from textual.strip import Strip
from textual.timer import Timer

from reader.markdown.cells import cells, next_boundary
from reader.markdown.standing import cell
from reader.tui.widgets.article_page import ArticlePage

if TYPE_CHECKING:
    from reader.markdown.caret import Caret, Ground, Unit
    from reader.markdown.layout import Layout
    from reader.model import Document, Fact, Span

MARGIN = 2
"""Lines kept between the caret and the edge of the screen where there is room."""
SCROLL_EVERY = 0.04
"""Seconds a line while the mouse is held beyond the edge."""


class SelectablePage(ArticlePage):
    """Holds what is selected and draws it over the page; whoever has the keys moves the caret."""

    # Textual's own selection counts code points of drawn lines and takes one too many of wide characters.
    ALLOW_SELECT: ClassVar[bool] = False

    class SelectionChanged(Message):
        """The caret or the selection is elsewhere."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.caret: Caret | None = None
        """Where the caret is and what is selected; None when nothing is."""
        self.shows_caret = False
        """Whether the caret itself is drawn, not only what is selected."""
        self._pressed: int | None = None
        """Offset of the character on which the mouse was pressed."""
        self._dragged = (0, 0)
        self._was_dragged = False
        self._drag_timer: Timer | None = None

    @property
    def selected_span(self) -> Span | None:
        """The selected words, without white space at their ends."""
        if self.caret is None or self.document is None:
            return None
        return self.caret.span(self.document.text)

    @property
    def ground(self) -> Ground | None:
        """What a caret moves over; None while nothing is shown."""
        from reader.markdown.caret import Ground

        if self._layout is None:
            return None
        return Ground(self._layout, self._around)

    def _around(self, unit: Unit, offset: int) -> list[Span]:
        """The facts or marks that cover ``offset``."""
        spans = (fact.span for fact in self.facts_at(offset)) if unit == "fact" else self.marks.spans
        return [span for span in spans if offset in span]

    def set_caret(self, caret: Caret | None, *, shown: bool | None = None, reveal: bool = True) -> None:
        """Put the caret and the selection elsewhere, or with None take them away.

        :param shown: whether the caret is drawn from now on.
        :param reveal: whether the text scrolls so that it is on the screen.
        """
        before = self.caret
        self.caret = caret
        if shown is not None:
            self.shows_caret = shown and caret is not None
        if reveal and caret is not None:
            self._reveal_caret()
        self._refresh_between(before, caret)
        self.post_message(self.SelectionChanged())

    def _refresh_between(self, before: Caret | None, after: Caret | None) -> None:
        """Draw the screen lines again that look otherwise with another caret."""
        layout, document = self._layout, self.document
        if layout is None or document is None:
            return
        same = before is not None and after is not None and before.anchor == after.anchor
        offsets: list[int] = []
        for caret in (before, after):
            if caret is not None:
                offsets += [caret.at, caret.stands_on(document.text)]
                offsets += [] if same or caret.anchor is None else [caret.anchor]
        if offsets:
            top = int(self.scroll_y)
            first = max(layout.line_of(min(offsets)), top)
            last = min(layout.line_of(max(offsets)), top + self.size.height)
            if first <= last:
                self.refresh_lines(first, last - first + 1)

    def _reveal_caret(self) -> None:
        layout, caret, height = self._layout, self.caret, self.size.height
        if layout is None or caret is None or self.document is None or not height:
            return
        row = layout.line_of(caret.stands_on(self.document.text))
        self._sync_height()
        top = int(self.scroll_y)
        margin = min(MARGIN, (height - 1) // 4)
        low, high = row - height + 1 + margin, row - margin
        if not low <= top <= high:
            near = abs(top - max(min(top, high), low)) < height
            self._go(max(min(top, high), low) if near else row - height // 3)

    def on_resize(self, event: events.Resize) -> None:
        if self.shows_caret:
            self.call_after_refresh(self._reveal_caret)  # once the text is laid out anew

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        super().watch_scroll_y(old_value, new_value)
        if self.shows_caret and round(old_value) != round(new_value):
            self.call_later(self._keep_caret_on_screen)

    def _keep_caret_on_screen(self) -> None:
        """Take a caret that only moves along when the text is scrolled by other means."""
        layout, caret, ground = self._layout, self.caret, self.ground
        if layout is None or caret is None or ground is None or caret.anchor is not None or not self.shows_caret:
            return
        row = layout.line_of(caret.at)
        top = int(self.scroll_y)
        inside = max(top, min(row, top + self.size.height - 1))
        if inside != row:
            self.set_caret(ground.to_line(caret, inside - row), reveal=False)

    def set_current(self, span: Span | None, fact: Fact | None = None, *, reveal: bool = True) -> None:
        """As the page does; a caret goes along, so that the keys act on what was jumped to."""
        from reader.markdown.caret import Caret

        if self.shows_caret and span is not None and len(span):
            self.set_caret(Caret.over(span, settled=True), reveal=reveal)
        super().set_current(span, fact, reveal=reveal)

    # Drawing

    def show(self, document: Document, place: int = 0) -> None:
        self.caret, self.shows_caret = None, False
        super().show(document, place)

    def render_line(self, y: int) -> Strip:
        strip = super().render_line(y)
        layout, caret = self._layout, self.caret
        if caret is None or layout is None or self.document is None:
            return strip
        row = y + int(self.scroll_y)
        runs = []
        start, end = sorted((caret.at, caret.at if caret.anchor is None else caret.anchor))
        if start < end:
            runs = [(low, high, "selection") for low, high in self._cells_of(layout, row, start, end)]
        if self.shows_caret:
            here = cell(layout, caret.stands_on(self.document.text))
            if here.y == row:
                x = min(self._left + here.x, max(0, self.size.width - 1))
                runs.append((x, x + here.width, "caret"))
        for low, high, name in runs:
            strip = _painted(strip, low, high, self._style((name,)))
        return strip

    def _cells_of(self, layout: Layout, row: int, start: int, end: int) -> list[tuple[int, int]]:
        """Cells of a screen line, from the left of the pane, that draw text of ``start:end``."""
        if row >= layout.height:
            return []
        found: list[tuple[int, int]] = []
        x = self._left
        for piece in layout.line(row).pieces:
            width = cells(piece.text)
            if piece.start is not None:
                low, high = max(start - piece.start, 0), min(end - piece.start, len(piece.text))
                if low < high:
                    first = x + cells(piece.text[:low])
                    found.append((first, first + cells(piece.text[low:high])))
            x += width
        return found

    # Mouse

    def offset_under(self, event: events.MouseEvent) -> int | None:
        """Offset of the character under the mouse, or of the nearest one."""
        if self._layout is None or not self._layout.height:
            return None
        x, y = event.x - self.content_offset.x, event.y - self.content_offset.y
        row = min(max(y, 0), self.size.height - 1) + int(self.scroll_y)
        return self._layout.offset_at(row, max(0, x - self._left))

    def on_mouse_down(self, event: events.MouseDown) -> None:
        if event.button != 1:
            return
        self._pressed = self.offset_under(event)
        self._was_dragged = False
        if self._pressed is not None:
            self._dragged = (event.x, event.y)
            self.capture_mouse()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        if self._pressed is None or (event.x, event.y) == self._dragged:
            return
        self._dragged, self._was_dragged = (event.x, event.y), True
        self._drag_to(self.offset_under(event))
        beyond = not self.content_offset.y <= event.y < self.content_offset.y + self.size.height
        if beyond and self._drag_timer is None:
            self._drag_timer = self.set_interval(SCROLL_EVERY, self._drag_on)
        elif not beyond:
            self._stop_dragging_on()

    def _drag_to(self, offset: int | None) -> None:
        from reader.markdown.caret import Caret

        if offset is None or self._pressed is None or self.document is None:
            return
        text = self.document.text
        if offset >= self._pressed:
            caret = Caret(next_boundary(text, offset), self._pressed, settled=True)
        else:
            caret = Caret(offset, next_boundary(text, self._pressed), settled=True)
        self.set_caret(caret, reveal=False)

    def _drag_on(self) -> None:
        """Scroll on while the mouse is held beyond the edge."""
        x, y = self._dragged[0] - self.content_offset.x, self._dragged[1] - self.content_offset.y
        self._go(self.scroll_y + (1 if y >= self.size.height else -1))
        if self._layout is not None and self._layout.height:
            row = int(self.scroll_y) + (self.size.height - 1 if y >= self.size.height else 0)
            self._drag_to(self._layout.offset_at(row, max(0, x - self._left)))

    def _stop_dragging_on(self) -> None:
        if self._drag_timer is not None:
            self._drag_timer.stop()
            self._drag_timer = None

    def on_mouse_up(self, event: events.MouseUp) -> None:
        self._stop_dragging_on()
        if self._pressed is not None:
            self._pressed = None
            self.release_mouse()

    def on_click(self, event: events.Click) -> None:
        """A click goes to a fact, or puts the caret there; two take the word, three the sentence."""
        from reader.markdown.caret import Caret

        offset, ground = self.offset_under(event), self.ground
        if offset is None or ground is None or self.document is None or self._was_dragged:
            return
        if event.chain > 1:
            unit: Unit = "word" if event.chain == 2 else "sentence"
            taken = ground.take(Caret(offset), unit)
            self.set_caret(taken and taken.done(), reveal=False)
            return
        self.set_caret(Caret(offset) if self.shows_caret else None, reveal=False)
        fact = self.fact_at(offset)
        if fact is not None and not self.shows_caret:
            self.set_current(fact.span, fact, reveal=False)


def _painted(strip: Strip, start: int, end: int, style: RichStyle) -> Strip:
    """The strip with the cells ``start`` to ``end`` in another style over their own."""
    middle = Strip([Segment(text, (own or RichStyle()) + style) for text, own, _ in strip.crop(start, end)])
    return Strip.join([strip.crop(0, start), middle, strip.crop(end)])
