"""Block quotations, headings, and who can say a thing at all."""

from __future__ import annotations

import pytest

from reader.extract.pipeline import extract_document
from reader.markdown.build import build_markdown
from reader.model import Event, Fact, Quote


def facts(source: str) -> tuple[Fact, ...]:
    return extract_document(build_markdown(source, id="id", origin="stdin:test"))


def quotes(source: str, direct: bool = True) -> list[Quote]:
    return [fact for fact in facts(source) if isinstance(fact, Quote) and fact.direct is direct]


WORDS = "We will not allow anyone to slam closed the door."


@pytest.mark.parametrize(
    "source",
    [
        f"It was late.\n\n> {WORDS}\n>\n> — Angela Merkel, 10 January 2022\n\nShe left.",
        f"It was late.\n\n> {WORDS}\n\n— Angela Merkel\n\nShe left.",
        f"It was late.\n\n> {WORDS}\\\n> — Angela Merkel, chancellor\n",
        f"Angela Merkel put it in one sentence:\n\n> {WORDS}\n\nThe hall was silent.",
        f"Angela Merkel recalled the war that followed and said the bank was ready:\n\n> {WORDS}\n",
        f"The talks had failed, Angela Merkel said.\n\n> {WORDS}\n\nThe hall was silent.",
        f"Angela Merkel:\n\n> {WORDS}\n",
    ],
)
def test_a_block_quotation_is_a_direct_quote_of_who_signs_or_is_introduced(source: str) -> None:
    (quote,) = quotes(source)
    assert quote.text == WORDS
    assert quote.speaker == "Angela Merkel"
    assert quote.actor is not None


def test_a_block_quotation_of_nobody_has_no_speaker_and_little_confidence() -> None:
    (quote,) = quotes(f"It was late.\n\n> {WORDS}\n>\n> Nobody else will.\n\nIt rained.")
    assert quote.text == f"{WORDS}\n\nNobody else will."
    assert quote.speaker is None
    assert quote.confidence <= 0.5


def test_no_events_are_told_inside_a_block_quotation() -> None:
    told = [fact for fact in facts(f"It rained.\n\n> {WORDS}\n") if isinstance(fact, Event)]
    assert [event.text for event in told if "door" in event.text] == []


def test_marks_inside_a_block_quotation_make_no_second_quote() -> None:
    (quote,) = quotes("It was late.\n\n> “We will come back,” he said.\n>\n> — Angela Merkel")
    assert quote.speaker == "Angela Merkel"


def test_a_heading_is_no_source() -> None:
    source = "## What each side says it wants\n\nIt rained.\n\n## The minister said it was over\n\nThey left."
    assert quotes(source, direct=False) == quotes(source) == []


@pytest.mark.parametrize(
    "text",
    [
        "The banks that matter most to the world have shown how differently they read the rise in prices.",
        "The price has shown that the rule is void.",
    ],
)
def test_what_cannot_speak_is_not_quoted(text: str) -> None:
    assert quotes(text, direct=False) == []


def test_a_shared_verb_goes_to_who_can_speak() -> None:
    (quote,) = quotes("Angela Merkel recalled the sanctions that followed the war and said Berlin was ready.", False)
    assert (quote.speaker, quote.text) == ("Angela Merkel", "Berlin was ready")
