"""Lines of a stream, as many at a time as have come in."""

from __future__ import annotations

import queue
import threading
from collections.abc import Iterator
from typing import BinaryIO

_WAITING = 1_000
"""So many lines are read ahead."""


def batches(stream: BinaryIO, most: int, idle: float) -> Iterator[list[bytes]]:
    """Lines that have come in, at least one and at most ``most``; an empty list after ``idle`` seconds without any."""
    lines: queue.Queue[bytes | None] = queue.Queue(_WAITING)

    def read() -> None:
        for line in stream:
            lines.put(line)
        lines.put(None)

    threading.Thread(target=read, name="lines", daemon=True).start()
    rested = False
    while True:
        try:
            first = lines.get(timeout=None if rested else idle)
        except queue.Empty:
            rested = True
            yield []
            continue
        rested = False
        batch = [] if first is None else [first]
        ended = first is None
        while len(batch) < most and not ended and not lines.empty():
            line = lines.get()
            ended = line is None
            if line is not None:
                batch.append(line)
        if batch:
            yield batch
        if ended:
            return
