"""Writing into one folder and nowhere else, each file as a whole or not at all."""

from __future__ import annotations

import contextlib
import os
import secrets
from pathlib import Path

from reader.exchange.errors import ExchangeError


class Folder:
    """A folder that files are written to. Made when it is not there."""

    def __init__(self, path: Path | str, *, durable: bool = True) -> None:
        """
        :param durable: whether each file is on the disk before it gets its name; without, many are written faster.
        :raises ExchangeError: when it is no folder and cannot become one.
        """
        self._durable = durable
        self.path = Path(path).expanduser().absolute()
        try:
            self.path.mkdir(parents=True, exist_ok=True)
        except FileExistsError:
            raise ExchangeError(f"{self.path} is a file, not a folder") from None
        except OSError as error:
            raise _refused(self.path, error) from None

    def place(self, name: str) -> Path:
        """Path of a file in the folder.

        :raises ExchangeError: for a name that leads out of it, by itself or through a link.
        """
        if not name or name in (".", "..") or "\0" in name or Path(name).name != name or "\\" in name:
            raise ExchangeError(f"“{name}” is no name of a file")
        return self.path / name

    def write(self, name: str, data: str | bytes) -> Path:
        """Write a file; one of that name is replaced in one step, and a link by that name by a file.

        :raises ExchangeError: when it could not be written; what was there before is unchanged.
        """
        return write_whole(self.place(name), data, durable=self._durable)

    def read(self, name: str) -> bytes | None:
        """What a file holds; None when there is none, or something that is no regular file (a link is none).

        :raises ExchangeError: when it is there and cannot be read.
        """
        place = self.place(name)
        try:
            if place.is_symlink() or not place.is_file():
                return None
            return place.read_bytes()
        except OSError as error:
            raise _refused(place, error) from None


def write_whole(place: Path, data: str | bytes, *, durable: bool = True) -> Path:
    """Write a file by a temporary one beside it and a rename, so that nobody ever sees half of it.

    :raises ExchangeError: when it could not be written; what was there before is unchanged.
    """
    draft = place.with_name(f".{secrets.token_hex(6)}.partial")
    raw = data.encode("utf-8") if isinstance(data, str) else data
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
    try:
        if place.is_dir() and not place.is_symlink():
            raise IsADirectoryError(21, "is a folder")
        with open(os.open(draft, flags, 0o666), "wb") as file:
            file.write(raw)
            file.flush()
            if durable:
                os.fsync(file.fileno())
        os.replace(draft, place)
    except OSError as error:
        with contextlib.suppress(OSError):
            draft.unlink()
        raise _refused(place, error) from None
    return place


def _refused(place: Path, error: OSError) -> ExchangeError:
    return ExchangeError(f"{place}: {(error.strerror or str(error)).lower()}")
