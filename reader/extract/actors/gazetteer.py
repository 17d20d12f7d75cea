"""Lists of names and of the words around names, loaded once on first use.

Sources and licences are in ``ATTRIBUTION.md`` beside the data.
"""

from __future__ import annotations

import zlib
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from reader.extract.tokens import tokenize
from reader.model import ActorType

DATA = Path(__file__).parent / "data"

_CACHE = 30_000
"""Words whose names are kept; then all are dropped, so memory stays bounded."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A name that is known as a whole."""

    name: str
    """Canonical name."""
    kind: ActorType
    source: str
    """Its list: ``country``, ``region``, ``capital``, ``demonym``, ``group``, ``body``, ``seat`` or ``person``."""
    stands_for: str | None = None
    """The government of a capital, the body of a seat; for a demonym, its country or region."""


class Openings:
    """The names of two tokens and more by their first token.

    They are looked up when first asked for: laying out all of them takes longer than reading an article.
    """

    def __init__(self, names: Iterable[tuple[str, ...]], *cities: list[str]) -> None:
        """
        :param cities: sorted lists of names whose tokens are parted by spaces.
        """
        self._found: dict[str, tuple[tuple[str, ...], ...]] = {}
        self._names: dict[str, list[tuple[str, ...]]] = {}
        for key in names:
            if len(key) > 1:
                self._names.setdefault(key[0], []).append(key)
        self._cities = cities

    def at(self, first: str) -> tuple[tuple[str, ...], ...]:
        """The names that begin with the token ``first``, longest first."""
        found = self._found.get(first)
        if found is None:
            if len(self._found) > _CACHE:
                self._found.clear()
            keys = dict.fromkeys(self._names.get(first, ()))
            start = first + " "
            for names in self._cities:
                for place in range(bisect_left(names, start), len(names)):
                    if not names[place].startswith(start):
                        break
                    keys[tuple(names[place].split(" "))] = None
            found = self._found[first] = tuple(sorted(keys, key=len, reverse=True))
        return found


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """Everything that is known about words and names without reading the article."""

    given: frozenset[str]
    surnames: frozenset[str]
    famous: frozenset[str]
    """Family names of the people on the list."""
    metropolises: frozenset[str]
    cities: frozenset[str]
    honorifics: frozenset[str]
    """Lower case, without full stop: ``mr``, ``gen``."""
    title_parts: frozenset[str]
    """Lower case: words that belong to a title when they stand before it (``former foreign minister``)."""
    titles: frozenset[str]
    """Lower case; several words joined by ``-``: ``president``, ``prime-minister``."""
    org_last: frozenset[str]
    """Words that end the name of an organisation: ``Ministry``, ``Inc.``."""
    org_first: frozenset[str]
    """Words that begin one (``Ministry of``)."""
    words: dict[str, str]
    """Other words that tell the kind of a name: ``l`` places, ``e`` events and works, ``m`` calendar, by word."""
    names: dict[tuple[str, ...], Entry]
    """Known names by their tokens."""
    openings: Openings

    def entry(self, name: str) -> Entry | None:
        """What is known of ``name``, written exactly so."""
        return self.names.get(_key(name))


def _key(name: str) -> tuple[str, ...]:
    words = name.split(" ")
    # Nearly every name is words of letters, which are its tokens.
    return tuple(words) if all(map(str.isalpha, words)) else _tokenised(name)


@lru_cache(maxsize=10_000)
def _tokenised(name: str) -> tuple[str, ...]:
    return tuple(tokenize(name).words)


def table(file: str) -> list[list[str]]:
    """Rows of a data file: cells between bars, comments and blank lines left out."""
    lines = (DATA / file).read_text("utf-8").splitlines()
    return [[cell.strip() for cell in line.split("|")] for line in lines if line.strip() and not line.startswith("#")]


def _split(cell: str, by: str = ",") -> list[str]:
    return [part.strip() for part in cell.split(by) if part.strip()]


def sections(file: str) -> dict[str, list[str]]:
    """Words of a data file under its headings in square brackets."""
    found: dict[str, list[str]] = {}
    words: list[str] = []
    for line in (DATA / file).read_text("utf-8").splitlines():
        if line.startswith("["):
            words = found.setdefault(line.strip("[] "), [])
        elif not line.startswith("#"):
            words += line.split()
    return found


def government(country: str) -> str:
    """Name of the body that a country's capital stands for."""
    article = "the " if country.startswith(("United", "Netherlands", "Philippines", "Democratic", "Republic")) else ""
    return f"Government of {article}{country}"


def _known_names() -> dict[tuple[str, ...], Entry]:
    names: dict[tuple[str, ...], Entry] = {}

    def add(name: str, entry: Entry) -> None:
        names.setdefault(_key(name), entry)

    def add_people(demonyms: str, place: str) -> None:
        forms = _split(demonyms)
        for form in forms:
            add(form, Entry(forms[0], "group", "demonym", place))

    for name, *cells in table("bodies.txt"):
        if name.startswith("@"):
            entry = Entry(name[1:], "organisation", "seat", cells.pop(0))
        else:
            entry = Entry(name, "organisation", "body")
        for other in (entry.name, *(part for cell in cells for part in _split(cell))):
            add(other, entry)
    for country, capital, demonyms, others in table("countries.txt"):
        entry = Entry(country, "place", "country")
        for other in (country, *_split(others)):
            add(other, entry)
        add_people(demonyms, country)
        capitals = _split(capital)
        for other in capitals:
            add(other, Entry(capitals[0], "place", "capital", government(country)))
    for region, demonyms, others in table("regions.txt"):
        entry = Entry(region, "place", "region")
        for other in (region, *_split(others)):
            add(other, entry)
        add_people(demonyms, region)
    for row in table("usstates.txt"):
        for name in _split(row[0], ";"):
            add(name, Entry(name, "place", "region"))
    for row in table("groups.txt"):
        for name in _split(row[0]):
            add(name, Entry(name, "group", "group"))
    for row in table("people.txt"):
        for name in _split(row[0], ";"):
            add(name, Entry(name, "person", "person"))
    return names


@lru_cache(maxsize=1)
def gazetteer() -> Gazetteer:
    """The lists, read once."""
    unpacked = zlib.decompress((DATA / "names.txt.z").read_bytes()).decode("utf-8")
    given, surnames, metropolises, cities = (part.split("\n") for part in unpacked.split("\n\n"))
    titles = sections("titles.txt")
    words = sections("words.txt")
    telling: dict[str, str] = {}
    for section, letter in (("place", "l"), ("thing", "e"), ("calendar", "m")):
        for word in words[section]:
            telling[word] = telling.get(word, "") + letter
    names = _known_names()
    return Gazetteer(
        given=frozenset(given),
        surnames=frozenset(surnames),
        famous=frozenset(
            key[-1]
            for key, entry in names.items()
            if entry.source == "person" and len(key) > 1 and key[-1:] not in names
        ),
        metropolises=frozenset(metropolises),
        cities=frozenset(cities),
        honorifics=frozenset(titles["honorific"]),
        title_parts=frozenset(titles["part"]),
        titles=frozenset(titles["title"]),
        org_last=frozenset(words["org-last"]),
        org_first=frozenset(words["org-first"]),
        words=telling,
        names=names,
        openings=Openings(names, metropolises, cities),
    )
