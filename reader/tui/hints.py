"""Hints for the first days: one sentence at a time, gone once its key was pressed or it was seen often enough."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from reader.tui.habits import Habits

OFTEN = 3
"""Times that a hint is shown at most."""


class Hint(NamedTuple):
    """Something that a newcomer may not know."""

    key: str
    """Textual's name of the key that it is about; pressing it once is knowing it."""
    sentence: str


HINTS = (
    Hint("e", "e goes from actor to actor, t from date to date; w says why."),
    Hint("f", "f searches all articles as you type; typos are forgiven."),
    Hint("h", "h highlights the sentence at the reading line, m writes a note to it."),
    Hint("P", "P sets the publication date: then “this Thursday” becomes a day."),
    Hint("W", "W exports your notes: Markdown, CSV, W3C and more."),
    Hint("colon", ": offers everything by name; ? explains this pane."),
)


class Hints:
    """Which hint to show next. What was seen is remembered among the habits."""

    def __init__(self, habits: Habits) -> None:
        self._habits = habits
        seen = habits.get("hints", "").split()
        self._seen = {key: int(times) for key, _, times in (word.partition("=") for word in seen) if times.isdecimal()}

    def next(self) -> str:
        """The sentence to show now; empty when there is nothing left to say. It counts as shown."""
        for hint in HINTS:
            times = self._seen.get(hint.key, 0)
            if times < OFTEN:
                self._note(hint.key, times + 1)
                return hint.sentence
        return ""

    def used(self, key: str) -> None:
        """A key was pressed: its hint has done its work."""
        if self._seen.get(key, 0) < OFTEN and any(hint.key == key for hint in HINTS):
            self._note(key, OFTEN)

    def _note(self, key: str, times: int) -> None:
        self._seen[key] = times
        self._habits.set("hints", " ".join(f"{key}={times}" for key, times in self._seen.items()))
