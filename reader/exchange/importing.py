"""Imports: what a file says, what that would change, and the change as one step."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from reader.exchange.errors import ExchangeError
from reader.exchange.incoming import Incoming, Refused
from reader.exchange.matching import Home, Matcher
from reader.exchange.readwise import inline_tag
from reader.library import AddAnnotation, AddCorrection, Change, Library, Several
from reader.library.annotation_rows import cleaned
from reader.model import Annotation, Correction, clean_line

FORMATS: dict[str, str] = {
    "w3c": "W3C Web Annotations (.json, .jsonld)",
    "jsonl": "JSON lines of Prodigy, spaCy, doccano (.jsonl)",
    "brat": "brat standoff (.ann beside its .txt)",
    "readwise": "CSV of Readwise (.csv)",
}
"""What can be imported."""
LARGEST = 256_000_000
"""Bytes of a file that is read."""
_ENDINGS = {".jsonl": "jsonl", ".ndjson": "jsonl", ".ann": "brat", ".csv": "readwise"}
_ENDINGS |= {".json": "w3c", ".jsonld": "w3c"}


@dataclass(frozen=True, slots=True)
class Step:
    """What happens with one annotation of a file."""

    what: str
    """``new``, ``known`` (it is there already), ``deleted`` (it was, and the reader deleted it), ``orphan`` (new, its
    article or its words are not there)."""
    home: Home
    work: Annotation | Correction


@dataclass(slots=True)
class Plan:
    """What an import would do."""

    steps: list[Step] = field(default_factory=list)
    refused: list[Refused] = field(default_factory=list)
    """Parts of the files that could not be read, ``where`` with the file's name."""

    def count(self, what: str) -> int:
        """How many annotations have a fate."""
        return sum(step.what == what for step in self.steps)

    @property
    def changes(self) -> list[Change]:
        """What is to be done."""
        works = [step.work for step in self.steps if step.what in ("new", "orphan")]
        return [AddAnnotation(work) if isinstance(work, Annotation) else AddCorrection(work) for work in works]

    @property
    def sentence(self) -> str:
        """The whole in one sentence."""
        parts = [f"{self.count('new'):,} new"]
        parts += [f"{self.count('orphan'):,} without their place in the library"] if self.count("orphan") else []
        parts += [f"{self.count('known'):,} there already"] if self.count("known") else []
        parts += [f"{self.count('deleted'):,} deleted before and left so"] if self.count("deleted") else []
        parts += [f"{len(self.refused):,} not understood"] if self.refused else []
        return ", ".join(parts)


def files_of(paths: Iterable[str | os.PathLike[str]], format: str | None = None) -> Iterator[tuple[Path, str]]:
    """Files with their formats; a folder stands for those in it whose ending is known.

    :raises ExchangeError: for a file that is not there or whose format is not told by its ending.
    """
    for given in paths:
        path = Path(given)
        if path.is_dir():
            inside = sorted(one for one in path.iterdir() if one.suffix.lower() in _ENDINGS and one.is_file())
            yield from ((one, format or _ENDINGS[one.suffix.lower()]) for one in inside)
            continue
        known = format or _ENDINGS.get(path.suffix.lower())
        if path.suffix.lower() == ".txt" and path.with_suffix(".ann").is_file():
            path, known = path.with_suffix(".ann"), "brat"
        if not path.exists():
            raise ExchangeError(f"{path}: no such file or folder")
        if known is None:
            raise ExchangeError(f"{path}: what is in it? Name it with --format {'|'.join(FORMATS)}")
        yield path, known


def read(path: Path, format: str) -> Iterator[Incoming | Refused]:
    """What a file says.

    :raises ExchangeError: when it cannot be read or is nothing of the format.
    """
    try:
        if format == "brat":
            from reader.exchange import brat

            yield from brat.read(_text(path.with_suffix(".txt")), _text(path), clean_line(path.stem))
        else:
            yield from read_text(_text(path), format)
    except ExchangeError as error:
        told = str(error)
        raise ExchangeError(told if told.startswith(str(path.parent)) else f"{path}: {told}") from None


