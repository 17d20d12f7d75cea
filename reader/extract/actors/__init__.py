"""Who acts in an article: people, organisations, places and groups, each named once and found everywhere."""

from __future__ import annotations

from reader.extract.article import Article
from reader.model import ActorMention


def find_actors(article: Article) -> list[ActorMention]:
    """Every mention of an actor in the article, by start; mentions of one actor share its id and canonical name.

    The lists and the model are loaded on the first call.
    """
    from reader.extract.actors.find import actors_of
    from reader.extract.actors.rules import recognise

    return actors_of(article, recognise)
