"""What the pages over the library ask for, in a thread of their own."""

from __future__ import annotations

import asyncio
import datetime as dt
from collections.abc import Awaitable, Callable, Collection, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from reader.library import Library
    from reader.library.across import ActorAcross
    from reader.library.elsewhere import SameEvent
    from reader.library.timeline import Timeline
    from reader.model import Document, Event, Fact
    from reader.tui.page_rows import PageRow, Section

Result = TypeVar("Result")

_WEEKS = dt.timedelta(42)
_FOREMOST = 12
"""Those who appear with an actor most; a filter looks among more."""


class Pages:
    """Sections of rows for the pages; those in view are read when they are drawn."""

    def __init__(self, library: Library, before: Callable[[], Awaitable[None]]) -> None:
        """:param before: awaited before anything is read: what has been found by then shall be told."""
        self._library = library
        self._before = before
        self._thread = ThreadPoolExecutor(1, "pages")

    def close(self) -> None:
        """Take no more work."""
        from reader.tui.leaving import leave

        leave(self._thread)

    async def _do(self, work: Callable[[], Result]) -> Result:
        await self._before()
        return await asyncio.get_running_loop().run_in_executor(self._thread, work)

    async def timeline(
        self, documents: Collection[int] | None, words: str, kinds: Collection[str], around: dt.date | None = None
    ) -> tuple[Timeline, list[Section], list[tuple[int, int]]]:
        """Everything dated, its sections, and how much each month has (ordinal of its first day, number).

        :param around: only the weeks around this day, which are soon found in any library.
        """
        return await self._do(partial(self._timeline, documents, words, kinds, around))

    def _timeline(
        self, documents: Collection[int] | None, words: str, kinds: Collection[str], around: dt.date | None
    ) -> tuple[Timeline, list[Section], list[tuple[int, int]]]:
        from reader.tui.page_rows import Section

        first, last = (around - _WEEKS, around + _WEEKS) if around is not None else (None, None)
        timeline = self._library.across.timeline(documents, first, last, words, kinds)
        headings = timeline.headings()
        ends = [*(at for at, _ in headings[1:]), len(timeline)][: len(headings)]  # nothing dated has no heading
        sections = [
            Section(title, end - at, partial(self._dated, timeline, at, end))
            for (at, title), end in zip(headings, ends, strict=True)
        ]
        return timeline, sections, [(month.first, month.count) for month in timeline.months()]

    def _dated(self, timeline: Timeline, first: int, end: int, at: int, limit: int) -> list[PageRow]:
        from reader.tui.page_rows import stated_row

        ids = timeline.ids[first + at : min(end, first + at + limit)]
        return [stated_row(stated) for stated in self._library.across.statements(ids)]

    async def numbers(self, documents: Sequence[str]) -> list[int]:
        """Row numbers of documents by their ids."""
        return await self._do(partial(self._library.across.numbers, documents))

    async def actor(self, name: str, words: str) -> tuple[ActorAcross | None, list[Section]]:
        """An actor and the sections of his page."""
        return await self._do(partial(self._actor, name, words))

    def _actor(self, name: str, words: str) -> tuple[ActorAcross | None, list[Section]]:
        from reader.tui.page_rows import Section, appearance_row, companion_row, fixed, role_row, stated_row

        across = self._library.across
        known = self._library.actors.of(name)
        names = [name, *(one.value for one in known.names)] if known is not None else [name]
        actor = across.actor(names, words)
        if actor is None:
            return None, []
        wanted = words.casefold().split()
        beside = [one for one in actor.company if one.type in ("person", "organisation")]
        around = [one for one in actor.company if one not in beside]
        roles = [role for role in actor.roles if all(word in role.role.casefold() for word in wanted)]

        def articles(at: int, limit: int) -> list[PageRow]:
            return [appearance_row(one) for one in across.appearances(names, actor.articles[at : at + limit])]

        def stated(ids: Sequence[int], at: int, limit: int) -> list[PageRow]:
            return [stated_row(one) for one in across.statements(ids[at : at + limit])]

        return actor, [
            fixed(f"Called  {len(roles)}", [role_row(role) for role in roles]),
            fixed("Appears with", [companion_row(one) for one in beside[: None if words else _FOREMOST]]),
            fixed("Places and groups with it", [companion_row(one) for one in around[: None if words else _FOREMOST]]),
            Section(f"Quotes  {len(actor.quotes):,}", len(actor.quotes), partial(stated, actor.quotes)),
            Section(f"Events  {len(actor.events):,}", len(actor.events), partial(stated, actor.events)),
            Section(f"Articles  {len(actor.articles):,}", len(actor.articles), articles),
        ]

    async def same(self, document: Document, facts: Sequence[Fact], events: Sequence[Event] | None) -> list[SameEvent]:
        """Events of an article that others tell too."""
        return await self._do(
            lambda: self._library.elsewhere.same(document.id, document.text, facts, document.published, events)
        )
