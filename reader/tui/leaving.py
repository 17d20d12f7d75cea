"""Threads that are left when the reader ends: writers are waited for, those that only read are not, for long."""

from __future__ import annotations

import threading
import time
from concurrent.futures import ThreadPoolExecutor

PATIENCE = 0.8
"""Seconds in which what is being read may come to its end."""


def leave(*pools: ThreadPoolExecutor) -> None:
    """Take back what waits, and wait a moment for what runs: it changes nothing, and may be stuck in an article."""
    for pool in pools:
        pool.shutdown(wait=False, cancel_futures=True)
    until = time.monotonic() + PATIENCE
    for pool in pools:
        for thread in tuple(pool._threads):
            thread.join(max(0.0, until - time.monotonic()))


def is_stuck() -> bool:
    """Whether a thread is left for which Python would wait, and the reader need not: all that write have ended."""
    return any(
        thread is not threading.main_thread() and thread.is_alive() and not thread.daemon
        for thread in threading.enumerate()
    )
