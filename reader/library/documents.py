"""Documents and their text versions."""

from __future__ import annotations

import json
import os
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from reader.library.listing import Listing
from reader.library.packing import Packed, pack, unpack_shape, unpack_text
from reader.library.paths import restored, stored
from reader.library.rows import ALL, WHOLE, DocumentRow, Filter, Group, Scope, Sort, conditions, rows_by_number
from reader.model import Document, Published, clean_line, document_id

if TYPE_CHECKING:
    from reader.library.connection import Database
    from reader.library.indexing import Indexes

Wait = Callable[[], None] | None
_LISTINGS = 8


class Documents:
    """The articles of a library. Methods that write may wait for the lock and raise ``LibraryError``."""

    def __init__(self, library: Database, notes: Database, indexes: Indexes) -> None:
        self._library = library
        self._notes = notes
        self._indexes = indexes
        self._listing = threading.Lock()
        self._listings: dict[tuple[Scope, Filter, Sort, bool], tuple[int, Listing]] = {}

    # Writing

    def put(self, document: Document, *, on_wait: Wait = None) -> DocumentRow:
        """Add a document, or its new text version; the row's ``id`` is the one to use from now on.

        (It differs from ``document.id`` for a file that was renamed: that stays the document it was.)

        :raises ValueError: for a transient document, which must never be stored.
        """
        if document.transient:
            raise ValueError("a transient document is never stored")
        return self._put_one(pack(document), on_wait)

    def put_error(self, path: str, reason: str, *, on_wait: Wait = None) -> DocumentRow:
        """Remember that an input failed, so that the list can say why. Text that is known already is kept."""
        origin = f"file:{os.path.abspath(path)}"
        name = clean_line(os.path.basename(path)) or clean_line(path)
        failed = Packed(id=document_id(origin), origin=origin, title=name, error=clean_line(reason))
        return self._put_one(failed, on_wait)

    def put_many(self, batch: Sequence[Packed], *, on_wait: Wait = None) -> list[int]:
        """Write documents packed elsewhere, and failed inputs, in one transaction; row numbers in their order."""
        from reader.library.shelf import Shelf

        with (
            self._library.writing(on_wait) as connection,
            self._notes.reading() as notes,
            self._indexes.on(connection) as index,
        ):
            shelf = Shelf(connection, notes, index)
            return [shelf.put(packed) for packed in batch]

    def _put_one(self, packed: Packed, on_wait: Wait) -> DocumentRow:
        number = self.put_many([packed], on_wait=on_wait)[0]
        return self.rows_numbered([number])[0]

    def touch(self, seen: Iterable[tuple[int, int, int]], *, on_wait: Wait = None) -> None:
        """Note size and time of files found unchanged: ``(rowid, size, mtime)``; they are no longer missing."""
        with self._library.writing(on_wait) as connection:
            connection.executemany(
                "UPDATE document SET size = ?2, mtime = ?3, missing = 0 WHERE rowid = ?1",
                list(seen),
            )

    def mark_missing(self, numbers: Iterable[int], *, on_wait: Wait = None) -> None:
        """Mark documents whose files are gone; nothing of theirs is deleted."""
        with self._library.writing(on_wait) as connection:
            connection.executemany("UPDATE document SET missing = 1 WHERE rowid = ?", [(n,) for n in numbers])

    # Reading

    def get(self, id: str, version: str | None = None) -> Document | None:
        """The document in its present text version, or in an older one that was kept; None when there is none.

        ``published`` is what the reader set, where that was done.
        """
        with self._library.reading() as connection:
            found = connection.execute(
                "SELECT d.id, d.origin, d.title, d.published, d.source, d.author, d.language, d.format, d.notice,"
                " v.version, v.text, v.shape FROM document d JOIN text_version v ON v.document = d.rowid"
                " AND v.version = coalesce(?, d.version) WHERE d.id = ?",
                (version, id),
            ).fetchone()
        if found is None:
            return None
        *heads, text, shape = found
        id, origin, title, published, source, author, language, format, notice, version = heads
        blocks, links = unpack_shape(shape)
        return Document(
            id=id,
            origin=restored(origin),
            title=title,
            text=unpack_text(text),
            blocks=blocks,
            links=links,
            published=Published.parse(published) if published else None,
            source=source,
            author=author,
            language=language,
            format=format,
            notice=notice,
            version=version or "",
        )

    def text(self, rowid: int) -> str | None:
        """The present text of the document with this row number, for snippets."""
        with self._library.reading() as connection:
            query = (
                "SELECT v.text FROM document d JOIN text_version v ON v.document = d.rowid AND v.version = d.version"
                " WHERE d.rowid = ?"
            )
            found = connection.execute(query, (rowid,)).fetchone()
        return unpack_text(found[0]) if found else None

    def packed(self, rowid: int) -> tuple[str, str, bytes, bytes] | None:
        """Version, publication date (ISO or empty), text and shape as they are packed: for workers."""
        with self._library.reading() as connection:
            query = (
                "SELECT v.version, d.published, v.text, v.shape FROM document d JOIN text_version v"
                " ON v.document = d.rowid AND v.version = d.version WHERE d.rowid = ?"
            )
            found: tuple[str, str, bytes, bytes] | None = connection.execute(query, (rowid,)).fetchone()
        return found

    def row(self, id: str) -> DocumentRow | None:
        """The list's line of a document."""
        return self._one("id = ?", id)

    def by_path(self, path: str | os.PathLike[str]) -> DocumentRow | None:
        """The document of a file; the path is made absolute."""
        return self._one("path = ?", stored(os.path.abspath(path)))

    def rows_numbered(self, numbers: Sequence[int]) -> list[DocumentRow]:
        """Rows by their numbers, as the search gives them; those that are gone are left out."""
        with self._library.reading() as connection:
            return rows_by_number(connection, numbers)

    def versions(self, id: str) -> list[str]:
        """Text versions that are stored, oldest first."""
        with self._library.reading() as connection:
            query = (
                "SELECT v.version FROM text_version v JOIN document d ON d.rowid = v.document WHERE d.id = ?"
                " ORDER BY v.rowid"
            )
            return [version for (version,) in connection.execute(query, (id,))]

    def listing(
        self, scope: Scope = WHOLE, chosen: Filter = ALL, sort: Sort = Sort.DATE, reverse: bool = False
    ) -> Listing:
        """The list of a choice in an order, as it is now; kept until something changes."""
        key = (scope, chosen, sort, reverse)
        now = self.generation()
        with self._listing:
            known = self._listings.get(key)
        if known is None or known[0] != now:
            known = (now, Listing(self._library.reading, scope, chosen, sort, reverse))
            with self._listing:
                self._listings.pop(key, None)
                while len(self._listings) >= _LISTINGS:
                    del self._listings[next(iter(self._listings))]
                self._listings[key] = known
        return known[1]

    def rows(
        self,
        scope: Scope = WHOLE,
        sort: Sort = Sort.DATE,
        chosen: Filter = ALL,
        offset: int = 0,
        limit: int = 100,
        reverse: bool = False,
    ) -> list[DocumentRow]:
        """A page of the list."""
        return self.listing(scope, chosen, sort, reverse).rows(offset, limit)

    def count(self, scope: Scope = WHOLE, chosen: Filter = ALL) -> int:
        """How many documents there are of a choice."""
        return len(self.listing(scope, chosen))

    def unread_among(self, numbers: Sequence[int]) -> int:
        """How many of the documents with these row numbers are listed and unread."""
        query = (
            "SELECT count(*) FROM document WHERE rowid IN (SELECT value FROM json_each(?)) AND removed = 0"
            " AND unread = 1"
        )
        with self._library.reading() as connection:
            return int(connection.execute(query, (json.dumps(list(numbers)),)).fetchone()[0])

    def groups(self, by: str, scope: Scope = WHOLE, chosen: Filter = ALL) -> list[Group]:
        """Sources by name (``source``), or months from the latest (``month``), with their numbers of documents."""
        terms, values = conditions(scope, chosen)
        where = " AND ".join(terms)
        if by == "source":
            query = f"SELECT min(source), count(*) FROM document WHERE {where} GROUP BY source_key ORDER BY source_key"
        elif by == "month":
            query = f"SELECT substr(published, 1, 7) m, count(*) FROM document WHERE {where} GROUP BY m ORDER BY m DESC"
        else:
            raise ValueError(f"documents are grouped by source or month, not by {by}")
        with self._library.reading() as connection:
            return [Group(key, count) for key, count in connection.execute(query, values)]

    def tags(self) -> list[tuple[str, int]]:
        """All tags in use with their numbers of documents, by name."""
        with self._library.reading() as connection:
            return list(connection.execute("SELECT tag, count(*) FROM tagged GROUP BY tag ORDER BY tag"))

    def with_version(self, version: str) -> list[str]:
        """Ids of the documents whose present text has this version, the first taken in first."""
        query = "SELECT id FROM document WHERE version = ? AND version <> '' ORDER BY removed, rowid"
        with self._library.reading() as connection:
            return [id for (id,) in connection.execute(query, (version,))]

    def holds_any(self) -> bool:
        """Whether any document was ever taken in; removed ones count."""
        with self._library.reading() as connection:
            return connection.execute("SELECT 1 FROM document LIMIT 1").fetchone() is not None

    def generation(self) -> int:
        """A number that differs after each change, by this program or another."""
        return self._library.generation()

    def files(self, paths: Iterable[str]) -> dict[str, tuple[int, int, int, int, bool, bool]]:
        """What is known of files: path to ``(rowid, size, mtime, builder, missing, failed)``."""
        found: dict[str, tuple[int, int, int, int, bool, bool]] = {}
        wanted = [stored(path) for path in paths]
        with self._library.reading() as connection:
            for start in range(0, len(wanted), 500):
                part = wanted[start : start + 500]
                marks = ",".join("?" * len(part))
                query = (
                    "SELECT path, rowid, size, mtime, builder, missing, error <> '' FROM document"
                    f" WHERE path IN ({marks})"
                )
                for path, rowid, size, mtime, builder, missing, failed in connection.execute(query, part):
                    found[restored(path)] = (rowid, size, mtime, builder, bool(missing), bool(failed))
        return found

    def files_under(self, paths: Sequence[str]) -> Iterator[tuple[int, str]]:
        """Row number and path of each document that is a file under ``paths`` and not marked missing."""
        terms, values = conditions(Scope(paths=tuple(paths)), Filter())
        where = " AND ".join([*terms[1:], "missing = 0"])
        with self._library.reading() as connection:
            found = connection.execute(f"SELECT rowid, path FROM document WHERE {where}", values[1:]).fetchall()
        yield from ((rowid, restored(path)) for rowid, path in found)

    def _one(self, term: str, value: str) -> DocumentRow | None:
        with self._library.reading() as connection:
            found = connection.execute(f"SELECT rowid FROM document WHERE {term}", (value,)).fetchone()
            return rows_by_number(connection, [found[0]])[0] if found else None
