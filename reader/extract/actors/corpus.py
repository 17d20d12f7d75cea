"""The training sets as tokens and labels, their known quirks put right. For training only.

A set is a JSON Lines file of ``{"id", "text", "spans": [{"start", "end", "kind"}]}`` with offsets in code points.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path

from reader.extract.actors.gazetteer import Gazetteer
from reader.extract.actors.roles import is_title
from reader.extract.tokens import Tokens, tokenize

KINDS = {"person": "PER", "org": "ORG", "place": "LOC"}

SETS = (
    "uner-ewt-dev",
    "wikigold",
    "redocred-dev",
    "redocred-test",
    "crossner",
    "gum-open",
    "btc-news",
    "wnut17",
)
"""The sets used, by file name."""


@dataclass(frozen=True, slots=True)
class Gold:
    """One document of a training set."""

    id: str
    set: str
    text: str
    tokens: Tokens
    labels: list[str]
    """``B-PER``, ``I-PER`` ... or ``O`` for each token."""

    @property
    def held_out(self) -> bool:
        """Whether the document is for measuring, not training: one in eight, by hash of its id."""
        return hashlib.sha256(f"{self.set}/{self.id}".encode()).digest()[0] < 32


def read(folder: Path, gazetteer: Gazetteer, sets: tuple[str, ...] = SETS) -> list[Gold]:
    """All documents of the sets.

    :raises OSError: when a set is missing.
    """
    return [
        _gold(json.loads(line), name, gazetteer)
        for name in sets
        for line in (folder / f"{name}.jsonl").read_text("utf-8").split("\n")
        if line.strip()
    ]


def _gold(line: dict[str, object], name: str, gazetteer: Gazetteer) -> Gold:
    text = str(line["text"]).replace("-DOCSTART-", "          ")
    tokens = tokenize(text)
    labels = ["O"] * len(tokens)
    at_start = {start: at for at, start in enumerate(tokens.starts)}
    spans = line["spans"]
    assert isinstance(spans, list)
    for span in sorted(spans, key=lambda span: (span["start"], -span["end"])):
        kind = KINDS.get(span["kind"])
        first = at_start.get(span["start"])
        if kind is None or first is None:
            continue
        last = first
        while last < len(tokens) and tokens.starts[last] < span["end"]:
            last += 1
        first, last = _edges(tokens.words, first, last, kind, gazetteer)
        if first >= last or labels[first] != "O" or _is_no_name(tokens, first, last, kind, gazetteer):
            continue
        labels[first:last] = [f"B-{kind}"] + [f"I-{kind}"] * (last - first - 1)
    return Gold(str(line["id"]), name, text, tokens, labels)


def _edges(words: list[str], first: int, last: int, kind: str, gazetteer: Gazetteer) -> tuple[int, int]:
    """Without article, possessive ending and, for people, title."""
    while first < last - 1 and words[first] in ("the", "The", "a", "A", "an", "'", "’", '"', "“", "@"):
        first += 1
    while last > first + 1 and words[last - 1] in ("'s", "’s", "'", "’", ",", '"', "”", ";", ":"):
        last -= 1
    if kind == "PER":
        titles = [at for at in range(first, last - 1) if is_title(words[at], gazetteer) and words[at][0].isupper()]
        if titles and titles[-1] - first < 4:
            first = titles[-1] + 1
    return first, last


def _is_no_name(tokens: Tokens, first: int, last: int, kind: str, gazetteer: Gazetteer) -> bool:
    words = tokens.words[first:last]
    if first and tokens.words[first - 1] == "@" and tokens.ends[first - 1] == tokens.starts[first]:
        return True  # an account, not a name
    if not any(mark.isalpha() for word in words for mark in word):
        return True
    if kind == "LOC":  # nationality adjectives are groups with us
        entry = gazetteer.names.get(tuple(words))
        return entry is not None and entry.kind == "group"
    return False
