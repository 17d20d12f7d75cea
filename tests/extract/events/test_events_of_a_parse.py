"""Events of a dependency parse, from documents parsed by hand: no pipeline need be installed."""

from __future__ import annotations

import pytest

from reader.extract.events.with_spacy import ParseReader
from reader.extract.pipeline import extract
from reader.model import ActorMention, DateFact, Event, Published

spacy = pytest.importorskip("spacy")


def parsed(*rows: tuple[str, str, str, int, str]) -> list[Event]:
    """Events of words given with lemma, part of speech, head and label."""
    from spacy.tokens import Doc
    from spacy.vocab import Vocab

    words, lemmas, tags, heads, labels = (list(column) for column in zip(*rows, strict=True))
    document = Doc(Vocab(), words=words, lemmas=lemmas, pos=tags, heads=heads, deps=labels)
    facts = extract(document.text, Published.parse("2021-12-28"))
    actors = [fact for fact in facts if isinstance(fact, ActorMention)]
    dates = [fact for fact in facts if isinstance(fact, DateFact)]
    return ParseReader(document.text, document, actors, dates).events([])


def told(event: Event) -> tuple[str, str, str]:
    parts = (event.subject, event.action, event.object)
    subject, action, object = (part.text if part else "-" for part in parts)
    return subject, action, object


def test_a_plan_with_its_time() -> None:
    (event,) = parsed(
        ("Biden", "Biden", "PROPN", 1, "nsubj"),
        ("plans", "plan", "VERB", 1, "ROOT"),
        ("to", "to", "PART", 3, "aux"),
        ("speak", "speak", "VERB", 1, "xcomp"),
        ("to", "to", "ADP", 3, "prep"),
        ("Putin", "Putin", "PROPN", 4, "pobj"),
        ("on", "on", "ADP", 3, "prep"),
        ("Thursday", "Thursday", "PROPN", 6, "pobj"),
        (".", ".", "PUNCT", 1, "punct"),
    )
    assert told(event) == ("Biden", "plans to speak", "Putin")
    assert event.modality == "planned"
    assert event.when is not None
    assert event.when.value == "2021-12-30"


def test_the_passive_is_turned_round() -> None:
    (event,) = parsed(
        ("The", "the", "DET", 1, "det"),
        ("call", "call", "NOUN", 3, "nsubjpass"),
        ("was", "be", "AUX", 3, "auxpass"),
        ("announced", "announce", "VERB", 3, "ROOT"),
        ("by", "by", "ADP", 3, "agent"),
        ("the", "the", "DET", 6, "det"),
        ("Kremlin", "Kremlin", "PROPN", 4, "pobj"),
        (".", ".", "PUNCT", 3, "punct"),
    )
    assert told(event) == ("Kremlin", "was announced", "The call")
    assert event.rule == "event.passive"


def test_a_shared_subject_and_a_negation() -> None:
    signed, paid = parsed(
        ("Russia", "Russia", "PROPN", 1, "nsubj"),
        ("signed", "sign", "VERB", 1, "ROOT"),
        ("the", "the", "DET", 3, "det"),
        ("treaty", "treaty", "NOUN", 1, "dobj"),
        ("but", "but", "CCONJ", 1, "cc"),
        ("did", "do", "AUX", 7, "aux"),
        ("not", "not", "PART", 7, "neg"),
        ("pay", "pay", "VERB", 1, "conj"),
        ("its", "its", "PRON", 9, "poss"),
        ("debt", "debt", "NOUN", 7, "dobj"),
        (".", ".", "PUNCT", 1, "punct"),
    )
    assert told(signed) == ("Russia", "signed", "the treaty")
    assert told(paid) == ("Russia", "did not pay", "its debt")
    assert paid.negated
    assert not signed.negated


def test_what_was_said_and_universal_labels() -> None:
    said, left = parsed(
        ("Moscow", "Moscow", "PROPN", 1, "nsubj"),
        ("said", "say", "VERB", 1, "ROOT"),
        ("troops", "troop", "NOUN", 4, "nsubj"),
        ("had", "have", "AUX", 4, "aux"),
        ("left", "leave", "VERB", 1, "ccomp"),
        ("two", "two", "NUM", 6, "nummod"),
        ("towns", "town", "NOUN", 4, "obj"),
        (".", ".", "PUNCT", 1, "punct"),
    )
    assert told(said) == ("Moscow", "said", "troops had left two towns")
    assert said.reporting
    assert told(left) == ("troops", "had left", "two towns")


def test_a_date_that_no_verb_governs_is_nobodys_time() -> None:
    # Once it was looked for for ever: each look at a root's head gives another object.
    (event,) = parsed(
        ("Talks", "talk", "NOUN", 0, "ROOT"),
        ("on", "on", "ADP", 0, "prep"),
        ("Thursday", "Thursday", "PROPN", 1, "pobj"),
        (";", ";", "PUNCT", 0, "punct"),
        ("Russia", "Russia", "PROPN", 5, "nsubj"),
        ("signed", "sign", "VERB", 0, "parataxis"),
        ("nothing", "nothing", "PRON", 5, "dobj"),
    )
    assert told(event) == ("Russia", "signed", "nothing")
    assert event.when is None


def test_a_pipeline_that_is_not_installed_is_told() -> None:
    from reader.extract.actors.engine import UnknownEngine
    from reader.extract.events.with_spacy import parser

    with pytest.raises(UnknownEngine, match="not installed"):
        parser("no_such_pipeline")
