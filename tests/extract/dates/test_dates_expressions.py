"""A table of expressions in varied wording, each with its value and mod."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from reader.extract.article import Article
from reader.extract.dates import find_dates
from reader.extract.dates.english import HOLIDAYS
from reader.model import Published


def _cells(cell: str) -> list[str]:
    return [item.strip() for item in cell.split(";")]


def _type(value: str) -> str:
    if value.startswith("SET "):
        return "SET"
    return "DURATION" if re.match(r"PT?[\dX]", value) else "TIME" if re.search(r"[\dX]T", value) else "DATE"


def _table() -> list[tuple[str | None, str, list[tuple[str, str, str, str | None]]]]:
    rows = []
    published: str | None = None
    for line in (Path(__file__).parent / "expressions.txt").read_text("utf-8").splitlines():
        if line.startswith("@"):
            published = None if line == "@ none" else line[1:].strip()
        elif "|" in line and not line.startswith("#"):
            sentence, values, *mods = (cell.strip() for cell in line.split("|"))
            words, wanted = re.findall(r"\[(.*?)\]", sentence), _cells(values)
            told = _cells(mods[0]) if mods else ["-"] * len(words)
            dates = [
                (extent, _type(value), value.removeprefix("SET "), None if mod == "-" else mod)
                for extent, value, mod in zip(words, wanted, told, strict=True)
            ]
            rows.append((published, re.sub(r"[\[\]]", "", sentence), dates))
    return rows


@pytest.mark.parametrize(("published", "sentence", "dates"), _table(), ids=lambda cell: str(cell)[:60])
def test_an_expression(published: str | None, sentence: str, dates: list[tuple[str, str, str, str | None]]) -> None:
    facts = find_dates(Article(sentence, Published.parse(published) if published else None))
    assert [(fact.text, fact.type, fact.value, fact.mod) for fact in facts] == dates


@pytest.mark.parametrize("name", sorted(HOLIDAYS))
def test_every_holiday_is_found_as_it_is_written(name: str) -> None:
    written = name.replace(" . ", ". ").replace(" - ", "-").replace(" '", "'").title().replace("'S ", "'s ")
    facts = find_dates(Article(f"They met on {written} in Rome.", Published.parse("2021-12-30")))
    assert [(fact.text.lower(), fact.type) for fact in facts] == [(written.lower(), "DATE")]
    assert facts[0].value[:4] in ("2021", "2020"), facts
