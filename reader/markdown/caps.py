"""How much a Markdown source may ask for. Counts only, so that the same source always gives the same document.

Each figure is set so that what passes is built in well under a second (measured with markdown-it-py 4.3); what does
not is shown as plain text. Ordinary Markdown of 1 MB stays below a third of each.
"""

from __future__ import annotations

import re

MAX_LENGTH = 2_000_000
"""Code points. Ordinary Markdown of this length takes about 0.4 s, plain text a twentieth of it."""
MAX_LINES = 120_000
"""The parser keeps five numbers a line: 0.3 s for a million of them empty."""
MAX_BLOCK_TOKENS = 100_000
"""Paragraphs cost three tokens each, list items five; about 5 µs a token with what is done about it later."""
MAX_INLINE_TOKENS = 150_000
"""Each emphasised word costs three to five, about 2 µs each."""
MAX_BRACKETS = 30_000
"""Each opening bracket may be tried to the end of its paragraph: up to 10 µs each however it ends."""
MAX_IMAGES = 5_000
"""An exclamation mark and bracket that open no image cost up to 70 µs, as each tries the rest of the paragraph."""
MAX_ANGLES = 60_000
"""Openers of tags, comments and autolinks."""
MAX_CELLS = 20_000
"""Table cells, counted as columns times rows: a ragged row is filled up to the width of its table."""
MAX_NESTING = 60
"""Parser levels (two for each list, one for each quotation). The parser drops what lies deeper, so nothing may."""

# A line that may be the second of a table: bars, dashes, colons and spaces only.
_DELIMITER_ROW = re.compile(r"^[ \t>]*[|:-][ \t|:-]+$", re.MULTILINE)
_TABLE_END = re.compile(r"\n[ \t>]*(?:\n|\Z)")


def refusal(source: str) -> str:
    """Why ``source`` is not given to the Markdown parser, as the end of a sentence; empty when it may be. Linear."""
    if len(source) > MAX_LENGTH:
        return "it is longer than two million characters"
    if source.count("\n") > MAX_LINES:
        return "it has too many lines"
    if source.count("[") > MAX_BRACKETS:
        return "it has too many brackets"
    if source.count("![") > MAX_IMAGES:
        return "it has too many images"
    if source.count("<") > MAX_ANGLES:
        return "it has too many tags"
    if _cells(source) > MAX_CELLS:
        return "its tables have too many cells"
    return ""


def _cells(source: str) -> int:
    """At most so many cells do the tables of ``source`` have, rows filled up."""
    total = 0
    position = 0
    while match := _DELIMITER_ROW.search(source, position):
        columns = match.group().count("|") + 1
        if "-" in match.group() and (columns > 1 or ":" in match.group()):
            end = _TABLE_END.search(source, match.end())
            stop = end.start() if end else len(source)
            total += columns * (2 + source.count("\n", match.end(), stop))
            if total > MAX_CELLS:
                break
            position = max(stop, match.end())
        else:
            position = match.end()
    return total
