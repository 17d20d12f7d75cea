"""Documents as a command line names them: by id, path or address."""

from __future__ import annotations

import os

from reader.library import Library
from reader.model import Document, clean_line, document_id


class Unknown(Exception):
    """No document is meant, or none that can be read; the message is one sentence."""

    def __init__(self, sentence: str) -> None:
        super().__init__(clean_line(sentence))


def document_named(library: Library, name: str, *, join: bool = True) -> Document:
    """The document of an id, of a path or of an address.

    :param join: take a file into the library that is not in it, or has changed since, and have it on disk.
    :raises Unknown: with what to do.
    """
    if any("\ud800" <= letter <= "\udc7f" or "\udd00" <= letter <= "\udfff" for letter in name):
        raise Unknown(f"{name}: no file and no document can be called that")  # half a letter, and no byte of a name
    id = name
    if "://" in name:
        id = document_id(f"url:{name}")
    elif not name.isascii() or library.documents.row(name) is None:
        id = _of_file(library, name, join)
    found = library.documents.get(id)
    if found is None:
        raise Unknown(f"{name}: not in the library; dateline list --format jsonl tells what is")
    return found


def _of_file(library: Library, path: str, join: bool) -> str:
    if join and os.path.isdir(path):
        raise Unknown(f"{path} is a folder; name one article")
    if join and os.path.lexists(path):
        from reader.jobs.take_in import take_in

        before = library.documents.generation()
        take_in(library, (path,), lambda done, total, failed: None)
        if library.documents.generation() != before:
            library.settle()
    row = library.documents.by_path(path)
    if row is None:
        raise Unknown(f"{path}: no such file, and no document of this id")
    if row.error:
        raise Unknown(f"{path}: {row.error}")
    return row.id
