"""Settings: changed on the screen or in the file, they hold at once."""

from __future__ import annotations

import os
from pathlib import Path

from reader.settings.config import load_config, parse_config
from reader.tui.action import set_own_keys
from reader.tui.actions import ACTIONS
from tests.tui.conftest import Open


async def test_a_measure_set_in_the_settings_narrows_the_page_and_is_kept(opened: Open, tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    async with opened() as story:
        await story.read()
        story.app.follow(path)
        await story.press("comma")
        await story.press("slash")
        await story.type("measure")
        await story.press("enter", "enter")
        for _ in range(2):
            await story.pilot.press("backspace")
        await story.type("40")
        await story.press("enter", "escape")
        assert story.screen.view.looks.measure == 40
        assert load_config(path).number("reading.measure") == 40
        assert "# reading.measure = 60" in path.read_text("utf-8"), "what else stands in the file stays"


async def test_a_wrong_value_is_told_and_changes_nothing(opened: Open, tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    async with opened() as story:
        await story.read()
        story.app.follow(path)
        await story.press("comma", "slash")
        await story.type("measure")
        await story.press("enter", "enter")
        await story.type("99")
        await story.press("enter")
        assert story.screen.view.looks.measure == 80
        assert not path.exists()


async def test_the_file_is_followed_while_the_reader_is_open(opened: Open, tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    async with opened(size=(160, 45)) as story:
        await story.read()
        story.app.follow(path)
        source = (
            '[panels]\nlist_side = "right"\nfacts_side = "left"\nlist_width = 50\n[looks]\ntheme = "dateline-paper"\n'
        )
        path.write_text(source, "utf-8")
        await story.wait_until(lambda: story.app.theme == "dateline-paper")
        await story.wait_until(lambda: story.screen.articles.region.x > story.screen.view.region.x)
        assert story.screen.panel.region.x == 0
        assert story.screen.articles.region.width == 50
        path.write_text("[panels]\nlist_width = 999\n", "utf-8")
        await story.wait_until(lambda: "line 2" in story.status)
        await story.wait_until(lambda: story.screen.articles.region.x == 0)


async def test_a_key_of_ones_own_works_and_is_shown(opened: Open) -> None:
    try:
        async with opened() as story:
            await story.read()
            story.app.take_config(parse_config('[keys]\n"zen.toggle" = "f9"\n'))
            await story.press("z")
            assert not story.screen.has_class("-zen")
            await story.press("f9")
            assert story.screen.has_class("-zen")
            assert next(action for action in ACTIONS if action.id == "zen.toggle").key_labels == ["F9"]
    finally:
        set_own_keys({})


async def test_highlights_of_a_kind_are_turned_off_alone(opened: Open, tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    path.write_text('[highlights]\nperson = "off"\n', "utf-8")
    async with opened() as story:
        await story.read()
        lit = story.screen.view._style(("person",))
        story.app.follow(None)
        story.app.config_path = path
        await story.wait_until(lambda: story.screen.view.looks.highlight("person") == "off")
        assert lit.underline
        assert not story.screen.view._style(("person",)).underline
        assert story.screen.view._style(("place",)).underline


async def test_a_read_only_folder_is_told(opened: Open, tmp_path: Path) -> None:
    (tmp_path / "config.toml").mkdir()
    async with opened() as story:
        await story.read()
        story.app.follow(tmp_path / "config.toml")
        await story.press("comma", "enter")
        await story.press("down", "enter")
        assert story.app.config.values == {}
        assert os.listdir(tmp_path / "config.toml") == []
