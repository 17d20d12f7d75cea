"""``dateline config``: where the settings lie, what they are, what is wrong with them."""

from __future__ import annotations

import argparse

from reader.cli import complain, say
from reader.settings import config_file
from reader.settings.config import Config, default_file, load_config, save_setting, write_config
from reader.settings.keymap import keymap
from reader.settings.options import BY_NAME, OPTIONS


def arguments(parser: argparse.ArgumentParser) -> None:
    """The command's own arguments."""
    parser.description = (
        "Write config.toml with every setting explained, unless there is one, and say where it lies. "
        "NAME prints one setting, NAME VALUE changes it."
    )
    parser.add_argument("name", nargs="?", metavar="NAME", help="a setting, such as reading.measure")
    parser.add_argument("value", nargs="?", metavar="VALUE", help="what it is to be")
    parser.add_argument("--all", action="store_true", help="print all settings as they hold")
    parser.add_argument("--keys", action="store_true", help="print all actions with their ids and keys")
    parser.add_argument("--profile", metavar="NAME", default="", help="with the settings of a profile")


def run(options: argparse.Namespace) -> int:
    """Print or change settings; 1 when the file has mistakes, each told in one line."""
    path = config_file()
    config = load_config(path, options.profile)
    if options.name is not None:
        return _one(options.name, options.value, config)
    if options.keys:
        return _keys(config)
    if options.all:
        for option in OPTIONS:
            print(f"{option.name} = {config[option.name]!r:16} {option.help}")
    else:
        if not path.exists():
            try:
                write_config(path, default_file())
            except OSError as error:
                return complain(f"{path}: {(error.strerror or 'cannot be written').lower()}")
        say(path)
    return _complain(config.problems)


def _one(name: str, value: str | None, config: Config) -> int:
    if name not in BY_NAME:
        return complain(f"there is no setting {name}; dateline config --all lists them", 2)
    if value is None:
        say(config[name])
        return 0
    try:
        save_setting(config_file(), name, BY_NAME[name].parsed(value))
    except ValueError as error:
        return complain(str(error), 2)
    except OSError as error:
        return complain(f"{config_file()}: {(error.strerror or 'cannot be written').lower()}")
    return 0


def _keys(config: Config) -> int:
    from reader.tui.actions import ACTIONS  # the table alone, no screen

    own = keymap(ACTIONS, config.keys)
    for action in ACTIONS:
        say(f"{action.id:24} {','.join(own.of(action)):28} {action.mode:11} {action.title}")
    return _complain((*config.problems, *own.problems))


def _complain(problems: tuple[str, ...]) -> int:
    for problem in problems:
        complain(problem)
    return 1 if problems else 0
