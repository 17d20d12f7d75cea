"""JSON lines: spaCy reads them with every span on its tokens; the lines of other tools are understood."""

from __future__ import annotations

import json

import pytest

from reader.exchange import jsonl
from reader.exchange.incoming import Incoming, Refused
from reader.exchange.tokens import cut
from reader.model import Annotation, Span
from tests.exchange.articles import article, random_article


def test_spacy_takes_all_spans_into_a_docbin() -> None:
    spacy = pytest.importorskip("spacy")
    from spacy.tokens import Doc, DocBin, Span

    nlp = spacy.blank("en")
    bin = DocBin()
    expected: list[list[tuple[int, int, str]]] = []
    for seed in range(300):
        for raw in jsonl.write([random_article(seed, facts=True)], suggestions=True):
            line = json.loads(raw)
            tokens = line["tokens"]
            doc = Doc(nlp.vocab, [token["text"] for token in tokens], [token["ws"] for token in tokens])
            assert doc.text == line["text"]
            spans = []
            for mark in line["spans"]:
                span = doc.char_span(mark["start"], mark["end"], mark["label"])  # strict: None when not on tokens
                assert span is not None, mark
                assert (span.start, span.end - 1) == (mark["token_start"], mark["token_end"])
                spans.append(Span(doc, span.start, span.end, mark["label"]))
            doc.spans["sc"] = spans
            expected.append([(mark["start"], mark["end"], mark["label"]) for mark in line["spans"]])
            bin.add(doc)
    again = DocBin().from_bytes(bin.to_bytes()).get_docs(nlp.vocab)
    found = [[(span.start_char, span.end_char, span.label_) for span in doc.spans["sc"]] for doc in again]
    assert len(found) > 400
    assert found == expected


def test_tokens_are_the_text() -> None:
    text = " Geneva talks  begin.\n\nA 👩‍👩‍👧 said: “no ”."
    pieces = cut(text, [Span(0, 3), Span(14, 15), Span(7, 14)])
    rebuilt = "".join(
        text[start:end] + " " * space
        for start, end, space in zip(pieces.starts, pieces.ends, pieces.spaces, strict=True)
    )
    assert rebuilt == text
    for span in (Span(0, 3), Span(14, 15), Span(7, 14)):
        first, last = pieces.first_last(span)
        assert (pieces.starts[first], pieces.ends[last]) == (span.start, span.end)


def test_a_rejected_fact_is_a_line_of_its_own() -> None:
    seeds = [seed for seed in range(60) if any(one.verdict == "rejected" for _, one in random_article(seed).judged)]
    for seed in seeds:
        lines = [json.loads(raw) for raw in jsonl.write([random_article(seed)])]
        rejected = [line for line in lines if line["answer"] == "reject"]
        assert rejected
        assert all(len(line["spans"]) == 1 for line in rejected)
        accepted = [span for line in lines if line["answer"] == "accept" for span in line["spans"]]
        assert all(span.get("correction", {}).get("verdict") != "rejected" for span in accepted)


@pytest.mark.parametrize(
    "line",
    [
        {"text": "The Kremlin said", "spans": [{"start": 4, "end": 11, "label": "ORG"}], "answer": "accept"},
        {"text": "The Kremlin said", "label": [[4, 11, "ORG"]]},
        {"text": "The Kremlin said", "entities": [[4, 11, "ORG"]]},
        {"text": "The Kremlin said", "ents": [{"start": 4, "end": 11, "label": "ORG"}], "title": None},
    ],
)
def test_prodigy_doccano_and_displacy(line: dict[str, object]) -> None:
    (first,), (again,) = jsonl.read(json.dumps(line)), jsonl.read(json.dumps(line))
    assert isinstance(first, Incoming)
    assert isinstance(first.work, Annotation)
    assert first == again
    assert first.work.label == "ORG"
    assert first.work.anchor is not None
    assert first.work.anchor.quote == "Kremlin"


def test_lines_that_were_skipped_or_rejected_bring_nothing() -> None:
    line = {"text": "The Kremlin said", "spans": [{"start": 4, "end": 11, "label": "ORG"}]}
    for answer in ("ignore", "reject"):
        assert list(jsonl.read(json.dumps(line | {"answer": answer}))) == []


@pytest.mark.parametrize(
    "raw",
    [
        "{", "3", "[]", '{"text": 3}', '{"text": "a", "spans": [{"start": 0}]}', '{"text": "a", "spans": [[0]]}',
        '{"text": "a", "spans": [{"start": 0, "end": 9, "label": "x"}]}',
        '{"text": "a", "spans": [{"start": -1, "end": 1}]}',
        '{"text": "a", "spans": [{"start": 0, "end": 1, "correction": {"id": "x"}}]}', "[" * 100_000,
        '{"text": "a", "meta": {"unplaced": [{"quote": 3}]}}', '{"text": "a", "meta": {"unplaced": [3]}}',
    ],
)  # fmt: skip
def test_a_bad_line_is_told_and_the_next_is_read(raw: str) -> None:
    good = '{"text": "The Kremlin", "label": [[4, 11, "ORG"]]}'
    read = list(jsonl.read(f"{raw}\n{good}\n"))
    assert isinstance(read[0], Refused)
    assert read[0].where == "line 1"
    assert isinstance(read[-1], Incoming)


def test_offsets_hold_in_the_text_of_others() -> None:
    """Control characters are replaced one for one; an emoji counts one for each of its code points."""
    raw = json.dumps({"text": "\ta\x1b👩‍👩‍👧 Kremlin", "label": [[9, 16, "ORG"]]})
    (incoming,) = jsonl.read(raw)
    assert isinstance(incoming, Incoming)
    assert incoming.work.anchor is not None
    assert incoming.work.anchor.quote == "Kremlin"


def test_the_reader_sees_his_labels() -> None:
    (raw,) = jsonl.write([article("The Kremlin confirmed.", ("Kremlin", "my own", "Who?"))])
    span = json.loads(raw)["spans"][0]
    assert (span["label"], span["note"]) == ("my own", "Who?")
