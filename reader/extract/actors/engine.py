"""Which engine finds the names: our own, spaCy's, or a plugin's.

An engine is a callable that takes an :class:`~reader.extract.article.Article` and returns a list of
:class:`~reader.extract.actors.name.Name`, sorted, without overlaps. Everything after that (identity, roles, metonyms) is the same
for all engines.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from reader.extract.actors.name import Name
from reader.extract.article import Article

Engine: TypeAlias = Callable[[Article], list[Name]]
