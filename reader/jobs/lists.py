"""Lists of other programs into the library."""

from __future__ import annotations

import os
import time
from dataclasses import dataclass

from reader.jobs.follow import page_origin
from reader.library import Change, Library, SaveSearch, SetRead, SetStarred, SetTag, Several
from reader.library.arrivals import PageAnswer
from reader.library.feed_changes import Subscribe
from reader.library.packing import Packed
from reader.library.subscriptions import feed_id
from reader.model import document_id
from reader.model.address import shown
from reader.sources.feeds.lists import read_list


@dataclass(frozen=True, slots=True)
class Taken:
    """What was taken over."""

    feeds: list[str]
    """Ids of the feeds that are new, or may now be in this machine's own network."""
    pages: int
    refused: tuple[str, ...]
    """A sentence for each line that was not."""


def take_list(library: Library, path: str | os.PathLike[str], *, folder: str = "", private: bool = False) -> Taken:
    """Follow the feeds of a list and put its pages down to be fetched; one step for the reader to undo.

    :param folder: to put its folders into.
    :param private: whether it may name addresses in this machine's network.
    :raises SourceError: when it is no list.
    """
    listed = read_list(path)
    known = {one.id for one in library.feeds.subscriptions() if one.private or not private}
    new = [feed for feed in listed.feeds if feed_id(feed.address) not in known]
    changes: list[Change] = [
        Subscribe(
            feed.address, feed.title, "/".join(part for part in (folder, feed.folder) if part), feed.tags,
            private=private,
        )
        for feed in new
    ]  # fmt: skip
    saved = {one.name for one in library.saved_searches()}
    changes += [SaveSearch(name, query) for name, query in listed.searches if name and name not in saved]
    answers: list[PageAnswer] = []
    now = int(time.time())
    for page in listed.pages:
        origin = page_origin(page.address)
        id = document_id(origin)
        title = page.title or shown(page.address)
        packed = Packed(id=id, origin=origin, title=title, error="not fetched yet")
        answers.append(PageAnswer(0, packed, page.address, due=now, private=private))
        changes += [SetTag(id, tag, True) for tag in page.tags]
        changes += [SetRead(id, True)] if page.read else []
        changes += [SetStarred(id, True)] if page.starred else []
    for start in range(0, len(answers), 500):
        library.feeds.store(answers[start : start + 500])
    if changes:
        words = f"{len(new):,} feeds" if new else f"{len(answers):,} pages"
        library.do(Several(tuple(changes), f"take over {words} of {os.path.basename(os.fspath(path))}"))
    return Taken([feed_id(feed.address) for feed in new], len(answers), listed.refused)
