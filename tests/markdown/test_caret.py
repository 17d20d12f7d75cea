"""A caret over an article: what it takes, and that it always stands on a character that can be seen."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from reader.markdown.build import build_markdown, build_text
from reader.markdown.caret import Caret, Ground, Unit
from reader.markdown.cells import clusters
from reader.markdown.layout import Layout
from reader.markdown.standing import cell
from reader.model import Document, Span

ARTICLE = """# Ministers meet

Foreign Minister Anna Example met Boris Muster in Vienna. “We have not finished,” she said.

- The treaty of 1997
- Prices

| Country | Vote |
|---|---|
| Österreich | yes |
| 日本 | no |

```python
def votes() -> int:

    return 1
```

The family 👩‍👩‍👧 and e\u0301lan.
"""


def ground(source: str = ARTICLE, width: int = 40) -> Ground:
    document = build_markdown(source, id="d", origin="o")
    text = document.text
    at = text.index("Anna Example") if "Anna Example" in text else 0
    facts = [Span(at, at + 12), Span(at, at + 4), Span(0, len(text))]

    def around(unit: Unit, offset: int) -> list[Span]:
        return [span for span in facts if offset in span and unit == "fact"]

    return Ground(Layout(document, width), around)


def on(place: Ground, words: str, behind: bool = False) -> Caret:
    at = place.text.index(words)
    return Caret(at + len(words) if behind else at)


def taken(place: Ground, caret: Caret, *names: str) -> str:
    for name in names:
        caret = place.move(caret, name)
    span = caret.span(place.text)
    return span.of(place.text) if span else ""


@pytest.mark.parametrize(
    ("names", "words"),
    [
        (("right", "right"), "An"),
        (("word_next",), "Anna"),
        (("word_next", "word_next"), "Anna Example"),
        (("word_end", "word_end"), "Anna Example"),
        (("sentence_next",), "Anna Example met Boris Muster in Vienna."),
        (("paragraph_next",), "Anna Example met Boris Muster in Vienna. “We have not finished,” she said."),
        (("word_back",), "Minister"),
        (("paragraph_back",), "Foreign Minister"),
    ],
)
def test_a_motion_takes_the_whole_thing(names: tuple[str, ...], words: str) -> None:
    place = ground()
    at = place.text.index("Anna")
    assert taken(place, Caret(at, at), *names) == words


def test_words_are_gone_to_over_punctuation_and_taken_without_it() -> None:
    place = ground()
    caret = place.move(on(place, "finished"), "word_next")
    assert place.text[caret.at :].startswith("she")
    assert place.text[place.move(caret, "word_back").at :].startswith("finished")
    at = place.text.index("finished")
    assert taken(place, Caret(at, at), "word_next") == "finished"
    assert taken(place, Caret(at, at), "word_end", "word_end") == "finished,” she"


def test_the_other_end_makes_an_actor_longer_at_its_start() -> None:
    place = ground()
    caret = Caret.over(Span(place.text.index("Anna"), place.text.index(" met")))
    assert taken(place, caret.turned(), "word_back", "word_back") == "Foreign Minister Anna Example"


def test_units_and_the_next_one_too() -> None:
    place = ground()
    caret = on(place, "have")
    words = []
    units: list[Unit] = ["word", "word", "sentence", "paragraph"]
    for unit in units:
        held = place.take(caret, unit)
        assert held is not None
        caret = held
        span = caret.span(place.text)
        words.append(span.of(place.text) if span else "")
    assert words[:2] == ["have", "have not"]
    assert words[2] == "“We have not finished,” she said."
    assert words[3].startswith("Foreign Minister")


def test_a_fact_and_again_the_larger_one_around_it() -> None:
    place = ground()
    first = place.take(on(place, "Anna"), "fact")
    assert first is not None
    assert taken(place, first) == "Anna"
    second = place.take(first, "fact")
    assert second is not None
    assert taken(place, second) == "Anna Example"
    assert place.take(on(place, "Anna"), "mark") is None


def test_finding_a_character_takes_it_in() -> None:
    place = ground()
    at = place.text.index("Anna")
    found = place.find(Caret(at, at), "m")
    assert found is not None
    assert taken(place, found) == "Anna Exam"
    only = place.find(Caret(at), "m")
    assert only is not None
    assert place.text[only.at] == "m"
    assert place.find(Caret(at), "ß") is None


def test_after_something_was_done_a_motion_begins_anew() -> None:
    place = ground()
    caret = Caret.over(Span(place.text.index("Anna"), place.text.index(" Example"))).done()
    assert taken(place, caret, "word_next") == ""
    assert taken(place, place.move(caret, "right", extend=True)) == "Anna"


def test_up_and_down_keep_to_the_column_and_skip_what_is_no_text() -> None:
    place = ground()
    caret = on(place, "Foreign")
    seen = []
    for _ in range(12):
        caret = place.move(caret, "down")
        seen.append(place.text[caret.at : caret.at + 6])
    assert "The tr" in seen
    assert "Countr" in seen
    for _ in range(30):
        caret = place.move(caret, "up")
    assert caret.at == 0


def test_line_ends() -> None:
    place = ground(width=40)
    caret = on(place, "Minister Anna")
    assert place.move(caret, "line_start").at == place.text.index("Foreign")
    begun = place.move(caret, "line_start", extend=True)
    assert taken(place, begun, "line_end") == taken(place, begun, "line_end", "line_end")
    assert taken(place, Caret(caret.at, caret.at), "line_end") == "Minister Anna Example met Boris"


def test_drawn_borders_of_a_table_are_stepped_over() -> None:
    place = ground()
    caret = on(place, "Österreich")
    for _ in range(len("Österreich")):
        caret = place.move(caret, "right")
    assert place.text[caret.at :].startswith("yes")
    assert place.text[place.move(on(place, "Österreich"), "word_next").at :].startswith("yes")


def test_a_character_of_several_code_points_is_one() -> None:
    place = ground()
    caret = on(place, "👩")
    after = place.move(caret, "right")
    assert place.text[after.at :].startswith(" and")
    assert place.text[place.move(on(place, "lan.", behind=False), "left").at :].startswith("e\u0301")


PIECES = [
    "a",
    "b c",
    ". ",
    "A",
    "é",
    "e\u0301\u0302",
    "漢字",
    "👩\u200d👩\u200d👧",
    "🇦🇹",
    "\u200b",
    "\xad",
    "\n\n",
    "\n- x",
    "\n| a | b |\n|---|---|\n",
]
SOURCES = st.lists(st.sampled_from(PIECES), max_size=40).map("".join)
STEPS = st.lists(
    st.tuples(
        st.sampled_from([*Ground.MOTIONS, "up", "down", "page", "find", "word", "sentence", "turn", "begin"]),
        st.booleans(),
    ),
    max_size=25,
)


def stepped(place: Ground, caret: Caret, name: str, extend: bool) -> Caret:
    if name == "page":
        return place.to_line(caret, -7 if extend else 7)
    if name == "find":
        return place.find(caret, "a") or caret
    if name in ("word", "sentence"):
        return place.take(caret, name) or caret  # type: ignore[arg-type]  # both are Units
    if name == "turn":
        return caret.turned()
    if name == "begin":
        return Caret(caret.at, caret.at)
    return place.move(caret, name, extend=extend)


@settings(max_examples=150, deadline=None)
@given(SOURCES, st.integers(3, 60), st.booleans(), STEPS)
@example(". \u200b", 3, False, [("right", False), ("word", False)])
@example("漢字\u200b", 3, False, [("word", False)])
@example("\n\n", 3, True, [("word_end", True)])
def test_the_caret_stands_on_whole_characters_in_sight(
    source: str, width: int, plain: bool, steps: list[tuple[str, bool]]
) -> None:
    document: Document = (build_text if plain else build_markdown)(source, id="d", origin="o")
    text = document.text
    place = Ground(Layout(document, width))
    boundaries = {0, *(end for _, end, _ in clusters(text))}
    caret = Caret(0)
    for name, extend in steps:
        caret = stepped(place, caret, name, extend)
        assert caret.at in boundaries
        assert caret.anchor is None or caret.anchor in boundaries
        here = cell(place.layout, caret.stands_on(text))
        assert here.y < max(place.layout.height, 1)
        assert 0 <= here.x <= place.layout.width
        assert here.width in (1, 2)
        span = caret.span(text)
        if span is not None:
            assert span.of(text) == span.of(text).strip()
            assert min(caret.at, caret.anchor or 0) <= span.start < span.end <= max(caret.at, caret.anchor or 0)


@settings(max_examples=100, deadline=None)
@given(SOURCES, st.integers(6, 60))
def test_right_and_left_undo_each_other(source: str, width: int) -> None:
    document = build_markdown(source, id="d", origin="o")
    place = Ground(Layout(document, width))
    caret, seen = Caret(0), [0]
    while (following := place.move(caret, "right")).at > caret.at:
        caret = following
        seen.append(caret.at)
    assert caret.at == len(document.text)
    back = [caret.at]
    while (following := place.move(caret, "left")).at < caret.at:
        caret = following
        back.append(caret.at)
    assert caret.at == 0
    inner = {at for at in seen if at < len(document.text)} ^ {at for at in back if at < len(document.text)}
    assert all(not cell(place.layout, at).is_drawn for at in inner)
