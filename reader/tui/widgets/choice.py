"""One line that asks, answered by one key."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from rich.segment import Segment
from textual import events
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from reader.markdown.fit import fit


class Choice(Widget, can_focus=True):
    """Shows a question with the keys that answer it; ``Esc``, or any other key, leaves it."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"choice--key", "choice--words"}

    class Made(Message):
        """A key that answers was pressed."""

        def __init__(self, purpose: str, key: str) -> None:
            super().__init__()
            self.purpose = purpose
            self.key = key

    class Left(Message):
        """The question was left without an answer."""

        def __init__(self, purpose: str) -> None:
            super().__init__()
            self.purpose = purpose

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.purpose = ""
        self.question = ""
        self._answers: Mapping[str, str] = {}
        self._also = ""
        self._before: Widget | None = None
        self.display = False

    def ask(self, purpose: str, question: str, answers: Mapping[str, str], also: str = "") -> None:
        """Ask; the answer comes back as a message with ``purpose``.

        :param answers: key (one character) to what it means, in the order in which they are shown.
        :param also: keys that answer too and are not shown.
        """
        if not self.display:
            self._before = self.screen.focused
        self.purpose, self.question, self._answers, self._also = purpose, question, answers, also
        self.display = True
        self.screen.set_focus(self)  # at once: the next key may already be on its way
        self.refresh()

    def close(self) -> None:
        """Hide, and give the keys back to who had them."""
        if self.display:
            self.display = False
            self.screen.set_focus(self._before)
            self._before = None

    def on_key(self, event: events.Key) -> None:
        event.stop()
        event.prevent_default()
        self.close()
        if event.character is not None and (event.character in self._answers or event.character in self._also):
            self.post_message(self.Made(self.purpose, event.character))
        else:
            self.post_message(self.Left(self.purpose))

    def render_line(self, y: int) -> Strip:
        width = self.size.width
        base = self.rich_style
        if y or not width:
            return Strip.blank(width, base)
        key, words = self.get_component_rich_style("choice--key"), self.get_component_rich_style("choice--words")
        segments = []
        tail = []
        for answer, meaning in [*self._answers.items(), ("Esc", "neither" if len(self._answers) > 1 else "no")]:
            tail += [Segment(f"  {answer}", key), Segment(f" {meaning}", words)]
        room = max(8, width - 1 - sum(segment.cell_length for segment in tail))
        text = f" {self.question}"
        segments = [Segment(fit(text, min(room, len(text) + 1)), words), *tail]
        return Strip(segments).adjust_cell_length(width, base)
