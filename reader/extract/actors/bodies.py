"""Which body, place or people a name names: known other names, acronyms, short forms."""

from __future__ import annotations

from dataclasses import dataclass, field

from reader.extract.actors.gazetteer import Gazetteer
from reader.extract.actors.identity import fold, initials, is_acronym, known_as
from reader.extract.actors.name import Name
from reader.model import ActorType

_TRADING = frozenset(
    ("Motor", "Motors", "Group", "Holdings", "Company", "Electronics", "Corporation", "Bank", "Industries")
)
"""What a company known by one word may be called in full: Toyota, Toyota Motor."""


@dataclass(slots=True)
class Body:
    """An organisation, place or group while its names are being gathered."""

    type: ActorType
    value: str
    names: list[tuple[Name, str]] = field(default_factory=list)
    """Each name with the reason, in plain words, why it is this actor's; empty where it is plain."""
    forms: set[str] = field(default_factory=set)
    """The names as written so far."""

    @property
    def last_at(self) -> int:
        """Token where the actor was named last so far."""
        return self.names[-1][0].first


class Bodies:
    """The organisations, places and groups of an article, by first mention."""

    def __init__(self, lists: Gazetteer) -> None:
        self.all: list[Body] = []
        self.lists = lists

    def add(self, name: Name, surface: str, in_brackets_after: Body | None = None) -> Body:
        """Give a name to its actor, which may be new.

        :param in_brackets_after: the actor whose name stands before the bracket that holds this name alone.
        """
        owner, why = self._owner(name.type, surface, in_brackets_after)
        if owner is None:
            value = known_as(surface, self.lists) or surface
            if name.type == "group":
                value = self._people(surface)
            owner = Body(name.type, value)
            self.all.append(owner)
        owner.names.append((name, why if surface != owner.value else ""))
        owner.forms.add(surface)
        return owner

    def _people(self, surface: str) -> str:
        """One name for an adjective, its noun and plural: ``British`` for ``Britons``, ``Muslim`` for ``Muslims``."""
        single = surface.removesuffix("s")
        return known_as(single, self.lists) or known_as(surface, self.lists) or surface

    def _owner(self, kind: ActorType, surface: str, bracket: Body | None) -> tuple[Body | None, str]:
        known = self._people(surface) if kind == "group" else known_as(surface, self.lists)
        recent = sorted((body for body in self.all if body.type == kind), key=lambda body: -body.last_at)
        for body in recent:
            if surface in body.forms or known == body.value or fold(surface) == fold(body.value):
                return body, f"{surface} is another name of {body.value}"
        if kind != "organisation":
            return None, ""
        if bracket is not None and bracket.type == kind and is_acronym(surface):
            return bracket, f"{surface} stands in brackets after {bracket.value}"
        words = surface.split()
        for body in recent:
            why = self._same_body(body, surface, words)
            if why:
                return body, why
        return None, ""

    def _same_body(self, body: Body, surface: str, words: list[str]) -> str:
        theirs = body.value.split()
        if len(words) == 1 and is_acronym(surface):
            if surface.replace(".", "") in initials(theirs):
                return f"{surface} is formed from the initials of {body.value}"
            return ""
        if len(theirs) == 1 and is_acronym(body.value):
            if body.value.replace(".", "") in initials(words):
                why = f"{body.value} is formed from the initials of {surface}"
                body.value = surface
                return why
            return ""
        trading = len(theirs) == len(words) + 1 and theirs[-1] in _TRADING
        if len(words) < len(theirs) and (trading or self._can_be_short(words)):
            if theirs[-len(words) :] == words or theirs[: len(words)] == words:
                return f"{surface} is short for {body.value}"
        elif (
            len(words) > len(theirs)
            and words[: len(theirs)] == theirs
            and (self._can_be_short(theirs) or (len(words) == len(theirs) + 1 and words[-1] in _TRADING))
        ):
            why = f"{body.value} is short for {surface}"
            body.value = surface
            return why
        return ""

    def _can_be_short(self, words: list[str]) -> bool:
        """Whether these words may be the short form of a longer name: not when they are a known name of their own."""
        if len(words) == 1 and words[0] in self.lists.org_last:
            return True
        return tuple(words) not in self.lists.names and (words[0],) not in self.lists.names
