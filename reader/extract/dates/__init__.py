"""Dates of an article as TIMEX3: recognised by rules, resolved against publication and the dates around."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.extract.article import Article
    from reader.model import DateFact


def find_dates(article: Article) -> list[DateFact]:
    """DATE, TIME, DURATION and SET expressions of an English article, by start; they do not overlap.

    Relative ones are resolved against ``article.published``; where that is None their values stay underspecified
    (``XXXX-01-10``, ``XXXX-WXX``).
    """
    from reader.extract.dates.tagger import tag

    return tag(article)
