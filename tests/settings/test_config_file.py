"""config.toml: read, checked with the line of each mistake, and written without losing a comment."""

from __future__ import annotations

import stat
import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.settings.config import default_file, load_config, parse_config, save_setting, with_setting
from reader.settings.options import BY_NAME, OPTIONS, Option, Value


def values_of(option: Option) -> st.SearchStrategy[Value]:
    if isinstance(option.default, bool):
        return st.booleans()
    if isinstance(option.default, int):
        return st.integers(option.low, option.high)
    return st.sampled_from(option.choices) if option.choices else st.text("abcXYZ-")


def test_the_default_file_changes_nothing() -> None:
    config = parse_config(default_file())
    assert (config.values, config.keys, config.problems, config.profiles) == ({}, {}, (), ())


def test_the_default_file_names_every_setting_once() -> None:
    source = default_file()
    for option in OPTIONS:
        assert source.count(f"\n# {option.key} = ") == sum(one.key == option.key for one in OPTIONS)


def test_every_line_of_the_default_file_may_be_switched_on() -> None:
    switched = "\n".join(
        line.removeprefix("# ") if line.startswith("# ") and " = " in line and line[2] != '"' else line
        for line in default_file().split("\n[keys]")[0].split("\n")
    )
    config = parse_config(switched)
    assert config.problems == ()
    assert config.values == {}


@pytest.mark.parametrize(
    ("source", "problem"),
    [
        ("[reading]\nmeasure = 300\n", "line 2: reading.measure is a number from 20 to 200; it stays 80."),
        ("\n[reading]\n# wide\nmesure = 60\n", "line 4: there is no setting reading.mesure; reading.measure?"),
        ('[looks]\ndensity = "tight"\n', "line 2: looks.density is comfortable or compact"),
        ("[terminal]\nmouse = 1\n", "line 2: terminal.mouse is true or false"),
        ("measure = 60\n", "line 1: measure stands outside any [section]."),
        ("[reading]\nmeasure = = 60\n", "line 2: invalid value"),
        ("[keys]\n'find.open' = 3\n", "line 2: the keys of find.open are text."),
    ],
)
def test_a_mistake_is_told_with_its_line_and_the_default_holds(source: str, problem: str) -> None:
    config = parse_config(source)
    assert len(config.problems) == 1
    assert problem in config.problems[0]
    assert config.values == {}


def test_one_mistake_leaves_the_other_settings() -> None:
    config = parse_config("[reading]\nmeasure = 60\nspacing = 99\n")
    assert config.number("reading.measure") == 60
    assert config.number("reading.spacing") == 1


def test_a_profile_stands_over_the_rest() -> None:
    source = '[reading]\nmeasure = 60\nspacing = 2\n[profiles.phone]\nreading.measure = 40\nlooks.density = "compact"\n'
    config = parse_config(source, "phone")
    assert (config.number("reading.measure"), config.number("reading.spacing")) == (40, 2)
    assert config["looks.density"] == "compact"
    assert parse_config(source).number("reading.measure") == 60
    assert "no profile phnoe; there is phone" in parse_config(source, "phnoe").problems[0]


@given(st.data())
def test_what_is_saved_is_read_again_and_comments_stay(data: st.DataObject) -> None:
    option = data.draw(st.sampled_from(OPTIONS))
    value = data.draw(values_of(option))
    start = data.draw(st.sampled_from(["", default_file(), "# mine\n[reading]\nmeasure = 61 # narrow\n"]))
    source = with_setting(start, option.name, value)
    assert parse_config(source)[option.name] == value
    assert parse_config(source).problems == ()
    assert all(line in source.split("\n") for line in start.split("\n") if line.startswith("# mine"))
    again = with_setting(source, option.name, option.default)
    assert parse_config(again)[option.name] == option.default


def test_a_file_is_made_private_and_a_link_stays_a_link(tmp_path: Path) -> None:
    real = tmp_path / "dotfiles.toml"
    real.write_text("# mine\n", "utf-8")
    path = tmp_path / "config" / "config.toml"
    save_setting(path, "reading.measure", 70)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    linked = tmp_path / "linked.toml"
    linked.symlink_to(real)
    save_setting(linked, "reading.measure", 70)
    assert linked.is_symlink()
    assert tomllib.loads(real.read_text("utf-8")) == {"reading": {"measure": 70}}


def test_a_file_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    (tmp_path / "config.toml").write_bytes(b"\xff\xfe")
    assert load_config(tmp_path / "config.toml").problems == ("config.toml: is not UTF-8; the defaults hold.",)
    assert load_config(tmp_path).problems[0].startswith(tmp_path.name)
    assert load_config(tmp_path / "none.toml").problems == ()


def test_names_are_sections_and_keys() -> None:
    assert all(option.name.count(".") == 1 and option.help.endswith(".") for option in OPTIONS)
    assert len(BY_NAME) == len(OPTIONS)
    assert all(option.problem(option.default) == "" for option in OPTIONS)
