"""Facts by text version, extractor and the publication date that they were resolved against."""

from __future__ import annotations

import json
import sqlite3
import zlib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace

from reader.library.connection import Database
from reader.library.folding import folded
from reader.library.packing import unpack_text
from reader.library.statements import Statements
from reader.model import ActorMention, DateFact, Fact, Published, Quote, fact_from_json, fact_to_json

SPEAKER = "speaker"
"""The type of a row of actor_in that says who is quoted; the actor's own row stands beside it."""
_FOREMOST = 6
"""So many actors of an article are counted when articles are grouped by actor."""
_TABLES = ("actor_in", "date_in", "foremost", "fact_set")


@dataclass(frozen=True, slots=True)
class PackedFacts:
    """Facts as they are stored, made in any process."""

    version: str
    extractor: int
    published: str
    count: int
    blob: bytes
    actors: tuple[tuple[str, str, str, int, int], ...]
    """Folded name, type, name, number of mentions and first offset of each actor and each speaker of a quote."""
    dates: tuple[tuple[str, int], ...]
    """Value and first offset of each date."""
    foremost: tuple[str, ...] = ()
    """Types and names of the actors that are mentioned most: ``person:Joe Biden``."""
    stated: Statements = field(default_factory=Statements)
    """Events, quotes and dates for the pages over the library."""


@dataclass(frozen=True, slots=True)
class ActorIn:
    """An actor's part in one document."""

    document: str
    """Id of the document."""
    title: str
    published: Published | None
    name: str
    type: str
    mentions: int
    start: int
    """Offset of the first mention in the document's present text."""


@dataclass(frozen=True, slots=True)
class DateIn:
    """A date named in one document."""

    document: str
    title: str
    published: Published | None
    value: str
    """As TIMEX3 has it."""
    start: int
    """Offset of its first mention."""


def pack_facts(
    version: str, extractor: int, facts: Sequence[Fact], published: Published | None, text: str = ""
) -> PackedFacts:
    """The facts of a text version as they are stored.

    :param text: the text itself, from which dates take the words around them.
    """
    from reader.library.statements import statements_of

    actors: dict[tuple[str, str], list[int]] = {}
    dates: dict[str, int] = {}
    for fact in facts:
        if isinstance(fact, ActorMention):
            known = actors.setdefault((fact.type, fact.value), [0, fact.start])
            known[0] += 1
            known[1] = min(known[1], fact.start)
        elif isinstance(fact, Quote) and fact.speaker:
            known = actors.setdefault((SPEAKER, fact.speaker), [0, fact.start])
            known[0] += 1
            known[1] = min(known[1], fact.start)
        elif isinstance(fact, DateFact) and fact.type in ("DATE", "TIME"):
            dates.setdefault(fact.value, fact.start)
    # Two spellings that fold alike are one row.
    by_name: dict[tuple[str, str], tuple[str, str, str, int, int]] = {}
    for (type, value), (mentions, start) in actors.items():
        name = folded(value)
        *_, more, first = by_name.get((name, type), ("", "", "", 0, start))
        by_name[name, type] = (name, type, value, mentions + more, min(start, first))
    lines = [{name: value for name, value in fact_to_json(fact).items() if value is not None} for fact in facts]
    named = sorted((row for row in by_name.values() if row[1] != SPEAKER), key=lambda row: (-row[3], row[4]))
    foremost = dict.fromkeys(f"{type}:{' '.join(value.split())}" for _, type, value, _, _ in named[:_FOREMOST])
    blob = zlib.compress(json.dumps(lines, separators=(",", ":"), ensure_ascii=False).encode("utf-8", "replace"), 3)
    return PackedFacts(
        version,
        extractor,
        published.iso if published else "",
        len(facts),
        blob,
        tuple(by_name.values()),
        tuple(dates.items()),
        tuple(foremost),
        statements_of(facts, published, text),
    )


