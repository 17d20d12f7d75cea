"""Actors of the whole library: one for all names that articles use, and where each is named."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, cast

from reader.library.connection import Database
from reader.library.folding import folded
from reader.model import ActorMention, ActorType, Fact, Published

if TYPE_CHECKING:
    from reader.library.actor_rules import ActorRule, MergeActors, RenameActor, SplitActor
    from reader.library.facts import ActorIn

MANY = 100
"""Articles of an actor are counted up to here; one more stands for more."""
_BESIDE = 2_000
"""Articles in which actors beside another one are counted, the latest first."""
_SURE = 0.5
"""A join below this is not shown under the reader's own name for the actor."""

_LIVE = (
    " JOIN fact_set f ON f.number = a.number"
    " JOIN document d ON d.version = f.version AND d.published = f.published AND d.version <> ''"
)
_OF_ACTOR = f"known_name k CROSS JOIN actor_in a ON a.name = k.key AND a.type = k.type{_LIVE}"


@dataclass(frozen=True, slots=True)
class KnownName:
    """What articles call an actor."""

    key: str
    """Folded, as ``actor_in`` and the search have it."""
    type: ActorType
    value: str
    """As an article writes it."""
    confidence: float
    """Estimated probability that it is this actor's."""
    given: bool
    """Whether the reader said so."""
    articles: int
    """How many text versions have it."""


@dataclass(frozen=True, slots=True)
class LibraryActor:
    """Somebody or something that articles name."""

    number: int
    """Its row; use ``id`` for all that lasts."""
    id: str
    """Type, colon and folded form of one of its names. Stays until that name is split off, and finds the actor by that
    name even then."""
    type: ActorType
    name: str
    """Canonical name: the reader's, else the one most articles use."""
    names: tuple[KnownName, ...]
    """The most used first."""

    @property
    def articles(self) -> int:
        """About how many articles name it; :meth:`Actors.count` counts those that are listed."""
        return sum(name.articles for name in self.names)


