"""Facts with their actors as the reader named them: what extraction found is left as it is, this is laid over it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import TypeAlias, cast

from reader.library.actor_rules import ActorRule, surface
from reader.library.folding import folded
from reader.model import ActorMention, ActorType, Event, Fact, Part, Quote

Named: TypeAlias = tuple[str, str]
"""Canonical name and type."""
Given: TypeAlias = Callable[[str, str], Named | None]
"""The name and type that the reader gave the actor of a type and name in the whole library; None for none."""


def settled(facts: Sequence[Fact], rules: Iterable[ActorRule], given: Given | None = None) -> tuple[Fact, ...]:
    """``facts`` with the rules of their document and, after those, what holds in the whole library.

    Actors that have become one share an id; one that was split off has an id of its own. Speakers and the parts of
    events follow the mentions that they stand on.
    """
    by_key = {(rule.type, rule.key, rule.text): (rule.name, rule.to_type) for rule in rules}
    mentions = [fact for fact in facts if isinstance(fact, ActorMention)]
    named: dict[ActorMention, Named] = {}
    for one in mentions:
        now = _ruled(one, by_key) or (one.value, one.type)
        now = (given(now[1], now[0]) if given else None) or now
        if now != (one.value, one.type):
            named[one] = now
    if not named:
        return tuple(facts)
    ids = _ids(mentions, named)
    stay = {one.actor for one in mentions if ids[one] == one.actor}
    changed = {
        one: _renamed(one, *named[one], ids[one], ids[one] != one.actor and one.actor in stay) for one in named
    } | {one: replace(one, actor=ids[one]) for one in mentions if one not in named and ids[one] != one.actor}
    follow = _Followers(mentions, changed)
    return tuple(
        changed[fact] if isinstance(fact, ActorMention) and fact in changed else follow(fact) for fact in facts
    )


def _ruled(mention: ActorMention, rules: dict[tuple[str, str, str], Named]) -> Named | None:
    key, text = folded(mention.value), surface(mention.text)
    for wanted in ((key, text), (key, ""), ("", text)):
        if found := rules.get((mention.type, *wanted)):
            return found
    return None


def _ids(mentions: Sequence[ActorMention], named: dict[ActorMention, Named]) -> dict[ActorMention, str]:
    """The actor of each mention: by name where the reader gave one, else as it was."""
    was: dict[str, list[ActorMention]] = {}
    for one in mentions:
        was.setdefault(one.actor, []).append(one)
    now: dict[ActorMention, str] = {}
    known: dict[tuple[str, str], str] = {}
    for id, group in was.items():
        for one in group:
            if one not in named:
                now[one] = id
                known.setdefault((one.type, folded(one.value)), id)
    free = (f"a{number}" for number in range(1 + len(was), 2 + len(was) + len(mentions)))
    for id, group in was.items():
        whole = all(one in named for one in group) and len({named[one] for one in group}) == 1
        for one in group:
            if one not in named:
                continue
            name, type = named[one]
            key = (type, folded(name))
            if key not in known:
                known[key] = id if whole else next(free)
            now[one] = known[key]
    return now


def _renamed(mention: ActorMention, name: str, type: str, actor: str, left: bool) -> ActorMention:
    """:param left: whether it has left an actor that goes on without it: the role stays there."""
    role = None if left else mention.role
    why = f"You say that it is {name}. Found was {mention.value}, {mention.type}: {mention.why or mention.rule}"
    return replace(mention, value=name, type=cast(ActorType, type), actor=actor, role=role, why=why)


class _Followers:
    """Quotes and events after their actors have changed."""

    def __init__(self, mentions: Sequence[ActorMention], changed: dict[ActorMention, ActorMention]) -> None:
        self._at: dict[str, list[tuple[ActorMention, ActorMention]]] = {}
        for one in mentions:
            self._at.setdefault(one.actor, []).append((one, changed.get(one, one)))

    def __call__(self, fact: Fact) -> Fact:
        if isinstance(fact, Quote):
            return self._quote(fact)
        if isinstance(fact, Event):
            return replace(
                fact,
                subject=self._part(fact.subject),
                object=self._part(fact.object),
                place=self._part(fact.place),
            )
        return fact

    def _quote(self, quote: Quote) -> Quote:
        at = quote.speaker_span or (quote.start, quote.end)
        found = self._now(quote.actor, at)
        return replace(quote, actor=found.actor, speaker=found.value) if found else quote

    def _part(self, part: Part | None) -> Part | None:
        found = self._now(part.actor, part.span) if part is not None else None
        if part is None or found is None:
            return part
        return replace(part, actor=found.actor, value=found.value if part.value is not None else None)

    def _now(self, actor: str | None, at: tuple[int, int]) -> ActorMention | None:
        """The actor's mention at a place as it is now; else its nearest before; None where nothing has changed."""
        known = self._at.get(actor or "", ())
        if all(one is now for one, now in known):
            return None
        inside = [now for one, now in known if one.start < at[1] and one.end > at[0]]
        before = [now for one, now in known if one.start <= at[0]]
        return inside[0] if inside else (before or [now for _, now in known])[-1]
