"""From an article to its actors: names, whose they are, with which role, and whether a place acts."""

from __future__ import annotations

from reader.extract.actors.engine import Engine, in_order
from reader.extract.actors.gazetteer import Gazetteer, gazetteer
from reader.extract.actors.link import Actor, gather
from reader.extract.actors.metonyms import acts, body_behind
from reader.extract.actors.name import Name
from reader.extract.actors.roles import role_after, role_before, role_before_comma, shared_role
from reader.extract.article import Article
from reader.extract.tokens import Tokens
from reader.model import ActorMention

_WHY = {
    "model": "The words and those around them look like the name of {a}",
    "list": "It is on the list of known names, as {a}",
    "again": "The same name stands elsewhere in this article as {a}",
    "short form": "It is the short form of a longer name in this article",
    "title": "A plural title before it speaks of several people",
    "title before": "A title stands before it",
    "acronym": "It is an acronym in brackets after the name of {a}",
}
_NOUNS = {"person": "a person", "organisation": "an organisation", "place": "a place", "group": "a people or group"}


def actors_of(article: Article, engine: Engine) -> list[ActorMention]:
    """Mentions of all actors, by start."""
    lists = gazetteer()
    tokens = article.tokens
    names = in_order(engine(article), len(tokens))
    mentions: list[ActorMention] = []
    for number, actor in enumerate(gather(tokens, names, lists), start=1):
        roles = _roles(tokens, actor, lists)
        usual = next((role for role in roles.values() if role), None)
        for name, reason in actor.names:
            acting = name.type == "place" and acts(tokens, name)
            stands_for = body_behind(actor.value) if acting or name.type == "organisation" else None
            start, end = tokens.starts[name.first], tokens.ends[name.last - 1]
            mentions.append(
                ActorMention(
                    start=start,
                    end=end,
                    text=article.text[start:end],
                    confidence=round(name.confidence, 3),
                    rule=f"actors.{name.rule}",
                    why=_why(name, reason, acting, stands_for),
                    type=name.type,
                    value=actor.value,
                    actor=f"a{number}",
                    role=roles.get(name) or usual,
                    acting=acting,
                    stands_for=stands_for,
                )
            )
    return sorted(mentions, key=lambda mention: (mention.start, mention.end))


def _roles(tokens: Tokens, actor: Actor, lists: Gazetteer) -> dict[Name, str | None]:
    """The role given with each name of a person."""
    if actor.type != "person":
        return {}
    return {
        name: role_before(tokens, name.first, max(0, name.first - 8), lists)
        or role_after(tokens, name.last, lists)
        or role_before_comma(tokens, name.first, lists)
        or shared_role(tokens, name.first, lists)
        for name, _ in actor.names
    }


def _why(name: Name, reason: str, acting: bool, stands_for: str | None) -> str:
    noun = _NOUNS[name.type]
    parts = [_WHY.get(name.rule, f"{name.rule} found it as {{a}}").format(a=noun)]
    if reason:
        parts.append(reason)
    if acting and stands_for:
        parts.append(f"it acts in this sentence, so it stands for {_the(stands_for)}")
    elif acting:
        parts.append("it acts in this sentence")
    elif stands_for:
        parts.append(f"it is a seat and stands for {_the(stands_for)}")
    return "; ".join(parts) + "."


def _the(body: str) -> str:
    return (
        f"the {body}" if body.startswith(("Government", "Parliament", "European", "Presidency", "Congress")) else body
    )
