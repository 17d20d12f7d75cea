"""What goes wrong with a file, in one line."""

from __future__ import annotations

import errno
import os

from reader.model import clean_line


class SourceError(Exception):
    """A source that cannot become a document: ``path: reason`` in one clean line."""

    def __init__(self, path: str | os.PathLike[str], reason: str) -> None:
        self.path = clean_line(os.fspath(path))
        self.reason = clean_line(reason)
        super().__init__(f"{self.path}: {self.reason}")

    @classmethod
    def of(cls, path: str | os.PathLike[str], error: OSError) -> SourceError:
        """The same for an error of the system, in the reader's words."""
        return cls(path, _REASONS.get(error.errno or 0) or (error.strerror or "cannot be read").lower())


_REASONS = {
    errno.ENOENT: "no such file",
    errno.ENOTDIR: "no such file",
    errno.EACCES: "you may not read it",
    errno.EPERM: "you may not read it",
    errno.EISDIR: "is a folder",
    errno.ELOOP: "its links go round in a circle",
    errno.ENXIO: "is not a regular file",
    errno.ENAMETOOLONG: "the name is too long",
    errno.EAGAIN: "is not a regular file",
    errno.EIO: "the disk could not read it",
    errno.ESTALE: "it vanished while it was read",
}
