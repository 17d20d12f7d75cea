"""Annotations as the W3C Web Annotation Data Model (Recommendation of 23 February 2017) has them, in JSON-LD.

The body says what the reader made of the words: a label is a body whose purpose is ``classifying``, a note
``commenting`` in Markdown, a tag ``tagging``. The target names the article and holds two selectors, quote and position,
both in Unicode code points, and as its state the hash of the text that the position is of: an RFC 6920 ``ni`` name,
SHA-256 cut to 64 bits. A verdict on a machine fact is an annotation with the motivation ``assessing``.
"""

from __future__ import annotations

import base64
import json
import re
import uuid
from collections.abc import Iterable, Iterator
from typing import Any

from reader.exchange.annotated import Annotated, iri
from reader.exchange.errors import ExchangeError
from reader.exchange.incoming import (
    Incoming,
    Named,
    Refused,
    correction_from_json,
    correction_json,
    identity,
    loose,
    names,
    told,
)
from reader.model import Anchor, Annotation, Correction, Document, clean_line

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
HIGHLIGHT = "highlight"
"""Label of a bare highlight: a motivation of its own and no body."""
_STATE = "ni:///sha-256-64;"
_DOCUMENT = "urn:dateline:document:"
_UUID = "urn:uuid:"
_MARKDOWN = "text/markdown"
_JSON = "application/json"
_VERSION = re.compile(r"[0-9a-f]{16}")


def write(articles: Iterable[Annotated]) -> str:
    """All annotations as one AnnotationCollection with one page."""
    items = [item for article in articles for item in items_of(article)]
    name = identity("w3c", "collection", *[item["id"] for item in items])
    page = {
        "id": f"{_UUID}{uuid.UUID(identity('w3c', 'page', name))}",
        "type": "AnnotationPage",
        "startIndex": 0,
        "items": items,
    }
    collection: dict[str, Any] = {"@context": CONTEXT, "id": f"{_UUID}{uuid.UUID(name)}"}
    collection |= {"type": "AnnotationCollection", "label": "Dateline", "total": len(items)}
    if items:
        collection["first"] = page
    return json.dumps(collection, ensure_ascii=False, indent=1) + "\n"


def items_of(article: Annotated) -> list[dict[str, Any]]:
    """The annotations of one article by place, those without one last, then the corrections; no ``@context``."""
    document = article.document
    ordered = [one for _, one in article.placed] + article.unplaced
    verdicts = [one for _, one in article.judged]
    return [_annotation(document, one) for one in ordered] + [_assessment(document, one) for one in verdicts]


def _annotation(document: Document, one: Annotation) -> dict[str, Any]:
    bodies: list[dict[str, Any]] = []
    if one.label and one.label != HIGHLIGHT:
        bodies.append(_body(one.label, "classifying"))
    if one.note:
        bodies.append(_body(one.note, "commenting", _MARKDOWN))
    bodies += [_body(tag, "tagging") for tag in one.tags]
    motivations = list(dict.fromkeys(body["purpose"] for body in bodies))
    if one.label == HIGHLIGHT or not motivations:
        motivations.insert(0, "highlighting" if one.label else "bookmarking")
    return _item(document, one.id, motivations, bodies, one.anchor, one.created, one.changed, one.creator)


def _assessment(document: Document, one: Correction) -> dict[str, Any]:
    values = correction_json(one)
    del values["id"]
    bodies = [
        _body(one.verdict, "assessing"),
        _body(json.dumps(values, ensure_ascii=False, separators=(",", ":")), "identifying", _JSON),
    ]
    return _item(document, one.id, ["assessing"], bodies, one.anchor, one.created, "", "")


def _item(
    document: Document,
    id: str,
    motivations: list[str],
    bodies: list[dict[str, Any]],
    anchor: Anchor | None,
    created: str,
    changed: str,
    creator: str,
) -> dict[str, Any]:
    item: dict[str, Any] = {"id": f"{_UUID}{uuid.UUID(id)}", "type": "Annotation"}
    item["motivation"] = motivations[0] if len(motivations) == 1 else motivations
    if created:
        item["created"] = created
    if changed:
        item["modified"] = changed
    if creator:
        item["creator"] = {"type": "Person", "name": creator}
    if bodies:
        item["body"] = bodies
    item["target"] = _target(document, anchor)
    return item


