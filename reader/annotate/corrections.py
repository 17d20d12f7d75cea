"""The reader's verdicts laid over what extraction finds: they hold when it finds something else the next time.

A verdict on one place counts for more than one on all places of an article, and that for more than one on the whole
library; among equals the later one holds.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.model import ActorMention, DateFact, Document, Event, Fact, Part, Quote, Span, fact_to_json

if TYPE_CHECKING:
    from reader.model import Anchor, Correction, Verdict

_STRETCH = 256
"""Code points of a stretch of text by which verdicts are looked up."""
_PARTS = ("subject", "action", "object", "when", "place")


@dataclass(frozen=True, slots=True)
class Reviewed:
    """A fact, and what the reader said of it."""

    fact: Fact
    verdict: Verdict | None = None
    """None for a suggestion of the machine that was not judged yet."""
    correction: str = ""
    """Id of the correction that says so."""


# Verdicts as they are given


def accept(document: Document, fact: Fact) -> Correction:
    """The fact is right, as it stands here."""
    return _about(document, fact, "accepted", fact)


def reject(document: Document, fact: Fact) -> Correction:
    """There is no such fact here: nothing of its kind and type."""
    return _about(document, fact, "rejected", None)


def correct(document: Document, fact: Fact, right: Fact) -> Correction:
    """It is another one: other bounds, type, value or actor, of the same kind."""
    return _about(document, fact, "corrected", right)


def add(document: Document, fact: Fact) -> Correction:
    """A fact that the machine did not find."""
    return _about(document, fact, "added", fact)


def everywhere(given: Correction, *, library: bool = False) -> Correction:
    """The same said of all places with the same words, in the article or in the whole library; accept or reject."""
    return dataclasses.replace(given, anchor=None, fact=None, document="" if library else given.document)


def type_of(fact: Fact) -> str:
    """What a verdict on a fact is scoped by beside its kind: ``person``, ``DATE``, ``direct`` ...; often empty."""
    if isinstance(fact, Quote):
        return "direct" if fact.direct else "indirect"
    return str(getattr(fact, "type", ""))


def _about(document: Document, fact: Fact, verdict: Verdict, right: Fact | None) -> Correction:
    from reader.model import Anchor, Correction

    return Correction(
        verdict=verdict,
        kind=fact.kind,
        text=fact.text,
        document=document.id,
        anchor=Anchor.of(document.text, fact.span, document.version),
        type=type_of(fact),
        value=str(fact_to_json(fact).get("value", "")),
        fact=right,
    )


# Verdicts as they hold


def apply(
    facts: Sequence[Fact],
    corrections: Sequence[Correction],
    text: str,
    version: str,
    earlier: Mapping[str, str] | None = None,
) -> list[Reviewed]:
    """The facts that stand, by place: rejected ones are gone, corrected and added ones are there.

    :param facts: what extraction found in ``text``.
    :param corrections: those of the document and of the library, in the order in which they were given.
    :param earlier: texts of earlier versions that corrections are anchored in, by version, where they are known.
    """
    return [one for one in judge(facts, corrections, text, version, earlier) if one.verdict != "rejected"]


def judge(
    facts: Sequence[Fact],
    corrections: Sequence[Correction],
    text: str,
    version: str,
    earlier: Mapping[str, str] | None = None,
) -> list[Reviewed]:
    """The same with the rejected ones, for those who review them."""
    if not corrections:
        return [Reviewed(fact) for fact in facts]
    held = _Held(corrections, text, version, earlier)
    judged: list[Reviewed] = []
    actors = {fact.value: fact.actor for fact in reversed(facts) if isinstance(fact, ActorMention)}
    used: set[str] = set()
    for fact in facts:
        said = held.of(fact)
        if said is None:
            judged.append(Reviewed(fact))
        elif said.verdict == "rejected":
            judged.append(Reviewed(fact, "rejected", said.id))
        elif said.fact is None:
            judged.append(Reviewed(fact, said.verdict, said.id))
        elif said.id not in used:
            used.add(said.id)
            right = fact if said.verdict == "accepted" and _alike(fact, said.fact) else held.right(said) or fact
            judged.append(Reviewed(_with_actor(right, actors), said.verdict, said.id))
    for said in held.standing():  # added, and what extraction no longer finds
        left = held.right(said)
        if said.id not in used and left is not None:
            judged.append(Reviewed(_with_actor(left, actors), said.verdict, said.id))
    return sorted(judged, key=lambda one: (one.fact.start, one.fact.end, one.fact.kind))


class _Held:
    """Corrections, placed in a text."""

    def __init__(
        self, corrections: Sequence[Correction], text: str, version: str, earlier: Mapping[str, str] | None
    ) -> None:
        from reader.annotate.anchoring import Anchoring
        from reader.annotate.even import even

        self._text = text
        anchored = [(one, one.anchor) for one in corrections if one.anchor is not None]
        rights = [(one, anchor) for one, anchor in anchored if one.fact is not None]
        anchors = [anchor for _, anchor in anchored] + [_right_anchor(one, anchor) for one, anchor in rights]
        found = [span for span, _ in Anchoring(text, version, earlier).place_all(anchors)]
        self._places = {one.id: span for (one, _), span in zip(anchored, found, strict=False)}
        self._rights = {one.id: span for (one, _), span in zip(rights, found[len(anchored) :], strict=True)}
        # A later verdict on the same place takes the place of the earlier one.
        latest: dict[tuple[object, ...], Correction] = {}
        for one, _ in anchored:
            span = self._places[one.id]
            if span is not None:
                latest.pop((one.kind, one.type, span), None)
                latest[one.kind, one.type, span] = one
        self._here = list(latest.values())
        self._near: dict[int, list[int]] = {}
        """Numbers of verdicts by the stretches of text that they touch: with thousands, not each is asked of each."""
        for number, one in enumerate(self._here):
            span = self._places[one.id]
            for stretch in _stretches(span) if span is not None else ():
                self._near.setdefault(stretch, []).append(number)
        self._words: dict[tuple[str, str, str, bool], Correction] = {}
        for one in corrections:
            if one.anchor is None:
                self._words[one.kind, one.type, even(one.text), bool(one.document)] = one

    def of(self, fact: Fact) -> Correction | None:
        """The verdict that holds for a fact of the machine."""
        from reader.annotate.even import even

        near = {number for stretch in _stretches(fact.span) for number in self._near.get(stretch, ())}
        for number in sorted(near, reverse=True):
            one = self._here[number]
            if one.kind == fact.kind and self._meant(one, fact):
                return one
        words = even(fact.text)
        for in_document in (True, False):
            for type in (type_of(fact), ""):
                said = self._words.get((fact.kind, type, words, in_document))
                if said is not None:
                    return said
        return None

    def _meant(self, one: Correction, fact: Fact) -> bool:
        span = self._places[one.id]
        if span is None or not (span.overlaps(fact.span) or span == fact.span):
            return False
        if one.verdict == "rejected":
            return _same(span, fact.span) and one.type in ("", type_of(fact))
        right = self._rights.get(one.id)
        if one.verdict == "accepted":
            if not _same(span, fact.span):
                return False
            return not (
                isinstance(fact, DateFact) and isinstance(one.fact, DateFact) and _resolved_anew(one.fact, fact)
            )
        # What the reader put right stands alone: whatever else the machine makes of these words gives way.
        return _same(span, fact.span) or (right is not None and right.overlaps(fact.span) and _near(right, fact.span))

    def standing(self) -> Iterable[Correction]:
        """Verdicts that say that there is a fact."""
        return [one for one in self._here if one.verdict != "rejected" and one.fact is not None]

    def right(self, one: Correction) -> Fact | None:
        """What the reader said is right, where it stands in this text; None when its words are gone."""
        span = self._rights.get(one.id)
        return None if one.fact is None or span is None else _relocated(one.fact, span, self._text)


def _stretches(span: Span) -> range:
    return range(span.start // _STRETCH, span.end // _STRETCH + 1)


def _same(one: Span, other: Span) -> bool:
    """Whether two ranges are the same thing said with other bounds: each is most of the other."""
    shared = min(one.end, other.end) - max(one.start, other.start)
    return 2 * shared > max(len(one), len(other))


def _near(one: Span, other: Span) -> bool:
    shared = min(one.end, other.end) - max(one.start, other.start)
    return 2 * shared > min(len(one), len(other))


def _resolved_anew(accepted: DateFact, found: DateFact) -> bool:
    """Whether a date means another day now, because the article was given another publication date."""
    return accepted.value != found.value and accepted.anchor != found.anchor


def _right_anchor(one: Correction, anchor: Anchor) -> Anchor:
    """The anchor of the right fact, whose bounds may be other ones; made of the words that the anchor keeps."""
    from reader.model import Anchor

    fact = one.fact
    if fact is None or (fact.start, fact.end) == (anchor.start, anchor.end):
        return anchor
    words = anchor.before + anchor.quote + anchor.after
    first = anchor.start - len(anchor.before)
    start, end = fact.start - first, fact.end - first
    if 0 <= start <= end <= len(words):
        return Anchor(fact.start, fact.end, words[start:end], words[:start], words[end:], anchor.version)
    return Anchor(fact.start, fact.end, fact.text, "", "", anchor.version)


def _relocated(fact: Fact, span: Span, text: str) -> Fact:
    """The fact at another place; parts of it that are not found there are left out."""
    by = span.start - fact.start
    words = span.of(text)
    if by == 0 and words == fact.text:
        return fact
    moved = dataclasses.replace(fact, start=span.start, end=span.end, text=words)
    if isinstance(moved, Quote) and moved.speaker_span is not None:
        start, end = (place + by for place in moved.speaker_span)
        return dataclasses.replace(moved, speaker_span=(start, end) if 0 <= start < end <= len(text) else None)
    if isinstance(moved, Event):
        subject, action, object, when, place = (_shifted(getattr(moved, name), by, text) for name in _PARTS)
        return dataclasses.replace(moved, subject=subject, action=action, object=object, when=when, place=place)
    return moved


def _shifted(part: Part | None, by: int, text: str) -> Part | None:
    if part is None:
        return None
    start, end = (place + by for place in part.span)
    return dataclasses.replace(part, span=(start, end)) if start >= 0 and text[start:end] == part.text else None


def _alike(one: Fact, other: Fact) -> bool:
    """Whether two facts of a place say the same."""
    return type_of(one) == type_of(other) and getattr(one, "value", "") == getattr(other, "value", "")


def _with_actor(fact: Fact, actors: dict[str, str]) -> Fact:
    """An actor that the reader named, with the id of the machine's actor of that name, or one of its own."""
    if not isinstance(fact, ActorMention):
        return fact
    return dataclasses.replace(fact, actor=actors.setdefault(fact.value, f"r{len(actors) + 1}"))
