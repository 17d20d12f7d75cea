"""How the reader ends when nobody pressed ``q``: by a signal, with its terminal gone, or broken."""

from __future__ import annotations

import asyncio
import contextlib
import os
import select
import signal
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from typing import Any

from textual.app import App, ScreenStackError
from textual.css.query import NoMatches
from textual.dom import NoScreen
from textual.driver import Driver
from textual.widget import MountError
from textual.worker import WorkerFailed

CRASHED = 70
"""Exit code of a reader that broke (``EX_SOFTWARE``)."""
GRACE = 1.3
"""Seconds that a reader told to end has for ending by itself."""
_LAST_WISHES = 0.4
"""Seconds after that for what is being written."""
_LOOK = 0.5
# Whatever was switched on is switched off: mouse, focus, paste, keyboard protocol, colours; cursor shown, screen left.
_RESTORE = (
    b"\x1b[?1000l\x1b[?1003l\x1b[?1015l\x1b[?1006l\x1b[?1016l\x1b[?1004l\x1b[?2004l\x1b[?2048l"
    b"\x1b[<u\x1b[0m\x1b[?25h\x1b[?7h\x1b[?1049l"
)
_GONE = (MountError, NoMatches, NoScreen, ScreenStackError)
"""What goes wrong where something was still to be shown on a screen that is being left."""


class EndingApp(App[None]):
    """An application that ends within two seconds of being told to, and leaves the terminal as it was."""

    crash_folder: Path | None = None
    """The folder of the library, where ``crashes`` lies; None writes no reports."""
    crash_report: Path | None = None
    """The report that was written."""
    crashed = False

    def get_driver_class(self) -> type[Driver]:
        """Textual's driver; for a POSIX terminal, one that no input breaks."""
        found = super().get_driver_class()
        if found.__name__ != "LinuxDriver":
            return found
        from reader.tui.keyboard import TerminalDriver

        return TerminalDriver

    # Broken

    def crash_about(self) -> dict[str, str]:
        """What may stand in a report: ids and names of screens."""
        return {"screens": " ".join(type(screen).__name__ for screen in self.screen_stack)}

    def _handle_exception(self, error: Exception) -> None:
        broken = error.error if isinstance(error, WorkerFailed) else error
        if self._exit and isinstance(broken, _GONE):
            self._close_messages_no_wait()
            return
        # Textual would print a traceback with the values of all variables: articles among them.
        self._return_code = CRASHED
        if self._exception is None:
            self._exception = error
            self._exception_event.set()
            self.note_crash(broken)
        self._close_messages_no_wait()

    def note_crash(self, error: BaseException) -> None:
        """Write a report, the first time."""
        self.crashed = True
        if self.crash_folder is not None and self.crash_report is None:
            from reader.library.crashes import report

            about: dict[str, str] = {}
            with contextlib.suppress(Exception):  # what broke may be what is asked
                about = self.crash_about()
            self.crash_report = report(self.crash_folder, error, about)

    def _on_loop_error(self, loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
        """Something broke that nobody waits for: written down, and the reader goes on. Python would print over it."""
        error = context.get("exception")
        if isinstance(error, BaseException) and self.crash_folder is not None and self.is_running:
            from reader.library.crashes import report

            report(self.crash_folder, error, {"while": "nobody waited; the reader went on"})

    # Told to end

    def heed_signals(self) -> None:
        """From now on end on TERM, HUP and INT, and when the terminal is gone; called on the loop."""
        if self.is_headless:
            return
        loop = asyncio.get_running_loop()
        loop.set_exception_handler(self._on_loop_error)
        if sys.platform == "win32" or threading.current_thread() is not threading.main_thread():
            return

        def told(number: int, frame: FrameType | None = None) -> None:
            self._end_soon(loop, number)

        # Not the loop's own handlers: they wait for the loop, which may be what hangs.
        signal.signal(signal.SIGTERM, told)
        signal.signal(signal.SIGINT, told)  # no key sends it: the terminal hands Ctrl+C over as a key
        signal.signal(signal.SIGTSTP, lambda number, frame: self._sleep())
        if signal.getsignal(signal.SIGHUP) is not signal.SIG_IGN:
            signal.signal(signal.SIGHUP, told)
        if os.isatty(0):
            threading.Thread(target=self._watch_terminal, args=(loop,), name="dateline-terminal", daemon=True).start()

    @contextmanager
    def suspend(self) -> Iterator[None]:
        """Lend the terminal: Ctrl+C is then for the program that has it."""
        with super().suspend():
            ours = signal.signal(signal.SIGINT, signal.default_int_handler)
            try:
                yield
            finally:
                signal.signal(signal.SIGINT, ours)

    def keep_unsaved(self) -> None:
        """Called in another thread when the reader could not end by itself: keep what is being written."""

    def _sleep(self) -> None:
        """Be stopped with the terminal given back. Textual stops before what it wrote for that has left it."""
        driver = self._driver
        if driver is not None and driver.can_suspend and driver._auto_restart:
            driver.suspend_application_mode()
            driver._must_signal_resume = True  # type: ignore[attr-defined]  # of the driver for POSIX terminals
            self._write_out()
        os.kill(os.getpid(), signal.SIGSTOP)

    def _write_out(self) -> None:
        """Wait until the thread that writes has written, and restore the terminal once more: it may be slow."""
        writer = getattr(self._driver, "_writer_thread", None)
        until = time.monotonic() + 0.3
        while writer is not None and not writer._queue.empty() and time.monotonic() < until:
            time.sleep(0.01)
        time.sleep(0.02)
        self.restore_terminal()

    def _end_soon(self, loop: asyncio.AbstractEventLoop, number: int) -> None:
        threading.Thread(target=self._end_anyway, args=(128 + number,), name="dateline-end", daemon=True).start()
        with contextlib.suppress(RuntimeError):  # the loop has ended
            loop.call_soon_threadsafe(lambda: self.exit(return_code=128 + number))

    def _watch_terminal(self, loop: asyncio.AbstractEventLoop) -> None:
        while not _hung_up(0):
            if not self.is_running:
                return
        # Writing to a terminal that is gone would end the thread that writes, and the rest would wait for it for ever.
        nothing = os.open(os.devnull, os.O_RDWR)
        for descriptor in (1, 2):
            os.dup2(nothing, descriptor)
        self._end_soon(loop, signal.SIGHUP)

    def _end_anyway(self, code: int) -> None:
        time.sleep(GRACE)
        keeper = threading.Thread(target=self.keep_unsaved, daemon=True)
        keeper.start()
        keeper.join(_LAST_WISHES)
        self.restore_terminal()
        os._exit(code)

    def restore_terminal(self) -> None:
        """Give the terminal back without the help of the loop."""
        import termios

        before = getattr(self._driver, "attrs_before", None)
        with contextlib.suppress(OSError, termios.error):
            if not select.select([], [2], [], 0.1)[1]:
                termios.tcflush(2, termios.TCOFLUSH)  # it reads too slowly: what it has not read yet is not worth much
            if select.select([], [2], [], 0.1)[1]:
                os.write(2, _RESTORE)
            if before is not None:
                termios.tcsetattr(0, termios.TCSANOW, before)


def _hung_up(descriptor: int) -> bool:
    """Wait half a second at most; whether the terminal is gone."""
    import termios

    if hasattr(select, "poll"):
        poll = select.poll()
        poll.register(descriptor, 0)  # no events asked for: only that it is gone is told
        if poll.poll(_LOOK * 1000):
            return True
    else:
        time.sleep(_LOOK)
    try:
        termios.tcgetattr(descriptor)
    except (OSError, termios.error):
        return True
    return False
