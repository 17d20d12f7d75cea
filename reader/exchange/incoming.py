"""An annotation out of another tool's file, before it is known which article of the library it belongs to."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from typing import Any

from reader.model import Anchor, Annotation, Correction, Fact, Span, clean, clean_line, fact_from_json, fact_to_json
from reader.model.annotation import CONTEXT

_OURS = re.compile(r"[0-9a-f]{32}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """What a file says about the article; each empty where it says nothing."""

    document: str = ""
    """Id of a document of a Dateline library."""
    address: str = ""
    """Web address or ``file:`` URI."""
    version: str = ""
    """Name of the text version."""
    title: str = ""
    text: str = ""
    """The whole article, clean."""

    @property
    def words(self) -> str:
        """What to call it in a sentence."""
        return self.title or self.address or self.document or "an article without a name"


@dataclass(frozen=True, slots=True, kw_only=True)
class Incoming:
    """One annotation or correction, its ``document`` still empty.

    Its anchor has ``version`` empty where the file does not say which text its positions are of.
    """

    work: Annotation | Correction
    article: Named
    at: int | None = None
    """Where the quote starts, as the file has it; None where it has no position."""
    flat: bool = False
    """Whether the format has no labels, so that a tag may be one."""


@dataclass(frozen=True, slots=True)
class Refused:
    """A part of a file that could not be understood."""

    where: str
    """``line 12``."""
    sentence: str


def identity(format: str, *parts: object) -> str:
    """Id of an annotation: the file's own where Dateline made it, else always the same one for the same ``parts``."""
    if len(parts) == 1 and isinstance(parts[0], str) and _OURS.fullmatch(parts[0]):
        return parts[0]
    told = "\0".join([format, *map(str, parts)])
    return hashlib.sha256(told.encode("utf-8", "surrogatepass")).hexdigest()[:32]


def quoted(text: str, start: int, end: int, version: str) -> Anchor:
    """The anchor of a range of an article's whole text.

    :raises ValueError: for a range that is none of this text.
    """
    if not 0 <= start < end <= len(text):
        raise ValueError(f"{start}–{end} is no range of a text of {len(text)} characters")
    return Anchor.of(text, Span(start, end), version)


def loose(quote: str, *, start: int = 0, before: str = "", after: str = "", version: str = "") -> Anchor:
    """An anchor of words alone."""
    return Anchor(start, start + len(quote), quote, before[-CONTEXT:], after[:CONTEXT], version)


def told(value: object, what: str) -> str:
    """A text of a file made clean; empty for none.

    :raises ValueError: in one sentence, when it is something else.
    """
    if value is None:
        return ""
    if not isinstance(value, str):
        raise ValueError(f"“{what}” is not a text")
    return clean(value)


def names(value: object, what: str) -> tuple[str, ...]:
    """Several names of a file, each one line; one alone counts as a list of one."""
    if value is None:
        return ()
    values = value if isinstance(value, list) else [value]
    found = (clean_line(told(one, what)).strip() for one in values)
    return tuple(dict.fromkeys(one for one in found if one))


def extras(annotation: Annotation) -> dict[str, Any]:
    """What formats made for labels keep beside them, so that nothing is lost on the way back; only what is there."""
    values: dict[str, Any] = {"id": annotation.id, "note": annotation.note, "tags": list(annotation.tags)}
    values |= {"created": annotation.created, "changed": annotation.changed, "creator": annotation.creator}
    return {name: value for name, value in values.items() if value}


def with_extras(values: dict[str, Any], anchor: Anchor | None, label: str, id: str) -> Annotation:
    """The annotation of what :func:`extras` wrote; of foreign files, what they have of it."""
    return Annotation(
        id=id,
        document="",
        anchor=anchor,
        label=clean_line(label).strip(),
        note=told(values.get("note"), "note"),
        tags=names(values.get("tags"), "tags"),
        created=clean_line(told(values.get("created"), "created")),
        changed=clean_line(told(values.get("changed"), "changed")),
        creator=clean_line(told(values.get("creator"), "creator")),
    )


def correction_json(correction: Correction) -> dict[str, Any]:
    """A correction without its place, as plain values."""
    values: dict[str, Any] = {"id": correction.id, "verdict": correction.verdict, "kind": correction.kind}
    values |= {"text": correction.text, "type": correction.type, "value": correction.value}
    values["fact"] = fact_to_json(correction.fact) if correction.fact is not None else None
    values["created"] = correction.created
    return {name: value for name, value in values.items() if value}


def correction_from_json(values: dict[str, Any], anchor: Anchor | None) -> Correction:
    """What :func:`correction_json` wrote.

    :raises ValueError: in one sentence, when it is none.
    """
    fact = values.get("fact")
    try:
        return Correction(
            id=identity("correction", clean_line(told(values["id"], "id"))),
            verdict=_one_of(values["verdict"], ("accepted", "rejected", "corrected", "added")),  # type: ignore[arg-type]  # checked there
            kind=_one_of(values["kind"], ("actor", "date", "quote", "event", "figure")),  # type: ignore[arg-type]  # the same
            text=told(values.get("text"), "text"),
            anchor=anchor,
            type=clean_line(told(values.get("type"), "type")),
            value=clean_line(told(values.get("value"), "value")),
            fact=_fact(fact) if fact else None,
            created=clean_line(told(values.get("created"), "created")),
        )
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError(f"a correction lacks {error}") from None


def _one_of(value: object, known: tuple[str, ...]) -> str:
    if value not in known:
        raise ValueError(f"“{clean_line(str(value))[:40]}” is none of {', '.join(known)}")
    return str(value)


def _fact(values: dict[str, Any]) -> Fact:
    fact = fact_from_json(_clean(values))
    if not (isinstance(fact.start, int) and isinstance(fact.end, int) and 0 <= fact.start < fact.end):
        raise ValueError("a fact has no range")
    if not all(isinstance(getattr(fact, name, ""), str) for name in ("text", "type", "rule", "why", "unit", "actor")):
        raise ValueError("a fact has something other than words where words belong")
    return fact


def _clean(value: Any) -> Any:
    """Plain values with every text in them made clean."""
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, list):
        return [_clean(one) for one in value]
    if isinstance(value, dict):
        return {clean(str(name)): _clean(one) for name, one in value.items()}
    return value
