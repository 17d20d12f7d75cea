"""Layers of highlights: flattened runs, cut to a line."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from reader.tui.overlay import Overlay, cut

RANGES = st.lists(
    st.tuples(st.integers(0, 60), st.integers(0, 20), st.sampled_from("abcd")).map(
        lambda item: (item[0], item[0] + item[1], item[2])
    ),
    max_size=12,
)


@given(RANGES, st.integers(0, 60), st.integers(1, 30))
def test_every_place_has_the_names_of_the_ranges_over_it(
    ranges: list[tuple[int, int, str]], start: int, length: int
) -> None:
    end = start + length
    seen: dict[int, tuple[str, ...]] = {}
    for low, high, names in Overlay(ranges).within(start, end):
        assert start <= low < high <= end
        for at in range(low, high):
            assert at not in seen, "runs overlap"
            seen[at] = names
    for at in range(start, end):
        assert set(seen.get(at, ())) == {name for low, high, name in ranges if low <= at < high}


@given(RANGES, RANGES, st.integers(0, 60), st.integers(1, 30))
def test_cut_covers_the_line_without_gaps(
    below: list[tuple[int, int, str]], above: list[tuple[int, int, str]], start: int, length: int
) -> None:
    end = start + length
    runs = list(cut(start, end, [Overlay(below), Overlay(above)]))
    assert runs[0][0] == start
    assert runs[-1][1] == end
    assert all(one[1] == other[0] for one, other in pairwise(runs))
    for low, high, names in runs:
        for at in range(low, high):
            wanted = {name for a, b, name in [*below, *above] if a <= at < b}
            assert set(names) == wanted


def test_the_later_range_is_the_stronger() -> None:
    assert list(Overlay([(0, 10, "quote"), (2, 5, "person")]).within(3, 4)) == [(3, 4, ("quote", "person"))]
