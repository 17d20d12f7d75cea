"""An article with all that is said about it: what every export starts from."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import quote

from reader.model import (
    ActorMention,
    Annotation,
    Correction,
    DateFact,
    Document,
    Fact,
    Figure,
    Placed,
    Quote,
    Span,
)
from reader.model.address import shown


@dataclass(frozen=True, slots=True, kw_only=True)
class Annotated:
    """One article, the reader's work on it, and its facts. Spans are in ``document.text``."""

    document: Document
    annotations: tuple[Placed, ...] = ()
    """The reader's annotations that were not removed, in any order."""
    corrections: tuple[Correction, ...] = ()
    """The reader's verdicts on machine facts of this article."""
    facts: tuple[Fact, ...] = ()
    """Its facts as they stand after the corrections, by start; empty where only the reader's work is asked for."""
    tags: tuple[str, ...] = ()
    """Tags of the whole article."""

    @property
    def placed(self) -> list[tuple[Span, Annotation]]:
        """Annotations with a place in this text, by place."""
        found = [(one.span, one.annotation) for one in self.annotations if one.span is not None]
        return sorted(found, key=lambda one: (one[0].start, one[0].end, one[1].label, one[1].id))

    @property
    def unplaced(self) -> list[Annotation]:
        """Notes on the whole article, and annotations whose words are no longer in it; by time of making."""
        found = [one.annotation for one in self.annotations if one.span is None]
        return sorted(found, key=lambda one: (one.anchor is not None, one.created, one.id))

    @property
    def judged(self) -> list[tuple[Span, Correction]]:
        """Corrections that stand at a place of this text, by place; those on every place with the same words do not."""
        found = [(span, one) for one in self.corrections if (span := self._place(one)) is not None]
        return sorted(found, key=lambda one: (one[0].start, one[0].end, one[1].kind, one[1].id))

    def _place(self, correction: Correction) -> Span | None:
        """Where the fact that holds after a correction stands, else the one that was judged."""
        anchor = correction.anchor
        if anchor is None:
            return None
        if anchor.version != self.document.version and self.document.text[anchor.start : anchor.end] != anchor.quote:
            return None
        fact = correction.fact
        span = fact.span if fact is not None else anchor.span
        return span if span.end <= len(self.document.text) and len(span) else None


def address(document: Document) -> str:
    """The web address of a document, without a password in it; empty when it has none."""
    return shown(document.origin.removeprefix("url:")) if document.origin.startswith("url:") else ""


def iri(document: Document) -> str:
    """A name of the document for formats that ask for one: its address, its file's ``file:`` URI, or a URN."""
    if found := address(document):
        return re.sub(r'[\s<>"{}|\\^`]', lambda match: quote(match[0], safe=""), found)  # what RFC 3987 forbids
    if document.path is not None:
        return "file://" + quote(document.path.encode("utf-8", "surrogateescape"), safe="/:")
    return f"urn:dateline:document:{document.id}"


_ENTITY = {"person": "PERSON", "organisation": "ORG", "place": "GPE", "group": "NORP"}


def entity_label(fact: Fact) -> str:
    """Type of a fact in the words of OntoNotes 5, which most models of entities speak; ours in capitals elsewhere."""
    if isinstance(fact, ActorMention):
        return _ENTITY[fact.type]
    if isinstance(fact, DateFact):
        return "TIME" if fact.type == "TIME" else "DATE"
    if isinstance(fact, Figure):
        if fact.currency:
            return "MONEY"
        return "PERCENT" if fact.unit == "percent" else "QUANTITY"
    return fact.kind.upper()


def correction_label(correction: Correction) -> str:
    """The same for the fact that a correction is about."""
    if correction.fact is not None:
        return entity_label(correction.fact)
    if correction.kind == "actor":
        return _ENTITY.get(correction.type, "ACTOR")
    if correction.kind == "date":
        return "TIME" if correction.type == "TIME" else "DATE"
    return correction.kind.upper()


def value_of(fact: Fact) -> str:
    """What a fact means, in a word: the actor's name, the TIMEX3 value, the speaker, the number with its unit."""
    if isinstance(fact, ActorMention | DateFact):
        return fact.value
    if isinstance(fact, Quote):
        return fact.speaker or ""
    if isinstance(fact, Figure):
        number = f"{fact.value:.15g}"
        return f"{number} {fact.currency or fact.unit}".strip()
    return ""
