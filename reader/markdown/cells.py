"""How text stands on a terminal: what one character is to a reader, how many cells it takes, what of it is drawn.

Widths agree with what Textual measures, so that lines never run over. Not drawn are characters that could hide or forge
text: soft hyphens, direction marks, zero-width and tag characters outside emoji and joining scripts, fillers, and marks
beyond the fourth on one base. They stay in the text; offsets count them.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from functools import cache, lru_cache

from reader.markdown.width_table import EMOJI_ON_DEMAND, WIDE, ZERO, character_class, ranges

MAX_MARKS = 4
"""Marks drawn on one base; Vietnamese and Hebrew need three, text that climbs over its neighbours hundreds."""
MAX_TAGS = 8
"""Tag characters drawn behind a black flag; the flags of Scotland and Wales have six."""

# Latin, Greek, Cyrillic and the punctuation of news: all of it is drawn, takes one cell and stands alone.
_UNUSUAL = re.compile(r"[^\x00-\xac\xae-\u02ff\u0370-\u0482\u048a-\u0590\u2010-\u2027\u2030-\u205e\u20a0-\u20cf]")
_ON_DEMAND = frozenset(chr(code) for first, last in ranges(EMOJI_ON_DEMAND) for code in range(first, last + 1))

_ASTRAL = r"\U00010000-\U0010ffff"
_ZWJ, _ZWNJ, _VS15, _VS16, _BLACK_FLAG = "\u200d", "\u200c", "\ufe0e", "\ufe0f", "\U0001f3f4"

# Characters that take part in emoji sequences.
_PICTOGRAPH = (
    r"\xa9\xae\u203c\u2049\u2122\u2139\u2190-\u21ff\u2300-\u23ff\u2460-\u24ff\u25a0-\u27bf\u2900-\u297f\u2b00-\u2bff"
    r"\u3030\u303d\u3297\u3299\U0001f000-\U0001f1e5\U0001f200-\U0001f3fa\U0001f400-\U0001faff"
)
_EMOJI_TAIL = r"\ufe0e\ufe0f\U0001f3fb-\U0001f3ff"
_FLAG_LETTER = r"\U0001f1e6-\U0001f1ff"
# Default ignorable code points that have no business of their own in text, whatever their category.
_IGNORABLE = (
    r"\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\u3164\ufeff\uffa0"
    r"\ufff0-\ufffb\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e001f\U000e0080-\U000e00ff"
    r"\U000e01f0-\U000e0fff"
)
# Scripts in which a joiner or non-joiner changes letters: Arabic to Mandaic, Indic to Myanmar, Khmer, Mongolian.
_JOINING = r"\u0600-\u08ff\u0900-\u0dff\u0f00-\u109f\u1780-\u18af\ufb50-\ufdff\ufe70-\ufefe"
# Where a joiner makes one sign of two consonants (Unicode's rule GB9c, for the scripts of India and their neighbours).
_CONJUNCT = r"\u0900-\u0dff\u1000-\u109f\u1780-\u17ff"
_MONGOLIAN = r"\u1820-\u18aa"

# Tables and patterns are made when they are first needed, as most news is simple: together they take 15 ms.


@cache
def _is(characters: str) -> Callable[[str], re.Match[str] | None]:
    """Whether a character is one of these ranges."""
    return re.compile(f"[{characters}]").match


@cache
def _table(name: str) -> tuple[list[int], list[tuple[int, int]]]:
    """Starts, and first and last code points, of the ranges of a width."""
    found = ranges(name)
    return [first for first, _ in found], found


def _basic(name: str) -> str:
    return character_class([pair for pair in _table(name)[1] if pair[1] < 0x10000])


@cache
def _special_pattern() -> re.Pattern[str]:
    """What is not drawn, takes no or two cells, or may stand with others."""
    return re.compile(f"[\\xad\\uffa0\\ufff0-\\ufffb{_basic(ZERO)}{_basic(WIDE)}{_ASTRAL}]")


@cache
def _cluster_pattern() -> re.Pattern[str]:
    """One character as a reader sees it."""
    astral_zero = character_class([pair for pair in _table(ZERO)[1] if pair[0] >= 0x10000])
    # Beyond the basic plane the engine tries range after range: there is one range first, the long list only behind it.
    zero = f"[{_basic(ZERO)}]|(?=[{_ASTRAL}])[{astral_zero}]"
    joined = f"(?<=[{_PICTOGRAPH}{_EMOJI_TAIL}{_CONJUNCT}]\\u200d)[{_PICTOGRAPH}{_CONJUNCT}]"
    return re.compile(f"\\n|(?:[{_FLAG_LETTER}]{{2}}|(?s:.))(?:{zero}|{joined})*")


def simple(text: str, start: int = 0, end: int | None = None) -> bool:
    """Whether each code point of the range is drawn, takes one cell and stands alone. Fast: one search in C."""
    if text.isascii():
        return True
    end = len(text) if end is None else end
    unusual = _UNUSUAL.search(text, start, end)
    return unusual is None or _special_pattern().search(text, unusual.start(), end) is None


def character_cells(character: str) -> int:
    """Cells of a single code point: 0, 1 or 2; a newline has none."""
    code = ord(character)
    if code < 0x300:
        return 0 if character in "\n\xad" else 1
    return 0 if _in(ZERO, code) else 2 if _in(WIDE, code) else 1


def _in(name: str, code: int) -> bool:
    starts, found = _table(name)
    index = bisect_right(starts, code) - 1
    return index >= 0 and code <= found[index][1]


def cells(text: str) -> int:
    """Cells that ``text`` takes when it is drawn on one line; newlines and what is not drawn take none."""
    if simple(text):
        return len(text) - text.count("\n")
    return sum(width for _, _, width in clusters(text))


def clusters(text: str, start: int = 0, end: int | None = None) -> Iterator[tuple[int, int, int]]:
    """Characters as a reader sees them, as ``(start, end, cells)``, in order and without gaps.

    A base with its marks, a pair of flag letters, an emoji sequence and a newline are one each. ``start`` must be the
    start of one. Lazy: as much is looked at as is asked for.
    """
    position = start
    for match in _cluster_pattern().finditer(text, start, len(text) if end is None else end):
        cluster = match.group()
        last = match.end()
        yield position, last, _cluster(cluster)[0]
        position = last


def graphemes(text: str) -> list[str]:
    """``text`` cut into characters as a reader sees them."""
    return _cluster_pattern().findall(text)


def drawn(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Ranges of the code points between ``start`` and ``end`` that are drawn, adjacent ones joined."""
    if start >= end:
        return []
    if simple(text, start, end):
        return [(start, end)]
    found: list[tuple[int, int]] = []
    for match in _cluster_pattern().finditer(text, start, end):
        base = match.start()
        for first, last in _cluster(match.group())[1]:
            if found and found[-1][1] == base + first:
                found[-1] = (found[-1][0], base + last)
            else:
                found.append((base + first, base + last))
    return found


