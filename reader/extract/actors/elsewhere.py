"""What a name is in one sentence it is in the next: names that the model passed over or typed otherwise once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from reader.extract.actors.again import normal
from reader.extract.actors.agreed import stands_for_town
from reader.extract.actors.gazetteer import Gazetteer
from reader.extract.actors.identity import family_words, fold, is_acronym, person_words
from reader.extract.actors.name import Name
from reader.extract.actors.roles import one_of
from reader.extract.actors.view import View
from reader.model import ActorType

_ENOUGH = 0.7
"""A name found less surely than this proves nothing about the rest of the article."""
_LIKELY = 0.4
"""The same for a person's full name, which says of its last word alone that it is a name."""
_TITLED = 20
"""Tokens that one plural title reaches."""
_AGAIN = 0.75
"""Confidence of what is added."""


@dataclass(slots=True)
class _Seen:
    weight: dict[ActorType, float] = field(default_factory=dict)

    @property
    def best(self) -> ActorType:
        return max(sorted(self.weight), key=lambda kind: self.weight[kind])


def completed(names: list[Name], view: View, lists: Gazetteer) -> list[Name]:
    """``names`` with those added and retyped that the rest of the article gives away, sorted."""
    words = view.words
    seen: dict[tuple[str, ...], _Seen] = {}
    for name in names:
        if name.type != "group":
            weights = seen.setdefault(_words(words, name), _Seen()).weight
            weights[name.type] = weights.get(name.type, 0.0) + name.confidence
    names = [_retyped(name, seen.get(_words(words, name))) for name in names]
    sure = {key: one.best for key, one in seen.items() if one.weight[one.best] >= _ENOUGH}
    for name in names:
        if name.type == "person" and name.last - name.first > 1 and name.confidence >= _LIKELY:
            family = tuple(family_words(person_words(words[name.first : name.last])))
            sure.setdefault(family, "person")
            given = words[name.first]
            if given not in lists.surnames and _is_telling(words[name.first : name.last], view, lists):
                sure.setdefault((given,), "person")
        body = name.type == "organisation" and name.last - name.first > 1 and name.confidence >= _ENOUGH
        if body and _is_telling(words[name.first : name.last], view, lists):
            sure.setdefault((words[name.first],), "organisation")
    names = _with_particles(names, view)
    names = _short_for_bodies(names, view, lists)
    taken = {at for name in names for at in range(name.first, name.last)}
    found = list(names)
    found += _bracketed(names, view, taken)
    sure |= {(words[name.first],): name.type for name in found[len(names) :]}
    taken |= {name.first for name in found[len(names) :]}
    found += _several_titled(view, taken, lists)
    found += _again(sure, view, taken, lists)
    found += _short_forms(found, view, taken, lists)
    return _with_first_names(sorted(found), view)


def _words(words: list[str], name: Name) -> tuple[str, ...]:
    return tuple(normal(word) for word in words[name.first : name.last])


def _retyped(name: Name, seen: _Seen | None) -> Name:
    """The type that the same words have in most of the article, where the model wavered."""
    if seen is None or len(seen.weight) == 1 or name.type == seen.best or name.confidence > 0.9:
        return name
    if seen.weight[seen.best] < 1.5 * seen.weight[name.type]:
        return name
    return replace(name, type=seen.best, rule="again", confidence=_AGAIN)


def _with_particles(names: list[Name], view: View) -> list[Name]:
    """Family names with their particles where a full name of the article has them: ``von der Leyen``, ``Di María``."""
    lower = view.lower
    families = {
        tuple(word.lower() for word in family)
        for name in names
        if name.type == "person" and name.last - name.first > 2
        if len(family := family_words(view.words[name.first : name.last])) > 1
    }
    found = []
    end = 0
    for name in names:
        if name.type == "person":
            for particles in families:
                first = name.last - len(particles)
                if end <= first < name.first and tuple(lower[first : name.last]) == particles:
                    name = replace(name, first=first)
        found.append(name)
        end = name.last
    return found


def _is_telling(name: list[str], view: View, lists: Gazetteer) -> bool:
    """Whether the first word of a name can stand for it alone: ``Meridian``, not ``National`` or ``Kenya``."""
    if stands_for_town(name, lists):
        return False
    word = name[0]
    long = len(word) > 3 or (len(word) == 3 and is_acronym(word))
    return long and view.word_features.common.get(word.lower(), 0) < 2


def _with_first_names(names: list[Name], view: View) -> list[Name]:
    """Family names with the first name before them that the article gives elsewhere, in whatever script."""
    words = view.words
    first_names: dict[str, set[str]] = {}
    for name in names:
        if name.type == "person" and name.last - name.first > 1:
            first_names.setdefault(fold(words[name.last - 1]), set()).add(fold(words[name.first]))
    found: list[Name] = []
    for name in names:
        before = name.first - 1
        if name.type == "person" and name.last - name.first == 1 and before >= 0 and words[before][0].isupper():
            free = not found or found[-1].last <= before
            if free and fold(words[before]) in first_names.get(fold(words[name.first]), ()):
                name = replace(name, first=before)
        found.append(name)
    return found


