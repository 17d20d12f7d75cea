"""Write the manual page from the parsers: ``python -m tests.manual``. A test fails when it is stale."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from reader import __version__
from reader.cli.grammar import Command, Flag, Word, commands, opening

PAGE = Path(__file__).parents[1] / "reader/share/man/man1/dateline.1"

_FILES = (
    ("config.toml", "Settings, in the system's folder for them; dateline config writes it and says where it lies."),
    ("notes.db, library.db", "What you made, and the articles with their facts; dateline doctor says where."),
)
_VARIABLES = (
    ("DATELINE_HOME", "Folder of the library."),
    ("DATELINE_CONFIG", "The settings file."),
    ("NO_COLOR", "When set, nothing is coloured; kinds differ by underline and weight."),
    ("VISUAL, EDITOR, BROWSER, SHELL", "The programs that Ctrl+e, o and | start."),
)


def page(top: Command, below: Sequence[Command]) -> str:
    """The whole page as roff."""
    return "\n".join(_lines(top, below)) + "\n"


def _lines(top: Command, below: Sequence[Command]) -> Iterator[str]:
    yield '.\\" Written by python -m tests.manual from the parsers; change those.'
    yield f'.TH DATELINE 1 "" "Dateline {__version__}" "User Commands"'
    yield from (".SH NAME", "dateline \\- read, search and annotate news articles in a terminal")
    yield ".SH SYNOPSIS"
    yield _synopsis("dateline", top)
    for command in below:
        yield from (".br", _synopsis(f"dateline {command.name}", command))
    yield from (".SH DESCRIPTION", _plain(top.description))
    yield "Without a path it opens the library; \\- stands for standard input. In the reader, ? opens the guide."
    yield ".SH OPTIONS"
    for flag in top.flags:
        yield from _flag(flag)
    yield ".SH COMMANDS"
    for command in below:
        yield from _section(command)
    yield ".SH EXIT STATUS"
    for code, meaning in (("0", "All went well."), ("1", "Some inputs failed; the others are done."),
                          ("2", "Wrong use, with one line on what was wrong.")):  # fmt: skip
        yield from (".TP", f".B {code}", meaning)
    for name, rows in (("ENVIRONMENT", _VARIABLES), ("FILES", _FILES)):
        yield f".SH {name}"
        for what, meaning in rows:
            yield from (".TP", f".I {_plain(what)}", _plain(meaning))


def _section(command: Command) -> Iterator[str]:
    yield f".SS {_plain(f'dateline {command.name}')}"
    yield _plain(command.description.rstrip(".") + ".")
    for word in command.words:
        if word.help:
            yield from (".TP", f".I {_plain(word.name)}", _plain(word.help))
    for action in command.actions:
        names = " ".join(_shown(word) for word in action.words)
        yield from (".TP", f".B {_plain(action.name)} \\fI{_plain(names)}\\fR", _plain(action.help))
    for flag in command.flags:
        if "--help" not in flag.names and "--library" not in flag.names:
            yield from _flag(flag)


def _flag(flag: Flag) -> Iterator[str]:
    yield ".TP"
    word = f" \\fI{_plain(_shown(flag.word))}\\fR" if flag.word is not None else ""
    yield ", ".join(f"\\fB{_plain(name)}\\fR" for name in flag.names) + word
    yield _plain(flag.help) or "\\&"


def _shown(word: Word) -> str:
    return "|".join(word.choices) if word.choices and word.name.isupper() and len(word.choices) < 8 else word.name


def _synopsis(name: str, command: Command) -> str:
    parts = ["[\\fIOPTION\\fR ...]"]
    if command.actions:
        parts.append("[\\fIACTION\\fR ...]")
    for word in command.words:
        shown = f"\\fI{_plain(word.name)}\\fR" + (" ..." if word.many else "")
        parts.append(shown if word.needed else f"[{shown}]")
    return f"\\fB{_plain(name)}\\fR {' '.join(parts)}"


def _plain(text: str) -> str:
    """Text that roff prints as it is."""
    text = " ".join(text.replace("\\", "\\e").replace("-", "\\-").split())
    return f"\\&{text}" if text.startswith((".", "'")) else text


def main() -> None:
    """Write the page."""
    PAGE.parent.mkdir(parents=True, exist_ok=True)
    PAGE.write_text(page(opening(), commands()), "utf-8")
    print(PAGE.relative_to(Path.cwd()) if PAGE.is_relative_to(Path.cwd()) else PAGE)


if __name__ == "__main__":
    main()