class Actors:
    """The actors of a library."""

    def __init__(self, library: Database) -> None:
        self._library = library

    def of(self, name: str, type: str = "") -> LibraryActor | None:
        """The actor of an id or a name; of several, the one that most articles name. Case and accents do not matter.

        :param type: only an actor that articles name so as this type.
        """
        with self._library.reading() as connection:
            kind, _, key = name.partition(":")
            found = connection.execute(
                "SELECT actor FROM known_name WHERE key = ? AND (? = '' OR type = ?)"
                " UNION ALL SELECT actor FROM known_name WHERE key = ? AND type = ? LIMIT 9",
                (folded(name), type, type, key, kind),
            ).fetchall()
            actors = _actors(connection, [number for (number,) in found])
        return max(actors, key=lambda actor: actor.articles, default=None)

    def search(self, words: str, limit: int = 20) -> list[LibraryActor]:
        """Actors with all of the words in one of their names, the last word perhaps half typed, most named first.

        Where there is none, other spellings of the words count too.
        """
        with self._library.reading() as connection:
            numbers = _found(connection, words)
            return _actors(connection, numbers, limit)

    def documents(self, actor: LibraryActor, *, offset: int = 0, limit: int = 50) -> list[ActorIn]:
        """The articles that name an actor, whatever they call it, the latest first; ``name`` is what they call it."""
        from reader.library.facts import ActorIn

        # Each name by its index, so that the latest of an actor's twenty thousand articles are there at once.
        query = (
            "SELECT a.published, a.number, d.rowid, d.id, d.title, a.value, a.type, a.mentions, a.start"
            f" FROM actor_in a{_LIVE} WHERE a.name = ? AND a.type = ? AND d.removed = 0"
            " ORDER BY a.published DESC, a.number DESC LIMIT ?"
        )
        with self._library.reading() as connection:
            found: list[tuple[Any, ...]] = []
            for name in actor.names:
                found += connection.execute(query, (name.key, name.type, offset + limit)).fetchall()
        found.sort(key=lambda row: (row[0], row[2]), reverse=True)
        articles: dict[int, ActorIn] = {}
        for day, _, rowid, id, title, value, type, mentions, start in found:
            known = articles.get(rowid)
            if known is None:
                published = Published.parse(day) if day else None
                articles[rowid] = ActorIn(id, title, published, value, type, mentions, start)
            else:
                more, first = known.mentions + mentions, min(known.start, start)
                articles[rowid] = replace(known, mentions=more, start=first)
        return list(articles.values())[offset : offset + limit]

    def count(self, actor: LibraryActor, besides: str = "") -> int:
        """In how many listed articles an actor is named, one of them left out; up to :data:`MANY` and one."""
        with self._library.reading() as connection:
            return _count(connection, actor.number, besides)

    def elsewhere(self, names: Collection[tuple[str, str]], besides: str) -> dict[tuple[str, str], int]:
        """For actors of an article (type, canonical name): in how many other articles each is; see :meth:`count`."""
        with self._library.reading() as connection:
            numbers = {name: _number(connection, *name, join=True) for name in names}
            return {name: _count(connection, at, besides) for name, at in numbers.items() if at is not None}

    def with_(self, actor: LibraryActor, limit: int = 20) -> list[tuple[LibraryActor, int]]:
        """Actors that stand in the same articles, with the number of these (of the latest 2,000), most first."""
        query = (
            "SELECT k.actor, count(DISTINCT n.number) c FROM"
            f" (SELECT DISTINCT a.number FROM {_OF_ACTOR} WHERE k.actor = ? AND d.removed = 0"
            " ORDER BY a.published DESC LIMIT ?) n"
            " CROSS JOIN actor_in a ON a.number = n.number"
            " JOIN known_name k ON k.key = a.name AND k.type = a.type"
            " WHERE k.actor <> ? GROUP BY k.actor ORDER BY c DESC, k.actor LIMIT ?"
        )
        with self._library.reading() as connection:
            found = connection.execute(query, (actor.number, _BESIDE, actor.number, limit)).fetchall()
            known = {one.number: one for one in _actors(connection, [number for number, _ in found])}
        return [(known[number], count) for number, count in found if number in known]

    # Facts of an article

    def settle(self, document: str, facts: Sequence[Fact]) -> tuple[Fact, ...]:
        """Facts of a document as extraction found them, with the actors as the reader named them."""
        from reader.library.actor_rules import rules_of
        from reader.library.settling import settled

        with self._library.reading() as connection:
            if connection.execute("SELECT 1 FROM actor_rule LIMIT 1").fetchone() is None:
                return tuple(facts)
            rules = rules_of(connection, document) if document else []
            known: dict[tuple[str, str], tuple[str, str] | None] = {}

            def given(type: str, name: str) -> tuple[str, str] | None:
                if (type, name) not in known:
                    known[type, name] = _given(connection, type, name)
                return known[type, name]

            return settled(facts, rules, given)

    def ids(self, names: Iterable[tuple[str, str]]) -> dict[tuple[str, str], str]:
        """Ids of the library's actors for actors of an article (type, canonical name), those unknown left out.

        A name that no article of the library has yet is joined as it would be if the article were taken in.
        """
        with self._library.reading() as connection:
            numbers = {name: _number(connection, *name, join=True) for name in dict.fromkeys(names)}
            founders = dict(
                connection.execute(
                    "SELECT number, founder FROM library_actor WHERE number IN (SELECT value FROM json_each(?))",
                    (json.dumps([number for number in numbers.values() if number is not None]),),
                ).fetchall()
            )
        return {name: founders[number] for name, number in numbers.items() if number in founders}

    # What the reader may say of them, for :meth:`~reader.library.Library.do`

    def rename(self, actor: LibraryActor, name: str) -> RenameActor:
        """Call an actor ``name`` in all articles; with the name of another one, they become one.

        :raises ValueError: with one sentence, for what is no name.
        """
        from reader.library.actor_rules import RenameActor, name_of

        name = name_of(name)
        return RenameActor(_rules(actor.names, name, actor.type), actor.name, name)

    def merge(self, actor: LibraryActor, into: LibraryActor) -> MergeActors:
        """Two actors are one, in all articles, under the name of the second."""
        from reader.library.actor_rules import MergeActors

        rules = (*_rules(actor.names, into.name, into.type), *_rules(into.names, into.name, into.type))
        return MergeActors(rules, actor.name, into.name)

    def split(self, actor: LibraryActor, names: Collection[KnownName], name: str, type: str = "") -> SplitActor:
        """Some of an actor's names are another one's, called ``name``; the other names stay together.

        :param type: of the other one; empty for the same.
        :raises ValueError: with one sentence, when no name would stay or ``name`` is none.
        """
        from reader.library.actor_rules import SplitActor, name_of

        name = name_of(name)
        rest = [one for one in actor.names if one not in names]
        if not rest:
            raise ValueError("An actor keeps at least one of its names")
        kept = actor.name if any(one.key == folded(actor.name) for one in rest) else rest[0].value
        if folded(name) == folded(kept) and type in ("", actor.type):
            raise ValueError(f"The two would both be called {name}; give the one that leaves another name")
        rules = (*_rules(rest, kept, actor.type), *_rules(names, name, type or actor.type))
        return SplitActor(rules, actor.name, name)


