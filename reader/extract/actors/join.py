"""Actors joined across articles by their canonical names, with how sure each join is. Nothing is stored."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from reader.extract.actors.gazetteer import gazetteer
from reader.extract.actors.identity import close, family_words, fold, initials, is_acronym, known_as, same_first_name
from reader.model import ActorType

SAME, SPELLING, ACRONYM, SURNAME = 0.97, 0.85, 0.75, 0.6
"""Confidence of a join by the same name, another spelling or first name, an acronym, and a family name alone."""


@dataclass(frozen=True, slots=True)
class DocumentActor:
    """An actor of one article."""

    document: str
    actor: str
    """Its id in the article (``a1``)."""
    type: ActorType
    value: str
    """Canonical name there."""


@dataclass(slots=True)
class LibraryActor:
    """An actor of several articles."""

    type: ActorType
    value: str
    """The name it has most often, the longer one in a tie."""
    members: list[tuple[DocumentActor, float]] = field(default_factory=list)
    """The actors of the articles with the confidence that they belong here."""


def join(actors: Iterable[DocumentActor]) -> list[LibraryActor]:
    """Actors that are one across articles, in the order of their first members.

    A family name alone is joined only where exactly one full name with it is known, an acronym where exactly one body
    has these initials: what is unclear stays apart.
    """
    found: list[LibraryActor] = []
    by_key: dict[tuple[ActorType, str], LibraryActor] = {}
    alone: list[tuple[DocumentActor, LibraryActor]] = []
    for actor in actors:
        key = (actor.type, _key(actor))
        joined = by_key.get(key)
        confidence = SAME
        if joined is None and actor.type == "person" and " " in actor.value:
            joined = next((one for one in found if one.type == "person" and _same_person(one.value, actor.value)), None)
            confidence = SPELLING
        if joined is None:
            joined = LibraryActor(actor.type, actor.value)
            found.append(joined)
            confidence = SAME
            if " " not in actor.value:
                alone.append((actor, joined))
        by_key.setdefault(key, joined)
        joined.members.append((actor, confidence))
    for actor, lonely in alone:
        _place(actor, lonely, found)
    found = [one for one in found if one.members]
    for one in found:
        names = [member.value for member, _ in one.members]
        one.value = max(names, key=lambda name: (names.count(name), len(name)))
    return found


def _key(actor: DocumentActor) -> str:
    return fold(known_as(actor.value, gazetteer()) or actor.value)


def _same_person(one: str, other: str) -> bool:
    a, b = one.split(), other.split()
    if len(a) < 2 or not same_first_name(a[0], b[0]):
        return False
    left, right = fold(" ".join(family_words(a))), fold(" ".join(family_words(b)))
    return left == right or close(left, right)


def _place(actor: DocumentActor, lonely: LibraryActor, found: list[LibraryActor]) -> None:
    """Move the members of an actor of one word to the one longer name that it can stand for."""
    if lonely.type == "person":
        name = fold(actor.value)
        fits = [
            one
            for one in found
            if one.type == "person" and " " in one.value and fold(" ".join(family_words(one.value.split()))) == name
        ]
        confidence = SURNAME
    elif lonely.type == "organisation" and is_acronym(actor.value):
        letters = actor.value.replace(".", "")
        others = [one for one in found if one.type == "organisation" and one is not lonely]
        fits = [one for one in others if letters in initials(one.value.split())]
        confidence = ACRONYM
    else:
        return
    if len(fits) == 1:
        fits[0].members += [(member, min(sure, confidence)) for member, sure in lonely.members]
        lonely.members.clear()
