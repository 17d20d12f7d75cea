"""What the Web Annotation Data Model (W3C Recommendation, 23 February 2017) demands, as a JSON schema; and its terms.

Made from the text of the Recommendation: sections 3.1 (annotations), 3.2 (bodies and targets), 3.3 (lifecycle, agents,
motivations), 4 (specific resources, selectors, states) and 5 (collections). A SHOULD that we keep is demanded too.
"""

from __future__ import annotations

from typing import Any

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
MOTIVATIONS = [
    *("assessing", "bookmarking", "classifying", "commenting", "describing", "editing", "highlighting"),
    *("identifying", "linking", "moderating", "questioning", "replying", "tagging"),
]
TERMS = {
    *("id", "type", "body", "target", "source", "selector", "state", "scope", "refinedBy", "startSelector"),
    *("endSelector", "renderedVia", "creator", "generator", "rights", "motivation", "purpose", "homepage", "via"),
    *("canonical", "stylesheet", "cached", "conformsTo", "items", "partOf", "first", "last", "next", "prev"),
    *("audience", "bodyValue", "format", "language", "processingLanguage", "textDirection", "accessibility"),
    *("created", "modified", "generated", "value", "start", "end", "exact", "prefix", "suffix", "sourceDate"),
    *("sourceDateStart", "sourceDateEnd", "styleClass", "name", "nickname", "email", "email_sha1", "label", "total"),
    *("startIndex", "@context"),
}
"""Keys that anno.jsonld defines: any other key would mean nothing to a JSON-LD reader."""
TYPES = {
    *("Annotation", "TextualBody", "SpecificResource", "TextQuoteSelector", "TextPositionSelector", "Person"),
    *("Organization", "Software", "AnnotationCollection", "AnnotationPage", "oa:State"),
}

_IRI = {"type": "string", "pattern": r"^[A-Za-z][A-Za-z0-9+.-]*:\S+$"}
_TIME = {"type": "string", "pattern": r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$"}
_MOTIVATION = {"enum": MOTIVATIONS}
_MOTIVATIONS = {"anyOf": [_MOTIVATION, {"type": "array", "items": _MOTIVATION, "minItems": 1, "uniqueItems": True}]}
_POSITION = {"type": "integer", "minimum": 0}

_BODY = {
    "type": "object",
    "required": ["type", "value"],
    "properties": {
        "type": {"const": "TextualBody"},
        "value": {"type": "string", "minLength": 1},
        "format": {"type": "string", "pattern": r"^\w+/[\w.+-]+$"},
        "purpose": _MOTIVATIONS,
    },
}
_QUOTE = {
    "type": "object",
    "required": ["type", "exact"],
    "properties": {
        "type": {"const": "TextQuoteSelector"},
        **{key: {"type": "string"} for key in ("exact", "prefix", "suffix")},
    },
}
_PLACE = {
    "type": "object",
    "required": ["type", "start", "end"],
    "properties": {"type": {"const": "TextPositionSelector"}, "start": _POSITION, "end": _POSITION},
}
_TARGET = {
    "type": "object",
    "required": ["type", "source"],
    "properties": {
        "type": {"const": "SpecificResource"},
        "source": _IRI,
        "scope": _IRI,
        "state": {"type": "object", "required": ["type"], "properties": {"id": _IRI, "type": {"type": "string"}}},
        "selector": {"type": "array", "prefixItems": [_QUOTE, _PLACE], "items": False, "minItems": 2},
    },
}
ANNOTATION: dict[str, Any] = {
    "type": "object",
    "required": ["id", "type", "target"],
    "not": {"required": ["body", "bodyValue"]},
    "properties": {
        "id": _IRI,
        "type": {"const": "Annotation"},
        "motivation": _MOTIVATIONS,
        "created": _TIME,
        "modified": _TIME,
        "creator": {
            "type": "object",
            "required": ["name"],
            "properties": {"type": {"enum": ["Person", "Organization"]}},
        },
        "body": {"type": "array", "items": _BODY, "minItems": 1},
        "target": _TARGET,
    },
}
_PAGE = {
    "type": "object",
    "required": ["id", "type", "items"],
    "not": {"required": ["@context"]},
    "properties": {
        "id": _IRI,
        "type": {"const": "AnnotationPage"},
        "startIndex": _POSITION,
        "items": {"type": "array", "items": ANNOTATION, "minItems": 1},
    },
}
COLLECTION: dict[str, Any] = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "type": "object",
    "required": ["@context", "id", "type", "total"],
    "properties": {
        "@context": {"const": CONTEXT},
        "id": _IRI,
        "type": {"const": "AnnotationCollection"},
        "label": {"type": "string"},
        "total": _POSITION,
        "first": _PAGE,
    },
}
