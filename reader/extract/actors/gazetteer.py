"""Lists of names and of the words around names, loaded once on first use.

Sources and licences are in ``ATTRIBUTION.md`` beside the data.
"""

from __future__ import annotations

import zlib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from reader.extract.tokens import tokenize
from reader.model import ActorType

DATA = Path(__file__).parent / "data"


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
    openings: dict[str, tuple[tuple[str, ...], ...]]
    """The names of two tokens and more by their first token, longest first."""

    def entry(self, name: str) -> Entry | None:
        """What is known of ``name``, written exactly so."""
        return self.names.get(_key(name))


def _key(name: str) -> tuple[str, ...]:
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
    given, surnames, metropolises, cities = (frozenset(part.split("\n")) for part in unpacked.split("\n\n"))
    titles = sections("titles.txt")
    words = sections("words.txt")
    telling: dict[str, str] = {}
    for section, letter in (("place", "l"), ("thing", "e"), ("calendar", "m")):
        for word in words[section]:
            telling[word] = telling.get(word, "") + letter
    names = _known_names()
    openings: dict[str, list[tuple[str, ...]]] = {}
    for key in names:
        if len(key) > 1:
            openings.setdefault(key[0], []).append(key)
    for city in (*metropolises, *cities):
        if " " in city:
            key = tuple(city.split(" "))
            if key not in names:
                openings.setdefault(key[0], []).append(key)
    return Gazetteer(
        given=given,
        surnames=surnames,
        famous=frozenset(
            key[-1]
            for key, entry in names.items()
            if entry.source == "person" and len(key) > 1 and key[-1:] not in names
        ),
        metropolises=metropolises,
        cities=cities,
        honorifics=frozenset(titles["honorific"]),
        title_parts=frozenset(titles["part"]),
        titles=frozenset(titles["title"]),
        org_last=frozenset(words["org-last"]),
        org_first=frozenset(words["org-first"]),
        words=telling,
        names=names,
        openings={first: tuple(sorted(keys, key=len, reverse=True)) for first, keys in openings.items()},
    )
