"""What lists of other programs hold: feeds, pages, and what of them is refused."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ListedFeed:
    """A feed of a list; clean."""

    address: str
    title: str = ""
    folder: str = ""
    """Names from the outside in, joined by ``/``."""
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ListedPage:
    """A saved page of a list; clean."""

    address: str
    title: str = ""
    tags: tuple[str, ...] = ()
    read: bool = False
    starred: bool = False


@dataclass(frozen=True, slots=True)
class FeedList:
    """All of a list."""

    feeds: tuple[ListedFeed, ...] = ()
    pages: tuple[ListedPage, ...] = ()
    searches: tuple[tuple[str, str], ...] = ()
    """Name and query of saved searches that ours can say."""
    refused: tuple[str, ...] = ()
    """A sentence for each line that is not taken over."""
