"""What changed in an article: struck out and bold, together both texts."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reader.markdown.build import build_text
from reader.markdown.compare import compared
from reader.model import Document, Style

WORDS = st.lists(
    st.sampled_from(["the", "talks", "in", "Geneva", "went", "on", "and", "failed"]), min_size=1, max_size=12
)
TEXTS = st.lists(WORDS.map(" ".join), min_size=1, max_size=5).map("\n\n".join)


def document(text: str) -> Document:
    return build_text(text, id="a", origin="feed:x:a", title="Talks")


def words_of(shown: Document, left_out: Style) -> list[str]:
    gone = [(run.start, run.end) for block in shown.blocks for run in block.runs if run.style is left_out]
    kept = "".join(letter for at, letter in enumerate(shown.text) if not any(start <= at < end for start, end in gone))
    return kept.replace("⋯", " ").split()


def is_within(part: list[str], whole: list[str]) -> bool:
    rest = iter(whole)
    return all(word in rest for word in part)


@given(TEXTS, TEXTS)
def test_without_what_came_it_is_of_the_old_and_without_what_went_of_the_new(old: str, new: str) -> None:
    shown = compared(document(old), document(new))
    if old == new:
        assert shown.text == "The words are the same."
        return
    assert is_within(words_of(shown, Style.STRONG), old.split())
    assert is_within(words_of(shown, Style.STRIKE), new.split())
    for block in shown.blocks:
        assert all(block.start <= run.start < run.end <= block.end for run in block.runs)


def test_one_word_is_one_word() -> None:
    shown = compared(
        document("Same.\n\nThe talks begin on Monday.\n\nEnd."), document("Same.\n\nThe talks end on Monday.\n\nEnd.")
    )
    assert shown.text == "Same.\n\nThe talks begin end on Monday.\n\nEnd."
    assert [run.style for block in shown.blocks for run in block.runs] == [Style.STRIKE, Style.STRONG]


def test_a_new_headline_comes_first() -> None:
    shown = compared(
        build_text("x", id="a", origin="feed:x", title="Old news"),
        build_text("x", id="a", origin="feed:x", title="New news"),
    )
    assert shown.text.startswith("Old New news")


def test_a_headline_alone_stands_above_a_text_that_is_the_same() -> None:
    old, new = (build_text("x\n\ny", id="a", origin="feed:x", title=title) for title in ("Old news", "New news"))
    shown = compared(old, new, heading="Noticed today")
    assert shown.text == "Noticed today\n\nOld New news\n\nThe text is the same."


def test_an_address_is_told_whole() -> None:
    one = document("x")
    shown = compared(one, one, ("http://a.example/1", "http://a.example/2"))
    assert shown.text == "Address: http://a.example/1 http://a.example/2\n\nThe text is the same."
    assert [shown.text[run.start : run.end] for run in shown.blocks[0].runs if run.style is Style.STRIKE] == [
        "http://a.example/1"
    ]
    assert compared(one, one, ("", "http://a.example/2")).text.startswith("Address: http://a.example/2")
