"""Text as lists compare it: without case and accents."""

from __future__ import annotations

import unicodedata

LAST = "\U0010ffff"
"""Sorts after every text."""


def folded(text: str) -> str:
    """``text`` in lower case without accents: ``Château`` and ``CHATEAU`` are the same."""
    if text.isascii():
        return text.lower()
    apart = unicodedata.normalize("NFKD", text)
    return "".join(character for character in apart if not unicodedata.combining(character)).casefold()