def _short_for_bodies(names: list[Name], view: View, lists: Gazetteer) -> list[Name]:
    """Lone words that the model took for places are the bodies that begin with them: Lakeside, Lakeside Partners."""
    words = view.words
    begins = {
        words[name.first]
        for name in names
        if name.type == "organisation" and name.last - name.first > 1 and words[name.first + 1] in lists.org_last
        if not stands_for_town(words[name.first : name.last], lists)
    }
    return [
        replace(name, type="organisation", rule="again", confidence=_AGAIN)
        if name.type == "place" and name.last - name.first == 1 and words[name.first] in begins
        else name
        for name in names
    ]


def _bracketed(names: Iterable[Name], view: View, taken: set[int]) -> list[Name]:
    """Acronyms in brackets after an organisation's name: ``European Commission (EC)``."""
    words = view.words
    return [
        Name(name.last + 1, name.last + 2, "organisation", _AGAIN, "acronym")
        for name in names
        if name.type == "organisation"
        and name.last + 2 < len(words)
        and words[name.last] == "("
        and words[name.last + 2] == ")"
        and name.last + 1 not in taken
        and is_acronym(words[name.last + 1])
    ]


def _several_titled(view: View, taken: set[int], lists: Gazetteer) -> list[Name]:
    """People whom the model passed over after a plural title: ``Presidents Xi and Macron``."""
    words = view.words
    found = []
    for begin, end in view.islands:
        for at in range(begin, end):
            if not words[at][0].isupper() or at in view.headline or one_of(words[at], lists) is None:
                continue
            first = at + 1
            stop = min(end, at + _TITLED)
            while first < stop and words[first][0].isupper():
                last = first
                while last < stop and words[last][0].isupper():
                    last += 1
                if last - first < 4 and not taken.intersection(range(first, last)) and last < end:
                    found.append(Name(first, last, "person", _AGAIN, "title"))
                    taken.update(range(first, last))
                if last >= end or words[last] not in ("and", ","):
                    break
                first = last + 1
    return found


def _again(sure: dict[tuple[str, ...], ActorType], view: View, taken: set[int], lists: Gazetteer) -> list[Name]:
    """The same words, or another spelling of a family name, where the model saw no name and no longer one can be."""
    words = view.words
    spelt = {fold(key[0]): key for key, kind in sure.items() if kind == "person" and len(key) == 1 and len(key[0]) > 4}
    by_first: dict[str, list[tuple[str, ...]]] = {}
    for key in sure:
        if len(key) > 1 or (len(key[0]) > 2 and key[0].lower() not in view.small):
            by_first.setdefault(key[0], []).append(key)
    found = []
    for begin, end in view.islands:
        for at in range(begin, end):
            if at in taken:
                continue
            if words[at] not in by_first:
                alike = len(words[at]) > 4 and fold(words[at]) in spelt and view.lower[at] not in view.small
                alike = alike and not any(word[0].isupper() for word in words[at + 1 : at + 2])
                if alike and _free(view, at, at + 1) and (words[at],) not in lists.names:
                    found.append(Name(at, at + 1, "person", _AGAIN, "again"))
                    taken.add(at)
                continue
            for key in sorted(by_first[words[at]], key=len, reverse=True):
                last = at + len(key)
                if tuple(words[at:last]) == key and not taken.intersection(range(at, last)) and _free(view, at, last):
                    found.append(Name(at, last, sure[key], _AGAIN, "again"))
                    taken.update(range(at, last))
                    break
    return found


def _free(view: View, first: int, last: int) -> bool:
    words = view.words
    before = words[first - 1] if first else ""
    after = words[last] if last < len(words) else ""
    if first in view.headline:
        return True
    starts = first in view.starts_sentence or (first - 1) in view.starts_sentence
    return not (after and after[0].isupper()) and (starts or not (before and before[0].isupper()))


def _short_forms(names: list[Name], view: View, taken: set[int], lists: Gazetteer) -> list[Name]:
    """``the Commission`` where exactly one organisation of the article ends so."""
    words = view.words
    heads: dict[str, set[tuple[str, ...]]] = {}
    for name in names:
        if name.type != "organisation" or name.last - name.first == 1:
            continue
        head = words[name.last - 1]
        if head in lists.org_last or view.word_features.common.get(head.lower(), 0) < 3:
            heads.setdefault(words[name.last - 1], set()).add(tuple(words[name.first : name.last]))
    found = []
    for begin, end in view.islands:
        for at in range(max(begin, 1), end):
            whole = heads.get(words[at])
            if whole and len(whole) == 1 and at not in taken and words[at - 1] in ("the", "The"):
                after = words[at + 1] if at + 1 < len(words) else ""
                if not (after and after[0].isupper()) and after != "of":
                    found.append(Name(at, at + 1, "organisation", _AGAIN, "short form"))
                    taken.add(at)
    return found
