"""Who is who, as the reader said: renamed, merged and split actors, in notes.db and through the journal."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import astuple, dataclass
from typing import Any, ClassVar, cast

from reader.library.changes import Change
from reader.library.folding import folded
from reader.model import ActorMention, clean_line

LONGEST = 200
"""Characters of a name."""


@dataclass(frozen=True, slots=True)
class ActorRule:
    """Whose a name is."""

    document: str
    """Id of the document that it holds for; empty for the whole library."""
    type: str
    """Type of the actor as it was found."""
    key: str
    """Its canonical name as it was found, folded; empty for any."""
    text: str
    """The words of a mention, folded; empty for all mentions. Rules for the whole library have none."""
    name: str
    """The canonical name of the actor that is meant; empty for what extraction says."""
    to_type: str


@dataclass(frozen=True, slots=True)
class SetActorRules(Change):
    """Say whose names are; the other changes of actors are this with words of their own."""

    action: ClassVar[str] = "actor rules"
    rules: tuple[ActorRule, ...]
    old: str = ""
    """Name of the actor as it was, for the title."""
    new: str = ""

    def __post_init__(self) -> None:
        for rule in self.rules:
            if not rule.key and not rule.text:
                raise ValueError("a rule for actors has a name")

    @property
    def title(self) -> str:
        return f"name “{self.old}” as it was" if self.old else "names of actors"

    def apply(self, connection: sqlite3.Connection) -> Change:
        before = tuple(_standing(connection, rule) for rule in self.rules)
        changed = connection.execute("SELECT coalesce(max(changed), 0) + 1 FROM actor_rule").fetchone()[0]
        connection.executemany(
            "INSERT OR REPLACE INTO actor_rule VALUES (?, ?, ?, ?, ?, ?, ?)",
            [(*astuple(rule), changed + at) for at, rule in enumerate(self.rules)],  # in their order
        )
        return SetActorRules(before, self.new, self.old)

    def to_json(self) -> dict[str, Any]:
        rules = [list(astuple(rule)) for rule in self.rules]
        return {"action": self.action, "rules": rules, "old": self.old, "new": self.new}

    @classmethod
    def from_json(cls, values: dict[str, Any]) -> Change:
        return cls(tuple(ActorRule(*rule) for rule in values["rules"]), values["old"], values["new"])


@dataclass(frozen=True, slots=True)
class RenameActor(SetActorRules):
    """Give an actor another name; ``old`` and ``new`` are the names."""

    action: ClassVar[str] = "rename actor"

    @property
    def title(self) -> str:
        return f"call “{self.old}” “{self.new}”{_where(self.rules)}"


@dataclass(frozen=True, slots=True)
class MergeActors(SetActorRules):
    """Say that two actors are one: ``old`` is ``new``."""

    action: ClassVar[str] = "merge actors"

    @property
    def title(self) -> str:
        return f"merge “{self.old}” into “{self.new}”{_where(self.rules)}"


@dataclass(frozen=True, slots=True)
class SplitActor(SetActorRules):
    """Say that a name is not the actor it was taken for: part of ``old`` is ``new``."""

    action: ClassVar[str] = "split actor"

    @property
    def title(self) -> str:
        return f"keep “{self.new}” apart from “{self.old}”{_where(self.rules)}"


def name_of(words: str) -> str:
    """The name that a person typed, in one line.

    :raises ValueError: with one sentence, when there is none or it is too long.
    """
    name = " ".join(clean_line(words).split())
    if not any(mark.isalnum() for mark in name):
        raise ValueError("A name has at least one letter")
    if len(name) > LONGEST:
        raise ValueError(f"A name has at most {LONGEST} characters")
    return name


def surface(text: str) -> str:
    """The words of a mention as rules compare them."""
    return folded(" ".join(text.split()))


def rules_of(connection: sqlite3.Connection, document: str) -> list[ActorRule]:
    """The rules of a document that stand; of the whole library with an empty ``document``."""
    query = "SELECT document, type, key, text, name, to_type FROM actor_rule WHERE document = ? AND name <> ''"
    return [ActorRule(*row) for row in connection.execute(query, (document,))]


# Within one article. ``found`` are mentions as extraction gave them, without what the reader said before.


def rename_in(document: str, found: Sequence[ActorMention], chosen: Sequence[ActorMention], name: str) -> RenameActor:
    """The actors of the ``chosen`` mentions are called ``name`` in this article."""
    name = name_of(name)
    return RenameActor(tuple(_whole(document, found, chosen, name, chosen[0].type)), chosen[0].value, name)


def merge_in(
    document: str, found: Sequence[ActorMention], chosen: Sequence[ActorMention], name: str, type: str
) -> MergeActors:
    """The actors of ``chosen`` are the one of this name and type, in this article."""
    same = [one for one in found if (one.type, one.value) == (type, name)]
    rules = [*_whole(document, found, chosen, name, type), *(_whole(document, found, same, name, type) if same else ())]
    return MergeActors(tuple(dict.fromkeys(rules)), chosen[0].value, name)


def split_in(
    document: str, found: Sequence[ActorMention], mention: ActorMention, name: str, type: str = ""
) -> SplitActor:
    """Mentions with the words of ``mention`` are another actor in this article: of a name and type.

    :raises ValueError: with one sentence, for what is no name or nothing new.
    """
    name = name_of(name)
    if folded(name) == folded(mention.value) and type in ("", mention.type):
        raise ValueError(f"The two would both be called {mention.value}")
    of = next((one for one in found if one.span == mention.span), mention)
    rule = ActorRule(document, of.type, folded(of.value), surface(of.text), name, type or mention.type)
    return SplitActor((rule,), mention.value, name)


def _whole(
    document: str, found: Sequence[ActorMention], chosen: Sequence[ActorMention], name: str, type: str
) -> Iterable[ActorRule]:
    """By canonical name; and by the words of mentions no other actor has, should extraction choose another name."""
    spans = {mention.span for mention in chosen}
    meant = [one for one in found if one.span in spans] or list(chosen)
    ids = {one.actor for one in meant}
    others = {(one.type, surface(one.text)) for one in found if one.actor not in ids}
    for kind, key in dict.fromkeys((one.type, folded(one.value)) for one in meant):
        yield ActorRule(document, kind, key, "", name, type)
    for kind, words in dict.fromkeys((one.type, surface(one.text)) for one in meant):
        if (kind, words) not in others:
            yield ActorRule(document, kind, "", words, name, type)
    # A name that was split off before by its words has a rule that is nearer than these.
    for one in meant:
        if one.value != chosen[0].value:
            yield ActorRule(document, one.type, folded(one.value), surface(one.text), name, type)


def _standing(connection: sqlite3.Connection, rule: ActorRule) -> ActorRule:
    query = "SELECT name, to_type FROM actor_rule WHERE document = ? AND type = ? AND key = ? AND text = ?"
    key = (rule.document, rule.type, rule.key, rule.text)
    found = connection.execute(query, key).fetchone()
    return ActorRule(*key, *(cast("tuple[str, str]", found) if found else ("", rule.type)))


def _where(rules: Sequence[ActorRule]) -> str:
    return " in this article" if rules and rules[0].document else ""
