"""What became of an article since it came, on the desk: its headlines, addresses and texts one after the other."""

from __future__ import annotations

import asyncio
import datetime as dt
from dataclasses import replace
from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING

from reader.tui.doing import Doing

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.library.editions import Edition
    from reader.model import Document


class Comparing(Doing):
    """One opened library whose articles change."""

    async def editions(self, document: str) -> Sequence[Edition]:
        """An article as it stood for a while each, the oldest first; none for one that the library does not know."""
        return await self.in_reading(partial(self.library.feeds.editions, document))

    async def what_changed(self, document: Document, before: Edition, after: Edition) -> Document | None:
        """How an article became another edition, as a document to be read; None when a text is no longer kept."""
        get = self.library.documents.get
        old, new = await self.in_reading(lambda: (get(document.id, before.version), get(document.id, after.version)))
        if old is None or new is None:
            return None
        links = before.link, after.link
        titled = replace(old, title=before.title), replace(new, title=after.title)
        return await asyncio.to_thread(_shown, *titled, links, after.since)


def _shown(old: Document, new: Document, links: tuple[str, str], since: dt.datetime | None) -> Document:
    from reader.markdown.compare import compared
    from reader.model.address import shown
    from reader.tui.clock import time_of_day

    when = since.astimezone() if since is not None else None
    words = f"Noticed on {when.day} {when:%B %Y} at {time_of_day(when.hour, when.minute)}" if when is not None else ""
    return compared(old, new, (shown(links[0]), shown(links[1])), words)


def signs(editions: Sequence[Edition]) -> list[str]:
    """What the line at the foot says of an article that is not called or does not lie as it once was or did."""
    pairs = list(pairwise(editions))
    changed = [
        *(["headline"] if any(before.title != after.title for before, after in pairs) else []),
        *(["address"] if any(before.link != after.link for before, after in pairs) else []),
    ]
    return [f"{' and '.join(changed)} changed: V"] if changed else []
