"""Who, when and where an article is about, by how much its facts make of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from reader.model import ActorMention, DateFact, Event, Fact, Quote

_LEAD = 600
"""Code points of the beginning, in which news says what it is about."""
_SURE = 0.5


@dataclass(frozen=True, slots=True)
class Summary:
    """The foremost first."""

    who: tuple[str, ...] = ()
    """The shortest words by which the article calls each actor: ``Biden``."""
    when: tuple[str, ...] = ()
    """Values of dates that have their place in time."""
    where: tuple[str, ...] = ()
    """Places that do not act."""

    def __bool__(self) -> bool:
        return bool(self.who or self.when or self.where)


def short_names(facts: Sequence[Fact]) -> dict[str, str]:
    """The shortest words by which the article calls each actor, by its id; two letters are none where it has more."""
    names: dict[str, str] = {}
    for fact in facts:
        if isinstance(fact, ActorMention) and (fact.actor not in names or 2 < len(fact.text) < len(names[fact.actor])):
            names[fact.actor] = " ".join(fact.text.split())
    return names


def summary_of(facts: Sequence[Fact]) -> Summary:
    """What the facts of an article weigh most.

    A mention counts one, in the lead two more; to do something three, to have it done to one or to be quoted one; a
    place or date of an event two.
    """
    who: Counter[str] = Counter()
    where: Counter[str] = Counter()
    when: Counter[str] = Counter()
    for fact in facts:
        weight = 3 if fact.start < _LEAD else 1
        if fact.confidence < _SURE:
            continue
        if isinstance(fact, ActorMention):
            if fact.type == "place" and not fact.acting:
                where[fact.actor] += weight
            elif fact.type != "group":
                who[fact.actor] += weight
        elif isinstance(fact, DateFact):
            if fact.type in ("DATE", "TIME") and fact.value[:4].isdigit():
                when[fact.value[:10]] += weight
        elif isinstance(fact, Quote):
            if fact.actor is not None:
                who[fact.actor] += 1
        elif isinstance(fact, Event):
            for part, count in ((fact.subject, 1 if fact.reporting else 3), (fact.object, 1)):
                if part is not None and part.actor is not None and who[part.actor]:
                    who[part.actor] += count
            if fact.place is not None and fact.place.actor is not None:
                where[fact.place.actor] += 2
            if fact.when is not None and fact.when.value and fact.when.value[:4].isdigit():
                when[fact.when.value[:10]] += 2
    called = short_names(facts)
    return Summary(
        tuple(called[actor] for actor, _ in who.most_common(8) if actor in called),
        tuple(value for value, _ in when.most_common(3)),
        tuple(dict.fromkeys(called[actor] for actor, _ in where.most_common(4) if actor in called)),
    )
