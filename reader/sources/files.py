"""Files and folders as documents."""

from __future__ import annotations

import dataclasses
import hashlib
import os
from collections.abc import Iterable, Iterator

from reader.model import Document, clean_line, document_id, unix_newlines
from reader.sources import frontmatter, opening
from reader.sources.decoding import LENIENT, STRICT, BinaryError, decode
from reader.sources.errors import SourceError
from reader.sources.filename import published_in, title_of

MARKDOWN = (".md", ".markdown", ".mdown", ".mkd")
TEXT = (".txt", ".text")
HTML = (".html", ".htm", ".xhtml")
PDF = ".pdf"
READABLE = frozenset((*MARKDOWN, *TEXT, *HTML))
"""Suffixes, in lower case, of the files that a folder is searched for."""


def load(path: str | os.PathLike[str], limit: int = opening.LIMIT) -> Document:
    """The document that a file holds; its id comes from its absolute path.

    :raises SourceError: in one line, for all that is no readable text file.
    """
    path = os.path.abspath(path)
    content = opening.read(path, limit)
    return document_of(content, path)


def document_of(content: opening.Content, path: str) -> Document:
    """The document of a file's content already read; ``path`` is absolute.

    :raises SourceError: when the bytes are no text.
    """
    document = parsed(content.data, path, f"file:{path}", content.truncated)
    if content.truncated:
        more = f"The file has {_size(content.size)}; only the first {_size(len(content.data))} are shown."
        document = dataclasses.replace(document, notice=f"{more} {document.notice}".strip())
    return document


def load_stream(data: bytes, name: str = "standard input", limit: int = opening.LIMIT) -> Document:
    """The document that came in a stream; its id comes from its content, so the same text is the same document.

    :raises SourceError: when it is no text.
    """
    origin = f"stdin:{hashlib.sha256(data).hexdigest()[:16]}"
    document = parsed(data[:limit], name, origin, len(data) > limit)
    if len(data) > limit:
        more = f"{_size(len(data))} came in; only the first {_size(limit)} are shown."
        document = dataclasses.replace(document, notice=f"{more} {document.notice}".strip())
    return document


def find(paths: Iterable[str | os.PathLike[str]]) -> Iterator[str]:
    """Absolute paths of the files to read: those named, and in folders, sorted, the readable ones.

    Hidden files and folders are left out, links to folders are not followed, no file comes twice. A named file always
    comes, even one that :func:`load` will refuse, so that its error can be shown.
    """
    from reader.sources.pdf import available

    seen: set[str] = set()
    suffixes = READABLE | {PDF} if available() else READABLE
    for given in paths:
        path = os.path.abspath(given)
        for found in _under(path, suffixes) if os.path.isdir(path) else (path,):
            if found not in seen:
                seen.add(found)
                yield found


def _under(folder: str, suffixes: frozenset[str]) -> Iterator[str]:
    # A stack, not recursion: folders can be nested deeper than Python calls.
    stack = [folder]
    while stack:
        here = stack.pop()
        try:
            with os.scandir(here) as entries:
                names = sorted(entries, key=lambda entry: entry.name)
        except OSError:
            continue  # one closed folder must not end the walk
        folders: list[str] = []
        for entry in names:
            if entry.name.startswith("."):
                continue
            try:
                if entry.is_dir(follow_symlinks=False):
                    folders.append(entry.path)
                elif os.path.splitext(entry.name)[1].lower() in suffixes and not entry.is_dir():
                    yield entry.path  # also a pipe or a link to nothing: its error is shown in its place
            except OSError:
                continue
        stack += reversed(folders)


