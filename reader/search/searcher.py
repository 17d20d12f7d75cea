"""The read side of search: a query in, the best articles out, at the speed of typing.

Two tiers. Titles answer every key at once from a small index. Texts are asked for the same words, in steps that each
give a bounded number of articles: the words close together, the words anywhere, then the words with typos forgiven, and
only as far as is needed. Python then weighs these few by which words were met, exactly or nearly, where and how close.
What would cost time without end, bm25 over the long lists of a short beginning, is never asked of the index.
"""

from __future__ import annotations

import sqlite3
from collections import OrderedDict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from reader.search.aliases import Aliases, aliases
from reader.search.candidates import Bounds, Candidate, Candidates, Rows
from reader.search.expand import Expansion, Wanted
from reader.search.fold import Folded, fold
from reader.search.hits import Facets, Hit, Kinship, Match, Results, Tier, Variant
from reader.search.match import Glance, Place, closest, places, weigh, weights
from reader.search.query import Filter, Query, Word, parse
from reader.search.vocabulary import Vocabulary

_HEADED = 200
"""Titles weighed for one answer."""
_HAVING = 80
"""Texts weighed for one answer."""
_READ = 200_000
"""Code points of a text that the weighing reads."""
_HELD = 4_000_000
"""Code points of folded texts kept for the next key."""
_COUNTED = 2_000
"""Up to here articles are counted and grouped exactly."""
_SNIPPET = 220
_MATCHES = 500


class Cancelled(Exception):
    """The search was given up because a newer one is wanted."""


