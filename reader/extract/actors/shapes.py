"""What the shape of a name says about its edges: where one name ends and another begins, which words are no part of it.

The model decides word by word; here a whole name is looked at.
"""

from __future__ import annotations

from dataclasses import replace

from reader.extract.actors.gazetteer import Gazetteer
from reader.extract.actors.identity import is_acronym
from reader.extract.actors.name import Name
from reader.extract.actors.roles import is_title
from reader.extract.actors.view import View

_INNER = frozenset(["ten", "ter", "van", "von", "de", "den", "der", "di", "da", "dos", "del", "della", "al", "bin"])
"""Small words that stand between first and family name."""
_UNITS = frozenset(["Fleet", "Army", "Division", "Brigade", "Battalion", "Regiment", "Circuit", "Corps"])
_ORDINALS = frozenset(
    ["First", "Second", "Third", "Fourth", "Fifth", "Sixth", "Seventh", "Eighth", "Ninth", "Tenth", "Eleventh"]
)
_HEADS = frozenset(
    ["Commission", "Ministry", "Council", "Agency", "Committee", "Authority", "Court", "Parliament", "Party", "Centre"]
)
_WITHIN = frozenset(["of", "for", "on", "and"])
"""Words after which ``and`` may still belong to the name of one body."""
_WAYS = frozenset(["Street", "Avenue", "Road", "Boulevard", "Lane", "Square"])
_SURE = 0.6
"""Confidence of what is added by shape alone."""


def shaped(names: list[Name], view: View, lists: Gazetteer) -> list[Name]:
    """``names`` of the model, in order, cut and joined as their shapes want it."""
    cut = [part for name in names for part in _parts(name, view, lists)]
    joined = _with_inner_words(_partners(cut, view, lists), view)
    taken = {at for name in joined for at in range(name.first, name.last)}
    added = _in_apposition(view, lists, taken) + _units_and_ways(view, taken)
    return sorted([*joined, *added])


def _parts(name: Name, view: View, lists: Gazetteer) -> list[Name]:
    words = view.words
    if name.type == "person":
        while name.last - name.first > 1 and words[name.last - 1].isdigit():
            name = replace(name, last=name.last - 1)
        return _person_of(name, view, lists)
    if name.type == "organisation":
        return _two_bodies(name, view, lists)
    return [name]


def _person_of(name: Name, view: View, lists: Gazetteer) -> list[Name]:
    """``Ruth Adeyemi of Berenberg`` is a person and where she is from; ``Joan of Arc`` is a person."""
    words = view.words
    for at in range(name.first + 2, name.last - 1):
        king = not words[at - 1].strip("IVX")  # Henry IV of France
        if words[at] == "of" and not king and not is_title(words[at - 1], lists):
            entry = lists.names.get(tuple(words[at + 1 : name.last]))
            body = is_acronym(words[at + 1]) or words[name.last : name.last + 1] == ["&"]
            kind = entry.kind if entry else "organisation" if body else "place"
            return [replace(name, last=at), replace(name, first=at + 1, type=kind, confidence=_SURE)]
    return [name]


def _two_bodies(name: Name, view: View, lists: Gazetteer) -> list[Name]:
    """Two bodies that ``and`` joins: the first is known, or both have heads of their own."""
    words = view.words
    at = next((at for at in range(name.first, name.last - 1) if words[at] in _WITHIN), name.first)
    if at == name.first or words[at] != "and":
        return [name]
    left, right = words[name.first : at], words[at + 1 : name.last]
    entry = lists.names.get(tuple(left))
    known = entry is not None and entry.kind == "organisation" and (len(left) > 1 or is_acronym(left[0]))
    headed = len(left) > 1 and left[-1] in _HEADS and len(right) > 1 and right[-1] in lists.org_last
    if not known and not headed:
        return [name]
    start = at + 2 if right[0] == "the" and len(right) > 1 else at + 1
    found = [replace(name, last=at)]
    for end in range(start + 1, name.last - 1):
        if words[end] in ("'s", "’s"):  # Britain's Competition and Markets Authority
            of = lists.names.get(tuple(words[start:end]))
            found.append(replace(name, first=start, last=end, type=of.kind if of else "organisation"))
            start = end + 1
            break
    return [*found, replace(name, first=start)]


def _partners(names: list[Name], view: View, lists: Gazetteer) -> list[Name]:
    """``Stein & Cole``: single names that an ampersand joins are one body, as is what it joins to a body."""
    words = view.words
    begins, ends = {name.first: name for name in names}, {name.last: name for name in names}
    out = set(names)
    for at in range(1, len(words) - 1):
        left, right = words[at - 1], words[at + 1]
        if words[at] != "&" or not (left[0].isupper() and right[0].isupper()):
            continue
        one, other = ends.get(at), begins.get(at + 1)
        sides = [name for name in (one, other) if name is not None]
        single = all(name.last - name.first == 1 and name.type != "place" for name in sides)
        body = any(name.type == "organisation" for name in sides) and len(sides) == 2
        first_names = {left, right} <= lists.given and not {left, right} <= lists.surnames  # Bill & Hillary
        if not sides or not (single or body) or first_names:
            continue
        if len(sides) == 1 and _is_in_run(view, at - 1 if one is None else at + 1):
            continue  # part of something longer that the model did not see
        out -= set(sides)
        first, last = one.first if one else at - 1, other.last if other else at + 2
        joined = Name(first, last, "organisation", _SURE, "model")
        out.add(joined)
        ends[last] = joined
    return sorted(out)


def _is_in_run(view: View, at: int) -> bool:
    run = view.run.get(at)
    return run is not None and run[1] - run[0] > 1 and "&" not in view.words[run[0] : run[1]]


def _with_inner_words(names: list[Name], view: View) -> list[Name]:
    """``Erik`` and ``Veen`` around ``ten`` are one person."""
    words = view.words
    found: list[Name] = []
    for name in names:
        before = found[-1] if found else None
        between = words[before.last : name.first] if before is not None else []
        inner = 0 < len(between) < 3 and all(word in _INNER for word in between)
        if before is not None and inner and name.type == before.type == "person" and before.last - before.first == 1:
            found[-1] = replace(before, last=name.last, confidence=min(before.confidence, name.confidence))
        else:
            found.append(name)
    return found


def _in_apposition(view: View, lists: Gazetteer, taken: set[int]) -> list[Name]:
    """``her foreign minister, Wu Tsai-ying,``: two or three capitalised words after a title and a comma."""
    words = view.words
    found = []
    for at in range(1, len(words) - 2):
        if words[at] != "," or not words[at - 1].islower() or words[at - 1] not in lists.titles:
            continue
        last = at + 1
        while last < len(words) and last - at < 4 and words[last][0].isupper() and last not in taken:
            last += 1
        if last - at > 2 and last < len(words) and words[last] in (",", ".", ";", ")"):
            found.append(Name(at + 1, last, "person", _SURE, "title before"))
    return found


def _units_and_ways(view: View, taken: set[int]) -> list[Name]:
    """``the Seventh Fleet``; ``Main Street``."""
    words = view.words
    found = []
    for first, last in sorted(set(view.run.values())):
        if first in view.headline or taken.intersection(range(first, last)) or not 2 <= last - first <= 3:
            continue
        if words[last - 1] in _UNITS and words[first] in _ORDINALS:
            found.append(Name(first, last, "organisation", _SURE, "list"))
        elif words[last - 1] in _WAYS and first not in view.starts_sentence and view.lower[first] not in view.small:
            found.append(Name(first, last, "place", _SURE, "list"))
    return found
