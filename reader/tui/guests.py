"""What a guest may not do: one who only reads, or one who sits at a browser instead of this terminal."""

from __future__ import annotations

from reader.tui.actions import ACTIONS

CHANGES = frozenset(
    """
    history.undo history.redo history.go later.toggle add.open export.open settings.open screenshot.save
    label.put highlight.put note.write note.article note.save tag.put annotation.remove unsaved.retry
    caret.label caret.highlight caret.note caret.tag caret.remove caret.retry
    suggestion.accept suggestion.reject suggestion.skip suggestion.accept_all suggestion.reject_all fact.correct
    fact.accept fact.reject fact.skip fact.accept_all fact.reject_all fact.put_right
    actor.rename actor.merge actor.split fact.rename fact.merge fact.split published.set page.fetch
    row.read row.star row.tag row.remove list.refresh list.older
    feed.follow feed.rename feed.move feed.pause feed.full
    noted.edit noted.tag noted.remove noted.place noted.relabel
    labels.new labels.rename labels.describe labels.colour labels.own_colour labels.forget labels.key
    """.split()
)
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
