"""JSON lines as Prodigy and spaCy read them: text, tokens and spans, offsets in code points.

An article is a line with the answer ``accept``: the reader's labels and the machine facts that were accepted,
corrected or added. Each rejected fact is a line of its own with the answer ``reject`` and that one span, so that a
reject is about the span and not about the article. Facts that nobody judged are, when asked for, a line with the answer
``ignore``. Keys that these tools do not know (``id``, ``note``, ``tags`` ...) stand in spans and ``meta``, where they
let them be.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from reader.exchange.annotated import Annotated, correction_label, entity_label, iri
from reader.exchange.incoming import (
    Incoming,
    Named,
    Refused,
    correction_from_json,
    correction_json,
    extras,
    identity,
    loose,
    quoted,
    told,
    with_extras,
)
from reader.exchange.tokens import Cut, cut
from reader.model import Anchor, Annotation, Document, Span, clean, clean_line, text_version

BARE = "NOTE"
"""Label of a note without a label, told apart from the reader's own by ``"bare": true``."""
_Marked = tuple[Span, dict[str, Any]]


def write(articles: Iterable[Annotated], *, suggestions: bool = False) -> Iterator[str]:
    """The lines of each article.

    :param suggestions: also a line with the machine facts that nobody judged.
    """
    for article in articles:
        accepted: list[_Marked] = [(span, _labelled(one)) for span, one in article.placed]
        judged = [(span, one) for span, one in article.judged]
        accepted += [
            (span, {"label": correction_label(one), "correction": correction_json(one), **_around(one.anchor)})
            for span, one in judged
            if one.verdict != "rejected"
        ]
        unplaced = [_unplaced(one) for one in article.unplaced]
        if accepted or unplaced:
            yield _line(article.document, accepted, "accept", {"unplaced": unplaced} if unplaced else {})
        for span, one in judged:
            if one.verdict == "rejected":
                values = {"label": correction_label(one), "correction": correction_json(one), **_around(one.anchor)}
                yield _line(article.document, [(span, values)], "reject")
        if suggestions:
            known = {(span, one.kind) for span, one in judged}
            open_ = [fact for fact in article.facts if (fact.span, fact.kind) not in known and len(fact.span)]
            if open_:
                spans: list[_Marked] = [(fact.span, {"label": entity_label(fact)}) for fact in open_]
                yield _line(article.document, spans, "ignore")


def _labelled(one: Annotation) -> dict[str, Any]:
    values: dict[str, Any] = {"label": one.label or BARE}
    values |= {} if one.label else {"bare": True}
    return values | extras(one)


def _around(anchor: Anchor | None) -> dict[str, Any]:
    """The place of what was judged, where the fact that holds instead may stand elsewhere."""
    return {"judged": [anchor.start, anchor.end]} if anchor is not None else {}


def _unplaced(one: Annotation) -> dict[str, Any]:
    values: dict[str, Any] = {"label": one.label} if one.label else {}
    if (anchor := one.anchor) is not None:
        values |= {"quote": anchor.quote, "start": anchor.start, "before": anchor.before, "after": anchor.after}
        values |= {"version": anchor.version}
    return values | extras(one)


def _line(document: Document, marked: list[_Marked], answer: str, more: dict[str, Any] | None = None) -> str:
    pieces = cut(document.text, [span for span, _ in marked])
    meta: dict[str, Any] = {"document": document.id, "address": iri(document), "title": document.title}
    meta |= {"source": document.source} if document.source else {}
    meta |= {"published": document.published.iso} if document.published else {}
    line = {
        "text": document.text,
        "meta": meta | (more or {}),
        "tokens": _tokens(document.text, pieces),
        "spans": [_span(span, pieces, values) for span, values in marked],
        "answer": answer,
    }
    return json.dumps(line, ensure_ascii=False, separators=(",", ":"))


