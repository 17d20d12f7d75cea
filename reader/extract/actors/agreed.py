"""Types and edges that the rest of the article, or the words of the name itself, settle against the model."""

from __future__ import annotations

from dataclasses import replace

from reader.extract.actors.firms import with_firms
from reader.extract.actors.gazetteer import Gazetteer
from reader.extract.actors.name import Name
from reader.extract.actors.roles import is_title
from reader.extract.actors.view import View

_SURE = 0.6
"""A name found less surely proves nothing about another."""
_SURE_PLACE = 0.7
"""A place found more surely stays one beside a body that begins or ends with its name."""
_LIKELY = 0.7
"""Confidence of what is retyped or added here."""
_WAYS = frozenset(["Street", "Avenue", "Road", "Boulevard", "Lane", "Highway", "Bridge"])
_FIRMS = frozenset(
    [
        *("Management", "Capital", "Partners", "Securities", "Holdings", "Foods", "Entertainment", "Industries"),
        *("Technologies", "Systems", "Pharmaceuticals", "Motors", "Airlines", "Airways", "Ventures", "Group", "Media"),
        *("Inc", "Inc.", "Ltd", "Ltd.", "Corp", "Corp.", "PLC", "plc", "LLC", "AG", "GmbH", "Semiconductor", "Energy"),
        *("Studios", "Pictures", "Records", "Institute", "Observatory", "Laboratory"),
    ]
)
"""Words that end the names of bodies, and neither people's nor places'."""
_CIVIC = frozenset(
    [
        *("City", "Council", "Police", "University", "Chamber", "Hospital", "Regional", "International", "County"),
        *("District", "Airport", "Harbour", "Port", "Fire", "High", "School", "College", "Municipal", "Department"),
        *("Court", "Superior", "Supreme", "Public", "State", "Provincial", "Central", "Stock", "Islands", "Island"),
    ]
)
"""Words after the name of a town that do not make the town's name short for the body."""
_SAINTS = frozenset(("st", "mp", "don", "count", "lord", "lady"))
"""Titles that places begin with too: St. Louis, Lady Lake."""
_POSTNOMINALS = frozenset(("SC", "QC", "KC", "MP", "MEP", "OBE", "CBE", "MBE", "PhD", "MD", "TD", "MLA", "MSP"))
_NO_BODIES = frozenset(
    [
        *("GDP", "CEO", "CFO", "COO", "CTO", "MPS", "DNA", "RNA", "HIV", "AIDS", "SARS", "MERS", "ATM", "GPS", "DVD"),
        *("USB", "LED", "LCD", "SUV", "VIP", "FAQ", "PDF", "HTML", "URL", "HTTP", "GMT", "UTC", "EST", "EDT", "BST"),
        *("CET", "CEST", "PST", "PDT", "IST", "EUR", "USD", "GBP", "RMB", "IPO", "VAT", "GST", "ETF", "ESG", "NGO"),
        *("ICU", "PPE", "PCR", "MRI", "PHD", "MBA", "LNG", "LPG", "ISBN", "DIY", "ETA", "VAR", "UAV", "IED", "ICBM"),
        *("RPG", "CPI", "PMI", "GNP", "CCTV", "SMS", "LGBT", "LGBTQ", "MVP", "ODI", "UFO", "GMO", "SOS", "SOE", "IDP"),
        *("III", "VII", "VIII", "XII", "XIV", "MEP", "MLA", "MSP", "OBE", "CBE", "MBE", "ADHD", "PTSD", "IVF", "TNT"),
        *("BMI", "API", "CPU", "GPU", "RAM", "ROI", "P&L", "FDI", "MOU", "TBA", "ASAP", "CAPTCHA", "FIXED", "PHOTO"),
        *("VIDEO", "FILE", "NOTE", "LIVE", "BREAKING", "UPDATE", "EXCLUSIVE", "AND", "THE", "NOT", "ALL", "NEW", "YES"),
    ]
)
"""Words in capitals that are not bodies."""


