"""A worker process and the pipes to it; what runs in it is :mod:`reader.jobs.worker`."""

from __future__ import annotations

import contextlib
import subprocess
import sys
from typing import Any, BinaryIO, cast

from reader.jobs.worker import receive, send

_START = "import sys; sys.path[:] = {path!r}; from reader.jobs.worker import serve; serve({nice})"
_PIPE = 1 << 20
"""Bytes that a pipe holds, where the system lets that be set: a long text then comes in a third of the time."""


class Process:
    """One process after another: when it has ended, the next is started when there is work again."""

    def __init__(self, nice: int) -> None:
        self._nice = nice
        self._process: subprocess.Popen[bytes] | None = None
        self.doomed = False
        """Whether it was killed, and has not been replaced."""

    def ready(self) -> None:
        """Start one, unless there is one that goes on; returns when it can be handed work.

        :raises OSError: and EOFError, when that fails.
        """
        if self._process is not None and self._process.poll() is None and not self.doomed:
            return
        self.bury()
        self.doomed = False
        self._process = subprocess.Popen(
            [sys.executable, "-c", _START.format(path=sys.path, nice=self._nice)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            # Away from the terminal: its signals and its closing are the reader's business.
            start_new_session=True,
        )
        for pipe in (self._inbox, self._outbox):
            _widen(pipe.fileno())
        self.receive()  # READY

    def send(self, value: Any) -> None:
        """Hand it a value.

        :raises OSError: when it has ended.
        :raises ValueError: when the value cannot be pickled, for whatever reason.
        """
        try:
            send(self._inbox, value)
        except OSError:
            raise
        except Exception as error:
            raise ValueError(str(error)) from error

    def receive(self) -> Any:
        """Wait for its next answer.

        :raises OSError: and EOFError, when it has ended, or its answer cannot be read here.
        """
        try:
            return receive(self._outbox)
        except OSError:
            raise
        except Exception as error:
            raise EOFError from error

    def kill(self) -> None:
        """End it at once; does not wait."""
        self.doomed = True
        process = self._process  # another thread may bury it meanwhile
        if process is not None and process.poll() is None:
            process.kill()

    def bury(self) -> None:
        """End it and wait for that."""
        if self._process is None:
            return
        self._process.kill()
        self._process.wait()
        for pipe in (self._inbox, self._outbox):
            with contextlib.suppress(OSError):  # what was left to write has no reader any more
                pipe.close()
        self._process = None

    @property
    def _inbox(self) -> BinaryIO:
        assert self._process is not None
        return cast("BinaryIO", self._process.stdin)

    @property
    def _outbox(self) -> BinaryIO:
        assert self._process is not None
        return cast("BinaryIO", self._process.stdout)


def _widen(pipe: int) -> None:
    """Have a pipe hold more; where the system knows no such thing, or has no more room for us, it stays as it is."""
    with contextlib.suppress(ImportError, AttributeError, OSError):
        import fcntl

        fcntl.fcntl(pipe, fcntl.F_SETPIPE_SZ, _PIPE)
