"""The caret and what is selected: in and out of caret mode, and what the foot says of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import events
from textual.widget import Widget

from reader.tui.screens.copying import Copying
from reader.tui.widgets.caret_keys import CaretKeys

if TYPE_CHECKING:
    from reader.model import Fact, Span
    from reader.tui.widgets.selectable_page import SelectablePage

LONGEST_COUNTED = 200_000
"""Words of longer selections are not counted: that would take longer than a key may."""


class Selecting(Copying):
    """A screen with an article (``#article``) and the keys of its caret (``#caret``)."""

    _was_current: tuple[Span | None, Fact | None] = (None, None)
    """The current thing when the caret began, for the way back."""
    _last_caret: tuple[str, int] = ("", 0)
    """Document and place where the caret was left."""

    @property
    def caret_keys(self) -> CaretKeys:
        """Who has the keys in caret mode."""
        return self.query_one("#caret", CaretKeys)

    def begin_selecting(self) -> None:
        """Tie the keys to the page; once the screen is there."""
        self.caret_keys.page = self.view
        self.caret_keys.say = self.status.say

    def set_focus(self, widget: Widget | None, scroll_visible: bool = True, from_app_focus: bool = False) -> None:
        """As the screen does; while there is a caret, its keys stand for the article."""
        if widget is not None and widget.id == "article" and self.view.shows_caret:
            widget = self.caret_keys
        super().set_focus(widget, scroll_visible, from_app_focus)

    def key_answered(self, event: events.Key) -> bool:
        """The second half of two keys: it is answered at once, before the next key is looked at."""
        if event.key != "g":
            self.view.forget_prefix()
        focused = self.focused
        return isinstance(focused, CaretKeys) and focused.complete(event)

    # In and out

    def action_caret_begin(self) -> None:
        """Caret mode: what was chosen is selected, else the caret waits at the reading line."""
        from reader.markdown.caret import Caret

        view, document = self.view, self.view.document
        if document is None or not document.text:
            self.status.say("There is no text here to move over.")
            return
        span = view.selected_span or (view.current if view.current and len(view.current) else None)
        caret = Caret.over(span) if span is not None else Caret(self._caret_place())
        self._was_current = view.current, view.current_fact
        if view.current is not None:
            view.set_current(None, reveal=False)
        view.set_caret(caret, shown=True)
        self.set_focus(view)

    def _caret_place(self) -> int:
        """Where the caret begins with nothing chosen: where it was left, if that is on the screen, else at the first
        words of the screen."""
        view, document = self.view, self.view.document
        seen = view.visible_span
        left = self._last_caret
        if document is not None and left[0] == document.id and left[1] in seen:
            return left[1]
        return seen.start

    def action_selection_extend(self, key: str) -> None:
        """Caret mode, selecting with Shift and an arrow from where one is."""
        self.action_caret_begin()
        if self.view.shows_caret:
            self.caret_keys.action_caret_extend(key)

    def action_caret_leave(self) -> None:
        """Leave caret mode; what was current is so again."""
        self.leave_caret()
        self.status.say("")

    def leave_caret(self) -> None:
        """Take the caret and the selection away."""
        view, document = self.view, self.view.document
        if view.caret is None:
            return
        if document is not None and view.shows_caret:
            self._last_caret = document.id, view.caret.stands_on(document.text)
        view.set_caret(None, shown=False)
        if self.focused is self.caret_keys:
            self.set_focus(view)
        span, fact = self._was_current
        self._was_current = (None, None)
        if span is not None and document is not None and view.current is None and span.overlaps(view.visible_span):
            view.set_current(span, fact, reveal=False)

    # What keys act on

    def current_span(self) -> Span | None:
        """What is selected, else the word under the caret, else the current thing, else the sentence on top."""
        view, document = self.view, self.view.document
        if document is not None and view.shows_caret and view.caret is not None and view.selected_span is None:
            from reader.markdown.motion import word_at

            return word_at(document.text, view.caret.stands_on(document.text)) or None
        return super().current_span()

    # What the foot says

    def on_selectable_page_selection_changed(self, event: SelectablePage.SelectionChanged) -> None:
        self._say_where()

    def _say_where(self) -> None:
        raise TypeError(f"{type(self).__name__} must say where it is")

    def written_here(self) -> list[str]:
        """What else is to be said of the current thing."""
        return []

    def say_selection(self) -> bool:
        """Say in the foot what is selected or under the caret; whether there is such a thing."""
        view, document = self.view, self.view.document
        if document is None or (not view.shows_caret and view.selected_span is None):
            return False
        span = self.current_span()
        words = span.of(document.text) if span is not None else ""
        selected = view.selected_span is not None
        parts = ["CARET" if view.shows_caret else "selected"]
        if selected and len(words) > LONGEST_COUNTED:
            parts.append(f"{len(words):,} characters")
        elif selected:
            count = len(words.split())
            parts.append(f"{count:,} word{'' if count == 1 else 's'}, {len(words):,} characters")
        parts += self.written_here()
        parts.append(f"“{words[:200]}”" if words else "nothing under it")
        fact = view.fact_at(span.start) if span is not None else None
        if view.caret is not None:
            self.panel.follow(view.caret.stands_on(document.text))
        if fact is not None and fact.span == span:
            from reader.tui.fact_rows import in_a_line

            parts.append(in_a_line(fact))
        self.status.show(" · ".join(parts), f"{view.progress:.0%}")
        return True
