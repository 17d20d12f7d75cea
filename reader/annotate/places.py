"""Where a place in a text has gone in another version of it."""

from __future__ import annotations

QUOTE = 48
"""Code points after the place that are looked for in the new text."""


def moved(old: str, new: str, offset: int) -> int:
    """Offset in ``new`` of the words that stand at ``offset`` in ``old``.

    The nearest place with the same words wins; without one, the place keeps its distance to the unchanged beginning or
    end. This is for where a person was reading; annotations have anchors of their own.
    """
    offset = min(offset, len(old))
    if old == new:
        return offset
    for length in (QUOTE, QUOTE // 2, QUOTE // 4):
        quote = old[offset : offset + length]
        if len(quote) < length // 2 or not quote.strip():
            continue
        before = new.rfind(quote, 0, offset + len(quote))
        after = new.find(quote, offset)
        found = [at for at in (before, after) if at >= 0]
        if found:
            return min(found, key=lambda at: abs(at - offset))
    if old[:offset] == new[:offset]:
        return min(offset, len(new))
    if old[offset:] == new[len(new) - (len(old) - offset) :]:
        return max(0, len(new) - (len(old) - offset))
    return min(offset, len(new))
