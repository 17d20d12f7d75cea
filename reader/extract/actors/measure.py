"""Scores for names and for "same actor": precision, recall and F1 over spans, and B-cubed over mentions.

Edges are compared without article, title, possessive ending and quotation marks, since the schemes differ there.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

KINDS = {
    "person": "person", "per": "person",
    "org": "organisation", "organisation": "organisation", "organization": "organisation",
    "place": "place", "loc": "place", "gpe": "place", "location": "place", "facility": "place", "fac": "place",
}  # fmt: skip
"""Labels of the gold sets and the kind each is scored as; others are not scored."""

_LEAD = re.compile(
    r"(?:[\s\"“'‘(\[]+|(?:the|an?|mr|mrs|ms|dr|sir|dame|lord|lady|prof|gen|sen|rep|gov)\b\.?\s+)(?=\S)", re.IGNORECASE
)
_TAIL = re.compile(r"(?:['’]s?|[\s\"”'’,;:)\]]+)$")


@dataclass(frozen=True, slots=True, order=True)
class Mention:
    """A scored span."""

    start: int
    end: int
    kind: str


@dataclass(slots=True)
class Score:
    """Counts that add up over documents."""

    right_found: float = 0
    """How much of what was found is right."""
    right_wanted: float = 0
    """How much of what was wanted was found; the same number but for B-cubed."""
    found: int = 0
    wanted: int = 0

    @property
    def precision(self) -> float:
        """Share of what was found that is right."""
        return self.right_found / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        """Share of what was wanted that was found."""
        return self.right_wanted / self.wanted if self.wanted else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of both."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0

    def __str__(self) -> str:
        return f"P {100 * self.precision:5.1f}  R {100 * self.recall:5.1f}  F1 {100 * self.f1:5.1f}"


def bare(text: str, start: int, end: int) -> tuple[int, int]:
    """The range without what the schemes disagree about."""
    while lead := _LEAD.match(text, start, end):
        if lead.end() >= end:
            break
        start = lead.end()
    while (tail := _TAIL.search(text, start, end)) and tail.start() > start:
        end = tail.start()
    return start, end


def mentions(text: str, spans: Iterable[Mapping[str, object]]) -> list[Mention]:
    """The scored spans of a gold or system line (``start``, ``end``, ``kind``), each once, in order."""
    found = set()
    for span in spans:
        kind = KINDS.get(str(span["kind"]).lower())
        if kind:
            start, end = bare(text, int(str(span["start"])), int(str(span["end"])))
            if start < end:
                found.add(Mention(start, end, kind))
    return sorted(found)


def compare(scores: dict[str, Score], wanted: Sequence[Mention], found: Sequence[Mention]) -> None:
    """Add one document to ``scores``: ``exact``, each kind, and ``overlap`` (any type, one to one)."""
    right = set(wanted) & set(found)
    for name in ("exact", "person", "organisation", "place"):
        score = scores.setdefault(name, Score())
        hits = sum(name in ("exact", one.kind) for one in right)
        score.right_found += hits
        score.right_wanted += hits
        score.found += sum(name in ("exact", one.kind) for one in found)
        score.wanted += sum(name in ("exact", one.kind) for one in wanted)
    overlap = scores.setdefault("overlap", Score())
    overlap.found += len(found)
    overlap.wanted += len(wanted)
    pairs = sorted(
        ((one.start, one.end) != (other.start, other.end), max(one.start, other.start) - min(one.end, other.end), i, j)
        for i, one in enumerate(wanted)
        for j, other in enumerate(found)
        if one.start < other.end and other.start < one.end
    )
    used_wanted: set[int] = set()
    used_found: set[int] = set()
    for _, _, i, j in pairs:
        if i not in used_wanted and j not in used_found:
            used_wanted.add(i)
            used_found.add(j)
    overlap.right_found += len(used_wanted)
    overlap.right_wanted += len(used_wanted)


def b_cubed(
    wanted: Mapping[tuple[int, int], str], found: Mapping[tuple[int, int], str]
) -> tuple[float, float, int, int]:
    """B-cubed of "same actor" (Bagga and Baldwin 1998) over one document.

    Gives the sums of precision and recall over mentions, and over how many mentions each of them goes.

    Keys are ranges, values are actors. A mention that the other side lacks counts as wrong.
    """
    by_wanted: dict[str, set[tuple[int, int]]] = {}
    by_found: dict[str, set[tuple[int, int]]] = {}
    for span, actor in wanted.items():
        by_wanted.setdefault(actor, set()).add(span)
    for span, actor in found.items():
        by_found.setdefault(actor, set()).add(span)
    precision = recall = 0.0
    for span in wanted.keys() & found.keys():
        gold, ours = by_wanted[wanted[span]], by_found[found[span]]
        both = len(gold & ours)
        precision += both / len(ours)
        recall += both / len(gold)
    return precision, recall, len(found), len(wanted)


_MARK = re.compile(r"\[([polg]) ([\w-]+)\|([^\]]+)\]")
_LETTERS = {"p": "person", "o": "organisation", "l": "place", "g": "group"}


@dataclass(frozen=True, slots=True)
class Marked:
    """A gold text with its actors."""

    text: str
    spans: tuple[tuple[int, int, str, str], ...]
    """Start, end, type and actor of each mention, in order."""


def marked(source: str) -> Marked:
    """Read a gold text: ``[p biden|Joe Biden]`` marks a mention of the person ``biden``; p, o, l, g are the types.

    A first line that begins with ``# `` and ends in ``written for Dateline.`` says what the text is for.
    """
    first, _, rest = source.partition("\n")
    if first.startswith("# ") and first.endswith("written for Dateline."):
        source = rest
    text = ""
    spans = []
    position = 0
    for mark in _MARK.finditer(source):
        text += source[position : mark.start()]
        letter, actor, name = mark.groups()
        spans.append((len(text), len(text) + len(name), _LETTERS[letter], actor))
        text += name
        position = mark.end()
    return Marked(text + source[position:], tuple(spans))
