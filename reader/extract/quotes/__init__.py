"""Quotations: who said what, in which words."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from reader.extract.article import Article
from reader.extract.quotes.marks import Quoted, quoted
from reader.extract.sentences import paragraphs
from reader.model import ActorMention, Quote

__all__ = ["find_quotes"]

_CUE = re.compile(
    r"\b(?:sa(?:ys?|id|ying)|t(?:old|ells?|elling)|add(?:s|ed|ing)|ask(?:s|ed|ing)|warn(?:s|ed|ing)|wr(?:ote|ites?|iting)"
    r"|according to|announce[sd]|announcing|stat(?:es?|ed|ing)|explain(?:s|ed|ing)|insist(?:s|ed|ing)|repl(?:y|ies|ied)"
    r"|continue[sd]|declare[sd]|not(?:es|ed|ing)|argue[sd]|arguing|tweet(?:s|ed)|call(?:s|ed|ing)|claim(?:s|ed|ing)|quipped|joked)\b"
)
_TITLE_LENGTH = 3


def find_quotes(article: Article, actors: Sequence[ActorMention]) -> list[Quote]:
    """Quotes of ``article`` in order; a speaker who is named or pointed to is one of ``actors``, else unknown."""
    text = article.text
    parts = paragraphs(text)
    starts = [part.start for part in parts]
    mentions = [m for m in actors if m.type != "place" or m.acting or m.stands_for]
    at = [m.start for m in mentions]
    quotes: list[Quote] = []
    for item in quoted(text, parts):
        part = parts[max(0, bisect_left(starts, item.start + 1) - 1)]
        limit = max(part.end, item.end)
        speaker, cue = _speaker(text, item, part.start, limit, mentions, at)
        if cue is None and not _is_speech(text, item):
            continue
        quotes.append(
            Quote(
                start=item.start,
                end=item.end,
                text=text[item.start : item.end],
                direct=True,
                speaker=speaker.value if speaker else None,
                speaker_span=(speaker.start, speaker.end) if speaker else None,
                actor=speaker.actor if speaker else None,
                cue=cue,
                confidence=0.9 if speaker and cue else 0.6,
                rule="quote.cue" if cue else "quote.marks",
                why=f"in quotation marks, beside “{cue}”" if cue else "in quotation marks, a sentence of its own",
            )
        )
    return quotes


def _is_speech(text: str, item: Quoted) -> bool:
    inside = text[item.start + 1 : item.end - 1]
    return inside.count(" ") > _TITLE_LENGTH and inside[-1:] in ".,!?…"


def _speaker(
    text: str, item: Quoted, low: int, high: int, mentions: Sequence[ActorMention], at: list[int]
) -> tuple[ActorMention | None, str | None]:
    """The actor nearest to a reporting verb close by, after the quotation or before it."""
    after = re.split(r"[.!?;](?:\s|$)|[“\"\n]", text[item.end : min(high, item.end + 200)], maxsplit=1)[0]
    before = re.split(r"[.!?;]\s|[”\"\n]", text[max(low, item.start - 200) : item.start])[-1]
    for words, begin in ((after, item.end), (before, item.start - len(before))):
        cue = _CUE.search(words)
        if cue is None:
            continue
        centre = begin + cue.start()
        near = list(mentions[bisect_left(at, begin) : bisect_left(at, begin + len(words))])
        persons = [m for m in near if m.type == "person"] or near
        if persons:
            return min(persons, key=lambda m: abs(m.start - centre)), cue.group()
        return None, cue.group()
    return None, None
