"""What extraction finds in an article. Each fact says where it stands, how sure it is and who found it."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Any, ClassVar, Literal, TypeAlias

from reader.model.span import Span

Kind: TypeAlias = Literal["actor", "date", "quote", "event", "figure"]
KINDS: tuple[Kind, ...] = ("actor", "date", "quote", "event", "figure")

ActorType: TypeAlias = Literal["person", "organisation", "place", "group"]
TimexType: TypeAlias = Literal["DATE", "TIME", "DURATION", "SET"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """What all kinds share. ``text`` is always ``Document.text[start:end]``."""

    kind: ClassVar[Kind]

    start: int
    end: int
    text: str
    confidence: float = 1.0
    """Estimated probability, 0 to 1, that the fact is right."""
    rule: str = ""
    """Name of the rule or model that made it."""
    why: str = ""
    """How the value came about, in plain words for the reader."""

    @property
    def span(self) -> Span:
        """The fact's range in ``Document.text``."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorMention(Fact):
    """One mention of a person, organisation, place or group."""

    kind: ClassVar[Kind] = "actor"

    type: ActorType
    value: str
    """Canonical name of the actor."""
    actor: str
    """Id of the actor within the document (``a1``, ``a2`` ... by first mention); all its mentions share it."""
    role: str | None = None
    """Title or role given with the name (``US President``)."""
    acting: bool = False
    """True for a place that acts (``Russia rejects``)."""
    stands_for: str | None = None
    """The other reading of a metonym: the body that a seat stands for (``Moscow``: ``Government of Russia``)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DateFact(Fact):
    """A temporal expression as TIMEX3 (TimeML 1.2.1) has it."""

    kind: ClassVar[Kind] = "date"

    type: TimexType
    value: str
    """ISO 8601 style: ``2021-12-30``, ``2021-W51``, ``P2D``, ``XXXX-01-10``, ``PAST_REF``."""
    mod: str | None = None
    """START, MID, END, APPROX, MORE_THAN, LESS_THAN, BEFORE, AFTER and the like."""
    anchor: str | None = None
    """The date that the value was resolved against; None when it needed none or none is known."""
    end_value: str | None = None
    """Last day, month ... of a range."""
    quant: str | None = None
    freq: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote(Fact):
    """Words that somebody said, direct (in quotation marks) or reported."""

    kind: ClassVar[Kind] = "quote"

    direct: bool
    speaker: str | None = None
    """Canonical name of the speaker, or the words that name him where no actor is known."""
    speaker_span: tuple[int, int] | None = None
    actor: str | None = None
    """Id of the speaker among the document's actors."""
    cue: str | None = None
    """The reporting words (``said``, ``according to``)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One part of an event: its words and place, and what they refer to."""

    text: str
    span: tuple[int, int]
    actor: str | None = None
    value: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Event(Fact):
    """Who did what to whom, when and where."""

    kind: ClassVar[Kind] = "event"

    subject: Part | None = None
    action: Part | None = None
    object: Part | None = None
    when: Part | None = None
    place: Part | None = None
    negated: bool = False
    modality: str | None = None
    """``planned``, ``demanded``, ``feared``, ``denied`` ...; None for what is told as a fact."""
    reporting: bool = False
    """True when the action is saying, not doing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure(Fact):
    """A number with its unit."""

    kind: ClassVar[Kind] = "figure"

    value: float
    unit: str
    """Normalised unit (``hour``, ``percent``, ``kilometre``) or the noun that is counted (``soldier``)."""
    currency: str | None = None
    """ISO 4217 code for money."""
    end_value: float | None = None
    approximate: bool = False


FACT_TYPES: dict[str, type[Fact]] = {cls.kind: cls for cls in (ActorMention, DateFact, Quote, Event, Figure)}


def fact_id(version: str, fact: Fact) -> str:
    """Stable id of a fact: text version, kind and span, hashed to 12 hex digits.

    Two verbs may tell events of the same words: an event that has words besides its verb is known by the verb's too.
    """
    place = f"{version}:{fact.kind}:{fact.start}:{fact.end}"
    if isinstance(fact, Event) and fact.action is not None and fact.action.span != (fact.start, fact.end):
        place += f":{fact.action.span[0]}"
    import hashlib  # late: it loads a library of its own

    return hashlib.sha256(place.encode()).hexdigest()[:12]


def fact_to_json(fact: Fact, version: str | None = None) -> dict[str, Any]:
    """The fact as the command line prints it: ``kind`` first, then its fields; ``id`` when ``version`` is given."""
    line: dict[str, Any] = {} if version is None else {"id": fact_id(version, fact)}
    line["kind"] = fact.kind
    for item in fields(fact):
        value = getattr(fact, item.name)
        if isinstance(value, Part):
            value = {part.name: getattr(value, part.name) for part in fields(value)}
        line[item.name] = value
    return line


def fact_from_json(line: dict[str, Any]) -> Fact:
    """The fact that :func:`fact_to_json` wrote; keys it does not know are ignored.

    :raises KeyError: for an unknown kind.
    """
    cls = FACT_TYPES[line["kind"]]
    values: dict[str, Any] = {}
    for item in fields(cls):
        if item.name in line:
            value = line[item.name]
            if isinstance(value, dict):
                value = Part(**{**value, "span": tuple(value["span"])})
            elif isinstance(value, list):
                value = tuple(value)
            values[item.name] = value
    return cls(**values)