def parsed(data: bytes, name: str, origin: str, cut: bool, declared: str = "", address: str = "") -> Document:
    """The document of bytes that were called ``name``.

    :param declared: an encoding that came with them, for a web page.
    :param address: where a web page came from.
    :raises SourceError: when the bytes are no text.
    """
    suffix = os.path.splitext(name)[1].lower()
    if data.startswith(b"%PDF-"):
        if cut:
            raise SourceError(name, "is too large for a PDF")
        return _of_pdf(data, name, origin)
    kind = "html" if suffix in HTML else "markdown" if suffix in MARKDOWN else "text"
    if kind == "html" or (suffix not in READABLE and looks_like_html(data)):
        from reader.sources.html import declared_encoding

        declared = declared or declared_encoding(data)
        kind = "html"
    try:
        decoded = decode(data, declared, cut, LENIENT if suffix in READABLE else STRICT)
    except BinaryError:
        raise SourceError(name, "is not text") from None
    text = unix_newlines(decoded.text)
    if suffix not in READABLE and kind == "text" and looks_like_markdown(text):
        kind = "markdown"
    document = _built(kind, text, name, origin, address)
    if decoded.damaged:
        said = "Some bytes fitted no encoding and are shown as \ufffd."
        document = dataclasses.replace(document, notice=f"{document.notice} {said}".strip())
    return document


def _built(kind: str, text: str, name: str, origin: str, address: str) -> Document:
    from reader.markdown.build import build_markdown, build_text

    id = document_id(origin)
    if kind == "html":
        from reader.sources.html import article

        page = article(text, address)
        build = build_markdown if page.markdown else build_text
        document = build(
            page.body,
            id=id,
            origin=origin,
            title=page.title or None,
            published=page.published or published_in(name),
            source_name=page.source,
            author=page.author,
            language=page.language,
        )
        # Lines of the Markdown in between are not lines of the page.
        blocks = tuple(block._replace(line=0) for block in document.blocks)
        return _titled(dataclasses.replace(document, format="html", blocks=blocks), name)
    front, rest, first_line = frontmatter.split(text)
    front = front or frontmatter.FrontMatter()
    # Plain text keeps every character, front matter too: offsets that other tools give for the file must hold.
    body, first_line = (rest, first_line) if kind == "markdown" else (text, 1)
    build = build_markdown if kind == "markdown" else build_text
    document = build(
        body,
        id=id,
        origin=origin,
        title=front.title or None,
        published=front.published or published_in(name),
        source_name=front.source,
        author=front.author,
        language=front.language,
        first_line=first_line,
    )
    return _titled(document, name)


def _of_pdf(data: bytes, name: str, origin: str) -> Document:
    from reader.markdown.build import build_text
    from reader.sources.pdf import PdfError, pdf_text

    try:
        found = pdf_text(data)
    except PdfError as error:
        raise SourceError(name, str(error)) from None
    document = build_text(
        found.text,
        id=document_id(origin),
        origin=origin,
        title=found.title or None,
        published=published_in(name) or found.published,
        author=found.author,
    )
    blocks = tuple(block._replace(line=0) for block in document.blocks)
    return _titled(dataclasses.replace(document, format="pdf", blocks=blocks, notice=found.notice), name)


def _titled(document: Document, name: str) -> Document:
    title = clean_line(document.title).strip()
    return dataclasses.replace(document, title=title or title_of(name))


def looks_like_html(data: bytes) -> bool:
    """Whether data without a telling suffix begin as a page does."""
    head = data[:1024].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    return head.startswith((b"<!doctype html", b"<html", b"<head", b"<body", b"<article"))


def looks_like_markdown(text: str) -> bool:
    """For a stream or a file without a telling suffix: front matter, or a heading in the first lines."""
    if frontmatter.split(text)[0] is not None:
        return True
    lines = [line for line in text[:2000].split("\n") if line.strip()]
    return bool(lines) and any(line.startswith(("# ", "## ")) for line in lines[:3])


def _size(count: int) -> str:
    if count < 10_000:
        return f"{count} bytes"
    return f"{count / 1e6:.1f} MB" if count >= 1e6 else f"{count / 1e3:.0f} kB"
