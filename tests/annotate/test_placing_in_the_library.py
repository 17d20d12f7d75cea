"""Annotations of articles that change: placed once, kept where the reader put them, restorable and placed by hand."""

from __future__ import annotations

import dataclasses

import pytest

from reader.annotate import anchoring
from reader.annotate.placing import placed, settle
from reader.library import AddAnnotation, AnnotationFilter, ChangeAnnotation, Library
from reader.model import Anchor, Annotation, Document, Span
from tests.library.articles import article

OLD = "The delegation left early, said the host, and nobody knew why.\n\nRain fell on the lake for many hours."
NEW = "A new title\n\nThe delegation left early, said the friendly host. Nobody knew why it had to be so."


@pytest.fixture
def noted(library: Library) -> tuple[Library, str, list[Annotation]]:
    row = library.documents.put(article(text=OLD))
    made = [
        AddAnnotation(Annotation(document=row.id, label="claim", anchor=_anchor(quote, row.version)))
        for quote in ("left early", "Rain fell on the lake", "said the host")
    ]
    made.append(AddAnnotation(Annotation(document=row.id, note="on the whole of it")))
    for one in made:
        library.do(one)
    library.documents.put(article(text=NEW))
    return library, row.id, [one.annotation for one in made]


def _anchor(quote: str, version: str) -> Anchor:
    return Anchor.of(OLD, Span(OLD.index(quote), OLD.index(quote) + len(quote)), version)


def document(library: Library, id: str) -> Document:
    found = library.documents.get(id)
    assert found is not None
    return found


def test_what_is_shown_is_in_order_with_orphans_last(noted: tuple[Library, str, list[Annotation]]) -> None:
    library, id, (early, rain, host, whole) = noted
    shown = document(library, id)
    found = placed(library, shown)
    assert [one.annotation for one in found] == [whole, early, host, rain]
    assert [one.state for one in found] == ["exact", "exact", "moved", "orphan"]
    assert [one.span.of(shown.text) for one in found if one.span] == ["left early", "said the friendly host"]
    assert library.annotations.get(early.id) == early  # the anchor stays the reader's


def test_places_are_looked_for_once(
    noted: tuple[Library, str, list[Annotation]], monkeypatch: pytest.MonkeyPatch
) -> None:
    library, id, _ = noted
    shown = document(library, id)
    first = placed(library, shown)
    monkeypatch.delattr(anchoring, "Anchoring")
    assert placed(library, shown) == first
    transient = dataclasses.replace(shown, version="other")
    with pytest.raises(ImportError):
        placed(library, transient)


def test_orphans_are_listed_after_settling_and_placed_by_hand(noted: tuple[Library, str, list[Annotation]]) -> None:
    library, id, (_, rain, *_) = noted
    assert settle(library) == 1
    assert [one.id for one in library.annotations.all(AnnotationFilter(orphan=True))] == [rain.id]
    shown = document(library, id)
    start = shown.text.index("Nobody knew")
    by_hand = Anchor.of(shown.text, Span(start, start + 11), shown.version)
    library.do(ChangeAnnotation.of(rain, anchor=by_hand))
    assert {one.annotation.id: one.state for one in placed(library, shown)}[rain.id] == "exact"
    assert settle(library) == 0
    library.undo()
    assert settle(library) == 1


def test_the_text_that_was_annotated_stays_readable(noted: tuple[Library, str, list[Annotation]]) -> None:
    library, id, (early, *_) = noted
    assert early.anchor is not None
    old = library.documents.get(id, early.anchor.version)
    assert old is not None
    assert [one.state for one in placed(library, old)] == ["exact"] * 4
    for number in range(3):
        library.documents.put(article(text=f"Version {number} has nothing of it."))
    assert library.documents.get(id, early.anchor.version) == old


def test_a_library_that_is_only_read_places_all_the_same(noted: tuple[Library, str, list[Annotation]]) -> None:
    library, id, _ = noted
    with Library.open(library.home, read_only=True) as reading:
        assert [one.state for one in placed(reading, document(reading, id))] == ["exact", "exact", "moved", "orphan"]
