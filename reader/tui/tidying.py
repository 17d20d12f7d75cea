"""Python's garbage collector and its threads, kept from stopping the screen.

A full collection walks over all that lives, whichever thread brought it about: 100 to 170 ms with the widgets, modules
and vocabulary of a reader that is at work, by far the longest frame of a session (``tests/bench/frames.py``). What has
survived one is set aside instead, so that the next walks only over what is new. Most of what a reader makes and drops
is freed by counting references and never needs the collector. Full collections come more often than Python has them,
so that each is short.

Threads that work behind the screen hand the interpreter over after a millisecond, not after Python's five.
"""

from __future__ import annotations

import gc
import sys
import time
from collections.abc import Callable
from typing import Literal

LONG = 0.006
"""Seconds of a full collection after which its survivors are set aside."""
_OFTEN = 3
"""Collections of the middle generation before a full one; Python has 10."""
SETTLED = 2.0
"""Seconds after the first screen in which models, modules and lists are loaded, which stay: no garbage is sought."""
SWITCH = 0.001
"""Seconds after which a thread lets another one have the interpreter."""


class Tidying:
    """Sets long-lived objects aside from garbage collection while an app runs."""

    def __init__(self, at_rest: Callable[[], bool]) -> None:
        """:param at_rest: whether nothing passing is open that would be set aside with the rest, and kept for ever."""
        self._at_rest = at_rest
        self._threshold = gc.get_threshold()
        self._began = 0.0
        self._switch = sys.getswitchinterval()
        self._started = False
        self._over = False

    def wait(self) -> None:
        """The first screen stands, and what comes next is being loaded: collect nothing yet."""
        if self._over:
            return
        sys.setswitchinterval(SWITCH)
        gc.disable()

    def start(self) -> None:
        """Set aside what lives now (imports, models, the first screen), and from now on what makes collections long."""
        if self._over:  # its timer came after the end
            return
        self._started = True
        sys.setswitchinterval(SWITCH)
        gc.set_threshold(*self._threshold[:2], _OFTEN)
        gc.freeze()
        gc.enable()
        if self._look not in gc.callbacks:
            gc.callbacks.append(self._look)

    def hold(self, until: Callable[[Callable[[], None]], object]) -> None:
        """Collect nothing while a screen is being opened: both together would be the longest frame.

        :param until: takes what is to be called when the screen stands.
        """
        gc.disable()
        until(self._go_on)

    def _go_on(self) -> None:
        if self._started:
            gc.enable()

    def stop(self) -> None:
        """Leave all as it was found."""
        self._started, self._over = False, True
        gc.enable()
        sys.setswitchinterval(self._switch)
        gc.set_threshold(*self._threshold)
        if self._look in gc.callbacks:
            gc.callbacks.remove(self._look)
        gc.unfreeze()

    def _look(self, phase: Literal["start", "stop"], about: dict[str, int]) -> None:
        if phase == "start":
            self._began = time.perf_counter()
        elif about["generation"] == 2 and time.perf_counter() - self._began > LONG and self._at_rest():
            gc.freeze()  # garbage has just been dropped: only the living are set aside
