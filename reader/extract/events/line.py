"""An event in one line: who – did what – to whom."""

from __future__ import annotations

from collections.abc import Mapping

from reader.model import Event, Part

_REPORTED = 200
"""Characters of what was said that a line keeps."""


def event_line(event: Event, names: Mapping[str, str] | None = None) -> str:
    """Subject, action and object as :func:`event_parts` gives them, parted by dashes."""
    return " – ".join(event_parts(event, names))


def event_parts(event: Event, names: Mapping[str, str] | None = None) -> tuple[str, ...]:
    """Subject, action and object as words; a passive verb without its auxiliary, for the order turns it round.

    :param names: canonical names by actor id: actors are called by them. Without, as the article does, a pronoun by
        the name it stands for.
    """
    action = _words(event.action)
    if event.object is None and event.action is not None and event.action.span[1] < event.end:
        action = " ".join(event.text[event.action.span[0] - event.start :].split())  # with its place and time
    if event.rule == "event.passive" and event.subject is not None and event.action is not None:
        action = action.rsplit(" ", 1)[-1]
        action = f"not {action}" if event.negated else action
        if event.modality is not None:
            action = _words(event.action)
    parts = [_called(event.subject, names), f"{action} {_leading(event)}".rstrip(), _called(event.object, names)]
    parts[2] = parts[2][:_REPORTED]
    if event.rule == "event.passive" and event.subject is None:
        parts = [_called(event.object, names), action]
    return tuple(part for part in parts if part)


def _leading(event: Event) -> str:
    """The preposition that leads from the verb to its object: *spoke* **to** *Putin*."""
    from reader.extract.events.verbs import WITH_OBJECT

    if event.action is None or event.object is None or event.rule == "event.passive":
        return ""
    between = event.text[event.action.span[1] - event.start : max(0, event.object.span[0] - event.start)]
    return next((word for word in reversed(between.split()) if word in WITH_OBJECT), "")


def _called(part: Part | None, names: Mapping[str, str] | None) -> str:
    from reader.extract.syntax.words import PRONOUNS

    if part is not None and part.actor is not None and names:
        return names.get(part.actor, "") or _words(part)
    if part is not None and part.value and part.text.lower() in PRONOUNS:
        return part.value
    return _words(part)


def _words(part: Part | None) -> str:
    return " ".join(part.text.split()) if part is not None else ""
