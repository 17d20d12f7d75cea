"""Our own engine: the two-pass model, loaded on first use, and what the lists know better."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from reader.extract.actors.again import Article1, names
from reader.extract.actors.agreed import agreed
from reader.extract.actors.crf import Table, unpack
from reader.extract.actors.elsewhere import completed
from reader.extract.actors.eponyms import without_eponyms
from reader.extract.actors.features import WordFeatures
from reader.extract.actors.gazetteer import DATA, Gazetteer, gazetteer
from reader.extract.actors.label import Labelled, Labeller
from reader.extract.actors.lists import corrected
from reader.extract.actors.name import Name
from reader.extract.actors.shapes import shaped
from reader.extract.actors.sides import clubs
from reader.extract.actors.view import View
from reader.extract.article import Article
from reader.extract.tokens import Tokens
from reader.model import ActorType

FILE = DATA / "actors.model"

_LONGEST = 500
"""Tokens of an island from which on the first pass has the last word: it is a table or a list, and most of them make
the reader wait. The longest of 628 news articles has 36."""
_TYPES: dict[str, ActorType] = {"PER": "person", "ORG": "organisation", "LOC": "place"}


@dataclass(frozen=True, slots=True)
class Model:
    """Both passes with what they share."""

    first: Labeller
    second: Labeller
    words: WordFeatures

    def label(self, text: str, tokens: Tokens) -> tuple[View, list[Labelled]]:
        """People, organisations and places, in order, without overlaps."""
        view = View(text, tokens, self.words)
        seen = first_pass(self.first, view)
        found: list[Labelled] = []
        for begin, end in view.islands:
            if end - begin > _LONGEST:
                named = [(*name, seen.sure(begin, *name)) for name in names(seen.path(begin, end))]
            else:
                named = self._second(view, seen, begin, end)
            for first, last, kind, sure in named:
                for one, other in _parts(view.words, begin + first, begin + last):
                    found.append(Labelled(one, other, kind, sure))
        return view, found

    def _second(self, view: View, seen: Article1, begin: int, end: int) -> list[tuple[int, int, str, float]]:
        """The names of an island as the second pass sees them, and how sure it is of each."""
        table = self.second.table
        more = {at: seen.features(at) for at in range(begin, end)}
        steps = table.steps(self.second.emissions(view, begin, end, more))
        path = table.path(steps)
        if not any(path):
            return []  # how sure it is that nothing is a name, nobody asks
        marginals = table.marginals(steps)
        return [
            (first, last, kind, min(marginals[at][path[at]] for at in range(first, last)))
            for first, last, kind in names(path)
        ]


def _parts(words: list[str], first: int, last: int) -> list[tuple[int, int]]:
    """The range cut where a word is repeated: ``Renee Renee Ratcliff`` is a greeting's end and a signature."""
    cuts = [at for at in range(first + 1, last) if words[at] == words[at - 1]]
    return list(pairwise([first, *cuts, last]))


def first_pass(labeller: Labeller, view: View) -> Article1:
    """The labels of the first pass over the whole article."""
    seen = Article1(view)
    for begin, end in view.islands:
        steps = labeller.table.steps(labeller.emissions(view, begin, end))
        seen.add(begin, labeller.table.path(steps), labeller.table.marginals(steps))
    return seen


def assemble(first: Table, second: Table, common: dict[str, int], lists: Gazetteer) -> Model:
    """A model out of its tables and the classes of common words."""
    words = WordFeatures(lists, common)
    return Model(Labeller(first, words), Labeller(second, words), words)


@lru_cache(maxsize=1)
def model() -> Model:
    """The model that ships with the package, read once.

    :raises ValueError: when its file is damaged or of another version.
    """
    (first, second), extra = unpack(FILE)
    classes = extra["common"]
    assert isinstance(classes, list)
    common = {word: number for number, line in enumerate(classes, start=1) for word in line.split(" ")}
    return assemble(first, second, common, gazetteer())


def recognise(article: Article) -> list[Name]:
    """Names of all four types in the article, in order, without overlaps."""
    lists = gazetteer()
    tokens = article.tokens
    view, labelled = model().label(article.text, tokens)
    found = [Name(one.first, one.last, _TYPES[one.kind], one.probability, "model") for one in labelled]
    found = corrected(shaped(found, view, lists), view, lists)
    found = clubs(agreed(found, view, lists), view, lists)
    return without_eponyms(completed(found, view, lists), view, lists)
