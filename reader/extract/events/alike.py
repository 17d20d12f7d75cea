"""Whether two articles tell of the same event, and where what they say of it differs."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from reader.extract.events.verbs import SAYING
from reader.extract.syntax.words import words
from reader.model import Event, Figure

NEAR = 3
"""Days that may lie between two events that are still taken for one, and between articles that tell undated ones."""
SAME = 0.6
"""Likeness from which two events are shown as one."""

ACTIONS: tuple[tuple[frozenset[str], str, str], ...] = (
    (words("meet talk speak telephone phone call confer negotiate discuss consult convene hold host visit"),
     "The two presidents met.", "The two presidents held talks."),
    (words("kill die shoot murder assassinate execute slay perish"), "A blast killed nine.", "Nine died in a blast."),
    (words("wound injure hurt maim"), "Ten were wounded.", "Ten were injured."),
    (words("attack strike hit shell bomb bombard raid target fire launch"), "Jets struck the port.",
     "Planes bombed the port."),
    (words("invade enter occupy annex seize capture take overrun conquer storm"), "Troops seized the town.",
     "Soldiers captured the town."),
    (words("send deploy move mass dispatch station amass gather"), "It sent tanks.", "It deployed tanks."),
    (words("withdraw leave retreat pull quit exit"), "They withdrew.", "They left."),
    (words("agree sign accept approve ratify endorse pass adopt back"), "They signed the pact.",
     "They agreed to the pact."),
    (words("reject refuse deny dismiss decline oppose veto block"), "He rejected it.", "He dismissed it."),
    (words("demand urge ask request seek insist require"), "He demanded a vote.", "He asked for a vote."),
    (words("arrest detain jail imprison hold charge sentence convict"), "Police arrested him.",
     "He was detained by police."),
    (words("resign step quit leave retire"), "He resigned.", "He stepped down."),
    (words("elect vote choose name appoint nominate pick"), "They named her chair.", "She was appointed chair."),
    (words("win beat defeat triumph"), "They won the final.", "They beat France in the final."),
    (words("buy acquire purchase take bid"), "It bought the firm.", "It acquired the firm."),
    (words("sell divest dispose"), "It sold the unit.", "It divested the unit."),
    (words("rise climb grow increase gain jump soar surge raise lift"), "Shares rose.", "Shares climbed."),
    (words("fall drop decline slip sink cut lower reduce plunge tumble lose"), "Shares fell.", "Shares dropped."),
    (words("open start begin launch unveil introduce"), "It opened a plant.", "It launched a plant."),
    (words("close end shut halt stop suspend cancel"), "It closed the plant.", "It shut the plant."),
)  # fmt: skip
"""Verbs that tell of the same deed, with two sentences that do."""

_SAID = SAYING - {verb for group, _, _ in ACTIONS for verb in group}
"""What is said often and tells little; to talk or to call somebody is a deed here."""
_EMPTY = words("the and for with that this from into over have been were said they their will would about after more")
_WORD = re.compile(r"[^\W\d_]{4,}")


@dataclass(frozen=True, slots=True)
class Happening:
    """What of an event is compared."""

    actors: frozenset[str]
    """Names as the library folds them."""
    action: str
    """Base form of the verb."""
    line: str
    """The event in one line."""
    first: int
    """Ordinals of the days that it is dated to; 0 when it is undated."""
    last: int
    told: int
    """Ordinal of the day of publication; 0 when unknown."""


@dataclass(frozen=True, slots=True)
class Difference:
    """Something that two articles say differently of an event."""

    about: str
    """``when``, or what is counted or measured (``soldier``, ``USD``)."""
    here: str
    """The words in the one article."""
    there: str
    """The words in the other."""
    place: tuple[int, int]
    """Range of ``there`` in the other article."""


def likeness(one: Happening, other: Happening) -> float:
    """0 to 1: how likely two events are one. Without a common actor, or with days too far apart, it is 0."""
    shared = one.actors & other.actors
    apart = days_apart(one, other)
    if not shared or apart is None or apart > NEAR:
        return 0.0
    said, also = one.action in _SAID, other.action in _SAID
    if said != also:
        return 0.0
    sure = 0.5 if len(shared) > 1 else 0.25
    if one.action == other.action:
        sure += 0.05 if said else 0.3
    elif _one_deed(one.action, other.action):
        sure += 0.05 if said else 0.22
    sure += 0.3 * _shared_words(one, other)
    if one.first and other.first:
        sure += 0.15 if apart == 0 else 0.05
    return min(1.0, round(sure, 2))


def days_apart(one: Happening, other: Happening) -> int | None:
    """Days between two events by their dates, else between the articles; 0 where periods meet, None when unknown."""
    first, last = (one.first, one.last) if one.first else (one.told, one.told)
    begin, end = (other.first, other.last) if other.first else (other.told, other.told)
    if not first or not begin:
        return None
    return max(0, begin - last, first - end)


def _one_deed(one: str, other: str) -> bool:
    return any(one in group and other in group for group, _, _ in ACTIONS)


def _shared_words(one: Happening, other: Happening) -> float:
    """Share of the words of the shorter line that the other has too, those of common actors not counted."""
    names = {word for name in one.actors & other.actors for word in _stems(name)}
    here, there = _stems(one.line) - names, _stems(other.line) - names
    least = min(len(here), len(there))
    return len(here & there) / max(2, least) if least else 0.0


def _stems(line: str) -> set[str]:
    return {word[:6] for word in _WORD.findall(line.casefold()) if word not in _EMPTY}


def differences(
    event: Event, figures: Sequence[Figure], other: Event, others: Sequence[Figure], apart: bool = False
) -> list[Difference]:
    """Where two tellings of an event differ: its time, and figures of one unit.

    :param figures: those of the sentence that tells the event; ``others`` likewise.
    :param apart: whether the days that ``event.when`` and ``other.when`` cover are others.
    """
    found: list[Difference] = []
    if apart and event.when is not None and other.when is not None:
        found.append(Difference("when", event.when.text, other.when.text, other.when.span))
    for unit in dict.fromkeys(_unit(figure) for figure in figures):
        here = [figure for figure in figures if _unit(figure) == unit]
        there = [figure for figure in others if _unit(figure) == unit]
        if not there or len(here) > 2 or len(there) > 2:
            continue  # too many to tell which answers which
        if not any(_agree(figure, answer) for figure in here for answer in there):
            answer = there[0]
            found.append(Difference(unit, here[0].text, answer.text, (answer.start, answer.end)))
    return found


def _unit(figure: Figure) -> str:
    return figure.currency or figure.unit


def _agree(one: Figure, other: Figure) -> bool:
    """Whether two figures can both be true: equal, or a range or a round number that holds the other."""
    slack = 0.1 if one.approximate or other.approximate else 0.005
    low, high = one.value, one.end_value if one.end_value is not None else one.value
    begin, end = other.value, other.end_value if other.end_value is not None else other.value
    reach = slack * max(abs(high), abs(end))
    return low <= end + reach and begin <= high + reach
