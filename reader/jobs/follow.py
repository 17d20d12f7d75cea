"""An address that somebody wants in the library: found out to be a feed, a page that offers feeds, or an article."""

from __future__ import annotations

import queue
from dataclasses import dataclass

from reader.jobs.arrive import read_page
from reader.jobs.fetching import Begun, Fetching, Wanted
from reader.library import Library
from reader.library.arrivals import PageAnswer
from reader.library.feed_changes import Subscribe
from reader.library.subscriptions import feed_id
from reader.model import document_id
from reader.model.address import shown
from reader.sources.feeds.discovery import Offer, is_article, offers
from reader.sources.feeds.feed import NotAFeed
from reader.sources.feeds.parse import parse_feed
from reader.sources.web.address import web_address
from reader.sources.web.answer import Fetched, FetchError


@dataclass(frozen=True, slots=True)
class Look:
    """What lies at an address."""

    address: str
    """As it was asked for, in its one form."""
    fetched: Fetched
    feed: str = ""
    """Title of the feed that it is; ``address`` when it has none. Empty: it is no feed."""
    offers: tuple[Offer, ...] = ()
    """Feeds that the page offers."""
    article: bool = False
    """Whether the page says that it is an article."""


def look_at(given: str, on_start: Begun = lambda cancel: None) -> Look:
    """Fetch an address that the reader typed, and see what it is; blocks.

    :param on_start: is given what gives it up.
    :raises FetchError: in a few words. :raises AddressError: for what is no web address.
    """
    address = web_address(given)
    fetched = _fetched(address, on_start)
    try:
        feed = parse_feed(fetched.body, fetched.address, fetched.charset)
        return Look(address, fetched, feed.title or shown(address))
    except NotAFeed:
        found = tuple(offers(fetched.body, fetched.address, fetched.charset))
        return Look(address, fetched, offers=found, article=is_article(fetched.body, fetched.charset))


def _fetched(address: str, on_start: Begun) -> Fetched:
    answers: queue.SimpleQueue[Fetched | FetchError] = queue.SimpleQueue()
    fetching = Fetching(
        [Wanted(0, address, private=True)],
        lambda asked, answer: answers.put(answer),
        lambda: answers.put(FetchError("was given up")),
    )
    on_start(fetching.cancel)
    fetching.start()
    answer = answers.get()
    if isinstance(answer, FetchError):
        raise answer
    return answer


def follow(library: Library, address: str, *, name: str = "", folder: str = "", tags: tuple[str, ...] = ()) -> str:
    """Follow the feed at an address in its one form; its id. Followed already, it stays as it is.

    Typed by hand, it may be in this machine's own network, also where a list brought it before.
    """
    id = feed_id(address)
    known = library.feeds.subscription(id)
    if known is None or not known.private:
        library.do(Subscribe(address, name, folder, tags, private=True))
    return id


def keep_page(library: Library, look: Look) -> str:
    """Put the article of a page into the library; its document's id.

    :raises FetchError: when there is no text in it.
    """
    origin = page_origin(look.fetched.moved or look.address)
    fetched = look.fetched
    read = read_page(fetched.body, fetched.address, fetched.type, fetched.charset, origin)
    if read.packed is None:
        raise FetchError(read.error)
    link = fetched.moved or look.address
    library.feeds.store([PageAnswer(0, read.packed, link, private=True)])
    library.unindexed.catch_up_few()
    return document_id(origin)


def page_origin(address: str) -> str:
    """The origin of the document of a single page."""
    return f"url:{address}"
