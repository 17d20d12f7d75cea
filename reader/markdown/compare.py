"""Two texts of one article as one: what went struck out, what came in bold, what stayed left out but for its edges."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from reader.model import Block, BlockKind, Document, Style, StyleRun

MOST = 6_000
"""Words of a changed part that are compared one by one; a longer part is shown struck out and anew."""
_WORD = re.compile(r"\s+|\w+|[^\w\s]")
_GAP = "⋯"


def compared(before: Document, after: Document, addresses: tuple[str, str] = ("", ""), heading: str = "") -> Document:
    """A document that shows how ``before`` became ``after``: changed paragraphs, each with one unchanged beside it.

    The headline comes first where it changed, then the address.

    :param addresses: of the article, before and after, as they may be shown.
    :param heading: a line above it all; empty for none.
    """
    old, new = _paragraphs(before), _paragraphs(after)
    heads: list[list[tuple[str, Style | None]]] = []
    if before.title != after.title:
        heads.append(list(_words(before.title, after.title)))
    if addresses[0] != addresses[1]:
        marked = [(address, style) for address, style in zip(addresses, (Style.STRIKE, Style.STRONG), strict=True)]
        heads.append([("Address:", None), *(part for one in marked if one[0] for part in ((" ", None), one))])
    pieces: list[list[tuple[str, Style | None]]] = []
    steps = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    for at, (kind, start, end, there, here) in enumerate(steps):
        if kind == "equal":
            pieces += _edges(old[start:end], at > 0, at < len(steps) - 1)
        else:
            pieces += _changed(old[start:end], new[there:here])
    if not any(style for piece in pieces for _, style in piece):
        pieces = [[("The text is the same." if heads else "The words are the same.", None)]]
    top: list[list[tuple[str, Style | None]]] = [[(heading, Style.EMPHASIS)]] if heading else []
    return _document([*top, *heads, *pieces], after)


def _paragraphs(document: Document) -> list[str]:
    return [block.span.of(document.text) for block in document.blocks if block.end > block.start]


def _edges(same: Sequence[str], after: bool, before: bool) -> list[list[tuple[str, Style | None]]]:
    """Of what is unchanged the paragraph next to each change."""
    shown = [same[0]] if after else []
    left = len(same) - len(shown)
    if before and left:
        return [[(part, None)] for part in (*shown, *([_GAP] if left > 1 else []), same[-1])]
    return [[(part, None)] for part in (*shown, *([_GAP] if left else []))]


def _changed(old: Sequence[str], new: Sequence[str]) -> Iterator[list[tuple[str, Style | None]]]:
    """Changed paragraphs; those that are much alike are compared word by word."""
    free = list(old)
    for part in new:
        best = max(free, key=lambda one: SequenceMatcher(None, one[:400], part[:400]).quick_ratio(), default=None)
        if best is None or SequenceMatcher(None, best[:2000], part[:2000]).quick_ratio() < 0.5:
            yield [(part, Style.STRONG)]
            continue
        for gone in free[: free.index(best)]:
            yield [(gone, Style.STRIKE)]
        del free[: free.index(best) + 1]
        yield list(_words(best, part))
    for gone in free:
        yield [(gone, Style.STRIKE)]


def _words(old: str, new: str) -> Iterator[tuple[str, Style | None]]:
    before, after = _WORD.findall(old), _WORD.findall(new)
    if len(before) + len(after) > MOST:
        yield old, Style.STRIKE
        yield " ", None
        yield new, Style.STRONG
        return
    for kind, start, end, there, here in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if kind == "equal":
            yield "".join(before[start:end]), None
            continue
        gone, come = "".join(before[start:end]), "".join(after[there:here])
        if gone:
            yield gone, Style.STRIKE
        if gone and come and not gone.endswith(" ") and not come.startswith(" "):
            yield " ", None
        if come:
            yield come, Style.STRONG


def _document(pieces: Sequence[Sequence[tuple[str, Style | None]]], after: Document) -> Document:
    text: list[str] = []
    blocks: list[Block] = []
    at = 0
    for number, piece in enumerate(pieces):
        if number:
            text.append("\n\n")
            at += 2
        start = at
        runs: list[StyleRun] = []
        for words, style in piece:
            if style is not None:
                runs.append(StyleRun(at, at + len(words), style))
            text.append(words)
            at += len(words)
        blocks.append(Block(BlockKind.PARAGRAPH, start, at, runs=tuple(runs)))
    return Document(
        id=f"changes-{after.id}",
        origin=f"changes:{after.id}",
        title=after.title,
        text="".join(text),
        blocks=tuple(blocks),
        language=after.language,
        format="markdown",
    )
