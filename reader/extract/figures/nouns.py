"""Nouns in the singular, so that counts of one thing meet."""

from __future__ import annotations

_IRREGULAR = {
    "people": "person", "men": "man", "women": "woman", "children": "child", "feet": "foot", "teeth": "tooth",
    "mice": "mouse", "geese": "goose", "lives": "life", "wives": "wife", "knives": "knife", "leaves": "leaf",
    "halves": "half", "wolves": "wolf", "thieves": "thief", "shelves": "shelf", "loaves": "loaf", "crises": "crisis",
    "analyses": "analysis", "theses": "thesis", "bases": "base", "criteria": "criterion", "phenomena": "phenomenon",
    "bacteria": "bacterium", "movies": "movie", "cookies": "cookie", "zombies": "zombie", "ties": "tie", "dies": "die",
    "buses": "bus", "gases": "gas", "viruses": "virus", "heroes": "hero", "potatoes": "potato", "tomatoes": "tomato",
    "echoes": "echo", "vetoes": "veto", "torpedoes": "torpedo", "cargoes": "cargo",
}  # fmt: skip
_COMPOUNDS = {"men": "man", "women": "woman", "children": "child", "people": "person", "wives": "wife"}
_ALREADY = ("ss", "us", "is", "ics", "news", "series", "species", "headquarters", "lens", "gas", "bus", "corps")


def singular(noun: str) -> str:
    """Singular of a lower-case noun; the noun itself where it has none."""
    if noun in _IRREGULAR:
        return _IRREGULAR[noun]
    for plural, single in _COMPOUNDS.items():
        if noun.endswith(plural) and len(noun) > len(plural) + 1 and noun != "omen":
            return noun[: -len(plural)] + single
    if noun.endswith(_ALREADY) or not noun.endswith("s"):
        return noun
    if noun.endswith("ies") and len(noun) > 4:
        return noun[:-3] + "y"
    if noun.endswith(("sses", "shes", "ches", "xes", "zzes")):
        return noun[:-2]
    return noun[:-1]
