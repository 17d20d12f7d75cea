"""What a guest may not do: one who only reads, or one who sits at a browser instead of this terminal."""

from __future__ import annotations

from reader.tui.actions import ACTIONS

_WRITING = {
    "history": "undo redo go",
    "later": "toggle",
    "add": "open",
    "export": "open",
    "settings": "open",
    "screenshot": "save",
    "label": "put",
    "highlight": "put",
    "note": "write article save",
    "tag": "put",
    "annotation": "remove",
    "unsaved": "retry",
    "caret": "label highlight note tag remove retry",
    "suggestion": "accept reject skip accept_all reject_all",
    "fact": "correct accept reject skip accept_all reject_all put_right rename merge split published",
    "actor": "rename merge split",
    "published": "set",
    "page": "fetch",
    "row": "read star tag remove",
    "list": "refresh older",
    "feed": "follow rename move pause full",
    "noted": "edit tag remove place relabel",
    "labels": "new rename describe colour own_colour forget key",
}
CHANGES = frozenset(f"{thing}.{verb}" for thing, verbs in _WRITING.items() for verb in verbs.split())
"""Actions that write: into the library, the settings or files."""
OUTSIDE = frozenset({"pipe.open", "editor.open", "note.external", "speech.toggle", "reader.suspend"})
"""Actions that start other programs on this machine or need its terminal."""

_METHODS: dict[str, set[str]] = {}
for _action in ACTIONS:
    _METHODS.setdefault(_action.method, set()).add(_action.id)


def refusal(method: str, *, read_only: bool, remote: bool) -> str:
    """Why an action is not done, in a sentence; empty when it is.

    :param method: as Textual names it: ``label_put``.
    :param read_only: whether the library was opened for reading only.
    :param remote: whether the person sits at a browser.
    """
    ids = _METHODS.get(method, set())
    if read_only and ids and ids <= CHANGES:
        return "This library is open for reading only."
    if (remote or read_only) and ids and ids <= OUTSIDE:
        return "Other programs are started at a terminal of your own only."
    return ""
