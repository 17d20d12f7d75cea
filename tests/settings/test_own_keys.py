"""A keymap of one's own: what it may change and what is refused."""

from __future__ import annotations

from reader.settings.keymap import keymap
from reader.tui.actions import ACTIONS


def test_a_wish_is_granted_where_the_key_is_free() -> None:
    own = keymap(ACTIONS, {"search.open": "f11, ctrl+f"})
    assert own.problems == ()
    assert own.keys == {"search.open": ("f11", "ctrl+f")}


def test_a_taken_key_is_refused_and_its_holder_named() -> None:
    own = keymap(ACTIONS, {"find.open": "j"})
    assert own.keys == {}
    assert own.problems == ("j for find.open is refused: it is the key of scroll.line_down.",)


def test_a_key_of_everywhere_is_taken_in_each_mode() -> None:
    own = keymap(ACTIONS, {"search.open": "enter"})
    assert own.keys == {}
    assert "enter for search.open is refused" in own.problems[0]


def test_two_actions_may_swap_their_keys() -> None:
    own = keymap(ACTIONS, {"scroll.line_down": "k,down", "scroll.line_up": "j,up"})
    assert own.problems == ()
    assert own.keys["scroll.line_down"] == ("k", "down")


def test_unknown_actions_and_empty_wishes_are_told() -> None:
    own = keymap(ACTIONS, {"no.such": "j", "find.open": " , "})
    assert own.keys == {}
    assert own.problems == ("There is no action no.such.", "find.open: an action needs a key.")
