"""Who acts in an article: people, organisations, places and groups, each named once and found everywhere."""

from __future__ import annotations

from reader.extract.article import Article
from reader.model import ActorMention


def find_actors(article: Article, engine: str = "default") -> list[ActorMention]:
    """Every mention of an actor in the article, by start; mentions of one actor share its id and canonical name.

    The lists and the model are loaded on the first call. Other engines: see :mod:`reader.extract.actors.engine`.

    :raises UnknownEngine: when the engine asked for is not installed.
    """
    from reader.extract.actors.engine import engine_named
    from reader.extract.actors.find import actors_of

    return actors_of(article, engine_named(engine))