def agreed(names: list[Name], view: View, lists: Gazetteer) -> list[Name]:
    """``names`` typed as the article as a whole has them, acronyms added that nothing speaks against, sorted."""
    words = view.words
    names = with_firms(_headed([_by_its_words(name, words, lists) for name in names], view, lists), view, lists)
    bodies, people = _known_words(names, words, lists)
    found: list[Name] = []
    for name in names:
        alone = name.last - name.first == 1
        word = words[name.first]
        before = found[-1] if found else None
        doubtful = name.type == "person" or (name.type == "place" and name.confidence < _SURE_PLACE)
        if alone and doubtful and word in bodies - people:
            name = replace(name, type="organisation", rule="again", confidence=_LIKELY)
        elif alone and name.type != "person" and word.endswith("s") and word[:-1] in people and word not in bodies:
            if words[name.first - 1].lower() == "the":  # the Brophys
                name = replace(name, type="person", rule="again", confidence=_LIKELY)
        elif name.type == "person" and before is not None and before.type == "person" and _is_of(before, name, words):
            known = name.last - name.first > 1 and word in lists.given
            if not known and word not in people:
                name = replace(name, type="organisation", rule="shape", confidence=_LIKELY)
        found.append(name)
    found = _in_lists(found, view, lists)
    return sorted(found + _acronyms(found, view, lists))


def _by_its_words(name: Name, words: list[str], lists: Gazetteer) -> Name:
    """Streets that were taken for people, firms for people or places; letters after a name cut off."""
    if name.last - name.first == 1:
        return name
    tail = words[name.last - 1]
    if name.type == "place" and words[name.first].lower().rstrip(".") in lists.honorifics - _SAINTS:
        return replace(name, first=name.first + 1, type="person", rule="title before", confidence=_LIKELY)
    titled = name.type == "place" and words[name.first] in lists.given and tail not in lists.words
    if titled and _after_title(name, words, lists) and " ".join(words[name.first : name.last]) not in lists.cities:
        return replace(name, type="person", rule="title before", confidence=_LIKELY)
    if name.type == "person" and tail in _POSTNOMINALS:
        return replace(name, last=name.last - 1)
    if name.type != "place" and tail in _WAYS and tail not in lists.surnames:
        return replace(name, type="place", rule="shape", confidence=_LIKELY)
    if name.type == "person" and tail in _WAYS and words[name.first] not in lists.famous:
        return replace(name, type="place", rule="shape", confidence=_LIKELY)
    if name.type in ("person", "place") and tail in _FIRMS and tail not in lists.surnames:
        return replace(name, type="organisation", rule="shape", confidence=_LIKELY)
    return name


_OFFICES = frozenset(("Museum", "Vicariate", "Center", "Centre", "Secretariat", "Directorate", "League", "Army"))
"""Words that begin the names of bodies before ``of`` and ``for``, besides those of the list."""
_PARTS = frozenset(("Office", "Bureau", "House", "Department", "Friends", "Chamber", "Council"))
"""Words of the list that as often begin what is part of a body, or a room."""


def _headed(names: list[Name], view: View, lists: Gazetteer) -> list[Name]:
    """``Museum of Memory and Human Rights``: what begins like a body and is none of the model's bodies."""
    words = view.words
    at_token = {at: name for name in names for at in range(name.first, name.last)}
    added: list[Name] = []
    replaced: set[Name] = set()
    for first in range(len(words) - 2):
        head = words[first]
        if words[first + 1] not in ("of", "for") or first in view.headline:
            continue
        if not (head in _OFFICES or (head in lists.org_first - _PARTS and head[0].isupper())):
            continue
        touched = at_token.get(first)
        if touched is not None and (touched.type == "organisation" or touched.first != first):
            continue
        last = _end_of_body(first + 2, view, at_token, touched)
        if last > first + 2:
            covered = {at_token[at] for at in range(first, last) if at in at_token}
            if all(name.last <= last for name in covered):
                replaced |= covered
                added.append(Name(first, last, "organisation", _SURE, "shape"))
    return sorted([name for name in names if name not in replaced] + added)


def _end_of_body(at: int, view: View, at_token: dict[int, Name], touched: Name | None) -> int:
    """Where capitalised words end, with those behind ``and`` that are no name of their own."""
    words = view.words
    if at < len(words) and words[at] == "the":
        at += 1
    while at < len(words):
        following = words[at + 1] if at + 1 < len(words) else "."
        joined = words[at] == "and" and following[0].isupper() and at_token.get(at + 1) in (None, touched)
        if not words[at][0].isupper() and not joined:
            break
        at += 1
    return at


def _after_title(name: Name, words: list[str], lists: Gazetteer) -> bool:
    at = name.first - 1
    if at > 0 and words[at] == ",":
        at -= 1
    return at >= 0 and is_title(words[at], lists)


