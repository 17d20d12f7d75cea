"""Paths as they are stored. A name that is no valid Unicode has surrogates in Python, which SQLite takes in no text."""

from __future__ import annotations

import re

_MARK = "\ufdd0"
"""A noncharacter: in no text, and in no file name but by malice, for which it is doubled as ``00``."""
_SURROGATE = re.compile(f"[\udc80-\udcff{_MARK}]")
_STORED = re.compile(f"{_MARK}([0-9a-f]{{2}})")


def stored(path: str) -> str:
    """A path or origin as it is stored: a byte that is no character becomes a mark and two digits."""
    if path.isascii():
        return path
    return _SURROGATE.sub(lambda match: f"{_MARK}{ord(match[0]) - 0xDC00 if match[0] != _MARK else 0:02x}", path)


def restored(text: str) -> str:
    """The path of what :func:`stored` gave."""
    if _MARK not in text:
        return text
    return _STORED.sub(lambda match: chr(0xDC00 + int(match[1], 16)) if match[1] != "00" else _MARK, text)
