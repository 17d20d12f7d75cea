"""The keys of caret mode and of a note, as rows for the table of actions."""

from __future__ import annotations

from typing import TypeAlias

Keys: TypeAlias = tuple[str, ...]

DIGITS: Keys = tuple("123456789")
ARROWS: Keys = tuple(f"shift+{key}" for key in ("left", "right", "up", "down", "home", "end"))
TAKE = "Then w, s, p, f or a: take the word, sentence, paragraph, fact or annotation; again: the next one too."

_MOTIONS: tuple[tuple[str, Keys, str, str, int, str], ...] = (
    ("left", ("h", "left"), "left", "One character left.", 0, ""),
    ("right", ("l", "right"), "right", "One character right.", 0, ""),
    ("down", ("j", "down"), "down", "One screen line down.", 0, ""),
    ("up", ("k", "up"), "up", "One screen line up.", 0, ""),
    ("word_next", ("w",), "word", "To the next word.", 10, "w b e"),
    ("word_back", ("b",), "word back", "To the start of the word, or of the one before.", 0, ""),
    ("word_end", ("e",), "word end", "To the end of the word, or of the next one.", 0, ""),
    ("sentence_next", (")",), "sentence", "To the next sentence.", 15, ") ("),
    ("sentence_back", ("(",), "sentence back", "To the start of the sentence, or of the one before.", 0, ""),
    ("paragraph_next", ("}",), "paragraph", "To the next paragraph.", 20, "} {"),
    ("paragraph_back", ("{",), "paragraph back", "To the start of the paragraph, or the one before.", 0, ""),
    ("line_start", ("0", "home"), "line start", "To the start of the screen line.", 0, ""),
    ("line_end", ("$", "end"), "line end", "To the end of the screen line.", 0, ""),
    ("bottom", ("G",), "bottom", "To the end of the article.", 0, ""),
)

CARET: tuple[tuple[str, Keys, str, str, int, str, str], ...] = (
    *((*motion, f"caret_move('{motion[0]}')") for motion in _MOTIONS),
    ("go", ("g",), "go", "Pressed twice: to the top.", 0, "", ""),
    ("page_down", ("space", "pagedown"), "page", "One page down.", 0, "", "caret_scroll(1, 1)"),
    ("page_up", ("pageup",), "page back", "One page up.", 0, "", "caret_scroll(-1, 1)"),
    ("half_down", ("d",), "half page", "Half a page down.", 0, "", "caret_scroll(1, 2)"),
    ("half_up", ("ctrl+u",), "half page up", "Half a page up.", 0, "", "caret_scroll(-1, 2)"),
    ("find", ("f",), "to a character", "With a character behind it: to the next such one.", 0, "", ""),
    ("take", ("i",), "take", TAKE, 5, "iw is ip if", ""),
    ("select", ("v",), "select", "Begin to select here, or let go of the selection.", 6, "", ""),
    ("other_end", ("o",), "other end", "The caret to the other end of the selection.", 30, "", ""),
    ("extend", ARROWS, "select", "Select with Shift and the arrow keys.", 0, "", "caret_extend('{key}')"),
    (
        "label",
        DIGITS,
        "label",
        "Put this digit's label on the selection or word, or off.",
        8,
        "1-9",
        "label_put('{key}')",
    ),
    (
        "highlight",
        ("enter",),
        "highlight",
        "Highlight the selection, or give it to what waits for it.",
        9,
        "",
        "caret_confirm",
    ),
    ("note", ("m",), "note", "Write a note on the selection, or change it.", 12, "", "note_write"),
    ("tag", ("#",), "tag", "Tag what is selected; -name takes a tag off.", 0, "", "passage_tag"),
    ("remove", ("D",), "delete", "Delete the note or label here.", 0, "", "annotation_remove"),
    ("retry", ("ctrl+s",), "save again", "Try to save what could not be saved.", 0, "", "unsaved_retry"),
    ("copy", ("y",), "copy", "Copy the selection, or the word under the caret.", 0, "", "copy_words"),
    ("cite", ("Y",), "cite", "Copy it with title, source and date.", 0, "", "copy_citation"),
    ("leave", ("escape", "q"), "leave", "Leave the caret; nothing is selected any more.", 95, "", ""),
)
"""Name, keys, title, help, rank in the key bar, keys in the key bar, Textual's action; empty where the name says it."""

NOTE: tuple[tuple[str, Keys, str, str, int], ...] = (
    ("save", ("ctrl+s", "escape"), "save and close", "Save the note and go back to the text.", 95),
    ("external", ("ctrl+e",), "your editor", "Write the note in $VISUAL or $EDITOR.", 10),
    ("copy", ("ctrl+o",), "copy it", "Copy the whole note.", 15),
)
"""Name, keys, title, help and rank."""
