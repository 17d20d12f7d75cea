"""Where sentences begin and end."""

from __future__ import annotations

import re

from reader.model import Span

_END = re.compile(r"""(?<=[.!?…])["'”’)\]]*\s+(?=["'“‘(\[]?[A-Z0-9])|\n\s*\n""")
_ABBREVIATION = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Prof|Gen|Sen|Rep|Gov|Lt|Col|Sgt|Capt|St|No|vs|Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec)"
    r"|\b[A-Z])\.$"
)


def sentences(text: str) -> list[Span]:
    """Ranges of the sentences of ``text`` in order; white space between them belongs to none."""
    found: list[Span] = []
    start = 0
    for match in _END.finditer(text):
        head = text[start : match.start()]
        if "\n" not in match.group() and _ABBREVIATION.search(head[-8:]):
            continue
        end = match.start() + len(match.group()) - len(match.group().lstrip("\"'”’)]"))
        if head.strip():
            found.append(_trimmed(text, start, end))
        start = match.end()
    if text[start:].strip():
        found.append(_trimmed(text, start, len(text)))
    return found


def _trimmed(text: str, start: int, end: int) -> Span:
    piece = text[start:end]
    return Span(start + len(piece) - len(piece.lstrip()), end - len(piece) + len(piece.rstrip()))
