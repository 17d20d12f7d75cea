"""Bytes of files that are the reader's own (settings, habits, templates): never of a pipe or device that has no end."""

from __future__ import annotations

import errno
import os
import stat

MOST = 8 * 1024 * 1024
"""Bytes; no such file is longer, but by mistake."""
_FLAGS = os.O_RDONLY
for _name in ("O_NONBLOCK", "O_NOCTTY", "O_CLOEXEC", "O_BINARY"):  # Windows has not all of them
    _FLAGS |= getattr(os, _name, 0)


def bytes_of(path: str | os.PathLike[str], most: int = MOST) -> bytes:
    """The first ``most`` bytes of a regular file, without waiting for anybody; none of the null device.

    :raises OSError: when there is none, it cannot be read, or it is a pipe, a device or a socket.
    """
    if os.fspath(path) == os.devnull:
        return b""
    if not stat.S_ISREG(os.stat(path).st_mode):  # to open a pipe would disturb whoever writes into it
        raise _none(path)
    with open(os.open(path, _FLAGS), "rb") as file:
        if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
            raise _none(path)
        return file.read(most)


def text_of(path: str | os.PathLike[str], errors: str = "strict") -> str:
    """The same as text, its newlines as Python has them.

    :raises OSError: as :func:`bytes_of`.
    :raises UnicodeDecodeError: when it is not UTF-8 and ``errors`` is ``strict``.
    """
    return bytes_of(path).decode("utf-8", errors).replace("\r\n", "\n").replace("\r", "\n")


def _none(path: str | os.PathLike[str]) -> OSError:
    if os.path.isdir(path):
        return IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), os.fspath(path))
    return OSError(errno.EINVAL, "Is not a regular file", os.fspath(path))
