"""Where anchors go when an article changes, case by case."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reader.annotate.anchoring import Anchoring, place
from reader.annotate.even import Even, even
from reader.model import Anchor, Span, text_version

TALKS = (
    "The Kremlin confirmed the planned phone call.\n\nAn exact time was initially not communicated either in"
    " Washington or in Moscow. Biden and Putin spoke at the beginning of December as part of a two-hour video link. The"
    " White House is in close contact with its allies.\n\nMoscow has demanded guarantees for weeks."
)


def anchored(quote: str, text: str = TALKS, nth: int = 0) -> Anchor:
    start = -1
    for _ in range(nth + 1):
        start = text.index(quote, start + 1)
    return Anchor.of(text, Span(start, start + len(quote)), text_version(text))


def found(anchor: Anchor, text: str, earlier: str = "") -> tuple[str | None, str]:
    span, state = place(anchor, text, text_version(text), {anchor.version: earlier} if earlier else None)
    return (span.of(text) if span else None), state


def test_in_the_same_text_it_stays_where_it_is() -> None:
    assert place(anchored("Moscow", nth=1), TALKS, text_version(TALKS)) == (anchored("Moscow", nth=1).span, "exact")


def test_context_decides_between_several() -> None:
    text = "Moscow said nothing.\n\n" + TALKS
    for nth in (0, 1):
        span, state = place(anchored("Moscow", nth=nth), text, text_version(text))
        assert state == "exact"
        assert span is not None
        assert span.start == anchored("Moscow", nth=nth).start + 22


def test_a_changed_quote_is_moved() -> None:
    text = TALKS.replace("two-hour video link", "two-hour long video link")
    assert found(anchored("a two-hour video link"), text) == ("a two-hour long video link", "moved")


def test_other_line_breaks_and_quotation_marks_are_the_same_quote() -> None:
    old = "He said: “We do not want to be an uninvolved spectator” – and left the room at once, without a word."
    text = 'He said: "We do not\nwant to be an\nuninvolved spectator" - and left the\nroom at once, without a word.'
    assert found(anchored("not want to be an uninvolved spectator” – and", old), text) == (
        'not\nwant to be an\nuninvolved spectator" - and', "exact",
    )  # fmt: skip


def test_what_was_deleted_is_an_orphan_though_the_word_is_elsewhere() -> None:
    text = TALKS.replace("\n\nMoscow has demanded guarantees for weeks.", "")
    assert found(anchored("Moscow", nth=1), text) == (None, "orphan")


def test_two_places_that_look_the_same_are_none() -> None:
    paragraph = "Biden and Putin spoke at the beginning of December as part of a two-hour video link."
    anchor = anchored("beginning of December", paragraph)
    assert found(anchor, f"{paragraph} So it was told.\n\n{paragraph} So it was told.") == (None, "orphan")


def test_the_earlier_text_tells_lookalikes_apart() -> None:
    one = (
        "First round.\n\nThe delegation left early, said the host. Nobody knew why it had been so cold in the hall.\n\n"
    )
    two = (
        "Second round.\n\nThe delegation left early, said the host. Rain fell on the lake and on the photographers.\n\n"
    )
    for nth in (0, 1):
        anchor = anchored("left early", one + two, nth)
        text = "A new title\n\n" + one + two
        span, state = place(anchor, text, text_version(text), {anchor.version: one + two})
        assert (span.start if span else None, state) == (anchor.start + 13, "exact")
    # The annotated one is gone: the other one was another one before.
    assert found(anchored("left early", one + two, 0), two, one + two) == (None, "orphan")


def test_a_word_inside_another_word_is_not_that_word() -> None:
    old = "They met in Geneva on Monday and the meeting was short."
    text = "They met in Geneva Monday and the meeting was short."
    assert found(anchored("on", old), text) == (None, "orphan")


def test_a_long_passage_is_found_by_its_beginning_and_end() -> None:
    long = " ".join(f"Sentence number {n} tells of delegate {n * 7} and the vote on item {n * 13}." for n in range(60))
    old = f"Before it.\n\n{long}\n\nAfter it."
    text = old.replace("delegate 210 and", "delegate 210, who had come late, and").replace(
        "Before it.", "Before it all."
    )
    span, state = place(anchored(long, old), text, text_version(text))
    assert state == "moved"
    assert span is not None
    assert (span.start, span.end) == (len("Before it all.\n\n"), len(text) - len("\n\nAfter it."))


def test_short_articles_and_empty_ones() -> None:
    assert found(anchored("call", "A call"), "The call") == ("call", "exact")
    assert found(anchored("call", "A call"), "") == (None, "orphan")
    assert found(anchored("call", "A call"), "Nothing of it") == (None, "orphan")
    assert place(Anchor(3, 3, "", "abc", "def", "v"), "abcdef", "w") == (None, "orphan")


@given(st.text(alphabet="ab \n“\u00a0é", max_size=60))
def test_evened_places_lead_back(text: str) -> None:
    evened = Even(text)
    assert evened.text == even(text)
    for offset in range(len(evened.text)):
        place = evened.start(offset)
        assert even(text[place]) == evened.text[offset]
        assert evened.offset(place) == offset
        assert evened.end(offset + 1) == place + 1


@given(st.text(max_size=80), st.text(max_size=80), st.integers(0, 80), st.integers(0, 80))
def test_any_text_gets_an_answer_within_it(old: str, text: str, start: int, end: int) -> None:
    start, end = sorted((min(start, len(old)), min(end, len(old))))
    anchor = Anchor.of(old, Span(start, end), text_version(old))
    span, state = Anchoring(text, text_version(text), {anchor.version: old}).place_all([anchor])[0]
    assert (span is None) == (state == "orphan")
    if span is not None:
        assert span.end <= len(text)
