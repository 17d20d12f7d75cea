"""From a search into an article, and on through the results."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from typing import TYPE_CHECKING, TypeAlias

from reader.model import Span
from reader.tui.screens.copying import Copying
from reader.tui.screens.shelving import Shelving

if TYPE_CHECKING:
    from reader.tui.screens.search import Results
    from reader.tui.widgets.hit_list import HitRow

Search: TypeAlias = "Callable[[str], Awaitable[Results]]"
Facets: TypeAlias = Callable[[str], Awaitable[Sequence[tuple[str, str, int]]]]


class Searching(Shelving, Copying):
    """A screen that opens the search box and the hits chosen in it."""

    _results: list[HitRow]
    """What the last search gave, for ``n`` and ``N`` to go on through."""

    def open(self, document: str, at: Span | None = None, hits: Sequence[Span] = ()) -> None:
        """Open an article by its id, at ``at`` or where it was left, with ``hits`` marked."""
        raise TypeError(f"{type(self).__name__} must open articles")

    def action_search_open(self, query: str = "") -> None:
        """Search everything that is listed."""
        desk = self._desk
        placeholder = "words, “a phrase”, actor:biden, when:2022-01"
        self._search("Search", placeholder, desk.search, desk.facets, desk.asked_before(), query)

    def action_title_jump(self) -> None:
        """Jump by title."""
        self._search("Open", "some letters of the title", self._desk.titles)

    async def _save_search(self, query: str) -> str:
        said = await self._desk.save_search(query)
        self.show_list()
        return said

    def _search(
        self,
        label: str,
        placeholder: str,
        search: Search,
        facets: Facets | None = None,
        before: Sequence[str] = (),
        query: str = "",
    ) -> None:
        from reader.tui.screens.search import SearchScreen

        screen = SearchScreen(label, placeholder, search, facets, before, query, self._save_search if facets else None)

        def found(hit: HitRow | None) -> None:
            if hit is not None:
                self._results = [one for one in screen.hits_given if not one.query]
                if facets is not None:
                    self._desk.remember_query(screen.query_text)
                self._open_hit(hit)
                if hit in self._results:
                    self._say_result(self._results.index(hit))

        self.app.push_screen(screen, found)

    def _open_hit(self, hit: HitRow) -> None:
        """Open an article at its best match, all its matches marked."""
        self.view.remember()
        at = Span(hit.start, hit.end) if hit.start is not None and hit.end is not None else None
        self.needle = ""
        self.open(hit.document, at, [Span(*place) for place in hit.places])
        index = self._desk.list.index_of(hit.document)
        if index is not None:
            self.articles.go_to(index)

    def _step(self, step: int) -> None:
        """To the next hit; past the last one of an article, to the next result of the search."""
        view, results = self.view, self._results
        document = view.document
        at = next((at for at, hit in enumerate(results) if document is not None and hit.document == document.id), None)
        last = view.hit + step not in range(len(view.hits))
        if self.needle or at is None or not last or not 0 <= at + step < len(results):
            super()._step(step)
        else:
            self._open_hit(results[at + step])
            self._say_result(at + step)

    def _say_result(self, at: int) -> None:
        self.status.say(f"Result {at + 1} of {len(self._results)}   n next, N previous, Esc done")
