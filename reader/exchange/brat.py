"""brat standoff (brat v1.3): the article as ``.txt`` and what is marked in it as ``.ann``, offsets in code points.

Labels are text-bound annotations, notes are ``AnnotatorNotes``. What brat has no line for (id, tags, times, a label
that is no brat type) stands in a comment of the type ``Dateline``. Facts are text-bound annotations with the attribute
``Machine``, their values as ``Reference`` normalisations, speakers as ``Said`` relations and events as events.

A text-bound annotation must not hold a line break: one over several lines is written as a fragment for each, as brat
itself does; the comment keeps line breaks at its ends.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from urllib.parse import quote

from reader.exchange.annotated import Annotated, value_of
from reader.exchange.errors import ExchangeError
from reader.exchange.incoming import Incoming, Named, Refused, extras, identity, quoted, with_extras
from reader.model import ActorMention, Annotation, DateFact, Event, Fact, Part, Quote, Span, clean, text_version

BARE = "Note"
"""Type of a note without a label."""
WHOLE = "Article"
"""Type of a note on the whole article; it stands on its first line."""
_TYPE = re.compile(r"[A-Za-z][A-Za-z0-9_-]*")
_LINE = re.compile(r"[^\n]+")
_TEXTBOUND = re.compile(r"(T\w+)\t(\S+) (\d+ \d+(?:;\d+ \d+)*)(?:\t(.*))?")
_COMMENT = re.compile(r"#\w*\t(\S+) (\S+)(?:\t(.*))?")
_ATTRIBUTE = re.compile(r"[AM]\w+\t(\S+) (\S+)(?: (.*))?")
_ROLES = (("subject", "Subject"), ("object", "Object"), ("when", "Time"), ("place", "Place"))


@dataclass(slots=True)
class _Lines:
    """Lines of an ``.ann`` file and the numbers in use."""

    text: str
    lines: list[str] = field(default_factory=list)
    used: dict[str, int] = field(default_factory=dict)

    def add(self, letter: str, rest: str) -> str:
        """Write a line under the next number of its letter; gives its id."""
        number = self.used[letter] = self.used.get(letter, 0) + 1
        self.lines.append(f"{letter}{number}\t{rest}")
        return f"{letter}{number}"

    def bound(self, kind: str, span: Span) -> str:
        """Write a text-bound annotation; gives its id, empty for a span of nothing but line breaks."""
        pieces = [Span(span.start + m.start(), span.start + m.end()) for m in _LINE.finditer(span.of(self.text))]
        if not pieces:
            return ""
        offsets = ";".join(f"{piece.start} {piece.end}" for piece in pieces)
        return self.add("T", f"{kind} {offsets}\t{' '.join(piece.of(self.text) for piece in pieces)}")


def write(article: Annotated) -> tuple[str, str]:
    """Contents of the ``.txt`` and of the ``.ann`` file. Annotations whose words are gone are left out."""
    out = _Lines(article.document.text)
    for span, one in article.placed:
        _annotation(out, one, _type(one.label or BARE), span)
    first = _LINE.search(out.text)
    for one in article.unplaced:
        if one.anchor is None and first is not None:
            _annotation(out, one, WHOLE, Span(first.start(), first.end()), whole=True)
    _facts(out, article.facts)
    return out.text, "".join(line + "\n" for line in out.lines)


def _annotation(out: _Lines, one: Annotation, kind: str, span: Span, *, whole: bool = False) -> None:
    name = out.bound(kind, span)
    if not name:
        return
    more = extras(one) | ({"whole": True} if whole else {})
    if one.note:  # for people, in one line; a note of several is whole in the comment below
        out.add("#", f"AnnotatorNotes {name}\t{one.note.replace(chr(10), ' ')}")
        if "\n" not in one.note:
            del more["note"]
    if len(span.of(out.text).strip("\n")) < len(span):
        more["span"] = [span.start, span.end]
    if one.label != ("" if kind in (BARE, WHOLE) else kind) or one.label in (BARE, WHOLE):
        more["label"] = one.label
    out.add("#", f"Dateline {name}\t{json.dumps(more, ensure_ascii=False, separators=(',', ':'))}")


def _type(label: str) -> str:
    """A label as brat allows types: letters, digits, ``-`` and ``_``."""
    made = re.sub(r"[^A-Za-z0-9_-]+", "_", label).strip("_-")
    return made if _TYPE.fullmatch(made) else f"L_{made}".rstrip("_")


def _facts(out: _Lines, facts: tuple[Fact, ...]) -> None:
    names: dict[tuple[int, int], str] = {}
    actors: dict[str, str] = {}
    for fact in facts:
        if isinstance(fact, Event):
            continue
        if not (name := _machine(out, _kind(fact), fact.span)):
            continue
        names.setdefault((fact.start, fact.end), name)
        if isinstance(fact, ActorMention):
            actors.setdefault(fact.actor, name)
            _reference(out, name, "Actor", fact.actor, fact.value)
        elif isinstance(fact, DateFact):
            _reference(out, name, "TIMEX3", fact.value, fact.value)
        elif value := value_of(fact):
            _reference(out, name, "Value", value, value)
    for fact in facts:
        if isinstance(fact, Quote) and (said := names.get((fact.start, fact.end))):
            speaker = names.get(fact.speaker_span or (-1, -1)) or actors.get(fact.actor or "")
            if speaker and speaker != said:
                out.add("R", f"Said Arg1:{speaker} Arg2:{said}")
        elif isinstance(fact, Event):
            _event(out, fact, names)


def _kind(fact: Fact) -> str:
    return fact.type.capitalize() if isinstance(fact, ActorMention) else fact.kind.capitalize()


def _machine(out: _Lines, kind: str, span: Span) -> str:
    name = out.bound(kind, span)
    if name:
        out.add("A", f"Machine {name}")
    return name


def _reference(out: _Lines, name: str, base: str, id: str, words: str) -> None:
    out.add("N", f"Reference {name} {base}:{quote(id, safe=':-._')}\t{' '.join(words.split())}")


def _event(out: _Lines, fact: Event, names: dict[tuple[int, int], str]) -> None:
    trigger = _machine(out, "Event", Span(*fact.action.span) if fact.action else fact.span)
    if not trigger:
        return
    roles = []
    for attribute, role in _ROLES:
        part: Part | None = getattr(fact, attribute)
        if part is None:
            continue
        name = names.get(part.span)
        if name is None:
            name = names[part.span] = _machine(out, "Phrase", Span(*part.span))
        if name and name != trigger:
            roles.append(f"{role}:{name}")
    event = out.add("E", " ".join([f"Event:{trigger}", *roles]))
    if fact.negated:
        out.add("A", f"Negated {event}")
    if fact.modality:
        out.add("A", f"Modality {event} {fact.modality.replace(' ', '_')}")


def read(text: str, ann: str, name: str = "") -> Iterator[Incoming | Refused]:
    """The text-bound annotations of an ``.ann`` file with their notes; relations and events are not read.

    :param name: name of the files, for the article's title.
    :raises ExchangeError: when nothing in ``ann`` is brat's.
    """
    text = clean(text.replace("\r\n", "\n"))
    article = Named(version=text_version(text), text=text, title=name)
    notes: dict[str, str] = {}
    known: dict[str, dict[str, object]] = {}
    machine: set[str] = set()
    lines = [line.rstrip("\r") for line in ann.split("\n")]
    for line in lines:
        if match := _COMMENT.fullmatch(line):
            if match[1] == "Dateline":
                known[match[2]] = _values(match[3])
            elif match[3]:
                notes[match[2]] = "\n".join(filter(None, [notes.get(match[2]), clean(match[3])]))
        elif (match := _ATTRIBUTE.fullmatch(line)) and match[1] == "Machine":
            machine.add(match[2])
    if any(line.strip() for line in lines) and not any(re.match(r"[TREANM#*]\w*\t", line) for line in lines):
        raise ExchangeError("this is no brat annotation file")
    for number, line in enumerate(lines, start=1):
        if not line.startswith("T"):
            continue
        try:
            match = _TEXTBOUND.fullmatch(line)
            if match is None:
                raise ValueError("it is no text-bound annotation")
            if match[1] not in machine:
                yield _bound(match, article, notes.get(match[1], ""), known.get(match[1]))
        except ValueError as error:
            yield Refused(f"line {number}", str(error))


def _bound(line: re.Match[str], article: Named, note: str, more: dict[str, object] | None) -> Incoming:
    kind = line[2]
    offsets = [int(number) for number in re.findall(r"\d+", line[3])]
    anchor = quoted(article.text, min(offsets), max(offsets), article.version)
    words = " ".join(article.text[start:end] for start, end in zip(offsets[::2], offsets[1::2], strict=True))
    if line[4] is not None and clean(line[4]) != words:
        raise ValueError(f"its words are not those of the text at {line[3]}")
    if more is None:  # another tool's: its type is the label, and its place the identity
        id = identity("brat", article.version, kind, line[3])
        return Incoming(work=with_extras({"note": note}, anchor, kind, id), article=article, at=anchor.start)
    values = {"note": note} | more
    match more.get("span"):
        case [int(start), int(end)] if 0 <= start <= anchor.start and anchor.end <= end <= len(article.text):
            if article.text[start:end].strip("\n") == anchor.quote:
                anchor = quoted(article.text, start, end, article.version)
    label = str(values.get("label", "" if kind in (BARE, WHOLE) else kind))
    id = identity("brat", str(values.get("id", "")) or line[0])
    placed = None if more.get("whole") is True else anchor
    return Incoming(
        work=with_extras(values, placed, label, id), article=article, at=anchor.start if placed is not None else None
    )


def _values(raw: str | None) -> dict[str, object]:
    try:
        found = json.loads(raw or "{}")
    except (ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}
