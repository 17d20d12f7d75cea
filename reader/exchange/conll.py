"""CoNLL-2003 columns with IOB2 tags: one token a line, its tag last, a blank line after each sentence.

It has no offsets and no overlaps: the reader's labels come first, then longer facts before shorter ones.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from reader.exchange.annotated import Annotated, correction_label, entity_label
from reader.exchange.tokens import cut
from reader.extract.sentences import sentences
from reader.model import ActorMention, DateFact, Span

_NAMES = {"PERSON": "PER", "ORG": "ORG", "GPE": "LOC", "NORP": "MISC"}


def write(articles: Iterable[Annotated]) -> Iterator[str]:
    """The lines of all articles, each begun by ``-DOCSTART-``."""
    for article in articles:
        yield "-DOCSTART- -X- -X- O\n\n"
        yield from _article(article)


def _article(article: Annotated) -> Iterator[str]:
    text = article.document.text
    tagged = _apart(article)
    pieces = cut(text, [span for span, _ in tagged])
    ends = [sentence.end for sentence in sentences(text)]
    at = sentence = 0
    previous: Span | None = None
    begun = False
    for start, end in zip(pieces.starts, pieces.ends, strict=True):
        words = text[start:end]
        if words.isspace():
            continue
        while sentence < len(ends) and start >= ends[sentence]:
            sentence += 1
            if begun:
                yield "\n"
                begun = False
        while at < len(tagged) and tagged[at][0].end <= start:
            at += 1
        tag, span = "O", None
        if at < len(tagged) and start in tagged[at][0]:
            span, name = tagged[at]
            tag = f"I-{name}" if span == previous and begun else f"B-{name}"
        previous = span
        begun = True
        token = "_".join(words.split())
        yield f"{token} -X- _ {tag}\n"
    yield "\n"


def _apart(article: Annotated) -> list[tuple[Span, str]]:
    """Spans with tags, no two of which overlap, by place."""
    ranked = [(0, span, _tag(one.label)) for span, one in article.placed if one.label]
    ranked += [(1, span, _tag(correction_label(one))) for span, one in article.judged if one.verdict != "rejected"]
    ranked += [
        (2, fact.span, _tag(entity_label(fact))) for fact in article.facts if isinstance(fact, ActorMention | DateFact)
    ]
    ranked.sort(key=lambda one: (one[0], one[1].start - one[1].end, one[1].start))
    taken = bytearray(len(article.document.text))
    found: list[tuple[Span, str]] = []
    for _, span, name in ranked:
        if len(span) and not any(taken[span.start : span.end]):
            taken[span.start : span.end] = b"\1" * len(span)
            found.append((span, name))
    return sorted(found)


def _tag(label: str) -> str:
    name = re.sub(r"[^\w-]+", "_", label).strip("_").upper() or "LABEL"
    return _NAMES.get(name, name)
