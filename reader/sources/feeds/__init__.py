"""Feeds: what they hold, where they are found, and lists of them."""

from reader.sources.feeds.feed import Entry, Feed, NotAFeed

__all__ = ["Entry", "Feed", "NotAFeed"]
