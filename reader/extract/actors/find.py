"""From an article to its actors: names, whose they are, with which role, and whether a place acts."""

from __future__ import annotations

from reader.extract.actors.engine import Engine, in_order
from reader.extract.actors.gazetteer import gazetteer
from reader.extract.actors.link import gather
from reader.extract.actors.metonyms import acts, body_behind
from reader.extract.actors.name import Name
from reader.extract.actors.roles import role_after, role_before
from reader.extract.article import Article
from reader.model import ActorMention

_WHY = {
    "model": "The words and their surroundings look like the name of a {type}",
    "list": "It is on the list of known names as a {type}",
    "again": "The same name stands elsewhere in this article as a {type}",
    "short form": "It is the short form of a name in this article",
}


def actors_of(article: Article, engine: Engine) -> list[ActorMention]:
    """Mentions of all actors, by start."""
    lists = gazetteer()
    tokens = article.tokens
    names = in_order(engine(article), len(tokens))
    mentions: list[ActorMention] = []
    for number, actor in enumerate(gather(tokens, names, lists), start=1):
        roles: dict[Name, str | None] = {}
        if actor.type == "person":
            for name, _ in actor.names:
                floor = max(0, name.first - 8)
                roles[name] = role_before(tokens, name.first, floor, lists) or role_after(tokens, name.last, lists)
        role = next((found for found in roles.values() if found), None)
        for name, reason in actor.names:
            place = name.type == "place"
            acting = place and acts(tokens, name)
            stands = body_behind(actor.value) if acting or not place else None
            why = _WHY.get(name.rule, f"Found by {name.rule} as a {{type}}").format(type=name.type)
            start, end = tokens.starts[name.first], tokens.ends[name.last - 1]
            mentions.append(
                ActorMention(
                    start=start,
                    end=end,
                    text=article.text[start:end],
                    confidence=round(name.confidence, 3),
                    rule=f"actors.{name.rule}",
                    why="; ".join(part for part in (why, reason) if part) + ".",
                    type=name.type,
                    value=actor.value,
                    actor=f"a{number}",
                    role=roles.get(name) or role,
                    acting=acting,
                    stands_for=stands,
                )
            )
    return sorted(mentions, key=lambda mention: (mention.start, mention.end))
