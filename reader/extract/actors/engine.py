"""Which engine finds the names: our own, spaCy's, or a plugin's.

An engine is a callable that takes an :class:`~reader.extract.article.Article` and returns values of
:class:`~reader.extract.actors.name.Name`: ranges of ``article.tokens`` with a type, a confidence and the name of the
rule. What comes after (whose name it is, roles, metonyms) is the same for every engine.

Engines are chosen by name, on the command line (``--actors NAME``) and in the configuration:

``default``
    The model that ships with Dateline.
``spacy:MODEL``
    An installed spaCy pipeline, such as ``spacy:en_core_web_md``. Install ``dateline[spacy]`` and the pipeline.
``NAME`` or ``NAME:ARGUMENT``
    A plugin: an entry point ``NAME`` in the group ``dateline.actors``, which is a callable that takes the argument (an
    empty string when there is none) and returns an engine. In the plugin's ``pyproject.toml``::

        [project.entry-points."dateline.actors"]
        mine = "my_package.actors:load"

    and in ``my_package/actors.py``::

        def load(argument: str) -> Engine:
            def find(article: Article) -> list[Name]:
                return [Name(first=0, last=1, type="person", confidence=0.9, rule="mine")]
            return find
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import TypeAlias

from reader.extract.actors.name import LONGEST, Name
from reader.extract.article import Article

Engine: TypeAlias = Callable[[Article], list[Name]]

GROUP = "dateline.actors"
"""Entry-point group of plugins."""


class UnknownEngine(ValueError):
    """The engine asked for cannot be had; the message is one sentence for the reader."""


@lru_cache(maxsize=4)
def engine_named(name: str) -> Engine:
    """The engine called ``name``, loaded once.

    :raises UnknownEngine: when there is none, or it cannot be loaded.
    """
    if name in ("", "default"):
        from reader.extract.actors.model import recognise

        return recognise
    kind, _, argument = name.partition(":")
    if kind == "spacy":
        from reader.extract.actors.with_spacy import pipeline

        return pipeline(argument)
    from importlib.metadata import entry_points  # late: 20 ms that only plugins are worth

    for point in entry_points(group=GROUP):
        if point.name == kind:
            try:
                engine: Engine = point.load()(argument)
            except Exception as error:  # a plugin may fail in any way: the reader is told
                raise UnknownEngine(f"the actor engine “{name}” could not be loaded: {error}") from error
            return engine
    raise UnknownEngine(f"there is no actor engine “{name}”; known are default, spacy:MODEL and installed plugins")


def in_order(names: list[Name], count: int) -> list[Name]:
    """``names`` sorted, without those that overlap an earlier one, lie outside the ``count`` tokens or are endless."""
    kept: list[Name] = []
    for name in sorted(names, key=lambda name: (name.first, -name.last)):
        fits = 0 <= name.first < name.last <= count and name.last - name.first <= LONGEST
        if fits and (not kept or name.first >= kept[-1].last):
            kept.append(name)
    return kept
