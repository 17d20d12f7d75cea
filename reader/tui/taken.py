"""Facts as they are taken for the screen: of a whole article, or of the part that is read."""

from __future__ import annotations

import dataclasses
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.model import Block, Document, Event, Fact, Part, Quote, Span

if TYPE_CHECKING:
    from reader.annotate.corrections import Reviewed

WINDOW = 25_000
"""Code points around the place whose facts are taken at once in a very long article."""


@dataclass(frozen=True, slots=True)
class Taken:
    """Facts by start, and the range of text that they were taken from."""

    facts: Sequence[Fact]
    part: Span
    notice: str = ""
    """One sentence where there is a reason for none."""
    found: Sequence[Fact] = ()
    """The same as extraction found them, before the reader's verdicts and names for actors."""
    judged: Sequence[Reviewed] = ()
    """The same with the reader's verdicts; ``facts`` are those of it that stand."""
    elsewhere: Mapping[str, int] = dataclasses.field(default_factory=dict)
    """In how many other articles each actor is, by its id here."""


def window(document: Document, place: int) -> Span:
    """The part of a long text around ``place``, from one block's start to another's end."""
    starts = [block.start for block in document.blocks]
    if not starts:
        return Span(max(0, place - WINDOW // 4), min(len(document.text), place + WINDOW))
    first = max(0, bisect_right(starts, max(0, place - WINDOW // 4)) - 1)
    start = starts[first]
    end = start
    for block in document.blocks[first:]:
        if block.end - start > WINDOW and end > place:
            break
        end = block.end
    return Span(start, min(end, start + 2 * WINDOW, len(document.text)) if end - start > 2 * WINDOW else end)


def blocks_of(document: Document, part: Span) -> list[Block]:
    """The blocks of a part of a document, as blocks of that part alone."""
    return [
        block._replace(
            start=block.start - part.start,
            end=block.end - part.start,
            runs=tuple(run._replace(start=run.start - part.start, end=run.end - part.start) for run in block.runs),
        )
        for block in document.blocks
        if part.start <= block.start and block.end <= part.end
    ]


def shifted(fact: Fact, by: int) -> Fact:
    """A fact of a part of a text as a fact of the whole, ``by`` code points further."""
    moved: dict[str, object] = {"start": fact.start + by, "end": fact.end + by}
    if isinstance(fact, Quote) and fact.speaker_span is not None:
        moved["speaker_span"] = (fact.speaker_span[0] + by, fact.speaker_span[1] + by)
    if isinstance(fact, Event):
        for field in dataclasses.fields(fact):
            part = getattr(fact, field.name)
            if isinstance(part, Part):
                moved[field.name] = dataclasses.replace(part, span=(part.span[0] + by, part.span[1] + by))
    return dataclasses.replace(fact, **moved)  # type: ignore[arg-type]  # every name is a field of the fact's kind