def _tokens(text: str, pieces: Cut) -> list[dict[str, Any]]:
    return [
        {"text": text[start:end], "start": start, "end": end, "id": number, "ws": space}
        for number, (start, end, space) in enumerate(zip(pieces.starts, pieces.ends, pieces.spaces, strict=True))
    ]


def _span(span: Span, pieces: Cut, values: dict[str, Any]) -> dict[str, Any]:
    first, last = pieces.first_last(span)
    place = {"start": span.start, "end": span.end, "token_start": first, "token_end": last}
    return place | {"label": values["label"]} | values


def read(data: str) -> Iterator[Incoming | Refused]:
    """The spans of lines written here, by Prodigy, doccano (``label``) or for displaCy (``ents``), but ``ignore``."""
    for number, raw in enumerate(data.split("\n"), start=1):
        if not raw.strip():
            continue
        try:
            yield from _read(raw)
        except (ValueError, RecursionError) as error:
            known = isinstance(error, ValueError) and not isinstance(error, json.JSONDecodeError)
            yield Refused(f"line {number}", str(error) if known else "it is no JSON")
        except (KeyError, TypeError, AttributeError, IndexError, OverflowError):
            yield Refused(f"line {number}", "it is not built as a line of spans")


def _read(raw: str) -> Iterator[Incoming]:
    line = json.loads(raw)
    if not isinstance(line, dict) or not isinstance(line.get("text"), str):
        raise ValueError("there is no “text”")
    answer = line.get("answer", "accept")
    if answer == "ignore":
        return
    text = clean(line["text"])
    given = line.get("meta")
    meta: dict[str, Any] = given if isinstance(given, dict) else {}
    article = _named(meta, text)
    for values in _spans(line):
        anchor = quoted(text, int(values["start"]), int(values["end"]), article.version)
        if isinstance(values.get("correction"), dict):
            start, end = values.get("judged", [anchor.start, anchor.end])
            judged = quoted(text, int(start), int(end), article.version)
            yield Incoming(work=correction_from_json(values["correction"], judged), article=article, at=judged.start)
        elif answer == "accept":
            label = "" if values.get("bare") is True else told(values.get("label"), "label")
            id = told(values.get("id"), "id") if isinstance(values.get("id"), str) else ""
            key = (id,) if id else (article.version, anchor.start, anchor.end, label)
            work = with_extras(values, anchor, label, identity("jsonl", *key))
            yield Incoming(work=work, article=article, at=anchor.start)
    unplaced = meta.get("unplaced") if answer == "accept" else None
    for values in unplaced if isinstance(unplaced, list) else []:
        yield _read_unplaced(values, article)


def _named(meta: dict[str, Any], text: str) -> Named:
    def said(*keys: str) -> str:
        return next((clean_line(meta[key]).strip() for key in keys if isinstance(meta.get(key), str)), "")

    return Named(
        document=said("document"),
        address=said("address", "url"),
        title=said("title"),
        version=text_version(text),
        text=text,
    )


def _spans(line: dict[str, Any]) -> list[dict[str, Any]]:
    """Spans under one of their names."""
    for key in ("spans", "ents", "entities", "label", "labels"):
        found = line.get(key)
        if isinstance(found, list):
            return [
                one if isinstance(one, dict) else {"start": one[0], "end": one[1], "label": one[2]} for one in found
            ]
    return []


def _read_unplaced(values: dict[str, Any], article: Named) -> Incoming:
    quote = told(values.get("quote"), "quote")
    anchor = None
    start = int(values.get("start", 0))
    if quote:
        before, after = told(values.get("before"), "before"), told(values.get("after"), "after")
        version = clean_line(told(values.get("version"), "version"))
        anchor = loose(quote, start=max(0, start), before=before, after=after, version=version)
    label = told(values.get("label"), "label")
    id = identity("jsonl", told(values.get("id"), "id") or (article.version, quote, label, values.get("note")))
    return Incoming(work=with_extras(values, anchor, label, id), article=article, at=start if quote else None)