def _known_words(names: list[Name], words: list[str], lists: Gazetteer) -> tuple[set[str], set[str]]:
    """Words that alone can stand for a body of the article, and the words of its people's names."""
    bodies: set[str] = set()
    people: set[str] = set()
    for name in names:
        if name.last - name.first == 1 or name.confidence < _SURE:
            continue
        if name.type == "person":
            people.update(words[name.first : name.last])
        elif name.type == "organisation":
            head, second, tail = words[name.first], words[name.first + 1], words[name.last - 1]
            if (
                not stands_for_town(words[name.first : name.last], lists)
                and head not in lists.given
                and head[0].isupper()
            ):
                bodies.add(head)
            if name.last - name.first == 2 and second not in lists.org_last and second not in lists.words:
                bodies.add(tail)
    return bodies, people


def stands_for_town(name: list[str], lists: Gazetteer) -> bool:
    """Whether the first word of a body's ``name`` means the town or country: Dunedin City Council.

    A firm may be called like some small town: Meridian Telecom Holdings.
    """
    head, second = name[0], name[1]
    if (head,) in lists.names or head in lists.metropolises:
        return True
    return head in lists.cities and (second in _CIVIC or not (second in lists.org_last or name[-1] in _FIRMS))


def _is_of(person: Name, name: Name, words: list[str]) -> bool:
    return name.first == person.last + 1 and words[person.last] == "of"


_JOINS = (",", "and", "or", ";")
_PLAIN = 0.9
_DOUBTFUL = 0.8


def _in_lists(names: list[Name], view: View, lists: Gazetteer) -> list[Name]:
    """``Kelantan, Perlis and Kedah``: what is doubtful, or on no list, is of the type of what it stands beside."""
    words = view.words
    found = list(names)
    for at in range(len(found) - 1):
        one, other = found[at], found[at + 1]
        between = words[one.last : other.first]
        if one.type == other.type or not between or len(between) > 2 or not all(word in _JOINS for word in between):
            continue
        for place, this, that in ((at, one, other), (at + 1, other, one)):
            alone = this.last - this.first == 1
            word = words[this.first]
            known = (word,) in lists.names or word in lists.metropolises or word in lists.cities
            listed = "and" in between or (place and words[this.last : this.last + 1] == ["and"])
            if alone and not known and listed and "group" not in (this.type, that.type) and that.confidence > _PLAIN:
                bare = that.type == "person" and this.type == "place" and word not in lists.org_last
                if this.confidence < _DOUBTFUL or bare:
                    sure = max(that.confidence - 0.05, _LIKELY)
                    found[place] = replace(this, type=that.type, rule="list", confidence=sure)
                    break
    return found


def _acronyms(names: list[Name], view: View, lists: Gazetteer) -> list[Name]:
    """Three to five capitals that the model passed over: a body, unless known to be something else."""
    words = view.words
    taken = {at for name in names for at in range(name.first, name.last)}
    common = view.word_features.common
    found = []
    for begin, end in view.islands:
        for at in range(begin, end):
            word = words[at]
            capitals = 3 <= len(word) <= 5 and word.isalpha() and word.isupper()
            if not capitals or at in taken or at in view.headline:
                continue
            lower = word.lower()
            if word in _NO_BODIES or lower in view.small or lower in common or word in lists.words:
                continue
            after = words[at + 1] if at + 1 < len(words) else ""
            before = words[at - 1] if at else ""
            thing = words[at - 2] if at > 1 and before in (",", "(") else before
            if "e" in lists.words.get(thing.title(), ""):
                continue  # "the pandemic programme, PEPP"
            beside = after[:1].isupper() or after[:1].isdigit() or after in ("-", "/", "&", "@")
            if beside or before[:1].isdigit() or before in ("-", "/", "&", "@", "#", "$") or _shouts(view, at):
                continue
            if before == "(" and at - 2 not in taken:
                continue  # what it is short for is no name either
            if before[:1].isupper() and at - 1 not in view.starts_sentence and at - 1 not in taken:
                continue
            found.append(Name(at, at + 1, "organisation", 0.5, "acronym"))
    return found


def _shouts(view: View, at: int) -> bool:
    """Whether longer words beside it are in capitals too: there capitals say nothing."""
    near = view.tokens.words[max(at - 4, 0) : at] + view.tokens.words[at + 1 : at + 5]
    return sum(word.isupper() and len(word) > 4 for word in near) > 1
