"""Every action has a key, a title, a line of help, a line in the guide and somebody who does it."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from reader.tui.action import Action, Mode, key_label
from reader.tui.actions import ACTIONS, actions, bindings, offered
from reader.tui.screens.annotations import AnnotationsScreen
from reader.tui.screens.guide import guide_text, keys_table
from reader.tui.screens.history import HistoryScreen
from reader.tui.screens.labels import LabelsScreen
from reader.tui.screens.page import PageScreen
from reader.tui.screens.reading import ReadingScreen
from reader.tui.widgets.article_list import ArticleList
from reader.tui.widgets.article_view import ArticleView
from reader.tui.widgets.caret_keys import CaretKeys
from reader.tui.widgets.facts_panel import FactsPanel
from reader.tui.widgets.history_list import HistoryList
from reader.tui.widgets.label_list import LabelList
from reader.tui.widgets.noted_list import NotedList

PANES: dict[Mode, type] = {"reading": ArticleView, "caret": CaretKeys, "list": ArticleList, "facts": FactsPanel}
SHEET: dict[Mode, tuple[type, type]] = {
    "annotations": (AnnotationsScreen, NotedList),
    "labels": (LabelsScreen, LabelList),
    "history": (HistoryScreen, HistoryList),
}


@pytest.mark.parametrize("action", ACTIONS, ids=lambda action: action.id)
def test_somebody_does_it(action: Action) -> None:
    on_screen = PageScreen if action.mode == "page" else ReadingScreen
    if action.mode in SHEET:
        doer = SHEET[action.mode][not action.on_screen]
    else:
        doer = on_screen if action.on_screen else PANES[action.mode]
    assert callable(getattr(doer, f"action_{action.method}", None))


@pytest.mark.parametrize("action", ACTIONS, ids=lambda action: action.id)
def test_the_guide_has_a_line_for_it(action: Action) -> None:
    prose = re.sub(r"^```.*?^```", "", guide_text(), flags=re.S | re.M)
    named = set(re.findall(r"`([^`]+)`", prose))
    assert any(key_label(key) in named or key_label(key).capitalize() in named for key in action.keys)


@pytest.mark.parametrize("action", ACTIONS, ids=lambda action: action.id)
def test_help_is_a_sentence(action: Action) -> None:
    assert action.help.endswith(".")
    assert action.help in keys_table(action.mode)


def test_ids_are_unique() -> None:
    assert [name for name, count in Counter(action.id for action in ACTIONS).items() if count > 1] == []


@pytest.mark.parametrize("mode", ["reading", "list", "facts", "annotations", "labels", "history"])
def test_no_key_means_two_things_in_one_mode(mode: Mode) -> None:
    keys = Counter(key for part in (mode, "everywhere") for action in actions(part) for key in action.keys)
    assert [key for key, count in keys.items() if count > 1] == []


def test_no_key_that_fails_in_tmux_or_old_terminals() -> None:
    for action in ACTIONS:
        for key in action.keys:
            assert "alt+" not in key
            assert "shift+ctrl" not in key
            assert key not in ("ctrl+left_square_bracket", "ctrl+m", "ctrl+i", "ctrl+h")


@pytest.mark.parametrize("mode", ["reading", "list", "facts", "annotations", "labels", "history"])
def test_bindings_carry_the_ids_that_a_keymap_changes(mode: Mode) -> None:
    wanted = [action.id for action in offered(mode)]
    assert list(dict.fromkeys(_action_of(binding.id or "") for binding in bindings(mode))) == wanted


def _action_of(binding: str) -> str:
    """The action of a binding, whose id ends in the key where each key means something of its own."""
    by_key = next((action for action in ACTIONS if action.is_by_key and binding.startswith(f"{action.id}.")), None)
    return by_key.id if by_key else binding


def test_the_caret_s_own_keys_come_before_those_of_everywhere() -> None:
    keys = Counter(key for action in offered("caret") for key in action.keys)
    assert [key for key, count in keys.items() if count > 1] == []
    assert {"history.undo", "guide.open"} <= {action.id for action in offered("caret")}
