"""Where annotations stand in text versions that came after their own, so that no article is searched twice."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from reader.library.connection import Database
from reader.model import Anchor, Annotation, Placed, Span

_PLACED = "(annotation, version, anchor, first, last, state)"


class Placings:
    """Results of anchoring. They follow from texts and anchors, so they are kept in library.db and may be lost."""

    def __init__(self, library: Database) -> None:
        self._library = library

    def known(self, version: str, annotations: Iterable[Annotation]) -> dict[str, Placed]:
        """The annotations whose place in a text version is stored, by id."""
        query = "SELECT first, last, state FROM placing WHERE annotation = ? AND version = ? AND anchor = ?"
        found: dict[str, Placed] = {}
        with self._library.reading() as connection:
            for annotation in annotations:
                if annotation.anchor is None:
                    continue
                row = connection.execute(query, (annotation.id, version, _name(annotation.anchor))).fetchone()
                if row is not None:
                    first, last, state = row
                    found[annotation.id] = Placed(annotation, None if first is None else Span(first, last), state)
        return found

    def keep(self, version: str, placed: Iterable[Placed], *, on_wait: Callable[[], None] | None = None) -> None:
        """Store places in a text version."""
        rows = [
            (
                one.annotation.id, version, _name(one.annotation.anchor),
                one.span.start if one.span else None, one.span.end if one.span else None, one.state,
            )
            for one in placed
            if one.annotation.anchor is not None
        ]  # fmt: skip
        if rows:
            with self._library.writing(on_wait) as connection:
                query = f"INSERT OR REPLACE INTO placing{_PLACED} VALUES (?, ?, ?, ?, ?, ?)"
                connection.executemany(query, rows)

    def waiting(self, version: str, annotations: Iterable[Annotation]) -> list[Annotation]:
        """Those of other text versions that have not been looked for in this one."""
        elsewhere = [one for one in annotations if one.anchor is not None and one.anchor.version != version]
        known = self.known(version, elsewhere)
        return [one for one in elsewhere if one.id not in known]

    def orphans(self) -> list[str]:
        """Ids of the annotations that were looked for in vain in the present texts of their articles."""
        query = (
            "SELECT DISTINCT p.annotation FROM placing p"
            " JOIN annotated a ON a.id = p.annotation AND a.anchor = p.anchor"
            " JOIN document d ON d.id = a.document AND d.version = p.version WHERE p.state = 'orphan'"
        )
        with self._library.reading() as connection:
            return [id for (id,) in connection.execute(query)]


def _name(anchor: Anchor) -> str:
    return f"{anchor.version}:{anchor.start}:{anchor.end}"
