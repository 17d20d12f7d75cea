"""Things that bear a person's name: the telescope, the airport, the prize, and what its short name then means."""

from __future__ import annotations

from collections.abc import Iterator

from reader.extract.actors.gazetteer import Gazetteer
from reader.extract.actors.name import Name
from reader.extract.actors.roles import is_title
from reader.extract.actors.view import View

_SURE = 0.8
_BODIES = frozenset(
    ("Foundation", "University", "Center", "Centre", "Institute", "College", "School", "Library", "Hospital", "Museum")
)
"""Last words of named things that act themselves."""
_THINGS = frozenset(
    [
        *("Telescope", "Observatory", "Probe", "Rover", "Mission", "Spacecraft", "Satellite", "Programme", "Program"),
        *("Prize", "Prizes", "Award", "Awards", "Medal", "Trophy", "Cup", "Airport", "Stadium", "Arena", "Bridge"),
        *("Hall", "Tower", "Dam", "Building", "Carrier", "Highway", "Expressway", "Tunnel", "Scholarship", "Law"),
    ]
)
"""Last words of named things that do not."""
_KINDS = frozenset(word.lower() for word in _BODIES | _THINGS) | {"committee", "laureate", "laureates", "mirror"}
_SPEECH = frozenset(
    [
        *("said", "says", "told", "tells", "asked", "added", "wrote", "argued", "replied", "announced", "explained"),
        *("insisted", "warned", "admitted", "recalled", "noted", "tweeted", "born", "died", "resigned", "himself"),
        *("herself", "who", "whose", "married", "joked", "thinks", "believes", "spoke", "smiled", "laughed"),
    ]
)
_HIS = frozenset(("he", "she", "his", "her", "him"))
_REACH = 12


def named_things(view: View) -> Iterator[tuple[int, int]]:
    """Capitalised runs of three words and more, or two behind an article, that end with a kind of thing."""
    words = view.words
    for first, last in sorted(set(view.run.values())):
        if last - first < 2 or words[last - 1] not in _BODIES | _THINGS or first in view.headline:
            continue
        if words[first] in ("The", "A", "An", "At", "In", "On", "From", "By", "For"):
            first += 1
        if last - first > 2 or (last - first == 2 and first and view.lower[first - 1] == "the"):
            yield first, last


def without_eponyms(names: list[Name], view: View, lists: Gazetteer) -> list[Name]:
    """``names`` with bodies named after people found whole, and without people that are the short names of things.

    ``Webb`` is the telescope, not the man, in an article that names the James Webb Space Telescope, unless some Webb in
    it has a title, speaks or is *he* or *she*.
    """
    words = view.words
    people = [name for name in names if name.type == "person"]
    families = {words[name.last - 1] for name in people}
    after: set[str] = set()
    taken = {at: name for name in names for at in range(name.first, name.last)}
    dropped: set[Name] = set()
    bodies: list[Name] = []
    for first, last in named_things(view):
        inner = [words[at] for at in range(first, last - 1) if words[at] in families]
        if not inner or not (words[first] in lists.given or words[first] in families):
            continue
        after.update(inner)
        body = words[last - 1] in _BODIES
        first = _with_partner(words, first, lists) if body else first
        inside = {taken[at] for at in range(first, last) if at in taken}
        if body:
            bodies.append(Name(first, last, "organisation", _SURE, "list"))
        elif any(name.first <= first and last <= name.last for name in inside):
            continue
        dropped |= inside
    names = [name for name in names if name not in dropped] + bodies
    personal = {
        words[name.first]
        for name in people
        if name.last - name.first == 1 and words[name.first] in after and _is_personal(name, view, lists)
    }
    kept = [name for name in names if not (_is_short(name, after, words) and words[name.first] not in personal)]
    return sorted(name for name in kept if not (_is_short(name, after, words) and _before_kind(name, view)))


def _with_partner(words: list[str], first: int, lists: Gazetteer) -> int:
    """Where the name begins when two given names share it: ``Bill and Melinda Gates Foundation``."""
    shared = first > 1 and words[first - 1] in ("and", "&") and words[first - 2] in lists.given
    return first - 2 if shared and words[first] in lists.given else first


def _is_short(name: Name, after: set[str], words: list[str]) -> bool:
    return name.type == "person" and name.last - name.first == 1 and words[name.first] in after


def _before_kind(name: Name, view: View) -> bool:
    """``the Webb programme``: the name tells which programme."""
    return name.last < len(view.words) and view.lower[name.last] in _KINDS


def _is_personal(name: Name, view: View, lists: Gazetteer) -> bool:
    words, lower = view.words, view.lower
    if _before_kind(name, view):
        return False
    before = words[name.first - 1] if name.first else ""
    if before and (is_title(before, lists) or before in ("said", "says")):
        return True
    for at in range(name.last, min(len(words), name.last + _REACH)):
        if words[at] in (".", ";", "!", "?"):
            return False
        if lower[at] in _HIS or (at < name.last + 3 and lower[at] in _SPEECH):
            return True
    return False
