"""A row of the library as the list pane shows it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from reader.library import DocumentRow


class ListedRow(NamedTuple):
    """What one line of the list says."""

    id: str
    title: str
    source: str
    day: str
    unread: bool
    starred: bool
    missing: bool
    tags: tuple[str, ...]
    error: str

    @classmethod
    def of(cls, row: DocumentRow) -> ListedRow:
        """The line of a row."""
        return cls(
            id=row.id,
            title=row.title,
            source=row.source,
            day=row.published.date.isoformat() if row.published else "",
            unread=row.unread and not row.error,
            starred=row.starred,
            missing=row.missing,
            tags=row.tags,
            error=f"{row.title}: {row.error}" if row.error else "",
        )