def _no_text(_: int) -> str:
    return ""


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
        self._text_of = text_of
        self._restrict = restrict
        self._scope = scope
        self._facets_of = facets_of
        self._vocabulary = Vocabulary(connection)
        self._expansion = Expansion(self._vocabulary, names if names is not None else aliases())
        self._candidates = Candidates(connection)
        self._folded: OrderedDict[int, str] = OrderedDict()
        self._held = 0
        self._state: object = None
        self._articles = 0
        self._cancelled = False

    def cancel(self) -> None:
        """From any thread: give up the search that runs; it raises :class:`Cancelled`. Without one, nothing happens."""
        self._cancelled = True
        self._connection.interrupt()

    def titles(self, query: str, limit: int = 50) -> Results:
        """The tier for every key: articles with all the words in their titles, typos forgiven. Without snippets."""
        return self._run(query, limit, bodies=False)

    def search(self, query: str, limit: int = 50) -> Results:
        """Articles with all the words in title or text, best first, with snippets and matches.

        :raises Cancelled: after :meth:`cancel`.
        """
        return self._run(query, limit, bodies=True)

    def facets(self, query: str) -> Facets:
        """The groups that all articles found fall into; for when typing pauses.

        :raises Cancelled: after :meth:`cancel`.
        """
        return self._guarded(lambda: self._facets(parse(query)))

    # -- the steps ---------------------------------------------------------------------------------------------------

    def _guarded(self, work: Callable[[], Facets]) -> Facets:
        self._begin()
        try:
            return work()
        except sqlite3.OperationalError as error:
            if self._cancelled or "interrupt" in str(error):
                raise Cancelled from None
            raise

    def _run(self, text: str, limit: int, bodies: bool) -> Results:
        self._begin()
        try:
            return self._answer(parse(text), limit, bodies)
        except sqlite3.OperationalError as error:
            if self._cancelled or "interrupt" in str(error):
                raise Cancelled from None
            raise

    def _begin(self) -> None:
        self._cancelled = False
        state = self._connection.execute("PRAGMA data_version").fetchone()
        if state != self._state:  # somebody else has written
            self._state = state
            self._vocabulary.forget()
            self._folded.clear()
            self._held = 0
            self._articles = self._candidates.size()

    def _check(self) -> None:
        if self._cancelled:
            raise Cancelled

    def _answer(self, query: Query, limit: int, bodies: bool) -> Results:
        bounds, notes = self._bounds(query)
        if not query.words:
            return self._listed(query, bounds, notes, limit)
        plain, aside = self._plain(query.words)
        found: dict[int, Candidate] = {}
        headed: set[int] = set()
        more = False

        def take(candidates: list[Candidate], bound: int, heading: bool) -> None:
            nonlocal more
            more = more or len(candidates) >= bound
            for candidate in candidates:
                found.setdefault(candidate.entry, candidate)
                if heading:
                    headed.add(candidate.entry)

        def ask(wanted: Sequence[Wanted]) -> None:
            self._check()
            take(self._candidates.headed(wanted, bounds, _HEADED), _HEADED, True)
            # A letter or two stands in nearly every text: where titles have it, there is nothing to learn from texts.
            if bodies and (len(found) < limit or any(len(one.word.text) > 2 for one in wanted)):
                self._check()
                if len(wanted) > 1 and not wanted[0].wide and all(one.answers[0].articles for one in wanted):
                    take(self._candidates.close(wanted, bounds, _HAVING // 2), 1 << 30, False)
                    self._check()
                take(self._candidates.having(wanted, bounds, _HAVING), _HAVING, False)

        ask(plain)
        wanted: Sequence[Wanted] = plain
        rare = max(3, self._articles // 2000)
        if len(found) < min(limit, 10) or any(one.articles <= rare for one in plain):
            few = len(found) < min(limit, 10)
            wanted = [self._expansion.wide(one) if few or one.articles <= rare else one for one in plain]
            if any(new.answers != old.answers for new, old in zip(wanted, plain, strict=True)):
                ask(wanted)
        hits = self._ranked(list(found.values()), headed, wanted, aside, limit, bodies)
        suggestions = () if hits or not bodies else self._suggestions(query, plain, bounds)
        return Results(query.text, hits, len(found), more, notes, suggestions)

    def _plain(self, words: Sequence[Word]) -> tuple[list[Wanted], list[Wanted]]:
        """The words that articles must have, and those too short yet to ask for, which only move the ranking."""
        plain = [self._expansion.plain(word) for word in words]
        aside = [
            one
            for one in plain
            if len(plain) > 1 and one.word.unfinished and len(one.word.terms) == 1 and len(one.word.terms[0]) < 3
        ]
        return [one for one in plain if one not in aside], aside

    def _bounds(self, query: Query) -> tuple[Bounds, tuple[str, ...]]:
        notes = list(query.notes)
        within: list[Rows] = [] if self._scope is None else [self._scope]
        without: list[Rows] = []
        for asked in query.filters:
            rows = self._restrict(asked) if self._restrict else None
            if rows is None:
                notes.append(f"“{asked.field}:” cannot be asked of this library yet and is left out.")
            else:
                (without if asked.negated else within).append(rows)
        excluded = " OR ".join(
            f'"{" ".join(word.terms)}"' for word in query.excluded if not (word.unfinished and len(word.text) < 2)
        )
        return Bounds(tuple(within), tuple(without), excluded), tuple(notes)

    def _listed(self, query: Query, bounds: Bounds, notes: tuple[str, ...], limit: int) -> Results:
        if not query or not (query.filters or query.excluded) or bounds == Bounds():
            return Results(query.text, notes=notes)
        candidates = self._candidates.newest(bounds, max(limit, _HEADED))
        hits = tuple(
            Hit(one.rowid, one.title, 0.0, Tier.LISTED, snippet=_line(self._text_of(one.rowid)[:_SNIPPET]))
            for one in candidates[:limit]
        )
        return Results(query.text, hits, len(candidates), len(candidates) >= max(limit, _HEADED), notes)

    def _ranked(
        self,
        candidates: list[Candidate],
        headed: set[int],
        wanted: Sequence[Wanted],
        aside: Sequence[Wanted],
        limit: int,
        bodies: bool,
    ) -> tuple[Hit, ...]:
        share = weights(wanted, self._articles)
        glance = Glance([*wanted, *aside], [*share, *(0.1 for _ in aside)])
        scored: list[tuple[float, int, Candidate, Tier]] = []
        for candidate in candidates:
            title = glance.weigh(candidate.title)
            if candidate.entry in headed:
                score = 0.5 + title.score + 0.05 * min(1.0, 40.0 / (len(candidate.title) + 1))
                scored.append((score, candidate.entry, candidate, Tier.TITLE))
            else:
                self._check()
                text = weigh(self._folded_text(candidate.rowid), wanted, share)
                scored.append((text.score + 0.3 * title.score, candidate.entry, candidate, Tier.TEXT))
        scored.sort(key=lambda one: (-one[0], -one[1]))
        hits = []
        for score, _, candidate, tier in scored[:limit]:
            self._check()
            hits.append(self._hit(candidate, score, tier, wanted, bodies))
        return tuple(hits)

    def _folded_text(self, rowid: int) -> str:
        folded = self._folded.get(rowid)
        if folded is None:
            folded = self._folded[rowid] = fold(self._text_of(rowid)[:_READ])
            self._held += len(folded)
            while self._held > _HELD and len(self._folded) > 1:
                self._held -= len(self._folded.popitem(last=False)[1])
        else:
            self._folded.move_to_end(rowid)
        return folded

    def _hit(self, candidate: Candidate, score: float, tier: Tier, wanted: Sequence[Wanted], bodies: bool) -> Hit:
        title_matches, variants, _ = _matches(candidate.title, wanted)
        hit = Hit(candidate.rowid, candidate.title, score, tier, title_matches=title_matches, variants=variants)
        if not bodies:
            return hit
        text = self._text_of(candidate.rowid)
        matches, more, best = _matches(text, wanted)
        start, snippet = _snippet(text, best)
        return replace(
            hit,
            snippet=snippet,
            snippet_start=start,
            matches=matches,
            best=best,
            variants=tuple(dict.fromkeys((*variants, *more))),
        )

    def _facets(self, query: Query) -> Facets:
        bounds, _ = self._bounds(query)
        if not query:
            return Facets()
        if query.words:
            plain, _ = self._plain(query.words)
            rowids = self._candidates.rowids(plain, bounds, _COUNTED)
            if not rowids:
                rowids = self._candidates.rowids([self._expansion.wide(one) for one in plain], bounds, _COUNTED)
        else:
            rowids = [one.rowid for one in self._candidates.newest(bounds, _COUNTED)]
        self._check()
        groups = self._facets_of(rowids) if self._facets_of and rowids else {}
        return Facets(len(rowids), len(rowids) >= _COUNTED, groups)

    def _suggestions(self, query: Query, plain: Sequence[Wanted], bounds: Bounds) -> tuple[str, ...]:
        """Queries that find something: a word one slip further, or left out, or without its quotation marks."""
        tried: list[str] = []
        for one in plain:
            before, after = query.text[: one.word.start], query.text[one.word.end :]
            if one.word.quoted:
                tried.append(f"{before}{one.word.text}{after}")
            tried += [f"{before}{term}{after}" for term in self._expansion.wider(one)[:3]]
        if len(plain) > 1:
            for one in sorted(plain, key=lambda one: one.articles):
                tried.append(" ".join(f"{query.text[: one.word.start]}{query.text[one.word.end :]}".split()))
        good: list[str] = []
        for text in dict.fromkeys(tried):
            self._check()
            words = [self._expansion.plain(word) for word in parse(f"{text} ").words]
            if words and self._candidates.having(words, bounds, 1):
                good.append(text)
            if len(good) == 3:
                break
        return tuple(good)


def _matches(text: str, wanted: Sequence[Wanted]) -> tuple[tuple[Match, ...], tuple[Variant, ...], int]:
    """The places in ``text``, the spellings that differ from what was typed, and where the best place begins."""
    folded = Folded.of(text)
    found = places(folded.text, wanted, _MATCHES)
    if not found:
        return (), (), 0
    best = [0.0] * len(wanted)
    for place in found:
        best[place.word] = max(best[place.word], place.answer.quality)
    start, _ = closest(found, best)
    matches: list[Match] = []
    variants: dict[Variant, None] = {}
    end = -1
    for place in _strongest(found):
        if place.start < end:
            continue
        end = place.end
        first, last = folded.origin(place.start, place.end)
        word = wanted[place.word].word
        kinship = place.answer.kinship
        matches.append(Match(first, last, text[first:last], word.text, kinship))
        if kinship in (Kinship.ALIAS, Kinship.SPELLING, Kinship.TYPO):
            variants[Variant(word.text, text[first:last], kinship)] = None
        if len(matches) >= _MATCHES:
            break
    return tuple(matches), tuple(variants), folded.origin(start, start + 1)[0]


def _strongest(found: list[Place]) -> list[Place]:
    """By place; where several answers share a place, the best."""
    return sorted(found, key=lambda place: (place.start, -place.answer.quality, -place.end))


def _snippet(text: str, best: int) -> tuple[int, str]:
    start = max(0, best - 60)
    if start:
        space = text.find(" ", start, best)
        start = space + 1 if space >= 0 else start
    end = min(len(text), start + _SNIPPET)
    if end < len(text):
        space = text.rfind(" ", start + _SNIPPET // 2, end)
        end = space if space >= 0 else end
    return start, _line(text[start:end])


def _line(text: str) -> str:
    return text.replace("\n", " ")
