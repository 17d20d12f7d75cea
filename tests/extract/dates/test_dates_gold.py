"""Whole news articles of our own against their gold TIMEX3: values found, traps left alone."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

import pytest

from reader.extract.article import Article
from reader.extract.dates import find_dates
from reader.model import DateFact, Published

GOLD = Path(__file__).parents[1] / "gold" / "dates-news.txt"


@dataclass(frozen=True, slots=True)
class GoldDate:
    """A TIMEX3 of the gold."""

    start: int
    end: int
    type: str
    value: str
    mod: str | None


@dataclass(frozen=True, slots=True)
class GoldArticle:
    """An article, its dates, and the ranges that must not be taken for dates."""

    name: str
    published: Published | None
    text: str
    dates: tuple[GoldDate, ...]
    traps: tuple[tuple[int, int], ...]


def _type(value: str) -> str:
    return (
        "DURATION"
        if value[0] == "P" and value[1] in "T0123456789X"
        else "TIME"
        if re.search(r"[\dX]T", value)
        else "DATE"
    )


def _read(block: str) -> GoldArticle:
    head, _, body = block.partition("\n")
    name, _, published = head.partition(" ")
    text, dates, traps = "", [], []
    for piece in re.split(r"(\[\[.*?\]\]|\{\{.*?\}\})", body.strip("\n")):
        start = len(text)
        if piece.startswith("[["):
            words, value, *mod = (cell.strip() for cell in piece[2:-2].split("|"))
            kind = "SET" if value.startswith("SET ") else _type(value)
            text += words
            dates.append(GoldDate(start, len(text), kind, value.removeprefix("SET "), mod[0] if mod else None))
        elif piece.startswith("{{"):
            text += piece[2:-2]
            traps.append((start, len(text)))
        else:
            text += piece
    return GoldArticle(name, Published.parse(published) if published else None, text, tuple(dates), tuple(traps))


def gold_articles() -> list[GoldArticle]:
    """The articles of the gold file."""
    return [_read(block) for block in GOLD.read_text("utf-8").split("\n@ ")[1:]]


def _overlap(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _value_f1(article: GoldArticle, found: list[DateFact]) -> float:
    right = sum(
        any(_overlap((gold.start, gold.end), (fact.start, fact.end)) and fact.value == gold.value for fact in found)
        for gold in article.dates
    )
    return 200 * right / (len(article.dates) + len(found))


@pytest.mark.parametrize("article", gold_articles(), ids=lambda article: article.name)
def test_an_article_of_our_own(article: GoldArticle) -> None:
    found = find_dates(Article(article.text, article.published))
    taken = [fact.text for fact in found if any(_overlap((fact.start, fact.end), trap) for trap in article.traps)]
    assert taken == []
    gold = {(date.start, date.end, date.type, date.value, date.mod) for date in article.dates}
    ours = {(fact.start, fact.end, fact.type, fact.value, fact.mod) for fact in found}
    told = [
        (article.text[start:end], kind, value, mod) for start, end, kind, value, mod in sorted(gold ^ ours, key=str)
    ]
    assert _value_f1(article, found) >= 90, told
