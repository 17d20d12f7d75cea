"""The events of one article in the others."""

from __future__ import annotations

import json
from typing import Any

import pytest

from reader.cli import main
from reader.extract.pipeline import EXTRACTOR, extract
from reader.library import Library, SetPublished, elsewhere
from reader.library.elsewhere import SameEvent
from reader.model import Published
from tests.library.test_pages_across import fill

FIRST = "Joe Biden met Vladimir Putin in Geneva on 10 January 2022. Russia sent 100,000 soldiers to Belarus on Friday."
SECOND = "Vladimir Putin and Joe Biden talked in Geneva on 11 January 2022. Wheat fell by 3 percent."
THIRD = "Russia deployed 120,000 soldiers in Belarus on Friday, officials said."
OTHER = "Joe Biden met Vladimir Putin in Geneva on 16 June 2021. Russia sent 5 soldiers to Mali in May 2020."


def same(library: Library, name: str) -> list[SameEvent]:
    row = next(row for row in library.documents.rows() if row.title == f"Article {name}")
    document = library.documents.get(row.id)
    facts = library.facts.get(row.version, EXTRACTOR, row.published)
    assert document is not None
    assert facts is not None
    return library.elsewhere.same(row.id, document.text, facts, row.published)


@pytest.fixture
def filled(library: Library) -> Library:
    fill(library, "first", FIRST, "2022-01-12")
    fill(library, "second", SECOND, "2022-01-13")
    fill(library, "third", THIRD, "2022-01-10")
    fill(library, "other", OTHER, "2022-01-12")
    return library


def test_other_tellings_with_what_differs(filled: Library) -> None:
    met, sent = same(filled, "first")
    assert [telling.stated.title for telling in met.tellings] == ["Article second"]
    assert [(one.about, one.here, one.there) for one in met.tellings[0].differences] == [
        ("when", "10 January 2022", "11 January 2022")
    ]
    assert [telling.stated.title for telling in sent.tellings] == ["Article third"]
    difference = sent.tellings[0].differences[0]
    assert (difference.about, difference.here, difference.there) == ("soldier", "100,000", "120,000")
    assert THIRD[slice(*difference.place)] == "120,000"


def test_it_is_the_same_from_the_other_side(filled: Library) -> None:
    (met,) = same(filled, "second")
    assert [telling.stated.title for telling in met.tellings] == ["Article first"]


def test_an_article_with_the_same_text_is_no_other_telling(filled: Library) -> None:
    fill(filled, "copy", FIRST, "2022-01-12")
    assert {t.stated.title for event in same(filled, "first") for t in event.tellings} == {
        "Article second",
        "Article third",
    }


def test_facts_of_the_article_that_come_meanwhile_are_no_other_telling(
    filled: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    row = next(row for row in filled.documents.rows() if row.title == "Article first")
    asked, day = elsewhere._joined, Published.parse("2022-01-13")

    def meanwhile(*given: Any) -> dict[str, str]:
        filled.do(SetPublished(row.id, day.iso))
        filled.facts.put(row.version, EXTRACTOR, extract(FIRST, day), day, FIRST)
        return asked(*given)

    monkeypatch.setattr(elsewhere, "_joined", meanwhile)
    assert "Article first" not in {t.stated.title for event in same(filled, "first") for t in event.tellings}
    monkeypatch.undo()
    assert "Article first" not in {t.stated.title for event in same(filled, "first") for t in event.tellings}


def test_on_the_command_line(filled: Library, capsys: pytest.CaptureFixture[str]) -> None:
    row = next(row for row in filled.documents.rows() if row.title == "Article first")
    assert main(["same", row.id, "--library", str(filled.home), "--format", "jsonl", "--differing"]) == 0
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [line["elsewhere"][0]["differences"][0]["about"] for line in lines] == ["when", "soldier"]
    assert main(["same", "nothing", "--library", str(filled.home)]) == 1
    assert "no such article" in capsys.readouterr().err
