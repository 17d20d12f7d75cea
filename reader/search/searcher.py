"""The read side of search: a query in, the best articles out, at the speed of typing.

Two tiers. Titles answer every key at once from a small index. Texts are asked for the same words, in steps that each
give a bounded number of articles: the words close together, the words anywhere, then the words with typos forgiven, and
only as far as is needed. Python then weighs these few by which words were met, exactly or nearly, where and how close.
What would cost time without end, bm25 over the long lists of a short beginning, is never asked of the index.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Mapping, Sequence
from enum import Enum
from typing import TypeVar

from reader.search.aliases import Aliases, aliases
from reader.search.candidates import Bounds, Candidate, Candidates, Rows
from reader.search.expand import Expansion, Wanted
from reader.search.hits import Facets, Hit, Results, Tier
from reader.search.query import Filter, Query, parse
from reader.search.ranking import Ranking, Texts
from reader.search.vocabulary import Vocabulary

_HEADED = 150
_HAVING = 80
"""Titles and texts weighed for one answer, unless more hits are wanted."""

_FEW = 10
"""With fewer articles than this, typos are forgiven in every word, not only in rare ones."""

_COUNTED = 2_000
"""Up to here articles are counted and grouped exactly."""

_TRIED = 12
"""Queries tried for "did you mean"."""

_T = TypeVar("_T")


class Cancelled(Exception):
    """The search was given up because a newer one is wanted."""


class Reach(Enum):
    """How far a search goes."""

    TITLES = "all words in the title"
    SOME = "some of the words in the title"
    TEXTS = "all words in title or text"


def _no_text(_: int) -> str:
    return ""


class Unreadable(Exception):
    """The index is damaged; the message is one sentence."""


class Searcher:
    """Searches over a read-only connection. Belongs to one thread; only :meth:`cancel` may be called from another.

    :param text_of: gives ``Document.text`` of a rowid of the library, "" when it has none.
    :param restrict: gives the rowids that an operator allows, or None where it is not supported: the operator is then
        left out and a note says so.
    :param facets_of: groups rowids for :meth:`facets`: name of the facet -> value -> number of articles.
    :param names: other names of the same; the shipped table unless given.
    :param scope: the only articles that are searched; all when None.
    """

    def __init__(
        self,
        connection: sqlite3.Connection,
        text_of: Callable[[int], str] = _no_text,
        restrict: Callable[[Filter], Rows | None] | None = None,
        facets_of: Callable[[Sequence[int]], Mapping[str, Mapping[str, int]]] | None = None,
        names: Aliases | None = None,
        scope: Rows | None = None,
    ) -> None:
        self._connection = connection
        self._restrict = restrict
        self._facets_of = facets_of
        self._scope = () if scope is None else (scope,)
        self._texts = Texts(text_of)
        self._vocabulary = Vocabulary(connection)
        self._expansion = Expansion(self._vocabulary, names if names is not None else aliases())
        self._candidates = Candidates(connection)
        self._commits: object = None
        self._generation = -1
        self._articles = 0
        self._cancelled = False

    def cancel(self) -> None:
        """From any thread: give up the search that runs; it raises :class:`Cancelled`. Without one, nothing happens."""
        self._cancelled = True
        self._connection.interrupt()

    def close(self) -> None:
        """Let the connection go, when nothing runs; no search may follow."""
        self._connection.close()

    def titles(self, query: str, limit: int = 50) -> Results:
        """The tier for every key: articles with all the words in their titles, typos forgiven. Without snippets.

        :raises Cancelled: after :meth:`cancel`.
        """
        return self._guarded(lambda: self._answer(parse(query), limit, Reach.TITLES), Results(query))

    def jump(self, query: str, limit: int = 50) -> Results:
        """For going to an article by its title: like :meth:`titles`, and then titles with some of the words; the newest
        articles while nothing is typed.

        :raises Cancelled: after :meth:`cancel`.
        """
        return self._guarded(lambda: self._answer(parse(query), limit, Reach.SOME), Results(query))

    def search(self, query: str, limit: int = 50) -> Results:
        """Articles with all the words in title or text, best first, with snippets and matches.

        :raises Cancelled: after :meth:`cancel`.
        """
        return self._guarded(lambda: self._answer(parse(query), limit, Reach.TEXTS), Results(query))

    def numbers(self, query: str, limit: int) -> list[int]:
        """Rowids of what :meth:`search` finds, in no order: no text is looked at.

        :raises Cancelled: after :meth:`cancel`.
        """
        return self._guarded(lambda: self._numbers(parse(query), limit), [])

    def facets(self, query: str) -> Facets:
        """The groups that all articles found fall into; for when typing pauses.

        :raises Cancelled: after :meth:`cancel`.
        """
        return self._guarded(lambda: self._facets(parse(query)), Facets())

    # -- the steps ---------------------------------------------------------------------------------------------------

    def _guarded(self, work: Callable[[], _T], nothing: _T) -> _T:
        """Do the work, or give ``nothing`` where no article was ever indexed."""
        self._cancelled = False
        try:
            if self._generation < 0 and not self._candidates.exist():
                return nothing
            self._notice_changes()
            return work()
        except sqlite3.DatabaseError as error:
            if self._cancelled or "interrupt" in str(error):
                raise Cancelled from None
            raise Unreadable(
                f"The search index cannot be read ({error}); dateline doctor --repair makes it anew."
            ) from error

    def _notice_changes(self) -> None:
        """Forget what was read before the index changed, whoever changed it; other tables may change all the time."""
        commits = self._connection.execute("PRAGMA data_version").fetchone()
        if commits != self._commits:
            self._commits = commits
            generation = self._candidates.generation()
            if generation != self._generation:
                self._generation = generation
                self._vocabulary.forget()
                self._texts.forget()
                self._articles = self._candidates.size()
        self._vocabulary.trim()

    def _check(self) -> None:
        if self._cancelled:
            raise Cancelled

    def _answer(self, query: Query, limit: int, reach: Reach) -> Results:
        bodies = reach is Reach.TEXTS
        bounds, notes = self._bounds(query)
        if not query.words:
            return self._listed(query, bounds, notes, limit, reach)
        plain, aside = self._plain(query)
        found, of_titles, of_texts = self._found(plain, bounds, limit, bodies)
        if reach is Reach.SOME and len(found.candidates) < limit and len(plain) > 1:
            found.take(self._candidates.headed_by_any(of_titles, bounds, _HEADED), _HEADED)
        self._check()
        ranking = Ranking(self._texts, of_titles, of_texts, aside, self._articles)
        hits: list[Hit] = []
        ranked = ranking.ranked(found.candidates.values(), found.headed, bodies, self._check)
        for score, candidate, tier in ranked[:limit]:
            self._check()
            hits.append(ranking.hit(score, candidate, tier, bodies))
        suggestions = self._suggestions(query, plain, bounds) if bodies and not hits else ()
        return Results(query.text, tuple(hits), len(found.candidates), found.more, notes, suggestions)

    def _numbers(self, query: Query, limit: int) -> list[int]:
        bounds, notes = self._bounds(query)
        if not query.words:
            return [hit.rowid for hit in self._listed(query, bounds, notes, limit, Reach.TITLES).hits]
        found, _, _ = self._found(self._plain(query)[0], bounds, limit, bodies=True)
        return list(dict.fromkeys(candidate.rowid for candidate in found.candidates.values()))[:limit]

    def _found(
        self, plain: list[Wanted], bounds: Bounds, limit: int, bodies: bool
    ) -> tuple[_Found, list[Wanted], list[Wanted]]:
        """Candidates, and the words as they were asked of titles and of texts: with slips where few have them."""
        found = _Found()
        self._ask(plain, bounds, limit, bodies, found, wide=False)
        of_titles = of_texts = plain
        everywhere = len(found.candidates) < min(limit, _FEW)
        if everywhere or any(self._rare(one) for one in plain):
            of_titles = of_texts = self._expansion.all_wide(plain, [everywhere or self._rare(one) for one in plain])
            if of_texts != plain:
                self._ask(of_texts, bounds, limit, bodies, found, wide=True)
        elif not found.headed:  # enough texts, but perhaps a title with a slip in the query is meant
            of_titles = self._expansion.all_wide(plain, [True for _ in plain])
            found.take(self._candidates.headed(of_titles, bounds, _HEADED), _HEADED, headed=True)
        return found, of_titles, of_texts

    def _ask(
        self, wanted: Sequence[Wanted], bounds: Bounds, limit: int, bodies: bool, found: _Found, *, wide: bool
    ) -> None:
        """Titles, then texts with the words close together, then texts with the words anywhere."""
        self._check()
        bound = max(limit, _HEADED)
        found.take(self._candidates.headed(wanted, bounds, bound), bound, headed=True)
        if not bodies:
            return
        if len(found.headed) >= limit:  # no text comes before a title that has all the words
            found.more = True
            return
        bound = max(limit, _HAVING)
        self._check()
        if len(wanted) > 1 and not wide and all(one.answers[0].articles for one in wanted):
            found.take(self._candidates.close(wanted, bounds, bound // 2), bound)
            self._check()
        found.take(self._candidates.having(wanted, bounds, bound), bound)

    def _rare(self, one: Wanted) -> bool:
        """Whether so few articles have the word that it may be a slip that others made too."""
        return one.articles <= max(3, self._articles // 2000)

    def _plain(self, query: Query) -> tuple[list[Wanted], list[Wanted]]:
        """The words that articles must have, and those too short yet to ask for, which only move the ranking."""
        plain = self._expansion.all_plain(query.words)
        aside = [one for one in plain if len(plain) > 1 and one.word.unfinished and len("".join(one.word.terms)) < 3]
        return [one for one in plain if one not in aside], aside

    def _bounds(self, query: Query) -> tuple[Bounds, tuple[str, ...]]:
        notes = list(query.notes)
        within: list[Rows] = []
        without: list[Rows] = []
        for asked in query.filters:
            rows = self._restrict(asked) if self._restrict else None
            if rows is None:
                notes.append(f"“{asked.field}:” cannot be asked of this library yet and is left out.")
            else:
                (without if asked.negated else within).append(rows)
        if not any(rows.alone for rows in within):
            within = [*self._scope, *within]
        excluded = " OR ".join(
            f'"{" ".join(word.terms)}"' for word in query.excluded if not (word.unfinished and len(word.text) < 2)
        )
        common = any(min(map(self._vocabulary.articles, word.terms)) * 8 > self._articles for word in query.excluded)
        few = self._candidates.few(within)
        return Bounds(tuple(within), tuple(without), excluded, common, few), tuple(notes)

    def _listed(self, query: Query, bounds: Bounds, notes: tuple[str, ...], limit: int, reach: Reach) -> Results:
        """The newest within the bounds, for a query without words."""
        asked = bounds.within != self._scope or bounds.without or bounds.excluded
        if not asked and reach is not Reach.SOME:
            return Results(query.text, notes=notes)
        bound = max(limit, _HEADED)
        candidates = self._candidates.newest(bounds, bound)
        hits = tuple(
            Hit(
                candidate.rowid,
                candidate.title,
                0.0,
                Tier.LISTED,
                snippet=self._texts.opening(candidate.rowid) if reach is Reach.TEXTS else "",
            )
            for candidate in candidates[:limit]
        )
        return Results(query.text, hits, len(candidates), len(candidates) >= bound, notes)

    def _facets(self, query: Query) -> Facets:
        if not query:
            return Facets()
        bounds, _ = self._bounds(query)
        if query.words:
            plain, _ = self._plain(query)
            candidates = self._candidates.having(plain, bounds, _COUNTED)
            if not candidates:
                self._check()
                wide = self._expansion.all_wide(plain, [True for _ in plain])
                candidates = self._candidates.having(wide, bounds, _COUNTED)
        else:
            candidates = self._candidates.newest(bounds, _COUNTED)
        self._check()
        rowids = [candidate.rowid for candidate in candidates]
        groups = self._facets_of(rowids) if self._facets_of and rowids else {}
        return Facets(len(rowids), len(rowids) >= _COUNTED, groups)

    def _suggestions(self, query: Query, plain: Sequence[Wanted], bounds: Bounds) -> tuple[str, ...]:
        """Queries that find something: a word one slip further, or left out, or without its quotation marks."""
        tried: list[str] = []
        for one in sorted(plain, key=lambda one: one.articles)[:3]:
            before, after = query.text[: one.word.start], query.text[one.word.end :]
            if one.word.quoted:
                tried.append(f"{before}{one.word.text}{after}")
            tried += [f"{before}{term}{after}" for term in self._expansion.further(one)]
        if len(plain) > 1:
            for one in sorted(plain, key=lambda one: one.articles):
                tried.append(" ".join(f"{query.text[: one.word.start]}{query.text[one.word.end :]}".split()))
        good: list[str] = []
        for text in list(dict.fromkeys(tried))[:_TRIED]:
            self._check()
            plain = self._expansion.all_plain(parse(f"{text} ").words)
            wide = self._expansion.all_wide(plain, [True for _ in plain])
            if wide and self._candidates.having(wide, bounds, 1):
                good.append(text)
            if len(good) == 3:
                break
        return tuple(good)


class _Found:
    """Candidates so far, each once."""

    def __init__(self) -> None:
        self.candidates: dict[int, Candidate] = {}
        self.headed: set[int] = set()
        """Entries with all words in the title."""
        self.more = False
        """Some answer of the index was cut at its bound."""

    def take(self, candidates: list[Candidate], bound: int, *, headed: bool = False) -> None:
        self.more = self.more or len(candidates) >= bound
        for candidate in candidates:
            self.candidates.setdefault(candidate.entry, candidate)
            if headed:
                self.headed.add(candidate.entry)
