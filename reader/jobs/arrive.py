"""What workers make of what was fetched: feeds and pages, read, compared with what is known, and packed.

What reads them is loaded late: who hands the work out needs only the names of the functions.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reader.library.arrived import ArrivedEntry, Known, Sent, sent
from reader.library.packing import Packed


@dataclass(frozen=True, slots=True)
class ReadFeed:
    """A feed that was read."""

    title: str = ""
    site: str = ""
    entries: tuple[Sent, ...] = ()
    """Those that are new or changed, as they go from process to process."""
    count: int = 0
    """How many it has."""
    error: str = ""
    """Why it is none, in a few words."""


@dataclass(frozen=True, slots=True)
class ReadPage:
    """A page that was read."""

    packed: Packed | None = None
    error: str = ""


def read_feed(data: bytes, address: str, charset: str, feed: str, known: Known) -> ReadFeed:
    """The new and changed entries of a feed with this id; what is wrong with it is in its ``error``."""
    from reader.library.identity import Came, KnownItem, matched
    from reader.library.packing import pack
    from reader.sources.feeds.document import entry_document, entry_origin, is_brief
    from reader.sources.feeds.feed import Entry, Feed, NotAFeed
    from reader.sources.feeds.parse import parse_feed
    from reader.sources.web.address import host_of

    try:
        found = parse_feed(data, address, charset)
    except NotAFeed as error:
        return ReadFeed(error=str(error))
    titled = found if found.title else Feed(host_of(address), found.site, found.entries, found.language)
    entries: list[Entry] = []
    hashes: list[bytes] = []
    seen: set[tuple[str, bytes]] = set()
    for entry in found.entries:
        said = entry.hash
        if (entry.key, said) not in seen:
            seen.add((entry.key, said))
            entries.append(entry)
            hashes.append(said)
    stored: Sequence[KnownItem | None] = [None] * len(entries)
    if known.items:
        came = [
            Came(entry.key, entry.link, entry.title, entry.published.iso if entry.published else "", said)
            for entry, said in zip(entries, hashes, strict=True)
        ]
        stored = matched(known.items, came)
    arrived: list[Sent] = []
    guids = {item.guid for item in known.items}
    for entry, said, item in zip(entries, hashes, stored, strict=True):
        if item is not None and item.hash == said:
            continue
        guid = entry.key
        # A second article of the same guid is known by its content too.
        key = guid if guid not in guids else f"{guid}\n{said.hex()[:16]}"
        guids.add(guid)
        document = entry_document(entry, titled, entry_origin(feed, key))
        came_in = ArrivedEntry(
            packed=pack(document, later=True),
            guid=guid,
            link=entry.link,
            hash=said,
            brief=is_brief(entry, document.text),
            number=item.number if item else None,
        )
        arrived.append(sent(came_in))
    return ReadFeed(found.title, found.site, tuple(arrived), len(entries))


def read_page(data: bytes, address: str, type: str, charset: str, origin: str) -> ReadPage:
    """The article of a page, for the document of ``origin``; what is wrong with it is in its ``error``."""
    from reader.library.packing import pack
    from reader.sources import SourceError
    from reader.sources.web.page import page_document

    try:
        document = page_document(data, address, origin, type=type, charset=charset)
    except SourceError as error:
        return ReadPage(error=error.reason)
    return ReadPage(pack(document, later=True))
