"""The words of the library: how common each is, which begin alike, which are a slip of the finger apart.

The terms lie in the database in lists by first letter and length, and again by last two letters and length. A list is
read as one string and split when first needed, so nothing is loaded when the reader starts, and terms that are compared
together lie together in memory, which makes the comparison 3.6 times faster. One slip leaves either the first letter or
the last two alone, so both lists together see all that a scan of the whole vocabulary would, and nearly all for two.
Beginnings of terms lie in lists too, for a word with a slip that is still being typed.
"""

from __future__ import annotations

import re
import sqlite3
from collections import OrderedDict, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

SHORTEST, LONGEST = 3, 32
"""Lengths of terms, in letters, that typos are forgiven in."""

OPENINGS = 3, 10
"""Lengths of the beginnings that are listed."""

_WAITING = 8_000
"""How many new terms wait outside the lists at most; they are compared one and all."""

_ROWS = 40
"""Rows that a list may be spread over."""

_REMEMBERED = 5_000
"""How many answers to each question about a word are kept."""

_CACHED = 3_000_000
"""Letters of lists that are kept split in memory: about 35 MB."""


@dataclass(frozen=True, slots=True)
class Near:
    """A term of the vocabulary that is like a word."""

    term: str
    distance: int
    """Optimal string alignment distance (Damerau–Levenshtein without edits inside a swap)."""
    articles: int


def skeleton(term: str) -> str:
    """What is left of a name without habits of spelling: ``borel`` of ``borrell``, ``peskov`` of ``peskow``."""
    if not _HABIT.search(term):
        return term
    out = term.replace("ph", "f").replace("ck", "k").replace("y", "i").replace("w", "v")
    return _DOUBLE.sub(r"\1", out)


_DOUBLE = re.compile(r"(.)\1+")
_HABIT = re.compile(r"[yw]|ph|ck|(.)\1")


