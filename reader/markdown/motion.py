"""Moving a caret over ``Document.text`` and taking hold of words, sentences and paragraphs.

Pure functions; each looks only at the text around the offset, so that a step costs the same anywhere in ten megabytes.
Offsets are clamped to the text, and a caret may stand behind its last character.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import cache

from reader.markdown.cells import next_boundary, previous_boundary
from reader.markdown.width_table import ZERO, character_class, ranges
from reader.model import Block, Span

LOCAL = 8_000
"""A sentence is looked for within so many code points either side."""
WORD = 256
"""So far back a word's start is looked for at first."""
LONGEST_WORD = 16_384
"""Words end here even if they do not."""
LONGEST_GAP = 65_536
"""A gap without a word is crossed in steps of this."""

_HAN = r"\u2e80-\u2fdf\u3005-\u3007\u3021-\u3029\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_KANA = r"\u3041-\u309f"
_KATAKANA = r"\u30a0-\u30ff\u31f0-\u31ff\uff66-\uff9f"
_NEWLINES = re.compile(r"\n+")
# Behind a full stop, question or exclamation mark and closing quotes, before what can begin a sentence.
_SENTENCE_END = re.compile(
    r"(?<![.!?…])[.!?…]+[\"'”’»)\]]*\s+(?=[\"'“‘«„(\[¿¡]*[^\W_a-z])|[。！？]+[」』”’）]*|\n\s*\n|\n(?=\s*[-*•])"
)
# Not behind an initial, a title, a month or the like.
_ABBREVIATION = re.compile(
    r"(?:^|[\s(\"'“‘])(?:[A-Z]|(?:[A-Za-z]\.)+[A-Za-z]|Mr|Mrs|Ms|Dr|Prof|Gen|Sen|Rep|Gov|Lt|Col|Sgt|Capt|Maj|Adm|Rev|Hon|St|Mt"
    r"|No|vs|cf|etc|approx|Inc|Ltd|Co|Corp|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.\s+$"
)


@cache
def _word() -> re.Pattern[str]:
    """A word: letters, digits and marks, with apostrophes and hyphens inside; in Chinese and Japanese a run of one
    script; else a run of punctuation. Compiled when it is first needed.
    """
    marks = character_class([pair for pair in ranges(ZERO) if pair[1] < 0x10000])
    eastern = f"{_HAN}{_KANA}{_KATAKANA}"
    return re.compile(
        f"[{_HAN}]+|[{_KANA}]+|[{_KATAKANA}]+"
        f"|(?:(?![{eastern}])[\\w{marks}])+(?:['’‑-](?![{eastern}])\\w(?:(?![{eastern}])[\\w{marks}])*)*"
        f"|(?!\\w)[^\\s{marks}][^\\w\\s]*"
    )


def next_grapheme(text: str, offset: int) -> int:
    """Start of the next character; the gap between two blocks is one step."""
    if offset >= len(text):
        return len(text)
    if match := _NEWLINES.match(text, max(offset, 0), offset + LOCAL):
        return match.end()
    return next_boundary(text, max(offset, 0))


def previous_grapheme(text: str, offset: int) -> int:
    """Start of the character before; the gap between two blocks is one step."""
    offset = min(offset, len(text))
    if offset <= 0:
        return 0
    if text[offset - 1] == "\n":
        low = max(offset - LOCAL, 0)
        return low + len(text[low:offset].rstrip("\n"))
    return previous_boundary(text, offset)


def next_word(text: str, offset: int) -> int:
    """Start of the next word or run of punctuation (``w``); the end of the text behind the last."""
    offset = max(offset, 0)
    current = _word_around(text, offset)
    start = current.end if current else max(offset, 0)
    match = _word().search(text, start, start + LONGEST_GAP)
    return match.start() if match else min(start + LONGEST_GAP, len(text))


def word_end(text: str, offset: int) -> int:
    """Start of the last character of this word, or of the next one when the caret stands there already (``e``)."""
    offset = next_grapheme(text, offset)
    current = _word_around(text, offset)
    if current is None:
        match = _word().search(text, offset, offset + LONGEST_GAP)
        if match is None:
            return min(offset + LONGEST_GAP, len(text))
        current = Span(*match.span())
    return previous_boundary(text, current.end)


def previous_word(text: str, offset: int) -> int:
    """Start of this word, or of the one before when the caret stands there already (``b``); 0 before the first."""
    reach = WORD
    offset = min(offset, len(text))
    while True:
        low = _word_gap(text, offset, reach)
        last = -1
        for match in _word().finditer(text, low, offset):
            last = match.start()
        if last >= 0 and (last > low or low == 0 or text[low - 1].isspace()):
            return last
        if low == 0:
            return 0
        if reach >= LONGEST_WORD:
            return max(last, low)
        reach *= 4


