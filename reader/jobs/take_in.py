"""A few files into the library, in the caller's own thread; for many there are workers (``ingest``)."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterable

from reader.library import Library
from reader.library.packing import Packed, pack
from reader.model import BUILDER, clean_line, document_id
from reader.sources import SourceError, find, load

BATCH = 50
"""Documents written in one transaction."""

Told = Callable[[int, int, int], None]


def take_in(library: Library, paths: Iterable[str], told: Told) -> None:
    """Bring the library up to date with the files under ``paths``: new, changed, vanished.

    :param told: called after each batch with the numbers done, to do and failed.
    """
    given = [os.path.abspath(path) for path in paths]
    found = list(find(given))
    known = library.documents.files(found)
    due = [path for path in found if _due(path, known.get(path))]
    gone = [number for number, path in library.documents.files_under(given) if path not in set(found)]
    if gone:
        library.documents.mark_missing(gone)
    done = failed = 0
    for start in range(0, len(due), BATCH):
        batch = [_packed(path) for path in due[start : start + BATCH]]
        library.documents.put_many(batch)
        done += len(batch)
        failed += sum(bool(packed.error) for packed in batch)
        told(done, len(due), failed)


def _due(path: str, known: tuple[int, int, int, int, bool, bool] | None) -> bool:
    if known is None:
        return True
    _, size, mtime, builder, missing, failed = known
    try:
        state = os.stat(path)
    except OSError:
        return True
    return (size, mtime, builder, missing) != (state.st_size, state.st_mtime_ns, BUILDER, False) or failed


def _packed(path: str) -> Packed:
    try:
        state = os.stat(path)
        document = load(path)
        digest = hashlib.sha256(document.text.encode("utf-8", "replace")).digest()[:16]
        return pack(document, hash=digest, size=state.st_size, mtime=state.st_mtime_ns)
    except (SourceError, OSError) as error:
        reason = error.reason if isinstance(error, SourceError) else (error.strerror or "cannot be read").lower()
        origin = f"file:{path}"
        return Packed(id=document_id(origin), origin=origin, title=clean_line(os.path.basename(path)), error=reason)
