"""Texts that tell the same in nearly the same words."""

from __future__ import annotations

import random

from reader.search.likeness import SAME, bands, likeness, shingles


def text(seed: int, count: int = 200) -> list[str]:
    chance = random.Random(seed)
    return [f"w{chance.randrange(3000)}" for _ in range(count)]


def test_the_same_words_share_every_band_whatever_stands_between_them() -> None:
    words = text(1)
    assert bands(" ".join(words)) == bands(",\n".join(words).upper())


def test_copies_with_changes_are_found_and_strangers_are_not() -> None:
    found = strangers = 0
    for seed in range(60):
        words = text(seed)
        changed = ["LONDON", *words[:60], "changed", *words[61:150], "and", "more", *words[150:]]
        one, other = " ".join(words), " ".join(changed)
        assert likeness(shingles(one), shingles(other)) >= SAME
        found += bool(set(bands(one)) & set(bands(other)))
        stranger = " ".join(text(seed + 1000))
        strangers += bool(set(bands(one)) & set(bands(stranger)))
        assert likeness(shingles(one), shingles(stranger)) < SAME
    assert found >= 58
    assert strangers == 0


def test_the_beginning_of_an_article_is_the_same_story() -> None:
    words = text(5)
    assert likeness(shingles(" ".join(words)), shingles(" ".join(words[:60]))) >= SAME


def test_of_a_few_words_nothing_is_said() -> None:
    assert bands("Too few words to tell.") == ()