def drop_facts(connection: sqlite3.Connection, version: str, extractor_below: int | None = None) -> None:
    """Delete the facts of a text version, or only those of older extractors; in the caller's transaction."""
    query = "SELECT number FROM fact_set WHERE version = ? AND extractor < ?"
    limit = (1 << 62) if extractor_below is None else extractor_below
    left: list[tuple[str, str]] = []
    for (number,) in connection.execute(query, (version, limit)).fetchall():
        left += _drop(connection, number)
    _forget(connection, left)


def _drop(connection: sqlite3.Connection, number: int) -> list[tuple[str, str]]:
    """Delete a set of facts; the names that had been counted, which :func:`_forget` is to be told of."""
    from reader.library.statements import drop_statements

    query = f"SELECT name, type FROM actor_in WHERE number = ? AND type <> '{SPEAKER}'"
    names = connection.execute(query, (number,)).fetchall()
    if names:
        from reader.library.actor_register import Register

        Register(connection).discount(names)
    drop_statements(connection, number)
    for table in _TABLES:
        connection.execute(f"DELETE FROM {table} WHERE number = ?", (number,))
    return names


def _forget(connection: sqlite3.Connection, names: list[tuple[str, str]]) -> None:
    if names:
        from reader.library.actor_register import Register

        Register(connection).forget_unused(dict.fromkeys(names))


