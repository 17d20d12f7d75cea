"""A page of the web as a document."""

from __future__ import annotations

import dataclasses
from urllib.parse import unquote, urlsplit

from reader.model import Document
from reader.model.address import shown
from reader.sources.errors import SourceError
from reader.sources.files import parsed
from reader.sources.web.address import host_of

_KINDS = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "text/markdown": ".md",
    "text/x-markdown": ".md",
}
_NO_TEXT = ("image/", "audio/", "video/", "font/")


def page_document(data: bytes, address: str, origin: str, *, type: str = "", charset: str = "") -> Document:
    """The article of a page that came from ``address``.

    :param type: media type that the server gave.
    :param charset: encoding that it gave.
    :raises SourceError: when there is no text in it.
    """
    path = unquote(urlsplit(address).path)
    name = path.rstrip("/").rpartition("/")[2] or host_of(address)
    kind = _KINDS.get(type, "")
    if type.startswith(_NO_TEXT):
        raise SourceError(shown(address), "is a picture, sound or film, not a text")
    suffix = kind or ("" if type == "text/plain" else _suffix(name))
    try:
        document = parsed(data, f"{name.rpartition('.')[0] or name}{suffix}", origin, False, charset, address)
    except SourceError as error:
        raise SourceError(shown(address), error.reason) from None
    if not document.text.strip():
        raise SourceError(shown(address), "there is no text in it")
    blocks = tuple(block._replace(line=0) if block.line else block for block in document.blocks)
    return dataclasses.replace(document, blocks=blocks, source=document.source or host_of(address).removeprefix("www."))


def _suffix(name: str) -> str:
    suffix = "." + name.rpartition(".")[2].lower() if "." in name else ""
    return suffix if suffix in (".md", ".markdown", ".txt", ".html", ".htm", ".xhtml", ".pdf") else ""
