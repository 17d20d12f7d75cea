"""Where the lists know better than the model: known bodies and places found whole, and of their own type."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from reader.extract.actors.edges import fixed
from reader.extract.actors.gazetteer import Entry, Gazetteer
from reader.extract.actors.identity import is_acronym
from reader.extract.actors.name import Name
from reader.extract.actors.roles import is_title
from reader.extract.actors.view import View

_SURE = 0.9
"""Confidence of a name that is known by list."""
_JOINS = ("-", "@", "#", "&", "/", ".")
"""Marks that make one word of what they are glued to."""
_HEADS = frozenset(
    [
        *("Committee", "Commission", "Ministry", "Council", "University", "Association", "Institute", "Authority"),
        *("Federation", "Department", "Agency", "Foundation", "Corporation", "Union", "Party", "Tribune", "Times"),
        *("Inc.", "Ltd.", "Bureau", "Organization", "Organisation", "Museum", "Observatory", "Laboratory", "Society"),
    ]
)
"""Words that make a capitalised run before them an organisation even where the model saw none."""


def known(view: View, lists: Gazetteer) -> Iterator[tuple[int, int, Entry]]:
    """Known names in the article, longest first at each token, without overlaps."""
    words = view.words
    for begin, end in view.islands:
        at = begin
        while at < end:
            size = 1
            for key in lists.openings.at(words[at]):
                if tuple(words[at : at + len(key)]) == key and key in lists.names:
                    size = len(key)
                    break
            entry = lists.names.get(tuple(words[at : at + size]))
            if entry is not None:
                yield at, at + size, entry
            at += size


def corrected(names: list[Name], view: View, lists: Gazetteer) -> list[Name]:
    """``names`` of the model with what the lists say about them, sorted, groups added."""
    names = [part for name in names for part in _apart(name, view, lists)]
    at_token: dict[int, Name] = {}
    for name in names:
        for at in range(name.first, name.last):
            at_token[at] = name
    out = set(names)
    for first, last, entry in known(view, lists):
        touched = {at_token[at] for at in range(first, last) if at in at_token}
        if not touched:
            if _stands_alone(view, first, last, entry, lists):
                out.add(Name(first, last, entry.kind, _SURE, "list"))
            continue
        inside = all(first <= name.first and name.last <= last for name in touched)
        if not inside:
            continue
        exact = len(touched) == 1 and next(iter(touched)).last - next(iter(touched)).first == last - first
        if exact:
            name = next(iter(touched))
            if name.type != entry.kind and (
                _knows_type(entry, name) or _is_all_it_names(entry, view.words[first], lists)
            ):
                out.discard(name)
                out.add(replace(name, type=entry.kind, confidence=_SURE, rule="list"))
        elif last - first > 1 and entry.source in ("body", "seat", "country", "region"):
            out -= touched
            out.add(Name(first, last, entry.kind, _SURE, "list"))
    out = {name for name in out if not _in_work(name, view, lists)}
    out.update(_bodies_by_head(out, view))
    out.update(_places_by_position(out, view, lists))
    surnames = {view.words[name.last - 1] for name in out if name.type == "person" and name.last - name.first > 1}
    kept = (fixed(name, view, lists, surnames) for name in out)
    return sorted(name for name in kept if name)


def _apart(name: Name, view: View, lists: Gazetteer) -> list[Name]:
    """A known body or place is cut off the name that its possessive leads to: ``European Commission's Dombrovskis``."""
    words = view.words
    for at in range(name.first + 1, name.last - 1):
        if words[at] not in ("'s", "’s"):
            continue
        entry = lists.names.get(tuple(words[name.first : at]))
        if entry is None and words[at - 1] not in lists.org_last:
            continue
        kind = entry.kind if entry is not None else "organisation"
        alone = name.last - at == 2 and words[at + 1] not in lists.org_last
        right = "person" if name.type == "person" or (alone and name.type == kind) else name.type
        return [replace(name, last=at, type=kind), replace(name, first=at + 1, type=right)]
    return [name]


