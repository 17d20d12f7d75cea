"""A name found in the text, before it is known whose it is."""

from __future__ import annotations

from dataclasses import dataclass

from reader.model import ActorType

LONGEST = 60
"""Tokens; what is longer is a table or noise, no name. The longest name in 628 news articles has 11."""


@dataclass(frozen=True, slots=True, order=True)
class Name:
    """Tokens ``first`` to ``last`` (exclusive) of the article, and what they name."""

    first: int
    last: int
    type: ActorType
    confidence: float
    rule: str
    """``model``, ``list``, ``again``, ``short form`` or the name of another engine."""
