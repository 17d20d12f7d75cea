"""The command line: two doors to one engine. The terminal interface is loaded only to be opened."""

from __future__ import annotations

import argparse
import contextlib
import gc
import io
import keyword
import os
import sys
from collections.abc import Callable, Sequence
from importlib import import_module
from types import ModuleType

from reader import __version__
from reader.cli.errors import WrongUse

COMMANDS: dict[str, str] = {
    "facts": "print actors, dates, quotes, events and figures of articles",
    "search": "search the library, typos forgiven",
    "timeline": "print what the articles of the library date, in time order",
    "same": "print the events of an article that others tell too, and where they differ",
    "annotate": "label or note something in an article",
    "annotations": "print what was noted",
    "add": "add files, folders, feeds and pages to the library",
    "refresh": "fetch the feeds that are due",
    "feeds": "list, rename, move, pause and leave feeds; OPML",
    "rules": "list, add and forget rules that tag or hide what comes in",
    "list": "list the articles of the library",
    "config": "write, print and change the settings",
    "export": "write annotations and facts for other tools",
    "import": "take in annotations made in other tools",
    "mirror": "keep a folder of notes up to what was annotated",
    "backup": "write the whole library into one file",
    "restore": "put back a library from such a file",
    "doctor": "check the library and the installation",
    "serve": "open the reader in a browser on this machine",
    "completions": "print what lets a shell complete these commands",
}
"""Each is a module of ``commands`` with ``arguments(parser)`` and ``run(options) -> exit code``."""


CRASHED = 70
"""Exit code when the program itself broke."""
_LIBRARY = "folder of the library (or DATELINE_HOME)"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run ``dateline``; gives the exit code: 0, 1 when some inputs failed, 2 on wrong use."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    _open_what_is_closed()
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")  # a name or an article that this terminal's encoding cannot say
    try:
        code = _run(words)
        sys.stdout.flush()
        return code
    except WrongUse as error:
        return complain(str(error), 2)
    except BrokenPipeError:
        # The reader of our output went away (``| head``): nothing is wrong, and nothing more can be said.
        _say_no_more()
        return 0
    except OSError as error:
        # Where our output goes is full, or has gone.
        _say_no_more()
        return complain(f"{error.filename or 'standard output'}: {(error.strerror or 'cannot be written').lower()}")
    except KeyboardInterrupt:
        return 130


def program() -> int:
    """:func:`main` as the whole of a process, which ends with it."""
    code = main()
    gc.freeze()  # nothing need be looked through for garbage on the way out: that takes 40 ms
    return code


def _say_no_more() -> None:
    """Let what is still to be written to standard output go nowhere, so that it fails no second time at the end."""
    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _open_what_is_closed() -> None:
    """Whoever started us may have closed a standard stream; the next file that is opened must not take its place."""
    for descriptor in range(3):
        try:
            os.fstat(descriptor)
        except OSError:
            os.open(os.devnull, os.O_RDWR)  # takes the lowest number that is free
    sys.stdin = sys.stdin or os.fdopen(0, encoding="utf-8")
    sys.stdout = sys.stdout or os.fdopen(1, "w", encoding="utf-8")
    sys.stderr = sys.stderr or os.fdopen(2, "w", encoding="utf-8")


def say(words: object) -> None:
    """Print a line on standard output; names and paths in it may be anybody's."""
    from reader.model import clean_line

    print(clean_line(str(words)))


def complain(sentence: str, code: int = 1) -> int:
    """Say one clear line on standard error; gives ``code``."""
    from reader.model import clean_line

    with contextlib.suppress(OSError):
        print(f"dateline: {clean_line(sentence)}", file=sys.stderr)
    return code


def _run(words: list[str]) -> int:
    home, words = _library(words)
    command = words[0] if words and words[0] in COMMANDS else "open"
    options = parser_of(command).parse_args(words if command == "open" else words[1:])
    options.library = options.library or home
    run: Callable[[argparse.Namespace], int] = _module(command).run
    try:
        return run(options)
    except (WrongUse, OSError):
        raise
    except Exception as error:
        return _crashed(error, command, options.library)


def _crashed(error: Exception, command: str, given: str | None) -> int:
    """Write down where a command broke, and say where that lies: a traceback may quote what was read."""
    from reader.library.crashes import report
    from reader.settings import library_home

    path = report(library_home(given), error, {"command": command})
    where = f"a report without any text of yours lies in {path}" if path else "no report could be written"
    return complain(f"something broke ({type(error).__name__}): {where}", CRASHED)


def parser_of(command: str) -> argparse.ArgumentParser:
    """The parser of a command with all its arguments; that of ``open`` is for what names no command."""
    parser = _parser(command)
    _module(command).arguments(parser)
    for action in parser._actions:  # argparse has no public way to list them
        if isinstance(action, argparse._SubParsersAction):
            for below in action.choices.values():  # behind the action, too; left out there, what stood before it holds
                below.add_argument("--library", metavar="DIR", default=argparse.SUPPRESS, help=_LIBRARY)
    return parser


def _module(command: str) -> ModuleType:
    return import_module(f"reader.cli.commands.{command}{'_' if keyword.iskeyword(command) else ''}")


def _library(words: list[str]) -> tuple[str | None, list[str]]:
    """``--library DIR`` may stand before the command too."""
    if words and words[0].startswith("--library="):
        return words[0].partition("=")[2], words[1:]
    if len(words) > 1 and words[0] == "--library":
        return words[1], words[2:]
    return None, words


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> None:  # type: ignore[override]  # argparse: never returns; nor does this
        raise WrongUse(f"{message} ({self.prog} --help tells more)")


def _parser(command: str) -> argparse.ArgumentParser:
    if command == "open":
        listing = "\n".join(f"  {name:10} {what}" for name, what in COMMANDS.items())
        parser: argparse.ArgumentParser = _Parser(
            prog="dateline",
            description="Read articles with their actors and dates lit up, find anything in spite of typos.",
            epilog=f"commands:\n{listing}\n\ndateline COMMAND --help tells more of one. "
            "A file named like a command is opened as ./NAME.",
            formatter_class=argparse.RawDescriptionHelpFormatter,
        )
        parser.add_argument("--version", action="version", version=f"dateline {__version__}")
    else:
        parser = _Parser(prog=f"dateline {command}", description=COMMANDS[command][0].upper() + COMMANDS[command][1:])
    parser.add_argument("--library", metavar="DIR", help=_LIBRARY)
    return parser
