"""What a feed says, whatever its format."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import NamedTuple

from reader.model import Published


class NotAFeed(ValueError):
    """The bytes are no feed; the message says what they are, in a few words."""


class Entry(NamedTuple):
    """One entry. Titles, names and dates are clean; ``content`` and ``summary`` are what came, not yet clean."""

    guid: str
    """As the feed gives it; empty when it gives none."""
    link: str
    """Address of the article's page; empty when there is none of the web."""
    title: str
    published: Published | None = None
    author: str = ""
    content: str = ""
    """The whole text where the feed gives it; else empty."""
    summary: str = ""
    html: bool = True
    """Whether content and summary are HTML; else plain text."""
    source: str = ""
    """Publisher of this entry where it differs from the feed's."""
    language: str = ""
    base: str = ""
    """Address that relative links in the content start from."""
    tags: tuple[str, ...] = ()
    attached: tuple[str, ...] = ()
    """Addresses of recordings and the like."""

    @property
    def key(self) -> str:
        """What the entry is known by in its feed: guid, else address, else a hash of title and date."""
        if self.guid or self.link:
            return self.guid or self.link
        said = "\n".join((self.title, self.published.iso if self.published else "", self.content or self.summary))
        return "hash:" + hashlib.sha256(said.encode("utf-8", "surrogatepass")).hexdigest()[:24]

    @property
    def hash(self) -> bytes:
        """Of all that the reader sees of the entry: 16 bytes."""
        parts = (self.title, self.link, self.author, self.content, self.summary, *self.attached)
        said = "\0".join((*parts, self.published.iso if self.published else ""))
        return hashlib.blake2b(said.encode("utf-8", "surrogatepass"), digest_size=16).digest()


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed as it came, entries in its order."""

    title: str
    site: str
    """Address of the page that it belongs to; empty when not said."""
    entries: tuple[Entry, ...]
    language: str = ""
