"""A text cut into tokens that spans begin and end at, as spaCy and Prodigy count them."""

from __future__ import annotations

import bisect
from collections.abc import Collection
from dataclasses import dataclass
from itertools import pairwise

from reader.extract.tokens import tokenize
from reader.model import Span


@dataclass(frozen=True, slots=True)
class Cut:
    """Tokens by start; together with the spaces after them they are the whole text.

    A space belongs to the token before it; other white space is a token of its own, as in a spaCy ``Doc``.
    """

    starts: list[int]
    ends: list[int]
    spaces: list[bool]
    """Whether one space follows that belongs to the token."""

    def first_last(self, span: Span) -> tuple[int, int]:
        """Numbers of the first and the last token of a span that the text was cut at."""
        return bisect.bisect_left(self.starts, span.start), bisect.bisect_left(self.ends, span.end)


def cut(text: str, spans: Collection[Span]) -> Cut:
    """Cut a text into words and marks, and further where one of ``spans`` begins or ends."""
    words = tokenize(text)
    begins = {span.start for span in spans}
    finishes = {span.end for span in spans}
    edges = sorted({0, len(text), *words.starts, *words.ends, *begins, *finishes})
    starts: list[int] = []
    ends: list[int] = []
    spaces: list[bool] = []
    for start, end in pairwise(edges):
        begin = start
        follows = bool(ends) and ends[-1] == start and not text[start - 1].isspace()
        if follows and text[start] == " " and start not in begins and start + 1 not in finishes:
            spaces[-1] = True
            begin += 1
        if begin < end:
            starts.append(begin)
            ends.append(end)
            spaces.append(False)
    return Cut(starts, ends, spaces)
