"""One actor, many names: the names of an article gathered by whom they name."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from reader.extract.actors.bodies import Bodies, Body
from reader.extract.actors.gazetteer import Gazetteer
from reader.extract.actors.identity import family_words, plain
from reader.extract.actors.name import Name
from reader.extract.actors.persons import People
from reader.extract.tokens import Tokens
from reader.model import ActorType

_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f\d]")


@dataclass(frozen=True, slots=True)
class Actor:
    """An actor with all its names in the article."""

    type: ActorType
    value: str
    """Canonical name."""
    names: tuple[tuple[Name, str], ...]
    """In order; with each the reason, in plain words, why it is this actor's, empty where it is plain."""


def gather(tokens: Tokens, names: list[Name], lists: Gazetteer) -> list[Actor]:
    """Actors by first mention, each with its names in order.

    :param names: in order, without overlaps.
    """
    people = People(lambda name: (entry := lists.entry(name)) is not None and entry.source == "person")
    bodies = Bodies(lists)
    before: tuple[int, Body] | None = None
    for number, name in enumerate(names):
        words = readable(tokens, name)
        surface = joined(tokens, name, words)
        if before and before[0] == name.first and not _LATIN.match(surface):
            body = before[1]
            again = replace(name, type=body.type)
            body.names.append((again, f"{surface} stands right behind {body.value} in another script"))
            continue
        if name.type == "person":
            family = _shared_family(tokens, name, names[number + 1 : number + 2], lists)
            people.add(name, " ".join([surface, *family]), words + family)
            continue
        bracket = None
        if before and before[0] == name.first - 1 and tokens.words[name.first - 1] == "(":
            bracket = before[1]
        body = bodies.add(name, surface, bracket)
        before = (name.last, body)
    actors = [Actor("person", person.value, tuple(person.names)) for person in people.all]
    actors += [Actor(body.type, body.value, tuple(body.names)) for body in bodies.all]
    return sorted(actors, key=lambda actor: actor.names[0][0].first)


def _shared_family(tokens: Tokens, name: Name, following: list[Name], lists: Gazetteer) -> list[str]:
    """The family name of the next person where it is said once for two: ``Bill and Hillary Clinton``."""
    if not following or following[0].type != "person" or name.last - name.first > 1:
        return []
    other = following[0]
    if tokens.words[name.last : other.first] not in (["and"], ["&"]):
        return []
    given, words = tokens.words[name.first], tokens.words[other.first : other.last]
    if len(words) < 2 or words[0] not in lists.given or given in lists.famous:
        return []
    family = family_words(words)
    known = lists.entry(" ".join([given, *family]))  # a first name that no list has, of somebody everybody knows
    return family if given in lists.given or (known is not None and known.source == "person") else []


def readable(tokens: Tokens, name: Name) -> list[str]:
    """The words of a name, those of an all-capital headline in normal case."""
    words = tokens.words[name.first : name.last]
    if name.type == "person" and all(word.isupper() for word in words) and any(len(word) > 3 for word in words):
        return [word.title() if len(word) > 2 or len(words) > 1 else word for word in words]
    if name.type == "place" and len(words[0]) > 4 and all(word.isupper() for word in words):
        return [word.title() for word in words]
    return words


def joined(tokens: Tokens, name: Name, words: list[str]) -> str:
    """``words`` as one line, spaced as in the article."""
    out = words[0]
    for at in range(1, len(words)):
        glued = tokens.ends[name.first + at - 1] == tokens.starts[name.first + at]
        out += ("" if glued else " ") + words[at]
    return plain(out)
