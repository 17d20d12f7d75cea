"""Articles of a library with all that is said about them, ready to be exported."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from reader.annotate.placing import place_each
from reader.annotate.review import standing
from reader.exchange.annotated import Annotated
from reader.library import Filter, Library
from reader.model import Annotation, Document, Fact

FOUND = 2_000
"""Articles of a search that are taken at most."""


def gathered(library: Library, documents: Iterable[str], *, facts: bool = True) -> Iterator[Annotated]:
    """The documents of these ids, in their order; one that has gone from the library keeps its annotations.

    :param facts: whether their facts are wanted too: stored ones, else they are taken now.
    """
    for id in documents:
        document = library.documents.get(id)
        annotations = library.annotations.of(id)
        if document is None:
            if annotations:
                yield _without_article(id, annotations)
            continue
        document = addressed(library, document)
        corrections = [one for one in library.annotations.corrections(id) if one.document]
        yield Annotated(
            document=document,
            annotations=tuple(place_each(library, document, annotations)),
            corrections=tuple(corrections),
            facts=facts_of(library, document) if facts else (),
            tags=library.settings(id).tags,
        )


def addressed(library: Library, document: Document) -> Document:
    """The document under the web address that its feed gave for it, as other tools know it; its id stays."""
    address = library.feeds.address(document.id) if document.origin.startswith("feed:") else ""
    return replace(document, origin=f"url:{address}") if address else document


def facts_of(library: Library, document: Document) -> tuple[Fact, ...]:
    """Facts of a document as they stand after the reader's corrections; none of an article that is not English."""
    from reader.extract.language import language_of
    from reader.extract.pipeline import EXTRACTOR, extract

    found = library.facts.get(document.version, EXTRACTOR, document.published)
    if found is None:
        if language_of(document.text) == "other":
            return ()
        found = extract(document.text, document.published, document.blocks)
    return library.actors.settle(document.id, standing(library, document, found))


def annotated_ids(library: Library) -> list[str]:
    """Ids of all documents that the reader annotated, in the order of their titles."""
    ids = [id for id, _ in library.annotations.documents()]
    rows = {id: library.documents.row(id) for id in ids}
    return sorted(ids, key=lambda id: ((row.title if (row := rows[id]) else "~"), id))


def all_ids(library: Library) -> list[str]:
    """Ids of all documents that can be read."""
    rows = library.documents.rows(chosen=Filter(failed=False), limit=10_000_000)
    return [row.id for row in rows]


def found_ids(library: Library, query: str) -> list[str]:
    """Ids of the documents that a search finds, best first."""
    from reader.library.searching import searcher

    found = searcher(library).search(query, FOUND)
    return [row.id for row in library.documents.rows_numbered([hit.rowid for hit in found.hits])]


def _without_article(id: str, annotations: list[Annotation]) -> Annotated:
    from reader.model import Placed

    gone = Document(id=id, origin="", title="An article that is not in the library", text="")
    return Annotated(
        document=gone,
        annotations=tuple(Placed(one, None, "orphan" if one.anchor else "exact") for one in annotations),
    )
