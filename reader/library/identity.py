"""Which entry of a feed is one that is known: by feed, guid and content."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

ALIKE = 0.25
"""Share of words that the headlines of one entry have in common before and after a change."""


class KnownItem(NamedTuple):
    """An entry that is stored."""

    number: int
    guid: str
    link: str
    title: str
    published: str
    """ISO, as the feed said; empty when it did not."""
    hash: bytes


class Came(NamedTuple):
    """An entry that has come."""

    guid: str
    link: str
    title: str
    published: str
    hash: bytes


def matched(known: Sequence[KnownItem], came: Sequence[Came]) -> list[KnownItem | None]:
    """For each entry that came the stored one that it is; None for a new one.

    A guid alone is not trusted: feeds give the same one to different articles. An entry of a known guid is the known
    one when something else agrees too: address, headline, date, or most words of the headline. An entry whose guid has
    changed is known by its address and headline.
    """
    answers: list[KnownItem | None] = [None] * len(came)
    if not known:
        return answers
    free = {item.number: item for item in known}
    by_guid: dict[str, list[KnownItem]] = {}
    by_page: dict[tuple[str, str], list[KnownItem]] = {}
    for item in known:
        by_guid.setdefault(item.guid, []).append(item)
        if item.link:
            by_page.setdefault((item.link, item.title), []).append(item)

    def claim(at: int, item: KnownItem) -> None:
        answers[at] = item
        del free[item.number]

    def pass_over(same: object) -> None:
        for at, one in enumerate(came):
            if answers[at] is None:
                for item in by_guid.get(one.guid, ()):
                    if item.number in free and same(one, item):  # type: ignore[operator]  # a function of the two
                        claim(at, item)
                        break

    pass_over(lambda one, item: one.hash == item.hash)
    pass_over(lambda one, item: one.link == item.link and one.title == item.title)
    pass_over(lambda one, item: bool(one.link) and one.link == item.link)
    pass_over(lambda one, item: one.title == item.title)
    often = Counter(one.guid for one in came)
    for at, one in enumerate(came):
        if answers[at] is not None:
            continue
        same = [item for item in by_guid.get(one.guid, ()) if item.number in free]
        if len(same) == 1 and often[one.guid] == 1 and len(by_guid[one.guid]) == 1 and _alike(one, same[0]):
            claim(at, same[0])
            continue
        page = [item for item in by_page.get((one.link, one.title), ()) if item.number in free] if one.link else []
        if page:
            claim(at, page[0])
    return answers


def _alike(one: Came, item: KnownItem) -> bool:
    if one.published and one.published == item.published:
        return True
    here, there = _words(one.title), _words(item.title)
    return bool(here | there) and len(here & there) / len(here | there) >= ALIKE


def _words(title: str) -> set[str]:
    return set(re.findall(r"\w+", title.casefold()))
