"""Firms and other bodies known by the words beside them: ``the grocer Wm Morrison``, ``shares in Kestrel``."""

from __future__ import annotations

from dataclasses import replace

from reader.extract.actors.gazetteer import Gazetteer
from reader.extract.actors.name import Name
from reader.extract.actors.view import View

_NOUNS = frozenset(
    [
        *("grocer", "retailer", "airline", "carrier", "carmaker", "automaker", "chipmaker", "drugmaker", "brewer"),
        *(
            "insurer",
            "lender",
            "broadcaster",
            "newspaper",
            "tabloid",
            "magazine",
            "start-up",
            "startup",
            "café",
            "cafe",
        ),
        *("charity", "pollster", "thinktank", "think-tank", "militia", "conglomerate", "subsidiary", "shipbuilder"),
        *("planemaker", "steelmaker", "refiner", "firm", "company", "multinational", "bakery", "restaurant", "pub"),
        *("brewery", "distillery", "supermarket", "bookmaker", "outlet", "website", "daily", "weekly", "broker"),
        *("brokerage", "consultancy", "nonprofit", "non-profit", "watchdog", "regulator", "quango", "union", "museum"),
        *("gallery", "nightclub", "hedge-fund", "jeweller", "jeweler", "manufacturer", "contractor", "wholesaler"),
    ]
)
"""Nouns right before the name of a body, as a title is before a person's."""
_SHARES = frozenset(("shares", "stock", "stake", "stakes", "shareholders", "shareholder", "investors", "holdings"))
_LIKELY = 0.7
_LONGEST = 4
_SURE = 0.85
"""A person found more surely is one even before ``, which``, which may mean the whole sentence."""


def with_firms(names: list[Name], view: View, lists: Gazetteer) -> list[Name]:
    """``names`` with people and places made organisations where a firm must stand, and firms passed over, sorted."""
    found = [
        replace(name, type="organisation", rule="firm", confidence=_LIKELY)
        if name.type in ("person", "place") and _is_firm(name, view, lists)
        else name
        for name in names
    ]
    return sorted(found + _passed_over(found, view))


def _is_firm(name: Name, view: View, lists: Gazetteer) -> bool:
    words = view.words
    before = words[name.first - 1] if name.first else ""
    known = lists.names.get(tuple(words[name.first : name.last]))
    if known is not None and known.source in ("country", "capital", "region", "person", "demonym"):
        return False
    if before in _NOUNS:
        return True
    if words[name.last : name.last + 2] == [",", "which"]:
        return name.type == "person" and name.confidence < _SURE
    town = words[name.first] in lists.cities or words[name.first] in lists.metropolises
    if town and name.type == "place":
        return False
    in_or_of = before in ("in", "of") and name.first > 1 and words[name.first - 2].lower() in _SHARES
    return in_or_of or words[name.last : name.last + 1] == ["shares"]


def _passed_over(names: list[Name], view: View) -> list[Name]:
    """Capitalised words behind such a noun of which none is labelled."""
    words = view.words
    taken = {at for name in names for at in range(name.first, name.last)}
    found = []
    for first, last in sorted(set(view.run.values())):
        if not first or words[first - 1] not in _NOUNS or first in view.headline or last - first > _LONGEST:
            continue
        if not taken.intersection(range(first, last)) and view.lower[first] not in view.small and last < len(words):
            found.append(Name(first, last, "organisation", _LIKELY, "firm"))
    return found
