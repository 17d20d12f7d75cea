"""Completion for fish."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reader.cli.grammar import Command, Flag, Word


def script(opening: Command, commands: Sequence[Command]) -> str:
    """The script; a file of fish's ``completions`` folder."""
    lines = ["# fish completion for dateline: dateline completions fish > ~/.config/fish/completions/dateline.fish"]
    names = " ".join(command.name for command in commands)
    unnamed = f"not __fish_seen_subcommand_from {names}"
    for flag in opening.flags:
        lines += _flag(unnamed, flag)
    for command in commands:
        lines.append(f"complete -c dateline -n {_quoted(unnamed)} -a {command.name} -d {_quoted(command.help)}")
    for command in commands:
        lines += _of(command)
    return "\n".join(lines) + "\n"


def _of(command: Command) -> Iterator[str]:
    here = f"__fish_seen_subcommand_from {command.name}"
    for flag in command.flags:
        yield from _flag(here, flag)
    names = " ".join(action.name for action in command.actions)
    for action in command.actions:
        first = _quoted(f"{here}; and not __fish_seen_subcommand_from {names}")
        yield f"complete -c dateline -n {first} -f -a {action.name} -d {_quoted(action.help)}"
        inside = f"{here}; and __fish_seen_subcommand_from {action.name}"
        yield from (line for word in action.words if word.choices for line in _word(inside, word))
    if command.words and not command.actions:
        yield from _word(here, command.words[0])


def _flag(here: str, flag: Flag) -> Iterator[str]:
    names = " ".join(f"-l {name[2:]}" if name.startswith("--") else f"-s {name[1:]}" for name in flag.names)
    told = f" -d {_quoted(flag.help)}" if flag.help else ""
    if flag.word is None:
        takes = ""
    elif flag.word.choices:
        takes = f" -x -a {_quoted(' '.join(flag.word.choices))}"
    else:
        takes = {"file": " -r -F", "folder": " -x -a '(__fish_complete_directories)'", "word": " -x"}[flag.word.kind]
    yield f"complete -c dateline -n {_quoted(here)} {names}{takes}{told}"


def _word(here: str, word: Word) -> Iterator[str]:
    if word.choices:
        yield f"complete -c dateline -n {_quoted(here)} -f -a {_quoted(' '.join(word.choices))}"
    elif word.kind == "word":
        yield f"complete -c dateline -n {_quoted(here)} -f"
    elif word.kind == "folder":
        yield f"complete -c dateline -n {_quoted(here)} -f -a '(__fish_complete_directories)'"


def _quoted(text: str) -> str:
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'"