class Vocabulary:
    """Looks words up over a connection that only this object's thread uses."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._lists: OrderedDict[tuple[str, str, int], list[str]] = OrderedDict()
        self._held = 0
        self._articles: dict[str, int] = {}
        self._completions: dict[tuple[str, int], list[tuple[str, int]]] = {}
        self._near: dict[tuple[str, int], list[Near]] = {}
        self._unlisted: dict[int, list[str]] | None = None

    def forget(self) -> None:
        """Drop all that was read: the index has changed."""
        self._lists.clear()
        self._held = 0
        self._articles.clear()
        self._completions.clear()
        self._near.clear()
        self._unlisted = None

    def trim(self) -> None:
        """Keep what is remembered of single words small; for between searches."""
        for known in (self._articles, self._completions, self._near):
            if len(known) > _REMEMBERED:
                known.clear()

    def articles(self, term: str) -> int:
        """How many articles have ``term``; removed ones may be counted until the index is built anew."""
        count = self._articles.get(term)
        if count is None:
            row = self._connection.execute("SELECT articles FROM search_term WHERE term = ?", (term,)).fetchone()
            count = self._articles[term] = int(row[0]) if row else 0
        return count

    def completions(self, start: str, limit: int) -> list[tuple[str, int]]:
        """The commonest terms that begin with ``start``, itself included, with their numbers of articles."""
        key = (start, limit)
        known = self._completions.get(key)
        if known is None:
            known = self._completions[key] = self._connection.execute(
                "SELECT term, articles FROM search_term WHERE term >= ? AND term < ? ORDER BY articles DESC LIMIT ?",
                (start, start + "\U0010ffff", limit),
            ).fetchall()
        return known

    def same_skeleton(self, word: str) -> list[str]:
        """Terms that spelling habits alone keep apart from ``word``."""
        bare = skeleton(word)
        found = [
            row[0]
            for row in self._connection.execute("SELECT term FROM search_skeleton WHERE skeleton = ? LIMIT 24", (bare,))
        ]
        for length in range(len(bare), len(bare) + 4):
            found += [term for term in self._fresh(length) if term[0] == word[0] and skeleton(term) == bare]
        if self.articles(bare):
            found.append(bare)
        return [term for term in dict.fromkeys(found) if term != word]

    def near(self, word: str, distance: int) -> list[Near]:
        """Terms within ``distance`` slips of ``word``: nearest first, then with its first letter, then commonest."""
        key = (word, distance)
        known = self._near.get(key)
        if known is None:
            known = self._near[key] = self._look_near(word, distance)
        return known

    def near_openings(self, start: str, distance: int, limit: int) -> list[str]:
        """Beginnings of terms within ``distance`` slips of ``start``: what a word with a typo may be going to be.

        Empty for a start of more than ten letters: whole terms are near enough by then.
        """
        from rapidfuzz.distance import OSA
        from rapidfuzz.process import extract

        found: dict[str, int] = {}
        # Two slips reach an added or missing letter in openings of one length; one slip only in their neighbours.
        lengths = (len(start),) if distance > 1 else (len(start), len(start) + 1, len(start) - 1)
        for length in lengths:
            if OPENINGS[0] <= length <= OPENINGS[1]:
                openings = self._list("open", start[0], length)
                waiting = self._waiting_openings(start[0], length)
                if waiting:
                    openings = [*openings, *waiting]
                near = extract(start, openings, scorer=OSA.distance, score_cutoff=distance, limit=limit)
                for opening, slips, _ in near:
                    found[opening] = min(slips, found.get(opening, 9))
        ranked = sorted(found, key=lambda opening: (found[opening], opening))
        kept: list[str] = []
        for opening in ranked:
            if not any(opening.startswith(other) for other in kept):
                kept.append(opening)
        return kept[:limit]

    def _look_near(self, word: str, distance: int) -> list[Near]:
        from rapidfuzz.distance import OSA
        from rapidfuzz.process import extract

        found: dict[str, int] = {}

        def compare(terms: Sequence[str]) -> None:
            for term, slips, _ in extract(word, terms, scorer=OSA.distance, score_cutoff=distance, limit=48):
                found[term] = slips

        lengths = range(max(SHORTEST, len(word) - distance), min(LONGEST, len(word) + distance) + 1)
        for length in lengths:
            compare(self._list("first", word[0], length))
            compare(self._list("last", word[-2:], length))
            compare(self._fresh(length))
        found.pop(word, None)
        near = [Near(term, slips, self.articles(term)) for term, slips in found.items()]
        near.sort(key=lambda one: (one.distance, one.term[0] != word[0], -one.articles, one.term))
        return near

    def _list(self, kind: str, letters: str, length: int) -> list[str]:
        key = (kind, letters, length)
        terms = self._lists.get(key)
        if terms is None:
            rows = self._connection.execute(
                "SELECT terms FROM search_list WHERE kind = ? AND letters = ? AND length = ?", key
            ).fetchall()
            joined = "\n".join(row[0] for row in rows)
            terms = self._lists[key] = joined.split("\n") if joined else []
            self._held += len(terms) * length
            while self._held > _CACHED:
                (_, _, size), dropped = self._lists.popitem(last=False)
                self._held -= len(dropped) * size
        else:
            self._lists.move_to_end(key)
        return terms

    def _waiting_openings(self, letter: str, length: int) -> list[str]:
        """Beginnings of terms that are not in the lists yet."""
        sizes = range(length, LONGEST + 1)
        return list({term[:length] for size in sizes for term in self._fresh(size) if term[0] == letter})

    def _fresh(self, length: int) -> list[str]:
        if self._unlisted is None:
            self._unlisted = {}
            for (term,) in self._connection.execute("SELECT term FROM search_term WHERE listed = 0"):
                if _listable(term):
                    self._unlisted.setdefault(len(term), []).append(term)
        return self._unlisted.get(length, [])


def _listable(term: str) -> bool:
    return SHORTEST <= len(term) <= LONGEST and not term[0].isdigit()


def settle_lists(connection: sqlite3.Connection) -> None:
    """Take new terms into the lists once some thousands wait, as further rows beside those that are there."""
    waiting = connection.execute("SELECT count(*) FROM search_term WHERE listed = 0").fetchone()[0]
    if waiting >= _WAITING:
        rows = connection.execute(
            "SELECT count(*) FROM search_list WHERE kind = 'first' AND letters = 's' AND length = 7"
        )
        if rows.fetchone()[0] > _ROWS:
            rebuild_lists(connection)
        else:
            _list(connection, "WHERE listed = 0")


def rebuild_lists(connection: sqlite3.Connection) -> None:
    """Write all lists anew, one row each: about 4 s for a vocabulary of a million."""
    connection.execute("DELETE FROM search_list")
    _list(connection, "")


def _list(connection: sqlite3.Connection, which: str) -> None:
    lists: defaultdict[tuple[str, str, int], list[str]] = defaultdict(list)
    skeletons: list[tuple[str, str]] = []
    before = ""
    for (term,) in connection.execute(f"SELECT term FROM search_term {which} ORDER BY term"):
        if not _listable(term):
            continue
        lists["first", term[0], len(term)].append(term)
        lists["last", term[-2:], len(term)].append(term)
        for length in range(min(OPENINGS[1], len(term)), OPENINGS[0] - 1, -1):
            opening = term[:length]
            if before.startswith(opening):
                break  # and so does every shorter one
            lists["open", term[0], length].append(opening)
        before = term
        bare = skeleton(term)
        if bare != term:
            skeletons.append((bare, term))
    connection.executemany(
        "INSERT INTO search_list VALUES(?, ?, ?, ?)",
        ((*key, "\n".join(terms)) for key, terms in lists.items()),
    )
    connection.executemany("INSERT OR IGNORE INTO search_skeleton VALUES(?, ?)", sorted(skeletons))
    connection.execute("UPDATE search_term SET listed = 1 WHERE listed = 0")
