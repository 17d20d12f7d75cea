"""Labels and words of annotations, copied from notes.db for searches, as ``settings_copy`` does with the settings."""

from __future__ import annotations

import sqlite3

from reader.library.folding import folded

_NEWEST = "SELECT coalesce(max(turn), 0) FROM annotation"
_COPIED = "SELECT value FROM state WHERE name = 'annotations_copied'"


def behind(notes: sqlite3.Connection, library: sqlite3.Connection) -> bool:
    """Whether notes.db has annotations that library.db has not copied."""
    return bool(notes.execute(_NEWEST).fetchone()[0] != library.execute(_COPIED).fetchone()[0])


def copy_newer(notes: sqlite3.Connection, library: sqlite3.Connection) -> None:
    """Copy what changed since the last time; in the caller's transaction on ``library``."""
    from reader.library.annotation_rows import STANDS
    from reader.search.fold import terms  # late: opening a library folds nothing

    newest = notes.execute(_NEWEST).fetchone()[0]
    copied = library.execute(_COPIED).fetchone()[0]
    if newest == copied:
        return
    if newest < copied:  # an older notes.db was put back: copy all
        library.execute("DELETE FROM annotated")
        library.execute("DELETE FROM note_word")
        copied = 0
    query = (
        "SELECT id, document, label, coalesce(version || ':' || first || ':' || last, ''), note, tags, gone"
        " FROM annotation WHERE turn > ?"
    )
    for id, document, label, anchor, note, tags, gone in notes.execute(query, (copied,)):
        library.execute("DELETE FROM note_word WHERE annotation = ?", (id,))
        if gone != STANDS:
            library.execute("DELETE FROM annotated WHERE id = ?", (id,))
            continue
        library.execute("INSERT OR REPLACE INTO annotated VALUES (?, ?, ?, ?)", (id, document, folded(label), anchor))
        words = {*terms(note), *terms(tags)}
        library.executemany("INSERT OR IGNORE INTO note_word VALUES (?, ?)", [(word, id) for word in words])
    library.execute("UPDATE state SET value = ? WHERE name = 'annotations_copied'", (newest,))
