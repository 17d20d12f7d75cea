"""Date facts as a TimeML 1.2.1 document: TIMEX3 elements in the text, the publication date as document creation time.

The elements and attributes are those of the TimeML specification (timeml.org, TimeML 1.2.1, section 2.4): ``tid``,
``type``, ``value``, ``mod``, ``quant``, ``freq``, ``anchorTimeID``, ``beginPoint``, ``endPoint``,
``temporalFunction``, ``functionInDocument``.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise
from xml.sax.saxutils import escape, quoteattr

from reader.model import DateFact, Fact, Published

DOCTYPE = '<!DOCTYPE TimeML SYSTEM "TimeML.dtd">'
_MODS = frozenset(
    {"BEFORE", "AFTER", "ON_OR_BEFORE", "ON_OR_AFTER", "LESS_THAN", "MORE_THAN", "EQUAL_OR_LESS", "EQUAL_OR_MORE"}
    | {"START", "MID", "END", "APPROX"}
)


def timeml(
    text: str, facts: Iterable[Fact], published: Published | None = None, identifier: str = "", title: str = ""
) -> str:
    """A TimeML document of ``text`` with a TIMEX3 for each date fact; facts of other kinds are left out.

    The text between ``<TEXT>`` and ``</TEXT>`` is the given one, escaped. Characters that XML 1.0 forbids become
    U+FFFD. Without a publication date the DCT has the value ``XXXX-XX-XX``. Of facts that overlap, the first stays.
    """
    dates = _apart(fact for fact in facts if isinstance(fact, DateFact))
    numbers = {id(fact): number for number, fact in enumerate(dates, start=1)}
    ends = _range_ends(dates, numbers)
    pieces: list[str] = []
    position = 0
    for fact in dates:
        pieces.append(_text(text[position : fact.start]))
        anchor = _anchor(fact, dates[: numbers[id(fact)] - 1], numbers, published)
        attributes = _attributes(fact, numbers[id(fact)], anchor, ends.get(id(fact)))
        pieces.append(f"<TIMEX3 {attributes}>{_text(text[fact.start : fact.end])}</TIMEX3>")
        position = fact.end
    pieces.append(_text(text[position:]))
    head = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        DOCTYPE,
        '<TimeML xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
        ' xsi:noNamespaceSchemaLocation="http://timeml.org/timeMLdocs/TimeML_1.2.1.xsd">',
        f"<DOCID>{_text(identifier)}</DOCID>" if identifier else "",
        f"<DCT>{_creation(published)}</DCT>",
        f"<TITLE>{_text(title)}</TITLE>" if title else "",
    ]
    return "\n".join(line for line in head if line) + f"\n<TEXT>{''.join(pieces)}</TEXT>\n</TimeML>\n"


def _creation(published: Published | None) -> str:
    value = published.iso if published else "XXXX-XX-XX"
    kind = "TIME" if published and published.time else "DATE"
    return (
        f'<TIMEX3 tid="t0" type="{kind}" value="{value}" temporalFunction="false"'
        f' functionInDocument="CREATION_TIME">{value}</TIMEX3>'
    )


def _apart(facts: Iterable[DateFact]) -> list[DateFact]:
    kept: list[DateFact] = []
    for fact in sorted(facts, key=lambda fact: (fact.start, -fact.end)):
        if not kept or fact.start >= kept[-1].end:
            kept.append(fact)
    return kept


def _range_ends(dates: list[DateFact], numbers: dict[int, int]) -> dict[int, int]:
    """For the first date of a range, the number of the date that ends it."""
    return {
        id(first): numbers[id(last)]
        for first, last in pairwise(dates)
        if first.end_value is not None and first.end_value == last.value
    }


def _anchor(fact: DateFact, before: list[DateFact], numbers: dict[int, int], published: Published | None) -> int | None:
    """Number of the date that a date was resolved against: 0 for publication, else one named before it."""
    if fact.anchor is None:
        return None
    if published is not None and fact.anchor in (published.iso, published.date.isoformat()):
        return 0
    # Only a near one can be meant; far back the same value is another mention.
    return next((numbers[id(other)] for other in reversed(before[-40:]) if other.value == fact.anchor), None)


def _attributes(fact: DateFact, number: int, anchor: int | None, end: int | None) -> str:
    relative = fact.anchor is not None
    values: list[tuple[str, str | None]] = [
        ("tid", f"t{number}"),
        ("type", fact.type),
        ("value", fact.value),
        ("mod", fact.mod if fact.mod in _MODS else None),
        ("quant", fact.quant),
        ("freq", fact.freq),
        ("temporalFunction", "true" if relative else "false"),
        ("functionInDocument", "NONE"),
        ("anchorTimeID", None if anchor is None else f"t{anchor}"),
        ("beginPoint", f"t{number}" if end and fact.type == "DURATION" else None),
        ("endPoint", f"t{end}" if end and fact.type == "DURATION" else None),
    ]
    return " ".join(f"{name}={quoteattr(_legal(value))}" for name, value in values if value)


def _text(text: str) -> str:
    return escape(_legal(text))


def _legal(text: str) -> str:
    """Only what XML 1.0 allows (production Char); anything else is U+FFFD."""
    if text.isprintable():
        return text
    return "".join(char if char in "\t\n" or (char >= " " and _allowed(ord(char))) else "\ufffd" for char in text)


def _allowed(code: int) -> bool:
    return code <= 0xD7FF or 0xE000 <= code <= 0xFFFD or 0x10000 <= code <= 0x10FFFF