def _body(value: str, purpose: str, format: str = "text/plain") -> dict[str, Any]:
    return {"type": "TextualBody", "purpose": purpose, "format": format, "value": value}


def _target(document: Document, anchor: Anchor | None) -> dict[str, Any]:
    target: dict[str, Any] = {"type": "SpecificResource", "source": iri(document), "scope": _DOCUMENT + document.id}
    if anchor is not None:
        if _VERSION.fullmatch(anchor.version):
            target["state"] = {"id": _state(anchor.version), "type": "oa:State"}
        quote = {"type": "TextQuoteSelector", "exact": anchor.quote}
        quote |= {"prefix": anchor.before} if anchor.before else {}
        quote |= {"suffix": anchor.after} if anchor.after else {}
        position = {"type": "TextPositionSelector", "start": anchor.start, "end": anchor.end}
        target["selector"] = [quote, position]
    return target


def _state(version: str) -> str:
    return _STATE + base64.urlsafe_b64encode(bytes.fromhex(version)).decode().rstrip("=")


def _version(state: object) -> str:
    """The text version that a state names; empty for others' states."""
    name = state.get("id") if isinstance(state, dict) else state
    if not isinstance(name, str) or not name.startswith(_STATE):
        return ""
    try:
        digest = base64.urlsafe_b64decode(name.removeprefix(_STATE) + "=")
    except ValueError:
        return ""
    return digest.hex() if len(digest) == 8 else ""


def read(data: str) -> Iterator[Incoming | Refused]:
    """The annotations of a document with one, a list of them, a page or a collection.

    :raises ExchangeError: when it is nothing of the kind.
    """
    try:
        given = json.loads(data)
    except (ValueError, RecursionError):
        raise ExchangeError("this is no JSON") from None
    for number, item in enumerate(_items(given), start=1):
        where = f"annotation {number}"
        try:
            yield from _read(item)
        except ValueError as error:
            yield Refused(where, str(error))
        except (TypeError, AttributeError, KeyError, OverflowError, RecursionError):
            yield Refused(where, "it is not built as an annotation")


def _items(given: Any) -> Iterator[Any]:
    if isinstance(given, list):
        yield from given
        return
    if not isinstance(given, dict):
        raise ExchangeError("this is no Web Annotation")
    kinds = _kinds(given)
    if "Annotation" in kinds:
        yield given
    elif "AnnotationCollection" in kinds or isinstance(given.get("first"), dict):
        first = given.get("first")
        if isinstance(first, dict) and isinstance(first.get("items"), list):
            yield from first["items"]
        elif first is not None:
            raise ExchangeError("the pages of this collection lie elsewhere; import the pages")
    elif isinstance(given.get("items"), list):
        yield from given["items"]
    else:
        raise ExchangeError("this is no Web Annotation")


def _kinds(item: dict[str, Any]) -> list[str]:
    """Types of a resource; what is no name is none."""
    kinds = item.get("type")
    return [kind for kind in (kinds if isinstance(kinds, list) else [kinds]) if isinstance(kind, str)]


def _read(item: Any) -> Iterator[Incoming]:
    if not isinstance(item, dict) or "Annotation" not in _kinds(item):
        raise ValueError("it is not of the type Annotation")
    targets = item.get("target")
    targets = targets if isinstance(targets, list) else [targets]
    motivations = names(item.get("motivation"), "motivation")
    bodies = item.get("body", [])
    bodies = bodies if isinstance(bodies, list) else [bodies]
    if isinstance(item.get("bodyValue"), str):
        bodies = [*bodies, {"type": "TextualBody", "value": item["bodyValue"]}]
    for number, target in enumerate(targets):
        article, anchor, at = _placed(target)
        given = told(item.get("id"), "id")
        id = _own_id(given, number) or identity("w3c", given, number, article, anchor, json.dumps(bodies))
        if "assessing" in motivations and (values := _judged(bodies)) is not None:
            yield Incoming(work=correction_from_json(values | {"id": id}, anchor), article=article, at=at)
        else:
            yield Incoming(work=_meant(item, id, motivations, bodies, anchor), article=article, at=at)