def joined(facts: Iterable[Fact]) -> list[tuple[str, str]]:
    """Type and canonical name of the actors in an article's facts, as :meth:`Actors.ids` takes them."""
    return list(dict.fromkeys((fact.type, fact.value) for fact in facts if isinstance(fact, ActorMention)))


def names_like(connection: sqlite3.Connection, words: str) -> list[str]:
    """Folded names of the actors that a search's words find: all names of each, and names of others with the words."""
    from reader.search.fold import terms

    direct = _with_words(connection, terms(words))
    also = connection.execute(
        "SELECT DISTINCT o.key FROM json_each(?) n CROSS JOIN known_name k ON k.key = n.value"
        " JOIN known_name o ON o.actor = k.actor",
        (json.dumps(direct, ensure_ascii=False),),
    )
    return list(dict.fromkeys([*direct, *(key for (key,) in also)]))


def called(connection: sqlite3.Connection, names: Collection[tuple[str, str]]) -> Mapping[tuple[str, str], str]:
    """What the library calls actors (type, name)."""
    pairs = [[folded(name), type, name] for type, name in names]
    found = connection.execute(
        "SELECT k.type, json_extract(n.value, '$[2]'), l.name FROM json_each(?) n"
        " CROSS JOIN known_name k ON k.key = json_extract(n.value, '$[0]') AND k.type = json_extract(n.value, '$[1]')"
        " JOIN library_actor l ON l.number = k.actor",
        (json.dumps(pairs, ensure_ascii=False),),
    )
    return {(type, name): called for type, name, called in found}


def _rules(names: Iterable[KnownName], name: str, type: str) -> tuple[ActorRule, ...]:
    from reader.library.actor_rules import ActorRule

    return tuple(ActorRule("", one.type, one.key, "", name, type) for one in names)


def _with_words(connection: sqlite3.Connection, words: Sequence[str]) -> list[str]:
    """Names with all the words; where no name has the last one, it is read as the beginning of one."""
    if not words:
        return []
    whole = "SELECT name FROM actor_word WHERE word = ?"
    query = " INTERSECT ".join([whole] * len(words))
    found = [name for (name,) in connection.execute(query, tuple(words))]
    if not found:
        begun = "SELECT name FROM actor_word WHERE word >= ? AND word < ?"
        query = " INTERSECT ".join([*[whole] * (len(words) - 1), begun])
        found = [name for (name,) in connection.execute(query, [*words, words[-1] + "\U0010ffff"])]
    return list(dict.fromkeys(found))


