"""Which keys wait for an article that is being opened, and how long."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from reader.tui.action import Action, keys_of
from reader.tui.actions import ACTIONS

PATIENCE = 2.0
"""Seconds that keys wait for the article that the keys before them open."""


_STEPS = [action for action in ACTIONS if action.id.partition(".")[0] in ("article", "unread")]
"""What goes on from where the last key led, though that article may not be on the screen yet."""
_LOOKS = [action for action in ACTIONS if action.id.partition(".")[0] == "scroll"]
"""What asks for nothing but the text."""
_JUMPS = [action for action in ACTIONS if action.id in ("actor.next", "actor.previous", "date.next", "date.previous")]
"""What asks for its facts too."""


def awaited(key: str, character: str | None, *, shown: bool) -> Literal["", "facts", "article"]:
    """What a key must wait for, of an article that is opened: its facts, or that the library has it.

    :param shown: whether it is on the screen, and only the library does not know it yet.
    """
    names = {key, character or ""}
    if _any(names, _STEPS) or (shown and _any(names, _LOOKS)):
        return ""
    return "facts" if shown and _any(names, _JUMPS) else "article"


def _any(names: set[str], actions: Sequence[Action]) -> bool:
    return any(not names.isdisjoint(keys_of(action)) for action in actions)
