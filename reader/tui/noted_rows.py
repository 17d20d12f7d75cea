"""Annotations as a list shows them, and what a person types to choose among them."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from reader.library import AnnotationFilter, AnnotationSort, Library

if TYPE_CHECKING:
    from reader.model import AnchorState, Annotation

SORTS = {
    AnnotationSort.PLACE: "place",
    AnnotationSort.CHANGED: "last changed",
    AnnotationSort.CREATED: "made",
    AnnotationSort.LABEL: "label",
}
_TERM = re.compile(r"(is|label):(\S*)\s*")
_STATES: dict[str, Callable[[AnnotationFilter], AnnotationFilter]] = {
    "orphan": lambda chosen: replace(chosen, orphan=True),
    "placed": lambda chosen: replace(chosen, orphan=False),
    "noted": lambda chosen: replace(chosen, noted=True),
    "bare": lambda chosen: replace(chosen, noted=False),
    "deleted": lambda chosen: replace(chosen, removed=True),
}


@dataclass(frozen=True, slots=True)
class NotedRow:
    """One annotation and what its line says of where it is."""

    annotation: Annotation
    article: str
    """Title of the article; its id where the library knows it no more."""
    state: AnchorState


def chosen_by(text: str, documents: Sequence[str] | None = None, *, removed: bool = False) -> AnnotationFilter:
    """The filter that a person types: words, ``label:claim``, ``is:orphan``, ``is:noted``, ``is:bare``, ``is:deleted``.
    Half-typed terms filter nothing.

    :param documents: ids of the only articles that count; None for all.
    :param removed: whether the deleted ones are looked at.
    """
    chosen = AnnotationFilter(documents=None if documents is None else tuple(documents), removed=removed)
    for name, value in _TERM.findall(text):
        if name == "is" and value in _STATES:
            chosen = _STATES[value](chosen)
        elif name == "label" and value:
            chosen = replace(chosen, label="" if value == "none" else value.replace("_", " "))
    return replace(chosen, text=_TERM.sub("", text).strip())


def noted_rows(
    library: Library, chosen: AnnotationFilter, sort: AnnotationSort, offset: int, limit: int
) -> list[NotedRow]:
    """A page of annotations with the titles of their articles and whether they still have a place there."""
    page = library.annotations.all(chosen, sort, offset, limit)
    articles = {id: library.documents.row(id) for id in {one.document for one in page}}
    states: dict[str, AnchorState] = {}
    for id, row in articles.items():
        if row is not None:
            moved = [one for one in page if one.document == id and one.anchor and one.anchor.version != row.version]
            known = library.annotations.placings.known(row.version, moved)
            states.update({name: placed.state for name, placed in known.items()})
    return [
        NotedRow(one, row.title if (row := articles[one.document]) else one.document, states.get(one.id, "exact"))
        for one in page
    ]