def _found(connection: sqlite3.Connection, words: str) -> list[int]:
    from reader.search.fold import terms

    asked = terms(words)
    names = _with_words(connection, asked)
    if not names:
        names = _spelt_otherwise(connection, asked)
    found = connection.execute(
        "SELECT DISTINCT k.actor FROM json_each(?) n CROSS JOIN known_name k ON k.key = n.value",
        (json.dumps(names, ensure_ascii=False),),
    )
    return [number for (number,) in found]


def _spelt_otherwise(connection: sqlite3.Connection, words: Sequence[str]) -> list[str]:
    """Names whose words are near those asked for: as family names spell, else a letter or two away."""
    from reader.search.vocabulary import Vocabulary

    vocabulary = Vocabulary(connection)
    near: list[list[str]] = []
    for word in words:
        others = [one.term for one in vocabulary.near(word, 2 if len(word) > 7 else 1)] if len(word) > 3 else []
        near.append([word, *others])
    names: set[str] | None = None
    for group in near:
        marks = ",".join("?" * len(group))
        some = {name for (name,) in connection.execute(f"SELECT name FROM actor_word WHERE word IN ({marks})", group)}
        names = some if names is None else names & some
    return sorted(names or ())


def _actors(connection: sqlite3.Connection, numbers: Iterable[int], limit: int = 1000) -> list[LibraryActor]:
    """Actors by their numbers, the most named first."""
    rows = connection.execute(
        "SELECT l.number, l.founder, l.type, l.name FROM json_each(?) n CROSS JOIN library_actor l"
        " ON l.number = n.value ORDER BY"
        " (SELECT sum(articles) FROM known_name k WHERE k.actor = l.number) DESC, l.number LIMIT ?",
        (json.dumps(sorted(set(numbers))), limit),
    ).fetchall()
    found = []
    for number, founder, type, name in rows:
        names = connection.execute(
            "SELECT key, type, value, confidence, given, articles FROM known_name WHERE actor = ?"
            " ORDER BY articles DESC, key",
            (number,),
        )
        known = tuple(KnownName(key, kind, value, sure, bool(own), n) for key, kind, value, sure, own, n in names)
        found.append(LibraryActor(number, founder, type, name, known))
    return found


def _number(connection: sqlite3.Connection, type: str, name: str, *, join: bool = False) -> int | None:
    query = "SELECT actor FROM known_name WHERE key = ? AND type = ?"
    found = connection.execute(query, (folded(name), type)).fetchone()
    if found is None and join:
        from reader.extract.actors.join import home_of
        from reader.library.actor_register import Register

        return home_of(cast(ActorType, type), name, Register(connection))[0]
    return found[0] if found else None


def _given(connection: sqlite3.Connection, type: str, name: str) -> tuple[str, str] | None:
    """What the reader calls the actor of a name in the whole library."""
    number = _number(connection, type, name, join=True)
    query = (
        "SELECT l.name, l.type FROM library_actor l LEFT JOIN known_name k ON k.key = ? AND k.type = ?"
        " WHERE l.number = ? AND l.given = 1 AND coalesce(k.confidence, 1) >= ?"
    )
    found = connection.execute(query, (folded(name), type, number, _SURE)).fetchone()
    return (found[0], found[1]) if found else None


def _count(connection: sqlite3.Connection, number: int, besides: str) -> int:
    query = (
        f"SELECT count(*) FROM (SELECT DISTINCT d.rowid FROM {_OF_ACTOR}"
        " WHERE k.actor = ? AND d.removed = 0 AND d.id <> ? LIMIT ?)"
    )
    return int(connection.execute(query, (number, besides, MANY + 1)).fetchone()[0])