def next_boundary(text: str, offset: int) -> int:
    """End of the character that begins at ``offset``; the length of ``text`` at its end."""
    match = _cluster_pattern().match(text, offset)
    return match.end() if match else len(text)


def previous_boundary(text: str, offset: int) -> int:
    """Start of the character that ends at ``offset``; 0 at the start. Looks back over at most 256 code points."""
    if offset <= 1:
        return 0
    if simple(text, offset - 2, min(offset + 1, len(text))):
        return offset - 1
    low = max(offset - 256, 0)
    line = text.rfind("\n", low, offset - 1)
    low = line + 1 if line >= 0 else low
    found = low
    for match in _cluster_pattern().finditer(text, low, offset):
        found = match.start()
    return found


def whole(text: str, offset: int) -> int:
    """``offset``, or the end of the character in the middle of which it lies."""
    if not 0 < offset < len(text) or simple(text, offset - 1, offset + 1):
        return offset
    start = previous_boundary(text, offset + 1)
    return next_boundary(text, start) if start < offset else offset


@lru_cache(maxsize=8192)
def _cluster(cluster: str) -> tuple[int, tuple[tuple[int, int], ...]]:
    """Cells of one character, and which of its code points are drawn."""
    base = cluster[0]
    if len(cluster) == 1:
        if base == "\n" or _is(_IGNORABLE)(base):
            return 0, ()
        width = character_cells(base)
        return (width, ((0, 1),)) if width else (0, ())
    width = character_cells(base)
    if _is(_IGNORABLE)(base) or width == 0:
        return 0, ()
    kept = _kept(cluster)
    measured = base
    joiner = -1
    for index in kept:
        character = cluster[index]
        if character == _ZWJ:
            joiner = index
        elif character == _VS16:
            width += measured in _ON_DEMAND
            measured = ""
        elif joiner != index - 1:  # what is joined takes no cells of its own
            own = character_cells(character)
            measured = character if own else measured
            width += own
    drawn_ranges: list[tuple[int, int]] = [(0, 1)]
    for index in kept:
        if drawn_ranges[-1][1] == index:
            drawn_ranges[-1] = (drawn_ranges[-1][0], index + 1)
        else:
            drawn_ranges.append((index, index + 1))
    return width, tuple(drawn_ranges)


def _kept(cluster: str) -> list[int]:
    """Indices behind the base that are drawn."""
    base = cluster[0]
    joining = _is(_JOINING)(base) is not None
    kept: list[int] = []
    marks = tags = 0
    for index in range(1, len(cluster)):
        character = cluster[index]
        before = cluster[index - 1]
        if character == _ZWJ:
            # Only between two that it joins: what stands behind another one is measured as if it took no cell.
            joined = index == 1 or (bool(kept) and kept[-1] == index - 1)
            keep = joined and index + 1 < len(cluster) and character_cells(cluster[index + 1]) > 0
        elif character == _ZWNJ:
            keep = joining and marks < MAX_MARKS
            marks += 1
        elif character in (_VS15, _VS16):
            keep = before in _ON_DEMAND or _is(_PICTOGRAPH)(before) is not None
        elif "\ufe00" <= character <= "\ufe0d" or "\U000e0100" <= character <= "\U000e01ef":
            keep = index == 1
        elif "\U000e0020" <= character <= "\U000e007f":
            tags += 1
            keep = base == _BLACK_FLAG and tags <= MAX_TAGS
        elif "\U0001f3fb" <= character <= "\U0001f3ff":
            keep = _is(_PICTOGRAPH)(before) is not None or before == _VS16
        elif character in "\u180b\u180c\u180d\u180f":
            keep = _is(_MONGOLIAN)(base) is not None and before == base
        elif _is(_IGNORABLE)(character):
            keep = False
        elif character_cells(character) > 0:
            keep, marks = True, 0
        else:
            marks += 1
            keep = marks <= MAX_MARKS
        if keep:
            kept.append(index)
    return kept
