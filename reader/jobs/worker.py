"""What runs in a worker process: tasks come in by standard input, answers go out by standard output.

Nothing is imported here but what the channel needs; a task's function brings its own module.
"""

from __future__ import annotations

import contextlib
import gc
import os
import pickle
import queue
import signal
import struct
import sys
import threading
import time
from collections.abc import Callable, Sequence
from types import GeneratorType
from typing import Any, BinaryIO

_HEAD = struct.Struct("!Q")
MEMORY = 3 << 30
"""Bytes of address space that a worker may take, where the system can limit it."""

SELDOM = 20_000
"""Objects made before the garbage collector looks again; Python has 700. Tasks make many and leave few in circles."""

ASKED, ASKED_EVERY = 50, 0.11
"""Times and seconds between them that the system is asked to let a worker stand back; it hears ordinary users ten times
a second, all of them together."""

# Kinds of answers.
READY, PART, DONE, FAILED = "ready", "part", "done", "failed"

Call = tuple[Callable[..., Any], tuple[Any, ...]]
Answer = tuple[str, Any]
"""Its kind, and the value or the reason."""


def send(stream: BinaryIO, value: Any) -> None:
    """Write a value with its length before it."""
    data = pickle.dumps(value, protocol=5)
    stream.write(_HEAD.pack(len(data)))
    stream.write(data)
    stream.flush()


def receive(stream: BinaryIO) -> Any:
    """Read a value.

    :raises EOFError: when the other side is gone.
    """
    return pickle.loads(_message(stream))


def _message(stream: BinaryIO) -> bytes:
    head = _exactly(stream, _HEAD.size)
    return _exactly(stream, _HEAD.unpack(head)[0])


def _exactly(stream: BinaryIO, count: int) -> bytes:
    data = stream.read(count)
    if len(data) < count:
        raise EOFError
    return data


def serve(nice: int) -> None:
    """Do tasks until the other side closes; ends the process."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C in the terminal is the reader's business
    inbox = os.fdopen(os.dup(0), "rb")
    outbox = os.fdopen(os.dup(1), "wb")
    # What a library prints must not get between the answers, nor read from them.
    nothing = os.open(os.devnull, os.O_RDWR)
    for descriptor in (0, 1, 2):
        os.dup2(nothing, descriptor)
    _limit(nice)
    _die_with_parent()
    gc.set_threshold(SELDOM)
    tasks: queue.SimpleQueue[bytes] = queue.SimpleQueue()
    threading.Thread(target=_listen, args=(inbox, tasks), daemon=True).start()
    send(outbox, (READY, None))
    while True:
        data = tasks.get()
        try:
            function, arguments = pickle.loads(data)
        except Exception as error:  # a function that cannot be imported here
            send(outbox, (FAILED, f"{type(error).__name__}: {error}"))
            continue
        try:
            _answer(outbox, function, arguments)
        except BrokenPipeError:
            os._exit(0)


def _listen(inbox: BinaryIO, tasks: queue.SimpleQueue[bytes]) -> None:
    """Fetch tasks while others are being done: so the end of the other side is noticed in the midst of a long one."""
    try:
        while True:
            tasks.put(_message(inbox))
    except EOFError:
        # Not sys.exit: nothing of this process needs tidying up, and exit handlers can hang.
        os._exit(0)


def _die_with_parent() -> None:
    """Have the system kill this process with its parent: a regular expression that hangs lets no thread run."""
    if sys.platform != "linux":
        return
    import ctypes

    with contextlib.suppress(OSError, AttributeError):
        ctypes.CDLL(None).prctl(1, signal.SIGKILL)  # PR_SET_PDEATHSIG


def several(calls: Sequence[Call]) -> list[Answer]:
    """Do several small tasks."""
    return [_answered(*call) for call in calls]


def _answered(function: Callable[..., Any], arguments: tuple[Any, ...], outbox: BinaryIO | None = None) -> Answer:
    """:param outbox: where parts go."""
    try:
        result = function(*arguments)
        if outbox is not None and isinstance(result, GeneratorType):
            for part in result:
                send(outbox, (PART, part))
            result = None
        return DONE, result
    except BrokenPipeError:
        raise
    except MemoryError:
        return FAILED, "it needs too much memory"
    except RecursionError:
        return FAILED, "it is nested too deeply"
    except Exception as error:
        return FAILED, f"{type(error).__name__}: {error}"


def _answer(outbox: BinaryIO, function: Callable[..., Any], arguments: tuple[Any, ...]) -> None:
    answer = _answered(function, arguments, outbox)
    try:
        send(outbox, answer)
    except OSError:
        raise
    except Exception as error:  # whatever pickling it meets
        send(outbox, (FAILED, f"its answer cannot be sent: {error}"))


def _limit(nice: int) -> None:
    if sys.platform == "win32":
        return
    import resource

    try:
        os.nice(nice)
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    except (OSError, ValueError):
        pass  # a stricter limit is set already
    _stand_back(os.nice(0))


def _stand_back(nice: int) -> None:
    """Stand back as a session too: Linux may share its processors out among sessions first, and niceness then counts
    only between processes of the same one; a worker has a session of its own (``sched(7)``, autogroups)."""
    if not _told_the_system(nice):
        threading.Thread(target=_tell_the_system, args=(nice,), daemon=True).start()


def _tell_the_system(nice: int) -> None:
    for _ in range(ASKED):
        time.sleep(ASKED_EVERY)
        if _told_the_system(nice):
            break


def _told_the_system(nice: int) -> bool:
    """Whether there is nothing left to tell; False when somebody else was told something just now."""
    with contextlib.suppress(OSError):  # there are no such groups
        descriptor = os.open("/proc/self/autogroup", os.O_WRONLY)
        try:
            os.write(descriptor, str(nice).encode())
        except BlockingIOError:
            return False
        finally:
            os.close(descriptor)
    return True