def read_text(data: str, format: str) -> Iterator[Incoming | Refused]:
    """What a text says, in a format of one file.

    :raises ExchangeError: when it is nothing of the format.
    """
    from reader.exchange import jsonl, readwise, w3c

    readers = {"w3c": w3c.read, "jsonl": jsonl.read, "readwise": readwise.read}
    if format not in readers:
        raise ExchangeError(f"“{format}” is not read as one text")
    return readers[format](data)


def _text(path: Path) -> str:
    """A file's text, newlines as they are.

    :raises ExchangeError: when it is no regular file, too large, or not UTF-8.
    """
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOCTTY", 0) | getattr(os, "O_CLOEXEC", 0)
    try:
        descriptor = os.open(path, flags | getattr(os, "O_BINARY", 0))
        with open(descriptor, "rb") as file:
            if not path.is_file():
                raise ExchangeError(f"{path} is no file")
            raw = file.read(LARGEST + 1)
    except OSError as error:
        raise ExchangeError(f"{path}: {(error.strerror or str(error)).lower()}") from None
    if len(raw) > LARGEST:
        raise ExchangeError(f"{path} is larger than {LARGEST // 1_000_000} MB")
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ExchangeError(f"{path} is not UTF-8 (byte {error.start})") from None


class Planner:
    """Makes the plan of an import, one annotation after another."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._matcher = Matcher(library)
        self._seen: set[str] = set()
        self._there: dict[str, dict[tuple[object, ...], set[str]]] = {}
        self._labels = {inline_tag(one.name): one.name for one in library.annotations.labels()}
        self._judged: dict[str, set[str]] = {}
        self.plan = Plan()

    def add(self, incoming: Incoming | Refused, file: str = "") -> None:
        """Decide what happens with one."""
        if isinstance(incoming, Refused):
            where = f"{file}, {incoming.where}" if file else incoming.where
            self.plan.refused.append(Refused(where, incoming.sentence))
            return
        home = self._matcher.home(incoming)
        anchor, found = self._matcher.anchor(incoming, home)
        work = replace(incoming.work, document=home.document, anchor=anchor)
        if isinstance(work, Annotation):
            if incoming.flat:
                work = self._labelled(work)
            if not (work.label or work.note or work.tags):
                work = replace(work, label="highlight")
            work = cleaned(work)
        fate = self._fate(work) if work.id not in self._seen else "known"
        self._seen.add(work.id)
        self.plan.steps.append(Step(fate or ("new" if home.by and found else "orphan"), home, work))

    def _labelled(self, work: Annotation) -> Annotation:
        """The same with its first tag as the label, when there is a label of that name."""
        label = self._labels.get(work.tags[0]) if work.tags else None
        return replace(work, label=label, tags=work.tags[1:]) if label else work

    def _fate(self, work: Annotation | Correction) -> str:
        """``known`` or ``deleted``; empty for what is new."""
        if isinstance(work, Correction):
            if work.document not in self._judged:
                there = self._library.annotations.corrections(work.document)
                self._judged[work.document] = {one.id for one in there}
            return "known" if work.id in self._judged[work.document] else ""
        present = self._library.annotations.get(work.id)
        if present is not None:
            return "deleted" if present.removed else "known"
        return "known" if self._same(work) else ""

    def _same(self, work: Annotation) -> bool:
        """Whether the same is said of the same place already, under another id: by a format that keeps no ids."""
        there = self._there.get(work.document)
        if there is None:
            there = self._there[work.document] = {}
            for one in self._library.annotations.of(work.document):
                there.setdefault(_said(one), set()).update(map(inline_tag, (one.label, *one.tags)))
        marks = there.get(_said(work))
        return marks is not None and set(map(inline_tag, (work.label, *work.tags))) - {"highlight", ""} <= marks


def _said(one: Annotation) -> tuple[object, ...]:
    place = (one.anchor.start, one.anchor.quote) if one.anchor is not None else None
    return place, " ".join(one.note.split())


def carry_out(library: Library, plan: Plan, name: str) -> int:
    """Do what is planned, as one step that undo takes back; how many annotations came in.

    :param name: what was imported, for the reader: ``notes.jsonld``.
    :raises LibraryError: when it could not be written; then nothing was changed.
    """
    changes = plan.changes
    if changes:
        number = f"{len(changes):,} annotation{'' if len(changes) == 1 else 's'}"
        library.do(Several(tuple(changes), f"import of {number} from {clean_line(name)}"))
    return len(changes)
