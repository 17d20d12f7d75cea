"""Web addresses written out in running text."""

from __future__ import annotations

import re
from collections.abc import Iterator

MAX_ADDRESSES = 5_000
"""So many are found in one piece of text; a page that is all addresses is no article."""

_REST = re.compile(
    r"://[^\s<>\"“”‘’«»\\^`{|}\x00-\x1f\x7f-\xa0\xad\u200b-\u200f\u2060\ufeff\u3000-\u3003\u3008-\u3011\uff01-\uff0f\uff1a\uff1b]{1,2000}"
)
_TAIL = ".,;:!?'*_~…"


def addresses(text: str) -> Iterator[tuple[int, int]]:
    """Ranges of http and https addresses in ``text``, without the punctuation that ends a sentence around them."""
    found = position = 0
    # str.find is ten times as fast as a search for the scheme in either case.
    while found < MAX_ADDRESSES and (at := text.find("://", position)) >= 0:
        position = at + 3
        scheme = next((name for name in ("https", "http") if text[max(at - len(name), 0) : at].lower() == name), "")
        start = at - len(scheme)
        rest = _REST.match(text, at)
        if not scheme or rest is None or text[start - 1 : start].isalnum():
            continue
        end = at + len(_without_tail(rest.group()))
        if end > at + 3:
            found += 1
            position = end
            yield start, end


def _without_tail(rest: str) -> str:
    while True:
        cut = rest.rstrip(_TAIL)
        for opening, closing in ("()", "[]"):
            if cut.endswith(closing) and cut.count(closing) > cut.count(opening):
                cut = cut[:-1]
        if cut == rest:
            return cut
        rest = cut
