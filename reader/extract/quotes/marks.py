"""Where quotation marks open and close, a paragraph at a time."""

from __future__ import annotations

import re
from dataclasses import dataclass

from reader.model import Span

_MARK = re.compile(r"``|''|[“”\"„‟«»‘’‚']")
# "We are ready, said Mr. Kerry.": the closing mark was forgotten before the attribution.
_FORGOTTEN = re.compile(r"[,!?](?=\s(?:said|says)\s\w|\s(?:[A-Z][\w’'.-]*\s){1,4}(?:said|says)\b)")

# What closes each opening mark. A straight mark closes itself; the low German one is closed by the one that opens
# in English.
_CLOSES = {
    "“": '”“"',
    "”": "”",
    '"': '"”',
    "„": '“”‟"',
    "‟": "”",
    "«": "»",
    "»": "«",
    "``": "''\"",
    "''": "''",
}
_BEFORE_OPENING = frozenset(" \n\t\u00a0([{<—–-―:;/|*_>…,“\"„«‘'`")
_ELISION = re.compile(r"(?:em|til|tis|twas|cause|bout|round|n)\b|\d\ds\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Quoted:
    """A stretch between quotation marks, marks included; one whose mark opens every paragraph is one stretch."""

    start: int
    end: int
    closed: bool = True
    """False when its closing mark is missing: it was ended with its paragraph."""
    single: bool = False
    """True between single marks."""
    continued: bool = False
    """True when it runs over more than one paragraph."""
    block: bool = False
    """True for a block quotation, which needs no marks."""
    signature: tuple[int, int] | None = None
    """Where the line below a block quotation names its speaker."""


def quoted(text: str, parts: list[Span]) -> list[Quoted]:
    """Outermost quoted stretches of ``text`` in order.

    A missing mark spoils at most its own paragraph ``parts[i]``; nothing is found twice. Linear in the text.
    """
    found: list[Quoted] = []
    carried: tuple[int, str] | None = None
    for number, part in enumerate(parts):
        stretch, opened = _in_paragraph(text, part, carried)
        carried = None
        found += stretch
        if opened is None:
            continue
        start, mark = opened
        forgotten = _FORGOTTEN.search(text, max(start, part.start), part.end)
        if forgotten is not None:
            found.append(Quoted(start, forgotten.end(), closed=False, continued=start < part.start))
            continue
        following = parts[number + 1] if number + 1 < len(parts) else None
        if following and text.startswith(_reopening(mark), following.start):
            carried = opened
        elif _may_stay_open(text, start, part):
            found.append(Quoted(start, part.end, closed=False, continued=start < part.start))
    return found


def _reopening(mark: str) -> tuple[str, ...]:
    return ("“", '"', "”") if mark in '“"”„' else (mark,)


def _may_stay_open(text: str, start: int, part: Span) -> bool:
    """A mark without its partner is believed at the start of a paragraph or after a colon, with several words."""
    before = text[max(part.start, start - 3) : start].rstrip()
    return (start <= part.start or before.endswith((":", ","))) and text.count(" ", start, part.end) >= 4


def _in_paragraph(
    text: str, part: Span, carried: tuple[int, str] | None
) -> tuple[list[Quoted], tuple[int, str] | None]:
    found: list[Quoted] = []
    start, mark = carried if carried else (-1, "")
    resumed = carried is not None
    single = -1
    for match in _MARK.finditer(text, part.start, part.end):
        at, sign = match.start(), match.group()
        if sign in "‘’‚'":
            if start < 0:
                single = _single(text, part, at, sign, single, found)
            continue
        if resumed and at == part.start:
            resumed = False
            continue
        opens, closes = _directions(text, part, at, match.end(), sign)
        if start >= 0 and closes and sign in _CLOSES[mark] and (opens is False or sign != "“" or mark != "“"):
            if match.end() - start > 2:
                found.append(Quoted(start, match.end(), continued=start < part.start))
            start, mark = -1, ""
        elif opens and sign in _CLOSES:
            at_line = at == part.start or text[at - 1] == "\n"
            if start >= 0 and at_line and sign in _reopening(mark):
                continue  # a mark repeated at the start of a line goes on with the same quotation
            start, mark = at, sign
            if single >= 0 and text[single] != "‘":
                single = -1  # only the curly mark is sure enough to hold double marks inside
    while found and start >= 0 and found[-1].start >= start:
        found.pop()
    return _outermost(found), ((start, mark) if start >= 0 else None)


def _directions(text: str, part: Span, at: int, end: int, sign: str) -> tuple[bool, bool]:
    """Whether a mark can open, and whether it can close."""
    before = text[at - 1] if at > part.start else " "
    after = text[end] if end < part.end else " "
    if sign == "“":
        astray = not before.isspace() and (after.isspace() or after in ".,;:!?)")
        return not astray, astray or before not in _BEFORE_OPENING
    if sign in ("„", "``"):
        return True, False
    opens = before in _BEFORE_OPENING and not after.isspace()
    closes = not before.isspace() and at > part.start
    if sign == "”" and closes:
        return False, True
    if opens and closes:  # between a dash or bracket and a word: what is on the right decides
        closes = not after.isalnum()
    return opens, closes or (sign != "”" and not opens)


def _single(text: str, part: Span, at: int, sign: str, single: int, found: list[Quoted]) -> int:
    """Follow single marks outside double ones; returns where one is open, or -1."""
    before = text[at - 1] if at > part.start else " "
    after = text[at + 1] if at + 1 < part.end else " "
    if sign in "‘'‚" and before in _BEFORE_OPENING and not after.isspace():
        if _ELISION.match(text, at + 1):
            return single
        return at
    if single < 0 or sign == "‘" or after.isalnum():
        return single
    if (
        before == "s"
        and after == " "
        and at + 2 < part.end
        and text[at + 2].islower()
        and "’" in text[at + 1 : at + 400]
    ):
        return single  # "the workers’ rights": a plural's apostrophe as long as another mark follows
    if at - single > 2:
        found.append(Quoted(single, at + 1, single=True))
    return -1


def _outermost(found: list[Quoted]) -> list[Quoted]:
    outer: list[Quoted] = []
    for item in sorted(found, key=lambda item: (item.start, -item.end)):
        if not outer or item.start >= outer[-1].end:
            outer.append(item)
    return outer
