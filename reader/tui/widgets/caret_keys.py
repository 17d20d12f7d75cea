"""The keys of caret mode: a pane without a face that has the focus while the caret moves over the article."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, ClassVar, Literal, TypeAlias

from textual import events
from textual.binding import BindingType
from textual.widget import Widget

from reader.tui.actions import bindings

if TYPE_CHECKING:
    from reader.markdown.caret import Unit
    from reader.tui.widgets.selectable_page import SelectablePage

Prefix: TypeAlias = Literal["", "find", "take", "go"]
_UNITS: dict[str, Unit] = {"w": "word", "s": "sentence", "p": "paragraph", "f": "fact", "a": "mark"}
_EXTENDING = {
    "shift+left": "left",
    "shift+right": "right",
    "shift+up": "up",
    "shift+down": "down",
    "shift+home": "line_start",
    "shift+end": "line_end",
}


class CaretKeys(Widget, can_focus=True):
    """Moves the caret of ``page``. Having the focus is what caret mode is."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("caret")]

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.page: SelectablePage | None = None
        self.say: Callable[[str], None] = lambda sentence: None
        """Where sentences go: what may follow the first of two keys, or what is not there."""
        self.prefix: Prefix = ""
        """What the next key completes."""

    # Two keys that are one

    def complete(self, event: events.Key) -> bool:
        """Take a key as the second half of what was begun; False where nothing was."""
        prefix, self.prefix = self.prefix, ""
        if not prefix:
            return False
        character = event.character if event.is_printable else None
        if prefix == "go" and character == "g":
            self._move("top")
        elif prefix == "find" and character is not None:
            self.say(self._find(character))
        elif prefix == "take" and character is not None:
            self.say(self._take(character))
        return True

    def on_blur(self) -> None:
        self.prefix = ""

    def _await(self, prefix: Prefix, sentence: str) -> None:
        self.prefix = prefix
        self.say(sentence)

    def action_caret_find(self) -> None:
        """The first half of ``f`` and a character."""
        self._await("find", "f: to which character?")

    def action_caret_take(self) -> None:
        """The first half of ``iw`` and the like."""
        self._await("take", "i: w word, s sentence, p paragraph, f fact, a annotation")

    def action_caret_go(self) -> None:
        """The first half of ``gg``."""
        self._await("go", "g: g to the top")

    def _find(self, character: str) -> str:
        page = self.page
        if page is None or page.caret is None or (ground := page.ground) is None:
            return ""
        caret = ground.find(page.caret, character)
        if caret is None:
            return f"There is no “{character}” further on in this paragraph."
        page.set_caret(caret)
        return ""

    def _take(self, letter: str) -> str:
        page = self.page
        if page is None or page.caret is None or (ground := page.ground) is None:
            return ""
        unit = _UNITS.get(letter)
        caret = ground.take(page.caret, unit) if unit is not None else None
        if caret is not None:
            page.set_caret(caret)
            return ""
        what = {"fact": "fact", "mark": "annotation"}.get(unit or "", "")
        return f"The caret is on no {what}." if what else "i is followed by w, s, p, f or a."

    # Motions

    def _move(self, name: str, *, extend: bool = False) -> None:
        page = self.page
        if page is not None and page.caret is not None and (ground := page.ground) is not None:
            page.set_caret(ground.move(page.caret, name, extend=extend))

    def action_caret_extend(self, key: str) -> None:
        """Take in what a shifted arrow goes over."""
        self._move(_EXTENDING[key], extend=True)

    def action_caret_move(self, name: str) -> None:
        """One motion of :class:`Ground`."""
        self._move(name)

    def action_caret_scroll(self, step: int, part: int) -> None:
        """A page (``part`` 1) or half a page (2) down or, with ``step`` -1, up."""
        self._lines(step, part)

    def _lines(self, step: int, part: int) -> None:
        page = self.page
        if page is not None and page.caret is not None and (ground := page.ground) is not None:
            lines = max(1, (page.size.height - 2) // part)
            page.set_caret(ground.to_line(page.caret, step * lines))

    def action_caret_other_end(self) -> None:
        """The caret to the other end of the selection."""
        if self.page is not None and self.page.caret is not None:
            self.page.set_caret(self.page.caret.turned())

    def action_caret_select(self) -> None:
        """Begin to select here, or let go of what is selected."""
        from reader.markdown.caret import Caret

        page = self.page
        if page is None or page.caret is None or page.document is None:
            return
        caret = page.caret
        if caret.anchor is None:
            page.set_caret(Caret(caret.at, caret.at))
        else:
            page.set_caret(caret.moving(page.document.text))
