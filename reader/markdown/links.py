"""What may be handed to a browser."""

from __future__ import annotations

import re

MAX_TARGET = 2_000
"""Longest address opened; longer ones are refused by servers and hide their end from the reader."""

# Letters, digits and punctuation of RFC 3986 plus what lies beyond ASCII; no space, control or quote.
_OPENABLE = re.compile(
    r"(?:https?://(?:[^\s\x00-\x20\x7f-\xa0\"<>\\^`{|}/?#])+|mailto:[^\s\x00-\x20\x7f-\xa0\"<>\\^`{|}/?#-])"
    r"[^\s\x00-\x20\x7f-\xa0\"<>\\^`{|}]*",
    re.IGNORECASE,
)


def openable(url: str) -> bool:
    """Whether ``url`` may be opened: http, https or mailto, with a host or address, at most 2,000 code points.

    False for control characters, spaces, quotes, a leading hyphen and every other scheme, relative paths included.
    Pass it to a program as one argument all the same, never through a shell.
    """
    return len(url) <= MAX_TARGET and url.isprintable() and _OPENABLE.fullmatch(url) is not None
