"""The scorer of names and of "same actor", against cases worked out by hand."""

from __future__ import annotations

import pytest

from reader.extract.actors.measure import Mention, Score, b_cubed, bare, compare, marked, mentions


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("the White House's", "White House"),
        ("Mr. Biden", "Biden"),
        ("“Putin”", "Putin"),
        ("a U.S.", "U.S."),
        ("The", "The"),
        ("Rep. Ann Lee,", "Ann Lee"),
    ],
)
def test_edges_that_schemes_disagree_about_are_left_out(text: str, kept: str) -> None:
    start, end = bare(text, 0, len(text))
    assert text[start:end] == kept


def test_labels_of_all_schemes_become_three_kinds() -> None:
    text = "Joe Biden met NATO in the Rome Stadium on Monday"
    spans = [
        {"start": 0, "end": 9, "kind": "PER"},
        {"start": 14, "end": 18, "kind": "org"},
        {"start": 22, "end": 38, "kind": "facility"},
        {"start": 42, "end": 48, "kind": "date"},
    ]
    assert mentions(text, spans) == [
        Mention(0, 9, "person"),
        Mention(14, 18, "organisation"),
        Mention(26, 38, "place"),
    ]


def test_exact_and_overlapping_spans_are_counted() -> None:
    scores: dict[str, Score] = {}
    wanted = [Mention(0, 9, "person"), Mention(14, 18, "organisation"), Mention(30, 34, "place")]
    found = [Mention(0, 9, "person"), Mention(14, 17, "place"), Mention(50, 54, "place")]
    compare(scores, wanted, found)
    assert scores["exact"].precision == pytest.approx(1 / 3)
    assert scores["exact"].recall == pytest.approx(1 / 3)
    assert scores["person"].f1 == 1
    assert scores["place"].f1 == 0
    assert scores["overlap"].right_found == 2


def test_two_spans_do_not_both_match_one() -> None:
    scores: dict[str, Score] = {}
    compare(scores, [Mention(0, 9, "person")], [Mention(0, 3, "person"), Mention(4, 9, "person")])
    assert scores["overlap"].right_found == 1


def test_b_cubed_of_a_worked_example() -> None:
    gold = {(0, 1): "a", (2, 3): "a", (4, 5): "b", (6, 7): "b"}
    ours = {(0, 1): "x", (2, 3): "x", (4, 5): "x", (8, 9): "y"}
    precision, recall, found, wanted = b_cubed(gold, ours)
    assert precision == pytest.approx(2 / 3 + 2 / 3 + 1 / 3)
    assert recall == pytest.approx(1 + 1 + 1 / 2)
    assert (found, wanted) == (4, 4)


def test_nothing_found_and_nothing_wanted_is_zero_not_an_error() -> None:
    assert Score().f1 == 0
    assert b_cubed({}, {}) == (0, 0, 0, 0)


def test_marks_are_read_and_removed() -> None:
    gold = marked("# A test; written for Dateline.\n[p joe|Joe Biden] met [o nato|NATO] [here](x).")
    assert gold.text == "Joe Biden met NATO [here](x)."
    assert gold.spans == ((0, 9, "person", "joe"), (14, 18, "organisation", "nato"))
