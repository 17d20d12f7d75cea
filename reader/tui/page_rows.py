"""Rows of pages over the library, and the sections they stand in."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import accumulate
from typing import TYPE_CHECKING

from reader.model import Published, Span
from reader.tui.catalogue import Headings

if TYPE_CHECKING:
    from reader.library.across import Appearance, Companion, RoleHeld, Stated
    from reader.library.elsewhere import SameEvent

CHUNK = 64
"""Rows that are read at once."""


@dataclass(frozen=True, slots=True)
class PageRow:
    """One line; ``document`` and ``span`` are its place, ``actor`` the page it leads to instead."""

    text: str
    left: str = ""
    right: str = ""
    letter: str = ""
    style: str = ""
    document: str = ""
    span: Span | None = None
    actor: str = ""
    type: str = ""
    about: str = ""
    """Said at the foot while the cursor stands on it: which article, and its date."""
    words: str = ""
    """What is copied."""


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with rows that are read a part at a time."""

    title: str
    count: int
    load: Callable[[int, int], Sequence[PageRow]]
    """Rows from an index on, at most so many; fewer where some are gone."""


def fixed(title: str, rows: Sequence[PageRow]) -> Section:
    """A section whose rows are all there."""
    return Section(title, len(rows), lambda at, limit: rows[at : at + limit])


@dataclass(slots=True)
class Sections:
    """Sections under one another: lines are counted with their headings."""

    sections: Sequence[Section] = ()
    _headings: Headings = field(default_factory=Headings)
    _starts: list[int] = field(default_factory=list)
    _read: dict[tuple[int, int], list[PageRow]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.sections = [section for section in self.sections if section.count]
        self._starts = [0, *accumulate(section.count for section in self.sections)]
        titles = [section.title for section in self.sections]
        self._headings = Headings(list(zip(self._starts, titles, strict=False)))

    def __len__(self) -> int:
        return self._starts[-1] + len(self._headings)

    @property
    def count(self) -> int:
        """Rows without headings."""
        return self._starts[-1]

    def heading(self, line: int) -> str | None:
        """The words of the heading on a line; None where a row stands."""
        return self._headings.heading(line)

    def index(self, line: int) -> int:
        """Number of the row on a line."""
        return self._headings.article(line)

    def line(self, index: int) -> int:
        """Line of a row."""
        return self._headings.line(index)

    def row(self, line: int) -> PageRow | None:
        """The row on a line; None for a heading, or where it has gone since the page was made."""
        if not 0 <= line < len(self) or self.heading(line) is not None:
            return None
        index = self.index(line)
        at = bisect_right(self._starts, index) - 1
        chunk, place = divmod(index - self._starts[at], CHUNK)
        rows = self._read.get((at, chunk))
        if rows is None:
            rows = self._read[at, chunk] = list(self.sections[at].load(chunk * CHUNK, CHUNK))
            while len(self._read) > 64:
                del self._read[next(iter(self._read))]
        return rows[place] if place < len(rows) else None

    def next_section(self, line: int, step: int) -> int:
        """Line of the first row of the section after (1) or before (-1) the one of ``line``."""
        if not self.sections:
            return 0
        at = bisect_right(self._starts, self.index(line)) - 1
        at = min(at, len(self.sections) - 1)
        if step < 0 and self.index(line) > self._starts[at]:
            return self.line(self._starts[at])
        return self.line(self._starts[max(0, min(at + step, len(self.sections) - 1))])


def stated_row(stated: Stated, *, dated: bool = True) -> PageRow:
    """A statement as a line: when, what, and in which article.

    :param dated: whether its own days stand on the left where they are known; else that of the article.
    """
    day = stated.published.date.isoformat() if stated.published else "undated"
    left = (period_words(stated.first, stated.last) if dated else "") or day
    letter = {"event": "‣", "quote": "“", "date": " "}.get(stated.kind, " ")
    return PageRow(
        text=stated.line,
        left=left,
        right=stated.title,
        letter=letter,
        style=stated.kind,
        document=stated.document,
        span=stated.span,
        about=f"{stated.title} · {day}",
        words=stated.line,
    )


def period_words(first: dt.date | None, last: dt.date | None) -> str:
    """``10 Jan 2022``, ``Jan 2022``, ``2022`` or ``3–9 Jan 2022``; at most 13 cells."""
    from reader.tui.timex_words import timex_words

    if first is None or last is None:
        return ""
    if first == last:
        return timex_words(first.isoformat())
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
        return str(first.year) if first.year == last.year else f"{first.year}–{last.year}"
    after = last + dt.timedelta(1) if last < dt.date.max else last
    if first.day == 1 and after.day == 1:
        begin, end = timex_words(first.isoformat()[:7]), timex_words(last.isoformat()[:7])
        return (
            begin if begin == end else f"{begin[:3]}–{end}" if first.year == last.year else f"{first.year}–{last.year}"
        )
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{timex_words(last.isoformat())}"
    return f"{first.day} {timex_words(first.isoformat()[:7])[:3]} –{last.day} {timex_words(last.isoformat()[:7])[:3]}"


def appearance_row(one: Appearance) -> PageRow:
    """An article of an actor."""
    day = _day(one.published)
    return PageRow(
        text=one.title,
        left=day,
        right=f"×{one.mentions}" if one.mentions > 1 else "",
        document=one.document,
        span=Span(one.start, one.start + 1),
        about=" · ".join(part for part in (one.title, one.source, day) if part),
        words=one.title,
    )


def role_row(role: RoleHeld) -> PageRow:
    """What an actor is called, and when."""
    when = role.first if role.first == role.last else f"{role.first} – {role.last}"
    number = f"{role.articles:,} article{'' if role.articles == 1 else 's'}"
    return PageRow(
        text=role.role, right=" · ".join(part for part in (when.strip(" –"), number) if part), words=role.role
    )


def companion_row(one: Companion) -> PageRow:
    """Somebody who appears with an actor."""
    letter = {"person": "P", "organisation": "O", "place": "L", "group": "G"}.get(one.type, " ")
    return PageRow(
        text=one.name,
        right=f"{one.articles:,}",
        letter=letter,
        style=one.type,
        actor=one.name,
        type=one.type,
        about=f"in {one.articles:,} of the same articles: Enter opens the page",
        words=one.name,
    )


def same_sections(found: Sequence[SameEvent], differing: bool = False) -> list[Section]:
    """A section for each event of an article: other articles that tell it, and under each what differs.

    :param differing: only articles that differ in something.
    """
    sections = []
    for event in found:
        rows: list[PageRow] = []
        for telling in event.tellings:
            if differing and not telling.differences:
                continue
            row = stated_row(telling.stated, dated=False)
            rows.append(row)
            rows += [
                PageRow(
                    text=f"  ≠ {one.about}: {one.here} here, {one.there} there",
                    style="differs",
                    document=telling.stated.document,
                    span=Span(*one.place),
                    about=row.about,
                    words=f"{one.about}: {one.here} / {one.there} ({telling.stated.title})",
                )
                for one in telling.differences
            ]
        sections.append(fixed(event.line, rows))
    return sections


def _day(published: Published | None) -> str:
    return published.date.isoformat() if published else "undated"
