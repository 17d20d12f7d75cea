"""Which rules of the date grammar can fit a text at all, told without their regular expressions.

A pattern is followed at all places of the text at once (Baeza-Yates and Gonnet 1992): sets of places are the bits of
whole numbers, one code on is a shift by one. That costs a tenth of trying each expression everywhere, and an
expression that can fit nowhere need not even be compiled.
"""

from __future__ import annotations

from reader.extract.dates.pattern import Choice, CompiledRule, Grammar, Sequence

LONG = 10_000
"""Codes from which the sets cost more than they save; nearly every rule then fits somewhere."""


def candidates(codes: str, grammar: Grammar) -> list[tuple[int, CompiledRule]]:
    """The rules that may fit somewhere in ``codes``, each with its number in the grammar.

    What must stand before and after a rule's words is not looked at, so that some of them fit nowhere.
    """
    numbered = list(enumerate(grammar.rules))
    if len(codes) > LONG:
        return numbered
    places = _Places(codes)
    return [(number, rule) for number, rule in numbered if places.after(rule.pattern, places.everywhere)]


class _Places:
    """A coded text, and where each set of codes stands in it."""

    def __init__(self, codes: str) -> None:
        self.everywhere = (1 << len(codes)) - 1
        self._by_code: dict[str, int] = {}
        for place, code in enumerate(codes):
            self._by_code[code] = self._by_code.get(code, 0) | 1 << place
        self._by_set: dict[str, int] = {}

    def _of(self, codes: str) -> int:
        found = self._by_set.get(codes)
        if found is None:
            found = 0
            for code in codes:
                found |= self._by_code.get(code, 0)
            self._by_set[codes] = found
        return found

    def after(self, sequence: Sequence, places: int) -> int:
        """Places that ``sequence`` can end before when it begins at one of ``places``."""
        for node in sequence:
            if isinstance(node, Choice):
                reached = places if node.optional else 0
                for branch in node.branches:
                    reached |= self.after(branch, places)
                places = reached
            else:
                places = (places & self._of(node)) << 1
            if not places:
                break
        return places
