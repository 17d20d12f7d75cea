"""What a rule of the date grammar is: a pattern, how to read it, and an example that is its test."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from reader.model.fact import TimexType

if TYPE_CHECKING:
    from reader.extract.dates.context import Context


@dataclass(frozen=True, slots=True)
class Example:
    """One sentence with what the rule must find in it."""

    text: str
    extent: str
    value: str
    type: TimexType = "DATE"
    mod: str | None = None
    published: str | None = "2021-12-30"
    """A Thursday; None for an article without a date."""


@dataclass(frozen=True, slots=True)
class Timex:
    """What a rule makes of its words."""

    type: TimexType
    value: str
    why: str
    mod: str | None = None
    anchor: str | None = None
    day: dt.date | None = None
    """A day inside the date, for what refers back to it; None for durations, sets and dates not known."""
    grain: str = "day"
    """Length of the date, one of ``calendar.GRAINS``."""
    quant: str | None = None
    freq: str | None = None
    end_value: str | None = None
    extent: tuple[int, int] | None = None
    """Own range of text where a rule finds several expressions or leaves words at the edge out."""
    confidence: float = 1.0
    """How sure the reading is, as a share of the rule's confidence."""


def _last_word(head: str) -> str:
    """The last word or mark of a piece of text."""
    stop = len(head)
    start = stop
    while start and head[start - 1].isalnum():
        start -= 1
    return head[start:stop] or head[-1:]


def _first_word(tail: str) -> str:
    """The first word or mark of a piece of text."""
    stop = 0
    while stop < len(tail) and tail[stop].isalnum():
        stop += 1
    return tail[:stop] or tail[:1]


def another_sentence(gap: str) -> bool:
    """Whether a sentence ends in a piece of text, also at the end of a line."""
    return ". " in gap or ".\n" in gap


@dataclass(frozen=True, slots=True)
class Match:
    """Words that a rule's pattern fits."""

    text: str
    start: int
    end: int
    parts: dict[str, object]
    """Values of the captured classes by name."""
    spans: dict[str, tuple[int, int]]
    """Where in ``text`` they stand."""
    context: Context

    def __contains__(self, name: str) -> bool:
        return name in self.parts

    def __getitem__(self, name: str) -> object:
        return self.parts[name]

    def get(self, name: str) -> object | None:
        """Value of a captured class, or None."""
        return self.parts.get(name)

    def number(self, name: str) -> int:
        """Value of a captured class that is a whole number."""
        value = self.parts[name]
        return int(value) if isinstance(value, (int, float)) else 0

    def name(self, name: str) -> str:
        """Value of a captured class that is a text; empty when it was not captured."""
        value = self.parts.get(name, "")
        return value if isinstance(value, str) else ""

    def words(self, name: str) -> str:
        """The captured words as they stand in the text, in lower case."""
        start, end = self.spans.get(name, (0, 0))
        return self.text[start:end].lower()

    @property
    def previous(self) -> str:
        """The word or mark before the match in its paragraph; empty where it begins."""
        head = self.text[max(0, self.start - 40) : self.start].rpartition("\n\n")[2].rstrip()
        return _last_word(head)

    @property
    def following(self) -> str:
        """The word or mark after the match; empty at the end of the text."""
        return _first_word(self.text[self.end : self.end + 40].lstrip())

    def before(self, width: int) -> tuple[str, int, int]:
        """What ``Pattern.search`` takes to look at so many code points right before the match."""
        return self.text, max(0, self.start - width), self.start

    @property
    def quoted(self) -> str:
        """The matched words as they are quoted in an explanation."""
        return "“" + " ".join(self.text[self.start : self.end].split()) + "”"


Found: TypeAlias = Timex | list[Timex] | None
Reading: TypeAlias = Callable[[Match], Found]


@dataclass(frozen=True, slots=True)
class Rule:
    """A row of the grammar.

    ``pattern`` is words and classes parted by spaces: ``{month}`` any month's name, ``{count:more}`` a class under
    another name, ``[...]`` may be left out, ``( ... | ... )`` one of several, ``a|b`` one of two words, punctuation as
    itself.
    """

    name: str
    pattern: str
    reading: Reading
    examples: tuple[Example, ...]
    confidence: float = 0.95
    after: str = ""
    """Words or classes of which one must stand before (``in|by|since``)."""
    before: str = ""
    """Words or classes of which one must follow; ``{end}`` is the end of a paragraph or of the text."""
    not_after: str = ""
    """Words or classes that must not stand before."""
    not_before: str = ""
    """Words or classes that must not follow."""
    refuse: Callable[[Match], bool] | None = None
    """Says of a fit that it only looks like a date."""
    counts_from_text: bool = False
    """Counts from a date of the text, so that a date in apposition tells it better: ``two days later, on 12 May``."""


def eg(
    text: str,
    extent: str,
    value: str,
    kind: TimexType = "DATE",
    mod: str | None = None,
    published: str | None = "2021-12-30",
) -> Example:
    """An example, written short."""
    return Example(text, extent, value, kind, mod, published)
