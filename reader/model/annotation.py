"""What the reader makes of an article: anchored labels and notes, and corrections of what the machine found."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from reader.model.fact import Fact, Kind
from reader.model.span import Span

CONTEXT = 32
"""Code points either side of a quote that an anchor keeps."""

AnchorState: TypeAlias = Literal["exact", "moved", "orphan"]
Verdict: TypeAlias = Literal["accepted", "rejected", "corrected", "added"]


@dataclass(frozen=True, slots=True)
class Anchor:
    """A place in one text version that can be found again in another: range, exact quote, context, text hash.

    The selectors of the W3C Web Annotation Data Model (2017), in code points.
    """

    start: int
    end: int
    quote: str
    """``Document.text[start:end]`` of ``version``."""
    before: str
    """Up to :data:`CONTEXT` code points before the quote."""
    after: str
    """Up to :data:`CONTEXT` code points after it."""
    version: str
    """The text version that the range is of."""

    @classmethod
    def of(cls, text: str, span: Span, version: str) -> Anchor:
        """The anchor of a range of ``text``."""
        before = text[max(0, span.start - CONTEXT) : span.start]
        return cls(span.start, span.end, span.of(text), before, text[span.end : span.end + CONTEXT], version)

    @property
    def span(self) -> Span:
        """The range in its own text version."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True, kw_only=True)
class Annotation:
    """A label, a note or both, on a range of an article or on the whole of it. Times are ISO 8601 in UTC."""

    id: str = ""
    """32 hex digits, never used again; empty for one that is yet to be made."""
    document: str
    """Id of the document."""
    anchor: Anchor | None = None
    """None for a note on the whole article."""
    label: str = ""
    """Name of the label; empty for a bare note, ``highlight`` for a bare highlight."""
    note: str = ""
    """Markdown."""
    tags: tuple[str, ...] = ()
    created: str = ""
    changed: str = ""
    creator: str = ""
    """Who made it, where an import said so; empty for the reader."""
    removed: bool = False
    """Deleted, but kept and restorable."""


@dataclass(frozen=True, slots=True)
class Label:
    """A label of the reader's own set. Annotations name it; they outlive it."""

    name: str
    key: str = ""
    """The digit that applies it; empty for none."""
    colour: str = ""
    """Name of a theme colour or ``#rrggbb``."""
    description: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """A reader's verdict on a machine fact, or a fact of the reader's own. It holds over later extractions."""

    id: str = ""
    """32 hex digits; empty for one that is yet to be kept."""
    verdict: Verdict
    kind: Kind
    text: str
    """The words of the machine fact (of the reader's own for ``added``)."""
    document: str = ""
    """Id of the document; empty for the whole library, where ``kind`` and ``text`` alone decide."""
    anchor: Anchor | None = None
    """Where the machine fact stands; None when every place with the same words is meant."""
    type: str = ""
    """Type of the machine fact that was judged (``person``, ``DATE``), so that a reject is scoped; empty for any."""
    value: str = ""
    """Value of the machine fact that was judged."""
    fact: Fact | None = None
    """What it is instead, its span in ``anchor.version``; for ``corrected`` and ``added``."""
    created: str = ""


@dataclass(frozen=True, slots=True)
class Placed:
    """An annotation and where it stands in the text version that is shown."""

    annotation: Annotation
    span: Span | None
    """None for an orphan, and for a note on the whole article."""
    state: AnchorState = "exact"
