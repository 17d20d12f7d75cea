"""``dateline facts``, as a person or a program calls it."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path
from typing import Any

import pytest

from reader.cli import main

SEEDS = Path(__file__).parents[2] / "seeds"
ARTICLE = SEEDS / "000_73ca37d0c5ce4629.txt"


def facts(capsys: pytest.CaptureFixture[str], *arguments: str) -> list[dict[str, Any]]:
    """The JSON lines that the command prints."""
    assert main(["facts", "--format", "jsonl", *arguments]) == 0
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def values(line: dict[str, Any]) -> dict[str, str]:
    return {fact["text"]: fact.get("value") for fact in line["facts"] if fact["kind"] == "date"}


def test_the_clients_article_has_its_people_each_under_one_actor(capsys: pytest.CaptureFixture[str]) -> None:
    (line,) = facts(capsys, "--date", "2021-12-30", str(ARTICLE))
    text = line["text"]
    for fact in line["facts"]:
        assert text[fact["start"] : fact["end"]] == fact["text"]
    for full, short in (("Joe Biden", "Biden"), ("Vladimir Putin", "Putin"), ("Dmitri Peskow", "Peskow"),
                        ("Josep Borrell", "Borrell")):  # fmt: skip
        mentions = [fact for fact in line["facts"] if fact["kind"] == "actor" and fact["text"] in (full, short)]
        assert {fact["type"] for fact in mentions} == {"person"}
        assert len({fact["actor"] for fact in mentions}) == 1
        # Each place where the name stands is a mention: none is missed.
        assert len(mentions) == text.count(short)


def test_dates_resolve_against_the_publication_date(capsys: pytest.CaptureFixture[str]) -> None:
    (line,) = facts(capsys, "--date", "2021-12-30", str(ARTICLE))
    found = values(line)
    assert found["this Thursday"] == "2021-12-30"
    assert found["January 10"] == "2022-01-10"
    assert found["June"] == "2021-06"


def test_without_a_date_nothing_is_guessed(capsys: pytest.CaptureFixture[str]) -> None:
    (line,) = facts(capsys, str(ARTICLE))
    assert line["published"] is None
    assert values(line)["January 10"] == "XXXX-01-10"


def test_the_quote_is_borrells(capsys: pytest.CaptureFixture[str]) -> None:
    (line,) = facts(capsys, "--kind", "quote", str(ARTICLE))
    direct = [fact for fact in line["facts"] if fact["direct"]]
    assert len(direct) == 1
    assert direct[0]["speaker"] == "Josep Borrell"
    start, end = direct[0]["speaker_span"]
    assert line["text"][start:end] == "Josep Borrell"


def test_a_stream_of_json_lines_is_answered_line_by_line(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    lines = [
        json.dumps({"id": "a", "text": "Joe Biden\r\nspoke\ton Monday.", "published": "2021-12-30"}),
        "not json",
        json.dumps({"id": "b"}),
        json.dumps({"id": "c", "text": "x", "published": "yesterday"}),
        json.dumps([1]),
    ]
    monkeypatch.setattr(sys, "stdin", io.StringIO("\n".join(lines)))
    assert main(["facts", "--input", "jsonl", "-"]) == 1
    answers = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [answer.get("id") for answer in answers] == ["a", None, "b", "c", None]
    assert answers[0]["text"] == "Joe Biden\r\nspoke\ton Monday."
    for fact in answers[0]["facts"]:
        assert answers[0]["text"][fact["start"] : fact["end"]] == fact["text"]
    assert all(answer["error"] for answer in answers[1:])


def test_one_bad_file_does_not_stop_the_others(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    (tmp_path / "bad.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20)
    assert main(["facts", "--format", "jsonl", str(tmp_path / "bad.txt"), str(tmp_path / "none"), str(ARTICLE)]) == 1
    out, err = capsys.readouterr()
    assert len(out.splitlines()) == 1
    assert len(err.splitlines()) == 2
    assert "is not text" in err


@pytest.mark.parametrize("arguments", [["--kind", "persons"], ["--date", "soon"], ["--format", "xml"], []])
def test_wrong_use_is_one_line_and_exit_2(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    files = [str(ARTICLE)] if arguments else []
    assert main(["facts", *arguments, *files]) == 2
    out, err = capsys.readouterr()
    assert not out
    assert len(err.splitlines()) == 1


@pytest.mark.parametrize("form", ["table", "tsv", "json", "timeml"])
def test_every_format_names_the_date(form: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["facts", "--date", "2021-12-30", "--format", form, str(ARTICLE)]) == 0
    assert "2022-01-10" in capsys.readouterr().out


def test_actors_are_called_as_the_reader_said(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    from reader.extract.pipeline import EXTRACTOR, extract
    from reader.library import Library

    home = str(tmp_path / "library")
    assert main(["add", "--library", home, str(ARTICLE)]) == 0
    capsys.readouterr()
    with Library.open(home) as library:
        row = library.documents.by_path(ARTICLE)
        assert row is not None
        document = library.documents.get(row.id)
        assert document is not None
        library.facts.put(row.version, EXTRACTOR, extract(document.text, None, document.blocks))
        actor = library.actors.of("Dmitri Peskow")
        assert actor is not None
        library.do(library.actors.rename(actor, "Dmitry Peskov"))

    def peskov(*more: str) -> list[dict[str, Any]]:
        (line,) = facts(capsys, "--library", home, *more)
        return [fact for fact in line["facts"] if "Pesk" in str(fact.get("value")) + str(fact.get("speaker"))]

    named = peskov(str(ARTICLE))
    assert {fact.get("value") or fact.get("speaker") for fact in named} == {"Dmitry Peskov"}
    assert {fact["library_actor"] for fact in named} == {"person:dmitry peskov"}
    assert {fact["value"] for fact in peskov("--as-found", "--kind", "actor", str(ARTICLE))} == {"Dmitri Peskow"}
    quotes = peskov("--kind", "quote", str(ARTICLE))
    assert all(fact["speaker"] == "Dmitry Peskov" and fact["kind"] == "quote" for fact in quotes)
