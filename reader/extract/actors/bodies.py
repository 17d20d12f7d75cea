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
_LONGEST = 12
"""Words of a name that count when another is a part of it."""


@dataclass(slots=True)
class Body:
    """An organisation, place or group while its names are being gathered."""

    type: ActorType
    value: str
    names: list[tuple[Name, str]] = field(default_factory=list)
    """Each name with the reason, in plain words, why it is this actor's; empty where it is plain."""


class Bodies:
    """The organisations, places and groups of an article, by first mention."""

    def __init__(self, lists: Gazetteer) -> None:
        self.all: list[Body] = []
        self.lists = lists
        # Whose a name is is looked up, not searched: a long article names thousands. What was named last wins.
        self._by_form: dict[tuple[ActorType, str], Body] = {}
        self._by_acronym: dict[str, Body] = {}
        self._by_part: dict[tuple[str, ...], Body] = {}
        """Organisations by the words that their names begin or end with."""

    def add(self, name: Name, surface: str, in_brackets_after: Body | None = None) -> Body:
        """Give a name to its actor, which may be new.

        :param in_brackets_after: the actor whose name stands before the bracket that holds this name.
        """
        owner, why = self._owner(name.type, surface, in_brackets_after)
        if owner is None:
            owner = Body(name.type, self._canonical(name.type, surface))
            self.all.append(owner)
        owner.names.append((name, why if surface != owner.value else ""))
        self._know(owner, surface)
        return owner

    def _canonical(self, kind: ActorType, surface: str) -> str:
        """One name for all forms: ``British`` for ``Britons``, ``United States`` for ``US``."""
        known = known_as(surface, self.lists)
        if kind == "group":
            return known_as(surface.removesuffix("s"), self.lists) or known or surface
        entry = self.lists.entry(surface)
        return surface if known is None or (entry is not None and entry.kind == "person") else known

    def _know(self, body: Body, surface: str) -> None:
        for form in {surface, fold(surface), body.value}:
            self._by_form[(body.type, form)] = body
        if body.type != "organisation":
            return
        for form in {surface, body.value}:
            words = form.split()
            if len(words) == 1:
                if is_acronym(form):
                    self._by_acronym.setdefault(form.replace(".", ""), body)
                continue
            for acronym in initials(words):
                self._by_acronym[acronym] = body
            for size in range(1, min(len(words), _LONGEST)):
                self._by_part[tuple(words[:size])] = body
                self._by_part[tuple(words[-size:])] = body

    def _owner(self, kind: ActorType, surface: str, bracket: Body | None) -> tuple[Body | None, str]:
        for form in (surface, self._canonical(kind, surface), fold(surface)):
            body = self._by_form.get((kind, form))
            if body is not None:
                return body, f"{surface} is another name of {body.value}"
        if kind != "organisation":
            return None, ""
        words = surface.split()
        if len(words) == 1 and is_acronym(surface):
            if bracket is not None and bracket.type == kind:
                return bracket, f"{surface} stands in brackets after {bracket.value}"
            body = self._by_acronym.get(surface.replace(".", ""))
            if body is not None:
                return body, f"{surface} is formed from the initials of {body.value}"
            return self._by_length(surface, words)
        body = next((found for form in sorted(initials(words)) if (found := self._by_acronym.get(form))), None)
        if body is not None and is_acronym(body.value):
            why = f"{body.value} is formed from the initials of {surface}"
            body.value = surface
            return body, why
        return self._by_length(surface, words)

    def _by_length(self, surface: str, words: list[str]) -> tuple[Body | None, str]:
        """The body of which ``surface`` is a shorter or a fuller form."""
        body = self._by_part.get(tuple(words))
        if body is not None and self._can_be_short(words, body.value.split()):
            return body, f"{surface} is short for {body.value}"
        for size in range(min(len(words) - 1, _LONGEST), 0, -1):
            body = self._by_form.get(("organisation", " ".join(words[:size])))
            if body is not None and self._can_be_short(words[:size], words) and len(body.value.split()) <= size:
                why = f"{body.value} is short for {surface}"
                body.value = surface
                return body, why
        body = self._by_form.get(("organisation", words[-1])) if len(words) > 1 else None
        if body is not None and body.value == words[-1] and self._is_telling(words[-1]):  # a headline's Villa
            body.value = surface
            return body, f"{words[-1]} is short for {surface}"
        return None, ""

    def _is_telling(self, word: str) -> bool:
        """Whether a word that ends a body's name can stand for it before it is named in full."""
        lists = self.lists
        return word not in lists.org_last and (word,) not in lists.names and not is_acronym(word)

    def _can_be_short(self, short: list[str], whole: list[str]) -> bool:
        """Whether some words may stand for a longer name: not when they are a known name of their own."""
        if len(whole) == len(short) + 1 and whole[-1] in _TRADING:
            return True
        if len(short) == 1 and short[0] in self.lists.org_last:
            return True
        return tuple(short) not in self.lists.names and (short[0],) not in self.lists.names
