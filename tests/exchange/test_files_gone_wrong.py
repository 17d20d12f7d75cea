"""Files that were cut, mixed up or made to hurt: a sentence or a refusal, and never anything else."""

from __future__ import annotations

import json
import random
from functools import partial
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.exchange import brat, jsonl, readwise, w3c
from reader.exchange.errors import ExchangeError
from reader.exchange.importing import read_text
from reader.exchange.incoming import Incoming, Refused
from reader.model import Annotation, clean
from tests.exchange.articles import random_article

ODD: list[Any] = [None, True, -1, 0, 1 << 70, 1e308, float("inf"), float("nan"), "", "x", "\x1b]0;x\x07", [], [[]], {}]
ODD += [
    {"id": {}},
    ["a", 3],
    "Annotation",
    {"type": ["TextQuoteSelector"], "exact": 3},
    {"refinedBy": {"refinedBy": 1}},
]


def _mixed_up(value: Any, chance: random.Random) -> Any:
    """The same with one thing in it replaced, taken away or doubled."""
    holders = [value]
    for holder in holders:
        inner = holder.values() if isinstance(holder, dict) else holder
        holders += [one for one in inner if isinstance(one, dict | list) and one]
    holder = chance.choice(holders)
    key = chance.choice(list(holder) if isinstance(holder, dict) else range(len(holder)))
    fate = chance.random()
    if fate < 0.7:
        holder[key] = chance.choice(ODD)
    elif fate < 0.85:
        del holder[key]
    elif isinstance(holder, list):
        holder.insert(0, holder[key])
    else:
        holder[chance.choice(["id", "start", "type", "value"])] = holder[key]
    return value


def _harmless(read: list[Incoming | Refused]) -> None:
    for one in read:
        assert isinstance(one, Incoming | Refused)
        if isinstance(one, Incoming):
            work = one.work
            texts = [work.id, one.article.address, one.article.title]
            texts += [work.label, work.note, *work.tags, work.creator] if isinstance(work, Annotation) else [work.text]
            texts += [work.anchor.quote, work.anchor.before, work.anchor.after] if work.anchor is not None else []
            assert all(isinstance(text, str) and clean(text) == text for text in texts)
            assert len(work.id) == 32


@pytest.mark.parametrize("seed", range(8))
def test_mixed_up_json(seed: int) -> None:
    chance = random.Random(seed)
    for number in range(150):
        article = random_article(seed * 1000 + number, facts=True)
        collection = _mixed_up(json.loads(w3c.write([article])), chance)
        lines = [_mixed_up(json.loads(line), chance) for line in jsonl.write([article])]
        for format, data in (("w3c", json.dumps(collection)), ("jsonl", "\n".join(map(json.dumps, lines)))):
            try:
                _harmless(list(read_text(data, format)))
            except ExchangeError as error:
                assert str(error)  # noqa: PT017 - either is right


@pytest.mark.parametrize("seed", range(8))
def test_mixed_up_lines(seed: int) -> None:
    chance = random.Random(seed)
    for number in range(100):
        article = random_article(seed * 1000 + number, facts=True)
        text, ann = brat.write(article)
        csv = "".join(readwise.write([article]))
        for _ in range(3):
            at = chance.randrange(len(ann) + 1)
            ann = ann[:at] + chance.choice(["\t", "\n", "9" * 5000, "T1", "#", ";", " ", "\x1b", "-"]) + ann[at + 1 :]
            at = chance.randrange(len(csv) + 1)
            csv = csv[:at] + chance.choice(['"', ",", "\r", "\n", "\0", "\x1b", "'"]) + csv[at + 1 :]
        for read in (partial(brat.read, text, ann), partial(readwise.read, csv)):
            try:
                _harmless(list(read()))
            except ExchangeError as error:
                assert str(error)  # noqa: PT017 - either is right


@given(st.sampled_from(["w3c", "jsonl", "readwise"]), st.text(max_size=200) | st.binary(max_size=50).map(repr))
@settings(max_examples=300, deadline=None)
def test_anything(format: str, data: str) -> None:
    try:
        _harmless(list(read_text(data, format)))
    except ExchangeError as error:
        assert str(error)  # noqa: PT017 - either is right
