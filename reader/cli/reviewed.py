"""Facts with what the reader said of them, from the library, where there is one."""

from __future__ import annotations

import argparse
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from reader.cli import complain
from reader.model import ActorMention, Document, Fact, Quote, fact_to_json
from reader.settings import library_home

if TYPE_CHECKING:
    from reader.library import Library


class Said:
    """What the reader said; nothing where there is no library."""

    def __init__(self, library: Library | None = None) -> None:
        self._library = library

    def of(self, facts: Sequence[Fact], document: Document | None = None) -> tuple[Fact, ...]:
        """The facts that stand after the reader's verdicts, with the actors as the reader named them.

        :param document: None for a text that is no document: what was said of the whole library holds for it.
        """
        if self._library is None:
            return tuple(facts)
        if document is not None:
            from reader.annotate.review import standing

            facts = standing(self._library, document, facts)
        return self._library.actors.settle(document.id if document is not None else "", facts)

    def lines(self, facts: Sequence[Fact], version: str, kinds: Collection[str]) -> list[dict[str, Any]]:
        """Facts of these kinds as they are printed; actors and speakers with their actor of the library, or None."""
        actors = {fact.actor: (fact.type, fact.value) for fact in facts if isinstance(fact, ActorMention)}
        ids = self._library.actors.ids(actors.values()) if self._library is not None else {}
        lines = []
        for fact in facts:
            if fact.kind not in kinds:
                continue
            line = fact_to_json(fact, version)
            if isinstance(fact, ActorMention | Quote):
                key = actors.get(fact.actor or "")
                line["library_actor"] = ids.get(key) if key else None
            lines.append(line)
        return lines


@contextmanager
def said(options: argparse.Namespace) -> Iterator[Said]:
    """What the reader said, in the library that ``--library`` or ``DATELINE_HOME`` names; it is not made or changed."""
    home = library_home(options.library)
    if options.as_found or not (home / "library.db").exists():
        yield Said()
        return
    from reader.library import Library, LibraryError

    try:
        library = Library.open(home, read_only=True)
    except LibraryError as error:
        complain(f"{error} The facts are those found.")
        yield Said()
        return
    with library:
        yield Said(library)
