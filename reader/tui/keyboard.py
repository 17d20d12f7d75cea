"""What comes from the terminal, read so that no bytes break the reader: anybody can paste anything.

Textual's thread that reads ends the application on bytes that are no UTF-8, and on numbers in a sequence that are no
code point (``ESC [ 27 ; 5 ; 999999999 ~``, Textual 8.2.8): it shows a traceback and the reader is gone.
"""

from __future__ import annotations

import os
import selectors
from codecs import getincrementaldecoder
from collections.abc import Callable, Iterable
from typing import TypeAlias

from textual._xterm_parser import XTermParser
from textual.drivers.linux_driver import LinuxDriver
from textual.events import Resize
from textual.message import Message

_Parse: TypeAlias = Callable[[], Iterable[Message]]
LARGEST = 4_096
"""Columns or rows; a terminal that says it has more is not believed."""
_CHUNK = 4_096
_PAUSE = 0.1
"""Seconds between two looks at whether the application has ended."""


class Understood:
    """Bytes of a terminal as events; what makes no sense is left out, and what comes after it is understood again."""

    def __init__(self) -> None:
        self._decode = getincrementaldecoder("utf-8")("replace").decode
        self._parser = XTermParser()

    def feed(self, data: bytes, final: bool = False) -> Iterable[Message]:
        """Events of some bytes."""
        if words := self._decode(data, final):
            yield from self._sense(lambda: self._parser.feed(words))

    def tick(self) -> Iterable[Message]:
        """Events that were waiting for more to come, once they have waited long enough: ``Esc`` alone."""
        yield from self._sense(self._parser.tick)

    def _sense(self, parse: _Parse) -> Iterable[Message]:
        try:
            for event in parse():
                if not isinstance(event, Resize) or max(event.size) <= LARGEST:
                    yield event
        except GeneratorExit:
            raise
        except Exception:  # whatever a sequence brings about: its parser cannot go on
            self._parser = XTermParser()


class TerminalDriver(LinuxDriver):
    """Textual's driver for POSIX terminals, with input that cannot break it, and woken as often as anybody likes."""

    _on = False
    """Whether the terminal is in the state that the application needs."""
    _changing = False
    _woken = False
    """Whether CONT came in the midst of a change."""

    def start_application_mode(self) -> None:
        """Put the terminal into the application's state; after CONT anew, as others may have changed it.

        Textual would take its own state for the one to be given back, and read the keys in two threads, after a CONT
        that no TSTP was before.
        """
        if self._changing:
            self._woken = True
            return
        if self._on:
            self.suspend_application_mode()
            self._must_signal_resume = True  # what was on the screen has gone with it
        before, self._woken, self._changing = self._writer_thread, False, True
        try:
            super().start_application_mode()  # type: ignore[no-untyped-call]  # Textual says no types here
        finally:
            self._changing = False
        self._on = self._writer_thread is not before
        if not self._on and self._woken:  # it was in the background, could not begin, and is in the foreground now
            self.start_application_mode()

    def stop_application_mode(self) -> None:
        """Give the terminal back."""
        changing, self._changing = self._changing, True
        try:
            super().stop_application_mode()
        finally:
            self._changing = changing
        self._on = False

    def _disable_mouse_support(self) -> None:
        super()._disable_mouse_support()
        if self._mouse_pixels:
            self.write("\x1b[?1016l")  # Textual switches it on, and not off again

    def run_input_thread(self) -> None:
        """Wait for input and pass events on, until the application ends."""
        understood = Understood()
        with selectors.SelectSelector() as selector:
            selector.register(self.fileno, selectors.EVENT_READ)
            while not self.exit_event.is_set():
                if selector.select(_PAUSE):
                    for event in understood.feed(os.read(self.fileno, _CHUNK)):
                        self.process_message(event)
                for event in understood.tick():
                    self.process_message(event)
