"""Which person a name names: full names, surnames, first names, initials, other spellings."""

from __future__ import annotations

from dataclasses import dataclass, field

from reader.extract.actors.identity import close, family_words, fold, person_words, same_first_name
from reader.extract.actors.name import Name


@dataclass(slots=True)
class Person:
    """A person while the names are being gathered."""

    value: str
    words: list[str]
    """Of the fullest name so far."""
    names: list[tuple[Name, str]] = field(default_factory=list)
    """Each name with the reason, in plain words, why it is this person's; empty where it is plain."""

    @property
    def folded(self) -> list[str]:
        """The words, comparable."""
        return [fold(word) for word in self.words]

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

    def __init__(self) -> None:
        self.all: list[Person] = []

    def add(self, name: Name, value: str, words: list[str]) -> Person:
        """Give a name to its person, who may be new."""
        words = person_words(words)
        owner, why = self._owner(words)
        if owner is None:
            owner = Person(value, words)
            self.all.append(owner)
        elif len(words) > len(owner.words) and (len(owner.words) == 1 or owner.folded == [fold(w) for w in words][1:]):
            owner.value, owner.words = value, words
        owner.names.append((name, why if value != owner.value else ""))
        return owner

    def _owner(self, words: list[str]) -> tuple[Person | None, str]:
        folded = [fold(word) for word in words]
        shown = " ".join(words)
        recent = sorted(self.all, key=lambda person: -person.last_at)
        for person in recent:
            if person.folded == folded:
                return person, f"{shown} is {person.value} in another spelling"
        if len(words) == 1:
            return self._by_one_word(words[0], folded[0], recent)
        for person in recent:
            theirs = person.folded
            if len(theirs) > len(folded) and theirs[-len(folded) :] == folded:
                return person, f"{shown} is the family name of {person.value}"
            if len(theirs) == 1 and theirs[0] in (folded[-1], fold(" ".join(family_words(words)))):
                return person, f"{person.value} alone stands for {shown}"
        family = fold(" ".join(family_words(words)))
        for person in recent:
            theirs = person.folded
            if len(theirs) > 1 and same_first_name(words[0], person.words[0]):
                if family == person.family or folded[-1] == theirs[-1]:
                    return person, f"{shown} and {person.value} share the family name, and the first names agree"
                if close(family, person.family):
                    return person, f"{shown} is {person.value} in another spelling"
            if set(folded) < set(theirs) and folded[0] == theirs[0]:
                return person, f"{shown} is short for {person.value}"
        return None, ""

    def _by_one_word(self, word: str, folded: str, recent: list[Person]) -> tuple[Person | None, str]:
        for person in recent:
            if person.family == folded or (len(person.words) > 1 and person.folded[-1] == folded):
                return person, f"{word} is the family name of {person.value}"
        for person in recent:
            if len(person.words) > 1 and folded in person.folded:
                part = "first name" if person.folded[0] == folded else "a part of the name"
                return person, f"{word} is {'the ' if part == 'first name' else ''}{part} of {person.value}"
        for person in recent:
            if close(folded, person.family):
                return person, f"{word} is another spelling of the family name of {person.value}"
        return None, ""
