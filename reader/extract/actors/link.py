"""One actor, many names: the names of an article gathered by whom they name."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from reader.extract.actors.gazetteer import Gazetteer
from reader.extract.actors.identity import family_name, fold, initials, is_acronym, known_as, plain
from reader.extract.actors.name import Name
from reader.extract.tokens import Tokens
from reader.model import ActorType


@dataclass(slots=True)
class Actor:
    """An actor while its names are being gathered."""

    type: ActorType
    value: str
    """Canonical name."""
    names: list[tuple[Name, str]] = field(default_factory=list)
    """Each name with the reason, in plain words, why it is this actor's; empty for the first."""
    family: str = ""
    """Folded family name of a person."""
    given: str = ""
    """Folded first name of a person who has two."""

    @property
    def last_at(self) -> int:
        """Token where the actor was named last so far."""
        return self.names[-1][0].first if self.names else -1


class Gathering:
    """Gathers the names of one article, in order, into actors."""

    def __init__(self, tokens: Tokens, gazetteer: Gazetteer) -> None:
        self.tokens = tokens
        self.gazetteer = gazetteer
        self.actors: list[Actor] = []

    def words(self, name: Name) -> list[str]:
        """The tokens of a name, all-capital words of headlines in normal case."""
        words = self.tokens.words[name.first : name.last]
        if name.type == "person" and len(words) > 1 and all(word.isupper() for word in words if len(word) > 1):
            return [word.title() if len(word) > 2 else word for word in words]
        return words

    def surface(self, name: Name) -> str:
        """The name as one line."""
        words, starts, ends = self.words(name), self.tokens.starts, self.tokens.ends
        out = words[0]
        for at in range(1, len(words)):
            out += ("" if ends[name.first + at - 1] == starts[name.first + at] else " ") + words[at]
        return plain(out)

    # Persons ---------------------------------------------------------------------------------------------------------

    def person(self, name: Name, full: list[Actor]) -> None:
        """Give ``name`` to its person; ``full`` are those named in full anywhere in the article."""
        words = [word for word in self.words(name) if word not in ("'", "’")]
        known = [actor for actor in self.actors if actor.type == "person"]
        family = fold(family_name(words))
        if len(words) == 1:
            owner = self._by_one_word(words[0], family, known, full)
        else:
            owner = self._by_full_name(words, family, known)
        if owner is None:
            value = self.surface(name)
            owner = Actor("person", value, family=family, given=fold(words[0]) if len(words) > 1 else "")
            self.actors.append(owner)
            owner.names.append((name, ""))
            return
        if not owner.given and len(words) > 1:  # the surname stood first, in a headline
            owner.value, owner.given, owner.family = self.surface(name), fold(words[0]), family
        same = self.surface(name) == owner.value
        owner.names.append((name, "" if same else f"{self.surface(name)} is part of the name {owner.value}"))

    def _by_one_word(self, word: str, family: str, known: list[Actor], full: list[Actor]) -> Actor | None:
        folded = fold(word)
        same = [actor for actor in known if actor.family == folded or (not actor.given and fold(actor.value) == folded)]
        if not same:
            same = [actor for actor in known if actor.given == folded]
        if not same:
            same = [actor for actor in known if folded in fold(actor.value).split()]
        if same:
            return max(same, key=lambda actor: actor.last_at)
        return None

    def _by_full_name(self, words: list[str], family: str, known: list[Actor]) -> Actor | None:
        given = fold(words[0])
        for actor in known:
            if fold(actor.value) == fold(" ".join(words)):
                return actor
        for actor in known:
            if actor.family == family or actor.value.split()[-1] == words[-1]:
                if not actor.given:
                    return actor
                one, other = sorted((given.rstrip("."), actor.given.rstrip(".")), key=len)
                if one == other or (len(one) == 1 and other.startswith(one)):
                    return actor
        return None

    # Organisations, places, groups -----------------------------------------------------------------------------------

    def body(self, name: Name) -> None:
        """Give the name of an organisation, place or group to its actor."""
        surface = self.surface(name)
        value = known_as(surface, self.gazetteer) or surface
        if name.type == "group":
            country = self.gazetteer.country_of(surface)
            if country:
                value = f"people of {country}"
        for actor in self.actors:
            if actor.type != name.type and {actor.type, name.type} != {"organisation", "place"}:
                continue
            if actor.value == value and actor.type == name.type:
                actor.names.append((name, "" if surface == value else f"{surface} is another name of {actor.value}"))
                return
        reason = self._other_form(name, surface)
        if reason:
            actor, why = reason
            actor.names.append((name, why))
            return
        self.actors.append(Actor(name.type, value, [(name, "")]))

    def _other_form(self, name: Name, surface: str) -> tuple[Actor, str] | None:
        if name.type != "organisation":
            return None
        words = surface.split()
        for actor in reversed(self.actors):
            if actor.type != "organisation":
                continue
            theirs = actor.value.split()
            if len(words) == 1 and is_acronym(surface) and surface.replace(".", "") in initials(theirs):
                return actor, f"{surface} is formed from the initials of {actor.value}"
            if len(theirs) == 1 and is_acronym(actor.value) and actor.value.replace(".", "") in initials(words):
                why = f"{actor.value} is formed from the initials of {surface}"
                actor.value = surface
                return actor, why
            if fold(surface) == fold(actor.value):
                return actor, f"{surface} is another spelling of {actor.value}"
            if len(words) < len(theirs) and (theirs[-len(words) :] == words or theirs[: len(words)] == words):
                return actor, f"{surface} is short for {actor.value}"
        return None


def gather(tokens: Tokens, names: list[Name], gazetteer: Gazetteer) -> list[Actor]:
    """Actors by first mention, each with its names in order."""
    gathering = Gathering(tokens, gazetteer)
    for name in names:
        if name.type == "person":
            gathering.person(name, [])
        else:
            gathering.body(name)
    for actor in gathering.actors:
        if actor.type == "group" and actor.value.startswith("people of "):
            forms = Counter(gathering.surface(name) for name, _ in actor.names)
            actor.value = min(forms, key=lambda form: (-forms[form], len(form)))
    return gathering.actors
