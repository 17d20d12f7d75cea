"""The reader's verdicts brought into what lists and pages of the library are made of: searches, counts, timeline."""

from __future__ import annotations

from collections.abc import Iterable

from reader.annotate.review import standing
from reader.extract.pipeline import EXTRACTOR
from reader.library import AddCorrection, Change, Library, RemoveCorrection, Several
from reader.model import Correction

_ARTICLES = 2_000
"""So many articles with an actor are restated for a verdict on the whole library; the others when they are opened."""


def follow_verdicts(library: Library) -> int:
    """Restate the articles that verdicts given, taken back or given again since the last time are about; their number.

    Cheap when there are none. Verdicts on the whole library reach the articles that name such an actor.
    """
    since, last = library.facts.followed(), library.journal.last()
    if since == last:
        return 0
    since = since if since < last else 0  # an older notes.db was put back
    documents: dict[str, None] = {}
    while entries := library.journal.since(since, [AddCorrection.action, RemoveCorrection.action]):
        since = entries[-1].seq
        for entry in entries:
            for one in (*_verdicts(entry.change), *_verdicts(entry.inverse)):
                documents.update(dict.fromkeys(_about(library, one)))
    for id in documents:
        restate(library, id)
    library.facts.follow(last)
    return len(documents)


def restate(library: Library, id: str) -> None:
    """Let the library list an article by its facts as they stand after the verdicts; nothing where none were found."""
    document = library.documents.get(id)
    facts = library.facts.get(document.version, EXTRACTOR, document.published) if document else None
    if document is None or facts is None:
        return
    left = standing(library, document, facts)
    library.facts.restate(document.version, EXTRACTOR, None if left == list(facts) else left, document.published)


def _verdicts(change: Change) -> Iterable[Correction]:
    if isinstance(change, AddCorrection):
        return [change.correction]
    if isinstance(change, Several):
        return [one for part in change.changes for one in _verdicts(part)]
    return []


def _about(library: Library, one: Correction) -> list[str]:
    """Ids of the articles that a verdict is about."""
    if one.document:
        return [one.document]
    names = {one.text, one.value} if one.kind == "actor" else set()
    found = [actor for name in names if name for actor in library.facts.with_actor(name, limit=_ARTICLES)]
    return [*(actor.document for actor in found), *library.facts.restated()]
