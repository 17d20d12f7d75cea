"""Labels and notes as they lie over a line: all of them, the nested one on top, where several meet marked."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from textual.color import Color

from reader.model import Span
from reader.tui.label_colours import HUES, colour_name, tint
from reader.tui.marks import Mark, Marks
from reader.tui.readable import ENOUGH, contrast, readable
from reader.tui.themes import THEMES

MARKS = st.lists(
    st.builds(
        lambda start, length, label, noted, unsaved: Mark(Span(start, start + length), label, "", noted, unsaved),
        st.integers(0, 60),
        st.integers(1, 30),
        st.sampled_from(["", "actor", "claim"]),
        st.booleans(),
        st.booleans(),
    ),
    max_size=12,
)


@given(MARKS, st.integers(0, 80), st.integers(1, 40))
def test_every_place_of_a_line_has_the_names_of_the_marks_over_it(marks: list[Mark], start: int, length: int) -> None:
    end = start + length
    seen: dict[int, tuple[str, ...]] = {}
    for low, high, names in Marks(marks).over(start, end).within(start, end):
        seen |= dict.fromkeys(range(low, high), names)
    for at in range(start, end):
        over = [mark for mark in marks if at in mark.span]
        wanted = {f"label:{mark.label}" if mark.label else "note" for mark in over}
        wanted |= {"several"} if len(over) > 1 else set()
        wanted |= {"unsaved"} if any(mark.unsaved for mark in over) else set()
        assert set(seen.get(at, ())) == wanted
        if len({len(mark.span) for mark in over}) > 1:
            inner = min(over, key=lambda mark: len(mark.span))
            named = [name for name in seen[at] if name == "note" or name.startswith("label:")]
            outer = {mark.label for mark in over if len(mark.span) > len(inner.span)}
            if inner.label not in outer:
                assert named.index(f"label:{inner.label}" if inner.label else "note") > 0


def test_the_margin_says_which_label_begins_and_that_there_is_a_note() -> None:
    marks = Marks(
        [Mark(Span(0, 5), "actor", "1"), Mark(Span(10, 20), "claim", "5", noted=True), Mark(Span(30, 31), "own")]
    )
    assert marks.sign(0, 9, 2) == "1"
    assert marks.sign(0, 25, 2) == "+*"
    assert marks.sign(0, 25, 1) == "*"
    assert marks.sign(30, 40, 2) == "·"
    assert marks.sign(21, 29, 2) == ""
    assert Marks([Mark(Span(0, 5), "actor", "1", unsaved=True)]).sign(0, 9, 2) == "1!"


def test_a_reader_s_own_colour_is_a_tint_that_text_can_be_read_on() -> None:
    for theme in THEMES:
        page, ink = Color.parse(theme.background or ""), Color.parse(theme.foreground or "")
        for colour in (*HUES, "#ff00ff", "#ffffff", "#000000", "#00ff00"):
            ground = tint(colour, page)
            assert contrast(readable(ink, [ground]), ground) >= ENOUGH
    assert [colour_name(name) for name in ("Blue", "error", "#AABBCC", "no such", "#zz")] == [
        "blue", "red", "#aabbcc", "grey", "grey",
    ]  # fmt: skip
