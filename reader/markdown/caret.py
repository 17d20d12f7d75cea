"""A caret over an article, and the stretch of text that it has taken hold of.

A selection is half-open, from where it began to the caret, so that a word forward takes a word and a sentence forward a
sentence. What keys act on has no white space at its ends. The caret is drawn on the last character that it took in.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, ClassVar, Literal, TypeAlias

from reader.markdown import motion
from reader.markdown.cells import next_boundary, previous_boundary, whole
from reader.markdown.standing import cell, end_on, first_on, is_place, neighbour, on_line
from reader.model import Span

if TYPE_CHECKING:
    from reader.markdown.layout import Layout
    from reader.markdown.lines import Line

Unit: TypeAlias = Literal["word", "sentence", "paragraph", "fact", "mark"]
"""What can be taken hold of as a whole; a mark is what the reader has annotated."""
Around: TypeAlias = Callable[[Unit, int], Iterable[Span]]
"""The facts or marks that cover an offset."""


@dataclass(frozen=True, slots=True)
class Caret:
    """A place in a text, and where the selection began."""

    at: int
    anchor: int | None = None
    """None while the caret only moves."""
    goal: int | None = None
    """Cell to keep to when moving up and down."""
    settled: bool = False
    """Whether something was done with the selection: the next motion starts anew instead of extending it."""

    def span(self, text: str) -> Span | None:
        """The selection without white space at its ends; None when there is none, or nothing but white space."""
        if self.anchor is None:
            return None
        start, end = sorted((self.anchor, self.at))
        while start < end and text[start].isspace():
            start += 1
        while end > start and text[end - 1].isspace():
            end -= 1
        return Span(start, end) if start < end else None

    def stands_on(self, text: str) -> int:
        """Offset of the character that the caret is drawn on."""
        if self.anchor is not None and self.at > self.anchor:
            return motion.previous_grapheme(text, self.at)
        return self.at

    @classmethod
    def over(cls, span: Span, *, settled: bool = False) -> Caret:
        """A caret that has taken ``span``."""
        return cls(span.end, span.start, settled=settled)

    def done(self) -> Caret:
        """The same after something was done with the selection."""
        return replace(self, settled=self.anchor is not None)

    def turned(self) -> Caret:
        """At the other end of the selection."""
        return self if self.anchor is None else replace(self, at=self.anchor, anchor=self.at, goal=None, settled=False)

    def moving(self, text: str) -> Caret:
        """The caret where it is drawn, with nothing taken."""
        return Caret(self.stands_on(text))


class Ground:
    """What a caret moves over: a document as it is laid out, with its facts and marks. Motions look only around the
    caret, so that one costs the same anywhere in ten megabytes.
    """

    def __init__(self, layout: Layout, around: Around = lambda unit, offset: ()) -> None:
        """:param around: gives the facts, or the marks, that cover an offset."""
        self.layout = layout
        self.text = layout.document.text
        self._around = around

    def move(self, caret: Caret, name: str, *, extend: bool = False) -> Caret:
        """The caret after the motion ``name``, one of :attr:`MOTIONS`.

        :param extend: whether a selection begins here if there is none.
        """
        if caret.settled and not extend:
            caret = caret.moving(self.text)
        elif extend and caret.anchor is None:
            caret = replace(caret, anchor=caret.at)
        caret = replace(caret, settled=False)
        if name in ("up", "down"):
            return self._vertical(caret, 1 if name == "down" else -1, 1)
        place = self.MOTIONS[name](self, caret)
        return self._at(caret, place, forward=place >= caret.at)

    def to_line(self, caret: Caret, lines: int) -> Caret:
        """The caret ``lines`` screen lines further down (or up, below 0), in the same column."""
        caret = caret.moving(self.text) if caret.settled else caret
        return self._vertical(caret, 1 if lines > 0 else -1, abs(lines))

    def find(self, caret: Caret, character: str) -> Caret | None:
        """The caret on the next ``character`` of the paragraph, or behind it when it takes; None without one."""
        caret = caret.moving(self.text) if caret.settled else caret
        found = motion.find_character(self.text, caret.stands_on(self.text), character)
        if found is None:
            return None
        return self._at(caret, found if caret.anchor is None else next_boundary(self.text, found), forward=True)

    def put(self, caret: Caret, offset: int) -> Caret:
        """The caret on the character at ``offset``, which it takes in when it is taking."""
        offset = min(max(offset, 0), len(self.text))
        if caret.anchor is not None and offset >= caret.anchor:
            return self._at(caret, next_boundary(self.text, offset), forward=True)
        return self._at(caret, offset, forward=False)

    def take(self, caret: Caret, unit: Unit) -> Caret | None:
        """The word, sentence, paragraph, fact or mark at the caret; None where there is none.

        Again: the next one too, or the next larger fact or mark around.
        """
        held = None if caret.settled else caret.span(self.text)
        at = caret.stands_on(self.text)
        if unit in ("fact", "mark"):
            around = sorted(self._around(unit, at), key=len)
            if not around:
                return None
            larger = [span for span in around if held is None or (span.covers(held) and span != held)]
            return Caret.over(self._whole((larger or around)[0]))
        found = self._unit(unit, at)
        if held is not None and held.covers(found) and held.end == found.end:
            further = self._unit(unit, self._next(unit, held.end))
            return Caret.over(self._whole(Span(held.start, max(held.end, further.end))))
        return Caret.over(self._whole(found)) if len(found) else None

    def _whole(self, span: Span) -> Span:
        """The span with whole characters at its edges: a word can end before a mark that its last one carries."""
        return Span(previous_boundary(self.text, span.start + 1), whole(self.text, span.end))

    def _unit(self, unit: Unit, at: int) -> Span:
        if unit == "word":
            return motion.word_at(self.text, at)
        if unit == "sentence":
            return motion.sentence_at(self.text, at)
        return motion.paragraph_at(self.layout.document.blocks, at)

    def _next(self, unit: Unit, at: int) -> int:
        if unit == "paragraph":
            return motion.next_paragraph(self.layout.document.blocks, at)
        return motion.next_word(self.text, at)

    def _at(self, caret: Caret, place: int, *, forward: bool) -> Caret:
        """The caret at ``place``, or at the start or end of the character in the middle of which that lies."""
        place = min(max(place, 0), len(self.text))
        if place < len(self.text):
            place = whole(self.text, place) if forward else previous_boundary(self.text, place + 1)
        return replace(caret, at=place, goal=None)

    def _vertical(self, caret: Caret, step: int, lines: int) -> Caret:
        here = cell(self.layout, caret.stands_on(self.text))
        goal = here.x if caret.goal is None else caret.goal
        y: int | None = None
        if lines == 1:
            y = neighbour(self.layout, here.y, step)
        else:
            wanted = max(0, here.y + step * lines)
            self.layout.extend_to_line(wanted)
            wanted = min(wanted, self.layout.height - 1)
            y = neighbour(self.layout, wanted - step, step)
            if y is None:
                y = neighbour(self.layout, wanted + step, -step)
        if y is None:
            return replace(caret, goal=goal)
        return replace(self.put(caret, on_line(self.layout, y, goal)), goal=goal)

    def _repeated(self, caret: Caret, step: Callable[[str, int], int]) -> int:
        """One step on, and further while the caret would stand on what is not drawn (a border within a table)."""
        place = caret.at
        for _ in range(64):
            further = step(self.text, place)
            if further == place:
                break
            place = further
            if is_place(self.layout, replace(caret, at=place).stands_on(self.text)):
                break
        return place

    def _right(self, caret: Caret) -> int:
        return self._repeated(caret, motion.next_grapheme)

    def _left(self, caret: Caret) -> int:
        return self._repeated(caret, motion.previous_grapheme)

    def _word_next(self, caret: Caret) -> int:
        """To the next word. A caret that only moves goes over punctuation, one that takes stops before it."""
        return self._repeated(caret, motion.next_word if caret.anchor is not None else _next_letters)

    def _word_back(self, caret: Caret) -> int:
        return self._repeated(caret, motion.previous_word if caret.anchor is not None else _previous_letters)

    def _word_end(self, caret: Caret) -> int:
        """On the last character of a word; behind it when the caret takes."""
        return self._repeated(caret, motion.word_end if caret.anchor is None else _behind_word)

    def _sentence_next(self, caret: Caret) -> int:
        return motion.next_sentence(self.text, caret.at)

    def _sentence_back(self, caret: Caret) -> int:
        return motion.previous_sentence(self.text, caret.at)

    def _paragraph_next(self, caret: Caret) -> int:
        return motion.next_paragraph(self.layout.document.blocks, caret.at)

    def _paragraph_back(self, caret: Caret) -> int:
        return motion.previous_paragraph(self.layout.document.blocks, caret.at)

    def _line(self, caret: Caret) -> Line | None:
        """The screen line of the caret; None in a document without any."""
        y = self.layout.line_of(caret.stands_on(self.text))
        return self.layout.line(y) if self.layout.height else None

    def _line_start(self, caret: Caret) -> int:
        line = self._line(caret)
        return first_on(line) if line is not None else 0

    def _line_end(self, caret: Caret) -> int:
        line = self._line(caret)
        if line is None:
            return 0
        end = end_on(line)
        return end if caret.anchor is not None else max(first_on(line), previous_boundary(self.text, end))

    def _top(self, caret: Caret) -> int:
        return 0

    def _bottom(self, caret: Caret) -> int:
        return len(self.text)

    MOTIONS: ClassVar[dict[str, Callable[[Ground, Caret], int]]] = {
        "left": _left,
        "right": _right,
        "word_next": _word_next,
        "word_back": _word_back,
        "word_end": _word_end,
        "sentence_next": _sentence_next,
        "sentence_back": _sentence_back,
        "paragraph_next": _paragraph_next,
        "paragraph_back": _paragraph_back,
        "line_start": _line_start,
        "line_end": _line_end,
        "top": _top,
        "bottom": _bottom,
    }


def _next_letters(text: str, offset: int) -> int:
    """Start of the next word that is no punctuation."""
    for _ in range(64):
        offset = motion.next_word(text, offset)
        if offset >= len(text) or text[offset].isalnum():
            break
    return offset


def _previous_letters(text: str, offset: int) -> int:
    """Start of this word, or of the one before that is no punctuation."""
    for _ in range(64):
        offset = motion.previous_word(text, offset)
        if offset <= 0 or text[offset].isalnum():
            break
    return offset


def _behind_word(text: str, offset: int) -> int:
    """Behind the word at ``offset``, or behind the next one where that is where it stands; over punctuation."""
    for _ in range(64):
        found = motion.word_at(text, offset)
        if found.end <= offset:
            found = motion.word_at(text, motion.next_word(text, offset))
        if found.end <= offset or not len(found) or text[found.start].isalnum():
            return max(found.end, offset)
        offset = found.end
    return offset
