"""Other names of the same: a small table that is shipped, and the reader's own beside it."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from functools import lru_cache
from pathlib import Path
from typing import TypeAlias

from reader.model.regular import text_of
from reader.search.fold import terms

Name: TypeAlias = tuple[str, ...]
"""Folded terms of a name."""


class Aliases:
    """Groups of names, one a line, separated by commas; ``#`` begins a comment. Odd lines do no harm."""

    def __init__(self, lines: Iterable[str] = ()) -> None:
        self._others: dict[Name, tuple[Name, ...]] = {}
        self.extend(lines)

    def extend(self, lines: Iterable[str]) -> None:
        """Add groups; a name that stands in several groups has the names of all of them."""
        for line in lines:
            names = [tuple(terms(name)) for name in line.partition("#")[0].split(",")]
            group = list(dict.fromkeys(name for name in names if name))
            for name in group:
                known = self._others.get(name, ())
                more = tuple(other for other in group if other != name and other not in known)
                self._others[name] = known + more

    def others(self, name: Name) -> tuple[Name, ...]:
        """The other names of ``name``; empty when none is known."""
        return self._others.get(name, ())


def aliases(own: Path | None = None) -> Aliases:
    """The shipped table and, where it exists and can be read, the reader's ``own`` file."""
    table = Aliases(_shipped())
    if own is not None:
        with suppress(OSError):
            table.extend(text_of(own, "replace").split("\n"))
    return table


@lru_cache(1)
def _shipped() -> tuple[str, ...]:
    return tuple(Path(__file__).with_name("aliases.txt").read_text("utf-8").split("\n"))
