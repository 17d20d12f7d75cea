"""The query language: words, phrases, exclusions and operators. Whatever is typed has a meaning; nothing is an error.

    borrell "uninvolved spectator" -brussels actor:"Joe Biden" when:2022-01..2022-02 is:unread

A reader types letter by letter, so every half of a query is a query too: an open quotation mark closes at the end, an
operator without a value asks for nothing, and what cannot be meant (``when:soon``) is left out and said in a note.
"""

from __future__ import annotations

import datetime as dt
import re
from calendar import monthrange
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from reader.model import clean_line
from reader.search.fold import terms

MOST: Final = 24
"""Words, exclusions and operators that are asked for, of each so many: somebody may paste a page."""

_LONGEST: Final = 64
"""Terms of a phrase that are asked for."""


class Field(StrEnum):
    """What an operator asks about."""

    ACTOR = "actor"
    """Somebody or something named in the article."""
    SAID = "said"
    """Who is quoted."""
    PLACE = "place"
    WHEN = "when"
    """A date in the text."""
    ON = "on"
    """The date of publication."""
    LABEL = "label"
    NOTE = "note"
    TAG = "tag"
    SOURCE = "source"
    IS = "is"
    """The reader's state, or the file's: ``unread``, ``starred``, ``noted``, ``missing`` ..."""


STATES: Final = ("unread", "read", "starred", "noted", "missing", "removed")
"""What ``is:`` can ask for."""


@dataclass(frozen=True, slots=True)
class Period:
    """Days from ``first`` to ``last``, both included; None is open."""

    first: dt.date | None
    last: dt.date | None

    @classmethod
    def parse(cls, text: str) -> Period | None:
        """Read ``2022``, ``2022-01``, ``2022-01-10``, or two of them joined by ``..`` of which one may be missing.

        None when it is none of these; a day that is half typed (``2022-0``) asks for the whole it stands in.
        """
        left, dots, right = text.partition("..")
        if not dots:
            days = _days(left)
            return None if days is None else cls(*days)
        first, last = _days(left), _days(right.lstrip("."))
        if (first is None and left.strip()) or (first is None and last is None):
            return None
        begin = first[0] if first else None
        end = last[1] if last else None
        if begin and end and end < begin:
            begin, end = (last[0] if last else None), (first[1] if first else None)
        return cls(begin, end)


@dataclass(frozen=True, slots=True)
class Word:
    """A word, or several that must stand side by side: a phrase, or one with inner punctuation (``cease-fire``)."""

    text: str
    """As typed, without its quotation marks."""
    terms: tuple[str, ...]
    """Folded as the index folds; never empty."""
    start: int
    """Where it begins in the query."""
    end: int
    quoted: bool = False
    """Wanted as it stands: no inflections, no typos."""
    negated: bool = False
    unfinished: bool = False
    """The last term may go on: it is being typed."""


@dataclass(frozen=True, slots=True)
class Filter:
    """An operator and what it asks for."""

    field: Field
    value: str
    start: int
    end: int
    negated: bool = False
    period: Period | None = None
    """Set for ``when:`` and ``on:``."""


@dataclass(frozen=True, slots=True)
class Query:
    """What the reader asks: all of the words, none of the excluded ones, within the filters."""

    text: str
    words: tuple[Word, ...] = ()
    excluded: tuple[Word, ...] = ()
    filters: tuple[Filter, ...] = ()
    notes: tuple[str, ...] = ()
    """Sentences for the reader about what was left out."""

    def __bool__(self) -> bool:
        return bool(self.words or self.excluded or self.filters)


_OPEN = '"“”„«»'
_PIECE = re.compile(
    rf"(?P<minus>-?)(?:(?P<field>[A-Za-z]+):)?"
    rf"(?:[{_OPEN}](?P<phrase>[^{_OPEN}]*)(?P<close>[{_OPEN}]?)|(?P<word>[^\s{_OPEN}]+))?"
)


def parse(text: str) -> Query:
    """Read a query. Never raises; an empty query is false."""
    given, text = text, clean_line(text)  # its words come back in notes and suggestions
    words: list[Word] = []
    excluded: list[Word] = []
    filters: list[Filter] = []
    notes: list[str] = []
    at = 0
    while at < len(text):
        if text[at].isspace():
            at += 1
            continue
        piece = _PIECE.match(text, at)
        end = max(at + 1, piece.end() if piece else 0)
        if piece is not None:
            negated = bool(piece["minus"])
            quoted = piece["phrase"] is not None
            value = piece["phrase"] if quoted else piece["word"] or ""
            field = _field(piece["field"])
            if field is not None:
                if value.strip():
                    _filter(Filter(field, value.strip(), at, end, negated), filters, notes)
            else:
                if piece["field"]:  # "12:30", "https://...": no operator of ours
                    value = f"{piece['field']}:{value}"
                cut = terms(value)
                if cut:
                    unfinished = end == len(text) and not piece["close"] and value[-1:].isalnum()
                    word = Word(value, tuple(cut[:_LONGEST]), at, end, quoted, negated, unfinished)
                    (excluded if negated else words).append(word)
        at = end
    if max(len(words), len(excluded), len(filters)) > MOST:
        notes.append(f"Only the first {MOST} words are asked for.")
    return Query(given, _first(words), _first(excluded), tuple(filters[:MOST]), tuple(dict.fromkeys(notes)))


def _first(words: list[Word]) -> tuple[Word, ...]:
    """Each word once, as many as are asked for."""
    once: dict[tuple[tuple[str, ...], bool], Word] = {}
    for word in words:
        once.setdefault((word.terms, word.quoted), word)
    return tuple(list(once.values())[:MOST])


def _field(name: str | None) -> Field | None:
    try:
        return Field(name.lower()) if name else None
    except ValueError:
        return None


def _filter(asked: Filter, filters: list[Filter], notes: list[str]) -> None:
    if asked.field in (Field.WHEN, Field.ON):
        period = Period.parse(asked.value)
        if period is None:
            example = "a date looks like 2022, 2022-01, 2022-01-10 or 2022-01..2022-02"
            notes.append(f"“{asked.field}:{asked.value}” is left out: {example}.")
            return
        asked = Filter(asked.field, asked.value, asked.start, asked.end, asked.negated, period)
    elif asked.field is Field.IS:
        states = [state for state in STATES if state.startswith(asked.value.lower())]
        if not states:
            notes.append(f"“is:{asked.value}” is left out: it can be {', '.join(STATES)}.")
            return
        asked = Filter(asked.field, states[0], asked.start, asked.end, asked.negated)
    filters.append(asked)


_DATE = re.compile(r"\s*(\d{4})(?:-(\d{1,2})?(?:-(\d{1,2})?)?)?\s*$")


def _days(text: str) -> tuple[dt.date, dt.date] | None:
    match = _DATE.match(text)
    if match is None:
        return None
    year, month, day = (int(part) if part else 0 for part in match.groups())
    if not 1 <= year <= 9999:
        return None
    if not 1 <= month <= 12:
        return dt.date(year, 1, 1), dt.date(year, 12, 31)
    length = monthrange(year, month)[1]
    if not 1 <= day <= length:
        return dt.date(year, month, 1), dt.date(year, month, length)
    return dt.date(year, month, day), dt.date(year, month, day)
