"""The nouns of Dateline: frozen values, standard library only."""

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
