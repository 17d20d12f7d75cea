"""All extractors in their order: each sees what those before it found."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from reader.extract.article import Article
from reader.extract.language import WORDS, language_of
from reader.extract.unread import prose, restored
from reader.model import KINDS, Block, Document, Fact, Published

EXTRACTOR = 5
"""Version of the extractors together. A higher one makes stored facts out of date."""


def extract(
    text: str,
    published: Published | None = None,
    blocks: Sequence[Block] = (),
    kinds: Collection[str] = KINDS,
    actors: str = "default",
) -> tuple[Fact, ...]:
    """Facts of an English text, by start.

    :param blocks: where given, code among them is not read.
    :param published: what relative dates count from; without it they stay underspecified.
    :param actors: which engine finds the names: ``default``, ``spacy:MODEL`` or a plugin's. With spaCy, events come
        from its dependency parse, where the pipeline has one.
    """
    from reader.extract.actors import find_actors
    from reader.extract.dates import TAGGERS, find_dates
    from reader.extract.events import find_events
    from reader.extract.figures import find_figures
    from reader.extract.quotes import find_quotes

    read = prose(text, blocks)
    article = Article(read, published, blocks)
    wanted = set(kinds)
    language = language_of(text)
    if language in WORDS:  # of these only dates are read
        dated = find_dates(article, language) if "date" in wanted and language in TAGGERS else []
        return tuple(restored(dated, text, blocks) if read != text else dated)
    people = find_actors(article) if actors == "default" else find_actors(article, actors)
    dates = find_dates(article) if wanted & {"date", "event", "figure"} else []
    quotes = find_quotes(article, people) if wanted & {"quote", "event"} else []
    # A spaCy pipeline that finds the names parses the sentences too.
    parsed = actors if actors.startswith("spacy:") else "default"
    events = find_events(article, people, dates, quotes, parsed) if "event" in wanted else []
    figures = find_figures(article, dates) if "figure" in wanted else []
    facts: list[Fact] = [*people, *dates, *quotes, *events, *figures]
    if read != text:
        facts = list(restored(facts, text, blocks))
    return tuple(sorted((fact for fact in facts if fact.kind in wanted), key=lambda fact: (fact.start, fact.end)))


def extract_document(document: Document, published: Published | None = None) -> tuple[Fact, ...]:
    """Facts of a document; ``published`` overrides its own date."""
    return extract(document.text, published or document.published, document.blocks)
