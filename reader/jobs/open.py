"""One document to be looked at: read here when it is harmless, else by a worker with a deadline."""

from __future__ import annotations

import dataclasses
import os
import re

from reader.jobs.job import JobError, State
from reader.jobs.workers import Workers
from reader.markdown.caps import MAX_LENGTH
from reader.model import Document, document_id, unix_newlines
from reader.sources import SourceError
from reader.sources.decoding import BinaryError, decode, is_binary
from reader.sources.filename import published_in, title_of
from reader.sources.files import (
    HTML,
    MARKDOWN,
    READABLE,
    TEXT,
    document_of,
    load,
    looks_like_html,
    looks_like_markdown,
    parsed,
)
from reader.sources.opening import Content, read

DEADLINE = 6.0
"""Seconds after which a document is shown as plain text."""
HARMLESS = 1_000_000
"""Bytes up to which a Markdown or text file without a heap of brackets is read at once."""
HARMLESS_HTML = 100_000
_HEAD = 64 * 1024
"""Bytes that are looked at first, whatever the file is."""
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
    if workers is None:
        return load(path)
    content = _harmless_content(path)
    return _apart(path, workers, deadline) if content is None else document_of(content, path)


def open_beside(path: str | os.PathLike[str], workers: Workers) -> Document | None:
    """The document of a file that only a worker may read, while the reader starts; None where it is harmless.

    :raises SourceError: for what is no readable text file.
    """
    path = os.path.abspath(path)
    return _apart(path, workers, DEADLINE) if _harmless_content(path) is None else None


def first_lines(path: str | os.PathLike[str]) -> Document | None:
    """The beginning of a large text as its document will have it, to be shown until that is there; never stored.

    None where there is nothing to wait for, and where the beginning does not tell how it will be shown.

    :raises SourceError: for what is no readable file.
    """
    path = os.path.abspath(path)
    content = read(path, _HEAD)
    suffix = os.path.splitext(path)[1].lower()
    if content.size <= HARMLESS or suffix in HTML or is_binary(content.data) or content.data.startswith(b"%PDF-"):
        return None
    if suffix in MARKDOWN and content.size <= MAX_LENGTH * 4:  # above, it is shown as plain text whatever it holds
        return None
    lines = content.data[: content.data.rfind(b"\n") + 1] or content.data
    # As plain text, whatever it is: anything else may take long, and is a worker's business.
    document = parsed(lines, path if suffix in TEXT else path + TEXT[0], f"file:{path}", True)
    if suffix not in READABLE and (looks_like_html(lines) or looks_like_markdown(document.text)):
        return None
    return dataclasses.replace(document, transient=True, notice="The first lines are shown; the rest is being read …")


def _harmless_content(path: str) -> Content | None:
    """What a file holds that can be read at once, absolute ``path``; None where that is a worker's business.

    :raises SourceError: for what is no readable file, or plainly no text.
    """
    content = read(path, _HEAD)
    if is_binary(content.data):
        raise SourceError(path, "is not text")  # no worker need be started to tell
    if content.size > HARMLESS:
        return None  # nor all of it be read twice
    if content.truncated:
        content = read(path)
    return content if harmless(content.data, path) else None


def _apart(path: str, workers: Workers, deadline: float) -> Document:
    job = workers.submit(_build, path, deadline=deadline, first=True)
    try:
        answer = job.result()
    except JobError:
        why = "it took too long to lay out" if job.state is State.LATE else "it could not be laid out"
        return plain(read(path), path, why)
    if isinstance(answer, Document):
        return answer
    raise SourceError(path, str(answer))


def file_is_harmless(path: str) -> bool:
    """Whether a file can be read at once; also where there is none, or none of text."""
    try:
        return _harmless_content(path) is not None
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


def _build(path: str) -> Document | str:
    """In the worker: the document, or the reason why there is none."""
    try:
        return load(path)
    except SourceError as error:
        return error.reason
