"""From a typed word to the terms of the index that may answer it, each with how good an answer it is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from reader.search.aliases import Aliases
from reader.search.hits import Kinship
from reader.search.inflections import inflections
from reader.search.query import Word
from reader.search.vocabulary import LONGEST, Vocabulary

# How good an answer is, by kinship; slips by distance. Only the order and rough spacing matter, to the ranking.
_QUALITY = {
    Kinship.EXACT: 1.0,
    Kinship.ALIAS: 0.95,
    Kinship.INFLECTION: 0.92,
    Kinship.COMPLETION: 0.9,
    Kinship.SPELLING: 0.8,
}
_SLIPS = {1: 0.72, 2: 0.5}
_FIRST_LETTER = 0.07
"""Taken off when the slip changed the first letter: people rarely miss it."""

_LIKELIER = 50
_LIKELY = 0.9
"""A term so many times commoner than what was typed is probably what was meant: misspellings stand in articles too."""

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
    """A word of the query and its answers, the exact one first."""

    word: Word
    answers: tuple[Answer, ...]
    """What the index is asked for."""
    sights: tuple[Answer, ...]
    """The same as it is looked for in a text: a beginning in place of all that it may go on to be."""

    @property
    def articles(self) -> int:
        """Articles that answer, at most."""
        return sum(answer.articles for answer in self.answers)

    @property
    def expression(self) -> str:
        """In FTS5's language: any of the answers."""
        return "(" + " OR ".join(answer.expression for answer in self.answers) + ")"

    def also(self, asked: Iterable[Answer], seen: Iterable[Answer] | None = None) -> Wanted:
        """With further answers, sought in texts as ``seen`` or else as they are asked."""
        asked = list(asked)
        return Wanted(
            self.word, _once([*self.answers, *asked]), _once([*self.sights, *(asked if seen is None else seen)])
        )


class Expansion:
    """Expands words over a vocabulary and a table of aliases."""

    def __init__(self, vocabulary: Vocabulary, aliases: Aliases) -> None:
        self._vocabulary = vocabulary
        self._aliases = aliases

    def all_plain(self, words: Sequence[Word]) -> list[Wanted]:
        """The words as they are: exact, other names, inflections, and what the last may go on to be.

        Words side by side that are a name together (``European Union``) have its other names as answers, each of them.
        """
        plain = [self._plain(word) for word in words]
        for size in (2, 3, 4):
            for at in range(len(words) - size + 1):
                run = words[at : at + size]
                if not any(word.quoted for word in run):
                    names = self._aliases.others(tuple(term for word in run for term in word.terms))
                    answers = [self._answer(name, Kinship.ALIAS) for name in names if self._articles(name)]
                    plain[at : at + size] = [one.also(answers) for one in plain[at : at + size]]
        return plain

    def all_wide(self, plain: Sequence[Wanted], which: Sequence[bool]) -> list[Wanted]:
        """The same with typos forgiven where ``which`` says so, and with words joined that were typed as two."""
        wide = [self._wide(one) if chosen else one for one, chosen in zip(plain, which, strict=True)]
        for at, (left, right) in enumerate(pairwise(plain)):
            joined = "".join((*left.word.terms, *right.word.terms))
            if not (left.word.quoted or right.word.quoted) and self._vocabulary.articles(joined):
                answer = self._answer((joined,), Kinship.SPELLING)
                wide[at : at + 2] = [one.also([answer]) for one in wide[at : at + 2]]
        return wide

    def further(self, plain: Wanted) -> list[str]:
        """Terms one slip further than is searched, likeliest first: for "did you mean"."""
        term = plain.word.terms[0]
        if len(plain.word.terms) > 1 or not 3 <= len(term) <= LONGEST:
            return []
        near = self._vocabulary.near(term, 2 if len(term) < 8 else 3)
        return [one.term for one in near if one.distance < len(term) - 1][:4]

    def _plain(self, word: Word) -> Wanted:
        exact = self._answer(word.terms, Kinship.EXACT)
        beginning = [replace(self._answer(word.terms, Kinship.COMPLETION), open=True)] if word.unfinished else []
        before, last = word.terms[:-1], word.terms[-1]
        others: list[Answer] = []
        if not word.quoted:
            names = self._aliases.others(word.terms)
            others += [self._answer(name, Kinship.ALIAS) for name in names if self._articles(name)]
            if len(word.terms) == 1:
                forms = inflections(word.terms[0])
                others += [
                    self._answer((form,), Kinship.INFLECTION) for form in forms if self._vocabulary.articles(form)
                ]
        completions: list[Answer] = []
        if beginning and before and len(last) < 3:  # too short to ask for; the index is asked for what comes before
            completions = [self._answer(before, Kinship.COMPLETION)]
        elif beginning:
            terms = self._vocabulary.completions(last, COMPLETIONS)
            completions = [self._answer((*before, term), Kinship.COMPLETION) for term, _ in terms]
        return Wanted(word, _once([exact, *completions, *others]), _once([exact, *beginning, *others]))

    def _wide(self, plain: Wanted) -> Wanted:
        """One slip forgiven from four letters on, two from eight; habits of spelling always."""
        word = plain.word
        if word.quoted:
            return plain
        if len(word.terms) > 1:  # cease-fire, ceasefire
            joined = ("".join(word.terms),)
            return plain.also([self._answer(joined, Kinship.SPELLING)] if self._articles(joined) else [])
        term = word.terms[0]
        if not 4 <= len(term) <= LONGEST or term.isdigit():
            return plain
        slips = 1 if len(term) < 8 else 2
        spellings = [self._answer((other,), Kinship.SPELLING) for other in self._vocabulary.same_skeleton(term)]
        spellings.sort(key=lambda answer: -answer.articles)
        near = self._vocabulary.near(term, slips)
        typos = []
        for one in near[:TYPOS]:
            quality = _SLIPS[one.distance] - (_FIRST_LETTER if one.term[0] != term[0] else 0.0)
            typos.append(Answer((one.term,), Kinship.TYPO, quality, one.articles))
        ends: list[Answer] = []
        openings: list[Answer] = []
        if word.unfinished and not plain.articles and not any(one.distance == 1 for one in near):
            quality = _SLIPS[slips] - 0.05
            for opening in self._vocabulary.near_openings(term, slips, 4):
                openings.append(Answer((opening,), Kinship.TYPO, quality, 0, open=True))
                for going_on, articles in self._vocabulary.completions(opening, 4):
                    ends.append(Answer((going_on,), Kinship.TYPO, quality, articles))
        likelier = max(1, plain.answers[0].articles) * _LIKELIER
        found = [
            replace(answer, quality=_LIKELY) if plain.articles and answer.articles > likelier else answer
            for answer in (*spellings[:6], *typos)
        ]
        found += self._split(term)
        return plain.also([*found, *ends], [*found, *openings])

    def _split(self, term: str) -> list[Answer]:
        """Two words typed as one: ``ceasefire`` for ``cease fire``."""
        names = ((term[:at], term[at:]) for at in range(3, len(term) - 2))
        best = [self._answer(name, Kinship.SPELLING) for name in names if self._articles(name)]
        return sorted(best, key=lambda answer: -answer.articles)[:2]

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