def word_at(text: str, offset: int) -> Span:
    """The word at ``offset``; in a gap the word behind it, else the one before it. Empty only where there is none."""
    if current := _word_around(text, offset):
        return current
    offset = min(max(offset, 0), len(text))
    end = text.find("\n", offset, offset + LONGEST_GAP)
    if match := _word().search(text, offset, end if end >= 0 else offset + LONGEST_GAP):
        return Span(*match.span())
    start = previous_word(text, offset)
    match = _word().match(text, start, start + LONGEST_WORD)
    return Span(start, match.end()) if match else Span(offset, offset)


def next_sentence(text: str, offset: int, sentences: Sequence[Span] | None = None) -> int:
    """Start of the next sentence (``)``); the end of the text in the last.

    :param sentences: all sentences by start where somebody has found them better; else they are found here.
    """
    offset = max(offset, 0)
    if sentences is not None:
        index = bisect_right(sentences, offset, key=lambda span: span.start)
        return sentences[index].start if index < len(sentences) else len(text)
    for start in _sentence_starts(text, offset):
        if start > offset:
            return start
    return min(len(text), offset + LOCAL)


def previous_sentence(text: str, offset: int, sentences: Sequence[Span] | None = None) -> int:
    """Start of this sentence, or of the one before when the caret stands there already (``(``)."""
    if sentences is not None:
        index = bisect_right(sentences, offset - 1, key=lambda span: span.start) - 1
        return sentences[index].start if index >= 0 else 0
    found = max(0, offset - LOCAL)
    for start in _sentence_starts(text, max(offset - 1, 0)):
        if start >= offset:
            break
        found = start
    return found


def sentence_at(text: str, offset: int, sentences: Sequence[Span] | None = None) -> Span:
    """The sentence around ``offset``, without white space at its ends; behind one the gap counts to it."""
    if sentences is not None:
        index = max(bisect_right(sentences, offset, key=lambda span: span.start) - 1, 0)
        return sentences[index] if sentences else Span(0, 0)
    offset = min(max(offset, 0), len(text))
    start = max(0, offset - LOCAL)
    end = min(len(text), offset + LOCAL)
    for edge in _sentence_starts(text, offset):
        if edge > offset:
            end = edge
            break
        start = edge
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)


def next_paragraph(blocks: Sequence[Block], offset: int) -> int:
    """Start of the next block with text (``}``); the end of the last block in it."""
    index = bisect_right(blocks, offset, key=lambda block: block.start)
    return blocks[index].start if index < len(blocks) else (blocks[-1].end if blocks else 0)


def previous_paragraph(blocks: Sequence[Block], offset: int) -> int:
    """Start of this block, or of the one before when the caret stands there already (``{``)."""
    index = bisect_right(blocks, offset - 1, key=lambda block: block.start) - 1
    return blocks[index].start if index >= 0 else 0


def paragraph_at(blocks: Sequence[Block], offset: int) -> Span:
    """The block around ``offset``; the gap behind a block counts to it."""
    index = bisect_right(blocks, offset, key=lambda block: block.start) - 1
    return blocks[max(index, 0)].span if blocks else Span(0, 0)


def find_character(text: str, offset: int, character: str) -> int | None:
    """Next place of ``character`` behind ``offset`` in the same paragraph (``f``); None when there is none.

    A small letter finds the capital too.
    """
    end = text.find("\n\n", offset)
    end = len(text) if end < 0 else end
    wanted = {character, character.upper()} if character.islower() else {character}
    found = [place for one in wanted if one and (place := text.find(one, offset + 1, end)) >= 0]
    return min(found, default=None)


def _word_gap(text: str, offset: int, reach: int) -> int:
    """Behind the first white space among the ``reach`` code points before ``offset``, where a word can begin."""
    low = max(offset - reach, 0)
    if low == 0:
        return 0
    match = re.compile(r"\s").search(text, low, offset)
    return match.end() if match and match.end() < offset else low


def _word_around(text: str, offset: int) -> Span | None:
    """The word that covers ``offset``; None in a gap."""
    if not 0 <= offset < len(text) or text[offset].isspace():
        return None
    start = previous_word(text, offset + 1)
    match = _word().match(text, start, start + LONGEST_WORD)
    return Span(start, match.end()) if match and match.end() > offset else None


def _sentence_starts(text: str, offset: int) -> list[int]:
    """Starts of the sentences around ``offset``, from that of its paragraph or :data:`LOCAL` before, in order."""
    low = text.rfind("\n\n", max(offset - LOCAL, 0), offset + 1)
    low = low if low >= 0 else max(offset - LOCAL, 0)
    # One paragraph further back, as the caret may stand on the first sentence of its own.
    further = text.rfind("\n\n", max(low - LOCAL, 0), low)
    low = further + 2 if further >= 0 else max(low - LOCAL, 0)
    high = min(len(text), offset + LOCAL)
    starts = [low]
    for match in _SENTENCE_END.finditer(text, low, high):
        if "\n" not in match.group() and _ABBREVIATION.search(text[max(match.start() - 12, 0) : match.end()]):
            continue
        if match.end() > starts[-1] and match.end() < len(text):
            starts.append(match.end())
    return starts
