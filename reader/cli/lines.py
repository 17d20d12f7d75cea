"""Lines of a stream, as many at a time as have come in, and what JSON in them says."""

from __future__ import annotations

import io
import json
import queue
import sys
import threading
from collections.abc import Iterator
from typing import Any, BinaryIO

_WAITING = 1_000
"""So many lines are read ahead."""
LONGEST = 64 * 1024 * 1024
"""Bytes of a line; one that is longer is cut there and its rest is passed over."""


def asked_in(line: str | bytes) -> dict[str, Any]:
    """The JSON object on a line.

    :raises ValueError: with what is wrong, in a few words.
    """
    try:
        found = json.loads(line)
    except json.JSONDecodeError as error:
        raise ValueError(f"not a line of JSON: {error.msg}") from None
    except RecursionError:
        raise ValueError("not a line of JSON: it is nested too deep") from None
    except UnicodeDecodeError:
        raise ValueError("not a line of JSON: it is not UTF-8") from None
    if not isinstance(found, dict):
        raise ValueError("not a JSON object")
    return found


def standard_input() -> BinaryIO:
    """Standard input as bytes, whatever stands for it."""
    if isinstance(sys.stdin, io.TextIOWrapper):
        stream: BinaryIO = sys.stdin.buffer
        return stream
    return io.BytesIO(sys.stdin.read().encode("utf-8", "surrogatepass"))


def lines_of(stream: BinaryIO) -> Iterator[bytes]:
    """Lines as they come, none longer than ``LONGEST``."""
    while line := stream.readline(LONGEST):
        rest = line
        while len(rest) == LONGEST and not rest.endswith(b"\n"):
            rest = stream.readline(LONGEST)
        yield line


def batches(stream: BinaryIO, most: int, idle: float) -> Iterator[list[bytes]]:
    """Lines that have come in, at least one and at most ``most``; an empty list after ``idle`` seconds without any."""
    lines: queue.Queue[bytes | None] = queue.Queue(_WAITING)

    def read() -> None:
        for line in lines_of(stream):
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
