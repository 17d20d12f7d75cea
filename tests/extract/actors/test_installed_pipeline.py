"""A real spaCy pipeline through the whole door: names, events and the command line. Skipped where none is installed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from reader.cli import main
from reader.extract.actors import find_actors, with_spacy
from reader.extract.article import Article
from reader.extract.pipeline import extract
from reader.model import ActorMention, Event, Published

spacy = pytest.importorskip("spacy", reason="spaCy is not installed")

TEXT = """LONDON, Jan 12, 2022 - President Joe Biden met Vladimir Putin in Geneva on Wednesday. Russia signed the treaty
but did not pay its debt.

“We are ready,” said Dmitry Peskov, the Kremlin spokesman. Jens Stoltenberg was elected by the members in Brussels.
"""


@pytest.fixture(scope="module")
def pipeline() -> str:
    for name in sorted(spacy.util.get_installed_models()):
        if name.startswith("en_"):
            meta = spacy.load(name)
            if "ner" in meta.pipe_names and "parser" in meta.pipe_names:
                return str(name)
    pytest.skip("no English spaCy pipeline with names and a parser is installed")


def test_its_names_become_actors_with_our_edges(pipeline: str) -> None:
    found = {actor.text: actor for actor in find_actors(Article(TEXT), f"spacy:{pipeline}")}
    assert found["Joe Biden"].type == "person"
    assert found["Geneva"].type == "place"
    assert all(TEXT[actor.start : actor.end] == actor.text for actor in found.values())
    assert not any(text.lower().startswith("the ") for text in found)
    assert found["Joe Biden"].rule.startswith("actors.spacy en_")


def _words(event: Event) -> tuple[str, str | None, str]:
    subject, action, object = event.subject, event.action, event.object
    return subject.text if subject else "", action.value if action else None, object.text if object else ""


def test_events_come_from_its_parse(pipeline: str) -> None:
    facts = extract(TEXT, Published.parse("2022-01-12"), actors=f"spacy:{pipeline}")
    told = {_words(event): event for event in facts if isinstance(event, Event)}
    assert {event.rule for event in told.values()} <= {"event.parse", "event.passive"}
    # The dateline is not the subject of the first sentence.
    met = told["Joe Biden", "meet", "Vladimir Putin"]
    assert met.when is not None
    assert met.when.value == "2022-01-12"
    assert told["Russia", "pay", "its debt"].negated
    assert told["the members", "elect", "Jens Stoltenberg"].rule == "event.passive"
    # What was said is the quotation with both its marks.
    assert told["Dmitry Peskov", "say", "“We are ready,”"].reporting


def test_a_text_is_parsed_once_for_names_and_events(pipeline: str) -> None:
    with_spacy.parsed.cache_clear()
    extract(TEXT, actors=f"spacy:{pipeline}")
    assert with_spacy.parsed.cache_info().misses == 1


def test_a_text_longer_than_a_piece_keeps_its_offsets(pipeline: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(with_spacy, "_PIECE", 150)
    with_spacy.parsed.cache_clear()
    facts = extract(TEXT * 3, actors=f"spacy:{pipeline}")
    with_spacy.parsed.cache_clear()
    peskovs = [fact.start for fact in facts if isinstance(fact, ActorMention) and fact.text == "Dmitry Peskov"]
    first = TEXT.index("Dmitry Peskov")
    assert peskovs == [first, first + len(TEXT), first + 2 * len(TEXT)]
    assert sum(isinstance(fact, Event) and _words(fact)[1] == "elect" for fact in facts) == 3


def test_the_command_line_takes_it(pipeline: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "news.txt"
    file.write_text(TEXT, "utf-8")
    command = ["facts", "--library", str(tmp_path / "library"), "--format", "jsonl", "--actors", f"spacy:{pipeline}"]
    assert main([*command, str(file)]) == 0
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    text = json.dumps(rows)
    assert "Vladimir Putin" in text
    assert "spacy en_" in text
