"""What an action is, in which place it can be done, and how its keys are written."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Literal, NamedTuple, TypeAlias

Mode: TypeAlias = Literal[
    "everywhere", "reading", "caret", "note", "list", "facts", "page", "annotations", "labels", "history"
]

SHEETS: tuple[Mode, ...] = ("annotations", "labels", "history")
"""Modes of screens that are one list; the screen answers their keys."""
ALONE: frozenset[Mode] = frozenset({"page"})
"""Modes in which the actions of everywhere are not offered."""


class Action(NamedTuple):
    """One thing that a person can do from the keyboard."""

    id: str
    """``noun.verb``; the method that does it is ``action_noun_verb`` on the widget or screen of its mode."""
    keys: tuple[str, ...]
    """Keys in Textual's names, the first one shown."""
    title: str
    """Two words or three, for the key bar and the palette."""
    help: str
    """One sentence for the help page."""
    mode: Mode
    rank: int = 0
    """Place in the key bar, 1 first; 0 is shown in help and palette only."""
    bar: str = ""
    """The key as the key bar has it, where it stands for a pair (``e E``)."""
    does: str = ""
    """Textual's action with its arguments, where the id does not name it; ``{key}`` is the key that was pressed."""

    @property
    def on_screen(self) -> bool:
        """Whether the screen answers, because the widget of the mode cannot know how."""
        if self.mode in SHEETS:
            return not self.does.startswith("row_")
        return self.mode in ("everywhere", "page") or self.id in _ON_SCREEN

    @property
    def method(self) -> str:
        """Name of Textual's action."""
        return self.does.partition("(")[0] or self.id.replace(".", "_")

    def call(self, key: str = "") -> str:
        """Textual's action with its arguments, for the key pressed."""
        return self.does.replace("{key}", key) or self.method

    @property
    def is_by_key(self) -> bool:
        """Whether each of the keys means something of its own."""
        return "{key}" in self.does

    @property
    def key_labels(self) -> list[str]:
        """The keys that hold, as a person writes them."""
        return [key_label(key) for key in keys_of(self)]

    @property
    def bar_label(self) -> str:
        """The key as the key bar has it."""
        return self.bar if self.bar and self.id not in _own_keys else self.key_labels[0]


_ON_SCREEN = {
    *(
        "find.open",
        "find.next",
        "find.previous",
        "fact.why",
        "actor.page",
        "fact.page",
        "published.set",
        "zen.toggle",
        "link.open",
    ),
    *("browser.open", "copy.words", "copy.citation", "list.filter", "list.sort", "row.read", "row.star"),
    *("list.refresh", "row.tag", "row.remove", "list.group", "facts.filter", "fact.explain", "fact.page"),
    *("suggestion.next", "suggestion.previous", "suggestion.accept", "suggestion.reject", "suggestion.skip"),
    *("suggestion.accept_all", "suggestion.reject_all", "fact.correct", "review.order", "fact.skip", "fact.before"),
    *("fact.accept", "fact.reject", "fact.accept_all", "fact.reject_all", "fact.put_right", "fact.retry"),
    *("fact.published", "fact.copy", "fact.cite", "highlight.cycle", "caret.begin", "selection.extend"),
    *("caret.leave", "caret.copy", "caret.cite"),
    *(f"{thing}.{verb}" for thing in ("actor", "fact") for verb in ("rename", "merge", "split")),
    *("label.put", "highlight.put", "annotation.next", "annotation.previous", "note.write", "note.article", "tag.put"),
    *("annotation.remove", "unsaved.retry", "caret.label", "caret.highlight", "caret.note", "caret.tag"),
    *("caret.remove", "caret.retry", "note.save", "note.external", "note.copy"),
    *("fact.elsewhere", "event.elsewhere", "story.open", "page.fetch", "changes.show", "list.older"),
    *(f"feed.{verb}" for verb in ("follow", "rename", "move", "pause", "full")),
    *("branch.open", "branch.close"),
}
_NAMES = {
    "question_mark": "?",
    "comma": ",",
    "apostrophe": "'",
    "full_stop": ".",
    "minus": "-",
    "vertical_line": "|",
    "at": "@",
    "colon": ":",
    "slash": "/",
    "semicolon": ";",
    "right_square_bracket": "]",
    "left_square_bracket": "[",
    "equals_sign": "=",
    "asterisk": "*",
    "plus": "+",
    "exclamation_mark": "!",
    "number_sign": "#",
    "space": "Space",
    "enter": "Enter",
    "escape": "Esc",
    "tab": "Tab",
    "shift+tab": "Shift+Tab",
    "delete": "Del",
    "down": "↓",
    "left": "←",
    "right": "→",
    "up": "↑",
    "pagedown": "PgDn",
    "pageup": "PgUp",
    "home": "Home",
    "end": "End",
}


_own_keys: Mapping[str, tuple[str, ...]] = {}


def set_own_keys(keys: Mapping[str, tuple[str, ...]]) -> None:
    """Keys that the reader wants for actions, by their ids. Labels follow; bindings do through ``App.set_keymap``."""
    global _own_keys
    _own_keys = keys


def keys_of(action: Action) -> tuple[str, ...]:
    """The keys of an action that hold."""
    return _own_keys.get(action.id, action.keys)


def key_label(key: str) -> str:
    """Textual's key name as a person writes it: ``ctrl+p`` is ``Ctrl+p``."""
    if key in _NAMES:
        return _NAMES[key]
    if key.startswith("shift+"):
        return f"Shift+{key_label(key.removeprefix('shift+'))}"
    return key.upper() if re.fullmatch(r"f\d+", key) else key.replace("ctrl+", "Ctrl+")
