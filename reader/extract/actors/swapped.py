"""Training documents again with other names in them, so that the model learns the words around a name.

A name is replaced by one of the same kind from another document, the same wherever it stands in the document. After
Dai and Adel (2020), "An analysis of simple data augmentation for named entity recognition". For training only.
"""

from __future__ import annotations

from random import Random

from reader.extract.actors.again import names
from reader.extract.actors.corpus import Gold
from reader.extract.actors.crf import LABELS
from reader.extract.tokens import tokenize

SHARE = {"PER": 0.6, "ORG": 0.6, "LOC": 0.4}
"""How many of the different names of a document are replaced: some stay, for places keep each other company."""
UNSWAPPED = frozenset(("wnut17", "gum-open"))
"""Sets that are left as they are: their texts are unedited, or their names too partly labelled."""


def with_other_names(documents: list[Gold]) -> list[Gold]:
    """A second copy of the documents of edited sets; the same documents give the same copies."""
    pool: dict[str, set[str]] = {kind: set() for kind in SHARE}
    for document in documents:
        if document.set != "wnut17":
            for start, end, kind in _spans(document):
                pool[kind].add(document.text[start:end])
    choices = {kind: sorted(found) for kind, found in pool.items()}
    return [_swapped(document, choices) for document in documents if document.set not in UNSWAPPED]


def _spans(document: Gold) -> list[tuple[int, int, str]]:
    path = [LABELS.index(label) for label in document.labels]
    tokens = document.tokens
    return [(tokens.starts[first], tokens.ends[last - 1], kind) for first, last, kind in names(path)]


def _swapped(document: Gold, choices: dict[str, list[str]]) -> Gold:
    random = Random(f"{document.set}/{document.id}")
    other: dict[tuple[str, str], str] = {}
    text = ""
    position = 0
    spans = []
    for start, end, kind in _spans(document):
        name = document.text[start:end]
        if (kind, name) not in other:
            other[kind, name] = random.choice(choices[kind]) if random.random() < SHARE[kind] else name
        text += document.text[position:start]
        spans.append((len(text), len(text) + len(other[kind, name]), kind))
        text += other[kind, name]
        position = end
    text += document.text[position:]
    tokens = tokenize(text)
    labels = ["O"] * len(tokens)
    at_start = {start: at for at, start in enumerate(tokens.starts)}
    for start, end, kind in spans:
        first = at_start.get(start)
        if first is None:  # glued to what stands before it
            continue
        last = first
        while last < len(tokens) and tokens.starts[last] < end:
            last += 1
        labels[first:last] = [f"B-{kind}"] + [f"I-{kind}"] * (last - first - 1)
    return Gold(document.id, document.set, text, tokens, labels)
