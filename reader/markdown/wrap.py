"""Breaking text into screen lines. Lazy: a line is found when it is asked for, so a first page costs a first page.

All functions give ``(start, end)`` ranges of the text they get; spaces at which a line was broken lie between them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from reader.markdown.cells import clusters, drawn, simple

GLUE_LEFT = "\ue000"
"""Stands for a cell of decoration that must stay on the line of what is before it (the number of a link)."""
GLUE_RIGHT = "\ue001"
"""Stands for a cell of decoration that must stay on the line of what is behind it (the mark of an image)."""
SOFT_HYPHEN = "\u00ad"
ZERO_WIDTH_SPACE = "\u200b"
ROOM_FOR_GLUE = 12
"""Narrowest line in which decoration is glued to words; the longest two in a row take 9 cells."""

_SPACES = " \u1680\u2000-\u2006\u2008-\u200a\u205f\u3000"  # not U+00A0, U+2007, U+202F: they do not break
_SPACE_CHARACTERS = frozenset(" \u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2008\u2009\u200a\u205f\u3000")
_INDENT = re.compile(r" +(?=[\x21-\x7e])")  # not where a mark stands on the last space
# Behind a hyphen within a word and behind a dash; not within 2021-12-30 or 14–16.
_AFTER_HYPHEN = r"(?<=[^\W\d_][-‐])(?=[^\W\d_])|(?<=[–—])(?=[^\W\d_])"
_HYPHEN = re.compile(_AFTER_HYPHEN)
# Scripts written without spaces, which break between any two characters. Korean has spaces.
_IDEOGRAPHS = (
    r"[\u2e80-\u303f\u3041-\u30ff\u3105-\u31bf\u31f0-\u4dbf\u4e00-\ua4cf\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef"
    r"\U00016fe0-\U00018dff\U0001b000-\U0001b2ff\U00020000-\U0003ffff]"
)
# What may not begin a line: closing punctuation, small kana, sound marks (JIS X 4051, GB/T 15834).
_NO_START = frozenset(
    "!),.:;?]}¢°’”‰′″℃›»、。々〉》」』】〕〗〙〛〜〞〟〻ーぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶ・ヽヾゝゞ"
    "！），．：；？］｝～％｠｡｣､･…‥—"
)
# What may not end one: opening punctuation.
_NO_END = frozenset("([{£¥‘“‹«〈《「『【〔〖〘〚〝（［｛｟｢＄￥￡$")
WIDOW = 2
"""A last line of so few cells is joined by the word before it."""


@cache
def _ideograph() -> re.Pattern[str]:
    return re.compile(_IDEOGRAPHS)  # when one is first asked about: it takes 2 ms


@lru_cache(maxsize=64)
def _filling(width: int, reflow: bool) -> re.Pattern[str]:
    """One screen line of at most ``width`` simple characters (group 1) and the spaces behind it."""
    space = f"[\\n{_SPACES}]" if reflow else f"[{_SPACES}]"
    solid = f"[^\\n{_SPACES}]"
    run = "(?s:.)" if reflow else "[^\\n]"
    return re.compile(
        f"({run}{{0,{width - 1}}}{solid}(?={space}|\\Z|{_AFTER_HYPHEN})"
        f"|{solid}{{1,{width}}}(?<!{GLUE_RIGHT})(?!{GLUE_LEFT})"
        f"|{solid}{{1,{width}}}){space}*"
    )


def fill(text: str, start: int, end: int, width: int, *, reflow: bool = False) -> Iterator[tuple[int, int]]:
    """Screen lines of prose: as many words a line as fit into ``width`` cells, longer words broken.

    A newline ends a line unless ``reflow``, where it counts as a space. Empty lines come as empty ranges; an empty text
    has one.
    """
    if reflow:
        yield from _fill(text, start, end, width, True)
        return
    while True:
        newline = text.find("\n", start, end)
        stop = end if newline < 0 else newline
        if stop - start <= width and simple(text, start, stop):
            yield start, start + len(text[start:stop].rstrip(" "))
        else:
            indent = _INDENT.match(text, start, stop)
            if indent and indent.end() - start >= width:
                start = indent.end()  # no room for it
            yield from _fill(text, start, stop, width, False)
        if newline < 0:
            return
        start = newline + 1


def _fill(text: str, start: int, end: int, width: int, reflow: bool) -> Iterator[tuple[int, int]]:
    """Lines of one paragraph; the last two are held back until it is known whether the last is a widow."""
    lines = (
        (match.span(1) for match in _filling(width, reflow).finditer(text, start, end))
        if simple(text, start, end)
        else _fill_clusters(text, start, end, width, reflow)
    )
    before: tuple[int, int] | None = None
    last: tuple[int, int] | None = None
    for line in lines:
        if before is not None:
            yield before
        before, last = last, line
    if last is None:
        yield start, start
        return
    if before is not None:
        if last[1] - last[0] <= WIDOW:
            cut = max(text.rfind(" ", *before), text.rfind("\n", *before) if reflow else -1)
            head = text[before[0] : max(cut, before[0])].rstrip(" \n")
            tail = text[cut + 1 : last[1]]
            if head and simple(tail) and len(tail) <= width and GLUE_LEFT not in tail[:1]:
                before, last = (before[0], before[0] + len(head)), (cut + 1, last[1])
        yield before
    yield last


def _fill_clusters(text: str, start: int, end: int, width: int, reflow: bool) -> Iterator[tuple[int, int]]:
    """Lines of one paragraph in any script: what takes no cell or two, marks, soft hyphens, no spaces between words."""
    spaces = _SPACE_CHARACTERS | {"\n"} if reflow else _SPACE_CHARACTERS
    line = start  # where the current line begins
    used = 0  # cells from there
    stop = resume = -1  # the best place to break: the line's end, the next line's start
    resumed = 0  # cells from line to resume
    chop = chopped = -1  # the last place where a word may be broken that must be, and the cells before it
    before = ""
    ended_in_space = True
    for first, last, taken in clusters(text, start, end):
        base = text[first]
        if base in spaces and (last - first == 1 or drawn(text, first, last) == [(first, first + 1)]):
            if not ended_in_space:
                stop = first
            elif line == first != start:  # further spaces where a line was broken
                line = last
                continue
            used += taken if base != "\n" else 1
            if stop >= 0:
                resume, resumed = last, used
            before, ended_in_space = base, True
            continue
        if not ended_in_space and _breaks_between(text, first, before, base):
            stop = resume = first
            resumed = used
        # After a soft hyphen a word may be broken only where the hyphen has room.
        free = used < width or text[first - 1] != SOFT_HYPHEN
        if free and base != GLUE_LEFT and before != GLUE_RIGHT and first > line:
            chop, chopped = first, used
        while used + taken > width and first > line:
            if resume > line:
                yield line, stop
                line, used = resume, used - resumed
                stop = resume = -1
                if chop > line:
                    chopped -= resumed
                continue
            if ended_in_space:  # there is nothing but indentation, and no room for it
                line, used = first, 0
            elif chop > line:
                yield line, chop
                line, used = chop, used - chopped
            else:
                yield line, first
                line, used = first, 0
            stop = resume = chop = -1
        used += taken
        before, ended_in_space = base, False
        tail = text[last - 1]
        if (
            used > 0
            and last < end
            and text[last : last + 1] != GLUE_LEFT
            and (tail == ZERO_WIDTH_SPACE or (tail == SOFT_HYPHEN and used < width))
        ):
            stop = resume = last
            resumed = used
    if not ended_in_space:
        yield line, end
    elif stop >= line and stop > 0:
        yield line, stop


@lru_cache(maxsize=8192)
def _is_ideograph(character: str) -> bool:
    return _ideograph().match(character) is not None


def _breaks_between(text: str, offset: int, before: str, base: str) -> bool:
    """Whether a line may end before ``base`` at ``offset`` although no space is there."""
    if base in _NO_START or before in _NO_END or base == GLUE_LEFT or before == GLUE_RIGHT:
        return False
    if before and (_is_ideograph(base) or _is_ideograph(before)):
        return True
    return before in "-‐–—" and before != "" and _HYPHEN.match(text, offset) is not None


def chop(text: str, start: int, end: int, width: int, continued: int) -> Iterator[tuple[int, int]]:
    """Screen lines of code: nothing moves, what is longer than ``width`` goes on in lines of ``continued`` cells."""
    while True:
        newline = text.find("\n", start, end)
        stop = end if newline < 0 else newline
        if simple(text, start, stop):
            line = min(start + width, stop)
            yield start, line
            while line < stop:
                yield line, min(line + continued, stop)
                line += continued
        else:
            yield from _chop_clusters(text, start, stop, width, continued)
        if newline < 0:
            return
        start = newline + 1


def _chop_clusters(text: str, start: int, end: int, width: int, continued: int) -> Iterator[tuple[int, int]]:
    line, used = start, 0
    for first, _, taken in clusters(text, start, end):
        if used + taken > width and first > line:
            yield line, first
            line, used, width = first, 0, continued
        used += taken
    yield line, end
