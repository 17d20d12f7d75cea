"""Which article of the library an annotation of a file belongs to, and where its words stand there."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from reader.exchange.incoming import Incoming, Named, loose
from reader.library import Library
from reader.model import Anchor, Document, Span, document_id

if TYPE_CHECKING:
    from reader.search.searcher import Searcher

_WORDS = 10
"""Words of a quote that are searched for."""
_CANDIDATES = 20
_CACHED = 64
"""Articles whose text is kept at hand while annotations are matched."""


@dataclass(frozen=True, slots=True)
class Home:
    """The article that an annotation belongs to."""

    document: str
    """Its id; for one that is not in the library, the id that it would have there."""
    by: str
    """How it was found: ``id``, ``address``, ``text``, ``quote``; empty for one that is not in the library."""
    title: str


class Matcher:
    """Finds articles for annotations; remembers what it found."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._known: dict[Named, Home | None] = {}
        self._searcher: Searcher | None = None
        self.document = lru_cache(_CACHED)(library.documents.get)
        """The present text of a document, by id."""

    def home(self, incoming: Incoming) -> Home:
        """The article: by its id, its address, the hash of its text, and last by the words that are quoted."""
        named = incoming.article
        if named not in self._known:
            self._known[named] = self._named(named)
        found = self._known[named]
        if found is None:
            found = self._by_quote(incoming)
        return found or Home(_id_of(named), "", named.words)

    def anchor(self, incoming: Incoming, home: Home) -> tuple[Anchor | None, bool]:
        """The annotation's anchor in its article, and whether its words were found there.

        An anchor of another version of the text stays as it is: the library places it. Words that stand at several
        places, none of them told apart by position or context, are not placed.
        """
        anchor = incoming.work.anchor
        if anchor is None:
            return None, True
        document = self.document(home.document) if home.by else None
        if document is None:
            return anchor, False
        if anchor.version and anchor.version != document.version:
            return anchor, True
        place = placed(document.text, anchor, incoming.at)
        if place is None:
            # The version of the text must not be named: it would be believed that the words stand there.
            return loose(anchor.quote, start=anchor.start, before=anchor.before, after=anchor.after), False
        if anchor.version and place == anchor.span:
            return anchor, True
        return Anchor.of(document.text, place, document.version), True

    def _named(self, named: Named) -> Home | None:
        documents = self._library.documents
        for by, id in (("id", named.document), ("address", _address_id(named.address))):
            if id and (row := documents.row(id)) is not None:
                return Home(row.id, by, row.title)
        if named.address.startswith(("http://", "https://")):
            for id in self._library.feeds.documents_at(named.address):
                if (row := documents.row(id)) is not None:
                    return Home(id, "address", row.title)
        if path := _path(named.address):
            row = documents.by_path(path)
            if row is not None:
                return Home(row.id, "address", row.title)
        same = documents.with_version(named.version) if named.version else []
        for id in same:
            row = documents.row(id)
            if row is not None and (not named.title or row.title == named.title or id == same[-1]):
                return Home(id, "text", row.title)
        return None

    def _by_quote(self, incoming: Incoming) -> Home | None:
        """The one article that holds the quoted words; of several, the one with the title that the file names."""
        anchor, title = incoming.work.anchor, incoming.article.title
        words = re.findall(r"\w+", anchor.quote if anchor is not None else title)[:_WORDS]
        if not words or (anchor is not None and len(words) < 3 and not title):
            return None  # too little to know an article by
        held: list[Document] = []
        for rowid in self._search('"' + " ".join(words) + '"'):
            rows = self._library.documents.rows_numbered([rowid])
            document = self.document(rows[0].id) if rows else None
            if document is None:
                continue
            if document.title == title or (anchor is not None and placed(document.text, anchor, incoming.at)):
                held.append(document)
        titled = [document for document in held if title and document.title == title]
        chosen = titled or held
        if len({document.version for document in chosen}) != 1:
            return None
        return Home(chosen[0].id, "quote", chosen[0].title)

    def _search(self, query: str) -> list[int]:
        from reader.library.searching import searcher

        if self._searcher is None:
            self._searcher = searcher(self._library)
        return [hit.rowid for hit in self._searcher.search(query, _CANDIDATES).hits]


def placed(text: str, anchor: Anchor, at: int | None) -> Span | None:
    """Where quoted words stand: at their position, at the only place, or at the only place with their context.

    White space may differ. None when they are not there, or at several places alike.
    """
    quote = anchor.quote
    if at is not None and text.startswith(quote, at):
        return Span(at, at + len(quote))
    places = _places(text, quote)
    if len(places) > 1:
        places = [span for span in places if _fits(text, span, anchor)] if anchor.before or anchor.after else []
    return places[0] if len(places) == 1 else None


def _places(text: str, quote: str) -> list[Span]:
    found: list[Span] = []
    start = text.find(quote)
    while start >= 0 and len(found) < 1000:
        found.append(Span(start, start + len(quote)))
        start = text.find(quote, start + 1)
    words = quote.split()
    if not found and words:
        loosely = re.compile(r"\s+".join(map(re.escape, words)))
        found = [Span(match.start(), match.end()) for match in loosely.finditer(text)]
    return found


def _fits(text: str, span: Span, anchor: Anchor) -> bool:
    before, after = "".join(anchor.before.split()), "".join(anchor.after.split())
    here = "".join(text[max(0, span.start - 200) : span.start].split())
    there = "".join(text[span.end : span.end + 200].split())
    return here.endswith(before) and there.startswith(after)


def _address_id(address: str) -> str:
    return document_id(f"url:{address}") if address.startswith(("http://", "https://")) else ""


def _path(address: str) -> str:
    """Path of a ``file:`` URI on this machine; empty for other addresses."""
    if not address.startswith("file:"):
        return ""
    parts = urlsplit(address)
    path = unquote(parts.path, errors="surrogateescape")
    return path if parts.netloc in ("", "localhost") and "\0" not in path else ""


def _id_of(named: Named) -> str:
    """The id that the article would have, so that its notes find it when it comes."""
    if re.fullmatch(r"[0-9a-f]{16}", named.document):
        return named.document
    if path := _path(named.address):
        return document_id(f"file:{path}")
    return _address_id(named.address) or document_id(f"import:{named.address or named.title or named.version}")
