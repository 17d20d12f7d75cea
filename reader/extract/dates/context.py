"""What a date is resolved against: the publication date, the tense, and the dates before it."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache

from reader.extract.dates.bearers import is_a_place, is_somebody
from reader.extract.dates.calendar import GRAINS, spell, value_of
from reader.extract.dates.english import MONTHS, WEEKDAYS
from reader.extract.dates.english_usage import BEFORE_MONTH, BEFORE_NO_NAME, DETERMINERS, TITLES
from reader.extract.dates.rule import Timex, another_sentence
from reader.extract.dates.tense import Evidence, tense_at
from reader.model import Published


@dataclass(frozen=True, slots=True)
class Mentioned:
    """A date that the text has named."""

    start: int
    end: int
    day: dt.date
    grain: str
    value: str
    text: str
    aside: bool = False
    """Named for what lasts since then: ``the worst since 1934``."""
    by_the_way: bool = False
    """Named in a clause that adds something: ``the probe, launched in 2011, ...``."""


@cache
def _aside() -> re.Pattern[str]:
    return re.compile(r"\b[Ss]ince\s\Z")


@cache
def _by_the_way() -> re.Pattern[str]:
    return re.compile(
        r",\s(?:(?:\w{2,12}ed|born|built|begun|held|set)(?:\s(?:on|in))?|when\sit\s(?:is|was)|(?:who|whose)\s[^.,;\n]{0,60}"
        r"|which\s(?:begins|starts|ends|runs|opens|closes|expires|falls|will)\s[^.,;\n]{0,40})"
        r"\s\Z|\s(?:that|which|who)\shad\s[^.,;\n]{0,50}\s\Z"
    )


@cache
def _called_by_a_month() -> re.Pattern[str]:
    days = "Sunday|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday"
    return re.compile(
        rf"\b([A-Z][a-z]{{1,15}})\s(April|August|June|March|May|Noon|Midnight)\b(?!\s\d|,\s\d{{4}})"
        rf"|\b(?:{'|'.join(sorted(TITLES))})\.?\s({days})\b|\b({days}),\swho\s"
    )


@cache
def _called_first() -> re.Pattern[str]:
    return re.compile(r"(?:\b(\w{1,20})\s)?\b(April|August|June)\s(?:O['’]|Mc|Mac)?([A-Z][a-z]{2,})")


def _parted(gap: str) -> bool:
    """Whether another sentence or clause of its own begins in between."""
    return another_sentence(gap) or "; " in gap or ", and " in gap


@dataclass(slots=True)
class Context:
    """State of one reading of an article, from its first word to its last."""

    text: str
    published: Published | None
    day_first: bool = False
    """How 10/01/2022 is read, by the way the article writes other dates."""
    mentioned: list[Mentioned] = field(default_factory=list)
    _surnames: frozenset[str] | None = None
    _people: dict[str, bool] = field(default_factory=dict)
    _places: dict[str, bool] = field(default_factory=dict)

    @property
    def today(self) -> dt.date | None:
        """Day of publication."""
        return self.published.date if self.published else None

    @property
    def anchor(self) -> str | None:
        """The same as a TimeML value."""
        return value_of("day", self.published.date) if self.published else None

    @property
    def publication(self) -> str:
        """The day of publication in words, for explanations."""
        return f"publication, {spell(self.published.date)}" if self.published else "publication, which is not known"

    def tense(self, start: int, end: int) -> Evidence:
        """What the words around a range say for past or future."""
        return tense_at(self.text, start, end)

    def tense_before(self, start: int) -> Evidence:
        """What the words before a place say alone."""
        head = self.text[max(0, start - 260) : start]
        return tense_at(head, len(head), len(head))

    def remember(self, start: int, end: int, timex: Timex) -> None:
        """Keep a date so that later ones may refer back to it."""
        if timex.day is not None and not self._in_another_zone(start, timex):
            aside = _aside().search(self.text, max(0, start - 24), start) is not None
            added = _by_the_way().search(self.text, max(0, start - 80), start) is not None
            self.mentioned.append(
                Mentioned(start, end, timex.day, timex.grain, timex.value, self.text[start:end], aside, added)
            )

    def _in_another_zone(self, start: int, timex: Timex) -> bool:
        """Whether a time in brackets tells the one before it in another zone: ``at 12.02am (11:02 UTC Sunday)``."""
        last = self.mentioned[-1] if self.mentioned else None
        return timex.type == "TIME" and last is not None and "T" in last.value and self.text[last.end : start] == " ("

    def nearest(
        self, before: int, *grains: str, within: int = 4_000, over: bool = False, told: bool = False
    ) -> Mentioned | None:
        """The last date named at most ``within`` characters before a position, of one of the lengths given.

        Any length when none is given; with ``over`` only one that had ended by publication. One that is an aside counts
        where there is no other; with ``told`` so does one named by the way.
        """
        aside = None
        for item in reversed(self.mentioned[-40:]):
            if before - item.end > within:
                break
            if over and self.today is not None and item.value >= value_of(item.grain, self.today):
                continue
            if (not grains or item.grain in grains) and item.end <= before:
                if not (item.aside or (told and item.by_the_way)) or not _parted(self.text[item.end : before]):
                    return item
                aside = aside or item
        return aside

    @property
    def surnames(self) -> frozenset[str]:
        """Months and weekdays that people of this article are called by.

        ``march`` where it speaks of Danny March, ``june`` where it speaks of June Okafor.
        """
        if self._surnames is None:
            self._surnames = frozenset(
                (found.group(2) or found.group(3) or found.group(4)).lower()
                for found in _called_by_a_month().finditer(self.text)
                if found.group(1) not in BEFORE_NO_NAME
                and (found.group(1) or "").lower() not in WEEKDAYS.keys() | MONTHS
            )
            self._surnames |= {
                found.group(2).lower()
                for found in _called_first().finditer(self.text)
                if (found.group(1) or "").lower() not in BEFORE_MONTH | DETERMINERS
                and found.group(3).lower() not in WEEKDAYS.keys() | MONTHS
            }
        return self._surnames

    def somebody(self, word: str) -> bool:
        """Whether people of this article are called by a day, a month, a season or a feast."""
        if word not in self._people:
            self._people[word] = is_somebody(self.text, word)
        return self._people[word]

    def place(self, word: str) -> bool:
        """The same of its islands and towns."""
        if word not in self._places:
            self._places[word] = is_a_place(self.text, word)
        return self._places[word]

    @property
    def first_day(self) -> Mentioned | None:
        """The first day that is named in the article's first lines."""
        first = next((item for item in self.mentioned[:4] if item.grain == "day"), None)
        return first if first and first.start <= 400 else None

    @property
    def lead(self) -> Mentioned | None:
        """The day of the article's first lines, if it is one of the week before publication."""
        first = self.first_day
        if first is None or self.today is None:
            return None
        return first if 0 <= (self.today - first.day).days < 7 else None

    def back(self, before: int, grain: str, within: int = 4_000) -> Iterator[Mentioned]:
        """Dates of one length named at most ``within`` characters before a position, the last first."""
        for item in reversed(self.mentioned[-40:]):
            if before - item.end > within:
                return
            if item.grain == grain and item.end <= before:
                yield item

    def quoted(self, position: int) -> bool:
        """Whether a position stands between quotation marks, as far as the 600 characters before it tell."""
        head = self.text[max(0, position - 600) : position].rpartition("\n\n")[2]
        return head.count("“") > head.count("”") or head.count('"') % 2 == 1

    def nearest_at_most(self, before: int, grain: str) -> Mentioned | None:
        """The last date named that is no longer than ``grain``: what ``that year`` may look back to."""
        return self.nearest(before, *GRAINS[: GRAINS.index(grain) + 1])
