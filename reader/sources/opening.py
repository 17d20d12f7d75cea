"""Bytes of a regular file, read without waiting, never more than a limit."""

from __future__ import annotations

import os
import stat
from dataclasses import dataclass
from pathlib import Path

from reader.sources.errors import SourceError

MEGABYTE = 1024 * 1024
LIMIT = 16 * MEGABYTE
"""Bytes read of a source; what lies beyond is left out and the document's notice says so."""

# A FIFO would block and a terminal become ours without these; Windows has none of them.
_FLAGS = (
    os.O_RDONLY
    | getattr(os, "O_NONBLOCK", 0)
    | getattr(os, "O_NOCTTY", 0)
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_BINARY", 0)
)


@dataclass(frozen=True, slots=True)
class Content:
    """What was read of a file."""

    data: bytes
    size: int
    """Bytes of the whole file, as the system said when it was opened."""
    mtime_ns: int
    truncated: bool
    """Whether the file has more than ``data``."""


def read(path: str | os.PathLike[str], limit: int = LIMIT) -> Content:
    """The first ``limit`` bytes of a regular file.

    :raises SourceError: for a folder, FIFO, device or socket, and for what is missing, unreadable or has no valid name.
    """
    try:
        mode = os.stat(path).st_mode
        if not stat.S_ISREG(mode) and not stat.S_ISDIR(mode):
            raise SourceError(path, "is not a regular file")  # to open a pipe would disturb whoever writes into it
        descriptor = os.open(path, _FLAGS)
    except OSError as error:
        if os.name == "nt" and Path(path).is_dir():
            raise SourceError(path, "is a folder") from None
        raise SourceError.of(path, error) from None
    except ValueError:  # a NUL in the name
        raise SourceError(path, "is no valid file name") from None
    try:
        status = os.fstat(descriptor)
        if stat.S_ISDIR(status.st_mode):
            raise SourceError(path, "is a folder")
        if not stat.S_ISREG(status.st_mode):
            raise SourceError(path, "is not a regular file")
        data = _all(descriptor, limit + 1)
    except OSError as error:
        raise SourceError.of(path, error) from None
    finally:
        os.close(descriptor)
    return Content(data[:limit], status.st_size, status.st_mtime_ns, len(data) > limit)


def _all(descriptor: int, limit: int) -> bytes:
    chunks: list[bytes] = []
    left = limit
    while left > 0:
        chunk = os.read(descriptor, min(left, MEGABYTE))
        if not chunk:
            break
        chunks.append(chunk)
        left -= len(chunk)
    return b"".join(chunks)
