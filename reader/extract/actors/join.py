"""Actors joined across articles by their canonical names, with how sure each join is. Nothing is stored here.

A *full* name (Sergei Lavrov, European Commission) is joined with its equals: the same name, another spelling, another
form of the first name. A *short* one (Lavrov, S. Lavrov, ICA) can stand for any full name that it fits, so it is
joined only where it is clear for which. Names are filed under keys, so that the likes of a name are looked up among a
million of them, never searched for.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Protocol

from reader.extract.actors.gazetteer import gazetteer
from reader.extract.actors.identity import (
    PARTICLES,
    close,
    family_words,
    fold,
    generation_of,
    initials,
    is_acronym,
    known_as,
    person_words,
    plain,
    same_first_name,
    without_article,
)
from reader.model import ActorType

SAME, SPELLING, LIKENESS, ACRONYM, SURNAME, LIKELY = 0.97, 0.85, 0.75, 0.75, 0.6, 0.5
"""Confidence of a join by the same name, another form of the first name, a family name spelt nearly alike, an acronym,
a family name alone, and a family name alone that nearly always means one of several people."""

_NEARLY_ALWAYS, _AT_LEAST = 0.9, 5
"""Share and number of articles from which one of several people is meant by the bare family name."""


@dataclass(frozen=True, slots=True)
class Standing:
    """A name that is known, and to which actor it belongs."""

    type: ActorType
    value: str
    actor: int
    articles: int
    """How many articles have it."""


class Names(Protocol):
    """The names that are known."""

    def under(self, key: str) -> Iterable[Standing]:
        """Those filed under a key of :func:`filed_under`."""


def is_short(type: ActorType, value: str) -> bool:
    """Whether a name can only stand for a longer one: a family name, initials with it, an acronym nobody knows."""
    if known_as(value, gazetteer()):
        return False
    if type == "person":
        words = person_words(value.split())
        return len(words) == 1 or len(words[0].rstrip(".")) == 1 or _all_family(words)
    return type == "organisation" and is_acronym(value)


def filed_under(type: ActorType, value: str) -> tuple[str, ...]:
    """The keys of a name; under ``?...`` a short one waits for the longer names that it may stand for."""
    if is_short(type, value):
        return (_whole(type, value), f"?{_wanted(type, value)}")
    keys = [_whole(type, value)]
    if type == "person" and " " in value:
        words = person_words(value.split())
        keys += [f"f:{name}" for name in _family_names(words)]
        keys.append(_look(words, 0))
    elif type == "organisation" and " " in value:
        keys += [f"i:{form}" for form in sorted(initials(plain(value).split()))]
    return tuple(dict.fromkeys(keys))


def waiting_for(type: ActorType, value: str) -> tuple[str, ...]:
    """Keys of the short names that may stand for this one: when it comes or goes, they are placed anew."""
    return tuple(f"?{key}" for key in filed_under(type, value) if key[:2] in ("f:", "i:"))


def home_of(type: ActorType, value: str, names: Names) -> tuple[int | None, float]:
    """The actor that a name belongs to and how sure that is; None for one who has not been named before."""
    if is_short(type, value):
        return _home_of_short(type, value, names)
    found: dict[int, tuple[float, int]] = {}
    for other in names.under(_whole(type, value)):
        if other.type == type and not is_short(other.type, other.value):
            found[other.actor] = max(found.get(other.actor, (0.0, 0)), (SAME, other.articles))
    if not found and type == "person" and " " in value:
        words = person_words(value.split())
        looks = [f"f:{name}" for name in _family_names(words)] + [_look(words, step) for step in (-1, 0, 1)]
        for other in (one for key in looks for one in names.under(key)):
            if other.type == type and (sure := _same_person(words, person_words(other.value.split()))):
                found[other.actor] = max(found.get(other.actor, (0.0, 0)), (sure, other.articles))
    if not found:
        return None, SAME
    best = max(found, key=lambda actor: found[actor])
    return best, found[best][0]


def _home_of_short(type: ActorType, value: str, names: Names) -> tuple[int | None, float]:
    """The one it can stand for, or the one that nearly always is meant; else others like it that are unclear too."""
    fits: Counter[int] = Counter()
    words = person_words(value.split())
    for other in names.under(_wanted(type, value)):
        if other.type == type and (type != "person" or _stands_for(words, person_words(other.value.split()))):
            fits[other.actor] += max(1, other.articles)
    if len(fits) == 1:
        return next(iter(fits)), ACRONYM if type == "organisation" else SURNAME
    if fits:
        actor, most = fits.most_common(1)[0]
        if most >= max(_AT_LEAST, _NEARLY_ALWAYS * fits.total()):
            return actor, LIKELY
    unclear = (one.actor for one in names.under(_whole(type, value)) if one.type == type and one.actor not in fits)
    return next(unclear, None), SAME


def _whole(type: ActorType, value: str) -> str:
    known = known_as(value, gazetteer()) or plain(value)
    return f"={type[0]}:{fold(known.removeprefix('the ').removeprefix('The '))}"


def _wanted(type: ActorType, value: str) -> str:
    """The key of the longer names that a short one may stand for."""
    if type == "organisation":
        return f"i:{value.replace('.', '')}"
    words = person_words(value.split())
    family = words[1:] if len(words) > 1 and len(words[0].rstrip(".")) == 1 else words
    last = family_words(family) if len(family) > 1 and not _all_family(family) else family
    return f"f:{fold(' '.join(last)) if len(last) > 1 else without_article(last[0])}"


def _all_family(words: list[str]) -> bool:
    return len(words) > 1 and words[0].lower() in PARTICLES


def _family_names(words: list[str]) -> list[str]:
    """What a person is called by alone: ``burhan`` too for al-Burhan, and the first word where it is no given name."""
    names = [fold(" ".join(family_words(words))), without_article(words[-1])]
    if len(words[0]) > 1 and words[0] not in gazetteer().given:
        names.append(fold(words[0]))  # Xi Jinping
    return list(dict.fromkeys(names))


def _look(words: list[str], step: int) -> str:
    """Key of the people whose family names may be spellings of one: alike in beginning, initial and, nearly, length."""
    family = fold(" ".join(family_words(words)))
    return f"l:{fold(words[0])[:1]}{family[:2]}{len(family) + step}"


def _same_person(one: list[str], other: list[str]) -> float:
    if min(len(one), len(other)) < 2 or generation_of(one) != generation_of(other):
        return 0.0
    if not _same_given(one[0], other[0]) or _middles_apart(one, other):
        return 0.0
    lists = gazetteer()
    left, right = fold(" ".join(family_words(one))), fold(" ".join(family_words(other)))
    if left == right:
        return SPELLING
    # Smith and Smyth are two names; Peskov and Peskow one: what one census knows both of is told apart.
    if close(left, right) and not {one[-1].title(), other[-1].title()} <= lists.surnames:
        return LIKENESS
    return 0.0


def _same_given(one: str, other: str) -> bool:
    """As within an article, but names that differ in their endings alone are two: Daniel and Daniela."""
    if not same_first_name(one, other):
        return False
    a, b = fold(one), fold(other)
    return not ((a != b and a[:-1] == b[:-1]) or b == a + "a" or a == b + "a")


def _middles_apart(one: list[str], other: list[str]) -> bool:
    """Whether both have middle initials, and different ones."""
    left, right = ({word[0] for word in words[1:-1] if len(word.rstrip(".")) == 1} for words in (one, other))
    return bool(left and right and not left & right)


def _stands_for(short: list[str], full: list[str]) -> bool:
    """Whether the initial of a short name, where it has one, is that of the full name."""
    initial = short[0].rstrip(".")
    if len(short) == 1 or len(initial) > 1:
        return True
    return fold(full[0])[:1] == fold(initial)


# In memory


@dataclass(frozen=True, slots=True)
class DocumentActor:
    """An actor of one article."""

    document: str
    actor: str
    """Its id in the article (``a1``)."""
    type: ActorType
    value: str
    """Canonical name there."""


@dataclass(slots=True)
class Joined:
    """An actor of several articles."""

    type: ActorType
    value: str
    """The name it has most often, the longer one in a tie."""
    members: list[tuple[DocumentActor, float]] = field(default_factory=list)
    """The actors of the articles with the confidence that they belong here."""


class _InMemory:
    def __init__(self) -> None:
        self._filed: dict[str, dict[tuple[ActorType, str], Standing]] = {}

    def under(self, key: str) -> Iterable[Standing]:
        return tuple(self._filed.get(key, {}).values())

    def file(self, type: ActorType, value: str, actor: int) -> None:
        for key in filed_under(type, value):
            names = self._filed.setdefault(key, {})
            before = names.get((type, value))
            names[type, value] = Standing(type, value, actor, (before.articles if before else 0) + 1)


def join(actors: Iterable[DocumentActor]) -> list[Joined]:
    """Actors that are one across articles, in the order of their first members."""
    given = list(actors)
    # Full names first, so that a short one finds all that it may stand for, whatever the order of the articles.
    order = sorted(range(len(given)), key=lambda at: is_short(given[at].type, given[at].value))
    found: list[Joined] = []
    names = _InMemory()
    homes: dict[int, tuple[Joined, float]] = {}
    for at in order:
        actor = given[at]
        number, sure = home_of(actor.type, actor.value, names)
        if number is None:
            number = len(found)
            found.append(Joined(actor.type, actor.value))
        names.file(actor.type, actor.value, number)
        homes[at] = found[number], sure
    for at in range(len(given)):
        joined, sure = homes[at]
        joined.members.append((given[at], sure))
    for one in found:
        counts = Counter(member.value for member, sure in one.members if sure >= SPELLING)
        one.value = max(counts or [one.value], key=lambda name: (counts[name], len(name)))
    first = {id(homes[at][0]): at for at in reversed(range(len(given)))}
    return sorted(found, key=lambda one: first[id(one)])
