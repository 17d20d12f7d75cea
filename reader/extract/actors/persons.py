"""Which person a name names: full names, surnames, first names, initials, other spellings."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from reader.extract.actors.identity import (
    close,
    family_words,
    fold,
    generation_of,
    person_words,
    same_first_name,
    without_article,
)
from reader.extract.actors.name import Name


@dataclass(slots=True)
class Person:
    """A person while the names are being gathered."""

    value: str
    words: list[str]
    """Of the fullest name so far."""
    folded: list[str]
    """The same words, comparable."""
    generation: str = ""
    """``jr`` or ``sr`` where the name says so."""
    names: list[tuple[Name, str]] = field(default_factory=list)
    """Each name with the reason, in plain words, why it is this person's; empty where it is plain."""

    @property
    def family(self) -> str:
        """The family name, comparable."""
        return fold(" ".join(family_words(self.words)))

    @property
    def last_at(self) -> int:
        """Token where the person was named last so far."""
        return self.names[-1][0].first


class People:
    """The people of an article, by first mention."""

    def __init__(self, known: Callable[[str], bool] = lambda name: False) -> None:
        """``known`` says whether a name is that of a person everybody knows."""
        self.known = known
        self.all: list[Person] = []
        # Whom a name can mean is looked up, not searched: a long article names thousands of people.
        self._by_whole: dict[tuple[str, ...], Person] = {}
        self._by_word: dict[str, list[Person]] = {}
        self._by_look: dict[tuple[str, int], list[Person]] = {}

    def add(self, name: Name, value: str, words: list[str]) -> Person:
        """Give a name to its person, who may be new."""
        generation = generation_of(words)
        words = person_words(words)
        folded = [fold(word) for word in words]
        owner, why = self._owner(words, folded, generation)
        if owner is None:
            owner = Person(value, words, folded, generation)
            self.all.append(owner)
            self._know(owner)
        elif len(words) > len(owner.words) and (len(owner.words) == 1 or owner.folded == folded[1:]):
            owner.value, owner.words, owner.folded = value, words, folded
            self._know(owner)
        owner.names.append((name, why if value != owner.value else ""))
        self._by_whole.setdefault(tuple(folded), owner)
        return owner

    def _know(self, person: Person) -> None:
        family = person.family
        for word in {*person.folded, family, without_article(person.words[-1])}:
            people = self._by_word.setdefault(word, [])
            if person not in people:
                people.append(person)
        for size in (len(family) - 1, len(family), len(family) + 1):
            self._by_look.setdefault((family[:2], size), []).append(person)

    def _owner(self, words: list[str], folded: list[str], generation: str) -> tuple[Person | None, str]:
        shown = " ".join(words)
        if len(words) == 1:
            return self._by_one_word(words[0], folded[0], generation)
        same = self._by_whole.get(tuple(folded))
        if same is not None and same.folded == folded and not self._apart(same, shown, generation):
            return same, f"{shown} is {same.value} in another spelling"
        family = fold(" ".join(family_words(words)))
        for person in _recent(
            {id(one): one for word in (*folded, family) for one in self._by_word.get(word, ())}.values()
        ):
            why = _same_person(person, words, folded, family)
            if why and not self._apart(person, shown, generation):
                return person, why
        for person in _recent(self._by_look.get((family[:2], len(family)), ())):
            alike = len(person.words) > 1 and same_first_name(words[0], person.words[0])
            if alike and close(family, person.family) and not self._apart(person, shown, generation):
                return person, f"{shown} is {person.value} in another spelling"
        return None, ""

    def _apart(self, person: Person, shown: str, generation: str) -> bool:
        """Father and son: one of two full names has ``Jr.``, and both are named or the one without is well known."""
        if person.generation == generation or len(person.words) == 1:
            return False
        bare = shown if generation == "" else " ".join(person.words)
        return self.known(bare) and not self.known(f"{bare} Jr.")

    def _by_one_word(self, word: str, folded: str, generation: str) -> tuple[Person | None, str]:
        people = _recent(self._by_word.get(folded, ()))
        people.sort(key=lambda person: person.generation != generation)
        first_of_two = [person for person in people if len(person.words) > 2 and person.folded[-2] == folded]
        for person in people:
            if first_of_two and len(person.words) > 2 and person.folded[-1] == folded:
                # Who has two family names goes by the first: Aguilera is Consuelo Aguilera Prats, not her son.
                return first_of_two[0], f"{word} is the first family name of {first_of_two[0].value}"
            if folded in (person.family, person.folded[-1], without_article(person.words[-1])):
                return person, f"{word} is the family name of {person.value}"
        for person in people:
            part = "the first name" if person.folded[0] == folded else "a part of the name"
            return person, f"{word} is {part} of {person.value}"
        for person in _recent(self._by_look.get((folded[:2], len(folded)), ())):
            if close(folded, person.family):
                return person, f"{word} is another spelling of the family name of {person.value}"
        return None, ""


def _recent(people: Iterable[Person]) -> list[Person]:
    """Those named last first."""
    return sorted(people, key=lambda person: -person.last_at)


def _same_person(person: Person, words: list[str], folded: list[str], family: str) -> str:
    """Why a name of several words is the person's who shares one of them; empty when it is not."""
    shown = " ".join(words)
    theirs = person.folded
    if len(theirs) > len(folded) and theirs[-len(folded) :] == folded:
        return f"{shown} is the family name of {person.value}"
    if len(theirs) == 1:
        return f"{person.value} alone stands for {shown}" if theirs[0] in (folded[-1], family) else ""
    same_family = family == person.family or folded[-1] == theirs[-1]
    if same_family and same_first_name(words[0], person.words[0]):
        return f"{shown} and {person.value} share the family name, and the first names agree"
    if set(folded) < set(theirs) and folded[0] == theirs[0]:
        return f"{shown} is short for {person.value}"
    return ""
