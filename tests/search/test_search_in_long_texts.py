"""Words that stand late in a very long article are found, shown and opened at."""

from __future__ import annotations

import sqlite3

from reader.search.index import Index
from reader.search.searcher import Searcher

EARLY = "The minister spoke about prices. " * 20_000
LATE = "A zyxomma dragonfly pushed prices up."
TEXT = EARLY + LATE + " And so on." * 100


def _searcher() -> Searcher:
    connection = sqlite3.connect(":memory:")
    index = Index(connection)
    index.create()
    index.add(1, "A long article", TEXT)
    index.add(2, "A short one", "Prices fell.")
    index.refresh()
    return Searcher(connection, {1: TEXT, 2: "Prices fell."}.__getitem__)


def test_a_word_near_the_end_is_found_with_its_place() -> None:
    hit = _searcher().search("zyxoma").hits[0]
    assert TEXT[hit.best : hit.best + 7] == "zyxomma"
    assert "zyxomma" in hit.snippet


def test_the_place_where_all_words_meet_wins_over_the_beginning_where_one_stands() -> None:
    hit = _searcher().search("prices zyxomma").hits[0]
    assert hit.best >= len(EARLY) - 40  # the “prices” before stands nearer than the one behind
    assert "zyxomma" in hit.snippet
    assert any(match.text == "zyxomma" for match in hit.matches)
    assert all(TEXT[match.start : match.end] == match.text for match in hit.matches)
    assert list(hit.matches) == sorted(hit.matches, key=lambda match: match.start)
