"""A text as anchors compare it: one space for any white space, one sign for quotes and dashes of any form."""

from __future__ import annotations

import re
from bisect import bisect_right

_ALIKE = {ord(sign): plain for plain, signs in {"'": "‘’‚‛′", '"': "“”„‟″«»", "-": "‐‑‒–—―−"}.items() for sign in signs}
_ALIKE |= {
    ord(space): " "
    for space in "\n\t\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
}
_RUN = re.compile(" {2,}")


def even(text: str) -> str:
    """``text`` evened out; its length may shrink."""
    return _RUN.sub(" ", text.translate(_ALIKE))


class Even:
    """An evened text that knows where each of its places is in the text it was made of."""

    def __init__(self, text: str) -> None:
        alike = text.translate(_ALIKE)
        parts: list[str] = []
        # From each place in `_here` on, the original is `_ahead` code points further.
        self._here, self._ahead = [0], [0]
        at = length = 0
        for run in _RUN.finditer(alike):
            part = alike[at : run.start() + 1]
            parts.append(part)
            length += len(part)
            at = run.end()
            self._here.append(length)
            self._ahead.append(at - length)
        parts.append(alike[at:])
        self.text = "".join(parts)

    def start(self, offset: int) -> int:
        """Where in the original the character at ``offset`` stands."""
        return offset + self._ahead[bisect_right(self._here, offset) - 1]

    def end(self, offset: int) -> int:
        """Where in the original a range ends that ends before ``offset``; greater than 0."""
        return self.start(offset - 1) + 1

    def offset(self, place: int) -> int:
        """The place in the evened text of one in the original."""
        low, high = 0, len(self._here) - 1
        while low < high:  # bisect over here + ahead, which rises
            middle = (low + high + 1) // 2
            if self._here[middle] + self._ahead[middle] <= place:
                low = middle
            else:
                high = middle - 1
        here = place - self._ahead[low]
        return min(here, self._here[low + 1]) if low + 1 < len(self._here) else here
