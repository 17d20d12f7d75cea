"""What a search answers with."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import IntEnum, StrEnum


class Tier(IntEnum):
    """Where the words of the query were found."""

    TITLE = 1
    """All of them in the title."""
    TEXT = 2
    """Some of them in the text only."""
    LISTED = 3
    """The query had no words, only operators or exclusions."""


class Kinship(StrEnum):
    """Why a term of an article answers a word of the query."""

    EXACT = "exact"
    ALIAS = "alias"
    """Another name of the same: ``Kiew``, ``Kyiv``."""
    INFLECTION = "inflection"
    """``sanction``, ``sanctioned``."""
    COMPLETION = "completion"
    """The word went on: ``zelen``, ``zelensky``."""
    SPELLING = "spelling"
    """Doubled letters and habits of transliteration: ``Borel``, ``Borrell``."""
    TYPO = "typo"


@dataclass(frozen=True, slots=True)
class Match:
    """A range of ``Document.text`` (or of the title) that answers a word of the query."""

    start: int
    end: int
    text: str
    for_: str
    """The query word, as typed."""
    kinship: Kinship = Kinship.EXACT


@dataclass(frozen=True, slots=True)
class Variant:
    """A spelling that matched in place of what was typed; shown as ``gaurantees → guarantees``."""

    typed: str
    found: str
    kinship: Kinship

    def __str__(self) -> str:
        return f"{self.typed} → {self.found}"


@dataclass(frozen=True, slots=True)
class Hit:
    """An article that answers."""

    rowid: int
    """The library's."""
    title: str
    score: float
    """Higher is better; comparable within one answer only."""
    tier: Tier
    snippet: str = ""
    """A piece of the text around the best place, newlines made spaces, one code point for one."""
    snippet_start: int = 0
    """Where the snippet begins in ``Document.text``."""
    matches: tuple[Match, ...] = ()
    """Places in ``Document.text``, in order; none of a title that the text does not repeat."""
    title_matches: tuple[Match, ...] = ()
    best: int = 0
    """Where to open the article: the start of the place that the snippet shows."""
    variants: tuple[Variant, ...] = ()

    @property
    def snippet_marks(self) -> tuple[tuple[int, int], ...]:
        """The matches inside the snippet, as ranges of it."""
        end = self.snippet_start + len(self.snippet)
        return tuple(
            (match.start - self.snippet_start, match.end - self.snippet_start)
            for match in self.matches
            if self.snippet_start <= match.start and match.end <= end
        )


@dataclass(frozen=True, slots=True)
class Results:
    """An answer: the best hits, and what there is to know about all of them."""

    query: str
    hits: tuple[Hit, ...] = ()
    count: int = 0
    """Articles found; a lower bound when ``more`` is set."""
    more: bool = False
    notes: tuple[str, ...] = ()
    """Sentences for the reader about parts of the query that were left out."""
    did_you_mean: tuple[str, ...] = ()
    """Queries near this one that do find something; only when it found nothing."""


@dataclass(frozen=True, slots=True)
class Facets:
    """How the articles found fall into groups: name of the facet -> value -> number of articles, most first."""

    count: int = 0
    more: bool = False
    groups: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
