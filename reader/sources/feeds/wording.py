"""Words of a feed as one clean line: titles, names, labels."""

from __future__ import annotations

import html
import re

from reader.model import clean_line

LONGEST = 300
_TAG = re.compile(r"</?[A-Za-z][^<>]{0,1000}>|<!--.{0,1000}?-->", re.DOTALL)
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")


def line(raw: str) -> str:
    """Clean, spaces single, at most 300 characters."""
    words = " ".join(clean_line(raw[: 4 * LONGEST]).split())
    return words if len(words) <= LONGEST else words[: LONGEST - 1].rstrip() + "…"


def headline(raw: str) -> str:
    """A title that may hold tags and entities, as feeds of every format have them."""
    raw = raw[: 8 * LONGEST]
    if "<" in raw:
        raw = _TAG.sub("", raw)
    if "&" in raw and _ENTITY.search(raw):
        raw = html.unescape(raw)
        if "<" in raw:
            raw = _TAG.sub("", raw)
    return line(raw)
