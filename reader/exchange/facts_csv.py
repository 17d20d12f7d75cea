"""Facts of articles as a table: one row a fact, for spreadsheets."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from reader.exchange.annotated import Annotated, address, value_of
from reader.exchange.cells import lines
from reader.extract.sentences import sentences
from reader.markdown.motion import sentence_at
from reader.model import ActorMention, DateFact, Document, Event, Fact, Figure, Part, Quote

HEAD = (
    *("title", "source", "published", "address", "kind", "type", "text", "value", "actor", "who", "action", "whom"),
    *("when", "where", "start", "end", "confidence", "sentence"),
)


def write(articles: Iterable[Annotated]) -> Iterator[str]:
    """The lines of the file."""
    return lines(HEAD, (row for article in articles for row in _rows(article)))


def _rows(article: Annotated) -> Iterator[tuple[str, ...]]:
    within = sentences(article.document.text) if article.facts else []
    for fact in article.facts:
        span = sentence_at(article.document.text, fact.start, within)
        yield _row(article.document, fact, " ".join(span.of(article.document.text).split()))


def _row(document: Document, fact: Fact, sentence: str) -> tuple[str, ...]:
    who = action = whom = when = where = actor = ""
    if isinstance(fact, Event):
        who, action, whom = _words(fact.subject), _words(fact.action), _words(fact.object)
        when = (fact.when.value or fact.when.text) if fact.when else ""
        where = _words(fact.place)
        action = f"not {action}" if fact.negated else action
    elif isinstance(fact, Quote):
        who, actor = fact.speaker or "", fact.actor or ""
    elif isinstance(fact, ActorMention):
        actor = fact.actor
    elif isinstance(fact, DateFact):
        when = fact.value if fact.end_value is None else f"{fact.value}/{fact.end_value}"
    published = document.published.iso if document.published else ""
    return (
        *(document.title, document.source, published, address(document) or document.path or "", fact.kind, _type(fact)),
        *(" ".join(fact.text.split()), value_of(fact), actor, who, action, whom, when, where),
        *(str(fact.start), str(fact.end), f"{fact.confidence:.2f}", sentence),
    )


def _type(fact: Fact) -> str:
    if isinstance(fact, ActorMention | DateFact):
        return fact.type
    if isinstance(fact, Quote):
        return "direct" if fact.direct else "indirect"
    if isinstance(fact, Figure):
        return fact.currency or fact.unit
    return (fact.modality or "told") if isinstance(fact, Event) else ""


def _words(part: Part | None) -> str:
    return " ".join(part.text.split()) if part is not None else ""
