"""What extraction does not read as prose: code, and the seam between struck words and the ones beside them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import fields, replace
from typing import Any

from reader.model import Block, BlockKind, Event, Fact, Part, Quote, Span, Style

_LETTER = "ƿ"
"""Stands for each character of inline code: a small letter of no modern language, so code is read as an unknown noun
and the words around it keep their grammar."""
_MASK = re.compile(f"{_LETTER}+")
_SEAM = ";"


def code(blocks: Iterable[Block]) -> list[Span]:
    """Ranges of code blocks and inline code, by start, none inside another."""
    found: list[Span] = []
    for block in blocks:
        if block.kind is BlockKind.CODE:
            found.append(block.span)
        else:
            found += [Span(run.start, run.end) for run in block.runs if run.style is Style.CODE]
    return sorted(span for span in found if len(span))


def prose(text: str, blocks: Sequence[Block]) -> str:
    """``text`` in the same length, without its code and with a mark where struck words touch a name or number."""
    pieces: list[str] = []
    at = 0
    inline = {run.start for block in blocks if block.kind is not BlockKind.CODE for run in block.runs}
    marks = [(span.start, span.end, span.start in inline) for span in code(blocks)]
    for start, end, within in sorted([*marks, *((seam, seam + 1, None) for seam in _seams(text, blocks))]):
        if start < at:
            continue
        size = end - start
        pieces += (text[at:start], _SEAM if within is None else _LETTER * size if within else " " * size)
        at = end
    return "".join([*pieces, text[at:]]) if pieces else text


def _seams(text: str, blocks: Sequence[Block]) -> Iterator[int]:
    """The one space between struck words and a neighbour, where both could be parts of one name or date."""
    for block in blocks:
        for run in block.runs:
            if run.style is not Style.STRIKE:
                continue
            if _joins(text, run.start - 1):
                yield run.start - 1
            if _joins(text, run.end):
                yield run.end


def _joins(text: str, space: int) -> bool:
    if not 0 < space < len(text) - 1 or text[space] != " " or not text[space - 1].isalnum():
        return False
    word = text[text.rfind(" ", 0, space) + 1 : space].rpartition("\n")[2]
    return (word[:1].isupper() or word[:1].isdigit()) and (text[space + 1].isupper() or text[space + 1].isdigit())


def restored(facts: Iterable[Fact], text: str, blocks: Sequence[Block]) -> Iterator[Fact]:
    """``facts`` of :func:`prose` in the words of ``text``; those that name or tell of code only are left out."""
    spans = code(blocks)
    for fact in facts:
        near = _touching(spans, fact.start, fact.end)
        if near and (not isinstance(fact, Quote | Event) or any(span.covers(fact.span) for span in near)):
            continue
        if isinstance(fact, Event) and any(_is_code(part, spans) for part in (fact.subject, fact.action, fact.object)):
            continue
        if isinstance(fact, Quote) and fact.speaker_span and _touching(spans, *fact.speaker_span):
            fact = replace(fact, speaker=None, speaker_span=None, actor=None)
        yield _in_words_of(text, fact)


def _touching(spans: Sequence[Span], start: int, end: int) -> list[Span]:
    at = bisect_right(spans, Span(start, start))
    near = list(spans[max(0, at - 1) : at])
    while at < len(spans) and spans[at].start < end:
        near.append(spans[at])
        at += 1
    return [span for span in near if span.start < end and start < span.end]


def _is_code(part: Part | None, spans: Sequence[Span]) -> bool:
    return part is not None and any(span.covers(Span(*part.span)) for span in _touching(spans, *part.span))


def _in_words_of(text: str, fact: Fact) -> Fact:
    changes: dict[str, Any] = {}
    for item in fields(fact):
        value = getattr(fact, item.name)
        if isinstance(value, Part):
            value = replace(value, text=text[slice(*value.span)])
        elif item.name == "text":
            value = text[fact.start : fact.end]
        elif isinstance(value, str) and _LETTER in value:
            value = "" if item.name == "unit" else _MASK.sub("…", value)
        changes[item.name] = value
    return type(fact)(**changes)
