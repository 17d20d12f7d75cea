"""Web Annotations: as the Recommendation has them, and what other tools write."""

from __future__ import annotations

import json
from typing import Any

import jsonschema
import pytest

from reader.exchange import w3c
from reader.exchange.errors import ExchangeError
from reader.exchange.incoming import Incoming, Refused
from reader.model import Annotation
from tests.exchange import web_annotation_schema as spec
from tests.exchange.articles import article, random_article


def _keys_and_types(value: Any) -> tuple[set[str], set[str]]:
    keys: set[str] = set()
    types: set[str] = set()
    waiting = [value]
    while waiting:
        one = waiting.pop()
        if isinstance(one, dict):
            keys |= one.keys()
            types |= {one["type"]} if "type" in one else set()
            waiting += one.values()
        elif isinstance(one, list):
            waiting += one
    return keys, types


def test_what_is_written_is_valid_and_says_nothing_that_the_context_does_not_define() -> None:
    articles = [random_article(seed) for seed in range(200)]
    written = json.loads(w3c.write(articles))
    jsonschema.Draft202012Validator(spec.COLLECTION).validate(written)
    keys, types = _keys_and_types(written)
    assert keys <= spec.TERMS
    assert types <= spec.TYPES
    items = written["first"]["items"]
    assert written["total"] == len(items) > 500
    assert len({item["id"] for item in items} | {written["id"], written["first"]["id"]}) == len(items) + 2


def test_the_schema_refuses_what_the_recommendation_forbids() -> None:
    validator = jsonschema.Draft202012Validator(spec.ANNOTATION)
    good = w3c.items_of(article("The Kremlin confirmed.", ("Kremlin", "actor", "")))[0]
    assert validator.is_valid(good)
    wrong: list[tuple[str, Any]] = [
        ("id", "no iri"),
        ("type", "Note"),
        ("motivation", "shouting"),
        ("created", "today"),
    ]
    for key, value in [*wrong, ("body", [])]:
        assert not validator.is_valid(good | {key: value}), key
    assert not validator.is_valid({key: value for key, value in good.items() if key != "target"})


def test_selectors_count_code_points_and_name_the_text() -> None:
    marked = article("👩‍👩‍👧 The Kremlin confirmed.", ("Kremlin", "actor", "Who?"))
    (item,) = w3c.items_of(marked)
    quote, position = item["target"]["selector"]
    assert quote == {"type": "TextQuoteSelector", "exact": "Kremlin", "prefix": "👩‍👩‍👧 The ", "suffix": " confirmed."}
    assert (position["start"], position["end"]) == (10, 17)
    assert item["target"]["state"]["id"].startswith("ni:///sha-256-64;")
    assert item["motivation"] == ["classifying", "commenting"]


def test_an_empty_collection_has_no_page() -> None:
    written = json.loads(w3c.write([]))
    jsonschema.Draft202012Validator(spec.COLLECTION).validate(written)
    assert written["total"] == 0
    assert list(w3c.read(json.dumps(written))) == []


HYPOTHESIS = {
    "@context": "http://www.w3.org/ns/anno.jsonld",
    "type": "Annotation",
    "id": "https://hypothes.is/a/ABC",
    "created": "2026-01-01T10:00:00.123456+00:00",
    "creator": "acct:someone@hypothes.is",
    "body": [
        {"type": "TextualBody", "value": "Is it so?", "format": "text/markdown"},
        {"type": "TextualBody", "value": "sources", "purpose": "tagging"},
    ],
    "target": [
        {
            "source": "https://example.org/a",
            "selector": [
                {"type": "RangeSelector", "startSelector": {"type": "XPathSelector", "value": "/p"}},
                {"type": "TextPositionSelector", "start": 4, "end": 11},
                {"type": "TextQuoteSelector", "exact": "Kremlin", "prefix": "The ", "suffix": " confirmed"},
            ],
        }
    ],
}


def _one(data: Any) -> Incoming:
    (incoming,) = w3c.read(json.dumps(data))
    assert isinstance(incoming, Incoming), incoming
    return incoming


def test_an_annotation_of_another_tool_is_understood_and_named_the_same_each_time() -> None:
    incoming = _one(HYPOTHESIS)
    work = incoming.work
    assert isinstance(work, Annotation)
    assert (work.note, work.tags, work.label) == ("Is it so?", ("sources",), "")
    assert work.creator == "acct:someone@hypothes.is"
    assert (incoming.article.address, incoming.at) == ("https://example.org/a", 4)
    assert work.anchor is not None
    assert (work.anchor.quote, work.anchor.version) == ("Kremlin", "")
    assert _one(HYPOTHESIS).work.id == work.id


@pytest.mark.parametrize(
    ("change", "label", "note", "tags"),
    [
        ({"body": "plain words"}, "", "plain words", ()),
        ({"body": None, "bodyValue": "plain words"}, "", "plain words", ()),
        ({"body": {"type": "TextualBody", "value": "claim", "purpose": "classifying"}}, "claim", "", ()),
        ({"body": [], "motivation": "highlighting"}, "highlight", "", ()),
        ({"body": [{"type": "TextualBody", "value": v, "purpose": "classifying"} for v in "ab"]}, "a", "", ("b",)),
    ],
)
def test_bodies_in_their_forms(change: dict[str, Any], label: str, note: str, tags: tuple[str, ...]) -> None:
    work = _one(HYPOTHESIS | change).work
    assert isinstance(work, Annotation)
    assert (work.label, work.note, work.tags) == (label, note, tags)


def test_text_from_outside_is_made_harmless() -> None:
    work = _one(
        HYPOTHESIS | {"body": [{"type": "TextualBody", "value": "\x1b[2J\u202eevil", "purpose": "classifying"}]}
    ).work
    assert isinstance(work, Annotation)
    assert "\x1b" not in work.label
    assert "\u202e" not in work.label


@pytest.mark.parametrize(
    "data", ["", "{", "[" * 100_000, "3", '"x"', "{}", '{"type": "AnnotationCollection", "first": "https://a/1"}']
)
def test_what_is_no_annotation_is_refused_in_a_sentence(data: str) -> None:
    with pytest.raises(ExchangeError):
        list(w3c.read(data))


@pytest.mark.parametrize(
    "item",
    [
        3, None, {}, {"type": "Annotation"}, {"type": "Annotation", "target": 3},
        {"type": ["Annotation"], "target": {}},
        {"type": "Annotation", "target": {"source": 4}}, {"type": "Annotation", "target": "x", "body": [{"value": 7}]},
        {"type": "Annotation", "target": {"source": "x", "selector": {"type": "TextQuoteSelector", "exact": ""}}},
        {"type": "Annotation", "target": "x", "motivation": {"a": 1}}, {"type": "Annotation", "target": "x", "id": []},
    ],
)  # fmt: skip
def test_one_bad_annotation_does_not_stop_the_others(item: Any) -> None:
    read = list(w3c.read(json.dumps([HYPOTHESIS, item, HYPOTHESIS])))
    assert [type(one) for one in read if isinstance(one, Incoming)] == [Incoming] * 2 or len(read) == 3
    assert all(isinstance(one, Incoming | Refused) for one in read)
    assert isinstance(read[0], Incoming)
    assert isinstance(read[-1], Incoming)
