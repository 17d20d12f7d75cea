"""The edges and the type of a single name put right: titles cut off, ordinals taken in, firms told from places."""

from __future__ import annotations

from dataclasses import replace

from reader.extract.actors.gazetteer import Gazetteer
from reader.extract.actors.identity import is_acronym
from reader.extract.actors.name import Name
from reader.extract.actors.roles import is_title
from reader.extract.actors.view import View

_SURE = 0.9
_CERTAIN = 0.95
_LIKELY = 0.7
_ORDINALS = frozenset(("II", "III", "IV", "VI", "VII", "VIII", "XIV", "XVI", "Jr", "Jr.", "Sr."))
"""What follows a person's name and belongs to it (Elizabeth II, Marcos Jr.)."""
_FIRMS = frozenset(
    [
        *("Securities", "Inc", "Inc.", "Corp", "Corp.", "Ltd", "Ltd.", "LLC", "PLC", "plc", "AG", "GmbH", "Ministry"),
        *("Committee", "Commission", "Association", "Federation", "Party", "Agency", "Authority", "Airlines"),
        *("Motors", "Holdings", "Group", "Department", "University"),
    ]
)
"""Words that no place ends with."""
_OFFICES = frozenset(("Bank", "Ministry", "Department", "University", "Institute", "Association", "Federation"))
"""Words that no place begins with before ``of``."""
_GENERATIONS = frozenset(("Jr", "Jr.", "Sr", "Sr."))
_PLACING = frozenset(
    [
        *("in", "into", "across", "throughout", "near", "visited", "visits", "visit", "visiting", "left", "entered"),
        *("toured", "reached", "invaded", "neighbouring", "neighboring", "inside", "outside", "northern", "southern"),
        *("eastern", "western"),
    ]
)
"""Words before a place rather than before a person."""
_FOLLOWERS = frozenset(("Allies", "Members", "Officials", "Leaders"))
"""People of a body, not part of its name (``NATO Allies``)."""


def fixed(name: Name, view: View, lists: Gazetteer, surnames: set[str]) -> Name | None:
    """A name within its edges and of its own type; None when it is none.

    :param surnames: last words of the people who are named in full.
    """
    words = view.words
    if words[name.first] in ("of", "for", "and", ",", "in", "to", "at"):
        return None
    if all(word in _GENERATIONS for word in words[name.first : name.last]):
        return None  # "Joseph R. Biden, Jr."
    if name.type == "person":
        return _person(name, words, lists, surnames)
    if name.last - name.first == 1:
        return name
    head, tail = words[name.first], words[name.last - 1]
    if name.type == "place" and (tail in _FIRMS or (head in _OFFICES and words[name.first + 1] == "of")):
        return replace(name, type="organisation", rule="list", confidence=_LIKELY)
    entry = lists.names.get((head,))
    if entry is not None and entry.source == "country" and name.type == "place" and tail == "District":
        return replace(name, last=name.first + 1, confidence=_SURE, rule="list")  # U.S. District Judge
    if entry is None or entry.source != "body" or not is_acronym(head) or tail in lists.org_last:
        return name
    before_title = name.last < len(words) and words[name.last][0].isupper() and is_title(words[name.last], lists)
    longer = name.type == "place" or before_title or tail in _FOLLOWERS
    if longer and tuple(words[name.first : name.last]) not in lists.names:
        return replace(name, last=name.first + 1, type="organisation", rule="list")  # EU Foreign Affairs Representative
    return name


def _person(name: Name, words: list[str], lists: Gazetteer, surnames: set[str]) -> Name | None:
    if name.last < len(words) and words[name.last] in _ORDINALS:
        name = replace(name, last=name.last + 1)
    first = words[name.first]
    if first in surnames and not _is_visited(name, words, lists):
        return name
    if name.last - name.first == 1:
        entry = lists.names.get((first,))
        sure = name.confidence > 0.95 and first in lists.given and not _is_visited(name, words, lists)
        if entry is not None and entry.source in ("country", "capital") and not sure:
            return replace(name, type="place", confidence=_CERTAIN, rule="list")
    return _without_title(name, words, lists)


def _is_visited(name: Name, words: list[str], lists: Gazetteer) -> bool:
    """Whether a lone word that names a country or capital stands where only a place can: ``visited Jordan``."""
    if name.last - name.first > 1 or name.first == 0:
        return False
    entry = lists.names.get((words[name.first],))
    if entry is None or entry.source not in ("country", "capital"):
        return False
    before = words[name.first - 1].lower()
    return before in _PLACING or (before == "," and name.first > 1 and words[name.first - 2] in lists.metropolises)


def _without_title(name: Name, words: list[str], lists: Gazetteer) -> Name | None:
    """A person without title; None when nothing else is left."""
    first = name.first
    while first < name.last and words[first][0].isupper() and _is_rank(words[first], lists):
        first += 1
    if first == name.last:
        return None
    if words[first].islower():  # Duke of Normandy
        return name
    return name if first == name.first else replace(name, first=first)


_ALSO_GIVEN = frozenset(
    ["prince", "king", "judge", "major", "marshal", "baron", "earl", "duke", "sheikh", "imam", "pope"]
)
"""Titles that are names too, or belong to the name as it is known."""


def _is_rank(word: str, lists: Gazetteer) -> bool:
    bare = word.lower().rstrip(".")
    return is_title(word, lists) and bare not in _ALSO_GIVEN and word not in lists.given
