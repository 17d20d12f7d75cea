"""Other programs: in our place on the terminal, or beside us. Text of articles goes to their standard input only."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

from textual.app import App, SuspendNotSupported

from reader.model import clean

TAKE_THE_SCREEN = {"less", "more", "most", "bat", "vi", "vim", "nvim", "nano", "emacs", "view", "w3m", "lynx", "man"}
"""Programs after which there is nothing left on the terminal to be read."""


class NotStarted(Exception):
    """A program could not be started; the message is one sentence."""


def words_of(command: str) -> list[str]:
    """The words of a command that the reader typed or set.

    :raises NotStarted: when it is none.
    """
    try:
        words = shlex.split(command)
    except ValueError as error:
        raise NotStarted(f"“{command}” is no command: {error}.") from error
    if not words:
        raise NotStarted("No command is set.")
    return words


def editor() -> list[str]:
    """The reader's editor: ``$VISUAL``, ``$EDITOR``, or what the system has."""
    chosen = os.environ.get("VISUAL") or os.environ.get("EDITOR")
    if chosen:
        return words_of(chosen)
    for name in ("nano", "vim", "vi", "notepad"):
        if shutil.which(name):
            return [name]
    raise NotStarted("No editor is known here: set $EDITOR.")


def in_the_terminal(app: App[None], command: list[str], text: str | None = None, *, linger: bool = False) -> int:
    """Run a program in our place on the terminal and come back when it ends; gives its exit code.

    :param text: its standard input; None leaves it the keyboard.
    :param linger: whether to wait for a key after it, so that what it printed can be read.
    :raises NotStarted: in one sentence.
    """
    try:
        with app.suspend():
            code = _run(command, text)
            if linger:
                print("\n[Enter goes back to Dateline]", end="", flush=True)
                sys.stdin.readline()
    except SuspendNotSupported as error:
        raise NotStarted("This terminal cannot be lent to another program.") from error
    return code


def edited(app: App[None], text: str) -> str:
    """``text`` after the person has edited it as a file in the editor of theirs; cleaned.

    :raises NotStarted: in one sentence; nothing has changed then.
    """
    import tempfile

    descriptor, name = tempfile.mkstemp(prefix="dateline-", suffix=".md")
    path = Path(name)
    try:
        with os.fdopen(descriptor, "w", encoding="utf-8", errors="replace", newline="") as file:
            file.write(text)
        command = editor()
        code = in_the_terminal(app, [*command, name])
        if code:
            raise NotStarted(f"{command[0]} ended with an error ({code}).")
        return clean(path.read_bytes().decode("utf-8", "replace")).rstrip("\n")
    except OSError as error:
        raise NotStarted(f"{name}: {(error.strerror or 'cannot be used').lower()}.") from error
    finally:
        path.unlink(missing_ok=True)


def _run(command: list[str], text: str | None) -> int:
    try:
        given = None if text is None else text.encode("utf-8", "replace")
        return subprocess.run(command, input=given, check=False).returncode
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        return 0
    except OSError as error:
        raise _refused(command, error) from error


def through_the_shell(command: str) -> list[str]:
    """A line that the reader typed, as the reader's own shell takes it: pipes and all."""
    return [os.environ.get("SHELL") or "/bin/sh", "-c", command]


def beside_us(command: list[str], text: str) -> subprocess.Popen[bytes]:
    """Start a program without a terminal and give it ``text``.

    :raises NotStarted: in one sentence.
    """
    import tempfile

    # A file, not a pipe: nobody waits until a slow program has read a long article.
    with tempfile.TemporaryFile() as given:
        given.write(text.encode("utf-8", "replace"))
        given.seek(0)
        try:
            return subprocess.Popen(
                command, stdin=given, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
            )
        except OSError as error:
            raise NotStarted(
                f"{command[0]} could not be started: {(error.strerror or 'no access').lower()}."
            ) from error


def _refused(command: list[str], error: OSError) -> NotStarted:
    return NotStarted(f"{command[0]} could not be started: {(error.strerror or 'no access').lower()}.")
