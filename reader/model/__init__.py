"""The nouns of Dateline: frozen values, standard library only."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from reader.model.annotation import Anchor, AnchorState, Annotation, Correction, Label, Placed, Verdict
    from reader.model.document import (
        BUILDER,
        Block,
        BlockKind,
        Document,
        Style,
        StyleRun,
        document_id,
        text_version,
    )
    from reader.model.fact import (
        KINDS,
        ActorMention,
        ActorType,
        DateFact,
        Event,
        Fact,
        Figure,
        Kind,
        Part,
        Quote,
        fact_from_json,
        fact_id,
        fact_to_json,
    )
    from reader.model.published import Published
    from reader.model.span import Span
    from reader.model.text import clean, clean_line, unix_newlines

__all__ = [
    "BUILDER",
    "KINDS",
    "ActorMention",
    "ActorType",
    "Anchor",
    "AnchorState",
    "Annotation",
    "Block",
    "BlockKind",
    "Correction",
    "DateFact",
    "Document",
    "Event",
    "Fact",
    "Figure",
    "Kind",
    "Label",
    "Part",
    "Placed",
    "Published",
    "Quote",
    "Span",
    "Style",
    "StyleRun",
    "Verdict",
    "clean",
    "clean_line",
    "document_id",
    "fact_from_json",
    "fact_id",
    "fact_to_json",
    "text_version",
    "unix_newlines",
]

# Loaded when they are asked for: the first screen needs a third of them.
_HOMES = {
    "ActorMention": "reader.model.fact",
    "ActorType": "reader.model.fact",
    "Anchor": "reader.model.annotation",
    "AnchorState": "reader.model.annotation",
    "Annotation": "reader.model.annotation",
    "BUILDER": "reader.model.document",
    "Block": "reader.model.document",
    "BlockKind": "reader.model.document",
    "Correction": "reader.model.annotation",
    "DateFact": "reader.model.fact",
    "Document": "reader.model.document",
    "Event": "reader.model.fact",
    "Fact": "reader.model.fact",
    "Figure": "reader.model.fact",
    "KINDS": "reader.model.fact",
    "Kind": "reader.model.fact",
    "Label": "reader.model.annotation",
    "Part": "reader.model.fact",
    "Placed": "reader.model.annotation",
    "Published": "reader.model.published",
    "Quote": "reader.model.fact",
    "Span": "reader.model.span",
    "Style": "reader.model.document",
    "StyleRun": "reader.model.document",
    "Verdict": "reader.model.annotation",
    "clean": "reader.model.text",
    "clean_line": "reader.model.text",
    "document_id": "reader.model.document",
    "fact_from_json": "reader.model.fact",
    "fact_id": "reader.model.fact",
    "fact_to_json": "reader.model.fact",
    "text_version": "reader.model.document",
    "unix_newlines": "reader.model.text",
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    found = getattr(import_module(_HOMES[name]), name)
    globals()[name] = found
    return found
