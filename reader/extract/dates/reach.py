"""Which rules of the date grammar can fit a text at all, told without their regular expressions.

A pattern is followed at all places of the text at once (Baeza-Yates and Gonnet 1992): sets of places are the bits of
whole numbers, one code on is a shift by one. That costs a tenth of trying each expression everywhere, and an
expression that can fit nowhere need not even be compiled.
"""

from __future__ import annotations

from reader.extract.dates.pattern import Choice, CompiledRule, Grammar, Sequence

LONG = 1_000_000
"""Codes times kinds of codes from which the sets cost more than they save; nearly every rule then fits somewhere."""


def candidates(codes: str, grammar: Grammar) -> list[tuple[int, CompiledRule]]:
    """The rules that may fit somewhere in ``codes``, each with its number in the grammar.

    What must stand before and after a rule's words is not looked at, nor in a long text the order of the words, so that
    some of them fit nowhere.
    """
    numbered = list(enumerate(grammar.rules))
    kinds = frozenset(codes)
    if len(codes) * len(kinds) > LONG:
        return [(number, rule) for number, rule in numbered if _all_there(rule.pattern, kinds)]
    places = _Places(codes, kinds)
    return [(number, rule) for number, rule in numbered if places.after(rule.pattern, places.everywhere)]


def _all_there(sequence: Sequence, kinds: frozenset[str]) -> bool:
    """Whether every code that ``sequence`` cannot do without is in the text."""
    return all(
        node.optional or any(_all_there(branch, kinds) for branch in node.branches)
        if isinstance(node, Choice)
        else not kinds.isdisjoint(node)
        for node in sequence
    )


class _Places:
    """A coded text, and where each set of codes stands in it."""

    def __init__(self, codes: str, kinds: frozenset[str]) -> None:
        self.everywhere = (1 << len(codes)) - 1
        # A set is read off a number in writing: adding bit by bit would take time with the square of the length.
        written = {code: bytearray(b"0" * len(codes)) for code in kinds}
        for place, code in enumerate(reversed(codes)):
            written[code][place] = 49  # "1"
        self._by_code = {code: int(digits, 2) for code, digits in written.items()}
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
