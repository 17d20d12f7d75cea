"""Which keys wait for an article that is being opened, and how long."""

from __future__ import annotations

from reader.tui.action import keys_of
from reader.tui.actions import ACTIONS

PATIENCE = 2.0
"""Seconds that keys wait for the article that the keys before them open."""


_STEPS = [action for action in ACTIONS if action.id.partition(".")[0] in ("article", "unread")]
"""What goes on from where the last key led, though that article may not be on the screen yet."""
_LOOKS = [action for action in ACTIONS if action.id.partition(".")[0] == "scroll"]
"""What asks for nothing but the text."""


def waits(key: str, character: str | None, *, shown: bool) -> bool:
    """Whether a key must wait for the article that is opened.

    :param shown: whether it is on the screen, and only the library does not know it yet.
    """
    free = {key for action in (*_STEPS, *(_LOOKS if shown else ())) for key in keys_of(action)}
    return free.isdisjoint((key, character or ""))
