"""The mirror while the reader is open: a thread that writes notes after what was annotated, here or elsewhere."""

from __future__ import annotations

import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from reader.library import Library, LibraryError

EVERY = 2.0
"""Seconds between two looks at whether something was annotated."""
ARTICLES = 60.0
"""Seconds after which changes of articles, too, are a reason to look: facts of new ones come in all the time."""


class Mirroring:
    """Keeps a folder up to a library. :meth:`look` is called now and then on the screen's loop and costs nothing."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self.tell: Callable[[str], None] = lambda sentence: None
        """Called from the thread with a sentence when something went wrong or somebody else changed a note."""
        self._pool = ThreadPoolExecutor(1, "mirror")
        self._busy = False
        self._seen: tuple[int, int] | None = None
        self._when = 0.0
        self._place = ("", "")
        self._told: set[str] = set()

    def look(self, folder: str, format: str) -> None:
        """Bring the folder up to date when there is a reason to; an empty folder is none."""
        if not folder or self._busy or self._library.read_only:
            return
        self._busy = True
        self._pool.submit(self._update, folder, format)

    def end(self) -> None:
        """Wait for the note that is being written, and end."""
        self._pool.shutdown(wait=True, cancel_futures=True)

    def _update(self, folder: str, format: str) -> None:
        try:
            if self._is_behind((folder, format)):
                self._mirror(folder, format)
        finally:
            self._busy = False

    def _is_behind(self, place: tuple[str, str]) -> bool:
        try:
            now = self._library.generation()
        except LibraryError:
            return False
        moment = time.monotonic()
        before, self._seen = self._seen, now
        if place != self._place or before is None or now[0] != before[0]:
            self._place, self._when = place, moment
            return True
        if moment - self._when > ARTICLES:
            self._when = moment
            return True
        return False

    def _mirror(self, folder: str, format: str) -> None:
        from reader.exchange.errors import ExchangeError
        from reader.exchange.mirror import Mirror

        try:
            notices = Mirror(self._library, Path(folder).expanduser(), format).update().notices
        except (ExchangeError, LibraryError) as error:
            notices = [f"The mirror: {error}"]
        for sentence in notices:
            if sentence not in self._told:
                self._told.add(sentence)
                self.tell(sentence)
