"""From a typed word to the terms of the index that may answer it, each with how good an answer it is."""

from __future__ import annotations

from dataclasses import dataclass, replace

from reader.search.aliases import Aliases
from reader.search.hits import Kinship
from reader.search.inflections import inflections
from reader.search.query import Word
from reader.search.vocabulary import Vocabulary

# How good an answer is, by kinship; slips by distance. Only the order and rough spacing matter, to the ranking.
_QUALITY = {
    Kinship.EXACT: 1.0,
    Kinship.ALIAS: 0.95,
    Kinship.INFLECTION: 0.92,
    Kinship.COMPLETION: 0.9,
    Kinship.SPELLING: 0.8,
}
_SLIPS = {1: 0.72, 2: 0.5, 3: 0.35}
_FIRST_LETTER = 0.07
"""Taken off when the slip changed the first letter: people rarely miss it."""

COMPLETIONS = 24
"""How many terms a beginning is completed to: the commonest."""
TYPOS = 12
"""How many terms a word is widened to. Figures: the meant word is among 12 in 99 to 100 % of single slips."""


@dataclass(frozen=True, slots=True)
class Answer:
    """A term, or several side by side, that answers a word."""

    terms: tuple[str, ...]
    kinship: Kinship
    quality: float
    articles: int
    """How many articles have it; for several terms, the rarest of them."""
    open: bool = False
    """The last term may go on."""

    @property
    def expression(self) -> str:
        """In FTS5's language; terms are letters and digits only, so quoting is enough."""
        return f'"{" ".join(self.terms)}"' + ("*" if self.open else "")


@dataclass(frozen=True, slots=True)
class Wanted:
    """A word of the query and its answers, best first."""

    word: Word
    answers: tuple[Answer, ...]
    """What the index is asked for."""
    sights: tuple[Answer, ...]
    """The same as it is looked for in a text: a beginning in place of all that it may go on to be."""
    wide: bool = False
    """Typos are among the answers."""

    @property
    def articles(self) -> int:
        """Articles that answer, at most."""
        return sum(answer.articles for answer in self.answers)

    @property
    def expression(self) -> str:
        """In FTS5's language: any of the answers."""
        return "(" + " OR ".join(answer.expression for answer in self.answers) + ")"


class Expansion:
    """Expands words over a vocabulary and a table of aliases."""

    def __init__(self, vocabulary: Vocabulary, aliases: Aliases) -> None:
        self._vocabulary = vocabulary
        self._aliases = aliases

    def plain(self, word: Word) -> Wanted:
        """The word as it is: exact, other names, inflections, and what it may go on to be."""
        exact = self._answer(word.terms, Kinship.EXACT)
        beginning = [replace(self._answer(word.terms, Kinship.COMPLETION), open=True)] if word.unfinished else []
        others: list[Answer] = []
        if not word.quoted:
            names = self._aliases.others(word.terms)
            others += [self._answer(name, Kinship.ALIAS) for name in names if self._articles(name)]
            if len(word.terms) == 1:
                forms = inflections(word.terms[0])
                others += [
                    self._answer((form,), Kinship.INFLECTION) for form in forms if self._vocabulary.articles(form)
                ]
        completions = beginning
        if beginning and len(word.terms) == 1:
            completions = [
                Answer((term,), Kinship.COMPLETION, _QUALITY[Kinship.COMPLETION], articles)
                for term, articles in self._vocabulary.completions(word.terms[0], COMPLETIONS)
            ]
        return Wanted(word, _once([exact, *completions, *others]), _once([exact, *beginning, *others]))

    def wide(self, plain: Wanted) -> Wanted:
        """The same with typos forgiven: one slip from four letters on, two from eight; spelling habits always."""
        word = plain.word
        if word.quoted:
            return plain
        if len(word.terms) > 1:
            joined = "".join(word.terms)  # cease-fire, ceasefire
            found = [self._answer((joined,), Kinship.SPELLING)] if self._vocabulary.articles(joined) else []
            return Wanted(word, _once([*plain.answers, *found]), _once([*plain.sights, *found]), True)
        term = word.terms[0]
        if len(term) < 4 or term.isdigit():
            return plain
        slips = 1 if len(term) < 8 else 2
        found = [self._answer((other,), Kinship.SPELLING) for other in self._vocabulary.same_skeleton(term)]
        found.sort(key=lambda answer: -answer.articles)
        near = self._vocabulary.near(term, slips)
        typos = []
        for one in near[:TYPOS]:
            quality = _SLIPS[one.distance] - (_FIRST_LETTER if one.term[0] != term[0] else 0.0)
            typos.append(Answer((one.term,), Kinship.TYPO, quality, one.articles))
        openings: list[Answer] = []
        ends: list[Answer] = []
        if word.unfinished and not any(one.distance == 1 for one in near) and plain.articles == 0:
            quality = _SLIPS[slips] - 0.05
            for opening in self._vocabulary.near_openings(term, slips, 4):
                openings.append(Answer((opening,), Kinship.TYPO, quality, 0, open=True))
                for going_on, articles in self._vocabulary.completions(opening, 4):
                    ends.append(Answer((going_on,), Kinship.TYPO, quality, articles))
        more = [*found[:6], *typos, *(self._split(term) if plain.articles == 0 else [])]
        return Wanted(word, _once([*plain.answers, *more, *ends]), _once([*plain.sights, *more, *openings]), True)

    def wider(self, plain: Wanted) -> list[str]:
        """Terms one slip further than searched, nearest first: for "did you mean"."""
        if len(plain.word.terms) > 1:
            return []
        term = plain.word.terms[0]
        if len(term) < 3:
            return []
        slips = 2 if len(term) < 8 else 3
        return [one.term for one in self._vocabulary.near(term, slips) if one.distance < len(term) - 1][:6]

    def _split(self, term: str) -> list[Answer]:
        """Two words typed as one: ``ceasefire`` for ``cease fire``."""
        best: list[Answer] = []
        for at in range(3, len(term) - 2):
            name = (term[:at], term[at:])
            if self._articles(name):
                best.append(self._answer(name, Kinship.SPELLING))
        best.sort(key=lambda answer: -answer.articles)
        return best[:2]

    def _answer(self, name: tuple[str, ...], kinship: Kinship) -> Answer:
        return Answer(name, kinship, _QUALITY[kinship], self._articles(name))

    def _articles(self, name: tuple[str, ...]) -> int:
        return min(self._vocabulary.articles(term) for term in name)


def _once(answers: list[Answer]) -> tuple[Answer, ...]:
    """The first, best-placed answer for each term."""
    kept: dict[tuple[tuple[str, ...], bool], Answer] = {}
    for answer in answers:
        kept.setdefault((answer.terms, answer.open), answer)
    return tuple(kept.values())
