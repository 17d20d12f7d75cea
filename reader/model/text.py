"""Text from outside made harmless: the last step at every boundary."""

from __future__ import annotations

import re


def _table(newline: str, carriage_return: str) -> dict[int, str]:
    table = {code: chr(0x2400 + code) for code in range(0x20)}  # Unicode control pictures
    table |= {0x7F: "\u2421"}
    table |= dict.fromkeys(range(0x80, 0xA0), "\ufffd")  # C1: a terminal may take them for CSI, OSC ...
    table |= dict.fromkeys(range(0xD800, 0xE000), "\ufffd")  # lone surrogates cannot be written out
    table |= dict.fromkeys((*range(0x202A, 0x202F), *range(0x2066, 0x206A)), "\ufffd")  # bidi controls
    table |= {0x2028: "\ufffd", 0x2029: "\ufffd"}  # line and paragraph separator
    table |= {0x0A: newline, 0x09: " ", 0x0D: carriage_return}
    return table


_TEXT = _table(newline="\n", carriage_return=" ")
_LINE = _table(newline=" ", carriage_return=" ")
_HARMFUL = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]"
)  # the keys of _TEXT but the newline
_ASCII = bytes(code for code in _TEXT if code < 0x80 and code != 0x0A)
_KINDS = 4
"""Kinds of harmful characters replaced one after the other: mostly tabs alone, or what a damaged file is full of."""


def clean(raw: str) -> str:
    """Replace, one code point for one, all that could steer a terminal or reorder a line.

    What comes out has no control character but the newline, no bidirectional override, embedding or isolate, no line or
    paragraph separator and no surrogate. Offsets into ``raw`` hold in the result; a second call changes nothing.
    """
    if raw.isascii() and len(raw.encode().translate(None, _ASCII)) == len(raw):  # a sixth of what a search costs
        return raw
    # To look costs 30 ms for 10 MB beyond ASCII, to replace one kind of character 20 ms, to translate all 370 ms.
    found = _HARMFUL.search(raw)
    for _ in range(_KINDS):
        if found is None:
            return raw
        harmful = found.group()
        raw = raw.replace(harmful, _TEXT[ord(harmful)])
        found = _HARMFUL.search(raw, found.start())
    return raw if found is None else raw.translate(_TEXT)


def clean_line(raw: str) -> str:
    """Like :func:`clean`, with newlines made spaces too: for titles, names, paths and error messages."""
    return raw if raw.isprintable() else raw.translate(_LINE)


def unix_newlines(raw: str) -> str:
    """CRLF to LF; what :func:`clean` then sees of a lone CR becomes a space."""
    return raw.replace("\r\n", "\n")
