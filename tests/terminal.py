"""A terminal in memory for the program under test: a pty on one side, a screen to read on the other."""

from __future__ import annotations

import codecs
import fcntl
import os
import pty
import re
import select
import signal
import struct
import termios
import time
from collections.abc import Mapping, Sequence

import pyte

# pyte does not know these and would print their last letter.
_PRIVATE = re.compile(r"\x1b\[[<>=?][0-9;]*u")

_LOOKS = ("bold", "italics", "underscore", "strikethrough", "reverse")
_COLOURS = {"black": "#000000", "white": "#ffffff", "red": "#cc0000", "green": "#4e9a06", "blue": "#3465a4",
            "brown": "#c4a000", "magenta": "#75507b", "cyan": "#06989a"}  # fmt: skip

KEYS = {
    "enter": "\r", "esc": "\x1b", "tab": "\t", "space": " ", "backspace": "\x7f",
    "up": "\x1b[A", "down": "\x1b[B", "right": "\x1b[C", "left": "\x1b[D",
    "f2": "\x1bOQ", "pagedown": "\x1b[6~", "pageup": "\x1b[5~", "home": "\x1b[H", "end": "\x1b[F",
}  # fmt: skip


class Terminal:
    """Runs a command in a pty of ``columns`` × ``rows``; use it as a context manager."""

    def __init__(
        self,
        command: Sequence[str],
        columns: int = 120,
        rows: int = 36,
        env: Mapping[str, str] | None = None,
        cwd: str | None = None,
    ) -> None:
        self.raw = b""
        self._screen = pyte.Screen(columns, rows)
        self._stream = pyte.Stream(self._screen)
        self._decoder = codecs.getincrementaldecoder("utf-8")("replace")
        self._half = ""
        self.status: int | None = None
        self.pid, self.fd = pty.fork()
        if self.pid == 0:
            if cwd:
                os.chdir(cwd)
            own = {"TERM": "xterm-256color", "COLORTERM": "truecolor", "DATELINE_CONFIG": os.devnull}
            environment = {**os.environ, **own, **(env or {})}
            for name in ("NO_COLOR", "COLUMNS", "LINES"):  # the size is the pty's, not that of whoever runs the tests
                environment.pop(name, None)
            environment.update(env or {})
            signal.signal(signal.SIGHUP, signal.SIG_DFL)  # whoever runs the tests may ignore it, as nohup does
            try:
                os.execvpe(command[0], list(command), environment)
            finally:
                os._exit(127)
        self.resize(columns, rows)
        self.before = termios.tcgetattr(self.fd)

    def __enter__(self) -> Terminal:
        return self

    def __exit__(self, *reason: object) -> None:
        if self.status is None:
            os.kill(self.pid, signal.SIGKILL)
            os.waitpid(self.pid, 0)
        os.close(self.fd)

    def resize(self, columns: int, rows: int) -> None:
        """Make the terminal another size and tell the program."""
        fcntl.ioctl(self.fd, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        self._screen.resize(rows, columns)

    def read(self, seconds: float = 0.1) -> None:
        """Take in what the program writes until it is quiet for ``seconds``."""
        while self.take(seconds):
            pass

    def take(self, seconds: float) -> bool:
        """Take in what the program writes next; whether it did within ``seconds``."""
        # Not select, which knows no descriptor from 1024 on: a suite that is long under way has many.
        waiting = select.poll()
        waiting.register(self.fd, select.POLLIN)
        if not waiting.poll(seconds * 1000):
            return False
        try:
            data = os.read(self.fd, 65536)
        except OSError:
            data = b""
        if not data:
            self._reap()
            return False
        self.raw += data
        text = self._half + self._decoder.decode(data)
        cut = text.rfind("\x1b") if "\x1b" in text[-24:] else -1
        # A private sequence may be cut in two between reads: keep its beginning for the next one.
        if cut >= 0 and re.fullmatch(r"\x1b(?:\[[<>=?]?[0-9;]*)?", text[cut:]):
            text, self._half = text[:cut], text[cut:]
        else:
            self._half = ""
        self._stream.feed(_PRIVATE.sub("", text))
        return True

    def _reap(self) -> None:
        if self.status is None:
            _, status = os.waitpid(self.pid, 0)
            self.status = os.waitstatus_to_exitcode(status)

    @property
    def text(self) -> str:
        """What is on the screen, lines joined by newlines."""
        return "\n".join(line.rstrip() for line in self._screen.display)

    @property
    def cells(self) -> list[list[tuple[str, str, str, frozenset[str]]]]:
        """Lines of cells: character (empty behind a wide one), colour, ground, looks as pyte names them."""
        default = {"fg": "#dadde3", "bg": "#14171c"}
        return [
            [
                (
                    cell.data,
                    default["fg"] if cell.fg == "default" else _COLOURS.get(cell.fg, f"#{cell.fg}"),
                    default["bg"] if cell.bg == "default" else _COLOURS.get(cell.bg, f"#{cell.bg}"),
                    frozenset(name for name in _LOOKS if getattr(cell, name)),
                )
                for cell in (self._screen.buffer[line][column] for column in range(self._screen.columns))
            ]
            for line in range(self._screen.lines)
        ]

    def wait_for(self, pattern: str, seconds: float = 20.0) -> str:
        """The screen once ``pattern`` is on it.

        :raises TimeoutError: with the screen, when it does not come.
        """
        limit = time.monotonic() + seconds
        while time.monotonic() < limit:
            self.read(0.05)
            if re.search(pattern, self.text):
                return self.text
            if self.status is not None:
                break
        raise TimeoutError(f"{pattern!r} did not come (exit {self.status}); the screen was:\n{self.text}")

    def press(self, *keys: str) -> None:
        """Press keys one after another, by name (``enter``, ``ctrl+p``) or as they are typed."""
        for key in keys:
            if key.startswith("ctrl+"):
                data = chr(ord(key[5]) & 0x1F)
            else:
                data = KEYS.get(key, key)
            os.write(self.fd, data.encode())
            self.read(0.03)
            if key == "esc":  # what follows too soon is taken for a key with Alt
                self.read(0.15)

    def wait_exit(self, seconds: float = 10.0) -> int:
        """Exit code once the program has ended."""
        limit = time.monotonic() + seconds
        while self.status is None and time.monotonic() < limit:
            self.read(0.1)
            done, status = os.waitpid(self.pid, os.WNOHANG) if self.status is None else (0, 0)
            if done:
                self.status = os.waitstatus_to_exitcode(status)
        if self.status is None:
            raise TimeoutError(f"still running; the screen is:\n{self.text}")
        return self.status