class Facts:
    """The facts of a library."""

    def __init__(self, library: Database) -> None:
        self._library = library

    def put(
        self,
        version: str,
        extractor: int,
        facts: Sequence[Fact],
        published: Published | None = None,
        text: str = "",
        *,
        on_wait: Callable[[], None] | None = None,
    ) -> None:
        """Store what an extractor found in a text version; it replaces what it and older ones found before.

        :param published: the date that relative dates were resolved against.
        :param text: the text itself, from which dates take the words around them.
        """
        self.put_many([pack_facts(version, extractor, facts, published, text)], on_wait=on_wait)

    def put_many(self, batch: Iterable[PackedFacts], *, on_wait: Callable[[], None] | None = None) -> None:
        """Store facts packed elsewhere, in one transaction."""
        with self._library.writing(on_wait) as connection:
            for packed in batch:
                _put(connection, packed)

    def get(self, version: str, extractor: int, published: Published | None = None) -> tuple[Fact, ...] | None:
        """Facts of a text version by start; None when this extractor has not yet read it with this date."""
        with self._library.reading() as connection:
            query = "SELECT facts FROM fact_set WHERE version = ? AND extractor = ? AND published = ?"
            found = connection.execute(query, (version, extractor, published.iso if published else "")).fetchone()
        if found is None:
            return None
        return _unpacked(found[0])

    def restate(
        self,
        version: str,
        extractor: int,
        facts: Sequence[Fact] | None,
        published: Published | None = None,
        *,
        on_wait: Callable[[], None] | None = None,
    ) -> None:
        """Let lists and pages of the library be of these facts, which the reader reviewed, or with None of the found
        ones. :meth:`get` still gives what was found. Nothing happens where none were found yet."""
        key = (version, extractor, published.iso if published else "")
        with self._library.writing(on_wait) as connection:
            connection.execute("DELETE FROM reviewed_set WHERE version = ? AND extractor = ? AND published = ?", key)
            if facts is not None:
                blob = pack_facts(version, extractor, facts, published).blob
                connection.execute("INSERT INTO reviewed_set VALUES (?, ?, ?, ?)", (*key, blob))
            query = "SELECT facts FROM fact_set WHERE version = ? AND extractor = ? AND published = ?"
            found = connection.execute(query, key).fetchone()
            if found is not None:
                text = _text_of(connection, version)
                _put(connection, pack_facts(version, extractor, _unpacked(found[0]), published, text))

    def restated(self) -> list[str]:
        """Ids of the documents that are listed by other facts than were found in them."""
        query = "SELECT DISTINCT d.id FROM reviewed_set r JOIN document d ON d.version = r.version"
        with self._library.reading() as connection:
            return [id for (id,) in connection.execute(query)]

    def followed(self) -> int:
        """Number of the last entry of the journal whose verdicts :meth:`restate` was told of."""
        with self._library.reading() as connection:
            return int(connection.execute("SELECT value FROM state WHERE name = 'verdicts_followed'").fetchone()[0])

    def follow(self, entry: int, *, on_wait: Callable[[], None] | None = None) -> None:
        """Remember it."""
        with self._library.writing(on_wait) as connection:
            connection.execute("UPDATE state SET value = ? WHERE name = 'verdicts_followed'", (entry,))

    def waiting(self, extractor: int, after: int = 0, limit: int = 100) -> list[tuple[int, str]]:
        """Row numbers and ids of English documents without facts of this extractor, from row ``after`` on."""
        query = (
            "SELECT rowid, id FROM document d WHERE rowid > ? AND english = 1 AND removed = 0 AND version <> ''"
            " AND NOT EXISTS (SELECT 1 FROM fact_set f WHERE f.version = d.version AND f.extractor = ?"
            " AND f.published = d.published) ORDER BY rowid LIMIT ?"
        )
        with self._library.reading() as connection:
            return connection.execute(query, (after, extractor, limit)).fetchall()

    def found_by(self, engine: str, *, on_wait: Callable[[], None] | None = None) -> bool:
        """Say who finds actors from now on; whether it was somebody else before.

        What is stored is then out of date: it serves until it is taken anew.
        """
        mark = zlib.crc32(engine.encode()) if engine != "default" else 0
        with self._library.reading() as connection:
            found = connection.execute("SELECT value FROM state WHERE name = 'actor_engine'").fetchone()
        if (found[0] if found else 0) == mark:
            return False
        with self._library.writing(on_wait) as connection:
            connection.execute("INSERT OR REPLACE INTO state(name, value) VALUES ('actor_engine', ?)", (mark,))
            # Below every extractor, each set an own number: a text has one set for each extractor and date.
            connection.execute("UPDATE fact_set SET extractor = -number")
        return True

    def with_actor(self, name: str, *, offset: int = 0, limit: int = 50) -> list[ActorIn]:
        """Documents that mention an actor of this name (case and accents do not matter), the latest first."""
        query = (
            "SELECT d.id, d.title, d.published, a.value, a.type, a.mentions, a.start FROM actor_in a"
            " JOIN fact_set f ON f.number = a.number"
            " JOIN document d ON d.version = f.version AND d.published = f.published AND d.version <> ''"
            f" WHERE a.name = ? AND a.type <> '{SPEAKER}' AND d.removed = 0"
            " ORDER BY a.published DESC, a.number DESC LIMIT ? OFFSET ?"
        )
        with self._library.reading() as connection:
            found = connection.execute(query, (folded(name), limit, offset)).fetchall()
        return [ActorIn(id, title, _published(day), *rest) for id, title, day, *rest in found]

    def between(self, first: str, last: str, *, offset: int = 0, limit: int = 50) -> list[DateIn]:
        """Dates that documents name from ``first`` to ``last`` (``2022-01``; inclusive), in time order."""
        query = (
            "SELECT d.id, d.title, d.published, t.value, t.start FROM date_in t"
            " JOIN fact_set f ON f.number = t.number"
            " JOIN document d ON d.version = f.version AND d.published = f.published AND d.version <> ''"
            " WHERE t.value >= ? AND t.value < ? AND d.removed = 0 ORDER BY t.value, t.number LIMIT ? OFFSET ?"
        )
        with self._library.reading() as connection:
            found = connection.execute(query, (first, last + "~", limit, offset)).fetchall()
        return [DateIn(id, title, _published(day), value, start) for id, title, day, value, start in found]


def refresh_actors(connection: sqlite3.Connection, document: str) -> None:
    """Derive the rows of a document's facts anew, because what the reader said of its actors has changed."""
    query = (
        "SELECT f.version, f.extractor, f.published, f.facts FROM document d"
        " JOIN fact_set f ON f.version = d.version WHERE d.id = ? AND d.version <> ''"
        " ORDER BY f.extractor"
    )
    for version, extractor, day, blob in connection.execute(query, (document,)).fetchall():
        text = _text_of(connection, version)
        _put(connection, pack_facts(version, extractor, _unpacked(blob), _published(day), text))


def _text_of(connection: sqlite3.Connection, version: str) -> str:
    found = connection.execute("SELECT text FROM text_version WHERE version = ? LIMIT 1", (version,)).fetchone()
    return unpack_text(found[0]) if found else ""


