"""How much a Markdown source may ask for. Counts only, so that the same source always gives the same document.

Each figure is set so that what passes is built in well under a second (measured with markdown-it-py 4.3); what does
not is shown as plain text. Ordinary Markdown of 1 MB stays below a third of each.
"""

from __future__ import annotations

import re

MAX_LENGTH = 2_000_000
"""Code points. Ordinary Markdown of this length takes about 0.4 s, plain text a twentieth of it."""
MAX_LINES = 50_000
"""Each may begin a list item, which costs 15 µs before the tokens are counted. Ordinary Markdown of 2 MB has 30,000."""
MAX_BLOCK_TOKENS = 100_000
"""Paragraphs cost three tokens each, list items five; about 5 µs a token with what is done about it later."""
MAX_INLINE_TOKENS = 150_000
"""Each emphasised word costs three to five, about 2 µs each."""
MAX_BRACKETS = 20_000
"""Each opening bracket is tried against what follows: up to 15 µs each however it ends."""
MAX_IMAGES = 5_000
"""An exclamation mark and bracket that open no image cost up to 70 µs, as each tries the rest of the paragraph."""
MAX_EMPHASIS = 50_000
"""Stars, underscores and tildes; each run of them costs up to 7 µs."""
MAX_TAGS = 20_000
"""Openers of tags and addresses; an address costs up to 30 µs."""
MAX_SPECIAL = 60_000
"""Of each: ampersands, backslashes and backticks; up to 7 µs each."""
MAX_ITEMS = 16_000
"""List markers at the beginning of lines: up to 40 µs each in deep lists."""
MAX_QUOTES = 50_000
"""Quotation markers at the beginning of lines: up to 10 µs each."""
MAX_CELLS = 20_000
"""Table cells, counted as columns times rows: a ragged row is filled up to the width of its table."""
MAX_NESTING = 60
"""Parser levels (two for each list, one for each quotation). The parser drops what lies deeper, so nothing may."""

# A line that may be the second of a table: bars, dashes, colons and spaces only.
_DELIMITER_ROW = re.compile(r"^[ \t>]*[|:-][ \t|:-]+$", re.MULTILINE)
# The markers of quotations and list items with which a line begins.
_CONTAINERS = re.compile(r"^(?:[ \t]*(?:>|[-+*](?=\s)|\d{1,9}[.)](?=\s)))+", re.MULTILINE)
_ITEM = re.compile(r"[-+*.)]")
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
    if sum(map(source.count, "*_~")) > MAX_EMPHASIS:
        return "it has too many stars and underscores"
    if source.count("<") > MAX_TAGS:
        return "it has too many tags"
    if max(map(source.count, "&\\`")) > MAX_SPECIAL:
        return "it has too much markup"
    if why := _containers(source):
        return why
    if _cells(source) > MAX_CELLS:
        return "its tables have too many cells"
    return ""


def _containers(source: str) -> str:
    """Why its lists and quotations are too much; empty when they are not. Depth counts, as each level is walked."""
    items = quotes = 0
    for match in _CONTAINERS.finditer(source):
        marks = match.group()
        quotes += marks.count(">")
        items += len(_ITEM.findall(marks))
        if items > MAX_ITEMS:
            return "it has too many list items"
        if quotes > MAX_QUOTES:
            return "it has too many quotations"
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
