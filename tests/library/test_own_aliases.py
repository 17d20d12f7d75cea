"""The reader's own names of the same, in the library's folder."""

from __future__ import annotations

from pathlib import Path

from reader.library import Library
from reader.library.searching import searcher
from reader.markdown.build import build_text


def test_own_aliases_join_the_shipped_ones(tmp_path: Path) -> None:
    with Library.open(tmp_path) as library:
        library.documents.put(build_text("A headline\n\nThey met in Großdorf on Monday.", id="a", origin="url:a"))
        assert not searcher(library).search("bigtown").hits
        (tmp_path / "aliases.txt").write_text("Großdorf, Bigtown\n", "utf-8")
        (hit,) = searcher(library).search("bigtown").hits
        assert [match.text for match in hit.matches] == ["Großdorf"]
