"""How often an event with such features was right on our gold (``tests/bench/facts.py`` prints the curve)."""

from __future__ import annotations

from reader.extract.syntax.chunks import Sentence
from reader.model import Part

_BASE = {
    "beside": 0.86,
    "inverted": 0.88,
    "apposition": 0.8,
    "passive": 0.82,
    "participle": 0.74,
    "relative": 0.7,
    "shared": 0.74,
    "phrase": 0.66,
    "made": 0.72,
    "none": 0.4,
}
LESS_SURE = 0.66
"""Of the events below it fewer than 70 in 100 were right: a reader sees them folded away."""
_LONG = 45
"""Tokens from which a sentence is long: chunks go wrong more often in it."""


def confidence(
    way: str, agent: Part | None, patient: Part | None, sentence: Sentence, tags: str, by_preposition: str
) -> float:
    """Estimated probability that subject, action and object are right."""
    sure = _BASE[way]
    if agent is not None and agent.actor is not None:
        sure += 0.05
    if agent is None:
        sure -= 0.1
    if patient is None:
        sure -= 0.08
    if by_preposition:
        sure -= 0.06
    if sentence.end - sentence.start > _LONG:
        sure -= 0.08
    if "." not in sentence.kinds[-2:]:
        sure -= 0.25  # a heading or a line of a table
    return round(min(0.95, max(0.1, sure)), 2)
