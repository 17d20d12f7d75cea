"""The library: articles, what was found in them, and what the reader made of them."""

from __future__ import annotations

import datetime as dt
import os
import sqlite3
from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from reader.library.connection import Database
from reader.library.documents import Documents
from reader.library.errors import LibraryError
from reader.library.indexing import Indexes, SearchIndex, _search_index, index_problems
from reader.library.lock import WriteLock
from reader.library.migrations import LIBRARY, NOTES
from reader.model import clean_line
from reader.settings import library_home

if TYPE_CHECKING:
    from reader.library.across import Across
    from reader.library.actors import Actors
    from reader.library.annotations import Annotations
    from reader.library.backup import Backups
    from reader.library.changes import Change
    from reader.library.elsewhere import Elsewhere
    from reader.library.facts import Facts
    from reader.library.feeds import Feeds
    from reader.library.journal import Entry, Journal
    from reader.library.reading import Reading
    from reader.library.rules import Rule
    from reader.library.saved_searches import SavedSearch
    from reader.library.settings import Settings
    from reader.library.unindexed import Unindexed

Wait = Callable[[], None] | None


class Library:
    """Two files in one folder: ``notes.db``, what the reader made, and ``library.db``, articles, facts and index.

    Any thread may call any method; those that write take turns, also with other programs, and may raise
    ``LibraryBusy``. Close it, or use it in ``with``.
    """

    def __init__(
        self,
        home: Path,
        *,
        read_only: bool = False,
        timeout: float = 30.0,
        on_wait: Wait = None,
        make_index: Callable[[sqlite3.Connection], SearchIndex] = _search_index,
    ) -> None:
        """Use :meth:`open`."""
        self.home = home
        self.read_only = read_only
        """Whether nothing is ever written here."""
        if not read_only:
            _make_home(home)
        self.lock = WriteLock(home / "library.lock", timeout)
        self.lock.on_wait = on_wait
        self._notes = Database(home / "notes.db", NOTES, self.lock, read_only=read_only, durable=True)
        # What library.db loses in a power cut is read anew from the articles: its commits need not wait for the disk.
        self._library = Database(home / "library.db", LIBRARY, self.lock, read_only=read_only, durable=False)
        self._make_index = make_index
        self._indexes = Indexes(make_index)
        self._library.on_undone = self._indexes.forget
        self.documents = Documents(self._library, self._notes, self._indexes)
        self._copied: dt.date | None = None
        self.backup_problem = ""
        """Why today's copy of notes.db could not be made; empty when nothing is wrong."""
        if not read_only:
            self._copy_settings(on_wait)

    @classmethod
    def open(
        cls,
        home: Path | str | None = None,
        *,
        read_only: bool = False,
        timeout: float = 30.0,
        on_wait: Wait = None,
        make_index: Callable[[sqlite3.Connection], SearchIndex] = _search_index,
    ) -> Library:
        """Open the library in ``home``, else where ``DATELINE_HOME`` or the system says; made when there is none.

        :param read_only: write nothing at all; there must be a library.
        :param timeout: seconds that a write waits for other programs.
        :param on_wait: called when opening, or a write without a word of its own, has to wait for another program.
        :raises LibraryError: in one sentence: damaged, newer, another program's, no permission ... Nothing was touched.
        """
        place = library_home(home)
        return cls(place, read_only=read_only, timeout=timeout, on_wait=on_wait, make_index=make_index)

    def __enter__(self) -> Library:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close all connections."""
        self._indexes.forget()
        self._library.close()
        self._notes.close()

    def connect(self) -> sqlite3.Connection:
        """A reading connection of the caller's own to library.db, for searches that are interrupted."""
        return self._library.connect()

    def generation(self) -> tuple[int, int]:
        """Two numbers that change with each commit to notes.db and library.db, by this program or another."""
        return self._notes.generation(), self._library.generation()

    @property
    def follows(self) -> bool:
        """Whether there are feeds, or pages that were added by themselves: asked before anything of feeds is loaded."""
        with self._notes.reading() as connection:
            if connection.execute("SELECT 1 FROM feed LIMIT 1").fetchone():
                return True
        with self._library.reading() as connection:
            return bool(connection.execute("SELECT 1 FROM feed_count WHERE feed = '' AND listed").fetchone())

    @property
    def own_commits(self) -> int:
        """How often this program has written notes.db."""
        return self._notes.commits

    # The parts beside documents, made when they are asked for: the first screen needs none of their modules.

    @cached_property
    def facts(self) -> Facts:
        """Facts by text version."""
        from reader.library.facts import Facts

        return Facts(self._library)

    @cached_property
    def across(self) -> Across:
        """What the articles state together."""
        from reader.library.across import Across

        return Across(self._library)

    @cached_property
    def elsewhere(self) -> Elsewhere:
        """Looks for the events of one article in the others."""
        from reader.library.elsewhere import Elsewhere

        return Elsewhere(self._library, self.facts, self.across)

    @cached_property
    def actors(self) -> Actors:
        """Actors, each once for all articles."""
        from reader.library.actors import Actors

        return Actors(self._library)

    @cached_property
    def feeds(self) -> Feeds:
        """The feeds that the reader follows."""
        from reader.library.feeds import Feeds

        return Feeds(self._library, self._notes, self._indexes)

    @cached_property
    def unindexed(self) -> Unindexed:
        """Articles that are not in the search index yet."""
        from reader.library.unindexed import Unindexed

        return Unindexed(self._library, self._indexes)

    @cached_property
    def journal(self) -> Journal:
        """What the reader did."""
        from reader.library.journal import Journal

        return Journal(self._notes)

    @cached_property
    def reading(self) -> Reading:
        """Where the reader is in each article."""
        from reader.library.reading import Reading

        return Reading(self._notes)

    @cached_property
    def annotations(self) -> Annotations:
        """Labels, notes, corrections and drafts."""
        from reader.library.annotations import Annotations

        return Annotations(self._notes, self._library, self.journal)

    @cached_property
    def backups(self) -> Backups:
        """Copies of both files."""
        from reader.library.backup import Backups

        return Backups(self.home, self._notes, self._library, self.lock)

    # What the reader does

    def do(self, change: Change, *, on_wait: Wait = None) -> Entry:
        """Do something that can be undone; on disk when it returns."""
        entry = self.journal.append(change, on_wait=on_wait)
        self._copy_settings(on_wait)
        self._copy_notes()
        return entry

    def _copy_notes(self) -> None:
        """The daily copy, with the first action of a day; when it fails, the action has succeeded all the same."""
        today = dt.date.today()
        if today != self._copied:
            self._copied = today
            try:
                self.backups.daily(today)
            except LibraryError as error:
                self.backup_problem = str(error)

    def undo(self, *, on_wait: Wait = None) -> str | None:
        """Take back the last action; what it was, or None when there is nothing to undo."""
        entry = self.journal.undo(on_wait=on_wait)
        self._copy_settings(on_wait)
        return entry.title if entry else None

    def redo(self, *, on_wait: Wait = None) -> str | None:
        """Do again what was undone last; what it was, or None."""
        entry = self.journal.redo(on_wait=on_wait)
        self._copy_settings(on_wait)
        return entry.title if entry else None

    def mark_read(self, document: str, *, on_wait: Wait = None) -> None:
        """Note that a document was opened. No action: it is not undone, unlike ``do(SetRead(...))``."""
        from reader.library.changes import SetRead

        if not self.settings(document).read:
            with self._notes.writing(on_wait) as connection:
                SetRead(document, True).apply(connection)
            self._copy_settings(on_wait)

    def settings(self, document: str) -> Settings:
        """What the reader set of a document."""
        from reader.library.settings import settings_of

        with self._notes.reading() as connection:
            return settings_of(connection, document)

    def saved_searches(self) -> list[SavedSearch]:
        """The searches that the reader keeps, by name; ``do(SaveSearch(...))`` adds one."""
        from reader.library.saved_searches import saved_searches

        with self._notes.reading() as connection:
            return saved_searches(connection)

    def rules(self) -> list[Rule]:
        """What happens to articles that come in, by name; ``do(SaveRule(...))`` adds one."""
        from reader.library.rules import rules

        with self._notes.reading() as connection:
            return rules(connection)

    def tend(self, now: int | None = None) -> int:
        """Apply tags of feeds, rules and age limits to what has come; how many articles were touched."""
        from reader.library.tending import Tending

        return Tending(self, self._library, self._notes).tend(now)

    def check(self) -> list[str]:
        """What is wrong with the library, one sentence each; reads all of both files."""
        problems: list[str] = []
        for database in (self._notes, self._library):
            with database.reading() as connection:
                found = [line for (line,) in connection.execute("PRAGMA quick_check(3)")]
            if found != ["ok"]:
                problems.append(f"{database.path} is damaged: {clean_line(str(found[0]))}.")
        with self._notes.reading() as notes, self._library.reading() as library:
            if _behind(notes, library):
                problems.append("The list is behind the settings; opening the library once for writing mends it.")
            problems += index_problems(library)
        return [*problems, self.backup_problem] if self.backup_problem else problems

    def keep_version(self, document: str, version: str, *, on_wait: Wait = None) -> None:
        """Never drop this text version of a document: something of the reader's refers to it."""
        with self._notes.writing(on_wait) as connection:
            connection.execute("INSERT OR IGNORE INTO kept_version VALUES (?, ?)", (document, version))

    # The index

    @property
    def index_outdated(self) -> bool:
        """Whether the index was made by older rules of search: :meth:`reindex` makes it anew."""
        with self._library.reading() as connection:
            query = "SELECT 1 FROM sqlite_schema WHERE name LIKE 'search\\_%' ESCAPE '\\' LIMIT 1"
            return connection.execute(query).fetchone() is not None and self._make_index(connection).outdated

    def optimize_index(self, *, on_wait: Wait = None) -> None:
        """Make searches fast again after many additions; takes seconds for a large library."""
        with self._library.writing(on_wait) as connection, self._indexes.on(connection) as index:
            index().optimize()

    def reindex(self, progress: Callable[[int], bool] | None = None, *, on_wait: Wait = None) -> int:
        """Fill the index anew, in steps of one transaction; how many documents it has then.

        :param progress: given the number done after each step; returns False to stop.
        """
        after = done = 0
        with self._library.writing(on_wait) as connection, self._indexes.on(connection) as index:
            index().clear()
        while True:
            with self._library.writing(on_wait) as connection, self._indexes.on(connection) as index:
                numbers = connection.execute(
                    "SELECT rowid, title FROM document WHERE rowid > ? AND version <> ''"
                    " AND rowid NOT IN (SELECT document FROM unindexed) ORDER BY rowid LIMIT 500",
                    (after,),
                ).fetchall()
                for number, title in numbers:
                    index().add(number, title, self.documents.text(number) or "")
            if not numbers:
                return done
            after = numbers[-1][0]
            done += len(numbers)
            if progress and not progress(done):
                return done

    def _copy_settings(self, on_wait: Wait) -> None:
        from reader.library import annotations_copy, settings_copy

        with self._notes.reading() as notes, self._library.reading() as library:
            if not _behind(notes, library):
                return
        with self._library.writing(on_wait) as connection, self._notes.reading() as notes:
            settings_copy.copy_newer(notes, connection)
            annotations_copy.copy_newer(notes, connection)
            settings_copy.copy_rules(notes, connection)

    def settle(self, *, on_wait: Wait = None) -> None:
        """Bring the list up to what :meth:`Annotations.add_each` wrote, and all of library.db onto the disk."""
        self._copy_settings(on_wait)
        self._copy_notes()
        self._library.flush(on_wait)

    def write_out(self) -> None:
        """Between two steps of a long work: have what library.db got go to the disk by and by, without waiting."""
        self._library.write_out()


def _behind(notes: sqlite3.Connection, library: sqlite3.Connection) -> bool:
    from reader.library import annotations_copy, settings_copy

    copies = (settings_copy.behind, annotations_copy.behind, settings_copy.rules_behind)
    return any(behind(notes, library) for behind in copies)


def _make_home(home: Path) -> None:
    try:
        if not home.is_dir():
            home.mkdir(mode=0o700, parents=True, exist_ok=True)  # another program may be quicker
            os.chmod(home, 0o700)
    except OSError as error:
        raise LibraryError(f"{home}: {(error.strerror or 'cannot be made').lower()}.") from error
