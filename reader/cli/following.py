"""Addresses and lists of them, followed from the command line."""

from __future__ import annotations

import argparse
import os
from collections.abc import Sequence

from reader.cli import complain, say
from reader.cli.printing import counted
from reader.library import Library
from reader.model import Document
from reader.model.address import shown
from reader.sources.errors import SourceError
from reader.sources.web.address import AddressError, web_address


def is_list(given: str) -> bool:
    """Whether a file is a list of feeds or pages."""
    from reader.sources.feeds.lists import is_list as known

    return os.path.isfile(given) and known(given)


def kept(library: Library, addresses: Sequence[str]) -> Document | None:
    """Keep the pages and follow the feeds at addresses, before the reader opens; the last page, None without one.

    What cannot be reached is told in one line each.

    :raises LibraryError: when the library could not be written.
    """
    from reader.jobs.follow import follow, keep_page, look_at
    from reader.jobs.refresh import Refresh
    from reader.sources.web.answer import FetchError

    found: Document | None = None
    for given in addresses:
        try:
            look = look_at(given)
            if look.feed or (look.offers and not look.article):
                address = look.address if look.feed else look.offers[0].address
                Refresh(library, None, [follow(library, address)]).run()
            else:
                found = library.documents.get(keep_page(library, look))
        except (AddressError, FetchError) as error:
            complain(f"{_shown(given)}: {error}")
    return found


class Following:
    """Follows what is given; what was followed is fetched in one go at the end."""

    def __init__(self, library: Library, options: argparse.Namespace) -> None:
        self._library = library
        self._options = options
        self._new: list[str] = []
        self._pages = False

    def add_address(self, given: str) -> bool:
        """A feed or page; whether it was one."""
        from reader.jobs.follow import keep_page, look_at
        from reader.sources.web.answer import FetchError

        kind = self._options.kind
        try:
            if self._options.no_fetch and kind == "feed":
                self._follow(web_address(given), "")
                return True
            look = look_at(given)
            if look.feed:
                self._follow(look.address, look.feed)
                return True
            if look.offers and kind != "page" and not (look.article and kind is None):
                offer = look.offers[0]
                self._follow(offer.address, offer.title)
                others = [shown(one.address) for one in look.offers[1:4]]
                if others:
                    say(f"  the page also offers {', '.join(others)}")
                return True
            if kind == "feed":
                complain(f"{shown(look.address)}: is no feed, and names none")
                return False
            document = keep_page(self._library, look)
        except (AddressError, FetchError) as error:
            complain(f"{_shown(given)}: {error}")
            return False
        row = self._library.documents.row(document)
        say(f"added the article “{row.title if row else shown(look.address)}”")
        if look.offers:
            say(f"  the page also offers a feed: dateline add --as feed {shown(look.offers[0].address)}")
        return True

    def _follow(self, address: str, title: str) -> None:
        from reader.jobs.follow import follow

        options = self._options
        known = len(self._library.feeds.subscriptions())
        id = follow(self._library, address, name=options.name, folder=options.folder, tags=tuple(options.tag))
        self._new.append(id)
        new = len(self._library.feeds.subscriptions()) > known
        say(f"{'following' if new else 'already following'} {title or shown(address)}")

    def add_list(self, path: str) -> bool:
        """A list of feeds or pages; whether all of it could be taken over."""
        from reader.jobs.lists import take_list

        try:
            taken = take_list(self._library, path, folder=self._options.folder, private=self._options.private)
        except SourceError as error:
            complain(str(error))
            return False
        for sentence in taken.refused[:20]:
            complain(f"{path}: {sentence}")
        if len(taken.refused) > 20:
            complain(f"{path}: and {len(taken.refused) - 20} more were refused")
        self._new += taken.feeds
        self._pages = self._pages or bool(taken.pages)
        words = [counted(len(taken.feeds), "feed")] if taken.feeds or not taken.pages else []
        words += [counted(taken.pages, "page")] if taken.pages else []
        say(f"{' and '.join(words)} of {path}")
        return not taken.refused

    def fetch(self) -> int:
        """Fetch what was followed; how many failed."""
        from reader.cli.refreshing import refresh

        if self._options.no_fetch or not (self._new or self._pages):
            return 0
        end = refresh(self._library, self._new, quiet=False)
        return end.failed + end.pages_failed


def _shown(given: str) -> str:
    try:
        return shown(web_address(given))
    except AddressError:
        return given[:200]
