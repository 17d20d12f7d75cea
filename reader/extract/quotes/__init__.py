"""Quotations: who said what, in which words."""

from __future__ import annotations

from collections.abc import Sequence

from reader.extract.article import Article
from reader.extract.quotes.direct import Direct
from reader.extract.quotes.marks import quoted
from reader.extract.quotes.speakers import Speakers
from reader.extract.sentences import paragraphs
from reader.extract.syntax.chunks import grammar_of
from reader.model import ActorMention, Quote

__all__ = ["find_quotes"]


def find_quotes(article: Article, actors: Sequence[ActorMention]) -> list[Quote]:
    """Quotes of ``article`` in order, direct and reported.

    A quotation that its attribution interrupts is one quote, from its first mark to its last. ``speaker`` is the canonical
    name of one of ``actors``, else the words that name the speaker, else None.
    """
    text = article.text
    parts = paragraphs(text)
    marks = quoted(text, parts)
    grammar = grammar_of(article, actors)
    speakers = Speakers(grammar, actors, marks)
    direct = Direct(grammar, speakers, parts)
    quotes: list[Quote] = []
    for item in direct.find(marks):
        speaker = item.speaker
        quotes.append(
            Quote(
                start=item.start,
                end=item.end,
                text=text[item.start : item.end],
                direct=True,
                speaker=speaker.name if speaker else None,
                speaker_span=speaker.span if speaker else None,
                actor=speaker.actor if speaker else None,
                cue=item.cue,
                confidence=round(item.sure, 2),
                rule=item.rule,
                why=_why(item.cue, speaker.how if speaker else None),
            )
        )
    return quotes


def _why(cue: str | None, how: str | None) -> str:
    found = f"in quotation marks, beside “{cue}”" if cue else "in quotation marks, a sentence of its own"
    return f"{found}; {how}" if how else f"{found}; nobody is named as its speaker"
