"""Pictures and films of the screen are SVG that stands alone, whatever is on the screen."""

from __future__ import annotations

import itertools
import json
import re
import xml.etree.ElementTree as ET

from hypothesis import given
from hypothesis import strategies as st

from tests.recording import SIZE, asciicast
from tests.svg import Frame, Row, Run, film, joined, picture

_words = st.text(st.characters(codec="utf-8", exclude_categories=["C"]), min_size=1, max_size=6)
_runs = st.builds(
    lambda text, colour, bold, underline: Run(text, len(text), colour, "#000000", bold=bold, underline=underline),
    _words,
    st.sampled_from(["#ffffff", "#8ab4f8"]),
    st.booleans(),
    st.booleans(),
)
_rows = st.lists(_runs, min_size=1, max_size=5).map(joined)


def _row(text: str) -> Row:
    return (Run(text, len(text), "#ffffff", "#000000"),)


@given(st.lists(_rows, min_size=1, max_size=4))
def test_any_screen_is_well_formed_and_fetches_nothing(rows: list[Row]) -> None:
    drawn = ET.fromstring(picture(rows, "a <title> & more"))
    assert drawn.tag.endswith("svg")
    assert not [node for node in drawn.iter() if any("href" in name for name in node.attrib)]


@given(st.lists(_runs, max_size=8))
def test_joining_keeps_every_cell(runs: list[Run]) -> None:
    row = joined(runs)
    assert "".join(run.text for run in row) == "".join(run.text for run in runs)
    assert sum(run.cells for run in row) == sum(run.cells for run in runs)
    assert all((a.look, a.ground) != (b.look, b.ground) for a, b in itertools.pairwise(row))


def test_a_film_draws_equal_lines_once_and_shows_each_frame_for_its_time() -> None:
    same, other = _row("the same line"), _row("another one  ")
    frames = [Frame((same, other), 1.0, "first"), Frame((same, same), 3.0, "second")]
    drawn = film(frames)
    assert drawn.count("the same line") == 1
    assert len(re.findall(r"<use ", drawn)) == 4
    assert "animation-duration:4s" in drawn
    assert "25.000%" in drawn  # of four seconds, the first frame has one
    ET.fromstring(drawn)


def test_a_cast_holds_what_changes_from_frame_to_frame() -> None:
    still = tuple(_row(" " * SIZE[0]) for _ in range(SIZE[1]))
    changed = (_row("news".ljust(SIZE[0])), *still[1:])
    head, first, second, end = map(json.loads, asciicast([Frame(still, 1.5), Frame(changed, 1.0)]).splitlines())
    assert (head["width"], head["height"]) == SIZE
    assert (first[0], second[0], end[0]) == (0.0, 1.5, 2.5)
    assert first[2].count("H") == SIZE[1]
    assert "news" in second[2]
    assert second[2].count("\x1b[1H") == 1
    assert "\x1b[2H" not in second[2]