def _put(connection: sqlite3.Connection, packed: PackedFacts) -> None:
    from reader.library.days import days
    from reader.library.statements import put_statements

    query = "SELECT number FROM fact_set WHERE version = ?1 AND (extractor < ?2 OR extractor = ?2 AND published = ?3)"
    left: list[tuple[str, str]] = []
    for (number,) in connection.execute(query, (packed.version, packed.extractor, packed.published)).fetchall():
        left += _drop(connection, number)
    number = connection.execute(
        "INSERT INTO fact_set(version, extractor, published, count, facts) VALUES (?, ?, ?, ?, ?)",
        (packed.version, packed.extractor, packed.published, packed.count, packed.blob),
    ).lastrowid
    packed = _as_reviewed(connection, packed)
    given = _as_given(connection, packed) or packed
    _put_actors(connection, int(number or 0), given)
    _forget(connection, left)
    put_statements(connection, number, given.stated)
    rows = [(value, number, start) for value, start in packed.dates]
    connection.executemany("INSERT INTO date_in(value, number, start) VALUES (?, ?, ?)", rows)
    covered = [(value, *map(str, span)) for value, _ in packed.dates if (span := days(value))]
    connection.executemany("INSERT OR IGNORE INTO date_value(value, first, last) VALUES (?, ?, ?)", covered)


def _put_actors(connection: sqlite3.Connection, number: int, packed: PackedFacts) -> None:
    from reader.library.actor_register import Register  # late: opening a library joins no names
    from reader.search.fold import terms

    connection.executemany(
        "INSERT INTO actor_in(name, published, number, type, value, mentions, start) VALUES (?, ?, ?, ?, ?, ?, ?)",
        [
            (name, packed.published, number, type, value, mentions, start)
            for name, type, value, mentions, start in packed.actors
        ],
    )
    if packed.foremost:
        connection.execute("INSERT INTO foremost(number, actors) VALUES (?, ?)", (number, "\n".join(packed.foremost)))
    Register(connection).count((name, type, value) for name, type, value, *_ in packed.actors if type != SPEAKER)
    # Speakers need not be actors; the words of actors come with the register.
    words = {(word, name) for name, type, *_ in packed.actors if type == SPEAKER for word in terms(name)}
    connection.executemany("INSERT OR IGNORE INTO actor_word(word, name) VALUES (?, ?)", sorted(words))


def _as_reviewed(connection: sqlite3.Connection, packed: PackedFacts) -> PackedFacts:
    """The facts as they stand after the reader's verdicts, where there are any."""
    query = "SELECT facts FROM reviewed_set WHERE version = ? AND extractor = ? AND published = ?"
    found = connection.execute(query, (packed.version, packed.extractor, packed.published)).fetchone()
    if found is None:
        return packed
    facts, text = _unpacked(found[0]), _text_of(connection, packed.version)
    return pack_facts(packed.version, packed.extractor, facts, _published(packed.published), text)


def _as_given(connection: sqlite3.Connection, packed: PackedFacts) -> PackedFacts | None:
    """The facts with the actors as the reader named them in an article of this text; None where none was named."""
    query = (
        "SELECT r.document, r.type, r.key, r.text, r.name, r.to_type FROM document d"
        " JOIN actor_rule r ON r.document = d.id WHERE d.version = ? AND d.version <> ''"
    )
    found = connection.execute(query, (packed.version,)).fetchall()
    if not found:
        return None
    from reader.library.actor_rules import ActorRule
    from reader.library.settling import settled

    facts = settled(_unpacked(packed.blob), [ActorRule(*row) for row in found])
    text = _text_of(connection, packed.version)
    given = pack_facts(packed.version, packed.extractor, facts, _published(packed.published), text)
    return replace(given, blob=packed.blob)


def _unpacked(blob: bytes) -> tuple[Fact, ...]:
    return tuple(fact_from_json(line) for line in json.loads(zlib.decompress(blob)))


def _published(day: str) -> Published | None:
    return Published.parse(day) if day else None