def _in_work(name: Name, view: View, lists: Gazetteer) -> bool:
    """Whether the name is only the beginning of the name of a work, event or prize: ``James Webb Space Telescope``."""
    run = view.run.get(name.last - 1)
    if run is None or run[1] <= name.last or name.type == "group":
        return False
    last = view.words[run[1] - 1]
    return "e" in lists.words.get(last, "") and run[1] - name.last <= 2 and name.first not in view.headline


def _bodies_by_head(names: set[Name], view: View) -> list[Name]:
    """Runs such as ``Federal Open Market Committee`` of which the model has labelled no word."""
    taken = {at for name in names for at in range(name.first, name.last)}
    words = view.words
    found = []
    for first, last in sorted(set(view.run.values())):
        if words[last - 1] not in _HEADS or first in view.headline or taken.intersection(range(first, last)):
            continue
        if first in view.starts_sentence and words[first].lower() in view.small | {"the", "a", "this", "its", "his"}:
            first += 1
        if last - first > 1:
            found.append(Name(first, last, "organisation", 0.6, "list"))
    return found


def _places_by_position(names: set[Name], view: View, lists: Gazetteer) -> list[Name]:
    """Places that the model has passed over: a dateline in capitals, a city alone in a cell."""
    taken = {at for name in names for at in range(name.first, name.last)}
    tokens = view.tokens.words
    common = view.word_features.common
    found = []
    for begin, end in view.islands:
        if begin in taken or begin not in view.starts_sentence:
            continue
        word = tokens[begin]
        after = tokens[begin + 1] if begin + 1 < len(tokens) else "|"
        dateline = word.isupper() and len(word) > 3 and begin not in view.headline
        is_city = (word in lists.cities or word in lists.metropolises) and view.lower[begin] not in common
        alone = is_city and end == begin + 1 and after == "|"
        if alone or (dateline and after in (",", "(", "–", "—", "-")):
            found.append(Name(begin, begin + 1, "place", 0.6, "list"))
    return found


def _knows_type(entry: Entry, name: Name) -> bool:
    if entry.source == "seat":
        return True
    if entry.source == "body":
        return name.last - name.first > 1 or is_acronym(entry.name)
    if entry.source in ("country", "region"):
        return name.type == "organisation"
    return entry.kind == "group" and name.type != "person"


def _is_all_it_names(entry: Entry, word: str, lists: Gazetteer) -> bool:
    """Whether a body's name of one word is on no other list: Gazprom and Galatasaray, not Ajax (a city) or Ford."""
    others = (lists.cities, lists.metropolises, lists.given, lists.surnames, lists.words, lists.famous)
    return entry.source == "body" and len(word) > 4 and not any(word in other for other in others)


def _stands_alone(view: View, first: int, last: int, entry: Entry, lists: Gazetteer) -> bool:
    """Whether a known name that the model passed over is one here."""
    words = view.words
    if entry.kind == "group":
        return True
    if first in view.headline and last - first == 1:
        return entry.source == "country"
    if _in_longer_name(view, first, last, lists):
        return False
    if entry.source == "body" and last - first == 1 and words[first - 1 : first] in (["the"], ["The"]):
        return words[first].lower() not in view.small
    if entry.source in ("country", "capital", "seat") or (entry.source == "region" and last - first > 1):
        return True
    if entry.source == "body":
        return last - first > 1 or (is_acronym(words[first]) and len(words[first]) > 2)
    return entry.source == "person" and last - first > 1


def _in_longer_name(view: View, first: int, last: int, lists: Gazetteer) -> bool:
    """Whether the range is part of something longer that the model has judged: capitals or hyphens stand beside it."""
    words = view.words
    if first and (_is_name_word(words[first - 1], lists) or (words[first - 1] in _JOINS and view.is_glued(first))):
        return True
    if last < len(words):
        after = words[last + 1] if last + 1 < len(words) else ""
        hyphen = words[last] == "-" and view.is_glued(last) and after[:1].isupper()
        return _is_name_word(words[last], lists) or hyphen
    return False


def _is_name_word(word: str, lists: Gazetteer) -> bool:
    return word[0].isupper() and not is_title(word, lists) and word not in ("The", "A", "An", "In", "On", "But", "And")
