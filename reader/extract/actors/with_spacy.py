"""An installed spaCy pipeline as the engine that finds names."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from importlib import import_module
from typing import TYPE_CHECKING, Any

from reader.extract.actors.name import Name
from reader.extract.article import Article
from reader.model import ActorType

if TYPE_CHECKING:
    from reader.extract.actors.engine import Engine

TYPES: dict[str, ActorType] = {
    "PERSON": "person",
    "PER": "person",
    "ORG": "organisation",
    "GPE": "place",
    "LOC": "place",
    "FAC": "place",
    "NORP": "group",
}
"""Labels of OntoNotes and CoNLL pipelines; others name no actors."""

_ARTICLES = ("the", "a", "an")
_ENDINGS = ("'s", "’s", "'", "’")


def pipeline(model: str) -> Engine:
    """The engine that runs spaCy's pipeline ``model`` (``en_core_web_md``).

    :raises UnknownEngine: when spaCy or the pipeline is not installed.
    """
    from reader.extract.actors.engine import UnknownEngine

    if not model:
        raise UnknownEngine("spacy: needs the name of a pipeline, as in spacy:en_core_web_md")
    try:
        spacy = import_module("spacy")
    except ImportError:
        raise UnknownEngine("spaCy is not installed; pip install 'dateline[spacy]' brings it") from None
    try:
        nlp = spacy.load(model)
    except OSError:
        raise UnknownEngine(
            f"the spaCy pipeline “{model}” is not installed; python -m spacy download {model} brings it"
        ) from None

    def find(article: Article) -> list[Name]:
        return _names(article, nlp(article.text), f"spacy {model}")

    return find


def _names(article: Article, document: Any, rule: str) -> list[Name]:
    tokens = article.tokens
    found: list[Name] = []
    for entity in document.ents:
        kind = TYPES.get(entity.label_)
        if kind is None:
            continue
        first = bisect_right(tokens.starts, entity.start_char) - 1
        if first < 0 or tokens.ends[first] <= entity.start_char:
            first += 1
        last = bisect_left(tokens.starts, entity.end_char)
        while last - first > 1 and tokens.words[first].lower() in _ARTICLES:
            first += 1
        while last - first > 1 and tokens.words[last - 1] in _ENDINGS:
            last -= 1
        if first < last:
            found.append(Name(first, last, kind, 0.8, rule))
    return found
