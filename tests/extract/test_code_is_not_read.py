"""Code is no prose: nothing in it is a fact, and what stands around it is read as before."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from reader.extract.pipeline import extract_document
from reader.extract.unread import code, prose
from reader.markdown.build import build_markdown
from reader.model import Document, Event, Fact, Quote


def read(source: str) -> tuple[Document, tuple[Fact, ...]]:
    document = build_markdown(source, id="id", origin="stdin:test")
    return document, extract_document(document)


def test_a_code_block_holds_no_facts() -> None:
    source = (
        "Joe Biden met Vladimir Putin in Geneva.\n\n```sh\nsearch Angela Merkel 2021-05-04 --limit 3 million\n```\n\n"
        "They left."
    )
    document, facts = read(source)
    spans = code(document.blocks)
    assert len(spans) == 1
    assert {fact.text for fact in facts if fact.kind == "actor"} == {"Joe Biden", "Vladimir Putin", "Geneva"}
    assert not any(span.overlaps(fact.span) for fact in facts for span in spans)


def test_inline_code_holds_no_facts_and_acts_in_none() -> None:
    _, facts = read("The tool `merkel list 3 million` shows 40 articles. `Angela Merkel` prints her name.")
    assert [fact.text for fact in facts if fact.kind == "figure"] == ["40"]
    assert [fact for fact in facts if fact.kind == "actor"] == []
    assert not [fact for fact in facts if isinstance(fact, Event) and "prints" in fact.text]


def test_what_is_said_about_code_is_quoted_with_it() -> None:
    document, facts = read("Angela Merkel said that the option `--limit` had been removed.")
    (quote,) = [fact for fact in facts if isinstance(fact, Quote)]
    assert quote.text == "that the option --limit had been removed"
    for fact in facts:
        assert fact.text == document.text[fact.start : fact.end]
        assert "ƿ" not in repr(fact)


def test_struck_words_stay_and_keep_to_themselves() -> None:
    _, facts = read("The start moved: ~~Angela Merkel~~ Emmanuel Macron will give it, not in ~~May~~ June.")
    people = [fact.text for fact in facts if fact.kind == "actor"]
    assert people == ["Angela Merkel", "Emmanuel Macron"]
    assert {"May", "June"} <= {fact.text for fact in facts if fact.kind == "date"}


@given(st.lists(st.sampled_from(["Joe Biden", "`x y`", "~~Putin~~", "5 May", "\n\n", "```\ncode 5\n```\n\n", "said "])))
def test_prose_is_as_long_as_the_text(parts: list[str]) -> None:
    document = build_markdown(" ".join(parts), id="id", origin="stdin:test")
    masked = prose(document.text, document.blocks)
    assert len(masked) == len(document.text)
    spans = code(document.blocks)
    assert all(one.end <= other.start for one, other in pairwise(spans))
    outside = [at for at in range(len(masked)) if not any(at in span for span in spans)]
    assert all(masked[at] in (document.text[at], ";") for at in outside)
