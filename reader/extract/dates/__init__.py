"""Dates of an article as TIMEX3: recognised by rules, resolved against publication and the dates around."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.extract.article import Article
    from reader.model import DateFact


TAGGERS = {"en": "reader.extract.dates.tagger"}
"""The module that reads the dates of a language: its ``tag(article)`` is :func:`find_dates` for it."""


def find_dates(article: Article, language: str = "en") -> list[DateFact]:
    """DATE, TIME, DURATION and SET expressions of an article, by start; they do not overlap.

    Relative ones are resolved against ``article.published``; where that is None their values stay underspecified
    (``XXXX-01-10``, ``XXXX-WXX``).
    """
    found: list[DateFact] = import_module(TAGGERS[language]).tag(article)
    return found
