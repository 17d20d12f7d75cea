"""Does a place act, and for which body does a seat or capital stand? Decided from the words around it."""

from __future__ import annotations

from functools import lru_cache

from reader.extract.actors.gazetteer import gazetteer, sections
from reader.extract.actors.name import Name
from reader.extract.tokens import Tokens

_BODIES = {"Brussels": "European Union", "Tel Aviv": "Government of Israel"}
"""Places whose body is not the government of the country they are the capital of, or that are no capital."""


@lru_cache(maxsize=1)
def _lists() -> tuple[frozenset[str], frozenset[str], frozenset[str], frozenset[str]]:
    """Prepositions of location, what is voiced by bodies, verbs of bodies as lemmas, and their irregular forms."""
    found = sections("acting.txt")
    return (
        frozenset(found["location"]),
        frozenset(found["voiced"]),
        frozenset(found["verb"]),
        frozenset(found["form"]),
    )


def _is_act(word: str) -> bool:
    _, _, verbs, forms = _lists()
    if word in forms:
        return True
    for ending, repairs in (("ies", ("y",)), ("ied", ("y",)), ("es", ("", "e")), ("ed", ("", "e")), ("s", ("",))):
        if word.endswith(ending):
            stem = word[: -len(ending)]
            if any(stem + repair in verbs for repair in repairs):
                return True
            if len(stem) > 3 and stem[-1] == stem[-2] and stem[:-1] in verbs:
                return True
    return False


def acts(tokens: Tokens, name: Name) -> bool:
    """Whether the place ``name`` is the doer: it stands before a verb of bodies, or after ``by`` and a participle."""
    words = tokens.words
    locations, voiced, _, _ = _lists()
    before = words[name.first - 1].lower() if name.first else ""
    if before == "the" and name.first > 1:
        before = words[name.first - 2].lower()
        earlier = words[name.first - 3].lower() if name.first > 2 else ""
    else:
        earlier = words[name.first - 2].lower() if name.first > 1 else ""
    if before == "by":
        return earlier.endswith(("ed", "en", "de", "nt", "ght")) and not earlier.endswith("ment")
    if before == "from":
        return earlier in voiced
    if before in locations or before in ("of", "from", "for", "with", "against"):
        return False
    after = name.last
    if after < len(words) and words[after] in ("'s", "’s"):
        return any(word in voiced for word in words[after + 1 : after + 4])
    while after < len(words) and words[after] in (
        "again",
        "also",
        "now",
        "then",
        "still",
        "not",
        "has",
        "had",
        "never",
    ):
        if words[after] in ("has", "had"):
            return True
        after += 1
    return after < len(words) and _is_act(words[after])


def body_behind(place: str) -> str | None:
    """The body that a seat, capital or the like stands for; None for another place."""
    if place in _BODIES:
        return _BODIES[place]
    entry = gazetteer().entry(place)
    return entry.stands_for if entry and entry.source in ("capital", "seat") else None
