"""The guide's page on how it is built says what the code says."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.tui.guide_pages import PAGES
from tests.architecture import PAGE, ROOT, drawn, imports, order, picture


def test_the_picture_is_that_of_the_code() -> None:
    page = PAGE.read_text("utf-8")
    assert drawn(page, picture()) == page, "python -m tests.architecture draws it again"


def test_every_room_is_explained() -> None:
    named = set(re.findall(r"^\| `(\w+)` \|", PAGE.read_text("utf-8"), re.M))
    assert named == set(imports())


@given(st.permutations("abcde"), st.data())
def test_a_room_stands_below_all_that_it_imports(names: list[str], data: st.DataObject) -> None:
    rooms = {
        name: set(data.draw(st.lists(st.sampled_from(names[:at])) if at else st.just([])))
        for at, name in enumerate(names)
    }
    placed = order(rooms)
    assert all(placed.index(needed) < placed.index(room) for room, needs in rooms.items() for needed in needs)


def test_a_circle_is_told() -> None:
    with pytest.raises(ValueError, match="a circle among a, b"):
        order({"a": {"b"}, "b": {"a"}})


def test_every_page_of_the_guide_can_be_reached() -> None:
    shipped = {path.relative_to(ROOT / "guide").as_posix() for path in (ROOT / "guide").rglob("*.md")}
    assert {name for name, _ in PAGES} | {"promises.md"} == shipped  # promises stand at the end of the guide
