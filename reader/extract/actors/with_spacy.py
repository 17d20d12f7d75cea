"""An installed spaCy pipeline as the engine that finds names, and the parse that events are read from."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from functools import lru_cache
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
_PIECE = 100_000
"""Characters that are parsed at once: spaCy refuses texts over a million, and asks 1 GB for each 100,000."""
_DATELINE = re.compile(
    r"^[ \t#*]*[A-Z][A-Z.'’ ]{2,30}(?:[,(/][^\n–—]{0,40}?)?[ \t]*(?: -|--|–|—)[ \t]+(?=\S)", re.MULTILINE
)


@lru_cache(maxsize=2)
def loaded(model: str) -> Any:
    """spaCy's pipeline ``model``, by the name of an installed one or by its path; read once for names and events.

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
        return spacy.load(model)
    except OSError:
        raise UnknownEngine(
            f"the spaCy pipeline “{model}” is not installed; python -m spacy download {model} brings it"
        ) from None


@lru_cache(maxsize=1)  # the names and the events of one article ask for the same
def parsed(model: str, text: str) -> Any:
    """The ``Doc`` of ``text``; a long one is read piece by piece, cut at blank lines where there are any.

    :raises UnknownEngine: as :func:`loaded` does.
    """
    nlp = loaded(model)
    pieces = [_read(nlp, piece) for piece in _pieces(text)]
    if len(pieces) == 1:
        return pieces[0]
    return import_module("spacy.tokens").Doc.from_docs(pieces, ensure_whitespace=False)


def _read(nlp: Any, text: str) -> Any:
    document = nlp.make_doc(text)
    # Taken for the subject of the first sentence otherwise: "LONDON - Joe Biden met".
    for dateline in _DATELINE.finditer(text):
        after = document.char_span(dateline.end(), dateline.end() + 1, alignment_mode="expand")
        if after is not None:
            after[0].is_sent_start = True
    return nlp(document)


def _pieces(text: str) -> list[str]:
    found = []
    start = 0
    while len(text) - start > _PIECE:
        gaps = (text.rfind(mark, start + 1, start + _PIECE) for mark in ("\n\n", "\n", " "))
        end = next((gap + 1 for gap in gaps if gap > start), start + _PIECE)
        found.append(text[start:end])
        start = end
    return [*found, text[start:]]


def pipeline(model: str) -> Engine:
    """The engine that runs spaCy's pipeline ``model`` (``en_core_web_md``).

    :raises UnknownEngine: when spaCy or the pipeline is not installed.
    """
    meta = loaded(model).meta
    rule = f"spacy {meta['lang']}_{meta['name']}"  # what it calls itself: ``model`` may be a path

    def find(article: Article) -> list[Name]:
        return _names(article, parsed(model, article.text), rule)

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
