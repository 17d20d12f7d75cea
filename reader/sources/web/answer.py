"""What becomes of an address that is asked for."""

from __future__ import annotations

from dataclasses import dataclass

from reader.model import clean_line


class FetchError(Exception):
    """An address that was not fetched; the message is a few clean words: ``the server answered 404 (not found)``."""

    def __init__(self, words: str, *, wait: int = 0, gone: bool = False) -> None:
        super().__init__(clean_line(words))
        self.wait = wait
        """Seconds that the server asked to wait; 0 when it did not."""
        self.gone = gone
        """Whether the server says that there will never be anything again."""


@dataclass(frozen=True, slots=True)
class Fetched:
    """What a server answered."""

    address: str
    """Where it came from, after redirects."""
    moved: str
    """Where it has gone for good, by the redirects up to the first that was not; empty when the first one was not."""
    same: bool
    """Whether nothing has changed since the last time; ``body`` is then empty."""
    body: bytes
    type: str
    """Media type in lower case, without parameters; empty when none was given."""
    charset: str
    etag: str
    modified: str
