"""Tasks that workers are given in tests."""

from __future__ import annotations

import inspect
import os
import pickle
import re
import sys
import time
from collections.abc import Iterator
from typing import Any


def double(number: int) -> int:
    return 2 * number


def sleep(seconds: float) -> str:
    time.sleep(seconds)
    return "awake"


def backtrack(seconds: float) -> None:
    """Hold the interpreter's lock for ages, as a bad regular expression does."""
    re.match(r"(a+)+$", "a" * 60 + "b")


def count(to: int, pause: float = 0.0) -> Iterator[int]:
    for number in range(to):
        yield number
        time.sleep(pause)


def stumble_after(numbers: int) -> Iterator[int]:
    yield from range(numbers)
    time.sleep(60)


def fail() -> None:
    raise ValueError("no good")


def die() -> None:
    os._exit(3)


def chatter() -> str:
    print("noise on standard output")
    print("noise on standard error", file=sys.stderr)
    os.write(1, b"more noise")
    return sys.stdin.read()


def unsendable() -> object:
    return lambda: None


def deep() -> None:
    deep()


def huge() -> int:
    return len(bytearray(64 << 30))


def process() -> int:
    return os.getpid()


def modules() -> list[str]:
    return sorted(sys.modules)


def standing_back() -> tuple[int, str]:
    """How far this process stands back behind others of its session, and its session behind others."""
    with open("/proc/self/autogroup") as file:
        return os.nice(0), file.read()


def answering_to() -> str:
    """Name of what called it."""
    called = {frame.function for frame in inspect.stack()}
    return "several" if "several" in called else "one"


def odd(number: int) -> object:
    """Twice the number, unless it is one of those that nothing good comes of."""
    if number == HANGS:
        time.sleep(600)
    if number == DIES:
        os._exit(3)
    if number == FAILS:
        raise ValueError("no good")
    return (lambda: None) if number == UNSENDABLE else 2 * number


class Unsendable:
    """Of no use to pickle, which says so in its own way."""

    def __reduce__(self) -> str:
        raise pickle.PicklingError("not this")


def _refuse() -> None:
    raise KeyError("not here")


class Unreadable:
    """Can be pickled, but not be read again."""

    def __reduce__(self) -> tuple[Any, ...]:
        return _refuse, ()


def unreadable() -> object:
    return Unreadable()


HANGS, DIES, FAILS, UNSENDABLE = 7, 13, 19, 25


def read_or_hang(data: bytes, *given: object) -> object:
    """Reads a feed; takes for ever over one that says so."""
    if b"hang" in data:
        time.sleep(600)
    from reader.jobs.arrive import read_feed

    return read_feed(data, *given)  # type: ignore[arg-type]  # as it is called
