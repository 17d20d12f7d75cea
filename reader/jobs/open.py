"""One document to be looked at: read here when it is harmless, else by a worker with a deadline."""

from __future__ import annotations

import dataclasses
import os
import re

from reader.jobs.workers import JobError, State, Workers
from reader.model import Document, document_id, unix_newlines
from reader.sources import SourceError
from reader.sources.decoding import BinaryError, decode, is_binary
from reader.sources.filename import published_in, title_of
from reader.sources.files import HTML, document_of
from reader.sources.opening import Content, read

DEADLINE = 6.0
"""Seconds after which a document is shown as plain text."""
HARMLESS = 1_000_000
"""Bytes up to which a Markdown or text file without a heap of brackets is read at once."""
HARMLESS_HTML = 100_000
_DENSITY = 0.02
"""Share of characters with a meaning in Markdown above which a file is given to a worker."""
_TAG = re.compile(r"<[^<>]{0,2000}>")


def open_document(path: str | os.PathLike[str], workers: Workers | None = None, deadline: float = DEADLINE) -> Document:
    """The document of a file, whatever is in it, within the deadline.

    Blocks: call it in a thread. What took too long comes as plain text, ``transient``: to be shown, never stored.

    :param workers: for files that may hang; without them everything is read in the calling thread.
    :raises SourceError: for what is no readable text file.
    """
    path = os.path.abspath(path)
    content = read(path)
    if workers is None or harmless(content.data, path):
        return document_of(content, path)
    return _apart(content, path, workers, deadline)


def open_beside(path: str | os.PathLike[str], workers: Workers) -> Document | None:
    """The document of a file that only a worker may read, while the reader starts; None where it is harmless.

    :raises SourceError: for what is no readable text file.
    """
    path = os.path.abspath(path)
    content = read(path)
    return None if harmless(content.data, path) else _apart(content, path, workers, DEADLINE)


def _apart(content: Content, path: str, workers: Workers, deadline: float) -> Document:
    if is_binary(content.data):
        raise SourceError(path, "is not text")  # no worker need be started to tell
    job = workers.submit(_build, content, path, deadline=deadline, first=True)
    try:
        answer = job.result()
    except JobError:
        why = "it took too long to lay out" if job.state is State.LATE else "it could not be laid out"
        return plain(content, path, why)
    if isinstance(answer, Document):
        return answer
    raise SourceError(path, str(answer))


def file_is_harmless(path: str) -> bool:
    """Whether a file can be read at once; also where there is none, or none of text."""
    try:
        return harmless(read(path).data, path)
    except SourceError:
        return True


def harmless(data: bytes, name: str) -> bool:
    """Whether a file can be read at once: a scan over its bytes, linear."""
    if data.startswith(b"%PDF-"):
        return False
    if os.path.splitext(name)[1].lower() in HTML:
        return len(data) <= HARMLESS_HTML and data.count(b"<") < 10_000
    if len(data) > HARMLESS:
        return False
    marks = sum(data.count(mark) for mark in (b"[", b"*", b"_", b"`", b"<", b"|", b"&", b"\\"))
    if marks > 500 and marks > len(data) * _DENSITY:
        return False
    return data.count(b"\n>") + data.count(b"\n ") < 20_000


def plain(content: Content, path: str, why: str) -> Document:
    """The words of a file without its layout, to be shown instead of it.

    :raises SourceError: when it is no text.
    """
    from reader.markdown.build import build_text

    try:
        text = unix_newlines(decode(content.data, cut=content.truncated).text)
    except BinaryError:
        raise SourceError(path, "is not text") from None
    if os.path.splitext(path)[1].lower() in HTML:
        text = re.sub(r"[ \t]*\n\s*\n\s*", "\n\n", _TAG.sub(" ", text))
    origin = f"file:{path}"
    document = build_text(
        text, id=document_id(origin), origin=origin, title=title_of(path), published=published_in(path)
    )
    return dataclasses.replace(document, transient=True, notice=f"Shown as plain text, because {why}.")


def _build(content: Content, path: str) -> Document | str:
    """In the worker: the document, or the reason why there is none."""
    try:
        return document_of(content, path)
    except SourceError as error:
        return error.reason