def _own_id(given: str, number: int) -> str:
    """Ours again; another tool's UUID too is as good as one of ours."""
    name = given.removeprefix(_UUID).replace("-", "").lower()
    return name if number == 0 and given.startswith(_UUID) and re.fullmatch(r"[0-9a-f]{32}", name) else ""


def _meant(
    item: dict[str, Any], id: str, motivations: tuple[str, ...], bodies: list[Any], anchor: Anchor | None
) -> Annotation:
    labels: list[str] = []
    notes: list[str] = []
    tags: list[str] = []
    for body in bodies:
        if not isinstance(body, dict):
            notes += [told(body, "body")] if body else []
            continue
        purposes = names(body.get("purpose"), "purpose")
        value = told(body.get("value"), "value") or told(body.get("id"), "id")
        kind = tags if "tagging" in purposes else labels if "classifying" in purposes else notes
        kind.append(value)
    creator = item.get("creator")
    creator = creator[0] if isinstance(creator, list) and creator else creator
    if isinstance(creator, dict):
        creator = creator.get("name") or creator.get("account") or creator.get("id")
    first = labels[0] if labels else HIGHLIGHT if "highlighting" in motivations else ""
    return Annotation(
        id=id,
        document="",
        anchor=anchor,
        label=clean_line(first).strip(),
        note="\n\n".join(note for note in notes if note),
        # A second class has no place of its own: as a tag it is kept.
        tags=names([*tags, *labels[1:]], "tags"),
        created=clean_line(told(item.get("created"), "created")),
        changed=clean_line(told(item.get("modified"), "modified")),
        creator=clean_line(told(creator, "creator")),
    )


def _judged(bodies: list[Any]) -> dict[str, Any] | None:
    for body in bodies:
        if isinstance(body, dict) and body.get("format") == _JSON:
            try:
                values = json.loads(told(body.get("value"), "value"))
            except (ValueError, RecursionError):
                return None
            return values if isinstance(values, dict) and "verdict" in values else None
    return None


def _placed(target: Any) -> tuple[Named, Anchor | None, int | None]:
    """The article, the words in it and where they start."""
    if isinstance(target, str):
        return _named(target, None, ""), None, None
    if not isinstance(target, dict):
        raise ValueError("it has no target")
    source = target.get("source", target.get("id"))
    source = source.get("id") if isinstance(source, dict) else source
    version = _version(target.get("state"))
    article = _named(told(source, "source"), target.get("scope"), version)
    quote, position = _selectors(target.get("selector"))
    if quote is None:
        return article, None, None
    exact = told(quote.get("exact"), "exact")
    if not exact:
        raise ValueError("its quote is empty")
    start = position.get("start") if position is not None else None
    start = start if isinstance(start, int) and 0 <= start < 1 << 40 else None
    anchor = loose(
        exact,
        start=start or 0,
        before=told(quote.get("prefix"), "prefix"),
        after=told(quote.get("suffix"), "suffix"),
        version=version if start is not None else "",
    )
    return article, anchor, start


def _named(source: str, scope: object, version: str) -> Named:
    document = scope if isinstance(scope, str) and scope.startswith(_DOCUMENT) else source
    document = document.removeprefix(_DOCUMENT) if document.startswith(_DOCUMENT) else ""
    return Named(document=clean_line(document), address=clean_line(source), version=version)


def _selectors(given: Any) -> tuple[dict[str, Any] | None, dict[str, Any] | None]:
    """The quote and the position among selectors, refinements included."""
    found: dict[str, dict[str, Any]] = {}
    waiting = list(given) if isinstance(given, list) else [given]
    for _ in range(64):  # no honest annotation has more
        if not waiting:
            break
        one = waiting.pop(0)
        if isinstance(one, dict):
            for kind in _kinds(one):
                found.setdefault(kind, one)
            waiting.append(one.get("refinedBy"))
            waiting += one["items"] if isinstance(one.get("items"), list) else []
    return found.get("TextQuoteSelector"), found.get("TextPositionSelector")
