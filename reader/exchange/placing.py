"""Where annotations stand in the text that is exported."""

from __future__ import annotations

from collections.abc import Sequence

from reader.library import Library
from reader.model import Annotation, Document, Placed, Span


def placed(library: Library, document: Document, annotations: Sequence[Annotation]) -> tuple[Placed, ...]:
    """Each annotation with its place in the present text of its document."""
    known = library.annotations.placings.known(document.version, annotations)
    return tuple(known.get(one.id) or _placed(document, one) for one in annotations)


def _placed(document: Document, one: Annotation) -> Placed:
    anchor = one.anchor
    if anchor is None:
        return Placed(one, None)
    if anchor.version == document.version and document.text[anchor.start : anchor.end] == anchor.quote:
        return Placed(one, anchor.span)
    first = document.text.find(anchor.quote)
    if first >= 0 and document.text.find(anchor.quote, first + 1) < 0:
        return Placed(one, Span(first, first + len(anchor.quote)))
    return Placed(one, None, "orphan")
