"""What stands around tells dates from their lookalikes: the lines of ``evidence.txt`` and ``senses.txt``."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.extract.article import Article
from reader.extract.dates import find_dates
from reader.model import Published

PUBLISHED = Published.parse("2021-12-30")


def _lines() -> list[tuple[str, list[str]]]:
    """Texts with the dates that must be found in them, all of them and no other."""
    found = []
    folder = Path(__file__).parent
    for line in [
        line for name in ("evidence", "senses") for line in (folder / f"{name}.txt").read_text("utf-8").splitlines()
    ]:
        if line and not line.startswith("#"):
            text, _, dates = line.partition(" | ")
            found.append((text.replace("\\n", "\n"), [date.strip() for date in dates.split(";") if date.strip()]))
    return found


@pytest.mark.parametrize(("text", "dates"), _lines())
def test_what_stands_around_tells_dates_from_lookalikes(text: str, dates: list[str]) -> None:
    assert [fact.text for fact in find_dates(Article(text, PUBLISHED))] == dates
