"""The review queue: machine facts as suggestions, one after the other."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

from reader.library import AddCorrection, Change, Library, RemoveCorrection, Several
from reader.model import ActorMention, Document, Fact

if TYPE_CHECKING:
    from reader.annotate.corrections import Reviewed
    from reader.model import Correction

Order: TypeAlias = Literal["text", "confidence"]
"""By place, or the least certain first."""


@dataclass(frozen=True, slots=True)
class Everywhere:
    """How often the library has what a verdict on all places would be about."""

    places: int
    """Mentions of the actor; for other kinds articles with the words."""
    articles: int


class Queue:
    """The suggestions of an article in an order, judged or not."""

    def __init__(self, judged: Iterable[Reviewed], order: Order = "text") -> None:
        """:param judged: as :func:`reader.annotate.corrections.judge` gives them, narrowed to the kinds of interest."""
        ordered = sorted(judged, key=_by_place if order == "text" else _by_confidence)
        self.items: tuple[Reviewed, ...] = tuple(one for one in ordered if one.verdict != "added")
        self.order: Order = order

    @property
    def counter(self) -> tuple[int, int]:
        """How many are judged, and how many there are."""
        return sum(one.verdict is not None for one in self.items), len(self.items)

    def next(self, fact: Fact | None = None, *, place: int = 0) -> Reviewed | None:
        """The next unjudged one after ``fact``, or without one from ``place`` on; begins anew at the end.

        None when all are judged.
        """
        after = self._index(fact, place)
        return self._first([*self.items[after:], *self.items[:after]], fact)

    def previous(self, fact: Fact | None = None, *, place: int = 0) -> Reviewed | None:
        """The last unjudged one before it; begins anew at the beginning."""
        before = self._index(fact, place) - (fact is not None and self._has(fact))
        return self._first([*reversed(self.items[:before]), *reversed(self.items[before:])], fact)

    def same(self, fact: Fact) -> list[Reviewed]:
        """The unjudged ones with the same words, kind and type, itself included."""
        return [one for one in self.items if one.verdict is None and _key(one.fact) == _key(fact)]

    def _index(self, fact: Fact | None, place: int) -> int:
        """How many items lie before what follows ``fact``, or ``place``."""
        from reader.annotate.corrections import Reviewed

        if fact is None:
            if self.order == "confidence":
                return 0
            return sum(one.fact.start < place for one in self.items)
        key = (_by_place if self.order == "text" else _by_confidence)(Reviewed(fact))
        return sum((_by_place if self.order == "text" else _by_confidence)(one) <= key for one in self.items)

    def _has(self, fact: Fact) -> bool:
        return any(one.fact == fact for one in self.items)

    def _first(self, items: Sequence[Reviewed], but: Fact | None) -> Reviewed | None:
        found = [one for one in items if one.verdict is None]
        return next((one for one in found if one.fact != but), found[0] if found else None)


def judged(
    library: Library, document: Document, facts: Sequence[Fact], unsaved: Sequence[Change] = ()
) -> list[Reviewed]:
    """The facts of a document with the verdicts that the library holds, the rejected ones included.

    :param unsaved: changes that the library does not hold, or not yet, in the order in which they were made.
    """
    from reader.annotate.corrections import judge

    corrections = _with(unsaved, library.annotations.corrections(document.id), document.id)
    return judge(facts, corrections, document.text, document.version, _earlier(library, document, corrections))


def _with(changes: Iterable[Change], corrections: Sequence[Correction], document: str) -> list[Correction]:
    """Corrections after some changes; one that is there already is not there twice."""
    found = {one.id: one for one in corrections}
    for change in changes:
        if isinstance(change, Several):
            found = {one.id: one for one in _with(change.changes, list(found.values()), document)}
        elif isinstance(change, AddCorrection) and change.correction.document in ("", document):
            found.setdefault(change.correction.id, change.correction)
        elif isinstance(change, RemoveCorrection):
            found.pop(change.id, None)
    return list(found.values())


def standing(library: Library, document: Document, facts: Sequence[Fact]) -> list[Fact]:
    """The facts of a document as the reader left them: without the rejected, with the corrected and added ones."""
    from reader.annotate.corrections import apply

    corrections = library.annotations.corrections(document.id)
    if not corrections:
        return list(facts)
    earlier = _earlier(library, document, corrections)
    return [one.fact for one in apply(facts, corrections, document.text, document.version, earlier)]


def everywhere(library: Library, fact: Fact) -> Everywhere:
    """How much a verdict on these words in the whole library is about; takes as long as a search."""
    from reader.annotate.even import even
    from reader.library.searching import searcher

    if isinstance(fact, ActorMention):
        found = library.facts.with_actor(fact.value, limit=10_000)
        return Everywhere(sum(one.mentions for one in found), len({one.document for one in found}))
    words = " ".join(even(fact.text).replace('"', " ").split())
    count = searcher(library).search(f'"{words}"', limit=1).count
    return Everywhere(count, count)


def _earlier(library: Library, document: Document, corrections: Sequence[Correction]) -> dict[str, str]:
    """The texts that verdicts were given on, where they are another version's."""
    versions = {one.anchor.version for one in corrections if one.anchor is not None} - {document.version}
    found = {version: library.documents.get(document.id, version) for version in versions}
    return {version: old.text for version, old in found.items() if old is not None}


def _key(fact: Fact) -> tuple[str, str, str]:
    from reader.annotate.corrections import type_of
    from reader.annotate.even import even

    return fact.kind, type_of(fact), even(fact.text)


def _by_place(one: Reviewed) -> tuple[float, int, int, str]:
    return 0, one.fact.start, one.fact.end, one.fact.kind


def _by_confidence(one: Reviewed) -> tuple[float, int, int, str]:
    return one.fact.confidence, one.fact.start, one.fact.end, one.fact.kind
