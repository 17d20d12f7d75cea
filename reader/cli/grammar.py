"""What can be typed after ``dateline``, read from the parsers: for shell completion and the manual page."""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, TypeAlias

from reader.cli import COMMANDS, parser_of

Kind: TypeAlias = Literal["file", "folder", "word"]

_FILES = re.compile(r"\b(FILE|PATH|DOC|OUT|LIST)\b")
_FOLDERS = re.compile(r"\b(DIR|FOLDER)\b")


@dataclass(frozen=True, slots=True)
class Word:
    """Something that follows a flag, or stands by itself."""

    name: str
    """As the help has it: ``FILE``, ``N``."""
    help: str
    kind: Kind
    choices: tuple[str, ...] = ()
    """All that it may be; empty where that is open."""
    many: bool = False
    """Whether there may be several."""
    needed: bool = True


@dataclass(frozen=True, slots=True)
class Flag:
    """An option with its spellings."""

    names: tuple[str, ...]
    help: str
    word: Word | None = None
    """What follows it."""


@dataclass(frozen=True, slots=True)
class Command:
    """One command, or an action of one."""

    name: str
    help: str
    """A few words."""
    description: str
    """A sentence or more."""
    flags: tuple[Flag, ...]
    words: tuple[Word, ...]
    actions: tuple[Command, ...] = ()
    """What its first word may be, each with words of its own."""


def opening() -> Command:
    """What stands without a command: the reader itself."""
    return _command("dateline", "open the reader", parser_of("open"))


def commands() -> list[Command]:
    """Each command, in the order of ``dateline --help``."""
    return [_command(name, what, parser_of(name)) for name, what in COMMANDS.items()]


def _command(name: str, what: str, parser: argparse.ArgumentParser) -> Command:
    flags: list[Flag] = []
    words: list[Word] = []
    actions: list[Command] = []
    for action in parser._actions:  # argparse has no public way to list them
        if isinstance(action, argparse._SubParsersAction):
            told = {choice.dest: choice.help or "" for choice in action._choices_actions}
            actions = [_command(one, told.get(one, ""), below) for one, below in action.choices.items()]
        elif action.option_strings:
            word = None if action.nargs == 0 else _word(name, action)
            flags.append(Flag(tuple(action.option_strings), _help(action), word))
        else:
            words.append(_word(name, action))
    return Command(name, what, parser.description or "", tuple(flags), tuple(words), tuple(actions))


def _word(command: str, action: argparse.Action) -> Word:
    shown = action.metavar if isinstance(action.metavar, str) else action.dest.upper()
    kind: Kind = "file" if _FILES.search(shown) else "folder" if _FOLDERS.search(shown) else "word"
    choices = tuple(str(choice) for choice in action.choices or _known(command, action.dest))
    many = action.nargs in ("*", "+")
    return Word(shown, _help(action), kind, choices, many, action.nargs not in ("*", "?"))


def _known(command: str, dest: str) -> Iterator[str]:
    """Words that argparse leaves open, but that a table of ours lists."""
    if (command, dest) == ("config", "name"):
        from reader.settings.options import OPTIONS

        yield from (option.name for option in OPTIONS)
    elif dest == "kind" and command == "facts":
        from reader.model import KINDS

        yield from KINDS


def _help(action: argparse.Action) -> str:
    return (action.help or "").replace("%%", "%")
