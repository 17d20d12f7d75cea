"""Notes through inserted, deleted, moved, re-wrapped, retitled and rewritten text and among lookalikes."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterable

import pytest

from reader.annotate.anchoring import Anchoring, Found
from reader.model import text_version
from tests.annotate.mutations import EDITS, Case, cases

NOTES = 10
"""To an article and edit: 1,600 in all."""


@pytest.fixture(scope="module")
def changed() -> list[Case]:
    return cases(random.Random(20211230), NOTES)


def placed(changed: list[Case], *, with_earlier_texts: bool) -> Iterable[tuple[Case, Found]]:
    groups: dict[tuple[str, str], list[Case]] = {}
    for case in changed:
        groups.setdefault((case.old, case.text), []).append(case)
    for (old, text), group in groups.items():
        earlier = {group[0].anchor.version: old} if with_earlier_texts else None
        found = Anchoring(text, text_version(text), earlier).place_all([case.anchor for case in group])
        yield from zip(group, found, strict=True)


def verdict(case: Case, found: Found) -> str:
    """``right`` at the place (by half at least) or nowhere when it is gone, ``wrong`` on words that are others."""
    span, state = found
    assert (span is None) == (state == "orphan")
    if span is None:
        return "right" if case.truth is None else "missed"
    if not any(span.overlaps(word) for word in case.left):
        return "wrong"
    if case.truth is None:
        return "askew"
    shared = min(span.end, case.truth.end) - max(span.start, case.truth.start)
    return "right" if 2 * shared >= max(span.end, case.truth.end) - min(span.start, case.truth.start) else "askew"


def test_notes_are_found_again_and_never_quietly_on_a_lookalike(changed: list[Case]) -> None:
    counts = Counter(verdict(case, found) for case, found in placed(changed, with_earlier_texts=True))
    total = sum(counts.values())
    assert total == len(changed) >= 1_000
    assert counts["right"] >= 0.95 * total
    assert counts["wrong"] <= 0.005 * total


def test_anchors_whose_own_text_is_unknown_are_found_nearly_as_well(changed: list[Case]) -> None:
    counts = Counter(verdict(case, found) for case, found in placed(changed, with_earlier_texts=False))
    total = sum(counts.values())
    assert counts["right"] >= 0.93 * total
    assert counts["wrong"] <= 0.012 * total


@pytest.mark.parametrize("edit", EDITS)
def test_each_kind_of_edit_leaves_nine_in_ten_where_they_belong(changed: list[Case], edit: str) -> None:
    these = [case for case in changed if case.edit == edit]
    counts = Counter(verdict(case, found) for case, found in placed(these, with_earlier_texts=True))
    assert counts["right"] >= 0.9 * len(these)
    if edit in ("rewrapped", "retitled"):
        assert counts["right"] >= 0.99 * len(these)
