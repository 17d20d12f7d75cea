"""Block quotations: somebody's words without marks, and the line that signs them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from reader.extract.article import Article
from reader.extract.quotes.marks import Quoted, quoted
from reader.extract.sentences import paragraphs
from reader.model import Block, BlockKind

_SIGNED = re.compile(r"(?:[—–―]|--?)\s*(?=[^\W\d_])")
_LONGEST = 160
"""Characters of a line that can sign."""
_WORDS = (BlockKind.PARAGRAPH, BlockKind.QUOTE, BlockKind.ITEM)


def stretches(article: Article) -> list[Quoted]:
    """What stands between quotation marks or in block quotations, in order, nothing inside another."""
    marks = quoted(article.text, paragraphs(article.text))
    blocks = list(block_quotations(article.text, article.blocks))
    if not blocks:
        return marks
    starts = [one.start for one in blocks]

    def is_outside(mark: Quoted) -> bool:
        at = bisect_left(starts, mark.end) - 1
        return at < 0 or blocks[at].end <= mark.start

    return sorted([*filter(is_outside, marks), *blocks], key=lambda item: item.start)


def block_quotations(text: str, blocks: Sequence[Block]) -> Iterator[Quoted]:
    """Neighbouring quoted blocks are one quotation; a last line behind a dash, in or below them, signs it."""
    shown = [block for block in blocks if block.kind is not BlockKind.RULE and text[block.start : block.end].strip()]
    at = 0
    while at < len(shown):
        last = at
        while last < len(shown) and shown[last].quote and shown[last].kind in _WORDS:
            last += 1
        if last > at:
            following = shown[last] if last < len(shown) else None
            if (found := _quotation(text, shown[at:last], following)) is not None:
                yield found
        at = max(last, at + 1)


def _quotation(text: str, group: Sequence[Block], following: Block | None) -> Quoted | None:
    start, end = group[0].start, group[-1].end
    line = max(group[-1].start, text.rfind("\n", group[-1].start, end) + 1)
    signature = _signature(text, line, end) if line > start else None
    if signature is not None:
        end = line
    elif following is not None and following.kind is BlockKind.PARAGRAPH and not following.quote:
        signature = _signature(text, following.start, following.end)
    end = start + len(text[start:end].rstrip())
    return Quoted(start, end, block=True, signature=signature) if end > start else None


def _signature(text: str, start: int, end: int) -> tuple[int, int] | None:
    sign = _SIGNED.match(text, start, end)
    return (sign.end(), end) if sign is not None and end - start <= _LONGEST else None
