"""Quotations: who said what, in which words."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import TYPE_CHECKING

from reader.model import ActorMention, BlockKind, Quote

if TYPE_CHECKING:
    from reader.extract.article import Article
    from reader.extract.quotes.indirect import Report
    from reader.extract.quotes.speakers import Speaker

__all__ = ["find_quotes"]


def find_quotes(article: Article, actors: Sequence[ActorMention]) -> list[Quote]:
    """Quotes of ``article`` in order, direct and reported.

    Block quotations are direct, with marks or without; headings hold no quotes. A quotation that its attribution
    interrupts is one quote, from its first mark to its last. ``speaker`` is the canonical name of one of ``actors``,
    else the words that name the speaker, else None.
    """
    from reader.extract.quotes.attribution import PARTIAL
    from reader.extract.quotes.blocks import stretches
    from reader.extract.quotes.direct import Direct
    from reader.extract.quotes.indirect import find_reports
    from reader.extract.quotes.speakers import Speakers
    from reader.extract.sentences import paragraphs
    from reader.extract.syntax.chunks import grammar_of

    text = article.text
    parts = paragraphs(text)
    marks = stretches(article)
    grammar = grammar_of(article, actors)
    speakers = Speakers(grammar, actors, marks)
    direct = Direct(grammar, speakers, parts)
    utterances = direct.find(marks)
    reports = find_reports(direct, [item for item in utterances if item.rule != PARTIAL])
    # A few quoted words inside reported speech are told with it already.
    utterances = [item for item in utterances if item.rule != PARTIAL or not _inside(item.start, item.end, reports)]
    # Some words of somebody in a sentence of the writer's are reported speech (PolNeAR's “mixed” attributions).
    quotes = [
        _quote(text, item.start, item.end, item.rule != PARTIAL, item.speaker, item.cue, item.rule, item.sure)
        for item in utterances
    ]
    quotes += [
        _quote(text, item.start, item.end, False, item.speaker, item.cue, item.rule, item.sure) for item in reports
    ]
    headings = [block for block in article.blocks if block.kind is BlockKind.HEADING]
    starts = [block.start for block in headings]
    if headings:
        quotes = [
            one for one in quotes if not ((at := bisect_right(starts, one.start)) and one.start < headings[at - 1].end)
        ]
    return sorted(quotes, key=lambda quote: (quote.start, quote.end))


def _inside(start: int, end: int, reports: Sequence[Report]) -> bool:
    """Whether a range lies in one of ``reports``, which are in order."""
    at = bisect_right(reports, start, key=lambda report: report.start)
    return any(end <= report.end for report in reports[max(0, at - 3) : at])


def _quote(
    text: str, start: int, end: int, direct: bool, speaker: Speaker | None, cue: str | None, rule: str, sure: float
) -> Quote:
    how = speaker.how if speaker else None
    return Quote(
        start=start,
        end=end,
        text=text[start:end],
        direct=direct,
        speaker=speaker.name if speaker else None,
        speaker_span=speaker.span if speaker else None,
        actor=speaker.actor if speaker else None,
        cue=cue,
        confidence=round(sure, 2),
        rule=rule,
        why=_why(rule, cue, how) if direct else f"told after “{cue}”; {how}",
    )


def _why(rule: str, cue: str | None, how: str | None) -> str:
    place = "in a block quotation" if rule.startswith("quote.block") else "in quotation marks"
    found = f"{place}, beside “{cue}”" if cue else f"{place}, a sentence of its own"
    return f"{found}; {how}" if how else f"{found}; nobody is named as its speaker"
