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
    after = words[name.last] if name.last < len(words) else "."
    at = name.first - 1
    if at >= 0 and words[at].lower() == "the":
        at -= 1
    before = words[at].lower() if at >= 0 else ""
    earlier = words[at - 1].lower() if at > 0 else ""
    if before == "by":
        participle = earlier.endswith(("ed", "en", "de", "nt", "ght")) and not earlier.endswith("ment")
        return participle and not (after[0].isupper() or after in ("'s", "’s", "-") or _is_noun(after))
    if before == "from":
        return earlier in voiced
    if before in ("and", "or", ",") and at > 1 and words[at - 1][0].isupper() and words[at - 2].lower() in locations:
        return False  # between Algiers and Caracas
    if before in locations or before in ("of", "for", "with", "against"):
        return False
    if after in ("'s", "’s"):
        return any(word in voiced and word != "opposition" for word in words[name.last + 1 : name.last + 4])
    for word in words[name.last : name.last + 3]:
        if word in ("has", "had") or _is_act(word):
            return True
        if word not in ("again", "also", "now", "then", "still", "not", "never", "therefore", "already"):
            return False
    return False


def _is_noun(word: str) -> bool:
    """Whether a word after the agent of a passive goes on with its name (``by the Moscow office``)."""
    return word.isalpha() and word not in (
        *(
            "and",
            "or",
            "in",
            "on",
            "at",
            "for",
            "to",
            "as",
            "after",
            "before",
            "over",
            "that",
            "which",
            "with",
            "during",
        ),
        *("since", "from", "but", "was", "were", "is", "are", "will", "would", "has", "had", "last", "this", "earlier"),
    )


def body_behind(place: str) -> str | None:
    """The body that a seat, capital or the like stands for; None for another place."""
    if place in _BODIES:
        return _BODIES[place]
    entry = gazetteer().entry(place)
    return entry.stands_for if entry and entry.source in ("capital", "seat") else None
