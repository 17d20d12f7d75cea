"""The annotations of an article where they stand in the text that is shown."""

from __future__ import annotations

from collections.abc import Sequence

from reader.library import Library, LibraryError
from reader.model import Annotation, Document, Placed


def placed(library: Library, document: Document) -> list[Placed]:
    """The annotations of a document in its text as given: on the whole of it first, then by place, orphans last.

    Those of another text version are looked for once and their places kept; the anchors stay as the reader made them.
    """
    found = place_each(library, document, library.annotations.of(document.id))
    return sorted(found, key=_order)


def place_each(library: Library, document: Document, annotations: Sequence[Annotation]) -> list[Placed]:
    """Any annotations of a document in its text, in their order."""
    known = {one.id: Placed(one, None) for one in annotations if one.anchor is None}
    elsewhere = [one for one in annotations if one.anchor is not None and one.anchor.version != document.version]
    known |= {
        one.id: Placed(one, one.anchor.span)
        for one in annotations
        if one.anchor is not None and one.anchor.version == document.version
    }
    if elsewhere:
        known |= library.annotations.placings.known(document.version, elsewhere)
        fresh = _placed(library, document, [one for one in elsewhere if one.id not in known])
        known |= {one.annotation.id: one for one in fresh}
        _keep(library, document, fresh)
    return [known[one.id] for one in annotations]


def settle(library: Library, documents: Sequence[str] | None = None) -> int:
    """Place the annotations of articles that changed, so that orphans are known; how many orphans there are.

    :param documents: ids of the documents to look at; all that have annotations when None.
    """
    for id in [id for id, _ in library.annotations.documents()] if documents is None else documents:
        row = library.documents.row(id)
        if row is None or not row.version:
            continue
        if library.annotations.placings.waiting(row.version, library.annotations.of(id)):
            document = library.documents.get(id)
            if document is not None:
                placed(library, document)
    return len(library.annotations.placings.orphans())


def _placed(library: Library, document: Document, annotations: Sequence[Annotation]) -> list[Placed]:
    anchored = [(one, one.anchor) for one in annotations if one.anchor is not None]
    if not anchored:
        return []
    from reader.annotate.anchoring import Anchoring  # late: most articles keep the text that was annotated

    earlier: dict[str, str] = {}
    for version in {anchor.version for _, anchor in anchored}:
        old = library.documents.get(document.id, version)
        if old is not None:
            earlier[version] = old.text
    places = Anchoring(document.text, document.version, earlier).place_all([anchor for _, anchor in anchored])
    return [Placed(one, span, state) for (one, _), (span, state) in zip(anchored, places, strict=True)]


def _keep(library: Library, document: Document, fresh: Sequence[Placed]) -> None:
    if document.transient or not fresh:
        return
    try:
        library.annotations.placings.keep(document.version, fresh)
    except LibraryError:
        return  # read-only or busy: they are looked for again the next time


def _order(one: Placed) -> tuple[int, int, int]:
    if one.span is not None:
        return 1, one.span.start, one.span.end
    return (0 if one.state == "exact" else 2), 0, 0
